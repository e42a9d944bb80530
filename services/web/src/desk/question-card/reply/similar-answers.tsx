import { useEffect } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { failureOf } from '../../../frame/failure.js';
import { operation } from '../../../frame/graphql-client.js';
import type { ReplySimilarAnswersQuery } from '../../../generated/graphql.js';
import { Button } from '../../../parts/button.js';
import { fullDate } from '../../../parts/dates.js';
import { Dialog } from '../../../parts/dialog.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import type { TakenText } from './ready-texts.js';
import { similarAnswersDocument } from './similar.queries.js';

type Similar = ReplySimilarAnswersQuery['similarAnswers'][number];

interface SimilarProps {
  readonly question: string;
  readonly onShown: (shown: number) => void;
  readonly onTake: (taken: TakenText) => void;
  readonly onClose: () => void;
}

/** What was answered before to texts like the question's; one press puts it into the answer, where it is worked on. */
export function SimilarAnswers({ question, onShown, onTake, onClose }: SimilarProps) {
  const { code: district } = useDistrict();
  const [{ data, error }, again] = useQuery({
    query: operation(similarAnswersDocument),
    variables: { district, question },
  });
  const answers = data?.similarAnswers;
  const shown = answers?.length;
  useEffect(() => {
    if (shown !== undefined) onShown(shown);
  }, [shown]);
  return (
    <Dialog open onClose={onClose} title={t('similar.title')}>
      <p className="muted small">{t('similar.means')}</p>
      <Problem problem={error && failureOf(error)} onAgain={() => again({ requestPolicy: 'network-only' })} />
      {!answers && !error && <p role="status">{t('frame.loading')}</p>}
      {answers?.length === 0 && <p role="status">{t('similar.none')}</p>}
      {answers?.map((one, at, { length }) => (
        <Answer key={one.appeal} answer={one} onTake={(text) => onTake({ text, at, shown: length })} />
      ))}
    </Dialog>
  );
}

function Answer({ answer, onTake }: { readonly answer: Similar; readonly onTake: (text: string) => void }) {
  const { code: district } = useDistrict();
  const { appeal, number, answeredOn, asked, isPublished, text, topic } = answer;
  return (
    <section className="similar d-gap" aria-label={number}>
      <p className="muted small">
        <a href={`/desk/${district}/card/${appeal}`} target="_blank" rel="noreferrer">
          № {number}
        </a>
        {[topic?.name, fullDate(answeredOn), isPublished && t('similar.published')]
          .filter(Boolean)
          .map((part) => ` · ${part}`)}
      </p>
      <p className="muted is-kept">{asked}</p>
      <p className="read is-kept">{text}</p>
      <p>
        <Button onPress={() => onTake(text)}>{t('similar.take')}</Button>
      </p>
    </section>
  );
}
