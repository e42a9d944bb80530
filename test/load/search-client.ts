import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningProduct } from './running-product.js';

/** What a bench of search does over GraphQL, as one official of one district. */
export interface SearchClient {
  /** Sends a text as a resident does; answers the appeal's id, durable. */
  submit(text: string): Promise<string>;
  /** Sends a text that holds `mark`. */
  submitMarked(mark: string): Promise<Marked>;
  /** Searches for it at this interval; the time from its acknowledgement, ms. Throws after `timeoutMs`. */
  found(marked: Marked, intervalMs: number, timeoutMs: number): Promise<number>;
  /**
   * Submits a text that holds `mark` and searches for it at this interval; the time from its acknowledgement until it is
   * found, ms. Throws after `timeoutMs`.
   */
  untilFound(mark: string, intervalMs: number, timeoutMs: number): Promise<number>;
}

export interface Marked {
  readonly mark: string;
  readonly id: string;
  /** Of `performance.now()`. */
  readonly acknowledged: number;
}

const DISTRICT = 'aldan';
const LOGIN = 'bench';
const DIRECTORY_TIMEOUT_MS = 10_000;
const CATCH_UP_TIMEOUT_MS = 60_000;
/** A mark is found after what its own partition still holds: so many marks cover nearly all partitions. */
const MARKS = 16;

export type Ask = <Data>(query: string, variables: object) => Promise<Data>;

/** The bearer token of a new official with that role, valid for an hour. */
export async function officialToken(
  { operate, url }: RunningProduct,
  role: string,
  district = DISTRICT,
): Promise<string> {
  const login = `${LOGIN}.${role.toLowerCase()}.${district}`;
  await operate('official', 'add', '--login', login, '--name', 'Bench', '--role', `${role}@${district}`);
  const token = (await operate('token', '--as', login, '--minutes', '60')).trim().split('\n').at(-1) ?? '';
  await untilKnown(requestsWith(url, token));
  return token;
}

/** GraphQL requests with that token; errors are thrown. */
export function requestsWith(url: string, token: string): Ask {
  return async <Data>(query: string, variables: object): Promise<Data> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}

/** GraphQL requests of an analyst of the district. */
export async function officialRequests(product: RunningProduct): Promise<Ask> {
  return requestsWith(product.url, await officialToken(product, 'ANALYST'));
}

export async function searchClient(product: RunningProduct): Promise<SearchClient> {
  const ask = await officialRequests(product);

  interface Found {
    readonly search: { readonly nodes: readonly { readonly row: { readonly id: string } }[] };
  }
  async function search(query: string): Promise<readonly string[]> {
    const found = await ask<Found>(
      `query Find($districts: [String!]!, $query: String!) {
        search(districts: $districts, query: $query, first: 10) { nodes { row { id } } }
      }`,
      { districts: [DISTRICT], query },
    );
    return found.search.nodes.map(({ row }) => row.id);
  }

  async function submit(text: string): Promise<string> {
    const { submitAppeal } = await ask<{ submitAppeal: { readonly id?: string; readonly message?: string } }>(
      `mutation Submit($input: SubmitAppealInput!) {
        submitAppeal(input: $input) { ... on Receipt { id } ... on Refusal { message } }
      }`,
      { input: { district: DISTRICT, key: randomUUID(), text } },
    );
    if (!submitAppeal.id) throw new Error(submitAppeal.message ?? 'the submission was not accepted');
    return submitAppeal.id;
  }

  async function submitMarked(mark: string): Promise<Marked> {
    const id = await submit(`Не горит фонарь, заявка ${mark}`);
    return { mark, id, acknowledged: performance.now() };
  }

  async function found({ mark, id, acknowledged }: Marked, intervalMs: number, timeoutMs: number): Promise<number> {
    const end = performance.now() + timeoutMs;
    while (!(await search(`"${mark}"`)).includes(id)) {
      if (performance.now() > end) throw new Error('a submission is not found');
      await sleep(intervalMs);
    }
    return performance.now() - acknowledged;
  }

  return {
    submit,
    submitMarked,
    found,
    untilFound: async (mark, intervalMs, timeoutMs) => found(await submitMarked(mark), intervalMs, timeoutMs),
  };
}

/**
 * Resolves when all that was sent before is consumed, so that the work of consumers is not measured. One search at a time: an
 * official may run two at once.
 */
export async function caughtUp({ url }: RunningProduct, client: SearchClient): Promise<void> {
  await noLag(url);
  const moment = Math.floor(performance.now());
  const marks = Array.from({ length: MARKS }, (_, place) => `след${place}х${moment}`);
  const sent = await Promise.all(marks.map((mark) => client.submitMarked(mark)));
  for (const one of sent) await client.found(one, 100, CATCH_UP_TIMEOUT_MS);
}

/** Throws when the consumers of the process get no further for a minute. The gateway of a cluster has none of its own. */
async function noLag(url: string): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  for (let end = 0; ; await sleep(200)) {
    const lag = await lagOf(url);
    if (lag === 0) return;
    if (lag < least) [least, end] = [lag, performance.now() + CATCH_UP_TIMEOUT_MS];
    if (performance.now() > end) throw new Error(`the consumers stay ${lag} events behind`);
  }
}

/** Events that some consumer of the process has not taken in. */
export async function lagOf(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const lags = [...metrics.matchAll(/^otklik_consumer_lag_events\{[^}]*\} (\d+)/gm)].map(([, lag]) => Number(lag));
  return lags.reduce((sum, one) => sum + one, 0);
}

/** Each process's copy of the directory is up to five seconds old: until then it does not know a new official. */
async function untilKnown(ask: Ask): Promise<void> {
  for (const end = performance.now() + DIRECTORY_TIMEOUT_MS; ; await sleep(200)) {
    try {
      return void (await ask('{ viewer { id } }', {}));
    } catch (error) {
      if (performance.now() > end || !String(error).includes('UNAUTHENTICATED')) throw error;
    }
  }
}
