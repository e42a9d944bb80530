import { domainToASCII } from 'node:url';

/** One letter to one person. */
export interface Letter {
  /** `<id@domain>`: made of the notice, so that a letter sent twice is recognised as one. */
  readonly messageId: string;
  /** A bare addr-spec that `isAddress` has let through. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** How letters leave. */
export abstract class Mailer {
  /** The proof: Message-ID and the server's code. Throws `MailFailure`; a letter whose fate is unknown is a passing one. */
  abstract send(letter: Letter): Promise<string>;
  abstract close(): void;
}

/** Where letters lie that were written instead of sent. */
export abstract class Outbox {
  /** Removes a person's letters. */
  abstract remove(messageIds: readonly string[]): Promise<void>;
}

export class MailFailure extends Error {
  override readonly name = 'MailFailure';

  constructor(
    /** The server's code, or the name of what went wrong on the way; never its words, which may hold the address. */
    readonly code: string,
    /** No later try will help. */
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

/** As it goes to the server: the name of a host beyond ASCII (`алдан.рф`) in its wire form. Everything else stays. */
export function wireAddress(text: string): string {
  const at = text.lastIndexOf('@');
  const host = text.slice(at + 1);
  if (at < 0 || /^\p{ASCII}*$/u.test(host)) return text;
  const wire = domainToASCII(host);
  return wire === '' ? text : `${text.slice(0, at)}@${wire}`;
}
