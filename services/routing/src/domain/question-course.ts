import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import type { LocalDate } from '@otklik/kernel';
import type { Known, QuestionState, QuestionSteps } from './question-state.js';

/** What changes the terms of a question while it is considered. */
export interface Course {
  readonly extension?: Extension;
  /** What the executor asked for since the last decision to extend. */
  readonly ask?: { readonly id: string; readonly status: 'OPEN' | 'REFUSED' };
  /** Of information, of other bodies. */
  readonly requests: readonly InformationRequest[];
  readonly interim?: { readonly answer: string; readonly status: 'GIVEN' | 'TOLD' };
  /** Rules whose term gave way to another one: nobody is warned of it. */
  readonly replaced: readonly string[];
}

export interface Extension {
  readonly status: 'PENDING' | 'IN_FORCE' | 'LAPSED';
  /** Whose term is extended. */
  readonly rule: string;
  /** The term that holds, or would. */
  readonly deadline: DeadlineSetData;
}

export interface InformationRequest {
  readonly id: string;
  readonly answered: boolean;
  /** The command of the body's page by which it was. */
  readonly record?: string;
  /** The page of the body that was asked does not open any more. */
  readonly isRevoked?: true;
  /** The question ended before it came, and was opened again since. */
  readonly isOver?: true;
  readonly askedOn: LocalDate;
  /** Theirs: from the day of the request until its letter has its proof, and from that day then. */
  readonly deadline: DeadlineSetData;
  readonly isSent?: true;
}

/** Whose term takes the place of another one's. */
export const replacingRules: readonly string[] = ['EXT', 'SOC-FINAL'];

export const noCourse: Course = { requests: [], replaced: [] };

export const courseSteps: QuestionSteps<
  | 'InformationRequested'
  | 'InformationRequestSent'
  | 'InformationReceived'
  | 'InterimAnswerGiven'
  | 'InterimAnswerTold'
  | 'ExtensionAsked'
  | 'ExtensionRefused'
  | 'DeadlineExtensionDecided'
  | 'DeadlineExtended'
  | 'DeadlineExtensionLapsed'
> = {
  InformationRequested: (state, { request: id, deadline }) =>
    onCourse(state, ({ requests }) => ({
      requests: [...requests, { id, answered: false, askedOn: deadline.countedFrom, deadline }],
    })),
  InformationRequestSent: (state, { request, deadline }) =>
    onCourse(state, ({ requests }) => ({
      requests: requests.map((one) => (one.id === request ? { ...one, deadline, isSent: true } : one)),
    })),
  InformationReceived: (state, { request, record }) =>
    onCourse(state, ({ requests }) => ({
      requests: requests.map((one) =>
        one.id === request ? { ...one, answered: true, ...(record === undefined ? {} : { record }) } : one,
      ),
    })),
  InterimAnswerGiven: (state, { answer }) => onCourse(state, () => ({ interim: { answer, status: 'GIVEN' } })),
  InterimAnswerTold: (state, { rules }) =>
    onCourse(state, ({ interim, replaced }) => ({
      ...(interim ? { interim: { ...interim, status: 'TOLD' } } : {}),
      replaced: [...replaced, ...rules],
    })),
  ExtensionAsked: (state, { ask }) => onCourse(state, () => ({ ask: { id: ask, status: 'OPEN' } })),
  ExtensionRefused: (state, { ask }) => onCourse(state, () => ({ ask: { id: ask, status: 'REFUSED' } })),
  // By it an ask is answered.
  DeadlineExtensionDecided: (state, { rule, deadline }) => {
    const course = { ...withoutAsk(state.course), extension: { status: 'PENDING', rule, deadline } } as const;
    return { ...state, course };
  },
  DeadlineExtended: (state, { rule }) =>
    onCourse(state, ({ extension, replaced }) =>
      extension ? { extension: { ...extension, status: 'IN_FORCE' }, replaced: [...replaced, rule] } : {},
    ),
  DeadlineExtensionLapsed: (state) =>
    onCourse(state, ({ extension }) => (extension ? { extension: { ...extension, status: 'LAPSED' } } : {})),
};

function withoutAsk({ ask: _ask, ...course }: Course): Course {
  return course;
}

function onCourse(state: Known, change: (course: Course) => Partial<Course>): QuestionState {
  return { ...state, course: { ...state.course, ...change(state.course) } };
}

export function withRevokedRequest(state: Known, request: string): Known {
  const requests = state.course.requests.map((one) =>
    one.id === request ? { ...one, isRevoked: true as const } : one,
  );
  return { ...state, course: { ...state.course, requests } };
}

/** Considered again: new terms run, none of them has given way, a first answer is due anew, and no request of before is awaited. */
export function courseAnew({ extension, requests: before }: Course): Course {
  const requests = before.map((one) => (one.answered ? one : { ...one, isOver: true as const }));
  return { ...noCourse, requests, ...(extension ? { extension } : {}) };
}
