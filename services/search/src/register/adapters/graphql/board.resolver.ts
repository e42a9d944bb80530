import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { Board, QueryBoardArgs } from '@otklik/contracts/generated/graphql';
import { BadInput, type PermittedContext } from '@otklik/host';
import { addDays, Clock, localDate, localMoment, type LocalDate } from '@otklik/kernel';
import { Directory, type District } from '@otklik/tenancy';
import { nothingCounted, type BoardCounts, type BoardGroup } from '../../application/figures/board.js';
import { officialOf, topicOf } from '../../application/list/directory-names.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import { districtOf } from './district-of.js';

/** With today, a week is coming. */
const COMING_DAYS = 7;
const MAX_DAYS = 366;

@Resolver()
export class BoardResolver {
  constructor(
    private readonly reader: RegisterReader,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  @Query('board')
  async board(@Args() { from, to }: QueryBoardArgs, @Context() context: PermittedContext): Promise<Board> {
    if (to < from) throw new BadInput('BAD_INPUT', 'to', {}, 'The last day comes before the first.');
    if (to > addDays(from, MAX_DAYS - 1))
      throw new BadInput('BAD_INPUT', 'to', {}, `A board counts ${MAX_DAYS} days at most.`);
    const district = districtOf(context);
    const at = this.clock.now();
    const today = localDate(at, district.zone);
    const period = { now: localMoment(at, district.zone), today, horizon: addDays(today, COMING_DAYS - 1), from, to };
    return boardOf(this.directory, district, today, await this.reader.board(district.id, period));
  }
}

function boardOf(directory: Directory, district: District, today: LocalDate, counted: readonly BoardCounts[]): Board {
  const groups = Map.groupBy(counted, ({ by }) => by);
  const of = (by: BoardGroup) => (groups.get(by) ?? []).map(({ by: _by, value, ...numbers }) => ({ value, numbers }));
  const numbersOf = (by: BoardGroup, code: string | null) =>
    of(by).find(({ value }) => value === code)?.numbers ?? nothingCounted;
  return {
    today,
    whole: { code: district.code, name: district.name, ...numbersOf('WHOLE', null) },
    departments: district.departments.map(({ code, name }) => ({ code, name, ...numbersOf('DEPARTMENT', code) })),
    topics: of('TOPIC').map(({ value, numbers }) => ({
      code: value!,
      name: topicOf(district, value!).name,
      ...numbers,
    })),
    executors: of('EXECUTOR').map(({ value, numbers: { unassigned: _none, extended: _extended, ...numbers } }) => ({
      id: value!,
      executor: officialOf(directory, district, value!) ?? null,
      ...numbers,
    })),
    coming: Array.from({ length: COMING_DAYS }, (_, at) => {
      const on = addDays(today, at);
      return { on, due: numbersOf('DAY', on).coming };
    }),
  };
}
