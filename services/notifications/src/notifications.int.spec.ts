import { expect, it } from '@jest/globals';
import { samples } from '@otklik/contracts/samples';
import { NotFound, PerformWork, Polling, WorkQueue } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import { serviceUnderTest } from '@otklik/host/testing';
import { uuidv5, Outbox } from '@otklik/kernel';
import { openDatabase, type Actor } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { followUpLink } from '@otklik/vault';
import { simpleParser } from 'mailparser';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { PostgresDeliveries } from './notice/adapters/postgres/postgres-deliveries.js';
import { smtpMailer } from '@otklik/host/mail';
import { NoticeHandler } from './notice/application/notice-handler.js';
import { LetterPapers } from './letters/application/letter-papers.js';
import { MakePapers } from './letters/application/make-papers.js';
import { ReleaseSigned } from './papers/application/release-signed.js';
import { OpenLetter } from './letters/application/open-letter.js';
import { ReplyAddresses } from './letters/application/reply-address.js';
import { SendDueLetters } from './letters/application/send-due-letters.js';
import { SendConfirmations } from './subscriptions/application/send-confirmations.js';
import { SendLinkLetter } from './letters/application/send-link-letter.js';
import { SendLetter } from './letters/application/send-letter.js';
import { notificationsService } from './notifications.module.js';
import {
  directory,
  silent,
  now,
  secret,
  vault,
  appUrl,
  database,
  worker,
  dataDir,
  service,
  given,
  recordOralNotice,
  deliver,
  retryBlocked,
  tell,
  type Case,
  newCase,
  tellAll,
  events,
  types,
  until,
  outbox,
  letterOf,
} from './notice/notices-world.fixture.js';

it('sends a letter about the registration and one about the answer, once each, and records the proof', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL');
  await tellAll(made);
  await tellAll(made);
  const dispatched = await until(made.notice, 'NoticeDispatched');
  expect(dispatched.data).toMatchObject({ kind: 'ANSWERED', way: 'EMAIL', dispatchedAt: now() });
  expect(dispatched).toMatchObject({ correlationId: made.appeal, causationId: made.signed.id });
  expect((dispatched.data as { proof: string }).proof).toBe(`<${made.signed.id}@otklik.invalid> outbox`);
  const registration = uuidv5(made.registered.id, 'notice');
  await until(registration, 'NoticeDispatched');
  const letter = await readFile(letterOf(made.signed), 'utf8');
  expect(letter).toContain('To: ivan@aldan.example');
  expect(await textOf(letter)).toContain('Дорогу починили\n\nПодпись: П. П. Петров, 24 ноября 2026 г.');
  expect(await readFile(letterOf(made.registered), 'utf8')).toContain('To: ivan@aldan.example');
  expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticeDispatched']);
  const stored = await worker.query('select data::text from notifications.event');
  expect(JSON.stringify(stored.rows)).not.toMatch(/ivan@|Иван|Дорогу/);
  // Sealed: the letter may come back.
  const row = await worker.query('select state, answer from notifications.delivery where notice = $1', [made.notice]);
  expect(row.rows).toEqual([{ state: 'DONE', answer: (made.signed.data as { text: string }).text }]);
});

it('signs the letter of a substitute with the post of the order', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL', 'SITE', { post: 'и. о. главы района' });
  await tellAll(made);
  await until(made.notice, 'NoticeDispatched');
  const letter = await readFile(letterOf(made.signed), 'utf8');
  expect(await textOf(letter)).toContain('Подпись: и. о. главы района П. П. Петров, 24 ноября 2026 г.');
});

const textOf = async (letter: string) => (await simpleParser(letter)).text ?? '';

const executorOf = (district: number): Actor => ({
  kind: 'official',
  id: randomUUID(),
  login: 'clerk',
  name: 'Somebody',
  assignments: [{ district, role: 'EXECUTOR' }],
});
const clerk = executorOf(1);
const telling = (id: string, expectedVersion = 1) => ({
  district: 'aldan',
  id,
  key: randomUUID(),
  expectedVersion,
  said: 'Сказано лично Ивану Иванову: дорогу починили',
});

it('sends no text that was sealed for another answer', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL', 'IMPORT');
  await deliver(made.received, made.registered);
  const other = { ...made.signed, id: randomUUID() };
  await deliver(other);
  // Of its sheet, without which it does not leave.
  const tried = `select d.state from notifications.delivery d
    join notifications.work w on w.district = d.district and w.kind = 'PAPER' and w.key = d.notice::text
    where d.cause = $1 and w.attempts > 0 and w.due_at < $2`;
  const soon = new Date(Date.now() + 200_000);
  const row = await eventually(async () => (await worker.query(tried, [other.id, soon])).rows[0] as unknown);
  expect(row).toEqual({ state: 'PENDING' });
  expect(await types(uuidv5(other.id, 'notice'))).toEqual(['NoticeOpened']);
  expect(await readdir(join(dataDir, outbox)).catch(() => [])).not.toContain(`${other.id}.eml`);
});

it('refuses a contact that was sealed for another event', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL');
  expect(await deliver({ ...made.received, id: randomUUID() })).toMatchObject({ handled: 0 });
  const kept = await worker.query('select 1 from notifications.applicant where appeal = $1', [made.appeal]);
  expect(kept.rows).toEqual([]);
});

it('opens a call for an official, whose record is the proof', async () => {
  const made = await newCase('+7 914 000-00-00', 'PHONE');
  await tellAll(made);
  expect(await types(made.notice)).toEqual(['NoticeOpened']);
  expect(await types(uuidv5(made.registered.id, 'notice'))).toEqual([]);
  const input = telling(made.notice);
  const first = await recordOralNotice(input, clerk);
  expect(first).toMatchObject({ __typename: 'Change', version: 2 });
  expect(await recordOralNotice(input, clerk)).toEqual(first);
  expect(await recordOralNotice(telling(made.notice), clerk)).toMatchObject({ code: 'VERSION_CONFLICT' });
  expect(await recordOralNotice(telling(made.notice, 2), clerk)).toMatchObject({ code: 'NOTICE_DISPATCHED' });
  const [, told] = await events(made.notice);
  const { said, way } = told!.data as { said: string; way: string };
  expect(way).toBe('ORAL');
  expect(await vault.open(1, said, { eventId: told!.id, field: 'said' })).toBe(input.said);
  await expect(recordOralNotice({ ...input, key: randomUUID(), said: ' \n ' }, clerk)).rejects.toMatchObject({
    code: 'TEXT_EMPTY',
  });
});

it('keeps unanswered calls, and posts the answer when the number is wrong', async () => {
  const made = await newCase('+7 914 000-00-00', 'PHONE');
  await tellAll(made);
  const attempt = (result: string, expectedVersion: number, more: object = {}) => ({
    district: 'aldan',
    id: made.notice,
    key: randomUUID(),
    expectedVersion,
    result,
    ...more,
  });
  const first = attempt('CALL_LATER', 1, { callAt: '2026-11-24T08:00:00.000Z', said: 'После пяти' });
  expect(await service.mutate('recordCallAttempt', first, clerk)).toMatchObject({ version: 2 });
  expect(await service.mutate('recordCallAttempt', first, clerk)).toMatchObject({ version: 2 });
  const waiting = await worker.query('select state from notifications.delivery where notice = $1', [made.notice]);
  expect(waiting.rows).toEqual([{ state: 'PENDING' }]);
  await service.mutate('recordCallAttempt', attempt('WRONG_NUMBER', 2), clerk);
  expect(await types(made.notice)).toEqual([
    ...['NoticeOpened', 'CallAttempted', 'CallAttempted'],
    ...['NoticeFailed', 'NoticePosted'],
  ]);
  const [, called] = await events(made.notice);
  expect(JSON.stringify(called)).not.toContain('После');
  const done = await worker.query('select state, answer from notifications.delivery where notice = $1', [made.notice]);
  expect(done.rows).toEqual([{ state: 'DONE', answer: null }]);
});

it('records a call when the pool has a single connection and sealing needs another', async () => {
  const scarce = openDatabase(appUrl, 'notifications', { max: 1, connectionTimeoutMs: 1_000 });
  const asking = { ...vault };
  asking.seal = async (...sealed) => {
    await scarce.scope(1).query('select 1');
    return vault.seal(...sealed);
  };
  const busy = await serviceUnderTest(notificationsService, { ...given(), database: scarce, vault: asking });
  const made = await newCase('+7 914 000-00-00', 'PHONE');
  await tellAll(made);
  expect(await busy.mutate('recordOralNotice', telling(made.notice), clerk)).toMatchObject({ version: 2 });
  const row = await worker.query('select state, answer from notifications.delivery where notice = $1', [made.notice]);
  expect(row.rows).toEqual([{ state: 'DONE', answer: null }]);
  await busy.close();
  await scarce.close();
});

it('answers NOT_FOUND for a notice of another district and for an unknown one', async () => {
  const made = await newCase('+7 914 000-00-00', 'PHONE');
  await tellAll(made);
  await expect(recordOralNotice(telling(made.notice), executorOf(2))).rejects.toEqual(new Fault('NOT_FOUND'));
  const abroad = { ...telling(made.notice), district: 'tompo' };
  await expect(recordOralNotice(abroad, executorOf(2))).rejects.toThrow(NotFound);
  await expect(recordOralNotice(telling(randomUUID()), clerk)).rejects.toThrow(NotFound);
});

it('posts the answer when there is no contact', async () => {
  const made = await newCase();
  await tellAll(made);
  expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticePosted']);
  expect(await recordOralNotice(telling(made.notice, 2), clerk)).toMatchObject({ code: 'NOTICE_NOT_ORAL' });
});

it('sends no letter about the registration of an import, but one with its answer', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL', 'IMPORT');
  await deliver(made.received, made.registered);
  expect(await types(uuidv5(made.registered.id, 'notice'))).toEqual([]);
  await deliver(made.signed);
  expect(await types(made.notice)).toContain('NoticeOpened');
});

it('waits for receipt and number in any order of events', async () => {
  const made = await newCase();
  expect(await deliver(made.signed)).toMatchObject({ blocked: 1 });
  await deliver(made.received);
  await deliver(made.registered);
  expect(await retryBlocked()).toMatchObject({ unblocked: 1 });
  expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticePosted']);
});

it('sends a link in place of a lost code once, by e-mail alone, while it is valid', async () => {
  const request = (made: Case, expiresAt: string) => {
    const link = randomUUID();
    return tell('intake.events', 'FollowUpLinkRequested', made.appeal, made.appeal, { link, expiresAt }, link);
  };
  const [made, called] = [await newCase('ivan@aldan.example', 'EMAIL'), await newCase('8 924 000-00-12', 'PHONE')];
  const asked = request(made, '2026-11-24T04:00:00.000Z');
  const others = [request(made, now()), request(called, '2026-11-24T04:00:00.000Z')];
  await deliver(made.received, called.received, asked, ...others);
  await deliver(asked);
  const letter = await eventually(() => readFile(letterOf(asked), 'utf8'));
  expect(letter).toContain('To: ivan@aldan.example');
  const [head, body = ''] = letter.split('\r\n\r\n');
  expect(head).not.toMatch(/lost|Иван/);
  const text = /base64/.test(head!) ? Buffer.from(body, 'base64').toString() : body.replace(/=\r\n/g, '');
  expect(text).toContain(`https://otklik.example/aldan/lost/${followUpLink(secret('follow-up-link'), 1, asked.id)}`);
  for (const other of others) expect(await readdir(join(dataDir, outbox))).not.toContain(`${other.id}.eml`);
  // The letter is there a moment before its work is settled.
  await eventually(async () => {
    const left = await worker.query(`select from notifications.work where kind = 'LINK_LETTER'`);
    return left.rowCount === 0 || undefined;
  });
});

it('deletes contact and letters of an erased person, and cancels open notices', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL');
  await tellAll(made);
  await until(made.notice, 'NoticeDispatched');
  await eventually(async () =>
    (await readdir(join(dataDir, outbox))).includes(`${made.registered.id}.eml`) ? true : undefined,
  );
  const called = await newCase('+7 914 000-00-00', 'PHONE');
  await tellAll(called);
  for (const { appeal, person } of [made, called]) {
    await vault.destroy({ query: async () => ({}) as never }, 1, person, 'asked');
    await deliver(tell('intake.events', 'PersonErased', appeal, appeal, { person, ground: 'REQUEST' }));
  }
  expect(await readdir(join(dataDir, outbox))).not.toContain(`${made.signed.id}.eml`);
  expect(await readdir(join(dataDir, outbox))).not.toContain(`${made.registered.id}.eml`);
  expect(await types(called.notice)).toEqual(['NoticeOpened', 'NoticeCancelled']);
  const kept = await worker.query('select contact, name from notifications.applicant where person = any($1)', [
    [made.person, called.person],
  ]);
  expect(kept.rows).toEqual([
    { contact: null, name: null },
    { contact: null, name: null },
  ]);
});

const registrar: Actor = {
  kind: 'official',
  id: randomUUID(),
  login: 'registrar',
  name: 'Somebody',
  assignments: [{ district: 1, role: 'REGISTRAR' }],
};
const paper = { regime: 'APPEAL_59FZ', address: '678900, г. Алдан, ул. Ленина, 1' } as const;

it('59-FZ art. 10(4): leaves a letter on paper to the clerk, whose record on the day of posting is the proof', async () => {
  const made = await newCase(undefined, undefined, 'PAPER', paper);
  await tellAll(made);
  expect(await types(made.notice)).toEqual(['NoticeOpened']);
  const print = { district: 'aldan', id: made.notice };
  const letter = (await service.resolve('letterToPost', print, registrar)) as { readonly number: string };
  const { number } = letter;
  expect(letter).toMatchObject({
    date: '2026-11-24',
    reference: 'на № АЛД-М-2026-17 от 24 ноября 2026 г.',
    greeting: 'Здравствуйте, Иван Иванов!',
    paragraphs: ['Дорогу починили'],
  });
  const input = {
    district: 'aldan',
    id: made.notice,
    key: randomUUID(),
    expectedVersion: 1,
    means: 'REGISTERED_LETTER',
    sentOn: '2026-11-24',
    track: '67890012345672',
  };
  const untracked = { ...input, track: ' ' };
  await expect(service.mutate('recordPosting', untracked, registrar)).rejects.toMatchObject({ code: 'TEXT_EMPTY' });
  for (const means of ['LETTER', 'HANDED_OVER']) {
    const mistyped = { ...input, key: randomUUID(), means, track: '67890012345678' };
    await expect(service.mutate('recordPosting', mistyped, registrar)).rejects.toMatchObject({
      code: 'TRACK_MISTYPED',
    });
  }
  const early = { ...input, key: randomUUID(), sentOn: '2026-11-23' };
  expect(await service.mutate('recordPosting', early, registrar)).toMatchObject({ code: 'POSTED_BEFORE_SIGNED' });
  const first = await service.mutate('recordPosting', input, registrar);
  expect(first).toMatchObject({ __typename: 'Change', version: 2 });
  expect(await service.mutate('recordPosting', input, registrar)).toEqual(first);
  const [, sent] = await events(made.notice);
  expect(sent).toMatchObject({
    type: 'NoticeDispatched',
    actor: { kind: 'official', id: registrar.id },
    data: { way: 'PAPER', proof: `${number} 2026-11-24 67890012345672`, posting: { number } },
  });
  await expect(service.resolve('letterToPost', print, registrar)).rejects.toThrow(NotFound);
});

it('59-FZ art. 10(4): a letter that came back goes by its next way with the words of the first, as an e-mail', async () => {
  const posted = async (made: Case) => {
    await tellAll(made);
    const input = { district: 'aldan', id: made.notice, key: randomUUID(), expectedVersion: 1 };
    const means = { means: 'REGISTERED_LETTER', sentOn: '2026-11-24', track: 'КФ 644000005 КГ' };
    expect(await service.mutate('recordPosting', { ...input, ...means }, registrar)).toMatchObject({ version: 2 });
    return { ...input, key: randomUUID(), expectedVersion: 2, outcome: 'MOVED', proof: 'ENVELOPE' };
  };
  const made = await newCase('ivan@aldan.example', 'EMAIL', 'PAPER', paper);
  const back = await posted(made);
  const late = { ...back, on: '2027-11-24' };
  await expect(service.mutate('recordLetterOutcome', late, registrar)).rejects.toMatchObject({
    code: 'DATE_IN_FUTURE',
  });
  expect(await service.mutate('recordLetterOutcome', back, registrar)).toMatchObject({ version: 4 });
  expect(await service.mutate('recordLetterOutcome', back, registrar)).toMatchObject({ version: 4 });
  const all = await eventually(async () => {
    const now = await events(made.notice);
    return now.length > 4 ? now : undefined;
  });
  expect(all.map(({ type, data }) => [type, (data as { way?: string }).way])).toEqual([
    ['NoticeOpened', 'PAPER'],
    ['NoticeDispatched', 'PAPER'],
    ['LetterReturned', undefined],
    ['NoticeFailed', 'PAPER'],
    ['NoticeDispatched', 'EMAIL'],
  ]);
  expect(all[1]!.data).toMatchObject({ posting: { track: 'RA644000005RU' } });
});

it('refuses a number at the post that is none, or mistyped, and takes letters that were sent together one by one', async () => {
  const made = [
    await newCase(undefined, undefined, 'PAPER', paper),
    await newCase(undefined, undefined, 'PAPER', paper),
  ];
  for (const one of made) await tellAll(one);
  const [first, second] = made.map(({ notice }) => ({ id: notice, key: randomUUID(), expectedVersion: 1 }));
  const together = { district: 'aldan', means: 'REGISTERED_LETTER', sentOn: '2026-11-24' };
  const input = { ...together, ...first!, track: '6789001234567' };
  await expect(service.mutate('recordPosting', input, registrar)).rejects.toMatchObject({ code: 'TRACK_MALFORMED' });
  const mistyped = { ...input, track: '67890012345678' };
  await expect(service.mutate('recordPosting', mistyped, registrar)).rejects.toMatchObject({ code: 'TRACK_MISTYPED' });
  const items = [
    { ...first!, track: '67890012345672' },
    { ...second!, expectedVersion: 7, track: '67890012345672' },
  ];
  const results = await service.mutate('recordPostings', { ...together, items }, registrar);
  expect(results).toMatchObject([
    { id: first!.id, result: { __typename: 'Change', version: 2 } },
    { id: second!.id, result: { __typename: 'Refusal', code: 'VERSION_CONFLICT' } },
  ]);
});

it('sends an answer once routing has accepted it, and none that it refused', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL', 'SITE', { judged: false });
  await deliver(made.received, made.registered);
  expect(await deliver(made.signed)).toMatchObject({ blocked: 1 });
  expect(await types(made.notice)).toEqual([]);
  await deliver(made.accepted);
  expect(await retryBlocked()).toMatchObject({ unblocked: 1 });
  await until(made.notice, 'NoticeDispatched');
  const moved = await newCase('olga@aldan.example', 'EMAIL', 'SITE', { judged: false });
  await deliver({ ...moved.accepted, type: 'AnswerRefused' });
  await deliver(moved.received, moved.registered);
  expect(await deliver(moved.signed)).toMatchObject({ blocked: 0 });
  expect(await types(moved.notice)).toEqual([]);
});

it('does not send an answer whose signature is revoked first, and waits for a letter that is under way', async () => {
  const revokedOf = ({ appeal, signed, question }: Case) =>
    tell('responses.events', 'ResponseRevoked', appeal, signed.stream, {
      question,
      answer: signed.id,
      reason: 'sealed',
    });
  const called = await newCase('+7 914 000-00-00', 'PHONE');
  await tellAll(called);
  await deliver(revokedOf(called));
  expect(await types(called.notice)).toEqual(['NoticeOpened', 'NoticeCancelled']);
  expect((await events(called.notice))[1]!.data).toMatchObject({ ground: 'REVOKED', about: called.question });
  const posted = await newCase(undefined, undefined, 'PAPER', paper);
  await tellAll(posted);
  const claim = 'update notifications.delivery set claimed_until = $2 where notice = $1';
  await database.scope(1).query(claim, [posted.notice, new Date(Date.now() + 100_000)]);
  expect(await deliver(revokedOf(posted))).toMatchObject({ blocked: 1 });
  expect(await types(posted.notice)).toEqual(['NoticeOpened']);
});

it('sends nothing after a withdrawal, whichever comes first', async () => {
  const called = await newCase('+7 914 000-00-00', 'PHONE');
  await tellAll(called);
  const posted = await newCase(undefined, undefined, 'PAPER', paper);
  await deliver(posted.received, posted.registered);
  for (const { appeal } of [called, posted])
    await deliver(tell('intake.events', 'AppealWithdrawn', appeal, appeal, {}));
  await deliver(posted.signed);
  for (const { notice } of [called, posted]) expect(await types(notice)).toEqual(['NoticeOpened', 'NoticeCancelled']);
  const open = await worker.query(`select 1 from notifications.delivery where appeal = any($1) and state = 'PENDING'`, [
    [called.appeal, posted.appeal],
  ]);
  expect(open.rows).toEqual([]);
});

it('59-FZ art. 12(2): tells of no longer term once the question is answered, and a letter that has left comes late', async () => {
  const made = await newCase('+7 914 000-00-00', 'PHONE');
  await deliver(made.received, made.registered);
  const id = randomUUID();
  const decided = {
    rule: 'ANS',
    ground: 'EXCEPTIONAL',
    deadline: { dueOn: '2027-01-23' },
    reason: await vault.seal(1, made.person, id, 'reason', 'Ждём экспертизу'),
  };
  const decision = tell('routing.events', 'DeadlineExtensionDecided', made.appeal, made.question, decided, id);
  await deliver(decision);
  const extension = uuidv5(id, 'notice');
  expect(await types(extension)).toEqual(['NoticeOpened']);
  const ended = { notice: made.notice, answeredOn: '2026-11-24', zone: 'Asia/Yakutsk' };
  await deliver(tell('routing.events', 'QuestionAnswered', made.appeal, made.question, ended));
  expect(await types(extension)).toEqual(['NoticeOpened', 'NoticeCancelled']);
  expect((await events(extension))[1]!.data).toMatchObject({ kind: 'EXTENDED', ground: 'QUESTION_ENDED' });
  const open = `select 1 from notifications.delivery where notice = $1 and state = 'PENDING'`;
  expect((await worker.query(open, [extension])).rows).toEqual([]);
});

it('tells the sender of a duplicate the number and the outcome, and nothing of the other', async () => {
  const [original, first] = [
    await newCase('olga@aldan.example', 'EMAIL'),
    await newCase('ivan@aldan.example', 'EMAIL'),
  ];
  await deliver(original.received, first.received);
  const marked = tell('intake.events', 'MarkedAsDuplicate', first.appeal, first.appeal, { of: original.appeal });
  await deliver(marked);
  expect(await types(uuidv5(marked.id, 'notice'))).toEqual([]);
  await deliver(original.registered);
  await deliver(original.signed);
  for (const [cause, text] of [
    [original.registered, 'Ваше сообщение № АЛД-17 рассматривают вместе с тем, под № АЛД-М-2026-17'],
    [original.signed, 'рассмотрен под № АЛД-М-2026-17. Результат: меры приняты.'],
  ] as const) {
    const own = uuidv5(cause.id, first.appeal);
    await until(uuidv5(own, 'notice'), 'NoticeDispatched');
    const letter = await readFile(join(dataDir, outbox, `${own}.eml`), 'utf8');
    expect(letter).toContain('To: ivan@aldan.example');
    const body = await textOf(letter);
    expect(body).toContain(text);
    expect(body).not.toContain('Дорогу починили');
  }
});

it('retries transient failures of the mail server, and gives up on a permanent one', async () => {
  await service.runtime.stop();
  const answers: number[] = [];
  const ids: string[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
      stream.on('end', () => {
        ids.push(/Message-ID: (.*)/.exec(raw)![1]!.trim());
        const code = answers.shift() ?? 250;
        done(code === 250 ? null : Object.assign(new Error('no'), { responseCode: code }));
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listening = smtp.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port));
  });
  const notices = service.get(NoticeHandler);
  let unrecorded = 0;
  const fragile = Object.create(notices) as NoticeHandler;
  fragile.handle = (context, id, command, options) => {
    if (command.type === 'RecordSent' && (unrecorded -= 1) >= 0) return Promise.reject(new TypeError('a defect'));
    return notices.handle(context, id, command, options);
  };
  let hours = 0;
  const later = () => new Date(Date.parse(now()) + (hours += 1) * 3_600_000).toISOString();
  const kept: string[] = [];
  const deliveries = new PostgresDeliveries(database);
  const keepProof = deliveries.keepProof.bind(deliveries);
  deliveries.keepProof = (letter, dispatch) => {
    kept.push(dispatch.at);
    return keepProof(letter, dispatch);
  };
  const mailer = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'no-reply@otklik.example', silenceMs: 500 });
  const pace = { firstMs: 20, capMs: 50, giveUpMs: 60_000 };
  const replies = new ReplyAddresses(secret('reply-address'));
  const settings = { domain: 'otklik.example', language: 'ru', pace, replies } as const;
  const sending = new SendLetter(
    ...([
      fragile,
      deliveries,
      service.get(WorkQueue),
      database,
      vault,
      directory,
      service.get(OpenLetter),
      service.get(LetterPapers),
      mailer,
      service.get(Outbox),
      settings,
    ] as const),
    ...([{ now: later }, silent] as const),
  );
  const letters = new SendDueLetters(
    service.get(PerformWork),
    deliveries,
    sending,
    service.get(SendLinkLetter),
    service.get(SendConfirmations),
    service.get(MakePapers),
    service.get(ReleaseSigned),
    mailer,
  );
  const watcher = new Polling(
    () => letters.sendDue(),
    (error) => silent.warn('failed', { error }),
  );
  watcher.start();
  const answered = async () => {
    const made = await newCase('ivan@aldan.example', 'EMAIL', 'IMPORT');
    await tellAll(made);
    return made;
  };
  answers.push(451, 421, 451);
  const patient = await answered();
  const { data } = await until(patient.notice, 'NoticeDispatched');
  expect(data).toMatchObject({ proof: `<${patient.signed.id}@otklik.example> 250` });
  expect(ids).toEqual(Array.from({ length: 4 }, () => `<${patient.signed.id}@otklik.example>`));
  ids.length = 0;
  unrecorded = 3;
  const once = await answered();
  const { data: recorded } = await until(once.notice, 'NoticeDispatched');
  expect(recorded).toMatchObject({ proof: `<${once.signed.id}@otklik.example> 250` });
  expect(ids).toEqual([`<${once.signed.id}@otklik.example>`]);
  expect(unrecorded).toBe(-1);
  const { dispatchedAt } = recorded as { dispatchedAt: string };
  expect(kept).toEqual([dispatchedAt, dispatchedAt, dispatchedAt]);
  answers.push(550);
  const refused = await answered();
  expect(await until(refused.notice, 'NoticePosted')).toBeDefined();
  const [, failed] = await events(refused.notice);
  expect(failed!.data).toMatchObject({ way: 'EMAIL', code: '550', next: 'PAGE' });
  answers.push(550);
  const appeal = await newCase('ivan@aldan.example', 'EMAIL', 'IMPORT', { regime: 'APPEAL_59FZ' });
  await tellAll(appeal);
  const [, failed59] = await eventually(async () => {
    const recorded = await events(appeal.notice);
    return recorded.length > 1 ? recorded : undefined;
  });
  expect(failed59!.data).toMatchObject({ kind: 'ANSWERED', way: 'EMAIL', code: '550', next: 'PAPER' });
  const wrong = await newCase('ivan@aldan.example, eve@other.example', 'EMAIL', 'IMPORT');
  await tellAll(wrong);
  await until(wrong.notice, 'NoticePosted');
  expect((await events(wrong.notice))[1]!.data).toMatchObject({ code: 'ADDRESS' });
  await watcher.stop();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

it('consumes every sample of its topics', async () => {
  const heard = samples().map(({ event }) => event);
  for (const topic of ['intake.events', 'routing.events', 'responses.events'] as const) {
    await deliver(...heard.filter((event) => event.topic === topic).sort((a, b) => a.position - b.position));
  }
  const deadLettered = await worker.query(`select reason from notifications.blocked_key where state = 'DEAD_LETTERED'`);
  expect(deadLettered.rows).toEqual([]);
});
