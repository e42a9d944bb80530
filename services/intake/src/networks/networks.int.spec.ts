import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { metrics } from '@otklik/observability';
import { eventually } from '@otklik/testing';
import { InboundMessages } from './store/inbound-messages.js';
import { IntakeOperations } from '../operations.js';
import { ReadPosts } from './application/read-posts.js';
import { SourcePosts } from './application/source-posts.js';
import { NetworksOfIntake, type Stored } from './networks-world.fixture.js';

const NETWORKS = ['VK', 'MAX', 'TELEGRAM'] as const;
type Network = (typeof NETWORKS)[number];
/** Above whatever is said on a page of the town. */
const POST = 'Ремонт улицы Ленина начнётся в понедельник';
const LETTERS = 'Ҥ Ө Ү Ҕ Һ ё «Өлүөнэ» 👨‍👩‍👧 №5: на Лесной темно';

let on: NetworksOfIntake;
beforeAll(async () => {
  on = await NetworksOfIntake.start([...NETWORKS, 'OK']);
  await on.listen();
  for (const network of NETWORKS) expect(on.page(network).simulator.subscription).toBeDefined();
});
afterAll(() => on.stop());
afterEach(() => void (on.isHeld = false));

const facts = async (appeal: string, type: Stored['type']): Promise<readonly Stored[]> =>
  (await on.facts()).filter((fact) => fact.appeal === appeal && fact.type === type);
/** Once there are so many. */
const told = (appeal: string, type: Stored['type'], count = 1): Promise<readonly Stored[]> =>
  eventually(async () => {
    await on.settle();
    const found = await facts(appeal, type);
    return found.length >= count ? found : undefined;
  });
const texts = (all: readonly Stored[]) => Promise.all(all.map((fact) => on.open(fact, 'text')));

/** A comment that began a case. */
async function begun(network: Network, text = 'На Лесной темно', person = 'Айталина') {
  const said = on.page(network).say({ person, text });
  const [received] = await on.about(on.page(network), said.id, 'AppealReceived');
  return { said, received: received!, appeal: received!.appeal };
}

const rowsOf = async (table: string) => (await on.world.rows(table)) as readonly Record<string, unknown>[];

async function kept(): Promise<number> {
  return (await on.world.rows('delivery')).length;
}

async function refused(answer: string): Promise<number> {
  const counted = await metrics.getSingleMetric('otklik_network_deliveries_total')!.get();
  return counted.values.filter((one) => one.labels['answer'] === answer).reduce((sum, { value }) => sum + value, 0);
}

function permutations<T>(of: readonly T[]): T[][] {
  if (of.length <= 1) return [[...of]];
  return of.flatMap((one, at) => permutations([...of.slice(0, at), ...of.slice(at + 1)]).map((rest) => [one, ...rest]));
}

describe.each(NETWORKS)('what %s tells', (network) => {
  it('of a comment begins a case of its district, with its author and its place', async () => {
    const { received, said } = await begun(network, LETTERS);
    const { id: account } = on.account(network);
    expect(received).toMatchObject({
      district: 1,
      regime: 'SOCIAL_MESSAGE',
      channel: 'NETWORK',
      contactKind: 'NETWORK',
      identified: false,
      source: { network, account, kind: 'COMMENT' },
    });
    expect(await on.open(received, 'text')).toBe(LETTERS);
    // By the network's clock, in seconds in some.
    const { at } = on.page(network).simulator.world.said.find(({ id }) => id === said.id)!;
    expect(secondsOf((received as { readonly writtenAt?: string }).writtenAt!)).toBe(secondsOf(at));
    // VK is asked for it.
    expect(await on.open(received, 'name')).toBe('Айталина');
    expect(await on.open(received, 'contact')).toMatch(new RegExp(`^${network} -?\\d+$`));
    const other = on.page(network, 'tompo').say({ person: 'Айталина', text: 'И у нас темно' });
    const [there] = await on.about(on.page(network, 'tompo'), other.id, 'AppealReceived');
    expect(there).toMatchObject({ district: 2, source: { account: on.account(network, 'tompo').id } });
    expect(await on.about(on.page(network), said.id, 'AppealReceived')).toHaveLength(1);
  });

  it('1: five times at once is one case', async () => {
    const { said } = await begun(network);
    const before = await kept();
    const answers = await Promise.all(Array.from({ length: 5 }, () => on.again(on.page(network))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await kept()).toBe(before);
    expect(await on.about(on.page(network), said.id, 'AppealReceived')).toHaveLength(1);
  });

  it('2, 3: comes to the same case in every order of a message, its edits and its removal', async () => {
    const page = on.page(network, 'tompo');
    const states = new Set<string>();
    const orders = permutations([0, 1, 2, 3]).filter((_, at) => at % 3 === 0);
    for (const order of orders) {
      on.isHeld = true;
      const from = page.simulator.deliveries.told.length;
      const { id } = page.say({ person: 'Кирилл', text: 'Яма у дома' });
      for (const text of ['Яма у дома 3', 'Яма у дома 4']) {
        page.simulator.world.now += 1_000;
        page.edit(id, text);
      }
      page.simulator.world.now += 1_000;
      page.remove(id);
      const told = page.simulator.deliveries.told.slice(from);
      for (const at of order.filter((one) => told[one] !== undefined)) {
        await on.again(page, told[at]);
        await on.settle();
      }
      told.forEach((one) => page.simulator.deliveries.confirm(one));
      on.isHeld = false;
      const [received] = await on.about(page, id, 'AppealReceived');
      const editions = await texts(await facts(received!.appeal, 'EditedAtSource'));
      const removals = await facts(received!.appeal, 'RemovedAtSource');
      states.add(JSON.stringify([await on.open(received!, 'text'), [...editions].sort(), removals.length]));
    }
    const removals = network === 'TELEGRAM' ? 0 : 1;
    expect([...states]).toEqual([JSON.stringify(['Яма у дома', ['Яма у дома 3', 'Яма у дома 4'], removals])]);
  });

  it('4: of an edit after the decision is noted, and the registered text stays', async () => {
    const { said, appeal, received } = await begun(network);
    on.page(network).edit(said.id, 'На Лесной светло');
    const [edited] = await on.about(on.page(network), said.id, 'EditedAtSource');
    expect(edited).toMatchObject({ appeal, message: sourceOf(received).message });
    expect(await on.open(edited!, 'text')).toBe('На Лесной светло');
    expect(await texts(await facts(appeal, 'AppealReceived'))).toEqual(['На Лесной темно']);
  });

  it('6: of an unknown kind is kept, and begins nothing', async () => {
    const { said } = await begun(network);
    const { simulator } = on.page(network);
    const before = { kept: await kept(), facts: (await on.facts()).length };
    const raw = simulator.world.said.find(({ id }) => id === said.id)!;
    const { type } = simulator.protocol.odd(raw);
    expect((await on.again(on.page(network), { body: type, thread: '' })).status).toBe(200);
    await on.settle();
    expect({ kept: await kept(), facts: (await on.facts()).length }).toEqual({ ...before, kept: before.kept + 1 });
  });

  it('13: waits in the network while nothing can be kept, and comes once', async () => {
    on.isHeld = true;
    const { id } = on.page(network).say({ person: 'Степан', text: 'Нет воды' });
    on.world.failNextAppend();
    expect(await on.again(on.page(network))).toMatchObject({ status: 503, body: '' });
    expect((await on.again(on.page(network))).status).toBe(200);
    on.isHeld = false;
    expect(await on.about(on.page(network), id, 'AppealReceived')).toHaveLength(1);
  });

  it('14: killed between the commit and the answer is taken once', async () => {
    on.isHeld = true;
    const { id } = on.page(network).say({ person: 'Степан', text: 'Нет света' });
    await expect(on.killed(on.page(network))).rejects.toThrow();
    const before = await kept();
    expect((await on.again(on.page(network))).status).toBe(200);
    expect(await kept()).toBe(before);
    on.isHeld = false;
    expect(await on.about(on.page(network), id, 'AppealReceived')).toHaveLength(1);
  });

  it('9: with a wrong, missing or another district’s secret is refused, and only a counter moves', async () => {
    await begun(network);
    const { id: here } = on.account(network);
    const before = { kept: await kept(), forged: await refused('FORGED') };
    const foreign = on.page(network, 'tompo').simulator.subscription!.secret;
    for (const secret of ['wrong', `${foreign}x`, foreign])
      expect([401, 403]).toContain((await on.again(on.page(network), undefined, secret)).status);
    expect({ kept: await kept(), forged: await refused('FORGED') }).toEqual({ ...before, forged: before.forged + 3 });
    const post = (path: string, body: string) => fetch(`${on.url}${path}`, { method: 'POST', body });
    expect((await post(`/in/${here}`, 'x'.repeat(3_000_000))).status).toBe(413);
    expect((await post(`/in/${randomUUID()}`, '{}')).status).toBe(404);
    expect((await post('/in/nobody', '{}')).status).toBe(404);
    expect(await kept()).toBe(before.kept);
  });

  it('of a dialogue goes on in its case until that ends', async () => {
    const write = (text: string) => on.page(network).say({ person: 'Мария', text, direct: true });
    const [received] = await on.about(on.page(network), write('Когда дадут тепло?').id, 'AppealReceived');
    const [added] = await on.about(on.page(network), write('Дом 7, квартира 3').id, 'AppealSupplemented');
    expect(added).toMatchObject({ appeal: received!.appeal, byApplicant: true, source: { kind: 'DIRECT' } });
    expect(await on.open(added!, 'text')).toBe('Дом 7, квартира 3');
    const stranger = on.page(network).say({ person: 'Никита', text: 'А у нас?', direct: true });
    expect((await on.about(on.page(network), stranger.id, 'AppealReceived'))[0]!.appeal).not.toBe(received!.appeal);
    await on.world.moderation.markAsSpam(
      {
        key: randomUUID(),
        district: 'aldan',
        id: received!.appeal,
        expectedVersion: 2,
        reason: 'проба',
        kind: 'OTHER',
      },
      on.world.as('MODERATOR'),
    );
    const later = await on.about(on.page(network), write('Снова холодно').id, 'AppealReceived');
    expect(later[0]!.appeal).not.toBe(received!.appeal);
  });

  it('of a reply: its author adds to the case, a stranger begins one', async () => {
    const { said, appeal } = await begun(network);
    const own = on.page(network).say({ person: 'Айталина', text: 'Уже неделю', replyTo: said.id });
    expect((await on.about(on.page(network), own.id, 'AppealSupplemented'))[0]).toMatchObject({
      appeal,
      byApplicant: true,
    });
    const other = on.page(network).say({ person: 'Прохожий', text: 'И на Лугинова', replyTo: said.id });
    expect((await on.about(on.page(network), other.id, 'AppealReceived'))[0]!.appeal).not.toBe(appeal);
  });

  it('of a photograph keeps it with the case, re-encoded', async () => {
    const said = on.page(network).say({ person: 'Айталина', text: 'Вот так', direct: true, photos: [PIXEL] });
    const [received] = await on.about(on.page(network), said.id, 'AppealReceived');
    const { files, source } = received as Extract<Stored, { type: 'AppealReceived' }>;
    expect(files).toMatchObject([{ type: 'image/png' }]);
    expect(source).not.toHaveProperty('unavailable');
    expect(await on.world.rows('file')).toContainEqual(
      expect.objectContaining({ id: files[0]!.id, appeal: received!.appeal }),
    );
  });

  it('of a person who is erased goes: bodies and texts; and does not come back', async () => {
    const { appeal, received } = await begun(network, 'Меня забудьте', 'Забытая');
    const [told] = on.page(network).simulator.deliveries.told.slice(-1);
    const { message } = sourceOf(received);
    const captured = async () => (await rowsOf('captured')).filter(({ ref }) => ref === message).length;
    expect(await captured()).toBe(1);
    await on.world.operations.erase({
      district: 1,
      subject: appeal,
      actor: { kind: 'system', id: 'operator' },
      ground: 'DEMANDED',
    });
    const bare = async () => (await rowsOf('delivery')).filter(({ raw }) => raw === '').length;
    const before = await bare();
    expect(before).toBeGreaterThan(0);
    await on.again(on.page(network), told);
    await on.listen();
    await on.settle();
    expect([await captured(), await bare()]).toEqual([0, before]);
    expect(await rowsOf('heard_message')).toContainEqual(
      expect.objectContaining({ id: message, erased: true, author: null }),
    );
  });
});

const secondsOf = (at: string | number): number => Math.floor(new Date(at).getTime() / 1_000);

function sourceOf(fact: Stored) {
  return (fact as Extract<Stored, { type: 'AppealReceived' }>).source!;
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe.each(NETWORKS)('the post above a comment in %s', (network) => {
  const postsOf = (received: Stored, district = received.district) =>
    on.world.get(SourcePosts).of(district, [sourceOf(received).thread]);
  const url = network === 'VK' ? expect.stringMatching(/^https:\/\/vk\.com\/wall-\d+_\d+$/) : expect.anything();

  it('is known by its thread, and only in its district', async () => {
    const { received } = await begun(network, 'А Лесная?');
    await on.world.get(ReadPosts).readDue();
    // The background work may have claimed it first.
    const post = await eventually(async () => (await postsOf(received)).find(({ text }) => text === POST));
    expect(post).toMatchObject({ thread: sourceOf(received).thread });
    if (post.url !== null) expect(post).toMatchObject({ url });
    expect(await postsOf(received, 2)).toEqual([]);
    const stored = (await rowsOf('heard_post')).map((row) => JSON.stringify(row)).join();
    for (const clear of ['Ремонт улицы', ...on.page(network).threads.map(({ id }) => id)])
      expect(stored).not.toContain(clear);
  });

  it('that cannot be asked for is only its link, and is asked for again', async () => {
    if (network === 'TELEGRAM') return;
    const page = on.page(network, 'tompo');
    const { id: thread } = page.post('Откроем каток в субботу');
    const said = page.say({ person: 'Айталина', text: 'А коньки?', thread });
    const [received] = await on.about(page, said.id, 'AppealReceived');
    page.revokeToken(true);
    await on.world.get(ReadPosts).readDue();
    page.revokeToken(false);
    expect(await postsOf(received!)).toMatchObject([{ text: null }]);
    await eventually(async () => {
      // A second later the network takes calls again, and what the background work has put off is due.
      page.simulator.world.now += 1_000;
      await on.world.resources.worker.query(`update intake.work set due_at = now() where kind = 'POST'`);
      await on.world.get(ReadPosts).readDue();
      return (await postsOf(received!)).find(({ text }) => text === 'Откроем каток в субботу');
    });
  });
});

describe('what VK alone tells', () => {
  const network = 'VK';

  it('2: of two edits without a time is asked for, and its answer is the last', async () => {
    const page = on.page(network);
    for (const [first, second] of [
      ['а', 'б'],
      ['б', 'а'],
    ] as const) {
      const { said, appeal } = await begun(network);
      page.edit(said.id, first);
      page.edit(said.id, second);
      await on.about(page, said.id, 'EditedAtSource', 2);
      await on.settle();
      expect(await texts(await facts(appeal, 'EditedAtSource'))).toEqual([first, second]);
      page.edit(said.id, 'в');
      await on.about(page, said.id, 'EditedAtSource', 3);
      expect((await texts(await facts(appeal, 'EditedAtSource'))).at(-1)).toBe('в');
      // Changed back, to an earlier text.
      page.edit(said.id, second);
      await on.about(page, said.id, 'EditedAtSource', 4);
      expect((await texts(await facts(appeal, 'EditedAtSource'))).at(-1)).toBe(second);
    }
  });

  it('5: of a removal and a restoration in whatever order is asked for, too', async () => {
    const page = on.page(network);
    const { said, appeal } = await begun(network);
    page.remove(said.id);
    await on.about(page, said.id, 'RemovedAtSource');
    page.restore(said.id);
    expect((await on.about(page, said.id, 'RestoredAtSource'))[0]).toMatchObject({ appeal });
  });

  it('of people it asks at once how they are called, and goes on without an answer', async () => {
    const page = on.page(network);
    page.revokeToken(true);
    const nameless = page.say({ person: 'Безымянный', text: 'Нет света' });
    const [received] = await on.about(page, nameless.id, 'AppealReceived');
    expect(await on.open(received!, 'name')).toBeUndefined();
    page.revokeToken(false);
    const again = page.say({ person: 'Безымянный', text: 'Всё ещё нет' });
    expect(await on.open((await on.about(page, again.id, 'AppealReceived'))[0]!, 'name')).toBe('Безымянный');
  });

  it('19: are seen in their case and begin none; a reply to them joins it', async () => {
    const { said, appeal } = await begun(network);
    const { simulator, carrier } = on.page(network);
    const { id, thread } = simulator.world.said.find((one) => one.id === said.id)!;
    const ours = simulator.world.show(thread, 'Включим сегодня до 18 часов.', id);
    carrier.look();
    const [seen] = await on.about(on.page(network), ours.id, 'OwnMessageSeen');
    expect(seen).toMatchObject({ appeal });
    expect(await on.open(seen!, 'text')).toBe('Включим сегодня до 18 часов.');
    const angry = on.page(network).say({ person: 'Прохожий', text: 'Не верю', replyTo: ours.id });
    const [added] = await on.about(on.page(network), angry.id, 'AppealSupplemented');
    expect(added).toMatchObject({ appeal, byApplicant: false });
    expect(await on.open(added!, 'author')).toMatch(/^VK \d+$/);
    expect((await facts(appeal, 'AppealReceived')).length).toBe(1);
  });
});

it('VK tells that a person read what we wrote, which its case hears once', async () => {
  const page = on.page('VK');
  const { simulator } = page;
  const said = page.say({ person: 'Дария', text: 'Нет света', direct: true });
  const [received] = await on.about(page, said.id, 'AppealReceived');
  const ours = simulator.world.show(simulator.world.at(said.thread)!, 'Включим сегодня.', said.id);
  await on.about(page, ours.id, 'OwnMessageSeen');
  const last = simulator.deliveries.told.at(-1)!;
  const { group_id } = JSON.parse(last.body) as { readonly group_id: number };
  const reads = (event_id: string, read_message_id: string) => {
    const object = { from_id: Number(said.thread), peer_id: Number(said.thread), read_message_id };
    const body = JSON.stringify({ type: 'message_read', group_id, event_id, v: '5.199', object });
    return on.again(page, { ...last, body });
  };
  await reads('read-1', said.id);
  await reads('read-2', ours.id);
  await told(received!.appeal, 'OwnMessageRead');
  await reads('read-3', ours.id);
  await on.settle();
  expect(await facts(received!.appeal, 'OwnMessageRead')).toHaveLength(1);
});

describe.each(['MAX', 'TELEGRAM'] as const)('%s does not tell what we wrote', (network) => {
  it('so what was sent is known by its notice: a reply to it joins the case', async () => {
    const { said, appeal } = await begun(network);
    const { simulator } = on.page(network);
    const { id, thread } = simulator.world.said.find((one) => one.id === said.id)!;
    const ours = simulator.world.show(thread, 'Включим сегодня до 18 часов.', id);
    await on.world.deliverNotice(appeal, { way: 'THREAD', proof: ours.id });
    const angry = on.page(network).say({ person: 'Прохожий', text: 'Не верю', replyTo: ours.id });
    const [added] = await on.about(on.page(network), angry.id, 'AppealSupplemented');
    expect(added).toMatchObject({ appeal, byApplicant: false });
    expect(await on.open(added!, 'authorName')).toContain('Прохожий');
    expect(await on.open(added!, 'author')).toMatch(new RegExp(`^${network} `));
  });
});

describe('41: a group of Telegram that becomes another one', () => {
  it('continues in its thread: cases are together, and replies to what was sent there since join theirs', async () => {
    const page = on.page('TELEGRAM');
    const { world } = page.simulator;
    const group = world.thread('COMMENT');
    const first = page.say({ person: 'Айталина', text: 'На Лесной темно', thread: group.id });
    const [received] = await on.about(page, first.id, 'AppealReceived');
    const { appeal } = received!;
    world.move(group, '-1002000300040');
    page.carrier.look();
    await on.again(page);
    await on.settle();
    const movedAt = new Date(world.now).toISOString();
    const next = page.say({ person: 'Кирилл', text: 'И у нас темно', thread: group.id });
    const [other] = await on.about(page, next.id, 'AppealReceived');
    expect(other!.appeal).not.toBe(appeal);
    expect(sourceOf(other!).thread).toBe(sourceOf(received!).thread);
    expect(JSON.parse((await on.open(other!, 'sourceRef'))!)).toMatchObject({ thread: '-1002000300040' });
    const sent = { kind: 'ANSWERED', way: 'THREAD', dispatchedAt: movedAt };
    const ours = world.show(group, 'Включим завтра.', first.id);
    await on.world.deliverNotice(appeal, { ...sent, proof: ours.id });
    const reply = page.say({ person: 'Прохожая', text: 'Спасибо', replyTo: ours.id });
    const [added] = await on.about(page, reply.id, 'AppealSupplemented');
    expect(added).toMatchObject({ appeal });
    // Numbers start again: what was sent before is in the old group, whose numbers mean something else here.
    const proof = String(Number(reply.id) + 1);
    await on.world.deliverNotice(appeal, { ...sent, proof, dispatchedAt: '2026-11-01T00:00:00.000Z' });
    const stranger = page.say({ person: 'Прохожий', text: 'Собаки', thread: group.id });
    expect(stranger.id).toBe(proof);
    const [begins] = await on.about(page, stranger.id, 'AppealReceived');
    expect(begins!.appeal).not.toBe(appeal);
  });
});

describe.each(NETWORKS)('what %s tells of whom we may write to', (network) => {
  it('31: is recorded in the cases of the author, also in one that begins later; a direct message allows it, too', async () => {
    const page = on.page(network);
    const person = `Марья ${network}`;
    const wrote = async (direct: boolean) => {
      page.simulator.world.now += 1_000;
      const { id } = page.say({ person, text: 'Нет воды', direct });
      return (await on.about(page, id, 'AppealReceived'))[0]!.appeal;
    };
    const allow = (allowed: boolean) => {
      page.simulator.world.now += 1_000;
      page.allow(person, allowed);
    };
    const first = await wrote(true);
    allow(false);
    const [blocked] = await told(first, 'MessagesBlocked');
    expect(blocked).toMatchObject({ account: on.account(network).id });
    const later = await wrote(false);
    await told(later, 'MessagesBlocked');
    allow(true);
    for (const appeal of [first, later]) await told(appeal, 'MessagesAllowed');
    const other = await begun(network, 'И у нас нет воды', 'Никифор');
    await on.again(page);
    await on.settle();
    allow(false);
    expect(await told(first, 'MessagesBlocked', 2)).toHaveLength(2);
    page.simulator.world.now += 1_000;
    page.say({ person, text: 'Воды всё нет', direct: true });
    expect(await told(first, 'MessagesAllowed', 2)).toHaveLength(2);
    expect(await facts(other.appeal, 'MessagesBlocked')).toEqual([]);
  });
});

describe('a captured message that cannot be read', () => {
  it('is set aside where an operator sees it, and the dialogue goes on; it is applied once it can be read', async () => {
    const page = on.page('MAX');
    const say = (text: string) => page.say({ person: 'Прокопий', text, direct: true }).id;
    const [first] = await on.about(page, say('Нет света'), 'AppealReceived');
    const { worker } = on.world.resources;
    const operations = on.world.get(IntakeOperations);
    const sealed = async (lost: string) => (await rowsOf('captured')).find((row) => row['ref'] === lost)!['sealed'];
    const lost = say('И воды нет');
    await eventually(async () => {
      await on.readDeliveries();
      return (await rowsOf('heard_message')).some(({ place }) => place === null) || undefined;
    });
    const { id: message } = (await rowsOf('heard_message')).find(({ place }) => place === null)!;
    const whole = await sealed(message as string);
    const spoil = 'update intake.captured set sealed = $2 where ref = $1';
    await worker.query(spoil, [message, 'spoilt']);
    const third = say('Дом 7');
    expect((await on.about(page, third, 'AppealSupplemented'))[0]).toMatchObject({ appeal: first!.appeal });
    const { id: account } = on.account('MAX');
    expect(await operations.setAside()).toMatchObject([{ district: 1, account, count: 1 }]);
    await on.settle();
    await worker.query(spoil, [message, whole]);
    expect(await operations.readAgain()).toBe(1);
    expect((await on.about(page, lost, 'AppealSupplemented'))[0]).toMatchObject({ appeal: first!.appeal });
    expect(await operations.setAside()).toEqual([]);
  });
});

describe.each(['VK', 'MAX'] as const)('what %s tells of removals', (network) => {
  it('5: is noted, and the case stays', async () => {
    const { said, appeal } = await begun(network);
    on.page(network).remove(said.id);
    expect((await on.about(on.page(network), said.id, 'RemovedAtSource'))[0]).toMatchObject({ appeal });
    expect(await texts(await facts(appeal, 'AppealReceived'))).toEqual(['На Лесной темно']);
  });
});

it('a comment of a quiet district is applied beside the burst of another, not behind it', async () => {
  const captured = (count: number) =>
    eventually(async () => {
      await on.readDeliveries();
      return (await rowsOf('heard_lane')).filter((lane) => lane['due_at'] !== null).length === count || undefined;
    });
  for (let at = 0; at < 6; at += 1) on.page('VK').say({ person: 'Житель', text: `Темно, ${at}` });
  await captured(6);
  on.page('VK', 'tompo').say({ person: 'Айталина', text: 'И у нас темно' });
  await captured(7);
  const heard = on.world.get(InboundMessages);
  const lanes = await heard.claim(4, 60_000);
  for (const lane of lanes) await heard.release(lane, { afterMs: 0, failed: false });
  expect(lanes.map(({ district }) => district).sort()).toEqual([1, 1, 1, 2]);
  await on.settle();
});

it('what a killed worker had claimed is applied when its lease ends, and is due no more then', async () => {
  const { id } = on.page('VK').say({ person: 'Житель', text: 'Перед самым сбоем' });
  const heard = on.world.get(InboundMessages);
  const claimed = await eventually(async () => {
    await on.readDeliveries();
    const lanes = await heard.claim(10, 300);
    return lanes.length > 0 ? lanes : undefined;
  });
  expect(claimed).toHaveLength(1);
  expect(await heard.claim(10, 300)).toEqual([]);
  await on.about(on.page('VK'), id, 'AppealReceived');
  await on.settle();
  expect(
    (await rowsOf('heard_lane')).filter((lane) => lane['due_at'] !== null || lane['leased_until'] !== null),
  ).toEqual([]);
});

describe('a photo in a form that the network does not describe', () => {
  it('is reported as not read, and what the network says of it is kept with the message', async () => {
    const page = on.page('OK');
    const said = page.say({ person: 'Айталина', text: 'Вот так', photos: [PIXEL] });
    await on.listen();
    const [received] = await on.about(page, said.id, 'AppealReceived');
    expect(received).toMatchObject({ files: [], source: { network: 'OK', unread: 1 } });
    expect(sourceOf(received!)).not.toHaveProperty('unavailable');
  });
});

describe('silence', () => {
  it('39, 40, 44: of nine hours loses nothing and doubles nothing; a stop leaves the subscription', async () => {
    const before = new Set((await on.facts()).map(({ id }) => id));
    const HOURS = 9 * 3_600_000;
    const said = [];
    for (const network of NETWORKS) {
      const { simulator } = on.page(network);
      expect(simulator.subscription).toBeDefined();
      simulator.subscription = undefined;
      for (let at = 0; at < 20; at += 1) {
        simulator.world.now += HOURS / 20;
        const { id } = on.page(network).say({ person: `Житель ${at % 7}`, text: `${network}: вопрос ${at}` });
        said.push({ page: on.page(network), id });
      }
    }
    on.world.pass(HOURS);
    await on.listen();
    await on.listen();
    for (const { page, id } of said) await on.about(page, id, 'AppealReceived');
    const fresh = (await on.facts()).filter(({ id }) => !before.has(id));
    expect(fresh.map(({ type }) => type)).toEqual(said.map(() => 'AppealReceived'));
    for (const network of NETWORKS) expect(on.page(network).simulator.subscription).toBeDefined();
  });
});
