import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { t } from '../words/words.js';
import { useConnection } from './connection.js';
import { useDistrict } from './district.js';
import { Emblem } from '../parts/emblem.js';
import { timeOfDay } from '../parts/dates.js';
import { Kbd } from '../parts/kbd.js';
import { DistrictLinks } from './district-screens.js';
import { Settings } from './settings.js';
import { useViewer } from './viewer.js';
import { useWorklistCounts, type Counts } from './worklist-counts.js';
import { firstList, railGroups, worklistPath, type RailGroup, type WorklistCode } from './worklists.js';

/** The lists that the official's roles may open, with their counts, and who is signed in. */
export function Rail({ onKeys }: { readonly onKeys: () => void }) {
  const district = useDistrict();
  const counts = useWorklistCounts();
  return (
    <nav className="rail" aria-label={t('frame.lists')}>
      <div className="rail-who">
        <Emblem />
        <Link className="plain" href={`/desk/${district.code}`}>
          {district.name}
          <span>{t('frame.product')}</span>
        </Link>
      </div>
      <DistrictChoice />
      <div className="rail-lists">
        <StartLink />
        {railGroups.map((group) => (
          <Group key={group.lists[0]} group={group} counts={counts} />
        ))}
        <DistrictLinks />
        <EmptyLists counts={counts} />
      </div>
      <RailEnd onKeys={onKeys} />
    </nav>
  );
}

/** For who works in several districts. */
function DistrictChoice() {
  const { districts } = useViewer();
  const { code } = useDistrict();
  const [, navigate] = useLocation();
  if (districts.length < 2) return null;
  return (
    <select
      className="rail-district"
      aria-label={t('frame.district')}
      value={code}
      onChange={(event) => navigate(`/desk/${event.target.value}`)}
    >
      {districts.map((one) => (
        <option key={one.code} value={one.code}>
          {one.name}
        </option>
      ))}
    </select>
  );
}

function Group({ group, counts }: { readonly group: RailGroup; readonly counts: Counts }) {
  const { code: district } = useDistrict();
  const lists = group.lists.filter((code) => isShown(counts, code));
  if (lists.length === 0) return null;
  return (
    <>
      {group.title && <h2>{t(group.title)}</h2>}
      <ul>
        {lists.map((code) => (
          <RailLink key={code} href={worklistPath(district, code)} code={code} count={counts[code]!} />
        ))}
      </ul>
    </>
  );
}

/** The official's own day. */
function StartLink() {
  const { code } = useDistrict();
  const counts = useWorklistCounts();
  const [at] = useLocation();
  const href = `/desk/${code}`;
  if (firstList(counts) === undefined) return null;
  return (
    <ul>
      <li>
        <Link href={href} {...(at === href && { 'aria-current': 'page' })}>
          {t('start.title')}
        </Link>
      </li>
    </ul>
  );
}

/** It is known, and something is in it. */
function isShown(counts: Counts, code: WorklistCode): boolean {
  return (counts[code]?.total ?? 0) > 0;
}

/** Lists in which nothing waits are one press away. */
function EmptyLists({ counts }: { readonly counts: Counts }) {
  const { code: district } = useDistrict();
  const [at] = useLocation();
  const all = railGroups.flatMap(({ lists }) => lists);
  const empty = all.filter((code) => counts[code] && !isShown(counts, code));
  if (empty.length === 0) return null;
  return (
    <details className="rail-empty" open={empty.some((code) => worklistPath(district, code) === at) || undefined}>
      <summary>{t('frame.emptyLists', { count: empty.length })}</summary>
      <ul>
        {empty.map((code) => (
          <RailLink key={code} href={worklistPath(district, code)} code={code} count={counts[code]!} />
        ))}
      </ul>
    </details>
  );
}

function RailLink(props: {
  readonly href: string;
  readonly code: WorklistCode;
  readonly count: NonNullable<Counts[WorklistCode]>;
}) {
  const [at] = useLocation();
  const { total, totalIsExact } = props.count;
  const late = props.code === 'OVERDUE' && total > 0;
  return (
    <li>
      <Link href={props.href} className={late ? 'late' : ''} {...(at === props.href && { 'aria-current': 'page' })}>
        {t(`frame.list${props.code}`)} <span className="num">{totalIsExact ? total : `${total}+`}</span>
      </Link>
    </li>
  );
}

function RailEnd({ onKeys }: { readonly onKeys: () => void }) {
  const viewer = useViewer();
  const district = useDistrict();
  const [settingsShown, showSettings] = useState(false);
  const roles = viewer.roles.filter((one) => one.district.code === district.code);
  const absent = [
    ...new Map(roles.flatMap(({ onBehalfOf }) => (onBehalfOf ? [[onBehalfOf.id, onBehalfOf] as const] : []))).values(),
  ];
  return (
    <div className="rail-end">
      <b>{viewer.name}</b>
      <div>{rolesText(roles.filter(({ onBehalfOf }) => !onBehalfOf))}</div>
      {absent.map(({ id, name }) => (
        <div key={id} className="rail-acting">
          {t('frame.actingFor', { name, roles: rolesText(roles.filter(({ onBehalfOf }) => onBehalfOf?.id === id)) })}
        </div>
      ))}
      <form method="post" action="/session/sign-out">
        <button type="submit" className="d-link">
          {t('frame.signOut')}
        </button>
      </form>
      <ConnectionWords />
      <button type="button" className="d-link" onClick={onKeys}>
        {t('frame.allKeys')}
      </button>
      <Kbd keys="Shift+Slash" />
      <div>
        <button type="button" className="d-link" onClick={() => showSettings(true)}>
          {t('frame.settings')}
        </button>
      </div>
      <Settings open={settingsShown} onClose={() => showSettings(false)} />
    </div>
  );
}

function rolesText(roles: ReturnType<typeof useViewer>['roles']): string {
  return [...new Set(roles.map(({ role }) => t(`frame.role${role}`)))].join(', ');
}

function ConnectionWords() {
  const connection = useConnection();
  const words = {
    online: () => t('frame.online'),
    offline: () => t('frame.offlineSince', { time: timeOfDay(connection.state === 'offline' ? connection.since : 0) }),
    restored: () => t('frame.restored'),
  }[connection.state]();
  return (
    <div role="status" className={connection.state === 'offline' ? 'attn' : ''}>
      {words}
    </div>
  );
}
