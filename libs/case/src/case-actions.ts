import type { Action, AppealState, QuestionState } from '@otklik/contracts/enumerations';
import type { Acting } from './action-facts.js';
import { appealActions, noticeActions, questionActions, responseActions } from './allowed-actions.js';
import { appealFacts, appealState } from './appeal-status.js';
import type { Case } from './case.js';
import { noticeFacts } from './notice.js';
import { questionFacts } from './question-facts.js';
import { isDone } from './question-status.js';
import { noQuestion } from './question.js';
import { responseFacts } from './response.js';

/** Of one who may do nothing. */
export const actingNever: Acting = { official: '', mayActIn: () => undefined };

/**
 * Routing closes what is open of an appeal that is withdrawn or struck. Until that is known here nothing is offered that would
 * be refused a moment later.
 */
export function actingOn(appeal: AppealState, question: QuestionState, acting: Acting): Acting {
  const isOver = appeal === 'WITHDRAWN' || appeal === 'STRUCK';
  return isOver && !isDone(question) ? actingNever : acting;
}

/** Everything that the official may do with the appeal, its questions, responses and notices now. */
export function actionsOn(fold: Case, acting: Acting): AppealActions {
  const { appeal, questions, responses, notices } = fold;
  const state = appealState(appeal, Object.values(questions));
  return {
    appeal: appeal.received ? appealActions(appealFacts(appeal.received, fold), acting) : [],
    questions: byId(questions, (part) => questionActions(questionFacts(part), actingOn(state, part.state, acting))),
    responses: byId(responses, (part) => {
      const { department, executor, state: asked } = questions[part.question] ?? noQuestion;
      const of = { department, executor, answered: asked === 'ANSWERED' };
      return responseActions({ ...responseFacts(part), ...of }, actingOn(state, asked, acting));
    }),
    notices: byId(notices, (part) => noticeActions(noticeFacts(part, questions), acting)),
  };
}

type ActionsById = Readonly<Record<string, readonly Action[]>>;

export interface AppealActions {
  readonly appeal: readonly Action[];
  readonly questions: ActionsById;
  readonly responses: ActionsById;
  readonly notices: ActionsById;
}

function byId<Part>(parts: Readonly<Record<string, Part>>, actions: (part: Part) => readonly Action[]): ActionsById {
  return Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, actions(part)]));
}
