import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { useWorklistCounts } from '../../frame/worklist-counts.js';
import { worklistPath, type WorklistCode } from '../../frame/worklists.js';
import { dayAfter, dayIn, dayMonth, weekday } from '../../parts/dates.js';
import { language, t } from '../../words/words.js';
import { startTermsDocument } from './start.queries.js';

/** Whose terms they are: the official's own, else of all that he sees. */
const lists = ['MINE', 'DEPARTMENT', 'IN_WORK'] as const satisfies readonly WorklistCode[];

/** What falls due on each of the next days; nothing where the official has no list of questions with a term. */
export function OwnTerms() {
  const counts = useWorklistCounts();
  const list = lists.find((code) => counts[code] !== undefined);
  return list && <TermsOf key={list} list={list} />;
}

function TermsOf({ list }: { readonly list: (typeof lists)[number] }) {
  const { code: district, zone } = useDistrict();
  const today = dayIn(zone, Date.now());
  // As the list of a day and the board count them: what is late already is in a list of its own.
  const of = (after: number) => {
    const day = dayAfter(today, after);
    return { worklist: list, dueFrom: day, dueBy: day, overdue: false };
  };
  const [{ data }] = useQuery({
    query: operation(startTermsDocument),
    variables: { district, day0: of(0), day1: of(1), day2: of(2), day3: of(3), day4: of(4), day5: of(5), day6: of(6) },
    requestPolicy: 'cache-and-network',
  });
  if (!data) return <aside />;
  const { day0, day1, day2, day3, day4, day5, day6 } = data;
  const days = [day0, day1, day2, day3, day4, day5, day6].map(({ total }, after) => ({
    on: dayAfter(today, after),
    total,
  }));
  const most = Math.max(1, ...days.map(({ total }) => total));
  return (
    <aside className="start-terms" aria-label={t(`start.terms${list}`)}>
      <h2>{t(`start.terms${list}`)}</h2>
      <table className="nums">
        <tbody>
          {days.map(({ on, total }) => (
            <tr key={on}>
              <th scope="row" className="l nowrap">
                {`${weekday(on, language)} ${dayMonth(on)}`}
              </th>
              <td className="n">
                {total > 0 ? (
                  <Link href={`${worklistPath(district, list)}?due=${on}..${on}`}>{total}</Link>
                ) : (
                  <span className="muted">0</span>
                )}
              </td>
              <td className="start-bar">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    className={on === today ? 'bar' : 'bar-2'}
                    x="0"
                    y="0"
                    height="8"
                    width={(total / most) * 100}
                  />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </aside>
  );
}
