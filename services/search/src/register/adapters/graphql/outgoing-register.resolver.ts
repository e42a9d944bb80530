import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  OutgoingEntry,
  OutgoingRegisterConnection,
  QueryOutgoingRegisterArgs,
} from '@otklik/contracts/generated/graphql';
import {
  openedBy,
  optionalText,
  readConsistencyToken,
  type PermittedContext,
  connectionOf,
  pageRequest,
  withOneMore,
  type Connection,
} from '@otklik/host';
import { Clock, compact } from '@otklik/kernel';
import { applicantOpeners, Directory } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { beginsExport, recordExport } from '../../../records/adapters/graphql/record-export.js';
import { Openings } from '../../../records/application/openings.js';
import { addressedBody } from '../../application/card/addressed-body.js';
import { noticeView } from '../../application/card/notice-view.js';
import { appealView, viewing, type Viewing } from '../../application/card/row-view.js';
import {
  OutgoingRegister,
  type OutgoingFilter,
  type OutgoingRegisterRow,
} from '../../application/figures/outgoing-register.js';
import { actingIn, mayOpenContacts } from '../../application/fold/acting.js';
import { listedAppeal } from '../../application/list/listed-row.js';
import type { ListPosition } from '../../application/list/register-list.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import type { RegisterRow } from '../../application/list/register-row.js';
import { districtOf } from './district-of.js';
import { listName } from './given-filter.js';

type Page = Connection<OutgoingEntry> & Pick<OutgoingRegisterConnection, 'total' | 'totalIsExact' | 'stale'>;

interface Listed {
  readonly row: OutgoingRegisterRow;
  readonly entry: OutgoingEntry;
}

const MAX_NUMBER_LENGTH = 50;

/** The outgoing register of letters of all ways. */
@Resolver()
export class OutgoingRegisterResolver {
  private readonly cursorKey: Buffer;

  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly letters: OutgoingRegister,
    private readonly openings: Openings,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.cursorKey = secrets.of('cursor');
  }

  @Query('outgoingRegister')
  async outgoingRegister(@Args() args: QueryOutgoingRegisterArgs, @Context() context: PermittedContext): Promise<Page> {
    const district = districtOf(context);
    const filter = filterOf(args);
    const list = { key: this.cursorKey, name: listName('outgoingRegister', district.id, filter) };
    const page = pageRequest<ListPosition>(args, list);
    const holds = await this.reader.holds([district.id], readConsistencyToken(args.consistentWith));
    const rows = await this.letters.list(district.id, filter, withOneMore(page));
    const { count, isExact } = await this.letters.count(district.id, filter);
    if (beginsExport(args)) {
      const saved = { at: this.clock.now(), rows: count, exported: 'OUTGOING_REGISTER' } as const;
      await recordExport(this.openings, context, district.id, saved);
    }
    return {
      ...connectionOf(page, await this.listed(rows, context), list, {
        node: ({ entry }) => entry,
        position: ({ row: { ordered, id } }) => [ordered, id],
      }),
      total: count,
      totalIsExact: isExact,
      stale: !holds,
    };
  }

  private async listed(letters: readonly OutgoingRegisterRow[], context: PermittedContext): Promise<readonly Listed[]> {
    const district = districtOf(context);
    const view = viewing(this.directory, district, this.clock.now(), context.actor, context.language);
    const appeals = [...new Set(letters.map(({ appeal }) => appeal))];
    const rows = new Map((await this.reader.rows([district.id], appeals)).map((row) => [row.id, row]));
    // An appeal whose first fact is still on its way has no row yet, and its letter comes with it.
    return letters.flatMap((row) => {
      const of = rows.get(row.appeal);
      return of ? [{ row, entry: entryView(row, of, context, view) }] : [];
    });
  }
}

function filterOf(args: QueryOutgoingRegisterArgs): OutgoingFilter {
  return compact({
    from: args.from ?? undefined,
    to: args.to ?? undefined,
    ways: args.ways ?? undefined,
    kinds: args.kinds ?? undefined,
    courses: args.courses ?? undefined,
    number: optionalText(args.number, { max: MAX_NUMBER_LENGTH, path: 'number' }),
  });
}

function entryView(
  letter: OutgoingRegisterRow,
  row: RegisterRow,
  { actor }: PermittedContext,
  view: Viewing,
): OutgoingEntry {
  const { district, today } = view;
  const mayOpen = openedBy({ actor, rule: applicantOpeners() }, district.id, (sender) =>
    mayOpenContacts(row, actingIn(sender, district, today)),
  );
  return {
    notice: noticeView(letter, row, view),
    appeal: appealView(listedAppeal(row), view),
    course: letter.course,
    addresseeOpens: addressedBody(letter.notice) === null && mayOpen !== undefined,
  };
}
