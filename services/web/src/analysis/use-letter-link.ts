import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { fullDate } from '../parts/dates.js';
import { t } from '../words/words.js';
import { addressSince, type SavedSearch } from './saved-search.js';

/**
 * A letter names a search by its id alone. Its link becomes the address of the search from the day of the letter's news on.
 * Answers what was opened: what the letter could not name. `searches` undefined: not loaded yet.
 */
export function useLetterLink(
  searches: readonly SavedSearch[] | undefined,
  onOpen: (search: SavedSearch) => void,
): string | undefined {
  const address = useSearch();
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState<{ readonly said: string; readonly address: string }>();
  useEffect(() => {
    const params = new URLSearchParams(address);
    const id = params.get('search');
    if (id === null || !searches) return;
    const search = searches.find((one) => one.id === id);
    // An address may hold anything.
    const since = /^\d{4}-\d\d-\d\d$/.exec(params.get('from') ?? '')?.[0] ?? '';
    const next = search ? addressSince(search, since) : '';
    const said = search ? newsIn(search, since) : t('analysis.noSuchSearch');
    setOpened({ said, address: next.slice(1) });
    navigate(`/analysis${next}`, { replace: true });
    if (search?.followed) onOpen(search);
  }, [address, searches, navigate, onOpen]);
  return opened?.address === address ? opened.said : undefined;
}

function newsIn({ name }: SavedSearch, since: string): string {
  return since === '' ? name : t('analysis.newsSince', { name, day: fullDate(since) });
}
