import type { UnansweredGround } from '@otklik/contracts/enumerations';
import { mayForward, mayLeaveUnanswered, mayNoteComplainedOf } from '@otklik/case/question-conditions';
import { compact, refuse, type Departments, type LocalDate } from '@otklik/kernel';
import { resemble } from './body-name.js';
import { registeredTerm, type RegisteredTerm } from './registered-term.js';
import { endForwarding } from './question-forwarding.decide.js';
import type { HandoverTexts } from './question-handover.decide.js';
import type { ForwardedTo } from '@otklik/contracts/routing.events';
import { placeOf, type Known, type QuestionEvent, type QuestionState } from './question-state.js';
import { demandOpen, demandOwnDepartment, hasEnded } from './question-standing.js';

/** The ends of a question that are no answer: forwarded (59-FZ art. 8), or left without an answer on the merits (art. 11). */

export interface NoteComplainedOf {
  readonly type: 'NoteComplainedOf';
  readonly of: readonly string[];
  /** All are departments or organisations of the district. */
  readonly allKnown: boolean;
  readonly toReturn?: RegisteredTerm;
}

export interface ForwardQuestion {
  readonly type: 'ForwardQuestion';
  readonly to: readonly ForwardedTo[];
  /** All organisations among them are the district's. */
  readonly allKnown: boolean;
  /** All districts among them are others of the platform. */
  readonly districtsKnown: boolean;
  /** Names of the district's departments and organisations, by code. */
  readonly directoryNames?: Readonly<Record<string, string>>;
  /** Letters to those of them that the question names, being a complaint by its words. */
  readonly namedInComplaint?: readonly string[];
  /** The official says that it complains of none of these. */
  readonly isNoComplaint?: boolean;
  /** Of possible breaches of the migration law: the rule of its shorter term (59-FZ art. 8(3.1)). */
  readonly migration?: RegisteredTerm;
  readonly reason?: string;
  /** The question's own text, where it has one. */
  readonly text?: string;
  readonly forwardedOn: LocalDate;
  readonly linksUntil: LocalDate;
  readonly keepControl?: boolean;
  readonly awaitedOn?: LocalDate;
  /** Where the official who forwards may act. */
  readonly mayActIn: Departments;
}

/** By the ground of 59-FZ art. 11(1), 11(2), 11(3), 11(4), 11(4.1), 11(5), 11(5.1), 11(6) or 8(7): a decision of a court, insults, … */
export interface LeaveUnanswered {
  readonly type: 'LeaveUnanswered';
  readonly ground: UnansweredGround;
  /** What the submission tells of its sender; undefined where it was received before that was kept. */
  readonly applicant: { readonly isNamed: boolean | undefined; readonly isReachable: boolean | undefined };
  /** Questions that are named as answered before. */
  readonly earlier: readonly EarlierAnswer[];
  readonly address?: string;
  /** The address is on a site of the district's own. */
  readonly isOnOwnSite?: boolean;
  /** All may read an answer of the district there now. */
  readonly isLive?: boolean;
  /** Code of the topic of the question that it answers. */
  readonly publishedTopic?: string;
  readonly toReturn?: RegisteredTerm;
  readonly reason?: string;
  readonly mayActIn: Departments;
  readonly today: LocalDate;
  readonly zone: string;
}

/** A question of another appeal, in its current state. */
export interface EarlierAnswer {
  readonly question: string;
  /** On the merits and in writing; an answer at a reception is not. */
  readonly isAnswered: boolean;
  /** Of the same person: by the contact, the account, or name and postal address. */
  readonly isSamePerson: boolean;
  /** Of another appeal than the question that is left. */
  readonly isOfAnother: boolean;
}

/** So many answers are "repeatedly" (59-FZ art. 11(5)). */
const MIN_EARLIER = 2;

/** A letter that the end demands has its proof: the notice to the applicant, or one to a body. */
export interface EndQuestion {
  readonly type: 'EndQuestion';
  readonly notice: string;
  readonly addressee: 'APPLICANT' | 'BODY';
  readonly endedOn: LocalDate;
  readonly zone: string;
  /** What goes to another district with a question that is forwarded there. */
  readonly texts?: HandoverTexts;
}

/** Without a name or an address the applicant cannot be notified (art. 11(1)). */
export function demandsNotice(ground: UnansweredGround): boolean {
  return ground !== 'ANON';
}

export function noteComplainedOf(command: NoteComplainedOf, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state, mayNoteComplainedOf);
  if (!command.allKnown) refuse('ORGANISATION_UNKNOWN');
  const of = [...new Set(command.of)].sort();
  if (of.join() === complainedOf(state).join()) return [];
  return [{ type: 'ComplainedOfNoted', of }, ...(of.length > 0 ? registeredTerm(command.toReturn, state) : [])];
}

export function forward(command: ForwardQuestion, state: QuestionState): readonly QuestionEvent[] {
  if (isForwarding(state, command.to)) return [];
  demandOpen(state, mayForward);
  demandOwnDepartment(command, state);
  if (!command.allKnown) refuse('ORGANISATION_UNKNOWN');
  if (!command.districtsKnown) refuse('DISTRICT_UNKNOWN');
  const { to, reason, text, forwardedOn, linksUntil } = command;
  if (to.some((body) => isComplainedOf(body, command, state))) refuse('COMPLAINED_OF');
  const said = notComplainedOf(command);
  const why = compact({ reason, text });
  const control = controlOf(command);
  const days = { forwardedOn, linksUntil };
  const forwarded = {
    type: 'QuestionForwarded',
    to,
    ...why,
    ...days,
    ...control,
    ...said,
    endsByLetters: true,
  } as const;
  return [...registeredTerm(command.migration, state), forwarded];
}

/** To these bodies, and not taken back: what is taken back is not done by it, and waits until the question has returned. */
function isForwarding(state: QuestionState, to: readonly ForwardedTo[]): boolean {
  return state.status === 'FORWARDING' && !state.now.forwarding?.isWithdrawn && isTo(state.published.forwardedTo, to);
}

/** The same bodies: a forwarding to another one is not done by it. */
function isTo(before: readonly ForwardedTo[] = [], to: readonly ForwardedTo[]): boolean {
  const names = (bodies: readonly ForwardedTo[]) =>
    bodies
      .map(({ organisation, district, name }) => [organisation, district, name].join('\t'))
      .sort()
      .join('\n');
  return names(before) === names(to);
}

/** The day is judged here, so that a command that comes again after it gets its first result. */
function controlOf({ keepControl, awaitedOn, forwardedOn }: ForwardQuestion) {
  if (awaitedOn !== undefined && awaitedOn < forwardedOn) refuse('DATE_IN_PAST', { field: 'awaitedOn' });
  return compact({ ...(keepControl && { keepControl }), awaitedOn });
}

/** Whom a complaint names, it may complain of: it leaves by the word of an official that it does not (59-FZ art. 8(6)). */
function notComplainedOf({ to, namedInComplaint = [], isNoComplaint }: ForwardQuestion) {
  const [named] = to.filter(({ letter }) => namedInComplaint.includes(letter));
  if (named === undefined) return {};
  if (!isNoComplaint) refuse('MAY_BE_COMPLAINED_OF', { body: named.name });
  return { notComplainedOf: namedInComplaint };
}

/** By its code, or by a name that is that of one of them (59-FZ art. 8(6)). */
function isComplainedOf(
  { organisation, district, name }: ForwardedTo,
  { directoryNames = {} }: ForwardQuestion,
  state: Known,
): boolean {
  const codes = complainedOf(state);
  if (organisation !== undefined || district !== undefined) return codes.includes(organisation ?? district ?? '');
  return codes.some((code) => resemble(name, directoryNames[code] ?? code));
}

export function leaveUnanswered(command: LeaveUnanswered, state: QuestionState): readonly QuestionEvent[] {
  const isLeft = state.status === 'LEAVING' || state.status === 'LEFT_UNANSWERED';
  if (isLeft && state.published.unanswered?.ground === command.ground) return [];
  demandOpen(state, mayLeaveUnanswered);
  demandOwnDepartment(command, state);
  demandGroundShown(command, state);
  const { ground, address, reason, today: endedOn, zone } = command;
  const earlier = command.earlier.map(({ question }) => question);
  const details = compact({ address, reason });
  const left = { type: 'QuestionLeftUnanswered', ground, earlier, ...details } as const;
  if (ground === 'COMPLAINT') return [...registeredTerm(command.toReturn, state), left];
  if (demandsNotice(ground)) return [left];
  return [left, { type: 'QuestionEnded', end: 'LEFT_UNANSWERED', ground, endedOn, zone }];
}

/**
 * 59-FZ art. 11(1): an applicant who can be notified is notified; 11(5): the earlier answers to this person, more than
 * one; 11(5.1): the address of an answer that all may read now, on a site of the administration, to a question of the same
 * topic; 8(7): the body complained of, to which it may not be forwarded.
 */
function demandGroundShown(command: LeaveUnanswered, state: Known): void {
  const { ground, applicant, earlier } = command;
  if (ground === 'COMPLAINT' && complainedOf(state).length === 0) refuse('COMPLAINED_OF_NEEDED');
  if (ground === 'ANON' && (applicant.isNamed !== false || applicant.isReachable !== false)) refuse('APPLICANT_KNOWN');
  if (ground === 'REPEAT') demandRepeated(earlier);
  if (ground === 'PUBLISHED') demandPublished(command, state);
}

function demandPublished({ address, isOnOwnSite, isLive, publishedTopic }: LeaveUnanswered, state: Known): void {
  if (address === undefined) refuse('ADDRESS_NEEDED');
  if (!isOnOwnSite) refuse('SITE_NOT_OWN');
  if (!isLive) refuse('ANSWER_NOT_PUBLISHED');
  const { topic } = placeOf(state.published);
  if (topic === undefined || topic !== publishedTopic) refuse('ANSWER_OF_ANOTHER_TOPIC');
}

/** 59-FZ art. 11(5) counts written answers alone. */
export function isAnsweredInWriting(state: QuestionState): boolean {
  return state.status === 'ANSWERED' && !state.now.answeredBy?.isOral;
}

function demandRepeated(earlier: LeaveUnanswered['earlier']): void {
  const isShown = earlier.every((one) => one.isAnswered && one.isSamePerson && one.isOfAnother);
  if (!isShown || new Set(earlier.map(({ question }) => question)).size < MIN_EARLIER) refuse('EARLIER_ANSWER_NEEDED');
}

export function endQuestion(command: EndQuestion, state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (hasEnded(state)) return [];
  if (state.status === 'FORWARDING') return endForwarding(command, state);
  if (command.addressee === 'BODY') return [];
  const { unanswered } = state.published;
  if (state.status !== 'LEAVING' || !unanswered) refuse('QUESTION_STATE_FORBIDS');
  const { notice, endedOn, zone } = command;
  return [{ type: 'QuestionEnded', end: 'LEFT_UNANSWERED', ground: unanswered.ground, notice, endedOn, zone }];
}

function complainedOf({ published }: Known): readonly string[] {
  return published.complainedOf ?? [];
}
