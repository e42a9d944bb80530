import { Injectable } from '@nestjs/common';
import { Network } from '@otklik/contracts/enumerations';
import { Clock } from '@otklik/kernel';
import type { Captured, Problem } from '@otklik/networks';
import { counter, Logger } from '@otklik/observability';
import { Database } from '@otklik/tenancy';
import { Capture } from './capture.js';
import { InboundAccounts, type InboundAccount } from './inbound-accounts.js';
import { InboundBox } from './inbound-box.js';
import { InboundMessages } from '../store/inbound-messages.js';
import { type Listening, Listenings } from '../store/listening.js';

const AT_ONCE = 4;
/** Longer than the answer to one call; each page that was read renews it, so a killed process holds an account no longer. */
const LEASE_MS = 60_000;
const PATIENCE_MS = 120_000;
const AGAIN_MS = 60_000;
/** For a new account: the last day is read, what is older is history. */
const BEFORE_MS = 86_400_000;

const problems = counter(
  'otklik_network_problems_total',
  'Problems of accounts that were found',
  ['network', 'problem'],
  {
    network: Network.values,
    problem: ['TOKEN', 'RIGHTS', 'BANNED'],
  },
);

/** Reads from each network what its deliveries did not bring, and looks whether it still delivers. */
@Injectable()
export class Listen {
  private isStarted = false;
  private readonly ending = new AbortController();

  constructor(
    private readonly accounts: InboundAccounts,
    private readonly listenings: Listenings,
    private readonly capture: Capture,
    private readonly heard: InboundMessages,
    private readonly box: InboundBox,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** At its first call, and then each minute, every account is read again. Answers how many were. */
  async listenDue(): Promise<number> {
    const all = this.accounts.all().map(({ district, account }) => ({ district: district.id, account: account.id }));
    await this.listenings.tend(all, !this.isStarted);
    this.isStarted = true;
    const due = await this.listenings.claim(AT_ONCE, LEASE_MS);
    await Promise.all(due.map((one) => this.listen(one)));
    return due.length;
  }

  /** What is under way is abandoned, and read again from where it was. */
  stop(): void {
    this.ending.abort();
  }

  private async listen(one: Listening): Promise<void> {
    const of = this.accounts.find(one.account);
    const signal = AbortSignal.any([this.ending.signal, AbortSignal.timeout(PATIENCE_MS)]);
    try {
      if (of && one.isToBeLookedAt) await this.look(of, one, signal);
      if (of) await this.catchUp(of, one, signal);
    } catch (error) {
      if (!this.ending.signal.aborted)
        this.logger.warn('reading a network account failed; retrying', {
          district: one.district,
          error,
        });
    }
    await this.listenings.release(one, AGAIN_MS);
  }

  /** The subscription is repaired where it is gone; it is never taken away. */
  async look(of: InboundAccount, one: Pick<Listening, 'district' | 'account'>, signal: AbortSignal): Promise<void> {
    const found = (await of.channel.ensure(signal)).filter((captured) => captured.kind === 'health');
    for (const { problem } of found) problems.inc({ network: of.account.network, problem });
    const standing: readonly Problem[] = found.filter(({ repaired }) => !repaired).map(({ problem }) => problem);
    await this.listenings.looked(one, {
      problems: [...new Set(standing)],
      isRepaired: found.some(({ repaired }) => repaired),
    });
  }

  /** What was read and how far stand in one transaction; what was delivered meanwhile is known by its content. */
  private async catchUp(of: InboundAccount, one: Listening, signal: AbortSignal): Promise<void> {
    const { district, account, position } = one;
    const dialogues = await this.heard.dialogues(district, account);
    this.accounts.knows(
      account,
      dialogues.map(({ id, sealed }) => this.box.open(id, sealed)),
    );
    for await (const { captured, cursor } of of.channel.catchUp(position, signal)) {
      const recent = position === null ? captured.filter((told) => isSince(told, one.since)) : captured;
      await this.database.scope(district).transaction(async (tx) => {
        await this.capture.caughtUp(tx, of, recent, this.clock.now());
        await this.listenings.advance(tx, one, cursor, LEASE_MS);
      });
    }
  }
}

function isSince(told: Captured, since: string): boolean {
  const at = 'at' in told ? told.at : undefined;
  return at === undefined || Date.parse(at) >= Date.parse(since) - BEFORE_MS;
}
