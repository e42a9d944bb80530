import { informingOf, isAbout } from '@otklik/case/informed-body';
import { appeal } from '@otklik/intake/domain';
import { addDays, compact, fold, mulberry32, Refusal, type Decider, type LocalDate } from '@otklik/kernel';
import { notice } from '@otklik/notifications/domain';
import { question } from '@otklik/routing/domain';
import { demandedSignature, type DistrictLetters } from '@otklik/tenancy';
import { addresseeOf, BODIES, nameSince, type SentOn } from './ends-bodies.fixture.js';
import type { Signed } from './ends-signatures.fixture.js';

/*
 * The deciders of intake, routing and notifications, wired in memory by what the services do with each other's facts,
 * without a database: so fast that a seed makes 100,000 acts. A signature of an answer represents the work on it.
 */

export type Data = Readonly<Record<string, unknown>>;
export type Fact = { readonly type: string } & Data;
type AnyDecider = Decider<{ readonly status: string } & Data, Fact, Fact>;

/** A fact with the act that recorded it. */
export interface Told {
  readonly fact: Fact;
  /** Id of the official, absent for what the system does. */
  readonly by: string | undefined;
  readonly on: LocalDate;
  /** Of all that happened in the world, which it was. */
  readonly at: number;
}

/** What a sender truly gave, which no official can change. */
export interface Submission {
  readonly person: string;
  readonly regime: 'APPEAL_59FZ' | 'SOCIAL_MESSAGE' | 'ORAL_RECEPTION';
  readonly name: string | undefined;
  readonly contact: string | undefined;
  readonly address: string | undefined;
  readonly text: string;
  readonly receivedOn: LocalDate;
  /** What the district demands of its letters: none, a valid signature, or one of an authority that is known. */
  readonly demands: Demanded;
}

export type Demanded = 'VALID' | 'TRUSTED' | undefined;

/** Kinds of letters that the districts demand to be signed. */
export const SIGNED_KINDS = ['ANSWERED', 'FORWARDED', 'LEFT_UNANSWERED', 'COVERING'] as const;

/** An appeal by one of its questions, which share all but the question's own. */
export interface Case {
  /** Of the question. */
  readonly id: string;
  /** Id of the appeal, which is that of its first question. */
  readonly of: string;
  /** One for each question of the appeal. */
  readonly parts: Case[];
  readonly submission: Submission;
  readonly appeal: Told[];
  readonly question: Told[];
  /** As officials recorded from whom it came, the first first. */
  readonly sources: SentOn[];
  readonly notices: Map<string, Told[]>;
  /** By letter that informs a body: whom, and by which letter of it. */
  readonly addressed: Map<string, string>;
  /** By notice: which of the sheets it is. */
  readonly sheets: Map<string, number>;
  /** By their names: what persons gave as signatures, as it truly is. */
  readonly signed: Map<string, Signed>;
}

export const SITES = ['aldan.example'];
const ZONE = 'Asia/Yakutsk';
const deciders = { appeal, question, notice } as unknown as Readonly<
  Record<'appeal' | 'question' | 'notice', AnyDecider>
>;

export class EndsWorld {
  readonly cases: Case[] = [];
  /** Ids of the appeals under whose number another is considered. */
  readonly standing = new Set<string>();
  today: LocalDate = '2026-01-12';
  clock = 0;
  /** Codes of refusals. */
  readonly refused = new Set<string>();
  private readonly next: () => number;

  constructor(
    seed: number,
    /** By sheet: what is given as a signature over it. */
    readonly given: readonly (readonly Signed[])[],
  ) {
    this.next = mulberry32(seed);
  }

  pass(days: number): void {
    this.today = addDays(this.today, days);
  }

  submit(): Case {
    const regime = this.oneOf(['APPEAL_59FZ', 'APPEAL_59FZ', 'SOCIAL_MESSAGE', 'ORAL_RECEPTION'] as const);
    const who = this.integer(1, 3);
    const given = <Value>(value: Value): Value | undefined => (this.happens(0.5) ? value : undefined);
    const submission: Submission = {
      regime,
      person: `person ${this.cases.length}`,
      receivedOn: this.today,
      name: given(`name ${who}`),
      contact: given(`${who}@aldan.example`),
      address: given(`street ${who}`),
      text: `text ${this.integer(1, 8)}`,
      demands: this.happens(0.7) ? undefined : this.oneOf(['VALID', 'TRUSTED'] as const),
    };
    const id = `case ${this.cases.length}`;
    const from = this.happens(0.4) ? this.oneOf(BODIES) : {};
    const shared = { of: id, parts: [], submission, appeal: [], sources: [from], ...emptied() };
    const made = this.add({ id, question: [], ...shared });
    const sent = { receipt: id, channel: 'PAPER', identified: false, text: submission.text, files: [] };
    const when = { receivedAt: `${this.today}T01:00:00.000Z`, receivedOn: this.today, zone: ZONE };
    const { name, person } = submission;
    const by = compact({ regime, person, name, fingerprint: '' });
    this.decide(made, 'appeal', { type: 'ReceiveAppeal', ...sent, ...when, ...by, ...from });
    if (regime === 'SOCIAL_MESSAGE') this.decide(made, 'appeal', { type: 'TakeUpMessage' });
    const serial = this.cases.length;
    const numbered = { number: `№ ${serial}`, year: 2026, serial, registeredOn: this.today, zone: ZONE };
    this.decide(made, 'appeal', { type: 'RegisterAppeal', ...numbered });
    this.openQuestion(made, 1);
    if (this.happens(0.3)) this.openQuestion(this.add({ ...shared, id: `${id} second`, question: [] }), 2);
    return made;
  }

  private add(one: Case): Case {
    one.parts.push(one);
    this.cases.push(one);
    return one;
  }

  private openQuestion(made: Case, ordinal: number): void {
    const { person, regime } = made.submission;
    const rule = regime === 'SOCIAL_MESSAGE' ? 'SOC-9H' : 'ANS';
    const deadline = {
      dueOn: addDays(this.today, 30),
      workBy: addDays(this.today, 30),
      zone: ZONE,
      countedFrom: this.today,
      steps: [],
      by: 'RULE',
      rule,
      ruleVersion: 1,
      duty: 'ANSWER',
      calendarVersion: '1',
      provisional: false,
      source: 's',
      term: 30,
      unit: 'CALENDAR_DAYS',
      endOnDayOff: 'NEXT',
    };
    const route = { topic: 'ROADS', department: 'works', words: [] };
    this.decide(made, 'question', { type: 'OpenQuestion', person, regime, ordinal, route, deadline });
  }

  isAnswered({ question: told }: Case): boolean {
    return this.stateOf(told, 'question').status === 'ANSWERED';
  }

  /** An answer at a reception is no written answer. */
  isAnsweredInWriting({ question: told }: Case): boolean {
    const { status, now } = this.stateOf(told, 'question') as Data & { readonly now?: { readonly answeredBy?: Data } };
    return status === 'ANSWERED' && !now?.answeredBy?.['isOral'];
  }

  pending({ notices }: Case): readonly string[] {
    return [...notices].filter(([, told]) => this.stateOf(told, 'notice').status === 'OPEN').map(([id]) => id);
  }

  stateOf(told: readonly Told[], of: keyof typeof deciders): ReturnType<AnyDecider['evolve']> {
    return fold(
      deciders[of],
      told.map(({ fact }) => fact),
    );
  }

  /** `stream`: of the case, or the id of one of its notices. */
  decide(one: Case, stream: string, command: Fact, by?: string): void {
    const of = stream === 'appeal' || stream === 'question' ? stream : 'notice';
    const told = of === 'notice' ? (one.notices.get(stream) ?? []) : one[of];
    let facts: readonly Fact[];
    try {
      facts = deciders[of].decide(command, this.stateOf(told, of));
    } catch (error) {
      if (error instanceof Refusal) return void this.refused.add(error.code);
      throw error;
    }
    if (of === 'notice') one.notices.set(stream, told);
    const recorded = facts.map((fact) => ({ fact, by, on: this.today, at: (this.clock += 1) }));
    told.push(...recorded);
    for (const { fact, at } of recorded) this.follow(one, stream, fact, at);
  }

  /** What the other services do with the fact. */
  private follow(one: Case, stream: string, fact: Fact, at: number): void {
    const kind = toldBy(fact);
    if (kind !== undefined) this.tell(one, at, { kind, about: one.id });
    if (fact.type === 'QuestionForwarded') this.cover(one, fact);
    if (fact.type === 'QuestionAnswered' || fact.type === 'QuestionEnded') this.inform(one, at);
    this.followAppeal(one, fact, at);
    if (fact.type === 'NoticeDispatched' || fact.type === 'NoticePosted')
      this.dispatched(one.parts.find(({ id }) => id === fact['about']) ?? one, stream, String(fact['kind']));
  }

  private followAppeal(one: Case, fact: Fact, at: number): void {
    if (fact.type === 'RegistrationCorrected') {
      if (fact['of'] !== undefined) this.standing.add(String(fact['of']));
      this.close(one, 'REGISTERED_WRONGLY');
      this.tellStruck(one, at, fact);
    }
    if (fact.type === 'AppealWithdrawn') this.close(one, 'WITHDRAWN');
    if (fact.type === 'SourceRecorded') this.recorded(one, at, fact);
  }

  private close({ parts }: Case, ground: string): void {
    for (const part of parts) this.decide(part, 'question', { type: 'CloseQuestion', ground });
  }

  /** Each question that had its end: its letter to another body does not leave, and the one that is known now is informed. */
  private recorded({ parts, sources }: Case, at: number, { receivedFrom, receivedFromBody }: Fact): void {
    sources.push(compact({ receivedFrom, receivedFromBody }) as SentOn);
    for (const part of parts) {
      const informing = informingOf(part.id, this.seen(part));
      const letters = this.informingLetters(part);
      for (const [id, { state, details }] of letters)
        if (state === 'PENDING' && !isAbout(informing, details))
          this.decide(part, id, { type: 'CancelNotice', ground: 'SOURCE_CORRECTED' });
      if (!letters.some(([, { details }]) => isAbout(informing, details))) this.inform(part, at);
    }
  }

  /** About the question, but those that were cancelled. */
  private informingLetters(one: Case) {
    return Object.entries(this.seen(one).notices).filter(
      ([, { kind, about, state }]) => kind === 'INFORMING' && about === one.id && state !== 'CANCELLED',
    );
  }

  /** A letter to each body, on paper. */
  private cover(one: Case, { to }: Fact): void {
    for (const { letter } of to as readonly { readonly letter: string }[])
      this.write(one, letter, { kind: 'COVERING', about: one.id, ways: ['PAPER'] });
  }

  /** What the register sees of the case. */
  seen(one: Case): Parameters<typeof informingOf>[1] {
    const publishedIn = (told: readonly Told[], of: keyof typeof deciders) => this.stateOf(told, of)['published'];
    const notices = [...one.notices].map(([id, told]) => [id, publishedIn(told, 'notice')] as const);
    return {
      appeal: publishedIn(one.appeal, 'appeal'),
      questions: Object.fromEntries(one.parts.map(({ id, question }) => [id, publishedIn(question, 'question')])),
      responses: {},
      notices: Object.fromEntries(notices),
    } as never;
  }

  /** A letter to the body that waits to be informed, on paper. */
  private inform(one: Case, at: number): void {
    const informing = informingOf(one.id, this.seen(one));
    if (!informing) return;
    const id = `informing ${one.id} ${at}`;
    const { sealedBody: name, ...details } = informing;
    one.addressed.set(id, addresseeOf(details.organisation ?? nameSince(one.sources, name), details.number));
    this.write(one, id, { kind: 'INFORMING', about: one.id, ways: ['PAPER'], details });
  }

  /** A letter with its number, and the signature that its district demands. */
  private write(one: Case, id: string, letter: Data & { readonly kind: string }): void {
    const { person, demands: level } = one.submission;
    const letters = level && ({ signature: { level, kinds: SIGNED_KINDS } } as unknown as DistrictLetters);
    const demands = demandedSignature(letters, letter.kind as (typeof SIGNED_KINDS)[number]);
    one.sheets.set(id, this.integer(0, this.given.length - 1));
    const outgoing = { number: `out ${id}`, on: this.today };
    const at = `${this.today}T02:00:00.000Z`;
    this.decide(one, id, { type: 'OpenNotice', ...letter, person, outgoing, at, ...compact({ demands }) });
  }

  private tellStruck(one: Case, at: number, { number }: Fact): void {
    const { contact, address, regime } = one.submission;
    if (number !== undefined) return this.tell(one, at, { kind: 'DUPLICATE', details: { number } });
    if (contact ?? address ?? (regime === 'SOCIAL_MESSAGE' || undefined)) this.tell(one, at, { kind: 'STRUCK' });
  }

  private dispatched(one: Case, id: string, kind: string): void {
    const [day, at] = [this.today, `${this.today}T04:00:00.000Z`];
    const addressee = kind === 'COVERING' ? 'BODY' : 'APPLICANT';
    if (kind === 'ANSWERED')
      this.decide(one, 'question', { type: 'RecordAnswer', notice: id, answeredOn: day, answeredAt: at, zone: ZONE });
    if (['FORWARDED', 'COVERING', 'LEFT_UNANSWERED', 'CORRESPONDENCE_ENDED'].includes(kind))
      this.decide(one, 'question', { type: 'EndQuestion', notice: id, addressee, endedOn: day, zone: ZONE });
    if (kind !== 'INTERIM_ANSWER') return;
    const told = {
      toldAt: at,
      toldOn: day,
      zone: ZONE,
      calendar: { version: '1', days: {}, years: [2026, 2027, 2028] },
    };
    this.decide(one, 'question', { type: 'ProveInterimAnswer', notice: id, ...told });
  }

  private tell(one: Case, at: number, matter: Data & { readonly kind: string }): void {
    const { contact, regime } = one.submission;
    const last = regime === 'SOCIAL_MESSAGE' ? 'PAGE' : 'PAPER';
    this.write(one, `notice ${at}`, { ...matter, ways: contact === undefined ? [last] : ['EMAIL', last] });
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  integer(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  oneOf<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.next() * values.length)]!;
  }
}

function emptied(): Pick<Case, 'notices' | 'addressed' | 'sheets' | 'signed'> {
  return { notices: new Map(), addressed: new Map(), sheets: new Map(), signed: new Map() };
}

/** As the services recognise a person. */
export function isSamePerson(one: Submission, other: Submission): boolean {
  if (one.contact !== undefined && one.contact === other.contact) return true;
  return (
    one.name !== undefined && one.address !== undefined && one.name === other.name && one.address === other.address
  );
}

export function isOwn(page: string): boolean {
  const { protocol, hostname } = new URL(page);
  return protocol === 'https:' && SITES.some((site) => hostname === site || hostname.endsWith(`.${site}`));
}

/** All may read an answer there. */
export function isLive(page: string): boolean {
  return !page.endsWith('taken-back');
}

/** The kind of the notice that a fact of a question calls for. */
function toldBy({ type, ground }: Fact): string | undefined {
  if (type === 'AnswerAccepted') return 'ANSWERED';
  if (type === 'QuestionForwarded') return 'FORWARDED';
  if (type === 'InterimAnswerGiven') return 'INTERIM_ANSWER';
  if (type !== 'QuestionLeftUnanswered' || ground === 'ANON') return undefined;
  return ground === 'REPEAT' ? 'CORRESPONDENCE_ENDED' : 'LEFT_UNANSWERED';
}
