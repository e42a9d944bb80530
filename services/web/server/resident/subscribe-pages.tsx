import type { ConfirmedSubscription, PublicDistrict } from '@otklik/contracts/generated/graphql';
import { ChallengeField } from './challenge-part.js';
import type { PageContent } from './document.js';
import type { FormError } from './form-values.js';
import { ErrorSummary, Field, pageTitle } from './parts.js';
import type { Speech } from './words/index.js';

/** What one may subscribe to: codes; empty: all. */
export interface SubscribedTo {
  readonly topic: string;
  readonly settlement: string;
}

interface FormProps {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  /** What the page is about. */
  readonly of: SubscribedTo;
  readonly email?: string;
  readonly errors?: readonly FormError[];
}

/** A form that needs no script: a letter a day about new answers, of this page or of all. */
export function SubscribeForm({ district, speech, of, email, errors = [] }: FormProps) {
  const { say } = speech;
  const named = nameOf(district, of, speech);
  return (
    <form method="post" action={`/${district.code}/subscribe`} noValidate>
      <Field id="email" label={say('subscribe.email')} speech={speech} errors={errors}>
        {(described) => (
          <input
            {...described}
            name="email"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            spellCheck={false}
            autoCapitalize="off"
            defaultValue={email}
          />
        )}
      </Field>
      {named === '' ? null : <Choice speech={speech} of={of} named={named} />}
      <ChallengeField errors={errors} speech={speech} />
      <p className="small gap">
        {`${say('subscribe.consent')} `}
        <a href={`/${district.code}/personal-data`}>{say('subscribe.data')}</a>
      </p>
      <div className="field">
        <button className="button">{say('subscribe.ask')}</button>
      </div>
    </form>
  );
}

function Choice({ speech: { say }, of, named }: Pick<FormProps, 'speech' | 'of'> & { readonly named: string }) {
  return (
    <fieldset className="field">
      <legend>{say('subscribe.what')}</legend>
      <input type="hidden" name="topic" defaultValue={of.topic} />
      <input type="hidden" name="settlement" defaultValue={of.settlement} />
      <label className="check">
        <input type="radio" name="what" value="this" defaultChecked />
        <span>{named}</span>
      </label>
      <label className="check">
        <input type="radio" name="what" value="all" />
        <span>{say('subscribe.all')}</span>
      </label>
    </fieldset>
  );
}

/** On the pages of answers. */
export function SubscribePart(props: FormProps) {
  const { say } = props.speech;
  return (
    <section className="part" id="subscribe">
      <h2>{say('subscribe.title')}</h2>
      <p>{say('subscribe.lead')}</p>
      <SubscribeForm {...props} />
    </section>
  );
}

/** The form by itself, with what has to be corrected. */
export function subscribePage({ errors = [], ...form }: FormProps): PageContent {
  const { say } = form.speech;
  return {
    title: pageTitle(say('subscribe.title'), errors, form.speech),
    section: 'answers',
    content: (
      <>
        <ErrorSummary errors={errors} speech={form.speech} />
        <h1>{say('subscribe.title')}</h1>
        <p className="lead">{say('subscribe.lead')}</p>
        <SubscribeForm {...form} errors={errors} />
      </>
    ),
  };
}

/** The same for whatever was typed. */
export function subscriptionAskedPage(district: PublicDistrict, speech: Speech): PageContent {
  const { say } = speech;
  return plain(district, speech, {
    title: say('subscribe.sentTitle'),
    leads: [say('subscribe.sent'), say('subscribe.noLetter')],
  });
}

interface PressPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  /** Its secret part. */
  readonly link: string;
  readonly errors?: readonly FormError[];
}

/** A button, since programs that read mail follow links: what confirms is a person. */
export function confirmPage({ district, speech, link, errors = [] }: PressPage): PageContent {
  const { say } = speech;
  return pressed({ district, speech, errors }, 'subscribe', link, {
    title: say('subscribe.confirmTitle'),
    lead: say('subscribe.confirmLead'),
    button: say('subscribe.confirm'),
  });
}

export function endPage({ district, speech, link }: PressPage): PageContent {
  const { say } = speech;
  return pressed({ district, speech, errors: [] }, 'unsubscribe', link, {
    title: say('subscribe.endTitle'),
    lead: say('subscribe.endLead'),
    button: say('subscribe.end'),
  });
}

interface Press {
  readonly title: string;
  readonly lead: string;
  readonly button: string;
}

function pressed(
  { district, speech, errors }: Pick<PressPage, 'district' | 'speech'> & { readonly errors: readonly FormError[] },
  act: 'subscribe' | 'unsubscribe',
  link: string,
  { title, lead, button }: Press,
): PageContent {
  return {
    title: pageTitle(title, errors, speech),
    section: 'answers',
    content: (
      <>
        <ErrorSummary errors={errors} speech={speech} />
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
        <form method="post" action={`/${district.code}/${act}/${encodeURIComponent(link)}`}>
          <ChallengeField errors={errors} speech={speech} />
          <div className="field">
            <button className="button main">{button}</button>
          </div>
        </form>
      </>
    ),
  };
}

export function confirmedPage(
  district: PublicDistrict,
  speech: Speech,
  { topic, settlement }: Pick<ConfirmedSubscription, 'topic' | 'settlement'>,
): PageContent {
  const { say } = speech;
  const what = [topic, settlement].filter((part) => part).join(', ');
  const leads = [what === '' ? say('subscribe.toAll') : say('subscribe.to', { what }), say('subscribe.ends')];
  return plain(district, speech, { title: say('subscribe.confirmed'), leads });
}

/** 410: it was confirmed too late, or has ended. */
export function linkOverPage(district: PublicDistrict, speech: Speech): PageContent {
  const { say } = speech;
  return {
    ...plain(district, speech, { title: say('subscribe.over'), leads: [say('subscribe.overLead')], again: true }),
  };
}

export function endedPage(district: PublicDistrict, speech: Speech): PageContent {
  const { say } = speech;
  return plain(district, speech, { title: say('subscribe.ended'), leads: [say('subscribe.endedLead')] });
}

function plain(
  { code }: PublicDistrict,
  { say }: Speech,
  {
    title,
    leads,
    again = false,
  }: { readonly title: string; readonly leads: readonly string[]; readonly again?: boolean },
): PageContent {
  return {
    title,
    section: 'answers',
    content: (
      <>
        <h1>{title}</h1>
        {leads.map((lead) => (
          <p className="lead" key={lead}>
            {lead}
          </p>
        ))}
        <p className="gap">
          {again ? (
            <a href={`/${code}/subscribe`}>{say('subscribe.title')}</a>
          ) : (
            <a href={`/${code}/answers`}>{say('answers.back')}</a>
          )}
        </p>
      </>
    ),
  };
}

/** `Дороги, Томмот`; empty of all, and of what the district does not have any more. */
function nameOf(
  { topics, settlements }: PublicDistrict,
  { topic, settlement }: SubscribedTo,
  { language }: Speech,
): string {
  const name = (list: PublicDistrict['topics'] | PublicDistrict['settlements'], code: string) => {
    const one = list.find((each) => each.code === code);
    return one && ((language === 'sah' && one.nameSah) || one.name);
  };
  return [name(topics, topic), name(settlements, settlement)].filter((part) => part).join(', ');
}
