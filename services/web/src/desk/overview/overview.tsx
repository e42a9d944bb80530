import { useQuery } from 'urql';
import { Link } from 'wouter';
import { csvText, saveFile } from '../../frame/csv.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { Button } from '../../parts/button.js';
import { dayIn, dayMonth, dayAfter, fullDate } from '../../parts/dates.js';
import { language, t } from '../../words/words.js';
import { Late } from './late.js';
import { overviewDepartmentsDocument } from './overview.queries.js';
import { TopicsByMonth } from './topics-by-month.js';
import { PERIOD_DAYS, useCounts, type Counts } from './use-counts.js';
import './overview.css';

/** Terms and departments: what a head asks in the morning. */
export function Overview() {
  const { code: district, zone } = useDistrict();
  const today = dayIn(zone, Date.now());
  const [{ data }] = useQuery({ query: operation(overviewDepartmentsDocument), variables: { district } });
  const departments = data?.directory.departments ?? [];
  const counts = useCounts(
    district,
    departments.map(({ code }) => code),
    today,
  );
  const period = t('overview.period', { from: dayMonth(dayAfter(today, -PERIOD_DAYS)), to: dayMonth(today) });
  return (
    <main className="board" id="main">
      <div className="d-bar">
        <h1>{t('overview.title')}</h1>
        <span className="muted">{t('overview.on', { day: fullDate(today) })}</span>
        <span className="is-end muted">{period}</span>
        <Button keys="Control+KeyP" onPress={() => print()}>
          {t('overview.print')}
        </Button>
        <Button onPress={() => saveCounts(departments, counts, `${district}-${today}`)}>{t('overview.csv')}</Button>
      </div>
      <Sums counts={counts.get('')} />
      <div className="two">
        <section>
          <h2>{t('overview.byDepartment')}</h2>
          <Departments departments={departments} counts={counts} />
        </section>
        <aside>
          <Late today={today} />
        </aside>
      </div>
      <TopicsByMonth today={today} />
    </main>
  );
}

function Sums({ counts }: { readonly counts: Counts | undefined }) {
  const { code } = useDistrict();
  return (
    <dl className="sums">
      <div>
        <dt className="d-label">{t('overview.keptShare')}</dt>
        <dd>{counts ? share(counts) : '…'}</dd>
        <dd className="sub">{t('overview.ofAnswers', { count: counts ? counts.kept + counts.late : 0 })}</dd>
      </div>
      {columns.map((column) => (
        <Sum
          key={column}
          title={t(`overview.${column}Sum`)}
          href={listHref(code, column)}
          value={counts?.[column]}
          isLate={column === 'overdue'}
        />
      ))}
    </dl>
  );
}

function Sum(props: {
  readonly title: string;
  readonly href: string;
  readonly value: number | undefined;
  readonly isLate?: boolean;
}) {
  const { title, href, value, isLate } = props;
  return (
    <div>
      <dt className="d-label">{title}</dt>
      <dd className={isLate && value ? 'late' : ''}>
        <Link href={href}>{value ?? '…'}</Link>
      </dd>
    </div>
  );
}

type Department = { readonly code: string; readonly name: string };
const columns = ['open', 'today', 'soon', 'overdue'] as const;

function Departments(props: {
  readonly departments: readonly Department[];
  readonly counts: ReadonlyMap<string, Counts>;
}) {
  const { departments, counts } = props;
  return (
    <table className="nums by-department">
      <thead>
        <tr>
          <th scope="col">{t('overview.department')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="n">
              {t(`overview.${column}`)}
            </th>
          ))}
          <th scope="col" className="n">
            {t('overview.inTime')}
          </th>
        </tr>
      </thead>
      <tbody>
        {departments.map(({ code, name }) => (
          <Row key={code} name={name} code={code} counts={counts.get(code)} />
        ))}
      </tbody>
      <tfoot>
        <Row name={t('overview.whole')} code="" counts={counts.get('')} />
      </tfoot>
    </table>
  );
}

/** The worklist's own filter of the address. */
const dues = { open: '', today: 'today', soon: '3', overdue: 'late' } as const;

/** The worklist that has what a number counts. */
function listHref(district: string, column: (typeof columns)[number], department = ''): string {
  const query = new URLSearchParams();
  if (department !== '') query.set('dep', department);
  if (dues[column] !== '') query.set('due', dues[column]);
  return `/desk/${district}/list/in-work${query.size > 0 ? `?${query.toString()}` : ''}`;
}

function Row({ name, code, counts }: Department & { readonly counts: Counts | undefined }) {
  const { code: district } = useDistrict();
  return (
    <tr>
      <th scope="row" className="l">
        {name}
      </th>
      {columns.map((column) => {
        const value = counts?.[column];
        return (
          <td key={column} className="n">
            {value ? (
              <Link className={column === 'overdue' ? 'late' : ''} href={listHref(district, column, code)}>
                {value}
                {column === 'overdue' && <span className="unseen">{t('overview.overdueWord')}</span>}
              </Link>
            ) : (
              <span className="muted">{value ?? '…'}</span>
            )}
          </td>
        );
      })}
      <td className="n">{counts ? share(counts) : '…'}</td>
    </tr>
  );
}

/** «96,4 %» of the answers that kept their term; a dash where there was none. */
function share({ kept, late }: Counts): string {
  if (kept + late === 0) return '—';
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return format.format(kept / (kept + late));
}

function saveCounts(departments: readonly Department[], counts: ReadonlyMap<string, Counts>, name: string): void {
  const head = [t('overview.department'), ...columns.map((column) => t(`overview.${column}`)), t('overview.inTime')];
  const rows = [...departments, { code: '', name: t('overview.whole') }].map(({ code, name: title }) => {
    const own = counts.get(code);
    return [title, ...columns.map((column) => own?.[column]), own && share(own)];
  });
  saveFile(`${name}.csv`, csvText([head, ...rows]));
}
