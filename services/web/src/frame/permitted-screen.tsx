import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { t } from '../words/words.js';
import { useDistrict } from './district.js';
import { useMayUse } from './viewer.js';

/** Opened by its address, a screen of what the official's roles may not read says so. `reads`: the root field. */
export function PermittedScreen({
  reads,
  children,
}: {
  readonly reads: string | undefined;
  readonly children: ReactNode;
}) {
  const mayUse = useMayUse();
  const { code } = useDistrict();
  if (reads === undefined || mayUse(reads)) return children;
  return (
    <main className="frame-wait">
      <h1>{t('frame.closedScreen')}</h1>
      <p>{t('frame.closedScreenWhy')}</p>
      <p>
        <Link href={`/desk/${code}`}>{t('frame.toDesk')}</Link>
      </p>
    </main>
  );
}
