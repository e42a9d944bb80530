import type { BodyReaction, ReactionSource } from '@otklik/contracts/enumerations';
import type { DataOf } from '@otklik/contracts/declare-event';
import type { ForwardedTo, QuestionForwarded } from '@otklik/contracts/routing.events';
import { compact, type LocalDate } from '@otklik/kernel';
import { withRevokedRequest } from './question-course.js';
import type { PublishedQuestion } from './question.js';
import type { SaidOfQuestion as Fact } from './events.js';
import type { DataOfFact, Who } from './states-after.js';
import type { Steps } from './steps.js';

/** The bodies to which a question was forwarded last, and what they did with it. */
export interface AtBodiesPart {
  readonly bodies: readonly BodyPart[];
  readonly forwardedAt: string;
  /** The last day on which their pages open. */
  readonly linksUntil: LocalDate;
  readonly keepControl: boolean;
  /** By this day they are asked to tell how it ended. */
  readonly awaitedOn?: LocalDate;
}

export interface BodyPart extends ForwardedTo {
  /** The oldest first. */
  readonly reactions: readonly ReactionPart[];
  readonly isRevoked?: true;
  /** Id of the official who said that the question does not complain of it, although it names it. */
  readonly noComplaintBy?: string;
}

export interface ReactionPart {
  readonly reaction: BodyReaction;
  readonly source: ReactionSource;
  readonly number?: string;
  readonly reactedOn: LocalDate;
  /** Sealed. */
  readonly text?: string;
  readonly at: string;
}

export function forwardedTo(data: DataOf<typeof QuestionForwarded>, { by, at }: Who): AtBodiesPart {
  const { to, linksUntil, keepControl = false, awaitedOn, notComplainedOf = [] } = data;
  const said = (letter: string) => (notComplainedOf.includes(letter) && by !== undefined ? { noComplaintBy: by } : {});
  const bodies = to.map((body) => ({ ...body, ...said(body.letter), reactions: [] }));
  return compact({ bodies, forwardedAt: at, linksUntil, keepControl, awaitedOn });
}

type BodiesFact = Extract<Fact, { type: 'BodyReacted' | 'BodyLinkRevoked' | 'QuestionTakenBack' }>;

export const bodiesSteps: Steps<BodiesFact, PublishedQuestion> = {
  BodyReacted: (part, data, who) => withLetter(part, data.letter, (atBodies) => withReaction(atBodies, data, who)),
  BodyLinkRevoked: (part, { letter }) => withLetter(part, letter, (atBodies) => withRevokedLink(atBodies, letter)),
  QuestionTakenBack: takenBack,
};

/** The letter's body got the question, or was asked for information. */
function withLetter(
  part: PublishedQuestion,
  letter: string,
  change: (atBodies: AtBodiesPart) => AtBodiesPart,
): PublishedQuestion {
  const { atBodies, requests = [] } = part;
  if (requests.some(({ request }) => request === letter)) return withRevokedRequest(part, letter);
  return atBodies ? { ...part, atBodies: change(atBodies) } : part;
}

/** What the bodies wrote stays to be seen. */
function takenBack({
  endedOn: _on,
  department: _department,
  executor: _executor,
  ...kept
}: PublishedQuestion): PublishedQuestion {
  return kept;
}

function withReaction(
  part: AtBodiesPart,
  { letter, ...reaction }: DataOfFact<Fact, 'BodyReacted'>,
  { at }: Who,
): AtBodiesPart {
  return withBody(part, letter, ({ reactions, ...body }) => ({
    ...body,
    reactions: [...reactions, { ...reaction, at }],
  }));
}

function withRevokedLink(part: AtBodiesPart, letter: string): AtBodiesPart {
  return withBody(part, letter, (body) => ({ ...body, isRevoked: true }));
}

function withBody(part: AtBodiesPart, letter: string, change: (body: BodyPart) => BodyPart): AtBodiesPart {
  return { ...part, bodies: part.bodies.map((body) => (body.letter === letter ? change(body) : body)) };
}

/** What it did last. */
export function lastReaction({ reactions }: BodyPart): BodyReaction | undefined {
  return reactions.at(-1)?.reaction;
}

/** An answer and a return are the last that a body does. */
export function isConcluded(body: BodyPart): boolean {
  const last = lastReaction(body);
  return last === 'ANSWERED' || last === 'REFUSED';
}

/** It was not revoked, and the body may have something to tell. */
function isRevocable(body: BodyPart): boolean {
  return !body.district && body.isRevoked !== true && !isConcluded(body);
}

/** Whether the body's page opens. */
export function linkOpens(
  { state, atBodies }: Pick<PublishedQuestion, 'state' | 'atBodies'>,
  body: BodyPart,
  today: LocalDate,
): boolean {
  const isThere = state === 'FORWARDING' || state === 'FORWARDED';
  return isThere && atBodies !== undefined && isRevocable(body) && today <= atBodies.linksUntil;
}

export function bodyFacts({ bodies }: AtBodiesPart) {
  return {
    /** A body neither answered nor gave it back. */
    awaitsBody: bodies.some((body) => !body.district && !isConcluded(body)),
    /** A body's page was not revoked. */
    bodyLinks: bodies.some(isRevocable),
    /** Every body gave it back. */
    bodiesRefused: bodies.every((body) => lastReaction(body) === 'REFUSED'),
  };
}

/** For whom a question at other bodies is in a list: those who watch it, or the coordinator to whom all gave it back. */
export type StandingAtBodies = 'WATCHED' | 'REFUSED';

export function standingAtBodies({
  state,
  atBodies,
  handovers = [],
}: Pick<PublishedQuestion, 'state' | 'atBodies' | 'handovers'>): StandingAtBodies | undefined {
  if (!atBodies || (state !== 'FORWARDING' && state !== 'FORWARDED')) return undefined;
  const { bodiesRefused, awaitsBody } = bodyFacts(atBodies);
  if (bodiesRefused) return 'REFUSED';
  const districts = atBodies.bodies.filter(({ district }) => district).length;
  const ended = handovers.filter(({ end }) => end !== undefined).length;
  return atBodies.keepControl && (awaitsBody || ended < districts) ? 'WATCHED' : undefined;
}
