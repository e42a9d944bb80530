/** A row's place: its card, and the question on it. */
export interface ListPlace {
  readonly id: string;
  readonly appeal: string;
  readonly question: string | undefined;
}

/** The list from which a card was opened, for «Предыдущий» and «Следующий»; of this tab. */
export interface RememberedList {
  readonly path: string;
  readonly title: string;
  readonly items: readonly ListPlace[];
  /** Rows before the first of `items`, and all rows. */
  readonly before: number;
  readonly total: number;
  /** The row whose card was looked at last. */
  readonly opened?: string;
}

const MEMORY = 'otklik.list';
/** Rows kept on each side of the opened one. */
const REACH = 200;

export function rememberList(list: Pick<RememberedList, 'path' | 'title' | 'items'>, opened: string): void {
  const at = list.items.findIndex(({ id }) => id === opened);
  const before = Math.max(0, at - REACH);
  const items = list.items.slice(before, at + REACH + 1).map(({ id, appeal, question }) => ({ id, appeal, question }));
  sessionStorage.setItem(MEMORY, JSON.stringify({ ...list, items, before, total: list.items.length, opened }));
}

/** A screen without rows of its own to walk through: the card leads back to it. */
export function rememberScreen(path: string, title: string): void {
  rememberList({ path, title, items: [] }, '');
}

/**
 * A queue: it goes on at its row when it is shown again. Of rows that are appeals the card knows the neighbours, too; ids of
 * others are no card's.
 */
export function rememberQueue(path: string, title: string, ids: readonly string[], opened: string): void {
  rememberList({ path, title, items: ids.map((id) => ({ id, appeal: id, question: undefined })) }, opened);
}

/** The row of the queue at which it goes on, of those that are still there. */
export function queueRowToReturnTo(path: string, ids: readonly string[]): string | undefined {
  const list = rememberedList();
  return list?.path === path ? rowToReturnTo(list, (id) => ids.includes(id)) : undefined;
}

/** The card of another row of the same list is looked at. */
export function rememberOpened(opened: string): void {
  const list = rememberedList();
  if (list) sessionStorage.setItem(MEMORY, JSON.stringify({ ...list, opened }));
}

export interface PlaceInList {
  /** From 1, among all rows of the list; undefined for a card that was opened otherwise. */
  readonly at: number | undefined;
  readonly total: number;
  readonly previous: ListPlace | undefined;
  readonly next: ListPlace | undefined;
}

/** The card's neighbours; `here`: ids by which its row may be known, the question's and the appeal's. */
export function placeInList(list: RememberedList, here: readonly (string | undefined)[]): PlaceInList {
  const { before, items, total } = list;
  const at = items.findIndex(({ id }) => here.includes(id));
  if (at < 0) return { at: undefined, total, previous: undefined, next: undefined };
  return { at: before + at + 1, total, previous: items[at - 1], next: items[at + 1] };
}

export function cardOf(district: string, { appeal, question }: ListPlace): string {
  return `/desk/${district}/card/${appeal}${question ? `?question=${question}` : ''}`;
}

/** Where reading goes on when the list is shown again: the row of that card, or the nearest below it that is still there. */
export function rowToReturnTo(list: RememberedList, isThere: (id: string) => boolean): string | undefined {
  const at = list.items.findIndex(({ id }) => id === list.opened);
  if (at < 0) return undefined;
  const left = (item: ListPlace): boolean => isThere(item.id);
  return (list.items.slice(at).find(left) ?? list.items.slice(0, at).findLast(left))?.id;
}

export function rememberedList(): RememberedList | undefined {
  const kept = sessionStorage.getItem(MEMORY);
  return kept === null ? undefined : (JSON.parse(kept) as RememberedList);
}
