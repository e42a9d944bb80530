import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readCalendarFile, type CalendarYear } from './calendar-file.js';
import { classifierFaults } from './classifier-faults.js';
import { readClassifierFile } from './classifier-file.js';
import { putShipped } from './classifier-loader.js';
import { classifierIn, type Classifier, type ClassifierEdition } from './classifier.js';
import { DirectoryFileError } from './checked-file.js';
import type { District } from './directory.js';
import {
  districtOf,
  entriesOf,
  lawIn,
  officialEntry,
  officialId,
  withoutTransfers,
  type DistrictFileText,
  type Entry,
  type EntryRow,
  type Kind,
} from './directory-entries.js';
import { besideDistricts, classifierPaths, yamlFiles } from './directory-sources.js';
import { writeDirectory, type DirectoryWriter } from './directory-writer.js';
import type { DistrictFile } from './district-file.js';
import type { LawBook } from './checked-district-file.js';
import { lawOf, readLawFile, type Law, type LawRule } from './law-file.js';
import { PLATFORM } from './platform.js';
import { readDistrictFile, readSynonymsFile } from './read-district-file.js';
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { readOfficialsFile, type NewOfficial } from './officials-file.js';

/** Kinds that a district's file defines. Officials, accounts and clients are changed by commands instead. */
const KINDS_OF_A_FILE: readonly Kind[] = [
  'district',
  'public',
  'policy',
  'term',
  'reception',
  'days',
  'department',
  'organisation',
  'topic',
  'settlement',
  'rule',
  'synonyms',
  'order',
];

/** What a load changed: the number of new or closed versions by district code, of calendar years, of the law's rules, of synonyms, of the classifier. 0 when nothing changed. */
export interface LoadReport {
  readonly districts: Readonly<Record<string, number>>;
  readonly calendars: number;
  readonly law: number;
  readonly synonyms: number;
  /** Editions of the classifier. */
  readonly classifier: number;
}

/**
 * Loads every `<code>.yaml` of `folder`, and its neighbours: every `<year>.yaml` of the calendars, every file of the law, the
 * platform's synonyms and the parts of the classifier that the product brings, all or none. Districts without a file stay as they are. Throws `DirectoryFileError`.
 */
export async function loadDistricts(
  ownerUrl: string,
  folder: string,
  bodyOrigins: readonly string[] = [],
  calendarFolder = besideDistricts.calendars(folder),
  synonymsFile = besideDistricts.synonyms(folder),
  lawFolder = besideDistricts.law(folder),
): Promise<LoadReport> {
  const files = await yamlFiles(folder);
  const years = (await yamlFiles(calendarFolder)).map(({ name, text }) => readCalendarFile(name, text));
  const today = new Date().toISOString().slice(0, 10);
  const law = lawOf(
    (await yamlFiles(lawFolder)).map(({ name, text }) => ({ name, rules: readLawFile(name, text, today) })),
  );
  const book = { law, calendar: calendarOfYears(years) };
  const districts = files.map(({ name, text }) => {
    const district = readDistrictFile(name, text, book, bodyOrigins);
    if (`${district.code}.yaml` !== name) throw new DirectoryFileError(name, '/code', 'is not the name of its file');
    return { name, text, district };
  });
  const parts = await shippedParts(besideDistricts.classifier(folder));
  const groups = readSynonymsFile(basename(synonymsFile), await readFile(synonymsFile, 'utf8'));
  return writeDirectory(ownerUrl, async (writer) => {
    const synonyms = await writer.put(PLATFORM, { kind: 'synonyms', code: 'platform', data: { groups } });
    let calendars = 0;
    for (const year of years) calendars += await writer.putYear(year);
    const rules = await putLaw(writer, law);
    let editions = 0;
    for (const part of parts) editions += await putShipped(writer, part);
    const classifier = await classifierOfPlatform(writer);
    const report: Record<string, number> = {};
    for (const { name, text, district } of districts) {
      if (await isChanged(writer, district.id, text)) demandKnownCodes(name, district, classifier);
      report[district.code] = (await isKept(writer, district.id, text))
        ? 0
        : await putDistrict(writer, name, text, district);
    }
    return { districts: report, calendars, law: rules, synonyms, classifier: editions };
  });
}

/** Creates or updates a district from its file. `name` is used in errors, `bodyOrigins` as by `checkDistrictFile`. Returns its code, the number of changes, and what is in doubt of its file. */
export function addDistrict(
  ownerUrl: string,
  yamlText: string,
  name = 'district file',
  bodyOrigins: readonly string[] = [],
): Promise<{ readonly code: string; readonly changes: number; readonly warnings: readonly string[] }> {
  return writeDirectory(ownerUrl, async (writer) => {
    const book = await lawBook(writer);
    const district = readDistrictFile(name, yamlText, book, bodyOrigins);
    const warnings = classifierFaults(district, book.classifier).warnings.map(({ why }) => why);
    return { code: district.code, changes: await putDistrict(writer, name, yamlText, district), warnings };
  });
}

/**
 * The district that a file would make, by the law and the calendar in force; nothing is written. Versions of its entries are 0.
 * Throws `DirectoryFileError`.
 */
export function districtOfFile(
  ownerUrl: string,
  yamlText: string,
  name: string,
  bodyOrigins: readonly string[] = [],
): Promise<District> {
  return writeDirectory(ownerUrl, async (writer) => {
    const file = readDistrictFile(name, yamlText, await lawBook(writer), bodyOrigins);
    const rows = entriesOf(file).map((entry) => ({ ...entry, district: file.id, version: 0 }) as EntryRow);
    const years = (await writer.years()).map((year) => ({ ...year, version: 0 }));
    return districtOf(rows, years, await writer.current(PLATFORM))!;
  });
}

async function classifierOfPlatform(writer: DirectoryWriter): Promise<Classifier> {
  return classifierIn(await writer.current(PLATFORM, ['classifier']));
}

/** Read from `*.part.tsv`. */
async function shippedParts(folder: string): Promise<readonly Omit<ClassifierEdition, 'isWhole'>[]> {
  const paths = await classifierPaths(folder);
  return Promise.all(
    paths.map(async (path) => {
      const { classifier, faults } = readClassifierFile(await readFile(path, 'utf8'));
      if (!classifier) throw new DirectoryFileError(basename(path), `line ${faults[0]!.line}`, faults[0]!.why);
      return classifier;
    }),
  );
}

/** An edition that is loaded later makes no installation refuse to start: what is in force stays so. */
async function isChanged(writer: DirectoryWriter, district: number, text: string): Promise<boolean> {
  const file = (await writer.current(district, ['file']))[0]?.data as DistrictFileText | undefined;
  return file?.text !== text;
}

function demandKnownCodes(name: string, district: DistrictFile, classifier: Classifier): void {
  const [wrong] = classifierFaults(district, classifier).faults;
  if (wrong) throw new DirectoryFileError(name, wrong.place, wrong.why);
}

/** The law and the calendar years that are in force. */
export async function lawBook(writer: DirectoryWriter): Promise<LawBook> {
  return {
    law: lawIn(await writer.current(PLATFORM, ['law'])),
    calendar: calendarOfYears(await writer.years()),
    classifier: await classifierOfPlatform(writer),
  };
}

function calendarOfYears(years: readonly CalendarYear[]): LawBook['calendar'] {
  return {
    version: 'decrees',
    days: Object.assign({}, ...years.map(({ days }) => days)) as LawBook['calendar']['days'],
    years: years.map(({ year }) => year),
    ...withoutTransfers(years),
  };
}

/**
 * A rule that reads otherwise has a greater version: what was set under the earlier one still says so. One in force with a
 * greater version is a newer build's and stays, so that after a rollback this one still loads.
 */
async function putLaw(writer: DirectoryWriter, law: Law): Promise<number> {
  const inForce = { ...law };
  for (const row of await writer.current(PLATFORM, ['law'])) {
    const [before, now] = [row.data as LawRule, law[row.code]];
    if (!now || isDeepStrictEqual(before, now) || now.version > before.version) continue;
    if (now.version === before.version)
      throw new DirectoryFileError(
        'law',
        row.code,
        `it changed, so its version must be greater than ${before.version}`,
      );
    inForce[row.code] = before;
  }
  return writer.replace(
    PLATFORM,
    ['law'],
    Object.entries(inForce).map(([code, data]): Entry => ({ kind: 'law', code, data })),
  );
}

/**
 * Puts the rules of the law in force again that were so before they changed last, for a release that refuses rules newer than its
 * own. Answers how many changed.
 */
export function restoreLaw(ownerUrl: string): Promise<number> {
  return writeDirectory(ownerUrl, async (writer) =>
    writer.replace(PLATFORM, ['law'], await writer.before(PLATFORM, 'law')),
  );
}

async function putDistrict(
  writer: DirectoryWriter,
  name: string,
  text: string,
  district: DistrictFile,
): Promise<number> {
  for (const [code, id] of await writer.districts()) {
    if (code === district.code && id !== district.id) {
      throw new DirectoryFileError(name, '/id', `${code} has the number ${id}, which never changes`);
    }
    if (id === district.id && code !== district.code) {
      throw new DirectoryFileError(name, '/id', `the number ${id} is that of ${code}`);
    }
  }
  return putDistrictFile(writer, district, { text, operatorDigest: digestOf(text) });
}

/** Whether an administrator changed the district after the operator's file, which is the same since. */
async function isKept(writer: DirectoryWriter, district: number, text: string): Promise<boolean> {
  const file = (await writer.current(district, ['file']))[0]?.data as DistrictFileText | undefined;
  return file !== undefined && file.text !== text && file.operatorDigest === digestOf(text);
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Makes a checked file the one in force. Answers the number of new or closed versions, without the text's own. */
export async function putDistrictFile(
  writer: DirectoryWriter,
  district: DistrictFile,
  file: DistrictFileText,
): Promise<number> {
  await writer.put(district.id, { kind: 'file', code: 'file', data: file });
  return writer.replace(district.id, KINDS_OF_A_FILE, entriesOf(district));
}

/** Creates or updates the officials of the file; others are unchanged. Throws `DirectoryFileError`. */
export async function loadOfficials(ownerUrl: string, file: string): Promise<number> {
  const officials = readOfficialsFile(file, await readFile(file, 'utf8'));
  return writeDirectory(ownerUrl, async (writer) => {
    let changes = 0;
    for (const official of officials) changes += await putOfficial(writer, file, official);
    return changes;
  });
}

/**
 * Adds an official, or replaces the official's roles in the districts that are named. Returns the official's id.
 * Throws `DirectoryFileError` when a district or department does not exist.
 */
export async function addOfficial(ownerUrl: string, official: NewOfficial): Promise<string> {
  const [checked] = readOfficialsFile('official', JSON.stringify({ officials: [official] }));
  return writeDirectory(ownerUrl, async (writer) => {
    await putOfficial(writer, 'official', checked!);
    return officialId(official.login);
  });
}

async function putOfficial(writer: DirectoryWriter, file: string, official: NewOfficial): Promise<number> {
  const districts = await writer.districts();
  let changes = 0;
  for (const code of new Set(official.roles.map((given) => given.district))) {
    const district = districts.get(code);
    if (district === undefined) throw new DirectoryFileError(file, official.login, `there is no district ${code}`);
    const departments = await writer.current(district, ['department']);
    for (const { department } of official.roles.filter((given) => given.district === code)) {
      if (department !== undefined && !departments.some((row) => row.code === department)) {
        throw new DirectoryFileError(file, official.login, `there is no department ${department} in ${code}`);
      }
    }
    changes += await writer.put(district, officialEntry(official, code));
  }
  return changes;
}

/** Removes all roles of an official, in one district (code) or in all. Returns the number of districts that changed. */
export function dismissOfficial(ownerUrl: string, login: string, district?: string): Promise<number> {
  return writeDirectory(ownerUrl, async (writer) => {
    let count = 0;
    for (const [code, id] of await writer.districts()) {
      if (district === undefined || district === code) count += await writer.close(id, 'official', login);
    }
    return count;
  });
}
