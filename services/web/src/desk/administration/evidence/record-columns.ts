import type { AdministrationRecordsQuery } from '../../../generated/graphql.js';
import { column, type Column } from '../../../parts/data-table/column.js';
import { momentIn } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';

export type RecordEntry = AdministrationRecordsQuery['administrationRecords']['nodes'][number];

export function recordColumns(zone: string): readonly Column<RecordEntry>[] {
  return [
    column('when', t('administration.when'), ({ at }) => momentIn(zone, at), {
      look: 'num',
      sort: 'descending',
      width: '9.5rem',
    }),
    column('who', t('administration.who'), actorText, { width: '13rem' }),
    column('whom', t('administration.whom'), ({ official }) => official?.name, {
      cell: ({ official }) => official?.name ?? '—',
      width: '13rem',
    }),
    column('changedWhat', t('administration.changedWhat'), ({ text }) => text, {
      tip: ({ text }) => text,
      hideable: false,
    }),
  ];
}

/** Who did it, and in whose stead. */
function actorText({ by, onBehalfOf }: RecordEntry): string {
  const name = by?.name ?? '—';
  return onBehalfOf ? `${name} ${t('card.inStead', { name: onBehalfOf.name })}` : name;
}
