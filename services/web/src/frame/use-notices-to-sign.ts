import { useQuery } from 'urql';
import { graphql } from '../generated/gql.js';
import type { NoticesToSignQuery } from '../generated/graphql.js';
import { useDistrict } from './district.js';
import { operation } from './graphql-client.js';
import { useRenewed } from './use-renewed.js';

const noticesToSignDocument = graphql(`
  query NoticesToSign($district: String!) {
    noticesToSign(district: $district) {
      signatory
      post
      maySign
      total
      notices {
        id
        version
        appeal
        number
        kind
        way
        addressee
        body
        dueOn
      }
    }
  }
`);

export type NoticeToSign = NoticesToSignQuery['noticesToSign']['notices'][number];

const RENEW_MS = 30_000;

/** What waits for the district's signatory; read again now and then, as no subscription tells of it. */
export function useNoticesToSign(isPaused = false) {
  const { code: district } = useDistrict();
  const [{ data, error }, reload] = useQuery({
    query: operation(noticesToSignDocument),
    variables: { district },
    pause: isPaused,
    requestPolicy: 'cache-and-network',
  });
  const again = useRenewed(reload, isPaused ? undefined : RENEW_MS);
  return { list: data?.noticesToSign, error, again };
}
