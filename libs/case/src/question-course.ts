import type { DataOf } from '@otklik/contracts/declare-event';
import type { ExtensionGround, ExtensionState } from '@otklik/contracts/enumerations';
import { isConsidered } from './question-status.js';
import { extendableRules } from './extendable-rules.js';
import type {
  DeadlineSetData,
  ExtensionAsked,
  InformationReceived,
  InformationRequested,
} from '@otklik/contracts/routing.events';
import { compact, endOf, localDate, type LocalDate } from '@otklik/kernel';
import type { PublishedQuestion } from './question.js';
import type { SaidOfQuestion as Fact } from './events.js';
import { byOf, type DataOfFact, type Who } from './states-after.js';
import type { Steps } from './steps.js';

/** What changes the terms of a question while it is considered. */
export interface CoursePart {
  readonly extension?: ExtensionPart;
  /** Since the last decision to extend. */
  readonly extensionAsk?: ExtensionAskPart;
  /** The oldest first. */
  readonly requests?: readonly RequestPart[];
  readonly interim?: InterimPart;
  /** By rule: the rule whose term took the place of its own. */
  readonly replaced?: Readonly<Record<string, string>>;
}

export interface ExtensionPart {
  readonly state: ExtensionState;
  /** Whose term is extended. */
  readonly rule: string;
  readonly ground: ExtensionGround;
  /** Sealed. */
  readonly reason: string;
  readonly deadline: DeadlineSetData;
  /** The official's id. */
  readonly by?: string;
  readonly at: string;
  /** The end of the term that would be extended, when it was decided. */
  readonly from: LocalDate;
  readonly provedAt?: string;
}

/** Reasons are sealed. */
export interface ExtensionAskPart extends DataOf<typeof ExtensionAsked> {
  readonly at: string;
  /** The official's id. */
  readonly by?: string;
  readonly refused?: { readonly reason: string; readonly at: string; readonly by?: string };
}

/** `asked` is sealed. */
export interface RequestPart extends DataOf<typeof InformationRequested> {
  readonly at: string;
  /** The official's id. */
  readonly by?: string;
  /** Its letter has its proof. */
  readonly sentAt?: string;
  /** `text` is sealed. */
  readonly received?: DataOf<typeof InformationReceived>;
  /** The page of the body does not open any more. */
  readonly isRevoked?: true;
  /** The question ended before it came, and was opened again since. */
  readonly endedOn?: LocalDate;
}

export interface InterimPart {
  /** Sealed. */
  readonly text: string;
  readonly at: string;
  /** The official's id. */
  readonly by?: string;
  readonly toldAt?: string;
  /** It was sent after the end of the term that it should have met. */
  readonly late?: boolean;
}

type CourseFact = Extract<
  Fact,
  { type: `Extension${string}` | `DeadlineExten${string}` | `Information${string}` | `InterimAnswer${string}` }
>;

export const courseSteps: Steps<CourseFact, PublishedQuestion> = {
  ExtensionAsked: (part, data, who) => ({ ...part, extensionAsk: { ...data, at: who.at, ...byOf(who) } }),
  ExtensionRefused: refused,
  DeadlineExtensionDecided: extended,
  DeadlineExtended: (part, { rule, provedAt }) => ({
    ...part,
    replaced: { ...part.replaced, [rule]: 'EXT' },
    ...withState(part, 'IN_FORCE', provedAt),
  }),
  DeadlineExtensionLapsed: (part, { provedAt }) => ({ ...part, ...withState(part, 'LAPSED', provedAt) }),
  InformationRequested: (part, data, who) => ({
    ...part,
    requests: [...(part.requests ?? []), { ...data, at: who.at, ...byOf(who) }],
  }),
  InformationRequestSent: (part, { request, sentAt, deadline }) =>
    withRequest(part, request, (one) => ({ ...one, sentAt, deadline })),
  InformationReceived: (part, data) => withRequest(part, data.request, (one) => ({ ...one, received: data })),
  InterimAnswerGiven: (part, { text }, who) => ({ ...part, interim: { text, at: who.at, ...byOf(who) } }),
  InterimAnswerTold: told,
};

/** It is awaited, and its body's page was not revoked. */
export function isAnswerable(request: RequestPart): boolean {
  return isAwaited(request) && request.isRevoked !== true;
}

/** Of a question that is considered. */
export function isAwaited({ received, endedOn }: RequestPart): boolean {
  return received === undefined && endedOn === undefined;
}

/** The day on which its question ended, if that was before it came. */
export function endOfRequest(
  { state, answeredOn, endedOn }: Pick<PublishedQuestion, 'state' | 'answeredOn' | 'endedOn'>,
  request: RequestPart,
): LocalDate | undefined {
  if (request.received) return undefined;
  return request.endedOn ?? (isConsidered(state) ? undefined : (answeredOn ?? endedOn));
}

export function withRevokedRequest(part: PublishedQuestion, request: string): PublishedQuestion {
  return withRequest(part, request, (one) => ({ ...one, isRevoked: true }));
}

function withRequest(
  part: PublishedQuestion,
  request: string,
  change: (one: RequestPart) => RequestPart,
): PublishedQuestion {
  const { requests = [] } = part;
  return { ...part, requests: requests.map((one) => (one.request === request ? change(one) : one)) };
}

function told(part: PublishedQuestion, { toldAt, rules }: DataOfFact<Fact, 'InterimAnswerTold'>): PublishedQuestion {
  const { interim, deadlines = [] } = part;
  if (!interim) return part;
  const late = deadlines.some((set) => rules.includes(set.rule) && toldAt >= endOf(set));
  const replaced = { ...part.replaced, ...Object.fromEntries(rules.map((rule) => [rule, 'SOC-FINAL'])) };
  return { ...part, replaced, interim: { ...interim, toldAt, late }, ...firstAnswered(part, { toldAt, rules }) };
}

/** On the day of the place whose term it met. */
function firstAnswered(
  { firstAnsweredOn, deadlines = [] }: PublishedQuestion,
  { toldAt, rules }: { readonly toldAt: string; readonly rules: readonly string[] },
): Pick<PublishedQuestion, 'firstAnsweredOn'> {
  const zone = deadlines.find(({ rule }) => rules.includes(rule))?.zone;
  return firstAnsweredOn !== undefined || zone === undefined ? {} : { firstAnsweredOn: localDate(toldAt, zone) };
}

function extended(
  part: PublishedQuestion,
  data: DataOfFact<Fact, 'DeadlineExtensionDecided'>,
  who: Who,
): PublishedQuestion {
  return { ...withoutAsk(part), extension: decided(part, data, who) };
}

function refused(
  part: PublishedQuestion,
  { reason }: DataOfFact<Fact, 'ExtensionRefused'>,
  who: Who,
): PublishedQuestion {
  const { extensionAsk } = part;
  if (!extensionAsk) return part;
  return { ...part, extensionAsk: { ...extensionAsk, refused: { reason, at: who.at, ...byOf(who) } } };
}

function withoutAsk({ extensionAsk: _ask, ...part }: PublishedQuestion): PublishedQuestion {
  return part;
}

/** What was asked for is later than what was decided. */
export function extensionState({ extensionAsk, extension }: CoursePart): ExtensionState | undefined {
  if (extensionAsk) return extensionAsk.refused ? 'REFUSED' : 'ASKED';
  return extension?.state;
}

function decided(
  { deadlines = [] }: PublishedQuestion,
  data: DataOfFact<Fact, 'DeadlineExtensionDecided'>,
  who: Who,
): ExtensionPart {
  const { rule, ground, reason, deadline } = data;
  // The longer term counts from the former one's last day before that was moved from a day off.
  const from = deadlines.find((set) => set.rule === rule)?.dueOn ?? deadline.countedFrom;
  return { state: 'PENDING', rule, ground, reason, deadline, from, at: who.at, ...byOf(who) };
}

function withState(
  { extension }: PublishedQuestion,
  state: ExtensionState,
  provedAt: string,
): Pick<PublishedQuestion, 'extension'> {
  return extension ? { extension: { ...extension, state, provedAt } } : {};
}

/** Considered again: the terms that replaced others end with these, and a first answer is due again. */
export function courseAnew(whole: PublishedQuestion): PublishedQuestion {
  const { replaced = {}, deadlines = [], interim: _interim, requests, ...part } = withoutAsk(whole);
  const replacing = new Set(Object.values(replaced));
  const ended = requests?.map((one) => ({ ...one, ...endedIn(whole, one) }));
  return { ...part, ...compact({ requests: ended }), deadlines: deadlines.filter(({ rule }) => !replacing.has(rule)) };
}

function endedIn(part: PublishedQuestion, request: RequestPart): Pick<RequestPart, 'endedOn'> {
  const endedOn = endOfRequest(part, request);
  return endedOn === undefined ? {} : { endedOn };
}

/** The day on which the first of the bodies that have not answered should have; undefined where none is waited for. */
export function informationDue({ requests = [] }: PublishedQuestion): LocalDate | undefined {
  const open = requests.filter(isAwaited).map(({ deadline }) => deadline.dueOn);
  return open.sort()[0];
}

/** A term of the law runs that was not extended yet: such a one alone is asked to be. */
export function isExtendable({ deadlines = [], ...course }: PublishedQuestion): boolean {
  return !isExtended(extensionState(course)) && deadlines.some(({ rule }) => extendableRules.includes(rule));
}

/** Once: an extension that is decided, or in force, excludes another. */
export function isExtended(extension: ExtensionState | undefined): boolean {
  return extension === 'PENDING' || extension === 'IN_FORCE';
}

/** A message's first answer is due, and none was given. */
export function isInterimDue(question: PublishedQuestion): boolean {
  return question.interim === undefined && firstTerms(question).length > 0;
}

/** Rules of the terms of a message's first answer that no other term took the place of. */
export function firstTerms({
  deadlines = [],
  replaced = {},
}: Pick<PublishedQuestion, 'deadlines' | 'replaced'>): readonly string[] {
  return deadlines
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsWith('SOC-') && rule !== 'SOC-FINAL' && replaced[rule] === undefined);
}
