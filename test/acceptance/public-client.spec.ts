import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, needing } from '@otklik/testing';
import { createHash, randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { otherOrigin } from '../world/other-origin.js';
import { accessibilityFindings, missingBrowser, openBrowser, openWindow, PHONE, signIn } from '../world/browser.js';
import { picture } from '../world/picture.js';
import { startWorld, type World } from '../world/world.js';

const LOGIN = 'aldan.moderator';
const PASSWORD = 'восемь сонных выдр у Лены';
const PAGE = '/docs/front-end-example/sign-in.html';
const VIEWER = '{ viewer { name roles { district { code } } } }';

needing(missingBrowser, () => {
  let world: World;
  let server: Server;
  let browser: Browser;
  let origin: string;
  let client: string;

  async function registered(scope: 'read' | 'act', redirect = `${origin}${PAGE}`): Promise<string> {
    const given = ['--title', 'Витрина Алдана', '--redirect', redirect, '--scope', scope];
    const { output: out } = await world.operate('client', 'add', '--district', 'aldan', ...given);
    return /client_id: ([\w-]+)/.exec(out)![1]!;
  }

  beforeAll(async () => {
    server = await otherOrigin();
    // An origin of the developer's own machine that is not ours.
    origin = `http://localhost:${(server.address() as { port: number }).port}`;
    [world, browser] = await Promise.all([startWorld({ demo: 'small' }), openBrowser()]);
    client = await registered('read');
    const invited = await world.operate('official', 'invite', LOGIN);
    const link = /(http\S+)/.exec(invited.output)![1]!;
    const form = new URLSearchParams({ password: PASSWORD, repeated: PASSWORD });
    const set = await fetch(new URL(new URL(link).pathname, world.url), {
      method: 'POST',
      body: form,
      headers: { origin: world.url },
    });
    expect(set.status).toBe(200);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
    await world?.stop();
  });

  async function opened(id = client, from = origin) {
    const window = await openWindow(browser, from);
    await window.page.goto(`${from}${PAGE}#${new URLSearchParams({ api: world.url, client: id, district: 'aldan' })}`);
    return window;
  }

  async function typed(page: Page): Promise<void> {
    await page.fill('#login', LOGIN);
    await page.fill('#password', PASSWORD);
    await page.click('button.main');
  }

  it('signs an official in at another origin, reads with the official’s rights, renews the token and signs out', async () => {
    const { page, context, faults } = await opened();
    await page.getByRole('button', { name: 'Войти' }).click();
    await page.getByText('Вы входите в «Витрина Алдана»').waitFor();
    expect(await page.getByText('изменить она ничего не сможет').count()).toBe(1);
    expect(await page.locator('button[formaction], button[value]').count()).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    await picture(page, 'sign-in-front-end');
    await typed(page);
    await page.getByText(/\. На модерации: \d/).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect([await page.locator('#problem').textContent(), faults]).toEqual(['', []]);
    const records = `{ accessRecords(district: "aldan", kinds: [SIGNED_IN], first: 1) { nodes { official { name } } } }`;
    const [name] = (await page.locator('#state').textContent())!.split('. На');
    const { data } = await world.ask(records, {}, { as: 'aldan.admin' });
    expect(data).toEqual({ accessRecords: { nodes: [{ official: { name } }] } });
    await page.getByRole('button', { name: 'Выйти' }).click();
    await page.getByText('Вы не вошли.').waitFor();
    await context.close();
  }, 60_000);

  interface Tokens {
    readonly access_token: string;
    readonly refresh_token: string;
    readonly expires_in: number;
    readonly error?: string;
  }

  /** The requests of the page, by hand. */
  async function authorize(changes: Record<string, string | undefined> = {}, id = client) {
    const verifier = randomBytes(32).toString('base64url');
    const asked = {
      client_id: id,
      redirect_uri: `${origin}${PAGE}`,
      response_type: 'code',
      scope: 'openid read act',
      state: 's',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    };
    const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const url = `${world.url}/oidc/auth?${new URLSearchParams(given)}`;
    return { verifier, answer: await fetch(url, { redirect: 'manual' }) };
  }

  /** Up to the code, with the form of the sign-in page. */
  async function codeOf(id = client): Promise<{ readonly code: string; readonly verifier: string }> {
    const { verifier, answer } = await authorize({}, id);
    const cookie = cookiesOf(answer);
    const body = new URLSearchParams({ login: LOGIN, password: PASSWORD });
    const headers = { cookie, origin: world.url };
    const step = new URL(answer.headers.get('location')!, world.url);
    const signedIn = await fetch(step, { method: 'POST', body, headers, redirect: 'manual' });
    const resume = new URL(signedIn.headers.get('location')!, world.url);
    const back = await fetch(resume, { headers: { cookie: `${cookie}; ${cookiesOf(signedIn)}` }, redirect: 'manual' });
    return { verifier, code: new URL(back.headers.get('location')!).searchParams.get('code')! };
  }

  const cookiesOf = ({ headers }: Response): string =>
    headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');

  async function token(parameters: Record<string, string>, from = origin) {
    const body = new URLSearchParams({ redirect_uri: `${origin}${PAGE}`, ...parameters });
    const answer = await fetch(`${world.url}/oidc/token`, { method: 'POST', body, headers: { origin: from } });
    const allowed = answer.headers.get('access-control-allow-origin');
    return { status: answer.status, allowed, ...((await answer.json()) as Tokens) };
  }

  const exchanged = (id: string, { code, verifier }: { readonly code: string; readonly verifier: string }) =>
    token({ client_id: id, grant_type: 'authorization_code', code, code_verifier: verifier });
  const renewed = (id: string, refresh: string) =>
    token({ client_id: id, grant_type: 'refresh_token', refresh_token: refresh });

  async function graphql(bearer: string, query = VIEWER, variables = {}, from = origin) {
    const answer = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { origin: from, authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as {
      readonly data?: Record<string, unknown>;
      readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
    };
    const allowed = answer.headers.get('access-control-allow-origin');
    return { data, code: errors?.[0]?.extensions.code, allowed };
  }

  describe('refuses at the provider', () => {
    it.each([
      ['another address of return', { redirect_uri: 'https://evil.example/' }],
      ['one that only begins like it', () => ({ redirect_uri: `${origin}${PAGE}?x=1` })],
      ['the same address at another port', { redirect_uri: `http://localhost:1${PAGE}` }],
      ['a client that is not registered', { client_id: '7d0c1e5a-3c1f-4b7e-9a54-6f2b8a0c4d11' }],
    ])('%s: on its own page, never by a redirect', async (_, changes) => {
      const { answer } = await authorize(typeof changes === 'function' ? changes() : changes);
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    });

    it.each([
      ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }],
      ['the plain method', { code_challenge_method: 'plain' }],
      ['an implicit token', { response_type: 'token' }],
      ['an implicit ID token', { response_type: 'id_token', nonce: 'n' }],
    ])('%s', async (_, changes) => {
      const { answer } = await authorize(changes);
      const to = new URL(answer.headers.get('location')!);
      const parameters = new URLSearchParams(to.search || to.hash.slice(1));
      expect(parameters.get('error')).toMatch(/^(invalid_request|unsupported_response_type|unauthorized_client)$/);
      expect(parameters.has('code')).toBe(false);
    });

    it('a code with another verifier, and a code used twice: it ends what it gave', async () => {
      const begun = await codeOf();
      expect(await exchanged(client, { ...begun, verifier: 'x'.repeat(43) })).toMatchObject({ error: 'invalid_grant' });
      const again = await codeOf();
      const first = await exchanged(client, again);
      expect(first).toMatchObject({ status: 200, allowed: origin, expires_in: 600 });
      expect(await exchanged(client, again)).toMatchObject({ status: 400, error: 'invalid_grant' });
      expect(await renewed(client, first.refresh_token)).toMatchObject({ status: 400, error: 'invalid_grant' });
    }, 30_000);

    it('a page of another origin at the token endpoint', async () => {
      const begun = await codeOf();
      const parameters = { client_id: client, grant_type: 'authorization_code', code: begun.code };
      const stolen = await token({ ...parameters, code_verifier: begun.verifier }, 'https://evil.example');
      expect(stolen).toMatchObject({ status: 400, allowed: null, error: 'invalid_request' });
    });

    it('a refresh token used twice: it ends its successor, too', async () => {
      const first = await exchanged(client, await codeOf());
      const second = await renewed(client, first.refresh_token);
      expect(second.status).toBe(200);
      expect(await renewed(client, first.refresh_token)).toMatchObject({ error: 'invalid_grant' });
      expect(await renewed(client, second.refresh_token)).toMatchObject({ error: 'invalid_grant' });
    }, 30_000);
  });

  it('gives a token that only its own origin may send, that only reads, and in its district alone', async () => {
    const { access_token: bearer } = await exchanged(client, await codeOf());
    const { data, allowed } = await graphql(bearer);
    expect([data, allowed]).toMatchObject([{ viewer: { roles: [{ district: { code: 'aldan' } }] } }, origin]);
    const elsewhere = await graphql(bearer, VIEWER, {}, 'https://evil.example');
    expect([elsewhere.code, elsewhere.allowed]).toEqual(['FORBIDDEN', null]);
    const other = `{ appeals(district: "lensk", first: 1) { total } }`;
    expect((await graphql(bearer, other)).code).toMatch(/^(NOT_FOUND|FORBIDDEN)$/);
    const takeUp = `mutation ($input: AppealActInput!) { takeUpMessage(input: $input) { __typename } }`;
    const id = '7d0c1e5a-3c1f-4b7e-9a54-6f2b8a0c4d11';
    const input = { input: { district: 'aldan', id, key: id, expectedVersion: 1 } };
    expect((await graphql(bearer, takeUp, input)).code).toBe('FORBIDDEN');
    const acting = await registered('act');
    const may = await exchanged(acting, await codeOf(acting));
    expect((await graphql(may.access_token, takeUp, input)).code).not.toBe('FORBIDDEN');
  }, 60_000);

  it('ends at once when it is revoked: its tokens, its renewals, its sign-ins and its origin', async () => {
    const other = `http://localhost:${Number(new URL(origin).port) + 1}/`;
    const mine = await registered('read');
    const tokens = await exchanged(mine, await codeOf(mine));
    expect((await graphql(tokens.access_token)).data).toBeDefined();
    const only = await registered('read', other);
    const preflight = async () => {
      const headers = { origin: new URL(other).origin, 'access-control-request-method': 'POST' };
      const answer = await fetch(`${world.url}/graphql`, { method: 'OPTIONS', headers });
      return answer.headers.get('access-control-allow-origin');
    };
    expect(await preflight()).toBe(new URL(other).origin);
    for (const id of [mine, only])
      expect((await world.operate('client', 'revoke', id, '--district', 'aldan')).code).toBe(0);
    expect((await graphql(tokens.access_token)).code).toBe('UNAUTHENTICATED');
    expect(await renewed(mine, tokens.refresh_token)).toMatchObject({ error: 'invalid_client' });
    expect((await authorize({}, mine)).answer.status).toBe(400);
    expect(await preflight()).toBeNull();
    expect((await world.operate('client', 'list')).output).not.toContain(mine);
  }, 60_000);

  it('is in the administrator’s list, who ends it once, on record', async () => {
    const mine = await registered('act');
    const { page, context, faults } = await openWindow(browser, world.url);
    await signIn(page, 'aldan.admin', '/desk/aldan/administration/front-ends');
    const rows = page.locator('.front-ends li').filter({ hasText: 'Витрина Алдана' });
    await rows.first().waitFor();
    const before = await rows.count();
    await page
      .getByText(/Читает и делает всё, что может сотрудник/)
      .first()
      .waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await picture(page, 'front-ends');
    await page.setViewportSize(PHONE);
    await picture(page, 'front-ends-390');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1366, height: 768 });
    await picture(page, 'front-ends-dark');
    await rows.filter({ hasText: 'делает всё' }).last().getByRole('button', { name: 'Отозвать' }).click();
    await page.getByRole('button', { name: 'Отозвать сейчас' }).waitFor();
    await picture(page, 'front-ends-asked');
    await page.getByRole('button', { name: 'Отозвать сейчас' }).click();
    await eventually(async () => (await rows.count()) === before - 1 || undefined);
    expect(faults).toEqual([]);
    await context.close();
    const records = `{ administrationRecords(district: "aldan", first: 1) { nodes { kind text } } }`;
    const { data } = await world.ask(records, {}, { as: 'aldan.admin', language: 'ru' });
    const record = { kind: 'PUBLIC_CLIENT_REVOKED', text: 'Отозвано приложение: «Витрина Алдана»' };
    expect(data).toEqual({ administrationRecords: { nodes: [record] } });
    const again = `mutation ($input: RevokePublicClientInput!) { revokePublicClient(input: $input) {
      ... on Refusal { code } } }`;
    const input = { district: 'aldan', id: crypto.randomUUID(), key: crypto.randomUUID(), expectedVersion: 1 };
    const refused = await world.ask(again, { input }, { as: 'aldan.admin' });
    expect(refused.errors[0]?.extensions?.code ?? refused.data).toBe('NOT_FOUND');
    expect((await world.operate('client', 'list')).output).toContain('Витрина Алдана');
    expect(mine).toBeDefined();
  }, 90_000);

  it.each(['http://front.example/', 'https://front.example/#part', 'https://*.front.example/', 'no address'])(
    'registers no address like %s',
    async (redirect) => {
      const given = ['--title', 'Чужая', '--redirect', redirect];
      const { code, output } = await world.operate('client', 'add', '--district', 'aldan', ...given);
      expect([code, output]).toEqual([1, expect.stringContaining('is no exact address of return')]);
    },
    30_000,
  );
});
