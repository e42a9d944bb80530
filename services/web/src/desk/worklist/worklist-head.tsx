import { useRef } from 'react';
import { useLocation } from 'wouter';
import { useDirectory } from '../../frame/directory.js';
import { useDistrict } from '../../frame/district.js';
import { useKeys } from '../../frame/keys.js';
import type { LiveListState } from '../../frame/use-live-list.js';
import { mayUse, useViewer } from '../../frame/viewer.js';
import type { WorklistCode } from '../../frame/worklists.js';
import type { AppealOrder } from '../../generated/enumerations.js';
import { Button } from '../../parts/button.js';
import { Kbd } from '../../parts/kbd.js';
import { t } from '../../words/words.js';
import { SavedViews } from './saved-views.js';
import { saveCsv } from './worklist-csv.js';
import {
  channels,
  dueChoices,
  filtersByOutcome,
  filtersByRating,
  outcomes,
  ratings,
  type ListView,
} from './worklist-filter.js';
import type { ListItem } from './list-item.js';

/** Name, count and order of the list, what can be done with the whole of it, and its filters. */
export function WorklistHead(props: {
  readonly code: WorklistCode;
  readonly view: ListView;
  readonly order: AppealOrder;
  readonly state: LiveListState<ListItem>;
  readonly onView: (view: ListView) => void;
}) {
  const { code, view, order, state, onView } = props;
  const district = useDistrict();
  const viewer = useViewer();
  const [, navigate] = useLocation();
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
        <button type="button" className="d-button is-plain not-on-phone" onClick={() => print()}>
          {t('worklist.print')}
        </button>
        <button
          type="button"
          className="d-button is-plain not-on-phone"
          onClick={() => saveCsv(state.list.rows, `${district.code}-${code.toLowerCase()}`)}
        >
          CSV
        </button>
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
      <Filters code={code} view={view} onView={onView} />
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
}

function CountWords({ state, order }: { readonly state: LiveListState<ListItem>; readonly order: AppealOrder }) {
  const { list, loading } = state;
  if (loading || list.shape === 0) return t('frame.loading');
  const total = list.totalIsExact ? `${list.total}` : `${list.total}+`;
  return `${total}, ${t(`worklist.order${order}`)}`;
}

function Filters(props: {
  readonly code: WorklistCode;
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
}) {
  const { code, view, onView } = props;
  const { departments, settlements } = useDirectory();
  const input = useRef<HTMLInputElement>(null);
  useKeys([{ keys: 'Slash', title: t('worklist.find'), run: () => input.current?.focus() }]);
  const choose = (field: keyof ListView) => (event: React.ChangeEvent<HTMLSelectElement>) =>
    onView({ ...view, [field]: event.target.value });
  return (
    <form
      className="d-bar wl-filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onView({ ...view, text: input.current?.value.trim() ?? '' });
      }}
    >
      <label className="d-field">
        <span className="unseen">{t('worklist.find')}</span>
        <input
          ref={input}
          key={view.text}
          type="search"
          defaultValue={view.text}
          placeholder={t('worklist.findWords')}
          onInput={(event) => event.currentTarget.value === '' && view.text && onView({ ...view, text: '' })}
        />
        <Kbd keys="Slash" />
      </label>
      <select aria-label={t('worklist.department')} value={view.department} onChange={choose('department')}>
        <option value="">{t('worklist.allDepartments')}</option>
        {departments.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <select className="on-phone" aria-label={t('worklist.term')} value={view.due} onChange={choose('due')}>
        {dueChoices.map((due) => (
          <option key={due} value={due}>
            {t(`worklist.due_${due}`)}
          </option>
        ))}
      </select>
      <select aria-label={t('worklist.from')} value={view.channel} onChange={choose('channel')}>
        <option value="">{t('worklist.allChannels')}</option>
        {channels.map((channel) => (
          <option key={channel} value={channel}>
            {t(`parts.channelLong${channel}`)}
          </option>
        ))}
      </select>
      <select aria-label={t('worklist.place')} value={view.settlement} onChange={choose('settlement')}>
        <option value="">{t('worklist.allSettlements')}</option>
        {settlements.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {filtersByOutcome(code) && (
        <select aria-label={t('worklist.outcome')} value={view.outcome} onChange={choose('outcome')}>
          <option value="">{t('worklist.allOutcomes')}</option>
          {outcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {t(`worklist.outcome${outcome}`)}
            </option>
          ))}
        </select>
      )}
      {filtersByRating(code) && (
        <select aria-label={t('worklist.rating')} value={view.rating} onChange={choose('rating')}>
          <option value="">{t('worklist.allRatings')}</option>
          {ratings.map((rating) => (
            <option key={rating} value={rating}>
              {t('worklist.ratingOf', { rating })}
            </option>
          ))}
        </select>
      )}
      <SavedViews />
    </form>
  );
}
