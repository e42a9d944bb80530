import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AccessRecords } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import pg from 'pg';
import { anchorFolder } from '../anchors/anchor-heads.js';
import { anchorCommand } from './anchor.js';
import type { Arguments, OperatorCommand } from './command.js';
import { composedOnce, type Composed } from './composed.fixture.js';
import { trailCommand } from './trail.js';
import { verifyChains } from './verify-chains.js';

const appeal = randomUUID();
const official = randomUUID();
let composed: Composed;
let owner: pg.Client;
beforeAll(async () => {
  composed = await composedOnce();
  owner = new pg.Client({ connectionString: composed.composition.ownerUrl });
  await owner.connect();
  const { services, directory } = composed.composition;
  const district = directory.district('aldan')!.id;
  for (const kind of ['CONTACT', 'CARD', 'EXPORT'])
    await services
      .get('search')!
      .resources.database.scope(district)
      .query(
        `insert into search.contact_opening (district, id, kind, appeal, official, role, at)
        values ($5, $1, $2, $3, $4, 'EXECUTOR', now())`,
        [randomUUID(), kind, kind === 'EXPORT' ? null : appeal, official, district],
      );
  const records = new AccessRecords(services.get('administration')!.resources.database, directory);
  await records.add(
    [district],
    { kind: 'REFUSED', official, detail: 'appeals', at: new Date().toISOString() },
    { once: true },
  );
  await eventually(async () => {
    const { rows } = await owner.query('select from search.chain_block');
    const others = await owner.query('select from administration.chain_block');
    return rows.length > 0 && others.rows.length > 0 ? true : undefined;
  }, 20_000);
}, 120_000);
afterAll(async () => {
  await owner.end();
  await composed.end();
});

async function said(command: OperatorCommand, args: Arguments): Promise<readonly string[]> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const report = { print, warn: print, progress: () => undefined };
  expect(await command.execute(composed.composition, args, report, new AbortController().signal)).toBe(0);
  return lines;
}

async function verified(): Promise<{ readonly differences: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const report = { print, warn: print, progress: () => undefined };
  return { differences: await verifyChains(composed.composition, report, new AbortController().signal), lines };
}

const kindsOf = (lines: readonly string[]) => lines.slice(0, -1).map((line) => line.split('  ')[2]);

it('answers who saw an appeal, what an official did, and who saved lists', async () => {
  const of = { district: 'aldan', days: '1', exports: false };
  expect(kindsOf(await said(trailCommand, { ...of, appeal })).sort()).toEqual(['CARD', 'CONTACT']);
  const all = ['CARD', 'CONTACT', 'EXPORT', 'REFUSED'];
  expect(kindsOf(await said(trailCommand, of)).sort()).toEqual(all);
  expect(kindsOf(await said(trailCommand, { ...of, exports: true }))).toEqual(['EXPORT']);
  expect(await said(trailCommand, { ...of, district: 'platform' })).toEqual(['Nothing is on record.']);
});

it('finds the trace of an opened contact that was deleted, and blocks that were removed with it once they were anchored', async () => {
  expect(await verified()).toMatchObject({ differences: 0 });
  await said(anchorCommand, { restored: false });
  expect(readdirSync(anchorFolder(composed.composition).path)).toHaveLength(1);
  expect(await verified()).toMatchObject({ differences: 0 });
  await owner.query(`delete from search.contact_opening where kind = 'CONTACT'`);
  const deleted = await verified();
  expect(deleted.differences).toBe(1);
  expect(deleted.lines).toContainEqual(
    expect.stringMatching(/ROW_REMOVED search contact_opening, district \d+, position \d+, of [0-9a-f-]{36}$/),
  );
  await owner.query('delete from search.contact_opening');
  await owner.query('delete from search.chain_block');
  expect((await verified()).lines).toContainEqual(
    expect.stringMatching(/NOT_AS_ANCHORED search contact_opening, district \d+, block \d+$/),
  );
  const lines = await said(anchorCommand, { restored: true });
  expect(lines[0]).toMatch(/^1 chain\(s\) were behind their anchors/);
  expect(await verified()).toMatchObject({ differences: 0 });
}, 60_000);
