import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { TextLanguage } from '@otklik/contracts/texts';
import { Clock, uuidv5, Mailer, MailFailure, Outbox, type Letter } from '@otklik/kernel';
import { isOutage } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { Database, Directory } from '@otklik/tenancy';
import { Vault, type SealContext } from '@otklik/vault';
import type { NoticeCommand } from '../domain/notice.decide.js';
import { writeLetter, type LetterFacts, type LetterStyle } from './letter.js';
import { wireAddress } from './wire-address.js';
import { Deliveries, type Dispatch, type PendingLetter } from './deliveries.js';
import { NoticeHandler } from './notice-handler.js';

export interface RetryPace {
  readonly firstMs: number;
  readonly capMs: number;
  /** Time after which an unsent letter is posted instead. */
  readonly giveUpMs: number;
}

/** How this installation writes and sends letters. */
export abstract class LetterSettings implements LetterStyle {
  /** Domain of Message-IDs. */
  abstract readonly domain: string;
  abstract readonly language: TextLanguage;
  abstract readonly publicUrl?: string | undefined;
  abstract readonly pace: RetryPace;
}

export const RETRY_FOR_A_DAY: RetryPace = { firstMs: 60_000, capMs: 3_600_000, giveUpMs: 86_400_000 };

const MAX_RECORD_ATTEMPTS = 20;
const RECORD_RETRY_DELAY_MS = 1000;

export type SendOutcome = 'SENT' | 'GIVEN_UP' | 'LATER' | 'UNRECORDED';

@Injectable()
export class SendLetter {
  constructor(
    private readonly notices: NoticeHandler,
    private readonly deliveries: Deliveries,
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly directory: Directory,
    private readonly mailer: Mailer,
    private readonly outbox: Outbox,
    private readonly settings: LetterSettings,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** One attempt. Its outcome is recorded in one transaction with the delivery. Throws when the database is down. */
  async send(pending: PendingLetter): Promise<SendOutcome> {
    if (pending.proof !== null) {
      return this.sent(pending, { proof: pending.proof, at: pending.sentAt ?? this.clock.now() });
    }
    let dispatch: Dispatch;
    try {
      const letter = await this.compose(pending);
      if (!letter) return await this.giveUp(pending, 'ERASED');
      const proof = await this.mailer.send(letter);
      dispatch = { proof, at: this.clock.now() };
    } catch (error) {
      // Mail errors can have the codes of database errors, such as a timeout.
      if (!(error instanceof MailFailure) && isOutage(error)) throw error;
      return this.failed(pending, error);
    }
    return this.sent(pending, dispatch);
  }

  /** A sent letter is not sent again when recording fails: its proof is kept with the delivery. */
  private async sent(pending: PendingLetter, dispatch: Dispatch): Promise<SendOutcome> {
    try {
      await this.recordSent(pending, dispatch);
      return 'SENT';
    } catch (error) {
      if (isOutage(error)) throw error;
      const { district, appeal, attempts } = pending;
      this.logger.error('a letter was sent, but its proof could not be recorded', { district, appeal, error });
      await this.deliveries.keepProof(pending, dispatch);
      await this.deliveries.postpone(pending, pauseAfter(attempts, this.settings.pace));
      return 'UNRECORDED';
    }
  }

  private async failed(pending: PendingLetter, error: unknown): Promise<SendOutcome> {
    const { district, appeal, attempts } = pending;
    const code = error instanceof MailFailure ? error.code : 'DEFECT';
    if (error instanceof MailFailure && error.final) return this.giveUp(pending, code);
    if (pending.triedFor >= this.settings.pace.giveUpMs) return this.giveUp(pending, code);
    this.logger.warn('sending a letter failed and will be retried', { district, appeal, code, count: attempts, error });
    await this.deliveries.postpone(pending, pauseAfter(attempts, this.settings.pace));
    return 'LATER';
  }

  /**
   * Retries through a short database outage, so that the letter is not sent again. If the person was erased meanwhile, no
   * proof is recorded and the letter's file is removed.
   */
  private async recordSent(pending: PendingLetter, dispatch: Dispatch): Promise<void> {
    for (let left = MAX_RECORD_ATTEMPTS; ; left -= 1) {
      try {
        const { events, repeated } = await this.conclude(pending, { type: 'RecordSent', ...dispatch });
        if (events.length === 0 && !repeated) await this.outbox.remove([pending.cause]);
        return;
      } catch (error) {
        if (!isOutage(error) || left === 1) throw error;
        await sleep(RECORD_RETRY_DELAY_MS);
      }
    }
  }

  private async compose(pending: PendingLetter): Promise<Letter | undefined> {
    const district = this.directory.districtById(pending.district);
    if (!district) throw new TypeError(`The directory has no district ${pending.district}`);
    const open = async (sealed: string | null, place: SealContext) =>
      sealed === null ? undefined : this.vault.open(district.id, sealed, place);
    const to = await open(pending.contact, { field: 'contact' });
    const text = await open(pending.answer, { eventId: pending.cause, field: 'text' });
    if (to === undefined || (pending.kind === 'ANSWERED' && text === undefined)) return undefined;
    const { kind, number, registeredOn, regime, department, executor, signatory, signedAt } = pending;
    const facts: LetterFacts = {
      kind,
      regime: regime ?? 'APPEAL_59FZ',
      number: number ?? '',
      registeredOn: registeredOn ?? '',
      name: await open(pending.name, { field: 'name' }),
      text,
      department: department ?? undefined,
      executor: this.nameOf(executor),
      signatory: this.nameOf(signatory),
      signedAt: signedAt ?? undefined,
    };
    return {
      messageId: `<${pending.cause}@${this.settings.domain}>`,
      to: wireAddress(to.trim()),
      ...writeLetter(facts, district, this.settings),
    };
  }

  private nameOf(official: string | null): string | undefined {
    return official === null ? undefined : this.directory.officialById(official)?.name;
  }

  private async giveUp(pending: PendingLetter, code: string): Promise<SendOutcome> {
    const { district, appeal } = pending;
    this.logger.info('a letter cannot be sent; the notice is posted instead', { district, appeal, code });
    await this.conclude(pending, { type: 'GiveUpMail', code, at: this.clock.now() });
    return 'GIVEN_UP';
  }

  private async conclude(pending: PendingLetter, command: NoticeCommand) {
    const { district, notice, appeal, cause } = pending;
    const context = {
      district,
      actor: { kind: 'system', id: 'notifications.dispatch' },
      commandId: uuidv5(notice, command.type),
      correlationId: appeal,
      causationId: cause,
      at: this.clock.now(),
    } as const;
    return this.database.scope(district).transaction(async (tx) => {
      const handled = await this.notices.handle(context, notice, command, { tx });
      await this.deliveries.finish(district, notice, tx);
      return handled;
    });
  }
}

/** Exponential back-off with jitter, so that letters do not all retry at once. */
function pauseAfter(attempts: number, { firstMs, capMs }: RetryPace): number {
  const pause = Math.min(capMs, firstMs * 2 ** Math.min(attempts - 1, 16));
  return pause / 2 + (pause / 2) * Math.random();
}
