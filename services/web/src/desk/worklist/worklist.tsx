import { useCallback, useMemo } from 'react';
import { useLocation, useParams, useSearch } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { useKeys, type KeyBinding } from '../../parts/keys.js';
import { rememberList } from '../../frame/list-memory.js';
import { NextList } from '../../frame/next-list.js';
import { OwnList } from '../../frame/own-list.js';
import { useLiveList, useRows } from '../../frame/use-live-list.js';
import { useMedia } from '../../frame/use-media.js';
import { useNarrow } from '../../frame/use-narrow.js';
import type { AppealOrder } from '../../generated/enumerations.js';
import { isReported, listOf, worklistPath, type ListCode } from '../../frame/worklists.js';
import type { Column } from '../../parts/data-table/column.js';
import { useKeptColumns } from '../../parts/data-table/kept-columns.js';
import { dayIn } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { BulkBar } from './bulk-bar.js';
import type { ListItem } from './list-item.js';
import { useRowActs } from './row-acts.js';
import { useSelection } from './selection.js';
import { useWorklistActs } from './worklist-acts.js';
import { worklistColumns } from './worklist-columns.js';
import { WorklistGrid } from './worklist-grid.js';
import { WorklistHead } from './worklist-head.js';
import { filterOf, searchOf, viewOf, type ListView } from '../../frame/worklist-filter.js';
import { WorklistPreview } from './worklist-preview.js';
import { sourceOf, urgentOf } from './worklist-source.js';
import { useReturn } from './use-return.js';
import './worklist.css';

const PAGE_ROWS = 100;

export function Worklist() {
  const { worklist } = useParams<{ worklist: string }>();
  const code = listOf(worklist);
  if (!code) return <main className="frame-wait">{t('frame.missing')}</main>;
  const list = <List key={code} code={code} />;
  return isReported(code) ? list : <OwnList list={code}>{list}</OwnList>;
}

function List({ code }: { readonly code: ListCode }) {
  const district = useDistrict();
  const [, navigate] = useLocation();
  const search = useSearch();
  const narrow = useNarrow();
  const view = useMemo(() => viewOf(new URLSearchParams(search)), [search]);
  const today = useToday(district.zone);
  const order = view.order || (isReported(code) ? 'NEWEST' : 'DEADLINE');
  const filter = useMemo(() => filterOf(code, view, today), [code, view, today]);
  const state = useLiveList(sourceOf(code), {
    district: district.code,
    filter,
    urgent: urgentOf(filter),
    order,
    first: PAGE_ROWS,
  });
  const { list } = state;
  const all = useMemo(worklistColumns, []);
  const columns = useRoomFor(useKeptColumns('worklist', all).shown);
  const selection = useSelection(list);
  const path = `${worklistPath(district.code, code)}?${search}`;
  useReturn(path, list, selection);
  const { cursor, picked } = selection;
  const [current] = useRows(list, cursor === undefined ? [] : [cursor]);
  const chosen = useRows(list, picked.size > 0 ? picked : cursor === undefined ? [] : [cursor]);
  const rowActs = useRowActs(district.code);
  const acts = useWorklistActs({ chosen, selection, rowActs });
  const change = useCallback(
    (next: ListView): void => {
      navigate(`${worklistPath(district.code, code)}?${searchOf(next)}`, { replace: true });
    },
    [navigate, district.code, code],
  );
  const changeOrder = useCallback((next: AppealOrder) => change({ ...view, order: next }), [change, view]);
  const hrefOf = useCallback((item: ListItem) => cardPath(district.code, item), [district.code]);
  const renew = (): void => {
    selection.clear();
    rowActs.hide();
    void state.renew();
  };
  const title = t(`frame.list${code}`);
  const remember = (id: string): void => rememberList({ path, title, items: list.rows }, id);
  const open = (item: ListItem): void => {
    remember(item.id);
    navigate(hrefOf(item));
  };
  useKeys(listKeys({ selection, renew, open, current, waiting: list.waiting.size }));
  return (
    <main className="wl">
      <title>{t('worklist.pageTitle', { title, total: list.total })}</title>
      <section
        className="wl-list"
        aria-label={title}
        aria-busy={state.loading}
        onClickCapture={(event) => {
          const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-row]');
          if (!link) return;
          remember(link.dataset['row']!);
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          // One handler for all rows: a router's link in each costs hooks in every row that is drawn.
          event.preventDefault();
          event.stopPropagation();
          navigate(link.getAttribute('href')!);
        }}
      >
        <WorklistHead
          columns={all}
          code={code}
          view={view}
          filter={filter}
          onView={change}
          state={state}
          today={today}
          order={order}
        />
        <WorklistGrid
          columns={columns}
          list={list}
          order={order}
          today={today}
          narrow={narrow}
          cursor={cursor}
          picked={picked}
          acts={rowActs.acts}
          empty={
            <Empty
              code={code}
              loading={state.loading || list.shape === 0}
              onDrop={searchOf(view) === '' ? undefined : () => change(viewOf(new URLSearchParams()))}
            />
          }
          hrefOf={hrefOf}
          onPick={selection.pick}
          onPickTo={selection.pickTo}
          onPickAll={selection.pickAll}
          onPoint={selection.point}
          onOrder={changeOrder}
          onNearEnd={state.loadMore}
        />
        <BulkBar selection={selection} acts={acts} rowActs={rowActs} list={list} onRenew={renew} />
      </section>
      {current && !narrow && (
        <WorklistPreview item={current} href={hrefOf(current)} opens={!acts.hasMain}>
          {acts.buttons(picked.size === 0)}
        </WorklistPreview>
      )}
      {acts.dialogs}
    </main>
  );
}

/** Where there is little room the gist has that of the date, which is in the preview. */
function useRoomFor<Row>(shown: readonly Column<Row>[]): readonly Column<Row>[] {
  const isTight = useMedia('screen and (width < 84rem)');
  return useMemo(() => (isTight ? shown.filter(({ id }) => id !== 'date') : shown), [isTight, shown]);
}

/** Asked of the calendar once a minute, not with each key. */
function useToday(zone: string): string {
  const minute = Math.floor(Date.now() / 60_000);
  return useMemo(() => dayIn(zone, minute * 60_000), [zone, minute]);
}

export function cardPath(district: string, item: Pick<ListItem, 'appeal' | 'question'>): string {
  return `/desk/${district}/card/${item.appeal}${item.question ? `?question=${item.question}` : ''}`;
}

interface EmptyProps {
  readonly code: ListCode;
  readonly loading: boolean;
  /** Takes all conditions away; absent: there are none. */
  readonly onDrop: (() => void) | undefined;
}

/** Why nothing is here, and the next step: the list that waits, or the conditions. */
function Empty({ code, loading, onDrop }: EmptyProps) {
  if (loading) return t('frame.loading');
  if (onDrop)
    return (
      <>
        {t('worklist.noneFound')}{' '}
        <button type="button" className="d-link" onClick={onDrop}>
          {t('worklist.dropAll')}
        </button>
      </>
    );
  return (
    <>
      {t('worklist.none')} <NextList code={code} />
    </>
  );
}

function listKeys(options: {
  readonly selection: ReturnType<typeof useSelection>;
  readonly renew: () => void;
  readonly open: (item: ListItem) => void;
  readonly current: ListItem | undefined;
  readonly waiting: number;
}): readonly KeyBinding[] {
  const { selection, current } = options;
  const move = (by: number) => () => selection.move(by);
  return [
    { keys: 'KeyJ', title: t('worklist.down'), run: move(1) },
    { keys: 'KeyK', title: t('worklist.up'), run: move(-1) },
    { keys: 'ArrowDown', title: t('worklist.down'), run: move(1) },
    { keys: 'ArrowUp', title: t('worklist.up'), run: move(-1) },
    { keys: 'PageDown', title: t('worklist.pageDown'), run: move(15) },
    { keys: 'PageUp', title: t('worklist.pageUp'), run: move(-15) },
    { keys: 'Home', title: t('worklist.first'), run: move(-Infinity) },
    { keys: 'End', title: t('worklist.last'), run: move(Infinity) },
    { keys: 'KeyX', title: t('worklist.pickWord'), run: () => current && selection.pick(current.id) },
    { keys: 'Shift+KeyX', title: t('worklist.pickTo'), run: () => current && selection.pickTo(current.id) },
    { keys: 'Control+KeyA', title: t('worklist.pickAll'), run: selection.pickAll, inFields: false },
    { keys: 'Enter', title: t('worklist.open'), run: () => current && options.open(current) },
    ...(options.waiting > 0 ? [{ keys: 'KeyN', title: t('worklist.showNew'), run: options.renew }] : []),
  ];
}
