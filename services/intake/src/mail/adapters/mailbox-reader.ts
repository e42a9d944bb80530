import { compact, doubledMs, type Clock } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import type { Database } from '@otklik/tenancy';
import type { KeepMail } from '../application/keep-mail.js';
import type { MailboxCursor, MailboxCursors, MailboxProblem } from '../store/mailbox-cursors.js';
import { InnerAddress } from '@otklik/networks';
import { randomUUID } from 'node:crypto';
import { ImapSession, type ImapServer, type Wanted } from './imap-session.js';

export interface MailboxPace {
  /** Between two looks where the server tells of nothing. */
  readonly lookMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export const MINUTELY: MailboxPace = { lookMs: 60_000, firstPauseMs: 10_000, longestPauseMs: 300_000 };

/** A copy that dies gives the mailbox free after this time. */
const LEASE_MS = 180_000;
/** Of the days by which letters are looked for again when the server renumbered them. */
const OVERLAP_MS = 2 * 86_400_000;

export interface MailboxDependencies {
  readonly database: Database;
  readonly keeping: KeepMail;
  readonly cursors: MailboxCursors;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly pace: MailboxPace;
}

/** Reads one mailbox by IMAP, by one copy of the service at a time, for as long as it runs. */
export class MailboxReader {
  private readonly reader = randomUUID();
  private session: ImapSession | undefined;
  private running: Promise<void> | undefined;
  private isStopped = false;
  private wake: () => void = () => undefined;
  private failures = 0;

  constructor(
    private readonly of: MailboxDependencies,
    private readonly district: number,
    private readonly account: string,
    private readonly server: ImapServer,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.wake();
    this.session?.tell();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      try {
        const cursor = await this.hold();
        if (cursor) await this.read(cursor);
        else await this.pause(this.of.pace.lookMs);
      } catch (error) {
        await this.failed(error);
      }
    }
  }

  private async read(cursor: MailboxCursor): Promise<void> {
    const session = await ImapSession.to(this.server);
    this.session = session;
    try {
      let known = await this.begin(session, cursor);
      while (!this.isStopped) {
        for (const uid of await session.find({ after: known.lastUid })) {
          known = { ...known, lastUid: uid };
          await this.take(session, uid, known);
        }
        await this.looked(known);
        await session.wait(this.of.pace.lookMs);
        // Another replica took it over while this one was unresponsive.
        if (!(await this.hold())) return;
      }
    } finally {
      this.session = undefined;
      await session.end();
      await this.of.cursors.release(this.district, this.account, this.reader);
    }
  }

  /**
   * A mailbox that is read for the first time begins with its unread letters. Where the server has renumbered its
   * letters, those of the last days are read again: what was stored before is recognised by its bytes.
   */
  private async begin(session: ImapSession, cursor: MailboxCursor): Promise<Known> {
    const { uidValidity, last } = await session.open();
    if (cursor.uidValidity === uidValidity) return { uidValidity, lastUid: cursor.lastUid };
    const wanted: Wanted =
      cursor.lookedAt === null ? { unread: true } : { since: new Date(Date.parse(cursor.lookedAt) - OVERLAP_MS) };
    for (const uid of await session.find(wanted)) if (uid <= last) await this.take(session, uid, undefined);
    const known = { uidValidity, lastUid: last };
    await this.looked(known);
    return known;
  }

  /** The letter and the cursor are committed together; only then it is marked as read. */
  private async take(session: ImapSession, uid: number, known: Known | undefined): Promise<void> {
    const letter = await session.fetch(uid);
    if (!letter || letter.raw.length === 0) return;
    const { keeping, cursors, clock } = this.of;
    const now = clock.now();
    const at = letter.at?.getTime() ?? NaN;
    const receivedAt = at <= Date.parse(now) ? new Date(at).toISOString() : now;
    await keeping.keep(
      {
        district: this.district,
        account: this.account,
        raw: letter.raw,
        receivedAt,
        ...compact({ wholeBytes: letter.wholeBytes }),
      },
      known && ((tx) => cursors.move(tx, this.district, this.account, { ...known, lookedAt: now })),
    );
    await session.markRead(uid);
  }

  private async looked(known: Known): Promise<void> {
    const { database, cursors, clock } = this.of;
    await database
      .scope(this.district)
      .transaction((tx) => cursors.move(tx, this.district, this.account, { ...known, lookedAt: clock.now() }));
    if (this.failures > 0) this.of.logger.info('mailbox is readable again', this.about());
    this.failures = 0;
    await cursors.note(this.district, this.account, null);
  }

  private hold(): Promise<MailboxCursor | undefined> {
    const now = this.of.clock.now();
    const until = new Date(Date.parse(now) + LEASE_MS).toISOString();
    return this.of.cursors.hold(this.district, this.account, this.reader, now, until);
  }

  private async failed(error: unknown): Promise<void> {
    this.failures += 1;
    const problem = problemOf(error);
    this.of.logger.warn('reading a mailbox failed; retrying', {
      ...this.about(),
      code: problem,
      count: this.failures,
      error,
    });
    await this.of.cursors
      .note(this.district, this.account, problem)
      .catch((failed: unknown) =>
        this.of.logger.warn('saving the state of a mailbox failed', { ...this.about(), error: failed }),
      );
    const { firstPauseMs, longestPauseMs } = this.of.pace;
    await this.pause(doubledMs({ firstMs: firstPauseMs, maxMs: longestPauseMs }, this.failures));
  }

  private about() {
    return { service: 'intake', district: this.district };
  }

  private async pause(ms: number): Promise<void> {
    if (this.isStopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

interface Known {
  readonly uidValidity: string;
  readonly lastUid: number;
}

function problemOf(error: unknown): MailboxProblem {
  if (error instanceof InnerAddress) return 'INNER_ADDRESS';
  const isRefused = error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed === true;
  return isRefused ? 'TOKEN' : 'UNREACHABLE';
}
