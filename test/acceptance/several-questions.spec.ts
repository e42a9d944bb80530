import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { Steps, type Card, type Outcome, type Question } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

let world: World;
let steps: Steps;
const as = (role: string) => ({ as: steps.login(role) });

beforeAll(async () => {
  world = await startWorld({ demo: 'small' });
  steps = new Steps(world, 'aldan');
}, 240_000);
afterAll(() => world.stop());
jest.setTimeout(120_000);

/** 59-FZ art. 8(5), 10(1): every question of a letter is considered by the body that is competent for it. */
describe('a paper letter with three questions', () => {
  const parts = [
    'Дорога на улице Речной размыта, автобус не проходит.',
    'По улице Лесной бегает стая собак.',
    'Жалоба на Энергосбыт и Ростехнадзор: на подстанции у реки искрит, это опасно.',
  ];
  let receipt: Outcome;
  let card: Card;
  const question = (ordinal: number): Question => card.row.questions[ordinal - 1]!;
  const seen = async (until: (card: Card) => boolean) =>
    (card = await steps.cardWhen(receipt.id, steps.login('coordinator'), until));
  const states = (now: Card) => now.row.questions.map(({ state }) => state);
  const act = (ordinal: number) => ({ id: question(ordinal).id, expectedVersion: question(ordinal).version });

  it('is registered as one question', async () => {
    const paper = {
      channel: 'PAPER',
      name: 'Мария Седых',
      address: { postcode: '678900', text: 'г. Алдан, ул. Речная, 5' },
      text: parts.map((part, index) => `${index + 1}. ${part}`).join('\n'),
    };
    receipt = await steps.mutate('enterAppeal', paper, as('registrar'));
    await steps.mutate('registerAppeal', { id: receipt.id, expectedVersion: receipt.version }, as('registrar'));
    await seen((now) => now.row.questions[0]?.response?.id !== undefined);
    expect(card.row.questions).toHaveLength(1);
  });

  it('59-FZ art. 8(6): does not leave to whom the whole letter names and complains, before that was asked', async () => {
    const to = { ...act(1), to: [{ organisation: 'energosbyt' }] };
    expect((await steps.mutate('forwardQuestion', to, as('coordinator'))).refused).toBe('MAY_BE_COMPLAINED_OF');
  });

  it('is split once, however often that is sent; each part is routed by its own text, with the same term', async () => {
    const { deadline } = question(1);
    const split = { key: randomUUID(), ...act(1), parts };
    const [first, again] = await Promise.all([
      steps.mutate('splitQuestion', split, as('registrar')),
      steps.mutate('splitQuestion', split, as('registrar')),
    ]);
    expect(again).toMatchObject({ __typename: 'Change', id: question(1).id, version: first.version });
    await seen((now) => now.row.questions.filter(({ response }) => response).length === 3);
    expect(card.row.questions.map((one) => one['deadline'])).toEqual([deadline, deadline, deadline]);
    const departments = card.row.questions.map((one) => (one['department'] as { code: string } | null)?.code);
    expect(departments.slice(1, 2)).toEqual(['blagoustroystvo']);
  });

  it('has two questions merged, and the merge undone', async () => {
    const { state } = question(3);
    const { id: from, version: fromVersion } = question(3);
    await steps.must('mergeQuestions', 'coordinator', { ...act(2), from, fromVersion });
    await seen((now) => states(now)[2] === 'CLOSED');
    await steps.must('undoMerge', 'coordinator', act(3));
    await seen((now) => states(now)[2] === state && now.row.questions[2]?.response?.state === 'OPEN');
  });

  it('59-FZ art. 8(6): proposes whom of the directory it names, by codes alone, to officials who may note it', async () => {
    const ask = '{ complainedOfProposal(district: "aldan", question: "$") }';
    const named = (id: string, role: string) => world.ask(ask.replace('$', id), {}, as(role));
    expect((await named(question(3).id, 'registrar')).data).toEqual({ complainedOfProposal: ['energosbyt'] });
    expect((await named(question(2).id, 'coordinator')).data).toEqual({ complainedOfProposal: [] });
    expect((await named(question(3).id, 'executor')).errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect((await named(randomUUID(), 'registrar')).errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is never forwarded to whom it complains of, and is forwarded to another body', async () => {
    const noted = await steps.must('noteComplainedOf', 'registrar', { ...act(3), of: ['energosbyt'] });
    const to = (bodies: readonly object[]) => ({ id: question(3).id, expectedVersion: noted.version, to: bodies });
    const banned = await steps.mutate('forwardQuestion', to([{ organisation: 'energosbyt' }]), as('coordinator'));
    expect(banned.refused).toBe('COMPLAINED_OF');
    const body = { name: 'Ростехнадзор', address: 'г. Якутск, ул. Кирова, 13' };
    const asked = await steps.mutate('forwardQuestion', to([body]), as('coordinator'));
    expect(asked.refused).toBe('MAY_BE_COMPLAINED_OF');
    await steps.must('forwardQuestion', 'coordinator', { ...to([body]), isNoComplaint: true });
    await seen((now) => states(now)[2] === 'FORWARDING');
    const said = `{ appeal(district: "aldan", id: "${receipt.id}") { questions { bodies { noComplaintBy { name } } } } }`;
    const { data } = await world.ask(said, {}, as('registrar'));
    const { questions } = data!['appeal'] as { questions: unknown[] };
    expect(questions[2]).toEqual({ bodies: [{ noComplaintBy: { name: expect.any(String) } }] });
  });

  it('is not answered by two answers', async () => {
    for (const ordinal of [1, 2]) {
      const alone = { ...card, row: { ...card.row, questions: [question(ordinal)] } };
      await steps.answered(alone, `Ответ на вопрос ${ordinal}.`);
      await posted('ANSWERED', question(ordinal).id);
    }
    await seen((now) => states(now).filter((state) => state === 'ANSWERED').length === 2);
    expect([card.row.state, ...states(card)]).toEqual(['REGISTERED', 'ANSWERED', 'ANSWERED', 'FORWARDING']);
    expect(card.history.map(({ type }) => type)).not.toContain('APPEAL_ANSWERED');
  });

  it('is answered when the letter to the body and the notice that the third was forwarded have left, with proofs', async () => {
    await posted('FORWARDED', question(3).id);
    await seen((now) => now.history.some(({ type }) => type === 'FORWARDING_STEP_PROVED'));
    expect([card.row.state, states(card)[2]]).toEqual(['REGISTERED', 'FORWARDING']);
    await posted('COVERING', question(3).id);
    await seen((now) => now.row.state === 'ANSWERED');
    expect(states(card)).toEqual(['ANSWERED', 'ANSWERED', 'FORWARDED']);
    await seen((now) => now.history.some(({ type }) => type === 'APPEAL_ANSWERED'));
    expect(card.history.filter(({ type }) => type === 'APPEAL_ANSWERED')).toHaveLength(1);
  });

  /** The clerk sends the letter of this kind about this question, and records it. */
  async function posted(kind: string, about: string): Promise<void> {
    const list = '{ paperNotices(district: "aldan", first: 100) { nodes { id appeal kind version question { id } } } }';
    type Node = { id: string; appeal: string; kind: string; version: number; question: { id: string } | null };
    const letter = await eventually(async () => {
      const { data } = await world.ask(list, {}, as('registrar'));
      const { nodes } = data!['paperNotices'] as { nodes: Node[] };
      return nodes.find((one) => one.appeal === receipt.id && one.kind === kind && one.question?.id === about);
    });
    const sent = { means: 'LETTER', address: 'г. Алдан, ул. Ленина, 1' };
    const posting = { id: letter.id, expectedVersion: letter.version, ...sent };
    // It cannot have left before it was decided what it tells.
    const early = { ...posting, sentOn: new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10) };
    expect(await steps.mutate('recordPosting', early, as('registrar'))).toMatchObject({
      refused: 'POSTED_BEFORE_SIGNED',
    });
    await steps.must('recordPosting', 'registrar', posting);
  }
});
