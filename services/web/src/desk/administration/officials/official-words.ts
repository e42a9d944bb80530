import type { OfficialFieldsFragment } from '../../../generated/graphql.js';
import { dayIn, dayMonth } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';

export type OfficialItem = OfficialFieldsFragment;

/** «Весь район» or the departments, each once. */
export function departmentsOf({ roles }: OfficialItem): string {
  const names = roles.map(({ department }) => department?.name ?? t('administration.wholeDistrict'));
  return [...new Set(names)].join(', ');
}

export function rolesOf({ roles }: OfficialItem): string {
  return [...new Set(roles.map(({ role }) => t(`frame.role${role}`)))].join(', ');
}

/** What is so today: a strong word, the rest, and whether the administrator has to do something. */
export interface Presence {
  readonly strong?: string;
  readonly text: string;
  readonly attention?: string;
}

/** `today`: the district's date. */
export function presenceOf(official: OfficialItem, today: string, zone: string): Presence {
  const { state, absence, invitedAt, invitationExpiresAt, dismissedAt } = official;
  const day = (instant: string): string => dayMonth(dayIn(zone, instant));
  switch (state) {
    case 'DISMISSED':
      return { text: t('administration.stateDismissed', { day: day(dismissedAt!) }) };
    case 'INVITED':
      return { text: t('administration.stateInvited', { day: day(invitedAt!) }) };
    case 'INVITATION_EXPIRED':
      return { text: day(invitationExpiresAt!), attention: t('administration.stateExpired') };
    case 'ABSENT':
    case 'WORKING':
      return absence && absence.to >= today
        ? absent(official, absence, today)
        : { text: t('administration.stateWorking') };
  }
}

function absent(
  { substitutions }: OfficialItem,
  { from, to, reason, standIn: sameRoles }: NonNullable<OfficialItem['absence']>,
  today: string,
): Presence {
  const acting = substitutions.find((one) => one.from <= to && from <= one.to);
  const standIn = acting?.substitute ?? sameRoles;
  const isAway = from <= today;
  const days = isAway
    ? t('administration.until', { to: dayMonth(to) })
    : t('administration.days', { from: dayMonth(from), to: dayMonth(to) });
  const strong = t(`administration.absence${reason}`);
  if (!standIn) return { strong, text: `${days},`, attention: t('administration.nobodyStandsIn') };
  return { strong, text: `${days}, ${t('administration.standsIn', { name: surname(standIn.name) })}` };
}

/** Names are written «Имя Фамилия» or «Фамилия Имя»: the whole of it stays when it is short. */
function surname(name: string): string {
  return name.length <= 24 ? name : name.split(' ').slice(0, 2).join(' ');
}
