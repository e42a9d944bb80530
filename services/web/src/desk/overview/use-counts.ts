import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { operation } from '../../frame/graphql-client.js';
import { dayAfter } from '../../parts/dates.js';
import { countsDocument } from './overview.queries.js';

export interface Counts {
  readonly open: number;
  readonly today: number;
  /** Due within three days, today included. */
  readonly soon: number;
  readonly overdue: number;
  /** Answered of what came in the last 30 days: in time, and late. */
  readonly kept: number;
  readonly late: number;
}

const SOON_DAYS = 3;
export const PERIOD_DAYS = 30;

/** Counts of the whole district under `''`, of each department under its code. `today`: the district's date. */
export function useCounts(
  district: string,
  departments: readonly string[],
  today: string,
): ReadonlyMap<string, Counts> {
  const client = useClient();
  const [counts, setCounts] = useState<ReadonlyMap<string, Counts>>(new Map());
  const signature = departments.join();
  useEffect(() => {
    let isLeft = false;
    const count = async (department: string): Promise<void> => {
      const variables = { district, ...filters(department, today) };
      const { data } = await client.query(operation(countsDocument), variables).toPromise();
      if (!data || isLeft) return;
      const totals = Object.fromEntries(
        Object.entries(data).map(([name, list]) => [name, (list as { readonly total: number }).total]),
      );
      setCounts((known) => new Map(known).set(department, totals as unknown as Counts));
    };
    void (async () => {
      for (const department of ['', ...signature.split(',').filter(Boolean)]) await count(department);
    })();
    return () => {
      isLeft = true;
    };
  }, [client, district, signature, today]);
  return counts;
}

function filters(department: string, today: string) {
  const own = department === '' ? {} : { departments: [department] };
  const open = {
    ...own,
    questionStates: ['OPEN' as const, 'ROUTED' as const, 'RETURNED' as const, 'IN_WORK' as const],
  };
  const recent = { ...own, receivedFrom: dayAfter(today, -PERIOD_DAYS) };
  return {
    open,
    today: { ...open, dueFrom: today, dueBy: today },
    soon: { ...open, dueFrom: today, dueBy: dayAfter(today, SOON_DAYS) },
    overdue: { ...own, overdue: true },
    kept: { ...recent, termKept: true },
    late: { ...recent, termKept: false },
  };
}
