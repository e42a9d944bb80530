import { useId, useRef, type ReactNode } from 'react';
import { anyLevelPattern } from '@otklik/contracts/classifier-patterns';
import { useDirectory } from '../../frame/directory.js';
import { useKeys } from '../../parts/keys.js';
import { PersonLink } from '../../frame/person-field.js';
import type { ListCode } from '../../frame/worklists.js';
import { Kbd } from '../../parts/kbd.js';
import { Form } from '../../parts/form.js';
import { Choice } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import { daysWords } from './filter-chips.js';
import { choiceFields, choiceOf, type ChoiceField } from '../../frame/list-choices.js';
import { dueChoices, searchOf, spanOf, viewOf, type ListView } from '../../frame/worklist-filter.js';

/** These are before the code; all others follow it. */
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
  const filter = (field: keyof ListView) => ({
    value: view[field],
    onValue: (value: string) => onView({ ...view, [field]: value }),
  });
  const more = ['classifier', ...choiceFields.filter((field) => field !== 'channel')] as const;
  const lists = (...fields: readonly ChoiceField[]) =>
    fields
      .map((field) => ({ field, ...choiceOf(field) }))
      .filter(({ isIn }) => isIn?.(code) !== false)
      .map(({ field, values, label, all, word }) => (
        <Choice
          key={field}
          label={label()}
          none={all()}
          of={values.map((value) => [value, word(value)])}
          {...filter(field)}
        />
      ));
  return (
    <Form
      className="d-bar wl-filters"
      role="search"
      onSubmit={(form) => {
        const classifier = String(new FormData(form).get('classifier')).trim();
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
      <PersonLink text={view.text} />
      <Choice
        label={t('worklist.department')}
        none={t('worklist.allDepartments')}
        of={departments.map(({ code, name }) => [code, name])}
        {...filter('department')}
      />
      <Choice
        className="on-phone"
        label={t('worklist.term')}
        of={[
          ...dueChoices.map((due) => [due, t(`worklist.due_${due}`)] as const),
          ...(spanOf(view.due) ? [[view.due, daysWords(view.due)] as const] : []),
        ]}
        {...filter('due')}
      />
      {lists('channel')}
      <Choice
        label={t('worklist.place')}
        none={t('worklist.allSettlements')}
        of={[
          ...settlements.map(({ code, name }) => [code, name] as const),
          ...(view.settlement.includes(',') ? [[view.settlement, namesOf(view.settlement, settlements)] as const] : []),
        ]}
        {...filter('settlement')}
      />
      <MoreFilters count={more.filter((field) => view[field] !== '').length}>
        {lists('late', 'outcome', 'result')}
        <label className="d-field wl-code" title={t('worklist.classifierHint')}>
          <span className="unseen">{t('worklist.classifier')}</span>
          <input
            name="classifier"
            key={view.classifier}
            className="num"
            placeholder={t('worklist.classifierShort')}
            title={t('worklist.classifierHint')}
            pattern={anyLevelPattern}
            defaultValue={view.classifier}
            onInput={(event) =>
              event.currentTarget.value === '' && view.classifier && onView({ ...view, classifier: '' })
            }
          />
        </label>
        {lists(...choiceFields.filter((field) => !beforeOthers.has(field)))}
      </MoreFilters>
      {searchOf({ ...view, order: '' }) !== '' && (
        <button
          type="button"
          className="d-link is-end not-on-phone"
          onClick={() => onView({ ...viewOf(new URLSearchParams()), order: view.order })}
        >
          {t('worklist.dropAll')}
        </button>
      )}
      {/* Two fields of text are sent by Enter only where there is a button that sends. */}
      <button type="submit" hidden />
    </Form>
  );
}

/** What does not fit in the one row. */
function MoreFilters({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  const id = useId();
  return (
    <>
      <button type="button" className={count > 0 ? 'd-button is-set' : 'd-button'} popoverTarget={id}>
        {count > 0 ? t('worklist.moreSet', { count }) : t('frame.more')}
      </button>
      <div
        id={id}
        popover="auto"
        className="dt-picker wl-more"
        // Escape closes it, and does nothing else on the screen.
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      >
        {children}
      </div>
    </>
  );
}

/** Of several settlements, as a cluster of the map has them. */
function namesOf(codes: string, settlements: readonly { readonly code: string; readonly name: string }[]): string {
  return codes
    .split(',')
    .map((code) => settlements.find((one) => one.code === code)?.name ?? code)
    .join(', ');
}
