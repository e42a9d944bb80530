import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { weekdayDate } from '../../parts/dates.js';
import { language, t } from '../../words/words.js';
import { dayHref } from './board-numbers.js';

/** What falls due on each day of the week that begins today. */
export function Coming({ days }: { readonly days: readonly { readonly on: string; readonly due: number }[] }) {
  const { code } = useDistrict();
  const most = Math.max(1, ...days.map(({ due }) => due));
  return (
    <div className="part">
      <h2>{t('overview.comingDays')}</h2>
      <table className="nums">
        <tbody>
          {days.map(({ on, due }) => (
            <tr key={on}>
              <th scope="row" className="l nowrap">
                {weekdayDate(on, language)}
              </th>
              <td className="coming-bar">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="bar-2" x="0" y="0" height="8" width={(due / most) * 100} />
                </svg>
              </td>
              <td className="n">
                {due > 0 ? <Link href={dayHref(code, on)}>{due}</Link> : <span className="muted">0</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
