import type { ErrorCode } from '@otklik/contracts/error-codes';
import { Fault } from '@otklik/host/graphql';
import { Refused } from './operations.js';
import type { Speech } from './words/index.js';

interface Answered {
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: ErrorCode } }[];
}

/** Why a resident's own file does not open; the API's words about an infected one are for officials. */
export function unopenedFile(body: Buffer, { say }: Speech): Error {
  const error = (JSON.parse(body.toString('utf8')) as Answered).errors?.[0];
  const code = error?.extensions?.code;
  if (!error || code === undefined || code === 'NOT_FOUND') return new Fault('NOT_FOUND');
  return new Refused(code === 'FILE_INFECTED' ? say('errors.fileInfected') : error.message, code);
}
