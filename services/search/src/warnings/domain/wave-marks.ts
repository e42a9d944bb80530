import type { WaveMarkKind } from '@otklik/contracts/enumerations';
import { addDays, type LocalDate } from '@otklik/kernel';
import type { Wave } from './waves.js';

/** What an official said of a wave. */
export interface WaveMark {
  readonly topic: string;
  /** The first day of the wave as he saw it. */
  readonly began: LocalDate;
  /** 1, 2, 3 … of the topic's marks. */
  readonly version: number;
  readonly kind: WaveMarkKind;
  /** Of SILENCED: the last day on which no wave of the topic is warned of. */
  readonly until: LocalDate | null;
  /** Id of the official. */
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** Questions that are registered later move the first day of a wave; further than this it is another one. */
const MOVED_DAYS = 7;

export interface MarkedWave extends Wave {
  /** The newest mark of the topic; 0 where it has none. */
  readonly version: number;
  /** What holds of it today. */
  readonly mark: WaveMark | undefined;
}

export interface Judged {
  /** Those whose alarm has not ended, the newest first: also those that are silenced. */
  readonly now: readonly MarkedWave[];
  /** Waves of the period, and those of them that officials marked as none. */
  readonly waves: number;
  readonly falseAlarms: number;
}

/** Waves with what officials said of them; `since`: the first day of an alarm that has not ended. */
export function judged(
  waves: readonly Wave[],
  marks: readonly WaveMark[],
  { today, since }: { readonly today: LocalDate; readonly since: LocalDate },
): Judged {
  const all = waves.map((wave) => marked(wave, marks, today));
  const isFalse = ({ mark }: MarkedWave): boolean => mark?.kind === 'NOT_A_WAVE';
  return {
    now: all.filter((wave) => wave.last >= since && !isFalse(wave)),
    waves: all.length,
    falseAlarms: all.filter(isFalse).length,
  };
}

function marked(wave: Wave, marks: readonly WaveMark[], today: LocalDate): MarkedWave {
  const own = marks.filter(({ topic }) => topic === wave.topic).sort((one, other) => one.version - other.version);
  const version = own.at(-1)?.version ?? 0;
  const said = own.filter((mark) => isOf(mark, wave)).at(-1);
  const silenced = own.filter(({ kind }) => kind !== 'NOT_A_WAVE').at(-1);
  const isSilent = silenced?.kind === 'SILENCED' && silenced.until !== null && silenced.until >= today;
  if (said?.kind === 'NOT_A_WAVE') return { ...wave, version, mark: said };
  return { ...wave, version, mark: isSilent ? silenced : undefined };
}

/** Whether a mark with this topic and first day is of the wave. */
export function isOf({ topic, began }: Pick<WaveMark, 'topic' | 'began'>, wave: Wave): boolean {
  if (topic !== wave.topic) return false;
  return began >= addDays(wave.began, -MOVED_DAYS) && began <= addDays(wave.last, MOVED_DAYS);
}
