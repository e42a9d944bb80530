import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { LeaseLost, WorkQueue, type ClaimedWork } from '@otklik/host';
import { isToBody } from '@otklik/contracts/notices-to-bodies';
import type { TextLanguage } from '@otklik/contracts/texts';
import { backoffMs, Clock, compact, Mailer, MailFailure, Outbox, wireAddress, type Letter } from '@otklik/kernel';
import { isOutage } from '@otklik/messaging';
import { Logger } from '@otklik/observability';
import { Database, Directory, type District } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import type { NoticeCommand } from '../../notice/domain/notice.decide.js';
import { quietPause } from '../../notice/domain/quiet-hours.js';
import { byDispatch } from '../../notice/application/by-dispatch.js';
import { writeLetter, type LetterStyle } from './letter.js';
import { LetterPapers } from './letter-papers.js';
import { OpenLetter } from './open-letter.js';
import type { ReplyAddress, ReplyAddresses } from './reply-address.js';
import type { ReturnPath } from './return-path.js';
import { Deliveries, type Dispatch, type PendingLetter } from '../../notice/application/deliveries.js';
import { NoticeHandler } from '../../notice/application/notice-handler.js';
import type { Sent } from '../../notice/application/send-due.js';

export interface RetryPace {
  readonly firstMs: number;
  readonly capMs: number;
  /** Time after which an unsent letter goes by the next way. */
  readonly giveUpMs: number;
}

/** How this installation writes and sends letters. */
export abstract class LetterSettings implements LetterStyle {
  /** Domain of Message-IDs. */
  abstract readonly domain: string;
  abstract readonly language: TextLanguage;
  abstract readonly publicUrl?: string | undefined;
  abstract readonly pace: RetryPace;
  /** Of each letter one of its own, where reports of failed deliveries are taken. */
  abstract readonly returnPath?: ReturnPath | undefined;
  /** Where replies go, which intake adds to their appeals. */
  abstract readonly replies: ReplyAddresses;
}

export const RETRY_FOR_A_DAY: RetryPace = { firstMs: 60_000, capMs: 3_600_000, giveUpMs: 86_400_000 };

/** Of waiting for its sheet, which is made before letters are sent. */
const PAPER_DELAY_MS = 2_000;
const MAX_RECORD_ATTEMPTS = 20;
const RECORD_RETRY_DELAY_MS = 1000;

export type SendOutcome = 'SENT' | 'GIVEN_UP' | 'LATER' | 'QUIET' | 'NO_PAPER' | 'UNRECORDED';

type Attempt = ClaimedWork<object>;

@Injectable()
export class SendLetter {
  constructor(
    private readonly notices: NoticeHandler,
    private readonly deliveries: Deliveries,
    private readonly queue: WorkQueue,
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly directory: Directory,
    private readonly letters: OpenLetter,
    private readonly papers: LetterPapers,
    private readonly mailer: Mailer,
    private readonly outbox: Outbox,
    private readonly settings: LetterSettings,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** One attempt. Its outcome is recorded in one transaction with the delivery. Throws when the database is down. */
  async send(pending: PendingLetter, attempt: Attempt): Promise<Sent<SendOutcome>> {
    if (pending.proof !== null) {
      return this.sent(pending, { proof: pending.proof, at: pending.sentAt ?? this.clock.now() });
    }
    const quiet = this.quietFor(pending);
    if (quiet > 0) {
      await this.deliveries.rest(pending, quiet);
      return { outcome: 'QUIET' };
    }
    if (await this.papers.isAwaited(pending)) {
      await this.deliveries.rest(pending, PAPER_DELAY_MS);
      return { outcome: 'NO_PAPER' };
    }
    let dispatch: Dispatch;
    try {
      const letter = await this.compose(pending);
      if (!letter) return await this.cancel(pending, attempt);
      const proof = await this.mailer.send(letter);
      dispatch = { proof, at: this.clock.now() };
    } catch (error) {
      // Mail errors can have the codes of database errors, such as a timeout.
      if (error instanceof LeaseLost || (!(error instanceof MailFailure) && isOutage(error))) throw error;
      return this.failed(pending, attempt, error);
    }
    return this.sent(pending, dispatch);
  }

  /** One that was tried before the quiet hours began goes on: it may have arrived. */
  private quietFor({ district: id, dueOn, attempts }: PendingLetter): number {
    const district = this.directory.districtById(id);
    const quiet = district?.policy.quietHours;
    if (!quiet || attempts > 1) return 0;
    return quietPause({ at: this.clock.now(), zone: district.zone, quiet, dueOn });
  }

  /** A sent letter is not sent again when recording fails: its proof is kept with the delivery. */
  private async sent(pending: PendingLetter, dispatch: Dispatch): Promise<Sent<SendOutcome>> {
    try {
      await this.recordSent(pending, dispatch);
      return { outcome: 'SENT' };
    } catch (error) {
      if (isOutage(error)) throw error;
      const { district, appeal, attempts } = pending;
      this.logger.error('a letter was sent, but recording its proof failed', { district, appeal, error });
      await this.deliveries.keepProof(pending, dispatch);
      return { outcome: 'UNRECORDED', againInMs: this.pauseAfter(attempts) };
    }
  }

  private async failed(pending: PendingLetter, attempt: Attempt, error: unknown): Promise<Sent<SendOutcome>> {
    const { district, appeal, attempts } = pending;
    const code = error instanceof MailFailure ? error.code : 'DEFECT';
    if (error instanceof MailFailure && error.final) return this.giveUp(pending, attempt, code);
    if (pending.triedFor >= this.settings.pace.giveUpMs) return this.giveUp(pending, attempt, code);
    this.logger.warn('sending a letter failed; retrying', { district, appeal, code, count: attempts, error });
    return { outcome: 'LATER', againInMs: this.pauseAfter(attempts) };
  }

  /**
   * Retries through a short database outage, so that the letter is not sent again. If the person was erased meanwhile, the
   * letter's file is removed.
   */
  private async recordSent(pending: PendingLetter, dispatch: Dispatch): Promise<void> {
    for (let left = MAX_RECORD_ATTEMPTS; ; left -= 1) {
      try {
        const { state } = await this.conclude(pending, { type: 'RecordSent', way: 'EMAIL', ...dispatch });
        const isErased = state.status === 'CANCELLED' && state.published.cancelled === 'ERASED';
        if (isErased) await this.outbox.remove([pending.cause, pending.notice]);
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
    const facts = await this.letters.factsOf(pending);
    if (!facts) return undefined;
    const to = await this.addressOf(pending, district);
    if (to === undefined) return undefined;
    const attachments = await this.papers.attached(pending);
    if (!attachments) return undefined;
    const reply = isToBody(pending.kind)
      ? undefined
      : this.settings.replies.of(district, pending.appeal, pending.mailbox);
    return {
      messageId: this.messageIdOf(pending, reply),
      to: wireAddress(to.trim()),
      ...compact({ returnPath: this.settings.returnPath?.of(pending), replyTo: reply?.address }),
      ...(await this.threadOf(pending)),
      ...(attachments.length > 0 && { attachments }),
      ...writeLetter({ ...facts, takesReplies: reply !== undefined }, district, this.settings),
    };
  }

  /** The same for each attempt. Letters to several bodies follow from one fact. */
  private messageIdOf({ kind, notice, cause }: PendingLetter, reply: ReplyAddress | undefined): string {
    const id = isToBody(kind) ? notice : cause;
    return `<${reply ? `${id}.${reply.token}` : id}@${this.settings.domain}>`;
  }

  /** Under the applicant's own letter, where the appeal came by one. */
  private async threadOf({ district, kind, mailId }: PendingLetter): Promise<Pick<Letter, 'inReplyTo'>> {
    if (isToBody(kind) || mailId === null) return {};
    const id = await this.vault.open(district, mailId, { field: 'mailId' });
    return id !== undefined && /^[\x21-\x7e]+$/.test(id) ? { inReplyTo: `<${id}>` } : {};
  }

  /** Undefined for an erased contact. Throws `MailFailure` when the directory has the body's e-mail no longer. */
  private async addressOf(
    { kind, contact, details }: PendingLetter,
    { id, organisations }: District,
  ): Promise<string | undefined> {
    if (!isToBody(kind)) return contact === null ? undefined : this.vault.open(id, contact, { field: 'contact' });
    const body = organisations.find(({ code }) => code === details.organisation);
    if (body?.email === undefined) throw new MailFailure('NO_ADDRESS', true);
    return body.email;
  }

  /** The text or the contact was erased meanwhile. */
  private async cancel(pending: PendingLetter, attempt: Attempt): Promise<Sent<SendOutcome>> {
    await this.conclude(pending, { type: 'CancelNotice', ground: 'ERASED' }, attempt);
    return { outcome: 'GIVEN_UP' };
  }

  private async giveUp(pending: PendingLetter, attempt: Attempt, code: string): Promise<Sent<SendOutcome>> {
    const { district, appeal } = pending;
    this.logger.info('a letter cannot be sent; trying the next channel', { district, appeal, code });
    await this.conclude(pending, { type: 'GiveUpWay', way: 'EMAIL', code, at: this.clock.now() }, attempt);
    return { outcome: 'GIVEN_UP' };
  }

  private pauseAfter(attempts: number): number {
    const { firstMs, capMs } = this.settings.pace;
    return backoffMs({ firstMs, maxMs: capMs }, attempts);
  }

  /** Without `attempt` whatever became of its lease: the letter has left. */
  private async conclude(pending: PendingLetter, command: NoticeCommand, attempt?: Attempt) {
    const { district, notice } = pending;
    const context = byDispatch(pending, command, this.clock.now());
    return this.database.scope(district).transaction(async (tx) => {
      if (attempt) await this.queue.assertLeased(tx, attempt);
      const handled = await this.notices.handle(context, notice, command, { tx });
      const { state } = handled;
      if (state.status === 'OPEN') await this.deliveries.redirect(district, notice, state.way, tx);
      else await this.deliveries.finish(district, notice, tx);
      return handled;
    });
  }
}
