import { randomUUID } from 'node:crypto';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { Applicant, QueryApplicantArgs } from '@otklik/contracts/generated/graphql';
import { cleanText, Forbidden, type PermittedContext } from '@otklik/host';
import { Clock, localDate } from '@otklik/kernel';
import { Vault } from '@otklik/vault';
import { actingIn, mayOpenContacts } from '../../application/fold/acting.js';
import { applicantView } from '../../application/card/applicant-view.js';
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
    if (!row) return null;
    // As himself where he may, else in the stead of an absent one: on record is the role that permitted it.
    const today = localDate(this.clock.now(), district.zone);
    const by = openedBy(context, district.id, (sender) => mayOpenContacts(row, actingIn(sender, district, today)));
    if (!by) throw new Forbidden('no act at hand needs the contact');
    // Recorded before it is shown: an opening that is not on record did not happen.
    await this.record(row, reason, by);
    return applicantView(this.vault, row);
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
