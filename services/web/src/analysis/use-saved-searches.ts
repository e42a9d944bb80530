import { useCallback, useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { useSend } from '../frame/command.js';
import { client, operation } from '../frame/graphql-client.js';
import { newKey } from '../frame/new-key.js';
import { mayUse, useViewer } from '../frame/viewer.js';
import { saveViewDocument } from '../desk/worklist/saved-views.queries.js';
import { dayIn } from '../parts/dates.js';
import { savedParts, SEARCH, soughtSince, type SavedSearch } from './saved-search.js';
import type { SearchNewsWay } from '../generated/graphql.js';
import { followViewDocument, foundDocument, savedSearchesDocument } from './saved-searches.queries.js';
import { filterOf } from './sought.js';
import { REPUBLIC_ZONE } from './use-sought.js';

const NONE: readonly SavedSearch[] = [];

/** Searches are kept in the first district in which the official may keep views; one over several districts, too. */
export function useSavedSearches() {
  const viewer = useViewer();
  const home = viewer.districts.find(({ code }) => mayUse(viewer, code, 'saveView'));
  const district = home?.code ?? '';
  const [{ data }, ask] = useQuery({
    query: operation(savedSearchesDocument),
    variables: { district },
    pause: home === undefined,
  });
  const reload = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useTakenOver(district, reload);
  const searches = useMemo(() => data?.savedViews.filter(({ list }) => list === SEARCH) ?? NONE, [data]);
  return { home, searches, isLoaded: data !== undefined, reload, ...useNew(searches, district, reload) };
}

/** How many appeals of each followed search are new to the official, by its id; and the mark that all is seen. */
function useNew(searches: readonly SavedSearch[], district: string, reload: () => void) {
  const { districts } = useViewer();
  const send = useSend();
  const [fresh, setFresh] = useState<ReadonlyMap<string, number>>(new Map());
  const mine = useMemo(() => districts.map(({ code }) => code), [districts]);
  useEffect(() => {
    let isOver = false;
    void (async () => {
      // One after another: an official runs two searches at once, and one is on the screen.
      for (const search of searches) {
        if (!search.followed) continue;
        const { seenOn, seenCount } = search.followed;
        const found = await foundSince(search, seenOn, mine);
        if (isOver) return;
        const count = Math.max(0, (found ?? 0) - seenCount);
        setFresh((all) => new Map(all).set(search.id, count));
      }
    })();
    return () => {
      isOver = true;
    };
  }, [searches, mine]);
  const follow = useCallback(
    async (search: SavedSearch, isOn: boolean, ways?: readonly SearchNewsWay[]): Promise<boolean> => {
      const seenOn = dayIn(REPUBLIC_ZONE, Date.now());
      const seenCount = isOn ? await foundSince(search, seenOn, mine) : undefined;
      // What is not known now stays new.
      if (isOn && seenCount === undefined) return false;
      const input = {
        district,
        key: newKey(),
        id: search.id,
        ...(isOn && { seenOn, seenCount: seenCount ?? 0, ...(ways && { ways: [...ways] }) }),
      };
      const { kind } = await send(followViewDocument, { input });
      reload();
      return kind === 'done';
    },
    [district, mine, reload, send],
  );
  return { fresh, follow };
}

/** Undefined where it could not be counted. Texts with only some of the words, or with other ones, are none of the search. */
async function foundSince(search: SavedSearch, since: string, mine: readonly string[]): Promise<number | undefined> {
  const sought = soughtSince(search, { since, today: dayIn(REPUBLIC_ZONE, Date.now()) });
  if (!sought) return 0;
  const chosen = mine.filter((code) => sought.districts.includes(code));
  const variables = {
    districts: [...(chosen.length > 0 ? chosen : mine)],
    query: sought.query,
    filter: filterOf(sought) as never,
  };
  const options = { requestPolicy: 'network-only' as const };
  const { data } = await client.query(operation(foundDocument), variables, options).toPromise();
  if (!data) return undefined;
  const { total, relaxed, corrections } = data.search;
  return relaxed || corrections.length > 0 ? 0 : total;
}

const KEPT = 'otklik.searches';

interface KeptInBrowser {
  readonly name: string;
  /** Query of the address. */
  readonly search: string;
  /** Of the command that takes it over, the same at each attempt. */
  readonly key?: string;
}

function keptInBrowser(): readonly KeptInBrowser[] {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '[]') as readonly KeptInBrowser[];
  } catch {
    return [];
  }
}

/** Searches that this browser kept before they were on the server are saved there once; what names a person is kept nowhere. */
function useTakenOver(district: string, reload: () => void): void {
  const send = useSend();
  useEffect(() => {
    let kept = keptInBrowser().map((one) => ({ ...one, key: one.key ?? newKey() }));
    if (district === '' || kept.length === 0) return;
    const keep = (next: typeof kept): void => {
      kept = next;
      if (next.length === 0) localStorage.removeItem(KEPT);
      else localStorage.setItem(KEPT, JSON.stringify(next));
    };
    keep(kept);
    void (async () => {
      for (const { name, search, key } of kept) {
        const input = { district, key, name: name.slice(0, MAX_NAME), list: SEARCH, ...savedParts(search) };
        const sent = await send(saveViewDocument, { input });
        const isOver = sent.kind === 'done' || sent.problem.code === 'VIEW_WORDS_PERSONAL';
        if (isOver) keep(kept.filter((one) => one.key !== key));
      }
      reload();
    })();
  }, [district, send, reload]);
}

/** Characters of a name. */
export const MAX_NAME = 60;
