import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readdirSync, readFileSync } from 'node:fs';
import { readCalendarFile } from './calendar-file.js';
import { bodyEndpoint } from './body-endpoint.js';
import { checkDistrictFile as check } from './checked-district-file.js';
import { lawOf, readLawFile } from './law-file.js';

const deploy = new URL('../../../deploy/', import.meta.url);
const filesOf = (folder: string) =>
  readdirSync(new URL(`${folder}/`, deploy)).map(
    (name) => [name, readFileSync(new URL(`${folder}/${name}`, deploy), 'utf8')] as const,
  );
const years = filesOf('calendars').map(([name, given]) => readCalendarFile(name, given));
const book = {
  law: lawOf(filesOf('law').map(([name, given]) => ({ name, rules: readLawFile(name, given, '2026-11-27') }))),
  calendar: {
    version: 'decrees',
    days: Object.assign({}, ...years.map(({ days }) => days)) as Record<string, 'OFF'>,
    years: years.map(({ year }) => year),
  },
};
const checkDistrictFile = (given: string) => check(given, book);

let text: string;
beforeAll(async () => {
  text = await readFile(fileURLToPath(new URL('../../../deploy/districts/kuol.yaml', import.meta.url)), 'utf8');
});

const changed = (from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`kuol has no ${from}`);
  return text.replace(from, to);
};
const lineWith = (file: string, part: string): number => file.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('a district file', () => {
  it('without faults is a district', () => {
    const checked = checkDistrictFile(text);
    expect(checked.faults).toEqual([]);
    expect(checked.district?.code).toBe('kuol');
  });

  it.each(['*'.repeat(100), `a: &a [x, x]\nb: &b [${'*a, '.repeat(60)}]\nc: [${'*b, '.repeat(60)}]`])(
    'with aliases that cannot be resolved is invalid YAML',
    (broken) => {
      expect(checkDistrictFile(broken).faults.map(({ code }) => code)).toEqual(['YAML_INVALID']);
    },
  );

  it.each([
    ['noticesLeave: SIGNED', ['/letters/noticesLeave']],
    ['signature: { kinds: [ANSWERED, FORWARDED], level: VALID }', ['/letters/signature/kinds']],
    ['signature: { kinds: [ANSWERED], level: VALID }', []],
    ['noticesLeave: AT_ONCE', []],
    ['noticesLeave: SIGNED, noticesSignedBy: kuol.head, signature: { kinds: [FORWARDED], level: VALID }', []],
  ])('whose letters { %s } would wait for a signature of no official is refused', (letters, places) => {
    const { faults } = checkDistrictFile(`${text}\nletters: { ${letters} }\n`);
    expect(faults.map(({ code, place }) => [code, place])).toEqual(places.map((one) => ['SIGNATORY_NOT_NAMED', one]));
  });

  it.each([
    ['endpoint: "http://fix.example/v2", service: "1", closed: true', 'OPEN311_ENDPOINT', '/endpoint'],
    ['endpoint: "https://10.0.0.8/v2", service: "1", closed: true', 'OPEN311_ENDPOINT', '/endpoint'],
    ['endpoint: "https://localhost/v2", service: "1", closed: true', 'OPEN311_ENDPOINT', '/endpoint'],
    ['endpoint: "https://fix.example/v2?key=1", service: "1", closed: true', 'OPEN311_ENDPOINT', '/endpoint'],
    ['endpoint: "https://fix.example/v2", closed: true', 'OPEN311_WITHOUT_SERVICE', ''],
    ['endpoint: "https://fix.example/v2", service: "1"', 'OPEN311_LINK_PUBLIC', ''],
    ['endpoint: "https://fix.example/v2", services: { moon: "1" }, closed: true', 'CODE_UNKNOWN', '/services/moon'],
    ['endpoint: "https://fix.example/v2", service: 1, closed: true', 'FIELD_INVALID', '/service'],
    ['endpoint: "https://fix.example/v2", service: "1", api_key: secret, closed: true', 'FIELD_UNKNOWN', '/api_key'],
  ])('with a body of Open311 { %s } is refused: %s', (open311, code, place) => {
    const file = changed('organisations:\n', `organisations:\n  - { code: fix, name: Fix, open311: { ${open311} } }\n`);
    expect(checkDistrictFile(file).faults.map((fault) => [fault.code, fault.place])).toEqual([
      [code, `/organisations/0/open311${place}`],
    ]);
  });

  it('has bodies that take requests by Open311', () => {
    const open311 = '{ endpoint: "https://fix.example/v2/", services: { dorogi: "017" }, linkAttribute: page }';
    const file = changed('organisations:\n', `organisations:\n  - { code: fix, name: Fix, open311: ${open311} }\n`);
    expect(checkDistrictFile(file).faults).toEqual([]);
  });

  it('has bodies at ports and inner hosts that the operator allows, and at no other', () => {
    const open311 = '{ endpoint: "http://10.0.0.8:8080/v2/", service: "1", closed: true }';
    const file = changed('organisations:\n', `organisations:\n  - { code: fix, name: Fix, open311: ${open311} }\n`);
    const codes = (...allowed: string[]) => check(file, book, allowed).faults.map(({ code }) => code);
    expect(codes('http://10.0.0.8:8080')).toEqual([]);
    expect(codes('http://10.0.0.8', 'https://10.0.0.8:8080')).toEqual(['OPEN311_ENDPOINT']);
    const endpoint = 'http://10.0.0.8:8080/v2?key=1';
    expect(
      [endpoint, 'http://10.0.0.8:8080/v2'].map((one) => bodyEndpoint(one, ['http://10.0.0.8:8080'])?.href),
    ).toEqual([undefined, 'http://10.0.0.8:8080/v2']);
  });

  it('names the line of every fault of the content', () => {
    const file = changed('topic: dorogi', 'topic: moon')
      .replace('[люк,', '[лю*,')
      .replace('zone: Asia/Vladivostok', 'zone: Mars');
    const { faults, lineOf } = checkDistrictFile(file);
    expect(faults.map(({ code, place }) => [code, lineOf(place)])).toEqual([
      ['ZONE_UNKNOWN', lineWith(file, 'zone: Mars')],
      ['CODE_UNKNOWN', lineWith(file, 'topic: moon')],
      ['PATTERN_INVALID', lineWith(file, '[лю*,')],
    ]);
  });

  it('names the line of a field of another kind and of broken YAML', () => {
    const unknown = changed('reopenWithinDays: 30', 'reopenWithinDays: 30\n  secret: 1');
    const { faults, lineOf } = checkDistrictFile(unknown);
    expect(faults.map(({ code, place }) => [code, lineOf(place)])).toEqual([
      ['FIELD_UNKNOWN', lineWith(unknown, 'secret: 1')],
    ]);
    const broken = checkDistrictFile('id: 1\ncode: [\n');
    expect(broken.faults[0]?.code).toBe('YAML_INVALID');
    expect(broken.lineOf('')).toBeGreaterThan(1);
    const tab = checkDistrictFile('id: 1\nname:\n\tru: Район\n');
    expect(tab.faults[0]?.details).toEqual({ line: 3, column: 1, problem: 'TAB_AS_INDENT' });
    const twice = checkDistrictFile('id: 1\ncode: aldan\nid: 2\n');
    expect(twice.faults[0]?.details).toEqual({ line: 3, column: 1, problem: 'DUPLICATE_KEY' });
    expect(checkDistrictFile('').faults[0]?.code).toBe('FIELD_INVALID');
  });

  it('may shorten the terms of 59-FZ and not lengthen them, in any unit (art. 12(1))', () => {
    const faultsWith = (own: string): readonly string[] =>
      checkDistrictFile(
        changed('APPEAL_59FZ: { rule: ANS, endOnDayOff: PREVIOUS', `APPEAL_59FZ: { rule: ANS, ${own}`),
      ).faults.map(({ code }) => code);
    expect(faultsWith('term: 20')).toEqual([]);
    expect(faultsWith('term: 35')).toEqual(['TERM_LONGER_THAN_LAW']);
    expect(faultsWith('term: 1000')).toEqual(['TERM_LONGER_THAN_LAW']);
    // Between 12 December 2025 and the end of its thirty days on 12 January 2026 there are thirteen working days.
    expect(faultsWith('term: 13, unit: WORKING_DAYS')).toEqual([]);
    expect(faultsWith('term: 14, unit: WORKING_DAYS')).toEqual(['TERM_LONGER_THAN_LAW']);
    expect(faultsWith('term: 700, unit: HOURS')).toEqual([]);
    expect(faultsWith('term: 120, unit: WORKING_HOURS')).toEqual(['TERM_LONGER_THAN_LAW']);
  });

  it('may give any term where the law is silent, and refers to rules with a term only', () => {
    const soc = "SOCIAL_MESSAGE: { rule: SOC-9H, source: 'Порядок района о сообщениях, п. 4' }";
    const faultsWith = (own: string) => checkDistrictFile(changed(soc, `SOCIAL_MESSAGE: { ${own} }`)).faults;
    expect(faultsWith('rule: SOC-9H, term: 300')).toEqual([]);
    expect(faultsWith('rule: NOWHERE')).toMatchObject([
      { code: 'LAW_RULE_UNKNOWN', place: '/answerTerms/SOCIAL_MESSAGE/rule' },
    ]);
    expect(faultsWith('rule: FWD-BAN')).toMatchObject([{ code: 'LAW_RULE_UNKNOWN' }]);
  });

  it('keeps who opened what by no shorter term than its cases, and sign-ins and drafts as the law asks at least', () => {
    const faultsWith = (own: string) => checkDistrictFile(changed('policy:\n', `policy:\n  ${own}\n`)).faults;
    const kept = (kind: string, months: number) => `${kind}: { months: ${months}, source: Приказ }`;
    const records = (...terms: string[]) => `recordRetention: { ${terms.join(', ')} }`;
    expect(faultsWith(records(kept('OPENINGS', 60), kept('SIGN_INS', 12), kept('DRAFTS', 3)))).toEqual([]);
    expect(faultsWith(records(kept('OPENINGS', 59), kept('SIGN_INS', 11), kept('DRAFTS', 2)))).toMatchObject([
      { code: 'RECORDS_KEPT_TOO_SHORT', place: '/policy/recordRetention/OPENINGS/months', details: { min: 60 } },
      { code: 'RECORDS_KEPT_TOO_SHORT', place: '/policy/recordRetention/SIGN_INS/months', details: { min: 12 } },
      { code: 'RECORDS_KEPT_TOO_SHORT', place: '/policy/recordRetention/DRAFTS/months', details: { min: 3 } },
    ]);
    const longer = `retention: { ${kept('SOCIAL_MESSAGE', 120)} }\n  ${records(kept('OPENINGS', 119))}`;
    expect(faultsWith(longer)).toMatchObject([{ code: 'RECORDS_KEPT_TOO_SHORT', details: { min: 120, months: 119 } }]);
    expect(faultsWith(records(kept('LETTERS', 60)))).toMatchObject([{ code: 'FIELD_UNKNOWN' }]);
  });

  it('keeps papers of 59-FZ for five years at least, and messages for the term of going to court', () => {
    const faultsWith = (own: string) =>
      checkDistrictFile(changed('policy:\n', `policy:\n  retention: { ${own} }\n`)).faults;
    expect(
      faultsWith("APPEAL_59FZ: { months: 120, source: 'приказ' }, SOCIAL_MESSAGE: { months: 3, source: 'приказ' }"),
    ).toEqual([]);
    expect(faultsWith("APPEAL_59FZ: { months: 59, source: 'приказ' }")).toMatchObject([
      { code: 'RETENTION_SHORTER_THAN_LAW', place: '/policy/retention/APPEAL_59FZ/months', details: { min: 60 } },
    ]);
    // A reception's card is a paper of 59-FZ, too (art. 13(3)); what came by the state's platform is kept as its messages are.
    expect(faultsWith("ORAL_RECEPTION: { months: 59, source: 'приказ' }")).toMatchObject([
      { code: 'RETENTION_SHORTER_THAN_LAW', place: '/policy/retention/ORAL_RECEPTION/months', details: { min: 60 } },
    ]);
    expect(faultsWith("POS_MESSAGE: { months: 2, source: 'приказ' }")).toMatchObject([
      { code: 'RETENTION_SHORTER_THAN_LAW', details: { min: 3 } },
    ]);
    expect(faultsWith("SOCIAL_MESSAGE: { months: 2, source: 'приказ' }")).toMatchObject([
      { code: 'RETENTION_SHORTER_THAN_LAW' },
    ]);
    expect(faultsWith("SOCIAL_MESAGE: { months: 12, source: 'приказ' }")).toMatchObject([{ code: 'FIELD_UNKNOWN' }]);
  });

  it('extends by thirty days at most, or fewer (59-FZ art. 12(2))', () => {
    const faultsWith = (term: number) =>
      checkDistrictFile(changed('workingDay:', `caseTerms: [{ rule: EXT, term: ${term} }]\nworkingDay:`)).faults;
    expect(faultsWith(15)).toEqual([]);
    expect(faultsWith(31)).toMatchObject([{ code: 'TERM_LONGER_THAN_LAW', place: '/caseTerms/0/term' }]);
  });

  it('registers within three days of the arrival, or sooner (59-FZ art. 8(2))', () => {
    const faults = checkDistrictFile(changed('APPEAL_59FZ: { rule: REG,', 'APPEAL_59FZ: { rule: REG, term: 4,')).faults;
    expect(faults).toMatchObject([{ code: 'TERM_LONGER_THAN_LAW', place: '/receptionTerms/APPEAL_59FZ/term' }]);
  });

  it.each([
    ["breaks: [{ from: '13:00', to: '14:00' }]", "breaks: [{ from: '14:00', to: '13:00' }]", '/workingDay/breaks/0'],
    ["to: '18:00'", "to: '13:30'", '/workingDay/to'],
  ])('has its working hours in their order: %s, not %s', (from, to, place) => {
    expect(checkDistrictFile(changed(from, to)).faults).toMatchObject([{ code: 'WORKING_DAY_INVALID', place }]);
  });
});
