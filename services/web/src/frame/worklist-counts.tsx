import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { graphql } from '../generated/gql.js';
import type { WorklistCountsQuery } from '../generated/graphql.js';
import { useDistrict } from './district.js';
import { client, operation } from './graphql-client.js';
import { useLive } from './use-live.js';

const countsDocument = graphql(`
  query WorklistCounts($district: String!) {
    worklists(district: $district) {
      code
      of
      total
      totalIsExact
      order
    }
  }
`);

const countChangesDocument = graphql(`
  subscription WorklistCountChanges($district: String!) {
    worklistChanges(district: $district) {
      code
      of
      total
      totalIsExact
      order
    }
  }
`);

type Worklists = WorklistCountsQuery['worklists'];
type Code = Worklists[number]['code'];
/** The lists that the official's roles may open, with their counts. */
export type Counts = Partial<Record<Code, Worklists[number]>>;

const CountsContext = createContext<Counts | undefined>(undefined);

const none: Counts = {};

/** The counts of the district's worklists, live; none until they are loaded. */
export function useWorklistCounts(): Counts {
  return use(CountsContext) ?? none;
}

export function useAreCountsLoaded(): boolean {
  return use(CountsContext) !== undefined;
}

export function WorklistCountsProvider({ children }: { readonly children: ReactNode }) {
  const { code: district } = useDistrict();
  const [counts, setCounts] = useState<Counts>();
  useEffect(() => {
    let ended = false;
    void client
      .query(operation(countsDocument), { district }, { requestPolicy: 'network-only' })
      .toPromise()
      .then(({ data }) => data && !ended && setCounts(byCode(data.worklists)));
    return () => void (ended = true);
  }, [district]);
  useLive({
    document: countChangesDocument,
    of: district,
    variables: () => ({ district }),
    next: ({ worklistChanges }) => setCounts(byCode(worklistChanges)),
  });
  return <CountsContext value={counts}>{children}</CountsContext>;
}

function byCode(worklists: Worklists): Counts {
  return Object.fromEntries(worklists.map((one) => [one.code, one]));
}
