import type { Static, TSchema } from 'typebox';
import { Errors } from 'typebox/value';
import { parse } from 'yaml';

/** A file of the directory is invalid. The message names the file, the path in it and the reason. */
export class DirectoryFileError extends Error {
  override readonly name = 'DirectoryFileError';

  constructor(file: string, place: string, why: string) {
    super(`${file}: ${place === '' ? '' : `${place}: `}${why}`);
  }
}

/** Reads YAML and checks it against `schema`; `file` is its name in errors. */
export function checkedYaml<Schema extends TSchema>(schema: Schema, file: string, text: string): Static<Schema> {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new DirectoryFileError(file, '', error instanceof Error ? error.message.split('\n')[0]! : String(error));
  }
  const errors = Errors(schema, value);
  // The most specific error: an unknown field is also reported as an error of its object.
  const worst = errors.find((error) => error.keyword === 'boolean') ?? errors[0];
  if (worst) {
    const why = worst.keyword === 'boolean' ? 'is not a field of this file' : explained(worst);
    throw new DirectoryFileError(file, worst.instancePath, why);
  }
  return value as Static<Schema>;
}

function explained(error: { readonly message: string; readonly params: object }): string {
  const { allowedValues } = error.params as { allowedValues?: unknown };
  return Array.isArray(allowedValues) ? `${error.message}: ${allowedValues.join(', ')}` : error.message;
}
