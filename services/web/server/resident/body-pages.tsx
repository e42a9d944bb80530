import type { BodyReaction, PublicDistrict } from '@otklik/contracts/generated/graphql';
import { localDate } from '@otklik/kernel';
import { ChallengeField } from './challenge-part.js';
import { Telephone, type PageContent } from './document.js';
import type { FormError } from './form-values.js';
import type { ShownLetter } from './operations.js';
import { isAbsent } from './absent.js';
import { ErrorSummary, Field, pageTitle, Wrong } from './parts.js';
import { PlacePart, TopicAnswers } from './place-part.js';
import type { Speech } from './words/index.js';

/** What the body typed. */
export interface BodyForm {
  readonly act: 'react' | 'inform';
  readonly key: string;
  readonly reaction: BodyReaction | undefined;
  readonly reactedOn: string;
  readonly number: string;
  readonly text: string;
}

export interface BodyPage {
  readonly district: PublicDistrict;
  readonly speech: Speech;
  /** The secret part of the address. */
  readonly link: string;
  /** The idempotency key of the act. */
  readonly actKey: string;
  readonly letter: ShownLetter;
  readonly form?: BodyForm;
  readonly errors?: readonly FormError[];
  /** What was done just now. */
  readonly done?: string;
}

/** What a body was sent, and what it does with it; needs no account and no script. */
export function bodyPage(page: BodyPage): PageContent {
  const { speech, letter, errors = [], done } = page;
  const { say } = speech;
  return {
    title: pageTitle(say(`body.${letter.task}`), errors, speech),
    content: (
      <>
        <ErrorSummary errors={errors} speech={speech} />
        {done === undefined ? null : (
          <p className="note" role="status">
            {done}
          </p>
        )}
        <p className="small">{letter.body}</p>
        <h1>{say(`body.${letter.task}`)}</h1>
        {isAbsent(letter.endedOn) ? <p className="lead">{say(`body.lead.${letter.task}`)}</p> : null}
        <Head {...page} />
        {isAbsent(letter.endedOn) ? <Open {...page} /> : <Over {...page} />}
      </>
    ),
  };
}

function Head({ district: { zone }, speech, letter }: BodyPage) {
  const { say, day } = speech;
  const { number, registeredOn, sentAt, dueOn, linkUntil, endedOn, reactions, task } = letter;
  const facts = [
    [say('body.number'), say('body.dated', { number, date: day(registeredOn, zone) })],
    [say('body.sent'), day(sentAt, zone)],
    ...(dueOn && isAbsent(endedOn) ? [[say('body.due'), day(dueOn, zone)]] : []),
    ...(task === 'FORWARDED' ? [[say('body.until'), day(linkUntil ?? sentAt, zone)]] : []),
    ...reactions.map((one) => [
      say('body.told'),
      say('body.told.ACCEPTED', { date: day(one.reactedOn, zone), number: one.number ?? '—' }),
    ]),
  ];
  return (
    <dl className="facts top">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Open(page: BodyPage) {
  if (!page.letter.contents) return <Closed {...page} />;
  return (
    <>
      <Contents {...page} />
      <Telling {...page} />
    </>
  );
}

/** The question ended without it: nothing is awaited any more. */
function Over({ district, speech: { say, day }, letter }: BodyPage) {
  return (
    <section className="part">
      <p className="note" role="status">
        {say('body.over', { date: day(letter.endedOn!, district.zone) })}
      </p>
      <p>{say('body.overLead')}</p>
    </section>
  );
}

function action({ district, link }: BodyPage): string {
  return `/${district.code}/body/${link}`;
}

function Closed(page: BodyPage) {
  const { say } = page.speech;
  return (
    <section className="part">
      <h2>{say('body.closed')}</h2>
      <p>{say('body.closedLead')}</p>
      <form method="post" action={action(page)}>
        <button className="button main gap" name="act" value="open">
          {say('body.open')}
        </button>
      </form>
    </section>
  );
}

function Contents({ speech, letter: { contents, task } }: BodyPage) {
  const { say } = speech;
  const { text, asked, place, topicAnswers, applicant, reachedAt } = contents!;
  const shown = [
    ...(task === 'FORWARDED' ? [] : [['body.asked', asked] as const]),
    ...(task === 'INFORMATION' ? [] : [['body.question', text] as const]),
  ];
  return (
    <>
      {shown.map(([title, said]) => (
        <section className="part" key={title}>
          <h2>{say(title)}</h2>
          <p className="said" lang="ru">
            {said ?? say('body.erased')}
          </p>
        </section>
      ))}
      <TopicAnswers answers={topicAnswers} />
      <PlacePart place={place} speech={speech} />
      {task === 'FORWARDED' ? (
        <section className="part">
          <h2>{say('body.applicant')}</h2>
          {applicant ? <p>{applicant}</p> : null}
          <p>{reachedAt ?? say('body.noContact')}</p>
        </section>
      ) : null}
    </>
  );
}

function Telling(page: BodyPage) {
  const { speech, letter, actKey, errors = [] } = page;
  const isForwarded = letter.task === 'FORWARDED';
  return (
    <section className="part">
      <h2>{speech.say(isForwarded ? 'body.react' : `body.answer.${letter.task as 'DRAFT'}`)}</h2>
      <form method="post" action={action(page)} noValidate>
        <input type="hidden" name="key" defaultValue={page.form?.key ?? actKey} />
        {isForwarded ? <Reactions {...page} /> : null}
        <TextField {...page} errors={errors} />
        <NumberField {...page} errors={errors} />
        <ChallengeField errors={errors} speech={speech} />
        <div className="field">
          <button className="button main" name="act" value={isForwarded ? 'react' : 'inform'}>
            {speech.say('body.send')}
          </button>
        </div>
      </form>
    </section>
  );
}

const REACTIONS = ['ACCEPTED', 'ANSWERED', 'REFUSED'] as const satisfies readonly BodyReaction[];

function Reactions({ district, speech, letter, form, errors = [] }: BodyPage) {
  const { say } = speech;
  const open = REACTIONS.filter((one) => !letter.reactions.some(({ reaction }) => reaction === one));
  const isWrong = errors.some(({ field }) => field === 'reaction-ACCEPTED');
  const today = localDate(new Date().toISOString(), district.zone);
  return (
    <>
      <fieldset className={isWrong ? 'field wrong' : 'field'}>
        <legend className="unseen">{say('body.react')}</legend>
        <Wrong
          id="reaction-ACCEPTED"
          errors={errors.filter(({ field }) => field === 'reaction-ACCEPTED')}
          speech={speech}
        />
        {open.map((one, at) => (
          <label className="check" key={one}>
            <input
              id={at === 0 ? 'reaction-ACCEPTED' : undefined}
              type="radio"
              name="reaction"
              value={one}
              defaultChecked={form?.reaction === one}
            />
            <span>
              <b>{say(`body.reaction.${one}`)}</b>
              <span className="hint line">{say(`body.reaction.${one}.hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Field id="reactedOn" label={say('body.on')} hint={say('body.onHint')} speech={speech} errors={errors}>
        {(described) => (
          <input {...described} type="date" name="reactedOn" max={today} defaultValue={form?.reactedOn ?? today} />
        )}
      </Field>
    </>
  );
}

function TextField({ speech, letter: { task }, form, errors }: BodyPage) {
  const isForwarded = task === 'FORWARDED';
  const label = speech.say(isForwarded ? 'body.text' : `body.text.${task}`);
  const hint = isForwarded ? speech.say('body.textHint') : undefined;
  return (
    <Field id="text" label={label} hint={hint} speech={speech} errors={errors ?? []}>
      {(described) => <textarea {...described} name="text" maxLength={20_000} defaultValue={form?.text} />}
    </Field>
  );
}

function NumberField({ speech, letter: { task }, form, errors }: BodyPage) {
  const isForwarded = task === 'FORWARDED';
  const hint = isForwarded ? speech.say('body.numberHint') : undefined;
  const label = speech.say('body.theirNumber');
  return (
    <Field id="number" label={label} hint={hint} optional={!isForwarded} speech={speech} errors={errors ?? []}>
      {(described) => (
        <input {...described} name="number" maxLength={50} autoComplete="off" defaultValue={form?.number} />
      )}
    </Field>
  );
}

/** After it the page does not open any more, and need not. */
export function bodyDonePage(
  district: PublicDistrict,
  speech: Speech,
  done: 'ANSWERED' | 'REFUSED' | 'INFORMED',
): PageContent {
  const { say } = speech;
  return {
    title: say('body.doneTitle'),
    content: (
      <>
        <h1>{say('body.doneTitle')}</h1>
        <p className="lead" role="status">
          {say(`body.doneLead.${done}`)}
        </p>
        <ByPhone district={district} />
      </>
    ),
  };
}

export function bodyAbsentPage(district: PublicDistrict, speech: Speech): PageContent {
  const { say } = speech;
  return {
    title: say('body.absentTitle'),
    content: (
      <>
        <h1>{say('body.absentTitle')}</h1>
        <p className="lead">{say('body.absentLead')}</p>
        <ByPhone district={district} />
      </>
    ),
  };
}

function ByPhone({ district: { phones } }: { readonly district: PublicDistrict }) {
  const [phone] = phones;
  return phone ? (
    <p className="gap">
      {`${phone.name} `}
      <Telephone phone={phone.phone} />
    </p>
  ) : null;
}
