import type { QuestionState } from '@otklik/contracts/enumerations';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import { assertNever, type LocalDate } from '@otklik/kernel';
import type { RoutingFact } from './register-fact.js';

/** What a Question stream tells. */
export interface QuestionPart {
  readonly version: number;
  readonly state: QuestionState;
  /** 1, 2, 3 … within the appeal. */
  readonly ordinal?: number;
  /** Sealed; absent where the question is the whole appeal. */
  readonly text?: string;
  readonly topic?: string;
  readonly department?: string;
  readonly reason?: RoutingReasonPart;
  readonly executor?: string;
  readonly deadline?: DeadlineSetData;
  readonly answeredOn?: LocalDate;
}

export interface RoutingReasonPart {
  readonly rule?: string;
  readonly ruleVersion?: number;
  readonly words: readonly string[];
}

export const noQuestion: QuestionPart = { version: 0, state: 'OPEN' };

export function questionPart(part: QuestionPart, fact: RoutingFact): QuestionPart {
  return { ...changed(part, fact), version: fact.version };
}

function changed(part: QuestionPart, fact: RoutingFact): QuestionPart {
  switch (fact.type) {
    case 'QuestionOpened': {
      const { ordinal, text } = fact.data;
      return { ...part, ordinal, ...(text === undefined ? {} : { text }) };
    }
    case 'QuestionRouted':
      return routed(part, fact.data);
    case 'QuestionLeftToCoordinator':
      return { ...part, state: 'OPEN' };
    case 'DeadlineSet':
      return { ...part, deadline: fact.data };
    case 'ExecutorAssigned':
      return { ...part, state: 'IN_WORK', executor: fact.data.executor, department: fact.data.department };
    case 'QuestionReturned': {
      // Without a department until the coordinator decides anew; the topic stays as the last opinion.
      const { executor: _executor, department: _department, reason: _reason, ...kept } = part;
      return { ...kept, state: 'RETURNED' };
    }
    case 'QuestionAnswered':
      return { ...part, state: 'ANSWERED', answeredOn: fact.data.answeredOn };
    case 'QuestionClosed':
      return { ...part, state: 'CLOSED' };
    default:
      return assertNever(fact);
  }
}

function routed(part: QuestionPart, data: Extract<RoutingFact, { type: 'QuestionRouted' }>['data']): QuestionPart {
  const { executor: _executor, ...kept } = part;
  const { topic, department, rule, ruleVersion, words } = data;
  const reason = {
    words,
    ...(rule === undefined ? {} : { rule }),
    ...(ruleVersion === undefined ? {} : { ruleVersion }),
  };
  return { ...kept, state: 'ROUTED', topic, department, reason };
}
