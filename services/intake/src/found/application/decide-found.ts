import { Injectable } from '@nestjs/common';
import type { DecideFoundMessageInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { IdempotencyKeyReused, refuse, VersionConflict } from '@otklik/kernel';
import type { CapturedMessage } from '@otklik/networks';
import { Database, type Transaction } from '@otklik/tenancy';
import { Capture } from '../../networks/application/capture.js';
import { InboundAccounts } from '../../networks/application/inbound-accounts.js';
import { InboundBox } from '../../networks/application/inbound-box.js';
import { FoundMessages, type FoundRow } from '../store/found-messages.js';

/** What an official decides about a found message: of one that is answered where it was found, a case is made as of our own pages. */
@Injectable()
export class DecideFound {
  constructor(
    private readonly database: Database,
    private readonly messages: FoundMessages,
    private readonly accounts: InboundAccounts,
    private readonly capture: Capture,
    private readonly box: InboundBox,
  ) {}

  /** Throws `Refusal` NOT_FOUND, FOUND_IS_A_CASE, FOUND_WITHOUT_ACCOUNT; `VersionConflict`; `IdempotencyKeyReused`. */
  async decide(
    ctx: ClientCommandContext,
    { id, outcome, expectedVersion }: DecideFoundMessageInput,
  ): Promise<FoundRow> {
    const { district, commandId: command, fingerprint, at, sender } = ctx;
    const by = sender.kind === 'official' ? sender.id : refuse('FORBIDDEN');
    return this.database.scope(district).transaction(async (tx) => {
      const before = (await this.messages.held(tx, district, id)) ?? refuse('NOT_FOUND');
      if (before.command === command) return same(before, fingerprint);
      if (before.version !== expectedVersion) throw new VersionConflict(expectedVersion, before.version);
      if (before.outcome === 'ANSWER_THERE') refuse('FOUND_IS_A_CASE');
      if (outcome === 'ANSWER_THERE') await this.makeCase(tx, before, at);
      await this.messages.decide(tx, district, id, { outcome, by, command, fingerprint, at });
      return (await this.messages.held(tx, district, id)) ?? refuse('NOT_FOUND');
    });
  }

  private async makeCase(tx: Transaction, { id, account, sealed }: FoundRow, at: string): Promise<void> {
    const of = this.accounts.find(account);
    if (!of?.account.enabled || !of.channel.capabilities.send.comments) return refuse('FOUND_WITHOUT_ACCOUNT');
    if (sealed === null) return refuse('FOUND_IS_A_CASE');
    await this.capture.caughtUp(tx, of, [JSON.parse(this.box.open(id, sealed)) as CapturedMessage], at);
  }
}

function same(before: FoundRow & { readonly fingerprint: string | null }, fingerprint: string): FoundRow {
  if (before.fingerprint !== fingerprint) throw new IdempotencyKeyReused('this key was used for another decision');
  return before;
}
