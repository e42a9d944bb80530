import { isUuid } from '@otklik/kernel';
import type { AppendValue } from './append-connection.js';
import { byteaArray, int4Array, textArray, uuidArray } from './binary-arrays.js';
import type { AppendRequest, BeginningValues } from './event-store.js';
import type { Allocate } from './scratch.js';
import type { Sendable } from './sendable.js';

/**
 * Rows of a service's own tables with which its streams begin: written in the statement of the append that makes the
 * stream, which is never there without them. One for a service.
 */
export interface Beginning {
  /** What `AppendRequest.beginning` gives, in this order. */
  readonly columns: Readonly<Record<string, keyof typeof arrays>>;
  /**
   * Parts of a `with`. They read `given` (n, district, stream, then the columns) and write; one of them is called `begun`
   * and holds the `n` of those that may begin, never two for one row. Names of the statement's own parts are not free:
   * `request`, `head`, `advanced`, `created`, `written`, `remembered`, `appended`. The districts are set before any of
   * them touches a table. Rows of an append that then loses its stream to somebody else may stay.
   */
  readonly parts: string;
}

/** The rows stand there already, without the stream: another beginning was left half way, or is under way. */
export class BeginningTaken extends Error {
  override readonly name = 'BeginningTaken';
}

const arrays = { uuid: uuidArray, text: textArray, bytea: byteaArray } as const;

/** Throws `TypeError` on what no caller should send: in a batch, others ride along. */
export function checkBeginning(
  { beginning, expected }: AppendRequest,
  known: Pick<Beginning, 'columns'> | undefined,
): void {
  if (!beginning) return;
  if (!known || expected !== 'none') throw new TypeError('no stream begins here');
  for (const [name, type] of Object.entries(known.columns))
    if (!fits[type](beginning[name])) throw new TypeError(`${name} of a beginning is no ${type}`);
}

const fits: Readonly<Record<keyof typeof arrays, (value: BeginningValues[string] | undefined) => boolean>> = {
  uuid: (value) => typeof value === 'string' && isUuid(value),
  text: (value) => typeof value === 'string' || value === null,
  bytea: (value) => Buffer.isBuffer(value),
};

/** `given` and what follows of it, for a statement whose parameters before it are `before` many. */
export function beginningParts({ columns, parts }: Beginning, before: number): string {
  const types = ['int4', ...Object.values(columns)];
  const parameters = types.map((type, index) => `$${before + index + 1}::${type}[]`);
  return `
given as (
  select r.district, r.stream, g.*
  from unnest(${parameters.join(', ')}) as g (n, ${Object.keys(columns).join(', ')}) join request r on r.n = g.n
),
${parts},`;
}

/** The parameters of `beginningParts`. */
export function beginningParameters(
  { columns }: Beginning,
  requests: readonly Sendable[],
  allocate: Allocate,
): AppendValue[] {
  const given = requests.flatMap(({ beginning }, index) => (beginning ? [{ n: index + 1, values: beginning }] : []));
  return [
    int4Array(
      allocate,
      given.map(({ n }) => n),
    ),
    ...Object.entries(columns).map(([name, type]) =>
      (arrays[type] as (allocate: Allocate, values: readonly BeginningValues[string][]) => Buffer)(
        allocate,
        given.map(({ values }) => values[name]!),
      ),
    ),
  ];
}
