import { Link } from 'wouter';
import { language, t } from '../../words/words.js';
import { answerNames, openNames, type NumberName, type Numbers, type Whose } from './board-numbers.js';

export interface BoardRow {
  readonly name: string;
  readonly whose: Whose;
  readonly numbers: Numbers;
}

const columns = [...openNames, ...answerNames] as const;
type Column = (typeof columns)[number];

type HrefOf = (name: NumberName, whose: Whose) => string;

/** The same numbers of each department, topic or official; every number is a link to what it counts. */
export function BoardTable(props: {
  readonly title: string;
  /** What the first column names. */
  readonly of: string;
  readonly rows: readonly BoardRow[];
  readonly whole?: BoardRow | undefined;
  readonly hrefOf: HrefOf;
}) {
  const { title, of, rows, whole, hrefOf } = props;
  return (
    <section className="part">
      <h2>{title}</h2>
      <table className="nums by-line">
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="n">
                {t(`overview.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={Object.values(row.whose).join()} row={row} hrefOf={hrefOf} />
          ))}
        </tbody>
        {whole && (
          <tfoot>
            <Line row={whole} hrefOf={hrefOf} />
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Line({ row: { name, whose, numbers }, hrefOf }: { readonly row: BoardRow; readonly hrefOf: HrefOf }) {
  return (
    <tr>
      <th scope="row" className="l">
        {name}
      </th>
      {columns.map((column) => (
        <td key={column} className="n">
          {numbers[column] > 0 ? (
            <Link className={column === 'overdue' ? 'late' : ''} href={hrefOf(column, whose)}>
              {shown(column, numbers)}
              {column === 'overdue' && <span className="unseen">{t('overview.overdueWord')}</span>}
            </Link>
          ) : (
            <span className="muted">{shown(column, numbers)}</span>
          )}
        </td>
      ))}
    </tr>
  );
}

/** Of what was answered in time a share of the answers with a term; of the same day, of all answers. */
function shown(column: Column, numbers: Numbers): string {
  if (column === 'kept') return share(numbers.kept, numbers.kept + numbers.late);
  if (column === 'sameDay') return share(numbers.sameDay, numbers.answered);
  return String(numbers[column]);
}

/** A head and the rows, for a file. */
export function boardCells(title: string, rows: readonly BoardRow[]): string[][] {
  const head = [title, ...columns.map((column) => t(`overview.${column}`))];
  return [head, ...rows.map(({ name, numbers }) => [name, ...columns.map((column) => shown(column, numbers))])];
}

/** «96,4 %»; a dash of nothing. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '—';
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(part / whole);
}
