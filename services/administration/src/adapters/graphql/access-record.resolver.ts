import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  AccessRecord as RecordView,
  AccessRecordConnection,
  QueryAccessRecordsArgs,
} from '@otklik/contracts/generated/graphql';
import { BadInput, makeCursor, NotFound, readCursor, type PermittedContext } from '@otklik/host';
import { compact } from '@otklik/kernel';
import { AccessRecords, Database, Directory, type District, type StoredAccessRecord } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { officialView } from './official-view.js';

const DEFAULT_PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;

/** Sign-ins and refusals of a district's officials, for those who control them. */
@Resolver()
export class AccessRecordResolver {
  private readonly cursorKey: Buffer;
  private readonly records: AccessRecords;

  constructor(
    private readonly directory: Directory,
    database: Database,
    secrets: Secrets,
  ) {
    this.cursorKey = secrets.of('cursor');
    this.records = new AccessRecords(database, directory);
  }

  @Query('accessRecords')
  async accessRecords(
    @Args() { kinds, official, first, after }: QueryAccessRecordsArgs,
    @Context() { district }: PermittedContext,
  ): Promise<AccessRecordConnection> {
    if (!district) throw new NotFound();
    const limit = pageSize(first);
    const list = `accessRecords/${district.id}/${JSON.stringify([kinds ?? null, official ?? null])}`;
    const from = readCursor<Pick<StoredAccessRecord, 'at' | 'id'>>(this.cursorKey, list, after);
    const found = await this.records.page(
      district.id,
      compact({ limit: limit + 1, kinds: kinds ?? undefined, ...(official && { official }), after: from }),
    );
    const edges = found.slice(0, limit).map((record) => ({
      cursor: makeCursor(this.cursorKey, list, { at: record.at, id: record.id }),
      node: this.view(district, record),
    }));
    const pageInfo = { hasNextPage: found.length > limit, hasPreviousPage: from !== undefined, ...endsOf(edges) };
    return { edges, nodes: edges.map(({ node }) => node), pageInfo };
  }

  private view(district: District, { official, detail, ...record }: StoredAccessRecord): RecordView {
    return { ...record, official: officialView(this.directory, district, official) ?? null, detail: detail ?? null };
  }
}

function endsOf(edges: readonly { readonly cursor: string }[]) {
  return { startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null };
}

function pageSize(given: number | null | undefined): number {
  const size = given ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) throw new BadInput('PAGE_SIZE', 'first', { max: MAX_PAGE_SIZE });
  return size;
}
