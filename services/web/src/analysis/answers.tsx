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
import { Problem } from '../parts/problem.js';
import { language, t } from '../words/words.js';
import { answerTimesDocument } from './analysis.queries.js';
import { groupName } from './group-name.js';
import { Interval, percent } from './interval.js';
import { MIN_COMPARED } from './rate.js';
import {
  comparedBy,
  comparedRegime,
  daysOfMonth,
  everReopened,
  filterOf,
  type ComparedBy,
  type Sought,
} from './sought.js';
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
      <Report key={`${sought.by} ${comparedRegime(sought)}`} sought={sought} districts={districts} />
    </div>
  );
}

/** A new one for each way of grouping: rows of the former must not stand under the new heading while the new are asked for. */
function Report({ sought, districts }: { readonly sought: Sought; readonly districts: readonly string[] }) {
  const { by, query } = sought;
  const regime = comparedRegime(sought);
  const [{ data, error }, reload] = useQuery({
    query: operation(answerTimesDocument),
    variables: { districts: [...districts], by, query, filter: filterOf({ ...sought, regimes: [regime] }) } as never,
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
  const { linkTo, sought } = useSought();
  const regime = comparedRegime(sought);
  if (groups.length === 0) return <p className="muted">{t('analysis.noAnswers')}</p>;
  const ordered = by === 'MONTH' ? [...groups].sort((a, b) => b.value.localeCompare(a.value)) : groups;
  const shown = isWhole ? ordered : ordered.slice(0, FIRST_ROWS);
  const linkOfRegime: LinkTo = (changes) => linkTo({ ...changes, regimes: [regime] });
  return (
    <>
      {[waitColumns(by, linkOfRegime), answerColumns(by, linkOfRegime), qualityColumns(by)].map((columns, at) => (
        <DataTable
          key={at}
          look="nums"
          className={at === 0 ? 'answers' : ''}
          columns={columns}
          rows={shown}
          idOf={({ value }) => value}
        />
      ))}
      {shown.length < groups.length && (
        <p className="d-gap">
          <Button onPress={() => setWhole(true)}>{t('analysis.allRows', { count: groups.length })}</Button>
        </p>
      )}
    </>
  );
}

/** How long the first answer took and how long the last, and how often one had to answer again. */
function waitColumns(by: ComparedBy, linkTo: LinkTo): readonly Column<Group>[] {
  return [
    nameColumn(by, linkTo),
    column('firstDays', t('analysis.firstAnswer'), ({ answered }) => t('analysis.tooFewAnswers', { count: answered }), {
      cell: ({ firstDays, ...group }) => (isCompared(group) ? <Days days={firstDays} /> : undefined),
      align: 'end',
      look: (group) => (isCompared(group) ? '' : 'muted'),
      tip: (group) => (isCompared(group) ? '' : t('analysis.tooFew')),
      span: (group) => (isCompared(group) ? 1 : 2),
    }),
    column('days', t('analysis.lastAnswer'), ({ days }) => days?.median, {
      cell: (group) => <Days {...group} />,
      align: 'end',
      span: (group) => (isCompared(group) ? 1 : 0),
    }),
    column('reopened', t('analysis.reopened'), ({ reopened, answeredOnce }) => percent(reopened, answeredOnce), {
      cell: ({ value, reopened, answeredOnce }) => (
        <Interval
          part={reopened}
          whole={answeredOnce}
          href={linkTo({ ...chosen(by, value), reopened: [...everReopened] })}
        />
      ),
      align: 'end',
    }),
  ];
}

function answerColumns(by: ComparedBy, linkTo: LinkTo): readonly Column<Group>[] {
  return [
    column('value', t(`analysis.column${by}`), ({ name }) => groupName(by, name, 'short'), { as: 'head' }),
    column('inTime', t('analysis.inTime'), ({ kept, late }) => percent(kept, kept + late), {
      cell: ({ value, kept, late }) => (
        <Interval part={kept} whole={kept + late} href={linkTo({ ...chosen(by, value), terms: ['KEPT'] })} />
      ),
      align: 'end',
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

function nameColumn(by: ComparedBy, linkTo: LinkTo): Column<Group> {
  return column('value', t(`analysis.column${by}`), ({ name }) => groupName(by, name, 'short'), {
    cell: ({ value, name, questions }) => (
      <Link href={linkTo(chosen(by, value))} title={t('analysis.questions', { count: questions })}>
        {groupName(by, name, 'short')}
      </Link>
    ),
    as: 'head',
  });
}

/** Of all answers, with what chance alone may explain. */
function qualityColumns(by: ComparedBy): readonly Column<Group>[] {
  return [
    column('value', t(`analysis.column${by}`), ({ name }) => groupName(by, name, 'short'), { as: 'head' }),
    column('answered', t('analysis.answered'), ({ answered }) => answered, { align: 'end' }),
    column('sameDay', t('analysis.sameDay'), ({ sameDay, answered }) => percent(sameDay, answered), {
      cell: ({ sameDay, answered }) => <Interval part={sameDay} whole={answered} />,
      align: 'end',
    }),
    column('satisfied', t('analysis.satisfied'), ({ satisfied, rated }) => percent(satisfied, rated), {
      cell: ({ satisfied, rated }) => <Interval part={satisfied} whole={rated} />,
      align: 'end',
    }),
  ];
}

function isCompared({ answered, days }: Pick<Group, 'answered' | 'days'>): boolean {
  return answered >= MIN_COMPARED && days !== null;
}

function Days({ days, ownDays }: Pick<Group, 'days'> & Partial<Pick<Group, 'ownDays'>>) {
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

/** Days of quartiles lie between two answers' days: halves are days rounded. */
function whole(days: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(days);
}
