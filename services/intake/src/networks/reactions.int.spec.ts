import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { CountReactions } from './application/reactions/count-reactions.js';
import { NetworksOfIntake, type Stored } from './networks-world.fixture.js';

type Measured = Extract<Stored, { type: 'ReactionsMeasured' }>;

let on: NetworksOfIntake;
beforeAll(async () => {
  on = await NetworksOfIntake.start(['VK', 'TELEGRAM']);
  await on.listen();
});
afterAll(() => on.stop());

const vk = () => on.page('VK');
const sql = (text: string) => on.world.sql(text);

async function begun(text: string, page = vk()) {
  const said = page.say({ person: `Житель, который пишет «${text}»`, text });
  const [received] = await on.about(page, said.id, 'AppealReceived');
  return { said, appeal: received!.appeal, received: received! };
}

/** Every message is due, and every account may be asked; two copies look. Until nothing is left. */
async function count(): Promise<void> {
  await sql('update intake.counted set due_at = now() where due_at is not null');
  await askDue();
}

async function askDue(): Promise<void> {
  const counts = on.world.get(CountReactions);
  for (;;) {
    await sql('update intake.count_pace set next_at = now()');
    // The networks take so many calls a second, by a clock of their own.
    for (const district of ['aldan', 'tompo']) on.page('VK', district).simulator.world.now += 1_000;
    const asked = await Promise.all([counts.countDue(), counts.countDue()]);
    if (Math.max(...asked) === 0) return;
  }
}

async function measured(appeal: string, target?: Measured['target']): Promise<readonly Measured[]> {
  const all = (await on.facts()).filter((fact): fact is Stored & Measured => fact.type === 'ReactionsMeasured');
  return all.filter((fact) => fact.appeal === appeal && (target === undefined || fact.target === target));
}

const likes = (facts: readonly Measured[]) =>
  facts.map(({ samples }) => samples.find(({ metric }) => metric === 'LIKES')!.value);

const counted = async (appeal: string) =>
  ((await on.world.rows('counted_for')) as { appeal: string; target: string }[]).filter((one) => one.appeal === appeal);

describe('how people take a comment', () => {
  it('is counted once for each change, and is a series; the post above it, too', async () => {
    const { said, appeal, received } = await begun('Нет света');
    await count();
    vk().like(said.id, 25);
    await count();
    await count();
    vk().like(said.id, 15);
    await count();
    const series = await measured(appeal, 'CITIZEN_MESSAGE');
    expect(likes(series)).toEqual([0, 25, 40]);
    expect(series.map(({ before }) => typeof before)).toEqual(['undefined', 'string', 'string']);
    expect(series[2]!.before! > series[1]!.observedAt).toBe(true);
    const { source } = received as Extract<Stored, { type: 'AppealReceived' }>;
    expect(series[0]).toMatchObject({ message: source!.message, via: 'POLL' });
    const [post, ...more] = await measured(appeal, 'SOURCE_POST');
    expect(post!.samples.map(({ metric }) => metric)).toEqual(['LIKES', 'VIEWS']);
    expect([post!.message, more]).toEqual([source!.thread, []]);
  });

  it('is asked for soon after the network tells of a like, though its time has not come', async () => {
    const { said, appeal } = await begun('Холодно в школе');
    await askDue();
    expect(await measured(appeal)).toEqual([]);
    const kept = (await on.world.rows('delivery')).length;
    vk().like(said.id, 3);
    const due = async () => {
      await on.settle();
      await sql(`update intake.counted set due_at = now() where due_at < now() + interval '5 seconds'`);
      await askDue();
      return likes(await measured(appeal, 'CITIZEN_MESSAGE'));
    };
    for (let tries = 0; tries < 50 && (await due()).length === 0; tries += 1)
      await new Promise((go) => setTimeout(go, 50));
    const [told] = await measured(appeal, 'CITIZEN_MESSAGE');
    expect(told).toMatchObject({ via: 'PUSH', samples: [{ metric: 'LIKES', value: 3, quality: 'EXACT' }] });
    expect(await measured(appeal, 'SOURCE_POST')).toEqual([]);
    // A like is no fact of its own.
    expect(await on.world.rows('delivery')).toHaveLength(kept);
  });

  it('is a hole when the network tells nothing several times, and neither 0 nor the value before', async () => {
    const { said, appeal } = await begun('Собаки во дворе');
    vk().like(said.id, 7);
    await count();
    vk().revokeToken(true);
    for (let misses = 0; misses < 3; misses += 1) await count();
    expect(likes(await measured(appeal, 'CITIZEN_MESSAGE'))).toEqual([7]);
    await count();
    await count();
    vk().revokeToken(false);
    await count();
    const series = await measured(appeal, 'CITIZEN_MESSAGE');
    expect(likes(series)).toEqual([7, null, 7]);
    expect(series[1]!.samples).toEqual([{ metric: 'LIKES', value: null, quality: 'MISSING' }]);
  });

  it('is nothing of another message or district, and nothing where the network tells no counts', async () => {
    const [one, other] = [await begun('Яма на Лесной'), await begun('Яма на Портовой')];
    const there = await begun('Яма на Лесной', on.page('VK', 'tompo'));
    const telegram = await begun('Яма на Лесной', on.page('TELEGRAM'));
    vk().like(one.said.id, 5);
    await count();
    expect(likes(await measured(one.appeal, 'CITIZEN_MESSAGE'))).toEqual([5]);
    expect(likes(await measured(other.appeal, 'CITIZEN_MESSAGE'))).toEqual([0]);
    expect(likes(await measured(there.appeal, 'CITIZEN_MESSAGE'))).toEqual([0]);
    expect((await counted(telegram.appeal)).map(({ target }) => target)).toEqual(['SOURCE_POST']);
    expect(await measured(telegram.appeal)).toEqual([]);
  });
});

describe('how people take a post whose counts the network tells of its own accord', () => {
  it('is recorded as it was last pushed, and never requested', async () => {
    const page = on.page('TELEGRAM');
    const { said, appeal } = await begun('Когда откроют каток?', page);
    const { world, api, deliveries } = page.simulator;
    const { thread } = world.said.find(({ id }) => id === said.id)!;
    const kept = (await on.world.rows('delivery')).length;
    const series = async () =>
      (await measured(appeal)).map(({ target, via, samples }) => [target, via, ...samples.map(({ value }) => value)]);
    const like = async (times: number, expected: readonly unknown[]) => {
      world.now += 60_000;
      page.likePost(thread.id, times, 0);
      await eventually(async () => {
        await count();
        expect((await series()).at(-1)).toEqual(expected);
        return true;
      });
    };
    await like(3, ['SOURCE_POST', 'PUSH', 3]);
    await like(4, ['SOURCE_POST', 'PUSH', 7]);
    const [first, last] = deliveries.told.slice(-2);
    // The same once more, and an older one that was late.
    for (const told of [last, first]) await on.again(page, told);
    await count();
    await count();
    expect(await series()).toHaveLength(2);
    expect((await measured(appeal))[1]!.samples).toEqual([{ metric: 'REACTIONS', value: 7, quality: 'DELAYED' }]);
    // No fact of its own, and no call.
    expect(await on.world.rows('delivery')).toHaveLength(kept);
    expect(api.asked.filter((one) => /reaction/i.test(one))).toEqual([]);
  });

  it('is nothing of a post of which no case began, and comes to all cases under it', async () => {
    const page = on.page('TELEGRAM');
    const other = page.post('Приём граждан в среду');
    const one = page.say({ person: 'Анна', text: 'А в пятницу?', thread: other.id });
    const two = page.say({ person: 'Пётр', text: 'А по телефону?', thread: other.id });
    const [[first], [second]] = [
      await on.about(page, one.id, 'AppealReceived'),
      await on.about(page, two.id, 'AppealReceived'),
    ];
    page.likePost(page.post('Никто не спросил').id, 9, 0);
    page.likePost(other.id, 5, 0);
    await eventually(async () => {
      await count();
      for (const { appeal } of [first!, second!])
        expect((await measured(appeal)).map(({ samples }) => samples[0]!.value)).toEqual([5]);
      return true;
    });
  });
});

describe('how people take our answer', () => {
  it('is counted from its dispatch, by its first part, and not of the number of registration', async () => {
    const { said, appeal } = await begun('Нет автобуса');
    const { thread } = vk().simulator.world.said.find(({ id }) => id === said.id)!;
    const [number, first, second] = ['принято', 'Пустим', 'завтра'].map((text) =>
      vk().simulator.world.show(thread, text, said.id),
    );
    await on.world.deliverNotice(appeal, { kind: 'REGISTERED', way: 'THREAD', proof: number!.id });
    expect(await counted(appeal)).not.toContainEqual(expect.objectContaining({ target: 'OUR_ANSWER' }));
    await on.world.deliverNotice(appeal, { kind: 'ANSWERED', way: 'THREAD', proof: `${first!.id} ${second!.id}` });
    vk().like(first!.id, 12);
    vk().like(second!.id, 30);
    await count();
    expect(likes(await measured(appeal, 'OUR_ANSWER'))).toEqual([12]);
    const reply = vk().say({ person: 'Прохожая', text: 'Спасибо', replyTo: second!.id });
    const [added] = await on.about(vk(), reply.id, 'AppealSupplemented');
    expect(added).toMatchObject({ appeal });
  });
});

describe('our answer in its place', () => {
  it('is seen once, whether its notice or the network tells first', async () => {
    for (const isNoticeFirst of [true, false]) {
      const { said, appeal } = await begun(`Снег на крыше, ${isNoticeFirst}`);
      const { thread } = vk().simulator.world.said.find(({ id }) => id === said.id)!;
      on.isHeld = isNoticeFirst;
      const ours = vk().simulator.world.show(thread, 'Уберём сегодня.', said.id);
      vk().carrier.look();
      if (!isNoticeFirst) await on.about(vk(), ours.id, 'OwnMessageSeen');
      await on.world.deliverNotice(appeal, { kind: 'ANSWERED', way: 'THREAD', proof: ours.id });
      on.isHeld = false;
      await on.again(vk());
      const seen = await on.about(vk(), ours.id, 'OwnMessageSeen');
      expect(seen).toMatchObject([{ appeal }]);
    }
  });
});

describe('what is counted no more', () => {
  it('is what was removed, until it is restored', async () => {
    const { said, appeal } = await begun('Шумят ночью');
    await count();
    vk().remove(said.id);
    await on.about(vk(), said.id, 'RemovedAtSource');
    vk().like(said.id, 9);
    await count();
    expect(likes(await measured(appeal, 'CITIZEN_MESSAGE'))).toEqual([0]);
  });

  it('is what is counted for a duplicate, of which the original tells; taken back, it is counted again', async () => {
    const { appeal, said } = await begun('Дым с полигона');
    const { appeal: original } = await begun('Дым');
    const moderator = on.world.as('MODERATOR');
    const act = { district: 'aldan', id: appeal };
    const marked = { ...act, key: randomUUID(), expectedVersion: 1, of: original };
    const { version } = (await on.world.moderation.markAsDuplicate(marked, moderator)) as { version: number };
    await deliverAll(appeal, 'MarkedAsDuplicate');
    vk().like(said.id, 4);
    await count();
    expect(await measured(appeal)).toEqual([]);
    expect(likes(await measured(original, 'SOURCE_POST'))).toHaveLength(1);
    const back = { ...act, key: randomUUID(), expectedVersion: version, reason: 'ошибка' };
    expect(await on.world.moderation.takeBackDecision(back, moderator)).toMatchObject({ __typename: 'Change' });
    await deliverAll(appeal, 'DecisionTakenBack');
    // So many messages are counted here by now that VK may have had enough for this second.
    await eventually(async () => {
      await count();
      expect(likes(await measured(appeal, 'CITIZEN_MESSAGE'))).toEqual([4]);
      return true;
    });
  });

  it('is what was erased', async () => {
    const { appeal } = await begun('Прошу стереть');
    await on.world.operations.erase({
      district: 1,
      subject: appeal,
      actor: { kind: 'system', id: 'operator' },
      ground: 'DEMANDED',
    });
    expect(await counted(appeal)).toEqual([]);
    await count();
    expect(await measured(appeal)).toEqual([]);
  });
});

describe('counting', () => {
  it('asks an account for three messages at a time, and for the next ones five seconds later', async () => {
    for (let at = 0; at < 5; at += 1) await begun(`Вопрос ${at}`);
    await sql('update intake.counted set due_at = now() where due_at is not null');
    await sql('update intake.count_pace set next_at = now()');
    const counts = on.world.get(CountReactions);
    const asked = () => vk().simulator.api.asked.filter((one) => /likes|getById/.test(one)).length;
    const before = asked();
    await counts.countDue();
    expect(await counts.countDue()).toBe(0);
    expect(asked() - before).toBe(3);
  });
});

async function deliverAll(appeal: string, type: Stored['type']): Promise<void> {
  for (const fact of await on.world.log.read(0, 10_000))
    if (fact.stream === appeal && fact.type === type) await on.world.deliver(fact);
}
