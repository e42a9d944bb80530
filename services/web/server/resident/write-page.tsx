import type {
  KnownIssue,
  PublicDistrict,
  PublicTopic,
  PublishedReviewSummary,
} from '@otklik/contracts/generated/graphql';
import { NearFields, StoredFiles } from './before-fields.js';
import type { PageContent } from './document.js';
import { answerField, type FormError, type FormValues } from './form-values.js';
import { Kind, Name, SignOut, type SignInState } from './kind-part.js';
import { KnownIssues } from './known-issues-part.js';
import { FilesField } from './files-part.js';
import { CallFirst, correctionsTitle, ErrorSummary, Field, Optional, pageTitle, ThroughPos, Wrong } from './parts.js';
import { ChallengeField } from './challenge-part.js';
import { MAX_TOPICS_WITH_QUESTIONS, topicClass } from './style.js';
import { reviewSentence } from './reviews-pages.js';
import type { Speech } from './words/index.js';

export interface WritePage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  /** The idempotency key of the submission, new with each form. */
  readonly draftKey: string;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  /** Files were sent with a form that has to be corrected. */
  readonly hadFiles?: boolean;
  /** What is near was shown. */
  readonly seen?: boolean;
  /** Ids of files that are kept already. */
  readonly stored?: readonly string[];
  /** What the administration knows of now. */
  readonly issues?: readonly KnownIssue[];
  /** Absent where residents cannot sign in. */
  readonly signIn?: SignInState | undefined;
  /** The review that was published last. */
  readonly review?: PublishedReviewSummary | undefined;
}

export function writePage(page: WritePage): PageContent {
  const { speech, errors } = page;
  const title = speech.say('form.title');
  return {
    title: pageTitle(title, errors, speech),
    section: 'write',
    content: <Write {...page} />,
  };
}

function Write(page: WritePage) {
  const { district, speech, draftKey, values, errors, hadFiles = false, issues = [] } = page;
  const { say } = speech;
  const inFields = errors.filter(({ field }) => field !== undefined).length;
  return (
    <>
      <ErrorSummary
        errors={errors}
        speech={speech}
        more={say('errors.kept')}
        {...(hadFiles && { again: say('errors.filesAgain') })}
        {...(inFields > 0 && { title: correctionsTitle(speech, inFields) })}
      />
      <h1>{say('form.title')}</h1>
      {errors.length > 0 ? null : <p className="lead">{say('form.lead')}</p>}
      <CallFirst speech={speech} />
      <KnownIssues district={district} issues={issues} speech={speech} />
      <div id="status" role="status" />
      <form
        method="post"
        action={`/${district.code}`}
        encType="multipart/form-data"
        noValidate
        id="write"
        data-had-errors={errors.length > 0 ? '' : undefined}
        {...scriptTexts(speech)}
      >
        <input type="hidden" name="key" defaultValue={draftKey} />
        <input type="hidden" name="point" defaultValue={values.point} />
        <Field id="text" label={say('form.text')} hint={say('form.textHint')} speech={speech} errors={errors}>
          {(described) => <textarea {...described} name="text" rows={5} required defaultValue={values.text} />}
        </Field>
        <NearFields {...page} />
        <Where {...page} />
        <Topics district={district} speech={speech} values={values} errors={errors} />
        <FilesField speech={speech} errors={errors} />
        <StoredFiles {...page} />
        <Kind {...page} />
        <Name {...page} />
        <Field
          id="contact"
          label={say('form.contact')}
          hint={say('form.contactHint')}
          optional
          speech={speech}
          errors={errors}
        >
          {(described) => (
            <input {...described} name="contact" maxLength={254} autoComplete="email" defaultValue={values.contact} />
          )}
        </Field>
        <Field
          id="address"
          label={say('form.address')}
          hint={say('form.addressHint')}
          optional
          speech={speech}
          errors={errors}
        >
          {(described) => (
            <input
              {...described}
              name="address"
              maxLength={300}
              autoComplete="street-address"
              defaultValue={values.address}
            />
          )}
        </Field>
        <Consents {...page} />
        <ChallengeField errors={errors} speech={speech} />
        <div className="field">
          <button className="button main">{say('form.send')}</button>
          <p className="hint" id="saved" />
          <button className="link" type="button" id="clear" hidden>
            {say('script.clear')}
          </button>
        </div>
      </form>
      <SignOut {...page} />
      <ThroughPos district={district} speech={speech} />
      <LastReview {...page} />
    </>
  );
}

/** What others wrote, and how much was answered in time, by the review that was published last. */
function LastReview({ district, speech, review }: WritePage) {
  if (!review) return null;
  return (
    <p className="small gap">
      <a href={`/${district.code}/reviews/${review.period}`} lang="ru">
        {review.title}
      </a>
      {`: ${reviewSentence(review, speech)}`}
    </p>
  );
}

/** Texts that only the page's script shows. */
function scriptTexts({ say }: Speech): Readonly<Record<`data-${string}`, string>> {
  return {
    'data-offline': say('script.offline'),
    'data-offline-text': say('script.offlineText'),
    'data-sending': say('script.sending'),
    'data-saved': say('script.saved'),
    'data-sending-text': say('script.sendingText'),
    'data-here': say('script.here'),
    'data-accuracy': say('script.accuracy'),
    'data-locating': say('script.locating'),
    'data-mark': say('form.here'),
    'data-unmark': say('script.notHere'),
    'data-no-here': say('script.noHere'),
    'data-meanwhile': say('script.meanwhile'),
    'data-clear-ask': say('script.clearAsk'),
  };
}

function Where({ district, speech, values, errors }: WritePage) {
  const { say, language } = speech;
  const { settlements } = district;
  return (
    <>
      {settlements.length === 0 ? null : (
        <>
          <Field id="settlement" label={say('form.settlement')} optional speech={speech} errors={errors}>
            {(described) => (
              <select {...described} name="settlement" defaultValue={values.settlement}>
                <option value="">{say('form.settlement.none')}</option>
                {settlements.map(({ code, name, nameSah }) => (
                  <option key={code} value={code}>
                    {language === 'sah' ? (nameSah ?? name) : name}
                  </option>
                ))}
                <option value="other">{say('form.settlement.other')}</option>
              </select>
            )}
          </Field>
          <div className="field other">
            <label htmlFor="otherSettlement">{say('form.otherSettlement')}</label>
            <input id="otherSettlement" name="otherSettlement" maxLength={100} defaultValue={values.otherSettlement} />
          </div>
        </>
      )}
      <Field id="place" label={say('form.place')} hint={say('form.placeHint')} optional speech={speech} errors={errors}>
        {(described) => (
          <>
            <input {...described} name="place" maxLength={390} defaultValue={values.place} />
            <p className="buttons here" id="here" hidden>
              <button className="button" type="button">
                {say('form.here')}
              </button>
            </p>
            <p className="hint" id="here-status" role="status" />
          </>
        )}
      </Field>
    </>
  );
}

/** Topics that ask something of their own. */
function askingTopics({ topics }: PublicDistrict): readonly PublicTopic[] {
  return topics.filter(({ questions }) => questions.length > 0).slice(0, MAX_TOPICS_WITH_QUESTIONS);
}

/** All topics of the district; the style shows the questions of the chosen one. */
function Topics({ district, speech, values, errors }: Pick<WritePage, 'district' | 'speech' | 'values' | 'errors'>) {
  const { say, language } = speech;
  const { topics } = district;
  if (topics.length === 0) return null;
  const asking = askingTopics(district);
  const nameOf = ({ name, nameSah }: PublicTopic) => (language === 'sah' ? (nameSah ?? name) : name);
  const classOf = (topic: PublicTopic) => (asking.includes(topic) ? topicClass(asking.indexOf(topic)) : undefined);
  return (
    <>
      <Field id="topic" label={say('form.topic')} optional speech={speech} errors={errors}>
        {(described) => (
          <select {...described} name="topic" defaultValue={values.topic}>
            <option value="">{say('form.topic.none')}</option>
            {topics.map((topic) => (
              <option key={topic.code} value={topic.code} className={classOf(topic)}>
                {nameOf(topic)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="tq">
        {asking.map((topic, at) => (
          <fieldset key={topic.code} className={topicClass(at)}>
            <legend className="unseen">{nameOf(topic)}</legend>
            {topic.questions.map((question) => (
              <TopicQuestion
                key={question.code}
                topic={topic.code}
                question={question}
                speech={speech}
                answer={values.answers[`${topic.code}.${question.code}`] ?? ''}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </>
  );
}

interface TopicQuestionProps {
  readonly topic: string;
  readonly question: PublicTopic['questions'][number];
  readonly speech: Speech;
  readonly answer: string;
}

function TopicQuestion({ topic, question, speech, answer }: TopicQuestionProps) {
  const name = answerField(topic, question.code);
  const text = speech.language === 'sah' ? (question.textSah ?? question.text) : question.text;
  if (question.options.length === 0)
    return (
      <Field id={name} label={text} optional speech={speech}>
        {(described) => <input {...described} name={name} maxLength={200} defaultValue={answer} />}
      </Field>
    );
  return (
    <fieldset className="field">
      <legend>
        {text}
        <Optional speech={speech} />
      </legend>
      <div className="row">
        {question.options.map((option) => (
          <label className="check" key={option}>
            <input type="radio" name={name} value={option} defaultChecked={answer === option} />
            <span>{option}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Consents({ district, speech, values, errors }: WritePage) {
  const { say, day } = speech;
  const { code, zone, consent } = district;
  const wrong = errors.filter(({ field }) => field === 'consent');
  const attributes = wrong.length > 0 ? ({ 'aria-invalid': true, 'aria-describedby': 'consent-e' } as const) : {};
  return (
    <div className={wrong.length > 0 ? 'field wrong' : 'field'} role="group" aria-labelledby="consents-l">
      <p className="label" id="consents-l">
        {say('form.consents')}
      </p>
      <Wrong id="consent" errors={wrong} speech={speech} />
      <label className="check">
        <input
          id="consent"
          type="checkbox"
          name="consent"
          value={consent.version}
          required
          defaultChecked={values.consent}
          {...attributes}
        />
        <span>
          {`${say('form.consent')} `}
          <a href={`/${code}/personal-data`}>{say('form.consentText')}</a>{' '}
          <span className="muted">{say('form.consentFrom', { date: day(consent.version, zone) })}</span>
        </span>
      </label>
    </div>
  );
}
