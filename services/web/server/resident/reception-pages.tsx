import type { PublicDistrict, Reception } from '@otklik/contracts/generated/graphql';
import { ChallengeField } from './challenge-part.js';
import type { PageContent } from './document.js';
import type { FormError } from './form-values.js';
import { ErrorSummary, Field, pageTitle, Wrong } from './parts.js';
import type { Speech } from './words/index.js';

/** What was typed and chosen. */
export interface BookingValues {
  readonly hours: string;
  readonly on: string;
  readonly begins: string;
  readonly way: string;
  readonly name: string;
  readonly phone: string;
  readonly matter: string;
  readonly consent: boolean;
}

export interface ReceptionPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  readonly receptions: readonly Reception[];
  readonly values: BookingValues;
  readonly draftKey: string;
  readonly errors: readonly FormError[];
}

/** Whom, when, and what about: without a script, so that official and day are links. */
export function receptionPage(page: ReceptionPage): PageContent {
  const { district, speech, receptions, errors } = page;
  const { say } = speech;
  const chosen = chosenOf(page);
  return {
    title: pageTitle(say('reception.title'), errors, speech),
    section: 'start',
    content: (
      <>
        <ErrorSummary errors={errors} speech={speech} />
        <h1>{say('reception.title')}</h1>
        <p className="lead">{say('reception.lead')}</p>
        <p className="note">
          {`${say('reception.instead')} `}
          <a href={`/${district.code}/write`}>{say('reception.write')}</a>
          {`, ${say('reception.insteadHow')}`}
        </p>
        {receptions.some(({ queue }) => !queue) ? (
          <Officials {...page} chosen={chosen} />
        ) : (
          <p className="gap">{say('reception.none')}</p>
        )}
        {chosen ? <BookingForm {...page} chosen={chosen} /> : null}
        <Queues {...page} />
        <section className="part">
          <h2>{say('reception.byPhone')}</h2>
          <p>{say('reception.byPhoneHow')}</p>
          {district.phones.slice(0, 1).map(({ name, phone }) => (
            <p key={phone} lang="ru">
              {`${name} `}
              <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
            </p>
          ))}
        </section>
      </>
    ),
  };
}

type Chosen = ReceptionPage & { readonly chosen: Reception };

/** What was asked for, or the nearest one with a free time. */
function chosenOf({ receptions, values }: ReceptionPage): Reception | undefined {
  const timed = receptions.filter(({ queue }) => !queue);
  const ofOfficial = timed.filter(({ hours }) => hours === values.hours);
  return (
    ofOfficial.find(({ on }) => on === values.on) ?? ofOfficial.find(hasFree) ?? timed.find(hasFree) ?? ofOfficial[0]
  );
}

function hasFree({ slots }: Reception): boolean {
  return slots.some(({ free }) => free);
}

function Officials({
  district,
  receptions,
  speech,
  chosen,
}: ReceptionPage & { readonly chosen: Reception | undefined }) {
  const { say } = speech;
  const officials = [...new Map(receptions.filter(({ queue }) => !queue).map((one) => [one.hours, one])).values()];
  return (
    <section className="part">
      <h2>{say('reception.whom')}</h2>
      <ul className="index">
        {officials.map((one) => (
          <li key={one.hours} lang="ru">
            <a
              href={`/${district.code}/reception?to=${one.hours}#time`}
              aria-current={one.hours === chosen?.hours ? 'true' : undefined}
            >
              {`${one.official}, ${one.post}`}
            </a>
            <span>{[one.about, nearestOf(one, { district, receptions, speech })].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nearestOf(
  { hours }: Reception,
  { receptions, speech, district }: Pick<ReceptionPage, 'receptions' | 'speech' | 'district'>,
): string {
  const nearest = receptions.find((one) => one.hours === hours && hasFree(one));
  if (!nearest) return speech.say('reception.full');
  const time = nearest.slots.find(({ free }) => free)!.begins;
  return speech.say('reception.nearest', { day: dayOf(nearest.on, speech, district), time });
}

/** `вторник, 1 декабря`. */
export function dayOf(on: string, speech: Speech, { zone }: PublicDistrict): string {
  return `${speech.weekday(on)}, ${speech.shortDay(on, zone)}`;
}

function BookingForm(page: Chosen) {
  const { district, speech, values, draftKey, errors, chosen } = page;
  const { say } = speech;
  return (
    <form method="post" action={`/${district.code}/reception`} noValidate id="time">
      <input type="hidden" name="key" defaultValue={draftKey} />
      <input type="hidden" name="hours" defaultValue={chosen.hours} />
      <input type="hidden" name="on" defaultValue={chosen.on} />
      <Times {...page} />
      <Field
        id="matter"
        label={say('reception.matter')}
        hint={say('reception.matterHint')}
        speech={speech}
        errors={errors}
      >
        {(described) => <input {...described} name="matter" required maxLength={200} defaultValue={values.matter} />}
      </Field>
      <Field id="name" label={say('reception.name')} speech={speech} errors={errors}>
        {(described) => (
          <input {...described} name="name" required maxLength={200} autoComplete="name" defaultValue={values.name} />
        )}
      </Field>
      <Field
        id="phone"
        label={say('reception.phone')}
        hint={say('reception.phoneHint')}
        speech={speech}
        errors={errors}
      >
        {(described) => (
          <input
            {...described}
            name="phone"
            type="tel"
            required
            maxLength={30}
            autoComplete="tel"
            defaultValue={values.phone}
          />
        )}
      </Field>
      {chosen.video ? <Ways {...page} /> : null}
      <Consent {...page} />
      <ChallengeField errors={errors} speech={speech} />
      <div className="field">
        <button className="button main">{say('reception.book')}</button>
        <p className="hint">{say('reception.bookHow')}</p>
      </div>
    </form>
  );
}

function Times({ district, speech, receptions, values, errors, chosen }: Chosen) {
  const { say } = speech;
  const first = chosen.slots.find(({ free }) => free)?.begins;
  const kept = chosen.slots.find(({ begins, free }) => free && begins === values.begins)?.begins;
  const others = receptions.filter(({ hours, on, queue }) => !queue && hours === chosen.hours && on !== chosen.on);
  const wrong = errors.filter(({ field }) => field === 'begins');
  return (
    <fieldset className={wrong.length > 0 ? 'field wrong' : 'field'} id="begins">
      <legend>{say('reception.time', { day: dayOf(chosen.on, speech, district), place: chosen.place })}</legend>
      <Wrong id="begins" errors={wrong} speech={speech} />
      <div className="row">
        {chosen.slots.map(({ begins, free }) => (
          <label className="check" key={begins}>
            <input
              type="radio"
              name="begins"
              value={begins}
              required
              disabled={!free}
              defaultChecked={begins === (kept ?? first)}
            />
            <span>
              <time>{begins}</time>
              {free ? null : <span className="muted">{` ${say('reception.taken')}`}</span>}
            </span>
          </label>
        ))}
      </div>
      {others.length === 0 ? null : (
        <p className="small">
          {`${say('reception.others')}: `}
          {others.map(({ on }, at) => (
            <span key={on}>
              {at === 0 ? null : ', '}
              <a href={`/${district.code}/reception?to=${chosen.hours}&on=${on}#time`}>{dayOf(on, speech, district)}</a>
            </span>
          ))}
        </p>
      )}
    </fieldset>
  );
}

function Ways({ speech: { say }, values }: Chosen) {
  return (
    <fieldset className="field">
      <legend>{say('reception.way')}</legend>
      <div className="row">
        {(['IN_PERSON', 'VIDEO'] as const).map((way) => (
          <label className="check" key={way}>
            <input
              type="radio"
              name="way"
              value={way}
              defaultChecked={(values.way === 'VIDEO') === (way === 'VIDEO')}
            />
            <span>{say(`reception.way${way}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Consent({ district: { code, consent }, speech, values, errors }: Chosen) {
  const { say } = speech;
  const wrong = errors.filter(({ field }) => field === 'consent');
  return (
    <div className={wrong.length > 0 ? 'field wrong' : 'field'}>
      <Wrong id="consent" errors={wrong} speech={speech} />
      <label className="check">
        <input
          id="consent"
          type="checkbox"
          name="consent"
          value={consent.version}
          required
          defaultChecked={values.consent}
          {...(wrong.length > 0 && { 'aria-invalid': true, 'aria-describedby': 'consent-e' })}
        />
        <span>
          {`${say('form.consent')} `}
          <a href={`/${code}/personal-data`}>{say('form.consentText')}</a>
        </span>
      </label>
    </div>
  );
}

/** Live queues: the all-Russian day of reception, above all. */
function Queues({ receptions, speech, district }: ReceptionPage) {
  const { say } = speech;
  const queues = receptions.filter(({ queue }) => queue);
  if (queues.length === 0) return null;
  return (
    <section className="part">
      <h2>{say('reception.queue')}</h2>
      {queues.map(({ hours, on, from, to, official, post, place }) => (
        <p key={`${hours} ${on}`}>
          {say('reception.queueOne', { from, to, official, post, place, day: dayOf(on, speech, district) })}
        </p>
      ))}
    </section>
  );
}
