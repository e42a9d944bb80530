import { csvText } from '@otklik/kernel/csv';
import { saveFile } from '../../frame/csv.js';
import { Button } from '../../parts/button.js';
import { worklistPath } from '../../frame/worklists.js';
import { fileRows } from '../../parts/data-table/column.js';
import { dayMonth, fullDate } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { Awaited } from './awaited.js';
import { boardColumns, BoardTable, type HrefOf } from './board-table.js';
import { Coming } from './coming.js';
import { HeldLetters } from './held-letters.js';
import { Late } from './late.js';
import { Sums } from './sums.js';
import { TopicsByMonth } from './topics-by-month.js';
import { WeekFiles } from './week-files.js';
import { periodOf, periods, rowsOf, useBoard, type BoardRows, type PeriodDays } from './use-board.js';
import './overview.css';

/** Terms and departments: what a head asks in the morning. Every number leads to the list that it counts. */
export function Overview() {
  const { district, today, length, board, failed, choose, again, hrefOf } = useBoard();
  const rows = rowsOf(board);
  const { departments, topics, executors, whole } = rows;
  const names = titles();
  return (
    <main className="board" id="main">
      <div className="d-bar">
        <h1>{t('overview.title')}</h1>
        <span className="muted">{t('overview.on', { day: fullDate(today) })}</span>
        <PeriodChoice today={today} length={length} choose={choose} />
        <Button keys="Control+KeyP" onPress={() => print()}>
          {t('overview.print')}
        </Button>
        <Button onPress={() => save(rows, `${district}-${today}`, hrefOf)}>{t('overview.csv')}</Button>
      </div>
      <p className="d-bar">
        <WeekFiles today={today} />
      </p>
      {failed && <NotLoaded again={again} />}
      <HeldLetters />
      <Sums numbers={board?.whole} hrefOf={hrefOf} promisesHref={worklistPath(district, 'PROMISES')} />
      <div className="two">
        <div>
          <BoardTable
            title={t('overview.byDepartment')}
            of={names.department}
            rows={departments}
            whole={whole}
            hrefOf={hrefOf}
          />
          <BoardTable title={t('overview.byTopic')} of={names.topic} rows={topics} hrefOf={hrefOf} />
          <BoardTable title={t('overview.byExecutor')} of={names.executor} rows={executors} hrefOf={hrefOf} />
        </div>
        <aside>
          <Late today={today} href={hrefOf('overdue')} />
          <Awaited />
          <Coming days={board?.coming ?? []} />
        </aside>
      </div>
      <TopicsByMonth today={today} />
    </main>
  );
}

function titles() {
  return { department: t('overview.department'), topic: t('overview.topic'), executor: t('overview.executor') };
}

function PeriodChoice(props: {
  readonly today: string;
  readonly length: PeriodDays;
  readonly choose: (length: string) => void;
}) {
  const { today, length, choose } = props;
  return (
    <select
      className="is-end"
      aria-label={t('overview.answersOf')}
      value={length}
      onChange={(event) => choose(event.target.value)}
    >
      {periods.map((one) => {
        const { from, to } = periodOf(one, today);
        return (
          <option key={one} value={one}>
            {t('overview.period', { days: Number(one), from: dayMonth(from), to: dayMonth(to) })}
          </option>
        );
      })}
    </select>
  );
}

function NotLoaded({ again }: { readonly again: () => void }) {
  return (
    <p className="d-warn" role="alert">
      {t('overview.notLoaded')}{' '}
      <button type="button" className="d-link" onClick={again}>
        {t('parts.again')}
      </button>
    </p>
  );
}

function save({ departments, topics, executors, whole }: BoardRows, name: string, hrefOf: HrefOf): void {
  const { department, topic, executor } = titles();
  const cells = [
    fileRows(boardColumns(department, hrefOf), [...departments, ...(whole ? [whole] : [])]),
    fileRows(boardColumns(topic, hrefOf), topics),
    fileRows(boardColumns(executor, hrefOf), executors),
  ];
  saveFile(`${name}.csv`, csvText(cells.flat()));
}
