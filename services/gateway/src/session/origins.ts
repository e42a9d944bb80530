import type { IncomingHttpHeaders } from 'node:http';

/** Origins of front-ends, and which of them may do what. */
export interface Origins {
  /** Where the installation is reached, `https://otklik.example`. */
  readonly own: URL;
  /** Of other teams' front-ends, which call with bearer tokens. */
  readonly allowed: readonly string[];
}

/** The request comes from a page of ours: browsers set `Origin` on every POST and WebSocket, and scripts cannot change it. */
export function isFromOwnOrigin({ origin }: IncomingHttpHeaders, { own }: Origins): boolean {
  return origin === own.origin;
}

/** The installation's one origin: as configured, else where it listens. On all addresses that is this machine's own name. */
export function publicOrigin(configured: string | undefined, host: string, port: number): URL {
  if (configured !== undefined) return new URL(new URL(configured).origin);
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return new URL(`http://${name}:${port}`);
}
