import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { memoryDirectory, type Database, type District, type Transaction } from '@otklik/tenancy';
import { memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import type { NoticeCommand } from '../domain/notice.decide.js';
import { MailFailure } from './mail.js';
import { sendLetter, type PendingLetter, type SendingParts } from './send-letter.js';

const district: District = {
  id: 1,
  code: 'aldan',
  name: 'Алданский район',
  zone: 'Asia/Yakutsk',
  policy: { version: 1, autoRegisterMessages: false, answerTerms: {}, reopenWithinDays: 14, numberPrefix: 'АЛД' },
  calendar: { version: '2026-1', years: [2026], days: {} },
  ...{ departments: [], organisations: [], topics: [], settlements: [], routingRules: [], officials: [] },
};
const giveUpMs = 86_400_000;
const vault = memoryVault();
let pending: PendingLetter;
let commands: NoticeCommand[];
let pauses: number[];

beforeAll(async () => {
  const person = randomUUID();
  await vault.createPerson(1, person);
  pending = {
    ...{ district: 1, notice: randomUUID(), appeal: randomUUID(), kind: 'REGISTERED', cause: randomUUID() },
    ...{ answer: null, signatory: null, signedAt: null, name: null, number: 'АЛД-М-2026-17' },
    contact: await vault.seal(1, person, randomUUID(), 'contact', 'ivan@aldan.example'),
    ...{ registeredOn: '2026-11-24', proof: null, attempts: 1, triedFor: 0 },
  };
});
beforeEach(() => {
  commands = [];
  pauses = [];
});

const transaction = (work: (tx: Transaction) => Promise<unknown>) => work({} as Transaction);
const nothing = () => Promise.resolve();
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function partsWith(changed: Partial<SendingParts>): SendingParts {
  return {
    ...{ vault, directory: memoryDirectory([district]), logger: silent, domain: 'otklik.example', language: 'ru' },
    database: { scope: () => ({ transaction }) } as unknown as Database,
    handle: (_context, _id, command) => {
      commands.push(command);
      return Promise.resolve({ events: [], version: 2, repeated: true } as never);
    },
    mailer: { send: () => Promise.resolve('<id> 250'), close: () => undefined },
    outbox: { remove: nothing },
    now: () => '2026-11-24T03:00:00.000Z',
    secret: (purpose) => Buffer.from(purpose),
    pace: { firstMs: 60_000, capMs: 3_600_000, giveUpMs },
    finish: nothing,
    postpone: (_letter, ms) => Promise.resolve(void pauses.push(ms)),
    keepProof: nothing,
    ...changed,
  };
}

const failing = (error: Error) => partsWith({ mailer: { send: () => Promise.reject(error), close: () => undefined } });

it.each(['ETIMEDOUT', 'ECONNECTION', '421', '530', '535'])(
  'tries a letter again after %s from the mail, ever later, and gives it up after a day',
  async (code) => {
    const parts = failing(new MailFailure(code, false));
    for (const attempts of [1, 2, 3]) expect(await sendLetter(parts, { ...pending, attempts })).toBe('LATER');
    pauses.forEach((ms, at) => expect(ms).toBeGreaterThanOrEqual((60_000 * 2 ** at) / 2));
    expect(pauses).toHaveLength(3);
    expect(commands).toEqual([]);
    expect(await sendLetter(parts, { ...pending, triedFor: giveUpMs })).toBe('GIVEN_UP');
    expect(commands).toMatchObject([{ type: 'GiveUpMail', code }]);
  },
);

it('counts no try against a letter while the database is away', async () => {
  const away = Object.assign(new Error('connect'), { code: 'ETIMEDOUT' });
  const parts = partsWith({ vault: { ...vault, open: () => Promise.reject(away) } });
  await expect(sendLetter(parts, { ...pending, triedFor: giveUpMs })).rejects.toBe(away);
  expect([...pauses, ...commands]).toEqual([]);
});
