import { expect, it } from '@jest/globals';
import type { Outgoing } from '@otklik/contracts/notifications.events';
import type { LetterOpeningConnection } from '@otklik/contracts/generated/graphql';
import { PRINT_PASS, signPass, type PrintPass } from '@otklik/host';
import { uuidv5 } from '@otklik/kernel';
import type { Actor, Transaction } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { OutgoingNumbers } from './store/outgoing-numbers.js';
import {
  database,
  deliver,
  events,
  newCase,
  now,
  secret,
  service,
  tell,
  tellAll,
  types,
  vault,
} from './notices-world.fixture.js';

const registrar: Actor = {
  kind: 'official',
  id: randomUUID(),
  login: 'registrar',
  name: 'Somebody',
  assignments: [{ district: 1, role: 'REGISTRAR' }],
};
const paper = { regime: 'APPEAL_59FZ', address: '678900, г. Алдан, ул. Ленина, 1' } as const;
const numbers = new OutgoingNumbers();

async function outgoingOf(notice: string) {
  const [opened] = await events(notice);
  return (opened?.data as { readonly outgoing?: Outgoing } | undefined)?.outgoing;
}

const post = (id: string, typed: object = {}, key: string = randomUUID()) => {
  const input = { district: 'aldan', id, key, expectedVersion: 1, means: 'LETTER', sentOn: '2026-11-24', ...typed };
  return service.mutate('recordPosting', input, registrar);
};

const proposed = () => service.resolve('nextOutgoingNumber', { district: 'aldan' }, registrar);

/** Runs of a year that no other test numbers. */
const inYear = (year: number, district = 1) => ({
  next: (notice: string = randomUUID()) =>
    database.scope(district).transaction((tx) => numbers.next(tx, { district, year, series: '02-11/{n}', notice })),
  typed: (number: string) =>
    database.scope(district).transaction((tx) => numbers.give(tx, { district, year, number, notice: randomUUID() })),
});

it('numbers the letters of all ways in one series, at their opening, and a repeated event takes no number', async () => {
  const ways = [
    await newCase('ivan@aldan.example', 'EMAIL'),
    await newCase('+7 914 000-00-00', 'PHONE'),
    await newCase(undefined, undefined, 'PAPER', paper),
  ];
  for (const made of [...ways, ...ways]) await tellAll(made);
  const notices = ways.flatMap(({ registered, notice }) => [uuidv5(registered.id, 'notice'), notice]);
  const given = (await Promise.all(notices.map(outgoingOf))).filter((one) => one !== undefined);
  expect(given.length).toBeGreaterThan(3);
  expect(given).toEqual(given.map((_, at) => ({ number: String(at + 1), on: '2026-11-24' })));
  expect(await proposed()).toBe(String(given.length + 1));
});

it('records a letter under the number that it has, and refuses another', async () => {
  const made = await newCase(undefined, undefined, 'PAPER', paper);
  await tellAll(made);
  const own = (await outgoingOf(made.notice))!.number;
  expect(await post(made.notice, { number: '02-11/118' })).toMatchObject({ code: 'LETTER_HAS_NUMBER' });
  const key = randomUUID();
  const first = await post(made.notice, {}, key);
  expect(first).toMatchObject({ __typename: 'Change', version: 2 });
  expect(await post(made.notice, {}, key)).toEqual(first);
  const [, sent] = await events(made.notice);
  expect(sent?.data).toMatchObject({ posting: { number: own } });
});

it('prints the sheets in the given order as one PDF, with what the clerk opened for them', async () => {
  const letters = [];
  for (const name of ['Старостина Виктория Павловна', 'Ким Ай']) {
    const made = await newCase(undefined, undefined, 'PAPER', paper);
    await tellAll(made);
    letters.push({ id: made.notice, name, address: 'ул. Школьная, д. 5' });
  }
  const print = (of: readonly object[]) =>
    service.resolve<string>('printedLetters', { district: 'aldan', letters: of }, registrar);
  const [one, both] = [await print(letters.slice(0, 1)), await print(letters)];
  for (const file of [one, both]) expect(Buffer.from(file, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  expect(both.length).toBeGreaterThan(one.length);
  await expect(print([{ id: randomUUID() }])).rejects.toMatchObject({ name: 'NotFound' });
}, 60_000);

it('records who opened which letters before they are shown: one record for all of a print, once in a quarter of an hour', async () => {
  const clerk: Actor = { ...registrar, id: randomUUID() };
  const made = [];
  for (let at = 0; at < 2; at += 1) {
    const one = await newCase(undefined, undefined, 'PAPER', paper);
    await tellAll(one);
    made.push(one);
  }
  const records = async () =>
    (
      await database
        .scope(1)
        .query<{ reason: string; role: string; notices: string[]; appeals: string[] }>(
          `select reason, role, notices, appeals from notifications.letter_opened where official = $1 order by position`,
          [clerk.id],
        )
    ).rows;
  const print = (letters: readonly { readonly id: string }[], reason?: string) =>
    service.resolve('printedLetters', { district: 'aldan', letters, ...(reason && { reason }) }, clerk);
  const both = made.map(({ notice: id }) => ({ id }));
  const [notices, appeals] = [made.map(({ notice }) => notice), made.map(({ appeal }) => appeal)];
  // What cannot be opened is on no record, and neither are the others of its print.
  await expect(print([...both, { id: randomUUID() }])).rejects.toMatchObject({ name: 'NotFound' });
  expect(await records()).toEqual([]);
  await print(both);
  await print(both.toReversed());
  expect(await records()).toEqual([{ reason: 'TO_POST', role: 'REGISTRAR', notices, appeals }]);
  await print(both, 'PRINTED_AGAIN');
  await service.resolve('letterToPost', { district: 'aldan', id: notices[0], reason: 'CHECKING' }, clerk);
  expect(await records()).toMatchObject([
    {},
    { reason: 'PRINTED_AGAIN' },
    { reason: 'CHECKING', notices: [notices[0]] },
  ]);
  const colleague: Actor = { ...registrar, id: randomUUID() };
  const passOf = (official: string) => {
    const opened = { opening: randomUUID(), letters: [notices[0]!], district: 1, official };
    return signPass(secret(PRINT_PASS), { ...opened, at: now() } satisfies PrintPass);
  };
  const under = (pass: string) =>
    service.resolve('printedLetters', { district: 'aldan', letters: both, pass }, colleague);
  const ofColleague = () =>
    database
      .scope(1)
      .query('select notices from notifications.letter_opened where official = $1 order by position', [colleague.id]);
  // Of the opening of their names is the first letter: only the other one is recorded here.
  await under(passOf(colleague.id));
  expect((await ofColleague()).rows).toEqual([{ notices: [notices[1]] }]);
  for (const pass of [passOf(clerk.id), 'x.y']) {
    await under(pass);
    expect((await ofColleague()).rows).toEqual([{ notices: [notices[1]] }, { notices }]);
  }
  // A pass of the former release names no letters.
  const unnamed = { opening: randomUUID(), district: 1, official: colleague.id, at: now() };
  await expect(under(signPass(secret(PRINT_PASS), unnamed))).resolves.toBeDefined();
  // The same letters once more, in the stead of another.
  const absent = randomUUID();
  const inStead = [{ district: 1, role: 'REGISTRAR', onBehalfOf: absent }] as const;
  const substitute: Actor = { ...registrar, id: colleague.id, assignments: inStead };
  await service.resolve('printedLetters', { district: 'aldan', letters: both }, substitute);
  expect((await ofColleague()).rows).toHaveLength(3);
  const controller: Actor = { ...registrar, id: randomUUID(), assignments: [{ district: 1, role: 'CONTROLLER' }] };
  const listed = (of: object) =>
    service.resolve<LetterOpeningConnection>('letterOpenings', { district: 'aldan', ...of }, controller);
  const first = await listed({ official: clerk.id, first: 2 });
  const rest = await listed({ official: clerk.id, after: first.pageInfo.endCursor });
  const common = { official: clerk.id, role: 'REGISTRAR' };
  expect([...first.nodes, ...rest.nodes].map(({ reason }) => reason).sort()).toEqual([
    ...['CHECKING', 'PRINTED_AGAIN', 'TO_POST'],
  ]);
  expect([...first.nodes, ...rest.nodes].find(({ reason }) => reason === 'PRINTED_AGAIN')).toMatchObject({
    ...common,
    letters: 2,
    appeals,
    number: null,
  });
  expect((await listed({ official: clerk.id, appeal: appeals[1] })).nodes).toHaveLength(2);
  expect((await listed({ official: clerk.id, to: '2026-11-23' })).nodes).toEqual([]);
  const [checked] = (await listed({ official: clerk.id, appeal: appeals[0] })).nodes.filter((one) => one.letters === 1);
  expect(checked).toMatchObject({ reason: 'CHECKING', number: expect.any(String) });
  await expect(print([])).rejects.toMatchObject({ code: 'BAD_INPUT' });
  await expect(print(Array.from({ length: 51 }, () => both[0]!))).rejects.toMatchObject({ code: 'TOO_MANY_ITEMS' });
}, 60_000);

it('keeps the number of a letter that never leaves, and gives it to no other', async () => {
  const made = await newCase(undefined, undefined, 'PAPER', paper);
  await tellAll(made);
  const next = await proposed();
  await deliver(tell('responses.events', 'ResponseRevoked', made.appeal, randomUUID(), { question: made.question }));
  expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticeCancelled']);
  expect(await proposed()).toBe(next);
});

it('gives no number to what is cancelled with its opening, nor to what is no letter', async () => {
  const made = await newCase('ivan@aldan.example', 'EMAIL');
  await deliver(made.received, made.registered);
  const next = await proposed();
  const person = made.person;
  await vault.destroy({ query: async () => ({}) as never }, 1, person, 'asked');
  await deliver(tell('intake.events', 'PersonErased', made.appeal, made.appeal, { person, ground: 'REQUEST' }));
  await deliver(made.signed);
  expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticeCancelled']);
  const chatting = await newCase('anna@aldan.example', 'EMAIL');
  const words = await vault.seal(1, chatting.person, chatting.received.id, 'words', 'Передали дорожникам.');
  const taken = { words, person: chatting.person, regime: 'SOCIAL_MESSAGE' };
  await deliver(chatting.received);
  await deliver(tell('intake.events', 'MessageTakenUp', chatting.appeal, chatting.appeal, taken));
  expect(await proposed()).toBe(next);
});

it('goes on above the greatest number that a clerk typed, also between two of its own', async () => {
  const { next, typed } = inYear(2031);
  await typed('02-11/118');
  await typed('7/2031');
  expect(await next()).toBe('02-11/119');
  await typed('125');
  expect([await next(), await next()]).toEqual(['02-11/126', '02-11/127']);
});

it('gives a letter the number that it has, however often it is asked', async () => {
  const { next } = inYear(2030);
  const notice = randomUUID();
  expect([await next(notice), await next(notice), await next()]).toEqual(['02-11/1', '02-11/1', '02-11/2']);
});

it('begins again in another year', async () => {
  await inYear(2032).typed('02-11/9');
  expect(await inYear(2033).next()).toBe('02-11/1');
});

it('passes over a number that a clerk typed and whose running part is another', async () => {
  await inYear(2037).typed('1/02-11');
  const letter = { district: 1, year: 2037, series: '{n}/02-11', notice: randomUUID() };
  expect(await database.scope(1).transaction((tx) => numbers.next(tx, letter))).toBe('2/02-11');
});

it('goes on in the form of what clerks typed where the district names none', async () => {
  await inYear(2038).typed('02-11/118-2038');
  const formOf = (year: number) =>
    database.scope(1).transaction((tx) => numbers.formerPattern(tx, { district: 1, year }));
  expect([await formOf(2038), await formOf(2039)]).toEqual(['02-11/{n}-2038', '02-11/{n}-2039']);
});

it('leaves no gap where a letter is not opened after all', async () => {
  const { next } = inYear(2034);
  expect(await next()).toBe('02-11/1');
  const failed = database.scope(1).transaction(async (tx: Transaction) => {
    await numbers.next(tx, { district: 1, year: 2034, series: '02-11/{n}', notice: randomUUID() });
    throw new Error('refused');
  });
  await expect(failed).rejects.toThrow('refused');
  expect(await next()).toBe('02-11/2');
});

it('gives each of many letters at once a number of its own, without a gap', async () => {
  const { next } = inYear(2035);
  const given = await Promise.all(Array.from({ length: 60 }, () => next()));
  const serials = given.map((number) => Number(number.split('/')[1])).sort((a, b) => a - b);
  expect(serials).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
});

it('deadlocks nowhere where transactions number letters of two districts in either order', async () => {
  const both = async (order: readonly [number, number]) => {
    await database.scope(...order).transaction(async (tx) => {
      for (const district of order)
        await numbers.next(tx, { district, year: 2036, series: '{n}', notice: randomUUID() });
    });
  };
  // A series begins once in a year: then one of two waits in vain, and is repeated.
  await both([1, 2]);
  const runs = Array.from({ length: 30 }, (_, at) => both(at % 2 === 0 ? [1, 2] : [2, 1]));
  expect((await Promise.allSettled(runs)).filter(({ status }) => status === 'rejected')).toEqual([]);
});

it('gives a typed number to one of several letters that are recorded at once', async () => {
  const { typed } = inYear(2037);
  const given = await Promise.allSettled([typed('88/1'), typed('88/1'), typed('88/1'), typed('88/1')]);
  expect(given.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
});
