import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change, ChangeResult, Receipt, SubmitAppealInput } from '@otklik/contracts/generated/graphql';
import { BadInput, NotFound } from '@otklik/host';
import { IdempotencyKeyReused, Refusal } from '@otklik/kernel';
import { randomUUID } from 'node:crypto';
import { codeHash } from './appeal/application/follow-up-code.js';
import { appealId, personId, submissionKey } from './appeal/application/submission-key.js';
import { intakeWorld, type IntakeWorld } from './intake-world.fixture.js';

let world: IntakeWorld;
beforeAll(async () => void (world = await intakeWorld()));
afterAll(() => world.stop());

const form = (more: Partial<SubmitAppealInput> = {}): SubmitAppealInput => ({
  district: 'aldan',
  key: randomUUID(),
  text: 'На улице Лесной третий день темно.',
  name: 'Айта Петрова',
  contact: 'aita@example.org',
  consent: '2026-09-01',
  ...more,
});

/** What an official enters: without the consents of the site's form. */
function entered() {
  const { consent: _, ...fields } = form();
  return fields;
}

async function submitted(more: Partial<SubmitAppealInput> = {}): Promise<Receipt> {
  const answer = await world.submission.submitAppeal(form(more), world.anyone());
  expect(answer.__typename).toBe('Receipt');
  return answer as Receipt;
}

const act = (id: string, expectedVersion: number) => ({ district: 'aldan', id, key: randomUUID(), expectedVersion });
const changed = (answer: ChangeResult): Change => {
  expect(answer).toMatchObject({ __typename: 'Change' });
  return answer as Change;
};

const operator = { kind: 'system', id: 'operator' } as const;

async function registered(): Promise<Change & { readonly receipt: Receipt }> {
  const receipt = await submitted();
  const taken = changed(await world.moderation.takeUpMessage(act(receipt.id, 1), world.as('MODERATOR')));
  const change = changed(await world.moderation.registerAppeal(act(receipt.id, taken.version), world.as('REGISTRAR')));
  return { ...change, receipt };
}

describe('a submission', () => {
  it('returns a receipt with number, code and token, and stores them sealed or hashed', async () => {
    const receipt = await submitted();
    expect(receipt).toMatchObject({ version: 1, receivedAt: world.at() });
    expect(receipt.number).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(receipt.followUpCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    const [fact] = await world.store.read(1, receipt.id);
    expect(fact).toMatchObject({ type: 'AppealReceived', correlationId: receipt.id, actor: { kind: 'anyone' } });
    expect(JSON.stringify(fact)).not.toMatch(/Лесной|Петрова|aita|@/);
    expect(JSON.stringify(await world.rows('follow_up'))).not.toContain(receipt.followUpCode);
  });

  it('records the consents that were given, and no others', async () => {
    const given = await submitted({ consent: '2026-09-01', mayBePublished: true });
    const nobody = { name: null, contact: null, consent: null };
    const none = await submitted({ ...nobody, mayBePublished: false });
    const dataOf = async ({ id }: Receipt) => (await world.store.read(1, id))[0]!.data;
    expect(await dataOf(given)).toMatchObject({ consent: { version: '2026-09-01' }, mayBePublished: true });
    expect(Object.keys((await dataOf(none)) as object)).not.toEqual(expect.arrayContaining(['consent']));
    expect(Object.keys((await dataOf(none)) as object)).not.toEqual(expect.arrayContaining(['mayBePublished']));
  });

  it('is one appeal under concurrent repetitions', async () => {
    const input = form();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => world.submission.submitAppeal(input, world.anyone())),
    );
    const late = await world.submission.submitAppeal({ ...input, key: input.key.toUpperCase() }, world.anyone());
    const plain = [...answers, late].map((answer) => ({ ...answer, token: '' }));
    expect(new Set(plain.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await world.store.read(1, (late as Receipt).id)).toHaveLength(1);
  });

  it('returns its first result to a retry, also after a lost result and later events', async () => {
    const input = form();
    world.loseNextResult();
    await expect(world.submission.submitAppeal(input, world.anyone())).rejects.toThrow('the result is lost');
    const again = (await world.submission.submitAppeal(input, world.anyone())) as Receipt;
    changed(await world.moderation.takeUpMessage(act(again.id, 1), world.as('MODERATOR')));
    const third = (await world.submission.submitAppeal(input, world.anyone())) as Receipt;
    expect({ ...third, token: '' }).toEqual({ ...again, token: '' });
  });

  it('stores person, code and appeal atomically', async () => {
    const contact = `${randomUUID()}@example.org`;
    const { id } = await submitted({ contact });
    const [person] = await world.vault.personsOf(1, contact);
    expect(await world.rows('follow_up')).toContainEqual(expect.objectContaining({ appeal: id, person }));
    const lost = form({ contact: `${randomUUID()}@example.org` });
    world.failNextAppend();
    await expect(world.submission.submitAppeal(lost, world.anyone())).rejects.toThrow('no append now');
    expect(await world.vault.personsOf(1, lost.contact!)).toEqual([]);
  });

  it('is received when an earlier attempt has already created its person', async () => {
    const input = form();
    const id = appealId(1, submissionKey({ by: 'form' }, input.key));
    await world.vault.createPerson(1, personId(id));
    const receipt = (await world.submission.submitAppeal(input, world.anyone())) as Receipt;
    expect(receipt).toMatchObject({ id, version: 1 });
    const { text } = (await world.store.read(1, id))[0]!.data as { text: string };
    expect(await world.vault.open(1, text)).toBe(input.text);
    expect(await world.rows('follow_up')).toContainEqual(expect.objectContaining({ appeal: id, person: personId(id) }));
  });

  it('with other content under a used key is refused', async () => {
    const input = form();
    await world.submission.submitAppeal(input, world.anyone());
    const other = world.submission.submitAppeal({ ...input, text: 'Другое.' }, world.anyone());
    await expect(other).rejects.toBeInstanceOf(IdempotencyKeyReused);
  });

  it('with the same key in two districts is two appeals', async () => {
    const input = form();
    const here = (await world.submission.submitAppeal(input, world.anyone())) as Receipt;
    const there = (await world.submission.submitAppeal(input, world.anyone('tompo'))) as Receipt;
    expect(there.id).not.toBe(here.id);
    expect(there.followUpCode).not.toBe(here.followUpCode);
  });

  it('is an appeal only if the sender is identified, or an official enters a paper or a reception', async () => {
    const regimeOf = async (answer: unknown) => (await world.store.read(1, (answer as Receipt).id))[0]!.data;
    const identified = {
      ...world.anyone(),
      actor: {
        kind: 'anyone',
        identified: { subject: 'https://id.example sub-1', name: 'Айта Ивановна Петрова' },
      } as const,
    };
    const received = await regimeOf(await world.submission.submitAppeal(form({ name: 'Кто-то' }), identified));
    expect(received).toMatchObject({ regime: 'APPEAL_59FZ', identified: true });
    expect(JSON.stringify(received)).not.toMatch(/sub-1|Петрова/);
    const again = form({ name: 'Кто-то' });
    await world.submission.submitAppeal(again, world.anyone());
    await expect(world.submission.submitAppeal(again, identified)).rejects.toBeInstanceOf(IdempotencyKeyReused);
    const { subject, name } = received as Record<'subject' | 'name', string>;
    expect(await world.vault.open(1, subject, { field: 'subject' })).toBe('https://id.example sub-1');
    expect(await world.vault.open(1, name, { field: 'name' })).toBe('Айта Ивановна Петрова');
    const entry = (channel: 'PAPER' | 'RECEPTION' | 'PHONE') =>
      world.submission.enterAppeal({ ...entered(), channel, receivedOn: '2026-11-20' }, world.as('REGISTRAR'));
    expect(await regimeOf(await entry('PAPER'))).toMatchObject({ regime: 'APPEAL_59FZ', receivedOn: '2026-11-20' });
    expect(await regimeOf(await entry('RECEPTION'))).toMatchObject({ regime: 'ORAL_RECEPTION', identified: true });
    expect(await regimeOf(await entry('PHONE'))).toMatchObject({ regime: 'SOCIAL_MESSAGE' });
  });
});

describe('bad input', () => {
  const place = (point: { latitude: number; longitude: number }) => ({ place: { point } });
  it.each<[string, Partial<SubmitAppealInput>, string]>([
    ['only spaces', { text: ' '.repeat(1_000_000) }, 'TEXT_EMPTY'],
    ['10 MB', { text: 'я'.repeat(5_000_000) }, 'TEXT_TOO_LONG'],
    ['20,001 characters', { text: 'я'.repeat(20_001) }, 'TEXT_TOO_LONG'],
    ['NUL', { text: 'темно\u0000' }, 'TEXT_MALFORMED'],
    ['a lone surrogate', { text: 'темно \ud83d' }, 'TEXT_MALFORMED'],
    ['a name of 201 characters', { name: 'и'.repeat(201) }, 'TEXT_TOO_LONG'],
    ['a malformed contact', { contact: 'зайдите ко мне' }, 'CONTACT_MALFORMED'],
    ['a contact with a second header', { contact: 'a@b.ru\nBcc: c@d.ru' }, 'CONTACT_MALFORMED'],
    ['an address with an invisible character', { contact: 'ivan@mail\u200b.r\u200bu.' }, 'CONTACT_MALFORMED'],
    ['an address with two dots', { contact: 'ivan..petrov@mail.ru' }, 'CONTACT_MALFORMED'],
    ['an address that only few servers take', { contact: 'иван@mail.ru' }, 'CONTACT_MALFORMED'],
    ['four digits', { contact: '12-34' }, 'CONTACT_MALFORMED'],
    ['an unknown settlement', { place: { settlement: 'ATLANTIS' } }, 'SETTLEMENT_UNKNOWN'],
    ['a point beyond the pole', place({ latitude: 91, longitude: 0 }), 'POINT_MALFORMED'],
  ])('is refused with its code: %s', async (_, more, code) => {
    const answer = (async () => world.submission.submitAppeal(form(more), world.anyone()))();
    await expect(answer).rejects.toMatchObject({ name: 'BadInput', code });
  });

  it('does not include emoji and Sakha letters: they are stored unchanged', async () => {
    const text = 'Уулуссаҕа 🌑 хараҥа, Өлөксөйгө көмөлөһүҥ';
    const { id } = await submitted({ text, contact: '+7 (914) 123-45-67', place: { settlement: 'ALDAN' } });
    const data = (await world.store.read(1, id))[0]!.data as { text: string; contactKind: string };
    expect(await world.vault.open(1, data.text)).toBe(text);
    expect(data.contactKind).toBe('PHONE');
  });

  it('in an official’s entry is refused: a future date, an impossible date, a channel of residents', async () => {
    const entry = { ...entered(), channel: 'PAPER' as const };
    const as = world.as('REGISTRAR');
    const enter = async (more: object) => world.submission.enterAppeal({ ...entry, ...more }, as);
    await expect(enter({ receivedOn: '2026-11-25' })).rejects.toMatchObject({ code: 'DATE_IN_FUTURE' });
    await expect(enter({ receivedOn: '2026-02-30' })).rejects.toThrow('BAD_INPUT');
    await expect(enter({ channel: 'SITE' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('moderation', () => {
  it('lets one of two concurrent decisions win and answers the other with VERSION_CONFLICT', async () => {
    const { id } = await submitted();
    const answers = await Promise.all([
      world.moderation.takeUpMessage(act(id, 1), world.as('MODERATOR')),
      world.moderation.markAsSpam({ ...act(id, 1), kind: 'OTHER', reason: 'реклама' }, world.as('MODERATOR')),
    ]);
    expect(answers.filter((answer) => answer.__typename === 'Change')).toHaveLength(1);
    expect(answers.find((answer) => answer.__typename === 'Refusal')).toMatchObject({
      code: 'VERSION_CONFLICT',
      current: 2,
    });
    expect(await world.store.read(1, id)).toHaveLength(2);
  });

  it('returns the first result of a repeated command', async () => {
    const { id } = await submitted();
    const take = act(id, 1);
    const first = changed(await world.moderation.takeUpMessage(take, world.as('MODERATOR')));
    changed(await world.moderation.takeBackDecision({ ...act(id, 2), reason: 'поспешил' }, world.as('MODERATOR')));
    expect(await world.moderation.takeUpMessage(take, world.as('MODERATOR'))).toEqual(first);
  });

  it('answers a refusal of the domain with its code and a text', async () => {
    const { id } = await submitted({ name: null });
    const turn = { ...act(id, 1), identification: 'VISIT', identifiedBy: 'паспорт' };
    expect(await world.moderation.turnIntoAppeal(turn, world.as('MODERATOR'))).toMatchObject({
      __typename: 'Refusal',
      code: 'APPLICANT_NOT_IDENTIFIED',
      message: expect.stringMatching(/[а-я]/),
    });
  });

  it('never makes two appeals duplicates of each other under concurrency', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await submitted(), await submitted()];
      const answers = await Promise.all([
        world.moderation.markAsDuplicate({ ...act(one.id, 1), of: other.id }, world.as('MODERATOR')),
        world.moderation.markAsDuplicate({ ...act(other.id, 1), of: one.id }, world.as('MODERATOR')),
      ]);
      const told = answers.map((answer) => (answer.__typename === 'Refusal' ? answer.code : answer.__typename));
      expect(told.sort()).toEqual(['Change', 'DUPLICATE_OF_ITSELF']);
    }
  });

  const last = async (id: string) => (await world.store.read(1, id)).at(-1)!;
  const marked = async (of: string) => {
    const { id } = await submitted();
    changed(await world.moderation.markAsDuplicate({ ...act(id, 1), of }, world.as('MODERATOR')));
    return id;
  };

  it.each(['spam', 'withdrawn', 'erased'] as const)('releases duplicates when their original is %s', async (how) => {
    const original = await submitted();
    const [first, second, decided] = [await marked(original.id), await marked(original.id), await marked(original.id)];
    for (const id of [first, decided]) await world.deliver(await last(id));
    changed(await world.moderation.takeBackDecision({ ...act(decided, 2), reason: 'другое' }, world.as('MODERATOR')));
    if (how === 'spam')
      await world.moderation.markAsSpam(
        { ...act(original.id, 1), kind: 'OTHER', reason: 'реклама' },
        world.as('MODERATOR'),
      );
    if (how === 'withdrawn')
      await world.resident.withdrawAppeal({ key: randomUUID() }, await world.residentOf(original.id));
    if (how === 'erased')
      await world.operations.erase({ district: 1, subject: original.id, actor: operator, ground: 'COURT' });
    const loss = await last(original.id);
    for (const again of [1, 2]) await world.deliver({ ...loss, position: loss.position + again });
    expect(await last(first)).toMatchObject({ type: 'DecisionTakenBack', actor: { kind: 'system' }, version: 3 });
    expect(await last(decided)).toMatchObject({ version: 3, actor: { kind: 'official' } });
    // Its mark is consumed after the loss.
    expect(await last(second)).toMatchObject({ type: 'MarkedAsDuplicate' });
    await world.deliver(await last(second));
    expect(await last(second)).toMatchObject({ type: 'DecisionTakenBack', actor: { kind: 'system' }, version: 3 });
  });

  it('keeps duplicates of an original that was answered before it was erased', async () => {
    const { receipt } = await registered();
    const id = await marked(receipt.id);
    await world.deliver(await last(id));
    await world.deliverAnswer(receipt.id);
    await world.operations.erase({ district: 1, subject: receipt.id, actor: operator });
    await world.deliver(await last(receipt.id));
    expect(await last(id)).toMatchObject({ type: 'MarkedAsDuplicate' });
  });

  it('answers NOT_FOUND for an appeal of another district and for an unknown one', async () => {
    const { id } = await submitted();
    const inTompo = (role: 'MODERATOR' | 'REGISTRAR') => ({ ...world.as(role), district: world.district('tompo') });
    for (const [appeal, as] of [
      [id, inTompo],
      [randomUUID(), world.as],
    ] as const) {
      const { moderation } = world;
      await expect(moderation.takeUpMessage(act(appeal, 1), as('MODERATOR'))).rejects.toBeInstanceOf(NotFound);
      await expect(moderation.registerAppeal(act(appeal, 1), as('REGISTRAR'))).rejects.toBeInstanceOf(NotFound);
    }
    const of = { ...act(id, 1), of: randomUUID() };
    await expect(world.moderation.markAsDuplicate(of, world.as('MODERATOR'))).rejects.toBeInstanceOf(NotFound);
    expect(await world.moderation.markAsDuplicate({ ...of, of: id }, world.as('MODERATOR'))).toMatchObject({
      code: 'DUPLICATE_OF_ITSELF',
    });
    const unseen = world.moderation.takeUpMessage(act(id, 0), world.as('MODERATOR'));
    await expect(unseen).rejects.toThrow(BadInput);
  });
});

describe('registration', () => {
  it('numbers sixteen concurrent registrations without gap or repetition', async () => {
    const receipts = await Promise.all(Array.from({ length: 16 }, () => submitted()));
    await Promise.all(receipts.map(({ id }) => world.moderation.takeUpMessage(act(id, 1), world.as('MODERATOR'))));
    const acts = receipts.map(({ id }) => act(id, 2));
    // Each twice, as a retrying client does, and one among them that the rules refuse.
    const refused = await submitted();
    const answers = await Promise.all([
      ...acts.map((input) => world.moderation.registerAppeal(input, world.as('REGISTRAR'))),
      world.moderation.registerAppeal(act(refused.id, 1), world.as('REGISTRAR')),
      ...acts.map((input) => world.moderation.registerAppeal(input, world.as('REGISTRAR'))),
    ]);
    const numbers = answers.flatMap((answer) => (answer.__typename === 'Change' ? [answer.number] : []));
    expect(numbers).toHaveLength(32);
    const serials = [...new Set(numbers)].map((number) => Number(number!.replace('АЛД-С-2026-', '')));
    serials.sort((one, other) => one - other);
    expect(serials).toEqual(Array.from({ length: 16 }, (_, at) => serials[0]! + at));
    expect(answers[16]).toMatchObject({ code: 'APPEAL_NOT_TAKEN_UP' });
    expect(await world.operations.verifyNumbers()).toEqual([]);
  });

  it('gives the number back when the append fails', async () => {
    const { id } = await submitted();
    changed(await world.moderation.takeUpMessage(act(id, 1), world.as('MODERATOR')));
    world.failNextAppend();
    const broken = world.moderation.registerAppeal(act(id, 2), world.as('REGISTRAR'));
    await expect(broken).rejects.toThrow('no append now');
    changed(await world.moderation.registerAppeal(act(id, 2), world.as('REGISTRAR')));
    expect(await world.operations.verifyNumbers()).toEqual([]);
  });

  it('is visible to verifyNumbers while another transaction holds a lock on the log', async () => {
    await world.resources.database.scope(1).transaction(async (tx) => {
      await tx.query('lock table intake.event in row exclusive mode');
      await registered();
      expect(await world.operations.verifyNumbers()).toEqual([]);
    });
  });

  it('under the key of another appeal is refused and takes no number', async () => {
    const [one, other] = await Promise.all([submitted(), submitted()]);
    for (const { id } of [one, other]) {
      changed(await world.moderation.takeUpMessage(act(id, 1), world.as('MODERATOR')));
    }
    const input = act(one.id, 2);
    changed(await world.moderation.registerAppeal(input, world.as('REGISTRAR')));
    const again = world.moderation.registerAppeal({ ...input, id: other.id }, world.as('REGISTRAR'));
    await expect(again).rejects.toBeInstanceOf(IdempotencyKeyReused);
    expect(await world.operations.verifyNumbers()).toEqual([]);
  });

  it('is automatic and happens once if the district’s policy says so', async () => {
    const receipt = (await world.submission.submitAppeal(form(), world.anyone('tompo'))) as Receipt;
    const moderator = { ...world.as('MODERATOR'), district: world.district('tompo') };
    changed(await world.moderation.takeUpMessage(act(receipt.id, 1), moderator));
    const [, takenUp] = await world.store.read(2, receipt.id);
    await world.deliver(takenUp!);
    await world.deliver(takenUp!);
    const [, , fact] = await world.store.read(2, receipt.id);
    expect(fact).toMatchObject({
      type: 'AppealRegistered',
      actor: { kind: 'system', id: 'intake.registration' },
      causationId: takenUp!.id,
      data: { number: 'ТОМ-С-2026-1' },
    });
    expect(await world.operations.verifyNumbers()).toEqual([]);
  });

  it('is not automatic when the message was turned into an appeal meanwhile', async () => {
    const receipt = (await world.submission.submitAppeal(form(), world.anyone('tompo'))) as Receipt;
    const moderator = { ...world.as('MODERATOR'), district: world.district('tompo') };
    changed(await world.moderation.takeUpMessage(act(receipt.id, 1), moderator));
    const identified = { ...act(receipt.id, 2), identification: 'VISIT', identifiedBy: 'паспорт на приёме' };
    changed(await world.moderation.turnIntoAppeal(identified, moderator));
    const [, takenUp] = await world.store.read(2, receipt.id);
    await world.deliver(takenUp!);
    const facts = await world.store.read(2, receipt.id);
    expect(facts.map(({ type }) => type)).toEqual(['AppealReceived', 'MessageTakenUp', 'MessageTurnedIntoAppeal']);
    expect(await world.operations.verifyNumbers()).toEqual([]);
  });
});

/** As typed with the Russian layout on: letters that look like those of the paper. */
function inCyrillic(typed: string): string {
  const latin = 'ABEKMHPCTXY';
  const cyrillic = 'АВЕКМНРСТХУ';
  return typed.replace(/[A-Z]/g, (letter) => cyrillic[latin.indexOf(letter)] ?? letter).toLowerCase();
}

describe('the follow-up', () => {
  const open = (number: string, code: string) => world.submission.openAppeal(number, code, world.anyone());

  it('opens by the receipt’s and the registration’s number in any spelling', async () => {
    const { receipt, number } = await registered();
    for (const [typedNumber, typedCode] of [
      [receipt.number, receipt.followUpCode],
      [receipt.number.toLowerCase(), receipt.followUpCode.toLowerCase().replace(/(.{4})/g, '$1 ')],
      [number!.replaceAll('-', '–'), receipt.followUpCode],
      [inCyrillic(receipt.number), inCyrillic(receipt.followUpCode)],
      [number!.replaceAll('А', 'A').replaceAll('С', 'C'), receipt.followUpCode],
    ] as const) {
      expect(await open(typedNumber, typedCode)).toMatchObject({ expiresAt: '2026-11-24T03:15:00.000Z' });
    }
  });

  it('answers a wrong code and an unknown number alike', async () => {
    const receipt = await submitted();
    const wrong = await open(receipt.number, '0'.repeat(16)).catch((error: unknown) => error);
    const unknown = await open('АЛД-С-2026-99999', receipt.followUpCode).catch((error: unknown) => error);
    expect(wrong).toMatchObject({ code: 'CODE_WRONG' });
    expect(unknown).toEqual(wrong);
    await expect(open('x'.repeat(10_000), 'y')).rejects.toEqual(wrong);
  });

  it('is not opened by a code whose hash was put in place of the appeal’s own', async () => {
    const receipt = await submitted();
    const replaced = { district: 1, appeal: receipt.id };
    expect((await world.operations.verifyCodes()).replaced).not.toContainEqual(replaced);
    const { hash } = codeHash('', receipt.id, 'AN0THER0C0DE0000');
    await world.sql(
      `update intake.follow_up set code_hash = '\\x${hash.toString('hex')}' where appeal = '${receipt.id}'`,
    );
    await expect(open(receipt.number, 'AN0THER0C0DE0000')).rejects.toMatchObject({ code: 'CODE_WRONG' });
    expect((await world.operations.verifyCodes()).replaced).toContainEqual(replaced);
  });

  it('tells the right district to one who has number and code, and nothing to one who lacks the code', async () => {
    const { receipt, number } = await registered();
    const elsewhere = (typed: string, code: string) =>
      world.submission.openAppeal(typed, code, world.anyone('tompo')).catch((error: unknown) => error);
    const { name: district } = world.district('aldan');
    for (const typed of [receipt.number, number!])
      expect(await elsewhere(typed, receipt.followUpCode)).toMatchObject({
        code: 'OTHER_DISTRICT',
        path: 'number',
        details: { district },
        remedy: { district: { code: 'aldan', name: district } },
      });
    const unknown = await elsewhere('АЛД-С-2026-99999', receipt.followUpCode);
    expect(unknown).toMatchObject({ code: 'CODE_WRONG' });
    expect(await elsewhere(receipt.number, '0'.repeat(16))).toEqual(unknown);
  });

  it('is opened by the right code, however many wrong ones were tried for its number', async () => {
    const receipt = await submitted();
    for (let tries = 0; tries < 30; tries += 1)
      await expect(open(receipt.number, '0'.repeat(16))).rejects.toMatchObject({ code: 'CODE_WRONG' });
    expect(await open(receipt.number, receipt.followUpCode)).toMatchObject({ __typename: 'OpenedAppeal' });
  });
});

describe('the resident', () => {
  it('rates once after the answer, and asks for reopening within the term', async () => {
    const { id } = await registered();
    const resident = await world.residentOf(id);
    expect(await world.resident.rateAppeal({ key: randomUUID(), score: 5 }, resident)).toMatchObject({
      code: 'NOT_ANSWERED_YET',
    });
    await world.deliverAnswer(id);
    await world.deliverAnswer(id);
    const rating = { key: randomUUID(), score: 5, comment: 'Спасибо!' };
    const rated = await world.resident.rateAppeal(rating, resident);
    expect(rated).toMatchObject({ __typename: 'Change', version: 5 });
    expect(await world.resident.rateAppeal(rating, resident)).toEqual(rated);
    expect(await world.resident.rateAppeal({ ...rating, key: randomUUID() }, resident)).toMatchObject({
      code: 'ALREADY_RATED',
    });
    const reopening = { key: randomUUID(), reason: 'Снова темно.' };
    const ofAnother = { ...reopening, question: randomUUID() };
    await expect(world.resident.requestReopening(ofAnother, resident)).rejects.toThrow('NOT_FOUND');
    changed(await world.resident.requestReopening(reopening, resident));
    await expect(world.resident.rateAppeal({ key: randomUUID(), score: 6 }, resident)).rejects.toThrow(BadInput);
  });

  it('supplements and withdraws', async () => {
    const { id } = await submitted();
    const resident = await world.residentOf(id);
    changed(await world.resident.supplementAppeal({ key: randomUUID(), text: 'И у школы.' }, resident));
    changed(await world.resident.withdrawAppeal({ key: randomUUID() }, resident));
    expect(await world.resident.withdrawAppeal({ key: randomUUID() }, resident)).toMatchObject({ version: 3 });
    expect(await world.moderation.takeUpMessage(act(id, 3), world.as('MODERATOR'))).toMatchObject({
      code: 'APPEAL_WITHDRAWN',
    });
  });
});

describe('erasure', () => {
  it('is refused while the case is open unless a ground is named, and then makes texts unreadable and codes wrong', async () => {
    const contact = `${randomUUID()}@example.org`;
    const first = await submitted({ contact, text: 'Имя моё Маайа.' });
    await expect(
      world.operations.erase({ district: 1, subject: contact.toUpperCase(), actor: operator }),
    ).rejects.toEqual(new Refusal('APPEAL_STILL_OPEN'));
    expect(await world.operations.erase({ district: 2, subject: contact, actor: operator, ground: 'COURT' })).toEqual(
      [],
    );
    expect(await world.operations.erase({ district: 1, subject: contact, actor: operator, ground: 'COURT' })).toEqual([
      { district: 1, appeal: first.id, now: true },
    ]);
    const [received, erased] = await world.store.read(1, first.id);
    expect(erased).toMatchObject({ type: 'PersonErased', data: { ground: 'COURT' } });
    expect(await world.vault.open(1, (received!.data as { text: string }).text)).toBeUndefined();
    const open = world.submission.openAppeal(first.number, first.followUpCode, world.anyone());
    await expect(open).rejects.toMatchObject({ code: 'CODE_WRONG' });
    expect(await world.operations.erase({ district: 1, subject: first.id, actor: operator })).toEqual([
      { district: 1, appeal: first.id, now: false },
    ]);
  });

  it('erases none of a person’s appeals while one of them is open', async () => {
    const contact = `${randomUUID()}@example.org`;
    const closed = await Promise.all(Array.from({ length: 6 }, () => submitted({ contact })));
    for (const { id } of closed) {
      changed(await world.resident.withdrawAppeal({ key: randomUUID() }, await world.residentOf(id)));
    }
    const open = await submitted({ contact });
    await expect(world.operations.erase({ district: 1, subject: contact, actor: operator })).rejects.toEqual(
      new Refusal('APPEAL_STILL_OPEN'),
    );
    await expect(world.operations.demandErasable({ district: 1, subject: contact })).rejects.toEqual(
      new Refusal('APPEAL_STILL_OPEN'),
    );
    const all = [...closed, open].map(({ id }) => id).sort();
    expect(
      [...(await world.operations.demandErasable({ district: 1, subject: contact, ground: 'COURT' }))].sort(),
    ).toEqual(all);
    for (const { id } of closed) expect(await world.store.read(1, id)).toHaveLength(2);
    const erased = await world.operations.erase({ district: 1, subject: contact, actor: operator, ground: 'COURT' });
    expect(erased.map(({ appeal }) => appeal).sort()).toEqual(all);
  });

  it('removes what a refused submission left of the person', async () => {
    const contact = `${randomUUID()}@example.org`;
    const refused = form({ contact, files: [randomUUID()] });
    expect(await world.submission.submitAppeal(refused, world.anyone())).toMatchObject({ code: 'FILE_UNKNOWN' });
    const { id } = await submitted({ contact });
    expect(await world.vault.personsOf(1, contact)).toHaveLength(2);
    const erased = await world.operations.erase({ district: 1, subject: contact, actor: operator, ground: 'COURT' });
    expect(erased).toHaveLength(2);
    expect(erased.map(({ appeal }) => appeal)).toContain(id);
    expect(await world.vault.personsOf(1, contact)).toEqual([]);
    const codes = JSON.stringify(await world.rows('follow_up'));
    for (const { appeal } of erased) expect(codes).not.toContain(appeal);
    const anew = { ...refused, files: [] };
    expect(await world.submission.submitAppeal(anew, world.anyone())).toMatchObject({ code: 'APPEAL_STATE_FORBIDS' });
  });

  it('leaves the result of a repeated submission unchanged', async () => {
    const input = form();
    const receipt = (await world.submission.submitAppeal(input, world.anyone())) as Receipt;
    await world.operations.erase({
      district: 1,
      subject: receipt.id,
      actor: { kind: 'system', id: 'operator' },
      ground: 'COURT',
    });
    const again = (await world.submission.submitAppeal(input, world.anyone())) as Receipt;
    expect({ ...again, token: '' }).toEqual({ ...receipt, token: '' });
  });
});

describe('an import', () => {
  const line = (id: number, more: object = {}) => JSON.stringify({ id, text: `Яма номер ${id} на дороге.`, ...more });

  it('imports a file, reports its faulty lines, and adds nothing the second time', async () => {
    const lines = [
      ...Array.from({ length: 30 }, (_, at) => line(at + 1, { theme: 'Дороги', department: 'Отдел' })),
      '{"id": 31, "text": "   "}',
      'это не JSON',
      '',
      line(32, { receivedAt: '2027-01-01T00:00:00Z' }),
      line(1, { text: 'Другое под тем же номером.' }),
    ];
    const file = { district: world.district('aldan'), lines, decide: false, actor: world.officialActor('MODERATOR') };
    const first = await world.operations.importFile({ ...file, inFlight: 1 });
    expect(first).toEqual({
      added: 30,
      known: 0,
      registered: 0,
      faults: [
        { line: 31, code: 'TEXT_EMPTY', field: 'text', details: {} },
        { line: 32, code: 'BAD_INPUT', reason: 'the line is no JSON object', details: {} },
        { line: 34, code: 'DATE_IN_FUTURE', field: 'receivedAt', details: {} },
        { line: 35, code: 'IDEMPOTENCY_KEY_REUSED', details: {} },
      ],
    });
    expect(await world.operations.importFile(file)).toMatchObject({ added: 0, known: 30, registered: 0 });
  });

  it('takes up and registers in bulk, including appeals that an earlier run only submitted', async () => {
    const brought = Array.from({ length: 10 }, (_, at) => line(1_000 + at));
    const all = Array.from({ length: 40 }, (_, at) => line(1_000 + at));
    const file = { district: world.district('aldan'), actor: world.officialActor('MODERATOR') };
    await world.operations.importFile({ ...file, lines: brought, decide: false });
    const decided = await world.operations.importFile({ ...file, lines: all, decide: true });
    expect(decided).toEqual({ added: 30, known: 10, registered: 40, faults: [] });
    expect(await world.operations.importFile({ ...file, lines: all, decide: true })).toMatchObject({ registered: 0 });
    expect(await world.operations.verifyNumbers()).toEqual([]);
  });
});

it('seals all personal text in every stored event', async () => {
  const facts = await world.log.read(0, 10_000);
  expect(facts.length).toBeGreaterThan(200);
  expect(JSON.stringify(facts)).not.toMatch(/темно|Петрова|паспорт|реклама|Яма номер|поспешил|example\.org/);
  expect(new Set(facts.map((fact) => fact.correlationId === fact.stream))).toEqual(new Set([true]));
});
