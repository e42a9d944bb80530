import { addDays, mulberry32 } from '@otklik/kernel';
import { DAYS_BEFORE, wavesIn, type TopicCount } from '@otklik/search/measured';
import { readFileSync } from 'node:fs';
import type { BenchOptions, Metric } from './bench-frame.js';

export const name = 'early-warning';

/** Appeals of a day of the replay: the file has an order and no dates. */
const A_DAY = 8;
const FIRST = '2026-01-01';
const MIN_ROWS = 10;
const NULLS = 10;
const SEED = 20_261_202;
const MONTH = 365 / 12;
/** A wave of the file: so many in its fullest seven days, which chance gives a theme of this frequency once in 10,000 weeks. */
const WAVE = { week: 6, chance: 1e-4 } as const;
const LEAD_DAYS = 2;
const LOOKED_BACK = 28;

interface Row {
  readonly id: number;
  readonly theme: string;
}
type Days = readonly number[];

/**
 * Early warning on real appeals in their order, `--appeals <file>` (`{id, theme}` a line, `id` is the order): how many days
 * before its peak each wave is warned of, and how many warnings a month the same appeals give in an order by chance, where
 * every warning is false. Without a file appeals of chance alone are taken.
 */
export function run({ args, print, size }: BenchOptions): Promise<readonly Metric[]> {
  const at = args.indexOf('--appeals');
  const file = at < 0 ? undefined : args[at + 1];
  if (file === undefined)
    print('NO REAL APPEALS (--appeals <file>): made ones have no waves, only false alarms are counted');
  const rows = file === undefined ? made() : read(file);
  const days = Math.floor(Math.max(...rows.map(({ id }) => id)) / A_DAY) + 1;
  const real = byTheme(rows);
  const random = mulberry32(SEED);
  const nulls = Array.from({ length: size === 'smoke' ? 1 : NULLS }, () => byTheme(shuffled(rows, random)));
  const monthly = nulls.map((one) => warnings(one, days) / ((days - DAYS_BEFORE) / MONTH));
  const waves = wavesOf(real, days);
  for (const { theme, peak, week, lead } of waves)
    print(
      `day ${peak}, ${week} in a week, ${theme.length} letters: ${lead === undefined ? 'not warned of' : `${lead} days before`}`,
    );
  const early = waves.filter(({ lead = -1 }) => lead >= LEAD_DAYS).length;
  const most: Metric = {
    name: 'false warnings a month of a district, in an order by chance',
    unit: '',
    value: mean(monthly),
    note: `${real.size} themes, ${nulls.length} orders, seed ${SEED}, the most ${Math.max(...monthly).toFixed(2)}`,
    floor: 1,
    goal: 0.5,
    lessIsBetter: true,
  };
  if (file === undefined) return Promise.resolve([most]);
  return Promise.resolve([
    most,
    {
      name: 'warnings a month in the real order',
      unit: '',
      value: warnings(real, days) / ((days - DAYS_BEFORE) / MONTH),
    },
    {
      name: `waves warned of at least ${LEAD_DAYS} days before their peak`,
      unit: '%',
      value: (100 * early) / waves.length,
      note: `${early} of ${waves.length}`,
      floor: 75,
      goal: 100,
    },
  ]);
}

function read(file: string): readonly Row[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

/** 22 topics, two thirds of 3,000 places taken. */
function made(): readonly Row[] {
  const random = mulberry32(SEED);
  const ids = Array.from({ length: 3_000 }, (_, id) => id).filter(() => random() < 2 / 3);
  return ids.map((id) => ({ id, theme: `topic ${Math.floor(22 * random() ** 1.6)}` }));
}

function shuffled(rows: readonly Row[], random: () => number): readonly Row[] {
  const ids = rows.map(({ id }) => ({ id, place: random() })).sort((one, other) => one.place - other.place);
  return rows.map(({ theme }, at) => ({ theme, id: ids[at]!.id }));
}

/** Of themes with enough rows: how many of each day. */
function byTheme(rows: readonly Row[]): ReadonlyMap<string, readonly number[]> {
  const themes = [...Map.groupBy(rows, ({ theme }) => theme)].filter(([, of]) => of.length >= MIN_ROWS);
  return new Map(themes.map(([theme, of]) => [theme, of.map(({ id }) => Math.floor(id / A_DAY))]));
}

function countsOf(theme: string, days: readonly number[]): readonly TopicCount[] {
  const questions = 1;
  return days.map((day) => ({ topic: theme, settlement: null, day: addDays(FIRST, day), questions }));
}

function found(theme: string, of: readonly number[], days: number) {
  const judged = { from: addDays(FIRST, DAYS_BEFORE), to: addDays(FIRST, days - 1) };
  return wavesIn(countsOf(theme, of), judged, 1);
}

function warnings(themes: ReadonlyMap<string, readonly number[]>, days: number): number {
  return [...themes].reduce((sum, [theme, of]) => sum + found(theme, of, days).length, 0);
}

function wavesOf(themes: ReadonlyMap<string, readonly number[]>, days: number) {
  return [...themes].flatMap(([theme, of]) => {
    const weeks = weeksOf(of, days);
    const week = Math.max(...weeks.slice(DAYS_BEFORE));
    const peak = weeks.indexOf(week, DAYS_BEFORE);
    if (week < WAVE.week || poissonTail(week, (of.length / days) * 7) >= WAVE.chance) return [];
    const day = addDays(FIRST, peak);
    const warned = found(theme, of, days).find(({ began, last }) => began <= day && last >= addDays(day, -LOOKED_BACK));
    const lead = warned && Math.round((Date.parse(day) - Date.parse(warned.began)) / 86_400_000);
    return [{ theme, peak, week, lead }];
  });
}

/** Of each day the sum of the seven days that end with it. */
function weeksOf(of: readonly number[], days: number): Days {
  return Array.from({ length: days }, (_, at) => of.filter((day) => day > at - 7 && day <= at).length);
}

function poissonTail(count: number, mean: number): number {
  let [below, probability] = [0, Math.exp(-mean)];
  for (let at = 0; at < count; at += 1) {
    below += probability;
    probability *= mean / (at + 1);
  }
  return 1 - below;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}
