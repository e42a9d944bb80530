import { Injectable } from '@nestjs/common';
import type { MarkWaveInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import {
  addDays,
  Clock,
  IdempotencyKeyReused,
  localDate,
  refuse,
  VersionConflict,
  type LocalDate,
} from '@otklik/kernel';
import { Database, type District } from '@otklik/tenancy';
import { isOf, judged, type Judged, type WaveMark } from '../domain/wave-marks.js';
import { DAYS_BEFORE, WEEK, wavesIn, type Wave } from '../domain/waves.js';
import { TopicCounts } from '../store/topic-counts.js';
import { WaveMarkRecords, type KeptMark } from '../store/wave-mark-records.js';

const YEAR = 365;

/** What is more than usual in a district, and what officials say of it. */
@Injectable()
export class WarnEarly {
  constructor(
    private readonly database: Database,
    private readonly counts: TopicCounts,
    private readonly records: WaveMarkRecords,
    private readonly clock: Clock,
  ) {}

  /** Of the last 365 days; an alarm has not ended within a week of its last day. */
  async now(district: District): Promise<Judged & { readonly today: LocalDate }> {
    const today = localDate(this.clock.now(), district.zone);
    const [waves, marks] = await Promise.all([this.waves(district, today), this.records.all(district.id)]);
    return { today, ...judged(waves, marks, { today, since: addDays(today, 1 - WEEK) }) };
  }

  /** Throws `Refusal` NOT_FOUND, FORBIDDEN; `VersionConflict`; `IdempotencyKeyReused`. */
  async mark(
    { district, inDistrict, commandId: command, fingerprint, at, sender, actor }: ClientCommandContext,
    { topic, began, kind, until, expectedVersion }: MarkWaveInput,
  ): Promise<WaveMark> {
    const by = sender.kind === 'official' ? sender.id : refuse('FORBIDDEN');
    const waves = await this.waves(inDistrict, localDate(at, inDistrict.zone));
    return this.database.scope(district).transaction(async (tx) => {
      const { newest, repeated } = await this.records.before(tx, district, { topic, command });
      if (repeated) return firstResult(repeated, fingerprint);
      if (!waves.some((wave) => isOf({ topic, began }, wave))) refuse('NOT_FOUND');
      const version = newest?.version ?? 0;
      if ((expectedVersion ?? 0) !== version) throw new VersionConflict(expectedVersion ?? 0, version);
      const role = actor.role ?? refuse('FORBIDDEN');
      const mark: KeptMark = {
        topic,
        began,
        version: version + 1,
        kind,
        until: until ?? null,
        by,
        role,
        at,
        command,
        fingerprint,
      };
      await this.records.append(tx, district, mark);
      return mark;
    });
  }

  private async waves({ id, settlements }: District, today: LocalDate): Promise<readonly Wave[]> {
    const from = addDays(today, 1 - YEAR);
    const counts = await this.counts.within(id, { from: addDays(from, -DAYS_BEFORE), to: today });
    return wavesIn(counts, { from, to: today }, settlements.length);
  }
}

function firstResult(repeated: KeptMark, fingerprint: string): WaveMark {
  if (repeated.fingerprint !== fingerprint) throw new IdempotencyKeyReused('this key was used for another mark');
  return repeated;
}
