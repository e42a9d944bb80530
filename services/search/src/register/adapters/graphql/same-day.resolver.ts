import { Context, Query, Resolver } from '@nestjs/graphql';
import type { SameDayAnswers } from '@otklik/contracts/generated/graphql';
import type { PermittedContext } from '@otklik/host';
import { addDays, Clock, localDate, type LocalDate } from '@otklik/kernel';
import { SameDay } from '../../store/same-day.js';
import { districtOf } from './district-of.js';

const DAYS = 30;
const MONTHS = 5;
const NONE = { answered: 0, sameDay: 0 };

/** Totals alone, which all may read. */
@Resolver()
export class SameDayResolver {
  constructor(
    private readonly counts: SameDay,
    private readonly clock: Clock,
  ) {}

  @Query('sameDayAnswers')
  async sameDayAnswers(@Context() context: PermittedContext): Promise<SameDayAnswers> {
    const district = districtOf(context);
    const today = localDate(this.clock.now(), district.zone);
    const [from, to] = [addDays(today, -DAYS), addDays(today, -1)];
    const months = monthsBefore(today);
    const [count, byMonth] = await Promise.all([
      this.counts.within(district.id, { from, to }),
      this.counts.byMonth(district.id, { from: `${months[0]!}-01`, to: `${months.at(-1)!}-31` }),
    ]);
    return { from, to, ...count, months: months.map((month) => ({ month, ...(byMonth.get(month) ?? NONE) })) };
  }
}

/** The months that have ended, the earliest first. */
function monthsBefore(today: LocalDate): readonly string[] {
  const months: string[] = [];
  for (let day = today; months.length < MONTHS;) {
    day = addDays(`${day.slice(0, 7)}-01`, -1);
    months.unshift(day.slice(0, 7));
  }
  return months;
}
