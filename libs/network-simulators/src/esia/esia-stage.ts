import { EsiaSimulator, type EsiaPerson } from './esia-simulator.js';
import { GostSigner } from './gost-signer.js';
import { startSignerService, type SignerService } from './signer-service.js';

const TOKEN = 'a token of this machine';
export const PETROV = '1000571421';
export const UNCONFIRMED = '1000571422';
/** Has no patronymic. */
export const LEE = '1000571423';

const people: readonly (readonly [string, EsiaPerson])[] = [
  [PETROV, { lastName: 'Петров', firstName: 'Айаал', middleName: 'Иванович', trusted: true }],
  [UNCONFIRMED, { lastName: 'Иванова', firstName: 'Анна', trusted: false }],
  [LEE, { lastName: 'Ли', firstName: 'Чен', trusted: true }],
];

export interface EsiaStage {
  readonly esia: EsiaSimulator;
  readonly signer: GostSigner;
  readonly service: SignerService;
  /** With which a gateway uses them. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where it may send browsers back to, too. */
  serve(callback: string): void;
  /** ЕСИА's pages, as a person goes through them: where the browser is sent back to. */
  passBy(url: URL, oid: string): Promise<URL>;
  stop(): Promise<void>;
}

/** ЕСИА with some persons, and a signer, on this machine. */
export async function startEsiaStage(...callbacks: string[]): Promise<EsiaStage> {
  const signer = new GostSigner();
  const esia = await EsiaSimulator.start({
    clientId: 'OTKLIK01',
    redirectUris: callbacks,
    certificate: signer.certificate,
    certificateHash: signer.certificateHash,
    scopes: ['openid', 'fullname'],
  });
  for (const [oid, person] of people) esia.people.set(oid, person);
  const service = await startSignerService(signer, TOKEN);
  const environment = {
    OTKLIK_ESIA_CLIENT_ID: 'OTKLIK01',
    OTKLIK_ESIA_URL: esia.url,
    OTKLIK_ESIA_ISSUER: esia.issuer,
    OTKLIK_ESIA_CERTIFICATE_HASH: signer.certificateHash,
    OTKLIK_ESIA_TOKEN_KEYS: esia.tokenKey,
    OTKLIK_ESIA_SIGNER: service.url,
    OTKLIK_ESIA_SIGNER_TOKEN: TOKEN,
  };
  return {
    esia,
    signer,
    service,
    environment,
    serve: (callback) => void callbacks.push(callback),
    passBy: async (url, oid) => {
      const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ oid }), redirect: 'manual' });
      return new URL(answer.headers.get('location') ?? `error:${await answer.text()}`);
    },
    stop: async () => {
      await Promise.all([esia.stop(), service.stop()]);
    },
  };
}
