import type { PipeTransform } from '@nestjs/common';
import { cleanText, optionalText } from '../input.js';

export interface InputField {
  /** Characters (code points) after trimming. */
  readonly max: number;
  /** Nothing, or nothing visible, may be given. */
  readonly optional?: true;
}

/** The free texts of an input, by the field's name. */
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

function cleaned(input: Given, name: string, { max, optional }: InputField): string | undefined {
  const limits = { max, path: `input.${name}` };
  const raw = input[name] as string;
  return optional ? optionalText(raw, limits) : cleanText(raw, limits);
}
