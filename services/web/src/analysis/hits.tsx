import { Fragment, useState } from 'react';
import { useClient } from 'urql';
import { Link } from 'wouter';
import { operation } from '../frame/graphql-client.js';
import { useKeys } from '../parts/keys.js';
import { mayUse, useViewer } from '../frame/viewer.js';
import type { SearchAppealsQuery } from '../generated/graphql.js';
import { Button } from '../parts/button.js';
import { dayIn, fullDate } from '../parts/dates.js';
import { deadlineWords } from '../parts/deadline-words.js';
import { Kbd } from '../parts/kbd.js';
import { t } from '../words/words.js';
import { searchDocument } from './analysis.queries.js';
import type { OpenedFrom } from './masked-text.js';
import { Months } from './months.js';
import { filterOf, isFiltered, orders, unfiltered } from './sought.js';
import { useSought } from './use-sought.js';

type Found = SearchAppealsQuery['search'];
type Hit = Found['nodes'][number];

const MORE = 50;

/** How many, by month, and the texts with what was found marked. */
export function Hits({ found }: { readonly found: Found }) {
  const { sought, linkTo } = useSought();
  const count = t('analysis.appeals', { count: found.total });
  return (
    <>
      <div className="d-bar">
        <h2>{found.totalIsExact ? count : t('analysis.moreThan', { count: found.total })}</h2>
        {found.relaxed && <span className="muted">{t('analysis.relaxed')}</span>}
        {found.degraded && <span className="attn">{t('analysis.degraded')}</span>}
        {isFiltered(sought) && (
          <Link className="is-end" href={linkTo(unfiltered)}>
            {t('analysis.clear')}
          </Link>
        )}
      </div>
      {found.foundBy.choices.map(({ sides }) => (
        <p key={sides.join('|')} className="muted">
          {t('analysis.foundByChoice', { sides: orWords(sides) })}
        </p>
      ))}
      {found.foundBy.isCut && <p className="muted">{t('analysis.queryCut')}</p>}
      {found.corrections.map(({ from, to }) => (
        <p key={from} className="muted">
          {t('analysis.corrected', { from, to })}
        </p>
      ))}
      <div className="part d-gap">
        <Months months={found.facets.months} />
      </div>
      {found.total === 0 ? (
        <p className="d-gap2">{t('analysis.nothing')}</p>
      ) : (
        <Texts key={JSON.stringify(sought)} found={found} />
      )}
      {found.nearby.length > 0 && (
        <div className="part">
          <h2>{t('analysis.nearby')}</h2>
          {found.nearby.map((hit) => (
            <HitArticle key={hit.row.id} hit={hit} />
          ))}
        </div>
      )}
    </>
  );
}

function orWords(sides: readonly string[]): string {
  return sides.map((words) => t('analysis.foundBySide', { words })).join(t('analysis.foundByOr'));
}

function Texts({ found }: { readonly found: Found }) {
  const [later, setLater] = useState<Pick<Found, 'nodes' | 'pageInfo'>>();
  const client = useClient();
  const { sought, districts, go } = useSought();
  const hits = [...found.nodes, ...(later?.nodes ?? [])];
  const { hasNextPage, endCursor } = later?.pageInfo ?? found.pageInfo;
  const more = async (): Promise<void> => {
    const asked = { districts: [...districts], query: sought.query, filter: filterOf(sought), order: sought.order };
    const variables = { ...asked, first: MORE, after: endCursor ?? null };
    const { data } = await client.query(operation(searchDocument), variables as never).toPromise();
    if (data) setLater({ nodes: [...(later?.nodes ?? []), ...data.search.nodes], pageInfo: data.search.pageInfo });
  };
  useKeys([
    { keys: 'KeyJ', title: t('analysis.next'), run: () => focusHit(1) },
    { keys: 'KeyK', title: t('analysis.previous'), run: () => focusHit(-1) },
  ]);
  return (
    <div className="part">
      <div className="d-bar">
        <h2>{t('analysis.texts')}</h2>
        <select
          aria-label={t('analysis.order')}
          value={sought.order}
          onChange={({ target }) => go({ order: orders.find((one) => one === target.value) ?? orders[0] })}
        >
          {orders.map((order) => (
            <option key={order} value={order}>
              {t(`analysis.order${order}`)}
            </option>
          ))}
        </select>
        <span className="keys is-end">
          <span>
            {t('analysis.next')}
            <Kbd keys="KeyJ" />
          </span>
          <span>
            {t('analysis.open')}
            <Kbd keys="Enter" />
          </span>
        </span>
      </div>
      {hits.map((hit) => (
        <HitArticle key={hit.row.id} hit={hit} />
      ))}
      {hasNextPage && (
        <p className="d-gap">
          <Button onPress={() => void more()}>{t('analysis.more')}</Button>
        </p>
      )}
    </div>
  );
}

function HitArticle({ hit: { row, highlights } }: { readonly hit: Hit }) {
  const { district } = row;
  const page = usePageOf({ district: district.code, id: row.id });
  const openedFrom: OpenedFrom = { search: location.search };
  const number = row.number ?? row.receipt;
  const day = row.registeredOn ?? dayIn(district.zone, row.receivedAt);
  const topic = row.questions[0]?.topic?.name;
  return (
    <article className="hit">
      <p>
        {page === undefined ? (
          <b>{number}</b>
        ) : (
          <Link href={page} state={openedFrom}>
            {number}
          </Link>
        )}
        <span>{[fullDate(day), topic, t(`parts.channelLong${row.channel}`)].filter(Boolean).join(', ')}</span>
        <StateWords row={row} />
      </p>
      <p className="read">
        <Marked text={highlights.length > 0 ? highlights.join(' … ') : (row.excerpt ?? t('analysis.erased'))} />
      </p>
    </article>
  );
}

/** The card, or the text without personal data, for who may open no card. */
function usePageOf({ district, id }: { readonly district: string; readonly id: string }): string | undefined {
  const viewer = useViewer();
  if (mayUse(viewer, district, 'appeal')) return `/desk/${district}/card/${id}`;
  return mayUse(viewer, district, 'maskedAppeal') ? `/analysis/${district}/${id}` : undefined;
}

function StateWords({ row }: { readonly row: Hit['row'] }) {
  const { dueOn, dueAt, district, state } = row;
  const { zone } = district;
  if (!dueOn) return <span className="is-end">{t(`analysis.state${state}`)}</span>;
  const { id, count, time, look } = deadlineWords({ dueOn, dueAt }, { today: dayIn(zone, Date.now()), zone });
  const left = t(id, { count, time });
  if (look === 'late') return <span className="is-end late">{left}</span>;
  return <span className="is-end">{`${t(`analysis.state${state}`)}, ${left}`}</span>;
}

/** The server puts what was found between U+E000 and U+E001. */
function Marked({ text }: { readonly text: string }) {
  return text.split('\uE000').map((piece, at) => {
    const [found, rest] = at === 0 ? [undefined, piece] : piece.split('\uE001');
    return (
      <Fragment key={at}>
        {found !== undefined && <mark>{found}</mark>}
        {rest}
      </Fragment>
    );
  });
}

function focusHit(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('.hit a')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
}
