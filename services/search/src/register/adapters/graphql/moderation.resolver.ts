import { Context, Query, Resolver } from '@nestjs/graphql';
import type { AnsweredShare, ModerationNumbers } from '@otklik/contracts/generated/graphql';
import type { PermittedContext } from '@otklik/host';
import { Clock, instantOf, localDate } from '@otklik/kernel';
import { ModerationCounts } from '../../store/moderation-counts.js';
import { answerDay } from '../../domain/answer-day.js';
import { districtOf } from './district-of.js';

@Resolver()
export class ModerationResolver {
  constructor(
    private readonly counts: ModerationCounts,
    private readonly clock: Clock,
  ) {}

  @Query('moderation')
  async moderation(@Context() context: PermittedContext): Promise<ModerationNumbers> {
    const district = districtOf(context);
    const now = this.clock.now();
    const share = async (since: string): Promise<AnsweredShare> => ({
      since,
      ...(await this.counts.answered(district.id, since)),
    });
    const { on: answerOn, since } = answerDay(now, district);
    const [waiting, today, workingDay] = await Promise.all([
      this.counts.waiting(district.id),
      share(instantOf({ on: localDate(now, district.zone), minute: 0 }, district.zone)),
      share(since),
    ]);
    return { waiting, today, workingDay, answerOn };
  }
}
