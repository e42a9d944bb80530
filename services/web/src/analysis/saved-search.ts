import type { SavedSearchFieldsFragment } from '../generated/graphql.js';
import { soughtIn, type Sought } from './sought.js';

export type SavedSearch = SavedSearchFieldsFragment;

/** As the list of a saved view is called that is a search. */
export const SEARCH = 'analysis';

const WORDS = 'q';

/** The query of the search's address, with `?`. */
export function addressOf({ query, words }: Pick<SavedSearch, 'query' | 'words'>): string {
  const params = new URLSearchParams(query);
  if (words) params.set(WORDS, words);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** What of the search's address is saved: words, which may hold a name, apart. */
export function savedParts(address: string): { readonly query: string; readonly words: string | null } {
  const params = new URLSearchParams(address);
  const words = params.get(WORDS)?.trim() ?? '';
  params.delete(WORDS);
  return { query: params.toString(), words: words === '' ? null : words };
}

/** The address of what a letter counted as new: the same filters, from a day on. */
export function addressSince(saved: Pick<SavedSearch, 'query' | 'words'>, since: string): string {
  const params = new URLSearchParams(addressOf(saved));
  if (since === '') return addressOf(saved);
  if ((params.get('from') ?? '') < since) params.set('from', since);
  params.delete('period');
  return `?${params.toString()}`;
}

/** What the search asks for of a day and later; undefined where its own period has ended before. */
export function soughtSince(saved: SavedSearch, { since, today }: Readonly<Record<'since' | 'today', string>>) {
  const sought: Sought = soughtIn(addressOf(saved), today);
  if (sought.to !== '' && sought.to < since) return undefined;
  return { ...sought, from: sought.from > since ? sought.from : since };
}
