import { ActBar } from '../../../acts/act-bar.js';
import type { Card, Question } from '../../../acts/card.js';
import { decisionActs } from '../../../acts/question/index.js';
import { useDistrict } from '../../../frame/district.js';
import { BodiesPart } from '../notices/bodies-part.js';
import { RouteAnew } from './route-anew.js';

interface DecisionsProps {
  readonly card: Card;
  readonly question: Question;
  readonly onChanged: (consistencyToken: string) => void;
}

/** What the rules and other bodies say of the chosen question, and the acts that split it, move its term or end it. */
export function QuestionDecisions({ card, question, onChanged }: DecisionsProps) {
  const { zone } = useDistrict();
  return (
    <div className="decisions">
      <RouteAnew card={card} question={question} onChanged={onChanged} />
      <BodiesPart card={card} question={question} onChanged={onChanged} />
      <ActBar
        acts={decisionActs}
        scope={{ card, question, zone }}
        about={(held) => held.question}
        onChanged={onChanged}
      />
    </div>
  );
}
