import { Context, Query, Resolver } from '@nestjs/graphql';
import type { SettingInWork, SettingsInWork } from '@otklik/contracts/generated/graphql';
import { IN_WORK_PASS, signPass, type InWorkPass, type PermittedContext } from '@otklik/host';
import { Clock, localDate, localMoment } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import type { BoardCounts } from '../../application/figures/board.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import { openStates } from '../../application/list/worklists.js';
import { districtOf } from './district-of.js';

/** Which settings of the district open questions have: they may not be removed from its file. */
@Resolver()
export class SettingsInWorkResolver {
  constructor(
    private readonly reader: RegisterReader,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  @Query('settingsInWork')
  async settingsInWork(@Context() context: PermittedContext): Promise<SettingsInWork> {
    const district = districtOf(context);
    const at = this.clock.now();
    const open = await this.open(district, at);
    const pass: InWorkPass = {
      at,
      district: district.id,
      departments: codesOf(open.departments),
      topics: codesOf(open.topics),
      settlements: codesOf(open.settlements),
    };
    return { ...open, pass: signPass(this.secrets.of(IN_WORK_PASS), pass) };
  }

  private async open({ id, zone }: District, at: string) {
    const [now, today] = [localMoment(at, zone), localDate(at, zone)];
    const [counted, places] = await Promise.all([
      this.reader.board(id, { now, today, horizon: today, from: today, to: today }),
      this.reader.places(id, { questionStates: openStates, now: { [id]: now } }),
    ]);
    const settlements = places.flatMap(({ settlement, questions }) =>
      settlement === null ? [] : [{ code: settlement, open: questions }],
    );
    return { departments: openBy(counted, 'DEPARTMENT'), topics: openBy(counted, 'TOPIC'), settlements };
  }
}

function openBy(counted: readonly BoardCounts[], group: BoardCounts['by']): readonly SettingInWork[] {
  return counted.flatMap(({ by, value, open }) =>
    by === group && value !== null && open > 0 ? [{ code: value, open }] : [],
  );
}

function codesOf(open: readonly SettingInWork[]): InWorkPass['topics'] {
  return Object.fromEntries(open.map(({ code, open: count }) => [code, count]));
}
