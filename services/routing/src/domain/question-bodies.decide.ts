import type { BodyReaction, ReactionSource } from '@otklik/contracts/enumerations';
import { refuse, type LocalDate } from '@otklik/kernel';
import { isLast, type ForwardedBody, type Reaction } from './question-bodies.js';
import type { InformationRequest } from './question-course.js';
import type { QuestionEvent, QuestionState } from './question-state.js';
import { isConsidered } from './question-standing.js';

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
 * What it did last stands; an answer and a return are the last that it does, but that it may write another answer on a page that
 * was still open.
 */
export function recordReaction(command: RecordReaction, state: QuestionState): readonly QuestionEvent[] {
  // Every link that does not open is answered alike: it tells nothing of what became of the question.
  if (command.source === 'PAGE' && !('bodies' in state)) refuse('NOT_FOUND');
  const body = bodyOf(command.letter, state);
  const { type: _, today, ...reaction } = command;
  if (isSame(body.reacted, reaction)) return [];
  if (reaction.source === 'PAGE' && !opens(body, state, today)) refuse('NOT_FOUND');
  if (!isFurtherAnswer(body.reacted, reaction)) demandNews(body.reacted, reaction);
  if ('forwardedOn' in state && reaction.reactedOn < state.forwardedOn) refuse('REACTED_BEFORE_SENT');
  return [{ type: 'BodyReacted', ...reaction }];
}

/** What a person told before stands. */
export function noteTakenUp({ letter, number, on }: NoteTakenUp, state: QuestionState): readonly QuestionEvent[] {
  const body = 'bodies' in state ? state.bodies.find((one) => one.letter === letter && !one.district) : undefined;
  if (!body || body.reacted) return [];
  return [{ type: 'BodyReacted', letter, reaction: 'ACCEPTED', source: 'OPEN311', number, reactedOn: on }];
}

export function revokeBodyLink({ letter }: RevokeBodyLink, state: QuestionState): readonly QuestionEvent[] {
  const request = 'course' in state ? state.course.requests.find(({ id }) => id === letter) : undefined;
  if (request) return !isConsidered(state) || !isAwaited(request) ? [] : [{ type: 'BodyLinkRevoked', letter }];
  const { isRevoked, reacted } = bodyOf(letter, state);
  return isRevoked || isLast(reacted) ? [] : [{ type: 'BodyLinkRevoked', letter }];
}

function isAwaited({ answered, isRevoked, isOver }: InformationRequest): boolean {
  return !answered && !isRevoked && !isOver;
}

function bodyOf(letter: string, state: QuestionState): ForwardedBody {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!('bodies' in state)) refuse('QUESTION_STATE_FORBIDS');
  // Another district of the platform answers by facts of its own (docs/adr/0024).
  return state.bodies.find((body) => body.letter === letter && !body.district) ?? refuse('NOT_FOUND');
}

function opens({ isRevoked }: ForwardedBody, state: QuestionState, today: LocalDate): boolean {
  return isRevoked !== true && 'linksUntil' in state && today <= state.linksUntil;
}

type Told = Omit<RecordReaction, 'type' | 'today'>;

/** What was written is sealed: another answer is told from the same one by its command. */
function isSame(known: Reaction | undefined, told: Told): boolean {
  const { reaction, number, reactedOn, record } = told;
  if (known?.reaction !== reaction || known.number !== number || known.reactedOn !== reactedOn) return false;
  return known.record === record || !isFurtherAnswer(known, told);
}

function isFurtherAnswer(known: Reaction | undefined, { reaction, source }: Told): boolean {
  return source === 'PAGE' && reaction === 'ANSWERED' && known?.reaction === 'ANSWERED';
}

function demandNews(known: Reaction | undefined, { reaction }: Told): void {
  if (isLast(known) || known?.reaction === reaction) refuse('BODY_REACTED');
}
