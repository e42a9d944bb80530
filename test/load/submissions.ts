import autocannon from 'autocannon';
import { randomUUID } from 'node:crypto';

const CALLERS = 32;

const query = `mutation Submit($input: SubmitAppealInput!) {
  submitAppeal(input: $input) { ... on Receipt { id number followUpCode version consistencyToken token } ... on Refusal { message } }
}`;

const text =
  'На улице Лесной напротив дома 12 вторую неделю не работает освещение, вечером ничего не видно, дети идут из школы в темноте. '.repeat(
    2,
  );

/**
 * Acknowledged submissions a second of 32 callers, of whom each waits for its answer before it sends the next.
 * Throws when one was not accepted.
 */
export async function submissions(url: string, seconds: number): Promise<number> {
  const started = performance.now();
  const result = await autocannon({
    url: `${url}/graphql`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    connections: CALLERS,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, body: submission() }) }],
    verifyBody: (body) => String(body).includes('"id"'),
  });
  const failed = result.non2xx + result.errors + result.mismatches;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} submissions were not accepted`);
  return result['2xx'] / ((performance.now() - started) / 1000);
}

/** After that time the engine has compiled the product's code; a bare server needs less. */
export const WARM_UP_S = 10;

export async function warmUp(url: string): Promise<void> {
  await submissions(url, WARM_UP_S);
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
