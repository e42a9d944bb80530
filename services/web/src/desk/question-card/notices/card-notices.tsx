import { LetterSignature } from '../../../acts/signature.js';
import { useDistrict } from '../../../frame/district.js';
import { dayIn, dayMonth, fullDate, momentIn, timeOfDay } from '../../../parts/dates.js';
import { shortName } from '../../../parts/names.js';
import { t } from '../../../words/words.js';
import { LetterFiles, useKeptLetters, type KeptLetter } from './letter-files.js';
import { codeWords, NoticeAttention } from './notice-attention.js';
import type { Card } from '../../../acts/card.js';

type Notice = Card['notices'][number];

interface NoticesProps {
  readonly card: Card;
  /** Absent: nothing can be done with it, as with a card of the past. */
  readonly onChanged: ((consistencyToken: string) => void) | undefined;
}

/** Notices to the applicant and letters to bodies, as sent: the channel, and the proof. */
export function CardNotices({ card, onChanged }: NoticesProps) {
  const kept = useKeptLetters(card);
  const asLeft = inOrder(card.notices);
  const letters = asLeft.filter(({ kind }) => isLetter(kind));
  const notices = asLeft.filter(({ kind }) => !isLetter(kind));
  return (
    <>
      <NoticeList title={t('card.notices')} notices={notices} kept={kept} card={card} onChanged={onChanged} />
      <NoticeList title={t('card.letters')} notices={letters} kept={kept} card={card} onChanged={onChanged} />
    </>
  );
}

interface ListProps extends NoticesProps {
  readonly title: string;
  readonly notices: readonly Notice[];
  /** By their notices. */
  readonly kept: ReadonlyMap<string, KeptLetter>;
}

function NoticeList({ title, notices, kept, card, onChanged }: ListProps) {
  if (notices.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="facts">
        {notices.map((notice) => (
          <NoticeItem
            key={notice.id}
            notice={notice}
            kept={kept.get(notice.id)}
            place={placeOf(notice, card)}
            onChanged={onChanged}
          />
        ))}
      </ul>
    </section>
  );
}

/** An official posts a letter; what the product sends by itself is on its way. */
function waitWords({ state, way, isToSign }: Notice): string {
  if (isToSign && state === 'PENDING') return t('card.noticeToSign');
  return t(state === 'PENDING' && way === 'PAPER' ? 'card.noticeToPost' : `card.notice${state}`);
}

/** It goes to a body, and not to the applicant. */
function isLetter(kind: Notice['kind']): boolean {
  return kind === 'COVERING' || kind === 'REQUEST' || kind === 'INFORMING';
}

interface Place {
  readonly ordinal: number | undefined;
  readonly round: number;
}

/** The question that it speaks of, where there are several, and the how manieth answer to it this is. */
function placeOf({ id, kind, question }: Notice, { notices, row }: Card): Place {
  const ordinal = row.questions.length > 1 ? (question?.ordinal ?? undefined) : undefined;
  const alike = notices.filter((one) => one.kind === kind && one.question?.id === question?.id);
  const round = kind === 'ANSWERED' && !alike.some(({ cancelled }) => cancelled) ? rankOf(id, alike) : 1;
  return { ordinal, round };
}

/** By the time of the dispatch; what was not sent yet is the last. */
function inOrder(notices: readonly Notice[]): readonly Notice[] {
  const moment = ({ dispatchedAt }: Notice): string => dispatchedAt ?? '9999';
  return notices.toSorted((a, b) => moment(a).localeCompare(moment(b)));
}

/** From 1. */
function rankOf(id: string, alike: readonly Notice[]): number {
  return inOrder(alike).findIndex((one) => one.id === id) + 1;
}

interface ItemProps extends Pick<NoticesProps, 'onChanged'> {
  readonly notice: Notice;
  readonly kept: KeptLetter | undefined;
  readonly place: Place;
}

function NoticeItem({ notice, kept, place, onChanged }: ItemProps) {
  const { zone } = useDistrict();
  const { kind, body, failed, proof, lateProof, dispatchedAt, link } = notice;
  return (
    <li>
      {dispatchedAt ? (
        <time
          dateTime={dispatchedAt}
        >{`${dayMonth(dayIn(zone, dispatchedAt))}, ${timeOfDay(dispatchedAt, zone)}`}</time>
      ) : (
        <span className="muted">{waitWords(notice)}</span>
      )}
      <div>
        {`${body ? `${body}. ` : ''}${kindWords(kind, place)}: ${t(`card.noticeWay${notice.way}`)}`}
        {leftWords(notice)}
        {notice.cancelled && ` (${t(`card.noticeCancelled${notice.cancelled}`)})`}
        {failed.map(({ way, code, at }) => (
          <span key={at} className="muted is-kept">
            {`\n${t('card.noticeFailed', { way: t(`card.noticeWay${way}`), code: codeWords(code, way), at: momentIn(zone, at) })}`}
          </span>
        ))}
        {proof && dispatchedAt && !notice.posting && <Proof sent={{ way: notice.way, proof, dispatchedAt }} />}
        <InPlace notice={notice} />
        {link && (
          <a href={link} target="_blank" rel="noreferrer">
            {t('card.noticeLink')}
          </a>
        )}
        <LetterFiles letter={kept} />
        <NoticeAttention notice={notice} onChanged={onChanged} />
        <LetterSignature letter={notice} onChanged={onChanged} />
        {lateProof && (
          <>
            <b className="attn is-kept">
              {`\n${t('card.noticeLate', { at: momentIn(zone, lateProof.dispatchedAt) })}`}
            </b>
            <Proof sent={lateProof} />
          </>
        )}
      </div>
    </li>
  );
}

/** Since when it is seen where it was sent; a removal there is shown so that an official decides what follows. */
function InPlace({ notice: { way, seenAt, readAt, removedAt, soughtAt } }: { readonly notice: Notice }) {
  const { zone } = useDistrict();
  if (way !== 'THREAD' && way !== 'DIRECT') return null;
  if (removedAt)
    return <b className="attn is-kept">{`\n${t(`card.noticeRemoved${way}`, { at: momentIn(zone, removedAt) })}`}</b>;
  if (soughtAt)
    return <b className="attn is-kept">{`\n${t('card.noticeNotFound', { at: momentIn(zone, soughtAt) })}`}</b>;
  if (readAt) return <div className="muted">{t('card.noticeRead', { at: momentIn(zone, readAt) })}</div>;
  return seenAt ? <div className="muted">{t(`card.noticeSeen${way}`, { at: momentIn(zone, seenAt) })}</div> : null;
}

function kindWords(kind: Notice['kind'], { ordinal, round }: Place): string {
  return [
    round > 1 ? t('card.noticeAgain', { round }) : t(`card.noticeKind${kind}`),
    ...(ordinal === undefined ? [] : [t('card.noticeQuestion', { ordinal })]),
  ].join(', ');
}

type Sent = NonNullable<Notice['lateProof']>;

/** A page, a call and a letter on paper prove themselves by their record; an e-mail by what the mail server replied. */
function Proof({ sent: { way, proof, dispatchedAt } }: { readonly sent: Sent }) {
  const { zone } = useDistrict();
  if (way === 'THREAD' || way === 'DIRECT' || way === 'OPEN311')
    return <OfNetwork way={way} proof={proof} at={momentIn(zone, dispatchedAt)} />;
  if (way !== 'EMAIL') return <div className="muted">{t(`card.noticeProof${way}`)}</div>;
  return (
    <div className="muted">
      {t('card.noticeProofEMAIL', { at: momentIn(zone, dispatchedAt) })}
      <details className="why">
        <summary>{t('card.noticeProofShow')}</summary>
        <span className="evidence">{proof}</span>
      </details>
    </div>
  );
}

interface OfNetworkProps {
  readonly way: 'THREAD' | 'DIRECT' | 'OPEN311';
  readonly proof: string;
  readonly at: string;
}

/** What the service writes where an official has looked for the message. */
const SEEN = 'SEEN_THERE';

/** A network proves by its id of our message, a body by that of our request, or an official has seen it there. */
function OfNetwork({ way, proof, at }: OfNetworkProps) {
  if (proof === SEEN) return <div className="muted">{t('card.noticeProofSeen', { at })}</div>;
  return (
    <div className="muted">
      {t(`card.noticeProof${way}`, { at })}
      <details className="why">
        <summary>{t('card.noticeProofShow')}</summary>
        <span className="evidence">{proof}</span>
      </details>
    </div>
  );
}

/** How a letter was posted, or what was entered in the feedback platform. */
function leftWords({ posting, entered }: Notice): string {
  if (posting) return `, ${postingWords(posting)}`;
  if (!entered) return '';
  const { enteredOn, state } = entered;
  return `, ${t('card.noticeEntered', { date: fullDate(enteredOn), state: t(`pos.state${state}`) })}`;
}

function postingWords({ means, number, sentOn, track, by, after }: NonNullable<Notice['posting']>): string {
  return [
    `${t(`post.means${means}`).toLowerCase()}, ${t('card.noticeNumber', { number, date: fullDate(sentOn) })}`,
    ...(track ? [t('card.noticeTrack', { track })] : []),
    ...(by ? [shortName(by.name)] : []),
    ...(after ? [`${t(`post.outcome${after.outcome}`)} ${fullDate(after.on)}`] : []),
  ].join(', ');
}
