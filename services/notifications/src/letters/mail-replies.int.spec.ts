import { describe, expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { LetterPreview } from '@otklik/contracts/generated/graphql';
import { uuidv5 } from '@otklik/kernel';
import type { Actor } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { readAddressToken, tokenOf } from '@otklik/vault';
import { simpleParser } from 'mailparser';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  deliver,
  deliverTo,
  letterOf,
  mailbox,
  now,
  secret,
  service,
  signatory,
  store,
  tell,
  vault,
  worker,
} from '../notice/notices-world.fixture.js';

const consumer = () => service.consumers.find(({ name }) => name === 'notifications.case')!;
const inTompo = (event: PublicEvent): PublicEvent => ({ ...event, district: 2 });

/** A letter from a resident of Tompo, as intake published it. */
async function aLetter({ explain = true } = {}) {
  const [appeal, person, sent] = [randomUUID(), randomUUID(), randomUUID()];
  await vault.createPerson(2, person);
  const seal = (event: string, field: string, text: string) => vault.seal(2, person, event, field, text);
  const original = { id: randomUUID(), type: 'message/rfc822', size: 100, sha256: '0'.repeat(64) };
  const received = inTompo(
    tell(
      'intake.events',
      'AppealReceived',
      appeal,
      appeal,
      {
        person,
        channel: 'EMAIL',
        regime: 'SOCIAL_MESSAGE',
        receipt: 'ТОМ-17',
        contactKind: 'EMAIL',
        text: await seal(sent, 'text', 'Яма'),
        contact: await seal(sent, 'contact', 'ivan@mail.example'),
        mail: { account: mailbox.id, original, explain },
        mailId: await seal(sent, 'mailId', 'first@mail.example'),
      },
      sent,
    ),
  );
  return { appeal, person, received, seal };
}
const sentOf = (cause: PublicEvent) =>
  eventually(async () =>
    simpleParser(await readFile(letterOf(cause)).catch(() => Promise.reject(new Error('not yet')))),
  );
const noticesOf = (cause: PublicEvent) => store.read(2, uuidv5(cause.id, 'notice'));

describe('who wrote by e-mail', () => {
  it('is informed how an appeal is filed, under the own letter, and can answer into the case', async () => {
    const { appeal, received } = await aLetter();
    await deliver(received);
    await deliverTo(consumer(), received);
    await deliverTo(consumer(), received);
    const letter = await sentOf(received);
    expect(letter.subject).toBe('Ваше письмо получено: № ТОМ-17');
    expect(letter.text).toContain('не считается обращением по закону');
    expect(letter.text).toContain('https://otklik.example/tompo\n');
    expect(letter.text).toContain('ответьте на это письмо');
    expect([letter.inReplyTo, letter.references]).toEqual(['<first@mail.example>', '<first@mail.example>']);
    expect(letter.headers.get('auto-submitted')).toBe('auto-generated');
    expect(letter.headers.get('x-auto-response-suppress')).toBe('All');
    const token = tokenOf(letter.replyTo!.value[0]!.address!, 'otvet@tompo.example', 'r')!;
    expect(readAddressToken(secret('reply-address'), token)).toEqual({ district: 2, id: appeal });
    expect(letter.messageId).toBe(`<${received.id}.${token}@otklik.invalid>`);
    const told = await eventually(async () => {
      const notices = await noticesOf(received);
      return notices.length === 2 ? notices : undefined;
    });
    expect(told.map(({ type }) => type)).toEqual(['NoticeOpened', 'NoticeDispatched']);
    expect(told[0]!.data).toMatchObject({ kind: 'HOW_TO_APPEAL' });
  });

  it('gets no reply where the letter is a list’s', async () => {
    const { received } = await aLetter({ explain: false });
    await deliver(received);
    await deliverTo(consumer(), received);
    expect(await noticesOf(received)).toEqual([]);
  });

  it('is answered under the letter that came last', async () => {
    const { appeal, person, received, seal } = await aLetter({ explain: false });
    const added = randomUUID();
    const supplement = inTompo(
      tell(
        'intake.events',
        'AppealSupplemented',
        appeal,
        appeal,
        {
          text: await seal(added, 'text', 'Ещё'),
          files: [],
          byApplicant: true,
          mailId: await seal(added, 'mailId', 'second@mail.example'),
        },
        added,
      ),
    );
    const registered = inTompo(
      tell('intake.events', 'AppealRegistered', appeal, appeal, {
        number: 'ТОМ-С-2026-1',
        registeredOn: '2026-11-24',
        regime: 'SOCIAL_MESSAGE',
        person,
      }),
    );
    await deliver(received);
    await deliverTo(consumer(), received, supplement);
    await deliver(registered);
    expect((await sentOf(registered)).inReplyTo).toBe('<second@mail.example>');
  });

  it('leaves no Message-ID behind when the data is erased', async () => {
    const { appeal, person, received } = await aLetter({ explain: false });
    await deliver(received);
    await deliverTo(
      consumer(),
      received,
      inTompo(tell('intake.events', 'PersonErased', appeal, appeal, { person, ground: 'CASE_CLOSED' })),
    );
    const { rows } = await worker.query('select mail_id from notifications.mail_source where appeal = $1', [appeal]);
    expect(rows).toEqual([{ mail_id: null }]);
  });
});

it('says by e-mail what the signatory was shown', async () => {
  const { appeal, person, received, seal } = await aLetter();
  const [question, signed, answer] = [randomUUID(), randomUUID(), randomUUID()];
  const text = 'Яму засыпали.';
  const fact = (type: string, data: object, version: number) =>
    inTompo({ ...tell('routing.events', type, appeal, question, data), version });
  await deliver(received);
  const registration = { number: 'ТОМ-М-2026-17', registeredOn: '2026-11-24', regime: 'SOCIAL_MESSAGE', person };
  await deliver(inTompo(tell('intake.events', 'AppealRegistered', appeal, appeal, registration)));
  await deliver(
    fact('QuestionOpened', { person, regime: 'SOCIAL_MESSAGE', ordinal: 1 }, 1),
    fact('QuestionRouted', { topic: 'ROADS', department: 'works', by: 'RULE', words: [] }, 2),
    fact('AnswerAccepted', { answer }, 3),
  );
  const signing: Actor = {
    kind: 'official',
    id: signatory,
    login: 'petrov',
    name: 'П. П. Петров',
    assignments: [{ district: 2, role: 'SIGNATORY' }],
  };
  const shown = await service.resolve<LetterPreview>(
    'letterPreview',
    { district: 'tompo', question, text, attachments: [], signing: true },
    signing,
  );
  const given = { question, person, answer, department: 'works', outcome: 'MEASURES_TAKEN', signatory };
  const data = { ...given, text: await seal(signed, 'text', text), signedAt: now(), signature: 'RECORDED_ACT' };
  const event = inTompo(tell('responses.events', 'ResponseSigned', appeal, randomUUID(), data, signed));
  await deliver(event);
  const letter = await sentOf(event);
  // Its number is given with the signature, so that it was not shown before.
  const number = /^Исх\. № \d+ от 24 ноября 2026 г\.\n/mu;
  expect(letter.text).toMatch(number);
  expect([letter.subject, letter.text!.trim().replace(number, '')]).toEqual([shown.subject, shown.email.trim()]);
  expect(letter.text).toContain('Подпись: П. П. Петров, 24 ноября 2026 г.');
});
