import { domainToASCII } from 'node:url';

/** One letter to one person. */
export interface Letter {
  /** `<id@domain>`, derived from the causing event, so that a letter sent twice is recognised as one. */
  readonly messageId: string;
  /** A bare addr-spec that passes `isAddress`. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Where reports of a failed delivery go (RFC 5321, reverse-path); the sender's address when absent. */
  readonly returnPath?: string;
  /** Where a reply goes; to the sender's address when absent. */
  readonly replyTo?: string;
  /** Message-ID of the letter that it answers, with its brackets. */
  readonly inReplyTo?: string;
  readonly attachments?: readonly MailAttachment[];
  /** Address of a page whose POST ends what the letter is sent for, with one press and without a sign-in (RFC 8058). */
  readonly endsAt?: string;
}

export interface MailAttachment {
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly content: Uint8Array;
}

/** Sends letters. */
export abstract class Mailer {
  /** The proof: Message-ID and the server's code. Throws `MailFailure`, which is transient when the outcome is unknown. */
  abstract send(letter: Letter): Promise<string>;
  abstract close(): void;
}

/** Letters that were written to files instead of sent. */
export abstract class Outbox {
  /** Removes a person's letters. */
  abstract remove(messageIds: readonly string[]): Promise<void>;
}

export class MailFailure extends Error {
  override readonly name = 'MailFailure';

  constructor(
    /** The server's code or the name of the connection error; never the server's text, which may hold the address. */
    readonly code: string,
    /** A retry cannot succeed. */
    readonly final: boolean,
  ) {
    super(code);
  }
}

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const ADDRESS = new RegExp(`^${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$`);

/**
 * A bare dot-atom address of a named host (RFC 5321): no quotes, comments, groups, literals or folding, nothing that a
 * parser could read as a second recipient or a header. Letters beyond ASCII have no place in it without SMTPUTF8.
 */
export function isAddress(text: string): boolean {
  const [local = ''] = text.split('@');
  return text.length <= 254 && local.length <= 64 && ADDRESS.test(text);
}

/** As it goes to the server: the name of a host beyond ASCII (`алдан.рф`) in its wire form (RFC 5891). Everything else stays. */
export function wireAddress(text: string): string {
  const at = text.lastIndexOf('@');
  const host = text.slice(at + 1);
  if (at < 0 || /^\p{ASCII}*$/u.test(host)) return text;
  const wire = domainToASCII(host);
  return wire === '' ? text : `${text.slice(0, at)}@${wire}`;
}
