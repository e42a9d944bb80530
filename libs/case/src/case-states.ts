import type { AppealState, NoticeState, QuestionState, ResponseState } from '@otklik/contracts/enumerations';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { appealStates } from './appeal-states.js';
import { noticeStates } from './notice-states.js';
import { questionStates } from './question-states.js';
import { responseStates, type ResponseStage } from './response-states.js';
import { stateAfter } from './states-after.js';

/** The state of the event's appeal, question, response or notice after it, as the SDL names it; null where it changes none. */
export function toldState(
  fact: Pick<PublicEvent, 'topic' | 'type' | 'data'>,
): AppealState | QuestionState | ResponseState | NoticeState | null {
  switch (fact.topic) {
    case 'intake.events':
      return stateAfter(appealStates, fact);
    case 'routing.events':
      return stateAfter(questionStates, fact);
    case 'responses.events':
      return toldStage(stateAfter(responseStates, fact));
    default:
      return stateAfter(noticeStates, fact);
  }
}

/** Closed without a signature is no answer. */
export function toldStage(stage: ResponseStage): Exclude<ResponseStage, 'CLOSED'>;
export function toldStage(stage: ResponseStage | null): Exclude<ResponseStage, 'CLOSED'> | null;
export function toldStage(stage: ResponseStage | null): Exclude<ResponseStage, 'CLOSED'> | null {
  return stage === 'CLOSED' ? 'OPEN' : stage;
}
