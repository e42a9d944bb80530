import { describe, expect, it } from '@jest/globals';
import { troubleNames, troublesOf, type StatusFacts, type Trouble } from './status-facts.js';
import { languageOf, statusWords } from './status-words.js';

const now = Date.parse('2026-11-27T12:00:00.000Z');
const DAY_MS = 86_400_000;
const ago = (ms: number): string => new Date(now - ms).toISOString();

type Found = Omit<StatusFacts, 'troubles'>;
const well: Found = {
  process: { pid: 7, runsMs: 3 * DAY_MS, memoryBytes: 300 * 1024 ** 2 },
  replicas: undefined,
  server: { version: '18.4', embedded: true, bytes: 500 * 1024 ** 2 },
  freeBytes: 20 * 1024 ** 3,
  behind: 0,
  blocked: { dead: 0, waiting: 0, unpublished: 0 },
  letters: { waiting: 3, oldestMs: 60_000, held: 0, asked: 0, toSign: 0, toSignOldestMs: 0 },
  accountProblems: 0,
  overdueCases: 0,
  mailServer: 'ANSWERS',
  searchServer: 'ANSWERS',
  clockOffset: 0.4,
  certificate: { peer: 'public', until: now + 60 * DAY_MS },
  backups: { folder: '/backup', sets: 7, newest: ago(3_600_000), reach: ago(1_000) },
  backupsBesideData: false,
};

describe('the status', () => {
  it.each<[Trouble, Partial<Found>]>([
    ['DISK', { freeBytes: 900 * 1024 ** 2 }],
    ['SERVICES', { process: undefined, replicas: { intake: 2, search: 0 } }],
    ['UNPUBLISHED', { blocked: { dead: 0, waiting: 1, unpublished: 1 } }],
    ['BLOCKED', { blocked: { dead: 1, waiting: 0, unpublished: 0 } }],
    ['BEHIND', { behind: 1_001 }],
    ['TRANSPORT', { behind: undefined }],
    ['SEARCH', { searchServer: 'AWAY' }],
    ['MAIL', { mailServer: { code: '535' } }],
    ['CLOCK', { clockOffset: 5.1 }],
    ['CERTIFICATE', { certificate: { peer: 'issuer', until: now - DAY_MS } }],
    ['CERTIFICATE', { certificate: { peer: 'issuer', until: now + 13 * DAY_MS } }],
    ['LETTERS', { letters: { ...well.letters, oldestMs: 2 * 3_600_000 } }],
    ['HELD', { letters: { ...well.letters, held: 1 } }],
    ['ACCOUNTS', { accountProblems: 1 }],
    ['RETENTION', { overdueCases: 2 }],
    ['NO_BACKUP', { backups: undefined }],
    ['OLD_BACKUP', { backups: { ...well.backups!, newest: ago(2 * DAY_MS) } }],
    ['SAME_DISK', { backupsBesideData: true }],
    ['OLD_LOG', { backups: { ...well.backups!, reach: ago(120_000) } }],
  ])('tells of %s, and of nothing else', (trouble, found) => {
    expect(troublesOf({ ...well, ...found }, DAY_MS, now)).toEqual([trouble]);
  });

  it('finds nothing where all is well', () => {
    expect(troublesOf(well, DAY_MS, now)).toEqual([]);
    expect(troublesOf({ ...well, mailServer: 'NONE', certificate: undefined }, DAY_MS, now)).toEqual([]);
  });

  it.each(['ru', 'en'] as const)('is thirteen lines in %s, and a word for each trouble', (language) => {
    const words = statusWords[language];
    const lines = [...words.lines({ ...well, troubles: [] }, now)];
    expect(lines).toHaveLength(13);
    const away = { behind: undefined, mailServer: { code: '535' }, certificate: { peer: 'issuer', until: now - 1 } };
    const others = [
      { ...away, process: undefined, searchServer: 'AWAY' as const },
      { mailServer: 'NONE' as const, searchServer: 'NONE' as const, certificate: undefined },
      { process: undefined, replicas: { intake: 2, search: 0 } },
    ];
    for (const other of others) lines.push(...words.lines({ ...well, ...other, troubles: [] }, now));
    expect(lines.join('\n')).not.toMatch(/undefined|NaN|object/);
    expect(lines.join('\n')).toContain('535');
    const letters = { ...well.letters, toSign: 7, toSignOldestMs: 2 * DAY_MS };
    expect(words.lines({ ...well, letters, troubles: [] }, now)[6]).toMatch(/ 7.+2 (?:d|дн)/u);
    expect(lines.join('\n')).toContain('intake 2, search 0');
    expect(words.troubles(troubleNames).split('; ')).toHaveLength(troubleNames.length);
  });

  it('speaks the language of the terminal', () => {
    expect([{ LANG: 'ru_RU.UTF-8' }, { LC_ALL: 'C', LANG: 'ru_RU.UTF-8' }, {}].map(languageOf)).toEqual([
      'ru',
      'en',
      'en',
    ]);
  });
});
