import { useQuery } from 'urql';
import { Link } from 'wouter';
import type { QuestionScope } from '../../acts/card.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import type { AppealFilter, NearCasesQuery } from '../../generated/graphql.js';
import { dayIn } from '../../parts/dates.js';
import { Deadline } from '../../parts/deadline.js';
import { shownGist } from '../../parts/gist.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { nearCasesDocument } from './near.queries.js';

type Near = NearCasesQuery['appeals']['nodes'][number];

const SHOWN = 4;

/** The latest of the same topic in the same settlement, else in the district, and how they ended: what was done before. */
export function NearCases({ scope }: { readonly scope: QuestionScope }) {
  const { card, question } = scope;
  const { code: district } = useDistrict();
  const settlement = card.place?.settlement;
  const topic = question.topic?.code;
  const here = useCases(
    card.row.id,
    settlement && topic ? { topics: [topic], settlements: [settlement.code] } : undefined,
  );
  const isHere = here.length > 0;
  const all = useCases(card.row.id, topic && !isHere ? { topics: [topic] } : undefined);
  const near = isHere ? here : all;
  if (near.length === 0) return null;
  return (
    <section className="near">
      <h2>{isHere ? t('card.near', { settlement: settlement?.name }) : t('card.nearTopic')}</h2>
      <table className="nums">
        <thead>
          <tr>
            <th scope="col">№</th>
            <th scope="col">{t('card.nearGist')}</th>
            <th scope="col">{t('card.nearEnd')}</th>
          </tr>
        </thead>
        <tbody>
          {near.map((one) => (
            <tr key={one.id}>
              <td>
                <Link className="num nowrap" href={`/desk/${district}/card/${one.id}`}>
                  {shortNumber(one)}
                </Link>
              </td>
              <td>{shownGist(one) ?? t('worklist.noText')}</td>
              <td className="nowrap">
                <End of={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The latest of a filter without the case itself; none where there is no filter. */
function useCases(own: string, filter: AppealFilter | undefined): readonly Near[] {
  const { code: district } = useDistrict();
  const [{ data }] = useQuery({
    query: operation(nearCasesDocument),
    variables: { district, filter: filter ?? {}, first: SHOWN + 1 },
    pause: filter === undefined,
  });
  if (!filter) return [];
  return (data?.appeals.nodes ?? []).filter(({ id }) => id !== own).slice(0, SHOWN);
}

/** How it ended, or what is left of its term. */
function End({ of: { state, dueOn, dueAt } }: { readonly of: Near }) {
  const { zone } = useDistrict();
  const runs = state === 'REGISTERED' || state === 'TAKEN_UP' || state === 'RECEIVED';
  if (!runs || !dueOn) return <>{t(`card.state${state}`)}</>;
  return <Deadline dueOn={dueOn} dueAt={dueAt} today={dayIn(zone, Date.now())} />;
}
