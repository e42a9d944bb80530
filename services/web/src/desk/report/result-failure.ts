import type { Failure } from '../../frame/failure.js';
import { t } from '../../words/words.js';
import type { Refusal } from './refusals-in.js';

const AT = /^input\.refused\.(\d+)\.(number|reason)$/;

/** Why the server’s answer was not recorded, with the number of the line that is to be mended. */
export function resultFailure({ code, field = '', message }: Failure, refused: readonly Refusal[]): string {
  const [, place, part] = AT.exec(field) ?? [];
  const number = refused[Number(place)]?.number;
  if (number === undefined) return message || t('frame.noConnection');
  if (part === 'number' && code === 'VALUE_MALFORMED') return t('report.resultUnknown', { number });
  if (part === 'number' && code === 'BAD_INPUT') return t('report.resultOfSeveral', { number });
  return `${number}: ${message}`;
}
