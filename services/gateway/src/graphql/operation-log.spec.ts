import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { code, smallGateway, type SmallGateway } from '../testing/small-gateway.js';

const NAME = 'Петрова';
const CONTACT = 'ann@planted.example';
const planted = /Петрова|Petrova|planted|%D0%9F|79145550101/i;
const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${trace}-00f067aa0ba902b7-01`;

interface Line {
  readonly msg: string;
  readonly operation?: string;
  readonly outcome?: string;
}

describe.each([
  ['in one process', false],
  ['in processes of their own', true],
])('the log, with services %s', (_, forwarded) => {
  let gateway: SmallGateway;
  beforeAll(async () => void (gateway = await smallGateway({}, { forwarded })));
  afterAll(() => gateway.application.close());

  const logged = async (ask: () => Promise<unknown>): Promise<Line[]> => {
    gateway.lines.length = 0;
    await ask();
    const lines = gateway.lines.map((line) => JSON.parse(line) as Line);
    return lines.filter(({ msg }) => ['operation', 'request'].includes(msg));
  };

  it('has one line for each operation of a process: its name, district, role, duration, outcome and ids', async () => {
    const token = await gateway.sign();
    const query = 'query Mine { worklist(district: "aldan") { role } }';
    const lines = await logged(() => gateway.ask(query, { token, headers: { traceparent } }));
    const line = {
      level: 'info',
      operation: 'query worklist',
      district: 1,
      role: 'MODERATOR',
      trace,
      correlation: expect.any(String),
      ms: expect.any(Number),
    };
    const own = forwarded ? [{ outcome: 'OK' }, { outcome: 'FORWARDED' }] : [{ outcome: 'OK' }];
    expect(lines).toMatchObject(own.map((outcome) => ({ ...line, ...outcome })));
    expect(new Set(lines.map((one) => (one as { correlation?: string }).correlation)).size).toBe(1);
  });

  it('tells why an operation failed', async () => {
    const [line] = await logged(() => gateway.ask('{ worklist(district: "aldan") { role } }'));
    expect(line).toMatchObject({ operation: 'query worklist', outcome: 'UNAUTHENTICATED' });
    const refused = await logged(() => gateway.ask('{ opne { role } }'));
    expect(refused).toMatchObject([{ outcome: 'BAD_INPUT' }, { operation: 'POST /graphql', outcome: '400' }]);
  });

  it('has one line for any other request, and none for probes', async () => {
    const paths = ['/health/live', '/metrics', `/nothing/${NAME}?q=${CONTACT}`];
    const lines = await logged(() => Promise.all(paths.map((path) => fetch(encodeURI(gateway.url + path)))));
    expect(lines).toMatchObject([
      { operation: expect.stringMatching(/^GET /), outcome: expect.stringMatching(/^\d+$/) },
    ]);
  });

  it('holds nothing that a client sent, wherever it stood', async () => {
    const key = '7d3f3c2e-5b58-4f0e-9df0-1c5a2f6f9a01';
    const send = `mutation Petrova($input: SendInput!) { petrova: send(input: $input) { ...petrova } }
      fragment petrova on Change { id }`;
    const headers = {
      referer: `https://${CONTACT}/`,
      'user-agent': 'Petrova',
      cookie: 'petrova=anna',
      'accept-language': 'petrova',
      traceparent: `00-${CONTACT}`,
      'x-request-id': 'petrova',
      'x-forwarded-for': 'petrova',
    };
    const ask = (text: string, query = send) =>
      gateway.ask(query, { variables: { input: { district: 'aldan', key, text: `${text} ${NAME}` } }, headers });
    await logged(async () => {
      expect(code(await ask('Яма'))).toBe('none');
      await ask('x'.repeat(20_001));
      await gateway.ask('{ petrova { role } }', { headers });
      await gateway.ask('{ __Petrova }', { headers });
      await gateway.ask(`{ open(district: "${NAME}") { role } }`, { headers });
      await gateway.ask(`{ worklist(district: "aldan", on: "${NAME}") { role } }`, { token: CONTACT, headers });
      await gateway.ask('{ ...petrova } fragment petrova on Query { broken(how: "sql") }', { headers });
      await gateway.ask(`{ broken(how: "${NAME} 79145550101") }`, { operationName: NAME, headers });
      await gateway.ask(send, { variables: { input: { [NAME]: CONTACT } }, headers });
      await fetch(encodeURI(`${gateway.url}/${NAME}/${CONTACT}?name=${NAME}`), { headers });
      await fetch(`${gateway.url}/graphql`, { method: 'POST', body: `{"query": "${CONTACT}`, headers });
    });
    expect(gateway.lines.length).toBeGreaterThan(10);
    expect(gateway.lines.filter((line) => planted.test(line))).toEqual([]);
  });
});
