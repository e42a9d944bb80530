import { isAbsent } from './absent.js';
import type {
  PublicDistrict,
  ResidentAnswer,
  ResidentAppeal,
  ResidentQuestion,
  ResidentStep,
} from '@otklik/contracts/generated/graphql';
import type { PageContent } from './document.js';
import type { FormError } from './form-values.js';
import { isAppeal, wordsFor } from './kind-words.js';
import type { SavedLetter } from './operations.js';
import { ErrorSummary } from './parts.js';
import { PromisePart } from './promise-part.js';
import { Publications } from './publication-part.js';
import { AnswerPart, RateForm, ReopenOffer } from './answer-part.js';
import { BeforeRegistration, endWords, nameOf, Path, pathOf, receptionOf } from './question-path.js';
import { Yours } from './yours-part.js';
import type { Speech } from './words/index.js';

export interface FollowPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly appeal: ResidentAppeal;
  /** Kept as PDF. */
  readonly letters?: readonly SavedLetter[];
  /** The idempotency key of the rating. */
  readonly ratingKey: string;
  readonly errors?: readonly FormError[];
  /** What was typed beside a rating that was not taken. */
  readonly comment?: string | undefined;
  /** What was done just now. */
  readonly done?: string | undefined;
}

export function followPage(page: FollowPage): PageContent {
  const title = `№ ${page.appeal.number ?? page.appeal.receipt}: ${headline(page.appeal, page.speech)}`;
  return { title, section: 'check', content: <Follow {...page} /> };
}

export function headline(appeal: ResidentAppeal, speech: Speech): string {
  const { questions, state } = appeal;
  const { say } = speech;
  const done = questions.filter(({ state: one }) => one === 'ANSWERED').length;
  if (state === 'REGISTERED' && done > 0 && done < questions.length)
    return say('state.ANSWERED.some', { done, count: questions.length });
  return wordsFor(appeal, `state.${state}`, speech) ?? state;
}

function Follow(page: FollowPage) {
  const { district, speech, appeal } = page;
  const { say } = speech;
  return (
    <>
      <Notices {...page} />
      <Title {...page} />
      {appeal.questions.length > 1 ? <QuestionIndex {...page} /> : null}
      {appeal.questions.length === 0 ? <BeforeRegistration {...page} /> : null}
      {appeal.questions.map((question, at) => (
        <QuestionPart key={question.id} page={page} question={question} at={at} />
      ))}
      <Reopening {...page} />
      <AfterAnswers {...page} />
      <Publications {...page} />
      <Yours {...page} />
      <section className="part">
        <h2>{say('follow.done')}</h2>
        <Steps page={page} />
        <div className="buttons gap">
          <a className="button" href={`/${district.code}/follow`}>
            {say('follow.refresh')}
          </a>
          <form method="post" action={`/${district.code}/follow/leave`}>
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
  const { say, day } = speech;
  const { number, receipt, registeredOn, state } = appeal;
  const kind = isAppeal(appeal) ? 'follow.appeal' : 'follow.message';
  const hint = wordsFor(appeal, `hint.${state}`, speech);
  return (
    <>
      <p className="small">
        {say(kind, { number: number ?? receipt })}{' '}
        {isAbsent(registeredOn) ? null : (
          <span className="nw">{`${say('follow.from', { date: day(registeredOn, district.zone) })},`}</span>
        )}
        {` ${say('follow.accepted', { date: receptionOf(appeal, speech, district.zone) })}`}
      </p>
      <h1>{headline(appeal, speech)}</h1>
      {hint === undefined ? null : <p className="lead">{hint}</p>}
      {appeal.registeredBefore.map((one) => (
        <p className="small" key={one.number}>
          {say('follow.before', { number: one.number, date: day(one.registeredOn, district.zone) })}
        </p>
      ))}
      {isAbsent(appeal.struck) ? null : <p className="lead">{say(`struck.${appeal.struck.ground}`)}</p>}
      {isAbsent(appeal.struck?.number) ? null : (
        <p className="note">{say('follow.otherNumber', { number: appeal.struck.number })}</p>
      )}
      <Duplicate appeal={appeal} speech={speech} />
      <AtOnce appeal={appeal} />
    </>
  );
}

/** The moderator's own answer. */
function AtOnce({ appeal: { atOnce } }: Pick<FollowPage, 'appeal'>) {
  if (isAbsent(atOnce)) return null;
  return (
    <article className="letter">
      <p>{atOnce}</p>
    </article>
  );
}

/** Under which number the matter is considered, and how it ended: nothing of the one who wrote first. */
function Duplicate({ appeal, speech: { say } }: Pick<FollowPage, 'appeal' | 'speech'>) {
  const told = appeal.notices.filter(({ kind }) => kind === 'DUPLICATE');
  const number = told.findLast((one) => !isAbsent(one.number))?.number;
  const outcome = told.findLast((one) => !isAbsent(one.outcome))?.outcome;
  return (
    <>
      {isAbsent(number) ? null : <p className="note">{say('follow.otherNumber', { number })}</p>}
      {isAbsent(outcome) ? null : (
        <p className="note">{say('follow.settled', { outcome: say(`outcome.${outcome}`) })}</p>
      )}
    </>
  );
}

function QuestionIndex(page: FollowPage) {
  const { appeal, speech, district } = page;
  const { zone } = district;
  const { say, shortDay, moment } = speech;
  const words = (question: ResidentQuestion): string => {
    const { dueOn, dueAt, answeredOn, department } = question;
    const end = endWords(question, page);
    if (end !== undefined) return end;
    if (!isAbsent(answeredOn)) return say('index.answered', { date: shortDay(answeredOn, zone) });
    if (isAbsent(department)) return say('index.waiting');
    if (isAbsent(dueOn)) return say('index.preparing');
    return say('index.preparingBy', { date: isAbsent(dueAt) ? shortDay(dueOn, zone) : moment(dueAt, zone) });
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

/** For a department: it neither went elsewhere nor ended. */
function isWaiting({ state, endedOn }: ResidentQuestion): boolean {
  return isAbsent(endedOn) && state !== 'FORWARDING' && state !== 'CLOSED';
}

function QuestionPart({ page, question, at }: { page: FollowPage; question: ResidentQuestion; at: number }) {
  const { speech, appeal } = page;
  const { say } = speech;
  const count = appeal.questions.length;
  const answers = appeal.answers.filter((one) => one.question === question.id);
  const ordinal = count > 1 ? say('follow.question', { n: at + 1, count }) : '';
  const holder = question.department ?? (isWaiting(question) ? say('follow.noDepartment') : '');
  return (
    <section className="part" id={`q${at + 1}`}>
      <p className="small">{[ordinal, holder].filter((part) => part !== '').join(' · ')}</p>
      <h2>{nameOf(question, speech)}</h2>
      {answers.map((answer, at) => (
        <AnswerPart
          key={answer.signedAt}
          page={page}
          question={question}
          answer={answer}
          place={{ n: at + 1, count: answers.length }}
        />
      ))}
      <PromisePart page={page} question={question} />
      {answers.length === 0 || isAnew(question, answers, appeal) ? <Path marks={pathOf(question, page)} /> : null}
      <CoursePart page={page} question={question} />
    </section>
  );
}

/** A term that was extended, and what is known before the final answer. */
function CoursePart({ page, question }: { page: FollowPage; question: ResidentQuestion }) {
  const { speech, district } = page;
  const { say, day } = speech;
  const { extendedUntil, extensionReason, interimAnswer } = question;
  return (
    <>
      {isAbsent(extendedUntil) ? null : (
        <p>
          {say('course.extended', { date: day(extendedUntil, district.zone) })}
          {isAbsent(extensionReason) ? '' : ` ${say('course.reason', { reason: extensionReason })}`}
        </p>
      )}
      {isAbsent(interimAnswer) ? null : (
        <>
          <h3>{say('course.interim')}</h3>
          {interimAnswer.split(/\n+/u).map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </>
      )}
    </>
  );
}

/** It is considered again, and the new answer has not come. */
function isAnew(
  question: ResidentQuestion,
  answers: readonly ResidentAnswer[],
  { reopening }: ResidentAppeal,
): boolean {
  const last = answers.at(-1)?.signedAt ?? '';
  const isGranted = reopening?.decision === 'GRANTED' && !isAbsent(reopening.decidedAt) && reopening.decidedAt > last;
  return isGranted && (isAbsent(reopening.question) || reopening.question === question.id);
}

/** What the resident asked for after the answer, and what was decided. */
function Reopening({ appeal: { reopening }, speech: { say, day }, district: { zone } }: FollowPage) {
  if (isAbsent(reopening)) return null;
  const { request, requestedAt, decision, decidedAt, reason } = reopening;
  return (
    <section className="part" id="reopening">
      <h2>{say('reopening.title')}</h2>
      <p className="small">{say('reopening.asked', { date: day(requestedAt, zone) })}</p>
      {isAbsent(request) ? null : <p className="said">{request}</p>}
      <p>
        {isAbsent(decision) || isAbsent(decidedAt)
          ? say('reopening.waits')
          : say(`reopening.${decision}`, { date: day(decidedAt, zone) })}
      </p>
      {isAbsent(reason) ? null : <p className="said">{reason}</p>}
    </section>
  );
}

/** Rating and reopening concern the appeal as a whole. */
function AfterAnswers(page: FollowPage) {
  const { appeal, speech } = page;
  const { allowedActions, rating, ratingComment, answers } = appeal;
  const mayRate = answers.length > 0 && allowedActions.includes('RATE_APPEAL');
  const mayReopen = allowedActions.includes('REQUEST_REOPENING');
  const isRated = !isAbsent(rating);
  if (!(mayRate || mayReopen || isRated)) return null;
  return (
    <section className="part" id="rating">
      {mayRate ? <RateForm {...page} /> : null}
      {isRated ? <p>{speech.say('rate.yours', { score: rating })}</p> : null}
      {isAbsent(ratingComment) ? null : <p className="said">{ratingComment}</p>}
      {mayReopen ? <ReopenOffer {...page} /> : null}
    </section>
  );
}

/** So many are seen without a press. */
const STEPS_SHOWN = 3;

/** On the way from one step to the next; an answer and a registration are steps by themselves, beside their notices. */
const BETWEEN: readonly ResidentStep['type'][] = ['EXECUTOR_ASSIGNED', 'RESPONSE_SIGNED'];
const OF_STEPS: readonly ResidentStep['notice'][] = ['ANSWERED', 'REGISTERED', 'TAKEN_UP'];

function isBetween({ type, notice }: ResidentStep): boolean {
  return BETWEEN.includes(type) || (type.startsWith('NOTICE_') && (isAbsent(notice) || OF_STEPS.includes(notice)));
}

/** The last steps; the earlier ones and those between are one press away. */
function Steps({ page }: { readonly page: FollowPage }) {
  const { steps } = page.appeal;
  const main = steps.filter((step) => steps.length <= STEPS_SHOWN || !isBetween(step)).slice(-STEPS_SHOWN);
  const others = steps.filter((step) => !main.includes(step));
  return (
    <>
      <StepList steps={main} page={page} />
      {others.length === 0 ? null : (
        <details>
          <summary>{page.speech.say('follow.details')}</summary>
          <StepList steps={others} page={page} />
        </details>
      )}
    </>
  );
}

function StepList({ steps, page }: { readonly steps: readonly ResidentStep[]; readonly page: FollowPage }) {
  return (
    <ol className="facts">
      {steps.toReversed().map((step, at) => (
        <Step key={at} step={step} page={page} />
      ))}
    </ol>
  );
}

function Step({ step, page }: { readonly step: ResidentStep; readonly page: FollowPage }) {
  const { speech, district, appeal } = page;
  const { type, way, notice, at, question, title } = step;
  const words = speech.sayIfKnown(`step.${type}.${way ?? ''}`) ?? wordsFor(appeal, `step.${type}`, speech) ?? title;
  const told = isAbsent(notice) || way === 'ORAL' ? undefined : speech.sayIfKnown(`notice.${notice}`);
  const named = told === undefined ? words : `${words}: ${told}`;
  const numbered = appeal.questions.length > 1 && !isAbsent(question);
  return (
    <li>
      <time dateTime={at}>{speech.moment(at, district.zone)}</time>
      <span>{numbered ? speech.say('step.ofQuestion', { step: named, n: question }) : named}</span>
    </li>
  );
}
