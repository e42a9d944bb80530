import { Link } from 'wouter';
import { column, type Column } from '../../parts/data-table/column.js';
import { DataTable } from '../../parts/data-table/data-table.js';
import { language, t } from '../../words/words.js';
import { answerNames, openNames, type NumberName, type Numbers, type Whose } from './board-numbers.js';

export interface BoardRow {
  readonly name: string;
  /** Undefined: no list shows exactly these. */
  readonly whose: Whose | undefined;
  readonly numbers: Numbers;
}

const numberNames = [...openNames, ...answerNames] as const;
type Shown = (typeof numberNames)[number];

export type HrefOf = (name: NumberName, whose: Whose) => string;

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
      <DataTable
        look="nums"
        className="by-line"
        columns={boardColumns(of, hrefOf)}
        rows={rows}
        idOf={({ whose }) => Object.values(whose ?? { none: '-' }).join()}
        foot={whole}
      />
    </section>
  );
}

/** `of`: what the first column names. */
export function boardColumns(of: string, hrefOf: HrefOf): readonly Column<BoardRow>[] {
  const numbers = numberNames.map((name): Column<BoardRow> =>
    column(name, t(`overview.${name}`), (row) => shown(name, row.numbers), {
      cell: ({ whose, numbers: { [name]: count }, numbers }) =>
        count > 0 && whose ? (
          <Link className={name === 'overdue' ? 'late' : ''} href={hrefOf(name, whose)}>
            {shown(name, numbers)}
            {name === 'overdue' && <span className="unseen">{t('overview.overdueWord')}</span>}
          </Link>
        ) : (
          <span className="muted">{shown(name, numbers)}</span>
        ),
      align: 'end',
    }),
  );
  return [column('name', of, ({ name }) => name, { as: 'head' }), ...numbers];
}

/** Of what was answered in time a share of the answers with a term; of the same day, of all answers. */
function shown(column: Shown, numbers: Numbers): string {
  if (column === 'kept') return share(numbers.kept, numbers.kept + numbers.late);
  if (column === 'sameDay') return share(numbers.sameDay, numbers.answered);
  return String(numbers[column]);
}

/** «96,4 %»; a dash of nothing. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '—';
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(part / whole);
}
