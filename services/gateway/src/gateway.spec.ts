import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signResidentToken } from '@otklik/host';
import { metrics } from '@otklik/observability';
import { code, NUL, smallGateway, type Answer, type SmallGateway } from './testing/small-gateway.js';

describe.each([
  ['in one process', false],
  ['in processes of their own', true],
])('services %s', (_, forwarded) => {
  let gateway: SmallGateway;
  let publicGateway: SmallGateway;
  beforeAll(async () => {
    gateway = await smallGateway({}, { forwarded });
    publicGateway = await smallGateway(
      { OTKLIK_LIMIT_ADDRESS: '3', OTKLIK_LIMIT_CODE_TRIES: '3' },
      { loopback: false, forwarded },
    );
  });
  afterAll(async () => {
    await gateway.application.close();
    await publicGateway.application.close();
  });

  const key = '7d3f3c2e-5b58-4f0e-9df0-1c5a2f6f9a01';
  const send = 'mutation ($input: SendInput!) { send(input: $input) { __typename ... on Refusal { code message } } }';
  const sending = (text: string) => ({ variables: { input: { district: 'aldan', key, text } } });
  const nested = (levels: number, inner = 'name') => 'child {'.repeat(levels) + inner + '}'.repeat(levels);

  it('answers a mutation, and a refusal in the language of Accept-Language', async () => {
    expect((await gateway.ask(send, sending('Яма'))).body).toEqual({ data: { send: { __typename: 'Change' } } });
    const refused = (language: string) =>
      gateway.ask(send, { ...sending('spam'), headers: { 'accept-language': language } });
    expect((await refused('en;q=0.9, ru;q=0.5')).body.data?.['send']).toMatchObject({
      code: 'APPEAL_STATE_FORBIDS',
      message: 'The appeal is past the state that this act needs.',
    });
    expect((await refused('fr')).body.data?.['send']).toMatchObject({ message: expect.stringMatching(/^Сейчас/) });
  });

  it('know the network of one without an account, whatever he says, and of no official', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    const { body } = await publicGateway.ask('{ open { network } }', { headers });
    expect(body.data?.['open']).toEqual({ network: '127.0.0.1' });
    const official = await gateway.ask('{ worklist(district: "aldan") { network } }', { token: await gateway.sign() });
    expect(official.body.data?.['worklist']).toEqual({ network: null });
  });

  it.each([
    ['an empty document', '', {}, 'BAD_INPUT query'],
    ['no GraphQL', 'Здравствуйте', {}, 'BAD_INPUT query'],
    ['an unknown field', '{ opne { role } }', {}, 'BAD_INPUT'],
    ['an unknown operation name', '{ open { role } }', { operationName: 'Other' }, 'BAD_INPUT operationName'],
    [
      'several operations and no name',
      'query A { open { role } } query B { open { role } }',
      {},
      'BAD_INPUT operationName',
    ],
    ['variables that are a list', '{ open { role } }', { variables: [] }, 'BAD_INPUT variables'],
    [
      '1,000 aliases',
      `{ ${Array.from({ length: 1000 }, (_, at) => `a${at}: open { role }`).join(' ')} }`,
      {},
      'TOO_COMPLEX query',
    ],
    [
      '101 aliases',
      `{ ${Array.from({ length: 101 }, (_, at) => `a${at}: __typename`).join(' ')} }`,
      {},
      'TOO_COMPLEX query',
    ],
    ['21 root fields', `{ ${'open { role } '.repeat(21)} }`, {}, 'TOO_COMPLEX query'],
    ['depth 100', `{ tree { ${nested(100)} } }`, {}, 'TOO_COMPLEX query'],
    ['depth 13', `{ tree { ${nested(11)} } }`, {}, 'TOO_COMPLEX query'],
    ['a fragment in itself', '{ tree { ...a } } fragment a on Tree { child { ...a } }', {}, 'TOO_COMPLEX query'],
    [
      'a list of lists',
      `{ tree { page(first: 100) { children { page(first: 100) { name } } } } }`,
      {},
      'TOO_COMPLEX query',
    ],
    [
      'two mutations in one document',
      'mutation { a: send(input: 1) { __typename } b: send(input: 1) { __typename } }',
      {},
      'TOO_COMPLEX query',
    ],
    ['a subscription over HTTP', 'subscription { ticks(district: "aldan") }', {}, 'BAD_INPUT query'],
    [
      'a text of 70,000 characters as a document',
      `{ open # ${'я'.repeat(70_000)}\n { role } }`,
      {},
      'TOO_COMPLEX query',
    ],
  ] as const)('refuses %s', async (_, query, options, expected) => {
    const answer = await gateway.ask(query, options);
    expect(code(answer)).toBe(expected);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.message).toMatch(/^[А-Я][^A-Z]*$/);
  });

  it('refuses exponential fragments within a second', async () => {
    const chain = Array.from(
      { length: 60 },
      (_, at) => `fragment f${at} on Tree { ...f${at + 1} ... on Tree { ...f${at + 1} } }`,
    );
    const started = Date.now();
    const answer = await gateway.ask(`{ tree { ...f0 } } ${chain.join(' ')} fragment f60 on Tree { name }`);
    expect(code(answer)).toBe('TOO_COMPLEX query');
    expect(Date.now() - started).toBeLessThan(1_000);
  });

  it('labels metrics with field names only, never with text of a document', async () => {
    expect(code(await gateway.ask('{ ...IvanovIvan } fragment IvanovIvan on Query { __typename }'))).toBe('none');
    expect(await metrics.metrics()).not.toContain('IvanovIvan');
  });

  it('accepts depth 12, and does not count introspection', async () => {
    expect(code(await gateway.ask(`{ tree { ${nested(10)} } }`))).toBe('none');
    const type = 'ofType {'.repeat(20) + 'name' + '}'.repeat(20);
    expect(code(await gateway.ask(`{ __schema { types { fields { type { ${type} } } } } }`))).toBe('none');
  });

  it('reports the path of an invalid variable, alike in the first call and once the document is compiled', async () => {
    const query =
      'query ($d: String!, $s: DateTime, $o: Date, $i: UUID) { worklist(district: $d, since: $s, on: $o, id: $i) { role } }';
    const token = await gateway.sign();
    const wrong: readonly (readonly [unknown, string])[] = [
      [{ d: 'aldan', s: 'вчера' }, 'BAD_INPUT s'],
      [{ d: 'aldan', o: '2026-02-30' }, 'BAD_INPUT o'],
      [{ d: 'aldan', i: 'id' }, 'BAD_INPUT i'],
      [{ d: null }, 'BAD_INPUT d'],
      [{}, 'BAD_INPUT d'],
      [{ d: 7 }, 'BAD_INPUT d'],
      [{ d: ['aldan'] }, 'BAD_INPUT d'],
    ];
    for (const [variables, expected] of wrong) {
      const answers: { status: number; body: Answer }[] = [];
      for (let call = 0; call < 4; call += 1) answers.push(await gateway.ask(query, { variables, token }));
      expect(answers.map(code)).toEqual(Array<string>(4).fill(expected));
      expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
      expect(code(await gateway.ask(query, { variables: { d: 'aldan' }, token }))).toBe('none');
    }
  });

  it('normalises times, dates and ids', async () => {
    const query =
      '{ worklist(district: "aldan", since: "2026-11-24T12:00:00+09:00", on: "2026-02-28", id: "7D3F3C2E-5B58-4F0E-9DF0-1C5A2F6F9A01") { at on id } }';
    expect((await gateway.ask(query, { token: await gateway.sign() })).body.data).toEqual({
      worklist: { at: '2026-11-24T03:00:00.000Z', on: '2026-02-28', id: key },
    });
  });

  it('runs the named operation of a document in any sequence of calls', async () => {
    const document = 'query A { open { role } } query B { tree { name } }';
    for (const name of ['A', 'B', 'A', 'B', 'B', 'A']) {
      const { data } = (await gateway.ask(document, { operationName: name })).body;
      expect(Object.keys(data ?? {})).toEqual([name === 'A' ? 'open' : 'tree']);
    }
  });

  it('masks a defect: the answer has no driver text, and the log has its code and request id', async () => {
    const answer = await gateway.ask('{ broken(how: "sql") }');
    expect(answer.status).toBe(200);
    const [error] = answer.body.errors ?? [];
    expect(error?.extensions).toEqual({ code: 'INTERNAL', requestId: expect.any(String) });
    expect(error?.message).toContain(String(error?.extensions['requestId']));
    expect(JSON.stringify(answer.body)).not.toMatch(/anna|duplicate/);
    const line = gateway.lines.find((text) => text.includes(String(error?.extensions['requestId'])));
    expect(line).toContain('23505');
    expect(code(await gateway.ask('{ broken(how: "found") }'))).toBe('NOT_FOUND');
    const tooLong = await gateway.ask('{ broken(how: "input") }', { headers: { 'accept-language': 'en' } });
    expect([code(tooLong), tooLong.body.errors?.[0]?.message]).toEqual([
      'TEXT_TOO_LONG input.text',
      'Too long: at most 5 characters.',
    ]);
  });

  it.each([
    ['{ opne { role } }', 'Cannot query field "opne" on type "Query". Did you mean', 3],
    ['{ worklist(distrct: "a") { role } }', 'Unknown argument "distrct" on field "Query.worklist".', 12],
    ['query ($d: Strin) { open { role } }', 'Unknown type "Strin". Did you mean "String"', 12],
    ['{ open }', 'Field "open" of type "Seen!" must have a selection of subfields.', 3],
    ['query ($d: Int) { open(district: $d) { role } }', 'Variable "$d" of type "Int" used in position', 8],
    ['{ worklist(district: 79145550101) { role } }', 'String cannot represent a non string value: an integer', 22],
    ['{ worklist(district: "a", on: "Иванов") { role } }', '"Date" is a string like "2026-11-27".', 31],
    ['{ open { role }', 'Syntax Error: Expected Name, found <EOF>.', 16],
    ['{ open { "Иванов" } }', 'Syntax Error: Expected Name, found String.', 10],
  ] as const)('tells programmers what is wrong and where: %s', async (query, reason, column) => {
    const [first] = (await gateway.ask(query)).body.errors ?? [];
    expect(first).toMatchObject({
      message: expect.stringMatching(/^Запрос составлен неверно/),
      locations: expect.arrayContaining([{ line: 1, column }]),
      extensions: { code: 'BAD_INPUT', reason: expect.stringContaining(reason) },
    });
    expect(JSON.stringify(first)).not.toMatch(/Иванов|7914/);
  });

  it('gives the place in the document as it was sent, also of one operation among several', async () => {
    const query = 'query A { open { role } }\n\nquery B {   opne }';
    const [first] = (await gateway.ask(query, { operationName: 'B' })).body.errors ?? [];
    expect(first?.locations).toEqual([{ line: 3, column: 13 }]);
  });

  it('suggests names only where introspection shows them, too', async () => {
    const reasonAt = async (where: SmallGateway) => (await where.ask('{ opne { role } }')).body.errors?.[0]?.extensions;
    expect((await reasonAt(gateway))?.['reason']).toContain('Did you mean');
    expect((await reasonAt(publicGateway))?.['reason']).toBe('Cannot query field "opne" on type "Query".');
  });

  it('tells programmers why a request is none, and which limit is exceeded', async () => {
    const body = '{"query": "{ open { role } }", }';
    const headers = { 'content-type': 'application/json' };
    const broken = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
    expect(((await broken.json()) as Answer).errors?.[0]?.extensions).toEqual({
      code: 'BAD_INPUT',
      reason: 'The body is not valid JSON: unexpected character at line 1, column 32.',
    });
    const reason = async (query: string, options: object = {}) =>
      (await gateway.ask(query, options)).body.errors?.[0]?.extensions['reason'];
    expect(await reason(`{ tree { ${nested(11)} } }`)).toBe('More than 12 levels of fields.');
    expect(await reason('{ open { role } }', { operationName: 'Other' })).toMatch(
      /^The document has no such operation/,
    );
  });

  it.each([
    ['NUL in a variable', sending(`Яма${NUL}`), 'TEXT_MALFORMED input.text'],
    ['a lone surrogate', sending('\ud83d'), 'TEXT_MALFORMED input.text'],
    ['only spaces', sending('   '), 'TEXT_EMPTY input.text'],
    ['20,001 characters', sending('я'.repeat(20_001)), 'TEXT_TOO_LONG input.text'],
    ['10 MB', sending('я'.repeat(5_000_000)), 'TOO_LARGE'],
  ])('refuses a text of %s', async (_, options, expected) => {
    expect(code(await gateway.ask(send, options))).toBe(expected);
  });

  it.each([
    ['an escape', '\\u0000'],
    ['an escape in braces', '\\u{0}'],
    ['raw', NUL],
  ])('refuses a NUL character in the document: %s', async (_, nullByte) => {
    const query = `mutation { send(input: {district: "aldan", key: "${key}", text: "a${nullByte}b"}) { __typename } }`;
    expect(code(await gateway.ask(query))).toBe('TEXT_MALFORMED query');
  });

  it.each([
    ['of lists', '[', ']'],
    ['of objects', '{"a":', '}'],
  ])('refuses variables of forty thousand levels %s', async (_, open, close) => {
    const levels = 40_000;
    const deep = `${open.repeat(levels)}${open === '[' ? '' : '1'}${close.repeat(levels)}`;
    const answer = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":"query ($d: String) { open(district: $d) { role } }","variables":{"d":${deep}}}`,
    });
    expect([answer.status, code({ body: (await answer.json()) as Answer })]).toEqual([400, 'TOO_COMPLEX variables']);
  });

  it('accepts only JSON by POST, so that another site cannot make a browser run a mutation', async () => {
    const mutation = `mutation { send(input: {district: "aldan", key: "${key}", text: "Яма"}) { __typename } }`;
    const post = (type: string, body: string) =>
      fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body });
    const forms: readonly (readonly [string, string])[] = [
      ['application/x-www-form-urlencoded', `query=${encodeURIComponent(mutation)}`],
      [
        'multipart/form-data; boundary=b',
        `--b\r\ncontent-disposition: form-data; name="query"\r\n\r\n${mutation}\r\n--b--`,
      ],
      ['text/plain', JSON.stringify({ query: mutation })],
      ['application/graphql', mutation],
    ];
    for (const [type, body] of forms) {
      const answer = await post(type, body);
      expect([type, answer.status, code({ body: (await answer.json()) as Answer })]).toEqual([type, 400, 'BAD_INPUT']);
    }
    const get = await fetch(`${gateway.url}/graphql?query=${encodeURIComponent(mutation)}`);
    expect([get.status, code({ body: (await get.json()) as Answer })]).toEqual([400, 'BAD_INPUT']);
  });

  it.each([
    '',
    '{',
    'null',
    '7',
    '"query"',
    '[{"query":"{ open { role } }"}]',
    '{"__proto__":{"query":"{ open { role } }"}}',
  ])('refuses a body that is no single GraphQL request: %s', async (body) => {
    const answer = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(400);
    expect(code({ body: (await answer.json()) as Answer })).toMatch(/^BAD_INPUT/);
  });

  it('limits operations without an account per address', async () => {
    const codes: string[] = [];
    for (let call = 0; call < 5; call += 1) {
      // No proxy is trusted here: the address is the connection's.
      const headers = { 'x-forwarded-for': `192.0.2.${call}`, 'x-otklik-reader-address': `192.0.2.${call}` };
      codes.push(code(await publicGateway.ask(send, { ...sending('Яма'), headers })));
    }
    expect(codes).toEqual(['none', 'none', 'none', 'RATE_LIMITED', 'RATE_LIMITED']);
  });

  it('limits operations of residents, and not those of officials', async () => {
    const limited = await smallGateway({ OTKLIK_LIMIT_ADDRESS: '3' }, { forwarded });
    const claims = { district: 1, appeal: key, person: key };
    const { token } = await signResidentToken(limited.residentKey, claims, new Date().toISOString());
    const decide = 'mutation ($input: DecideInput!) { decide(input: $input) { __typename } }';
    const deciding = { variables: { input: { district: 'aldan', key } }, token: await limited.sign() };
    try {
      const codes: string[] = [];
      for (let call = 0; call < 4; call += 1) codes.push(code(await limited.ask('mutation { rate }', { token })));
      expect(codes).toEqual(['none', 'none', 'none', 'RATE_LIMITED']);
      expect(code(await limited.ask(decide, deciding))).toBe('none');
    } finally {
      await limited.application.close();
    }
  });

  it('limits wrong codes for one number, and lets the right one open it all the same', async () => {
    const tries = await smallGateway({ OTKLIK_LIMIT_CODE_TRIES: '3' }, { forwarded });
    const open = async (number: string, secret: string) =>
      code(
        await tries.ask(`mutation { openAppeal(district: "aldan", number: "${number}", code: "${secret}") { token } }`),
      );
    try {
      for (let call = 0; call < 6; call += 1) expect(await open('1', 'right')).toBe('none');
      for (let call = 0; call < 3; call += 1) expect(await open('1', 'wrong')).toBe('CODE_WRONG code');
      expect(await open(' 1 ', 'wrong')).toBe('RATE_LIMITED');
      expect(await open(' 1 ', 'right')).toBe('none');
      expect(await open('2', 'wrong')).toBe('CODE_WRONG code');
    } finally {
      await tries.application.close();
    }
  });

  it("gives the services' HTTP routes the actor, and masks their errors", async () => {
    const get = async (path: string, token?: string) => {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const answer = await fetch(`${gateway.url}${path}`, { headers });
      return [answer.status, await answer.text()] as const;
    };
    expect(await get('/beside')).toEqual([200, '{"kind":"anyone"}']);
    expect(await get('/beside', await gateway.sign())).toEqual([200, '{"kind":"official"}']);
    expect(await get('/beside', 'a.b.c')).toEqual([401, expect.stringContaining('UNAUTHENTICATED')]);
    const [status, body] = await get('/beside/broken');
    expect([status, body]).toEqual([500, expect.stringContaining('INTERNAL')]);
    expect(body).not.toContain('anna');
  });

  it('offers introspection and GraphiQL on a loopback address only', async () => {
    const introspection = '{ __schema { queryType { name } } }';
    const html = { headers: { accept: 'text/html' } };
    expect(code(await gateway.ask(introspection))).toBe('none');
    expect(code(await publicGateway.ask(introspection))).toBe('BAD_INPUT');
    expect((await fetch(`${publicGateway.url}/graphql`, html)).status).toBe(400);
    expect((await fetch(`${publicGateway.url}/graphql/ui/graphiql.js`)).status).toBe(404);
    const page = await fetch(`${gateway.url}/graphql`, html);
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'self'"),
    ]);
    const addresses = [...(await page.text()).matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, found]) => found);
    expect(addresses).toEqual(['/graphql/ui/graphiql.css', '/graphql/ui/graphiql.js']);
    // 503: the build made no files yet.
    for (const found of addresses) expect([200, 503]).toContain((await fetch(`${gateway.url}${found}`)).status);
  });
});
