import { Link, useLocation } from 'wouter';
import { useDistrict } from './district.js';
import { useWorklistCounts } from './worklist-counts.js';
import { railGroups, worklistPath } from './worklists.js';
import { t } from '../words/words.js';

/** The lists of the rail in one strip that scrolls by itself. */
export function PhoneLists() {
  const { code: district } = useDistrict();
  const counts = useWorklistCounts();
  const [at] = useLocation();
  const lists = railGroups.flatMap((group) => group.lists).filter((code) => counts[code]);
  return (
    <nav className="ph-lists" aria-label={t('frame.lists')}>
      {lists.map((code) => {
        const href = worklistPath(district, code);
        const { total } = counts[code]!;
        return (
          <Link
            key={code}
            href={href}
            className={code === 'OVERDUE' && total > 0 ? 'late' : ''}
            {...(at === href ? { 'aria-current': 'page' } : {})}
          >
            {t(`frame.list${code}`)} <span className="num">{total}</span>
          </Link>
        );
      })}
    </nav>
  );
}
