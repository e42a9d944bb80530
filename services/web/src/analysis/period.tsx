import { t } from '../words/words.js';
import { yearBefore } from './sought.js';
import { useSought } from './use-sought.js';

/** The usual periods; another one, from a month of the chart, is shown by its days. */
export function Period() {
  const { sought, go } = useSought();
  const today = new Date().toISOString().slice(0, 10);
  const year = today.slice(0, 4);
  const periods = [
    { name: 'year', from: yearBefore(today), words: t('analysis.lastYear') },
    { name: 'this', from: `${year}-01-01`, words: t('analysis.thisYear', { year }) },
    { name: 'all', from: '', words: t('analysis.allTime') },
  ];
  const chosen = sought.to === '' ? periods.find(({ from }) => from === sought.from) : undefined;
  return (
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
      {!chosen && (
        <option value="own">{t('analysis.ownPeriod', { from: sought.from || '…', to: sought.to || '…' })}</option>
      )}
    </select>
  );
}
