import { uuidv7 } from '@otklik/kernel';
import { installService, openDatabase } from '@otklik/tenancy';
import { installVault, openVault, type Vault } from '@otklik/vault';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { benchServer, interleaved, type BenchOptions, type Metric } from './bench-frame.js';

export const name = 'seal';

const ROUNDS = 5;
const PEOPLE = 500;
const FIELDS = [
  ['a name', 'Прокопьева Айталина Семёновна'],
  ['a text', 'Во дворе дома прорвало трубу, третий день нет воды, дети и старики ходят на колонку. '.repeat(12)],
] as const;

/** Sealed and opened a second, keys in memory as they are when an appeal is under way; ÷ the bare cipher on the same bytes. */
export async function run({ full, say }: BenchOptions): Promise<readonly Metric[]> {
  const seconds = full ? 3 : 1;
  const server = await benchServer();
  const intake = openDatabase((await installService(server.url, 'intake', [], 'bench')).app, 'intake');
  try {
    await installVault(server.url);
    const vault = openVault({ database: intake, kek: { current: 'k1', keys: { k1: randomBytes(32) } } });
    const people = Array.from({ length: PEOPLE }, () => newId());
    await Promise.all(people.map((person) => vault.createPerson(1, person)));
    const metrics: Metric[] = [];
    for (const [what, text] of FIELDS) {
      say(`${what}, ${Buffer.byteLength(text)} bytes`);
      const measured = await interleaved(
        ROUNDS,
        () => ours(vault, people, text, seconds),
        async () => bare(text, seconds),
      );
      metrics.push({ name: `seal and open ${what}`, unit: 'fields/s', ...measured, floor: 0.5, goal: 0.8 });
    }
    return metrics;
  } finally {
    await intake.close();
    await server.stop();
  }
}

async function ours(vault: Vault, people: readonly string[], text: string, seconds: number): Promise<number> {
  const event = newId();
  let done = 0;
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    for (let turn = 0; turn < 50; turn += 1) {
      const person = people[done % people.length]!;
      const sealed = await vault.seal(1, person, event, 'text', text);
      if ((await vault.open(1, sealed)) !== text) throw new Error('the text did not come back');
      done += 1;
    }
  }
  return done / seconds;
}

/** What node:crypto asks of anybody: a fresh nonce, the cipher, the tag, and back. */
function bare(text: string, seconds: number): number {
  const key = randomBytes(32);
  let done = 0;
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    for (let turn = 0; turn < 50; turn += 1) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce);
      decipher.setAuthTag(cipher.getAuthTag());
      const clear = Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      if (clear !== text) throw new Error('the text did not come back');
      done += 1;
    }
  }
  return done / seconds;
}

function newId(): string {
  return uuidv7(Date.now(), randomBytes(10));
}
