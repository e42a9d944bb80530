import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { PrintedApplicants, QueryPrintedApplicantsArgs } from '@otklik/contracts/generated/graphql';
import { BadInput, type PermittedContext } from '@otklik/host';
import { districtOf } from './district-of.js';
import { OpenForPrint } from './open-for-print.js';

export const MAX_PRINTED_CASES = 1_000;

@Resolver()
export class PrintedApplicantsResolver {
  constructor(private readonly prints: OpenForPrint) {}

  @Query('printedApplicants')
  async printedApplicants(
    @Args() { appeals, printed, reason, letters }: QueryPrintedApplicantsArgs,
    @Context() context: PermittedContext,
  ): Promise<PrintedApplicants> {
    if (appeals.length === 0) throw new BadInput('BAD_INPUT', 'appeals', {}, 'at least one');
    if (appeals.length > MAX_PRINTED_CASES) throw new BadInput('TOO_MANY_ITEMS', 'appeals', { max: MAX_PRINTED_CASES });
    if (letters && letters.length > MAX_PRINTED_CASES)
      throw new BadInput('TOO_MANY_ITEMS', 'letters', { max: MAX_PRINTED_CASES });
    const print = { appeals, printed, reason, letters: printed === 'LETTERS' ? (letters ?? []) : [] };
    return this.prints.open(print, context, districtOf(context));
  }
}
