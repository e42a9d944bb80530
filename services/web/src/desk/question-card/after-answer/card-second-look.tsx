import { Link } from 'wouter';
import { useDistrict } from '../../../frame/district.js';
import { dayIn, fullDate, momentIn } from '../../../parts/dates.js';
import { shortName } from '../../../parts/names.js';
import { t } from '../../../words/words.js';
import type { Card } from '../../../acts/card.js';

/** Why the applicant asks for another consideration, and what was decided. */
export function CardReopening({ card }: { readonly card: Card }) {
  const { zone } = useDistrict();
  const { reopening } = card;
  if (!reopening) return null;
  const { reason, question, requestedAt, decision, decidedAt, decisionReason, granted } = reopening;
  const ordinal = card.row.questions.find(({ id }) => id === question)?.ordinal;
  return (
    <section>
      <h2>
        {t('card.reopening')} <small>{momentIn(zone, requestedAt)}</small>
      </h2>
      {ordinal && <p className="muted">{t('card.reopeningOf', { ordinal })}</p>}
      <p className="read is-kept">{reason ?? t('card.noText')}</p>
      <p>
        {decision && decidedAt
          ? t(`card.reopening${decision}`, { date: momentIn(zone, decidedAt) })
          : t('card.reopeningWaits')}
        {granted > 0 && ` ${t('card.reopeningGrantedTimes', { count: granted })}`}
      </p>
      {decisionReason && <p className="read is-kept">{decisionReason}</p>}
    </section>
  );
}

/** The answers that were given before the one beside; each is opened by a press. */
export function EarlierAnswers({ card }: { readonly card: Card }) {
  const { zone } = useDistrict();
  const earlier = card.answers.filter((answer) => !stands(card, answer));
  if (earlier.length === 0) return null;
  return (
    <section>
      <h2>{t(isAnew(card) ? 'card.earlierAnswers' : 'card.answers')}</h2>
      {earlier.map((answer) => {
        const { question, signedAt, outcome, signedBy, text, isOral } = answer;
        const ordinal = card.row.questions.find(({ id }) => id === question)?.ordinal ?? 1;
        const by = signedBy ? shortName(signedBy.name) : '';
        const words = { ordinal, date: momentIn(zone, signedAt), outcome: t(`card.outcome${outcome}`), by };
        return (
          <details key={`${question}${signedAt}`} className="earlier-answer">
            <summary>{t(isOral ? 'card.earlierAnswerOral' : 'card.earlierAnswer', words)}</summary>
            <p className="read is-kept">{text ?? t('card.noText')}</p>
          </details>
        );
      })}
    </section>
  );
}

const ENDED: readonly Card['row']['state'][] = ['ANSWERED', 'FORWARDED', 'LEFT_UNANSWERED'];

/** There is another answer, or a draft of one. */
function isAnew({ answers, row }: Card): boolean {
  return answers.length > row.questions.length || !ENDED.includes(row.state);
}

/** It is the one beside the sheet. */
function stands({ responses }: Card, { question, signedAt, isOral }: Card['answers'][number]): boolean {
  return !isOral && responses.some((one) => one.question === question && one.signedAt === signedAt);
}

/** Where it came here, and by which district it was passed on. */
function ConsentWithdrawal({ card: { consentWithdrawnAt: at, consentWithdrawnFrom: from } }: { readonly card: Card }) {
  const { zone } = useDistrict();
  if (!at) return null;
  return (
    <p>
      {t('card.consentWithdrawn', { date: fullDate(dayIn(zone, at)) })}
      {from && ` ${t('card.consentWithdrawnFrom', { district: from })}`}
    </p>
  );
}

/** Under the number: where it came from, the number it had as a message, and why the registration is struck. */
export function Registrations({ card }: { readonly card: Card }) {
  const { code, zone } = useDistrict();
  const { registeredBefore, correction, legalHold, origin } = card;
  return (
    <>
      {origin && (
        <p className="muted">
          {t('card.origin', { district: origin.from, number: origin.number, date: fullDate(origin.registeredOn) })}
          {origin.reason && ` ${t('card.originReason', { reason: origin.reason })}`}
        </p>
      )}
      {registeredBefore.map(({ number, journal, registeredOn }) => (
        <p key={number} className="muted">
          {t(`card.registeredBefore${journal}`, { number, date: fullDate(registeredOn) })}
        </p>
      ))}
      <ConsentWithdrawal card={card} />
      {legalHold && (
        <p>
          <b>{t('card.legalHold', { date: fullDate(dayIn(zone, legalHold.since)) })}</b>
          {legalHold.reason && <span className="muted is-kept">{` ${legalHold.reason}`}</span>}
        </p>
      )}
      <StrikeProposed card={card} />
      {correction && (
        <p>
          <b>{t(`card.correct${correction.ground}`)}</b>
          {correction.of && correction.number && (
            <>
              {' '}
              <Link href={`/desk/${code}/card/${correction.of}`}>{correction.number}</Link>
            </>
          )}
          {correction.reason && <span className="muted is-kept">{` ${correction.reason}`}</span>}
        </p>
      )}
    </>
  );
}

function StrikeProposed({ card: { strikeProposal } }: { readonly card: Card }) {
  if (!strikeProposal) return null;
  const { proposedBy, proposedOn, reason } = strikeProposal;
  const by = proposedBy ? shortName(proposedBy.name) : '';
  return (
    <p>
      <b>{t('card.strikeProposed', { by, date: fullDate(proposedOn) })}</b>
      {reason && <span className="muted is-kept">{` ${reason}`}</span>}
    </p>
  );
}
