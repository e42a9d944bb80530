import type { WordId } from '../words/words.js';
import type { Act, FormAct } from './act.js';
import { grantReopening } from './appeal.js';
import type { Card, Question, QuestionScope } from './card.js';
import { recordReceptionAnswer } from './question/ends.js';
import { extend } from './question/terms.js';
import { assign, route } from './question/work.js';

/** The official writes the answer: it is his next step, and its button is beside the text. */
export function writes({ executor, response }: Question, viewer: string): boolean {
  return executor?.id === viewer && response?.allowedActions.includes('DRAFT_RESPONSE') === true;
}

/**
 * The next step on a card, which is its one filled button: of these, in this order, the first that the server permits and that
 * waits for the official. It goes by what may be done and by the state, and is the same on each screen.
 */
export function nextStep(
  card: Card,
  scope: QuestionScope | undefined,
  viewer: string,
): Pick<Act<never>, 'allowed'> | undefined {
  if (scope && writes(scope.question, viewer)) return undefined;
  if (isNext(grantReopening, card)) return grantReopening;
  const acts: readonly Act<QuestionScope>[] = [extend, route, assign, recordReceptionAnswer];
  return scope && acts.find((act) => isNext(act, scope));
}

interface InPlaceForm {
  readonly act: FormAct<QuestionScope>;
  /** The heading of the form. */
  readonly title: WordId;
}

const inPlace: readonly InPlaceForm[] = [
  { act: route, title: 'card.placeRoute' },
  { act: assign, title: 'card.placeAssign' },
];

/** The next step where its form is in the right column: the department, then the executor with the resolution. */
export function formInPlace(scope: QuestionScope, viewer: string): InPlaceForm | undefined {
  const next = nextStep(scope.card, scope, viewer);
  return inPlace.find(({ act }) => act.allowed === next?.allowed);
}

function isNext<Scope>(act: Act<Scope>, scope: Scope): boolean {
  return act.offers(scope).length > 0 && act.next?.when(scope) === true;
}
