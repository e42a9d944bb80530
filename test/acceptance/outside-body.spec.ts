import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { Steps, type Card, type Outcome, type Question } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

let world: World;
let steps: Steps;
const as = (role: string, district = 'aldan') => ({ as: `${district}.${role}` });

beforeAll(async () => {
  world = await startWorld({ demo: 'small' });
  steps = new Steps(world, 'aldan');
}, 240_000);
afterAll(() => world.stop());
jest.setTimeout(120_000);

interface Body {
  readonly letter: string;
  readonly name: string;
  readonly reactions: readonly { readonly reaction: string; readonly text: string | null }[];
}

/** 59-FZ art. 8(3), 8(5): what is another body's goes there, and what comes back is seen and acted upon. */
describe('a paper letter with three questions, two of them of other bodies', () => {
  const parts = ['Дорога на Речной размыта.', 'На подстанции искрит.', 'Сосед шумит по ночам.'];
  let receipt: Outcome;
  let card: Card;
  const question = (ordinal: number): Question => card.row.questions[ordinal - 1]!;
  const seen = async (until: (card: Card) => boolean) =>
    (card = await steps.cardWhen(receipt.id, steps.login('coordinator'), until));
  const act = (ordinal: number) => ({ id: question(ordinal).id, expectedVersion: question(ordinal).version });
  const state = (now: Card, ordinal: number) => now.row.questions[ordinal - 1]?.state;

  it('has two questions forwarded, one under control until a day', async () => {
    const paper = {
      channel: 'PAPER',
      name: 'Мария Седых',
      address: { postcode: '678900', text: 'г. Алдан, Речная, 5' },
    };
    receipt = await steps.mutate('enterAppeal', { ...paper, text: parts.join('\n') }, as('registrar'));
    await steps.mutate('registerAppeal', { id: receipt.id, expectedVersion: receipt.version }, as('registrar'));
    await seen((now) => now.row.questions[0]?.response?.id !== undefined);
    await steps.must('splitQuestion', 'registrar', { ...act(1), parts });
    await seen((now) => now.row.questions.filter(({ response }) => response).length === 3);
    const past = { ...act(2), to: [{ name: 'Ростехнадзор', address: 'г. Якутск' }], awaitedOn: '2020-01-01' };
    const { errors } = await steps.send('forwardQuestion', past, as('coordinator'));
    expect(errors[0]?.extensions).toMatchObject({ code: 'DATE_IN_PAST' });
    const nowhere = { ...act(2), to: [{ name: 'Ростехнадзор' }] };
    const refused = await steps.send('forwardQuestion', nowhere, as('coordinator'));
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'BODY_ADDRESS_NEEDED', path: 'input.to.0.address' });
    const watched = { to: [{ name: 'Ростехнадзор', address: 'г. Якутск' }], awaitedOn: '2099-01-01' };
    await steps.must('forwardQuestion', 'coordinator', { ...act(2), ...watched });
    await steps.must('forwardQuestion', 'coordinator', { ...act(3), to: [{ organisation: 'omvd' }] });
    await seen((now) => state(now, 2) === 'FORWARDING' && state(now, 3) === 'FORWARDING');
    const dueToForward = await found({ dueRules: ['FWD'], questionStates: ['FORWARDING'] }, 'coordinator');
    expect(dueToForward.toSorted()).toEqual([question(2).id, question(3).id].toSorted());
    expect(await found({ lateRules: ['FWD'] }, 'coordinator')).toEqual([]);
  });

  it('goes to each by a covering letter with its own question and whom to answer, read in its district alone', async () => {
    const letter = await paper('COVERING', question(2).id);
    const print =
      'query ($district: String!, $id: UUID!) { letterToPost(district: $district, id: $id) { addressee greeting paragraphs } }';
    const { data } = await world.ask(print, { district: 'aldan', id: letter.id }, as('registrar'));
    const printed = data!['letterToPost'] as { addressee: string; greeting: string; paragraphs: readonly string[] };
    for (const to of [printed.addressee, printed.greeting]) expect(to).toContain('Ростехнадзор');
    const text = printed.paragraphs.join('\n');
    for (const part of [parts[1]!, 'Мария Седых']) expect(text).toContain(part);
    expect(text).not.toContain(parts[2]);
    const elsewhere = await world.ask(print, { district: 'kuol', id: letter.id }, as('registrar', 'kuol'));
    expect(elsewhere.errors[0]?.extensions?.code).toBe('NOT_FOUND');
    for (const [kind, about] of [
      ['COVERING', 2],
      ['FORWARDED', 2],
      // The directory has the e-mail of the police: the third question's covering letter went there.
      ['FORWARDED', 3],
    ] as const)
      await posted(kind, question(about).id);
    await seen((now) => state(now, 2) === 'FORWARDED' && state(now, 3) === 'FORWARDED');
  });

  it('59-FZ art. 8(3): was forwarded within its seven days, which oblige to nothing of the question that stays', async () => {
    expect(await terms(2)).toMatchObject({
      FWD: { state: 'KEPT', metOn: today(), source: expect.stringContaining('ст. 8 ч. 3') },
      ANS: { state: 'OFF' },
      UNCLEAR: { state: 'OFF' },
    });
    expect(await terms(1)).toMatchObject({ ANS: { state: 'RUNNING' }, FWD: { state: 'CONDITIONAL', metOn: null } });
  });

  it('is watched until the body has answered', async () => {
    expect(await inList('AT_BODIES', 'controller')).toEqual([question(2).id]);
    const [{ letter }] = (await bodies(2)) as [Body];
    const reacted = { letter, reaction: 'ACCEPTED', number: '3/17', reactedOn: today() };
    const taken = await steps.must('recordBodyReaction', 'registrar', { ...act(2), ...reacted });
    const answered = { letter, reaction: 'ANSWERED', reactedOn: today(), text: 'Линию отключили и чинят.' };
    await steps.must('recordBodyReaction', 'registrar', {
      id: question(2).id,
      expectedVersion: taken.version,
      ...answered,
    });
    await lists('AT_BODIES', 'controller', []);
    const [body] = await bodies(2);
    expect(body?.reactions.map(({ reaction }) => reaction)).toEqual(['ACCEPTED', 'ANSWERED']);
    expect(body?.reactions[1]?.text).toBe('Линию отключили и чинят.');
  });

  it('comes back to the coordinator when the body gives it back, and to no one of another district', async () => {
    const [{ letter }] = (await bodies(3)) as [Body];
    const refused = { letter, reaction: 'REFUSED', reactedOn: today(), text: 'Это вопрос администрации.' };
    const foreign = { ...act(3), ...refused, district: 'kuol' };
    const { errors } = await steps.send('recordBodyReaction', foreign, as('registrar', 'kuol'));
    expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
    const early = await steps.mutate('takeBackQuestion', act(3), as('coordinator'));
    expect(early.refused).toBe('BODY_CONSIDERS');
    const { version } = await steps.must('recordBodyReaction', 'registrar', { ...act(3), ...refused });
    await lists('BODIES_REFUSED', 'coordinator', [question(3).id]);
    await steps.must('takeBackQuestion', 'coordinator', { id: question(3).id, expectedVersion: version });
    await seen((now) => state(now, 3) === 'RETURNED');
    expect(await inList('BODIES_REFUSED', 'coordinator')).toEqual([]);
  });

  it('is opened by no link that was made up', async () => {
    const made = { link: 'A'.repeat(64), reaction: 'ANSWERED', reactedOn: today() };
    const query = `mutation ($input: ReactAsBodyInput!) { reactAsBody(input: $input) { __typename } }`;
    const input = { district: 'aldan', key: crypto.randomUUID(), ...made };
    const { errors } = await world.ask(query, { input });
    expect(errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  const today = (): string => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);

  async function bodies(ordinal: number): Promise<readonly Body[]> {
    const query = `query ($district: String!, $id: UUID!) { appeal(district: $district, id: $id) {
      questions { id bodies { letter name reactions { reaction text } } } } }`;
    const { data } = await world.ask(query, { district: 'aldan', id: receipt.id }, as('coordinator'));
    const { questions } = data!['appeal'] as { questions: readonly { id: string; bodies: readonly Body[] }[] };
    return questions.find(({ id }) => id === question(ordinal).id)!.bodies;
  }

  interface Term {
    readonly state: string;
    readonly metOn: string | null;
  }

  /** The terms of the question by their rules. */
  async function terms(ordinal: number): Promise<Readonly<Record<string, Term>>> {
    const query = `query ($id: UUID!) { appeal(district: "aldan", id: $id) {
      row { questions { id deadlines { rule state metOn source } } } } }`;
    const { data } = await world.ask(query, { id: receipt.id }, as('coordinator'));
    const { row } = data!['appeal'] as {
      row: { questions: readonly { id: string; deadlines: readonly (Term & { rule: string })[] }[] };
    };
    const { deadlines } = row.questions.find(({ id }) => id === question(ordinal).id)!;
    return Object.fromEntries(deadlines.map((one) => [one.rule, one] as const));
  }

  const inList = (worklist: string, role: string) => found({ worklist }, role);

  /** Ids of this letter's questions in the list. */
  async function found(filter: object, role: string): Promise<readonly string[]> {
    const query = `query ($filter: AppealFilter) { questions(district: "aldan", filter: $filter, first: 100) {
      nodes { id appeal { id } } } }`;
    const { data, errors } = await world.ask(query, { filter }, as(role));
    if (errors[0]) throw new Error(errors[0].message);
    const { nodes } = data!['questions'] as { nodes: readonly { id: string; appeal: { id: string } }[] };
    return nodes.filter(({ appeal }) => appeal.id === receipt.id).map(({ id }) => id);
  }

  /** The list comes to hold these. */
  const lists = (worklist: string, role: string, ids: readonly string[]) =>
    eventually(async () => {
      expect(await inList(worklist, role)).toEqual(ids);
      return true;
    });

  async function paper(kind: string, about: string): Promise<{ readonly id: string; readonly version: number }> {
    const list = '{ paperNotices(district: "aldan", first: 100) { nodes { id appeal kind version question { id } } } }';
    type Node = { id: string; appeal: string; kind: string; version: number; question: { id: string } | null };
    return eventually(async () => {
      const { data } = await world.ask(list, {}, as('registrar'));
      const { nodes } = data!['paperNotices'] as { nodes: Node[] };
      const found = nodes.find((one) => one.appeal === receipt.id && one.kind === kind && one.question?.id === about);
      if (!found) throw new Error(`no ${kind} waits to be posted`);
      return found;
    });
  }

  /** The clerk sends the letter of this kind about this question, and records it. */
  async function posted(kind: string, about: string): Promise<void> {
    const { id, version } = await paper(kind, about);
    const sent = { means: 'LETTER', address: 'г. Алдан, ул. Ленина, 1' };
    const posting = { id, expectedVersion: version, ...sent };
    await steps.must('recordPosting', 'registrar', posting);
  }
});
