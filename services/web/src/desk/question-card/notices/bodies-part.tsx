import { Fragment, useState } from 'react';
import { ChangedBehind } from '../../../acts/dialogs/changed-behind.js';
import { recordBodyReaction, revokeBodyLink, takeBack } from '../../../acts/question/ends.js';
import { useActsOn } from '../../../acts/use-acts-on.js';
import { useAsOpened } from '../../../frame/as-opened.js';
import { useDistrict } from '../../../frame/district.js';
import type { BodyReaction, ReactionSource } from '../../../generated/graphql.js';
import { Button } from '../../../parts/button.js';
import { dayIn, dayMonth, fullDate, momentIn, timeOfDay } from '../../../parts/dates.js';
import { Form } from '../../../parts/form.js';
import { Problem } from '../../../parts/problem.js';
import { LabelledChoice, LabelledLine, LabelledText } from '../../../parts/labelled.js';
import { t } from '../../../words/words.js';
import type { Card, Question } from '../../../acts/card.js';

interface BodiesPartProps {
  readonly card: Card;
  readonly question: Question;
  readonly onChanged: (consistencyToken: string) => void;
}

type Body = Card['questions'][number]['bodies'][number];

const MAX_NUMBER_LENGTH = 50;
const REACTIONS = ['ACCEPTED', 'ANSWERED', 'REFUSED'] as const satisfies readonly BodyReaction[];

/** What the bodies did with a question that was forwarded to them, by their page or by letter, and what is to be done then. */
export function BodiesPart({ card, question, onChanged }: BodiesPartProps) {
  const { zone } = useDistrict();
  const scope = { card, question, zone };
  const { perform, problem } = useActsOn({ scope, about: (held) => held.question, onChanged });
  const bodies = card.questions.find(({ id }) => id === question.id)?.bodies ?? [];
  if (bodies.length === 0) return null;
  const { allowedActions } = question;
  const awaited = bodies.filter((body) => !isDone(body));
  return (
    <section className="d-note" aria-label={t('card.bodies')}>
      <h3 className="d-label">{t('card.bodies')}</h3>
      <Problem problem={problem} />
      {bodies.map((body) => (
        <Fragment key={body.letter}>
          <BodyLines body={body} />
          {body.noComplaintBy && (
            <p className="muted">{t('card.bodyNoComplaint', { name: body.name, official: body.noComplaintBy.name })}</p>
          )}
          <RequestLine body={body} />
          {body.linkOpens && (
            <p className="muted">
              {t('card.bodyLink', { date: fullDate(body.linkUntil) })}{' '}
              {allowedActions.includes('REVOKE_BODY_LINK') && (
                <button
                  type="button"
                  className="d-link"
                  aria-label={t('card.bodyRevokeOf', { name: body.name })}
                  onClick={() => void perform(revokeBodyLink, {}, { id: body.letter, body: body.name })}
                >
                  {t('card.bodyRevoke')}
                </button>
              )}
            </p>
          )}
        </Fragment>
      ))}
      {allowedActions.includes('RECORD_BODY_REACTION') && (
        <ReactionForm
          key={awaited.map(stateOf).join()}
          bodies={awaited}
          question={question}
          onRecord={(fields, seen) => void perform(recordBodyReaction, fields, undefined, { ...scope, question: seen })}
        />
      )}
      {allowedActions.includes('TAKE_BACK_QUESTION') && (
        <p className="d-gap">
          <Button look="main" onPress={() => void perform(takeBack, {})}>
            {takeBack.words(scope)}
          </Button>
        </p>
      )}
    </section>
  );
}

function BodyLines({ body: { name, reactions } }: { readonly body: Body }) {
  if (reactions.length === 0) return <p>{t('card.bodySilent', { name })}</p>;
  return reactions.map(({ reaction, source, reactedOn, number, text, at }) => (
    <p key={at}>
      {t(`card.body${reaction}`, { name, date: fullDate(reactedOn) })}
      {number && `, № ${number}`}
      {source !== 'LETTER' && `, ${t(`card.bodyBy${source}`)}`}
      {text && `: ${text}`}
    </p>
  ));
}

/** An answer and a return are the last that a body does. */
function isDone({ reactions }: Body): boolean {
  return reactions.some(({ reaction }) => reaction !== 'ACCEPTED');
}

/** Initial values of a form about it: only a change of these resets it, not each change of the question. */
function stateOf({ letter, reactions, request }: Body): string {
  return `${letter} ${reactions.length} ${request?.status ?? ''}`;
}

/** Its server closed the request: what that means an official says. */
function isClosed(body: Body): boolean {
  return body.request?.status === 'CLOSED' && !isDone(body);
}

function RequestLine({ body }: { readonly body: Body }) {
  const { zone } = useDistrict();
  const { request } = body;
  if (!request || isDone(body)) return null;
  const { status, number, notes, at, updates } = request;
  return (
    <>
      <p>
        {t(`card.bodyRequest${status}`, { name: body.name, number, at: momentIn(zone, at) })}
        {updates.length === 0 && notes ? `: ${notes}` : '.'}
        {status === 'CLOSED' && <b className="attn"> {t('card.bodyConfirm')}</b>}
      </p>
      {updates.length > 0 && (
        <ul className="facts">
          {updates.map((update) => (
            <li key={`${update.at} ${update.text}`}>
              <time dateTime={update.at}>{`${dayMonth(dayIn(zone, update.at))}, ${timeOfDay(update.at, zone)}`}</time>
              <div>{update.text ?? t('card.erased')}</div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface Fields {
  readonly letter: string;
  readonly reaction: BodyReaction;
  readonly reactedOn: string;
  readonly number?: string;
  readonly text?: string;
  readonly source?: ReactionSource;
}

type Proposal = Pick<Fields, 'letter' | 'reaction' | 'source'> & Required<Pick<Fields, 'number' | 'text'>>;

/**
 * The report of the first server that closed its request, for an official to confirm or to change; else the next step
 * of the first body.
 */
function proposal(bodies: readonly Body[]): Proposal {
  const body = bodies.find(isClosed) ?? bodies[0];
  const letter = body?.letter ?? '';
  const request = bodies.find(isClosed)?.request;
  // Once it took the question up, what comes next is its answer.
  const next = (body?.reactions.length ?? 0) > 0 ? 'ANSWERED' : 'ACCEPTED';
  if (!request) return { letter, reaction: next, number: '', text: '' };
  const number = request.number.slice(0, MAX_NUMBER_LENGTH);
  return { letter, reaction: 'ANSWERED', number, text: request.notes ?? '', source: 'OPEN311' };
}

interface ReactionProps {
  readonly bodies: readonly Body[];
  readonly question: Question;
  /** With the question as it stood when the form was begun. */
  readonly onRecord: (fields: Fields, seen: Question) => void;
}

function ReactionForm({ bodies, question, onRecord }: ReactionProps) {
  const { zone } = useDistrict();
  const today = dayIn(zone, Date.now());
  const proposed = proposal(bodies);
  const [letter, setLetter] = useState(proposed.letter);
  const [reaction, setReaction] = useState<BodyReaction>(proposed.reaction);
  const [reactedOn, setReactedOn] = useState(today);
  const [number, setNumber] = useState(proposed.number);
  const [text, setText] = useState(proposed.text);
  const [isBegun, setBegun] = useState(false);
  const { held, renew } = useAsOpened(question, isBegun);
  const submit = (): void => {
    const more = { ...(number.trim() && { number: number.trim() }), ...(text.trim() && { text: text.trim() }) };
    const source = proposed.source && letter === proposed.letter ? { source: proposed.source } : {};
    onRecord({ letter, reaction, reactedOn, ...more, ...source }, held);
  };
  return (
    <Form onSubmit={submit} onChange={() => setBegun(true)}>
      <ChangedBehind held={[held]} live={[question]} onRenew={renew} />
      <LabelledChoice
        label={t('card.bodyWhich')}
        of={bodies.map((one) => [one.letter, one.name])}
        value={letter}
        onValue={setLetter}
      />
      <LabelledChoice
        label={t('card.bodyDid')}
        of={REACTIONS.map((one) => [one, t(`card.bodyReaction${one}`)])}
        value={reaction}
        onValue={(one) => setReaction(one || 'ACCEPTED')}
      />
      <LabelledLine
        label={t('card.bodyWhen')}
        type="date"
        required
        max={today}
        value={reactedOn}
        onValue={setReactedOn}
      />
      <LabelledLine
        label={t('card.bodyNumber')}
        maxLength={MAX_NUMBER_LENGTH}
        required={reaction === 'ACCEPTED'}
        value={number}
        onValue={setNumber}
      />
      <LabelledText
        label={t(reaction === 'REFUSED' ? 'card.bodyWhy' : 'card.bodySaid')}
        rows={2}
        maxLength={20_000}
        required={reaction === 'REFUSED'}
        value={text}
        onValue={setText}
      />
      <button type="submit" className="d-button">
        {t('card.bodyRecord')}
      </button>
    </Form>
  );
}
