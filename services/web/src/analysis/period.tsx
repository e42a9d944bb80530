import { useEffect, useRef } from 'react';
import { t } from '../words/words.js';
import { yearBefore } from './sought.js';
import { useSought } from './use-sought.js';

/** Of what was received: from a day to a day, which the usual periods fill in. */
export function Period() {
  const { sought, go } = useSought();
  const { from, to } = sought;
  const today = new Date().toISOString().slice(0, 10);
  const year = today.slice(0, 4);
  const periods = [
    { name: 'year', from: yearBefore(today), words: t('analysis.lastYear') },
    { name: 'this', from: `${year}-01-01`, words: t('analysis.thisYear', { year }) },
    { name: 'all', from: '', words: t('analysis.allTime') },
  ];
  const chosen = to === '' ? periods.find((one) => one.from === from) : undefined;
  return (
    <>
      <Day
        title={t('analysis.fromDay')}
        day={from}
        onDay={(day) => go({ from: day, to: to !== '' && day > to ? day : to })}
      />
      <span aria-hidden="true">–</span>
      <Day
        title={t('analysis.toDay')}
        day={to}
        onDay={(day) => go({ from: day !== '' && day < from ? day : from, to: day })}
      />
      <select
        aria-label={t('analysis.when')}
        value={chosen?.name ?? 'own'}
        onChange={({ target }) => {
          const period = periods.find(({ name }) => name === target.value);
          if (period) go({ from: period.from, to: '' });
        }}
      >
        {periods.map(({ name, words }) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
        {!chosen && <option value="own">{t('analysis.ownPeriod', { from: from || '…', to: to || '…' })}</option>}
      </select>
    </>
  );
}

interface DayProps {
  readonly title: string;
  /** Empty: no bound. */
  readonly day: string;
  readonly onDay: (day: string) => void;
}

/** No appeal is older; a year that is being typed is, for a while. */
const EARLIEST = '1990-01-01';

/** The field keeps what is being typed; the address gets whole days. */
function Day({ title, day, onDay }: DayProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current && field.current.value !== day) field.current.value = day;
  }, [day]);
  return (
    <input
      ref={field}
      type="date"
      className="d-date num"
      aria-label={title}
      min={EARLIEST}
      defaultValue={day}
      onChange={({ target: { value, validity } }) => {
        // A day that is typed in part is an empty value, too.
        if (value === day || validity.badInput || (value !== '' && value < EARLIEST)) return;
        onDay(value);
      }}
    />
  );
}
