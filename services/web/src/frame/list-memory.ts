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
}

const MEMORY = 'otklik.list';
/** Rows kept on each side of the opened one. */
const REACH = 200;

export function rememberList(list: Pick<RememberedList, 'path' | 'title' | 'items'>, opened: string): void {
  const at = list.items.findIndex(({ id }) => id === opened);
  const before = Math.max(0, at - REACH);
  const items = list.items.slice(before, at + REACH + 1).map(({ id, appeal, question }) => ({ id, appeal, question }));
  sessionStorage.setItem(MEMORY, JSON.stringify({ ...list, items, before, total: list.items.length }));
}

export function rememberedList(): RememberedList | undefined {
  const kept = sessionStorage.getItem(MEMORY);
  return kept === null ? undefined : (JSON.parse(kept) as RememberedList);
}
