import type { BodyReaction, QuestionEnd } from '@otklik/contracts/enumerations';
import type { ForwardedTo } from '@otklik/contracts/routing.events';
import type { LocalDate } from '@otklik/kernel';
import { withRevokedRequest } from './question-course.js';
import { opened, type Known, type QuestionState, type QuestionSteps } from './question-state.js';

/** A body to which the question was forwarded, and what it did with it. */
export interface ForwardedBody extends ForwardedTo {
  readonly reacted?: Reaction;
  /** Its page does not open any more. */
  readonly isRevoked?: true;
}

/** What it did last. */
export interface Reaction {
  readonly reaction: BodyReaction;
  readonly number?: string;
  readonly reactedOn: LocalDate;
  /** The command of the body's page. */
  readonly record?: string;
}

/** Of a question that is forwarded, or is being so. */
export interface AtBodies {
  readonly bodies: readonly ForwardedBody[];
  readonly forwardedOn: LocalDate;
  /** The last day on which their pages open. */
  readonly linksUntil: LocalDate;
}

/** Only a question that is forwarded has bodies; on any other what they do changes nothing but a request's page. */
export const bodiesSteps: QuestionSteps<'BodyReacted' | 'BodyLinkRevoked' | 'QuestionTakenBack'> = {
  BodyReacted: (state, event) => withBodies(state, (bodies) => withReaction(bodies, event.letter, reactedOf(event))),
  BodyLinkRevoked: (state, { letter }) =>
    withBodies(withRevokedRequest(state, letter), (bodies) => withRevokedLink(bodies, letter)),
  QuestionTakenBack: takenBack,
};

function withBodies(
  state: Known,
  change: (bodies: readonly ForwardedBody[]) => readonly ForwardedBody[],
): QuestionState {
  return 'bodies' in state ? { ...state, bodies: change(state.bodies) } : state;
}

/** To forward it was done: the law gives no term to do so once more. */
function takenBack(state: Known): QuestionState {
  const deadlines = state.deadlines.filter(({ duty }) => duty !== 'FORWARD');
  return { ...opened(state), deadlines, status: 'RETURNED' };
}

export function endedBy(state: Known, end: QuestionEnd): QuestionState {
  if (end !== 'FORWARDED' || !('bodies' in state)) return { ...opened(state), status: 'LEFT_UNANSWERED' };
  const { bodies, forwardedOn, linksUntil } = state;
  return { ...opened(state), status: end, bodies, forwardedOn, linksUntil };
}

function reactedOf({ reaction, number, reactedOn, record }: Reaction): Reaction {
  return {
    reaction,
    reactedOn,
    ...(number === undefined ? {} : { number }),
    ...(record === undefined ? {} : { record }),
  };
}

/** `letter`: of which body; of any other nothing changes. */
function withReaction(bodies: readonly ForwardedBody[], letter: string, reacted: Reaction): readonly ForwardedBody[] {
  return bodies.map(({ isRevoked, ...body }) => {
    const revoked = isRevoked ? { isRevoked } : {};
    if (body.letter !== letter) return { ...body, ...revoked };
    return isLast(reacted) ? { ...body, reacted } : { ...body, ...revoked, reacted };
  });
}

function withRevokedLink(bodies: readonly ForwardedBody[], letter: string): readonly ForwardedBody[] {
  return bodies.map((body) => (body.letter === letter ? { ...body, isRevoked: true } : body));
}

/** An answer and a return are the last that a body does: its page is of no use then. */
export function isLast(reacted: Reaction | undefined): boolean {
  return reacted?.reaction === 'ANSWERED' || reacted?.reaction === 'REFUSED';
}
