import { Injectable } from '@nestjs/common';
import type { NoticeDetails } from '@otklik/contracts/notifications.events';
import type { CommandContext } from '@otklik/event-store';
import { compact, uuidv5 } from '@otklik/kernel';
import { PrerequisiteMissing } from '@otklik/messaging';
import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';
import type { Matter } from '../domain/notice.js';
import { isMessage } from '@otklik/case/regime';
import { waysOf, type Reachable } from '../domain/notice-ways.js';
import { type Applicant, Applicants, type NewApplicant, type Registration } from '../store/applicants.js';
import type { Delivery } from './deliveries.js';
import { LinkLetters } from '../../letters/store/link-letters.js';
import { sourceWays } from '../../networks/application/network-channels.js';
import {
  type NetworkSource,
  NetworkSources,
  type NewNetworkSource,
  type SaidLater,
} from '../../networks/store/network-sources.js';
import { OpenedNotices } from './opened-notices.js';

/** The published event that a notice follows from. */
export interface Cause {
  readonly id: string;
  readonly district: number;
  readonly appeal: string;
}

/** A registration, and the command that tells of it. */
export interface RegisteredCause {
  readonly command: CommandContext;
  readonly cause: Cause;
  readonly registration: Registration;
}

/** A text that the cause carries, as it is sealed there: an answer, the reason of a decision. */
export interface CarriedText {
  readonly sealed: Sealed;
  readonly field: string;
}

/** The files of an answer. Their names, as the cause seals them in its `fileNames`: one JSON array; absent where none has one. */
export interface CarriedFiles {
  readonly count: number;
  readonly names?: Sealed;
}

/** What a notice tells. A kind whose letter has `{reason}` or is the text itself takes `text`. */
export interface Telling extends Matter {
  readonly details?: NoticeDetails;
  readonly text?: CarriedText;
  readonly attached?: CarriedFiles;
  /** The official who signed, and when (ISO 8601 UTC). */
  readonly signatory?: string;
  readonly signedAt?: string;
  /** Of one who signed in another's stead: «и. о. главы района». */
  readonly post?: string;
  /** The event of what was written after the appeal, where the notice answers that. */
  readonly answers?: string;
  /** It may be called back so long (ms). */
  readonly stays?: number;
}

/** Keeps the sender's contact and opens notices. */
@Injectable()
export class ReachApplicant {
  constructor(
    private readonly opened: OpenedNotices,
    private readonly applicants: Applicants,
    private readonly links: LinkLetters,
    private readonly sources: NetworkSources,
  ) {}

  async keep(received: readonly NewApplicant[], tx: Transaction): Promise<void> {
    await this.applicants.keepReceived(tx, received);
  }

  async keepSources(received: readonly NewNetworkSource[], tx: Transaction): Promise<void> {
    if (received.length > 0) await this.sources.keep(tx, received);
  }

  /** The person wrote there again: a network may count its term for an answer from then. */
  async heard({ district, appeal }: Cause, at: string, tx: Transaction): Promise<void> {
    await this.sources.heard(tx, district, appeal, at);
  }

  /** Its place, so that it is answered there. */
  async said({ district, appeal, id }: Cause, said: SaidLater, tx: Transaction): Promise<void> {
    await this.sources.said(tx, { district, appeal, id }, said);
  }

  /** The person blocked direct messages; null: takes them. */
  async blocked({ district, appeal }: Cause, at: string | null, tx: Transaction): Promise<void> {
    await this.sources.block(tx, district, appeal, at);
  }

  /** Once for each appeal. Throws `PrerequisiteMissing` when a submission has not been consumed yet. */
  async registered(registered: readonly RegisteredCause[], tx: Transaction): Promise<void> {
    const kept = registered.map(({ cause: { district, appeal }, registration }) => ({
      district,
      appeal,
      ...registration,
    }));
    const applicants = await this.applicants.keepRegistered(tx, kept);
    const sources = await this.sources.ofAll(tx, kept);
    for (const { command, cause } of registered) {
      const applicant = applicants.get(cause.appeal);
      await this.openBy(command, cause, { applicant, source: sources.get(cause.appeal) }, { kind: 'REGISTERED' }, tx);
    }
  }

  /**
   * Opens the notice that a fact of another service calls for; a consumer calls it in the fact's transaction. A fact has one
   * notice at most, so that a redelivery opens none. Throws `PrerequisiteMissing` until the appeal's number is consumed: the
   * letter names it, and topics have no order between them.
   */
  async tell(command: CommandContext, cause: Cause, telling: Telling, tx: Transaction): Promise<void> {
    const applicant = await this.applicants.held(tx, cause.district, cause.appeal);
    if (!applicant?.number) throw new PrerequisiteMissing(`Appeal ${cause.appeal} registered`);
    await this.open(command, cause, applicant, telling, tx);
  }

  /**
   * As `tell`, to the sender of a message that has no number and needs none: a duplicate, one that was answered at
   * once, or a letter that has only come.
   */
  async tellUnregistered(command: CommandContext, cause: Cause, telling: Telling, tx: Transaction): Promise<void> {
    const applicant = await this.applicants.held(tx, cause.district, cause.appeal);
    await this.open(command, cause, applicant, telling, tx);
  }

  /** Sent for the last time by the channel that is withdrawn with the consent. */
  async consentWithdrawn(command: CommandContext, cause: Cause, tx: Transaction): Promise<void> {
    await this.tellUnregistered(command, cause, { kind: 'CONSENT_WITHDRAWN' }, tx);
    await this.applicants.keepConsentWithdrawn(tx, cause.district, cause.appeal);
  }

  async placed(
    appeal: Pick<Cause, 'district' | 'appeal'>,
    place: Pick<Applicant, 'settlement' | 'place' | 'point'>,
    tx: Transaction,
  ): Promise<void> {
    await this.applicants.keepPlace(tx, appeal, place);
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

  private async open(
    command: CommandContext,
    cause: Cause,
    applicant: Applicant | undefined,
    telling: Telling,
    tx: Transaction,
  ): Promise<void> {
    const source = applicant && (await this.sources.of(tx, cause.district, cause.appeal));
    await this.openBy(command, cause, { applicant, source }, telling, tx);
  }

  private async openBy(
    command: CommandContext,
    { id: cause, district, appeal }: Cause,
    { applicant, source }: { readonly applicant: Applicant | undefined; readonly source: NetworkSource | undefined },
    telling: Telling,
    tx: Transaction,
  ): Promise<void> {
    if (!applicant) throw new PrerequisiteMissing(`Appeal ${appeal} received`);
    const ways = waysOf(telling.kind, reachable(applicant, source));
    if (!ways) return;
    const { answers } = telling;
    const ref = answers === undefined ? null : await this.sources.refOf(tx, { district, appeal, id: answers });
    const delivery = {
      district,
      notice: uuidv5(cause, 'notice'),
      appeal,
      cause,
      ref,
      ...contentOf(telling),
      ...compact({ stays: telling.stays }),
    };
    await this.opened.open(command, applicant, { ...matterOf(telling), ways }, delivery, tx);
  }
}

function matterOf({ kind, about, details }: Telling): Matter & Pick<Telling, 'details'> {
  return compact({ kind, about, details });
}

type Content =
  | ('kind' | 'question' | 'details' | 'answer' | 'answerField' | 'fileCount' | 'fileNames')
  | ('signatory' | 'signedAt' | 'post');

function contentOf({ kind, about, details = {}, text, attached, ...signed }: Telling): Pick<Delivery, Content> {
  return {
    ...filesOf(attached),
    kind,
    details,
    question: about ?? null,
    answer: text?.sealed ?? null,
    answerField: text?.field ?? null,
    signatory: signed.signatory ?? null,
    signedAt: signed.signedAt ?? null,
    post: signed.post ?? null,
  };
}

function filesOf(attached: CarriedFiles = { count: 0 }): Pick<Delivery, 'fileCount' | 'fileNames'> {
  return { fileCount: attached.count, fileNames: attached.names ?? null };
}

/** What `noticeWays` goes by. */
export function reachable(applicant: Applicant, source?: NetworkSource): Reachable {
  const { channel, account, contactKind, contact, phone, address, answerWay: wish } = applicant;
  const regime = applicant.regime ?? 'APPEAL_59FZ';
  // A message is answered by its sender's consent alone; the notices of an appeal are the law's.
  if (applicant.consentWithdrawn && isMessage(regime))
    return { regime, channel, account, wish, email: false, phone: false, address: false };
  return {
    regime,
    channel,
    account,
    wish,
    email: contactKind === 'EMAIL' && contact !== null,
    phone: (contactKind === 'PHONE' && contact !== null) || phone !== null,
    address: address !== null,
    source: source && sourceWays(source),
  };
}
