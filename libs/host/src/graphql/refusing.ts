import type { BulkResult } from '@otklik/contracts/generated/graphql';
import { getNamedType, isUnionType, type GraphQLResolveInfo } from 'graphql';
import { asksForFaults, faultRefusal, refusedItems, withFaults, type RefusalAnswer } from '../refusal-faults.js';
import type { PermittedContext } from '../request-context.js';

type Given = Readonly<Record<string, unknown>>;

interface Mutating {
  readonly args: { readonly input?: Given; readonly [name: string]: unknown };
  readonly info: GraphQLResolveInfo;
  readonly permitted: PermittedContext;
}

/**
 * The answer of a mutation. A refusal in it gets the paths and faults that the schema promises. To a document that selects `faults`
 * invalid input is such a refusal; to every other one it stays a top-level error (ADR 39).
 */
export async function refusing(mutating: Mutating, run: () => unknown): Promise<unknown> {
  try {
    return completed(await run(), mutating.args.input);
  } catch (error) {
    const refused = asksForFaults(mutating.info) ? refusedAnswer(error, mutating) : undefined;
    if (refused === undefined) throw error;
    return refused;
  }
}

function refusedAnswer(error: unknown, { args: { input }, info, permitted }: Mutating): unknown {
  const refusal = faultRefusal(error, permitted.language, input);
  if (!refusal) return undefined;
  if (permitted.observed) permitted.observed.refusal = refusal.code;
  const type = getNamedType(info.returnType);
  if (isUnionType(type)) return refusal;
  return type.name === 'BulkResult' ? refusedItems(refusal, itemsOf(input)) : undefined;
}

function completed(answer: unknown, input: Given = {}): unknown {
  if (isRefusal(answer)) return withFaults(answer, input);
  if (!Array.isArray(answer)) return answer;
  const items = itemsOf(input);
  return (answer as readonly BulkResult[]).map((one, at) =>
    isRefusal(one.result)
      ? { ...one, result: withFaults(one.result, { ...items[at] }, ['input', 'items', String(at)]) }
      : one,
  );
}

function itemsOf(input: Given = {}): readonly { readonly id: string }[] {
  return (input['items'] ?? []) as readonly { readonly id: string }[];
}

function isRefusal(answer: unknown): answer is RefusalAnswer {
  return (answer as { readonly __typename?: unknown } | null | undefined)?.__typename === 'Refusal';
}
