import type { AppealCommand } from './appeal.commands.js';
import { demandNotEnded, demandUndecidedMessage, isUnderWay, no } from './appeal.demands.js';
import { mayEscalate } from '@otklik/case/appeal-conditions';
import { isMessage } from '@otklik/case/regime';
import { compact } from '@otklik/kernel';
import { factsOf, type AppealEvent, type Known } from './appeal.js';

type Of<Type extends AppealCommand['type']> = Extract<AppealCommand, { type: Type }>;

/** The moderator may think again for ten seconds; the rest is on the way between the two services. */
const LEAVES_AFTER_MS = 15_000;
const STAYS_BEFORE_LEAVING_MS = 3_000;

export function takeUp({ told }: Of<'TakeUpMessage'>, state: Known): readonly AppealEvent[] {
  if (state.status === 'TAKEN_UP') return [];
  demandUndecidedMessage(state);
  return [{ type: 'MessageTakenUp', ...(told && { words: told.words, leavesAt: later(told.at, LEAVES_AFTER_MS) }) }];
}

export function answerAtOnce(
  { text, answeredOn, zone, at, commandId, issue }: Of<'AnswerAtOnce'>,
  state: Known,
): readonly AppealEvent[] {
  if (issue && !issue.isLive) no('ISSUE_ENDED');
  demandUndecidedMessage(state);
  const { person, regime, published } = state;
  // Of a danger an official reads first, whatever its sender takes it for.
  if (issue?.bySender && (published.danger ?? published.received.danger)) no('APPEAL_STATE_FORBIDS');
  const leavesAt = later(at, LEAVES_AFTER_MS);
  const knownIssue = issue?.id;
  return [
    { type: 'AnsweredAtOnce', text, person, regime, answeredOn, zone, leavesAt, ...compact({ knownIssue }), commandId },
  ];
}

const CLOSED: readonly Known['status'][] = ['ERASED', 'WITHDRAWN', 'STRUCK', 'SPAM'];

/** Once, and whatever else becomes of the message; an appeal under 59-FZ gets an answer of its own alone. */
export function reportIssueEnd(
  { issue, text, commandId }: Of<'ReportIssueEnd'>,
  { status, regime, published }: Known,
): readonly AppealEvent[] {
  if (!published.knownIssues?.includes(issue) || CLOSED.includes(status) || !isMessage(regime)) return [];
  return [{ type: 'KnownIssueEndReported', issue, text, commandId }];
}

/** What has left cannot be called back. */
export function demandAnswerHere(at: string, { atOnce }: Known['published']): void {
  if (atOnce && at > later(atOnce.leavesAt, -STAYS_BEFORE_LEAVING_MS)) no('ANSWER_HAS_LEFT');
}

/** Also of what is considered: the danger may be seen late. */
export function escalate({ danger }: Of<'EscalateUrgently'>, state: Known): readonly AppealEvent[] {
  demandNotEnded(state);
  if (!isUnderWay(state)) no('APPEAL_STATE_FORBIDS');
  return !mayEscalate(factsOf(state)) ? [] : [{ type: 'UrgencyDeclared', danger }];
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
