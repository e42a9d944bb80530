import { memo, useEffect, useId, useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { useViewer } from '../../frame/viewer.js';
import { filterOf, searchOf, viewOf, type ListView } from '../../frame/worklist-filter.js';
import { useWorklistCounts } from '../../frame/worklist-counts.js';
import { isReported, listOf, worklistPath, type ListCode } from '../../frame/worklists.js';
import { t } from '../../words/words.js';
import { listViewOf, useSavedViews, useTakenOver, type SavedView } from './saved-views.js';
import { countAppealsDocument, countQuestionsDocument } from './saved-views.queries.js';
import { SaveView, ViewMenu } from './view-menu.js';
import { usualViewsOf } from './usual-views.js';

/** What fits in the row at 1,280 pixels; others are one press away. */
const MAX_TABS = 5;

interface Tab {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly view: ListView;
  readonly saved?: SavedView;
}

interface TabsProps {
  readonly code: ListCode;
  readonly view: ListView;
  readonly total: string | undefined;
  readonly today: string;
  /** Ids of the shown columns; empty: the usual ones. */
  readonly columns: readonly string[];
}

/** The list as it is and by its views: those of the official's role, own ones, and those that others share. */
export const ViewTabs = memo(function ViewTabs({ code, view, total, today, columns }: TabsProps) {
  const { views, reload } = useSavedViews();
  useTakenOver(reload);
  const tabs = useTabs(code, views);
  const now = sameView(view);
  const current = tabs.find((tab) => sameView(tab.view) === now);
  const shown = withCurrent(tabs, current);
  const others = tabs.filter((tab) => !shown.includes(tab));
  return (
    <div className="d-bar wl-views not-on-phone">
      <nav className="tabs" aria-label={t('worklist.views')}>
        {shown.map((tab) => (
          <Link key={tab.id} href={tab.href} {...(tab === current && { 'aria-current': 'page' })}>
            {tab.name} {tab === current ? <Count>{total}</Count> : <TabCount code={code} tab={tab} today={today} />}
          </Link>
        ))}
      </nav>
      {others.length > 0 && <OtherTabs tabs={others} />}
      <span className="is-end" />
      {current?.saved?.mayChange && <ViewMenu key={current.id} view={current.saved} onChange={reload} />}
      {!current && <SaveView code={code} view={view} columns={columns} views={views} onSaved={reload} />}
    </div>
  );
});

function useTabs(code: ListCode, views: readonly SavedView[]): readonly Tab[] {
  const district = useDistrict();
  const viewer = useViewer();
  const path = worklistPath(district.code, code);
  const roles = viewer.roles.filter((one) => one.district.code === district.code).map(({ role }) => role);
  const usual = [{ name: 'worklist.viewAll', query: '' } as const, ...usualViewsOf(code, roles)];
  return [
    ...usual.map(({ name, query }) => ({
      id: query,
      name: t(name),
      href: query === '' ? path : `${path}?${query}`,
      view: viewOf(new URLSearchParams(query)),
    })),
    ...views
      .filter(({ list }) => listOf(list) === code)
      .map((saved) => ({
        id: saved.id,
        name: saved.isShared ? t('worklist.sharedView', { name: saved.name }) : saved.name,
        href: `/desk/${district.code}/view/${saved.id}`,
        view: listViewOf(saved),
        saved,
      })),
  ];
}

/** The order is not what makes another view of it. */
function sameView(view: ListView): string {
  return searchOf({ ...view, order: '' });
}

function withCurrent(tabs: readonly Tab[], current: Tab | undefined): readonly Tab[] {
  const first = tabs.slice(0, MAX_TABS);
  return !current || first.includes(current) ? first : [...first.slice(0, -1), current];
}

function TabCount({ code, tab, today }: { readonly code: ListCode; readonly tab: Tab; readonly today: string }) {
  const { code: district } = useDistrict();
  const counts = useWorklistCounts();
  const list = isReported(code) ? undefined : counts[code];
  const document = list?.of === 'APPEALS' ? countAppealsDocument : countQuestionsDocument;
  const variables = { district, filter: filterOf(code, tab.view, today) };
  const [{ data }, ask] = useQuery({ query: operation(document), variables });
  const total = list?.total;
  useEffect(() => ask({ requestPolicy: 'network-only' }), [ask, total]);
  return <Count>{data && (data.counted.totalIsExact ? data.counted.total : `${data.counted.total}+`)}</Count>;
}

function Count({ children }: { readonly children: ReactNode }) {
  return <small className="num">{children}</small>;
}

function OtherTabs({ tabs }: { readonly tabs: readonly Tab[] }) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="d-button is-plain" popoverTarget={id}>
        {t('worklist.moreViews', { count: tabs.length })}
      </button>
      <div
        id={id}
        popover="auto"
        className="dt-picker wl-more"
        onToggle={({ newState }) => setOpen(newState === 'open')}
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      >
        {isOpen &&
          tabs.map((tab) => (
            <Link key={tab.id} href={tab.href}>
              {tab.name}
            </Link>
          ))}
      </div>
    </>
  );
}
