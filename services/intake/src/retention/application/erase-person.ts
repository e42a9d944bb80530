import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@otklik/event-store';
import { compact } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import { KeyKeeper } from '@otklik/vault';
import { decide, type AppealCommand } from '../../appeal/domain/appeal.decide.js';
import { RETENTION_ENDED } from '../../appeal/domain/retention.js';
import { AppealHandler } from '../../appeal/application/appeal-handler.js';
import { Files } from '../../files/application/files.js';
import { FollowUpCodes } from '../../appeal/store/follow-up-codes.js';
import { FollowUpLinks } from '../../appeal/store/follow-up-links.js';
import { Mails } from '../../mail/store/mails.js';
import { InboundMessages } from '../../networks/store/inbound-messages.js';
import { Counted } from '../../networks/store/counted.js';
import { personId } from '../../appeal/application/submission-key.js';

type ErasureCommand = Extract<AppealCommand, { type: 'ErasePerson' }>;
type EndRetentionCommand = Extract<AppealCommand, { type: 'EndRetention' }>;

export interface ErasureGround {
  readonly ground: string | undefined;
  readonly left?: ErasureCommand['left'];
}

export interface Erased {
  readonly version: number;
  /** False when it had been erased before. */
  readonly now: boolean;
}

@Injectable()
export class ErasePerson {
  constructor(
    private readonly database: Database,
    private readonly vault: KeyKeeper,
    private readonly appeals: AppealHandler,
    private readonly codes: FollowUpCodes,
    private readonly files: Files,
    private readonly links: FollowUpLinks,
    private readonly mails: Mails,
    private readonly heard: InboundMessages,
    private readonly counted: Counted,
  ) {}

  /** Throws as `erase` would, so that either all appeals of a person are erased or none. */
  async demandErasable(district: number, appeal: string, ground: string | undefined): Promise<void> {
    const { state } = await this.appeals.load(district, appeal);
    if (state.status !== 'NONE') decide(eraseCommand({ ground }), state);
  }

  /**
   * In one transaction records the erasure, destroys the key of the appeal's person, and removes files, follow-up
   * codes, and what networks delivered of it. Refuses APPEAL_STILL_OPEN while the case is open, unless a ground is
   * named. `ground` is never personal, and neither is why others of the person are left.
   */
  async erase(appeal: string, given: ErasureGround, context: CommandContext): Promise<Erased> {
    const { ground } = given;
    const { district } = context;
    const { version: received } = await this.appeals.load(district, appeal);
    return this.database.scope(district).transaction(async (tx) => {
      const command = eraseCommand(given);
      const erased = received > 0 ? await this.recordErasure(appeal, command, context, tx) : refusedSubmission(appeal);
      await this.shred(tx, district, appeal, erased.person, ground ?? 'CASE_CLOSED');
      return { version: erased.version, now: erased.now };
    });
  }

  /** As `erase`, at the end of the term of storage. Refuses while the case is open, on hold, or within its term. */
  async endRetention(appeal: string, command: EndRetentionCommand, context: CommandContext): Promise<Erased> {
    const { district } = context;
    return this.database.scope(district).transaction(async (tx) => {
      const erased = await this.recordErasure(appeal, command, context, tx);
      await this.shred(tx, district, appeal, erased.person, RETENTION_ENDED);
      return { version: erased.version, now: erased.now };
    });
  }

  /** The ledger of erasures gets its line here, which a restored backup repeats. */
  private async shred(
    tx: Transaction,
    district: number,
    appeal: string,
    person: string,
    ground: string,
  ): Promise<void> {
    await this.vault.destroy(tx, district, person, ground);
    await this.files.removeOf(tx, district, appeal);
    await this.codes.forget(tx, district, appeal);
    await this.links.forget(tx, district, appeal);
    await this.mails.forget(tx, district, appeal);
    await this.heard.forget(tx, district, appeal);
    await this.counted.forget(tx, district, appeal);
  }

  private async recordErasure(
    appeal: string,
    command: ErasureCommand | EndRetentionCommand,
    context: CommandContext,
    tx: Transaction,
  ): Promise<Erased & { readonly person: string }> {
    const { state, version, events } = await this.appeals.handle(context, appeal, command, { tx });
    if (state.status !== 'ERASED') throw new TypeError('Erasure left the appeal in another state');
    return { person: state.person, version, now: events.length > 0 };
  }
}

/** A refused submission left only the key, the contact's blind index and the code: there is no stream to record in. */
function refusedSubmission(appeal: string): Erased & { readonly person: string } {
  return { person: personId(appeal), version: 0, now: true };
}

function eraseCommand({ ground, left }: ErasureGround): ErasureCommand {
  return compact({ type: 'ErasePerson', ground, left });
}
