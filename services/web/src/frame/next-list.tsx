import { Link } from 'wouter';
import { t } from '../words/words.js';
import { useDistrict } from './district.js';
import { useWorklistCounts } from './worklist-counts.js';
import { firstList, worklistPath, type ListCode } from './worklists.js';

/** Where an empty list leads: to what waits for the official, else to his own day. `code`: the list that is empty. */
export function NextList({ code }: { readonly code?: ListCode }) {
  const { code: district } = useDistrict();
  const counts = useWorklistCounts();
  const next = firstList(counts);
  const total = next === undefined || next === code ? 0 : (counts[next]?.total ?? 0);
  return (
    <span className="next-list">
      {t('frame.nextList')}{' '}
      {next && total > 0 ? (
        <Link href={worklistPath(district, next)}>{`${t(`frame.list${next}`)}, ${total}`}</Link>
      ) : (
        <Link href={`/desk/${district}`}>{t('start.title')}</Link>
      )}
    </span>
  );
}
