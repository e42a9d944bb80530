import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PETROV, startEsiaStage, UNCONFIRMED, type EsiaStage } from '@otklik/network-simulators/esia';
import { installDirectory, installEvidence, installService, openDatabase, type Database } from '@otklik/tenancy';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import pg from 'pg';
import { freePort } from '../../../../../deploy/stack/ports.js';
import { migrations } from '../../migrations.js';
import { smallGateway, type SmallGateway } from '../../testing/small-gateway.js';
import { RESIDENT_CALLBACK_PATH } from '../resident-routes.js';

let server: TestDatabase;
let database: Database;
let stage: EsiaStage;
let gateway: SmallGateway;
let url: string;

beforeAll(async () => {
  server = await testDatabase();
  await installEvidence(server.url);
  await installDirectory(server.url);
  const { app } = await installService(server.url, 'gateway', migrations, testRoleSecret);
  database = openDatabase(app, 'gateway', { max: 2 });
  const port = await freePort();
  stage = await startEsiaStage(`http://127.0.0.1:${port}${RESIDENT_CALLBACK_PATH}`);
  gateway = await smallGateway(stage.environment, { port, sessions: (origin) => ({ database, origin }) });
  ({ url } = gateway);
});
afterAll(async () => {
  await gateway.application.close();
  await stage.stop();
  await database.close();
  await server.drop();
});

const russian = { 'accept-language': 'ru' };
const get = (to: URL | string, cookie = '') =>
  fetch(new URL(to, url), { redirect: 'manual', headers: { ...russian, ...(cookie && { cookie }) } });
const cookiesOf = ({ headers }: Response): readonly string[] =>
  headers.getSetCookie().flatMap((one) => (/^[^=]+=;/.test(one) ? [] : one.split(';')[0]!));

async function begin(to = '/aldan/signed-in') {
  const answer = await get(`/session/resident/sign-in?to=${to}`);
  return { leads: new URL(answer.headers.get('location')!), attempt: cookiesOf(answer).join('; ') };
}
async function signIn(oid = PETROV, before = '') {
  const { leads, attempt } = await begin();
  const back = await stage.passBy(leads, oid);
  const answer = await get(back, [attempt, before].filter(Boolean).join('; '));
  return { back, attempt, answer, cookie: cookiesOf(answer).join('; ') };
}
const actor = async (cookie: string) =>
  (await gateway.ask('{ open { actor } }', { headers: { cookie, origin: url } })).body.data;

describe('a resident who signs in at ЕСИА', () => {
  it('comes back to the page, and is the one whom ЕСИА names', async () => {
    const { answer, cookie } = await signIn();
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/aldan/signed-in']);
    expect(await actor(cookie)).toEqual({ open: { actor: `anyone ${stage.esia.url}/ ${PETROV}` } });
  });

  it('leaves neither number nor name in a table or on the log', async () => {
    const { answer, back } = await signIn();
    expect(answer.status).toBe(303);
    const owner = new pg.Client({ connectionString: server.url });
    await owner.connect();
    await owner.query('set app.districts = 0');
    const { rows } = await owner.query('select * from gateway.session');
    await owner.end();
    expect(rows).not.toHaveLength(0);
    const kept = JSON.stringify([rows, gateway.lines]);
    expect(kept).not.toMatch(new RegExp(`${PETROV}|Петров|${back.searchParams.get('code')}`));
  });

  it('gets a new session, and the one that the browser brought ends', async () => {
    const before = await signIn();
    const after = await signIn(PETROV, before.cookie);
    expect(after.cookie).not.toBe(before.cookie);
    expect(await actor(before.cookie)).toEqual({ open: { actor: 'anyone' } });
    expect(await actor(after.cookie)).not.toEqual({ open: { actor: 'anyone' } });
  });

  it('signs out here and there', async () => {
    const { cookie } = await signIn();
    const body = new URLSearchParams({ to: '/aldan/write' });
    const headers = { ...russian, cookie, origin: url };
    const answer = await fetch(`${url}/session/resident/sign-out`, { method: 'POST', headers, body });
    expect(await answer.text()).toContain(`${stage.esia.url}/idp/ext/Logout?client_id=OTKLIK01`);
    expect(await actor(cookie)).toEqual({ open: { actor: 'anyone' } });
  });
});

describe('a callback', () => {
  it('is nothing in a browser that began no sign-in, or another one', async () => {
    const { leads } = await begin();
    const back = await stage.passBy(leads, PETROV);
    const other = await begin();
    for (const cookie of ['', other.attempt]) {
      const answer = await get(back, cookie);
      expect([answer.status, cookiesOf(answer)]).toEqual([400, []]);
    }
  });

  it('begins no second session, though its cookies were kept', async () => {
    const { back, attempt } = await signIn();
    const again = await get(back, attempt);
    expect([again.status, cookiesOf(again)]).toEqual([400, []]);
  });
});

describe('one who cannot sign in', () => {
  const said = async (answer: Response) => {
    const text = await answer.text();
    return {
      status: answer.status,
      title: /<h1>(.*)<\/h1>/.exec(text)![1],
      leads: /class="main" href="(.*?)"/.exec(text)![1],
    };
  };

  it('is led to the form while the signer does not answer', async () => {
    await stage.service.stop();
    const answer = await get('/session/resident/sign-in?to=/aldan/signed-in');
    await stage.service.up();
    expect(await said(answer)).toEqual({ status: 503, title: 'Сейчас войти нельзя', leads: '/aldan/write' });
  });

  it('is led to the form while ЕСИА does not answer', async () => {
    stage.esia.faults.push('no-answer');
    const { answer } = await signIn();
    expect(await said(answer)).toEqual({ status: 503, title: 'Сейчас войти нельзя', leads: '/aldan/write' });
  });

  it('is told that the account is not confirmed', async () => {
    const { answer } = await signIn(UNCONFIRMED);
    const title = 'Учётная запись не подтверждена';
    expect(await said(answer)).toEqual({ status: 403, title, leads: '/aldan/write' });
  });
});

it('lets one network begin so many sign-ins in a quarter of an hour, and no more', async () => {
  let begun = 0;
  let answer = await get('/session/resident/sign-in?to=/aldan/mine');
  for (; answer.status === 302 && begun < 200; begun += 1)
    answer = await get('/session/resident/sign-in?to=/aldan/mine');
  expect(answer.status).toBe(429);
  expect(begun).toBeGreaterThan(80);
  expect(begun).toBeLessThanOrEqual(120);
}, 60_000);
