import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { Applicant, QueryApplicantArgs } from '@otklik/contracts/generated/graphql';
import { cleanText, Forbidden, type PermittedContext } from '@otklik/host';
import { RegisterReader } from '../../application/list/register-reader.js';
import { districtOf } from './district-of.js';
import { OpenApplicant } from './open-applicant.js';

const MAX_REASON_LENGTH = 500;

@Resolver()
export class ApplicantResolver {
  constructor(
    private readonly reader: RegisterReader,
    private readonly applicants: OpenApplicant,
  ) {}

  @Query('applicant')
  async applicant(@Args() args: QueryApplicantArgs, @Context() context: PermittedContext): Promise<Applicant | null> {
    const reason = cleanText(args.reason, { max: MAX_REASON_LENGTH, path: 'reason' });
    const district = districtOf(context);
    const row = await this.reader.row(district.id, args.appeal);
    if (!row) return null;
    const opened = await this.applicants.open(row, reason, context, district);
    if (!opened) throw new Forbidden('no act at hand needs the contact');
    return opened;
  }
}
