import { setTimeout as sleep } from 'node:timers/promises';
import type { NoticeKind } from '@otklik/contracts/enumerations';
import type { TextLanguage } from '@otklik/contracts/texts';
import { uuidv5 } from '@otklik/kernel';
import { isOutage } from '@otklik/messaging';
import type { Transaction } from '@otklik/tenancy';
import type { SealContext } from '@otklik/vault';
import type { NoticeCommand } from '../domain/notice.decide.js';
import { writeLetter } from './letter.js';
import { MailFailure, wireAddress, type Letter, type Mailer } from './mail.js';
import type { NoticesParts } from './notices-parts.js';

/** A letter that was taken up for one try. Personal fields sealed; null where there is none, or none any more. */
export interface PendingLetter {
  readonly district: number;
  readonly notice: string;
  readonly appeal: string;
  readonly kind: NoticeKind;
  readonly cause: string;
  readonly answer: string | null;
  readonly signatory: string | null;
  readonly signedAt: string | null;
  readonly contact: string | null;
  readonly name: string | null;
  readonly number: string | null;
  readonly registeredOn: string | null;
  /** The letter is out already, and this could not be recorded yet. */
  readonly proof: string | null;
  /** When it left, ISO 8601 UTC; null where nobody kept it. */
  readonly sentAt: string | null;
  readonly attempts: number;
  /** Since the first try, ms. */
  readonly triedFor: number;
}

/** That a letter left, and when: the legal time of dispatch, however late it is recorded. */
export interface Dispatch {
  readonly proof: string;
  readonly at: string;
}

export interface SendingParts extends NoticesParts {
  readonly mailer: Mailer;
  /** Right side of Message-IDs. */
  readonly domain: string;
  readonly language: TextLanguage;
  /** Where the districts' pages are reached from outside; undefined: letters name no page. */
  readonly publicUrl?: string | undefined;
  readonly pace: RetryPace;
  readonly finish: (tx: Transaction, district: number, notice: string) => Promise<void>;
  readonly postpone: (letter: PendingLetter, ms: number) => Promise<void>;
  readonly keepProof: (letter: PendingLetter, dispatch: Dispatch) => Promise<void>;
}

export interface RetryPace {
  readonly firstMs: number;
  readonly capMs: number;
  /** A letter that could not be sent for so long goes the next way. */
  readonly giveUpMs: number;
}

export const dayOfTries: RetryPace = { firstMs: 60_000, capMs: 3_600_000, giveUpMs: 86_400_000 };

const RECORD_TRIES = 20;
const RECORD_PAUSE_MS = 1000;

export type SendOutcome = 'SENT' | 'GIVEN_UP' | 'LATER' | 'UNRECORDED';

/** One try. What it led to is recorded in one transaction with the to-do list. Throws when the database is away. */
export async function sendLetter(parts: SendingParts, pending: PendingLetter): Promise<SendOutcome> {
  if (pending.proof !== null) {
    return sent(parts, pending, { proof: pending.proof, at: pending.sentAt ?? parts.now() });
  }
  let dispatch: Dispatch;
  try {
    const letter = await compose(parts, pending);
    if (!letter) return await giveUp(parts, pending, 'ERASED');
    const proof = await parts.mailer.send(letter);
    dispatch = { proof, at: parts.now() };
  } catch (error) {
    // The codes of the mail can look like the database's: SMTP 535 like a SQLSTATE, a timeout like any other.
    if (!(error instanceof MailFailure) && isOutage(error)) throw error;
    return failed(parts, pending, error);
  }
  return sent(parts, pending, dispatch);
}

/** A letter that is out is never sent again because its record fails: the proof waits in the to-do list. */
async function sent(parts: SendingParts, pending: PendingLetter, dispatch: Dispatch): Promise<SendOutcome> {
  try {
    await recordSent(parts, pending, dispatch);
    return 'SENT';
  } catch (error) {
    if (isOutage(error)) throw error;
    const { district, appeal, attempts } = pending;
    parts.logger.error('a letter is sent, and its proof could not be recorded', { district, appeal, error });
    await parts.keepProof(pending, dispatch);
    await parts.postpone(pending, pauseAfter(attempts, parts.pace));
    return 'UNRECORDED';
  }
}

async function failed(parts: SendingParts, pending: PendingLetter, error: unknown): Promise<SendOutcome> {
  const { district, appeal, attempts } = pending;
  const code = error instanceof MailFailure ? error.code : 'DEFECT';
  if (error instanceof MailFailure && error.final) return giveUp(parts, pending, code);
  if (pending.triedFor >= parts.pace.giveUpMs) return giveUp(parts, pending, code);
  parts.logger.warn('a letter will be tried again', { district, appeal, code, count: attempts, error });
  await parts.postpone(pending, pauseAfter(attempts, parts.pace));
  return 'LATER';
}

/**
 * The letter is out of our hands: a database that is away for a moment must not make us send it again. When the person
 * was erased meanwhile the proof is not recorded any more, and what was written to the outbox goes.
 */
async function recordSent(parts: SendingParts, pending: PendingLetter, dispatch: Dispatch): Promise<void> {
  for (let left = RECORD_TRIES; ; left -= 1) {
    try {
      const { events, repeated } = await conclude(parts, pending, { type: 'RecordSent', ...dispatch });
      if (events.length === 0 && !repeated) await parts.outbox.remove([pending.cause]);
      return;
    } catch (error) {
      if (!isOutage(error) || left === 1) throw error;
      await sleep(RECORD_PAUSE_MS);
    }
  }
}

async function compose(parts: SendingParts, pending: PendingLetter): Promise<Letter | undefined> {
  const district = parts.directory.districtById(pending.district);
  if (!district) throw new TypeError(`The directory has no district ${pending.district}`);
  const open = async (sealed: string | null, place: SealContext) =>
    sealed === null ? undefined : parts.vault.open(district.id, sealed, place);
  const to = await open(pending.contact, { field: 'contact' });
  const text = await open(pending.answer, { eventId: pending.cause, field: 'text' });
  if (to === undefined || (pending.kind === 'ANSWERED' && text === undefined)) return undefined;
  const facts = {
    kind: pending.kind,
    number: pending.number ?? '',
    registeredOn: pending.registeredOn ?? '',
    name: await open(pending.name, { field: 'name' }),
    text,
    signatory: pending.signatory === null ? undefined : parts.directory.officialById(pending.signatory)?.name,
    signedAt: pending.signedAt ?? undefined,
  };
  return {
    messageId: `<${pending.cause}@${parts.domain}>`,
    to: wireAddress(to.trim()),
    ...writeLetter(facts, district, parts),
  };
}

async function giveUp(parts: SendingParts, pending: PendingLetter, code: string): Promise<SendOutcome> {
  const { district, appeal } = pending;
  parts.logger.info('a letter cannot be sent; the notice goes the next way', { district, appeal, code });
  await conclude(parts, pending, { type: 'GiveUpMail', code, at: parts.now() });
  return 'GIVEN_UP';
}

async function conclude(parts: SendingParts, pending: PendingLetter, command: NoticeCommand) {
  const { district, notice, appeal, cause } = pending;
  const context = {
    district,
    actor: { kind: 'system', id: 'notifications.dispatch' },
    commandId: uuidv5(notice, command.type),
    correlationId: appeal,
    causationId: cause,
    at: parts.now(),
  } as const;
  return parts.database.scope(district).transaction(async (tx) => {
    const handled = await parts.handle(context, notice, command, { tx });
    await parts.finish(tx, district, notice);
    return handled;
  });
}

/** Doubled each time; with jitter, so that a server that comes back is not met by all at once. */
function pauseAfter(attempts: number, { firstMs, capMs }: RetryPace): number {
  const pause = Math.min(capMs, firstMs * 2 ** Math.min(attempts - 1, 16));
  return pause / 2 + (pause / 2) * Math.random();
}
