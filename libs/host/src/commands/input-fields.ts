import { BadInput, checkAll, cleanText, Faults, optionalText, verbatimText } from '../input.js';

export interface TextField {
  /** Characters (code points) after trimming. */
  readonly max: number;
  /** May be absent, or without a visible character. */
  readonly optional?: true;
  /** Kept as typed, and may be empty: an unfinished text. */
  readonly verbatim?: true;
}

/** A list of texts, each cleaned as one. */
export interface TextsField {
  /** Characters (code points) of each, after trimming. */
  readonly max: number;
  /** How many there may be. */
  readonly items: number;
  /** May be absent, null or without items; else one item is needed. */
  readonly optional?: true;
}

export interface NumberField {
  readonly from: number;
  readonly to: number;
}

export type InputField = TextField | TextsField | NumberField;

/** The free texts and bounded numbers of an input, by the field's name. */
export type InputFields = Readonly<Record<string, InputField>>;

type Given = Readonly<Record<string, unknown>>;

/** A copy of `input` with the named fields cleaned. Throws `BadInput` with all their faults, whose paths begin with `path`. */
export function cleanFields<Fields extends object>(input: Fields, fields: InputFields, path: string): Fields {
  const faults = new Faults();
  const clean = cleanedFields(input, fields, path, faults);
  faults.demandNone();
  return clean;
}

/** The same for checks that go on: a field with a fault is undefined, the fault is among `faults`. */
export function cleanedFields<Fields extends object>(
  input: Fields,
  fields: InputFields,
  path: string,
  faults: Faults,
): Fields {
  const given = input as Given;
  const cleanOf = ([name, field]: [string, InputField]) => [
    name,
    faults.of(() => cleaned(given[name], field, `${path}.${name}`)),
  ];
  return { ...input, ...Object.fromEntries(Object.entries(fields).map(cleanOf)) };
}

function cleaned(value: unknown, field: InputField, path: string): unknown {
  if ('from' in field) return inRange(value, field, path);
  if ('items' in field) return cleanedTexts(value as readonly string[] | null | undefined, field, path);
  const { max, optional, verbatim } = field;
  const raw = value as string;
  if (verbatim) return verbatimText(raw, { max, path });
  return optional ? optionalText(raw, { max, path }) : cleanText(raw, { max, path });
}

/** Throws `BadInput`: TOO_MANY_ITEMS, TEXT_EMPTY of the list, or the faults of its texts, each by its place from 0. */
function cleanedTexts(
  texts: readonly string[] | null | undefined,
  { max, items, optional }: TextsField,
  path: string,
): unknown {
  if (!texts?.length) {
    if (optional) return texts;
    throw new BadInput('TEXT_EMPTY', path);
  }
  if (texts.length > items) throw new BadInput('TOO_MANY_ITEMS', path, { max: items });
  return checkAll(...texts.map((text, at) => () => cleanText(text, { max, path: `${path}.${at}` })));
}

function inRange(value: unknown, { from: min, to: max }: NumberField, path: string): unknown {
  if (typeof value === 'number' && value >= min && value <= max) return value;
  throw new BadInput('NUMBER_OUT_OF_RANGE', path, { min, max });
}
