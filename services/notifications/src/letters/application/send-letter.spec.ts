import type { ClaimedWork, WorkQueue } from '@otklik/host';
import { MailFailure, type Letter, type Mailer } from '@otklik/kernel';
import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { memoryDirectory, type Database, type Transaction } from '@otklik/tenancy';
import { memoryVault, type Vault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import type { NoticeCommand } from '../../notice/domain/notice.decide.js';
import { aldan } from '../../test-district.fixture.js';
import type { Deliveries, PendingLetter } from '../../notice/application/deliveries.js';
import { ReplyAddresses } from './reply-address.js';
import type { NoticeHandler } from '../../notice/application/notice-handler.js';
import type { LetterPapers } from './letter-papers.js';
import { OpenLetter } from './open-letter.js';
import { SendLetter } from './send-letter.js';

const giveUpMs = 86_400_000;
const vault = memoryVault();
let pending: PendingLetter;
let commands: NoticeCommand[];
let pauses: number[];

beforeAll(async () => {
  const person = randomUUID();
  await vault.createPerson(1, person);
  pending = {
    district: 1,
    notice: randomUUID(),
    appeal: randomUUID(),
    kind: 'REGISTERED',
    cause: randomUUID(),
    details: {},
    outgoing: null,
    answer: null,
    answerField: null,
    question: null,
    receipt: 'АЛД-17',
    signatory: null,
    signedAt: null,
    post: null,
    fileCount: 0,
    fileNames: null,
    address: null,
    text: null,
    mailbox: null,
    mailId: null,
    name: null,
    number: 'АЛД-М-2026-17',
    settlement: null,
    place: null,
    point: null,
    topicAnswers: null,
    contact: await vault.seal(1, person, randomUUID(), 'contact', 'ivan@aldan.example'),
    regime: 'APPEAL_59FZ',
    department: null,
    executor: null,
    registeredOn: '2026-11-24',
    proof: null,
    sentAt: null,
    again: 0,
    dueOn: '2026-11-24',
    attempts: 1,
    triedFor: 0,
    traceparent: null,
  };
});
beforeEach(() => {
  commands = [];
  pauses = [];
});

const transaction = (work: (tx: Transaction) => Promise<unknown>) => work({} as Transaction);
const nothing = () => Promise.resolve();
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

interface Changed extends Partial<Pick<Deliveries, 'finish' | 'keepProof'>> {
  readonly vault?: Vault;
  readonly send?: Mailer['send'];
  readonly now?: () => string;
  readonly quiet?: { readonly from: string; readonly to: string };
  /** Of the letter; absent: kept. */
  readonly paper?: 'AWAITED' | 'ERASED';
}

const sheet = { name: 'Письмо.pdf', type: 'application/pdf', content: Buffer.from('%PDF-') };
const attempt = {} as ClaimedWork<object>;

function sending({ vault: keys = vault, send, now, quiet, paper, ...deliveries }: Changed): {
  send(letter: PendingLetter): Promise<string>;
} {
  const notices = {
    handle: (_context: unknown, _id: string, command: NoticeCommand) => {
      commands.push(command);
      return Promise.resolve({ events: [], version: 2, repeated: true, state: { status: 'DISPATCHED' } });
    },
  } as unknown as NoticeHandler;
  const todo = {
    finish: nothing,
    keepProof: nothing,
    rest: (_: unknown, ms: number) => void pauses.push(ms),
    ...deliveries,
  } as unknown as Deliveries;
  const letters = new SendLetter(
    notices,
    todo,
    { assertLeased: nothing } as unknown as WorkQueue,
    { scope: () => ({ transaction }) } as unknown as Database,
    keys,
    memoryDirectory([quiet ? { ...aldan, policy: { ...aldan.policy, quietHours: quiet } } : aldan]),
    new OpenLetter(keys, memoryDirectory([aldan]), { of: () => Buffer.alloc(32) }),
    {
      isAwaited: () => Promise.resolve(paper === 'AWAITED'),
      attached: () => Promise.resolve(paper === 'ERASED' ? undefined : [sheet]),
    } as unknown as LetterPapers,
    { send: send ?? (() => Promise.resolve('<id> 250')), close: () => undefined },
    { remove: nothing },
    {
      domain: 'otklik.example',
      language: 'ru',
      pace: { firstMs: 60_000, capMs: 3_600_000, giveUpMs },
      replies: new ReplyAddresses(Buffer.alloc(32)),
    },
    { now: now ?? (() => '2026-11-24T03:00:00.000Z') },
    silent,
  );
  return {
    send: async (letter) => {
      const { outcome, againInMs } = await letters.send(letter, attempt);
      if (againInMs !== undefined) pauses.push(againInMs);
      return outcome;
    },
  };
}

const failing = (error: Error) => sending({ send: () => Promise.reject(error) });

it.each(['ETIMEDOUT', 'ECONNECTION', '421', '530', '535'])(
  'retries a letter with growing pauses after %s from the mail server, and gives up after a day',
  async (code) => {
    const letter = failing(new MailFailure(code, false));
    for (const attempts of [1, 2, 3]) expect(await letter.send({ ...pending, attempts })).toBe('LATER');
    pauses.forEach((ms, at) => expect(ms).toBeGreaterThanOrEqual((60_000 * 2 ** at) / 2));
    expect(pauses).toHaveLength(3);
    expect(commands).toEqual([]);
    expect(await letter.send({ ...pending, triedFor: giveUpMs })).toBe('GIVEN_UP');
    expect(commands).toMatchObject([{ type: 'GiveUpWay', code }]);
  },
);

it('counts no attempt while the database is down', async () => {
  const away = Object.assign(new Error('connect'), { code: 'ETIMEDOUT' });
  const letter = sending({ vault: { ...vault, open: () => Promise.reject(away) } });
  await expect(letter.send({ ...pending, triedFor: giveUpMs })).rejects.toBe(away);
  expect([...pauses, ...commands]).toEqual([]);
});

/** A clock that advances by a day with each reading. */
function days(): () => string {
  let day = 0;
  return () => `2026-11-${10 + (day += 1)}T03:00:00.000Z`;
}

it('records the time of sending as the dispatch, however late it is recorded', async () => {
  let away = 1;
  const gone = () => Promise.reject(Object.assign(new Error('gone'), { code: '57P01' }));
  const letter = sending({ now: days(), finish: () => ((away -= 1) >= 0 ? gone() : nothing()) });
  expect(await letter.send(pending)).toBe('SENT');
  const sent = { type: 'RecordSent', way: 'EMAIL', proof: '<id> 250', at: '2026-11-11T03:00:00.000Z' };
  expect(commands).toEqual([sent, sent]);
});

it('keeps proof and time of sending when recording fails, and records them later', async () => {
  const kept: unknown[] = [];
  const keepProof: Deliveries['keepProof'] = (_letter, dispatch) => Promise.resolve(void kept.push(dispatch));
  const defect = () => Promise.reject(new TypeError('a defect'));
  const dispatch = { proof: '<id> 250', at: '2026-11-11T03:00:00.000Z' };
  expect(await sending({ now: days(), finish: defect, keepProof }).send(pending)).toBe('UNRECORDED');
  expect(kept).toEqual([dispatch]);
  commands = [];
  const proven = { ...pending, proof: dispatch.proof, sentAt: dispatch.at };
  expect(await sending({}).send(proven)).toBe('SENT');
  // A proof without its time.
  expect(await sending({}).send({ ...proven, sentAt: null })).toBe('SENT');
  expect(commands).toMatchObject([{ at: dispatch.at }, { at: '2026-11-24T03:00:00.000Z' }]);
});

it('waits for the end of the quiet hours, unless its term ends before or an attempt was made', async () => {
  const letter = sending({ quiet: { from: '11:00', to: '13:00' } });
  expect(await letter.send(pending)).toBe('QUIET');
  expect([pauses, commands]).toEqual([[3_600_000], []]);
  expect(await letter.send({ ...pending, attempts: 2 })).toBe('SENT');
  expect(await letter.send({ ...pending, dueOn: '2026-11-23' })).toBe('SENT');
});

it('sends a letter with its kept sheet, waits while there is none, and never goes without it', async () => {
  const sent: Letter[] = [];
  const send: Mailer['send'] = (letter) => Promise.resolve(String(sent.push(letter)));
  expect(await sending({ send, paper: 'AWAITED' }).send({ ...pending, triedFor: giveUpMs })).toBe('NO_PAPER');
  expect([sent, commands, pauses]).toEqual([[], [], [2_000]]);
  expect(await sending({ send, paper: 'ERASED' }).send(pending)).toBe('GIVEN_UP');
  expect([sent, commands]).toMatchObject([[], [{ type: 'CancelNotice', ground: 'ERASED' }]]);
  expect(await sending({ send }).send(pending)).toBe('SENT');
  expect(sent).toMatchObject([{ attachments: [sheet] }]);
});
