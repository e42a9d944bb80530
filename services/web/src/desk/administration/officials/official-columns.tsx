import type { OpenQuestions } from '../../../frame/open-counts.js';
import { column, type Column } from '../../../parts/data-table/column.js';
import { t } from '../../../words/words.js';
import { departmentsOf, presenceOf, rolesOf, type OfficialItem } from './official-words.js';

/** `today`: the district's date. */
export function officialColumns(of: {
  readonly open: OpenQuestions;
  readonly today: string;
  readonly zone: string;
}): readonly Column<OfficialItem>[] {
  const { open, today, zone } = of;
  const presence = (official: OfficialItem): string => {
    const { strong, text, attention } = presenceOf(official, today, zone);
    return [strong, text, attention].filter(Boolean).join(' ');
  };
  return [
    column('official', t('administration.official'), ({ name }) => name, {
      as: 'choice',
      phone: 'head',
      sort: true,
      hideable: false,
      width: '14rem',
    }),
    column('login', t('administration.login'), ({ login }) => login, { shown: 'file' }),
    column('department', t('administration.department'), departmentsOf, { shown: 'file', sort: true }),
    column('role', t('administration.role'), rolesOf, { shown: 'file', sort: true }),
    column(
      'departmentAndRoles',
      t('administration.departmentAndRoles'),
      (official) => `${departmentsOf(official)} ${rolesOf(official)}`,
      {
        csv: false,
        cell: (official) => (
          <span className="o-held">
            <span className="o-where">{departmentsOf(official)}</span>{' '}
            <span className="muted">{rolesOf(official)}</span>
          </span>
        ),
      },
    ),
    column('inWork', t('administration.inWork'), ({ id }) => open.get(id) ?? 0, {
      cell: ({ id }) => open.get(id) || '—',
      align: 'end',
      look: 'num',
      sort: true,
      phone: 'hidden',
      width: '4.5rem',
    }),
    column('now', t('administration.now'), presence, {
      cell: (official) => <Presence {...presenceOf(official, today, zone)} />,
      tip: presence,
      width: '11rem',
    }),
  ];
}

function Presence({ strong, text, attention }: ReturnType<typeof presenceOf>) {
  return (
    <>
      {strong && <b>{strong} </b>}
      {text} {attention && <span className="attn">{attention}</span>}
    </>
  );
}
