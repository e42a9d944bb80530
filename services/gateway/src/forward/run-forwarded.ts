import { Fault, needsNoAccount, type LimitActs, type OperationContext } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import { execute, parse, type GraphQLSchema } from 'graphql';
import type { CheckedDocument } from '../graphql/document.js';
import type { GraphqlAnswer, RunOperation } from '../graphql/execute.js';
import type { Variables } from '../graphql/variables.js';
import type { AskedField, EdgeRules } from './edge-rules.js';
import { merged, type OwnersPart, type Settled } from './merge.js';
import type { Owners } from './owners.js';
import { partOf, type Part } from './part.js';
import { HERE, type Plan } from './plan.js';
import type { RootEntry } from './root-fields.js';

export interface ForwardParts {
  readonly schema: GraphQLSchema;
  readonly planOf: (checked: CheckedDocument) => Plan;
  readonly rules: EdgeRules;
  readonly limitActs: LimitActs;
  readonly owners: Owners;
  readonly logger: Logger;
}

type Answer = Omit<GraphqlAnswer, 'status'>;

/** One operation on its way. */
interface Running {
  readonly checked: CheckedDocument;
  readonly plan: Plan;
  /** As they came; each owner makes its own of them. */
  readonly given: Variables;
  readonly context: OperationContext;
}

/**
 * Asks each root field's owner, all at once: validation, variables and access rules are looked at here, before anything is
 * sent. An owner that is dead or slow is an error of its own fields.
 */
export function runForwarded(parts: ForwardParts): RunOperation {
  const { planOf, rules, limitActs } = parts;
  return async (checked, given, context) => {
    const { operation } = checked;
    const plan = planOf(checked);
    if (plan.errors.length > 0) throw new AggregateError(plan.errors);
    const coerced = checked.coerced(given);
    const asked = plan.entries(coerced).map((entry) => ({
      entry,
      field: rules.asked(operation.operation, entry, coerced),
    }));
    const run = (): Promise<Answer> => answered(asked, { checked, plan, given, context }, parts);
    const act = asked.find(({ field }) => operation.operation === 'mutation' && needsNoAccount(field?.rule ?? []));
    if (!act?.field?.args) return run();
    // A mutation has one root field.
    const { field, args } = act.field;
    try {
      return (await limitActs({ field: field.name, args, address: context.address }, run)) as Answer;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return together([{ entry: act.entry, error }], { checked, plan, given, context }, parts);
    }
  };
}

type Asked = readonly { readonly entry: RootEntry; readonly field: AskedField | undefined }[];

async function answered(asked: Asked, running: Running, parts: ForwardParts): Promise<Answer> {
  const { plan, context } = running;
  const denied = new Map<RootEntry, Fault>();
  for (const { entry, field } of asked) {
    const denial = field && parts.rules.denial(field, context);
    if (denial) denied.set(entry, denial);
  }
  const entries = asked.map(({ entry }) => entry);
  const permitted = entries.filter((entry) => !denied.has(entry));
  const owners = [...new Set(permitted.map((entry) => plan.ownerOf(entry)))];
  const [only] = owners;
  if (owners.length === 1 && only !== undefined && only !== HERE && denied.size === 0) {
    const part = plan.partOf(only);
    const answer = await forwarded(only, part, running, parts).catch(asError);
    if (!(answer instanceof Error)) return new OwnersAnswer(answer);
    return together(failed(entries, answer), running, parts);
  }
  const results = new Map(
    await Promise.all(
      owners.map(async (owner) => [owner, await partOfOwner(owner, denied, running, parts).catch(asError)] as const),
    ),
  );
  const settled = entries.map((entry): Settled => {
    const result = denied.get(entry) ?? results.get(plan.ownerOf(entry))!;
    return result instanceof Error ? { entry, error: result } : { entry, part: result };
  });
  return together(settled, running, parts);
}

/** An owner's answer, handed on unread. */
class OwnersAnswer {
  constructor(readonly json: Uint8Array) {}

  get body(): GraphqlAnswer['body'] {
    return read(this.json);
  }

  /** For the limits of what is done without an account. */
  get failed(): boolean {
    return (this.body.errors ?? []).length > 0;
  }
}

function forwarded(owner: string, part: Part, { given, context, checked }: Running, { owners }: ForwardParts) {
  const all = Object.keys(given).every((name) => part.variables.has(name));
  const variables = all
    ? given
    : Object.fromEntries(Object.entries(given).filter(([name]) => part.variables.has(name)));
  const request = JSON.stringify({ query: part.text, variables });
  return owners.ask(owner, request, context, checked.operation.operation === 'query');
}

async function partOfOwner(
  owner: string,
  denied: ReadonlyMap<RootEntry, Fault>,
  running: Running,
  parts: ForwardParts,
): Promise<OwnersPart> {
  const { plan, checked } = running;
  const not = new Set([...denied.keys()].flatMap(({ nodes }) => nodes));
  const mine = plan.partOf(owner);
  const part = not.size === 0 ? mine : partOf(checked, (node) => !not.has(node) && plan.owns(owner, node));
  if (owner === HERE) return here(part, running, parts);
  return read(await forwarded(owner, part, running, parts)) as OwnersPart;
}

/** Questions about the schema itself are answered where the whole of it is. */
async function here({ text }: Part, { given }: Running, { schema }: ForwardParts): Promise<OwnersPart> {
  return (await execute({ schema, document: parse(text), variableValues: given })) as OwnersPart;
}

function failed(entries: readonly RootEntry[], error: Error): readonly Settled[] {
  return entries.map((entry) => ({ entry, error }));
}

function together(
  settled: readonly Settled[],
  { checked, context }: Running,
  { schema, logger }: ForwardParts,
): Answer {
  const body = merged(schema.getRootType(checked.operation.operation)!, settled, context, logger);
  return Object.assign({ body }, { failed: body.errors !== undefined });
}

function read(json: Uint8Array): GraphqlAnswer['body'] {
  return JSON.parse(
    Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString('utf8'),
  ) as GraphqlAnswer['body'];
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
