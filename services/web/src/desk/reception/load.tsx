import type { ReceptionDayQuery } from '../../generated/graphql.js';
import { dayMonth } from '../../parts/dates.js';
import { t } from '../../words/words.js';

const COUNTS = ['booked', 'received', 'registered', 'byVideo', 'missed', 'cancelled'] as const;

interface LoadProps {
  readonly week: { readonly from: string; readonly to: string };
  readonly rows: ReceptionDayQuery['receptionLoad'] | undefined;
}

/** How many each official received in the week. */
export function Load({ week, rows }: LoadProps) {
  if (!rows || rows.length === 0) return null;
  return (
    <section className="reception-load">
      <h2>{t('reception.load', { from: dayMonth(week.from), to: dayMonth(week.to) })}</h2>
      <div className="scrolls" role="region" tabIndex={0} aria-label={t('reception.loadTable')}>
        <table className="nums">
          <thead>
            <tr>
              <th scope="col">{t('reception.official')}</th>
              {COUNTS.map((name) => (
                <th key={name} scope="col" className="n">
                  {t(`reception.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.official}>
                <th scope="row" className="l">{`${row.official}, ${row.post}`}</th>
                {COUNTS.map((name) => (
                  <td key={name} className="n">
                    {row[name]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
