import { expect, it } from '@jest/globals';
import type { HeldNotice } from '@otklik/contracts/generated/graphql';
import type { Actor, OfficialRole } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  database,
  letterOf,
  newCase,
  service,
  tellAll,
  types,
  until,
  worker,
} from '../notice/notices-world.fixture.js';
import { Deliveries } from '../notice/application/deliveries.js';
import { SendDueLetters } from '../letters/application/send-due-letters.js';
import { ComposeSheet } from '../letters/application/compose-sheet.js';
import { ConfirmedDatives } from '../letters/store/confirmed-datives.js';
import { Applicants } from '../notice/store/applicants.js';
import { KeptPapers } from './store/kept-papers.js';
import { readCode } from './application/paper-code.js';

const as = (role: OfficialRole): Actor => ({
  kind: 'official',
  id: randomUUID(),
  login: role.toLowerCase(),
  name: 'Somebody',
  assignments: [{ district: 1, role }],
});
const [registrar, controller] = [as('REGISTRAR'), as('CONTROLLER')];
const regime = { regime: 'APPEAL_59FZ' } as const;
const paper = { ...regime, address: '678900, г. Алдан, ул. Ленина, 1' } as const;
const papers = () => service.get(KeptPapers);
const keptOf = (notice: string) => eventually(async () => papers().of(1, notice), 60_000);
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it('keeps the sheet of each numbered letter, and sends an e-mail with the bytes that are kept', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL', 'SITE', regime);
  await tellAll(made);
  await until(made.notice, 'NoticeDispatched', 60_000);
  const kept = (await papers().of(1, made.notice))!;
  expect(kept).toMatchObject({ kind: 'ANSWERED', datedOn: '2026-11-24', number: expect.stringMatching(/^\d+$/) });
  expect(readCode(kept.code)).toBe(kept.code);
  const pdf = (await papers().read(1, made.notice))!;
  expect([sha256Of(pdf), pdf.length]).toEqual([kept.sha256, kept.size]);
  const letter = await readFile(letterOf(made.signed), 'latin1');
  expect(letter).toContain('Content-Type: application/pdf');
  expect(letter.replace(/\s/g, '')).toContain(pdf.toString('base64'));
}, 120_000);

it('makes the same bytes again, by which a restored database has the sheet that left', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL', 'SITE', regime);
  await tellAll(made);
  const { sha256, code } = (await keptOf(made.notice))!;
  const letter = (await service.get<Deliveries>(Deliveries).sheet(1, made.notice))!;
  const again = (await service.get(ComposeSheet).of(letter))!;
  expect([sha256Of(again.pdf), again.code]).toEqual([sha256, code]);
}, 120_000);

it('keeps the sheet of what is shown on the page alone, or goes by post, too', async () => {
  const ways = [
    await newCase(undefined, undefined, 'SITE'),
    await newCase(undefined, undefined, 'PAPER', { ...paper, name: 'Старостина Виктория Павловна' }),
  ];
  for (const made of ways) await tellAll(made);
  for (const { notice } of ways) expect(await keptOf(notice)).toMatchObject({ kind: 'ANSWERED' });
}, 120_000);

it('leaves the sheet of a letter by post whose dative is not certain to the clerk', async () => {
  const made = await newCase(undefined, undefined, 'PAPER', { ...paper, name: 'Ким Ай' });
  await tellAll(made);
  const work = async () =>
    (await worker.query(`select from notifications.work where kind = 'PAPER' and key = $1`, [made.notice])).rowCount;
  await eventually(async () => (await work()) === 0, 60_000);
  expect(await papers().of(1, made.notice)).toBeUndefined();
  const letters = [{ id: made.notice, name: 'Ким Ай', dative: 'Ким Ай', address: 'ул. Ленина, 1' }];
  const print = () => service.resolve<string>('printedLetters', { district: 'aldan', letters }, registrar);
  const first = await print();
  expect(Buffer.from(first, 'base64')).toEqual(await papers().read(1, made.notice));
  expect(await print()).toBe(first);
}, 120_000);

it('keeps the dative that a clerk confirmed for the next letters to the same person, sealed, and erases it with him', async () => {
  const made = await newCase(undefined, undefined, 'PAPER', { ...paper, name: 'Ким Ай' });
  await tellAll(made);
  const open = () =>
    service.resolve<{ dativeToConfirm?: string }>('letterToPost', { district: 'aldan', id: made.notice }, registrar);
  expect((await open()).dativeToConfirm).toBe('Ким Ай');
  const letters = [{ id: made.notice, name: 'Ким Ай', dative: 'Киму А.', address: paper.address }];
  await service.resolve('printedLetters', { district: 'aldan', letters }, registrar);
  expect((await open()).dativeToConfirm).toBeUndefined();
  const { person, appeal } = made;
  const datives = service.get(ConfirmedDatives);
  expect([await datives.of(1, person, 'Ким Ай'), await datives.of(1, person, 'Ким А. С.')]).toEqual([
    'Киму А.',
    undefined,
  ]);
  const stored = async () =>
    (await worker.query('select dative from notifications.applicant where appeal = $1', [appeal])).rows[0] as unknown;
  expect(JSON.stringify(await stored())).not.toMatch(/Ким/);
  const letter = (await service.get<Deliveries>(Deliveries).sheet(1, made.notice))!;
  const next = (await service.get(ComposeSheet).of(letter))!;
  expect(sha256Of(next.pdf)).toBe((await papers().of(1, made.notice))!.sha256);
  await database.scope(1).transaction((tx) => service.get(Applicants).forget(tx, 1, person));
  expect(await stored()).toEqual({ dative: null });
}, 120_000);

it('holds an e-mail whose sheet cannot be made, says why, and sends it once the sheet is there', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL', 'SITE', regime);
  await service.runtime.stop();
  await tellAll(made);
  const deliveries = service.get<Deliveries>(Deliveries);
  await deliveries.holdForPaper(1, made.notice);
  const held = async () =>
    (await service.resolve<HeldNotice[]>('heldNotices', { district: 'aldan' }, controller)).filter(
      ({ id }) => id === made.notice,
    );
  expect(await held()).toMatchObject([{ kind: 'ANSWERED', way: 'EMAIL', reason: 'NO_PAPER' }]);
  await service.get(SendDueLetters).sendDue();
  expect(await held()).toEqual([]);
  expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticeDispatched']);
}, 120_000);
