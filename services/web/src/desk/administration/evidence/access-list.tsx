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
import { accessColumns, type AccessEntry } from './access-columns.js';
import { EvidenceHead, Foot, NoRecords, OfficialFilter, usePages } from './evidence-parts.js';
import { accessRecordsDocument } from './evidence.queries.js';

const accessKinds = ['SIGNED_IN', 'SIGN_IN_FAILED', 'PASSWORD_SET', 'REFUSED'] as const;

/** Who signed in, who could not, and what was refused. */
export function AccessList() {
  const { code: district, zone } = useDistrict();
  const { get } = useAddress();
  const columns = useMemo(() => accessColumns(zone), [zone]);
  const paging = usePages<AccessEntry>();
  const kind = accessKinds.find((one) => one === get('kind'));
  const client = useClient();
  const filter = { district, kinds: kind === undefined ? null : [kind], official: get('official') || null };
  const variables = { ...filter, after: paging.after ?? null };
  const [{ data, error, fetching }, again] = useQuery({ query: operation(accessRecordsDocument), variables });
  const saved = useWholeList<AccessEntry>(
    async (after) => {
      const anew = { requestPolicy: 'network-only' } as const;
      const read = await client.query(operation(accessRecordsDocument), { ...filter, after }, anew).toPromise();
      if (!read.data) throw read.error ?? new Error('An answer without data.');
      const { nodes: rows, pageInfo } = read.data.accessRecords;
      return { rows, ...pageInfo };
    },
    (records) => saveRows(`${district}-access.csv`, columns, records),
  );
  const pages = paging.with(data?.accessRecords);
  return (
    <section className="wl-list" aria-label={t('administration.access')}>
      <EvidenceHead
        pages={pages}
        isRead={!fetching}
        saved={saved}
        picker={<ColumnPicker list="access" columns={columns} />}
        filters={
          <>
            <OfficialFilter />
            <KindFilter />
          </>
        }
      />
      <Problem problem={error && failureOf(error)} onAgain={() => again({ requestPolicy: 'network-only' })} />
      <DataTable
        look="grid"
        list="access"
        label={t('administration.access')}
        columns={columns}
        rows={pages.items}
        idOf={({ id }) => id}
        empty={data && <NoRecords />}
      />
      <Foot hasMore={pages.hasMore} onMore={pages.more} />
    </section>
  );
}

function KindFilter() {
  const { get, set } = useAddress();
  return (
    <select
      aria-label={t('administration.what2')}
      value={get('kind')}
      onChange={({ target }) => set({ kind: target.value })}
    >
      <option value="">{t('administration.accessAll')}</option>
      {accessKinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`administration.access${kind}`)}
        </option>
      ))}
    </select>
  );
}
