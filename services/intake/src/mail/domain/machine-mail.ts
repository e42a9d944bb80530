/**
 * AUTOMATIC: sent by a program without a person's act, such as an answering machine or a report of a delivery: it makes
 * nothing. BULK: of a list; a moderator looks at it, and no program answers it (RFC 3834).
 */
export type MachineMail = 'AUTOMATIC' | 'BULK';

export interface MailHead {
  /** Values of a header of this lower-case name, in their order. */
  readonly values: (name: string) => readonly string[];
  readonly contentType: string;
  /** The reverse-path of the envelope: '' for a report; undefined where it is not known. */
  readonly returnPath: string | undefined;
}

const SENDERS = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|noreply-.*|bounces?)(\+.*)?@/;

/** What the head says of its sender; undefined: a person, as far as can be seen. `from`: the bare address in lower case. */
export function machineMail(head: MailHead, from: string | undefined): MachineMail | undefined {
  if (isAutomatic(head) || isReport(head, from)) return 'AUTOMATIC';
  return isBulk(head) ? 'BULK' : undefined;
}

function isAutomatic({ values }: MailHead): boolean {
  const submitted = values('auto-submitted').map(word);
  return (
    submitted.some((value) => value !== 'no') ||
    values('x-autoreply').some((value) => word(value) !== 'no') ||
    values('x-autorespond').length > 0 ||
    values('precedence').some((value) => word(value) === 'auto_reply')
  );
}

function isReport({ values, contentType, returnPath }: MailHead, from: string | undefined): boolean {
  return (
    returnPath === '' ||
    contentType.toLowerCase() === 'multipart/report' ||
    values('x-failed-recipients').length > 0 ||
    (from !== undefined && SENDERS.test(from))
  );
}

function isBulk({ values }: MailHead): boolean {
  const precedence = values('precedence').map(word);
  return (
    precedence.some((value) => ['bulk', 'list', 'junk'].includes(value)) ||
    ['list-id', 'list-unsubscribe', 'list-post'].some((name) => values(name).length > 0)
  );
}

/** The value without its parameters and comments. */
function word(value: string): string {
  return value
    .replace(/[;(].*$/s, '')
    .trim()
    .toLowerCase();
}
