import { useDistrict } from '../../../frame/district.js';
import { momentIn } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';
import type { Card } from '../../../acts/card.js';
import { ReactionChart } from './reaction-chart.js';
import { isKnown, lastKnown, type Series } from './reaction-series.js';

const TARGETS: readonly Series['target'][] = ['CITIZEN_MESSAGE', 'OUR_ANSWER', 'SOURCE_POST'];
/** More are one press away. */
const OPEN_ROWS = 6;

/** How people take the message and our answer in the network. Counts of different networks are never added. */
export function CardReactions({ card }: { readonly card: Card }) {
  const { reactions, source } = card;
  const replies = source?.kind === 'COMMENT' ? source.replies : 0;
  if (reactions.length === 0 && replies === 0) return null;
  const answeredAt = card.notices.find(({ kind, dispatchedAt }) => kind === 'ANSWERED' && dispatchedAt)?.dispatchedAt;
  return (
    <section className="reactions">
      <h2>{t('card.reactions')}</h2>
      {replies > 0 && <p>{t('card.reactionReplies', { count: replies })}</p>}
      {TARGETS.flatMap((target) => reactions.filter((series) => series.target === target)).map((series) => (
        <SeriesPart key={`${series.message} ${series.metric}`} series={series} answeredAt={answeredAt ?? undefined} />
      ))}
      {reactions.length > 0 && <p className="muted small">{t('card.reactionNote')}</p>}
    </section>
  );
}

function SeriesPart({ series, answeredAt }: { readonly series: Series; readonly answeredAt: string | undefined }) {
  const { target, metric, samples } = series;
  return (
    <div className="reaction">
      <h3>{t(`card.reactionTarget${target}`)}</h3>
      <p>
        <Latest series={series} />
      </p>
      {samples.filter(isKnown).length > 1 && <ReactionChart series={series} answeredAt={answeredAt} />}
      {samples.length > 1 && (
        <details open={samples.length <= OPEN_ROWS}>
          <summary>{t('card.reactionTable', { name: t(`card.reactionName${metric}`) })}</summary>
          <SamplesTable samples={samples} />
        </details>
      )}
    </div>
  );
}

/** What is not known now is said so, with what was known before. */
function Latest({ series: { metric, samples } }: { readonly series: Series }) {
  const { zone } = useDistrict();
  const known = lastKnown(samples);
  const latest = samples.at(-1)!;
  const said = known && t(`card.reactionCount${metric}`, { count: known.value });
  if (known === latest) return t('card.reactionAt', { said: said ?? '', at: momentIn(zone, known.to) });
  const unknown = t('card.reactionUnknownAt', { at: momentIn(zone, latest.to) });
  return known ? `${unknown} ${t('card.reactionBefore', { said: said ?? '', at: momentIn(zone, known.to) })}` : unknown;
}

function SamplesTable({ samples }: Pick<Series, 'samples'>) {
  const { zone } = useDistrict();
  return (
    <table className="nums">
      <thead>
        <tr>
          <th scope="col">{t('card.reactionWhen')}</th>
          <th scope="col" className="n">
            {t('card.reactionMany')}
          </th>
        </tr>
      </thead>
      <tbody>
        {samples.map((sample) => (
          <tr key={sample.from}>
            <th scope="row">{spanWords(zone, sample)}</th>
            <td className="n">{isKnown(sample) ? sample.value : t('card.reactionUnknown')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function spanWords(zone: string, { from, to }: Pick<Series['samples'][number], 'from' | 'to'>): string {
  const [begin, end] = [momentIn(zone, from), momentIn(zone, to)];
  return begin === end ? begin : t('card.reactionSpan', { from: begin, to: end });
}
