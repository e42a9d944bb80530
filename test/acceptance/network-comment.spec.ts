import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { NetworksWorld, type NetworkPage } from '../world/networks.js';
import { Steps } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

let networks: NetworksWorld;
let world: World;
let steps: Steps;
let page: NetworkPage;

beforeAll(async () => {
  networks = await NetworksWorld.start();
  world = await startWorld({ demo: 'small', environment: networks.environment });
  steps = new Steps(world, 'aldan');
  page = await networks.connect(world, 'VK', 'aldan');
}, 240_000);
afterAll(async () => {
  await world.stop();
  await networks.stop();
});
jest.setTimeout(120_000);

const LIST = `query ($district: String!) {
  appeals(district: $district, filter: { worklist: TO_MODERATE }, first: 100) {
    nodes { id version excerpt channel }
  }
}`;
const CARD = `query ($district: String!, $id: UUID!) {
  appeal(district: $district, id: $id) {
    text row { version state }
    source { network kind url editions { text } removedAt }
    supplements { text byApplicant url }
    history { type text }
  }
}`;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly excerpt: string | null;
  readonly channel: string;
}

interface Card {
  readonly text: string;
  readonly row: { readonly version: number; readonly state: string };
  readonly source: { readonly editions: readonly { text: string }[]; readonly removedAt: string | null };
  readonly supplements: readonly { readonly text: string; readonly byApplicant: boolean }[];
  readonly history: readonly { readonly type: string }[];
}

async function toModerate(district: string): Promise<readonly Row[]> {
  const { data } = await world.ask(LIST, { district }, { as: `${district}.moderator` });
  return (data!['appeals'] as { readonly nodes: readonly Row[] }).nodes;
}

const heard = (text: string) =>
  eventually(async () => (await toModerate('aldan')).find(({ excerpt }) => excerpt?.includes(text)), 30_000);

const cardWhen = (id: string, ready: (card: Card) => boolean) =>
  eventually(async () => {
    const { data } = await world.ask(CARD, { district: 'aldan', id }, { as: steps.login('moderator') });
    const card = data!['appeal'] as Card | null;
    if (card && ready(card)) return card;
    throw new Error(`the card is not as expected yet: ${JSON.stringify(card)}`);
  }, 30_000);

describe('what people write in a network', () => {
  it('is a message in the moderation list of its district, and of no other; an edit and a removal are shown', async () => {
    const said = page.say({ person: 'Айаал', text: 'На Лесной у дома 3 провалился люк' });
    const row = await heard('провалился люк');
    expect(row.channel).toBe('NETWORK');
    const others = await toModerate('kuol');
    expect(others.filter(({ excerpt }) => excerpt?.includes('провалился люк'))).toEqual([]);
    const foreign = await world.ask(CARD, { district: 'kuol', id: row.id }, { as: 'kuol.moderator' });
    expect(foreign.data!['appeal']).toBeNull();

    page.edit(said.id, 'На Лесной у дома 5 провалился люк');
    const edited = await cardWhen(row.id, ({ source }) => source.editions.length === 1);
    expect(edited).toMatchObject({
      text: 'На Лесной у дома 3 провалился люк',
      source: { network: 'VK', kind: 'COMMENT', editions: [{ text: 'На Лесной у дома 5 провалился люк' }] },
    });
    expect(edited.source).toMatchObject({ url: expect.stringMatching(/^https:\/\/vk\.com\/wall-\d+_\d+\?reply=\d+$/) });

    page.remove(said.id);
    const removed = await cardWhen(row.id, ({ source }) => source.removedAt !== null);
    expect(removed.text).toBe('На Лесной у дома 3 провалился люк');
    expect(removed.history.map(({ type }) => type)).toEqual([
      ...['APPEAL_RECEIVED', 'EDITED_AT_SOURCE', 'REMOVED_AT_SOURCE'],
    ]);
  });

  it('goes on in the case of its dialogue', async () => {
    page.say({ person: 'Сардаана', text: 'Нет света в подъезде', direct: true });
    const { id, version } = await heard('Нет света в подъезде');
    await steps.must('takeUpMessage', 'moderator', { id, expectedVersion: version });
    page.say({ person: 'Сардаана', text: 'Дом 12, второй подъезд', direct: true });
    const card = await cardWhen(id, ({ supplements }) => supplements.length === 1);
    expect(card).toMatchObject({ supplements: [{ text: 'Дом 12, второй подъезд', byApplicant: true }] });
    expect((await toModerate('aldan')).filter(({ excerpt }) => excerpt?.includes('Дом 12'))).toEqual([]);
  });

  it('with a picture is shown with it, and repeated deliveries make no second message', async () => {
    page.faults.loseAnswerToDelivery();
    page.faults.deliverTwice();
    page.say({ person: 'Кирилл', text: 'Свалка за школой', photos: [PIXEL] });
    const { id } = await heard('Свалка за школой');
    const { data } = await world.ask(
      'query ($id: UUID!) { appeal(district: "aldan", id: $id) { files { type url } } }',
      { id },
      { as: steps.login('moderator') },
    );
    expect(data!['appeal']).toMatchObject({ files: [{ type: 'image/png' }] });
    const all = await toModerate('aldan');
    expect(all.filter(({ excerpt }) => excerpt?.includes('Свалка за школой'))).toHaveLength(1);
  });
});

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
