import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { Steps, type Card, type Fields } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

let world: World;
let steps: Steps;

beforeAll(async () => {
  world = await startWorld({ demo: 'small' });
  steps = new Steps(world, 'aldan');
}, 240_000);
afterAll(() => world.stop());
jest.setTimeout(120_000);

const CARD = `query ($id: UUID!) { appeal(district: "aldan", id: $id) {
  place { text settlement { code } point { latitude longitude } }
  row { gist questions { gist topic { code } department { code } executor { id } } }
  history { type text changes { of was is } } } }`;

const cardOf = async (id: string): Promise<Fields> => {
  const { data } = await world.ask(CARD, { id }, { as: steps.login('controller') });
  return data!['appeal'] as Fields;
};

const found = async (filter: Fields): Promise<readonly string[]> => {
  const query = `query ($filter: AppealFilter) { appeals(district: "aldan", filter: $filter, first: 100) { nodes { id } } }`;
  const { data } = await world.ask(query, { filter }, { as: steps.login('controller') });
  return (data!['appeals'] as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
};

describe('what was registered wrongly', () => {
  let card: Card;
  let id: string;

  it('is corrected once for one act, with a reason, and shown with what it was', async () => {
    const place = { settlement: 'aldan', text: 'ул. Лесная, 3', point: { latitude: 58.6, longitude: 125.3 } };
    ({ card } = await steps.registered('На улице темно, фонарь не горит.', { place }));
    id = card.row['id'] as string;
    const act = {
      id,
      key: randomUUID(),
      expectedVersion: card.row.version,
      gist: 'Не горит фонарь у барсучьей тропы',
      place: { settlement: 'aldan', text: 'ул. Лесная, 5' },
      reason: 'Номер дома уточнён по телефону.',
    };
    const first = await steps.must('correctDetails', 'coordinator', act);
    expect((await steps.must('correctDetails', 'coordinator', act)).version).toBe(first.version);
    const seen = await eventually(async () => {
      const now = await cardOf(id);
      expect(now['place']).toEqual({ text: 'ул. Лесная, 5', settlement: { code: 'aldan' }, point: null });
      return now;
    });
    expect(seen['row']).toMatchObject({ gist: act.gist, questions: [{ gist: act.gist }] });
    const facts = (seen['history'] as Fields[]).filter(({ type }) => type === 'DETAILS_CORRECTED');
    expect(facts).toEqual([
      {
        type: 'DETAILS_CORRECTED',
        text: act.reason,
        changes: [
          { of: 'GIST', was: null, is: act.gist },
          { of: 'PLACE', was: 'ул. Лесная, 3', is: 'ул. Лесная, 5' },
          { of: 'POINT', was: '58.6,125.3', is: null },
        ],
      },
    ]);
  });

  it('is found by the words of the correction', async () => {
    await eventually(async () => {
      expect(await found({ words: 'барсучьей тропы' })).toContain(id);
      return true;
    }, 30_000);
  });

  it('keeps its department and executor when the topic is corrected', async () => {
    card = await steps.cardWhen(id, steps.login('controller'), ({ row }) => row.questions[0]!.state !== 'OPEN');
    const [question] = card.row.questions as readonly (Fields & { id: string; version: number })[];
    const act = { id: question!.id, expectedVersion: question!.version, topic: 'drugoe', reason: 'Не дорога.' };
    const former = (question!['topic'] as { code: string }).code;
    await steps.must('correctTopic', 'coordinator', act);
    const now = await eventually(async () => {
      const seen = (await cardOf(id)) as { row: { questions: Fields[] }; history: Fields[] };
      expect(seen.row.questions[0]).toMatchObject({ topic: { code: 'drugoe' }, department: question!['department'] });
      return seen;
    });
    const fact = now.history.find(({ type }) => type === 'TOPIC_CORRECTED');
    expect(fact).toMatchObject({ text: 'Не дорога.', changes: [{ of: 'TOPIC' }] });
    expect(former).not.toBe('drugoe');
  });
});

describe('an appeal that a body sent on', () => {
  const BY = `query ($filter: AppealFilter) { questions(district: "aldan", filter: $filter, first: 100) {
    nodes { dueOn dueTerm { rule } appeal { id sentBy bodyTerm } } } }`;
  const SENT = `query ($id: UUID!) { appeal(district: "aldan", id: $id) { receivedFrom { kind body number date term wantsAnswer }
    history { type text changes { of was is } } } }`;

  it('is found by who sent it, and due by the day that the body asked for', async () => {
    const { card } = await steps.registered('Во дворе не убран снег.', {});
    const id = card.row['id'] as string;
    const rows = async (filter: Fields) => {
      const { data } = await world.ask(BY, { filter }, { as: steps.login('controller') });
      const { nodes } = data!['questions'] as { nodes: { appeal: Fields }[] };
      return nodes.filter(({ appeal }) => appeal['id'] === id);
    };
    const [first] = await eventually(async () => {
      const found = await rows({ sentBy: ['APPLICANT'] });
      return found.length > 0 ? found : undefined;
    });
    const ofLaw = (first as Fields)['dueOn'] as string;
    const today = new Date().toISOString().slice(0, 10);
    const letter = { kind: 'PROSECUTOR', body: 'Прокуратура района', number: '7-12', date: '2026-01-12' };
    const act = { id, key: randomUUID(), expectedVersion: card.row.version, reason: 'Письмо прокуратуры.' };
    const sent = { ...letter, term: today, wantsAnswer: true };
    const asked = await steps.must('recordSource', 'registrar', { ...act, receivedFrom: sent });
    const [row] = await eventually(async () => {
      const found = await rows({ sentBy: ['PROSECUTOR', 'DEPUTY'], dueRules: ['BODY'] });
      return found.length > 0 ? found : undefined;
    });
    expect(row).toEqual({ dueOn: today, dueTerm: null, appeal: { id, sentBy: 'PROSECUTOR', bodyTerm: today } });
    // What the law has earlier holds.
    const later = { ...act, key: randomUUID(), expectedVersion: asked.version };
    await steps.must('recordSource', 'registrar', { ...later, receivedFrom: { ...letter, term: '2099-01-01' } });
    const [again] = await eventually(async () => {
      const found = await rows({ sentBy: ['PROSECUTOR'] });
      return found.some((one) => one.appeal['bodyTerm'] === '2099-01-01') ? found : undefined;
    });
    expect(again).toMatchObject({ dueOn: ofLaw });
    const { data } = await world.ask(SENT, { id }, { as: steps.login('controller') });
    const seen = data!['appeal'] as Fields;
    expect(seen['receivedFrom']).toEqual({ ...letter, term: '2099-01-01', wantsAnswer: false });
    const facts = (seen['history'] as Fields[]).filter(({ type }) => type === 'SOURCE_RECORDED');
    const term = today.split('-').reverse().join('.');
    expect(facts.map(({ changes }) => changes)).toEqual([
      [
        { of: 'SOURCE', was: null, is: 'Прокуратура района, № 7-12, 12.01.2026' },
        { of: 'SOURCE_TERM', was: null, is: term },
      ],
      [{ of: 'SOURCE_TERM', was: term, is: '01.01.2099' }],
    ]);
  });
});
