import { useQuery } from 'urql';
import { graphql } from '../generated/gql.js';
import type { DirectoryQuery } from '../generated/graphql.js';
import { useDistrict } from './district.js';
import { failureOf, type Failure } from './failure.js';
import { operation } from './graphql-client.js';

const directoryDocument = graphql(`
  query Directory($district: String!) {
    directory(district: $district) {
      departments {
        code
        name
      }
      topics {
        code
        name
        department {
          code
          name
        }
      }
      settlements {
        code
        name
      }
      organisations {
        code
        name
        kind
        address
        letterWay
        hasOpen311
      }
      officials {
        id
        name
        roles
        department {
          code
        }
      }
      away {
        until
        official {
          id
        }
        standIn {
          id
          name
        }
      }
    }
  }
`);

export type Directory = DirectoryQuery['directory'];

export interface LoadedDirectory {
  /** Undefined until it is loaded. */
  readonly directory: Directory | undefined;
  readonly failure: Failure | undefined;
  readonly again: () => void;
}

/** For a form that makes no sense without it. */
export function useLoadedDirectory(): LoadedDirectory {
  const { code } = useDistrict();
  const [{ data, error }, reload] = useQuery({
    query: operation(directoryDocument),
    variables: { district: code },
    requestPolicy: 'cache-first',
  });
  return {
    directory: data?.directory,
    failure: error && failureOf(error),
    again: () => reload({ requestPolicy: 'network-only' }),
  };
}

const nothing: Directory = { departments: [], topics: [], settlements: [], organisations: [], officials: [], away: [] };

/** Departments, topics, settlements and officials of the district; empty until they are loaded. */
export function useDirectory(): Directory {
  return useLoadedDirectory().directory ?? nothing;
}
