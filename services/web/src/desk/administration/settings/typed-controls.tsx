import { useState } from 'react';
import { LabelledTick } from '../../../parts/labelled.js';
import { itemsOf, textOf, titleOf, type Item, type Model } from './district-model.js';
import { nameOf, type Value } from './edited-yaml.js';
import { pointOf } from './setting-parts.js';

/** Words of a rule, a line each. What is typed is kept until it is left, empty lines among it. */
export function WordsControl(props: {
  readonly label: string;
  readonly words: readonly string[];
  readonly onValue: (words: readonly string[]) => void;
}) {
  const { label, words, onValue } = props;
  const [typed, setTyped] = useState<string>();
  return (
    <textarea
      className="editor is-short"
      aria-label={label}
      rows={Math.min(12, words.length + 2)}
      value={typed ?? words.join('\n')}
      onChange={({ target }) => {
        setTyped(target.value);
        onValue(
          target.value
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        );
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

/** The settlements that a rule is of. */
export function PlacesControl(props: {
  readonly codes: readonly string[];
  readonly model: Model;
  readonly onValue: (codes: readonly string[]) => void;
}) {
  const { codes, model, onValue } = props;
  return itemsOf(model, 'settlements').map((place) => {
    const code = nameOf(place) ?? '';
    return (
      <LabelledTick
        key={code}
        label={titleOf(place)}
        value={codes.includes(code)}
        onValue={(isIn) => onValue(isIn ? [...codes, code] : codes.filter((one) => one !== code))}
      />
    );
  });
}

/** Latitude and longitude in one line, as maps show them. */
export function PointControl(props: {
  readonly label: string;
  readonly value: Value | undefined;
  readonly onValue: (value: Value | undefined) => void;
}) {
  const { label, value, onValue } = props;
  const [typed, setTyped] = useState<string>();
  const { latitude, longitude } = (value ?? {}) as Item;
  const shown = value === undefined ? '' : `${textOf(latitude)}; ${textOf(longitude)}`;
  return (
    <input
      className="d-input num"
      aria-label={label}
      value={typed ?? shown}
      onChange={({ target }) => {
        setTyped(target.value);
        const point = pointOf(target.value);
        if (point || target.value.trim() === '') onValue(point);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

/** Whole numbers in one line, with commas. */
export function NumbersControl(props: {
  readonly label: string;
  readonly value: Value | undefined;
  readonly onValue: (value: Value | undefined) => void;
}) {
  const { label, value, onValue } = props;
  const [typed, setTyped] = useState<string>();
  const shown = Array.isArray(value) ? (value as readonly Value[]).map(textOf).join(', ') : '';
  return (
    <input
      className="d-input num"
      aria-label={label}
      value={typed ?? shown}
      onChange={({ target }) => {
        setTyped(target.value);
        const words = target.value.split(/[,;\s]+/).filter(Boolean);
        onValue(words.length === 0 ? undefined : words.map((one) => (/^\d+$/.test(one) ? Number(one) : one)));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
