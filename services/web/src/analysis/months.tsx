import { scaleBand, scaleLinear } from 'd3-scale';
import { Link } from 'wouter';
import { lastMonths, type MonthCount } from '../parts/last-months.js';
import { language, t } from '../words/words.js';
import { daysOfMonth } from './sought.js';
import { useSought } from './use-sought.js';

const WIDTH = 430;
const HEIGHT = 152;
const LEFT = 30;
const BOTTOM = 132;
const TOP = 6;

/** Bars by month, and the same numbers as a table of links. */
export function Months({ months }: { readonly months: readonly MonthCount[] }) {
  const shown = lastMonths(months);
  if (shown.length === 0) return null;
  return (
    <div className="with-table chart">
      <Bars months={shown} />
      <MonthTable months={shown} />
    </div>
  );
}

function Bars({ months }: { readonly months: readonly MonthCount[] }) {
  const most = Math.max(...months.map(({ count }) => count));
  const y = scaleLinear([0, most], [BOTTOM, TOP]).nice(4);
  const x = scaleBand(
    months.map(({ value }) => value),
    [LEFT, WIDTH],
  ).padding(0.18);
  const ticks = y.ticks(4).filter(Number.isInteger);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('analysis.monthsChart')}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className="grid-line" d={`M${LEFT} ${y(tick)}H${WIDTH}`} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {months.map(({ value, count }) => (
        <g key={value}>
          <rect className="bar" x={x(value)} y={y(count)} width={x.bandwidth()} height={BOTTOM - y(count)} />
          <text x={(x(value) ?? 0) + x.bandwidth() / 2} y={HEIGHT - 6} textAnchor="middle">
            {monthName(value)}
          </text>
        </g>
      ))}
      <path className="axis" d={`M${LEFT} ${BOTTOM + 0.5}H${WIDTH}`} />
    </svg>
  );
}

/** Two columns of six months, as they are read: down, then to the right. */
function MonthTable({ months }: { readonly months: readonly MonthCount[] }) {
  const { linkTo } = useSought();
  const half = Math.ceil(months.length / 2);
  const rows = months.slice(0, half).map((month, at) => [month, months[half + at]] as const);
  return (
    <table className="nums">
      <thead>
        <tr>
          {[0, 1].map((column) => [
            <th key={`m${column}`} scope="col">
              {t('analysis.month')}
            </th>,
            <th key={`n${column}`} scope="col" className="n">
              {t('analysis.total')}
            </th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {rows.map((pair) => (
          <tr key={pair[0].value}>
            {pair.map((month, column) =>
              month ? (
                [
                  <th key={`m${column}`} scope="row">
                    {`${monthName(month.value)} ${month.value.slice(0, 4)}`}
                  </th>,
                  <td key={`n${column}`} className="n">
                    {month.count === 0 ? (
                      <span className="muted">0</span>
                    ) : (
                      <Link href={linkTo(daysOfMonth(month.value))}>{month.count}</Link>
                    )}
                  </td>,
                ]
              ) : (
                <td key={`m${column}`} colSpan={2} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** «ноя» */
function monthName(month: string): string {
  const name = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  return name
    .format(new Date(`${month}-01`))
    .replace('.', '')
    .slice(0, 3);
}
