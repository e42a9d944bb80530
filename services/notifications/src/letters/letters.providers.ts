import type { Provider } from '@nestjs/common';
import { polled, DATA_FOLDER } from '@otklik/host';
import { openMailer, emlOutbox, outboxFolder } from '@otklik/host/mail';
import { Mailer, Outbox } from '@otklik/kernel';
import { Secrets } from '@otklik/vault';
import { STOP_TIMEOUT_MS, NOTIFICATIONS_CONFIG, type NotificationsConfig } from '../config.js';
import { MailConcern } from './adapters/events/mail.concern.js';
import { LetterResolver } from './adapters/graphql/letter.resolver.js';
import { LetterOpeningsResolver } from './adapters/graphql/letter-openings.resolver.js';
import { BounceReceiver, BOUNCE_PORT } from './adapters/mail/bounce-receiver.js';
import { AnswerTemplates } from './store/answer-templates.js';
import { LinkLetters } from './store/link-letters.js';
import { MailSources } from './store/mail-sources.js';
import { AddressApplicant } from './application/address-applicant.js';
import { ComposeSheet } from './application/compose-sheet.js';
import { ReadCorrespondence } from './application/correspondence.js';
import { DraftSheet } from './application/draft-sheet.js';
import { SampleSheet } from './application/sample-sheet.js';
import { EditAnswerTemplates } from './application/edit-answer-templates.js';
import { LetterPapers } from './application/letter-papers.js';
import { MakePapers } from './application/make-papers.js';
import { OfferTemplates } from './application/offer-templates.js';
import { OpenLetter } from './application/open-letter.js';
import { PreviewLetter } from './application/preview-letter.js';
import { ConfirmedDatives } from './store/confirmed-datives.js';
import { LetterOpenings } from './store/letter-openings.js';
import { PrintLetter } from './application/print-letter.js';
import { RecordBounce } from './application/record-bounce.js';
import { ReplyAddresses } from './application/reply-address.js';
import { ReturnPath } from './application/return-path.js';
import { SendDueLetters } from './application/send-due-letters.js';
import { SendLetter, LetterSettings, RETRY_FOR_A_DAY } from './application/send-letter.js';
import { SendLinkLetter } from './application/send-link-letter.js';

const sendingLetters = polled({
  by: SendDueLetters,
  work: (letters) => letters.sendDue(),
  failed: 'sending letters failed; retrying',
  patienceMs: STOP_TIMEOUT_MS,
  stopped: (letters) => letters.close(),
});

/** Letters by e-mail, on paper, and the texts of answers. */
export const lettersProviders: readonly Provider[] = [
  LetterResolver,
  LetterOpeningsResolver,
  MailConcern,
  sendingLetters,
  SendDueLetters,
  PrintLetter,
  LetterOpenings,
  ConfirmedDatives,
  OpenLetter,
  AddressApplicant,
  ComposeSheet,
  MakePapers,
  LetterPapers,
  SendLetter,
  SendLinkLetter,
  RecordBounce,
  BounceReceiver,
  ReadCorrespondence,
  PreviewLetter,
  DraftSheet,
  SampleSheet,
  OfferTemplates,
  EditAnswerTemplates,
  AnswerTemplates,
  MailSources,
  LinkLetters,
  { provide: ReturnPath, useFactory: returnPath, inject: [NOTIFICATIONS_CONFIG, Secrets] },
  {
    provide: BOUNCE_PORT,
    useFactory: ({ bouncePort }: NotificationsConfig) => bouncePort,
    inject: [NOTIFICATIONS_CONFIG],
  },
  { provide: LetterSettings, useFactory: letterSettings, inject: [NOTIFICATIONS_CONFIG, ReturnPath, Secrets] },
  { provide: Mailer, useFactory: openMailer, inject: [NOTIFICATIONS_CONFIG, DATA_FOLDER] },
  { provide: Outbox, useFactory: (dataDir: string) => emlOutbox(outboxFolder(dataDir)), inject: [DATA_FOLDER] },
];

function returnPath({ mailFrom }: NotificationsConfig, secrets: Secrets): ReturnPath {
  return new ReturnPath(mailFrom, secrets.of('return-path'));
}

function letterSettings(config: NotificationsConfig, paths: ReturnPath, secrets: Secrets): LetterSettings {
  const { mailFrom, language, publicUrl, bouncePort } = config;
  const returning = bouncePort > 0 ? { returnPath: paths } : {};
  return {
    domain: mailFrom.slice(mailFrom.indexOf('@') + 1),
    language,
    publicUrl,
    pace: RETRY_FOR_A_DAY,
    replies: new ReplyAddresses(secrets.of('reply-address')),
    ...returning,
  };
}
