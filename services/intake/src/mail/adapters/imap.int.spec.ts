import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { NetworkAccount } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { sealNetworkSecrets } from '@otklik/vault';
import { createHmac, randomUUID } from 'node:crypto';
import { intakeWorld, type IntakeWorld } from '../../intake-world.fixture.js';
import { KeepMail } from '../application/keep-mail.js';
import { MailboxCursors } from '../store/mailbox-cursors.js';
import { Database } from '@otklik/tenancy';
import { Clock } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import { freePort } from '../../../../../deploy/stack/ports.js';
import { AccountHealths } from '../../networks/store/account-health.js';
import { ReadMail } from '../application/read-mail.js';
import { ImapServer } from './imap-server.fixture.js';
import { MailboxReader } from './mailbox-reader.js';
import { MailboxReaders } from './mailbox-readers.js';

const PACE = { lookMs: 300, firstPauseMs: 50, longestPauseMs: 200 };

let world: IntakeWorld;
let server: ImapServer;
let port: number;
let account: string;
const readers: MailboxReader[] = [];

const accounts: NetworkAccount[] = [];
/** The port of the mail server that the operator allows. */
let allowed: number;
beforeAll(async () => {
  allowed = await freePort();
  world = await intakeWorld({ OTKLIK_MAIL_INNER_SERVERS: `127.0.0.1:${allowed}` }, (code) =>
    code === 'aldan' ? accounts : [],
  );
});
afterAll(() => world.stop());
beforeEach(async () => {
  server = new ImapServer();
  port = await server.listen();
  account = randomUUID();
});
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.stop()));
  await server.close();
});

function reading(more: { readonly password?: string; readonly maxBytes?: number } = {}): MailboxReader {
  const of = {
    database: world.get(Database),
    keeping: world.get(KeepMail),
    cursors: world.get(MailboxCursors),
    clock: world.get(Clock),
    logger: world.get(Logger),
    pace: PACE,
  };
  const reader = new MailboxReader(of, 1, account, {
    host: '127.0.0.1',
    port,
    user: 'otvet',
    password: server.password,
    isAllowed: true,
    ...more,
  });
  readers.push(reader);
  reader.start();
  return reader;
}

interface Row {
  readonly account: string;
  readonly received_at: Date;
  readonly problem: string | null;
}
const ofAccount = async (table: string) =>
  ((await world.rows(table)) as readonly Row[]).filter((row) => row.account === account);
const kept = () => ofAccount('mail');
const untilKept = (count: number) => eventually(async () => ((await kept()).length === count ? count : undefined));
const settled = async () => {
  await eventually(async () => (server.unread() === 0 ? true : undefined));
  await new Promise((resolve) => setTimeout(resolve, PACE.lookMs * 2));
};
const letter = (text: string) => `From: ivan@mail.example\r\nMessage-ID: <${randomUUID()}@mail.example>\r\n\r\n${text}`;

it('begins with unread letters, then takes what comes, and marks it after it is kept', async () => {
  server.put(letter('старое'), { seen: true });
  server.put(letter('непрочитанное'), { at: new Date('2026-11-23T01:02:03Z') });
  reading();
  await untilKept(1);
  expect((await kept())[0]!.received_at).toEqual(new Date('2026-11-23T01:02:03Z'));
  server.put(letter('новое'));
  await untilKept(2);
  await settled();
  expect([(await kept()).length, server.unread()]).toEqual([2, 0]);
});

it('leaves a letter unread that could not be kept, and takes it once it can', async () => {
  await world.sql('alter table intake.mail rename to mail_away');
  server.put(letter('позже'));
  reading();
  await eventually(async () => (server.logins > 1 ? true : undefined));
  expect(server.unread()).toBe(1);
  await world.sql('alter table intake.mail_away rename to mail');
  await untilKept(1);
  await settled();
  expect(await kept()).toHaveLength(1);
});

it('goes on where it stood after a lost connection and a stop', async () => {
  const reader = reading();
  server.put(letter('один'));
  await untilKept(1);
  server.drop();
  server.put(letter('два'));
  await untilKept(2);
  await reader.stop();
  server.put(letter('три'), { seen: true });
  reading();
  await untilKept(3);
  await settled();
  expect(await kept()).toHaveLength(3);
});

it('finds its place again when the server renumbers its letters: none is lost, none comes twice', async () => {
  reading();
  for (const text of ['один', 'два', 'три']) server.put(letter(text), { at: new Date(world.at()) });
  await untilKept(3);
  await settled();
  server.put(letter('между'), { at: new Date(world.at()), seen: true });
  server.renumber();
  await untilKept(4);
  await settled();
  expect(await kept()).toHaveLength(4);
});

it('is read by one copy of the service at a time, and by another when that one stops', async () => {
  const first = reading();
  server.put(letter('один'));
  await untilKept(1);
  reading();
  await new Promise((resolve) => setTimeout(resolve, PACE.lookMs * 3));
  expect(server.logins).toBe(1);
  await first.stop();
  server.put(letter('два'));
  await untilKept(2);
});

it('says that the login is refused, and goes on when it is not', async () => {
  server.refuseLogins(true);
  server.put(letter('один'));
  reading();
  const health = async () => (await world.get(AccountHealths).ofMailboxes(1, [account]))[0]!;
  await eventually(async () => ((await health()).problems[0] === 'TOKEN' ? true : undefined));
  const closed = await health();
  expect(closed).toMatchObject({ heardAt: null, messagesPerDay: 0, failedAt: expect.any(String) });
  expect(closed.lookedAt).toBe(closed.failedAt);
  server.refuseLogins(false);
  await untilKept(1);
  await eventually(async () => ((await health()).problems.length === 0 ? true : undefined));
  expect(await health()).toMatchObject({ failedAt: expect.any(String), heardAt: expect.any(String) });
  expect(await world.get(AccountHealths).ofMailboxes(2, [account])).toMatchObject([{ heardAt: null, lookedAt: null }]);
});

it('says of a letter that is too large how large the whole of it is, and that it is cut', async () => {
  const raw = letter(`Яма на Ленина.\r\n${'x'.repeat(5_000)}`);
  server.put(raw);
  reading({ maxBytes: 1_000 });
  await untilKept(1);
  expect((await kept())[0]).toMatchObject({ whole_bytes: Buffer.byteLength(raw) });
  const received = await eventually(async () => {
    await world.get(ReadMail).readDue();
    const all = (await world.log.read(0, 500)).filter(({ type }) => type === 'AppealReceived');
    return all.find(({ data }) => (data as { readonly mail?: { readonly account: string } }).mail?.account === account);
  });
  const { text } = received.data as { readonly text: string };
  const clear = await world.vault.open(1, text, { eventId: received.id, field: 'text' });
  expect(clear).toContain('Яма на Ленина.');
  expect(clear).toMatch(/Письмо обрезано: целиком в нём 1 МБ, сюда взяты первые 25/);
});

it('reads the mailboxes of the directory with their sealed passwords, each at its address', async () => {
  const key = createHmac('sha256', 'a secret').update('network-account').digest();
  const own = new ImapServer();
  await own.listen(allowed);
  const mailbox = (id: string, of: number): NetworkAccount => ({
    id,
    network: 'EMAIL',
    title: 'Почта',
    enabled: true,
    secretsSetAt: {},
    settings: { address: `otvet${of}@aldan.example`, imapServer: `127.0.0.1:${of}` },
    sealed: sealNetworkSecrets(key, id, { values: { imapPassword: server.password } }),
  });
  const inner = randomUUID();
  accounts.push(mailbox(account, allowed), mailbox(inner, port));
  own.put(letter('один'));
  const all = world.get(MailboxReaders);
  all.start();
  await untilKept(1);
  // A server within the installation's own network that the operator does not allow is asked for nothing.
  const health = async () => (await world.get(AccountHealths).ofMailboxes(1, [inner]))[0]!;
  await eventually(async () => ((await health()).problems[0] === 'INNER_ADDRESS' ? true : undefined));
  await all.stop();
  await own.close();
  expect([own.logins, server.logins]).toEqual([1, 0]);
});
