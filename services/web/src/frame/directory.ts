import { useQuery } from 'urql';
import { graphql } from '../generated/gql.js';
import type { DirectoryQuery } from '../generated/graphql.js';
import { useDistrict } from './district.js';
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
      officials {
        id
        name
        roles
        department {
          code
        }
      }
    }
  }
`);

export type Directory = DirectoryQuery['directory'];

const nothing: Directory = { departments: [], topics: [], settlements: [], officials: [] };

/** Departments, topics, settlements and officials of the district; empty until they are loaded. */
export function useDirectory(): Directory {
  const { code } = useDistrict();
  const [{ data }] = useQuery({
    query: operation(directoryDocument),
    variables: { district: code },
    requestPolicy: 'cache-first',
  });
  return data?.directory ?? nothing;
}
