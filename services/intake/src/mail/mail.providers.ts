import type { Provider } from '@nestjs/common';
import { polled } from '@otklik/host';
import { type IntakeConfig, INTAKE_CONFIG } from '../config.js';
import { letterWords } from './adapters/letter-words.js';
import { MailReceiver } from './adapters/mail-receiver.js';
import { MINUTELY } from './adapters/mailbox-reader.js';
import { MailboxReaders, MAILBOX_PACE } from './adapters/mailbox-readers.js';
import { mailparserReader } from './adapters/mailparser-reader.js';
import { MailboxCursors } from './store/mailbox-cursors.js';
import { Mails } from './store/mails.js';
import { fileCheck } from './adapters/uploads-of-letters.js';
import { KeepMail } from './application/keep-mail.js';
import { MailCases, LetterWords } from './application/mail-cases.js';
import { MailFiles } from './application/mail-files.js';
import { MailReader, FileCheck } from './application/mail.js';
import { ReadMail } from './application/read-mail.js';

const readingMail = polled({
  by: ReadMail,
  work: (mail) => mail.readDue(),
  failed: 'reading letters failed; retrying',
});

/** Letters by e-mail that begin a case or belong to one. */
export const mailProviders: readonly Provider[] = [
  readingMail,
  MailReceiver,
  MailboxReaders,
  KeepMail,
  ReadMail,
  MailCases,
  MailFiles,
  Mails,
  MailboxCursors,
  { provide: MAILBOX_PACE, useValue: MINUTELY },
  { provide: MailReader, useValue: mailparserReader },
  { provide: FileCheck, useValue: fileCheck },
  {
    provide: LetterWords,
    useFactory: ({ language }: IntakeConfig) => letterWords(language),
    inject: [INTAKE_CONFIG],
  },
];
