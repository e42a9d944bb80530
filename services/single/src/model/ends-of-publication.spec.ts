import { expect, it } from '@jest/globals';
import { isPublicationAllowed } from '@otklik/case/appeal-publication';
import { appeal } from '@otklik/intake/domain';
import { fold, mulberry32, Refusal, type Decider } from '@otklik/kernel';
import { response } from '@otklik/responses/domain';
import { isNight } from '@otklik/testing';

/*
 * Officials publish whatever they are let, authors agree and withdraw, persons are erased, questions are considered again, and responses
 * learns of it late: nothing is published without its ground, by one person alone, or past its end. Written from the law; it knows
 * nothing of the deciders.
 */

const ACTS = isNight ? 100_000 : 20_000;
const PEOPLE = ['ivanova', 'petrov', 'sidorov', 'press'];
const QUESTION = 'heating';
/** Commands of responses whose facts hold texts. */
const SEALING = ['ProposePublication', 'DraftResponse', 'SignResponse'];

type Fact = { readonly type: string } & Readonly<Record<string, unknown>>;
type AnyDecider = Decider<unknown, Fact, Fact>;
const deciders = { appeal, response } as unknown as Readonly<Record<'appeal' | 'response', AnyDecider>>;

/** What happened to one case, by its streams, and what responses has not learned yet. */
class World {
  appeal: Fact[] = [];
  response: Fact[] = [];
  /** Every release, with who did what before it. */
  readonly released: string[] = [];
  readonly refused = new Set<string>();
  readonly seen = new Set<string>();
  private known = 0;
  private serial = 0;
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = mulberry32(seed);
  }

  begin(): void {
    this.appeal = [];
    this.response = [];
    this.known = 0;
    const sent = { receipt: 'r', channel: 'SITE', identified: false, text: 't', files: [], fingerprint: '' };
    const when = { receivedAt: '', receivedOn: '2026-11-24', zone: 'Asia/Yakutsk' };
    this.decide('appeal', {
      type: 'ReceiveAppeal',
      regime: 'SOCIAL_MESSAGE',
      person: 'p',
      mayBePublished: true,
      ...sent,
      ...when,
    });
    this.decide('appeal', { type: 'TakeUpMessage' });
    const numbered = { number: '1', year: 2026, serial: 1, registeredOn: '2026-11-24', zone: 'Asia/Yakutsk' };
    this.decide('appeal', { type: 'RegisterAppeal', ...numbered });
    this.decide('response', { type: 'OpenResponse', question: QUESTION, person: 'p' });
    this.answer();
  }

  /** The executor's answer, approved, signed and sent. */
  answer(): void {
    const id = `${(this.serial += 1)}`;
    const as = (by: string) => ({ by, mayActIn: 'ALL', department: 'works', executor: 'ivanova', today: '2026-11-27' });
    this.decide('response', { type: 'DraftResponse', ...as('ivanova'), draft: id, text: 't', outcome: 'EXPLAINED' });
    this.decide('response', { type: 'ApproveResponse', ...as('petrov') });
    const opened = { draft: id, text: 't' };
    this.decide('response', {
      type: 'SignResponse',
      ...as('sidorov'),
      answer: id,
      opened,
      signedAt: '',
      signature: 'S',
    });
    this.decide('appeal', { type: 'AnswerAppeal', notice: id, answeredOn: '2026-11-27', end: 'ANSWERED' });
  }

  decide(stream: 'appeal' | 'response', command: Fact): readonly Fact[] {
    // Under the key of a person who was erased nothing is sealed any more.
    if (SEALING.includes(command.type) && this.appeal.some(({ type }) => type === 'PersonErased')) return [];
    try {
      const facts = deciders[stream].decide(command, fold(deciders[stream], this[stream]));
      this[stream].push(...facts);
      for (const { type, why } of facts) this.seen.add(why === undefined ? type : `${type} ${String(why)}`);
      return facts;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refused.add(error.code);
      return [];
    }
  }

  /** What the reactor of responses does with the next facts of the appeal. */
  learn(most: number): void {
    const until = Math.min(this.appeal.length, this.known + most);
    for (; this.known < until; this.known += 1) {
      const { type } = this.appeal[this.known]!;
      if (type === 'PublicationDisallowed' || type === 'ConsentWithdrawn')
        this.decide('response', { type: 'EndPublication', why: 'CONSENT_WITHDRAWN' });
      if (type === 'PersonErased') this.decide('response', { type: 'EndPublication', why: 'PERSON_ERASED' });
      // By routing, which considers the question again.
      if (type === 'ReopeningGranted') this.decide('response', { type: 'ReopenResponse' });
    }
  }

  /** As the case row of responses has it. */
  get allowed(): boolean {
    return isAllowed(this.appeal.slice(0, this.known));
  }

  get answered(): boolean {
    const last = this.appeal
      .slice(0, this.known)
      .findLast(({ type }) => ['AppealAnswered', 'ReopeningGranted'].includes(type));
    return last?.type === 'AppealAnswered';
  }

  integer(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  oneOf<Value>(values: readonly Value[]): Value {
    return values[this.integer(0, values.length - 1)]!;
  }

  /** An act of chance. */
  act(): void {
    const by = this.oneOf(PEOPLE);
    const onBehalfOf = this.integer(1, 4) === 1 ? { onBehalfOf: this.oneOf(PEOPLE) } : {};
    const as = { by, ...onBehalfOf, mayActIn: 'ALL', department: 'works', executor: 'ivanova', today: '2026-11-28' };
    const facts = { answered: this.answered, allowed: this.allowed };
    const id = `${(this.serial += 1)}`;
    const texts = {
      publication: id,
      title: 't',
      matter: 'm',
      text: 'x',
      found: this.integer(1, 5) === 1 ? ['text'] : [],
    };
    const ground = this.oneOf(['CONSENT', 'CONSENT', 'CIRCLE']);
    const acts: readonly (() => void)[] = [
      () => this.decide('appeal', { type: 'AllowPublication', question: QUESTION }),
      () => this.decide('appeal', { type: 'AllowPublication', question: QUESTION }),
      () => this.decide('response', { type: 'ProposePublication', ...as, ...facts, ...texts, ground }),
      () => this.decide('response', { type: 'ProposePublication', ...as, ...facts, ...texts, ground }),
      () => this.decide('response', { type: 'PublishAnswer', ...as, ...facts }),
      () => this.decide('response', { type: 'PublishAnswer', ...as, ...facts }),
      () => this.decide('response', { type: 'TakeBackPublication', ...as, reason: 'why' }),
      () => this.decide('appeal', { type: 'DisallowPublication', question: QUESTION }),
      () => this.again(id),
      () => this.rarely(() => this.decide('appeal', { type: 'WithdrawConsent' })),
      () => this.rarely(() => this.decide('appeal', { type: 'ErasePerson', ground: 'DEMANDED' })),
      () => this.rarely(() => this.begin()),
    ];
    this.oneOf(acts)();
    this.learn(this.integer(0, 2));
  }

  private again(commandId: string): void {
    const asked = { commandId, today: '2026-11-28', withinDays: 30, reason: 'why' };
    this.decide('appeal', { type: 'RequestReopening', ...asked });
    const granted = { grantedOn: '2026-11-28', zone: 'z', commandId: `grant ${commandId}` };
    if (this.decide('appeal', { type: 'GrantReopening', ...granted }).length === 0) return;
    this.learn(Number.POSITIVE_INFINITY);
    this.answer();
  }

  private rarely(act: () => void): void {
    if (this.integer(1, 6) === 1) act();
  }
}

/** The author agreed to the answer that there is now, and withdrew nothing. */
function isAllowed(told: readonly Fact[]): boolean {
  let allowed = false;
  for (const { type } of told) {
    if (type === 'PublicationAllowed') allowed = true;
    if (['PublicationDisallowed', 'ConsentWithdrawn', 'PersonErased', 'ReopeningGranted'].includes(type))
      allowed = false;
  }
  return allowed;
}

/** What is wrong once responses has learned everything. */
function faultsOf({ appeal: told, response: said }: World): readonly string[] {
  const last = said.findLast(({ type }) =>
    ['PublicationProposed', 'PublicationDropped', 'AnswerPublished', 'AnswerUnpublished'].includes(type),
  );
  const open = last?.type === 'AnswerPublished';
  const at = said.findLastIndex(({ type }) => type === 'AnswerPublished');
  const proposal = said.slice(0, at + 1).findLast(({ type }) => type === 'PublicationProposed');
  const faults: (string | false)[] = [
    open && proposal?.['ground'] === 'CONSENT' && !isAllowed(told) && 'published without the consent of the author',
    open && told.some(({ type }) => type === 'PersonErased') && 'published of a person who was erased',
    open &&
      said.slice(at).some(({ type }) => type === 'ResponseReopened') &&
      'published although it is considered again',
    ...said.flatMap((fact, index) =>
      fact.type === 'AnswerPublished' ? releaseFaults(fact, said.slice(0, index)) : [],
    ),
  ];
  return faults.filter((fault) => fault !== false);
}

function releaseFaults(fact: Fact, before: readonly Fact[]): readonly string[] {
  const proposal = before.findLast(({ type }) => type === 'PublicationProposed');
  const between = proposal ? before.slice(before.lastIndexOf(proposal) + 1) : [];
  const drafted = before.findLast(({ type }) => type === 'ResponseDrafted');
  const hands: readonly unknown[] = [proposal?.['proposer'], proposal?.['proposedFor'], drafted?.['drafter']];
  const released = [fact['publisher'], fact['publishedFor']].filter((one) => one !== undefined);
  return [
    ...(proposal?.['publication'] === fact['publication'] ? [] : ['released without what was prepared']),
    ...(between.some(({ type }) => type === 'PublicationDropped') ? ['released after its end'] : []),
    ...(released.some((one) => hands.includes(one)) ? ['released by one person alone'] : []),
  ];
}

it('nothing is published without its ground and two officials, or past its end, whatever is tried', () => {
  const world = new World(1);
  world.begin();
  for (let act = 0; act < ACTS; act += 1) {
    world.act();
    // Of what responses has not learned yet it can know nothing.
    if (world.integer(1, 3) > 1) continue;
    world.learn(Number.POSITIVE_INFINITY);
    const faults = faultsOf(world);
    if (faults.length > 0) throw new Error(`after act ${act}: ${faults.join('; ')}`);
  }
  // An attack that reaches no end shows nothing.
  const ends = ['TAKEN_BACK', 'CONSENT_WITHDRAWN', 'PERSON_ERASED', 'CONSIDERED_AGAIN'];
  const wanted = ends.flatMap((why) => [`AnswerUnpublished ${why}`, `PublicationDropped ${why}`]);
  expect(wanted.filter((one) => !world.seen.has(one))).toEqual([]);
  expect(
    ['NO_CONSENT_TO_PUBLISH', 'OWN_PUBLICATION', 'PERSONAL_DATA_FOUND'].filter((one) => !world.refused.has(one)),
  ).toEqual([]);
});

it('a consent is to one answer', () => {
  const told = { supplements: [], withdrawn: false, erased: false, publicationAllowed: { [QUESTION]: '' } };
  expect(isPublicationAllowed(told, QUESTION)).toBe(true);
  expect(isPublicationAllowed(told, 'another')).toBe(false);
  expect(isPublicationAllowed({ ...told, consentWithdrawnAt: '' }, QUESTION)).toBe(false);
});
