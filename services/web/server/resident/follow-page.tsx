import { isAbsent } from './absent.js';
import type {
  PublicDistrict,
  ResidentAppeal,
  ResidentQuestion,
  ResidentStep,
} from '@otklik/contracts/generated/graphql';
import type { PageContent } from './document.js';
import type { FormError } from './form-values.js';
import { ErrorSummary } from './parts.js';
import { AnswerPart, RateForm, ReopenOffer } from './answer-part.js';
import { BeforeRegistration, Path, pathOf } from './question-path.js';
import { Yours } from './yours-part.js';
import type { Speech } from './words/index.js';

export interface FollowPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly appeal: ResidentAppeal;
  /** The idempotency key of the rating. */
  readonly ratingKey: string;
  readonly errors?: readonly FormError[];
  /** What was done just now. */
  readonly done?: string | undefined;
}

export function followPage(page: FollowPage): PageContent {
  const title = `№ ${page.appeal.number ?? page.appeal.receipt}: ${headline(page.appeal, page.speech)}`;
  return { title, section: 'check', content: <Follow {...page} /> };
}

export function headline({ questions, state }: ResidentAppeal, { say, sayIfKnown }: Speech): string {
  const done = questions.filter(({ state: one }) => one === 'ANSWERED').length;
  if (state === 'REGISTERED' && done > 0 && done < questions.length)
    return say('state.ANSWERED.some', { done, count: questions.length });
  return sayIfKnown(`state.${state}`) ?? state;
}

function Follow(page: FollowPage) {
  const { district, speech, appeal } = page;
  const { say } = speech;
  const { questions } = appeal;
  const { code } = district;
  return (
    <>
      <Notices {...page} />
      <Title {...page} />
      {questions.length > 1 ? <QuestionIndex {...page} /> : null}
      {questions.length === 0 ? <BeforeRegistration {...page} /> : null}
      {questions.map((question, at) => (
        <QuestionPart key={question.id} page={page} question={question} at={at} />
      ))}
      <AfterAnswers {...page} />
      <Yours {...page} />
      <section className="part">
        <h2>{say('follow.done')}</h2>
        <ol className="facts">
          {appeal.steps.toReversed().map((step, at) => (
            <Step key={at} step={step} page={page} />
          ))}
        </ol>
        <div className="buttons gap">
          <a className="button" href={`/${code}/follow`}>
            {say('follow.refresh')}
          </a>
          <form method="post" action={`/${code}/follow/leave`}>
            <button className="button">{say('follow.leave')}</button>
          </form>
        </div>
      </section>
    </>
  );
}

function Notices({ speech, appeal, errors = [], done }: FollowPage) {
  const said = [...(done === undefined ? [] : [done]), ...(appeal.stale ? [speech.say('follow.stale')] : [])];
  return (
    <>
      <ErrorSummary errors={errors} speech={speech} />
      {said.map((text) => (
        <p className="note" role="status" key={text}>
          {text}
        </p>
      ))}
    </>
  );
}

function Title({ district, speech, appeal }: FollowPage) {
  const { say, day, sayIfKnown } = speech;
  const { number, receipt, regime, registeredOn, receivedAt, state } = appeal;
  const kind = regime === 'APPEAL_59FZ' || regime === 'ORAL_RECEPTION' ? 'follow.appeal' : 'follow.message';
  const hint = sayIfKnown(`hint.${state}`);
  return (
    <>
      <p className="small">
        {say(kind, { number: number ?? receipt })}{' '}
        <span className="nw">{say('follow.from', { date: day(registeredOn ?? receivedAt, district.zone) })}</span>
      </p>
      <h1>{headline(appeal, speech)}</h1>
      {hint === undefined ? null : <p className="lead">{hint}</p>}
    </>
  );
}

function nameOf(question: ResidentQuestion, speech: Speech): string {
  return question.topic ?? question.excerpt ?? speech.say('path.preparing');
}

function QuestionIndex({ appeal, speech, district: { zone } }: FollowPage) {
  const { say, shortDay } = speech;
  const words = ({ state, dueOn, answeredOn, department }: ResidentQuestion): string => {
    if (state === 'CLOSED') return say('index.closed');
    if (!isAbsent(answeredOn)) return say('index.answered', { date: shortDay(answeredOn, zone) });
    if (isAbsent(department)) return say('index.waiting');
    return isAbsent(dueOn) ? say('index.preparing') : say('index.preparingBy', { date: shortDay(dueOn, zone) });
  };
  return (
    <ol className="index">
      {appeal.questions.map((question, at) => (
        <li key={question.id}>
          <a href={`#q${at + 1}`}>{nameOf(question, speech)}</a>
          <span>{words(question)}</span>
        </li>
      ))}
    </ol>
  );
}

function QuestionPart({ page, question, at }: { page: FollowPage; question: ResidentQuestion; at: number }) {
  const { speech, appeal } = page;
  const { say } = speech;
  const count = appeal.questions.length;
  const answer = appeal.answers.find((one) => one.question === question.id);
  const ordinal = count > 1 ? `${say('follow.question', { n: at + 1, count })} · ` : '';
  return (
    <section className="part" id={`q${at + 1}`}>
      <p className="small">{`${ordinal}${question.department ?? say('follow.noDepartment')}`}</p>
      <h2>{nameOf(question, speech)}</h2>
      {answer ? (
        <AnswerPart page={page} question={question} answer={answer} />
      ) : (
        <Path marks={pathOf(question, page)} />
      )}
    </section>
  );
}

/** Rating and reopening concern the appeal as a whole. */
function AfterAnswers(page: FollowPage) {
  const { appeal, speech } = page;
  const { allowedActions, rating, state } = appeal;
  const hasAnswer = appeal.answers.length > 0;
  if (!hasAnswer) return null;
  return (
    <section className="part" id="rating">
      {allowedActions.includes('RATE_APPEAL') ? <RateForm {...page} /> : null}
      {isAbsent(rating) ? null : <p>{speech.say('rate.yours', { score: rating })}</p>}
      {allowedActions.includes('REQUEST_REOPENING') ? <ReopenOffer {...page} /> : null}
      {state === 'REOPEN_REQUESTED' ? <p>{speech.say('follow.reopenAsked')}</p> : null}
    </section>
  );
}

function Step({ step, page }: { readonly step: ResidentStep; readonly page: FollowPage }) {
  const { speech, district, appeal } = page;
  const { type, way, at, question, title } = step;
  const words =
    (way === 'ORAL' ? speech.sayIfKnown(`step.${type}.ORAL`) : undefined) ?? speech.sayIfKnown(`step.${type}`);
  const named = words ?? title;
  const numbered = appeal.questions.length > 1 && !isAbsent(question);
  return (
    <li>
      <time dateTime={at}>{speech.moment(at, district.zone)}</time>
      <span>{numbered ? speech.say('step.ofQuestion', { step: named, n: question }) : named}</span>
    </li>
  );
}
