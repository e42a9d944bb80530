import { t } from '../words/words.js';
import { comparedRegime, comparedRegimes } from './sought.js';
import { useSought } from './use-sought.js';

/** Which regime is compared: its terms and its answers are its own, so that there is one at a time. */
export function ComparedRegime() {
  const { sought, go } = useSought();
  return (
    <p className="d-bar">
      <label htmlFor="compared-regime">{t('analysis.compared')}</label>
      <select
        id="compared-regime"
        className="is-end"
        value={comparedRegime(sought)}
        onChange={({ target }) => go({ regimes: [target.value] })}
      >
        {comparedRegimes.map((one) => (
          <option key={one} value={one}>
            {t(`analysis.regime${one}`)}
          </option>
        ))}
      </select>
    </p>
  );
}
