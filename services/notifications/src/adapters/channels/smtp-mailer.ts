import { createTransport } from 'nodemailer';
import { isAddress, MailFailure, type Mailer } from '../../application/mail.js';

export interface SmtpOptions {
  /** `smtp://user:password@host:port` or `smtps://…` */
  readonly url: string;
  /** The sender's bare address. */
  readonly from: string;
  /** The longest silence of the server, ms. */
  readonly silenceMs?: number;
}

/** A connection for each letter: residents' letters are few, and a kept one may be dead. */
export function smtpMailer({ url, from, silenceMs = 30_000 }: SmtpOptions): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: Math.min(silenceMs, 10_000),
    greetingTimeout: Math.min(silenceMs, 10_000),
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ messageId, to, subject, text }) {
      if (!isAddress(to)) throw new MailFailure('ADDRESS', true);
      try {
        const sent = await transport.sendMail({
          messageId,
          from: { name: '', address: from },
          to: { name: '', address: to },
          envelope: { from, to: [to] },
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return `${messageId} ${statusOf(sent.response)}`;
      } catch (error) {
        throw asFailure(error);
      }
    },
    close: () => transport.close(),
  };
}

/** `250 2.0.0`: the words behind it may repeat the address. */
function statusOf(response: string): string {
  return /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(response)?.[0] ?? 'accepted';
}

/** RFC 4954: the server wants us to sign in, and may say so at any command. */
const LOGIN_WANTED = 530;

/**
 * Final is what the server says for good about this recipient or this letter. That it does not let us in, or is silent,
 * also after the letter was given over, is passing: the next try carries the same Message-ID.
 */
function asFailure(error: unknown): MailFailure {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  const aboutLetter = (command === 'RCPT TO' || command === 'DATA') && responseCode !== LOGIN_WANTED;
  const final = aboutLetter && (responseCode ?? 0) >= 500;
  return new MailFailure(String(responseCode ?? code ?? 'UNKNOWN'), final);
}
