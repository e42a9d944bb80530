import { join } from 'node:path';
import { emlMailer } from './eml-outbox.js';
import { compact, type Mailer } from '@otklik/kernel';
import type { MailConfig } from './mail-config.js';
import { smtpMailer } from './smtp-mailer.js';

export function outboxFolder(dataDir: string): string {
  return join(dataDir, 'outbox');
}

/** To the mail server, or into files of the data folder. `silenceMs`: of the server, after which an attempt has failed. */
export function openMailer(
  { smtpUrl, mailFrom }: Pick<MailConfig, 'smtpUrl' | 'mailFrom'>,
  dataDir: string,
  silenceMs?: number,
): Mailer {
  if (smtpUrl === undefined) return emlMailer(outboxFolder(dataDir), mailFrom);
  return smtpMailer(compact({ url: smtpUrl, from: mailFrom, silenceMs }));
}
