import { Link } from 'wouter';
import { mayUse, useViewer } from '../frame/viewer.js';
import { t } from '../words/words.js';

const tabs = [
  { name: 'search', href: '/analysis', words: 'analysis.tabSearch' },
  { name: 'changes', href: '/analysis/changes', words: 'analysis.tabChanges' },
] as const;

/** The screens of search and comparison. */
export function AnalysisTabs({ shown }: { readonly shown: (typeof tabs)[number]['name'] }) {
  const viewer = useViewer();
  const mayWarn = viewer.districts.some(({ code }) => mayUse(viewer, code, 'earlyWarning'));
  if (!mayWarn) return null;
  return (
    <nav className="d-bar find-tabs" aria-label={t('analysis.tabs')}>
      {tabs.map(({ name, href, words }) => (
        <Link key={name} href={href} aria-current={name === shown ? 'page' : undefined}>
          {t(words)}
        </Link>
      ))}
    </nav>
  );
}
