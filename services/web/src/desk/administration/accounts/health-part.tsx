import { useDistrict } from '../../../frame/district.js';
import { Button } from '../../../parts/button.js';
import { timeOfDay } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import type { Account, Kind } from './account-words.js';
import { checksOf, moment } from './health-words.js';
import type { Health, useHealth } from './use-health.js';

type Healths = ReturnType<typeof useHealth>;

/** What is wrong, and who mends it where. */
export function HealthWarning({ health, kind }: { readonly health: Health | undefined; readonly kind: Kind }) {
  if (!health || health.problems.length === 0) return null;
  return (
    <div className="d-warn d-gap" role="status">
      {health.problems.map((problem) => (
        <p key={problem}>
          <b className="attn">{t(`accounts.problem${problem}`)}</b> {t(`accounts.mend${problem}`, { here: kind.here })}
        </p>
      ))}
    </div>
  );
}

/** What the last look found; another may be asked for. */
export function HealthPart({ account, healths }: { readonly account: Account; readonly healths: Healths }) {
  const { zone } = useDistrict();
  const health = healths.of(account.id);
  const isLooking = healths.looking === account.id;
  return (
    <div>
      <h3>
        {health?.lookedAt ? t('accounts.checkedAt', { at: timeOfDay(health.lookedAt, zone) }) : t('accounts.check')}
      </h3>
      {health?.lookedAt && <Checks health={health} />}
      <p className="d-gap" role="status">
        {isLooking ? t('accounts.looking') : ''}
      </p>
      <Button keys="KeyC" disabled={isLooking} onPress={() => healths.check(account.id)}>
        {t('accounts.checkNow')}
      </Button>
      <Problem problem={healths.problem} />
    </div>
  );
}

function Checks({ health }: { readonly health: Health }) {
  const { zone } = useDistrict();
  const { readAt } = health;
  return (
    <ul className="facts checks-l">
      {checksOf(health).map(({ title, isThere }) => (
        <li key={title}>
          <b className={isThere === false ? 'attn' : ''}>{wordOf(isThere)}</b>
          <span>{title}</span>
        </li>
      ))}
      {readAt && (
        <li>
          <b>{t('accounts.there')}</b>
          <span>{t('accounts.checkRead', { at: moment(readAt, zone, Date.now()) })}</span>
        </li>
      )}
    </ul>
  );
}

function wordOf(isThere: boolean | undefined): string {
  if (isThere === undefined) return '?';
  return t(isThere ? 'accounts.there' : 'accounts.notThere');
}
