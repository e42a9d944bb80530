import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signResidentToken } from '@otklik/host';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { AUDIENCE, code, ISSUER, smallGateway, type SmallGateway } from '../testing/small-gateway.js';

describe.each([
  ['in one process', false],
  ['in processes of their own', true],
])('services %s', (_, forwarded) => {
  let gateway: SmallGateway;
  beforeAll(async () => void (gateway = await smallGateway({}, { forwarded })));
  afterAll(() => gateway.application.close());

  const worklist = (district: string) => `{ worklist(district: "${district}") { actor role district } }`;
  const now = () => Math.floor(Date.now() / 1000);

  it('permits what the rule allows the role in its own district', async () => {
    const token = await gateway.sign();
    expect((await gateway.ask(worklist('aldan'), { token })).body).toEqual({
      data: { worklist: { actor: 'official', role: 'MODERATOR', district: 'aldan' } },
    });
  });

  it('answers another district and an unknown one alike with NOT_FOUND', async () => {
    const token = await gateway.sign();
    const [other, none] = [
      await gateway.ask(worklist('kuol'), { token }),
      await gateway.ask(worklist('no'), { token }),
    ];
    expect(code(other)).toBe('NOT_FOUND');
    expect(other.body.errors).toEqual(none.body.errors);
    expect(other.status).toBe(none.status);
  });

  it('answers FORBIDDEN to a role that the rule does not name', async () => {
    const asExecutor = { token: await gateway.sign({ sub: 'executor' }) };
    expect(code(await gateway.ask(worklist('aldan'), asExecutor))).toBe('FORBIDDEN');
    expect(code(await gateway.ask('{ me { role } }', asExecutor))).toBe('FORBIDDEN');
  });

  it('answers UNAUTHENTICATED to a valid token whose official the directory no longer has', async () => {
    const answer = await gateway.ask(worklist('aldan'), { token: await gateway.sign({ sub: 'dismissed' }) });
    expect(code(answer)).toBe('UNAUTHENTICATED');
  });

  it('demands the right in every district of a list', async () => {
    const token = await gateway.sign({ sub: 'analyst' });
    const found = (list: string) => gateway.ask(`{ found(districts: ${list}) { districts district } }`, { token });
    expect((await found('["aldan", "kuol", "aldan"]')).body.data).toEqual({
      found: { districts: ['aldan', 'kuol'], district: null },
    });
    expect(code(await found('["aldan", "no"]'))).toBe('NOT_FOUND');
    expect(code(await found('[]'))).toBe('BAD_INPUT districts');
    const [aldan, kuol] = gateway.districts;
    gateway.directory.replace([aldan!, { ...kuol!, officials: [] }]);
    try {
      expect(code(await found('["aldan", "kuol"]'))).toBe('NOT_FOUND');
    } finally {
      gateway.directory.replace(gateway.districts);
    }
    const head = { token: await gateway.sign({ sub: 'head' }) };
    expect(code(await gateway.ask('{ found(districts: ["kuol"]) { role } }', head))).toBe('FORBIDDEN');
  });

  it('runs public operations as ANYONE, also with a token of an official', async () => {
    const open = '{ open(district: "aldan") { actor role district } }';
    const asAnyone = { open: { actor: 'anyone', role: 'ANYONE', district: 'aldan' } };
    expect((await gateway.ask(open)).body.data).toEqual(asAnyone);
    expect((await gateway.ask(open, { token: await gateway.sign() })).body.data).toEqual(asAnyone);
    expect(code(await gateway.ask('{ open(district: "no") { role } }'))).toBe('NOT_FOUND');
    const identified = { token: await gateway.sign({ sub: 'esia:1', identified: true }) };
    expect((await gateway.ask('{ open { actor } }', identified)).body.data).toEqual({
      open: { actor: expect.stringMatching(/^anyone \S+ esia:1$/) },
    });
  });

  it('accepts a resident by a valid resident token only', async () => {
    const claims = {
      district: 1,
      appeal: '01930000-0000-7000-8000-00000000000a',
      person: '01930000-0000-7000-8000-00000000000b',
    };
    const { token } = await signResidentToken(gateway.residentKey, claims, new Date().toISOString());
    const mine = '{ mine { actor role district } }';
    expect((await gateway.ask(mine, { token })).body.data).toEqual({
      mine: { actor: 'resident', role: 'RESIDENT', district: 'aldan' },
    });
    expect(code(await gateway.ask(worklist('aldan'), { token }))).toBe('FORBIDDEN');
    expect(code(await gateway.ask(mine, { token: await gateway.sign() }))).toBe('FORBIDDEN');
    expect(code(await gateway.ask(mine))).toBe('UNAUTHENTICATED');
    const old = await signResidentToken(gateway.residentKey, claims, new Date(Date.now() - 17 * 60_000).toISOString());
    const forged = await signResidentToken(Buffer.alloc(32, 8), claims, new Date().toISOString());
    for (const wrong of [old.token, forged.token]) {
      expect(code(await gateway.ask(mine, { token: wrong }))).toBe('UNAUTHENTICATED');
    }
  });

  describe('a foreign or invalid token', () => {
    const wrong: Record<string, () => Promise<string>> = {
      'has run out': () => gateway.sign({ iat: now() - 600, exp: now() - 60 }),
      'is not valid yet': () => gateway.sign({ nbf: now() + 300 }),
      'was issued in the future': () => gateway.sign({ iat: now() + 3600, exp: now() + 7200 }),
      'is of another issuer': () => gateway.sign({ iss: 'https://other.example' }),
      'is for another audience': () => gateway.sign({ aud: 'another-service' }),
      'has no expiry': () => gateway.sign({ exp: undefined } as never),
      'has no issue time': () => gateway.sign({ iat: undefined } as never),
      'has no subject': () => gateway.sign({ sub: undefined } as never),
      'is an identity token': () => gateway.sign({}, { typ: 'JWT' }),
      'lives for ever': () => gateway.sign({ iat: now() - 13 * 3600, exp: 1e300 }),
      'is signed by another key': async () => gateway.sign({}, {}, (await generateKeyPair('ES256')).privateKey),
      'names an unknown key': () => gateway.sign({}, { kid: 'k2' }),
      'is not signed': async () =>
        new UnsecuredJWT({ sub: 'moderator' })
          .setIssuer(ISSUER)
          .setAudience(AUDIENCE)
          .setIssuedAt()
          .setExpirationTime('5m')
          .encode(),
      'is signed with the public key as a secret': async () => {
        const jwk = await exportJWK((await generateKeyPair('ES256', { extractable: true })).publicKey);
        return new SignJWT({ sub: 'moderator', iss: ISSUER, aud: AUDIENCE })
          .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'k1' })
          .setIssuedAt()
          .setExpirationTime('5m')
          .sign(Buffer.from(JSON.stringify(jwk)));
      },
      'was changed on the way': async () => {
        const [head, , signature] = (await gateway.sign()).split('.');
        const other = (await gateway.sign({ sub: 'head' })).split('.')[1];
        return `${head}.${other}.${signature}`;
      },
      'is no JWT': async () => 'abc',
      'is longer than the limit': async () => `${'a'.repeat(9_000)}.b.c`,
    };

    it.each(Object.keys(wrong))('that %s is answered with UNAUTHENTICATED', async (name) => {
      const answer = await gateway.ask('{ open { role } }', { token: await wrong[name]!() });
      expect([code(answer), answer.status]).toEqual(['UNAUTHENTICATED', 401]);
      expect(answer.body.errors?.[0]?.message).toBe('Вы не вошли в систему, или время входа истекло.');
    });

    it('of another scheme is answered with UNAUTHENTICATED', async () => {
      const answer = await gateway.ask('{ open { role } }', { headers: { authorization: 'Basic bW9kOnB3' } });
      expect(code(answer)).toBe('UNAUTHENTICATED');
    });
  });
});
