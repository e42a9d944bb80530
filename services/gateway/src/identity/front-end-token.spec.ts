import { beforeEach, describe, expect, it } from '@jest/globals';
import { derivedSigningKey, PROVIDER_KEY_PURPOSE } from '@otklik/host';
import { memoryDirectory, type District } from '@otklik/tenancy';
import { importJWK, SignJWT } from 'jose';
import { district } from '../testing/small-gateway.js';
import { frontEndIssuer } from './front-end-token.js';
import { makeIdentify, onlyReading, type Identify } from './identity.js';
import { OWN_ISSUER } from './own-issuer.js';

const ORIGIN = new URL('https://otklik.example');
const FRONT = 'https://front.example';
const CLIENT = '11111111-1111-4111-8111-111111111111';
const OFFICIAL = '01930000-0000-7000-8000-000000000001';
const secret = (purpose: string) => Buffer.alloc(32, purpose);

const client = (scopes: readonly ('read' | 'act')[]) => ({
  id: CLIENT,
  title: 'Front',
  redirects: [`${FRONT}/back`],
  scopes,
});
const districtOf = (id: number, scopes?: readonly ('read' | 'act')[]): District => ({
  ...district(id, `d${id}`, {}),
  officials: [
    { id: OFFICIAL, login: 'moderator', name: 'Moderator', assignments: [{ district: id, role: 'MODERATOR' }] },
  ],
  publicClients: scopes ? [client(scopes)] : [],
});

const directory = memoryDirectory([]);
let endedAt: Date | undefined;
let identify: Identify;
beforeEach(() => {
  endedAt = undefined;
  directory.replace([districtOf(1, ['read', 'act']), districtOf(2)]);
  identify = makeIdentify({
    issuer: { issuer: OWN_ISSUER, audience: 'otklik', keys: { keys: [] } },
    frontEnds: {
      ...frontEndIssuer(ORIGIN, 'otklik', secret),
      hasEnded: async (_, signedInAt) => endedAt !== undefined && endedAt > signedInAt,
    },
    directory,
    residentKey: secret('resident-token'),
    now: () => new Date().toISOString(),
  });
});

async function token(changes: Record<string, unknown> = {}, from = secret(PROVIDER_KEY_PURPOSE)): Promise<string> {
  const key = derivedSigningKey(from);
  const claims = { client_id: CLIENT, scope: 'openid read act', aud: 'otklik', sub: 'moderator', ...changes };
  return `Bearer ${await new SignJWT({ iss: `${ORIGIN.origin}/oidc`, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid! })
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(await importJWK(key, 'ES256'))}`;
}

const sent = (origin?: string, isRead = false) => ({ headers: origin ? { origin } : {}, isRead, isActive: true });
const refused = async (given: Promise<unknown>) =>
  given.then(
    () => 'none',
    ({ code }: { code: string }) => code,
  );

describe('a token of a front-end', () => {
  it('is the official’s, with the rights of the front-end’s district alone', async () => {
    const { actor, readsOnly } = await identify(await token(), sent(FRONT));
    expect([actor, readsOnly]).toMatchObject([
      { id: OFFICIAL, within: 1, assignments: [{ district: 1, role: 'MODERATOR' }] },
      undefined,
    ]);
  });

  it('is refused from a page of another origin, and taken where no browser sends it', async () => {
    const given = await token();
    expect(await refused(identify(given, sent('https://evil.example')))).toBe('FORBIDDEN');
    expect(await refused(identify(given, sent(`${FRONT}.evil.example`)))).toBe('FORBIDDEN');
    expect(await refused(identify(given, sent()))).toBe('none');
  });

  it('is refused once the front-end is revoked, the official dismissed, or there is a new password', async () => {
    const given = await token();
    endedAt = new Date(Date.now() + 5_000);
    expect(await refused(identify(given, sent(FRONT)))).toBe('UNAUTHENTICATED');
    endedAt = undefined;
    directory.replace([districtOf(1), districtOf(2)]);
    expect(await refused(identify(given, sent(FRONT)))).toBe('UNAUTHENTICATED');
    directory.replace([{ ...districtOf(1, ['read']), officials: [] }]);
    expect(await refused(identify(given, sent(FRONT)))).toBe('UNAUTHENTICATED');
  });

  it('reads alone without the scope to act, also where the registration lost it since', async () => {
    const reading = await token({ scope: 'openid read' });
    expect((await identify(reading, sent(FRONT))).readsOnly).toBe(true);
    const acting = await token();
    expect(await refused(onlyReading(identify)(acting, sent(FRONT)))).toBe('none');
    directory.replace([districtOf(1, ['read'])]);
    expect((await identify(acting, sent(FRONT))).readsOnly).toBe(true);
    expect(await refused(onlyReading(identify)(acting, sent(FRONT)))).toBe('FORBIDDEN');
    expect(await refused(onlyReading(identify)(acting, sent(FRONT, true)))).toBe('none');
  });

  it('is refused without a client, for another audience, and under another key', async () => {
    for (const changes of [{ client_id: undefined }, { client_id: 'otklik' }, { aud: 'other' }])
      expect([changes, await refused(identify(await token(changes), sent(FRONT)))]).toEqual([
        changes,
        'UNAUTHENTICATED',
      ]);
    const forged = await token({}, secret('another installation'));
    expect(await refused(identify(forged, sent(FRONT)))).toBe('UNAUTHENTICATED');
  });
});
