import { isAbsent } from './absent.js';
import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import type { PageContent } from './document.js';
import type { FormError } from './form-values.js';
import type { DistrictName } from './operations.js';
import { ErrorSummary, Field, pageTitle } from './parts.js';
import { ChallengeField } from './challenge-part.js';
import type { Speech } from './words/index.js';

export function homePage(districts: readonly DistrictName[], speech: Speech): PageContent {
  const { say } = speech;
  return {
    title: say('home.title'),
    content: (
      <>
        <h1>{say('home.title')}</h1>
        <p className="lead">{say('home.lead')}</p>
        <section className="part">
          <h2>{say('home.choose')}</h2>
          {districts.length === 0 ? <p>{say('home.none')}</p> : null}
          <ul className="index">
            {districts.map(({ code, name }) => (
              <li key={code}>
                <a href={`/${code}`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      </>
    ),
  };
}

export interface AskPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly number?: string;
  readonly errors?: readonly FormError[];
  /** Number and code are right there. */
  readonly elsewhere?: Pick<PublicDistrict, 'code' | 'name'> | undefined;
  /** Why number and code are asked for again. */
  readonly notice?: string | undefined;
  /** Residents sign in here: what they sent so needs no code. */
  readonly maySignIn?: boolean;
}

/** The form for number and code. */
export function askPage(page: AskPage): PageContent {
  const { district, speech, number = '', errors = [], elsewhere, notice, maySignIn = false } = page;
  const { say } = speech;
  const attributes = {
    required: true,
    maxLength: 100,
    autoComplete: 'off',
    autoCapitalize: 'characters',
    spellCheck: false,
  };
  return {
    title: pageTitle(say('ask.title'), errors, speech),
    section: 'check',
    content: (
      <>
        <ErrorSummary errors={errors} speech={speech} />
        <h1>{say('ask.title')}</h1>
        {elsewhere === undefined ? null : (
          <p className="gap">
            <a href={`/${elsewhere.code}/follow`}>{say('ask.elsewhere', { district: elsewhere.name })}</a>
          </p>
        )}
        {notice === undefined ? null : (
          <p className="note" role="status">
            {notice}
          </p>
        )}
        <p className="lead">{say('ask.lead')}</p>
        <form method="post" action={`/${district.code}/follow`} noValidate>
          <Field id="number" label={say('ask.number')} speech={speech} errors={errors}>
            {(described) => <input {...described} {...attributes} name="number" defaultValue={number} />}
          </Field>
          <Field id="code" label={say('ask.code')} speech={speech} errors={errors}>
            {(described) => <input {...described} {...attributes} name="code" />}
          </Field>
          <ChallengeField errors={errors} speech={speech} />
          <div className="field">
            <button className="button main">{say('ask.open')}</button>
          </div>
        </form>
        <p className="gap">
          <a href={`/${district.code}/lost`}>{say('ask.lost')}</a>
        </p>
        {maySignIn ? (
          <p className="gap">
            <a href={`/${district.code}/mine`}>{say('mine.all')}</a>
          </p>
        ) : null}
      </>
    ),
  };
}

/** The appeal is received, but the read model does not have it yet. */
export function pendingPage(district: PublicDistrict, speech: Speech): PageContent {
  const { say } = speech;
  return {
    title: say('sent.title'),
    section: 'check',
    content: (
      <>
        <h1>{say('sent.title')}</h1>
        <p className="lead">{say('follow.soon')}</p>
        <p className="gap">
          <a className="button" href={`/${district.code}/follow`}>
            {say('follow.refresh')}
          </a>
        </p>
      </>
    ),
  };
}

export function personalDataPage(district: PublicDistrict, speech: Speech): PageContent {
  const { say, day, language } = speech;
  const { consent, zone } = district;
  const isSakha = language === 'sah' && !isAbsent(consent.textSah);
  return {
    title: say('data.title'),
    content: (
      <>
        <h1>{say('data.title')}</h1>
        {(['data.kept', 'data.text', 'data.public', 'data.letters'] as const).map((word) => (
          <p className="lead" key={word}>
            {say(word)}
          </p>
        ))}
        <section className="part">
          <h2>{say('data.version', { date: day(consent.version, zone) })}</h2>
          <p className="said" lang={isSakha ? 'sah' : 'ru'}>
            {isSakha ? consent.textSah : consent.text}
          </p>
          <p>{say('data.withdraw')}</p>
        </section>
      </>
    ),
  };
}

export function lawPage(speech: Speech): PageContent {
  const { say } = speech;
  return {
    title: say('law.title'),
    content: (
      <>
        <h1>{say('law.title')}</h1>
        {(['law.1', 'law.2', 'law.3', 'law.4'] as const).map((word) => (
          <p className="lead" key={word}>
            {say(word)}
          </p>
        ))}
      </>
    ),
  };
}

/** Where sign-in in another tab leads. */
export function signedInPage(district: PublicDistrict, speech: Speech): PageContent {
  const { say } = speech;
  return {
    title: say('kind.backTitle'),
    section: 'write',
    content: (
      <>
        <h1>{say('kind.backTitle')}</h1>
        <p className="lead">{say('kind.backLead')}</p>
        <p className="gap">
          <a href={`/${district.code}/write`}>{say('kind.write')}</a>
        </p>
      </>
    ),
  };
}

/** Inside a district it leads back to the district's own pages. */
export function missingPage({ say }: Speech, district?: Pick<PublicDistrict, 'code'>): PageContent {
  return {
    title: say('missing.title'),
    content: (
      <>
        <h1>{say('missing.title')}</h1>
        <p className="lead">{say('missing.lead')}</p>
        <p className="gap">
          <a href={`/${district?.code ?? ''}`}>{say('missing.home')}</a>
        </p>
      </>
    ),
  };
}

/** `back`: where to go on; without it the beginning. */
export function failurePage({ say }: Speech, message: string, back?: string): PageContent {
  return {
    title: say('failed.title'),
    content: (
      <>
        <h1>{say('failed.title')}</h1>
        <p className="lead" role="alert">
          {message}
        </p>
        <p className="gap">
          <a href={back ?? '/'}>{say(back === undefined ? 'missing.home' : 'back')}</a>
        </p>
      </>
    ),
  };
}
