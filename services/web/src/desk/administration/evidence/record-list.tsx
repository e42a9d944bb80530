import { useMemo, type ReactNode } from 'react';
import { useClient, useQuery } from 'urql';
import { saveRows } from '../../../frame/csv.js';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation, readNow } from '../../../frame/graphql-client.js';
import { useWholeList } from '../../../frame/whole-list.js';
import type { TypedDocumentString } from '../../../generated/graphql.js';
import { ColumnPicker } from '../../../parts/data-table/column-picker.js';
import type { Column } from '../../../parts/data-table/column.js';
import { DataTable } from '../../../parts/data-table/data-table.js';
import { Problem } from '../../../parts/problem.js';
import { EvidenceHead, Foot, NoRecords, usePages, type Page } from './evidence-parts.js';

interface RecordListOptions<Entry, Result, Filter> {
  /** Its name in the choice of columns and in the name of its file. */
  readonly list: string;
  readonly label: string;
  readonly columnsIn: (zone: string) => readonly Column<Entry>[];
  readonly document: TypedDocumentString<Result, Filter & { readonly after: string | null }>;
  readonly filter: Filter;
  readonly pageOf: (result: Result) => Page<Entry>;
  readonly filters: ReactNode;
}

/** A list of records, the newest first: read page by page, saved and printed as it is filtered. */
export function RecordList<Entry extends { readonly id: string }, Result, Filter extends object>(
  props: RecordListOptions<Entry, Result, Filter>,
) {
  const { list, label, columnsIn, document, filter, pageOf, filters } = props;
  const { code: district, zone } = useDistrict();
  const columns = useMemo(() => columnsIn(zone), [columnsIn, zone]);
  const paging = usePages<Entry>();
  const client = useClient();
  const variables = { ...filter, after: paging.after ?? null };
  const [{ data, error, fetching }, again] = useQuery({ query: operation(document), variables });
  const saved = useWholeList<Entry>(
    async (after) => {
      const { nodes: rows, pageInfo } = pageOf(await readNow(client, document, { ...filter, after }));
      return { rows, ...pageInfo };
    },
    (records) => saveRows(`${district}-${list}.csv`, columns, records),
  );
  const pages = paging.with(data && pageOf(data));
  const picker = <ColumnPicker list={list} columns={columns} />;
  return (
    <section className="wl-list" aria-label={label}>
      <EvidenceHead pages={pages} isRead={!fetching} saved={saved} picker={picker} filters={filters} />
      <Problem problem={error && failureOf(error)} onAgain={() => again({ requestPolicy: 'network-only' })} />
      <DataTable
        look="grid"
        list={list}
        label={label}
        columns={columns}
        rows={pages.items}
        idOf={({ id }) => id}
        empty={data && <NoRecords />}
      />
      <Foot hasMore={pages.hasMore} onMore={pages.more} />
    </section>
  );
}
