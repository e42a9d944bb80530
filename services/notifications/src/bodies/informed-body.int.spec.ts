import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Actor } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { RecordBounce } from '../letters/application/record-bounce.js';
import {
  database,
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
} from '../notice/notices-world.fixture.js';
import { aldan } from '../test-district.fixture.js';

const DEPUTY = 'Приёмная депутата Иванова';
/** By its e-mail a letter leaves at once; the others wait on paper. */
const organisations = [
  { code: 'prosecutor', name: 'Прокуратура района' },
  { code: 'ministry', name: 'Министерство', email: 'ministry@body.example' },
];
const ofProsecutor = { kind: 'PROSECUTOR', organisation: 'prosecutor', number: '7-12', wantsAnswer: true };
const ofMinistry = { kind: 'STATE_BODY', organisation: 'ministry', wantsAnswer: true };

beforeAll(() => directory.replace([{ ...aldan, officials, organisations }]));

interface Letter {
  readonly id: string;
  readonly about: string;
  readonly organisation: string | undefined;
  /** Why it is not sent. */
  readonly cancelled: string | undefined;
  readonly hasLeft: boolean;
}

/** An appeal of two questions that is registered; of a body where one is given. */
class Sent {
  private readonly versions = new Map<string, number>();

  private constructor(
    readonly appeal: string,
    readonly person: string,
    readonly questions: readonly [string, string],
  ) {}

  static async by(receivedFrom?: object): Promise<Sent> {
    const { appeal, person, received, registered } = await newCase(undefined, undefined, 'PAPER', {
      regime: 'APPEAL_59FZ',
      address: 'ул. Мира, 1',
      judged: false,
    });
    const sent = new Sent(appeal, person, [randomUUID(), randomUUID()]);
    const data = { ...(received.data as object), ...(receivedFrom && { receivedFrom }) };
    await deliver({ ...received, data, version: sent.next(appeal) }, { ...registered, version: sent.next(appeal) });
    for (const [index, question] of sent.questions.entries())
      await sent.tell('QuestionOpened', question, { person, regime: 'APPEAL_59FZ', ordinal: index + 1 });
    return sent;
  }

  private next(stream: string): number {
    const version = (this.versions.get(stream) ?? 0) + 1;
    this.versions.set(stream, version);
    return version;
  }

  async tell(type: string, stream: string, data: object): Promise<PublicEvent> {
    const topic = stream === this.appeal ? 'intake.events' : 'routing.events';
    const event = { ...tell(topic, type, this.appeal, stream, data), version: this.next(stream) };
    await deliver(event);
    return event;
  }

  answered(question = this.questions[0], answeredOn = '2026-11-24'): Promise<PublicEvent> {
    return this.tell('QuestionAnswered', question, { notice: randomUUID(), answeredOn, zone: 'Asia/Yakutsk' });
  }

  forwarded(question = this.questions[0]): Promise<PublicEvent> {
    const data = { notice: randomUUID(), end: 'FORWARDED', endedOn: '2026-11-24', zone: 'Asia/Yakutsk' };
    return this.tell('QuestionEnded', question, data);
  }

  reopened(question = this.questions[0]): Promise<PublicEvent> {
    return this.tell('QuestionReopened', question, { person: this.person, times: 1, until: '2026-12-24' });
  }

  recorded(receivedFrom?: object, more: object = {}): Promise<PublicEvent> {
    return this.tell('SourceRecorded', this.appeal, {
      ...(receivedFrom && { receivedFrom }),
      reason: 'sealed',
      ...more,
    });
  }

  /** From a body that the directory does not have. */
  async recordedName(name: string, more: object = {}): Promise<PublicEvent> {
    const receivedFromBody = await vault.seal(1, this.person, randomUUID(), 'receivedFromBody', name);
    return this.recorded({ kind: 'DEPUTY', wantsAnswer: true }, { receivedFromBody, ...more });
  }

  /** The ways of those that wait to be sent. */
  async waiting(): Promise<readonly string[]> {
    const { rows } = await database
      .scope(1)
      .query<{ readonly way: string }>(
        `select way from notifications.delivery where appeal = $1 and kind = 'INFORMING' and state = 'PENDING'`,
        [this.appeal],
      );
    return rows.map(({ way }) => way);
  }

  /** The first first. */
  async letters(): Promise<readonly Letter[]> {
    const { rows } = await database.scope(1).query<{ readonly notice: string }>(
      `select d.notice from notifications.delivery d join notifications.event e
         on e.district = d.district and e.stream = d.notice and e.version = 1
       where d.appeal = $1 and d.kind = 'INFORMING' order by e.position`,
      [this.appeal],
    );
    return Promise.all(rows.map(({ notice }) => letterOf(notice)));
  }
}

async function letterOf(id: string): Promise<Letter> {
  const told = await events(id);
  const dataOf = (type: string) => told.find((event) => event.type === type)?.data as Record<string, never> | undefined;
  const { about, details } = dataOf('NoticeOpened')!;
  return {
    id,
    about: about!,
    organisation: (details as unknown as { readonly organisation?: string }).organisation,
    cancelled: dataOf('NoticeCancelled')?.['ground'],
    hasLeft: dataOf('NoticeDispatched') !== undefined,
  };
}

const open = { cancelled: undefined, hasLeft: false };
const corrected = { cancelled: 'SOURCE_CORRECTED', hasLeft: false };

describe('a body that is recorded after a question had its end', () => {
  it('is informed of it, once, and of no question that is still considered', async () => {
    const sent = await Sent.by();
    await sent.answered();
    expect(await sent.letters()).toEqual([]);
    const source = await sent.recorded(ofProsecutor);
    await deliver(source);
    expect(await sent.letters()).toMatchObject([{ about: sent.questions[0], organisation: 'prosecutor', ...open }]);
    await sent.forwarded(sent.questions[1]);
    expect(await sent.letters()).toMatchObject([open, { about: sent.questions[1], ...open }]);
  });

  it('is informed of each question that had its end, by a letter for each', async () => {
    const sent = await Sent.by();
    await sent.answered(sent.questions[0]);
    await sent.answered(sent.questions[1]);
    await sent.recorded(ofProsecutor);
    const letters = await sent.letters();
    expect(letters.map(({ about }) => about).sort()).toEqual([...sent.questions].sort());
    expect(letters).toMatchObject([open, open]);
  });

  it('takes the place of another one, whose letter has not left', async () => {
    const sent = await Sent.by(ofProsecutor);
    await sent.answered();
    await sent.recorded({ kind: 'DEPUTY', wantsAnswer: true });
    expect(await sent.letters()).toMatchObject([
      { organisation: 'prosecutor', ...corrected },
      { organisation: undefined, ...open },
    ]);
    await sent.recorded(ofProsecutor);
    expect(await sent.letters()).toMatchObject([corrected, corrected, { organisation: 'prosecutor', ...open }]);
  });

  it('is informed although the letter to another one has left, and not twice where its own has', async () => {
    const sent = await Sent.by(ofMinistry);
    await sent.answered();
    await until((await sent.letters())[0]!.id, 'NoticeDispatched');
    await sent.recorded(ofProsecutor);
    expect(await sent.letters()).toMatchObject([{ hasLeft: true }, { organisation: 'prosecutor', ...open }]);
    await sent.recorded(ofMinistry);
    expect(await sent.letters()).toMatchObject([{ cancelled: undefined, hasLeft: true }, corrected]);
  });

  it('is replied to by the number and the day of its letter as they are now', async () => {
    const sent = await Sent.by(ofProsecutor);
    await sent.answered();
    await sent.recorded({ ...ofProsecutor, number: '7-13' });
    await sent.recorded({ ...ofProsecutor, number: '7-13', date: '2026-11-03' });
    expect(await sent.letters()).toMatchObject([corrected, corrected, open]);
  });

  it('is replied to by the same letter where nothing of it has changed that the letter says', async () => {
    const sent = await Sent.by(ofProsecutor);
    await sent.answered();
    await sent.recorded({ ...ofProsecutor, term: '2026-12-10' });
    expect(await sent.letters()).toMatchObject([open]);
  });

  it('may be one that the directory does not have: it is another where its name is', async () => {
    const sent = await Sent.by();
    await sent.recordedName(DEPUTY);
    await sent.answered();
    await sent.recordedName(DEPUTY, { isBodyKept: true });
    expect(await sent.letters()).toMatchObject([open]);
    await sent.recordedName('Приёмная депутата Петрова');
    expect(await sent.letters()).toMatchObject([corrected, open]);
  });

  it('is not informed where it asks for that no more', async () => {
    const sent = await Sent.by(ofProsecutor);
    await sent.answered();
    await sent.recorded({ ...ofProsecutor, wantsAnswer: false });
    expect(await sent.letters()).toMatchObject([corrected]);
  });
});

describe('a letter to the body about an end that is no more', () => {
  const undone = { cancelled: 'RECONSIDERED', hasLeft: false };

  it('does not leave once another consideration is granted, and the body is informed of the next end', async () => {
    const sent = await Sent.by(ofProsecutor);
    await sent.answered();
    await sent.reopened();
    expect(await sent.letters()).toMatchObject([undone]);
    await sent.answered();
    expect(await sent.letters()).toMatchObject([undone, open]);
  });

  it('does not leave once bodies gave the question back, and that of another question does', async () => {
    const sent = await Sent.by(ofProsecutor);
    await sent.answered(sent.questions[1]);
    await sent.forwarded();
    await sent.tell('QuestionTakenBack', sent.questions[0], {});
    expect(await sent.letters()).toMatchObject([
      { about: sent.questions[1], ...open },
      { about: sent.questions[0], ...undone },
    ]);
    await sent.recorded({ ...ofProsecutor, number: '7-13' });
    expect(await sent.letters()).toMatchObject([corrected, undone, { about: sent.questions[1], ...open }]);
  });
});

describe('a letter to the body that comes back', () => {
  const failed = ['NoticeOpened', 'NoticeDispatched', 'NoticeFailed'];

  /** One to the ministry that left by e-mail. */
  async function left(): Promise<readonly [sent: Sent, letter: string]> {
    const sent = await Sent.by(ofMinistry);
    await sent.answered();
    const [letter] = await sent.letters();
    await until(letter!.id, 'NoticeDispatched');
    return [sent, letter!.id];
  }

  const bounced = (notice: string) => service.get(RecordBounce).record({ district: 1, notice }, '5.1.1');

  it('goes by post while the end of which it informs, and the body, are as they were', async () => {
    const [sent, letter] = await left();
    await sent.recorded({ ...ofMinistry, term: '2026-12-10' });
    await bounced(letter);
    expect(await types(letter)).toEqual(failed);
    expect(await sent.waiting()).toEqual(['PAPER']);
  });

  it('goes nowhere once another consideration is granted; the body is informed of the next end alone', async () => {
    const [sent, letter] = await left();
    await sent.reopened();
    for (let time = 0; time < 2; time += 1) await bounced(letter);
    expect(await types(letter)).toEqual([...failed, 'NoticeCancelled']);
    expect(await sent.letters()).toMatchObject([{ cancelled: 'RECONSIDERED', hasLeft: true }]);
    expect(await sent.waiting()).toEqual([]);
    await sent.answered(sent.questions[0], '2026-12-20');
    expect(await sent.letters()).toMatchObject([{ cancelled: 'RECONSIDERED' }, { cancelled: undefined }]);
  });

  it('goes nowhere when the question has another end meanwhile', async () => {
    const [sent, letter] = await left();
    await sent.reopened();
    await sent.answered(sent.questions[0], '2026-12-20');
    await bounced(letter);
    expect(await sent.letters()).toMatchObject([{ cancelled: 'RECONSIDERED' }, { cancelled: undefined }]);
  });

  it('goes nowhere once another body is known, and leaves again where the first is known again', async () => {
    const [sent, letter] = await left();
    await sent.recorded({ ...ofMinistry, wantsAnswer: false });
    await bounced(letter);
    expect(await sent.letters()).toMatchObject([{ cancelled: 'SOURCE_CORRECTED', hasLeft: true }]);
    expect(await sent.waiting()).toEqual([]);
    await sent.recorded(ofMinistry);
    expect(await sent.letters()).toMatchObject([{ id: letter }, { organisation: 'ministry', cancelled: undefined }]);
  });

  it('goes nowhere by post either', async () => {
    const sent = await Sent.by(ofProsecutor);
    await sent.answered();
    const [letter] = await sent.letters();
    const id = letter!.id;
    const assignments = [{ district: 1, role: 'REGISTRAR' }] as const;
    const clerk: Actor = { kind: 'official', id: randomUUID(), login: 'clerk', name: 'Clerk', assignments };
    const of = (expectedVersion: number) => ({ district: 'aldan', id, key: randomUUID(), expectedVersion });
    const posting = { means: 'REGISTERED_LETTER', track: '67890012345672', address: 'г. Алдан, ул. Ленина, 2' };
    expect(await service.mutate('recordPosting', { ...of(1), ...posting }, clerk)).toMatchObject({ version: 2 });
    await sent.reopened();
    const back = { ...of(2), outcome: 'MOVED', proof: 'ENVELOPE' };
    expect(await service.mutate('recordLetterOutcome', back, clerk)).toMatchObject({ __typename: 'Change' });
    const told = ['NoticeOpened', 'NoticeDispatched', 'LetterReturned', 'NoticeFailed', 'NoticeCancelled'];
    expect(await types(id)).toEqual(told);
    expect(await sent.waiting()).toEqual([]);
  });
});
