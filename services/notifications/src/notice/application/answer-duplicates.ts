import { Injectable } from '@nestjs/common';
import type { Outcome } from '@otklik/contracts/enumerations';
import type { CommandContext } from '@otklik/event-store';
import { uuidv5 } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { Applicants } from '../store/applicants.js';
import { Duplicates } from '../store/duplicates.js';
import { ReachApplicant, type Cause, type Telling } from './reach-applicant.js';

/** The context of the command to the notice of one duplicate. */
type CommandFor = (duplicate: string) => CommandContext;

/** A registration with its number. */
interface NumberedCause {
  readonly commandFor: CommandFor;
  readonly cause: Cause;
  readonly number: string;
}

/** How the matter ended, and who signed. */
interface Settled {
  readonly outcome: Outcome;
  readonly signatory: string;
  /** Of one who signed in another's stead. */
  readonly post?: string;
  readonly signedAt: string;
}

/**
 * The sender of a duplicate hears under which number the matter is considered, and how it ended. The answer to the other's
 * appeal is never sent: it may hold what concerns that person alone (59-FZ art. 6(2)).
 */
@Injectable()
export class AnswerDuplicates {
  constructor(
    private readonly duplicates: Duplicates,
    private readonly applicants: Applicants,
    private readonly applicant: ReachApplicant,
  ) {}

  /** An original that has no number yet is named when it has one. */
  async marked(command: CommandContext, cause: Cause, of: string, tx: Transaction): Promise<void> {
    await this.duplicates.keep(tx, cause.district, cause.appeal, of);
    const original = await this.applicants.of(tx, cause.district, of);
    const number = original?.number;
    if (number) await this.applicant.tellUnregistered(command, cause, { kind: 'DUPLICATE', details: { number } }, tx);
  }

  async takenBack(district: number, duplicate: string, tx: Transaction): Promise<void> {
    await this.duplicates.remove(tx, district, duplicate);
  }

  /** The originals got their numbers. */
  async registered(registered: readonly NumberedCause[], tx: Transaction): Promise<void> {
    const duplicates = await this.duplicates.ofAll(
      tx,
      registered.map(({ cause }) => cause),
    );
    for (const { commandFor, cause, number } of registered) {
      const telling = { kind: 'DUPLICATE', details: { number } } as const;
      await this.tellEach(commandFor, cause, duplicates.get(cause.appeal) ?? [], telling, tx);
    }
  }

  /** The original's answer is signed. */
  async answered(
    commandFor: CommandFor,
    cause: Cause,
    { outcome, ...signed }: Settled,
    tx: Transaction,
  ): Promise<void> {
    const original = await this.applicants.of(tx, cause.district, cause.appeal);
    const number = original?.number;
    const details = { outcome, ...(number && { number }) };
    await this.tellAll(commandFor, cause, { kind: 'DUPLICATE', details, ...signed }, tx);
  }

  private async tellAll(commandFor: CommandFor, cause: Cause, telling: Telling, tx: Transaction): Promise<void> {
    const duplicates = await this.duplicates.of(tx, cause.district, cause.appeal);
    await this.tellEach(commandFor, cause, duplicates, telling, tx);
  }

  private async tellEach(
    commandFor: CommandFor,
    cause: Cause,
    duplicates: readonly string[],
    telling: Telling,
    tx: Transaction,
  ): Promise<void> {
    const { district } = cause;
    for (const appeal of duplicates) {
      const own = { id: uuidv5(cause.id, appeal), district, appeal };
      const command = { ...commandFor(appeal), correlationId: appeal };
      await this.applicant.tellUnregistered(command, own, telling, tx);
    }
  }
}
