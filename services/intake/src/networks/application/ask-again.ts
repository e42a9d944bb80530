import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import { counter } from '@otklik/observability';
import { Database } from '@otklik/tenancy';
import { Capture } from './capture.js';
import { isInDoubt, type Folded } from './folded.js';
import type { InboundAccount } from './inbound-accounts.js';

const PATIENCE_MS = 5_000;

const asked = counter(
  'otklik_network_asked_total',
  'Requests for the current state of messages, by the network’s answer',
  ['network', 'answer'],
);

/** Where changes of a message have no order, its network is asked for the current state. */
@Injectable()
export class AskAgain {
  constructor(
    private readonly capture: Capture,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether the network returned more, so that the message is to be folded again. Without an answer the state is a
   * guess.
   */
  async tellsMore(of: InboundAccount, message: Folded): Promise<boolean> {
    const { channel, account, district } = of;
    if (!channel.reread || !isInDoubt(message)) return false;
    const told = await channel.reread(message.heard.message.ref, AbortSignal.timeout(PATIENCE_MS));
    asked.inc({ network: account.network, answer: told.length > 0 ? 'TOLD' : 'NONE' });
    if (told.length === 0) return false;
    await this.database.scope(district.id).transaction((tx) => this.capture.caughtUp(tx, of, told, this.clock.now()));
    return true;
  }
}
