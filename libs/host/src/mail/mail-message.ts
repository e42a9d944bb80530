import type { SendMailOptions } from 'nodemailer';
import { isAddress, MailFailure, type Letter } from '@otklik/kernel';

/** The message of a letter from the bare address `from`. Throws `MailFailure` ADDRESS, which is final. */
export function mailMessage({ messageId, to, subject, text }: Letter, from: string): SendMailOptions {
  if (!isAddress(to)) throw new MailFailure('ADDRESS', true);
  return {
    messageId,
    from: { name: '', address: from },
    to: { name: '', address: to },
    envelope: { from, to: [to] },
    subject,
    text,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
