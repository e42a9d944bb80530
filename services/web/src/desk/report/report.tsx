import { useAddress } from '../../frame/address.js';
import { useDistrict } from '../../frame/district.js';
import { useMayUse } from '../../frame/viewer.js';
import { dayIn } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { lastEnded, monthsOf, monthWords, quartersOf, quarterWords } from './periods.js';
import { Review } from './review.js';
import { Sstu } from './sstu.js';
import './report.css';

/** What the district hands in each month, and publishes each quarter. */
export function Reports() {
  const { zone } = useDistrict();
  const mayUse = useMayUse();
  const { get, set } = useAddress();
  const today = dayIn(zone, Date.now());
  const isSstu = get('of') === 'sstu' && mayUse('sstuReport');
  const periods = isSstu ? monthsOf(today) : quartersOf(today);
  const period = periods.find((one) => one === get('period')) ?? lastEnded(periods);
  const choose = (of: string): void => set({ of, period: '' });
  return (
    <main className="board report" id="main">
      <div className="d-bar">
        <h1>{t('frame.report')}</h1>
        <div className="report-tabs" role="group" aria-label={t('report.which')}>
          <button type="button" className="d-button is-plain" aria-pressed={!isSstu} onClick={() => choose('')}>
            {t('report.review')}
          </button>
          {mayUse('sstuReport') && (
            <button type="button" className="d-button is-plain" aria-pressed={isSstu} onClick={() => choose('sstu')}>
              {t('report.sstu')}
            </button>
          )}
        </div>
        <select
          className="is-end"
          aria-label={t('report.period')}
          value={period}
          onChange={(event) => set({ period: event.target.value })}
        >
          {periods.map((one) => (
            <option key={one} value={one}>
              {isSstu ? monthWords(one) : quarterWords(one)}
            </option>
          ))}
        </select>
      </div>
      {isSstu ? <Sstu key={period} month={period} /> : <Review key={period} period={period} />}
    </main>
  );
}
