import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Role } from '../generated/enumerations.js';
import { t } from '../words/words.js';
import { useDistrict } from './district.js';
import { useAreCountsLoaded, useWorklistCounts } from './worklist-counts.js';
import { firstList, worklistPath, type WorklistCode } from './worklists.js';

/** Who works at the screens that are more than a list. */
const workers: Partial<Record<WorklistCode, readonly Role[]>> = {
  TO_MODERATE: ['MODERATOR'],
  TO_REGISTER: ['REGISTRAR'],
  TO_APPROVE: ['APPROVER'],
  TO_SIGN: ['SIGNATORY'],
  TO_CALL: ['EXECUTOR', 'REGISTRAR', 'MODERATOR'],
  TO_POST: ['REGISTRAR'],
  TO_POS: ['REGISTRAR', 'MODERATOR'],
};

/** Opened by its address, a list of other roles says whose it is and leads to the official's own. */
export function OwnList({ list, children }: { readonly list: WorklistCode; readonly children: ReactNode }) {
  const counts = useWorklistCounts();
  const isLoaded = useAreCountsLoaded();
  if (!isLoaded || counts[list]) return children;
  return <OthersList list={list} own={firstList(counts)} />;
}

function OthersList({ list, own }: { readonly list: WorklistCode; readonly own: WorklistCode | undefined }) {
  const { code: district } = useDistrict();
  const roles = workers[list]?.map((role) => t(`frame.role${role}`)).join(', ');
  return (
    <main className="frame-wait">
      <h1>{t(`frame.list${list}`)}</h1>
      <p>{roles === undefined ? t('frame.othersList') : t('frame.listOf', { roles })}</p>
      {own && (
        <p>
          <Link href={worklistPath(district, own)}>{t('frame.ownList', { name: t(`frame.list${own}`) })}</Link>
        </p>
      )}
    </main>
  );
}
