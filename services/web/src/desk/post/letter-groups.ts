import type { PostLetterFragment } from '../../generated/graphql.js';

/** How far a letter is on its way to the post and from there, in the order in which they are worked on. */
export const GROUPS = ['PRINT', 'HAND_IN', 'RETURNED', 'ON_ITS_WAY', 'DELIVERED'] as const;
export type LetterGroup = (typeof GROUPS)[number];

type Letter = Pick<PostLetterFragment, 'id' | 'state' | 'posting'>;

/** Of a letter that was printed; of one that came back since it is another, as it is printed again. */
export function printKey({ id, posting }: Pick<Letter, 'id' | 'posting'>): string {
  return posting?.after ? `${id} again` : id;
}

/** `printed`: keys of those that were printed today, at this workplace. */
export function groupOf(letter: Letter, printed: ReadonlySet<string>): LetterGroup {
  const { state, posting } = letter;
  const after = posting?.after;
  if (state !== 'PENDING')
    return after?.outcome === 'DELIVERED' || posting?.means === 'HANDED_OVER' ? 'DELIVERED' : 'ON_ITS_WAY';
  if (printed.has(printKey(letter))) return 'HAND_IN';
  return after ? 'RETURNED' : 'PRINT';
}

/** By group, then the nearest deadline first; letters without one keep their order after them. */
export function inGroups<Row extends Letter & Pick<PostLetterFragment, 'dueOn' | 'dueAt'>>(
  rows: readonly Row[],
  printed: ReadonlySet<string>,
): readonly Row[] {
  const placeOf = (row: Row): string => `${GROUPS.indexOf(groupOf(row, printed))} ${endOf(row)}`;
  return rows.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : Number(placeOf(one) > placeOf(other))));
}

/** The letter of the same group behind this one, at its end the one before; undefined where it is the only one. */
export function nextAlike<Row extends Letter>(
  rows: readonly Row[],
  row: Row,
  printed: ReadonlySet<string>,
): Row | undefined {
  const alike = rows.filter((one) => groupOf(one, printed) === groupOf(row, printed));
  const at = alike.findIndex(({ id }) => id === row.id);
  return alike[at + 1] ?? alike[at - 1];
}

function endOf({ state, dueOn, dueAt }: Pick<PostLetterFragment, 'state' | 'dueOn' | 'dueAt'>): string {
  // What has left keeps its order: its term has ended with the posting.
  if (state !== 'PENDING') return '';
  return `${dueOn ?? '9999-12-31'} ${dueAt ?? 'by its midnight'}`;
}

/** At most so many at once, so that one press asks the server for no more than it takes. */
export function inBatches<Row>(rows: readonly Row[], size: number): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
}
