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
}

const MEMORY = 'otklik.list';

export function rememberList({ path, title, items }: RememberedList): void {
  const places = items.map(({ id, appeal, question }) => ({ id, appeal, question }));
  sessionStorage.setItem(MEMORY, JSON.stringify({ path, title, items: places }));
}

export function rememberedList(): RememberedList | undefined {
  const kept = sessionStorage.getItem(MEMORY);
  return kept === null ? undefined : (JSON.parse(kept) as RememberedList);
}
