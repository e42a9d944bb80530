import { randomUUID } from 'node:crypto';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { Applicant, QueryApplicantArgs } from '@otklik/contracts/generated/graphql';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { cleanText, Forbidden, Unauthenticated, type PermittedContext } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { Directory, type OfficialRole } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { mayOpenContacts } from '../../application/register/acting.js';
import { decryptMany } from '../../application/register/clear-texts.js';
import { Openings } from '../../application/register/openings.js';
import { RegisterReader } from '../../application/register/register-reader.js';
import type { RegisterRow } from '../../application/register/register-row.js';
import { viewing } from '../../application/register/row-view.js';
import { districtOf } from './district-of.js';

const MAX_REASON_LENGTH = 500;

@Resolver()
export class ApplicantResolver {
  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly openings: Openings,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

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
    await this.openings.record(district, { ...opening, kind: 'CONTACT' });
  }
}
