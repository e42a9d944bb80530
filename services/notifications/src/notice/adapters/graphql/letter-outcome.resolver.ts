import { Resolver } from '@nestjs/graphql';
import type { RecordLetterOutcomeInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, checkAll, Command, Ctx, Input } from '@otklik/host';
import { localDate } from '@otklik/kernel';
import { RecordOutcome } from '../../application/record-outcome.js';
import { givenTrack } from './given-track.js';

/** What became of letters that left by post. */
@Resolver()
export class LetterOutcomeResolver {
  constructor(private readonly act: RecordOutcome) {}

  @Command()
  recordLetterOutcome(@Input() input: RecordLetterOutcomeInput, @Ctx() ctx: ClientCommandContext) {
    const { id, expectedVersion, outcome, proof } = input;
    const today = localDate(ctx.at, ctx.inDistrict.zone);
    const [track, on] = checkAll(
      () => givenTrack(input.track, 'input.track'),
      () => {
        if (input.on && input.on > today) throw new BadInput('DATE_IN_FUTURE', 'input.on');
        return input.on ?? today;
      },
    );
    return this.act.record(ctx, { id, expectedVersion, outcome, proof, on, track });
  }
}
