import type { Regime } from '@otklik/contracts/enumerations';
import type { WorkingCalendar } from '@otklik/kernel';
import { patternFault, tokenise } from '@otklik/text-analysis';
import { Errors } from 'typebox/value';
import { LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Classifier } from './classifier.js';
import { communityFaults } from './communities.js';
import { classifierFaults } from './classifier-faults.js';
import { DistrictFile, isDate } from './district-file.js';
import { legalRule, termFault } from './legal-terms.js';
import { placeOf } from './rule-places.js';
import { waitsForNoSignatory } from './district-letters.js';
import { open311Faults } from './open311-body.js';
import { minRecordRetentionMonths, minRetentionMonths, type RecordKind } from './retention.js';
import { MAX_TIMES, overlapsOf, timesAhead } from './reception-hours.js';
import { hoursFault } from './working-day.js';
import type { Law } from './law-file.js';
import { colourFault } from './public-information.js';

/** Why a district's file cannot be in force. `code` has its texts in `libs/contracts/texts/district-file.*.json`. */
export interface FileFault {
  readonly code: FileFaultCode;
  /** JSON pointer into the file: `/routingRules/3/topic`. */
  readonly place: string;
  /** For operators, in English. */
  readonly why: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export const fileFaultCodes = [
  'YAML_INVALID',
  'FIELD_UNKNOWN',
  'FIELD_INVALID',
  'ZONE_UNKNOWN',
  'COLOUR_TOO_FAINT',
  'DATE_INVALID',
  'LISTED_TWICE',
  'CODE_UNKNOWN',
  'RULE_WITHOUT_CONDITION',
  'PATTERN_INVALID',
  'PHRASE_WITHOUT_WORD',
  'TERM_LONGER_THAN_LAW',
  'LAW_RULE_UNKNOWN',
  'LAW_RULE_MISPLACED',
  'RETENTION_SHORTER_THAN_LAW',
  'RECORDS_KEPT_TOO_SHORT',
  'WORKING_DAY_INVALID',
  'OPEN311_ENDPOINT',
  'OPEN311_WITHOUT_SERVICE',
  'OPEN311_LINK_PUBLIC',
  'CLASSIFIER_CODE_UNKNOWN',
  'CLASSIFIER_CODE_TOO_WIDE',
  'CLASSIFIER_CODE_UNCHECKED',
  'SIGNATORY_NOT_NAMED',
  'RECEPTION_OVERLAPS',
  'RECEPTION_TOO_MANY_TIMES',
  'COMMUNITY_IS_A_PERSON',
  'WORD_POLITICAL',
  'ID_CHANGED',
  'SETTING_IN_WORK',
  'REMOVAL_UNCHECKED',
  'DEPARTMENT_HAS_OFFICIALS',
  'CONSENT_VERSION_KEPT',
] as const;
export type FileFaultCode = (typeof fileFaultCodes)[number];

export interface CheckedDistrictFile {
  /** Absent when its fields are not those of a district's file. */
  readonly district?: DistrictFile;
  readonly faults: readonly FileFault[];
  /** What is in doubt and stops nothing: a code of the classifier that no loaded edition has, while none of them is whole. */
  readonly warnings: readonly FileFault[];
  /** The line of a JSON pointer, from 1; of the nearest thing around it that the file has. */
  lineOf(place: string): number;
}

/** What a district's terms are compared with. */
export interface LawBook {
  readonly law: Law;
  readonly calendar: WorkingCalendar;
  /** Absent: codes of the classifier are not compared. */
  readonly classifier?: Classifier;
}

const MAX_REASON_LENGTH = 200;

/**
 * All faults of the schema; when it has none, all faults of the content. `bodyOrigins`: where servers of bodies may be by the
 * operator's word (`OTKLIK_OPEN311_ORIGINS`).
 */
export function checkDistrictFile(
  text: string,
  book: LawBook,
  bodyOrigins: readonly string[] = [],
): CheckedDistrictFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (place: string): number => lineAt(document, lines, place);
  const [broken] = document.errors;
  if (broken) return invalidYaml(broken.message, broken.code, lines.linePos(broken.pos[0]));
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    // An alias without its anchor, or too many of them: the parser finds these when it builds the value.
    if (!(error instanceof ReferenceError)) throw error;
    return invalidYaml(error.message, 'BAD_ALIAS', { line: 1, col: 1 });
  }
  const schemaFaults = faultsOfSchema(value);
  if (schemaFaults.length > 0) return { faults: schemaFaults, warnings: [], lineOf };
  const district = value as DistrictFile;
  const { faults: wrongCodes, warnings } = classifierFaults(district, book.classifier);
  return { district, faults: [...faultsOfContent(district, book, bodyOrigins), ...wrongCodes], warnings, lineOf };
}

/** `problem`: a code of the library's, of which those that people run into have their words. */
function invalidYaml(
  message: string,
  problem: string,
  { line, col: column }: { readonly line: number; readonly col: number },
): CheckedDistrictFile {
  const why = message.split('\n')[0]!.slice(0, MAX_REASON_LENGTH);
  const details = { line, column, problem };
  return { faults: [{ code: 'YAML_INVALID', place: '', why, details }], warnings: [], lineOf: () => line };
}

function faultsOfSchema(value: unknown): readonly FileFault[] {
  const errors = Errors(DistrictFile, value);
  const unknown = errors.filter((error) => error.keyword === 'boolean');
  // An unknown field is also reported as an error of its object.
  const shown = unknown.length > 0 ? unknown : errors.slice(0, 20);
  return shown.map(({ keyword, instancePath: place, message, params }): FileFault => {
    if (keyword === 'boolean') return { code: 'FIELD_UNKNOWN', place, why: 'is not a field of this file', details: {} };
    const named = namedIn(params);
    const why = named === '' ? message : `${message}: ${named}`;
    return { code: 'FIELD_INVALID', place, why, details: { problem: keyword, named } };
  });
}

/** What the schema asks for, by name: the values that it allows, the fields that are missing, a limit. */
function namedIn(params: object): string {
  const { allowedValues, requiredProperties, limit } = params as Readonly<Record<string, unknown>>;
  const named = allowedValues ?? requiredProperties ?? limit;
  return Array.isArray(named) ? named.join(', ') : String(named ?? '');
}

type Find = (code: FileFaultCode, place: string, why: string, details?: FileFault['details']) => void;

function faultsOfContent(district: DistrictFile, book: LawBook, bodyOrigins: readonly string[]): readonly FileFault[] {
  const faults: FileFault[] = [];
  const find: Find = (code, place, why, details = {}) => void faults.push({ code, place, why, details });
  const { zone } = district;
  if (!isZone(zone)) find('ZONE_UNKNOWN', '/zone', `${zone} is not an IANA time zone`, { zone });
  terms(district, book, find);
  retention(district, find);
  const hours = hoursFault(district.workingDay);
  if (hours) find('WORKING_DAY_INVALID', `/workingDay/${hours.place}`, hours.why);
  publicInformation(district, find);
  receptions(district, find);
  distinct(district, find);
  dates(district, find);
  references(district, find);
  for (const { code, place, why, details } of open311Faults(district, bodyOrigins)) find(code, place, why, details);
  for (const field of waitsForNoSignatory(district.letters))
    find('SIGNATORY_NOT_NAMED', `/letters/${field}`, 'letters would wait for ever: noticesSignedBy names no official');
  for (const { code, place, why, details } of communityFaults(district.communities)) find(code, place, why, details);
  patterns(district, find);
  urgentPatterns(district, find);
  for (const [at, phrase] of emptyPhrases(district.synonyms ?? [])) {
    find('PHRASE_WITHOUT_WORD', `/synonyms/${at}`, `«${phrase}» has no word`, { phrase });
  }
  return faults;
}

const places = { answerTerms: 'ANSWER', receptionTerms: 'RECEPTION', caseTerms: 'CASE' } as const;

/** A term refers to a rule of the law that sets one and that begins there, and is no longer than it. */
function terms(district: DistrictFile, { law, calendar }: LawBook, find: Find): void {
  const calendarOfDistrict = { ...calendar, workingDay: district.workingDay };
  for (const list of ['answerTerms', 'receptionTerms', 'caseTerms'] as const) {
    for (const [name, term] of Object.entries(district[list] ?? {})) {
      const place = `/${list}/${name}`;
      const { rule } = term;
      if (!legalRule(law, rule)) find('LAW_RULE_UNKNOWN', `${place}/rule`, `the law has no term ${rule}`, { rule });
      else if (placeOf(law[rule]!) !== places[list])
        find('LAW_RULE_MISPLACED', `${place}/rule`, `no term of ${rule} begins here`, { rule });
      const fault = termFault(law, term, calendarOfDistrict);
      if (fault) find('TERM_LONGER_THAN_LAW', `${place}/term`, fault.why, fault.details);
    }
  }
}

function retention({ policy }: DistrictFile, find: Find): void {
  const { retention: own = {}, recordRetention = {} } = policy;
  for (const [regime, { months }] of Object.entries(own)) {
    const min = minRetentionMonths[regime as Regime];
    if (months >= min) continue;
    const why = `a case is kept for ${min} months at least`;
    find('RETENTION_SHORTER_THAN_LAW', `/policy/retention/${regime}/months`, why, { months, min });
  }
  for (const [kind, { months }] of Object.entries(recordRetention)) {
    const min = minRecordRetentionMonths(kind as RecordKind, policy);
    if (months >= min) continue;
    const why = `it is kept for ${min} months at least`;
    find('RECORDS_KEPT_TOO_SHORT', `/policy/recordRetention/${kind}/months`, why, { months, min });
  }
}

function publicInformation({ public: shown }: DistrictFile, find: Find): void {
  const fault = colourFault(shown.colour);
  if (!fault) return;
  find('COLOUR_TOO_FAINT', `/public/colour/${fault.theme}`, fault.why, { ratio: fault.ratio, min: fault.min });
}

function receptions({ public: { reception = [] } }: DistrictFile, find: Find): void {
  reception.forEach(({ from, to, weekdays, dates: days }, at) => {
    const place = `/public/reception/${at}`;
    if (from >= to)
      find('FIELD_INVALID', `${place}/to`, 'is not later than `from`', { problem: 'minimum', named: from });
    if (!weekdays && !days)
      find('FIELD_INVALID', place, 'weekdays or dates are missing', { problem: 'required', named: 'weekdays' });
  });
  for (const { at, code, other } of overlapsOf(reception))
    find('RECEPTION_OVERLAPS', `/public/reception/${at}/from`, `at the same time as ${other}`, { code, other });
  const times = timesAhead(reception);
  if (times > MAX_TIMES)
    find('RECEPTION_TOO_MANY_TIMES', '/public/reception', `${times} times`, { count: times, max: MAX_TIMES });
}

function dates({ public: { consent, reception = [] }, ownDays }: DistrictFile, find: Find): void {
  const places = [
    ...reception.flatMap(({ dates: days = [] }, at) =>
      days.map((date, of) => [`/public/reception/${at}/dates/${of}`, date] as const),
    ),
    ['/public/consent/version', consent.version] as const,
    ...ownDays.days.map(({ date }, at) => [`/ownDays/days/${at}/date`, date] as const),
  ];
  for (const [place, date] of places) {
    if (!isDate(date)) find('DATE_INVALID', place, `${date} is not a date`, { date });
  }
}

function distinct(district: DistrictFile, find: Find): void {
  const lists: Record<string, readonly string[]> = {
    departments: district.departments.map((one) => one.code),
    organisations: district.organisations.map((one) => one.code),
    topics: district.topics.map((one) => one.code),
    settlements: district.settlements.map((one) => one.code),
    routingRules: district.routingRules.map((one) => one.id),
    'ownDays/days': district.ownDays.days.map((one) => one.date),
    'public/reception': (district.public.reception ?? []).map((one) => one.code),
    'communities/list': (district.communities?.list ?? []).map((one) => one.code),
  };
  district.topics.forEach(({ questions = [] }, at) => {
    lists[`topics/${at}/questions`] = questions.map((one) => one.code);
  });
  for (const [list, names] of Object.entries(lists)) {
    names.forEach((name, at) => {
      if (names.indexOf(name) === at) return;
      find('LISTED_TWICE', `/${list}/${at}`, `${name} is listed twice`, { code: name });
    });
  }
}

function references(district: DistrictFile, find: Find): void {
  const among = (list: 'departments' | 'topics' | 'settlements', code: string | undefined, place: string): void => {
    if (code === undefined || district[list].some((one) => one.code === code)) return;
    find('CODE_UNKNOWN', place, `${code} is not one of ${list}`, { code, list });
  };
  district.topics.forEach((topic, at) => among('departments', topic.department, `/topics/${at}/department`));
  district.communities?.list.forEach(({ settlement }, at) =>
    among('settlements', settlement, `/communities/list/${at}/settlement`),
  );
  district.routingRules.forEach((rule, at) => {
    const place = `/routingRules/${at}`;
    among('topics', rule.topic, `${place}/topic`);
    among('departments', rule.department, `${place}/department`);
    rule.settlements?.forEach((code, of) => among('settlements', code, `${place}/settlements/${of}`));
    if (rule.words.length === 0 && !rule.settlements && !rule.channels) {
      find('RULE_WITHOUT_CONDITION', place, 'it has no condition');
    }
  });
}

function patterns(district: DistrictFile, find: Find): void {
  district.routingRules.forEach(({ id, words, without = [] }) => {
    for (const [list, sources] of Object.entries({ words, without })) {
      for (const source of sources) {
        const fault = patternFault(source);
        if (fault !== undefined) find('PATTERN_INVALID', `/routingRules/${id}/${list}`, fault, { pattern: source });
      }
    }
  });
}

function urgentPatterns({ policy: { urgentWords = [] } }: DistrictFile, find: Find): void {
  for (const { danger, words } of urgentWords) {
    for (const source of words) {
      const fault = patternFault(source);
      if (fault !== undefined) find('PATTERN_INVALID', `/policy/urgentWords/${danger}`, fault, { pattern: source });
    }
  }
}

/** Place in `groups` and the phrase. */
export function emptyPhrases(groups: readonly (readonly string[])[]): readonly (readonly [number, string])[] {
  return groups.flatMap((group, at) => {
    const empty = group.find((phrase) => tokenise(phrase).length === 0);
    return empty === undefined ? [] : [[at, empty] as const];
  });
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone.includes('/');
  } catch {
    return false;
  }
}

/** Goes down the pointer as far as the document has nodes. An item of a list is named by its place, code or id. */
function lineAt(document: Document, lines: LineCounter, place: string): number {
  const path: (string | number)[] = [];
  let deepest: Node | undefined;
  for (const step of place.split('/').slice(1)) {
    path.push(stepIn(document, path, step));
    const found = document.getIn(path, true) as Node | undefined;
    if (!found?.range) break;
    deepest = found;
  }
  return deepest?.range ? lines.linePos(deepest.range[0]).line : 1;
}

function stepIn(document: Document, path: readonly (string | number)[], step: string): string | number {
  const around = path.length === 0 ? undefined : (document.getIn(path, true) as { readonly items?: unknown[] });
  const list = around?.items;
  if (!list || /^\d+$/.test(step)) return list ? Number(step) : step;
  const at = list.findIndex((_, index) =>
    ['code', 'id'].some((name) => document.getIn([...path, index, name]) === step),
  );
  return at < 0 ? step : at;
}
