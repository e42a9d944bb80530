import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import type { WholeList } from '../../../frame/whole-list.js';
import { Button } from '../../../parts/button.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { peopleDocument } from './evidence.queries.js';

/** Head of the lists: title, count, filters, the tabs. */
export function EvidenceHead(props: {
  readonly pages: Pick<Pages<unknown>, 'items' | 'hasMore'>;
  /** The first page is there, or will not come. */
  readonly isRead: boolean;
  /** The file has every record of the filter, also those that are not shown yet. */
  readonly saved: WholeList;
  readonly picker: ReactNode;
  readonly filters: ReactNode;
}) {
  const { get, set } = useAddress();
  const { saved } = props;
  const tabs = [
    ['', t('administration.openings')],
    ['changes', t('administration.changes')],
    ['access', t('administration.access')],
  ] as const;
  return (
    <div className="wl-head">
      <div className="d-bar">
        <h1>
          {t('administration.evidence')}
          <small>{props.isRead ? countWords(props.pages) : t('frame.loading')}</small>
        </h1>
        <span className="is-end" />
        {props.picker}
        <Button look="plain" onPress={() => print()}>
          {t('administration.print')}
        </Button>
        <Button look="plain" disabled={saved.done !== undefined} onPress={() => void saved.start()}>
          {saved.done ? t('administration.saving', { done: saved.done }) : t('administration.csv')}
        </Button>
      </div>
      <Problem problem={saved.failure} onAgain={() => void saved.start()} />
      <nav className="tabs d-gap" aria-label={t('administration.evidence')}>
        {tabs.map(([of, words]) => (
          <a
            key={of}
            href={`?of=${of}`}
            {...(get('of') === of && { 'aria-current': 'true' as const })}
            onClick={(event) => {
              event.preventDefault();
              set({ of });
            }}
          >
            {words}
          </a>
        ))}
      </nav>
      <div className="d-bar">{props.filters}</div>
    </div>
  );
}

function countWords({ items: { length: count }, hasMore }: Pick<Pages<unknown>, 'items' | 'hasMore'>): string {
  return t(hasMore ? 'administration.evidenceLatest' : 'administration.evidenceCount', { count });
}

export function OfficialFilter() {
  const { code: district } = useDistrict();
  const { get, set } = useAddress();
  const [{ data }] = useQuery({ query: operation(peopleDocument), variables: { district } });
  return (
    <select
      aria-label={t('administration.who')}
      value={get('official')}
      onChange={({ target }) => set({ official: target.value })}
    >
      <option value="">{t('administration.allOfficials')}</option>
      {(data?.directory.officials ?? []).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** What narrows these lists. */
export const FILTERS = ['official', 'appeal', 'from', 'to', 'kind'];

/** What is to be done about it only where something was asked for. */
export function NoRecords() {
  const { get } = useAddress();
  const isNarrowed = FILTERS.some((name) => get(name) !== '');
  return <p className="wl-empty">{t(isNarrowed ? 'administration.noRecords' : 'administration.noRecordsYet')}</p>;
}

export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

export interface Pages<Node> {
  readonly items: readonly Node[];
  readonly hasMore: boolean;
  readonly more: () => void;
}

/** Pages that were read so far, as one list. `after`: the cursor to read from; `with`: the list with the page read there. */
export function usePages<Node extends { readonly id: string }>(): {
  readonly after: string | undefined;
  readonly with: (page: Page<Node> | undefined) => Pages<Node>;
} {
  const [read, setRead] = useState<readonly Node[]>([]);
  const [after, setAfter] = useState<string>();
  return {
    after,
    with: (page) => {
      const fresh = (page?.nodes ?? []).filter(({ id }) => !read.some((one) => one.id === id));
      const items = [...read, ...fresh];
      const more = (): void => {
        setRead(items);
        setAfter(page?.pageInfo.endCursor ?? undefined);
      };
      return { items, hasMore: page?.pageInfo.hasNextPage ?? false, more };
    },
  };
}

export function Foot({ hasMore, onMore }: { readonly hasMore: boolean; readonly onMore: () => void }) {
  return (
    <div className="wl-bulk d-bar">
      {hasMore && <Button onPress={onMore}>{t('administration.more')}</Button>}
      <span className="muted is-end">{t('administration.neverChanged')}</span>
    </div>
  );
}
