import { installService, openDatabase } from '@otklik/tenancy';
import { installVault, openVault } from '@otklik/vault';
import { randomBytes } from 'node:crypto';
import { interleaved, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { benchServer } from './bench-server.js';
import { cipherYardstick } from './cipher-yardstick.js';
import { newId } from './log-fixtures.js';

export const name = 'seal';

const ROUNDS = 5;
const PEOPLE = { smoke: 10, usual: 500, full: 500 } as const;
/** Between two looks at the clock. */
const FIELDS_AT_ONCE = 50;
const FIELDS = [
  ['a name', 'Прокопьева Айталина Семёновна'],
  ['a text', 'Во дворе дома прорвало трубу, третий день нет воды, дети и старики ходят на колонку. '.repeat(12)],
] as const;

/** Fields sealed and opened a second, with keys in memory as while an appeal is processed, ÷ the bare cipher. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { print } = options;
  const seconds = sized(options, { smoke: 0.05, usual: 1, full: 3 });
  await using server = await benchServer();
  const intake = openDatabase((await installService(server.url, 'intake', [], 'bench')).app, 'intake');
  await installVault(server.url);
  const vault = openVault({ database: intake, kek: { current: 'k1', keys: { k1: randomBytes(32) } } });
  const people = Array.from({ length: PEOPLE[options.size] }, newId);
  await Promise.all(people.map((person) => vault.createPerson(1, person)));
  const event = newId();
  const bare = cipherYardstick();
  const metrics: Metric[] = [];
  for (const [what, text] of FIELDS) {
    print(`${what}, ${Buffer.byteLength(text)} bytes`);
    const figures = await interleaved(
      sized(options, { smoke: 1, usual: ROUNDS, full: ROUNDS }),
      () =>
        fieldsPerSecond(seconds, text, async (at) => {
          const sealed = await vault.seal(1, people[at % people.length]!, event, 'text', text);
          return vault.open(1, sealed);
        }),
      () => fieldsPerSecond(seconds, text, () => bare(text)),
    );
    metrics.push({ name: `seal and open ${what}`, unit: 'fields/s', ...figures, floor: 0.5, goal: 0.8 });
  }
  await intake.close();
  return metrics;
}

async function fieldsPerSecond(seconds: number, text: string, roundTrip: (at: number) => unknown): Promise<number> {
  let done = 0;
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    for (let field = 0; field < FIELDS_AT_ONCE; field += 1, done += 1) {
      const result = roundTrip(done);
      const opened = result instanceof Promise ? await result : result;
      if (opened !== text) throw new Error('the text did not come back');
    }
  }
  return done / seconds;
}
