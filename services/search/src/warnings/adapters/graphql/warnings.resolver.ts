import { Context, Query, Resolver } from '@nestjs/graphql';
import type {
  EarlyWarning,
  MarkWaveInput,
  Wave as WaveView,
  WaveMark as MarkView,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, Command, Ctx, Forbidden, Input, type PermittedContext } from '@otklik/host';
import { addDays, localDate } from '@otklik/kernel';
import { Directory, type District } from '@otklik/tenancy';
import { districtOf } from '../../../register/adapters/graphql/district-of.js';
import { officialOf, settlementOf, topicOf } from '../../../register/application/list/directory-names.js';
import type { MarkedWave, WaveMark } from '../../domain/wave-marks.js';
import { WarnEarly } from '../../application/warn-early.js';

const MAX_TOPIC_LENGTH = 100;
const MAX_SILENT_DAYS = 92;

type Marking = Pick<MarkWaveInput, 'key' | 'topic' | 'kind' | 'until'>;

@Resolver()
export class WarningsResolver {
  constructor(
    private readonly warning: WarnEarly,
    private readonly directory: Directory,
  ) {}

  @Query('earlyWarning')
  async earlyWarning(@Context() context: PermittedContext): Promise<EarlyWarning> {
    const district = districtOf(context);
    const { now, ...numbers } = await this.warning.now(district);
    return { ...numbers, now: now.map((wave) => this.wave(district, wave)) };
  }

  @Command()
  async markWave(
    @Input<Marking>({ topic: { max: MAX_TOPIC_LENGTH } }, checkUntil) input: MarkWaveInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    // A wave is of the whole district.
    if (ctx.mayActIn !== 'ALL') throw new Forbidden();
    const mark = await this.warning.mark(ctx, input);
    return { __typename: 'WaveMark', ...this.markOf(ctx.inDistrict, mark) } as const;
  }

  private wave(district: District, { topic, settlement, usual, mark, ...wave }: MarkedWave): WaveView {
    return {
      ...wave,
      weeks: [...wave.weeks],
      topic: topicOf(district, topic),
      settlement: settlement === null ? null : settlementOf(district, settlement),
      usualFrom: usual.from,
      usualTo: usual.to,
      mark: mark ? this.markOf(district, mark) : null,
    };
  }

  private markOf(district: District, { version, kind, until, by, at }: WaveMark): MarkView {
    return { version, kind, until, at, by: officialOf(this.directory, district, by) ?? null };
  }
}

/** Silence has an end, and nothing else has one. */
function checkUntil({ kind, until }: Marking, { at, inDistrict }: ClientCommandContext): void {
  if (kind !== 'SILENCED') {
    if (until) throw new BadInput('BAD_INPUT', 'input.until', {}, 'Only SILENCED has an end.');
    return;
  }
  const today = localDate(at, inDistrict.zone);
  if (!until) throw new BadInput('DATES_MISSING', 'input.until');
  if (until < today) throw new BadInput('DATE_IN_PAST', 'input.until');
  if (until > addDays(today, MAX_SILENT_DAYS))
    throw new BadInput('BAD_INPUT', 'input.until', {}, `A topic is silenced for ${MAX_SILENT_DAYS} days at most.`);
}
