import { memo } from 'react';
import { useLocation } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import type { LiveListState } from '../../frame/use-live-list.js';
import { mayUse, useViewer } from '../../frame/viewer.js';
import type { ListCode } from '../../frame/worklists.js';
import type { AppealOrder } from '../../generated/enumerations.js';
import type { AppealFilter } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import type { Column } from '../../parts/data-table/column.js';
import { ColumnPicker } from '../../parts/data-table/column-picker.js';
import { useKeptColumns } from '../../parts/data-table/kept-columns.js';
import { t } from '../../words/words.js';
import { FilterChips } from './filter-chips.js';
import { SaveList } from './save-list.js';
import { WorklistFilters } from './worklist-filters.js';
import type { ListView } from '../../frame/worklist-filter.js';
import type { ListItem } from './list-item.js';
import { ViewTabs } from './view-tabs.js';
import type { ShownItem } from './worklist-columns.js';

/** Name, count and order of the list, what can be done with the whole of it, and its filters. */
export const WorklistHead = memo(function WorklistHead(props: {
  readonly columns: readonly Column<ShownItem>[];
  readonly code: ListCode;
  readonly view: ListView;
  readonly order: AppealOrder;
  readonly filter: AppealFilter;
  readonly state: LiveListState<ListItem>;
  readonly today: string;
  readonly onView: (view: ListView) => void;
}) {
  const { columns, code, view, order, filter, state, onView } = props;
  const district = useDistrict();
  const viewer = useViewer();
  const [, navigate] = useLocation();
  const { shown, isChosen } = useKeptColumns('worklist', columns);
  const title = t(`frame.list${code}`);
  return (
    <div className="wl-head">
      <div className="d-bar">
        <h1>
          {title}
          <small role="status">
            <CountWords state={state} order={order} />
          </small>
        </h1>
        <span className="is-end" />
        <ColumnPicker list="worklist" columns={columns} />
        <button
          type="button"
          className="d-button is-plain not-on-phone"
          onClick={() => void state.loadAll().then(() => print())}
        >
          {t('worklist.print')}
        </button>
        <SaveList columns={columns} code={code} filter={filter} order={order} />
        {mayUse(viewer, district.code, 'registerAppeal') && (
          <Button
            keys="Alt+KeyN"
            className="not-on-phone"
            onPress={() => navigate(`/desk/${district.code}/registration/paper`)}
          >
            {t('worklist.registerNew')}
          </Button>
        )}
      </div>
      <ViewTabs
        code={code}
        view={view}
        today={props.today}
        total={isLoaded(state) ? totalWords(state.list) : undefined}
        columns={isChosen ? shown.map(({ id }) => id) : []}
      />
      <WorklistFilters code={code} view={view} onView={onView} />
      <FilterChips view={view} onView={onView} />
      {state.failure && (
        <p className="d-warn" role="alert">
          {state.failure.message || t('worklist.notLoaded')}{' '}
          <button type="button" className="d-link" onClick={() => void state.renew()}>
            {t('parts.again')}
          </button>
        </p>
      )}
    </div>
  );
});

function CountWords({ state, order }: { readonly state: LiveListState<ListItem>; readonly order: AppealOrder }) {
  if (!isLoaded(state)) return t('frame.loading');
  return `${totalWords(state.list)}, ${t(`worklist.order${order}`)}`;
}

function isLoaded({ list, loading }: LiveListState<ListItem>): boolean {
  return !loading && list.shape !== 0;
}

function totalWords({ total, totalIsExact }: LiveListState<ListItem>['list']): string {
  return totalIsExact ? `${total}` : `${total}+`;
}
