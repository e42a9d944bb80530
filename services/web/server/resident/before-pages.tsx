import type { KnownIssue, PublicDistrict, PublishedAnswer } from '@otklik/contracts/generated/graphql';
import { renderToStaticMarkup } from 'react-dom/server';
import type { BeforeSending } from './before-sending.js';
import type { PageContent } from './document.js';
import { placeOf } from './public-answers-pages.js';
import type { Speech } from './words/index.js';

interface Shown {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly found: BeforeSending;
  /** An appeal under 59-FZ gets an answer of its own. */
  readonly mayJoin: boolean;
}

export interface BeforePage extends Shown {
  /** The fields of the form, as they were sent, and the ids of its files. */
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly string[];
  /** Of the count that an answer was enough; it is none of the submission. */
  readonly enoughKey: string;
}

/** Fields of the step, and what the form sends beside its own. */
const OWN: ReadonlySet<string> = new Set(['seen', 'same', 'back', 'stored', 'files', 'text']);

/** Between the form and its receipt, only where something is near; what was written goes with it. */
export function beforePage(page: BeforePage): PageContent {
  const { district, speech, found, mayJoin, enoughKey } = page;
  const { say } = speech;
  return {
    title: say('before.title'),
    section: 'write',
    content: (
      <>
        <h1>{say('before.title')}</h1>
        <p className="lead">{say('before.lead')}</p>
        <form method="post" action={`/${district.code}`} id="before-send">
          <Written {...page} />
          <Issues issues={found.issues} speech={speech}>
            {({ id, title }) =>
              mayJoin ? (
                <>
                  <button
                    className="button main gap"
                    name="same"
                    value={id}
                    aria-label={`${say('before.same')}: ${title}`}
                  >
                    {say('before.same')}
                  </button>
                  <p className="hint">{say('before.sameHint')}</p>
                </>
              ) : null
            }
          </Issues>
        </form>
        <Answers answers={found.answers} speech={speech}>
          {({ id, title }) => (
            <form method="post" action={`/${district.code}/enough`}>
              <input type="hidden" name="key" defaultValue={enoughKey} />
              <button className="button gap" name="answer" value={id} aria-label={`${say('before.enough')}: ${title}`}>
                {say('before.enough')}
              </button>
              <p className="hint">{say('before.enoughHint')}</p>
            </form>
          )}
        </Answers>
        <section className="part">
          <p className="hint">{say('before.sendHint')}</p>
          <p className="buttons">
            <button className="button main" form="before-send">
              {say('before.send')}
            </button>
            <button className="button" form="before-send" name="back" value="1">
              {say('before.back')}
            </button>
          </p>
        </section>
      </>
    ),
  };
}

function Written({ fields, files }: BeforePage) {
  return (
    <>
      <input type="hidden" name="seen" defaultValue="1" />
      <textarea name="text" hidden readOnly defaultValue={fields.get('text') ?? ''} />
      {files.length === 0 ? null : <input type="hidden" name="stored" defaultValue={files.join(',')} />}
      {[...fields]
        .filter(([name]) => !OWN.has(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} defaultValue={value} />
        ))}
    </>
  );
}

/** For the page's script, while one writes; empty where nothing is near. */
export function beforeFragment({ speech, found, mayJoin }: Shown): string {
  const { say } = speech;
  return renderToStaticMarkup(
    <>
      <Issues issues={found.issues} speech={speech}>
        {({ id }) =>
          mayJoin ? (
            <>
              <button className="button gap" type="button" data-same={id}>
                {say('before.same')}
              </button>
              <p className="hint">{say('before.sameHint')}</p>
            </>
          ) : null
        }
      </Issues>
      <Answers answers={found.answers} speech={speech}>
        {({ id }) => (
          <>
            <button className="button gap" type="button" data-enough={id}>
              {say('before.enough')}
            </button>
            <p className="hint">{say('before.enoughHint')}</p>
          </>
        )}
      </Answers>
    </>,
  );
}

interface IssuesProps {
  readonly issues: readonly KnownIssue[];
  readonly speech: Speech;
  readonly children: (issue: KnownIssue) => React.ReactNode;
}

function Issues({ issues, speech: { say, language }, children }: IssuesProps) {
  if (issues.length === 0) return null;
  return (
    <section aria-label={say('before.known')}>
      {issues.map((issue) => (
        <article className="keep" key={issue.id}>
          <p className="small">{say('before.known')}</p>
          <h2>{issue.title}</h2>
          <p>{language === 'sah' ? (issue.textSah ?? issue.text) : issue.text}</p>
          {children(issue)}
        </article>
      ))}
    </section>
  );
}

interface AnswersProps {
  readonly answers: readonly PublishedAnswer[];
  readonly speech: Speech;
  readonly children: (answer: PublishedAnswer) => React.ReactNode;
}

function Answers({ answers, speech, children }: AnswersProps) {
  const { say } = speech;
  if (answers.length === 0) return null;
  return (
    <section aria-label={say('before.answered')}>
      {answers.map((answer) => (
        <article className="keep" key={answer.id}>
          <p className="small">{say('before.answered')}</p>
          <h2>{answer.title}</h2>
          <p className="small">{placeOf(answer, speech)}</p>
          <details>
            <summary>{say('before.answer')}</summary>
            <p className="said">{answer.text}</p>
          </details>
          {children(answer)}
        </article>
      ))}
    </section>
  );
}

/** A published answer was enough: nothing was sent. */
export function enoughPage(district: PublicDistrict, { say }: Speech): PageContent {
  return {
    title: say('before.enoughTitle'),
    section: 'answers',
    content: (
      <>
        <h1>{say('before.enoughTitle')}</h1>
        <p className="lead">{say('before.enoughLead')}</p>
        <p className="gap">
          <a href={`/${district.code}/answers`}>{say('answers.title')}</a>
        </p>
        <p>
          <a href={`/${district.code}/write`}>{say('before.write')}</a>
        </p>
      </>
    ),
  };
}
