import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { installDirectory, installEvidence, installService, openDatabase, type Database } from '@otklik/tenancy';
import { eventually, needing, onlyBy, testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { keycloakAdministration, STACK_CLIENT_SECRET } from '../../../../deploy/stack/keycloak.js';
import { freePort, freePortBase } from '../../../../deploy/stack/ports.js';
import { missingRequirement, stackOf, type Stack } from '../../../../deploy/stack/stack.js';
import { migrations } from '../migrations.js';
import { smallGateway, type SmallGateway } from '../testing/small-gateway.js';

/** `npm run test:keycloak`: the real Keycloak, through its own pages in a real browser. */
const CHROMIUM = process.env['OTKLIK_CHROMIUM'] ?? '/usr/bin/chromium';
const PASSWORD = 'a long password 1';
const START_TIMEOUT_MS = 600_000;

let stack: Stack;
let folder: string;
let issuer: string;
let server: TestDatabase;
let database: Database;
let gateway: SmallGateway;
let browser: Browser;
let page: Page;

function specs(): void {
  beforeAll(async () => {
    const port = await freePort();
    folder = mkdtempSync(join(tmpdir(), 'otklik-keycloak-'));
    const publicUrl = `http://127.0.0.1:${port}`;
    stack = stackOf({ only: ['keycloak'], folder, portBase: await freePortBase(), publicUrl });
    await stack.up();
    issuer = stack.server('keycloak').url();
    const users = keycloakAdministration(issuer);
    for (const name of ['moderator', 'analyst', 'nobody']) await users.addUser(name, PASSWORD);
    server = await testDatabase();
    await installEvidence(server.url);
    await installDirectory(server.url);
    const { app } = await installService(server.url, 'gateway', migrations, testRoleSecret);
    database = openDatabase(app, 'gateway', { max: 2 });
    const provider = {
      issuer: new URL(issuer),
      clientId: 'otklik',
      clientSecret: STACK_CLIENT_SECRET,
      loginClaim: 'preferred_username',
    };
    gateway = await smallGateway({}, { port, sessions: (origin) => ({ database, origin, provider }) });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    page = await browser.newPage();
  }, START_TIMEOUT_MS);
  afterAll(async () => {
    await browser?.close();
    await gateway?.application.close();
    await database?.close();
    await server?.drop();
    await stack?.reset();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  async function signIn(login: string): Promise<void> {
    await page.goto(`${gateway.url}/session/sign-in?to=/health/live?here=1`);
    await page.fill('#username', login);
    await page.fill('#password', PASSWORD);
    await page.click('#kc-login');
    await page.waitForURL((url) => url.origin === gateway.url);
  }

  const role = (): Promise<unknown> =>
    page.evaluate(`(async () => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ query: '{ me { role } }' });
      const { data, errors } = await (await fetch('/graphql', { method: 'POST', headers, body })).json();
      return data?.me?.role ?? errors[0].extensions.code;
    })()`);

  it('signs an official in, and returns to where the official wanted', async () => {
    await signIn('moderator');
    expect(page.url()).toBe(`${gateway.url}/health/live?here=1`);
    expect(await role()).toBe('MODERATOR');
    const cookies = await page.context().cookies(gateway.url);
    expect(cookies.map(({ httpOnly, sameSite }) => [httpOnly, sameSite])).toEqual([[true, 'Lax']]);
  }, 60_000);

  it('that is down signs no one in, and who is signed in goes on', async () => {
    stack.server('keycloak').signal('SIGSTOP');
    try {
      expect(await role()).toBe('MODERATOR');
      await new Promise((resolve) => setTimeout(resolve, 11_000));
      const answer = await fetch(`${gateway.url}/session/sign-in`, { redirect: 'manual' });
      expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('Сейчас войти нельзя')]);
      expect(await role()).toBe('MODERATOR');
    } finally {
      stack.server('keycloak').signal('SIGCONT');
    }
  }, 60_000);

  it('ends its own session, too, at sign-out', async () => {
    await page.evaluate(`(() => {
      const form = document.body.appendChild(document.createElement('form'));
      Object.assign(form, { method: 'post', action: '/session/sign-out' }).submit();
    })()`);
    await page.waitForSelector('#username');
    expect(page.url()).toContain(new URL(issuer).origin);
    await page.goto(`${gateway.url}/health/live`);
    expect(await role()).toBe('UNAUTHENTICATED');
  }, 60_000);

  it('signs in with a key that was rotated meanwhile', async () => {
    await keycloakAdministration(issuer).rotateKey();
    await new Promise((resolve) => setTimeout(resolve, 11_000));
    await signIn('analyst');
    expect(await role()).toBe('ANALYST');
  }, 60_000);

  it('does not keep an official signed in who was dismissed', async () => {
    const { districts } = gateway;
    gateway.directory.replace(districts.map((one) => ({ ...one, officials: [] })));
    await eventually(async () => ((await role()) === 'UNAUTHENTICATED' ? true : undefined), 5_000);
    gateway.directory.replace(districts);
    expect(await role()).toBe('UNAUTHENTICATED');
  }, 60_000);

  it('says that an official has no roles', async () => {
    // Of another browser: Keycloak remembers who signed in here.
    page = await (await browser.newContext({ locale: 'ru-RU' })).newPage();
    await signIn('nobody');
    expect(await page.textContent('h1')).toBe('У вас нет прав');
    await page.goto(`${gateway.url}/health/live`);
    expect(await role()).toBe('UNAUTHENTICATED');
  }, 60_000);
}

const missing = existsSync(CHROMIUM)
  ? missingRequirement(['keycloak'])
  : 'Chromium is not installed: apt-get install --no-install-recommends chromium, or name it in OTKLIK_CHROMIUM';
onlyBy('npm run test:keycloak', process.env['OTKLIK_KEYCLOAK'] === 'on', () =>
  needing(missing && `needs Keycloak: ${missing}`, () => describe('Keycloak', specs)),
);
