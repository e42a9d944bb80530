import { useRef } from 'react';
import { useDirectory } from '../../frame/directory.js';
import { useKeys } from '../../parts/keys.js';
import type { ListCode } from '../../frame/worklists.js';
import { CLASSIFIER_PATTERN } from '../../parts/classifier.js';
import { Kbd } from '../../parts/kbd.js';
import { t } from '../../words/words.js';
import { daysWords } from './filter-chips.js';
import { SavedViews } from './saved-views.js';
import {
  channels,
  dueChoices,
  filtersByOutcome,
  filtersByRating,
  filtersByResult,
  lateChoices,
  outcomes,
  ratings,
  results,
  spanOf,
  type ListView,
} from '../../frame/worklist-filter.js';

/** By what a list is narrowed; what only links choose is shown by the chips. */
export function WorklistFilters(props: {
  readonly code: ListCode;
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
}) {
  const { code, view, onView } = props;
  const { departments, settlements } = useDirectory();
  const input = useRef<HTMLInputElement>(null);
  useKeys([{ keys: 'Slash', title: t('worklist.find'), run: () => input.current?.focus() }]);
  const codeInput = useRef<HTMLInputElement>(null);
  const choose = (field: keyof ListView) => (event: React.ChangeEvent<HTMLSelectElement>) =>
    onView({ ...view, [field]: event.target.value });
  return (
    <form
      className="d-bar wl-filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const classifier = codeInput.current?.value.trim() ?? '';
        onView({ ...view, text: input.current?.value.trim() ?? '', classifier });
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
        {spanOf(view.due) && <option value={view.due}>{daysWords(view.due)}</option>}
      </select>
      <select aria-label={t('worklist.late')} value={view.late} onChange={choose('late')}>
        <option value="">{t('worklist.anyLate')}</option>
        {lateChoices.map((late) => (
          <option key={late} value={late}>
            {t(`worklist.late_${late}`)}
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
              {t(`parts.result${outcome}`)}
            </option>
          ))}
        </select>
      )}
      {filtersByResult(code) && (
        <select aria-label={t('worklist.result')} value={view.result} onChange={choose('result')}>
          <option value="">{t('worklist.allResults')}</option>
          {results.map((result) => (
            <option key={result} value={result}>
              {t(`parts.result${result}`)}
            </option>
          ))}
        </select>
      )}
      <label className="d-field wl-code" title={t('worklist.classifierHint')}>
        <span className="unseen">{t('worklist.classifier')}</span>
        <input
          ref={codeInput}
          key={view.classifier}
          className="num"
          placeholder={t('worklist.classifierShort')}
          title={t('worklist.classifierHint')}
          pattern={CLASSIFIER_PATTERN}
          defaultValue={view.classifier}
          onInput={(event) =>
            event.currentTarget.value === '' && view.classifier && onView({ ...view, classifier: '' })
          }
        />
      </label>
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
      {/* Two fields of text are sent by Enter only where there is a button that sends. */}
      <button type="submit" hidden />
      <SavedViews />
    </form>
  );
}
