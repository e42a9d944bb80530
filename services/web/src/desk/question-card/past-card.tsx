import { useQuery } from 'urql';
import { Link, useParams } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { momentIn } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { AbsentCard } from './absent-card.js';
import { cardDocument } from './card.queries.js';
import { CardSheet } from './card-sheet.js';
import { CardTop } from './card-top.js';

/** The case as it was known at `at` (ISO 8601): read only, and it says so. */
export function PastCard({ at }: { readonly at: string }) {
  const { appeal } = useParams<{ appeal: string }>();
  const { code: district, zone } = useDistrict();
  const [{ data, error, fetching }, reload] = useQuery({
    query: operation(cardDocument),
    variables: { district, id: appeal, at },
  });
  const card = data?.appeal;
  if (!card)
    return (
      <AbsentCard
        here={[undefined, appeal]}
        loading={fetching}
        failure={error && failureOf(error)}
        onAgain={() => reload({ requestPolicy: 'network-only' })}
      />
    );
  return (
    <>
      <title>{t('card.pageTitle', { number: card.row.number ?? card.row.receipt })}</title>
      <CardTop here={[undefined, card.row.id]} card={card} question={undefined} onChanged={() => undefined} />
      <main className="card">
        <CardSheet card={card} chosen={card.row.questions[0]?.id} />
        <section className="reply">
          <p className="d-note" role="status">
            {t('card.asKnown', { moment: momentIn(zone, at) })}
          </p>
          <Link href={`/desk/${district}/card/${appeal}`}>{t('card.toPresent')}</Link>
        </section>
      </main>
    </>
  );
}
