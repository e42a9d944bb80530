import { useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import { Link } from 'wouter';
import { useDistrict } from '../../frame/district.js';
import { failureOf, type Failure } from '../../frame/failure.js';
import { operation } from '../../frame/graphql-client.js';
import { readAll } from '../../frame/whole-list.js';
import type { ControlledQuery } from '../../generated/graphql.js';
import { dayIn, fullDate } from '../../parts/dates.js';
import { gistOf } from '../../parts/gist.js';
import { Problem } from '../../parts/problem.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import { controlledDocument } from './control.queries.js';
import '../../parts/boards.css';

type Controlled = ControlledQuery['questions']['nodes'][number];

/** All that is under control, also after its answer, the most urgent first. */
export function Control() {
  const { rows, failure, again } = useControlled();
  return (
    <main className="board" id="main">
      <div className="d-bar">
        <h1>{t('overview.control')}</h1>
      </div>
      <Problem problem={failure} onAgain={again} />
      {rows?.length === 0 && <p>{t('overview.nothingControlled')}</p>}
      {rows && rows.length > 0 && (
        <table className="nums">
          <thead>
            <tr>
              <th scope="col">{t('worklist.gist')}</th>
              <th scope="col">{t('worklist.stage')}</th>
              <th scope="col">{t('worklist.dueOn')}</th>
              <th scope="col">{t('overview.controlUntil')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
}

function Row({ row }: { readonly row: Controlled }) {
  const { code: district, zone } = useDistrict();
  const { excerpt, state, dueOn, controlledUntil, executor, department, appeal } = row;
  const isOver = (controlledUntil ?? '') < dayIn(zone, Date.now());
  return (
    <tr>
      <td>
        <Link href={`/desk/${district}/card/${appeal.id}`}>{shortNumber(appeal)}</Link> {gistOf(excerpt)}
        <br />
        <span className="muted">
          {[executor?.name ?? t('overview.noExecutor'), department?.name].filter(Boolean).join(', ')}
        </span>
      </td>
      <td>{t(`card.question${state}`)}</td>
      <td className="nowrap">{dueOn && fullDate(dueOn)}</td>
      <td className={isOver ? 'late nowrap' : 'nowrap'}>{controlledUntil && fullDate(controlledUntil)}</td>
    </tr>
  );
}

function useControlled() {
  const { code: district } = useDistrict();
  const client = useClient();
  const [rows, setRows] = useState<readonly Controlled[]>();
  const [failure, setFailure] = useState<Failure>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isStopped = false;
    setFailure(undefined);
    const options = { progress: () => undefined, isStopped: () => isStopped };
    readAll((after) => pageOf(client, district, after), options).then(
      (all) => all && setRows(all.toSorted(byDay)),
      (error: unknown) => !isStopped && setFailure(failureOf(error as Parameters<typeof failureOf>[0])),
    );
    return () => {
      isStopped = true;
    };
  }, [client, district, attempt]);
  return { rows, failure, again: () => setAttempt((one) => one + 1) };
}

async function pageOf(client: Client, district: string, after: string | null) {
  const { data, error } = await client.query(operation(controlledDocument), { district, after }).toPromise();
  if (!data) throw error ?? new Error('An answer without data.');
  return { rows: data.questions.nodes, ...data.questions.pageInfo };
}

function byDay(one: Controlled, other: Controlled): number {
  return (one.controlledUntil ?? '').localeCompare(other.controlledUntil ?? '');
}
