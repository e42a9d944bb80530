import { expect, it } from '@jest/globals';
import type { HeldNotice } from '@otklik/contracts/generated/graphql';
import { uuidv5 } from '@otklik/kernel';
import type { Actor } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { PostgresDeliveries } from './adapters/postgres/postgres-deliveries.js';
import { HeldDeliveries } from './store/held-deliveries.js';
import { Deliveries } from './application/deliveries.js';
import { HeldAfterRestore } from './application/held-after-restore.js';
import { NoticeHandler } from './application/notice-handler.js';
import { SendDueLetters } from '../letters/application/send-due-letters.js';
import { SendLinkLetter } from '../letters/application/send-link-letter.js';
import {
  database,
  deliver,
  directory,
  letterOf,
  newCase,
  now,
  service,
  store,
  tell,
  tellAll,
  types,
  vault,
  worker,
} from './notices-world.fixture.js';

const heldAfterRestore = () =>
  new HeldAfterRestore(
    new HeldDeliveries(),
    new PostgresDeliveries(database),
    new NoticeHandler(store, vault),
    directory,
    database,
    { now },
  );

it('sends nothing by itself that had not left at the restored moment, and what the operator says', async () => {
  const held = heldAfterRestore();
  await service.runtime.stop();
  const waiting = await newCase('ivan@aldan.example', 'EMAIL');
  const direct = await newCase('7', 'NETWORK', 'NETWORK', {
    source: { network: 'VK', account: waiting.appeal, ref: { kind: 'DIRECT', thread: '7', id: '1' } },
  });
  await tellAll(waiting);
  await tellAll(direct);
  expect(await held.hold()).toBe(4);
  expect(await held.hold()).toBe(0);

  const later = await newCase('anna@aldan.example', 'EMAIL');
  await tellAll(later);
  const letters = service.get(SendDueLetters);
  expect(await letters.sendDue()).toBe(2);
  expect(await types(later.notice)).toEqual(['NoticeOpened', 'NoticeDispatched']);
  expect(await types(waiting.notice)).toEqual(['NoticeOpened']);
  const messages = await worker.query(`select from notifications.work where kind = 'MESSAGE'`);
  expect(messages.rowCount).toBe(0);
  const listed = await held.list();
  expect(listed).toHaveLength(4);
  const [answer, registration] = [waiting.notice, uuidv5(waiting.registered.id, 'notice')].map((id) => {
    const one = listed.find(({ notice }) => notice === id)!;
    expect(one).toMatchObject({ appeal: waiting.appeal, number: 'АЛД-М-2026-17', way: 'EMAIL' });
    return one;
  });

  await held.stands(registration!);
  await held.stands(registration!);
  const [, dispatched, ...more] = await store.read(1, registration!.notice);
  expect(dispatched).toMatchObject({ type: 'NoticeDispatched', data: { way: 'EMAIL', proof: 'SEEN_THERE' } });
  expect(more).toEqual([]);
  await held.send(answer!);
  expect(await letters.sendDue()).toBe(1);
  expect([waiting.registered, waiting.signed].map((event) => existsSync(letterOf(event)))).toEqual([false, true]);
  expect(await held.list()).toHaveLength(2);
}, 60_000);

const controller: Actor = {
  kind: 'official',
  id: randomUUID(),
  login: 'controller',
  name: 'К. К. Контролёр',
  assignments: [{ district: 1, role: 'CONTROLLER' }],
};

it('lets the controller say at the desk what becomes of each, with a reason, once', async () => {
  const listed = await service.resolve<HeldNotice[]>('heldNotices', { district: 'aldan' }, controller);
  expect(listed).toHaveLength(2);
  const [first, other] = listed;
  const act = (id: string, expectedVersion: number) => ({ id, key: randomUUID(), expectedVersion });
  const common = { district: 'aldan', reason: 'в журнале почты её нет' };

  const settle = { ...common, ...act(first!.id, first!.version), word: 'STANDS' };
  const answer = await service.mutate('settleHeldNotice', settle, controller);
  expect(answer).toMatchObject({ __typename: 'Change' });
  expect(await service.mutate('settleHeldNotice', settle, controller)).toEqual(answer);
  const [, settled, dispatched] = await store.read(1, first!.id);
  expect(settled).toMatchObject({ type: 'RestoredNoticeSettled', actor: { id: controller.id, role: 'CONTROLLER' } });
  expect(JSON.stringify(settled!.data)).not.toContain('журнале');
  expect(dispatched).toMatchObject({ type: 'NoticeDispatched', data: { proof: 'SEEN_THERE' } });

  const items = [act(other!.id, other!.version), act(first!.id, answer.version!)];
  const many = { ...common, word: 'REPEAT', items };
  const answers = await service.mutate<readonly { result: { __typename: string; code?: string } }[]>(
    ...(['settleHeldNotices', many, controller] as const),
  );
  expect(answers.map(({ result }) => result.code ?? result.__typename)).toEqual(['Change', 'NOTICE_NOT_RESTORED']);
  expect(await service.resolve('heldNotices', { district: 'aldan' }, controller)).toEqual([]);
  expect(await types(other!.id)).toEqual(['NoticeOpened', 'RestoredNoticeSettled']);
  await service.get(SendDueLetters).sendDue();

  const moot = await newCase('petr@aldan.example', 'EMAIL');
  await tellAll(moot);
  await database.scope(1).transaction((tx) => new HeldDeliveries().hold(tx, 1));
  const again = await service.resolve<HeldNotice[]>('heldNotices', { district: 'aldan' }, controller);
  const registration = again.find(({ kind, appeal }) => kind === 'REGISTERED' && appeal === moot.appeal)!;
  const never = { ...common, ...act(registration.id, registration.version), word: 'NEVER' };
  const dropped = await service.mutate('settleHeldNotice', never, controller);
  expect(dropped).toMatchObject({ __typename: 'Change' });
  expect(await service.mutate('settleHeldNotice', never, controller)).toEqual(dropped);
  expect(await types(registration.id)).toEqual(['NoticeOpened', 'RestoredNoticeSettled', 'NoticeCancelled']);
  const answerOwed = again.find(({ id }) => id === moot.notice)!;
  const owed = { ...common, ...act(answerOwed.id, answerOwed.version), word: 'NEVER' };
  expect(await service.mutate('settleHeldNotice', owed, controller)).toMatchObject({ code: 'NOTICE_OWED' });
  expect(await service.get(SendDueLetters).sendDue()).toBe(0);
  const left = await service.resolve<HeldNotice[]>('heldNotices', { district: 'aldan' }, controller);
  const ofMoot = left.filter(({ appeal }) => appeal === moot.appeal);
  expect(ofMoot.map(({ id }) => id)).toEqual([moot.notice]);
}, 60_000);

it('sends no link that was asked for before the restored moment: the applicant asks for another', async () => {
  await service.runtime.stop();
  const asked = async (contact: string) => {
    const made = await newCase(contact, 'EMAIL');
    const [link, expiresAt] = [randomUUID(), '2026-11-24T04:00:00.000Z'];
    const { appeal } = made;
    await deliver(
      made.received,
      tell('intake.events', 'FollowUpLinkRequested', appeal, appeal, { link, expiresAt }, link),
    );
  };
  await asked('olga@aldan.example');
  await heldAfterRestore().hold();
  const links = service.get(SendLinkLetter);
  expect(await links.sendDue()).toBe(0);
  await asked('vera@aldan.example');
  expect(await links.sendDue()).toBe(1);
}, 60_000);

const listedAtDesk = async ({ notice }: { readonly notice: string }) =>
  (await service.resolve<HeldNotice[]>('heldNotices', { district: 'aldan' }, controller)).find(
    ({ id }) => id === notice,
  )!;
const says = async (notice: string, word: string) => {
  const of = { district: 'aldan', id: notice, key: randomUUID(), expectedVersion: 1, reason: 'в журнале почты её нет' };
  return service.mutate('settleHeldNotice', { ...of, word }, controller);
};

it('takes no word, of an official or the operator, on a letter that waits for its sheet', async () => {
  const made = await newCase('oleg@aldan.example', 'EMAIL');
  await tellAll(made);
  await service.get<Deliveries>(Deliveries).holdForPaper(1, made.notice);
  expect(await listedAtDesk(made)).toMatchObject({ reason: 'NO_PAPER' });
  for (const word of ['STANDS', 'NEVER', 'REPEAT'])
    expect(await says(made.notice, word)).toMatchObject({ code: 'NOTICE_NOT_RESTORED' });
  const held = heldAfterRestore();
  expect((await held.list()).filter(({ notice }) => notice === made.notice)).toEqual([]);
  const all = await database.scope(1).transaction((tx) => new HeldDeliveries().held(tx, 1));
  const one = all.find(({ notice }) => notice === made.notice)!;
  expect(await held.stands(one)).toBe(false);
  await held.send(one);
  expect(await types(made.notice)).toEqual(['NoticeOpened']);
  expect(await listedAtDesk(made)).toMatchObject({ reason: 'NO_PAPER' });
}, 60_000);

it('59-FZ art. 10(3): takes no word that a letter has left which demands a signature and has none', async () => {
  const aldan = directory.districtById(1)!;
  const { letters } = aldan;
  Object.assign(aldan, { letters: { signature: { kinds: ['ANSWERED'], level: 'VALID' } } });
  const made = await newCase('inna@aldan.example', 'EMAIL', 'SITE', { regime: 'APPEAL_59FZ' });
  await tellAll(made);
  Object.assign(aldan, { letters });
  const held = heldAfterRestore();
  await held.hold();
  expect(await listedAtDesk(made)).toMatchObject({ reason: 'RESTORED' });
  expect(await says(made.notice, 'STANDS')).toMatchObject({ code: 'LETTER_NOT_SIGNED' });
  const one = (await held.list()).find(({ notice }) => notice === made.notice)!;
  expect(await held.stands(one)).toBe(false);
  expect(await types(made.notice)).toEqual(['NoticeOpened']);
}, 60_000);
