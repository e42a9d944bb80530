import { useState } from 'react';
import { useQuery } from 'urql';
import { failureOf } from '../frame/failure.js';
import { operation } from '../frame/graphql-client.js';
import type { ReactionNumbersFragment, ReactionSumsQuery } from '../generated/graphql.js';
import { column, type Column } from '../parts/data-table/column.js';
import { DataTable } from '../parts/data-table/data-table.js';
import { dayAfter, dayIn, fullDate } from '../parts/dates.js';
import { Problem } from '../parts/problem.js';
import { t } from '../words/words.js';
import { reactionSumsDocument } from './reactions.queries.js';
import { REPUBLIC_ZONE } from './use-sought.js';

type Sums = ReactionSumsQuery['reactionSums'];

const DAYS = 90;
const WAYS = ['topics', 'settlements', 'weeks'] as const;
type Way = (typeof WAYS)[number];

interface Row extends ReactionNumbersFragment {
  readonly id: string;
  readonly name: string;
}

/** How people reacted in networks to messages, before our answers and since: sums, which name none of them. */
export function Reactions({ district }: { readonly district: string }) {
  const [way, setWay] = useState<Way>('topics');
  const to = dayIn(REPUBLIC_ZONE, Date.now());
  const [{ data, error }, ask] = useQuery({
    query: operation(reactionSumsDocument),
    variables: { district, from: dayAfter(to, 1 - DAYS), to },
  });
  const sums = data?.reactionSums;
  return (
    <section className="d-gap2" aria-labelledby="reactions">
      <div className="d-bar">
        <h2 id="reactions">{t('analysis.reactions')}</h2>
        <select
          className="is-end"
          aria-label={t('analysis.reactionsBy')}
          value={way}
          onChange={({ target }) => setWay(target.value as Way)}
        >
          {WAYS.map((one) => (
            <option key={one} value={one}>
              {t(`analysis.reactionsBy_${one}`)}
            </option>
          ))}
        </select>
      </div>
      <p className="muted">{t('analysis.reactionsMeans', { days: DAYS })}</p>
      <Problem problem={error && failureOf(error)} onAgain={() => ask({ requestPolicy: 'network-only' })} />
      {!sums && !error && <p role="status">{t('frame.loading')}</p>}
      {sums && <Table sums={sums} way={way} />}
    </section>
  );
}

function Table({ sums, way }: { readonly sums: Sums; readonly way: Way }) {
  if (sums.total.messages === 0) return <p className="d-gap">{t('analysis.reactionsNone')}</p>;
  const rows = [...rowsOf(sums, way), { id: '', name: t('analysis.reactionsAll'), ...sums.total }];
  return (
    <>
      <div className="d-gap changes-scroll">
        <DataTable look="nums" columns={columns(way)} rows={rows} idOf={({ id }) => id} />
      </div>
      <p className="muted small d-gap">{t('analysis.reactionsNote')}</p>
    </>
  );
}

function rowsOf({ topics, settlements, weeks }: Sums, way: Way): readonly Row[] {
  if (way === 'topics') return topics.map(({ topic, ...sum }) => named(topic, sum));
  if (way === 'settlements') return settlements.map(({ settlement, ...sum }) => named(settlement, sum));
  return weeks.map(({ week, ...sum }) => ({ id: week ?? '-', name: week ? fullDate(week) : '', ...sum }));
}

function named(
  of: { readonly code: string; readonly name: string } | null | undefined,
  sum: ReactionNumbersFragment,
): Row {
  return { id: of?.code ?? '-', name: of?.name ?? t('analysis.reactionsNowhere'), ...sum };
}

function columns(way: Way): readonly Column<Row>[] {
  const number = (name: keyof ReactionNumbersFragment & ('messages' | 'answered' | 'before' | 'after' | 'ofAnswers')) =>
    column<Row>(name, t(`analysis.reactions_${name}`), (row) => row[name], { align: 'end' });
  return [
    column<Row>('name', t(`analysis.reactionsOf_${way}`), ({ name }) => name, { as: 'head' }),
    ...(['messages', 'answered', 'before', 'after', 'ofAnswers'] as const).map(number),
  ];
}
