import { useRef, useState } from 'react';
import { useCommand } from '../../../frame/command.js';
import { useDistrict } from '../../../frame/district.js';
import { newKey } from '../../../frame/new-key.js';
import { Button } from '../../../parts/button.js';
import { Problem } from '../../../parts/problem.js';
import { Form } from '../../../parts/form.js';
import { t } from '../../../words/words.js';
import { setTransfersDocument } from './calendar.queries.js';
import { dayKinds, listsOf, movedDays, rowOf, type DayKind, type MovedDay, type Year } from './moved-days.js';

const emptyDay: MovedDay = { kind: 'off', date: '' };

/** The days that the decree of a year moved: the whole list. An error is shown at its day. */
export function TransfersForm(props: {
  readonly year: Year;
  readonly onSaved: (year: number) => void;
  readonly onClose: () => void;
  /** Another administrator was quicker: the year is reloaded. */
  readonly onAgain: () => void;
}) {
  const { year, onSaved, onClose, onAgain } = props;
  const { code: district } = useDistrict();
  const key = useRef(newKey());
  const [decree, setDecree] = useState(year.transfers?.decree ?? '');
  const [days, setDays] = useState<readonly MovedDay[]>(() => (year.transfers ? movedDays(year) : [emptyDay]));
  const { send, problem, state, forget } = useCommand(setTransfersDocument);
  const wrong = rowOf(problem?.field, days);
  const change = (next: readonly MovedDay[]): void => {
    key.current = newKey();
    forget();
    setDays(next);
  };
  const put = (row: number, day: MovedDay): void => change(days.map((one, at) => (at === row ? day : one)));
  const save = async (): Promise<void> => {
    const of = { district, key: key.current, year: year.year, decree };
    const seen = year.version ? { expectedVersion: year.version } : {};
    if (await send({ input: { ...of, ...seen, ...listsOf(days) } })) onSaved(year.year);
  };
  return (
    <Form className="invite acc-form" onSubmit={() => void save()}>
      <h2>{t('calendar.titleOf', { year: String(year.year) })}</h2>
      <label>
        {t('calendar.decree')}
        <textarea
          className="editor is-short"
          required
          autoFocus
          rows={2}
          maxLength={300}
          placeholder={t('calendar.decreeSample')}
          value={decree}
          onChange={({ target }) => {
            key.current = newKey();
            setDecree(target.value);
          }}
        />
      </label>
      <fieldset className="cal-days d-gap">
        <legend>{t('calendar.days')}</legend>
        {days.map((day, row) => (
          <Day
            key={row}
            day={day}
            year={year.year}
            row={row}
            wrong={wrong === row ? problem!.message : ''}
            onDay={(next) => put(row, next)}
            onRemove={() => change(days.filter((_, at) => at !== row))}
          />
        ))}
        <Button onPress={() => change([...days, emptyDay])}>{t('calendar.addDay')}</Button>
      </fieldset>
      <Problem
        problem={wrong === undefined ? problem : undefined}
        {...(problem?.code === 'VERSION_CONFLICT' && { onAgain })}
      />
      <p className="muted small d-gap">{t('calendar.aboutTerms')}</p>
      <div className="d-bar acc-foot d-gap">
        <button type="submit" className="d-button is-main" disabled={state !== 'idle'}>
          {t('calendar.save')}
        </button>
        <span className="is-end" />
        <Button onPress={onClose}>{t('calendar.cancel')}</Button>
      </div>
    </Form>
  );
}

function Day(props: {
  readonly day: MovedDay;
  readonly year: number;
  readonly row: number;
  readonly wrong: string;
  readonly onDay: (day: MovedDay) => void;
  readonly onRemove: () => void;
}) {
  const { day, year, row, wrong, onDay, onRemove } = props;
  const id = `cal-wrong-${row}`;
  return (
    <div className="cal-day">
      <input
        type="date"
        className="num"
        required
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        aria-label={t('calendar.dayOf', { number: row + 1 })}
        aria-invalid={wrong !== '' || undefined}
        aria-describedby={wrong ? id : undefined}
        value={day.date}
        onChange={({ target }) => onDay({ ...day, date: target.value })}
      />
      <select
        aria-label={t('calendar.kindOf', { number: row + 1 })}
        value={day.kind}
        onChange={({ target }) => onDay({ ...day, kind: target.value as DayKind })}
      >
        {dayKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`calendar.${kind}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="d-button is-plain"
        aria-label={t('calendar.removeDay', { number: row + 1 })}
        onClick={onRemove}
      >
        ×
      </button>
      {wrong && (
        <small className="attn" id={id} role="alert">
          {wrong}
        </small>
      )}
    </div>
  );
}
