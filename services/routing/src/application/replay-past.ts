import { untilHead, type EventLog } from '@otklik/event-store';
import { compact, localDate, termStart, type LocalDate } from '@otklik/kernel';
import type { Database, District } from '@otklik/tenancy';
import type { Vault } from '@otklik/vault';
import {
  answerDeadline,
  answerMoments,
  termName,
  type AnswerDeadline,
  type Arrival,
} from '../domain/answer-deadline.js';
import type { ProposeRoute, Submission } from '../domain/routing-rules.js';
import { openedQuestions, type OpenedQuestion } from './opened-questions.js';
import type { ReceivedAppeal, ReceivedAppeals } from '../store/received-appeals.js';
import {
  replayTally,
  type Placed,
  type ReplayedChange,
  type ReplayedQuestion,
  type ReplayTally,
} from './replay-rules.js';

/** What the replay reads; it writes nothing. */
export interface PastOfRouting {
  readonly log: EventLog;
  readonly database: Database;
  readonly vault: Pick<Vault, 'openAll'>;
  readonly received: ReceivedAppeals;
}

export interface Replay {
  /** As the tried file describes it. */
  readonly district: District;
  /** Its rules, compiled. */
  readonly propose: ProposeRoute;
  /** Days of registration, both included; absent: all. */
  readonly from?: string;
  readonly to?: string;
  readonly changed: (change: ReplayedChange) => void;
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** Texts are opened by so many at a time, and forgotten. */
const BATCH = 200;

/** The questions of a district once more, in their order, by other rules and terms. Undefined: it was stopped. */
export async function replayPast(past: PastOfRouting, replay: Replay): Promise<ReplayTally | undefined> {
  const { district, changed, progress, signal } = replay;
  const tally = replayTally();
  const opened = openedQuestions();
  const head = await past.log.head();
  let batch: OpenedQuestion[] = [];
  const compare = async (): Promise<void> => {
    for (const question of await placedAnew(past, replay, batch)) if (tally.take(question)) changed(question);
    batch = [];
  };
  for await (const event of untilHead(past.log)) {
    if (signal.aborted) return undefined;
    progress(event.position, head);
    if (event.district !== district.id) continue;
    const question = opened.take(event);
    if (!question || !isWithin(registeredOn(question), replay)) continue;
    if (batch.push(question) === BATCH) await compare();
  }
  await compare();
  return tally.result();
}

function isWithin(day: string, { from = day, to = day }: Pick<Replay, 'from' | 'to'>): boolean {
  return from <= day && day <= to;
}

/** A term that counts from another fact is set at the registration all the same. */
function registeredOn({ deadline: { countedFrom, start, zone }, at }: OpenedQuestion): LocalDate {
  return start === undefined || start === 'REGISTERED' ? countedFrom : localDate(at, zone);
}

interface Submitted {
  readonly submission?: Submission | undefined;
  readonly arrival?: Partial<Arrival>;
}

async function placedAnew(
  past: PastOfRouting,
  { district, propose }: Replay,
  questions: readonly OpenedQuestion[],
): Promise<readonly ReplayedQuestion[]> {
  const submissions = await submissionsOf(past, district, questions);
  return questions.map((question, at) => {
    const { appeal, ordinal, regime, route, deadline, byOfficial, at: instant } = question;
    const { submission, arrival } = submissions[at]!;
    const proposed = submission && propose(submission);
    const countedFrom = registeredOn(question);
    const moments = answerMoments(termStart(countedFrom, deadline.zone, instant), arrival);
    const { answerTerms } = district.policy;
    // An urgent message is known by the rule that it was opened with.
    const isUrgent = answerTerms[`${regime}_URGENT`]?.id === deadline.rule && answerTerms[regime]?.id !== deadline.rule;
    const due = answerDeadline(termName(regime, isUrgent, answerTerms), answerTerms, moments, district.calendar);
    return {
      appeal,
      ordinal,
      countedFrom,
      before: placed(route, deadline),
      // What cannot be compared stays as it was; a part of a question has the term of the whole one.
      after: placed(byOfficial || !submission ? route : proposed, ordinal === 1 ? due : deadline),
      ...(byOfficial ? { routeUnknown: 'byOfficial' } : submission ? {} : { routeUnknown: 'deleted' }),
    };
  });
}

function placed(route: OpenedQuestion['route'], deadline: AnswerDeadline | undefined): Placed {
  return {
    ...(route && { topic: route.topic, department: route.department }),
    ...(deadline && { due: deadline.dueAt ?? deadline.dueOn }),
  };
}

/** What was submitted, in the order of the questions; without the submission where the text is deleted. */
async function submissionsOf(
  { database, vault, received }: PastOfRouting,
  { id }: District,
  questions: readonly OpenedQuestion[],
): Promise<readonly Submitted[]> {
  const appeals = [...new Set(questions.map(({ appeal }) => appeal))];
  const kept = await database.scope(id).transaction((tx) => received.ofAll(tx, id, appeals));
  const found = questions.flatMap((question, at) => {
    const of = kept.get(question.appeal);
    const text = question.text ?? of?.text;
    return of && text ? [{ at, of, text }] : [];
  });
  const texts = await vault.openAll(
    id,
    found.map(({ text }) => text),
    found.map(() => ({ field: 'text' })),
  );
  const byQuestion = new Map(
    found.map(({ at, of }, place) => [at, submission(of, texts[place], questions[at]!)] as const),
  );
  return questions.map(({ appeal }, at) => {
    const { applicant, arrival } = kept.get(appeal) ?? {};
    return { submission: byQuestion.get(at), arrival: { receivedOn: applicant?.receivedOn, ...arrival } };
  });
}

/** A part of an appeal was routed by its own text. */
function submission(
  { settlement, channel, topic }: ReceivedAppeal,
  text: string | undefined,
  { text: ofPart }: OpenedQuestion,
): Submission | undefined {
  if (text === undefined) return undefined;
  const chosen = ofPart === undefined && topic !== null ? { topic } : {};
  return { text, channel, ...compact({ settlement: settlement ?? undefined }), ...chosen };
}
