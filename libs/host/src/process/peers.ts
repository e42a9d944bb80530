import { request } from 'node:https';
import { isIP } from 'node:net';
import { readConfig, text, type Environment } from '../config.js';
import { connect, type DetailedPeerCertificate, type PeerCertificate, type TLSSocket } from 'node:tls';

/** A server that the installation depends on. */
export interface Peer {
  /** What it is for: `issuer`, `mail`. */
  readonly name: string;
  /** `https:` or `smtps:`. */
  readonly url: URL;
}

export interface PeerAnswer {
  /** When its certificate ends, ms since 1970; undefined when it did not answer. */
  readonly certificateUntil?: number;
  /** How far this clock is ahead of the peer's, in whole seconds; of servers that tell their time. */
  readonly aheadSeconds?: number;
}

/** Variables that name servers with TLS, and what each is for. */
const variables = {
  OTKLIK_PUBLIC_URL: 'public',
  OTKLIK_ISSUER: 'issuer',
  OTKLIK_RESIDENT_ISSUER: 'resident-issuer',
  OTKLIK_ESIA_URL: 'esia',
  OTKLIK_ESIA_SIGNER: 'esia-signer',
  FILES_URL: 'files',
  ELASTICSEARCH_URL: 'search',
  SMTP_URL: 'mail',
} as const;
const PROTOCOLS = ['https:', 'smtps:'];
const TIMEOUT_MS = 4_000;
const SMTPS_PORT = 465;

/** The servers with TLS from the first byte that the variables name. */
export function peersOf(environment: Environment): readonly Peer[] {
  const settings = Object.fromEntries(
    Object.entries(variables).map(([variable, name]) => [name, text(variable, `the server: ${name}`, '')]),
  );
  return Object.entries(readConfig(settings, environment)).flatMap(([name, given]) => {
    if (!URL.canParse(given) || !PROTOCOLS.includes(new URL(given).protocol)) return [];
    return [{ name, url: new URL(given) }];
  });
}

/** Never rejects: the dependants report a server that does not answer. */
export function askPeer({ url }: Peer): Promise<PeerAnswer> {
  return url.protocol === 'https:' ? askHttps(url) : askTls(url);
}

// Certificates are read here, not trusted: an expired one must be seen, too. Nothing is sent to the server.
const unverified = { rejectUnauthorized: false, timeout: TIMEOUT_MS } as const;

function askHttps({ hostname, port }: URL): Promise<PeerAnswer> {
  return new Promise((resolve) => {
    const asked = request({ ...unverified, hostname, port: port || 443, path: '/', method: 'HEAD', agent: false });
    asked.on('response', (answer) => {
      const ahead = Math.trunc((Date.now() - Date.parse(answer.headers.date ?? '')) / 1000);
      const certificate = (answer.socket as TLSSocket).getPeerCertificate();
      resolve({ ...untilOf(certificate), ...(!Number.isNaN(ahead) && { aheadSeconds: ahead }) });
      asked.destroy();
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve({}));
    asked.on('close', () => resolve({}));
    asked.end();
  });
}

function askTls({ hostname, port }: URL): Promise<PeerAnswer> {
  return new Promise((resolve) => {
    const named = isIP(hostname) ? {} : { servername: hostname };
    const options = { ...unverified, ...named, host: hostname, port: Number(port || SMTPS_PORT) };
    const socket = connect(options, () => {
      resolve(untilOf(socket.getPeerCertificate()));
      socket.destroy();
    });
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => resolve({}));
    socket.on('close', () => resolve({}));
  });
}

function untilOf({ valid_to: until }: PeerCertificate | DetailedPeerCertificate): Pick<PeerAnswer, 'certificateUntil'> {
  const at = Date.parse(until ?? '');
  return Number.isNaN(at) ? {} : { certificateUntil: at };
}
