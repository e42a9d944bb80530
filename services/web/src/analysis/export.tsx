import { useClient } from 'urql';
import { saveRows } from '../frame/csv.js';
import { readNow } from '../frame/graphql-client.js';
import { useWholeList } from '../frame/whole-list.js';
import { Button } from '../parts/button.js';
import { Problem } from '../parts/problem.js';
import { t } from '../words/words.js';
import { exportDocument } from './analysis.queries.js';
import { exportedColumns } from './exported-rows.js';
import { filterOf } from './sought.js';
import { useSought } from './use-sought.js';

const PAGE = 100;

/** Saves all that is found as CSV, page by page, says how far it is, and can be stopped. */
export function Export({ total, isExact }: { readonly total: number; readonly isExact: boolean }) {
  const client = useClient();
  const { sought, districts } = useSought();
  const read = async (after: string | null) => {
    const asked = { districts: [...districts], query: sought.query, filter: filterOf(sought), first: PAGE, after };
    const { nodes, pageInfo } = (await readNow(client, exportDocument, asked as never)).search;
    return { rows: nodes.map(({ row }) => row), ...pageInfo };
  };
  const { done, failure, start, stop } = useWholeList(read, (rows) =>
    saveRows(`${t('analysis.fileName')}.csv`, exportedColumns(), rows),
  );
  if (done !== undefined)
    return (
      <span className="d-bar" role="status">
        <progress max={total} value={done} aria-label={t('analysis.csv', { count: total })} />
        <span className="num">{t('analysis.progress', { done, total })}</span>
        <Button onPress={stop}>{t('analysis.stop')}</Button>
      </span>
    );
  return (
    <>
      <Problem problem={failure} onAgain={() => void start()} />
      <Button keys="Alt+KeyS" disabled={total === 0} onPress={() => void start()}>
        {isExact ? t('analysis.csv', { count: total }) : t('analysis.csvFirst', { count: total })}
      </Button>
    </>
  );
}
