import { useQuery } from 'urql';
import { graphql } from '../generated/gql.js';
import { useDistrict } from './district.js';
import { operation } from './graphql-client.js';

const districtsDocument = graphql(`
  query OtherDistricts {
    districts {
      code
      name
    }
  }
`);

/** The other districts of the platform; none until they are loaded. */
export function useOtherDistricts(): readonly { readonly code: string; readonly name: string }[] {
  const { code } = useDistrict();
  const [{ data }] = useQuery({ query: operation(districtsDocument), requestPolicy: 'cache-first' });
  return (data?.districts ?? []).filter((one) => one.code !== code);
}
