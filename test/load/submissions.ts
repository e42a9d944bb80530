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
 * Submissions a second that 32 callers get acknowledged, each waiting for his answer and then sending the next.
 * Throws when one was not taken.
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
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} submissions were not taken`);
  return result['2xx'] / ((performance.now() - started) / 1000);
}

/** So long until the product's code is compiled; a bare server is after a moment. */
export const WARM_S = 10;

export async function warmUp(url: string): Promise<void> {
  await submissions(url, WARM_S);
}

/** The body of a new one. */
export function submission(): string {
  const key = randomUUID();
  const contact = `${key}@example.org`;
  return JSON.stringify({
    query,
    variables: { input: { district: 'aldan', key, text, name: 'Айта Петрова', contact } },
  });
}
