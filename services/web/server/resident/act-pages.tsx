import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import type { PageContent } from './document.js';
import type { FormError } from './form-values.js';
import { FilesField } from './files-part.js';
import { ErrorSummary, Field, pageTitle } from './parts.js';
import type { Speech } from './words/index.js';

export type Act = 'supplement' | 'withdraw' | 'consent' | 'reopen';

/** Whether the resident says something with it. */
export function hasText(act: Act): boolean {
  return act === 'supplement' || act === 'reopen';
}

export interface ActPage {
  readonly act: Act;
  readonly district: PublicDistrict;
  readonly speech: Speech;
  /** The idempotency key of the act. */
  readonly actKey: string;
  readonly text?: string;
  readonly errors?: readonly FormError[];
  readonly hadFiles?: boolean;
}

/** One thing that the resident does with the appeal, on a page of its own: it works without a script. */
export function actPage(page: ActPage): PageContent {
  const { act, speech, errors = [] } = page;
  return {
    title: pageTitle(speech.say(`${act}.title`), errors, speech),
    section: 'check',
    content: <ActForm {...page} />,
  };
}

function ActForm(page: ActPage) {
  const { act, district, speech, actKey, errors = [], hadFiles = false } = page;
  const { say } = speech;
  const base = `/${district.code}/follow`;
  return (
    <>
      <ErrorSummary errors={errors} speech={speech} {...(hadFiles && { again: say('errors.filesAgain') })} />
      <h1>{say(`${act}.title`)}</h1>
      {say(`${act}.lead`)
        .split('\n')
        .map((line) => (
          <p className="lead" key={line}>
            {line}
          </p>
        ))}
      <form method="post" action={`${base}/${act}`} encType="multipart/form-data" noValidate>
        <input type="hidden" name="key" defaultValue={actKey} />
        {hasText(act) ? <ActText {...page} /> : null}
        {act === 'supplement' ? <FilesField speech={speech} errors={errors} /> : null}
        <div className="field">
          <button className="button main">{say(`${act}.send`)}</button>
        </div>
      </form>
      <p className="gap">
        <a href={base}>{say(act === 'withdraw' || act === 'consent' ? 'withdraw.stay' : 'back')}</a>
      </p>
    </>
  );
}

function ActText({ act, speech, text = '', errors = [] }: ActPage) {
  const label = speech.say(act === 'reopen' ? 'reopen.reason' : 'supplement.text');
  return (
    <Field id="text" label={label} speech={speech} errors={errors}>
      {(described) => <textarea {...described} name="text" required defaultValue={text} />}
    </Field>
  );
}
