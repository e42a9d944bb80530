import type { OperationContext } from '@otklik/host/graphql';
import { namedDistricts } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import type { AccessRecords, Actor, Directory } from '@otklik/tenancy';
import type { EdgeAccess, RequestedField } from '../forward/edge-access.js';
import type { CheckDocument, CheckedDocument } from '../graphql/document.js';
import type { Execute, GraphqlAnswer, GraphqlRequest } from '../graphql/execute.js';
import type { RootEntry } from '../graphql/root-fields.js';
import type { Variables } from '../graphql/variables.js';

export interface RefusalOptions {
  readonly check: CheckDocument;
  readonly access: EdgeAccess;
  readonly records: AccessRecords;
  readonly directory: Directory;
  readonly now: () => string;
  readonly logger: Logger;
}

interface Refusable {
  readonly code: unknown;
  readonly key: unknown;
}

/** Records what officials asked for and had no right to, whether the edge refused it or the service that owns it. */
export class RefusalRecorder {
  constructor(private readonly options: RefusalOptions) {}

  /** Never rejects: what cannot be recorded is logged. */
  async ofOperation(
    answer: Pick<GraphqlAnswer, 'body' | 'json'>,
    request: GraphqlRequest,
    context: OperationContext,
  ): Promise<void> {
    const errors = context.actor.kind === 'official' ? refusalsOf(answer) : [];
    if (errors.length > 0) await this.logged(() => record(errors, request, context, this.options));
  }

  /** `isFound`: 404 is answered also to officials of other districts. */
  async ofFile(actor: Actor, code: string, isFound: boolean): Promise<void> {
    const { directory, records, now } = this.options;
    const district = directory.district(code)?.id;
    if (actor.kind !== 'official' || district === undefined) return;
    if (!isFound && actor.assignments.some((one) => one.district === district)) return;
    const what = { kind: 'REFUSED', official: actor.id, detail: 'file', at: now() } as const;
    await this.logged(() => records.add([district], what, { once: true }));
  }

  private async logged(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.options.logger.error('recording a refusal failed', { error });
    }
  }
}

export function recordingRefusals(execute: Execute, refusals: RefusalRecorder): Execute {
  return async (request, context) => {
    const answer = await execute(request, context);
    await refusals.ofOperation(answer, request, context);
    return answer;
  };
}

/** A forwarded answer is passed on unparsed: only one that may hold a refusal is read. */
function refusalsOf({ body, json }: Pick<GraphqlAnswer, 'body' | 'json'>): readonly Refusable[] {
  const mayHold = json === undefined || CODES.some((code) => Buffer.from(json).includes(`"${code}"`));
  const errors = mayHold ? (body.errors ?? []) : [];
  return errors
    .map(({ extensions, path }) => ({ code: extensions?.['code'], key: path?.[0] }))
    .filter(({ code }) => CODES.some((one) => one === code));
}

const CODES = ['FORBIDDEN', 'NOT_FOUND'] as const;

async function record(
  errors: readonly Refusable[],
  { query, operationName, variables }: GraphqlRequest,
  context: OperationContext,
  options: RefusalOptions,
): Promise<void> {
  const checked = options.check(query, operationName);
  const given = { ...checked.defaults, ...(variables as Variables | undefined) };
  for (const entry of checked.root.entries) {
    const own = errors.filter(({ key }) => key === undefined || key === entry.key);
    const requested = own.length === 0 ? undefined : fieldOf(checked, entry, given, options);
    if (!requested || !isRefused(requested, own, context, options)) continue;
    await add(requested, context, options);
  }
}

function fieldOf(
  { operation }: CheckedDocument,
  entry: RootEntry,
  variables: Variables,
  { access }: RefusalOptions,
): RequestedField | undefined {
  return access.requested(operation.operation, entry, variables);
}

/** What does not exist is no refusal; a district in which the official has no role is one. */
function isRefused(
  requested: RequestedField,
  errors: readonly Refusable[],
  context: OperationContext,
  { access }: RefusalOptions,
): boolean {
  return errors.some(({ code }) => code === 'FORBIDDEN') || access.denial(requested, context) !== undefined;
}

async function add(
  { field, args }: RequestedField,
  { actor }: OperationContext,
  { directory, records, now }: RefusalOptions,
): Promise<void> {
  if (actor.kind !== 'official') return;
  const named = args ? namedDistricts(args).codes.flatMap((code) => directory.district(code)?.id ?? []) : [];
  const districts = named.length > 0 ? named : actor.assignments.map(({ district }) => district);
  const what = { kind: 'REFUSED', official: actor.id, detail: field.name, at: now() } as const;
  await records.add(districts, what, { once: true });
}
