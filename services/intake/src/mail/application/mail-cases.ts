import { Injectable } from '@nestjs/common';
import type { CommandContext } from '@otklik/event-store';
import { Clock, compact, Refusal, uuidv5 } from '@otklik/kernel';
import { Database, type District } from '@otklik/tenancy';
import { KeyDestroyed, KeyKeeper, Secrets } from '@otklik/vault';
import { createHmac } from 'node:crypto';
import { withoutQuotes } from '../domain/mail-quotes.js';
import { cleanLine, textOfMail, type MailWords } from '../domain/mail-text.js';
import { AppealHandler } from '../../appeal/application/appeal-handler.js';
import { Files, type Owner } from '../../files/application/files.js';
import { MailFiles, type TakenFiles } from './mail-files.js';
import type { Mail } from './mail.js';
import { type KeptMail, Mails } from '../store/mails.js';
import { SubmitAppeal } from '../../appeal/application/submit-appeal.js';

const MAX_NAME = 200;
/** Number of a sender's letters a day that are replied to with how to file an appeal. */
const TOLD_A_DAY = 3;
const DAY_MS = 86_400_000;

export interface LetterToRead {
  readonly kept: KeptMail;
  readonly mail: Mail;
  readonly district: District;
  readonly isBulk: boolean;
  /** Keyed hash of the sender's address. */
  readonly sender: Buffer | undefined;
}

/** What the installation says in its own words where a letter says nothing. */
export abstract class LetterWords implements MailWords {
  abstract readonly noText: string;
  abstract readonly unreadable: string;
  abstract readonly more: string;
  abstract readonly unnamed: string;
  abstract readonly notTaken: (names: string) => string;
  abstract readonly cut: (megabytes: number) => string;
}

/** Cases of letters. Repeated for the same letter, it makes nothing more. */
@Injectable()
export class MailCases {
  private readonly key: Buffer;

  constructor(
    private readonly database: Database,
    private readonly vault: KeyKeeper,
    private readonly appeals: AppealHandler,
    private readonly submission: SubmitAppeal,
    private readonly files: Files,
    private readonly mailFiles: MailFiles,
    private readonly mails: Mails,
    private readonly words: LetterWords,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.key = secrets.of('mail');
  }

  /**
   * A message: no letter by e-mail is an appeal under 59-FZ, whose sender would have to be identified (art. 4(1)). The letter's
   * own Message-ID is its key, so that one letter that comes by two ways is one message.
   */
  async open(letter: LetterToRead): Promise<Owner> {
    const { kept, mail, district } = letter;
    const taken = await this.mailFiles.take(kept, mail.files, this.words.unnamed);
    const name = cleanLine(mail.from?.name, MAX_NAME);
    const key = this.keyOf(letter);
    const { correlationId: _, ...context } = this.context(letter, kept.id);
    const { id, person } = await this.submission.submit(
      district,
      {
        submitter: { by: 'mail' },
        key,
        channel: 'EMAIL',
        identified: false,
        files: taken.ids,
        text: this.textOf(letter, mail.text, mail.subject, taken),
        ...compact({ name }),
        ...(mail.from && { contact: { kind: 'EMAIL', value: mail.from.address } }),
        receivedAt: kept.receivedAt,
        mail: { ...sourceOf(kept), explain: await this.explains(letter) },
        ...idOf(mail),
      },
      { ...context, fingerprint: key },
    );
    return { district: district.id, appeal: id, person };
  }

  /**
   * Adds it to the case, with who wrote it where that is not the applicant. Undefined when the case takes nothing more: the
   * letter is a message of its own then.
   */
  async add(letter: LetterToRead, appeal: string): Promise<Owner | undefined> {
    const { kept, mail, district } = letter;
    const { state } = await this.appeals.load(district.id, appeal);
    if (state.status === 'NONE') return undefined;
    const owner = { district: district.id, appeal, person: state.person };
    const taken = await this.mailFiles.take(kept, mail.files, this.words.unnamed);
    try {
      const claim = await this.files.claim(owner, taken.ids);
      const context = this.context(letter, appeal);
      const author = await this.authorOf(letter, state.person);
      await this.database.scope(district.id).transaction(async (tx) => {
        await claim.commit(tx);
        await this.appeals.handle(
          context,
          appeal,
          {
            type: 'SupplementAppeal',
            text: this.textOf(letter, withoutQuotes(mail.text), undefined, taken),
            files: claim.files,
            ...compact({ fileNames: claim.fileNames }),
            ...author,
            mail: sourceOf(kept),
            ...idOf(mail),
            commandId: context.commandId,
          },
          { tx },
        );
      });
      return owner;
    } catch (error) {
      if (error instanceof Refusal || error instanceof KeyDestroyed) return undefined;
      throw error;
    }
  }

  private async authorOf({ mail: { from }, district }: LetterToRead, applicant: string) {
    const persons = from ? await this.vault.personsOf(district.id, from.address) : [];
    if (persons.includes(applicant)) return { byApplicant: true };
    const authorName = cleanLine(from?.name, MAX_NAME);
    return compact({ byApplicant: false, author: from?.address, authorName });
  }

  private textOf(
    { kept: { wholeBytes }, mail }: LetterToRead,
    text: string,
    subject: string | undefined,
    { notTaken }: TakenFiles,
  ): string {
    const names = notTaken.map((name) => cleanLine(name, MAX_NAME) ?? this.words.unnamed);
    const cut = wholeBytes === null ? {} : { wholeBytes };
    return textOfMail({ subject, text, isUnreadable: mail.isUnreadable, notTaken: names, ...cut }, this.words);
  }

  /** Programs get no reply, and no sender gets the same reply all day. */
  private async explains({ sender, isBulk, district, kept }: LetterToRead): Promise<boolean> {
    if (!sender || isBulk) return false;
    const since = new Date(Date.parse(kept.receivedAt) - DAY_MS).toISOString();
    return (await this.mails.casesOf(district.id, sender, since)) < TOLD_A_DAY;
  }

  private keyOf({ kept, mail: { id, from, subject, text } }: LetterToRead): string {
    const told = [id ?? kept.id, from?.address ?? '', subject ?? '', text];
    return createHmac('sha256', this.key).update(JSON.stringify(told)).digest('hex');
  }

  private context(letter: LetterToRead, about: string): CommandContext {
    return {
      district: letter.district.id,
      actor: { kind: 'system', id: 'intake.mail' },
      commandId: uuidv5(about, this.keyOf(letter)),
      correlationId: about,
      at: this.clock.now(),
    };
  }
}

function sourceOf({ account, original }: KeptMail) {
  return { account, original };
}

function idOf({ id }: Mail): { readonly mailId?: string } {
  return id === undefined ? {} : { mailId: id };
}
