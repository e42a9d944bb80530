import { BadInput, canonicalJson, keyedHash } from '@otklik/host';
import { compact, localDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { ImportedLine } from '../../application/import-appeals.js';
import type { Submitted } from '../../application/submit-appeal.js';
import { chosenTopic } from '../chosen-topic.js';
import { checkedFields, type RawPlace } from '../submission-fields.js';

export interface ReadingLines {
  readonly district: District;
  /** Key of the fingerprint that tells a repeated line from another one under the same id. */
  readonly fingerprintKey: Buffer;
  /** Server clock, ISO 8601. */
  readonly at: string;
}

const MAX_ID_LENGTH = 200;
const MAX_LABEL_LENGTH = 500;

/**
 * One line of a JSONL file: `{id, text, receivedAt?, name?, contact?, place?, topic?, topicAnswers?, theme?, department?, …}`;
 * other fields are ignored. `place`: a text, or `{settlement?, text?, point?}`; `topic`: a code of the district, which `theme`, a label of the
 * source system, is not; `topicAnswers`: `[{question, answer}]`. A faulty line gives its fault.
 */
export function importedLine(raw: string, line: number, reading: ReadingLines): ImportedLine {
  try {
    const read = parsed(raw);
    const submitted = submittedOf(read, reading);
    return { line, submitted, fingerprint: keyedHash(reading.fingerprintKey, canonicalJson(read)) };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const { code, path, reason, details } = error;
    return {
      line,
      fault: compact({ code, details, ...(path !== '' && { field: path }), reason }),
    };
  }
}

type Raw = Readonly<Record<string, unknown>>;

function malformed(field: string, reason: string): BadInput {
  return new BadInput('BAD_INPUT', field, {}, reason);
}

function parsed(raw: string): Raw {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    throw malformed('', 'the line is no JSON object');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw malformed('', 'the line is no JSON object');
  return value as Raw;
}

function submittedOf(read: Raw, { district, at }: ReadingLines): Submitted {
  const text = textOf(read, 'text');
  if (text === undefined) throw new BadInput('TEXT_EMPTY', 'text');
  const receivedAt = receivedAtOf(read, at);
  const theme = labelOf(read, 'theme');
  const department = labelOf(read, 'department');
  return {
    ...checkedFields(
      { text, name: textOf(read, 'name'), contact: textOf(read, 'contact'), place: placeOf(read) },
      district,
      '',
    ),
    ...chosenTopic({ topic: textOf(read, 'topic'), topicAnswers: topicAnswersOf(read) }, district, ''),
    submitter: { by: 'import' },
    key: idOf(read),
    channel: 'IMPORT',
    identified: false,
    files: [],
    ...(receivedAt !== undefined && { receivedAt, receivedOn: localDate(receivedAt, district.zone) }),
    ...compact({ sourceTheme: theme, sourceDepartment: department }),
  };
}

function idOf({ id }: Raw): string {
  const key = typeof id === 'number' && Number.isFinite(id) ? String(id) : id;
  if (typeof key !== 'string' || key.trim() === '' || key.length > MAX_ID_LENGTH)
    throw malformed('id', `it is a number or a text of 1 to ${MAX_ID_LENGTH} characters`);
  return key;
}

function textOf(read: Raw, field: string): string | undefined {
  const value = read[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw malformed(field, 'it is no text');
  return value;
}

/** A label of the source system for the card; too long a label is truncated, not refused. */
function labelOf(read: Raw, field: string): string | undefined {
  const label = textOf(read, field)
    ?.replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MAX_LABEL_LENGTH)
    // Truncation may split a surrogate pair.
    .toWellFormed();
  return label ? label : undefined;
}

function receivedAtOf(read: Raw, at: string): string | undefined {
  const given = textOf(read, 'receivedAt');
  if (given === undefined) return undefined;
  const time = Date.parse(given);
  if (Number.isNaN(time) || time < 0)
    throw malformed('receivedAt', 'it is no moment after 1970: 2026-11-24T10:00:00+09:00');
  if (time > Date.parse(at)) throw new BadInput('DATE_IN_FUTURE', 'receivedAt');
  return new Date(time).toISOString();
}

function placeOf(read: Raw): RawPlace | undefined {
  const { place } = read;
  if (place === undefined || place === null) return undefined;
  if (typeof place === 'string') return { text: place };
  if (typeof place !== 'object' || Array.isArray(place))
    throw malformed('place', 'it is a text or {settlement?, text?, point?}');
  const { settlement, text, point } = place as Raw;
  if ([settlement, text].some((value) => value !== undefined && value !== null && typeof value !== 'string')) {
    throw malformed('place', 'its settlement and text are texts');
  }
  return { settlement: settlement as string | undefined, text: text as string | undefined, point: pointOf(point) };
}

function topicAnswersOf({ topicAnswers }: Raw): { readonly question: string; readonly answer: string }[] | undefined {
  if (topicAnswers === undefined || topicAnswers === null) return undefined;
  const isAnswer = (one: unknown): one is { question: string; answer: string } => {
    const { question, answer } = (one ?? {}) as Raw;
    return typeof question === 'string' && typeof answer === 'string';
  };
  if (Array.isArray(topicAnswers) && topicAnswers.every(isAnswer)) return topicAnswers;
  throw malformed('topicAnswers', 'it is a list of {question, answer}, codes and texts');
}

function pointOf(point: unknown): RawPlace['point'] {
  if (point === undefined || point === null) return undefined;
  const { latitude, longitude } = point as Raw;
  if (typeof latitude !== 'number' || typeof longitude !== 'number')
    throw new BadInput('POINT_MALFORMED', 'place.point');
  return { latitude, longitude };
}
