import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorCodes, inputErrors } from '@otklik/contracts/error-codes';
import { isNight } from '@otklik/testing';
import fc from 'fast-check';
import { everyOperation } from '../world/operations.js';
import { demonstrationLogin, startWorld, type Answer, type World } from '../world/world.js';
import { operations, texts, type Generated } from './generated-operations.js';

let world: World;
beforeAll(async () => {
  const unlimited = {
    OTKLIK_LIMIT_ADDRESS: '0',
    OTKLIK_LIMIT_DISTRICT: '0',
    OTKLIK_LIMIT_CODE_TRIES: '0',
    OTKLIK_LIMIT_LINKS: '0',
  };
  world = await startWorld({ demo: 'small', environment: unlimited });
}, 180_000);
afterAll(() => world?.stop());

const HOME = 'aldan';
const OTHER = 'kuol';
const NUL = String.fromCharCode(0);
const code = (answer: Answer): string | undefined => answer.errors[0]?.extensions?.code;
const asked = everyOperation({ district: HOME }).filter(({ field }) => field.operation !== 'Subscription');

/** Holds for every response: no 5xx, a declared code, a Russian sentence, no text of a driver. */
function assertWellFormed(answer: Answer): void {
  expect(answer.status).toBeLessThan(500);
  for (const { message, extensions } of answer.errors) {
    expect(errorCodes).toContain(extensions?.code);
    expect([extensions?.code, message]).not.toEqual(['INTERNAL', expect.anything()]);
    expect(message).toMatch(/^[А-ЯЁ][^<>{}]*[.!]$/);
    if (extensions?.code === 'BAD_INPUT')
      expect(extensions).toMatchObject({ reason: expect.stringMatching(/^[^а-яё]+$/i) });
  }
}

let residents: Promise<{ token: string }> | undefined;

/** The token of an official of the district by role, of a resident, or none. */
async function tokenOf(as: string): Promise<{ token?: string }> {
  if (as === 'nobody') return {};
  if (as === 'resident') return { token: (await (residents ??= submitted())).token };
  return { token: await world.token(demonstrationLogin(HOME, as.toUpperCase())) };
}

function permittedToken(roles: readonly string[]): Promise<{ token?: string }> {
  return tokenOf(roles.includes('ANYONE') ? 'nobody' : roles[0]!.toLowerCase());
}

interface Submitted {
  readonly id: string;
  readonly number: string;
  readonly followUpCode: string;
  readonly token: string;
  readonly version: number;
}

const SUBMIT = `mutation ($input: SubmitAppealInput!) { submitAppeal(input: $input) {
  ... on Receipt { id number followUpCode token version } ... on Refusal { code message } } }`;
const submission = (more: Record<string, unknown> = {}) => ({
  input: { district: HOME, key: crypto.randomUUID(), text: 'На улице темно, фонарь не горит', ...more },
});

async function submitted(more: Record<string, unknown> = {}): Promise<Submitted> {
  const answer = await world.ask(SUBMIT, submission(more));
  expect(answer.errors).toEqual([]);
  return answer.data!['submitAppeal'] as Submitted;
}

/** Paths of the texts in an operation's variables, the district's code apart. */
function textPaths(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return value === 'слово' ? [path] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => textPaths(inner, [...path, name]));
}

function withText(variables: unknown, [name, ...rest]: readonly string[], text: unknown): Record<string, unknown> {
  const all = (Array.isArray(variables) ? [...(variables as unknown[])] : { ...(variables as object) }) as Record<
    string,
    unknown
  >;
  all[name!] = rest.length === 0 ? text : withText(all[name!], rest, text);
  return all;
}

describe.each(asked)('$name', ({ field, document, variables }) => {
  it('accepts any text or names the fault', async () => {
    const token = await permittedToken(field.roles!);
    for (const [turn, path] of textPaths(variables).entries()) {
      // A commit sends each field half of them, its neighbour the other half; the night sends all of them to each.
      const sent = [...texts, ' '.repeat(100_000)].filter((_, at) => isNight || (at + turn) % 2 === 0);
      for (const text of sent) {
        const answer = await world.ask(document, withText(variables, path, text), token);
        assertWellFormed(answer);
        if (text.includes(NUL)) expect([path, code(answer)]).toEqual([path, 'TEXT_MALFORMED']);
      }
      expect(code(await world.ask(document, withText(variables, path, ' '.repeat(1_000_000)), token))).toBe(
        'TOO_LARGE',
      );
      const huge = await world.ask(document, withText(variables, path, 'я'.repeat(5_000_000)), token);
      expect([huge.status, code(huge)]).toEqual([413, 'TOO_LARGE']);
    }
  });

  it('answers BAD_INPUT to a value of another type', async () => {
    const token = await permittedToken(field.roles!);
    for (const name of Object.keys(variables)) {
      for (const wrong of [null, 7.5, { strange: true }, [['x']], [null]]) {
        const answer = await world.ask(document, { ...variables, [name]: wrong }, token);
        assertWellFormed(answer);
        expect([name, code(answer)]).toEqual([name, 'BAD_INPUT']);
      }
    }
  });

  it.each([
    ['forged', 'eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJhbGRhbi5tb2RlcmF0b3IifQ.c2lnbmF0dXJl'],
    ['unsigned', 'eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiJhbGRhbi5tb2RlcmF0b3IifQ.'],
    ['malformed', 'token'],
  ])('refuses a token that is %s', async (_, token) => {
    const answer = await world.ask(document, variables, { token });
    assertWellFormed(answer);
    expect([answer.status, code(answer)]).toEqual([401, 'UNAUTHENTICATED']);
  });
});

const CONTROL = String.fromCharCode(1);
const FAULTS = '... on Refusal { code message path faults { code message path reason } }';

interface RefusedInput {
  readonly faults?: readonly { readonly path: readonly string[]; readonly message: string }[];
}

/** The documents of mutations that answer refusals, each with all of its faults; those of many answer one an item. */
const faultsAsked = asked
  .filter(({ field }) => field.operation === 'Mutation')
  .map((one) => {
    const isBulk = 'items' in ((one.variables['input'] ?? {}) as object);
    const document = isBulk
      ? one.document.replace(/\{ __typename \} *\}$/, `{ result { ${FAULTS} } } }`)
      : one.document.replace('... on Refusal { code message }', FAULTS);
    return { ...one, document };
  })
  .filter(({ document }) => document.includes(FAULTS));

it('answers every mutation with a refusal that names its faults, but those that only take a link or a mark of a reader', () => {
  const others = asked.filter(
    ({ field }) => field.operation === 'Mutation' && !faultsAsked.some((one) => one.field === field),
  );
  const named = [
    ...['answerWasEnough', 'confirmSubscription', 'endSubscription', 'markAnswer', 'openAppealByLink'],
    ...['requestFollowUpLink', 'subscribeToAnswers'],
  ];
  expect(others.map(({ field }) => field.name).sort()).toEqual(named);
});

/** Of credentials and rights: no refusals. */
const noRefusals = ['CODE_WRONG', 'FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED'];

describe.each(faultsAsked)('$name', ({ field, document, variables }) => {
  const pathsOf = (answer: Answer): readonly string[] => {
    assertWellFormed(answer);
    expect(noRefusals).toEqual(expect.arrayContaining(answer.errors.map(({ extensions }) => extensions?.code)));
    const [refused] = [answer.data?.[field.name]].flat() as readonly (RefusedInput & { result?: RefusedInput })[];
    const faults = (refused?.result ?? refused)?.faults ?? [];
    for (const { message } of faults) expect(message).toMatch(/^[А-ЯЁ][^<>{}]*[.!]$/);
    return faults.map(({ path }) => path.join('.'));
  };

  it('refuses all faults of its texts at once, each with its field', async () => {
    const token = await permittedToken(field.roles!);
    const alone: string[] = [];
    let all = variables;
    for (const path of textPaths(variables)) {
      const found = pathsOf(await world.ask(document, withText(variables, path, CONTROL), token));
      if (!found.includes(path.join('.'))) continue;
      alone.push(path.join('.'));
      all = withText(all, path, CONTROL);
    }
    if (alone.length > 0) expect(pathsOf(await world.ask(document, all, token))).toEqual(expect.arrayContaining(alone));
  });
});

describe.each(asked.filter(({ argumentNames }) => argumentNames.includes('first')))(
  '$name',
  ({ field, document, variables }) => {
    // Twice each: the connection has served another page size before.
    it.each([1, 100, 20, 1, 100, 20])('gives a page of %d', async (first) => {
      const paged = document.replace(`${field.name}(`, `${field.name}(first: ${first}, `);
      const answer = await world.ask(paged, variables, await permittedToken(field.roles!));
      expect([answer.status, answer.errors]).toEqual([200, []]);
    });
  },
);

describe('a submission', () => {
  it.each([
    ['no text', { text: '' }, 'TEXT_EMPTY'],
    ['only spaces', { text: ' \n\t ' }, 'TEXT_EMPTY'],
    ['20,001 characters', { text: 'я'.repeat(20_001) }, 'TEXT_TOO_LONG'],
    ['a lone surrogate', { text: 'фонарь \ud83d' }, 'TEXT_MALFORMED'],
    ['NUL', { text: `фонарь${NUL}` }, 'TEXT_MALFORMED'],
    ['a malformed contact', { contact: 'звоните' }, 'CONTACT_MALFORMED'],
    ['a point outside of the world', { place: { point: { latitude: 91, longitude: 0 } } }, 'POINT_MALFORMED'],
    ['an unknown settlement', { place: { settlement: 'атлантида' } }, 'SETTLEMENT_UNKNOWN'],
    ['an unknown district', { district: 'atlantis' }, 'NOT_FOUND'],
    ['a malformed key', { key: 'ключ' }, 'BAD_INPUT'],
    ['a file that is not an id', { files: ['1'] }, 'BAD_INPUT'],
    ['an unknown field', { status: 'ANSWERED' }, 'BAD_INPUT'],
  ])('with %s is refused', async (_, more, expected) => {
    const answer = await world.ask(SUBMIT, submission(more));
    assertWellFormed(answer);
    expect(code(answer)).toBe(expected);
  });

  it('with several faults is refused with all of them, each at its field', async () => {
    const faulty = { text: ' ', contact: 'звоните', place: { settlement: 'атлантида' }, topic: 'погода' };
    const document = SUBMIT.replace('... on Refusal { code message }', FAULTS);
    const answer = await world.ask(document, submission(faulty));
    assertWellFormed(answer);
    expect(answer.errors).toEqual([]);
    const { faults } = answer.data!['submitAppeal'] as { faults: { code: string; path: string[] }[] };
    expect(faults.map((fault) => `${fault.code} ${fault.path.join('.')}`)).toEqual([
      'CONTACT_MALFORMED input.contact',
      'TEXT_EMPTY input.text',
      'SETTLEMENT_UNKNOWN input.place.settlement',
      'TOPIC_UNKNOWN input.topic',
      'CONSENT_REQUIRED input.consent',
    ]);
  });

  it('keeps emoji and Sakha letters exactly', async () => {
    const text = 'Аҕа дойду 🙂 Ҥ ҕ һ 👨‍👩‍👧‍👦';
    const { token } = await submitted({ text });
    const { data } = await world.ask('{ residentAppeal { text } }', {}, { token });
    if (data?.['residentAppeal']) expect(data['residentAppeal']).toEqual({ text });
  });

  it('with 20,000 characters is accepted, and the same key gets the same receipt', async () => {
    const input = submission({ text: 'я'.repeat(20_000) });
    const [one, two] = await Promise.all([world.ask(SUBMIT, input), world.ask(SUBMIT, input)]);
    expect(one.errors).toEqual([]);
    const { token: _, ...receipt } = one.data!['submitAppeal'] as Submitted;
    expect(two.data!['submitAppeal']).toMatchObject(receipt);
  });

  it('with a used key and other content is refused with IDEMPOTENCY_KEY_REUSED', async () => {
    const { input } = submission();
    await world.ask(SUBMIT, { input });
    expect(code(await world.ask(SUBMIT, { input: { ...input, text: 'Совсем другое' } }))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
  });

  it('with a file that was not uploaded is refused with FILE_UNKNOWN', async () => {
    const { data } = await world.ask('query ($d: String!) { district(code: $d) { consent { version } } }', { d: HOME });
    const { version: consent } = (data!['district'] as { consent: { version: string } }).consent;
    const answer = await world.ask(SUBMIT, submission({ files: ['00000000-0000-7000-8000-000000000001'], consent }));
    expect(answer.data?.['submitAppeal']).toMatchObject({ code: 'FILE_UNKNOWN' });
  });
});

describe('a mutation', () => {
  const TAKE_UP = `mutation ($input: AppealActInput!) { takeUpMessage(input: $input) {
    __typename ... on Change { version } ... on Refusal { code current } } }`;
  const act = (id: string, expectedVersion: number, district = HOME) => ({
    input: { district, id, key: crypto.randomUUID(), expectedVersion },
  });

  it('with a stale or future version is refused with the current version', async () => {
    const { id } = await submitted();
    const as = `${HOME}.moderator`;
    expect((await world.ask(TAKE_UP, act(id, 1), { as })).data?.['takeUpMessage']).toMatchObject({ version: 2 });
    for (const version of [1, 7]) {
      const answer = await world.ask(TAKE_UP, act(id, version), { as });
      expect(answer.data?.['takeUpMessage']).toMatchObject({ code: 'VERSION_CONFLICT', current: 2 });
    }
  });

  it("on another district's appeal answers as on an appeal that does not exist", async () => {
    const { id } = await submitted();
    const nowhere = await world.ask(TAKE_UP, act(crypto.randomUUID(), 1, OTHER), { as: `${OTHER}.moderator` });
    const foreign = await world.ask(TAKE_UP, act(id, 1, OTHER), { as: `${OTHER}.moderator` });
    expect(code(nowhere)).toBe('NOT_FOUND');
    expect(foreign).toEqual(nowhere);
    expect(code(await world.ask(TAKE_UP, act(id, 1), { as: `${OTHER}.moderator` }))).toBe('NOT_FOUND');
  });

  it('with a date of receipt in the future is refused with DATE_IN_FUTURE', async () => {
    const enter = `mutation ($input: EnterAppealInput!) { enterAppeal(input: $input) { __typename } }`;
    const receivedOn = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const answer = await world.ask(
      enter,
      { input: { ...submission().input, channel: 'PAPER', receivedOn } },
      { as: `${HOME}.registrar` },
    );
    expect(code(answer)).toBe('DATE_IN_FUTURE');
  });

  it('with a wrong follow-up code answers as with a wrong number', async () => {
    const { number } = await submitted();
    const open = (which: string, secret: string) =>
      world.ask(
        'mutation ($d: String!, $n: String!, $c: String!) { openAppeal(district: $d, number: $n, code: $c) { __typename } }',
        { d: HOME, n: which, c: secret },
      );
    const [wrongCode, wrongNumber] = [
      await open(number, '0000-0000-0000-0000'),
      await open('С-0000-00', '0000-0000-0000-0000'),
    ];
    expect(code(wrongCode)).toBe('CODE_WRONG');
    expect(wrongNumber).toEqual(wrongCode);
  });
});

describe('a file', () => {
  const upload = async (bytes: Buffer, district = HOME): Promise<Answer> => {
    const form = new FormData();
    form.append('file', new Blob([bytes]), 'photo.jpg');
    const response = await fetch(`${world.url}/files?district=${district}`, { method: 'POST', body: form });
    return { status: response.status, data: null, errors: [], ...((await response.json()) as object) };
  };

  it.each([
    ['whose content is not an image', Buffer.from('MZ this is a program'), 'FILE_TYPE_UNKNOWN'],
    [
      'that only begins like an image',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100)]),
      'FILE_TYPE_UNKNOWN',
    ],
    ['that is empty', Buffer.alloc(0), 'FILE_EMPTY'],
    ['of 11 MB', Buffer.alloc(11 * 1024 * 1024, 1), 'TOO_LARGE'],
  ])('%s is refused', async (_, bytes, expected) => {
    const answer = await upload(bytes);
    assertWellFormed(answer);
    expect(code(answer)).toBe(expected);
  });

  it('for an unknown district is refused', async () => {
    expect(code(await upload(Buffer.from('x'), 'atlantis'))).toMatch(/NOT_FOUND|FILE_TYPE_UNKNOWN/);
  });
});

it('answers BAD_CURSOR to a cursor of another order, a damaged one and an empty one', async () => {
  const list =
    'query ($c: String, $o: AppealOrder) { appeals(district: "aldan", first: 1, after: $c, order: $o) { pageInfo { endCursor } } }';
  const as = `${HOME}.moderator`;
  const first = await world.ask(list, { o: 'NEWEST' }, { as });
  const cursor = (first.data?.['appeals'] as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
  expect(code(await world.ask(list, { c: cursor, o: 'NEWEST' }, { as }))).toBeUndefined();
  for (const wrong of [
    { c: cursor, o: 'OLDEST' },
    { c: `${cursor}x`, o: 'NEWEST' },
    { c: '', o: 'NEWEST' },
  ]) {
    expect(code(await world.ask(list, wrong, { as }))).toBe('BAD_CURSOR');
  }
});

it('answers TOO_COMPLEX to 1,000 aliases and to depth 100', async () => {
  const aliases = Array.from({ length: 1_000 }, (_, at) => `a${at}: districts { code }`).join(' ');
  const depth = 'district { '.repeat(100) + 'code' + ' }'.repeat(100);
  for (const query of [`{ ${aliases} }`, `{ viewer { roles { ${depth} } } }`]) {
    const answer = await world.ask(query);
    assertWellFormed(answer);
    expect(code(answer)).toBe('TOO_COMPLEX');
  }
});

/** Ten at once in each. */
const RUNS = isNight ? 120 : 60;

it('answers generated operations with well-formed responses', async () => {
  const seen = new Map<string, number>();
  const answerTo = async ({ query, variables, as }: Generated): Promise<void> => {
    const answer = await world.ask(query, variables as Record<string, unknown>, await tokenOf(as));
    assertWellFormed(answer);
    const what = code(answer) ?? 'answered';
    seen.set(what, (seen.get(what) ?? 0) + 1);
  };
  const ten = fc.asyncProperty(fc.array(operations(), { minLength: 10, maxLength: 10 }), async (ops) => {
    await Promise.all(ops.map(answerTo));
  });
  await fc.assert(ten, { numRuns: RUNS, endOnFailure: true });
  const total = [...seen.values()].reduce((sum, count) => sum + count, 0);
  console.log(
    `${total} generated operations: ${[...seen]
      .sort()
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}`,
  );
  expect(total).toBeGreaterThanOrEqual(RUNS * 10);
  // The generated operations must reach the resolvers, not only the validation.
  expect(seen.get('answered')).toBeGreaterThan(10);
  expect([...seen.keys()].filter((what) => (inputErrors as readonly string[]).includes(what)).length).toBeGreaterThan(
    3,
  );
  expect((await fetch(`${world.url}/health/live`)).status).toBe(200);
}, 180_000);
