import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { publishingReadiness } from '../readiness.js';
import { blockedCommand } from './blocked.js';
import type { Arguments, OperatorCommand } from './command.js';
import { composedOnce, type Composed } from './composed.fixture.js';
import { importCommand } from './import.js';
import { rebuildCommand } from './rebuild.js';
import { facts } from './status-facts.js';
import { verifyCommand } from './verify.js';

let composed: Composed;
beforeAll(async () => void (composed = await composedOnce()), 120_000);
afterAll(() => composed.end());

/** Interrupted as soon as it has said something of that. */
async function verified(interruptedAt?: string): Promise<{ readonly exit: number; readonly said: readonly string[] }> {
  const stopped = new AbortController();
  const said: string[] = [];
  const print = (line: string): void => {
    said.push(line);
    if (interruptedAt !== undefined && line.includes(interruptedAt)) stopped.abort();
  };
  const report = { print, warn: print, progress: () => undefined };
  return { exit: await verifyCommand.execute(composed.composition, {}, report, stopped.signal), said };
}

it.each(['log: ', 'registration numbers', 'register: '])(
  'gives no verdict when interrupted after %s',
  async (at) => {
    const { exit, said } = await verified(at);
    expect([exit, said.at(-1)]).toEqual([1, 'Interrupted: not everything was checked. Run it again.']);
    expect(said).not.toContain('Everything is whole.');
    expect(await verified()).toMatchObject({ exit: 0 });
  },
  60_000,
);

it('reports in one line that the live register has a newer version', async () => {
  const { worker } = composed.composition.services.get('search')!.resources;
  await worker.query(`update search.read_model set version = version + 1 where name = 'register'`);
  const { exit, said } = await verified();
  await worker.query(`update search.read_model set version = version - 1 where name = 'register'`);
  expect([exit, said.at(-1)]).toEqual([1, '1 difference(s) were found.']);
  expect(said).toContainEqual(expect.stringMatching(/^Version .* does not fill: otklik rebuild register$/));
}, 60_000);

/** An appeal that came in. */
async function received(): Promise<string> {
  const file = join(composed.composition.dataDir, 'appeal.jsonl');
  writeFileSync(file, JSON.stringify({ id: randomUUID(), text: 'Во дворе не горит фонарь' }));
  expect(await run(importCommand, { file, district: 'aldan' })).toMatchObject({ exit: 0 });
  const [newest] = await asOwner('select stream from intake.event order by position desc limit 1');
  return newest!.stream;
}
async function asOwner(
  text: string,
  ...values: readonly unknown[]
): Promise<readonly { readonly n: number; readonly stream: string }[]> {
  const owner = new pg.Client({ connectionString: composed.composition.ownerUrl });
  await owner.connect();
  try {
    return (await owner.query<{ n: number; stream: string }>(text, [...values])).rows;
  } finally {
    await owner.end();
  }
}
async function run(command: OperatorCommand, args: Arguments): Promise<{ exit: number; said: readonly string[] }> {
  const said: string[] = [];
  const print = (line: string): void => void said.push(line);
  const report = { print, warn: print, progress: () => undefined };
  return { exit: await command.execute(composed.composition, args, report, new AbortController().signal), said };
}
const inRegister = async (appeal: string) =>
  (await asOwner('select count(*)::int as n from search.register where id = $1', appeal))[0]!.n;

it('finds an appeal that never reached the read side, and mends that from the logs', async () => {
  const appeal = await received();
  await eventually(async () => (await inRegister(appeal)) || undefined, 20_000);
  await asOwner('delete from search.history where appeal = $1', appeal);
  await run(rebuildCommand, { projection: 'register' });
  expect(await inRegister(appeal)).toBe(0);
  const found = await verified();
  expect(found.exit).toBe(1);
  expect(found.said).toContainEqual(
    expect.stringMatching(/history: 1 events of intake.events against the log: 1 DIFF/),
  );
  expect(found.said).toContainEqual(
    expect.stringMatching(`MISSING intake.events .* appeal ${appeal}, .* AppealReceived`),
  );
  expect(await run(rebuildCommand, { projection: 'register', fromLogs: true })).toMatchObject({ exit: 0 });
  expect(await inRegister(appeal)).toBe(1);
  expect((await verified()).said).toContainEqual(
    expect.stringMatching(/history: 1 events of intake.events against the log: whole/),
  );
}, 120_000);

it('names a follow-up code that was put in place of the appeal’s own', async () => {
  const appeal = await received();
  await asOwner('update intake.follow_up set code_hash = sha256(code_hash) where appeal = $1', appeal);
  const { exit, said } = await verified();
  expect(exit).toBe(1);
  expect(said).toContainEqual(expect.stringMatching(/^intake +follow-up codes: \d+ hashes: 1 DIFFERENCE\(S\)$/));
  expect(said).toContainEqual(expect.stringMatching(`^  CODE_REPLACED district \\d+, appeal ${appeal}$`));
  await asOwner('delete from intake.follow_up where appeal = $1', appeal);
}, 60_000);

it('says within seconds that an event cannot be published, in readiness, status, blocked keys and here', async () => {
  const { services } = composed.composition;
  await asOwner('create table intake.whole (data json)');
  await asOwner(`create function intake.damage() returns trigger security definer language plpgsql as
    $$ begin insert into intake.whole values (new.data); new.data := 'null'; return new; end $$`);
  await asOwner('create trigger damage before insert on intake.event for each row execute function intake.damage()');
  const appeal = await received();
  await asOwner('drop trigger damage on intake.event');
  const ready = publishingReadiness({ services });
  await eventually(async () => ((await ready()).length > 0 ? true : undefined), 20_000);
  expect(await ready()).toEqual(['intake: 1 key(s) cannot be published, see: otklik blocked list']);
  expect(await facts(composed.composition)).toMatchObject({
    blocked: { dead: 1, unpublished: 1 },
    troubles: expect.arrayContaining(['UNPUBLISHED']),
  });
  const other = await received();
  await eventually(async () => (await inRegister(other)) || undefined, 20_000);
  expect((await run(blockedCommand, { act: 'list' })).said.join()).toMatch(
    new RegExp(`intake.publisher  district \\d+  ${appeal}  1 event`),
  );
  expect((await verified()).said).toContainEqual(expect.stringMatching('UNPUBLISHED intake.events'));
  await asOwner('update intake.event set data = (select data from intake.whole) where stream = $1', appeal);
  await run(blockedCommand, { act: 'retry' });
  await eventually(async () => (await inRegister(appeal)) || undefined, 20_000);
  // The key is free once its publisher has committed, a moment after the consumers have the event.
  await eventually(async () => ((await ready()).length === 0 ? true : undefined), 20_000);
}, 120_000);
