import { Link } from 'wouter';
import { useDistrict } from './district.js';
import { useMayUse } from './viewer.js';
import { t } from '../words/words.js';
import { useNoticesToSign } from './use-notices-to-sign.js';

/** How many notices wait for the district's signatory, with the way to them; nothing where none waits. */
export function useWaitingNotices() {
  const { code } = useDistrict();
  const mayUse = useMayUse();
  const { list } = useNoticesToSign(!mayUse('noticesToSign'));
  return { count: list?.total ?? 0, href: `/desk/${code}/notices` };
}

/** On the first screen, beside the lists of the day. */
export function WaitingNotices() {
  const { count, href } = useWaitingNotices();
  if (count === 0) return null;
  return (
    <section>
      <h2>
        <Link href={href}>{t('approval.noticesWait', { count })}</Link>
      </h2>
    </section>
  );
}
