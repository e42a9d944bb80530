import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { failureOf } from '../frame/failure.js';
import { operation } from '../frame/graphql-client.js';
import { mayUse, useViewer } from '../frame/viewer.js';
import type { AnswerTimesQuery } from '../generated/graphql.js';
import { Button } from '../parts/button.js';
import { column, type Column } from '../parts/data-table/column.js';
import { DataTable } from '../parts/data-table/data-table.js';
import { shortDepartment } from '../parts/names.js';
import { Problem } from '../parts/problem.js';
import { language, t } from '../words/words.js';
import { answerTimesDocument } from './analysis.queries.js';
import { MIN_COMPARED } from './rate.js';
import { shortDistrict } from './short-district.js';
import { comparedBy, daysOfMonth, filterOf, type ComparedBy, type Sought } from './sought.js';
import { useSought } from './use-sought.js';

type Group = AnswerTimesQuery['answerTimes']['groups'][number];
type LinkTo = ReturnType<typeof useSought>['linkTo'];

const FIRST_ROWS = 10;

/** How long answers take, in time and late, by district, department, topic or month; each number leads to its list. */
export function Answers() {
  const viewer = useViewer();
  const { sought, districts, go } = useSought();
  const isAllowed = districts.length > 0 && districts.every((code) => mayUse(viewer, code, 'answerTimes'));
  if (!isAllowed) return null;
  return (
    <div className="part">
      <div className="d-bar">
        <h2>{t('analysis.answers')}</h2>
        <select
          className="is-end"
          aria-label={t('analysis.answersBy')}
          value={sought.by}
          onChange={({ target }) => go({ by: comparedBy.find((one) => one === target.value) ?? comparedBy[0] })}
        >
          {comparedBy.map((by) => (
            <option key={by} value={by}>
              {t(`analysis.by${by}`)}
            </option>
          ))}
        </select>
      </div>
      <Report key={sought.by} sought={sought} districts={districts} />
    </div>
  );
}

/** A new one for each way of grouping: rows of the former must not stand under the new heading while the new are asked for. */
function Report({ sought, districts }: { readonly sought: Sought; readonly districts: readonly string[] }) {
  const { by, query } = sought;
  const [{ data, error }, reload] = useQuery({
    query: operation(answerTimesDocument),
    variables: { districts: [...districts], by, query, filter: filterOf(sought) } as never,
  });
  const report = data?.answerTimes;
  return (
    <>
      <Problem problem={error && failureOf(error)} onAgain={() => reload({ requestPolicy: 'network-only' })} />
      {report && <AnswerTable groups={report.groups} by={by} />}
      <p className="muted small d-gap">
        {t('analysis.answersMean')} {report?.isExact === false && t('analysis.answersNewest')}
      </p>
    </>
  );
}

function AnswerTable({ groups, by }: { readonly groups: readonly Group[]; readonly by: ComparedBy }) {
  const [isWhole, setWhole] = useState(false);
  const { linkTo } = useSought();
  if (groups.length === 0) return <p className="muted">{t('analysis.noAnswers')}</p>;
  const ordered = by === 'MONTH' ? [...groups].sort((a, b) => b.value.localeCompare(a.value)) : groups;
  const shown = isWhole ? ordered : ordered.slice(0, FIRST_ROWS);
  return (
    <>
      <DataTable
        look="nums"
        className="answers"
        columns={answerColumns(by, linkTo)}
        rows={shown}
        idOf={({ value }) => value}
      />
      {shown.length < groups.length && (
        <p className="d-gap">
          <Button onPress={() => setWhole(true)}>{t('analysis.allRows', { count: groups.length })}</Button>
        </p>
      )}
    </>
  );
}

function answerColumns(by: ComparedBy, linkTo: LinkTo): readonly Column<Group>[] {
  return [
    column('value', t(`analysis.column${by}`), ({ name }) => nameOf(by, name), {
      cell: ({ value, name, questions }) => (
        <Link href={linkTo(chosen(by, value))} title={t('analysis.questions', { count: questions })}>
          {nameOf(by, name)}
        </Link>
      ),
      as: 'head',
    }),
    column('days', t('analysis.days'), ({ answered }) => t('analysis.tooFewAnswers', { count: answered }), {
      cell: (group) => (isCompared(group) ? <Days {...group} /> : undefined),
      align: 'end',
      look: (group) => (isCompared(group) ? '' : 'muted'),
      tip: (group) => (isCompared(group) ? '' : t('analysis.tooFew')),
      span: (group) => (isCompared(group) ? 1 : 2),
    }),
    column('inTime', t('analysis.inTime'), ({ kept, late }) => percent(kept, kept + late), {
      cell: ({ value, kept, late }) => (
        <Link href={linkTo({ ...chosen(by, value), terms: ['KEPT'] })}>{percent(kept, kept + late)}</Link>
      ),
      align: 'end',
      span: (group) => (isCompared(group) ? 1 : 0),
    }),
    column('late', t('analysis.late'), ({ late }) => late, {
      cell: ({ value, late }) => <Count count={late} href={linkTo({ ...chosen(by, value), terms: ['LATE'] })} />,
      align: 'end',
    }),
    column('overdueNow', t('analysis.overdueNow'), ({ overdue }) => overdue, {
      cell: ({ value, overdue }) => <Count count={overdue} href={linkTo({ ...chosen(by, value), overdue: true })} />,
      align: 'end',
    }),
  ];
}

function isCompared({ answered, days }: Group): boolean {
  return answered >= MIN_COMPARED && days !== null;
}

function Days({ days, ownDays }: Pick<Group, 'days' | 'ownDays'>) {
  if (!days) return null;
  return (
    <>
      {whole(days.median)} <span className="muted">{`${whole(days.lower)}–${whole(days.upper)}`}</span>
      {ownDays && whole(ownDays.median) !== whole(days.median) && (
        <div className="muted small">{t('analysis.ownDays', { days: whole(ownDays.median) })}</div>
      )}
    </>
  );
}

function Count({ count, href }: { readonly count: number; readonly href: string }) {
  return count === 0 ? <span className="muted">0</span> : <Link href={href}>{count}</Link>;
}

function chosen(by: ComparedBy, value: string): Partial<Sought> {
  switch (by) {
    case 'DISTRICT':
      return { districts: [value] };
    case 'DEPARTMENT':
      return { departments: [value] };
    case 'TOPIC':
      return { topics: [value] };
    case 'MONTH':
      return daysOfMonth(value);
  }
}

function nameOf(by: ComparedBy, name: string): string {
  if (by === 'DISTRICT') return shortDistrict(name);
  if (by === 'DEPARTMENT') return shortDepartment(name);
  if (by !== 'MONTH') return name;
  const format = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${name}-01`)).replace(' г.', '');
}

/** Days of quartiles lie between two answers' days: halves are days rounded. */
function whole(days: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(days);
}

function percent(part: number, all: number): string {
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return all === 0 ? '—' : format.format(part / all);
}
