import { useRef } from 'react';
import { useDirectory } from '../../frame/directory.js';
import { useKeys } from '../../parts/keys.js';
import type { ListCode } from '../../frame/worklists.js';
import { CLASSIFIER_PATTERN } from '../../parts/classifier.js';
import { Kbd } from '../../parts/kbd.js';
import { t } from '../../words/words.js';
import { daysWords } from './filter-chips.js';
import { SavedViews } from './saved-views.js';
import { choiceFields, choiceOf, type ChoiceField } from '../../frame/list-choices.js';
import { dueChoices, spanOf, type ListView } from '../../frame/worklist-filter.js';

/** These stand beside the settlement and the code; all others follow. */
const beforeOthers: ReadonlySet<ChoiceField> = new Set(['late', 'channel', 'outcome', 'result']);

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
  const lists = (...fields: readonly ChoiceField[]) =>
    fields
      .map((field) => ({ field, ...choiceOf(field) }))
      .filter(({ isIn }) => isIn?.(code) !== false)
      .map(({ field, values, label, all, word }) => (
        <select key={field} aria-label={label()} value={view[field]} onChange={choose(field)}>
          <option value="">{all()}</option>
          {values.map((value) => (
            <option key={value} value={value}>
              {word(value)}
            </option>
          ))}
        </select>
      ));
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
      {lists('late', 'channel')}
      <select aria-label={t('worklist.place')} value={view.settlement} onChange={choose('settlement')}>
        <option value="">{t('worklist.allSettlements')}</option>
        {settlements.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {lists('outcome', 'result')}
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
      {lists(...choiceFields.filter((field) => !beforeOthers.has(field)))}
      {/* Two fields of text are sent by Enter only where there is a button that sends. */}
      <button type="submit" hidden />
      <SavedViews />
    </form>
  );
}
