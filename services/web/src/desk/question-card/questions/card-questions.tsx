import { Link } from 'wouter';
import { useDirectory } from '../../../frame/directory.js';
import { useDistrict } from '../../../frame/district.js';
import { useOtherDistricts } from '../../../frame/other-districts.js';
import { dayIn, fullDate } from '../../../parts/dates.js';
import { reasonWords } from '../../../parts/reason-words.js';
import { t } from '../../../words/words.js';
import { Course } from '../history/card-course.js';
import { conditionWords } from './condition-words.js';
import type { Card, Question } from '../../../acts/card.js';

/** The questions of the appeal, and why each is where it is. */
export function CardQuestions({ card, chosen }: { readonly card: Card; readonly chosen: string | undefined }) {
  const { questions } = card.row;
  if (questions.length === 0) return null;
  return (
    <section>
      <h2>{t('card.questions')}</h2>
      <table className="qs">
        <thead>
          <tr>
            <th scope="col">№</th>
            <th scope="col">{t('card.topic')}</th>
            <th scope="col">{t('card.executor')}</th>
            <th scope="col">{t('card.condition')}</th>
          </tr>
        </thead>
        <tbody>
          {questions.map((question) => (
            <QuestionLine
              key={question.id}
              appeal={card.row.id}
              question={question}
              all={questions}
              text={card.questions.find(({ id }) => id === question.id)?.text ?? card.text ?? ''}
              earlier={card.earlier}
              texts={card.questions.find(({ id }) => id === question.id)}
              current={question.id === chosen}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function QuestionLine(props: {
  readonly appeal: string;
  readonly question: Question;
  readonly all: readonly Question[];
  /** Its own part, or the whole text of the appeal. */
  readonly text: string;
  readonly earlier: Card['earlier'];
  readonly texts: Card['questions'][number] | undefined;
  readonly current: boolean;
}) {
  const { appeal, question, earlier, texts, current } = props;
  const { code } = useDistrict();
  const name = question.topic?.name ?? t('card.noTopic');
  const joined = props.all.find(({ id }) => id === texts?.mergedInto);
  return (
    <tr>
      <td>{question.ordinal}</td>
      <td>
        {current ? <b>{name}</b> : <Link href={`/desk/${code}/card/${appeal}?question=${question.id}`}>{name}</Link>}
        <Reason question={question} text={props.text} />
        <TextAndEnd question={texts} earlier={earlier} />
      </td>
      <td>{question.executor?.name ?? question.department?.name ?? '—'}</td>
      <td>{joined ? t('card.joined', { ordinal: joined.ordinal ?? 1 }) : conditionWords(question, texts)}</td>
    </tr>
  );
}

/** Its own part of the text; to whom it went, or why there is no answer. */
function TextAndEnd(props: {
  readonly question: Card['questions'][number] | undefined;
  readonly earlier: Card['earlier'];
}) {
  const { question, earlier } = props;
  const { departments, organisations } = useDirectory();
  const others = useOtherDistricts();
  if (!question) return null;
  const { text, forwardedTo, forwardingAwaits, handovers, keepControl, ground, endedOn, complainedOf } = question;
  const nameOf = (code: string): string =>
    [...departments, ...organisations, ...others].find((one) => one.code === code)?.name ?? code;
  return (
    <>
      {text && <div className="question-text">{text}</div>}
      {question.routedByWholeText && <div className="muted">{t('card.routedByWholeText')}</div>}
      {forwardedTo.length > 0 && (
        <div className="muted">{t('card.forwardedTo', { bodies: forwardedTo.join('; ') })}</div>
      )}
      {forwardingAwaits.map((addressee) => (
        <div key={addressee} className="attn">
          {t(addressee === 'BODY' ? 'card.forwardingAwaitsBody' : 'card.forwardingAwaitsApplicant')}
        </div>
      ))}
      {keepControl && <div className="muted">{t('card.keepControl')}</div>}
      {handovers.map((handover, at) => (
        <HandoverLine key={at} handover={handover} />
      ))}
      {ground && <GroundLine question={question} earlier={earlier} />}
      {endedOn && <div className="muted">{t('card.endedOn', { date: fullDate(endedOn) })}</div>}
      <Course question={question} />
      {complainedOf.length > 0 && (
        <div className="muted">{t('card.complainedOf', { bodies: complainedOf.map(nameOf).join('; ') })}</div>
      )}
    </>
  );
}

/** The part of the law by which there is no answer, and the address of the earlier answer. */
function GroundLine(props: { readonly question: Card['questions'][number]; readonly earlier: Card['earlier'] }) {
  const { code } = useDistrict();
  const { ground, earlierAnswers, publishedAt } = props.question;
  const answered = props.earlier.filter(({ questions }) => questions.some(({ id }) => earlierAnswers.includes(id)));
  return (
    <div className="muted">
      {t(`dialogs.ground${ground!}`)}
      {answered.map(({ id, number, receipt }) => (
        <span key={id}>
          {' '}
          <Link href={`/desk/${code}/card/${id}`}>{t('card.answeredBefore', { number: number ?? receipt })}</Link>
        </span>
      ))}
      {publishedAt && ' '}
      {/* It was typed: only what leads to a page is a link. */}
      {publishedAt && /^https?:/.test(publishedAt) ? <a href={publishedAt}>{publishedAt}</a> : publishedAt}
    </div>
  );
}

/** What came back from the other district: its number and how it ended there. */
function HandoverLine({ handover }: { readonly handover: Card['questions'][number]['handovers'][number] }) {
  const { zone } = useDistrict();
  const { to, number, registeredOn, end, endedOn, consentWithdrawnAt } = handover;
  return (
    <div className="muted">
      {number && registeredOn
        ? t('card.handoverNumber', { district: to, number, date: fullDate(registeredOn) })
        : t('card.handoverWaits', { district: to })}
      {end && endedOn && ` ${t(`card.handover${end}`, { date: fullDate(endedOn) })}`}
      {consentWithdrawnAt && ` ${t('card.handoverConsent', { date: fullDate(dayIn(zone, consentWithdrawnAt)) })}`}
    </div>
  );
}

function Reason({ question: { reason }, text }: { readonly question: Question; readonly text: string }) {
  if (!reason) return null;
  if (reason.by === 'APPLICANT') return <div className="muted">{t('card.reasonApplicant')}</div>;
  return (
    <div className="muted">
      {reason.rule ? t('card.reasonRule', reasonWords(reason.words, text)) : t('card.reasonPerson')}
    </div>
  );
}
