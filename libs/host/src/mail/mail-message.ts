import type { SendMailOptions } from 'nodemailer';
import { isAddress, MailFailure, type Letter, type MailAttachment } from '@otklik/kernel';

/** The message of a letter from the bare address `from`. Throws `MailFailure` ADDRESS, which is final. */
export function mailMessage(
  { messageId, to, subject, text, returnPath, replyTo, inReplyTo, attachments = [], endsAt }: Letter,
  from: string,
): SendMailOptions {
  if (!isAddress(to)) throw new MailFailure('ADDRESS', true);
  return {
    messageId,
    from: { name: '', address: from },
    to: { name: '', address: to },
    envelope: { from: returnPath ?? from, to: [to] },
    subject,
    text,
    ...(attachments.length > 0 && { attachments: attachments.map(attached) }),
    ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
    ...(inReplyTo !== undefined && { inReplyTo, references: inReplyTo }),
    // No program answers it, Outlook's neither.
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(endsAt !== undefined && onePress(endsAt)),
    },
  };
}

/** RFC 8058: the mail program shows a button of its own, and posts to the address. */
function onePress(address: string) {
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function attached({ name, type, content }: MailAttachment) {
  return { filename: name, contentType: type, content: Buffer.from(content) };
}
