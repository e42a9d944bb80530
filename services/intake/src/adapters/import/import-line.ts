import { BadInput, canonicalJson, keyedHash } from '@otklik/host';
import { localDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { ImportedLine } from '../../application/import-appeals.js';
import type { Submitted } from '../../application/submit-appeal.js';
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
 * One line of a JSONL file: `{id, text, receivedAt?, name?, contact?, place?, theme?, department?, …}`; other fields are
 * ignored. `place`: a text, or `{settlement?, text?, point?}`. A faulty line gives the code of its fault.
 */
export function importedLine(raw: string, line: number, reading: ReadingLines): ImportedLine {
  try {
    const read = parsed(raw);
    const submitted = submittedOf(read, reading);
    return { line, submitted, fingerprint: keyedHash(reading.fingerprintKey, canonicalJson(read)) };
  } catch (error) {
    if (error instanceof BadInput) return { line, fault: error.code };
    throw error;
  }
}

type Raw = Readonly<Record<string, unknown>>;

function parsed(raw: string): Raw {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    throw new BadInput('BAD_INPUT', 'line');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new BadInput('BAD_INPUT', 'line');
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
    submitter: { by: 'import' },
    key: idOf(read),
    channel: 'IMPORT',
    identified: false,
    files: [],
    ...(receivedAt === undefined ? {} : { receivedAt, receivedOn: localDate(receivedAt, district.zone) }),
    ...(theme === undefined ? {} : { sourceTheme: theme }),
    ...(department === undefined ? {} : { sourceDepartment: department }),
  };
}

function idOf({ id }: Raw): string {
  const key = typeof id === 'number' && Number.isFinite(id) ? String(id) : id;
  if (typeof key !== 'string' || key.trim() === '' || key.length > MAX_ID_LENGTH) throw new BadInput('BAD_INPUT', 'id');
  return key;
}

function textOf(read: Raw, field: string): string | undefined {
  const value = read[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new BadInput('BAD_INPUT', field);
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
  if (Number.isNaN(time) || time < 0) throw new BadInput('BAD_INPUT', 'receivedAt');
  if (time > Date.parse(at)) throw new BadInput('DATE_IN_FUTURE', 'receivedAt');
  return new Date(time).toISOString();
}

function placeOf(read: Raw): RawPlace | undefined {
  const { place } = read;
  if (place === undefined || place === null) return undefined;
  if (typeof place === 'string') return { text: place };
  if (typeof place !== 'object' || Array.isArray(place)) throw new BadInput('BAD_INPUT', 'place');
  const { settlement, text, point } = place as Raw;
  if ([settlement, text].some((value) => value !== undefined && value !== null && typeof value !== 'string')) {
    throw new BadInput('BAD_INPUT', 'place');
  }
  return { settlement: settlement as string | undefined, text: text as string | undefined, point: pointOf(point) };
}

function pointOf(point: unknown): RawPlace['point'] {
  if (point === undefined || point === null) return undefined;
  const { latitude, longitude } = point as Raw;
  if (typeof latitude !== 'number' || typeof longitude !== 'number')
    throw new BadInput('POINT_MALFORMED', 'place.point');
  return { latitude, longitude };
}
