import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { daysBetween, timeOfDay } from '../../parts/dates.js';
import { shownGist } from '../../parts/gist.js';
import { shortName } from '../../parts/names.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { filterOfList } from './board-numbers.js';
import { overdueDocument } from './overview.queries.js';

/** Of the list that the number of late questions leads to, those that are late the longest. `today`: the district's date. */
export function Late({ today, href }: { readonly today: string; readonly href: string }) {
  const { code: district, zone } = useDistrict();
  const filter = filterOfList(href, today);
  const [{ data }] = useQuery({ query: operation(overdueDocument), variables: { district, filter } });
  const late = data?.questions.nodes ?? [];
  return (
    <div className="part">
      <h2>{t('overview.lookFirst')}</h2>
      {data && late.length === 0 && <p>{t('overview.nothingLate')}</p>}
      <table className="nums late-list">
        <tbody>
          {late.map(({ id, excerpt, gist, dueOn, dueAt, executor, department, appeal }) => (
            <tr key={id}>
              <td>
                <Link className="nowrap" href={`/desk/${district}/card/${appeal.id}`}>
                  {shortNumber(appeal)}
                </Link>
              </td>
              <td>
                {shownGist({ gist, excerpt })}
                <br />
                <span className="muted">
                  {executor ? shortName(executor.name) : (department?.name ?? t('overview.noExecutor'))}
                </span>
              </td>
              <td className="late n nowrap">{dueOn && lateFor({ dueOn, dueAt }, today, zone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** By days; on the very day by the hour that has passed. */
function lateFor({ dueOn, dueAt }: { dueOn: string; dueAt?: string | null }, today: string, zone: string): string {
  const count = daysBetween(dueOn, today);
  return count === 0 && dueAt
    ? t('overview.lateSince', { time: timeOfDay(dueAt, zone) })
    : t('parts.inDays', { count });
}
