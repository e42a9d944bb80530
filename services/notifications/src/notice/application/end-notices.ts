import { Injectable } from '@nestjs/common';
import type { CancelGround, NoticeKind } from '@otklik/contracts/enumerations';
import type { CommandContext } from '@otklik/event-store';
import { WorkQueue } from '@otklik/host';
import { Outbox } from '@otklik/kernel';
import { PrerequisiteMissing } from '@otklik/messaging';
import type { Transaction } from '@otklik/tenancy';
import { BodyRequests } from '../../bodies/store/body-requests.js';
import { Applicants } from '../store/applicants.js';
import { Deliveries, type OpenDelivery } from './deliveries.js';
import { LinkLetters } from '../../letters/store/link-letters.js';
import { NetworkParts } from '../../networks/store/network-parts.js';
import { NetworkSources } from '../../networks/store/network-sources.js';
import { KeptPapers } from '../../papers/store/kept-papers.js';
import { ofCourse } from '../domain/void-notice.js';
import { NoticeHandler } from './notice-handler.js';
import type { Cause } from './reach-applicant.js';

/** The context of the command to one notice. */
type CommandFor = (notice: string) => CommandContext;

/** Open notices of an appeal that ended otherwise are cancelled, so that they are not called, printed or sent. */
@Injectable()
export class EndNotices {
  constructor(
    private readonly notices: NoticeHandler,
    private readonly applicants: Applicants,
    private readonly deliveries: Deliveries,
    private readonly outbox: Outbox,
    private readonly links: LinkLetters,
    private readonly sources: NetworkSources,
    private readonly parts: NetworkParts,
    private readonly requests: BodyRequests,
    private readonly papers: KeptPapers,
    private readonly queue: WorkQueue,
  ) {}

  /**
   * An applicant who stops the consideration is owed no answer: 59-FZ art. 10 and 12 bind the body to what is under consideration. A
   * letter that has left already is recorded as late. Throws `PrerequisiteMissing` when the submission has not been consumed yet.
   */
  async withdrawn(commandFor: CommandFor, { district, appeal }: Cause, tx: Transaction): Promise<void> {
    if (!(await this.applicants.keepWithdrawn(tx, district, appeal)))
      throw new PrerequisiteMissing(`Appeal ${appeal} received`);
    await this.cancel(commandFor, await this.deliveries.openOfAppeal(tx, district, appeal), 'WITHDRAWN', tx);
  }

  /** The moderator changed the decision: its notices that are not sent yet stay. */
  async decisionTakenBack(commandFor: CommandFor, { district, appeal }: Cause, tx: Transaction): Promise<void> {
    await this.cancel(commandFor, await this.deliveries.openOfAppeal(tx, district, appeal), 'DECISION_TAKEN_BACK', tx);
  }

  /** The registration was wrong: nothing of it is sent any more. */
  async registeredWrongly(commandFor: CommandFor, { district, appeal }: Cause, tx: Transaction): Promise<void> {
    await this.cancel(commandFor, await this.deliveries.openOfAppeal(tx, district, appeal), 'REGISTERED_WRONGLY', tx);
  }

  /** Throws `PrerequisiteMissing` while an attempt to send its letter is under way. */
  async revoked(commandFor: CommandFor, cause: Cause, question: string, tx: Transaction): Promise<void> {
    await this.takenBack(commandFor, cause, { question, kind: 'ANSWERED', ground: 'REVOKED' }, tx);
  }

  /**
   * As `revoked`, for the notice that a question is forwarded. Where the applicant was notified, its letters to bodies
   * are sent, too.
   */
  async forwardingWithdrawn(commandFor: CommandFor, cause: Cause, question: string, tx: Transaction): Promise<void> {
    const ground = 'FORWARDING_WITHDRAWN';
    if (!(await this.takenBack(commandFor, cause, { question, kind: 'FORWARDED', ground }, tx))) return;
    await this.takenBack(commandFor, cause, { question, kind: 'COVERING', ground }, tx);
  }

  /** What tells of its course. A letter that has left already is recorded as late. */
  async questionEnded(commandFor: CommandFor, { district }: Cause, question: string, tx: Transaction): Promise<void> {
    for (const kind of ofCourse)
      await this.cancel(
        commandFor,
        await this.deliveries.openAbout(tx, district, question, kind),
        'QUESTION_ENDED',
        tx,
      );
  }

  /**
   * The question is considered again: its body is informed of the new end. A letter about the former one that has left already is recorded
   * as late.
   */
  async reopened(commandFor: CommandFor, { district }: Cause, question: string, tx: Transaction): Promise<void> {
    const open = await this.deliveries.openAbout(tx, district, question, 'INFORMING');
    await this.cancel(commandFor, open, 'RECONSIDERED', tx);
  }

  /** Letters that inform another body than the one that is recorded now, or reply to another letter of it; as `reopened`. */
  async sourceCorrected(commandFor: CommandFor, letters: readonly OpenDelivery[], tx: Transaction): Promise<void> {
    await this.cancel(commandFor, letters, 'SOURCE_CORRECTED', tx);
  }

  /** Answers whether there was one to cancel. */
  private async takenBack(
    commandFor: CommandFor,
    { district }: Cause,
    { question, kind, ground }: { readonly question: string; readonly kind: NoticeKind; readonly ground: CancelGround },
    tx: Transaction,
  ): Promise<boolean> {
    const open = await this.deliveries.openAbout(tx, district, question, kind);
    if (open.some(({ underWay }) => underWay)) throw new PrerequisiteMissing(`${kind} of ${question} sent or not`);
    await this.cancel(commandFor, open, ground, tx);
    return open.length > 0;
  }

  /** Deletes what is known of the person, and cancels what is not sent yet. */
  async erased(commandFor: CommandFor, { district }: Cause, person: string, tx: Transaction): Promise<void> {
    const deliveries = await this.deliveries.ofPerson(tx, district, person);
    const open = deliveries.filter(({ state }) => state === 'PENDING').map((one) => ({ ...one, district }));
    // Streams before tables, as who sends does it: in another order two would wait for each other.
    await this.cancel(commandFor, open, 'ERASED', tx);
    await this.applicants.forget(tx, district, person);
    await this.sources.forget(tx, district, person);
    await this.parts.forget(tx, district, person);
    await this.requests.forget(tx, district, person);
    await this.papers.forget(tx, district, person);
    const links = await this.links.forget(tx, district, person);
    await this.outbox.remove([...deliveries.flatMap(({ cause, notice }) => [cause, notice]), ...links]);
  }

  private async cancel(
    commandFor: CommandFor,
    open: readonly OpenDelivery[],
    ground: CancelGround,
    tx: Transaction,
  ): Promise<void> {
    for (const { district, notice, appeal } of open) {
      const command = { ...commandFor(notice), correlationId: appeal };
      await this.notices.handle(command, notice, { type: 'CancelNotice', ground }, { tx });
      await this.deliveries.finish(district, notice, tx);
      await this.queue.cancel(tx, district, 'PAPER', [notice]);
    }
  }
}
