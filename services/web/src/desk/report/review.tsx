import { useQuery } from 'urql';
import { Link } from 'wouter';
import { saveFile } from '../../frame/csv.js';
import { useDistrict } from '../../frame/district.js';
import { failureOf } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import type { AppealReviewQuery } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import { dayAfter } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { Release } from './release.js';
import { quarterWords } from './periods.js';
import { lineHref } from './report-lists.js';
import { appealReviewDocument } from './report.queries.js';

const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Made = AppealReviewQuery['appealReview'];
type Table = Made['tables'][number];

/** A draft of the review: every number leads to the list that it counts. */
export function Review({ period }: { readonly period: string }) {
  const { code: district } = useDistrict();
  const [{ data, error }] = useQuery({ query: operation(appealReviewDocument), variables: { district, period } });
  if (error) return <p role="alert">{failureOf(error).message || t('report.notLoaded')}</p>;
  if (!data) return <p role="status">{t('frame.loading')}</p>;
  const review = data.appealReview;
  const name = `obzor-${review.period}`;
  return (
    <article className="report-sheet" aria-label={review.title}>
      <div className="d-bar">
        <h2>{review.title}</h2>
        <span className="is-end" />
        <Button onPress={() => saveFile(`${name}.odt`, bytesOf(review.odt), 'application/vnd.oasis.opendocument.text')}>
          {t('report.odt')}
        </Button>
        <Button onPress={() => saveFile(`${name}.docx`, bytesOf(review.docx), DOCX_TYPE)}>{t('report.docx')}</Button>
        <Button onPress={() => saveFile(`${name}.csv`, review.csv)}>{t('report.csv')}</Button>
      </div>
      <p>{review.text.join(' ')}</p>
      <div className="report-tables">
        {review.tables.map((table) => (
          <ReviewTable key={table.code} table={table} review={review} />
        ))}
      </div>
      <p className="muted">{t('report.eachNumber')}</p>
      <Release period={review.period} to={review.to} text={review.text} />
    </article>
  );
}

function ReviewTable({ table, review }: { readonly table: Table; readonly review: Made }) {
  return (
    <section>
      <table className="nums">
        <caption>{table.title}</caption>
        <thead>
          <tr>
            <th scope="col" className="l">
              {t('report.line')}
            </th>
            <th scope="col" className="n">
              {quarterWords(review.period)}
            </th>
            <th scope="col" className="n">
              {quarterWords(review.before)}
            </th>
            <th scope="col" className="n">
              {t('report.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.lines.map((line) => (
            <tr key={line.code}>
              <th scope="row" className="l">
                {line.title}
              </th>
              <Count line={line} table={table.code} days={review} count={line.now} />
              <Count line={line} table={table.code} days={yearBefore(review)} count={line.was} />
              <td className="n">{difference(line.now - line.was)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CountProps {
  readonly line: Table['lines'][number];
  readonly table: string;
  readonly days: { readonly from: string; readonly to: string };
  readonly count: number;
}

function Count({ line, table, days, count }: CountProps) {
  const { code: district } = useDistrict();
  const href = count > 0 ? lineHref(district, { table, code: line.code, of: line.of }, days) : undefined;
  return <td className="n">{href ? <Link href={href}>{count}</Link> : count}</td>;
}

/** Quarters and years end on the same day of each year, but for the last day of a month. */
function yearBefore({ from, to }: Pick<Made, 'from' | 'to'>): { readonly from: string; readonly to: string } {
  const back = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return { from: back(from), to: dayAfter(back(dayAfter(to, 1)), -1) };
}

function difference(by: number): string {
  if (by === 0) return '0';
  return by > 0 ? `+${by}` : `−${-by}`;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
}
