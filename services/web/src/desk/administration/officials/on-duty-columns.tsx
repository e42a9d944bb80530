import type { OfficialsOnDutyQuery } from '../../../generated/graphql.js';
import { column, type Column } from '../../../parts/data-table/column.js';
import { dayMonth } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';

type OnDutyItem = OfficialsOnDutyQuery['officialsOnDuty'][number];

export function onDutyColumns(): readonly Column<OnDutyItem>[] {
  return [
    column('official', t('administration.official'), ({ official }) => official.name, {
      cell: ({ official, position }) => (
        <>
          {official.name}
          {position && <small className="muted">{position}</small>}
        </>
      ),
      phone: 'head',
      sort: true,
      hideable: false,
    }),
    column('roles', t('administration.roles'), rolesText),
    column('presence', t('administration.presence'), awayText, {
      cell: (item) => (isAway(item) ? <b>{awayText(item)}</b> : awayText(item)),
      sort: true,
    }),
    column('acting', t('administration.acting'), actingText),
  ];
}

function rolesText({ roles }: OnDutyItem): string {
  return roles.map((role) => t(`frame.role${role}`)).join(', ');
}

/** Away, or replaced by an order: the duties are done by another that day. */
export function isAway({ absence, substitutedBy }: OnDutyItem): boolean {
  return Boolean(absence) || substitutedBy.length > 0;
}

function awayText(item: OnDutyItem): string {
  const { absence } = item;
  if (!absence) return t(isAway(item) ? 'administration.stateReplaced' : 'administration.stateWorking');
  const { reason, from, to } = absence;
  return `${t(`administration.absence${reason}`)} ${t('administration.days', { from: dayMonth(from), to: dayMonth(to) })}`;
}

/** Who did the duties of the official, and whose duties the official did. */
function actingText({ substitutedBy, substituteOf, absence }: OnDutyItem): string {
  const by = substitutedBy.map(({ substitute, order }) =>
    t('administration.dutiesDoneBy', { name: substitute?.name ?? '—', order }),
  );
  const of = substituteOf.map(({ name }) => t('administration.doesDutiesOf', { name }));
  const standIn =
    by.length === 0 && absence?.standIn ? [t('administration.standsIn', { name: absence.standIn.name })] : [];
  return [...by, ...of, ...standIn].join('; ');
}
