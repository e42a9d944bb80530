import { useQuery } from 'urql';
import type { ApprovalCardQuery, ApprovalVersionsQuery } from '../../generated/graphql.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import type { ApprovalRow } from './approval.js';
import { approvalCard, responseVersions } from './approval.queries.js';

export type ApprovalCard = NonNullable<ApprovalCardQuery['appeal']>;
export type ReadResponse = ApprovalCard['responses'][number];

/**
 * The draft as it is read. It is loaded once and not again by itself: what is approved or signed is the version on the
 * screen, so a change by a colleague is announced and not slipped in.
 */
export function useReadDraft(row: ApprovalRow) {
  const { code: district } = useDistrict();
  const requestPolicy = 'network-only';
  const [{ data, error }, reload] = useQuery({
    query: operation(approvalCard),
    variables: { district, id: row.question.appeal.id },
    requestPolicy,
  });
  const [{ data: drafts }, reloadVersions] = useQuery({
    query: operation(responseVersions),
    variables: { district, response: row.id },
    requestPolicy,
  });
  const card = data?.appeal ?? undefined;
  const response = card?.responses.find((one) => one.row.id === row.id);
  return {
    card,
    response,
    error: !card && error,
    versions: drafts?.responseVersions satisfies ApprovalVersionsQuery['responseVersions'] | undefined,
    isOutdated: response !== undefined && response.row.version < row.version,
    again: () => {
      reload({ requestPolicy });
      reloadVersions({ requestPolicy });
    },
  };
}
