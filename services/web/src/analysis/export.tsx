import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { csvText, saveFile } from '../frame/csv.js';
import { failureOf, type Failure } from '../frame/failure.js';
import { operation } from '../frame/graphql-client.js';
import { Button } from '../parts/button.js';
import { Problem } from '../parts/problem.js';
import { t } from '../words/words.js';
import { exportDocument } from './analysis.queries.js';
import { exportedColumns, exportedRow, readAll, type ExportedPage } from './exported-rows.js';
import { filterOf } from './sought.js';
import { useSought } from './use-sought.js';

const PAGE = 100;

/** Saves all that is found as CSV, page by page, says how far it is, and can be stopped. */
export function Export({ total, isExact }: { readonly total: number; readonly isExact: boolean }) {
  const client = useClient();
  const { sought, districts } = useSought();
  const [done, setDone] = useState<number>();
  const [failure, setFailure] = useState<Failure>();
  const isStopped = useRef(false);
  const read = async (after: string | null): Promise<ExportedPage> => {
    const asked = { districts: [...districts], query: sought.query, filter: filterOf(sought), first: PAGE, after };
    const options = { requestPolicy: 'network-only' } as const;
    const { data, error } = await client.query(operation(exportDocument), asked as never, options).toPromise();
    if (!data) throw error ?? new Error('An answer without data.');
    return data.search;
  };
  const save = async (): Promise<void> => {
    isStopped.current = false;
    setFailure(undefined);
    setDone(0);
    try {
      const rows = await readAll(read, { progress: setDone, isStopped: () => isStopped.current });
      const head = exportedColumns.map((column) => t(`analysis.csv_${column}`));
      if (rows) saveFile(`${t('analysis.fileName')}.csv`, csvText([head, ...rows.map(exportedRow)]));
    } catch (error) {
      setFailure(failureOf(error as Parameters<typeof failureOf>[0]));
    } finally {
      setDone(undefined);
    }
  };
  if (done !== undefined)
    return (
      <span className="d-bar" role="status">
        <progress max={total} value={done} aria-label={t('analysis.csv', { count: total })} />
        <span className="num">{t('analysis.progress', { done, total })}</span>
        <Button onPress={() => (isStopped.current = true)}>{t('analysis.stop')}</Button>
      </span>
    );
  return (
    <>
      <Problem problem={failure} onAgain={() => void save()} />
      <Button disabled={total === 0} onPress={() => void save()}>
        {isExact ? t('analysis.csv', { count: total }) : t('analysis.csvFirst', { count: total })}
      </Button>
    </>
  );
}
