import { eventually } from '@otklik/testing';
import { renameSync, statSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorld, type World } from '../world/world.js';
import { sized, type BenchOptions, type Metric } from './bench-frame.js';
import { temporaryFolder } from './bench-server.js';

export const name = 'restore';

/** 65 kB each: some 300 MB. */
const APPEALS = 4_600;
const MB = 1024 ** 2;
const SET = /^(\S+) is whole/m;
const PARTS = /unpacked in ([\d.]+) s, log replayed in ([\d.]+) s, erasures and letters in ([\d.]+) s/;

/** From an empty data folder to answers: a set of some 300 MB, and how long it took to make it beside the running product. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { print } = options;
  using folder = temporaryFolder('restore');
  const environment = {
    OTKLIK_BACKUP_PASSPHRASE: 'the passphrase of the bench',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'a@b.example',
  };
  const world = await startWorld({ embedded: true, environment });
  try {
    await fill(world, folder.path, sized(options, { smoke: 20, usual: APPEALS, full: 4 * APPEALS }), print);
    print('consumers follow');
    await consumed(world);
    const megabytes = sizeOf(join(world.dataDir, 'postgres', 'base')) / MB;
    print(`the database has ${Math.round(megabytes)} MB`);
    const [backup, said] = await timed(() => must(world, 'backup', join(folder.path, 'sets')));
    const set = SET.exec(said)![1]!;
    await world.end();
    renameSync(world.dataDir, join(folder.path, 'lost'));
    print('restoring');
    const [restore, told] = await timed(() => must(world, 'restore', set));
    const parts = PARTS.exec(told)!.slice(1).map(Number);
    const [start] = await timed(() => world.start());
    const verified = await must(world, 'verify');
    if (!verified.includes('Everything is whole.')) throw new Error(verified);
    const note = `${Math.round(megabytes)} MB`;
    return [
      {
        name: 'R11 restore and start, until it answers',
        unit: 's',
        value: restore + start,
        goal: 30,
        floor: 60,
        lessIsBetter: true,
        note,
      },
      { name: 'restore alone', unit: 's', value: restore, note },
      { name: 'of it files unpacked', unit: 's', value: parts[0]!, note },
      { name: 'of it log replayed', unit: 's', value: parts[1]!, note },
      { name: 'of it erasures and letters', unit: 's', value: parts[2]!, note },
      { name: 'the start after it', unit: 's', value: start, note },
      { name: 'a set beside the running product, read again', unit: 's', value: backup, note },
    ];
  } finally {
    await world.stop();
  }
}

async function fill(world: World, folder: string, count: number, print: BenchOptions['print']): Promise<void> {
  const file = join(folder, 'appeals.jsonl');
  const lines = Array.from({ length: count }, (_, id) => JSON.stringify({ id, text: textOf(id) }));
  writeFileSync(file, lines.join('\n'));
  print(`${count} appeals are imported`);
  const said = await must(world, 'import', file, '--district', 'aldan', '--decide', 'message');
  if (!said.includes(`${count} added`)) throw new Error(said);
  rmSync(file);
}

/** A product that runs is behind by little: what was imported at once is not what a restore has to catch up with. */
async function consumed({ url }: World): Promise<void> {
  await eventually(async () => {
    await sleep(1_000);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    const lags = [...metrics.matchAll(/^otklik_consumer_lag_events\{[^}]*\} (\d+)/gm)].map(([, lag]) => Number(lag));
    return lags.length > 0 && lags.every((lag) => lag === 0) ? true : undefined;
  }, 1_800_000);
}

/** Words of its own, as texts have. */
function textOf(id: number): string {
  const words = [
    'двор',
    'снег',
    'дорожка',
    'подъезд',
    'фонарь',
    'школа',
    'крыша',
    'автобус',
    'вода',
    'мусор',
    'лавка',
    'сквер',
  ];
  const said = Array.from(
    { length: 90 },
    (_, n) => `${words[(id * 7 + n * (id % 11) + n) % words.length]}${(id * 31 + n) % 97}`,
  );
  return `Обращение ${id}: ${said.join(' ')}`;
}

async function must(world: World, ...args: string[]): Promise<string> {
  const { code, output } = await world.operate(...args);
  if (code !== 0) throw new Error(output);
  return output;
}

async function timed<Result>(work: () => Promise<Result>): Promise<readonly [seconds: number, Result]> {
  const begun = performance.now();
  const result = await work();
  return [(performance.now() - begun) / 1000, result];
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
