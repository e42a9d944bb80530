import { useEffect, useState } from 'react';
import { useDistrict } from '../../frame/district.js';
import { client, operation } from '../../frame/graphql-client.js';
import type { Counts } from '../../frame/worklist-counts.js';
import type { WorklistCode } from '../../frame/worklists.js';
import { placedOnce } from './day-lists.js';
import type { DayRow } from './day-rows.js';
import { startAppealsDocument, startQuestionsDocument } from './start.queries.js';

type Loaded = ReadonlyMap<WorklistCode, readonly DayRow[]>;

/** The first rows of these lists, each row once; loaded again when a count changes. `first`: of each list. */
export function useDayRows(lists: readonly WorklistCode[], counts: Counts, first: number): Loaded {
  const { code: district } = useDistrict();
  const [loaded, setLoaded] = useState<Loaded>(new Map());
  const asked = lists.map((code) => `${code} ${counts[code]?.of} ${counts[code]?.total}`).join();
  useEffect(() => {
    let ended = false;
    const rows = lists.map(async (code) => {
      const variables = { district, filter: { worklist: code }, first } as const;
      return [code, await (counts[code]?.of === 'APPEALS' ? appeals(variables) : questions(variables))] as const;
    });
    void Promise.all(rows).then((all) => !ended && setLoaded(new Map(all)));
    return () => void (ended = true);
  }, [district, asked, first]);
  return placedOnce(loaded);
}

interface Asked {
  readonly district: string;
  readonly filter: { readonly worklist: WorklistCode };
  readonly first: number;
}

async function questions(variables: Asked): Promise<readonly DayRow[]> {
  const { data } = await client.query(operation(startQuestionsDocument), variables, { requestPolicy: 'network-only' });
  return data?.questions.nodes.map(rowOfQuestion) ?? [];
}

async function appeals(variables: Asked): Promise<readonly DayRow[]> {
  const { data } = await client.query(operation(startAppealsDocument), variables, { requestPolicy: 'network-only' });
  return data?.appeals.nodes.map((row) => ({ ...row, appeal: row.id })) ?? [];
}

export function rowOfQuestion({
  appeal,
  ...question
}: Omit<DayRow, 'appeal' | 'number' | 'receipt' | 'settlement'> & {
  readonly id: string;
  readonly appeal: Pick<DayRow, 'number' | 'receipt' | 'settlement'> & { readonly id: string };
}): DayRow {
  return { ...question, ...appeal, id: question.id, appeal: appeal.id };
}
