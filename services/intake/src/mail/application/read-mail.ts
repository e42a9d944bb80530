import { Injectable } from '@nestjs/common';
import { PerformWork, WorkQueue, type ClaimedWork, type Performed } from '@otklik/host';
import { Refusal } from '@otklik/kernel';
import { counter } from '@otklik/observability';
import { Database, Directory, type District } from '@otklik/tenancy';
import { KeyDestroyed, readAddressToken, Secrets } from '@otklik/vault';
import { createHmac } from 'node:crypto';
import { machineMail } from '../domain/machine-mail.js';
import { Files, type Owner } from '../../files/application/files.js';
import { MailCases, type LetterToRead } from './mail-cases.js';
import { MailReader, type Mail } from './mail.js';
import { REPLY_TAG } from './mailboxes.js';
import { type KeptMail, type MailEnd, Mails, READ_LETTER } from '../store/mails.js';

/** In the order in which they came: one may answer the one before it. */
const AT_ONCE = 1;
/** An attempt that takes longer is taken for dead. */
const LEASE_MS = 180_000;
const BACKOFF = { firstMs: 10_000, maxMs: 3_600_000 };

/** Our letters' Message-IDs: `<event id>.<token of the appeal>@<domain>`. */
const OURS = /^[0-9a-f-]{36}\.([0-9a-v]+)@/i;

/** Where a mailbox's server writes to whom a letter came. */
const RECIPIENTS = ['delivered-to', 'x-original-to', 'envelope-to', 'to', 'cc'];
const REPLY_ADDRESS = new RegExp(`\\+${REPLY_TAG}\\.([0-9a-v]+)@`, 'gi');

const letters = counter('otklik_mail_read_total', 'Letters received by e-mail, by outcome', ['outcome']);

/** Makes cases of letters that are kept, or adds them to theirs. What fails is tried again, and keeps no other letter waiting. */
@Injectable()
export class ReadMail {
  private readonly hashKey: Buffer;
  private readonly replyKey: Buffer;

  constructor(
    private readonly database: Database,
    private readonly mails: Mails,
    private readonly files: Files,
    private readonly reader: MailReader,
    private readonly cases: MailCases,
    private readonly directory: Directory,
    private readonly queue: WorkQueue,
    private readonly work: PerformWork,
    secrets: Secrets,
  ) {
    this.hashKey = secrets.of('mail');
    this.replyKey = secrets.of('reply-address');
  }

  /** Returns how many were looked at. */
  readDue(): Promise<number> {
    return this.work.performDue({
      kind: READ_LETTER,
      atOnce: AT_ONCE,
      leaseMs: LEASE_MS,
      backoff: BACKOFF,
      maxAttempts: Infinity,
      perform: (letter) => this.attempt(letter),
    });
  }

  private async attempt(work: ClaimedWork<object>): Promise<Performed> {
    const kept = await this.mails.unread(work.district, work.key);
    if (!kept) return 'DONE';
    try {
      letters.inc({ outcome: (await this.read(kept, work)).toLowerCase() });
      return 'FINISHED';
    } catch (error) {
      letters.inc({ outcome: 'failed' });
      throw error;
    }
  }

  private async read(kept: KeptMail, work: ClaimedWork<object>): Promise<MailEnd> {
    const district = this.directory.districtById(kept.district);
    if (!district) throw new TypeError(`The directory has no district ${kept.district}`);
    const raw = await this.files.bytes(kept.district, kept.original.id);
    // Nothing is left of a letter whose person was erased before its reading was recorded.
    const mail = raw && (await this.reader.read(raw));
    const kind = mail && machineMail(mail.head, mail.from?.address);
    if (!mail || kind === 'AUTOMATIC') return this.finish(kept, work, { end: 'NOTHING' });
    const letter = { kept, mail, district, isBulk: kind === 'BULK', sender: this.senderOf(mail) };
    const known = await this.caseOf(kept, mail);
    const added = known === undefined ? undefined : await this.cases.add(letter, known);
    if (added) return this.finish(kept, work, { end: 'ADDED', owner: added, letter });
    return this.finish(kept, work, { end: 'CASE', owner: await this.cases.open(letter), letter });
  }

  /** By the address that it was sent to, then by the letters that it answers; never by its subject. */
  private async caseOf({ district, addressed }: KeptMail, { answers, head }: Mail): Promise<string | undefined> {
    if (addressed !== null) return addressed;
    const signed = [
      ...RECIPIENTS.flatMap(head.values).flatMap((value) => [...value.matchAll(REPLY_ADDRESS)]),
      ...answers.map((id) => OURS.exec(id)),
    ];
    for (const [, token] of signed.filter((one) => one !== null)) {
      const named = readAddressToken(this.replyKey, token!);
      if (named?.district === district) return named.id;
    }
    return answers.length === 0
      ? undefined
      : this.mails.appealOf(
          district,
          answers.map((id) => this.hashOf(id)),
        );
  }

  /** The letter becomes the appeal's, and is erased with it. */
  private async finish(kept: KeptMail, work: ClaimedWork<object>, { end, owner, letter }: Finished): Promise<MailEnd> {
    const claim = owner && (await this.files.claim(owner, [kept.original.id]).catch(nothingOfErased));
    const { id } = letter?.mail ?? {};
    await this.database.scope(kept.district).transaction(async (tx) => {
      await this.queue.finish(tx, work);
      await claim?.commit(tx);
      await this.mails.finish(tx, kept, {
        end,
        ...(owner && claim && { appeal: owner.appeal }),
        ...(claim && letter?.sender && { sender: letter.sender }),
        ...(claim && id !== undefined && { messageId: this.hashOf(id) }),
      });
    });
    return end;
  }

  private senderOf({ from }: Mail): Buffer | undefined {
    return from && this.hashOf(from.address);
  }

  private hashOf(text: string): Buffer {
    return createHmac('sha256', this.hashKey).update(text).digest();
  }
}

interface Finished {
  readonly end: MailEnd;
  readonly owner?: Owner;
  readonly letter?: LetterToRead & { readonly district: District };
}

function nothingOfErased(error: unknown): undefined {
  if (error instanceof KeyDestroyed || (error instanceof Refusal && error.code === 'FILE_UNKNOWN')) return undefined;
  throw error;
}
