import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import { BeforeScript } from './before-fields.js';
import type { PageContent } from './document.js';
import type { SentReceipt } from './receipt-cookie.js';
import type { Speech, Word } from './words/index.js';

export interface SentPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly receipt: SentReceipt;
}

export function sentPage(page: SentPage): PageContent {
  return { title: titleOf(page), section: 'write', content: <Sent {...page} /> };
}

function titleOf({ speech: { say }, receipt }: SentPage): string {
  return receipt.isAppeal ? say('sent.appeal.title') : say('sent.title');
}

/** `5N4J-N4JB-EKQX-EHNJ`: four by four, as it is read out and typed. */
export function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

function Sent({ district, speech, receipt }: SentPage) {
  const { say } = speech;
  const { code: district_ } = district;
  const { number, code, isUrgent, isAppeal } = receipt;
  const word = (name: 'keep' | 'open', message: Word): Word => (isAppeal ? `sent.appeal.${name}` : message);
  const home = `/${district_}`;
  return (
    <>
      <h1>{titleOf({ district, speech, receipt })}</h1>
      <p className="lead">{leadOf({ district, speech, receipt })}</p>
      {receipt.isUnjoined ? <p>{say('before.unjoined')}</p> : null}
      {isUrgent ? (
        <p className="warn">
          <b>{say('urgent.title')}</b>
          {` ${say('urgent.now')} `}
          <a href="tel:112">112</a>.
        </p>
      ) : null}
      <section className="keep" aria-label={`${say('sent.number')}, ${say('sent.code')}`}>
        <dl>
          <dt>{say('sent.number')}</dt>
          <dd translate="no" id="number">
            {number}
          </dd>
          <dt>{say('sent.code')}</dt>
          <dd translate="no" id="code">
            {grouped(code)}
          </dd>
          <dt>{say('sent.accepted')}</dt>
          <dd className="plain">{speech.fullMoment(receipt.receivedAt, district.zone)}</dd>
        </dl>
        <p>{say(word('keep', 'sent.keep'))}</p>
      </section>
      <p className="buttons gap" id="keep-buttons" hidden data-copied={say('sent.copied')} data-key={receipt.key}>
        <button className="button" type="button" data-act="copy">
          {say('sent.copy')}
        </button>
        <button className="button" type="button" data-act="print">
          {say('sent.print')}
        </button>
      </p>
      <BeforeScript />
      {receipt.isJoined ? null : (
        <section className="part">
          <h2>{say('sent.next')}</h2>
          <ol className="path">
            <Steps district={district} speech={speech} receipt={receipt} />
          </ol>
        </section>
      )}
      <section className="part">
        <h2>{say('sent.now')}</h2>
        <p>
          <a href={`${home}/follow`}>{say(word('open', 'sent.open'))}</a>
        </p>
        {isAppeal ? (
          <p>
            <a href={`${home}/mine`}>{say('mine.all')}</a>
          </p>
        ) : null}
        <p>
          <a href={`${home}/follow/supplement`}>{say('sent.supplement')}</a>
        </p>
        <p>
          <a href={`${home}/write`}>{say('sent.another')}</a>
        </p>
      </section>
    </>
  );
}

function leadOf({ district: { zone }, speech, receipt }: SentPage): string {
  const { answerBy, receivedAt, isJoined } = receipt;
  if (isJoined) return speech.say('before.joined');
  if (answerBy === undefined) return speech.say('sent.lead');
  if (isSameDay(answerBy, receivedAt, { speech, zone })) return speech.say('sent.leadToday');
  return speech.say('sent.leadBy', { date: speech.day(answerBy, zone) });
}

/** The page is shown to the sender at once, so that the day of the receipt is today. */
function isSameDay(day: string, receivedAt: string, of: { readonly speech: Speech; readonly zone: string }): boolean {
  return of.speech.day(day, of.zone) === of.speech.day(receivedAt, of.zone);
}

/** Nothing is sent to a telephone: an official calls, and about an appeal not even that is an answer. */
function answerWay({ contact, isAppeal }: SentPage['receipt'], { say }: Speech): string {
  if (contact === 'phone' && !isAppeal) return say('sent.step.callTo');
  if (contact !== 'email') return say(isAppeal ? 'sent.appeal.answerPage' : 'sent.step.answerPage');
  return say(isAppeal ? 'sent.appeal.answerTo' : 'sent.step.answerTo', { contact: say('contact.email') });
}

function answerDay(
  answerBy: string | undefined,
  receivedAt: string,
  of: { readonly speech: Speech; readonly zone: string },
): string | undefined {
  const { say, shortDay } = of.speech;
  if (answerBy === undefined) return undefined;
  if (isSameDay(answerBy, receivedAt, of)) return say('sent.step.answerToday');
  return say('sent.step.answerBy', { date: shortDay(answerBy, of.zone) });
}

function Steps({ district: { zone }, speech, receipt }: SentPage) {
  const { say, moment, shortDay } = speech;
  const { receivedAt, isAppeal, registerBy, answerBy } = receipt;
  const inWords = isAppeal ? say('sent.appeal.stepWhen') : say('sent.step.readWhen');
  const isToday = registerBy !== undefined && isSameDay(registerBy, receivedAt, { speech, zone });
  const read = isToday ? 'sent.step.readToday' : 'sent.step.read';
  const isDay = registerBy !== undefined && (isAppeal || !isToday);
  return (
    <>
      <li className="done">
        <b>{say('sent.step.received')}</b>
        <span>{say('sent.step.receivedAt', { date: moment(receivedAt, zone) })}</span>
      </li>
      <li className="now" aria-current="step">
        <b>{say(isAppeal ? 'sent.appeal.step' : read)}</b>
        <span>{isDay ? say('path.nowBy', { date: shortDay(registerBy, zone) }) : inWords}</span>
      </li>
      <li>
        <b>{say('sent.step.pass')}</b>
        <span>{say(isAppeal ? 'sent.appeal.passWhen' : 'sent.step.passWhen')}</span>
      </li>
      <li>
        <b>{say('sent.step.answer')}</b>
        <span>
          {[answerDay(answerBy, receivedAt, { speech, zone }), answerWay(receipt, speech)].filter(Boolean).join(', ')}
        </span>
      </li>
    </>
  );
}
