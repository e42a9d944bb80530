import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { Steps, type Card, type Outcome } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

let world: World;
let aldan: Steps;
let kuol: Steps;

beforeAll(async () => {
  world = await startWorld({ demo: 'small' });
  aldan = new Steps(world, 'aldan');
  kuol = new Steps(world, 'kuol');
}, 240_000);
afterAll(() => world.stop());
jest.setTimeout(240_000);

const HANDOVERS = `query ($district: String!, $id: UUID!) { appeal(district: $district, id: $id) {
  questions { forwardedTo keepControl handovers { district to number registeredOn end endedOn } }
  origin { from district number registeredOn reason } text receivedFrom { kind body number wantsAnswer }
  files { name type } row { id number receipt regime state version questions { id state allowedActions } } } }`;

interface Handover {
  readonly district: string;
  readonly number: string | null;
  readonly end: string | null;
}

interface HandedOver {
  readonly questions: readonly { readonly forwardedTo: readonly string[]; readonly handovers: readonly Handover[] }[];
  readonly origin: { readonly district: string; readonly number: string; readonly reason: string | null } | null;
  readonly text: string;
  readonly row: Card['row'] & { readonly id: string; readonly number: string | null };
}

async function cardOf(steps: Steps, id: string, role = 'controller'): Promise<HandedOver> {
  const variables = { district: steps.district, id };
  const { data, errors } = await world.ask(HANDOVERS, variables, { as: steps.login(role) });
  if (errors[0]) throw new Error(`${errors[0].extensions?.code} ${errors[0].message}`);
  return data!['appeal'] as HandedOver;
}

interface PaperNotice {
  readonly id: string;
  readonly appeal: string;
  readonly kind: string;
  readonly version: number;
}

/** The letters that wait for the clerk. */
async function tray(steps: Steps): Promise<readonly PaperNotice[]> {
  const list = `{ paperNotices(district: "${steps.district}", first: 100) { nodes { id appeal kind version } } }`;
  const { data } = await world.ask(list, {}, { as: steps.login('registrar') });
  return (data!['paperNotices'] as { nodes: PaperNotice[] }).nodes;
}

/** The clerk sends the letter of this kind and records it. */
async function posted(steps: Steps, appeal: string, kind: string): Promise<void> {
  await eventually(async () => {
    const waiting = await tray(steps);
    const letter = waiting.find((one) => one.appeal === appeal && one.kind === kind);
    if (!letter) throw new Error(`no ${kind} among ${JSON.stringify(waiting)}`);
    const sent = { means: 'LETTER', address: 'г. Алдан, ул. Ленина, 1' };
    const posting = { id: letter.id, expectedVersion: letter.version, ...sent };
    const done = await steps.mutate('recordPosting', posting, { as: steps.login('registrar') });
    expect(done.refused).toBeUndefined();
    return done;
  }, 30_000);
}

/** 59-FZ art. 8(3): an appeal for another body is forwarded within seven days, and the applicant is notified. */
describe('a question of another district of the platform', () => {
  const text = 'Мост через речку Куолу размыт, в посёлок не проехать.';
  const reason = 'Мост стоит в другом районе.';
  const sentOn = { kind: 'DEPUTY', body: 'Приёмная депутата', number: '7-12', wantsAnswer: true };
  let receipt: Outcome;
  let source: HandedOver;
  let copy: HandedOver;

  const seen = async (until: (card: HandedOver) => boolean) => {
    source = await eventually(async () => {
      const card = await cardOf(aldan, receipt.id);
      return until(card) ? card : undefined;
    }, 30_000);
  };
  const question = () => source.row.questions[0]!;

  it('is forwarded there, and taken back while the applicant is not notified yet', async () => {
    const paper = {
      channel: 'PAPER',
      name: 'Мария Седых',
      text,
      receivedFrom: sentOn,
      address: { postcode: '678900', text: 'г. Алдан, ул. Речная, 5' },
    };
    receipt = await aldan.mutate('enterAppeal', paper, { as: aldan.login('registrar') });
    await aldan.must('registerAppeal', 'registrar', { id: receipt.id, expectedVersion: receipt.version });
    const card = await aldan.cardWhen(
      ...([receipt.id, aldan.login('coordinator'), (now: Card) => now.row.questions.length === 1] as const),
    );
    const { id, version, state } = card.row.questions[0]!;
    const forward = { id, to: [{ district: 'kuol' }], reason, keepControl: true };
    const own = { ...forward, expectedVersion: version, to: [{ district: 'aldan' }] };
    expect((await aldan.mutate('forwardQuestion', own, { as: aldan.login('coordinator') })).refused).toBe(
      'DISTRICT_UNKNOWN',
    );
    const forwarded = await aldan.must('forwardQuestion', 'coordinator', { ...forward, expectedVersion: version });
    const back = { id, expectedVersion: forwarded.version, reason: 'Сначала спросим их.' };
    await aldan.must('withdrawForwarding', 'coordinator', back);
    await seen((now) => now.row.questions[0]?.state === state);
    expect(source.questions[0]).toMatchObject({ forwardedTo: [], handovers: [], keepControl: false });
    // Its letter leaves the tray, too: later on, another one of this kind is posted.
    await eventually(
      async () => ((await tray(aldan)).some(({ appeal }) => appeal === receipt.id) ? undefined : true),
      30_000,
    );
  });

  it('is a case there once the applicant was notified, with its text, its number and the reason', async () => {
    const forward = { id: question().id, to: [{ district: 'kuol' }], reason, keepControl: true };
    // The lists may still show the question from before it was forwarded the first time; it cannot be forwarded before it has returned.
    await eventually(async () => {
      const { version } = (await aldan.card(receipt.id, aldan.login('coordinator')))!.row.questions[0]!;
      const again = { ...forward, key: randomUUID(), expectedVersion: version };
      const done = await aldan.mutate('forwardQuestion', again, { as: aldan.login('coordinator') });
      if (done.refused === 'VERSION_CONFLICT' || done.refused === 'QUESTION_STATE_FORBIDS') return undefined;
      expect(done.refused).toBeUndefined();
      return done;
    }, 30_000);
    await posted(aldan, receipt.id, 'FORWARDED');
    await seen((now) => now.row.questions[0]?.state === 'FORWARDED');
    expect(source.questions[0]).toMatchObject({ handovers: [{ district: 'kuol', number: null, end: null }] });
    const origin = { from: 'Муниципальный район «Алданский район»', district: 'aldan', number: source.row.number };
    copy = await eventually(async () => {
      const { data } = await world.ask(
        `{ appeals(district: "kuol", filter: { worklist: TO_REGISTER }, first: 100) { nodes { id } } }`,
        ...([{}, { as: kuol.login('registrar') }] as const),
      );
      const { nodes } = data!['appeals'] as { nodes: { id: string }[] };
      const cards = await Promise.all(nodes.map(({ id }) => cardOf(kuol, id, 'registrar')));
      return cards.find((card) => card.origin?.number === origin.number);
    }, 30_000);
    expect(copy).toMatchObject({
      text,
      receivedFrom: sentOn,
      origin: { district: 'aldan', number: origin.number, reason },
    });
    expect(copy.row).toMatchObject({ regime: 'APPEAL_59FZ', state: 'RECEIVED', number: null });
  });

  it('neither district sees the case of the other', async () => {
    for (const [steps, id] of [
      [aldan, copy.row.id],
      [kuol, receipt.id],
    ] as const)
      expect(await steps.card(id, steps.login('controller'))).toBeUndefined();
    const foreign = await world.ask(HANDOVERS, { district: 'kuol', id: copy.row.id }, { as: 'aldan.controller' });
    expect(foreign.errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });

  it('has its number and its end reported back, and nothing else', async () => {
    await kuol.must('registerAppeal', 'registrar', { id: copy.row.id, expectedVersion: copy.row.version });
    await seen((now) => now.questions[0]?.handovers[0]?.number !== null);
    const opened = (now: Card) => now.row.questions[0]?.response?.id !== undefined;
    const card = await kuol.cardWhen(copy.row.id, kuol.login('coordinator'), opened);
    expect(source.questions[0]!.handovers[0]!.number).toBe(card.row['number']);
    await kuol.answered(card, 'Мост починят к первому мая.');
    await posted(kuol, copy.row.id, 'ANSWERED');
    await seen((now) => now.questions[0]?.handovers[0]?.end === 'ANSWERED');
    const whole = await aldan.card(receipt.id, aldan.login('controller'));
    expect(JSON.stringify(whole)).not.toContain('первому мая');
    const types = whole!.history.map(({ type }) => type);
    for (const type of ['QUESTION_HANDED_OVER', 'HANDOVER_ACCEPTED', 'HANDOVER_ENDED', 'APPEAL_ANSWERED'])
      expect(types.filter((one) => one === type)).toHaveLength(1);
  });
});
