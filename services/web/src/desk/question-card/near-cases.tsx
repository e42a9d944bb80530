import { useQuery } from 'urql';
import { Link } from 'wouter';
import type { QuestionScope } from '../../acts/card.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import type { NearCasesQuery } from '../../generated/graphql.js';
import { dayIn } from '../../parts/dates.js';
import { Deadline } from '../../parts/deadline.js';
import { shownGist } from '../../parts/gist.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { nearCasesDocument } from './near.queries.js';

type Near = NearCasesQuery['appeals']['nodes'][number];

const SHOWN = 4;

/** The latest of the same topic in the same settlement, else in the district, and how they ended: what was done before. */
export function NearCases({ scope: { card, question } }: { readonly scope: QuestionScope }) {
  const settlement = card.place?.settlement;
  const topic = question.topic?.code;
  const here = useCases(card.row.id, settlement && { topic, settlements: [settlement.code] });
  const all = useCases(card.row.id, { topic });
  if (here.length > 0) return <Cases near={here} title={t('card.near', { settlement: settlement?.name })} />;
  return all.length > 0 && <Cases near={all} title={t('card.nearTopic')} />;
}

function Cases({ near, title }: { readonly near: readonly Near[]; readonly title: string }) {
  const { code: district } = useDistrict();
  return (
    <section className="near">
      <h2>{title}</h2>
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

/** The latest of a topic without the case itself; none while there is no topic, or no place to look in. */
function useCases(
  own: string,
  of: { readonly topic: string | undefined; readonly settlements?: string[] } | null | undefined,
): readonly Near[] {
  const { code: district } = useDistrict();
  const pause = of?.topic === undefined;
  const filter = { topics: [of?.topic ?? ''], settlements: of?.settlements ?? null };
  const variables = { district, filter, first: SHOWN + 1 };
  const [{ data }] = useQuery({ query: operation(nearCasesDocument), variables, pause });
  if (pause) return [];
  return (data?.appeals.nodes ?? []).filter(({ id }) => id !== own).slice(0, SHOWN);
}

/** How it ended, or what is left of its term. */
function End({ of: { state, dueOn, dueAt } }: { readonly of: Near }) {
  const { zone } = useDistrict();
  const runs = state === 'REGISTERED' || state === 'TAKEN_UP' || state === 'RECEIVED';
  if (!runs || !dueOn) return <>{t(`card.state${state}`)}</>;
  return <Deadline dueOn={dueOn} dueAt={dueAt} today={dayIn(zone, Date.now())} />;
}
