import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { NetworksWorld, type NetworkPage } from '../world/networks.js';
import { Steps, type Card } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

let networks: NetworksWorld;
let world: World;
let steps: Steps;
const pages: Record<string, NetworkPage> = {};

beforeAll(async () => {
  networks = await NetworksWorld.start();
  world = await startWorld({ demo: 'small', environment: networks.environment });
  steps = new Steps(world, 'aldan');
  for (const network of ['VK', 'TELEGRAM'] as const) pages[network] = await networks.connect(world, network, 'aldan');
}, 240_000);
afterAll(async () => {
  await world.stop();
  await networks.stop();
});
jest.setTimeout(180_000);

const LISTED = `query ($district: String!) {
  appeals(district: $district, filter: { worklist: TO_MODERATE }, first: 100) { nodes { id version excerpt } }
}`;
const NOTICES = `query ($district: String!, $id: UUID!) {
  appeal(district: $district, id: $id) {
    notices { kind way state proof link attention seenAt removedAt failed { way code } }
  }
}`;
const PATHS = `query ($district: String!, $question: UUID!) {
  answerPaths(district: $district, question: $question) { way network possible until public }
}`;

interface Notice {
  readonly kind: string;
  readonly way: string;
  readonly state: string;
  readonly proof: string | null;
  readonly link: string | null;
  readonly seenAt: string | null;
  readonly removedAt: string | null;
}

interface Held {
  readonly id: string;
  readonly version: number;
  readonly attention: string | null;
  readonly found: readonly string[];
}

/** A message of a network, accepted and registered, once the card shows its number. */
async function registered(text: string): Promise<Card> {
  const found = await eventually(async () => {
    const { data } = await world.ask(LISTED, { district: 'aldan' }, { as: steps.login('moderator') });
    const { nodes } = data!['appeals'] as {
      readonly nodes: readonly { id: string; version: number; excerpt: string }[];
    };
    return nodes.find(({ excerpt }) => excerpt.includes(text));
  }, 30_000);
  const { id, version } = found;
  const up = await steps.must('takeUpMessage', 'moderator', { id, expectedVersion: version });
  await steps.must('registerAppeal', 'registrar', { id, expectedVersion: up.version });
  const opened = ({ row }: Card) => row.state === 'REGISTERED' && row.questions[0]?.response?.id !== undefined;
  return steps.cardWhen(id, steps.login('coordinator'), opened);
}

/** The notice of the answer, once it was sent. */
function answer(card: Card, until: (notice: Notice) => boolean = () => true): Promise<Notice> {
  return eventually(async () => {
    const variables = { district: 'aldan', id: card.row['id'] };
    const { data } = await world.ask(NOTICES, variables, { as: steps.login('controller') });
    const { notices } = data!['appeal'] as { readonly notices: readonly Notice[] };
    return notices.find((one) => one.kind === 'ANSWERED' && one.state === 'DISPATCHED' && until(one));
  }, 30_000);
}

const REACTIONS = `query ($id: UUID!, $target: ReactionTarget) {
  appeal(district: "aldan", id: $id) {
    row { source { likes } }
    reactions(target: $target) { target message metric samples { from to value quality via } }
  }
}`;

interface Told {
  readonly row: { readonly source: { readonly likes: number | null } };
  readonly reactions: readonly {
    readonly target: string;
    readonly metric: string;
    readonly samples: readonly { readonly from: string; readonly value: number | null; readonly via: string }[];
  }[];
}

/** The likes of the target, once the last of them are so many. */
async function likes(card: Card, target: string, last: number): Promise<Told> {
  return eventually(async () => {
    const variables = { id: card.row['id'], target };
    const { data, errors } = await world.ask(REACTIONS, variables, { as: steps.login('coordinator') });
    if (errors[0]) throw new Error(errors[0].message);
    const told = data!['appeal'] as Told;
    const series = told.reactions.find(({ metric }) => metric === 'LIKES');
    // The row and the series are read one after the other.
    const isInRow = target !== 'CITIZEN_MESSAGE' || told.row.source.likes === last;
    return series?.samples.at(-1)?.value === last && isInRow ? told : undefined;
  }, 60_000);
}

describe('the answer goes where the question stood', () => {
  it('is under the comment, is linked from the card, and ends the case', async () => {
    const page = pages['VK']!;
    const said = page.say({ person: 'Айаал', text: 'Яма на улице Лесной у дома 3, пробил колесо' });
    const card = await registered('Яма на улице Лесной');
    const registration = await page.answered(said.thread, /принято под №/);
    expect(registration.replyTo).toBe(said.id);

    const question = card.row.questions[0]!.id;
    await steps.answered(card, 'Яму на улице Лесной, 3 засыплют до пятницы.');
    const { data } = await world.ask(PATHS, { district: 'aldan', question }, { as: steps.login('head') });
    expect((data!['answerPaths'] as readonly object[])[0]).toMatchObject({
      way: 'THREAD',
      network: 'VK',
      possible: true,
      public: true,
    });

    const stands = await page.answered(said.thread, 'засыплют до пятницы');
    expect(stands.replyTo).toBe(said.id);
    expect(page.ours(said.thread).filter(({ text }) => text.includes('засыплют'))).toHaveLength(1);
    const proved = await answer(card);
    expect(proved).toMatchObject({ way: 'THREAD', proof: stands.id });
    expect(proved.link).toMatch(new RegExp(`^https://vk\\.com/wall-\\d+_\\d+\\?reply=${stands.id}$`));
    await steps.cardWithQuestion(String(card.row['id']), steps.login('coordinator'), 'ANSWERED');
  });

  it('is a direct message to who wrote one', async () => {
    const page = pages['TELEGRAM']!;
    const said = page.say({ person: 'Сардаана', text: 'Нет света в подъезде на Октябрьской', direct: true });
    const card = await registered('Нет света в подъезде');
    await steps.answered(card, 'Свет включили.\n\nЕсли погаснет снова, звоните 8 924 111-22-33.');
    const stands = await page.answered(said.thread, 'звоните 8 924 111-22-33');
    expect(stands.text).toContain('Здравствуйте!');
    expect(await answer(card)).toMatchObject({ way: 'DIRECT', proof: stands.id, link: null });
  });

  it('is not said publicly with a telephone in it; an official writes the words for all', async () => {
    const page = pages['VK']!;
    const said = page.say({ person: 'Николай', text: 'Когда починят насос на Портовой' });
    const card = await registered('Когда починят насос');
    await steps.answered(card, 'Насос починит мастер Сергей Никифоров, звоните 8 924 111-22-33.');
    const held = await eventually(async () => {
      const query = `query ($id: UUID!) { appeal(district: "aldan", id: $id) {
        notices { id version attention found } } }`;
      const { data } = await world.ask(query, { id: card.row['id'] }, { as: steps.login('controller') });
      const { notices } = data!['appeal'] as { readonly notices: readonly Held[] };
      return notices.find(({ attention }) => attention === 'HELD');
    }, 30_000);
    expect(held.found).toEqual(['NAME', 'PHONE']);
    const words = 'Насос починят завтра.';
    await steps.must('releaseNotice', 'registrar', { id: held.id, expectedVersion: held.version, words });
    await page.answered(said.thread, words);
    expect(page.ours(said.thread).some(({ text }) => text.includes('8 924'))).toBe(false);
  });
});

describe('how people take it', () => {
  it('is a series of the comment and of our answer; the answer is seen in its place, and reported when it is gone', async () => {
    const page = pages['VK']!;
    const said = page.say({ person: 'Мичил', text: 'Не вывозят мусор на Кравченко' });
    const card = await registered('Не вывозят мусор');
    page.like(said.id, 25);
    await likes(card, 'CITIZEN_MESSAGE', 25);
    await steps.answered(card, 'Мусор вывезут сегодня вечером.');
    const stands = await page.answered(said.thread, 'вывезут сегодня');
    const seen = await answer(card, ({ seenAt }) => seenAt !== null);
    expect(seen).toMatchObject({ way: 'THREAD', proof: stands.id, removedAt: null });
    page.like(said.id, 15);
    page.like(stands.id, 3);
    const told = await likes(card, 'CITIZEN_MESSAGE', 40);
    expect(told.reactions).toHaveLength(1);
    expect(told.reactions[0]!.samples.map(({ value }) => value)).toEqual([25, 40]);
    const ours = await likes(card, 'OUR_ANSWER', 3);
    expect(ours.reactions.map(({ target }) => target)).toEqual(['OUR_ANSWER']);
    page.remove(stands.id);
    const gone = await answer(card, ({ removedAt }) => removedAt !== null);
    expect(gone).toMatchObject({ state: 'DISPATCHED', proof: stands.id });
  });
});
