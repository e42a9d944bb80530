import { randomUUID } from 'node:crypto';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  Applicant,
  ContactOpening as ContactOpeningView,
  ContactOpeningConnection,
  QueryApplicantArgs,
  QueryContactOpeningsArgs,
} from '@otklik/contracts/generated/graphql';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { cleanText, Forbidden, Unauthenticated, type PermittedContext } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { Directory, type OfficialRole } from '@otklik/tenancy';
import { Secrets, Vault } from '@otklik/vault';
import { mayOpenContacts } from '../../application/register/acting.js';
import { decryptMany } from '../../application/register/clear-texts.js';
import { ContactOpenings, type ContactOpening } from '../../application/register/contact-openings.js';
import { officialOf } from '../../application/register/directory-names.js';
import { listedAppeal } from '../../application/register/listed-row.js';
import type { ListPosition } from '../../application/register/register-list.js';
import { RegisterReader } from '../../application/register/register-reader.js';
import type { RegisterRow } from '../../application/register/register-row.js';
import { appealView, viewing, type Viewing } from '../../application/register/row-view.js';
import { connectionOf, pageRequest, withOneMore } from './connection.js';
import { districtOf } from './district-of.js';
import { listName } from './given-filter.js';

const MAX_REASON_LENGTH = 500;

@Resolver()
export class ApplicantResolver {
  private readonly cursorKey: Buffer;

  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly openings: ContactOpenings,
    private readonly vault: Vault,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.cursorKey = secrets.of('cursor');
  }

  @Query('applicant')
  async applicant(@Args() args: QueryApplicantArgs, @Context() context: PermittedContext): Promise<Applicant | null> {
    const reason = cleanText(args.reason, { max: MAX_REASON_LENGTH, path: 'reason' });
    const district = districtOf(context);
    const row = await this.reader.row(district.id, args.appeal);
    const received = row?.fold.appeal.received;
    if (!received || !row) return null;
    const { acting } = viewing(this.directory, district, this.clock.now(), context.actor);
    if (!mayOpenContacts(row, acting)) throw new Forbidden('no act at hand needs the contact');
    // Recorded before it is shown: an opening that is not on record did not happen.
    await this.record(row, reason, context);
    return { identified: received.identified, ...(await this.opened(row, received)) };
  }

  @Query('contactOpenings')
  async contactOpenings(
    @Args() args: QueryContactOpeningsArgs,
    @Context() context: PermittedContext,
  ): Promise<ContactOpeningConnection> {
    const { openings, cursorKey } = this;
    const district = districtOf(context);
    const { appeal, official, from, to } = args;
    const list = { key: cursorKey, name: listName('contactOpenings', district.id, appeal, official, from, to) };
    const page = pageRequest<ListPosition>(args, list);
    const filter = {
      ...(appeal ? { appeal } : {}),
      ...(official ? { official } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    };
    const read = await openings.list(district.id, { ...filter, zone: district.zone }, withOneMore(page));
    const view = viewing(this.directory, district, this.clock.now(), context.actor);
    return connectionOf(page, await this.views(read, view), list, {
      node: (one) => one,
      position: ({ at, id }) => [at, id],
    });
  }

  /** Null where nothing was given, and for an erased person. */
  private async opened(
    { district, erased }: Pick<RegisterRow, 'district' | 'erased'>,
    received: AppealReceivedData,
  ): Promise<Omit<Applicant, 'identified'>> {
    if (erased) return {};
    const placed = (['name', 'contact', 'address', 'phone'] as const).map((field) => ({
      sealed: received[field],
      field,
    }));
    const [name, contact, address, phone] = await decryptMany(this.vault, district, placed);
    return { name, contact, address, phone, contactKind: contact === undefined ? null : received.contactKind };
  }

  private async record({ district, id: appeal, erased, fold }: RegisterRow, reason: string, context: PermittedContext) {
    const { actor, role } = context;
    if (actor.kind !== 'official') throw new Unauthenticated();
    const { person } = fold.appeal.received!;
    const id = randomUUID();
    const sealed = erased ? {} : { reason: await this.vault.seal(district, person, id, 'reason', reason) };
    const opening = { id, appeal, official: actor.id, role: role as OfficialRole, at: this.clock.now(), ...sealed };
    await this.openings.record(district, opening);
  }

  private async views(openings: readonly ContactOpening[], view: Viewing): Promise<readonly ContactOpeningView[]> {
    const { directory, reader, vault } = this;
    const { district } = view;
    const ids = [...new Set(openings.map(({ appeal }) => appeal))];
    const rows = new Map((await reader.rows([district.id], ids)).map((row) => [row.id, row]));
    const placed = openings.map(({ id, reason }) => ({ sealed: reason, eventId: id, field: 'reason' }));
    const reasons = await decryptMany(vault, district.id, placed);
    return openings.map(({ id, at, official, role, appeal }, index) => {
      const row = rows.get(appeal);
      return {
        ...{ id, at, role, official: officialOf(directory, district, official) ?? null },
        ...{ appeal: row ? appealView(listedAppeal(row), view) : null, reason: reasons[index] ?? null },
      };
    });
  }
}
