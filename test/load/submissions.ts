import autocannon from 'autocannon';
import { randomUUID } from 'node:crypto';
import type { BenchSize } from './bench-frame.js';
import { quietPool } from './bench-server.js';

const CALLERS = 32;
/** Fewer than a machine that does other work refuses. */
const SMOKE_CALLERS = 4;
const ID = /"id":"([^"]+)"/;

const query = `mutation Submit($input: SubmitAppealInput!) {
  submitAppeal(input: $input) { ... on Receipt { id number followUpCode version consistencyToken token } ... on Refusal { message } }
}`;

const text =
  'На улице Лесной напротив дома 12 вторую неделю не работает освещение, вечером ничего не видно, дети идут из школы в темноте. '.repeat(
    2,
  );

/** What was acknowledged, by any of these runs. */
export class Acknowledged {
  readonly ids = new Set<string>();

  /** Throws unless each is the id of a row of the statement `select … as id`. */
  async assertStored(databaseUrl: string, select: string): Promise<void> {
    const pool = quietPool(databaseUrl, 1);
    try {
      const { rows } = await pool.query<{ id: string }>(select);
      const stored = new Set(rows.map(({ id }) => id));
      const lost = [...this.ids].filter((id) => !stored.has(id));
      if (lost.length > 0)
        throw new Error(`${lost.length} of ${this.ids.size} acknowledged submissions are not stored`);
      if (this.ids.size === 0) throw new Error('nothing was acknowledged');
    } finally {
      await pool.end();
    }
  }
}

export const STORED_APPEALS = 'select id::text as id from intake.stream';

interface SubmissionOptions {
  readonly acknowledged?: Acknowledged;
  readonly size?: BenchSize;
}

/**
 * Acknowledged submissions a second of 32 callers, of whom each waits for its answer before it sends the next.
 * Throws when one was not accepted.
 */
export async function submissions(
  url: string,
  seconds: number,
  { acknowledged = new Acknowledged(), size = 'usual' }: SubmissionOptions = {},
): Promise<number> {
  let refusal = '';
  const started = performance.now();
  const result = await autocannon({
    url: `${url}/graphql`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    connections: size === 'smoke' ? SMOKE_CALLERS : CALLERS,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, body: submission() }) }],
    verifyBody(body) {
      const [, id] = ID.exec(String(body)) ?? [];
      if (id === undefined) refusal ||= String(body).slice(0, 300);
      else acknowledged.ids.add(id);
      return id !== undefined;
    },
  });
  const failed = result.non2xx + result.errors + result.mismatches;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} submissions were not accepted: ${refusal}`);
  return result['2xx'] / ((performance.now() - started) / 1000);
}

/** After that time the engine has compiled the product's code; a bare server needs less. */
export const WARM_UP_S = { smoke: 0.5, usual: 10, full: 10 } as const;

export async function warmUp(url: string, size: BenchSize): Promise<void> {
  await submissions(url, WARM_UP_S[size], { size });
}

/** The body of a new submission. */
export function submission(): string {
  const key = randomUUID();
  const contact = `${key}@example.org`;
  return JSON.stringify({
    query,
    variables: { input: { district: 'aldan', key, text, name: 'Айта Петрова', contact, consent: '2026-09-01' } },
  });
}
