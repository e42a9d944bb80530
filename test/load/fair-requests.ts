import { randomUUID } from 'node:crypto';

export type FairKind = 'submission' | 'list' | 'search';

interface FairRequest {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What residents and officials of one district send. */
export type FairRequests = Readonly<Record<FairKind, () => FairRequest>> & {
  readonly district: string;
  readonly token: string;
};

const SUBMIT = `mutation Submit($input: SubmitAppealInput!) {
  submitAppeal(input: $input) { ... on Receipt { id } ... on Refusal { message } }
}`;
const LIST = `query List($district: String!) {
  appeals(district: $district, first: 50) { nodes { id receipt receivedAt excerpt } pageInfo { endCursor } }
}`;
const SEARCH = `query Find($districts: [String!]!, $query: String!) {
  search(districts: $districts, query: $query, first: 10) { nodes { row { id } } }
}`;
const text = 'Во дворе не убирают снег, дорожка к подъезду обледенела, дети падают. Просим принять меры.';

/** `token`: of an official of the district. `measuredAs`: what `answer-times.mjs` writes before the kind. */
export function fairRequests(district: string, token: string, measuredAs?: string): FairRequests {
  const request = (query: string, variables: object, own: Readonly<Record<string, string>>): FairRequest => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...own },
    body: JSON.stringify({ query, variables }),
  });
  const official = { authorization: `Bearer ${token}` };
  const measured = (kind: FairKind): Readonly<Record<string, string>> =>
    measuredAs === undefined ? {} : { 'x-bench': `${measuredAs} ${kind}` };
  return {
    district,
    token,
    submission: () => request(SUBMIT, { input: { district, key: randomUUID(), text } }, measured('submission')),
    list: () => request(LIST, { district }, { ...official, ...measured('list') }),
    search: () =>
      request(SEARCH, { districts: [district], query: 'снег во дворе' }, { ...official, ...measured('search') }),
  };
}
