import { Suspense } from 'react';
import { Link } from 'wouter';
import { ActBar } from '../../acts/act-bar.js';
import { correctDetails } from '../../acts/appeal.js';
import { useDistrict } from '../../frame/district.js';
import { later } from '../../frame/later.js';
import { dayIn, fullDate, momentIn } from '../../parts/dates.js';
import { Files } from '../../parts/files.js';
import { GivenTopic } from '../../parts/given-topic.js';
import { Letters } from '../../parts/letters.js';
import { MapPoint } from '../../parts/map-point.js';
import { SourcePost } from '../../frame/source-post.js';
import { t } from '../../words/words.js';
import { ApplicantCell } from './applicant/applicant-cell.js';
import { CardControl } from './terms/card-control.js';
import { CardHistory } from './history/card-history.js';
import { CardNotices } from './notices/card-notices.js';
import { CardReactions } from './reactions/card-reactions.js';
import { CardQuestions } from './questions/card-questions.js';
import { CardReopening, EarlierAnswers, Registrations } from './after-answer/card-second-look.js';
import { Supplements } from './after-answer/card-supplements.js';
import { Repeat } from './card-repeat.js';
import { Terms } from './terms/card-terms.js';
import { QuestionDecisions } from './questions/question-decisions.js';
import type { Card, Question } from '../../acts/card.js';

/** Few cards have it. */
const CardPublications = later(async () => ({
  default: (await import('./publication/card-publications.js')).CardPublications,
}));

const MESSAGES: readonly Card['row']['regime'][] = ['SOCIAL_MESSAGE', 'POS_MESSAGE'];

/** The card as a sheet of the card index: number and date first, then the ruled fields. */
export function CardSheet(props: {
  readonly card: Card;
  readonly chosen: string | undefined;
  /** Absent: nothing can be done with it, as with a card of the past. */
  readonly onChanged?: (consistencyToken: string) => void;
}) {
  const { card, chosen, onChanged } = props;
  const { row } = card;
  const question = row.questions.find(({ id }) => id === chosen);
  const { zone } = useDistrict();
  return (
    <article className="sheet">
      <div className="sheet-no">
        <h1>
          {card.correction ? <s>{row.number ?? row.receipt}</s> : (row.number ?? row.receipt)}{' '}
          <small>{t('card.ofDate', { date: fullDate(row.registeredOn ?? dayIn(zone, row.receivedAt)) })}</small>
        </h1>
        <p>
          <b>{stateWords(row, question)}</b>
        </p>
      </div>
      <Gist card={card} onChanged={onChanged} />
      <Registrations card={card} />
      <Blank card={card} chosen={chosen} />
      <Terms card={card} />
      <section>
        <h2>
          {t(MESSAGES.includes(row.regime) ? 'card.message' : 'card.appeal')}{' '}
          <small>{momentIn(zone, row.receivedAt)}</small>
        </h2>
        <Source card={card} />
        <p className="read is-kept">{card.text ?? t(card.erased ? 'card.erased' : 'card.noText')}</p>
        <GivenTopic given={card} />
        <Files files={card.files} />
        <AtOnce card={card} />
        <Supplements card={card} onChanged={onChanged} />
        <Letters letters={card.letters} />
      </section>
      <CardQuestions card={card} chosen={chosen} />
      <CardControl card={card} chosen={question} />
      {question && onChanged && (
        <QuestionDecisions key={question.id} card={card} question={question} onChanged={onChanged} />
      )}
      <CardReopening card={card} />
      <EarlierAnswers card={card} />
      <Suspense>
        <CardPublications card={card} onChanged={onChanged} />
      </Suspense>
      <Notes card={card} />
      <CardNotices card={card} onChanged={onChanged} />
      <CardReactions card={card} />
      <CardHistory card={card} />
    </article>
  );
}

/** What it asks, where an official said it: the text below says it otherwise. Corrected in the form that the menu has, too. */
function Gist(props: { readonly card: Card; readonly onChanged: ((consistencyToken: string) => void) | undefined }) {
  const { card, onChanged } = props;
  const { gist } = card.row;
  if (!gist) return null;
  return (
    <div className="sheet-gist">
      <h2>{gist}</h2>
      {onChanged && <ActBar acts={[correctHere]} scope={card} about={({ row }) => row} onChanged={onChanged} />}
    </div>
  );
}

const { shortcut: _shortcut, ...correct } = correctDetails;
const correctHere: typeof correctDetails = { ...correct, words: () => t('card.correct') };

/** Where it was written, and under what. */
function Source({ card: { source } }: { readonly card: Card }) {
  return (
    <>
      <SourcePost source={source} />
      {source?.url && (
        <p className="muted">
          <a href={source.url} target="_blank" rel="noreferrer">
            {t('parts.openThere', { network: t(`parts.networkLong${source.network}`) })}
          </a>
        </p>
      )}
    </>
  );
}

/** What the moderator answered without a case. */
function AtOnce({ card: { atOnce } }: { readonly card: Card }) {
  if (!atOnce) return null;
  return (
    <>
      <h2>{t('card.atOnce')}</h2>
      <p className="read is-kept">{atOnce.text ?? t('card.erased')}</p>
    </>
  );
}

/** Of a question that has no executor yet, that it waits for one: a head gives it with the resolution. */
function stateWords({ state }: Card['row'], question: Question | undefined): string {
  if (state === 'REGISTERED' && question?.state === 'ROUTED' && !question.executor) return t('card.awaitsResolution');
  return t(`card.state${state}`);
}

function Blank({ card, chosen }: { readonly card: Card; readonly chosen: string | undefined }) {
  const { row } = card;
  const question = row.questions.find(({ id }) => id === chosen);
  return (
    <dl className="blank">
      <Cell name={t('card.kind')}>{t(`card.regime${row.regime}`)}</Cell>
      <Cell name={t('card.from')}>{t(`parts.channelLong${row.channel}`)}</Cell>
      <Cell name={t('card.files')}>{card.files.length || t('card.none')}</Cell>
      <ApplicantCell appeal={row.id} author={row.source?.author ?? undefined} />
      <div>
        <dt className="d-label">{t('card.earlier')}</dt>
        <dd>
          <Earlier card={card} />
          <Repeat card={card} />
        </dd>
      </div>
      <div className="is-first w8">
        <dt className="d-label">{t('card.place')}</dt>
        <dd>
          <Place place={card.place} />
        </dd>
      </div>
      <Cell name={t('card.department')}>{question?.department?.name ?? '—'}</Cell>
      <SentOn card={card} />
      <Entry card={card} />
      <Collective card={card} />
    </dl>
  );
}

function Place({ place }: Pick<Card, 'place'>) {
  if (!place) return t('card.noPlace');
  return (
    <>
      {[place.settlement?.name, place.text].filter(Boolean).join(', ')}
      <MapPoint point={place.point} />
    </>
  );
}

/** What the registrar read on the paper, and how the applicant asked to be answered. */
function Entry({ card: { entry } }: { readonly card: Card }) {
  if (!entry) return null;
  const { kind, answerWay, originalNumber, originalDate, sheets, enclosures, forwardedBy } = entry;
  const parts = [
    kind && t(`registration.kind${kind}`),
    originalNumber && t('card.originalNumber', { number: originalNumber }),
    originalDate && t('card.originalDate', { date: fullDate(originalDate) }),
    isCount(sheets) && t('card.sheets', { count: sheets }),
    isCount(enclosures) && t('card.enclosures', { count: enclosures }),
    forwardedBy && t('card.handedOnBy', { by: forwardedBy }),
    answerWay && t('card.answerWay', { way: t(`registration.answer${answerWay}`) }),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <div className="is-first w12">
      <dt className="d-label">{t('card.entry')}</dt>
      <dd>{parts.join(', ')}</dd>
    </div>
  );
}

/** The body that sent it on, with its letter and what it asks for. */
function SentOn({ card: { receivedFrom } }: { readonly card: Card }) {
  if (!receivedFrom) return null;
  const { kind, body, number, date, term, wantsAnswer } = receivedFrom;
  const parts = [
    `${body ?? t('card.sentBodyErased')} (${t(`parts.sender${kind}`)})`,
    number && t('card.sentNumber', { number }),
    date && t('card.sentDate', { date: fullDate(date) }),
    term && t('card.sentTerm', { date: fullDate(term) }),
    wantsAnswer && t('card.sentWantsAnswer'),
  ].filter(Boolean);
  return (
    <div className="is-first w12">
      <dt className="d-label">{t('card.receivedFrom')}</dt>
      <dd>{parts.join(', ')}</dd>
    </div>
  );
}

function isCount(count: number | null | undefined): count is number {
  return typeof count === 'number' && count > 0;
}

function Collective({ card: { entry } }: { readonly card: Card }) {
  if (!entry?.signatories) return null;
  return (
    <div className="is-first w12">
      <dt className="d-label">{t('card.collective')}</dt>
      <dd>{t('card.signatories', { count: entry.signatories })}</dd>
    </div>
  );
}

function Cell({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="d-label">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** So many are seen without a press. */
const EARLIER_SHOWN = 2;

/** The person's other appeals: the latest are seen, the others one press away. */
function Earlier({ card }: { readonly card: Card }) {
  const { earlier, earlierTotal } = card;
  if (earlier.length === 0) return t('card.none');
  const others = earlier.slice(EARLIER_SHOWN);
  return (
    <div className="earlier">
      <p>{t('card.earlierCount', { count: earlierTotal })}</p>
      <EarlierList appeals={earlier.slice(0, EARLIER_SHOWN)} />
      {others.length > 0 && (
        <details>
          <summary>{t('card.earlierOthers', { count: others.length })}</summary>
          <EarlierList appeals={others} />
          {earlierTotal > earlier.length && <p>{t('card.earlierLatest', { count: earlier.length })}</p>}
        </details>
      )}
    </div>
  );
}

function EarlierList({ appeals }: { readonly appeals: Card['earlier'] }) {
  const { code, zone } = useDistrict();
  return (
    <ul>
      {appeals.map(({ id, number, receipt, receivedAt, excerpt }) => (
        <li key={id}>
          <Link href={`/desk/${code}/card/${id}`}>{number ?? receipt}</Link>{' '}
          <small>{fullDate(dayIn(zone, receivedAt))}</small> <span className="earlier-text">{excerpt}</span>
        </li>
      ))}
    </ul>
  );
}

/** Notes between officials, as text with author and date. */
function Notes({ card }: { readonly card: Card }) {
  const { zone } = useDistrict();
  const notes = card.responses.flatMap((response) => response.notes);
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>{t('card.notes')}</h2>
      {notes.map(({ text, by, at }) => (
        <div key={at} className="resol">
          <p>{text}</p>
          <p className="muted small">
            {by?.name} · {momentIn(zone, at)}
          </p>
        </div>
      ))}
    </section>
  );
}
