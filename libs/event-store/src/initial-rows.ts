import { isUuid } from '@otklik/kernel';
import type { AppendValue } from './without-describe.js';
import { byteaArray, int4Array, textArray, uuidArray } from './binary-arrays.js';
import type { Allocate } from './buffer-arena.js';
import type { AppendRequest, InitialRowValues } from './event-store.js';
import type { PreparedAppend } from './prepared-append.js';

/**
 * Rows of a service's own tables that are inserted by the statement that creates a stream, so that neither exists without the
 * other. A service has one definition.
 */
export interface InitialRows {
  /** What `AppendRequest.initialRows` gives, in this order; null where a kind of row has none. */
  readonly columns: Readonly<Record<string, keyof typeof arrays>>;
  /**
   * Parts of a `with` that read `given` (n, district, stream, then the columns) and insert. One is named `inserted` and holds
   * the `n` of the requests whose rows were inserted, at most one per row. The names `request`, `head`, `advanced`, `created`,
   * `written`, `remembered` and `appended` are taken. The districts are set before any part reads a table. When another
   * transaction then creates the stream first, the inserted rows may remain.
   */
  readonly parts: string;
}

/** The rows exist already without the stream: an earlier append of it stopped half way, or another one is under way. */
export class InitialRowsConflict extends Error {
  override readonly name = 'InitialRowsConflict';
}

const arrays = { uuid: uuidArray, text: textArray, bytea: byteaArray } as const;

/** Throws `TypeError` on malformed rows, which would fail the other members of a batch. */
export function checkInitialRows(
  { initialRows, expected }: AppendRequest,
  known: Pick<InitialRows, 'columns'> | undefined,
): void {
  if (!initialRows) return;
  if (!known || expected !== 'none')
    throw new TypeError('initial rows need expected: none and a store that was opened with their definition');
  for (const [name, type] of Object.entries(known.columns))
    if (!fits[type](initialRows[name])) throw new TypeError(`the initial row’s ${name} is no ${type}`);
}

const fits: Readonly<Record<keyof typeof arrays, (value: InitialRowValues[string] | undefined) => boolean>> = {
  uuid: (value) => value === null || (typeof value === 'string' && isUuid(value)),
  text: (value) => typeof value === 'string' || value === null,
  bytea: (value) => Buffer.isBuffer(value) || value === null,
};

/** `given` and the parts that read it; their parameters follow the first `before` ones. */
export function initialRowsSql({ columns, parts }: InitialRows, before: number): string {
  const types = ['int4', ...Object.values(columns)];
  const parameters = types.map((type, index) => `$${before + index + 1}::${type}[]`);
  return `
given as (
  select r.district, r.stream, g.*
  from unnest(${parameters.join(', ')}) as g (n, ${Object.keys(columns).join(', ')}) join request r on r.n = g.n
),
${parts},`;
}

/** The parameters of `initialRowsSql`. */
export function initialRowsParameters(
  { columns }: InitialRows,
  requests: readonly PreparedAppend[],
  allocate: Allocate,
): AppendValue[] {
  const given = requests.flatMap(({ initialRows }, index) =>
    initialRows ? [{ n: index + 1, values: initialRows }] : [],
  );
  const arrayOf = (name: string, type: keyof typeof arrays): Buffer =>
    (arrays[type] as (allocate: Allocate, values: readonly InitialRowValues[string][]) => Buffer)(
      allocate,
      given.map(({ values }) => values[name]!),
    );
  const numbers = given.map(({ n }) => n);
  return [int4Array(allocate, numbers), ...Object.entries(columns).map(([name, type]) => arrayOf(name, type))];
}
