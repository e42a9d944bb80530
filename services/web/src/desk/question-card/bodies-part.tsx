import { Fragment, useState } from 'react';
import { useCommand } from '../../frame/command.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import type { BodyReaction } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import { dayIn, fullDate } from '../../parts/dates.js';
import { Problem } from '../../parts/problem.js';
import { LabelledLine, LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import { bodyReactionDocument, revokeLinkDocument, takeBackDocument } from './decisions.queries.js';
import type { Card, Question } from './question-card.js';

interface BodiesPartProps {
  readonly card: Card;
  readonly question: Question;
  readonly onChanged: (consistencyToken: string) => void;
}

type Body = Card['questions'][number]['bodies'][number];

const REACTIONS = ['ACCEPTED', 'ANSWERED', 'REFUSED'] as const satisfies readonly BodyReaction[];

/** What the bodies did with a question that was forwarded to them, by their page or by letter, and what is to be done then. */
export function BodiesPart({ card, question, onChanged }: BodiesPartProps) {
  const { code: district } = useDistrict();
  const reaction = useCommand(bodyReactionDocument);
  const takeBack = useCommand(takeBackDocument);
  const revoke = useCommand(revokeLinkDocument);
  const bodies = card.questions.find(({ id }) => id === question.id)?.bodies ?? [];
  if (bodies.length === 0) return null;
  const { id, version: expectedVersion, allowedActions } = question;
  const target = () => ({ district, id, key: newKey(), expectedVersion });
  const changed = async (sent: Promise<{ readonly consistencyToken: string } | undefined>): Promise<void> => {
    const change = await sent;
    if (change) onChanged(change.consistencyToken);
  };
  const awaited = bodies.filter(({ reactions }) => !reactions.some((one) => one.reaction !== 'ACCEPTED'));
  return (
    <section className="d-note" aria-label={t('card.bodies')}>
      <Problem problem={reaction.problem ?? takeBack.problem ?? revoke.problem} />
      {bodies.map((body) => (
        <Fragment key={body.letter}>
          <BodyLines body={body} />
          {body.linkOpens && (
            <p className="muted">
              {t('card.bodyLink', { date: fullDate(body.linkUntil) })}{' '}
              {allowedActions.includes('REVOKE_BODY_LINK') && (
                <button
                  type="button"
                  className="d-link"
                  aria-label={t('card.bodyRevokeOf', { name: body.name })}
                  onClick={() => void changed(revoke.send({ input: { ...target(), letter: body.letter } }))}
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
          key={expectedVersion}
          bodies={awaited}
          onRecord={(fields) => void changed(reaction.send({ input: { ...target(), ...fields } }))}
        />
      )}
      {allowedActions.includes('TAKE_BACK_QUESTION') && (
        <p className="d-gap">
          <Button look="main" onPress={() => void changed(takeBack.send({ input: target() }))}>
            {t('card.bodiesTakeBack')}
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
      {number && ` № ${number}`}
      {source === 'PAGE' && `, ${t('card.bodyByPage')}`}
      {text && `: ${text}`}
    </p>
  ));
}

interface Fields {
  readonly letter: string;
  readonly reaction: BodyReaction;
  readonly reactedOn: string;
  readonly number?: string;
  readonly text?: string;
}

function ReactionForm({ bodies, onRecord }: { bodies: readonly Body[]; onRecord: (fields: Fields) => void }) {
  const { zone } = useDistrict();
  const today = dayIn(zone, Date.now());
  const [letter, setLetter] = useState(bodies[0]?.letter ?? '');
  const [reaction, setReaction] = useState<BodyReaction>('ACCEPTED');
  const [reactedOn, setReactedOn] = useState(today);
  const [number, setNumber] = useState('');
  const [text, setText] = useState('');
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    const more = { ...(number.trim() ? { number: number.trim() } : {}), ...(text.trim() ? { text: text.trim() } : {}) };
    onRecord({ letter, reaction, reactedOn, ...more });
  };
  return (
    <form className="d-form" onSubmit={submit}>
      <label>
        {t('card.bodyWhich')}
        <select value={letter} onChange={({ target }) => setLetter(target.value)}>
          {bodies.map((one) => (
            <option key={one.letter} value={one.letter}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('card.bodyDid')}
        <select
          value={reaction}
          onChange={({ target }) => setReaction(REACTIONS.find((one) => one === target.value) ?? 'ACCEPTED')}
        >
          {REACTIONS.map((one) => (
            <option key={one} value={one}>
              {t(`card.bodyReaction${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('card.bodyWhen')}
        <input
          className="d-input"
          type="date"
          required
          max={today}
          value={reactedOn}
          onChange={({ target }) => setReactedOn(target.value)}
        />
      </label>
      <LabelledLine
        label={t('card.bodyNumber')}
        maxLength={50}
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
    </form>
  );
}
