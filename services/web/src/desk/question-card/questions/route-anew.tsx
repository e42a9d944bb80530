import { useQuery } from 'urql';
import { route } from '../../../acts/question/work.js';
import { useActsOn } from '../../../acts/use-acts-on.js';
import { useDirectory } from '../../../frame/directory.js';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import { Button } from '../../../parts/button.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { partProposalDocument } from './decisions.queries.js';
import type { Card, Question } from '../../../acts/card.js';

interface RouteAnewProps {
  readonly card: Card;
  readonly question: Question;
  readonly onChanged: (consistencyToken: string) => void;
}

/** What the rules say of the part that is left, where the topic was chosen by the whole text. */
export function RouteAnew({ card, question, onChanged }: RouteAnewProps) {
  const { zone } = useDistrict();
  const { perform, problem } = useActsOn({
    scope: { card, question, zone },
    about: (held) => held.question,
    onChanged,
  });
  const proposal = useProposalOfPart(card, question);
  if (!proposal) return null;
  const { topic, department } = proposal;
  const isSame = topic?.code === question.topic?.code && department?.code === question.department?.code;
  if (isSame) return null;
  if (!topic || !department) return <p className="d-note">{t('card.routeAnewByHand')}</p>;
  return (
    <div className="d-note">
      <Problem problem={problem} />
      <p>{t('card.routeAnew', { topic: topic.name, department: department.name })}</p>
      <p className="d-gap">
        <Button onPress={() => void perform(route, { topic: topic.code, department: department.code })}>
          {t('card.routeAnewDo')}
        </Button>
      </p>
    </div>
  );
}

/** Undefined where it needs none, or has not come. */
function useProposalOfPart({ row, questions, place }: Card, { id, allowedActions }: Question) {
  const { code: district } = useDistrict();
  const { settlements } = useDirectory();
  const part = questions.find((one) => one.id === id);
  const isOld = part?.routedByWholeText === true && allowedActions.includes('ROUTE_QUESTION');
  const settlement = settlements.find(({ name }) => name === place?.settlement?.name)?.code;
  const { channel, regime } = row;
  const input = { district, text: part?.text ?? '', channel, regime, ...(settlement && { settlement }) };
  const pause = !isOld || input.text === '';
  const [{ data }] = useQuery({ query: operation(partProposalDocument), variables: { input }, pause });
  return pause ? undefined : data?.routeProposal;
}
