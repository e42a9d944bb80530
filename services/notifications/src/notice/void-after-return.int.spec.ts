import { beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv5 } from '@otklik/kernel';
import { randomUUID } from 'node:crypto';
import { RecordBounce } from '../letters/application/record-bounce.js';
import { aldan } from '../test-district.fixture.js';
import {
  deliver,
  directory,
  events,
  newCase,
  officials,
  service,
  tell,
  types,
  until,
  vault,
} from './notices-world.fixture.js';

const zone = 'Asia/Yakutsk';
const deadline = { dueOn: '2027-01-23', rule: 'EXT', duty: 'ANSWER', countedFrom: '2026-12-24', zone };
const ministry = { code: 'ministry', name: 'Министерство', email: 'ministry@body.example' };

beforeAll(() => directory.replace([{ ...aldan, officials, organisations: [ministry] }]));

/** An appeal of one question, of an applicant who is written to by e-mail, or by post. */
async function considered(way: 'EMAIL' | 'PAPER') {
  const more = { regime: 'APPEAL_59FZ', address: '678900, г. Алдан, ул. Мира, 1', judged: false };
  const [contact, kind] = way === 'EMAIL' ? (['ivan@aldan.example', 'EMAIL'] as const) : [undefined, undefined];
  const { appeal, person, question, received, registered } = await newCase(
    contact,
    kind,
    way === 'EMAIL' ? 'SITE' : 'PAPER',
    more,
  );
  const versions = new Map<string, number>();
  /** Answers the notice that follows from it. `sealed`: the field with a text. */
  const say = async (type: string, stream: string, data: object, sealed?: string): Promise<string> => {
    const version = (versions.get(stream) ?? 2) + 1;
    versions.set(stream, version);
    const [id, topic] = [randomUUID(), stream === appeal ? 'intake.events' : 'routing.events'] as const;
    const text = sealed === undefined ? {} : { [sealed]: await vault.seal(1, person, id, sealed, 'Потому что так') };
    await deliver({ ...tell(topic, type, appeal, stream, { ...data, ...text }, id), version });
    return uuidv5(id, 'notice');
  };
  await deliver({ ...received, version: 1 }, { ...registered, version: 2 });
  await say('QuestionOpened', question, { person, regime: 'APPEAL_59FZ', ordinal: 1 });
  return {
    appeal,
    question,
    registration: uuidv5(registered.id, 'notice'),
    extended: () => say('DeadlineExtensionDecided', question, { deadline, ground: 'COMPLEX' }, 'reason'),
    interim: () => say('InterimAnswerGiven', question, { answer: randomUUID() }, 'text'),
    answered: () => say('QuestionAnswered', question, { notice: randomUUID(), answeredOn: '2026-11-24', zone }),
    corrected: () => say('RegistrationCorrected', appeal, { ground: 'MISTAKE' }, 'reason'),
    forwarded: (letter: string) => {
      const to = [{ letter, organisation: 'ministry', name: 'Министерство' }];
      return say('QuestionForwarded', question, { to, forwardedOn: '2026-11-24', linksUntil: '2027-01-10' });
    },
    withdrawn: () => say('ForwardingWithdrawn', question, {}),
  };
}

const bounced = (notice: string) => service.get(RecordBounce).record({ district: 1, notice }, '5.1.1');
const goes = ['NoticeOpened', 'NoticeDispatched', 'NoticeFailed'];

/** It left, and came back by then. */
async function cancelledBy(notice: string): Promise<unknown> {
  for (let time = 0; time < 2; time += 1) await bounced(notice);
  expect(await types(notice)).toEqual([...goes, 'NoticeCancelled']);
  return (await events(notice)).at(-1)!.data;
}

describe.each(['extended', 'interim'] as const)(
  'what tells of the course of a question (%s) and comes back',
  (what) => {
    it('goes by post while the question is considered', async () => {
      const made = await considered('EMAIL');
      const notice = await made[what]();
      await until(notice, 'NoticeDispatched');
      await bounced(notice);
      expect(await types(notice)).toEqual(goes);
      expect((await events(notice))[2]!.data).toMatchObject({ next: 'PAPER' });
      // On paper it waits for the post, and is cancelled by the end as what had not left.
      await made.answered();
      expect(await types(notice)).toEqual([...goes, 'NoticeCancelled']);
    });

    it('goes nowhere once the question has its end', async () => {
      const made = await considered('EMAIL');
      const notice = await made[what]();
      await until(notice, 'NoticeDispatched');
      await made.answered();
      expect(await cancelledBy(notice)).toMatchObject({ ground: 'QUESTION_ENDED' });
    });
  },
);

describe('what tells of a registration and comes back', () => {
  it('goes nowhere once that was found to be wrong', async () => {
    const made = await considered('EMAIL');
    await until(made.registration, 'NoticeDispatched');
    await made.corrected();
    expect(await cancelledBy(made.registration)).toMatchObject({ ground: 'REGISTERED_WRONGLY' });
  });

  it('goes by post where it tells that the registration was wrong', async () => {
    const made = await considered('EMAIL');
    const notice = await made.corrected();
    await until(notice, 'NoticeDispatched');
    await bounced(notice);
    expect(await types(notice)).toEqual(goes);
  });
});

describe('the letter by which a body got a question, and that comes back', () => {
  it('goes by post while the question is forwarded to it', async () => {
    const [made, letter] = [await considered('PAPER'), randomUUID()];
    await made.forwarded(letter);
    await until(letter, 'NoticeDispatched');
    await bounced(letter);
    expect(await types(letter)).toEqual(goes);
  });

  it('goes nowhere once the forwarding is withdrawn', async () => {
    const [made, letter] = [await considered('PAPER'), randomUUID()];
    const notice = await made.forwarded(letter);
    await until(letter, 'NoticeDispatched');
    await made.withdrawn();
    expect(await types(notice)).toEqual(['NoticeOpened', 'NoticeCancelled']);
    expect(await cancelledBy(letter)).toMatchObject({ ground: 'FORWARDING_WITHDRAWN' });
  });
});
