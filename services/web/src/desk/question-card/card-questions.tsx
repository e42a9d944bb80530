import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { reasonWords } from '../../parts/reason-words.js';
import { t } from '../../words/words.js';
import type { Card, Question } from './question-card.js';

/** The questions of the appeal, and why each is where it is. */
export function CardQuestions({ card, chosen }: { readonly card: Card; readonly chosen: string | undefined }) {
  const { questions } = card.row;
  if (questions.length === 0) return null;
  return (
    <section>
      <h2>{t('card.questions')}</h2>
      <table className="qs">
        <thead>
          <tr>
            <th scope="col">№</th>
            <th scope="col">{t('card.topic')}</th>
            <th scope="col">{t('card.executor')}</th>
            <th scope="col">{t('card.condition')}</th>
          </tr>
        </thead>
        <tbody>
          {questions.map((question) => (
            <QuestionLine key={question.id} appeal={card.row.id} question={question} current={question.id === chosen} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function QuestionLine(props: { readonly appeal: string; readonly question: Question; readonly current: boolean }) {
  const { appeal, question, current } = props;
  const { code } = useDistrict();
  const name = question.topic?.name ?? t('card.noTopic');
  return (
    <tr>
      <td>{question.ordinal}</td>
      <td>
        {current ? <b>{name}</b> : <Link href={`/desk/${code}/card/${appeal}?question=${question.id}`}>{name}</Link>}
        <Reason question={question} />
      </td>
      <td>{question.executor?.name ?? question.department?.name ?? '—'}</td>
      <td>{t(`card.question${question.state}`)}</td>
    </tr>
  );
}

function Reason({ question: { reason } }: { readonly question: Question }) {
  if (!reason) return null;
  const words = reasonWords(reason.words);
  return (
    <div className="muted">
      {reason.rule ? t('card.reasonRule', { words, count: reason.words.length }) : t('card.reasonPerson')}
    </div>
  );
}
