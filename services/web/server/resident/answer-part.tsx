import { isAbsent } from './absent.js';
import type { ResidentAnswer, ResidentQuestion } from '@otklik/contracts/generated/graphql';
import { Emblem } from './document.js';
import { FileList } from './file-list.js';
import type { FollowPage } from './follow-page.js';
import type { SavedLetter } from './operations.js';
import { Field, Wrong } from './parts.js';
import { sizeWords } from './submission.js';

interface AnswerProps {
  readonly page: FollowPage;
  readonly question: ResidentQuestion;
  readonly answer: ResidentAnswer;
  /** The others were given before another consideration. */
  readonly place: { readonly n: number; readonly count: number };
}

/** The letter as it was sent. */
export function AnswerPart({ page, question, answer, place }: AnswerProps) {
  const { speech, district } = page;
  const { say, sayIfKnown, shortDay, day } = speech;
  const { text, files, outcome, signedBy, signedAt } = answer;
  const { zone, name, emblem } = district;
  const signed = day(signedAt, zone);
  const isLast = place.n === place.count;
  return (
    <>
      {place.count > 1 ? <h3>{say('answer.number', place)}</h3> : null}
      <p>
        <b>{`${sayIfKnown(`outcome.${outcome}`) ?? outcome}.`}</b>
        {!isLast || isAbsent(question.answeredOn)
          ? null
          : ` ${say('answer.given', { date: shortDay(question.answeredOn, zone) })}`}
      </p>
      <article className="letter" aria-label={say('answer.letter', { date: signed })}>
        <div className="letter-head">
          <Emblem path={emblem} />
          <p>
            <b>{say('answer.from', { district: name })}</b>
            {question.department}
          </p>
        </div>
        <p className="small">{signed}</p>
        <p>{text ?? say('follow.erased')}</p>
        <p className="sign muted">{say('answer.signed', { name: signedBy ?? say('answer.nobody'), date: signed })}</p>
      </article>
      <SavedSheet page={page} letter={sheetOf(page, question, place)} />
      {files.length === 0 ? null : (
        <>
          <p className="small">{say('answer.files')}</p>
          <FileList files={files} page={page} />
        </>
      )}
    </>
  );
}

/** The answer's own sheet, where each answer has one; else that of the last. */
function sheetOf({ letters = [] }: FollowPage, { id }: ResidentQuestion, { n, count }: AnswerProps['place']) {
  const answers = letters.filter(({ kind, question }) => kind === 'ANSWERED' && question === id);
  if (answers.length === count) return answers[n - 1];
  return n === count ? answers.at(-1) : undefined;
}

function SavedSheet({ page: { district, speech }, letter }: { page: FollowPage; letter: SavedLetter | undefined }) {
  if (!letter) return null;
  const { number, id, size } = letter;
  return (
    <p className="gap">
      <a href={`/${district.code}/follow/letters/${id}`} download>
        {speech.say('answer.pdf', { number })}
      </a>{' '}
      <span className="muted">{sizeWords(size, speech)}</span>
    </p>
  );
}

const SCORES = [1, 2, 3, 4, 5] as const;

/** Nothing is chosen beforehand: a rating that was not given must not be counted. */
export function RateForm({ district, speech, ratingKey, errors = [], comment }: FollowPage) {
  const { say } = speech;
  const wrong = errors.filter(({ field }) => field === 'score-1');
  return (
    <form method="post" action={`/${district.code}/follow/rate`} noValidate>
      <input type="hidden" name="key" defaultValue={ratingKey} />
      <fieldset className={wrong.length > 0 ? 'field wrong' : 'field'}>
        <legend>{say('rate.title')}</legend>
        <Wrong id="score-1" errors={wrong} speech={speech} />
        <div className="scale">
          {SCORES.map((score) => (
            <label key={score}>
              <input type="radio" name="score" id={`score-${score}`} value={score} required />
              {score}
            </label>
          ))}
        </div>
        <p className="words">
          <span>{say('rate.1')}</span>
          <span>{say('rate.5')}</span>
        </p>
      </fieldset>
      <Field id="comment" label={say('rate.comment')} optional speech={speech}>
        {(described) => <input {...described} name="comment" maxLength={2000} defaultValue={comment} />}
      </Field>
      <div className="field">
        <button className="button main">{say('rate.send')}</button>
      </div>
    </form>
  );
}

export function ReopenOffer({ district, speech, appeal }: FollowPage) {
  const { say, shortDay } = speech;
  return (
    <>
      {isAbsent(appeal.reopenUntil) ? null : (
        <p className="top">{say('follow.reopenUntil', { date: shortDay(appeal.reopenUntil, district.zone) })}</p>
      )}
      <p className="buttons">
        <a className="button" href={`/${district.code}/follow/reopen`}>
          {say('follow.reopen')}
        </a>
      </p>
    </>
  );
}
