import { useState, type KeyboardEvent } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { failureOf } from '../frame/failure.js';
import { operation } from '../frame/graphql-client.js';
import type { TopicsByPlaceQuery } from '../generated/graphql.js';
import { dayAfter, dayIn } from '../parts/dates.js';
import { Problem } from '../parts/problem.js';
import { language, t } from '../words/words.js';
import { topicsByPlaceDocument } from './heat.queries.js';
import { MAX_PLACES, timesUsual, together, toneOf, type HeatCell } from './heat-table.js';
import { REPUBLIC_ZONE } from './use-sought.js';

type Table = TopicsByPlaceQuery['topicsByPlace'];
type Topic = Table['topics'][number];

const PERIODS = [7, 30, 90, 365] as const;
const USUAL_PERIOD = 30;

/** A column: one place, the places beyond the last column, or appeals without one. */
interface Column {
  readonly name: string;
  /** Codes; empty: no place, which no list is by. */
  readonly codes: readonly string[];
  readonly count: number;
}

/** Which topics come from where: each number with its list, and how many times more than usual it is. */
export function Heat({ district }: { readonly district: string }) {
  const [days, setDays] = useState<number>(USUAL_PERIOD);
  const to = dayIn(REPUBLIC_ZONE, Date.now());
  const from = dayAfter(to, 1 - days);
  const [{ data, error }, ask] = useQuery({
    query: operation(topicsByPlaceDocument),
    variables: { district, from, to },
  });
  const table = data?.topicsByPlace;
  return (
    <section aria-labelledby="heat" className="heat-section">
      <div className="d-bar">
        <h2 id="heat">{t('analysis.heat')}</h2>
        <select
          className="is-end"
          aria-label={t('analysis.heatDays')}
          value={days}
          onChange={({ target }) => setDays(Number(target.value))}
        >
          {PERIODS.map((one) => (
            <option key={one} value={one}>
              {t('analysis.heatOfDays', { days: one })}
            </option>
          ))}
        </select>
      </div>
      <p className="muted" id="heat-means">
        {t('analysis.heatMeans')}
      </p>
      <Problem problem={error && failureOf(error)} onAgain={() => ask({ requestPolicy: 'network-only' })} />
      {!table && !error && <p role="status">{t('frame.loading')}</p>}
      {table && <Cells table={table} search={`/analysis?district=${district}&from=${from}&to=${to}`} />}
    </section>
  );
}

function Cells({ table, search }: { readonly table: Table; readonly search: string }) {
  const columns = columnsOf(table);
  if (table.topics.length === 0) return <p className="d-gap">{t('analysis.heatNone')}</p>;
  const topics = table.topics.map(({ topic }) => topic.code);
  const linkOf = (of: readonly string[], codes: readonly string[]): string =>
    [search, ...of.map((topic) => `topic=${topic}`), ...codes.map((code) => `settlement=${code}`)].join('&');
  return (
    <div className="d-gap changes-scroll">
      <table className="nums heat" aria-describedby="heat-means" onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col" className="l">
              {t('analysis.topic')}
            </th>
            {columns.map(({ name }) => (
              <th key={name} scope="col" className="n">
                {name}
              </th>
            ))}
            <th scope="col" className="n">
              {t('analysis.heatAll')}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.topics.map((row) => (
            <tr key={row.topic.code}>
              <th scope="row">{row.topic.name}</th>
              {columns.map(({ name, codes }) => (
                <Cell
                  key={name}
                  cell={cellOf(row, codes)}
                  name={`${row.topic.name}, ${name}`}
                  href={codes.length > 0 ? linkOf([row.topic.code], codes) : undefined}
                />
              ))}
              <Cell
                cell={row}
                name={`${row.topic.name}, ${t('analysis.heatAll')}`}
                href={linkOf([row.topic.code], [])}
              />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="l">
              {t('analysis.heatAll')}
            </th>
            {columns.map(({ name, codes, count }) => (
              <td key={name} className="n">
                {codes.length > 0 && count > 0 ? (
                  <Total name={name} count={count} href={linkOf(topics, codes)} />
                ) : (
                  count
                )}
              </td>
            ))}
            <td className="n">
              <Total name={t('analysis.heatAll')} count={table.total} href={linkOf(topics, [])} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Cell(props: { readonly cell: HeatCell; readonly name: string; readonly href: string | undefined }) {
  const { cell, name, href } = props;
  const { count } = cell;
  const times = timesUsual(cell);
  if (count === 0) return <td className="n muted">0</td>;
  return (
    <td className={`n ${toneOf(times)}`}>
      {href === undefined ? (
        count
      ) : (
        <Link href={href} aria-label={`${name}: ${count}`}>
          {count}
        </Link>
      )}
      {times !== undefined && <small> ×{times.toLocaleString(language)}</small>}
    </td>
  );
}

/** Of all topics of the table. */
function Total({ name, count, href }: { readonly name: string; readonly count: number; readonly href: string }) {
  return (
    <Link href={href} aria-label={`${name}: ${count}`}>
      {count}
    </Link>
  );
}

function columnsOf({ places }: Table): readonly Column[] {
  const named = places.flatMap(({ settlement, count }) => (settlement ? [{ ...settlement, count }] : []));
  const without = places.find(({ settlement }) => settlement === null)?.count ?? 0;
  const shown = named.length > MAX_PLACES ? named.slice(0, MAX_PLACES - 1) : named;
  const others = named.slice(shown.length);
  return [
    ...shown.map(({ code, name, count }) => ({ name, codes: [code], count })),
    ...(others.length === 0
      ? []
      : [
          {
            name: t('analysis.heatOthers', { count: others.length }),
            codes: others.map(({ code }) => code),
            count: others.reduce((sum, { count }) => sum + count, 0),
          },
        ]),
    ...(without === 0 ? [] : [{ name: t('analysis.heatNoPlace'), codes: [], count: without }]),
  ];
}

function cellOf({ places }: Topic, codes: readonly string[]): HeatCell {
  if (codes.length === 0) return together(places.filter(({ settlement }) => settlement === null));
  return together(codes.map((code) => places.find(({ settlement }) => settlement?.code === code)));
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows go to the next number in their direction; where there is none, the focus stays. */
function move(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key];
  const cell = (event.target as HTMLElement).closest('td');
  if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...event.currentTarget.tBodies[0]!.rows];
  const [down, right] = step;
  let row = rows.indexOf(cell.parentElement as HTMLTableRowElement) + down;
  let column = cell.cellIndex + right;
  for (; rows[row]?.cells[column]; row += down, column += right) {
    const link = rows[row]!.cells[column]!.querySelector('a');
    if (!link) continue;
    event.preventDefault();
    link.focus();
    return;
  }
}
