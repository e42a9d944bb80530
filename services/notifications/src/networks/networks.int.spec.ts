import { describe, expect, it } from '@jest/globals';
import type { LetterPreview } from '@otklik/contracts/generated/graphql';
import { setSpans, type SpanStart } from '@otklik/observability';
import type { Actor } from '@otklik/tenancy';
import { uuidv5 } from '@otklik/kernel';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { NetworkParts } from './store/network-parts.js';
import { asked, dueNow, instagram, ours, page, waitingDueNow } from './networks-world.fixture.js';
import {
  database,
  deliver,
  events,
  newCase,
  now,
  service,
  signatory,
  tell,
  types,
  until,
  vault,
  worker,
  type Case,
} from '../notice/notices-world.fixture.js';

const clerk: Actor = {
  kind: 'official',
  id: randomUUID(),
  login: 'clerk',
  name: 'К. К. Клерк',
  assignments: [{ district: 1, role: 'REGISTRAR' }],
};

const head: Actor = { ...clerk, id: randomUUID(), assignments: [{ district: 1, role: 'HEAD' }] };

const registered = { text: /принято под №/ };
const answers = (network: 'VK' | 'MAX' | 'TELEGRAM' | 'OK', thread: string) =>
  ours(network, thread).filter(({ text }) => !registered.text.test(text));

/** The message is registered and its answer signed. */
async function answered(made: Awaited<ReturnType<typeof asked>>): Promise<void> {
  await deliver(made.registered);
  await deliver(made.signed);
}

/** Its question is with a department. */
async function routed({ appeal, question, person }: Pick<Case, 'appeal' | 'question' | 'person'>): Promise<void> {
  const fact = (type: string, data: object, version: number) => ({
    ...tell('routing.events', type, appeal, question, data),
    version,
  });
  await deliver(
    fact('QuestionOpened', { person, regime: 'SOCIAL_MESSAGE', ordinal: 1 }, 1),
    fact('QuestionRouted', { topic: 'ROADS', department: 'works', by: 'RULE', words: [] }, 2),
  );
}

describe.each(['VK', 'MAX', 'TELEGRAM'] as const)('in %s', (network) => {
  it('answers under the comment, with the network’s id and the link as proof', async () => {
    const made = await asked(network);
    await answered(made);
    const { data } = await until(made.notice, 'NoticeDispatched');
    const [answer, ...more] = answers(network, made.thread).filter(({ replyTo }) => replyTo === made.said.id);
    expect(more).toEqual([]);
    expect(answer!.text).toMatch(/^Яму засыпали\.\n\nАлданский район$/);
    expect(data).toMatchObject({ way: 'THREAD', proof: answer!.id });
    const number = ours(network, made.thread).filter(({ text }) => registered.text.test(text));
    expect(number.length).toBeGreaterThan(0);
    expect(JSON.stringify(await events(made.notice))).not.toContain('Яму засыпали');
  });

  it('answers a direct message by one, in parts that the network takes', async () => {
    const answer = Array.from({ length: 200 }, (_, at) => `Предложение номер ${at} говорит о ремонте дороги.`).join(
      ' ',
    );
    const made = await asked(network, { direct: true, answer });
    await answered(made);
    const { data } = await until(made.notice, 'NoticeDispatched');
    const said = answers(network, made.thread);
    expect(said.length).toBeGreaterThan(1);
    expect(data).toMatchObject({ way: 'DIRECT', proof: said.map(({ id }) => id).join(' ') });
    expect(data).not.toHaveProperty('link');
    expect(said[0]!.text).toContain('Здравствуйте!');
    expect(said[0]!.text.startsWith('1/')).toBe(true);
  });

  it('leaves closed comments for the next way, and a person who blocked us for the page', async () => {
    const made = await asked(network);
    const { town } = page(network);
    town.close(made.thread, true);
    await answered(made);
    await until(made.notice, 'NoticePosted');
    town.close(made.thread, false);
    const failed = (await events(made.notice)).filter(({ type }) => type === 'NoticeFailed');
    expect(failed[0]!.data).toMatchObject({ way: 'THREAD', code: 'THREAD_CLOSED' });
    expect(answers(network, made.thread).filter(({ replyTo }) => replyTo === made.said.id)).toEqual([]);

    const direct = await asked(network, { direct: true });
    town.allow(direct.name, false);
    await answered(direct);
    await until(direct.notice, 'NoticePosted');
    expect((await events(direct.notice))[1]!.data).toMatchObject({ way: 'DIRECT', code: 'BLOCKED', next: 'PAGE' });
  });

  it('keeps what waits while the token is revoked, and sends it once', async () => {
    const made = await asked(network);
    const { town } = page(network);
    town.revokeToken(true);
    await answered(made);
    await eventually(async () => {
      const tried = 'select 1 from notifications.delivery where appeal = $1 and attempts > 0';
      return (await worker.query(tried, [made.appeal])).rowCount || undefined;
    });
    expect(answers(network, made.thread).filter(({ replyTo }) => replyTo === made.said.id)).toEqual([]);
    expect(await types(made.notice)).toEqual(['NoticeOpened']);
    town.revokeToken(false);
    // An attempt that is under way puts the notice off when it ends, so it is made due until it went.
    await eventually(async () => {
      await waitingDueNow(made.appeal);
      return (await types(made.notice)).includes('NoticeDispatched') || undefined;
    });
    expect(answers(network, made.thread).filter(({ replyTo }) => replyTo === made.said.id)).toHaveLength(1);
  });
});

it.each([
  ['VK', 'THREAD'],
  ['VK', 'DIRECT'],
  ['MAX', 'THREAD'],
  ['TELEGRAM', 'DIRECT'],
] as const)('says in %s (%s) what the signatory was shown', async (network, way) => {
  const sentences = Array.from({ length: 400 }, (_, at) => `Дорогу ${at} отремонтируют.`);
  const text = sentences.join(' ');
  const made = await asked(network, { direct: way === 'DIRECT', answer: text });
  await deliver(made.registered);
  await routed(made);
  const unsent = { district: 'aldan', question: made.question, text, attachments: [], signing: true };
  const signing: Actor = { ...clerk, id: signatory, assignments: [{ district: 1, role: 'SIGNATORY' }] };
  const shown = await service.resolve<LetterPreview>('letterPreview', unsent, signing);
  expect([shown.way, shown.inNetwork[0]]).toMatchObject([way, { way, network }]);
  await deliver(made.signed);
  await until(made.notice, 'NoticeDispatched');
  const left = answers(network, made.thread)
    .filter(({ replyTo }) => way === 'DIRECT' || replyTo === made.said.id)
    .map((said) => said.text);
  expect(left.length).toBeGreaterThan(1);
  const { messages } = shown.inNetwork[0]!;
  expect(left).toEqual(messages);
  // Who signs is not known to another: the words say so.
  const foreseen = await service.resolve<LetterPreview>('letterPreview', unsent, head);
  const said = foreseen.inNetwork[0]!.messages.join('\n');
  expect(said.includes('[Подпись и дата подставятся при подписании]')).toBe(way === 'DIRECT');
});

/** An angry comment after the answer, and the reply to it. */
async function repliedTo(network: 'VK' | 'MAX' | 'TELEGRAM' | 'OK', made: Awaited<ReturnType<typeof asked>>) {
  const { id: account, town } = page(network);
  const angry = town.say({ person: made.name, text: 'Неправда!', replyTo: made.said.id });
  const [added, replied] = [randomUUID(), randomUUID()];
  const ref = JSON.stringify({ account, kind: 'COMMENT', thread: angry.thread, id: angry.id });
  const seal = (event: string, field: string, text: string) => vault.seal(1, made.person, event, field, text);
  const addition = {
    text: await seal(added, 'text', 'Неправда!'),
    files: [],
    byApplicant: true,
    source: { network, account, kind: 'COMMENT', thread: randomUUID(), message: randomUUID() },
    sourceRef: await seal(added, 'sourceRef', ref),
  };
  await deliver({
    ...tell('intake.events', 'AppealSupplemented', made.appeal, made.appeal, addition, added),
    version: 3,
  });
  const reply = { supplement: added, text: await seal(replied, 'text', 'Проверяем, спасибо.') };
  await deliver({
    ...tell('intake.events', 'SupplementAnswered', made.appeal, made.appeal, reply, replied),
    version: 4,
  });
  return { angry, added, notice: uuidv5(replied, 'notice') };
}

describe('a reply to what was written after the answer', () => {
  it.each(['VK', 'MAX', 'TELEGRAM'] as const)('appears in %s under the comment that it answers', async (network) => {
    const made = await asked(network);
    await answered(made);
    await until(made.notice, 'NoticeDispatched');
    const { angry, notice } = await repliedTo(network, made);
    const { data } = await until(notice, 'NoticeDispatched');
    const [reply] = ours(network, angry.thread).filter(({ text }) => text.startsWith('Проверяем'));
    expect([reply!.replyTo, data]).toMatchObject([angry.id, { way: 'THREAD', proof: reply!.id }]);
    const first = ours(network, made.thread).filter(({ replyTo }) => replyTo === made.said.id);
    expect(first.filter(({ text }) => text.startsWith('Яму засыпали'))).toHaveLength(1);
    expect(first.filter(({ text }) => text.startsWith('Проверяем'))).toEqual([]);
  });

  it('is followed there by the notice that it is considered again, which says that it was not asked for', async () => {
    const made = await asked('VK');
    await answered(made);
    await routed(made);
    const { angry, added } = await repliedTo('VK', made);
    const again = { person: made.person, times: 1, until: '2026-12-24', supplement: added };
    const reopened = { ...tell('routing.events', 'QuestionReopened', made.appeal, made.question, again), version: 3 };
    await deliver(reopened);
    const { data } = await until(uuidv5(reopened.id, 'notice'), 'NoticeDispatched');
    const said = ours('VK', angry.thread).find(({ id }) => id === (data as { readonly proof: string }).proof)!;
    expect([data, said.replyTo]).toMatchObject([{ kind: 'REOPENED', way: 'THREAD' }, angry.id]);
    expect(said.text).toMatch(/^После ответа .* нам написали, что вопрос не решён.* 24 декабря 2026 г[.]\n/);
  });

  it('is placed by hand, and sought, under that comment; erasure leaves nothing of its place', async () => {
    const made = await asked('OK');
    await answered(made);
    await until(made.notice, 'NoticeByHand');
    const byHand = { district: 'aldan', expectedVersion: 2, link: `https://ok.ru/group/1/topic/${made.thread}` };
    await service.mutate('recordPlacedNotice', { ...byHand, id: made.notice, key: randomUUID() }, clerk);
    const { angry, notice } = await repliedTo('OK', made);
    await until(notice, 'NoticeByHand');
    const refOf = async () => {
      const { rows } = await worker.query<{ ref: string | null }>(
        'select ref from notifications.delivery where notice = $1',
        [notice],
      );
      return rows[0]!.ref === null ? null : vault.open(1, rows[0]!.ref, { field: 'sourceRef' });
    };
    expect(JSON.parse((await refOf())!)).toMatchObject({ id: angry.id });
    const other = page('OK').town.say({
      person: 'Анна',
      ours: true,
      text: 'Проверяем, спасибо.\nАлданский район',
      replyTo: made.said.id,
    });
    const right = page('OK').town.say({
      person: 'Анна',
      ours: true,
      text: 'Проверяем, спасибо.\nАлданский район',
      replyTo: angry.id,
    });
    await service.mutate('recordPlacedNotice', { ...byHand, id: notice, key: randomUUID() }, clerk);
    await eventually(async () => {
      await database.scope(1).query('update notifications.work set due_at = now() where key = $1', [notice]);
      page('OK').town.simulator.world.now += 1_000;
      return (await types(notice)).includes('NoticeSeenInPlace') || undefined;
    }, 30_000);
    const [part] = await service.get(NetworkParts).of({ district: 1, notice, way: 'THREAD' });
    expect([part!.outcome, other.id === right.id]).toMatchObject([{ id: right.id }, false]);
    await deliver({
      ...tell('intake.events', 'PersonErased', made.appeal, made.person, { person: made.person, reason: 'x' }),
    });
    const { rows } = await worker.query('select said, ref from notifications.network_source where appeal = $1', [
      made.appeal,
    ]);
    expect([await refOf(), rows]).toEqual([null, [{ said: {}, ref: null }]]);
  });
});

it('answers within the trace of the signature', async () => {
  const made = await asked('VK');
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  const started: SpanStart[] = [];
  setSpans({ start: (span) => void started.push(span), close: () => Promise.resolve() });
  try {
    await deliver(made.registered);
    await deliver({ ...made.signed, traceparent });
    // Spans alone are looked at: the answer may take as long as a busy machine needs.
    await until(made.notice, 'NoticeDispatched', 45_000);
  } finally {
    setSpans(undefined);
  }
  expect(started).toContainEqual(
    expect.objectContaining({ name: 'send message', kind: 'CLIENT', parent: traceparent }),
  );
});

describe('killed between the bytes and the record', () => {
  const killOnce = (notice: string): void => {
    const parts = service.get(NetworkParts);
    const settle = parts.settle.bind(parts);
    parts.settle = (id, ...rest) => {
      if (id.notice !== notice) return settle(id, ...rest);
      parts.settle = settle;
      return Promise.reject(Object.assign(new Error('killed before the commit'), { code: '57P01' }));
    };
  };
  const sentTo = (network: 'VK' | 'MAX' | 'TELEGRAM', made: { thread: string; said: { id: string } }) =>
    answers(network, made.thread).filter(({ replyTo }) => replyTo === made.said.id);

  it.each(['VK', 'MAX'] as const)('appears once in %s', async (network) => {
    const made = await asked(network);
    killOnce(made.notice);
    await answered(made);
    await eventually(() => Promise.resolve(sentTo(network, made).length > 0 || undefined));
    expect(await types(made.notice)).toEqual(['NoticeOpened']);
    await dueNow(made.notice);
    const { data } = await until(made.notice, 'NoticeDispatched');
    expect(sentTo(network, made)).toHaveLength(1);
    expect(data).toMatchObject({ proof: sentTo(network, made)[0]!.id });
  });

  it('is unknown in Telegram, and an official decides: it was delivered, or it is sent again', async () => {
    for (const word of ['STANDS', 'REPEAT'] as const) {
      const made = await asked('TELEGRAM');
      killOnce(made.notice);
      await answered(made);
      await eventually(() => Promise.resolve(sentTo('TELEGRAM', made).length > 0 || undefined));
      await dueNow(made.notice);
      await until(made.notice, 'NoticeOutcomeUnknown');
      const waiting = await service.resolve<readonly { id: string; version: number; attention: string }[]>(
        'unknownNotices',
        { district: 'aldan' },
        clerk,
      );
      const mine = waiting.find(({ id }) => id === made.notice)!;
      expect(mine).toMatchObject({ attention: 'UNKNOWN', version: 2 });
      const settled = { district: 'aldan', id: made.notice, key: randomUUID(), expectedVersion: 2, word };
      expect(await service.mutate('settleUnknownNotice', settled, clerk)).toMatchObject({
        version: word === 'STANDS' ? 4 : 3,
      });
      await until(made.notice, 'NoticeDispatched');
      expect(sentTo('TELEGRAM', made)).toHaveLength(word === 'STANDS' ? 1 : 2);
      expect(await service.mutate('settleUnknownNotice', { ...settled, key: randomUUID() }, clerk)).toMatchObject({
        __typename: 'Refusal',
      });
    }
  });
});

describe('a network that takes answers for a time', () => {
  const written = (hoursAgo: number) =>
    newCase('INSTAGRAM 17', 'NETWORK', 'NETWORK', {
      source: {
        network: 'INSTAGRAM',
        account: instagram,
        ref: { kind: 'DIRECT', thread: '17', id: 'm1' },
        heardAt: new Date(Date.parse(now()) - hoursAgo * 3_600_000).toISOString(),
      },
    });

  it('is sent nothing after it, and the notice goes to the page', async () => {
    const made = await written(30);
    await deliver(made.received, made.registered);
    await deliver(made.signed);
    await until(made.notice, 'NoticePosted');
    expect((await events(made.notice))[1]!.data).toMatchObject({ way: 'DIRECT', code: 'WINDOW_CLOSED', next: 'PAGE' });
  });

  it('says before an answer is written until when', async () => {
    const paths = async (hoursAgo: number) => {
      const made = await written(hoursAgo);
      await deliver(made.received, made.registered);
      await routed(made);
      const input = { district: 'aldan', question: made.question };
      return service.resolve<readonly object[]>('answerPaths', input, head);
    };
    const page = { way: 'PAGE', possible: true, public: false, until: null };
    const direct = { way: 'DIRECT', network: 'INSTAGRAM', public: false, until: '2026-11-24T23:00:00.000Z' };
    expect(await paths(4)).toMatchObject([{ ...direct, possible: true, reason: null }, page]);
    expect((await paths(30))[0]).toMatchObject({ possible: false, reason: 'WINDOW_CLOSED' });
  });
});

describe('a person who blocked our messages', () => {
  const reachability = (type: 'MessagesBlocked' | 'MessagesAllowed', appeal: string, at = now()) =>
    tell('intake.events', type, appeal, appeal, { account: page('MAX').id, at });

  async function direct() {
    const made = await asked('MAX', { direct: true });
    await deliver(made.registered);
    await routed(made);
    const paths = () =>
      service.resolve<readonly object[]>('answerPaths', { district: 'aldan', question: made.question }, head);
    return { ...made, paths };
  }

  it('is offered the next way, with the date; and the answer goes by it at once', async () => {
    const made = await direct();
    const at = '2026-11-24T01:00:00.000Z';
    await deliver({ ...reachability('MessagesBlocked', made.appeal, at), version: 2 });
    expect(await made.paths()).toMatchObject([
      { way: 'DIRECT', network: 'MAX', possible: false, reason: 'BLOCKED', since: at },
      { way: 'PAGE', possible: true, reason: null, since: null },
    ]);
    await deliver(made.signed);
    await until(made.notice, 'NoticePosted');
    expect(await types(made.notice)).toEqual(['NoticeOpened', 'NoticePosted']);
  });

  it('is reached again as soon as he allows it', async () => {
    const made = await direct();
    await deliver({ ...reachability('MessagesBlocked', made.appeal), version: 2 });
    await deliver({ ...reachability('MessagesAllowed', made.appeal), version: 3 });
    expect((await made.paths())[0]).toMatchObject({ way: 'DIRECT', possible: true, reason: null, since: null });
    await deliver(made.signed);
    expect((await until(made.notice, 'NoticeDispatched')).data).toMatchObject({ way: 'DIRECT' });
  });

  it('is known by the refusal of the network, where it reported nothing before', async () => {
    const made = await direct();
    page('MAX').town.allow(made.name, false);
    await deliver(made.signed);
    await until(made.notice, 'NoticePosted');
    expect((await made.paths())[0]).toMatchObject({ way: 'DIRECT', possible: false, reason: 'BLOCKED' });
  });
});

describe('a network that lets no program answer under a comment', () => {
  const listed = async (id: string) => {
    const all = await service.resolve<readonly { id: string; attention: string; text: string; link: string }[]>(
      'unknownNotices',
      { district: 'aldan' },
      clerk,
    );
    return all.find((one) => one.id === id);
  };
  const input = (id: string, expectedVersion = 2) => ({ district: 'aldan', id, key: randomUUID(), expectedVersion });

  it('leaves the answer to a person, whose link is the proof; the number is not worth it', async () => {
    const made = await asked('OK');
    await answered(made);
    await until(made.notice, 'NoticeByHand');
    const waiting = await listed(made.notice);
    expect(waiting).toMatchObject({ attention: 'BY_HAND', text: 'Яму засыпали.\n\nАлданский район' });
    expect(waiting!.link).toContain(`/topic/${made.thread}`);
    const bad = { ...input(made.notice), link: 'javascript:alert(1)' };
    await expect(service.mutate('recordPlacedNotice', bad, clerk)).rejects.toThrow();
    const link = `https://ok.ru/group/1/topic/${made.thread}`;
    for (const elsewhere of ['https://ok.ru.example/topic/1', 'https://vk.com/wall-1_2', 'https://a@ok.ru/topic/1'])
      expect(
        await service.mutate('recordPlacedNotice', { ...input(made.notice), link: elsewhere }, clerk),
      ).toMatchObject({ __typename: 'Refusal', code: 'LINK_LEADS_ELSEWHERE' });
    const placed = { ...input(made.notice), link };
    for (const again of [1, 2])
      expect({ again, ...(await service.mutate('recordPlacedNotice', placed, clerk)) }).toMatchObject({ version: 3 });
    const { data } = await until(made.notice, 'NoticeDispatched');
    expect(data).toMatchObject({ way: 'THREAD', proof: 'BY_HAND', link });
    expect(await listed(made.notice)).toBeUndefined();
    expect(await service.mutate('recordPlacedNotice', { ...input(made.notice, 3), link }, clerk)).toMatchObject({
      __typename: 'Refusal',
    });
    const others =
      "select 1 from notifications.delivery where appeal = $1 and attention is not null and state = 'PENDING'";
    expect((await worker.query(others, [made.appeal])).rowCount).toBe(0);
    expect(ours('OK', made.thread).filter(({ replyTo }) => replyTo === made.said.id)).toEqual([]);
  });

  /** Until it is recorded; as if the time of the next look had come. */
  const sought = (made: Awaited<ReturnType<typeof asked>>, type: string) =>
    eventually(async () => {
      await placedDueNow(made.notice);
      // It takes so many calls a second, by a clock of its own.
      page('OK').town.simulator.world.now += 1_000;
      return (await types(made.notice)).includes(type) || undefined;
    }, 30_000);
  const placedDueNow = (notice: string) =>
    database
      .scope(1)
      .query(`update notifications.work set due_at = now() where kind = 'PLACED_NOTICE' and key = $1`, [notice]);

  async function placedByHand(made: Awaited<ReturnType<typeof asked>>): Promise<void> {
    await until(made.notice, 'NoticeByHand');
    const link = `https://ok.ru/group/1/topic/${made.thread}`;
    expect(await service.mutate('recordPlacedNotice', { ...input(made.notice), link }, clerk)).toMatchObject({
      version: 3,
    });
  }

  it('seeks there what was placed, and from then on knows what becomes of it', async () => {
    const made = await asked('OK');
    await answered(made);
    await until(made.notice, 'NoticeByHand');
    const { text } = (await listed(made.notice))!;
    const placed = page('OK').town.say({
      person: 'Анна',
      ours: true,
      text: text.replaceAll('\n\n', '\n'),
      replyTo: made.said.id,
    });
    await placedByHand(made);
    await sought(made, 'NoticeSeenInPlace');
    expect((await types(made.notice)).slice(-2)).toEqual(['NoticeDispatched', 'NoticeSeenInPlace']);
    const [part] = await service.get(NetworkParts).of({ district: 1, notice: made.notice, way: 'THREAD' });
    expect(part).toMatchObject({ state: 'SENT', outcome: { kind: 'sent', id: placed.id } });
    const left = await database
      .scope(1)
      .query(`select from notifications.work where kind = 'PLACED_NOTICE' and key = $1`, [made.notice]);
    expect(left.rowCount).toBe(0);
  });

  it('says that it is not there after three looks, of other words as of none; not while the network cannot be read', async () => {
    const made = await asked('OK');
    await answered(made);
    page('OK').town.say({ person: 'Анна', ours: true, text: 'Ответим позже', replyTo: made.said.id });
    page('OK').town.revokeToken(true);
    await placedByHand(made);
    const asks = () => page('OK').town.simulator.api.asked.length;
    const before = asks();
    await eventually(async () => {
      await placedDueNow(made.notice);
      return asks() > before + 3 || undefined;
    });
    expect((await types(made.notice)).at(-1)).toBe('NoticeDispatched');
    page('OK').town.revokeToken(false);
    await sought(made, 'NoticeNotFoundInPlace');
    expect((await events(made.notice)).at(-1)!.data).toMatchObject({ way: 'THREAD', soughtAt: expect.any(String) });
  });

  it('tells the person all of a long answer', async () => {
    const answer = Array.from({ length: 100 }, (_, at) => `Предложение номер ${at} говорит о ремонте дороги.`).join(
      ' ',
    );
    const made = await asked('OK', { answer });
    await answered(made);
    await until(made.notice, 'NoticeByHand');
    expect((await listed(made.notice))!.text).toBe(`${answer}\n\nАлданский район`);
  });

  it('goes to the page, if the person does not place it', async () => {
    const made = await asked('OK');
    await answered(made);
    await until(made.notice, 'NoticeByHand');
    await service.mutate('recordPlacedNotice', input(made.notice), clerk);
    await until(made.notice, 'NoticePosted');
    expect((await events(made.notice))[2]!.data).toMatchObject({ way: 'THREAD', code: 'NOT_PLACED', next: 'PAGE' });
  });
});

describe('personal data', () => {
  const answer = 'Мастер придёт в квартиру 17, звоните 8 924 111-22-33.';

  it('is not said publicly: a person writes the words for all', async () => {
    const made = await asked('MAX', { answer });
    await answered(made);
    const { data } = await until(made.notice, 'NoticeHeld');
    expect(data).toMatchObject({ way: 'THREAD', found: ['ADDRESS', 'PHONE'] });
    const released = { district: 'aldan', id: made.notice, key: randomUUID(), expectedVersion: 4 };
    await service.mutate('releaseNotice', { ...released, words: 'Мастер придёт завтра.' }, clerk);
    await until(made.notice, 'NoticeDispatched');
    const said = answers('MAX', made.thread).filter(({ replyTo }) => replyTo === made.said.id);
    expect(said.map(({ text }) => text)).toEqual(['Мастер придёт завтра.']);
  });

  it('waits for the words of a person where the network does not let us write to him', async () => {
    const made = await asked('VK', { answer });
    await answered(made);
    const { data } = await until(made.notice, 'NoticeHeld');
    expect(data).toMatchObject({ way: 'THREAD', found: ['ADDRESS', 'PHONE'] });
    expect((await types(made.notice)).slice(1)).toEqual(['NoticeFailed', 'NoticeFailed', 'NoticeHeld']);
    const released = { district: 'aldan', id: made.notice, key: randomUUID(), expectedVersion: 4 };
    await service.mutate('releaseNotice', { ...released, words: 'Мастер придёт завтра.' }, clerk);
    await until(made.notice, 'NoticeDispatched');
    const said = answers('VK', made.thread).filter(({ replyTo }) => replyTo === made.said.id);
    expect(said.map(({ text }) => text)).toEqual(['Мастер придёт завтра.']);
  });

  it.each(['VK', 'MAX'] as const)('goes to the person where he may be written to in %s', async (network) => {
    const first = await asked(network, { direct: true });
    const made = await asked(network, { answer, person: first.name });
    await answered(made);
    const { data } = await until(made.notice, 'NoticeDispatched');
    expect(data).toMatchObject({ way: 'DIRECT' });
    expect((await events(made.notice))[1]!.data).toMatchObject({
      way: 'THREAD',
      code: 'PERSONAL_DATA',
      next: 'DIRECT',
    });
    expect(answers(network, made.thread).filter(({ replyTo }) => replyTo === made.said.id)).toEqual([]);
    expect(ours(network, first.thread).some(({ text }) => text.includes('8 924 111-22-33'))).toBe(true);
  });
});

it('counts what left by each account', async () => {
  const { id: account } = page('TELEGRAM');
  const answersOf = async () => {
    const all = await service.resolve<readonly { account: string; sentPerWeek: number }[]>(
      'accountAnswers',
      { district: 'aldan' },
      { ...clerk, assignments: [{ district: 1, role: 'DISTRICT_ADMIN' }] },
    );
    return all.find((one) => one.account === account);
  };
  const before = (await answersOf())?.sentPerWeek ?? 0;
  const made = await asked('TELEGRAM');
  await answered(made);
  await until(made.notice, 'NoticeDispatched');
  const after = await answersOf();
  expect(after).toMatchObject({ answeredAt: now(), returnedPerWeek: 0 });
  expect(after!.sentPerWeek).toBeGreaterThan(before);
});

it('forgets the text of what was said with the person', async () => {
  const made = await asked('MAX', { direct: true });
  await answered(made);
  await until(made.notice, 'NoticeDispatched');
  await deliver(tell('intake.events', 'PersonErased', made.appeal, made.person, { person: made.person, reason: 'x' }));
  const parts = await worker.query('select 1 from notifications.network_part where notice = $1', [made.notice]);
  const source = await worker.query('select ref from notifications.network_source where appeal = $1', [made.appeal]);
  expect([parts.rowCount, source.rows[0].ref]).toEqual([0, null]);
});
