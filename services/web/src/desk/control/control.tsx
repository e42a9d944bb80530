import { useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import { Link } from 'wouter';
import { ActBar } from '../../acts/act-bar.js';
import { putUnderControl, takeOffControl } from '../../acts/question/control.js';
import { useDistrict } from '../../frame/district.js';
import { NextList } from '../../frame/next-list.js';
import { failureOf, type Failure } from '../../frame/failure.js';
import { readNow } from '../../frame/graphql-client.js';
import { readAll } from '../../frame/whole-list.js';
import type { ControlledQuery } from '../../generated/graphql.js';
import { column, type Column } from '../../parts/data-table/column.js';
import { DataTable } from '../../parts/data-table/data-table.js';
import { dayIn, fullDate } from '../../parts/dates.js';
import { shownGist } from '../../parts/gist.js';
import { Problem } from '../../parts/problem.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { controlledDocument } from './control.queries.js';
import '../../parts/boards.css';

type Controlled = ControlledQuery['questions']['nodes'][number];
type District = ReturnType<typeof useDistrict>;

/** All that is under control, also after its answer, the most urgent first. */
export function Control() {
  const of = useDistrict();
  const { rows, failure, again } = useControlled();
  const columns = controlColumns(of, again);
  return (
    <main className="board" id="main">
      <div className="d-bar">
        <h1>{t('overview.control')}</h1>
      </div>
      <Problem problem={failure} onAgain={() => again()} />
      {rows?.length === 0 && (
        <p>
          {t('overview.nothingControlled')} <NextList />
        </p>
      )}
      {rows && rows.length > 0 && (
        <DataTable look="nums" className="is-folded" columns={columns} rows={rows} idOf={({ id }) => id} />
      )}
    </main>
  );
}

/** Prolonged, or ended, where it is looked at. */
const controlling = [putUnderControl, takeOffControl];

function controlColumns(
  { code, zone }: District,
  onChanged: (consistencyToken: string) => void,
): readonly Column<Controlled>[] {
  const today = dayIn(zone, Date.now());
  return [
    column('gist', t('worklist.gist'), (row) => shownGist(row), {
      phone: 'head',
      cell: ({ gist, excerpt, executor, department, appeal }) => (
        <>
          <Link href={`/desk/${code}/card/${appeal.id}`}>{shortNumber(appeal)}</Link> {shownGist({ gist, excerpt })}
          <br />
          <span className="muted">
            {[executor?.name ?? t('overview.noExecutor'), department?.name].filter(Boolean).join(', ')}
          </span>
        </>
      ),
    }),
    column('stage', t('worklist.stage'), ({ state, awaitsLetterToBody }) =>
      t(awaitsLetterToBody ? 'worklist.questionAWAITS_LETTER' : `card.question${state}`),
    ),
    column('dueOn', t('worklist.dueOn'), ({ dueOn }) => dueOn && fullDate(dueOn), {
      phone: 'named',
      look: 'nowrap',
    }),
    column('until', t('overview.controlUntil'), ({ controlledUntil }) => controlledUntil && fullDate(controlledUntil), {
      phone: 'named',
      look: ({ controlledUntil }) => (controlledUntil && controlledUntil < today ? 'late nowrap' : 'nowrap'),
    }),
    column('acts', t('overview.controlActs'), () => undefined, {
      isTitleUnseen: true,
      csv: false, // Buttons.
      cell: (question) => (
        <div className="d-bar">
          <ActBar acts={controlling} scope={{ question }} about={(held) => held.question} onChanged={onChanged} />
        </div>
      ),
    }),
  ];
}

function useControlled() {
  const { code: district } = useDistrict();
  const client = useClient();
  const [rows, setRows] = useState<readonly Controlled[]>();
  const [failure, setFailure] = useState<Failure>();
  const [attempt, setAttempt] = useState<{ readonly consistentWith?: string }>({});
  useEffect(() => {
    let isStopped = false;
    setFailure(undefined);
    const options = { progress: () => undefined, isStopped: () => isStopped };
    readAll((after) => pageOf(client, { district, after, ...attempt }), options).then(
      (all) => all && setRows(all.toSorted(byDay)),
      (error: unknown) => !isStopped && setFailure(failureOf(error as Parameters<typeof failureOf>[0])),
    );
    return () => {
      isStopped = true;
    };
  }, [client, district, attempt]);
  return { rows, failure, again: (token?: string) => setAttempt(token === undefined ? {} : { consistentWith: token }) };
}

interface Asked {
  readonly district: string;
  readonly after: string | null;
  readonly consistentWith?: string;
}

async function pageOf(client: Client, asked: Asked) {
  const { nodes: rows, pageInfo } = (await readNow(client, controlledDocument, asked)).questions;
  return { rows, ...pageInfo };
}

function byDay(one: Controlled, other: Controlled): number {
  return (one.controlledUntil ?? '').localeCompare(other.controlledUntil ?? '');
}
