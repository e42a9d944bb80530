import { useState } from 'react';
import { Dialog } from '../../../parts/dialog.js';
import { Form, Submit } from '../../../parts/form.js';
import type { Run } from '../../../parts/text-diff.js';
import { t } from '../../../words/words.js';
import { mergedText, placesOf, type Place, type Side } from './merge.js';

interface MergeProps {
  readonly mine: string;
  readonly theirs: string;
  /** Whose the other text is, and since when. */
  readonly name: string;
  /** On the button that takes all of theirs. */
  readonly take: string;
  readonly onMerged: (text: string) => void;
  readonly onClose: () => void;
}

/** Two versions of an answer side by side, paragraph by paragraph; nothing is chosen beforehand, and what comes of it can be edited. */
export function MergeVersions({ mine, theirs, name, take, onMerged, onClose }: MergeProps) {
  const [places] = useState(() => placesOf(mine, theirs));
  const [choices, setChoices] = useState<ReadonlyMap<number, Side>>(new Map());
  const [edited, setEdited] = useState<string>();
  const merged = mergedText(places, choices);
  const text = edited ?? merged;
  const differing = places.flatMap(({ same }, at) => (same ? [] : [at]));
  const left = differing.filter((at) => !choices.has(at)).length;
  const choose = (chosen: ReadonlyMap<number, Side>): void => {
    setChoices(chosen);
    setEdited(undefined);
  };
  const all = (side: Side) => (): void => choose(new Map(differing.map((at) => [at, side])));
  return (
    <Dialog open isWide onClose={onClose} title={t('card.mergeTitle')}>
      <p className="d-note">{t('card.mergeNote')}</p>
      <Form className="d-merge" onSubmit={() => text !== undefined && onMerged(text)}>
        <table className="merge">
          <thead>
            <tr>
              <th scope="col">№</th>
              <th scope="col">{t('card.mergeMine')}</th>
              <th scope="col">{name}</th>
            </tr>
          </thead>
          <tbody>
            {places.map((place, at) => (
              <MergeRow
                key={at}
                at={at}
                names={{ mine: t('card.mergeMine'), theirs: name }}
                place={place}
                choice={choices.get(at)}
                onChoose={(side) => choose(new Map(choices).set(at, side))}
              />
            ))}
          </tbody>
        </table>
        <h3>{t('card.mergeResult')}</h3>
        <textarea
          className="editor is-read"
          aria-label={t('card.mergeResult')}
          placeholder={t('card.mergeLeft', { count: left })}
          readOnly={merged === undefined}
          value={text ?? ''}
          onChange={({ target }) => setEdited(target.value)}
        />
        <div className="d-bar">
          <Submit keys="Ctrl Enter" disabled={text === undefined}>
            {t('card.join')}
          </Submit>
          <span className={left > 0 ? 'attn' : 'muted'} role="status">
            {left > 0 ? t('card.mergeLeft', { count: left }) : t('card.mergeKept')}
          </span>
          <button type="button" className="d-button is-plain is-end" onClick={all('mine')}>
            {t('card.takeMine')}
          </button>
          <button type="button" className="d-button is-plain" onClick={all('theirs')}>
            {take}
          </button>
        </div>
      </Form>
    </Dialog>
  );
}

const OPENING_WORDS = 70;

function MergeRow(props: {
  readonly at: number;
  /** Over each side where the two are one below the other. */
  readonly names: Readonly<Record<Side, string>>;
  readonly place: Place;
  readonly choice: Side | undefined;
  readonly onChoose: (side: Side) => void;
}) {
  const { at, names, place, choice, onChoose } = props;
  const side = (one: Side) => (
    <td className={choice === one ? 'is-picked' : undefined}>
      <small className="merge-who muted">{names[one]}</small>
      <label>
        <input type="radio" name={`place-${at}`} checked={choice === one} onChange={() => onChoose(one)} />
        <Marked runs={place[one]} />
      </label>
    </td>
  );
  return (
    <tr className={place.same ? 'is-same' : undefined}>
      <th scope="row">
        <span className="unseen">{t('card.paragraph', { at: at + 1 })}</span>
        <span aria-hidden="true">{at + 1}</span>
      </th>
      {place.same ? (
        <td colSpan={2}>
          <Same text={place.mine.map(({ text }) => text).join(' ')} />
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

/** The same in both: a line, and the whole on request. */
function Same({ text }: { readonly text: string }) {
  if (text.length <= OPENING_WORDS) return <span className="muted">{t('card.mergeSame', { text })}</span>;
  return (
    <details>
      <summary>{t('card.mergeSame', { text: `${text.slice(0, OPENING_WORDS)}…` })}</summary>
      <p>{text}</p>
    </details>
  );
}

function Marked({ runs }: { readonly runs: readonly Run[] }) {
  if (runs.length === 0) return <i className="muted">{t('card.noParagraph')}</i>;
  return (
    <span>{runs.map(({ kind, text }, at) => (kind === 'ADDED' ? <ins key={at}>{`${text} `}</ins> : `${text} `))}</span>
  );
}
