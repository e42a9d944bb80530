import { Link, useLocation } from 'wouter';
import type { Role } from '../generated/enumerations.js';
import { t, type WordId } from '../words/words.js';
import { useDistrict } from './district.js';
import { SEARCHERS } from './looked-for.js';
import { hasRole, useViewer } from './viewer.js';

/** A screen of the whole district: `/desk/<district>/<path>`, or an address of its own. */
interface DistrictScreen {
  readonly path: string;
  readonly title: WordId;
  readonly roles: readonly Role[];
}

const administration: readonly DistrictScreen[] = [
  { path: 'administration/officials', title: 'administration.officials', roles: ['DISTRICT_ADMIN', 'HEAD'] },
  {
    path: 'administration/on-duty',
    title: 'administration.onDuty',
    roles: ['DISTRICT_ADMIN', 'HEAD', 'CONTROLLER', 'COORDINATOR'],
  },
  { path: 'administration/settings', title: 'administration.file', roles: ['DISTRICT_ADMIN'] },
  { path: 'administration/calendar', title: 'calendar.title', roles: ['DISTRICT_ADMIN'] },
  { path: 'administration/accounts', title: 'accounts.title', roles: ['DISTRICT_ADMIN'] },
  { path: 'administration/webhooks', title: 'frame.webhooks', roles: ['DISTRICT_ADMIN'] },
  { path: 'administration/front-ends', title: 'frame.frontEnds', roles: ['DISTRICT_ADMIN'] },
  { path: 'administration/templates', title: 'administration.templates', roles: ['DISTRICT_ADMIN'] },
  { path: 'administration/old-journal', title: 'frame.oldJournal', roles: ['DISTRICT_ADMIN'] },
  { path: 'administration/evidence', title: 'administration.evidence', roles: ['DISTRICT_ADMIN', 'CONTROLLER'] },
];

const overview: readonly DistrictScreen[] = [
  { path: 'found', title: 'frame.found', roles: ['MODERATOR', 'COORDINATOR', 'CONTROLLER', 'HEAD'] },
  { path: 'known', title: 'frame.known', roles: ['MODERATOR', 'COORDINATOR', 'CONTROLLER', 'HEAD'] },
  { path: 'reception', title: 'frame.reception', roles: ['REGISTRAR', 'COORDINATOR', 'HEAD'] },
  { path: 'people', title: 'people.title', roles: SEARCHERS },
  { path: 'map', title: 'frame.map', roles: ['COORDINATOR', 'CONTROLLER', 'HEAD', 'DISTRICT_ADMIN'] },
  { path: 'board', title: 'overview.title', roles: ['HEAD', 'CONTROLLER', 'DISTRICT_ADMIN'] },
  { path: 'control', title: 'overview.control', roles: ['HEAD', 'CONTROLLER'] },
  { path: 'journal', title: 'journal.title', roles: ['REGISTRAR', 'HEAD', 'CONTROLLER', 'DISTRICT_ADMIN'] },
  { path: 'outgoing', title: 'outgoing.title', roles: ['REGISTRAR', 'HEAD', 'CONTROLLER', 'DISTRICT_ADMIN'] },
  {
    path: 'report',
    title: 'frame.report',
    roles: ['REGISTRAR', 'COORDINATOR', 'CONTROLLER', 'HEAD', 'DISTRICT_ADMIN', 'ANALYST'],
  },
  {
    path: '/analysis',
    title: 'frame.analysis',
    roles: ['HEAD', 'CONTROLLER', 'DISTRICT_ADMIN', 'COORDINATOR', 'ANALYST', 'REPUBLIC_ANALYST'],
  },
];

/** The screens of the district that the official's roles may open. */
export function useDistrictScreens(): readonly { readonly title: WordId; readonly href: string }[] {
  const viewer = useViewer();
  const { code } = useDistrict();
  return [...overview, ...administration]
    .filter(({ roles }) => hasRole(viewer, code, ...roles))
    .map(({ path, title }) => ({ title, href: path.startsWith('/') ? path : `/desk/${code}/${path}` }));
}

/** The rail's links to them. */
export function DistrictLinks() {
  const [at] = useLocation();
  const open = useDistrictScreens();
  if (open.length === 0) return null;
  return (
    <>
      <h2>{t('frame.groupDistrict')}</h2>
      <ul>
        {open.map(({ href, title }) => (
          <li key={href}>
            <Link href={href} {...(at.startsWith(href) && { 'aria-current': 'page' })}>
              {t(title)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
