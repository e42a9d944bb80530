import type { AnswerWay, NoticeKind, NoticeWay, Regime } from '@otklik/contracts/enumerations';

/** What is known of an applicant when a notice is opened. */
export interface Reachable {
  readonly regime: Regime;
  readonly channel: string;
  /** Signed in at an issuer that vouches for the applicant: the follow-up page is then the account that the law speaks of. */
  readonly account: boolean;
  readonly email: boolean;
  readonly phone: boolean;
  readonly address: boolean;
  readonly wish: AnswerWay | null;
  /** Of a message from a network. */
  readonly source?: SourceWays | undefined;
}

/** Where a message from a network may be answered. */
export interface SourceWays {
  /** It came as a comment: the answer is posted in the thread of the question. */
  readonly thread: boolean;
  /** The network lets us write to its author. */
  readonly direct: boolean;
}

const WISHED: Readonly<Record<AnswerWay, NoticeWay>> = {
  POST: 'PAPER',
  EMAIL: 'EMAIL',
  PHONE: 'ORAL',
  // It is printed and handed over against a signature.
  IN_PERSON: 'PAPER',
};

/**
 * The lawful ways of a notice in the order in which they are tried; at least one. The last is the follow-up page or a letter on
 * paper, which a person sends: it cannot fail by itself.
 *
 * Who wrote on paper is answered by a letter to the postal address; who wrote electronically, at the e-mail address or in the
 * account that the appeal names (59-FZ art. 7(3), 10(4)). An oral answer is given in the course of a reception alone (art. 13(3)): what
 * is signed afterwards is written.
 * No law tells how a message is answered: any way will do, the follow-up page too. One from a network is answered there first; one of the
 * feedback platform there alone, by hand, where its sender reads it.
 */
export function noticeWays(to: Reachable): readonly NoticeWay[] {
  if (to.regime === 'POS_MESSAGE') return ['POS'];
  const lawful = isMessage(to.regime) ? waysOfMessage(to) : waysOfAppeal(to);
  const wished = to.wish === null ? undefined : WISHED[to.wish];
  return wished !== undefined && lawful.includes(wished) ? [wished, ...lawful.filter((way) => way !== wished)] : lawful;
}

/**
 * The number is sent where that costs neither a letter nor a call: the law demands the registration, not a notice of it
 * (59-FZ art. 8(2)). Undefined: it is shown on the receipt and the follow-up page.
 */
export function waysOf(kind: NoticeKind, to: Reachable): readonly NoticeWay[] | undefined {
  if (to.regime === 'POS_MESSAGE') return ONLY_TOLD.includes(kind) ? undefined : noticeWays(to);
  return waysBeside(kind, to);
}

/** Of all that did not come through the feedback platform, which shows its senders the state by itself. */
function waysBeside(kind: NoticeKind, to: Reachable): readonly NoticeWay[] | undefined {
  // What explains a letter goes back by letter.
  if (kind === 'HOW_TO_APPEAL') return to.email ? ['EMAIL', 'PAGE'] : undefined;
  if (kind === 'STRUCK' && !isReachable(to)) return undefined;
  const isOnlyTold = ONLY_TOLD.includes(kind);
  if (!isOnlyTold || (to.source && isMessage(to.regime))) return noticeWays(to);
  return to.email && to.channel !== 'IMPORT' ? ['EMAIL', 'PAGE'] : undefined;
}

/** There is an address to which the number could have been sent. */
function isReachable({ email, phone, address, account, source, channel }: Reachable): boolean {
  return email || phone || address || account || source !== undefined || channel === 'SITE';
}

const ONLY_TOLD: readonly NoticeKind[] = ['REGISTERED', 'TAKEN_UP', 'CONSENT_WITHDRAWN'];

function isMessage(regime: Regime): boolean {
  return regime === 'SOCIAL_MESSAGE' || regime === 'POS_MESSAGE';
}

/** A letter goes to those alone who asked for one. */
function waysOfMessage({ email, phone, address, wish, source }: Reachable): readonly NoticeWay[] {
  const asksForLetter = (wish === 'POST' && address) || wish === 'IN_PERSON';
  return [
    ...(source?.thread ? (['THREAD'] as const) : []),
    ...(source?.direct ? (['DIRECT'] as const) : []),
    ...(email ? (['EMAIL'] as const) : []),
    ...(phone ? (['ORAL'] as const) : []),
    ...(asksForLetter ? (['PAPER'] as const) : []),
    'PAGE',
  ];
}

/** Without an address a letter is a person's task: to find one, or to hand it over. */
function waysOfAppeal({ channel, account, email, address }: Reachable): readonly NoticeWay[] {
  const mail = email ? (['EMAIL'] as const) : [];
  if (channel === 'SITE' && account) return [...mail, 'PAGE'];
  return channel !== 'SITE' && address ? ['PAPER', ...mail] : [...mail, 'PAPER'];
}
