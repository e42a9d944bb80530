import { createTransport } from 'nodemailer';
import { MailFailure, type Mailer } from '@otklik/kernel';
import { mailMessage } from './mail-message.js';

export interface SmtpOptions {
  /** `smtp://user:password@host:port` or `smtps://…` */
  readonly url: string;
  /** The sender's bare address. */
  readonly from: string;
  /** Socket timeout, ms. */
  readonly silenceMs?: number;
}

/** Opens a connection for each letter: letters are few, and a pooled connection may be dead. */
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
    async send(letter) {
      const message = mailMessage(letter, from);
      try {
        const sent = await transport.sendMail(message);
        return `${letter.messageId} ${statusOf(sent.response)}`;
      } catch (error) {
        throw asFailure(error);
      }
    },
    close: () => transport.close(),
  };
}

const CHECK_TIMEOUT_MS = 5_000;

/** Connects to the mail server and signs in, as for a letter, and sends none. Answers the code of its refusal; undefined: it would take letters. */
export async function mailServerRefusal(url: string): Promise<string | undefined> {
  const patience = {
    connectionTimeout: CHECK_TIMEOUT_MS,
    greetingTimeout: CHECK_TIMEOUT_MS,
    socketTimeout: CHECK_TIMEOUT_MS,
  };
  const transport = createTransport({ url, ...patience });
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    return asFailure(error).code;
  } finally {
    transport.close();
  }
}

/** `250 2.0.0`: the text behind it may repeat the address. */
function statusOf(response: string): string {
  return /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(response)?.[0] ?? 'accepted';
}

/** RFC 4954: authentication required, possible after any command. */
const AUTHENTICATION_REQUIRED = 530;

/**
 * Final is a permanent refusal of this recipient or this letter. A failed login or a timeout, also one after the letter was
 * transmitted, is transient: the retry carries the same Message-ID.
 */
function asFailure(error: unknown): MailFailure {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  const aboutLetter = (command === 'RCPT TO' || command === 'DATA') && responseCode !== AUTHENTICATION_REQUIRED;
  const final = aboutLetter && (responseCode ?? 0) >= 500;
  return new MailFailure(String(responseCode ?? code ?? 'UNKNOWN'), final);
}
