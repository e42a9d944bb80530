import { Forbidden } from '@otklik/host';
import { formatErrors, httpStatus, type ErrorContext } from '@otklik/host/graphql';
import { IdempotencyKeyReused, Refusal } from '@otklik/kernel';
import { isRefusalCode, open311Text, refusalText } from '@otklik/contracts/texts';
import type { Logger } from '@otklik/observability';
import type { Document } from './open311-format.js';

const CONFLICT = 409;
const FORBIDDEN = 403;

export interface ErrorAnswer {
  readonly status: number;
  readonly document: Document;
}

/** Paths of our own checks by the names of the standard. */
const NAMES: Readonly<Record<string, string>> = {
  text: 'description',
  'place.text': 'address_string',
  'place.point': 'lat',
  'place.settlement': 'attribute[settlement]',
};

/** `[{ code, description }]`, the code that of HTTP; it repeats nothing that was sent. */
export function errorAnswer(error: Error, context: ErrorContext, logger: Logger): ErrorAnswer {
  if (error instanceof Refusal && isRefusalCode(error.code))
    return answerOf(CONFLICT, [refusalText(error.code, context.language, error.details)]);
  // Roles are of officials: here a key opens, or does not.
  if (error instanceof Forbidden) return answerOf(FORBIDDEN, [open311Text('forbidden', context.language)]);
  const errors = formatErrors([error], context, logger);
  const status = error instanceof IdempotencyKeyReused ? CONFLICT : httpStatus(errors);
  return answerOf(
    status,
    errors.map(({ message, extensions = {} }) => {
      const { path, reason } = extensions as { readonly path?: string; readonly reason?: string };
      const name = path === undefined ? '' : `${NAMES[path] ?? path}: `;
      return `${name}${message}${reason === undefined ? '' : ` ${reason}`}`;
    }),
  );
}

function answerOf(status: number, descriptions: readonly string[]): ErrorAnswer {
  return {
    status,
    document: { root: 'errors', value: descriptions.map((description) => ({ code: status, description })) },
  };
}
