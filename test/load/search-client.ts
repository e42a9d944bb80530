import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningProduct } from './running-product.js';

/** What a bench of search does over GraphQL, as one official of one district. */
export interface SearchClient {
  /** Ids of the first ten, the best first. */
  search(query: string): Promise<readonly string[]>;
  /** As `search`, with the number of all that were found. */
  count(query: string): Promise<number>;
  /** Sends a text as a resident does; answers the appeal's id, durable. */
  submit(text: string): Promise<string>;
  /**
   * Sends a text that holds `mark` and looks for it every so many ms; from its acknowledgement to its being found, ms.
   * Throws when it is not found within `lostMs`.
   */
  untilFound(mark: string, lookMs: number, lostMs: number): Promise<number>;
}

const DISTRICT = 'aldan';
const LOGIN = 'bench';
const KNOWN_MS = 10_000;
const BEHIND_MS = 60_000;
/** A mark is behind what its own partition still holds: so many marks are behind nearly all of it. */
const MARKS = 16;

export type Ask = <Data>(query: string, variables: object) => Promise<Data>;

/** GraphQL requests of an analyst of the district. */
export async function officialRequests(product: RunningProduct): Promise<Ask> {
  await product.operate('official', 'add', '--login', LOGIN, '--name', 'Bench', '--role', `ANALYST@${DISTRICT}`);
  const token = (await product.operate('token', '--as', LOGIN, '--minutes', '60')).trim().split('\n').at(-1) ?? '';

  const ask: Ask = async <Data>(query: string, variables: object): Promise<Data> => {
    const response = await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  await untilKnown(() => ask('{ me { id } }', {}));
  return ask;
}

export async function searchClient(product: RunningProduct): Promise<SearchClient> {
  const ask = await officialRequests(product);

  interface Found {
    readonly search: { readonly total: number; readonly nodes: readonly { readonly row: { readonly id: string } }[] };
  }
  const find = (query: string, first: number): Promise<Found> =>
    ask<Found>(
      `query Find($districts: [String!]!, $query: String!, $first: Int) {
        search(districts: $districts, query: $query, first: $first) { total nodes { row { id } } }
      }`,
      { districts: [DISTRICT], query, first },
    );

  const search = async (query: string): Promise<readonly string[]> =>
    (await find(query, 10)).search.nodes.map(({ row }) => row.id);

  async function submit(text: string): Promise<string> {
    const { submitAppeal } = await ask<{ submitAppeal: { readonly id?: string; readonly message?: string } }>(
      `mutation Submit($input: SubmitAppealInput!) {
        submitAppeal(input: $input) { ... on Receipt { id } ... on Refusal { message } }
      }`,
      { input: { district: DISTRICT, key: randomUUID(), text } },
    );
    if (!submitAppeal.id) throw new Error(submitAppeal.message ?? 'not taken');
    return submitAppeal.id;
  }

  return {
    search,
    count: async (query) => (await find(query, 1)).search.total,
    submit,
    async untilFound(mark, lookMs, lostMs) {
      const id = await submit(`Не горит фонарь, заявка ${mark}`);
      const acknowledged = performance.now();
      while (!(await search(`"${mark}"`)).includes(id)) {
        if (performance.now() - acknowledged > lostMs) throw new Error('a submission is not found');
        await pause(lookMs);
      }
      return performance.now() - acknowledged;
    },
  };
}

/** Resolves when the read side has followed all that was sent before: what comes next is not measured beside it. */
export async function caughtUp(client: SearchClient): Promise<void> {
  const moment = Math.floor(performance.now());
  const marks = Array.from({ length: MARKS }, (_, place) => `след${place}х${moment}`);
  await Promise.all(marks.map((mark) => client.untilFound(mark, 100, BEHIND_MS)));
}

/** Each process's copy of the directory may be five seconds old: so long it does not know who was just added. */
async function untilKnown(ask: () => Promise<unknown>): Promise<void> {
  for (const end = performance.now() + KNOWN_MS; ; await pause(200)) {
    try {
      return void (await ask());
    } catch (error) {
      if (performance.now() > end || !String(error).includes('UNAUTHENTICATED')) throw error;
    }
  }
}

/** Runs the work on all items, so many at a time; answers in the items' order. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const turn = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at]!);
  };
  await Promise.all(Array.from({ length: atOnce }, turn));
  return results;
}
