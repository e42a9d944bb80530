import { useQuery } from 'urql';
import { graphql } from '../generated/gql.js';
import { useDistrict } from './district.js';
import { operation } from './graphql-client.js';
import { useMayUse } from './viewer.js';

const invitedDocument = graphql(`
  query InvitedOfficials($district: String!) {
    invitedOfficials(district: $district)
  }
`);

/** Ids of officials who have not accepted their invitation: what is given to them waits. Empty until it is known. */
export function useInvited(): ReadonlySet<string> {
  const { code: district } = useDistrict();
  const isPaused = !useMayUse()('invitedOfficials');
  const variables = { district };
  const [{ data }] = useQuery({ query: operation(invitedDocument), variables, pause: isPaused });
  return new Set(data?.invitedOfficials ?? []);
}
