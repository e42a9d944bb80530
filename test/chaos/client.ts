import type { ShownAppeal } from './history.js';
import type { ActionResult, Receipt, Submission } from './journal.js';

/** What residents and one official do over GraphQL. A request without an answer, or with one that acknowledges nothing, returns undefined. */
export interface Client {
  /** Throws when the submission was refused permanently. */
  submit(submission: Pick<Submission, 'district' | 'key'>, text: string): Promise<Receipt | undefined>;
  /** Throws when it was refused. */
  perform(name: 'takeUpMessage' | 'registerAppeal', input: ActionInput): Promise<ActionResult | undefined>;
  /** The whole register of the district, page by page. */
  register(district: string): Promise<readonly ShownAppeal[]>;
  /** All that the search finds by this word. */
  found(district: string, word: string): Promise<{ readonly seen: readonly ShownAppeal[]; readonly degraded: boolean }>;
}

const RESPONSE_TIMEOUT_MS = 10_000;
const PAGE = 100;
const ROW = 'id receipt excerpt version district { code }';

export interface ActionInput {
  readonly district: string;
  readonly id: string;
  readonly key: string;
  readonly expectedVersion: number;
}

interface Row {
  readonly id: string;
  readonly receipt: string;
  readonly excerpt: string;
  readonly version: number;
  readonly district: { readonly code: string };
}
interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** `token`: of an official who reads all districts. */
export function clientOf(url: string, token: string): Client {
  async function ask<Data>(query: string, variables: object, bearer?: string): Promise<Data> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(RESPONSE_TIMEOUT_MS),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  return {
    async submit({ district, key }, text) {
      const answer = await ask<{ submitAppeal: { id?: string; number?: string; code?: string } }>(SUBMIT, {
        input: { district, key, text },
      }).catch(() => undefined);
      if (!answer) return undefined;
      const { id, number, code } = answer.submitAppeal;
      if (id === undefined || number === undefined) throw new Error(`A submission was refused: ${code}`);
      return { id, number, at: Date.now() };
    },
    async perform(name, input) {
      const change = `... on Change { version number } ... on Refusal { code message }`;
      const query = `mutation Perform($input: AppealActInput!) { result: ${name}(input: $input) { ${change} } }`;
      const answer = await ask<{ result: Partial<ActionResult> & { code?: string; message?: string } }>(
        query,
        { input },
        token,
      ).catch(() => undefined);
      if (!answer) return undefined;
      const { version, number = null, code, message } = answer.result;
      if (version === undefined) throw new Error(`${name} of ${input.id} was refused: ${code} ${message}`);
      return { version, number };
    },
    async register(district) {
      const rows: ShownAppeal[] = [];
      for (let after: string | null = null; ;) {
        const { appeals }: { appeals: Page<Row> } = await ask(REGISTER, { district, first: PAGE, after }, token);
        rows.push(...appeals.nodes.map(shownAppeal));
        if (!appeals.pageInfo.hasNextPage) return rows;
        after = appeals.pageInfo.endCursor;
      }
    },
    async found(district, word) {
      const seen: ShownAppeal[] = [];
      let degraded = false;
      for (let after: string | null = null; ;) {
        const variables: object = { districts: [district], query: `"${word}"`, first: PAGE, after };
        const { search }: { search: Page<{ row: Row }> & { degraded: boolean } } = await ask(SEARCH, variables, token);
        seen.push(...search.nodes.map(({ row }) => shownAppeal(row)));
        degraded ||= search.degraded;
        if (!search.pageInfo.hasNextPage) return { seen, degraded };
        after = search.pageInfo.endCursor;
      }
    },
  };
}

const SUBMIT = `mutation Submit($input: SubmitAppealInput!) {
  submitAppeal(input: $input) { ... on Receipt { id number } ... on Refusal { code } }
}`;
const REGISTER = `query Register($district: String!, $first: Int, $after: String) {
  appeals(district: $district, first: $first, after: $after) {
    nodes { ${ROW} } pageInfo { hasNextPage endCursor }
  }
}`;
const SEARCH = `query Found($districts: [String!]!, $query: String!, $first: Int, $after: String) {
  search(districts: $districts, query: $query, first: $first, after: $after) {
    nodes { row { ${ROW} } } pageInfo { hasNextPage endCursor } degraded
  }
}`;

function shownAppeal({ id, receipt, excerpt, version, district }: Row): ShownAppeal {
  return { id, number: receipt, text: excerpt, version, district: district.code };
}
