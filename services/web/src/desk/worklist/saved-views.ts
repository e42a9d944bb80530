import { useCallback, useEffect } from 'react';
import { useQuery } from 'urql';
import { useSend } from '../../frame/command.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { newKey } from '../../frame/new-key.js';
import { searchOf, viewOf, type ListView } from '../../frame/worklist-filter.js';
import type { SavedViewFieldsFragment } from '../../generated/graphql.js';
import { savedViewsDocument, saveViewDocument } from './saved-views.queries.js';

export type SavedView = SavedViewFieldsFragment;

/** The official's views of lists and those that others share. */
export function useSavedViews() {
  const { code: district } = useDistrict();
  const [{ data, fetching }, ask] = useQuery({ query: operation(savedViewsDocument), variables: { district } });
  const reload = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  return { views: data?.savedViews ?? none, isLoading: fetching && !data, reload };
}

const none: readonly SavedView[] = [];

/** The view of a list that the saved one shows. */
export function listViewOf({ query, words }: Pick<SavedView, 'query' | 'words'>): ListView {
  return { ...viewOf(new URLSearchParams(query)), text: words ?? '' };
}

/** What of it is saved: words, which may hold a name, apart. */
export function savedParts(view: ListView): { readonly query: string; readonly words: string | null } {
  return { query: searchOf({ ...view, text: '' }), words: view.text === '' ? null : view.text };
}

interface KeptInBrowser {
  readonly name: string;
  /** Path and query. */
  readonly address: string;
  /** Of the command that takes it over, the same at each attempt. */
  readonly key?: string;
}

const keyOf = (district: string): string => `otklik.views.${district}`;

function keptInBrowser(district: string): readonly KeptInBrowser[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(district)) ?? '[]') as KeptInBrowser[];
  } catch {
    return [];
  }
}

/** Views that this browser kept before views were on the server are saved there once; what is refused stays here, unless it names a person. */
export function useTakenOver(reload: () => void): void {
  const { code: district } = useDistrict();
  const send = useSend();
  useEffect(() => {
    let kept = keptInBrowser(district).map((one) => ({ ...one, key: one.key ?? newKey() }));
    if (kept.length === 0) return;
    const keep = (next: typeof kept): void => {
      kept = next;
      if (next.length === 0) localStorage.removeItem(keyOf(district));
      else localStorage.setItem(keyOf(district), JSON.stringify(next));
    };
    keep(kept);
    void (async () => {
      for (const { name, address, key } of kept) {
        const list = /\/list\/([a-z-]+)/.exec(address)?.[1];
        const parts = savedParts(viewOf(new URLSearchParams(address.split('?')[1] ?? '')));
        const input = { district, key, name, list: list ?? '', ...parts };
        const sent = list === undefined ? undefined : await send(saveViewDocument, { input });
        // What names a person is kept nowhere.
        const isOver = !sent || sent.kind === 'done' || sent.problem.code === 'VIEW_WORDS_PERSONAL';
        if (isOver) keep(kept.filter((one) => one.key !== key));
      }
      reload();
    })();
  }, [district, send, reload]);
}
