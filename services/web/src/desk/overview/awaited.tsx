import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { useWorklistCounts } from '../../frame/worklist-counts.js';
import { worklistPath, type WorklistCode } from '../../frame/worklists.js';
import { t } from '../../words/words.js';

/** Lists of what only who leads decides. */
const lists: readonly WorklistCode[] = ['TO_SIGN', 'TO_APPROVE', 'EXTENSION_ASKED', 'REOPENING_REQUESTED'];

/** What waits for the official's own act, with the numbers of the rail. */
export function Awaited() {
  const { code: district } = useDistrict();
  const counts = useWorklistCounts();
  const waiting = lists.filter((code) => counts[code]?.total);
  if (waiting.length === 0) return null;
  return (
    <div className="part">
      <h2>{t('overview.awaited')}</h2>
      <table className="nums">
        <tbody>
          {waiting.map((code) => (
            <tr key={code}>
              <th scope="row" className="l">
                {t(`frame.list${code}`)}
              </th>
              <td className="n">
                <Link href={worklistPath(district, code)}>{counts[code]?.total}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
