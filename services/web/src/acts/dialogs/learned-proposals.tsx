import { useId } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { Button } from '../../parts/button.js';
import { t } from '../../words/words.js';
import { whyOf } from './learned-words.js';
import { learnedRoutesDocument } from './learned.queries.js';

interface LearnedProposalsProps {
  readonly question: string;
  readonly onChoose: (route: { readonly topic: string; readonly department: string | undefined }) => void;
}

/**
 * What officials chose for like questions, why, and how often that was right of late; one press fills the form and sends nothing. Empty
 * where nothing was learned: the form is complete without it.
 */
export function LearnedProposals({ question, onChoose }: LearnedProposalsProps) {
  const id = useId();
  const { code: district } = useDistrict();
  const [{ data }] = useQuery({ query: operation(learnedRoutesDocument), variables: { district, question } });
  const learned = data?.learnedRoutes;
  if (!learned) return null;
  const { routes, judged, first, amongThree } = learned;
  if (routes.length === 0) return judged === 0 ? null : <p className="muted small">{t('dialogs.learnedSilent')}</p>;
  return (
    <section aria-labelledby={id}>
      <p className="d-label" id={id}>
        {t('dialogs.learned')}
      </p>
      <ul>
        {routes.map(({ topic, department, words }) => (
          <li key={topic.code}>
            <Button onPress={() => onChoose({ topic: topic.code, department: department?.code })}>
              {department ? `${topic.name}, ${department.name}` : topic.name}
            </Button>{' '}
            {words.length > 0 && <span className="muted small">{whyOf(words)}</span>}
          </li>
        ))}
      </ul>
      <p className="muted small">{t('dialogs.learnedRate', { judged, first, amongThree })}</p>
    </section>
  );
}
