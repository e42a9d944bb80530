import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Unavailable } from '@otklik/host';
import {
  GostSigner,
  LEE,
  PETROV,
  startEsiaStage,
  UNCONFIRMED,
  type EsiaFault,
  type EsiaStage,
} from '@otklik/network-simulators/esia';
import { createPublicKey } from 'node:crypto';
import { inspect } from 'node:util';
import { readGatewayConfig } from '../../config.js';
import { EsiaClient } from './esia-client.js';
import { requestTime, sentParameters, signedText } from './esia-request.js';
import { esiaSettings, type EsiaSettings } from './esia-settings.js';

const CALLBACK = new URL('http://127.0.0.1:4000/session/resident/callback');

let stage: EsiaStage;
let settings: EsiaSettings;
let client: EsiaClient;
beforeAll(async () => {
  stage = await startEsiaStage(CALLBACK.href);
  settings = esiaSettings(readGatewayConfig(stage.environment))!;
});
beforeEach(() => void (client = new EsiaClient(settings, CALLBACK)));
afterAll(() => stage.stop());

async function signIn(oid = PETROV, by = client) {
  const { url, attempt } = await by.begin('/aldan/write');
  const back = await stage.passBy(url, oid);
  return by.finish(back.search, attempt);
}
/** Why ЕСИА does not take the request for a code. */
async function refusal(by: EsiaClient): Promise<string> {
  const { url } = await by.begin('/');
  const answer = await fetch(url, { redirect: 'manual' });
  const at = answer.headers.get('location');
  const said = at === null ? ((await answer.json()) as object) : Object.fromEntries(new URL(at).searchParams);
  return (said as { readonly error_description: string }).error_description.slice(0, 11);
}
const rejected = (reason = 'REJECTED') => expect.objectContaining({ name: 'SignInRejected', reason });

describe('the text that is signed', () => {
  const parameters = {
    clientId: 'OTKLIK01',
    scope: 'openid fullname',
    timestamp: '2026.12.03 05:30:00 +0000',
    state: 'be7e4f5e-1f6e-4d1f-9a3f-8f64b5a4a8a5',
    redirectUri: 'https://otklik.example/session/resident/callback',
  };

  it('is the values in the order of the documentation, without separators', () => {
    expect(signedText(parameters)).toBe(
      'OTKLIK01openid fullname2026.12.03 05:30:00 +0000be7e4f5e-1f6e-4d1f-9a3f-8f64b5a4a8a5https://otklik.example/session/resident/callback',
    );
    expect(signedText({ ...parameters, code: 'c0de' })).toMatch(/callbackc0de$/);
  });

  it('is sent beside the signature in base64url and the hash of the certificate', () => {
    expect(sentParameters(parameters, 'AB12', Uint8Array.of(0xfb, 0xff))).toEqual({
      client_id: 'OTKLIK01',
      scope: 'openid fullname',
      scope_org: '',
      timestamp: parameters.timestamp,
      state: parameters.state,
      redirect_uri: parameters.redirectUri,
      client_certificate_hash: 'AB12',
      client_secret: '-_8',
    });
  });

  it('has the time of ЕСИА’s own form', () => {
    expect(requestTime(new Date('2026-12-03T05:30:09.123Z'))).toBe('2026.12.03 05:30:09 +0000');
  });
});

describe('a sign-in at ЕСИА', () => {
  it('ends with number and name of the person', async () => {
    expect(await signIn()).toEqual({
      subject: PETROV,
      name: 'Петров Айаал Иванович',
      authenticatedAt: expect.any(Number),
      // It bears the number, and nothing needs it.
      idToken: '',
    });
    expect((await signIn(LEE)).name).toBe('Ли Чен');
  });

  it('is refused to an account that is not confirmed', async () => {
    await expect(signIn(UNCONFIRMED)).rejects.toEqual(rejected('NOT_CONFIRMED'));
  });

  it('is rejected when the person declines', async () => {
    await expect(signIn('')).rejects.toEqual(rejected());
  });

  it('takes no answer to another sign-in, and asks for no token with its code', async () => {
    const [own, other] = [await client.begin('/'), await client.begin('/')];
    const back = await stage.passBy(other.url, PETROV);
    await expect(client.finish(back.search, own.attempt)).rejects.toEqual(rejected());
    // The code is still good: it was not spent.
    expect((await client.finish(back.search, other.attempt)).subject).toBe(PETROV);
  });

  it('takes no state beside another one', async () => {
    const { url, attempt } = await client.begin('/');
    const back = await stage.passBy(url, PETROV);
    await expect(client.finish(`${back.search}&state=other`, attempt)).rejects.toEqual(rejected());
  });

  it('takes a callback once', async () => {
    const { url, attempt } = await client.begin('/');
    const back = await stage.passBy(url, PETROV);
    await client.finish(back.search, attempt);
    await expect(client.finish(back.search, attempt)).rejects.toEqual(rejected());
  });

  it('takes no token that answers another request', async () => {
    stage.esia.faults.push('other-state');
    await expect(signIn()).rejects.toEqual(rejected());
  });

  it.each<EsiaFault>(['other-key', 'over', 'other-audience', 'inexact-person'])(
    'takes no ID token with %s, and says nothing of whose it is',
    async (fault) => {
      stage.esia.faults.push(fault);
      const error: unknown = await signIn().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Unavailable);
      expect(inspect(error, { depth: 9 })).not.toMatch(/1000571421|Петров/);
    },
  );

  it('takes a token under the next key while ЕСИА changes it, once that is known', async () => {
    const before = settings.tokenKeys;
    stage.esia.changeKey();
    await expect(signIn()).rejects.toBeInstanceOf(Unavailable);
    const both = { ...settings, tokenKeys: [...before, createPublicKey(stage.esia.tokenKey)] };
    settings = both;
    expect((await signIn(PETROV, new EsiaClient(both, CALLBACK))).subject).toBe(PETROV);
  });

  it.each<EsiaFault>(['server-error', 'no-answer', 'page'])('may be tried again after %s', async (fault) => {
    stage.esia.faults.push(fault);
    await expect(signIn()).rejects.toBeInstanceOf(Unavailable);
    expect((await signIn()).subject).toBe(PETROV);
  });

  it('says in no error whose it was', async () => {
    const { url, attempt } = await client.begin('/');
    const back = await stage.passBy(url, PETROV);
    await stage.esia.stop();
    const error: unknown = await client.finish(back.search, attempt).catch((thrown: unknown) => thrown);
    await stage.esia.up();
    expect(error).toBeInstanceOf(Unavailable);
    expect(inspect(error, { depth: 9 })).not.toMatch(new RegExp(`${PETROV}|${back.searchParams.get('code')}|Петров`));
  });

  it('ends at ЕСИА, too', async () => {
    const url = await client.endUrl(undefined, new URL('http://127.0.0.1:4000/'));
    expect(url.href).toBe(
      `${stage.esia.url}/idp/ext/Logout?client_id=OTKLIK01&redirect_url=http%3A%2F%2F127.0.0.1%3A4000%2F`,
    );
  });
});

describe('the settings', () => {
  const read = (more: Readonly<Record<string, string>>) =>
    esiaSettings(readGatewayConfig({ ...stage.environment, ...more }));

  it.each([
    ['without the мнемоника', { OTKLIK_ESIA_CLIENT_ID: '' }, 'OTKLIK_ESIA_CLIENT_ID'],
    ['without a signer', { OTKLIK_ESIA_SIGNER: '' }, 'OTKLIK_ESIA_SIGNER'],
    ['beside another issuer', { OTKLIK_RESIDENT_ISSUER: 'https://id.example' }, 'OTKLIK_RESIDENT_ISSUER'],
    ['with a hash of another length', { OTKLIK_ESIA_CERTIFICATE_HASH: 'AB12' }, 'OTKLIK_ESIA_CERTIFICATE_HASH'],
    ['without a key in the PEM', { OTKLIK_ESIA_TOKEN_KEYS: 'keys' }, 'OTKLIK_ESIA_TOKEN_KEYS'],
  ])('%s do not start', (_, more, named) => {
    expect(() => read(more)).toThrow(named);
  });
});

describe('a request that ЕСИА refuses', () => {
  const another = (more: Partial<EsiaSettings>, at = CALLBACK, now?: () => Date) =>
    new EsiaClient({ ...settings, ...more }, at, now);
  const signs = (bytes: (of: Uint8Array) => Uint8Array, by = stage.signer) => ({
    sign: (of: Uint8Array) => Promise.resolve(by.sign(bytes(of))),
  });

  it('is signed over other bytes, or by another key', async () => {
    expect(await refusal(another({ signer: signs((of) => of.subarray(1)) }))).toBe('ESIA-007053');
    expect(await refusal(another({ signer: signs((of) => of, new GostSigner()) }))).toBe('ESIA-007053');
    expect(await refusal(another({ certificateHash: 'AB12' }))).toBe('ESIA-007053');
  });

  it('is old, or of the future', async () => {
    for (const minutes of [-6, 6]) {
      const now = () => new Date(Date.now() + minutes * 60_000);
      expect(await refusal(another({}, CALLBACK, now))).toBe('ESIA-007015');
    }
  });

  it('is an outage of ours: no try of the person mends it', async () => {
    const { url, attempt } = await client.begin('/');
    const state = url.searchParams.get('state')!;
    const refused = (number: string) =>
      client.finish(`?error=x&error_description=${number}:+text&state=${state}`, attempt);
    for (const number of ['ESIA-007053', 'ESIA-007015', 'ESIA-007005', 'ESIA-007008'])
      await expect(refused(number)).rejects.toBeInstanceOf(Unavailable);
    await expect(refused('ESIA-007004')).rejects.toEqual(rejected());
    await expect(refused('ESIA-007055')).rejects.toEqual(rejected('NOT_CONFIRMED'));
  });

  it('leads to another address, and the browser is not sent there', async () => {
    expect(await refusal(another({}, new URL('http://127.0.0.1:4000/other')))).toBe('ESIA-007023');
  });

  it('is of a system that ЕСИА does not know', async () => {
    expect(await refusal(another({ clientId: 'OTHER01' }))).toBe('ESIA-007005');
  });

  it('has a state that was used, or a scope that the system may not ask for', async () => {
    const { url, attempt } = await client.begin('/');
    await stage.passBy(url, PETROV);
    const again = await fetch(url, { redirect: 'manual' });
    expect(again.headers.get('location')).toMatch(new RegExp(`ESIA-007003.*state=${attempt.state}`));
    url.searchParams.set('scope', 'openid snils');
    expect((await fetch(url, { redirect: 'manual' })).headers.get('location')).toContain('ESIA-007006');
  });

  it('asks for a token with the verifier of another browser', async () => {
    const { url, attempt } = await client.begin('/');
    const back = await stage.passBy(url, PETROV);
    const stolen = { ...attempt, verifier: 'of another browser' };
    await expect(client.finish(back.search, stolen)).rejects.toThrow('ESIA-007040');
  });
});
