import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  OutgoingLetter,
  OutgoingPostConnection,
  QueryOutgoingPostArgs,
} from '@otklik/contracts/generated/graphql';
import {
  openedBy,
  readConsistencyToken,
  type PermittedContext,
  connectionOf,
  pageRequest,
  withOneMore,
  type Connection,
} from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { applicantOpeners, Directory } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { actingIn, mayOpenContacts } from '../../application/fold/acting.js';
import { postingView } from '../../application/card/notice-view.js';
import { listedAppeal } from '../../application/list/listed-row.js';
import { addressedBody } from '../../application/card/addressed-body.js';
import { Openings } from '../../../records/application/openings.js';
import { OutgoingPost, type OutgoingRow } from '../../application/figures/outgoing-post.js';
import type { ListPosition } from '../../application/list/register-list.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import type { RegisterRow } from '../../application/list/register-row.js';
import { appealView, viewing, type Viewing } from '../../application/card/row-view.js';
import { districtOf } from './district-of.js';
import { listName } from './given-filter.js';
import { beginsExport, recordExport } from '../../../records/adapters/graphql/record-export.js';

type OutgoingPage = Connection<OutgoingLetter> & Pick<OutgoingPostConnection, 'total' | 'totalIsExact' | 'stale'>;

interface Listed {
  readonly row: OutgoingRow;
  readonly letter: OutgoingLetter;
}

/** The register of outgoing post: letters that were sent. Those that wait are `paperNotices`. */
@Resolver()
export class OutgoingPostResolver {
  private readonly cursorKey: Buffer;

  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly post: OutgoingPost,
    private readonly openings: Openings,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.cursorKey = secrets.of('cursor');
  }

  @Query('outgoingPost')
  async outgoingPost(@Args() args: QueryOutgoingPostArgs, @Context() context: PermittedContext): Promise<OutgoingPage> {
    const { reader, post } = this;
    const { from, to } = args;
    const district = districtOf(context);
    const list = { key: this.cursorKey, name: listName('outgoingPost', district.id, from, to) };
    const page = pageRequest<ListPosition>(args, list);
    const holds = await reader.holds([district.id], readConsistencyToken(args.consistentWith));
    const sent = await post.list(district.id, { from, to }, withOneMore(page));
    const counted = await post.count(district.id, { from, to });
    if (beginsExport(args)) {
      const saved = { at: this.clock.now(), rows: counted.count, exported: 'OUTGOING_POST' } as const;
      await recordExport(this.openings, context, district.id, saved);
    }
    return {
      ...connectionOf(page, await this.letters(sent, context), list, {
        node: ({ letter }) => letter,
        position: ({ row: { ordered, id } }) => [ordered, id],
      }),
      total: counted.count,
      totalIsExact: counted.isExact,
      stale: !holds,
    };
  }

  private async letters(sent: readonly OutgoingRow[], context: PermittedContext): Promise<readonly Listed[]> {
    const district = districtOf(context);
    const view = viewing(this.directory, district, this.clock.now(), context.actor, context.language);
    const appeals = [...new Set(sent.map(({ appeal }) => appeal))];
    const rows = new Map((await this.reader.rows([district.id], appeals)).map((row) => [row.id, row]));
    // An appeal whose first fact is still on its way has no row yet, and its letter comes with it.
    return sent.flatMap((row) => {
      const of = rows.get(row.appeal);
      return of ? [{ row, letter: letterView(row, of, context, view) }] : [];
    });
  }
}

function letterView(
  { id: notice, notice: part, posting }: OutgoingRow,
  row: RegisterRow,
  { actor }: PermittedContext,
  view: Viewing,
): OutgoingLetter {
  const { district, today } = view;
  const body = addressedBody(part);
  const mayOpen = openedBy({ actor, rule: applicantOpeners() }, district.id, (sender) =>
    mayOpenContacts(row, actingIn(sender, district, today)),
  );
  return {
    notice,
    appeal: appealView(listedAppeal(row), view),
    kind: part.kind,
    body,
    addresseeOpens: body === null && mayOpen !== undefined,
    late: posting.late ?? false,
    posting: postingView(posting, view),
  };
}
