import { Injectable } from '@nestjs/common';
import type { NoticeWay } from '@otklik/contracts/enumerations';
import type { CommandContext } from '@otklik/event-store';
import { uuidv5, Outbox } from '@otklik/kernel';
import { PrerequisiteMissing } from '@otklik/messaging';
import type { Transaction } from '@otklik/tenancy';
import type { Matter } from '../domain/notice.js';
import { Applicants, type Applicant, type NewApplicant, type Registration } from './applicants.js';
import { Deliveries, type Delivery } from './deliveries.js';
import { LinkLetters } from './link-letters.js';
import { NoticeHandler } from './notice-handler.js';

/** The published event that a notice follows from. */
export interface Cause {
  readonly id: string;
  readonly district: number;
  readonly appeal: string;
}

type Answer = Pick<Delivery, 'answer' | 'signatory' | 'signedAt'>;

const NO_ANSWER: Answer = { answer: null, signatory: null, signedAt: null };

/** Keeps the sender's contact, opens notices, and deletes the contact when the person is erased. */
@Injectable()
export class ReachApplicant {
  constructor(
    private readonly notices: NoticeHandler,
    private readonly applicants: Applicants,
    private readonly deliveries: Deliveries,
    private readonly outbox: Outbox,
    private readonly links: LinkLetters,
  ) {}

  async keep(received: readonly NewApplicant[], tx: Transaction): Promise<void> {
    await this.applicants.keepReceived(tx, received);
  }

  /**
   * The number is sent by letter alone, and not for an import. Throws `PrerequisiteMissing` when the submission has not been
   * consumed yet.
   */
  async registered(
    command: CommandContext,
    cause: Cause,
    { number, registeredOn, regime }: Registration,
    tx: Transaction,
  ): Promise<void> {
    const { district, appeal } = cause;
    if (!(await this.applicants.keepRegistered(tx, district, appeal, { number, registeredOn, regime }))) {
      throw new PrerequisiteMissing(`Appeal ${appeal} received`);
    }
    const applicant = await this.applicants.of(tx, district, appeal);
    if (applicant?.contactKind !== 'EMAIL' || applicant.channel === 'IMPORT') return;
    await this.open(command, cause, applicant, { kind: 'REGISTERED' }, NO_ANSWER, tx);
  }

  /**
   * A signed answer goes by letter, by a call, or on the follow-up page. Throws `PrerequisiteMissing` until the appeal's number is
   * consumed: the letter names it, and topics have no order between them.
   */
  async answered(
    command: CommandContext,
    cause: Cause,
    { question, ...answer }: Answer & { readonly question: string },
    tx: Transaction,
  ): Promise<void> {
    const applicant = await this.applicants.of(tx, cause.district, cause.appeal);
    if (!applicant?.number) throw new PrerequisiteMissing(`Appeal ${cause.appeal} registered`);
    await this.open(command, cause, applicant, { kind: 'ANSWERED', about: question }, answer, tx);
  }

  /** A link in place of a lost code goes by letter alone. Throws `PrerequisiteMissing` when the submission has not been consumed yet. */
  async linkRequested(
    { district, appeal }: Cause,
    { link, expiresAt }: { readonly link: string; readonly expiresAt: string },
    tx: Transaction,
  ): Promise<void> {
    const applicant = await this.applicants.of(tx, district, appeal);
    if (!applicant) throw new PrerequisiteMissing(`Appeal ${appeal} received`);
    if (applicant.contactKind !== 'EMAIL') return;
    await this.links.add(tx, { district, link, appeal, person: applicant.person, expiresAt });
  }

  /** `commandFor`: the command to one notice. */
  async erased(
    commandFor: (notice: string) => CommandContext,
    { district }: Cause,
    person: string,
    tx: Transaction,
  ): Promise<void> {
    await this.applicants.forget(tx, district, person);
    const deliveries = await this.deliveries.ofPerson(tx, district, person);
    for (const { notice, appeal, state } of deliveries) {
      if (state === 'DONE') continue;
      const command = { ...commandFor(notice), correlationId: appeal };
      await this.notices.handle(command, notice, { type: 'GiveUpReaching', at: command.at }, { tx });
      await this.deliveries.finish(district, notice, tx);
    }
    const links = await this.links.forget(tx, district, person);
    await this.outbox.remove([...deliveries.map(({ cause }) => cause), ...links]);
  }

  /** Opens the notice and queues its delivery in one transaction. */
  private async open(
    command: CommandContext,
    { id: cause, district, appeal }: Cause,
    applicant: Applicant,
    matter: Matter,
    answer: Answer,
    tx: Transaction,
  ): Promise<void> {
    const notice = uuidv5(cause, 'notice');
    const way = wayTo(applicant);
    const { person } = applicant;
    await this.notices.handle(command, notice, { type: 'OpenNotice', ...matter, way, person, at: command.at }, { tx });
    const question = matter.about ?? null;
    await this.deliveries.add(tx, {
      district,
      notice,
      appeal,
      person,
      question,
      kind: matter.kind,
      way,
      cause,
      ...answer,
    });
  }
}

/** The way of delivery by the kind of contact. */
export function wayTo({ contact, contactKind }: Pick<Applicant, 'contact' | 'contactKind'>): NoticeWay {
  if (contact === null) return 'POSTED';
  return contactKind === 'EMAIL' ? 'EMAIL' : 'ORAL';
}
