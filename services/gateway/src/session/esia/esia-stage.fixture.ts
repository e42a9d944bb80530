import { EsiaSimulator, GostSigner, startSignerService, type EsiaPerson } from '@otklik/network-simulators/esia';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TOKEN = 'a token of this spec';
export const PETROV = '1000571421';
export const UNCONFIRMED = '1000571422';
export const NAMELESS = '1000571423';

const people: readonly (readonly [string, EsiaPerson])[] = [
  [PETROV, { lastName: 'Петров', firstName: 'Айаал', middleName: 'Иванович', trusted: true }],
  [UNCONFIRMED, { lastName: 'Иванова', firstName: 'Анна', trusted: false }],
  [NAMELESS, { lastName: 'Ли', firstName: 'Чен', trusted: true }],
];

/** ЕСИА and a signer on this machine, and the settings with which a gateway uses them. */
export async function esiaStage(callback: string, signer = new GostSigner()) {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-esia-'));
  const esia = await EsiaSimulator.start({
    clientId: 'OTKLIK01',
    redirectUris: [callback],
    certificate: signer.certificate,
    certificateHash: signer.certificateHash,
    scopes: ['openid', 'fullname'],
  });
  for (const [oid, person] of people) esia.people.set(oid, person);
  const service = await startSignerService(signer, TOKEN);
  const keys = join(folder, 'token-keys.pem');
  writeFileSync(keys, esia.tokenKey);
  const environment: Readonly<Record<string, string>> = {
    OTKLIK_ESIA_CLIENT_ID: 'OTKLIK01',
    OTKLIK_ESIA_URL: esia.url,
    OTKLIK_ESIA_ISSUER: esia.issuer,
    OTKLIK_ESIA_CERTIFICATE_HASH: signer.certificateHash,
    OTKLIK_ESIA_TOKEN_KEYS: keys,
    OTKLIK_ESIA_SIGNER: service.url,
    OTKLIK_ESIA_SIGNER_TOKEN: TOKEN,
  };
  return {
    esia,
    signer,
    service,
    environment,
    /** ЕСИА's pages, as a person goes through them: where the browser is sent back to. */
    passBy: async (url: URL, oid: string): Promise<URL> => {
      const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ oid }), redirect: 'manual' });
      return new URL(answer.headers.get('location') ?? `error:${await answer.text()}`);
    },
    stop: async () => {
      await Promise.all([esia.stop(), service.stop()]);
      rmSync(folder, { recursive: true });
    },
  };
}
