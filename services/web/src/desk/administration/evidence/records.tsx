import { useMemo } from 'react';
import { useClient, useQuery } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { saveRows } from '../../../frame/csv.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import { useWholeList } from '../../../frame/whole-list.js';
import { ColumnPicker } from '../../../parts/data-table/column-picker.js';
import { DataTable } from '../../../parts/data-table/data-table.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { EvidenceHead, Foot, NoRecords, OfficialFilter, usePages } from './evidence-parts.js';
import { recordsDocument } from './evidence.queries.js';
import { recordColumns, type RecordEntry } from './record-columns.js';

/** What administrators changed: roles, absences, invitations, the district's file. */
export function Records() {
  const { code: district, zone } = useDistrict();
  const { get } = useAddress();
  const columns = useMemo(() => recordColumns(zone), [zone]);
  const paging = usePages<RecordEntry>();
  const client = useClient();
  const filter = { district, official: get('official') || null };
  const variables = { ...filter, after: paging.after ?? null };
  const [{ data, error, fetching }, again] = useQuery({ query: operation(recordsDocument), variables });
  const saved = useWholeList<RecordEntry>(
    async (after) => {
      const anew = { requestPolicy: 'network-only' } as const;
      const read = await client.query(operation(recordsDocument), { ...filter, after }, anew).toPromise();
      if (!read.data) throw read.error ?? new Error('An answer without data.');
      const { nodes: rows, pageInfo } = read.data.administrationRecords;
      return { rows, ...pageInfo };
    },
    (records) => saveRows(`${district}-changes.csv`, columns, records),
  );
  const pages = paging.with(data?.administrationRecords);
  return (
    <section className="wl-list" aria-label={t('administration.changes')}>
      <EvidenceHead
        pages={pages}
        isRead={!fetching}
        saved={saved}
        picker={<ColumnPicker list="changes" columns={columns} />}
        filters={<OfficialFilter />}
      />
      <Problem problem={error && failureOf(error)} onAgain={() => again({ requestPolicy: 'network-only' })} />
      <DataTable
        look="grid"
        list="changes"
        label={t('administration.changes')}
        columns={columns}
        rows={pages.items}
        idOf={({ id }) => id}
        empty={data && <NoRecords />}
      />
      <Foot hasMore={pages.hasMore} onMore={pages.more} />
    </section>
  );
}
