import type { Card, Question } from '../../../acts/card.js';
import { ClassifiedLine } from '../../../parts/classified.js';
import { useDistrict } from '../../../frame/district.js';
import { fullDate, momentIn } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';
import { CoExecutors } from './co-executors.js';

interface ControlProps {
  readonly card: Card;
  /** The question of the card that is looked at. */
  readonly chosen: Question | undefined;
}

type Texts = Card['questions'][number];

/** What was promised, who works with the executor, and the code of the classifier. */
export function CardControl({ card, chosen: question }: ControlProps) {
  const texts = card.questions.find(({ id }) => id === question?.id);
  if (!question || !texts) return null;
  return (
    <>
      <Resolutions question={question} texts={texts} />
      <Promise question={question} texts={texts} />
      <CoExecutors texts={texts} />
      {question.controlledUntil && (
        <p>
          <b>{t('card.controlledUntil', { date: fullDate(question.controlledUntil) })}</b>
        </p>
      )}
      {question.awaitsLetterToBody && (
        <p>
          <b>{t('card.awaitsLetterToBody')}</b>
        </p>
      )}
      {question.classified && <ClassifiedLine classified={question.classified} />}
    </>
  );
}

/** As on the paper: the words, then whose they are, of which day, and to whom. */
function Resolutions({
  question,
  texts: { resolutions, passedOn },
}: {
  readonly question: Question;
  readonly texts: Texts;
}) {
  const { zone } = useDistrict();
  const { executor, draftBy, acknowledgedAt } = question;
  if (resolutions.length + passedOn.length === 0 && !draftBy && !acknowledgedAt) return null;
  const title = t(resolutions.length > 0 ? 'card.resolution' : 'card.assignment');
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {resolutions.map(({ text, by, at, executor: to }) => (
        <div key={at} className="resol">
          <p className="is-kept">{text ?? t('card.erased')}</p>
          <p className="muted small">
            {[by?.name, momentIn(zone, at), to && t('card.resolutionTo', { name: to.name })]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      ))}
      {passedOn.map(({ from, to, at }) => (
        <p key={at} className="muted small">
          {t('card.passedOn', { from: from?.name ?? '', to: to?.name ?? '', at: momentIn(zone, at) })}
        </p>
      ))}
      {draftBy && <p>{t('card.draftBy', { date: fullDate(draftBy) })}</p>}
      {executor && (
        <p className="muted">
          {acknowledgedAt
            ? t('card.hasRead', { name: executor.name, at: momentIn(zone, acknowledgedAt) })
            : t('card.hasNotRead', { name: executor.name })}
        </p>
      )}
    </section>
  );
}

function Promise({ question: { promise }, texts }: { readonly question: Question; readonly texts: Texts }) {
  if (!promise) return null;
  const { until, promisedUntil, extended, missed, keptOn, state } = promise;
  return (
    <section aria-label={t('card.promise')}>
      <h2>{t('card.promise')}</h2>
      <p className={missed ? 'late' : undefined}>
        <b>
          {missed
            ? t('card.promiseMissed', { date: fullDate(until) })
            : t(`card.promise${state}`, { date: fullDate(keptOn ?? until) })}
        </b>
      </p>
      {extended > 0 && (
        <p className="muted">{t('card.promiseExtended', { date: fullDate(promisedUntil), count: extended })}</p>
      )}
      {texts.promiseReason && <p className="resol">{texts.promiseReason}</p>}
      {texts.promiseKept && <p className="read is-kept">{texts.promiseKept}</p>}
      {texts.promisePhoto && (
        <div className="shots">
          <a href={texts.promisePhoto} target="_blank" rel="noopener">
            <img src={texts.promisePhoto} alt={t('card.promisePhotoOf')} loading="lazy" />
            {t('card.promisePhotoOf')}
          </a>
        </div>
      )}
    </section>
  );
}
