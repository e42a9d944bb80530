import type { AccessRecordsQuery } from '../../../generated/graphql.js';
import { column, type Column } from '../../../parts/data-table/column.js';
import { momentIn } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';

export type AccessEntry = AccessRecordsQuery['accessRecords']['nodes'][number];

const refused = [
  ...([
    'file',
    'appeal',
    'applicant',
    'appeals',
    'questions',
    'search',
    'board',
    'applicants',
    'applicantFile',
  ] as const),
  ...([
    'outgoingRegister',
    'paperNotices',
    'oralNotices',
    'moderation',
    'openings',
    'officials',
    'caseEvidence',
  ] as const),
] as const;
const failures = ['PASSWORD', 'CODE', 'PAUSED', 'NO_ROLES'] as const;

export function accessColumns(zone: string): readonly Column<AccessEntry>[] {
  return [
    column('when', t('administration.when'), ({ at }) => momentIn(zone, at), {
      look: 'num',
      sort: 'descending',
      width: '9.5rem',
    }),
    column('who', t('administration.who'), ({ official }) => official?.name ?? t('administration.accessOther'), {
      width: '13rem',
    }),
    column('what2', t('administration.what2'), ({ kind }) => t(`administration.access${kind}`), {
      hideable: false,
      width: '13rem',
    }),
    column('accessDetail', t('administration.accessDetail'), detailOf),
  ];
}

/** Of a refusal what was asked for: in words the commonest, else the operation's name, as the access matrix has it. */
function detailOf({ kind, detail }: AccessEntry): string {
  if (kind === 'REFUSED') {
    const asked = refused.find((one) => one === detail);
    return asked ? t(`administration.refused_${asked}`) : t('administration.refusedOther', { name: detail ?? '' });
  }
  const failure = failures.find((one) => one === detail);
  return failure ? t(`administration.failed${failure}`) : '';
}
