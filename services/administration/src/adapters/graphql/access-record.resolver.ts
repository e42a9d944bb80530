import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { AccessRecord as RecordView, QueryAccessRecordsArgs } from '@otklik/contracts/generated/graphql';
import { connectionOf, NotFound, pageRequest, withOneMore, type Connection, type PermittedContext } from '@otklik/host';
import { compact } from '@otklik/kernel';
import { AccessRecords, Database, Directory, type District, type StoredAccessRecord } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { officialView } from './official-view.js';

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
  ): Promise<Connection<RecordView>> {
    if (!district) throw new NotFound();
    const name = `accessRecords/${district.id}/${JSON.stringify([kinds ?? null, official ?? null])}`;
    const list = { key: this.cursorKey, name };
    const page = pageRequest<Pick<StoredAccessRecord, 'at' | 'id'>>({ first, after }, list);
    const { limit, from } = withOneMore(page);
    const found = await this.records.page(
      district.id,
      compact({ limit, kinds: kinds ?? undefined, ...(official && { official }), after: from }),
    );
    const node = (record: StoredAccessRecord) => this.view(district, record);
    return connectionOf(page, found, list, { node, position: ({ at, id }) => ({ at, id }) });
  }

  private view(district: District, { official, detail, ...record }: StoredAccessRecord): RecordView {
    return { ...record, official: officialView(this.directory, district, official) ?? null, detail: detail ?? null };
  }
}
