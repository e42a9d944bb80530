import { Context, Query, Resolver } from '@nestjs/graphql';
import type { CalendarTransfers, CalendarYear, SetCalendarTransfersInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, Command, Ctx, Input, NotFound, type PermittedContext } from '@otklik/host';
import type { DayKind } from '@otklik/kernel';
import { Directory, type District } from '@otklik/tenancy';
import {
  AdministerCalendar,
  type RefusedTransfers,
  type YearOfDistrict,
} from '../../application/administer-calendar.js';
import { officialView } from './official-view.js';

const MAX_DECREE_LENGTH = 300;
const MAX_DAYS = 100;

@Resolver()
export class CalendarResolver {
  constructor(
    private readonly calendar: AdministerCalendar,
    private readonly directory: Directory,
  ) {}

  @Query('calendarYears')
  async calendarYears(@Context() { district }: PermittedContext): Promise<readonly CalendarYear[]> {
    if (!district) throw new NotFound();
    return (await this.calendar.years(district)).map((one) => this.view(district, one));
  }

  @Command()
  async setCalendarTransfers(
    @Input({ decree: { max: MAX_DECREE_LENGTH } }) input: SetCalendarTransfersInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    const { year, decree, off, working, shortened, expectedVersion } = input;
    if (off.length + working.length + shortened.length > MAX_DAYS)
      throw new BadInput('TOO_MANY_ITEMS', 'input.off', { max: MAX_DAYS });
    const transfers = { year, decree, off, working, shortened };
    const fault = await this.calendar.faultOf(ctx.inDistrict, transfers);
    if (fault) throw refused(fault, year);
    await this.calendar.set(ctx, transfers, expectedVersion ?? undefined);
    const years = await this.calendar.years(ctx.inDistrict);
    const set = years.find((one) => one.year.year === year)!;
    return { __typename: 'CalendarYear' as const, ...this.view(ctx.inDistrict, set) };
  }

  private view(district: District, { year: { year, decree, transfers }, own }: YearOfDistrict): CalendarYear {
    const maySetTransfers = transfers === false;
    const hasTransfers = !maySetTransfers || own !== undefined;
    const version = own?.version ?? null;
    return { year, decree, hasTransfers, maySetTransfers, version, transfers: own ? this.own(district, own) : null };
  }

  private own(district: District, { data, validFrom: setAt }: NonNullable<YearOfDistrict['own']>): CalendarTransfers {
    const { decree, days, by } = data;
    const of = (kind: DayKind) =>
      Object.keys(days)
        .filter((date) => days[date] === kind)
        .sort();
    const lists = { off: of('OFF'), working: of('WORKING'), shortened: of('SHORTENED') };
    return { decree, ...lists, setAt, by: officialView(this.directory, district, by) };
  }
}

function refused(fault: RefusedTransfers, year: number): BadInput {
  if (!('field' in fault)) return new BadInput(fault.code, 'input.year', { year });
  const { code, field, at, date = '' } = fault;
  const path = at === undefined ? `input.${field}` : `input.${field}.${at}`;
  if (code === 'DATE_INVALID')
    return new BadInput('BAD_INPUT', path, { year, date }, 'A date of the calendar is needed.');
  return new BadInput(code, path, { year, date });
}
