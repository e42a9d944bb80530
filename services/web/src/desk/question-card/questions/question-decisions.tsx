import type { Card, Question } from '../../../acts/card.js';
import { BodiesPart } from '../notices/bodies-part.js';
import { RouteAnew } from './route-anew.js';

interface DecisionsProps {
  readonly card: Card;
  readonly question: Question;
  readonly onChanged: (consistencyToken: string) => void;
}

/** What the rules and other bodies say of the chosen question. */
export function QuestionDecisions({ card, question, onChanged }: DecisionsProps) {
  return (
    <div className="decisions">
      <RouteAnew card={card} question={question} onChanged={onChanged} />
      <BodiesPart card={card} question={question} onChanged={onChanged} />
    </div>
  );
}
