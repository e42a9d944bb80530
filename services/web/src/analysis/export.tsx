import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { csvText, saveFile } from '../frame/csv.js';
import { operation } from '../frame/graphql-client.js';
import type { SearchAppealsQuery } from '../generated/graphql.js';
import { Button } from '../parts/button.js';
import { momentIn } from '../parts/dates.js';
import { t } from '../words/words.js';
import { searchDocument } from './analysis.queries.js';
import { filterOf } from './sought.js';
import { useSought } from './use-sought.js';

type Page = SearchAppealsQuery['search'];
type Hit = Page['nodes'][number];

const PAGE = 100;
const columns = ['number', 'received', 'district', 'topic', 'department', 'state', 'due', 'text'] as const;

/** Saves all that is found as CSV, page by page, and says how far it is. */
export function Export({ total }: { readonly total: number }) {
  const client = useClient();
  const { sought, districts } = useSought();
  const [done, setDone] = useState<number>();
  const isStopped = useRef(false);
  const read = async (after: string | null): Promise<Page | undefined> => {
    const asked = { districts: [...districts], query: sought.query, filter: filterOf(sought), first: PAGE, after };
    const options = { requestPolicy: 'network-only' } as const;
    const { data } = await client.query(operation(searchDocument), asked as never, options).toPromise();
    return data?.search;
  };
  const save = async (): Promise<void> => {
    const rows: (readonly (string | null | undefined)[])[] = [columns.map((column) => t(`analysis.csv_${column}`))];
    isStopped.current = false;
    let after: string | null | undefined = null;
    while (after !== undefined) {
      setDone(rows.length - 1);
      const page: Page | undefined = await read(after);
      if (!page || isStopped.current) return setDone(undefined);
      rows.push(...page.nodes.map(rowOf));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    }
    saveFile(`${t('analysis.fileName')}.csv`, csvText(rows));
    setDone(undefined);
  };
  if (done === undefined) {
    return <Button onPress={() => void save()}>{t('analysis.csv', { count: total })}</Button>;
  }
  return (
    <span className="d-bar" role="status">
      <progress max={total} value={done} aria-label={t('analysis.csv', { count: total })} />
      <span className="num">{t('analysis.progress', { done, total })}</span>
      <Button onPress={() => (isStopped.current = true)}>{t('analysis.stop')}</Button>
    </span>
  );
}

function rowOf({ row }: Hit): readonly (string | null | undefined)[] {
  const { number, receipt, receivedAt, district, questions, state, dueOn, excerpt } = row;
  const names = (list: readonly (string | undefined)[]): string => [...new Set(list.filter(Boolean))].join(', ');
  return [
    number ?? receipt,
    momentIn(district.zone, receivedAt),
    district.name,
    names(questions.map(({ topic }) => topic?.name)),
    names(questions.map(({ department }) => department?.name)),
    t(`analysis.state${state}`),
    dueOn,
    excerpt,
  ];
}
