import type { CheckedFile } from '../../files/application/files.js';
import type { MailHead } from '../domain/machine-mail.js';

/** The address in lower case. */
export interface MailAuthor {
  readonly address: string;
  readonly name?: string;
}

export interface MailFile {
  readonly name: string | undefined;
  readonly bytes: Buffer;
}

/** A letter taken apart. What could not be read is not there. */
export interface Mail {
  readonly head: MailHead;
  /** Absent where it names none. */
  readonly from: MailAuthor | undefined;
  readonly subject: string | undefined;
  readonly text: string;
  /** Message-IDs, without their brackets. */
  readonly id: string | undefined;
  /** The letters that it answers, the nearest first. */
  readonly answers: readonly string[];
  readonly files: readonly MailFile[];
  /** Its parts could not be taken apart: only the head is known. */
  readonly isUnreadable: boolean;
}

/** Takes letters apart. Total: never rejects for what a letter holds. */
export abstract class MailReader {
  abstract read(raw: Buffer): Promise<Mail>;
}

/** What of a letter may become a file of a case: photos and documents, as of a form. */
export abstract class FileCheck {
  /** Undefined: of no kind that is taken, or broken, or too large. */
  abstract check(file: MailFile): Promise<CheckedFile | undefined>;
}
