import type { BodyReaction, ReactionSource } from '@otklik/contracts/enumerations';
import { isConcluded, lastReaction, type BodyPart, type ReactionPart } from '@otklik/case/question-bodies';
import { isAtBodies } from '@otklik/case/question-conditions';
import { isAnswerable } from '@otklik/case/question-course';
import { refuse, type LocalDate } from '@otklik/kernel';
import type { Known, QuestionEvent, QuestionState } from './question-state.js';
import { isConsidered } from './question-standing.js';
import { requestOf } from './question-information.decide.js';

/*
 * What the bodies do with a question that was forwarded to them (59-FZ art. 8(3)). It ended for the applicant by the proof of
 * the notice; the administration may watch it until they answer, and considers it itself once none of them does.
 */

export interface RecordReaction {
  readonly type: 'RecordReaction';
  /** The covering letter to the body. */
  readonly letter: string;
  readonly reaction: BodyReaction;
  readonly source: ReactionSource;
  readonly number?: string;
  readonly reactedOn: LocalDate;
  readonly text?: string;
  /** The command of the body's page. */
  readonly record?: string;
  readonly today: LocalDate;
}

/** The server of the body lists the request as open: it has taken the question up under that number. */
export interface NoteTakenUp {
  readonly type: 'NoteTakenUp';
  readonly letter: string;
  readonly number: string;
  readonly on: LocalDate;
}

export interface RevokeBodyLink {
  readonly type: 'RevokeBodyLink';
  /** Or the request. */
  readonly letter: string;
}

/**
 * Its last report counts; an answer and a return are final, except that it may write another answer on a page that was
 * still open.
 */
export function recordReaction(command: RecordReaction, state: QuestionState): readonly QuestionEvent[] {
  // Every link that does not open is answered alike: it tells nothing of what became of the question.
  if (command.source === 'PAGE' && (state.status === 'NONE' || !isAtBodies(state.published))) refuse('NOT_FOUND');
  demandAtBodies(state);
  const body = bodyOf(command.letter, state);
  const { type: _, today, ...reaction } = command;
  const last = body.reactions.at(-1);
  if (isSame(last, reaction, state)) return [];
  if (reaction.source === 'PAGE' && !opens(body, state, today)) refuse('NOT_FOUND');
  if (!isFurtherAnswer(last, reaction)) demandNews(body, reaction);
  const { forwarding } = state.now;
  if (forwarding && reaction.reactedOn < forwarding.forwardedOn) refuse('REACTED_BEFORE_SENT');
  return [{ type: 'BodyReacted', ...reaction }];
}

/** An earlier report by an official is kept. */
export function noteTakenUp({ letter, number, on }: NoteTakenUp, state: QuestionState): readonly QuestionEvent[] {
  const body = state.status !== 'NONE' && isAtBodies(state.published) ? bodyIn(letter, state) : undefined;
  if (!body || body.reactions.length > 0) return [];
  return [{ type: 'BodyReacted', letter, reaction: 'ACCEPTED', source: 'OPEN311', number, reactedOn: on }];
}

export function revokeBodyLink({ letter }: RevokeBodyLink, state: QuestionState): readonly QuestionEvent[] {
  const request = state.status === 'NONE' ? undefined : requestOf(letter, state);
  if (request) return !isConsidered(state) || !isAnswerable(request) ? [] : [{ type: 'BodyLinkRevoked', letter }];
  demandAtBodies(state);
  const body = bodyOf(letter, state);
  return body.isRevoked || isConcluded(body) ? [] : [{ type: 'BodyLinkRevoked', letter }];
}

function demandAtBodies(state: QuestionState): asserts state is Known {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!isAtBodies(state.published)) refuse('QUESTION_STATE_FORBIDS');
}

function bodyOf(letter: string, state: Known): BodyPart {
  return bodyIn(letter, state) ?? refuse('NOT_FOUND');
}

/** Another district of the platform answers by facts of its own (docs/adr/0024). */
function bodyIn(letter: string, { published: { atBodies } }: Known): BodyPart | undefined {
  return atBodies?.bodies.find((body) => body.letter === letter && !body.district);
}

/** A body that has concluded by a letter may still write on its page. */
function opens(body: BodyPart, { published: { atBodies } }: Known, today: LocalDate): boolean {
  const isRevoked = body.isRevoked === true && !isConcluded(body);
  return !isRevoked && atBodies !== undefined && today <= atBodies.linksUntil;
}

type ReportedReaction = Omit<RecordReaction, 'type' | 'today'>;

/** What was written is sealed: another answer is distinguished from the same one by its command. */
function isSame(known: ReactionPart | undefined, told: ReportedReaction, { records }: Known): boolean {
  const { letter, reaction, number, reactedOn, record } = told;
  if (known?.reaction !== reaction || known.number !== number || known.reactedOn !== reactedOn) return false;
  return records[letter] === record || !isFurtherAnswer(known, told);
}

function isFurtherAnswer(known: ReactionPart | undefined, { reaction, source }: ReportedReaction): boolean {
  return source === 'PAGE' && reaction === 'ANSWERED' && known?.reaction === 'ANSWERED';
}

function demandNews(body: BodyPart, { reaction }: ReportedReaction): void {
  if (isConcluded(body) || lastReaction(body) === reaction) refuse('BODY_REACTED');
}
