import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { operation } from '../frame/graphql-client.js';
import { useViewer } from '../frame/viewer.js';
import { countDocument, populationDocument } from './analysis.queries.js';
import { filterOf } from './sought.js';
import { useSought } from './use-sought.js';

export interface DistrictCount {
  readonly total: number;
  /** Found by some of the words, because no text of the district has them all. */
  readonly relaxed: boolean;
  readonly population: number;
}

/** What the search finds in each district of the official, whichever are chosen. */
export function useDistrictCounts(): ReadonlyMap<string, DistrictCount> {
  const client = useClient();
  const { districts } = useViewer();
  const { sought } = useSought();
  const asked = JSON.stringify({ query: sought.query, filter: filterOf(sought) });
  const [state, setState] = useState<{ readonly asked: string; readonly counts: ReadonlyMap<string, DistrictCount> }>({
    asked: '',
    counts: new Map(),
  });
  const codes = districts.map(({ code }) => code).join();
  useEffect(() => {
    let isLeft = false;
    const count = async (district: string): Promise<readonly [string, DistrictCount] | undefined> => {
      const variables = { district, ...(JSON.parse(asked) as { query: string; filter: object }) };
      const [found, people] = await Promise.all([
        client.query(operation(countDocument), variables).toPromise(),
        client.query(operation(populationDocument), { district }).toPromise(),
      ]);
      if (!found.data || !people.data) return undefined;
      const { total, relaxed } = found.data.search;
      return [district, { total, relaxed, population: people.data.district.population }];
    };
    void Promise.all(codes.split(',').filter(Boolean).map(count)).then((entries) => {
      if (!isLeft) setState({ asked, counts: alike(entries.filter((entry) => entry !== undefined)) });
    });
    return () => {
      isLeft = true;
    };
  }, [client, codes, asked]);
  return state.counts;
}

/** Where one district has texts with all the words, what others have with some of them is not counted. */
function alike(entries: readonly (readonly [string, DistrictCount])[]): ReadonlyMap<string, DistrictCount> {
  const isStrict = entries.some(([, { relaxed, total }]) => !relaxed && total > 0);
  return new Map(entries.map(([code, one]) => [code, isStrict && one.relaxed ? { ...one, total: 0 } : one]));
}
