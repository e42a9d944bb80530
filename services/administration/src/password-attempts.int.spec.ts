import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cookiesOf, PASSWORD, signInUnderTest, workOf, type SignInUnderTest } from './testing/sign-in.fixture.js';

let signIn: SignInUnderTest;
beforeAll(async () => {
  signIn = await signInUnderTest();
  await signIn.setPassword('executor');
});
afterAll(() => signIn.close());

/** One try of one browser at `address`. */
async function attempt(address: string, password: string, fields: Record<string, string> = {}, device = '') {
  const begun = await signIn.begin();
  const cookie = `${begun.cookie}; ${device}`;
  return signIn.post(begun.url, { login: 'executor', password, ...fields }, { cookie, address });
}

const isIn = ({ headers }: { readonly headers: Record<string, unknown> }) =>
  String(headers['location']).includes('/oidc/auth/');

/** With work where it is asked for. */
async function signInAt(address: string) {
  const first = await attempt(address, PASSWORD);
  return first.statusCode === 429 ? attempt(address, PASSWORD, workOf(first.body)) : first;
}

/** The cookie that tells this browser from strangers' afterwards. */
async function knownDevice(): Promise<string> {
  const given = await signInAt('192.0.2.200');
  expect(isIn(given)).toBe(true);
  return cookiesOf(given)
    .split('; ')
    .find((one) => one.startsWith('__Host-otklik-device='))!;
}

let round = 0;

/** Sixty wrong passwords from twelve addresses, others each time. Answers one of them, whose own tries are used up. */
async function strangers(login = 'executor'): Promise<string> {
  round += 1;
  const { url, cookie } = await signIn.begin();
  const wrong = (_: unknown, at: number) =>
    signIn.post(url, { login, password: `wrong ${at}` }, { cookie, address: `198.51.${round}.${at % 12}` });
  await Promise.all(Array.from({ length: 60 }, wrong));
  return `198.51.${round}.1`;
}

describe('an official whose password strangers guess', () => {
  let device: string;
  let near: string;
  beforeAll(async () => {
    device = await knownDevice();
    near = await strangers();
  });

  it('signs in from a device that signed in before, also in the network of the strangers', async () => {
    expect(isIn(await attempt(near, PASSWORD, {}, device))).toBe(true);
  });

  it('has five tries there, and then works for each, as a stranger does', async () => {
    const wrong = async () => (await attempt(near, 'wrong', {}, device)).statusCode;
    expect([await wrong(), await wrong(), await wrong(), await wrong(), await wrong(), await wrong()]).toEqual([
      ...[422, 422, 422, 422, 422, 429],
    ]);
    const asked = await attempt(near, PASSWORD, {}, device);
    expect(asked.statusCode).toBe(429);
    expect(isIn(await attempt(near, PASSWORD, workOf(asked.body), device))).toBe(true);
  });
});

describe('a browser that is not known', () => {
  let near: string;
  beforeEach(async () => {
    // The right password forgives those before it.
    near = await strangers();
  });

  it('gets in by work with the right password, from another network and from that of strangers', async () => {
    const asked = await attempt('192.0.2.1', PASSWORD);
    expect([asked.statusCode, asked.body]).toEqual([429, expect.stringContaining('перед каждой попыткой браузер')]);
    expect(asked.body).toContain('value="executor"');
    expect(asked.body).not.toContain(PASSWORD);
    expect(isIn(await attempt('192.0.2.1', PASSWORD, workOf(asked.body)))).toBe(true);
    near = await strangers();
    const other = await attempt(near, PASSWORD);
    expect(isIn(await attempt(near, PASSWORD, workOf(other.body)))).toBe(true);
  });

  it('has one try for one answer, of its own login, and none for a wrong one', async () => {
    const { body } = await attempt('192.0.2.2', 'wrong');
    const work = workOf(body);
    const wrong = await attempt('192.0.2.2', 'wrong', work);
    expect(wrong.statusCode).toBe(422);
    // The page already has the next.
    expect(wrong.body).toContain('name="challenge"');
    expect((await attempt('192.0.2.2', PASSWORD, work)).statusCode).toBe(429);
    const { challenge } = workOf(wrong.body);
    expect((await attempt('192.0.2.2', PASSWORD, { challenge, work: '1' })).statusCode).toBe(429);
    const late = workOf((await attempt('192.0.2.2', 'wrong')).body);
    expect((await attempt('192.0.2.2', PASSWORD, { ...late, login: 'head' })).statusCode).not.toBe(303);
    signIn.clock.at += 16 * 60_000;
    expect((await attempt('192.0.2.2', PASSWORD, late)).statusCode).toBe(429);
  });

  it('has no tries of a device whose cookie it made up, or that another login signed in from', async () => {
    const device = await knownDevice();
    near = await strangers();
    const [name, value = ''] = device.split('=');
    const forged = `${name}=${value.slice(0, -2)}${value.endsWith('AA') ? 'BB' : 'AA'}`;
    expect((await attempt(near, PASSWORD, {}, forged)).statusCode).toBe(429);
    near = await strangers('head');
    expect((await attempt(near, 'wrong', { login: 'head' }, device)).statusCode).toBe(429);
  });
});
