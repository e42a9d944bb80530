import { useQuery } from 'urql';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { dayMonth } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import { enoughAnswersDocument } from './known-issues.queries.js';

const SHOWN_DAYS = 7;

/** Published answers after which residents sent nothing: what need not be answered again. */
export function EnoughAnswers() {
  const { code: district } = useDistrict();
  const [{ data, error }, reload] = useQuery({ query: operation(enoughAnswersDocument), variables: { district } });
  const answers = data?.enoughAnswers ?? [];
  if (!error && answers.length === 0) return null;
  return (
    <section className="known-enough">
      <h2>{t('known.enough')}</h2>
      <Problem problem={error && failureOf(error)} onAgain={reload} />
      <p className="muted">{t('known.enoughWhat')}</p>
      <ul>
        {answers.map(({ id, title, count, days }) => (
          <li key={id}>
            {title === null ? t('known.enoughTakenBack') : <a href={`/${district}/answers/${id}`}>{title}</a>}{' '}
            <b>{t('known.enoughTimes', { count })}</b>{' '}
            <span className="muted">
              {days
                .slice(0, SHOWN_DAYS)
                .map((day) => `${dayMonth(day.on)}: ${day.count}`)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
