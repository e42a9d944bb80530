import { randomUUID } from 'node:crypto';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { Applicant, QueryApplicantArgs } from '@otklik/contracts/generated/graphql';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { cleanText, Forbidden, type PermittedContext } from '@otklik/host';
import { Clock, localDate } from '@otklik/kernel';
import { Vault } from '@otklik/vault';
import { actingIn, mayOpenContacts } from '../../application/fold/acting.js';
import { decryptMany } from '../../application/card/clear-texts.js';
import { Openings } from '../../../records/application/openings.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import type { RegisterRow } from '../../application/list/register-row.js';
import { districtOf } from './district-of.js';
import { openedBy } from '../../../records/adapters/graphql/opened-by.js';

const MAX_REASON_LENGTH = 500;

@Resolver()
export class ApplicantResolver {
  constructor(
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
    // As himself where he may, else in the stead of an absent one: on record is the role that permitted it.
    const today = localDate(this.clock.now(), district.zone);
    const by = openedBy(context, district.id, (sender) => mayOpenContacts(row, actingIn(sender, district, today)));
    if (!by) throw new Forbidden('no act at hand needs the contact');
    // Recorded before it is shown: an opening that is not on record did not happen.
    await this.record(row, reason, by);
    return { identified: received.identified, ...(await this.opened(row, received)) };
  }

  /** Null where nothing was given, and for an erased person. */
  private async opened(
    { district, erased }: Pick<RegisterRow, 'district' | 'erased'>,
    received: AppealReceivedData,
  ): Promise<Omit<Applicant, 'identified'>> {
    if (erased) return {};
    const placed = (['name', 'contact', 'address', 'phone', 'subject'] as const).map((field) => ({
      sealed: received[field],
      field,
    }));
    const [name, contact, address, phone, subject] = await decryptMany(this.vault, district, placed);
    const contactKind = contact === undefined ? null : received.contactKind;
    return { name, contact, address, phone, contactKind, identity: identityOf(subject) };
  }

  private async record(
    { district, id: appeal, erased, fold }: RegisterRow,
    reason: string,
    by: NonNullable<ReturnType<typeof openedBy>>,
  ) {
    const { person } = fold.appeal.received!;
    const id = randomUUID();
    const sealed = erased ? {} : { reason: await this.vault.seal(district, person, id, 'reason', reason) };
    const opening = { id, appeal, ...by, at: this.clock.now(), ...sealed };
    await this.openings.record(district, { ...opening, kind: 'CONTACT' });
  }
}

/** `<issuer> <subject>`: an issuer is an address, so it has no space. */
function identityOf(kept: string | undefined): Applicant['identity'] {
  if (kept === undefined) return undefined;
  const at = kept.indexOf(' ');
  return { issuer: kept.slice(0, at), subject: kept.slice(at + 1) };
}
