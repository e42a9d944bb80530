import type { PipeTransform } from '@nestjs/common';
import { BadInput, cleanText, optionalText } from '../input.js';

export interface TextField {
  /** Characters (code points) after trimming. */
  readonly max: number;
  /** May be absent, or without a visible character. */
  readonly optional?: true;
}

export interface NumberField {
  readonly from: number;
  readonly to: number;
}

export type InputField = TextField | NumberField;

/** The free texts and bounded numbers of an input, by the field's name. */
export type InputFields = Readonly<Record<string, InputField>>;

type Given = Readonly<Record<string, unknown>>;

/** Throws `BadInput` with the field's path. */
export function cleaning(fields: InputFields): PipeTransform<Given, Given> {
  const rules = Object.entries(fields);
  return {
    transform: (input) => {
      if (rules.length === 0) return input;
      return { ...input, ...Object.fromEntries(rules.map(([name, field]) => [name, cleaned(input, name, field)])) };
    },
  };
}

function cleaned(input: Given, name: string, field: InputField): unknown {
  const path = `input.${name}`;
  if ('from' in field) return inRange(input[name], field, path);
  const { max, optional } = field;
  const raw = input[name] as string;
  return optional ? optionalText(raw, { max, path }) : cleanText(raw, { max, path });
}

function inRange(value: unknown, { from: min, to: max }: NumberField, path: string): unknown {
  if (typeof value === 'number' && value >= min && value <= max) return value;
  throw new BadInput('NUMBER_OUT_OF_RANGE', path, { min, max });
}
