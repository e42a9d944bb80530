import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import { Telephone, type PageContent } from './document.js';
import type { FormError } from './form-values.js';
import { ErrorSummary, Field, pageTitle } from './parts.js';
import { ChallengeField } from './challenge-part.js';
import { grouped } from './sent-page.js';
import type { Speech } from './words/index.js';

interface LostPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  /** The idempotency key of the request. */
  readonly requestKey: string;
  readonly number?: string;
  readonly email?: string;
  readonly errors?: readonly FormError[];
}

/** Number and e-mail ask for a link; without an e-mail the reception helps, which never tells the code. */
export function lostPage({ district, speech, requestKey, number, email, errors = [] }: LostPage): PageContent {
  const { say } = speech;
  const attributes = { required: true, spellCheck: false, autoCapitalize: 'off' } as const;
  return {
    title: pageTitle(say('lost.title'), errors, speech),
    section: 'check',
    content: (
      <>
        <ErrorSummary errors={errors} speech={speech} />
        <h1>{say('lost.title')}</h1>
        <p className="lead">{say('lost.lead')}</p>
        <form method="post" action={`/${district.code}/lost`} noValidate>
          <input type="hidden" name="key" defaultValue={requestKey} />
          <Field id="number" label={say('ask.number')} speech={speech} errors={errors}>
            {(described) => (
              <input
                {...described}
                {...attributes}
                name="number"
                maxLength={100}
                autoComplete="off"
                defaultValue={number}
              />
            )}
          </Field>
          <Field id="email" label={say('lost.email')} speech={speech} errors={errors}>
            {(described) => (
              <input
                {...described}
                {...attributes}
                name="email"
                type="email"
                maxLength={254}
                autoComplete="email"
                defaultValue={email}
              />
            )}
          </Field>
          <ChallengeField errors={errors} speech={speech} />
          <div className="field">
            <button className="button main">{say('lost.send')}</button>
          </div>
        </form>
        <WithoutEmail district={district} speech={speech} />
      </>
    ),
  };
}

function WithoutEmail({ district, speech: { say } }: { readonly district: PublicDistrict; readonly speech: Speech }) {
  const [phone] = district.phones;
  return (
    <section className="part">
      <h2>{say('lost.phoneTitle')}</h2>
      <p>{say('lost.none')}</p>
      {phone && (
        <p>
          <Telephone phone={phone.phone} />
        </p>
      )}
    </section>
  );
}

/** The same for whatever was typed. */
export function linkRequestedPage(district: PublicDistrict, speech: Speech): PageContent {
  const { say } = speech;
  return {
    title: say('lost.sentTitle'),
    section: 'check',
    content: (
      <>
        <h1>{say('lost.sentTitle')}</h1>
        <p className="lead">{say('lost.sent')}</p>
        <p className="lead">{say('lost.noLetter')}</p>
        <p className="gap">
          <a href={`/${district.code}/lost`}>{say('lost.again')}</a>
        </p>
        <WithoutEmail district={district} speech={speech} />
      </>
    ),
  };
}

interface LinkPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly link: string;
  readonly openKey: string;
  readonly errors?: readonly FormError[];
}

/** A button, since programs that read mail follow links: what spends the link is a person. */
export function linkPage({ district, speech, link, openKey, errors = [] }: LinkPage): PageContent {
  const { say } = speech;
  return {
    title: say('lost.linkTitle'),
    section: 'check',
    content: (
      <>
        <ErrorSummary errors={errors} speech={speech} />
        <h1>{say('lost.linkTitle')}</h1>
        <p className="lead">{say('lost.linkLead')}</p>
        <form method="post" action={`/${district.code}/lost/${encodeURIComponent(link)}`}>
          <input type="hidden" name="key" defaultValue={openKey} />
          <ChallengeField errors={errors} speech={speech} />
          <div className="field">
            <button className="button main">{say('sent.open')}</button>
          </div>
        </form>
      </>
    ),
  };
}

export function newCodePage(district: PublicDistrict, speech: Speech, code: string): PageContent {
  const { say } = speech;
  return {
    title: say('lost.newTitle'),
    section: 'check',
    content: (
      <>
        <h1>{say('lost.newTitle')}</h1>
        <p className="lead">{say('lost.newLead')}</p>
        <section className="keep" aria-label={say('sent.code')}>
          <dl>
            <dt>{say('sent.code')}</dt>
            <dd translate="no" id="code">
              {grouped(code)}
            </dd>
          </dl>
          <p>{say('lost.keep')}</p>
        </section>
        <p className="gap">
          <a className="button main" href={`/${district.code}/follow`}>
            {say('sent.open')}
          </a>
        </p>
      </>
    ),
  };
}
