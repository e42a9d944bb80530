import { scaleBand, scaleLinear } from 'd3-scale';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { dayAfter } from '../../parts/dates.js';
import { lastMonths } from '../../parts/last-months.js';
import { language, t } from '../../words/words.js';
import { topicsByMonthDocument } from './overview.queries.js';

const SHOWN_TOPICS = 4;
const YEAR_DAYS = 365;

/** What people write about most, month by month; each chart has its own scale. `today`: the district's date. */
export function TopicsByMonth({ today }: { readonly today: string }) {
  const { code: district } = useDistrict();
  const filter = { receivedFrom: dayAfter(today, -YEAR_DAYS) };
  const [{ data }] = useQuery({ query: operation(topicsByMonthDocument), variables: { district, filter } });
  const topics = (data?.search.facets.topics ?? []).toSorted((a, b) => b.count - a.count).slice(0, SHOWN_TOPICS);
  if (topics.length === 0) return null;
  return (
    <section className="part is-low">
      <div className="d-bar">
        <h2>{t('overview.topics')}</h2>
        <span className="muted">{t('overview.ownScale')}</span>
      </div>
      <div className="multi">
        {topics.map(({ value, name, count }) => (
          <Topic key={value} topic={value} name={name} count={count} from={filter.receivedFrom} />
        ))}
      </div>
    </section>
  );
}

function Topic(props: {
  readonly topic: string;
  readonly name: string;
  readonly count: number;
  readonly from: string;
}) {
  const { topic, name, count, from } = props;
  const { code: district } = useDistrict();
  const variables = { district, filter: { receivedFrom: from, topics: [topic] } };
  const [{ data }] = useQuery({ query: operation(topicsByMonthDocument), variables });
  const months = lastMonths(data?.search.facets.months ?? []);
  const [first, before, last] = [months[0], months.at(-2), months.at(-1)];
  const href = `/analysis?district=${district}&topic=${topic}&from=${from}`;
  return (
    <div>
      <p>
        <Link href={href}>{name}</Link>
        <b className="num">{count}</b>
      </p>
      <Bars months={months} />
      {first && last && (
        <p className="muted small" aria-hidden="true">
          <span>{monthName(first.value, 'short')}</span>
          <span>{monthName(last.value, 'short')}</span>
        </p>
      )}
      {before && last && (
        <p className="muted small">
          <MonthCount of={before} />
          <MonthCount of={last} />
        </p>
      )}
    </div>
  );
}

function MonthCount({ of: { value, count } }: { readonly of: { readonly value: string; readonly count: number } }) {
  return (
    <span>
      {monthName(value, 'long')} <b className="num ink">{count}</b>
    </span>
  );
}

const WIDTH = 210;
const HEIGHT = 66;

function Bars({ months }: { readonly months: readonly { readonly value: string; readonly count: number }[] }) {
  const y = scaleLinear([0, Math.max(1, ...months.map(({ count }) => count))], [HEIGHT - 2, 4]);
  const x = scaleBand(
    months.map(({ value }) => value),
    [0, WIDTH],
  ).padding(0.2);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {months.map(({ value, count }, at) => (
        <rect
          key={value}
          className={at === months.length - 1 ? 'bar' : 'bar-2'}
          x={x(value)}
          y={y(count)}
          width={x.bandwidth()}
          height={HEIGHT - 2 - y(count)}
        />
      ))}
      <path className="axis" d={`M0 ${HEIGHT - 1.5}H${WIDTH}`} />
    </svg>
  );
}

function monthName(month: string, length: 'short' | 'long'): string {
  return new Intl.DateTimeFormat(language, { month: length, timeZone: 'UTC' }).format(new Date(`${month}-01`));
}
