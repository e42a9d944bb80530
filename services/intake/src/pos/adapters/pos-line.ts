import { BadInput, canonicalJson, keyedHash } from '@otklik/host';
import { compact, instantOf } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { ImportedLine } from '../../appeal/application/import-appeals.js';
import type { Submitted } from '../../appeal/application/submit-appeal.js';
import { checkedFields } from '../../appeal/adapters/submission-fields.js';
import { contactOf } from '../../old-journal/application/journal-contact.js';
import type { PosEntry } from '../domain/pos-rows.js';

const PLATFORM = 'ПОС «Решаем вместе»';
const MAX_NAME = 200;
const MAX_BODY = 200;

export interface PosDistrict {
  readonly district: District;
  /** Key of the fingerprint that tells a repeated message from another one under the same number. */
  readonly fingerprintKey: Buffer;
}

/**
 * A message of the platform as it is submitted: under its number there, of the regime of the platform's messages, sent on by the platform
 * with its number and term. A faulty one gives its fault. Its text alone tells it from another message under that number: its state and
 * its term change from list to list.
 */
export function posLine(entry: PosEntry, line: number, { district, fingerprintKey }: PosDistrict): ImportedLine {
  try {
    const fingerprint = keyedHash(fingerprintKey, canonicalJson({ number: entry.key, text: entry.text }));
    return { line, submitted: submittedOf(entry, district), fingerprint };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const { code, path, reason, details } = error;
    return { line, fault: compact({ code, details, field: path, reason }) };
  }
}

function submittedOf(entry: PosEntry, district: District): Submitted {
  const { number, key, receivedOn, dueOn, source, text, applicant, place, topic, topicWord } = entry;
  const { contact } = contactOf(entry);
  return {
    ...checkedFields({ text, name: applicant?.slice(0, MAX_NAME), contact, place: { text: place } }, district, ''),
    submitter: { by: 'pos' },
    key,
    channel: 'IMPORT',
    regime: 'POS_MESSAGE',
    identified: false,
    files: [],
    receivedOn,
    receivedAt: instantOf({ on: receivedOn, minute: 0 }, district.zone),
    receivedFrom: { kind: 'POS', number, date: receivedOn, ...compact({ term: dueOn }) },
    receivedFromBody: (source === undefined ? PLATFORM : `${PLATFORM}, ${source}`).slice(0, MAX_BODY).toWellFormed(),
    ...compact({ topic, sourceTheme: topicWord }),
  };
}
