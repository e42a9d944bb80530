import { isIP } from 'node:net';
import { publicAddressOf } from '@otklik/networks';
import { ImapFlow } from 'imapflow';
import { MAX_MAIL_BYTES } from './raw-letter.js';

export interface ImapServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** The operator allows it although it may have an inner address. */
  readonly isAllowed: boolean;
  /** The most that is taken of a letter. */
  readonly maxBytes?: number;
}

export interface FetchedLetter {
  readonly uid: number;
  readonly raw: Buffer;
  /** Of one that was cut: how large it is. */
  readonly wholeBytes?: number;
  /** When the mailbox got it; undefined where the server does not tell. */
  readonly at: Date | undefined;
}

/** The letters to read: those after a UID, unread ones, or those since a day. */
export type Wanted = { readonly after: number } | { readonly unread: true } | { readonly since: Date };

const SECURE_PORT = 993;
/** Within what servers and the addresses between allow (RFC 2177: 29 minutes). */
const MAX_IDLE_MS = 5 * 60_000;
const SILENCE_MS = 2 * 60_000;

/** One connection to one mailbox. A lost one is never mended: another session takes its place. */
export class ImapSession {
  private readonly client: ImapFlow;
  private news: () => void = () => undefined;
  private hasNews = false;
  /** Rejects when the connection is lost: a command that was under way then may never end by itself. */
  private readonly lost: Promise<never>;
  private readonly maxBytes: number;

  /** Throws `InnerAddress` for a server within the installation's own network that the operator does not allow. */
  static async to(server: ImapServer): Promise<ImapSession> {
    return new ImapSession(server, server.isAllowed ? server.host : await publicAddressOf(server.host));
  }

  /** `address`: the one that was looked at, so that the name cannot lead elsewhere a moment later. */
  private constructor({ host, port, user, password, maxBytes = MAX_MAIL_BYTES }: ImapServer, address: string) {
    const secure = port === SECURE_PORT;
    this.maxBytes = maxBytes;
    this.client = new ImapFlow({
      host: address,
      port,
      secure,
      ...(isIP(host) === 0 && { servername: host }),
      auth: { user, pass: password },
      logger: false,
      maxIdleTime: MAX_IDLE_MS,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: SILENCE_MS + MAX_IDLE_MS,
      // A password goes over no open line, but on this machine.
      ...(!secure && { doSTARTTLS: !isLoopback(host) }),
    });
    // The error is reported by the failed command; without a listener it would end the process.
    this.client.on('error', () => this.tell());
    this.lost = new Promise((_resolve, reject) => {
      this.client.on('close', () => {
        this.tell();
        reject(new Error('the connection was lost'));
      });
    });
    this.lost.catch(() => undefined);
    this.client.on('exists', () => this.tell());
  }

  /** UIDVALIDITY, and the greatest UID so far. */
  async open(): Promise<{ readonly uidValidity: string; readonly last: number }> {
    await this.client.connect();
    const { uidValidity, uidNext } = await this.unlessLost(this.client.mailboxOpen('INBOX'));
    return { uidValidity: uidValidity.toString(), last: uidNext - 1 };
  }

  /** In the order of their arrival. */
  async find(wanted: Wanted): Promise<readonly number[]> {
    const found = await this.unlessLost(this.client.search(queryOf(wanted), { uid: true }));
    if (!Array.isArray(found)) throw new Error('the server did not search');
    // `n:*` names the last letter also when its UID is smaller.
    return found.filter((uid) => !('after' in wanted) || uid > wanted.after).sort((one, other) => one - other);
  }

  /** Leaves it unread; a larger letter than is taken is cut. Undefined when it is gone. */
  async fetch(uid: number): Promise<FetchedLetter | undefined> {
    const query = { source: { maxLength: this.maxBytes }, size: true, internalDate: true };
    const letter = await this.unlessLost(this.client.fetchOne(String(uid), query, { uid: true }));
    if (!letter || !letter.source) return undefined;
    return {
      uid,
      raw: letter.source,
      ...(letter.size !== undefined && letter.size > this.maxBytes && { wholeBytes: letter.size }),
      at: letter.internalDate === undefined ? undefined : new Date(letter.internalDate),
    };
  }

  async markRead(uid: number): Promise<void> {
    await this.unlessLost(this.client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true }));
  }

  /** Until the server tells of something, the connection is lost, or the time is over. Throws when it is lost. */
  async wait(ms: number): Promise<void> {
    if (!this.hasNews && this.client.usable) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.news = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.hasNews = false;
    if (!this.client.usable) throw new Error('the connection was lost');
  }

  /** Ends a `wait` at once. */
  tell(): void {
    this.hasNews = true;
    this.news();
  }

  private unlessLost<Result>(command: Promise<Result>): Promise<Result> {
    return Promise.race([command, this.lost]);
  }

  async end(): Promise<void> {
    if (this.client.usable) await this.unlessLost(this.client.logout()).catch(() => this.client.close());
    else this.client.close();
  }
}

function queryOf(wanted: Wanted) {
  if ('after' in wanted) return { uid: `${wanted.after + 1}:*` };
  return 'unread' in wanted ? { seen: false } : { since: wanted.since };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
