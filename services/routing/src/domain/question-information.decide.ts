import type { OrganisationKind, ReactionSource, RequestPurpose } from '@otklik/contracts/enumerations';
import { mayRequestInformation } from '@otklik/case/question-conditions';
import { isAwaited, type RequestPart } from '@otklik/case/question-course';
import {
  compact,
  localDate,
  refuse,
  startedDeadline,
  termStart,
  type Departments,
  type LocalDate,
  type StartedRule,
  type WorkingCalendar,
} from '@otklik/kernel';
import type { Known, QuestionEvent, QuestionState } from './question-state.js';
import { demandConsidered, demandOpen, demandOwnDepartment, isConsidered } from './question-standing.js';

/** Information of other bodies (59-FZ art. 10(1)2, 10(2)): their term runs, and the answer's own does not stop. */

export interface RequestInformation {
  readonly type: 'RequestInformation';
  /** Id of the request. */
  readonly request: string;
  /** Code of an organisation of the directory; absent for another body. */
  readonly organisation?: string;
  readonly organisationKnown: boolean;
  readonly body: string;
  /** Its postal address. */
  readonly address?: string;
  readonly kind: OrganisationKind;
  readonly purpose: RequestPurpose;
  readonly asked: string;
  /** Of a draft: the day that the official sets. */
  readonly until?: LocalDate;
  readonly mayActIn: Departments;
  readonly rule: StartedRule;
  readonly calendar: WorkingCalendar;
  readonly today: LocalDate;
  readonly zone: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** The letter of the request has its proof. */
export interface ProveRequest {
  readonly type: 'ProveRequest';
  readonly request: string;
  /** ISO 8601 UTC. */
  readonly sentAt: string;
  readonly calendar: WorkingCalendar;
}

export interface RecordInformation {
  readonly type: 'RecordInformation';
  readonly request: string;
  readonly text?: string;
  readonly number?: string;
  readonly receivedOn: LocalDate;
  /** PAGE: the body itself, by its link. */
  readonly source: ReactionSource;
  /** The command of the body's page. */
  readonly record?: string;
  readonly mayActIn: Departments;
}

const LEGAL = 'REQ';

/** Courts, inquiries and investigations. */
const NOT_ASKED: readonly OrganisationKind[] = ['COURT', 'INQUIRY'];

export function requestInformation(command: RequestInformation, state: QuestionState): readonly QuestionEvent[] {
  const { request, organisation, body, address, kind, purpose, asked, until, rule, calendar, today, zone, at } =
    command;
  demandOpen(state, mayRequestInformation);
  demandOwnDepartment(command, state);
  if (requestOf(request, state)) return [];
  if (until !== undefined && until < today) refuse('DATE_IN_PAST', { field: 'until' });
  if (!command.organisationKnown) refuse('ORGANISATION_UNKNOWN');
  if (NOT_ASKED.includes(kind)) refuse('BODY_CANNOT_BE_ASKED');
  // When the body receives it is not known yet.
  const moments = { REQUEST_RECEIVED: termStart(today, zone, at) };
  const deadline = { ...startedDeadline(rule, moments, calendar), by: 'OFFICIAL' } as const;
  const code = organisation === undefined ? {} : { organisation };
  const place = address === undefined ? {} : { address };
  return [{ type: 'InformationRequested', request, ...code, body, ...place, asked, purpose, deadline }];
}

/**
 * The term counts from the receipt (59-FZ art. 10(2)), of which the proof of the letter is all that is known; by the rule under which it
 * was set. A day that an official set stays.
 */
export function proveRequest(command: ProveRequest, state: QuestionState): readonly QuestionEvent[] {
  const { request, sentAt, calendar } = command;
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const asked = requestOf(request, state);
  if (!asked || asked.sentAt !== undefined || !isAwaited(asked) || asked.deadline.rule !== LEGAL) return [];
  const { rule: id, ruleVersion: version, term, unit, endOnDayOff, duty, source, zone, by } = asked.deadline;
  const rule = { id, version, term, unit, endOnDayOff, duty, source, start: 'REQUEST_RECEIVED' } as const;
  const moments = { REQUEST_RECEIVED: { on: localDate(sentAt, zone), zone, at: sentAt } };
  const deadline = { ...startedDeadline(rule, moments, calendar), by };
  return [{ type: 'InformationRequestSent', request, sentAt, deadline }];
}

/** It may come while the signed answer is on its way. */
export function recordInformation(command: RecordInformation, state: QuestionState): readonly QuestionEvent[] {
  const { request, source, receivedOn } = command;
  if (source === 'PAGE') demandPage(request, state);
  demandConsidered(state);
  demandOwnDepartment(command, state);
  const asked = requestOf(request, state);
  if (!asked) refuse('REQUEST_UNKNOWN');
  // On the page another answer would also be accepted: the first one counts.
  if (asked.received)
    return source === 'PAGE' && state.records[request] !== command.record ? refuse('BODY_REACTED') : [];
  if (receivedOn < (state.asked[request] ?? '')) refuse('REACTED_BEFORE_SENT');
  return [{ type: 'InformationReceived', request, receivedOn, source, ...saidIn(command) }];
}

type Said = Pick<RecordInformation, 'text' | 'number' | 'record'>;

function saidIn({ text, number, record }: RecordInformation): Said {
  return compact({ text, number, record });
}

/** It opens while the question is considered, unless it is revoked or ended with an earlier answer. */
function demandPage(request: string, state: QuestionState): void {
  if (!isConsidered(state)) refuse('NOT_FOUND');
  const asked = requestOf(request, state);
  if (!asked || asked.isRevoked || asked.endedOn !== undefined) refuse('NOT_FOUND');
}

export function requestOf(request: string, { published: { requests = [] } }: Known): RequestPart | undefined {
  return requests.find((one) => one.request === request);
}
