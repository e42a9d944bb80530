import { useQuery } from 'urql';
import { operation } from '../frame/graphql-client.js';
import { useViewer } from '../frame/viewer.js';
import { countDocument } from './analysis.queries.js';
import { filterOf, type ComparedRegime } from './sought.js';
import { useSought } from './use-sought.js';

/**
 * What the search finds in each district of the official, whichever are chosen; undefined until it is known. `regime`: of it alone, asked for
 * when the count of all is known: an official runs few searches at once.
 */
export function useDistrictCounts(of?: {
  readonly regime: ComparedRegime;
  readonly isAsked: boolean;
}): ReadonlyMap<string, number> | undefined {
  const { districts } = useViewer();
  const { sought } = useSought();
  const codes = districts.map(({ code }) => code);
  const [{ data }] = useQuery({
    query: operation(countDocument),
    variables: {
      districts: codes,
      query: sought.query,
      filter: filterOf({ ...sought, ...(of && { regimes: [of.regime] }) }) as never,
    },
    pause: codes.length === 0 || of?.isAsked === false,
  });
  if (!data) return undefined;
  const found = new Map(data.search.facets.districts.map(({ value, count }) => [value, count]));
  return new Map(codes.map((code) => [code, found.get(code) ?? 0]));
}
