import { addDays, daysBetween, type LocalDate } from '@otklik/kernel';
import { chanceOf, quantileOf } from './gamma-poisson.js';

/** How many questions of a topic came from a settlement on a day; `settlement`: its code, null where none was named. */
export interface TopicCount {
  readonly topic: string;
  readonly settlement: string | null;
  readonly day: LocalDate;
  readonly questions: number;
}

/** What of a topic is more than usual. */
export interface Wave {
  readonly topic: string;
  /** Code of the settlement where it is most unusual; null: in the district as a whole. */
  readonly settlement: string | null;
  /** The first and the last day of its alarms. */
  readonly began: LocalDate;
  readonly last: LocalDate;
  /** Questions of the seven days that end with `last`. */
  readonly week: number;
  /** What eight of ten weeks have, by the eight weeks before its first alarm's. */
  readonly usual: { readonly from: number; readonly to: number };
  /** Questions of the twelve weeks that end with `last`, the oldest first. */
  readonly weeks: readonly number[];
}

export const WEEK = 7;
/** A week is compared with so many before it. */
const WEEKS_BEFORE = 8;
/** Fewer questions than these in a week are no wave, however unusual. */
const MIN_QUESTIONS = 3;
/** A topic's alarm that chance alone gives on one day of a year at most; of a settlement, on one of as many years as there are. */
const ALARM_CHANCE = 1 / 365;
/** Alarms of a topic that are further apart are two waves. */
const MAX_PAUSE = 7;
const SHOWN_WEEKS = 12;
const USUAL = { from: 0.1, to: 0.9 } as const;

/** Days before the first judged one that must be counted, too. */
export const DAYS_BEFORE = Math.max(WEEKS_BEFORE + 1, SHOWN_WEEKS) * WEEK;

/** The days of a judged period, both included. */
export interface JudgedDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface Series {
  readonly settlement: string | null;
  /** `sums[d]`: questions before day d, counted from the first counted day. */
  readonly sums: readonly number[];
}

interface Alarm {
  readonly day: number;
  readonly series: Series;
  readonly chance: number;
}

/**
 * The waves of every topic whose alarms fall into these days, the newest first. `counts` reach `DAYS_BEFORE` days further back.
 * `settlements`: in how many places a topic is looked at.
 */
export function wavesIn(counts: readonly TopicCount[], { from, to }: JudgedDays, settlements: number): readonly Wave[] {
  const first = addDays(from, -DAYS_BEFORE);
  const days = daysBetween(first, to) + 1;
  const waves = [...Map.groupBy(counts, ({ topic }) => topic)].flatMap(([topic, own]) => {
    const all = alarmsOf(seriesOf(own, first, days), days, settlements);
    return episodesOf(all).map((alarms) => waveOf(topic, alarms, first));
  });
  return waves.sort((one, other) => (one.last < other.last ? 1 : one.last > other.last ? -1 : other.week - one.week));
}

/** The topic in the district as a whole, and in each settlement. */
function seriesOf(counts: readonly TopicCount[], first: LocalDate, days: number): readonly Series[] {
  const summed = (of: readonly TopicCount[]): readonly number[] => {
    const byDay = new Array<number>(days).fill(0);
    for (const { day, questions } of of) {
      const at = daysBetween(first, day);
      if (at >= 0 && at < days) byDay[at]! += questions;
    }
    const sums = [0];
    for (const count of byDay) sums.push(sums.at(-1)! + count);
    return sums;
  };
  const places = Map.groupBy(counts, ({ settlement }) => settlement);
  places.delete(null);
  return [
    { settlement: null, sums: summed(counts) },
    ...[...places].map(([settlement, of]) => ({ settlement, sums: summed(of) })),
  ];
}

function alarmsOf(all: readonly Series[], days: number, settlements: number): readonly Alarm[] {
  const alarms: Alarm[] = [];
  for (let day = DAYS_BEFORE; day < days; day += 1) {
    for (const series of all) {
      const { week, before } = weekAt(series, day);
      const chance = week < MIN_QUESTIONS ? 1 : chanceOf(week, before);
      const most = series.settlement === null ? ALARM_CHANCE : ALARM_CHANCE / Math.max(1, settlements);
      if (chance < most) alarms.push({ day, series, chance });
    }
  }
  return alarms;
}

function weekAt({ sums }: Series, day: number) {
  const end = day + 1;
  const start = end - WEEK;
  return {
    week: sums[end]! - sums[start]!,
    before: { sum: sums[start]! - sums[start - WEEKS_BEFORE * WEEK]!, weeks: WEEKS_BEFORE },
  };
}

function episodesOf(alarms: readonly Alarm[]): readonly (readonly [Alarm, ...Alarm[]])[] {
  const episodes: [Alarm, ...Alarm[]][] = [];
  for (const alarm of alarms) {
    const open = episodes.at(-1);
    if (open && alarm.day - open.at(-1)!.day <= MAX_PAUSE) open.push(alarm);
    else episodes.push([alarm]);
  }
  return episodes;
}

/** A place is named where the last day alarms it: it says more than the whole district. */
function waveOf(topic: string, alarms: readonly [Alarm, ...Alarm[]], first: LocalDate): Wave {
  const lastDay = alarms.at(-1)!.day;
  const lasting = alarms.filter(({ day }) => day === lastDay);
  const places = lasting.filter(({ series }) => series.settlement !== null);
  const shown = (places.length > 0 ? places : lasting).reduce((least, one) =>
    one.chance < least.chance ? one : least,
  );
  const { series } = shown;
  const { before } = weekAt(series, alarms[0].day);
  return {
    topic,
    settlement: series.settlement,
    began: addDays(first, alarms[0].day),
    last: addDays(first, lastDay),
    week: weekAt(series, lastDay).week,
    usual: { from: quantileOf(USUAL.from, before), to: quantileOf(USUAL.to, before) },
    weeks: Array.from({ length: SHOWN_WEEKS }, (_, at) => {
      const end = lastDay + 1 - (SHOWN_WEEKS - 1 - at) * WEEK;
      return series.sums[end]! - series.sums[end - WEEK]!;
    }),
  };
}
