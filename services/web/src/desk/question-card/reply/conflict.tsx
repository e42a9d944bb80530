import { useState } from 'react';
import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import { useKeys } from '../../../parts/keys.js';
import { timeOfDay } from '../../../parts/dates.js';
import type { Run } from '../../../parts/text-diff.js';
import { t } from '../../../words/words.js';
import type { Draft, StandingResponse } from './draft.js';
import { mergedText, placesOf, type Place, type Side } from './merge.js';
import { versionsDocument } from './reply.queries.js';

interface ConflictProps {
  readonly draft: Draft;
  readonly standing: StandingResponse;
  readonly response: string;
  readonly onMerged: (change: Pick<Draft, 'text' | 'basedOn' | 'base'>) => void;
}

/** A colleague changed the answer meanwhile: the own text is as it was, and the two are compared on request. */
export function Conflict({ draft, standing, response, onMerged }: ConflictProps) {
  const { code: district } = useDistrict();
  const [comparing, setComparing] = useState(false);
  const [{ data }] = useQuery({
    query: operation(versionsDocument),
    variables: { district, response },
    requestPolicy: 'cache-and-network',
  });
  const last = data?.responseVersions.at(-1);
  const name = last?.byName ?? t('card.colleague');
  const merged = (text: string): void => onMerged({ text, basedOn: standing.version, base: standing.text ?? '' });
  return (
    <>
      <p className="d-note" role="status">
        {t('card.changedBy', { name, time: last ? timeOfDay(last.at) : '' })}{' '}
        <button
          type="button"
          className="d-link is-act"
          data-compare
          aria-expanded={comparing}
          onClick={() => setComparing(!comparing)}
        >
          {t('card.compare')}
        </button>
      </p>
      {comparing && (
        <Merge
          mine={draft.text}
          theirs={standing.text ?? ''}
          name={name}
          take={t('card.takeTheirs')}
          onMerged={merged}
        />
      )}
    </>
  );
}

/** Another window of the same official saved another text: both are there, and the official says which is meant. */
export function PartedWindows(props: {
  readonly draft: Draft;
  readonly elsewhere: Draft;
  readonly onMerged: (change: Pick<Draft, 'text'>) => void;
}) {
  const { draft, elsewhere, onMerged } = props;
  const [comparing, setComparing] = useState(true);
  return (
    <>
      <p className="d-note" role="status">
        {t('card.changedElsewhere', { time: timeOfDay(elsewhere.at) })}{' '}
        <button
          type="button"
          className="d-link is-act"
          data-compare
          aria-expanded={comparing}
          onClick={() => setComparing(!comparing)}
        >
          {t('card.compare')}
        </button>
      </p>
      {comparing && (
        <Merge
          key={draft.text}
          mine={draft.text}
          theirs={elsewhere.text}
          name={t('card.mergeElsewhere', { time: timeOfDay(elsewhere.at) })}
          take={t('card.takeElsewhere')}
          onMerged={(text) => onMerged({ text })}
        />
      )}
    </>
  );
}

interface MergeProps {
  readonly mine: string;
  readonly theirs: string;
  readonly name: string;
  /** On the button that takes all of theirs. */
  readonly take: string;
  readonly onMerged: (text: string) => void;
}

function Merge({ mine, theirs, name, take, onMerged }: MergeProps) {
  const [places] = useState(() => placesOf(mine, theirs));
  const [choices, setChoices] = useState<ReadonlyMap<number, Side>>(new Map());
  const text = mergedText(places, choices);
  const left = places.filter(({ same }, at) => !same && !choices.has(at)).length;
  const join = (): void => {
    if (text !== undefined) onMerged(text);
  };
  useKeys([{ keys: 'Control+Shift+Enter', title: t('card.join'), run: join }]);
  return (
    <div className="merge-in">
      <table className="merge">
        <thead>
          <tr>
            <th scope="col">{t('card.mergePlace')}</th>
            <th scope="col">{t('card.mergeMine')}</th>
            <th scope="col">{name}</th>
          </tr>
        </thead>
        <tbody>
          {places.map((place, at) => (
            <MergeRow
              key={at}
              at={at}
              place={place}
              choice={choices.get(at)}
              onChoose={(side) => setChoices(new Map(choices).set(at, side))}
            />
          ))}
        </tbody>
      </table>
      <div className="d-bar d-gap">
        <button type="button" className="d-button" onClick={() => onMerged(mine)}>
          {t('card.takeMine')}
        </button>
        <button type="button" className="d-button" onClick={() => onMerged(theirs)}>
          {take}
        </button>
        <span className="is-end attn" role="status">
          {left > 0 && t('card.mergeLeft', { count: left })}
        </span>
        <button type="button" className="d-button" disabled={text === undefined} onClick={join}>
          {t('card.join')}
          <kbd>Ctrl Shift Enter</kbd>
        </button>
      </div>
    </div>
  );
}

function MergeRow(props: {
  readonly at: number;
  readonly place: Place;
  readonly choice: Side | undefined;
  readonly onChoose: (side: Side) => void;
}) {
  const { at, place, choice, onChoose } = props;
  const side = (one: Side) => (
    <td>
      <label>
        <input type="radio" name={`place-${at}`} checked={choice === one} onChange={() => onChoose(one)} />
        <Marked runs={place[one]} />
      </label>
    </td>
  );
  return (
    <tr>
      <th scope="row">{t('card.paragraph', { at: at + 1 })}</th>
      {place.same ? (
        <td colSpan={2} className="muted">
          {place.mine[0]?.text}
        </td>
      ) : (
        <>
          {side('mine')}
          {side('theirs')}
        </>
      )}
    </tr>
  );
}

function Marked({ runs }: { readonly runs: readonly Run[] }) {
  if (runs.length === 0) return <span className="muted">{t('card.noParagraph')}</span>;
  return (
    <span>{runs.map(({ kind, text }, at) => (kind === 'ADDED' ? <ins key={at}>{`${text} `}</ins> : `${text} `))}</span>
  );
}
