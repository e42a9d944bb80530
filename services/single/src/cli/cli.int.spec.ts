import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, testDatabase, type TestDatabase } from '@otklik/testing';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../../deploy/stack/ports.js';
import { launch, type Launched } from '../start.fixture.js';

/** The operator's tool beside a running instance, then alone on the same data. */
let database: TestDatabase;
let folder: string;
let environment: Record<string, string>;
let running: Launched;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'otklik-operate-'));
  environment = { DATABASE_URL: database.url, OTKLIK_DATA: join(folder, 'data'), PORT: String(await freePort()) };
  running = launch(environment);
  await running.printed('Otklik is ready');
}, 240_000);
afterAll(async () => {
  await running.signal('SIGTERM').catch(() => undefined);
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function operate(...args: string[]): Promise<Outcome> {
  return begin(args);
}

/** `heard` gets the tool's process with each output. */
function begin(args: readonly string[], heard?: (out: string, child: ChildProcess) => void): Promise<Outcome> {
  const env = { ...process.env, NODE_OPTIONS: '', ...environment };
  const child = spawn(process.execPath, ['services/single/start/otklik.mjs', ...args], { env });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    heard?.(out, child);
  });
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((done) => child.once('close', (code) => done({ code, out, err })));
}

it('explains itself', async () => {
  const { code, out } = await operate();
  expect([code, out]).toEqual([0, expect.stringMatching(/token[^]*district[^]*official[^]*import[^]*verify/)]);
  expect((await operate('nonsense')).code).toBe(1);
}, 60_000);

it('restricts the control port’s secret to the owner of the data folder', () => {
  expect(statSync(join(folder, 'data', 'control.json')).mode & 0o777).toBe(0o600);
});

it('adds an official, issues a token, and dismisses the official', async () => {
  const roles = ['--role', 'MODERATOR@aldan', '--role', 'REGISTRAR@aldan'];
  expect((await operate('official', 'add', '--login', 'petrova', '--name', 'Анна Петрова', ...roles)).code).toBe(0);
  const { code, out } = await operate('token', '--as', 'petrova', 'petrova');
  expect([code, out]).toEqual([0, expect.stringMatching(/^([\w-]+\.[\w-]+\.[\w-]+\n){2}$/)]);
  expect((await operate('official', 'dismiss', 'petrova')).code).toBe(0);
  const refused = await operate('token', '--as', 'petrova');
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('There is no official "petrova"')]);
}, 60_000);

const newcomer = ['official', 'add', '--login', 'x.y', '--name', 'Имя', '--role'];
it.each([
  [[...newcomer, 'KING@aldan'], '"KING@aldan" is not ROLE@district'],
  [[...newcomer, 'MODERATOR@nowhere'], 'There is no district "nowhere"'],
  [[...newcomer, 'MODERATOR@aldan', '--email', 'x.y'], '"x.y" is not a bare e-mail address'],
  [['official', 'dismiss', 'nobody'], 'There is no official "nobody"'],
  [['official', 'invite', 'nobody'], 'There is no official "nobody"'],
  [['official', 'list', '--district', 'nowhere'], 'There is no district "nowhere"'],
  [['token', '--as', 'nobody'], 'There is no official "nobody"'],
  [['token', '--as', 'x.y', '--minutes', 'abc'], 'whole number from 1 to 720'],
  [['token', '--as', 'x.y', '--minutes', '0'], 'whole number from 1 to 720'],
  [['term', '--district', 'aldan', '--lang', 'de'], 'Allowed choices are ru, en'],
  [['term', '--district', 'nowhere'], 'There is no district "nowhere"'],
  [['import', 'none.jsonl', '--district', 'nowhere'], 'There is no district "nowhere"'],
  [['import', 'none.jsonl', '--district', 'aldan'], 'none.jsonl cannot be read: there is no such file'],
  [['import', 'none.jsonl', '--district', 'aldan', '--decide', 'all'], 'Allowed choices are message'],
  [['blocked', 'list', '--state', 'SOME'], 'Allowed choices are DEAD_LETTERED, WAITING'],
  [['blocked', 'discard', 'x', 'y', '--reason', 'z'], 'No such key is blocked'],
  [['district', 'add', 'none.yaml'], 'none.yaml cannot be read: there is no such file'],
  [['erasures', 'replay', 'none.jsonl'], 'none.jsonl cannot be read: there is no such file'],
  [['rebuild', 'nothing'], 'There is no projection "nothing"'],
  [['erase', '--person', 'a@b.example', '--district', 'nowhere'], 'There is no district "nowhere"'],
] as const)(
  'refuses %j in one line: %s',
  async (args, says) => {
    const { code, err, out } = await operate(...args);
    expect([code, out, err.trim().split('\n')]).toEqual([1, '', [expect.stringContaining(says)]]);
  },
  60_000,
);

it('shows what the routing rules of a district catch, and how right they are', async () => {
  const file = join(folder, 'to-check.jsonl');
  const texts = ['Не горит фонарь у школы', 'Яма на дороге', 'Хочу поблагодарить за праздник'];
  writeFileSync(file, [...texts.map((text, id) => JSON.stringify({ id, text })), 'nonsense'].join('\n'));
  const judged = join(folder, 'judged.json');
  writeFileSync(judged, JSON.stringify({ 0: ['osveshchenie'], 1: ['transport'], 2: [] }));
  const check = ['rules', 'check', '--district', 'aldan'];
  const { code, out, err } = await operate(...check, '--on', file, '--judged', judged);
  expect(out).toMatch(/osveshchenie +1 {2}osveshchenie {2}1 of 1 judged are right\n +words: фонарь 1\n +ids: 0\n/);
  expect(out).toContain('3 appeals: 2 caught, 1 (33 %) by no rule.');
  expect(out).toContain('3 judged: precision 50 % (1 of 2 caught), recall 50 % (of 2 with a topic).');
  expect([code, err]).toEqual([1, expect.stringContaining('line 4: it is no JSON object with an id and a text')]);
  const missing = await operate(...check, '--on', join(folder, 'nowhere.jsonl'));
  expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('nowhere.jsonl cannot be read')]);
}, 60_000);

it('loads an edition of the classifier, names its faults by line, and does so once', async () => {
  const file = join(folder, 'classifier.tsv');
  writeFileSync(file, 'code\tname\n0003\tЭкономика\nx\tИкс\n');
  const load = ['classifier', 'load', file, '--edition', '01.02.2017', '--part'];
  const faulty = await operate(...load);
  expect([faulty.code, faulty.out]).toEqual([1, '']);
  expect(faulty.err).toContain('line 3: "x" is no code: 0003.0009.0099.0742');
  writeFileSync(file, 'code\tname\n0003\tЭкономика\n');
  expect((await operate(...load)).out).toContain('01.02.2017: a part, 1 sections, 0 topics');
  expect((await operate(...load)).out).toContain('it was so already');
  expect((await operate('classifier', 'list')).out).toMatch(
    /01\.02\.2017 +a part, 1 sections[^]*v4 +a part, 4 sections/,
  );
}, 60_000);

it('imports a file, names its bad lines, and adds nothing the second time', async () => {
  const file = join(folder, 'appeals.jsonl');
  const line = (id: number): string =>
    JSON.stringify({ id, text: `Вымышленное обращение номер ${id}: не горит фонарь` });
  writeFileSync(file, [line(1), 'not json', line(2), JSON.stringify({ id: 3 }), line(4)].join('\n'));

  const first = await operate('import', file, '--district', 'aldan', '--decide', 'message');
  expect(first.out).toContain('3 added, 0 there already, 3 registered, 2 bad lines.');
  expect(first.err).toMatch(/line 2: BAD_INPUT, the line is no JSON object\n[^]*line 4: text: TEXT_EMPTY, \w/);
  expect(first.code).toBe(1);

  const second = await operate('import', file, '--district', 'aldan', '--decide', 'message');
  expect(second.out).toContain('0 added, 3 there already, 0 registered, 2 bad lines.');
}, 120_000);

it('tries an old journal: its columns, its faults by row and column; nothing is stored', async () => {
  const file = join(folder, 'journal.csv');
  const rows = ['1;09.01.2025;Семёнова Л. И.;Зимник', '6;31.02.2025;Дмитриева О. С.;Питание', '7;15.01.2025;;Автобус'];
  writeFileSync(file, ['Рег. №;Дата;Заявитель;Суть', ...rows].join('\r\n'));
  const { code, out, err } = await operate('import-journal', file, '--district', 'aldan', '--dry-run');
  expect(out).toContain('«CSV»: 3 rows, 1 of them can be taken; 0 empty, 0 totals or heads.\n  A «Рег. №»: NUMBER');
  expect(out).toContain('2025: 1 appeals, numbers 1 to 1; none is absent.');
  expect(err.trim().split('\n')).toEqual([
    '«CSV», row 3, column B: «31.02.2025», there is no such day — the row is not taken',
    '«CSV», row 4, column C: there is no applicant — the row is not taken',
  ]);
  expect([code, out]).toEqual([1, expect.stringContaining('1 rows can be taken, 2 are not. Nothing was stored.')]);
  const named = ['--district', 'aldan', '--dry-run', '--columns', 'A=ALL'];
  expect((await operate('import-journal', file, ...named)).err).toContain('"A=ALL" is no column and its kind');
}, 60_000);

it('takes messages of ПОС in, once; a dry run stores nothing', async () => {
  const file = join(folder, 'pos.csv');
  const rows = ['44120177;20.11.2026;Яма у школы;10.12.2026', '44120178;21.11.2026;Не горит фонарь;31.11.2026'];
  writeFileSync(file, ['ID сообщения;Дата создания;Текст сообщения;Срок ответа', ...rows].join('\r\n'));
  const take = ['import-pos', file, '--district', 'aldan'];
  const tried = await operate(...take, '--dry-run');
  expect(tried.out).toContain('1 rows can be taken, 1 are not. Nothing was stored.');
  expect(tried.err).toContain('«CSV», row 3, column D: «31.11.2026», there is no such day — the row is not taken');
  const first = await operate(...take);
  expect([first.code, first.out]).toEqual([1, expect.stringContaining('1 added, 0 there already.')]);
  expect((await operate(...take)).out).toContain('0 added, 1 there already.');
}, 120_000);

it('takes an old journal in, where it is found by its number and proves nothing; once; and takes it back', async () => {
  const file = join(folder, 'taken.csv');
  const rows = Array.from(
    { length: 30 },
    (_, at) => `${at + 1};14.01.2025;Ким В. А.;Вода ржавая, дом ${at + 1};10.02.2025`,
  );
  writeFileSync(file, ['Рег. №;Дата;Заявитель;Суть;Дата ответа', ...rows].join('\r\n'));
  const take = ['import-journal', file, '--district', 'aldan'];
  const first = await operate(...take);
  expect(first.out).toContain('30 added, 0 there already.\nBy month:\n  2025-01: 30 in the file, 30 stored\n');
  expect([first.code, first.err.includes('30 of 30')]).toEqual([0, true]);
  expect((await operate(...take)).out).toContain('0 added, 30 there already.');

  const add = ['official', 'add', '--login', 'sidorova', '--name', 'Анна Сидорова', '--role', 'CONTROLLER@aldan'];
  expect((await operate(...add)).code).toBe(0);
  const token = (await operate('token', '--as', 'sidorova')).out.trim().split('\n')[0]!;
  const found = async (number: string) => {
    const query = `{ appeals(district: "aldan", filter: { number: "${number}" }) { nodes { number state dueOn questions { id } } } }`;
    const answer = await fetch(`http://127.0.0.1:${environment['PORT']}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
    });
    return ((await answer.json()) as { data: { appeals: { nodes: readonly object[] } } }).data.appeals.nodes;
  };
  const closed = { number: '17', state: 'CLOSED_BY_OLD_JOURNAL', dueOn: null, questions: [] };
  await eventually(async () => ((await found('17/2025')).length > 0 ? true : undefined));
  expect(await found('17/2025')).toEqual([closed]);
  expect(await found('17/2024')).toEqual([]);

  const load = /Import (\S+)\./.exec(first.out)![1]!;
  expect((await operate('import-journal', '--district', 'aldan')).out).toContain(`${load}  `);
  const back = await operate('import-journal', '--district', 'aldan', '--take-back', load);
  expect([back.code, back.out]).toEqual([0, expect.stringContaining('30 appeals of the old journal were taken back')]);
  await eventually(async () => ((await found('17/2025')).length === 0 ? true : undefined));
  expect((await operate('import-journal', '--district', 'aldan', '--take-back', load)).err).toContain('is no import');
  expect((await operate('import-journal', '--district', 'aldan', '--take-back', 'x')).err).toContain('is no import');
}, 120_000);

it('replays the past of a district by other rules and terms, shows ids and codes alone, and changes nothing', async () => {
  const file = join(folder, 'tried.yaml');
  const own = readFileSync('deploy/districts/aldan.yaml', 'utf8');
  const withoutRules = own.replace(/^routingRules:\n(?:[ #-].*\n|\n)*/m, 'routingRules: []\n');
  writeFileSync(file, own);
  const same = await eventually(async () => {
    const outcome = await operate('replay', '--rules', file);
    return outcome.out.includes('3 questions replayed') ? outcome : undefined;
  });
  expect([same.code, same.out]).toEqual([0, expect.stringContaining('3 questions replayed, 0 would have changed.')]);
  writeFileSync(file, withoutRules);
  const other = await operate('replay', '--rules', file, '--district', 'aldan');
  expect(other.out).toContain('3 questions replayed, 3 would have changed.');
  expect(other.out).toContain('3 left to the coordinator.');
  expect(other.out.match(/^[\da-f-]{36} 1 {2}\d{4}-\d{2}-\d{2} {2}[a-z-]+\/[a-z-]+ → coordinator$/gm)).toHaveLength(3);
  expect(other.out).not.toContain('фонарь');
  const before = await operate('replay', '--rules', file, '--to', '2020-01-01');
  expect([before.code, before.out]).toEqual([0, expect.stringContaining('0 questions replayed')]);
  const once = await operate('replay', '--rules', file);
  expect(once.out).toBe(other.out);
}, 120_000);

it.each([
  [[], 'there is no such file', undefined],
  [[], 'tried.yaml', 'code: aldan\n'],
  [['--from', '27.11.2026'], '--from is a date: 2026-04-01.', undefined],
] as const)(
  'refuses a replay with %j in one line: %s',
  async (more, says, content) => {
    const file = join(folder, content === undefined ? 'nowhere.yaml' : 'tried.yaml');
    if (content !== undefined) writeFileSync(file, content);
    const { code, err, out } = await operate('replay', '--rules', file, ...more);
    expect([code, out, err.trim().split('\n')]).toEqual([1, '', [expect.stringContaining(says)]]);
  },
  60_000,
);

it('finds everything whole, through the instance and without it', async () => {
  const through = await operate('verify');
  expect([through.code, through.out]).toEqual([0, expect.stringContaining('Everything is whole.')]);
  await running.signal('SIGTERM');
  const alone = await operate('verify');
  expect([alone.code, alone.out]).toEqual([0, expect.stringContaining('Everything is whole.')]);
}, 240_000);

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'does not end as if its work were done when %s comes',
  async (signal, exit) => {
    const { code, out, err } = await begin(['verify'], (said, child) => {
      if (said.includes('log: ') && !child.killed) child.kill(signal);
    });
    expect([code, out]).toEqual([exit, expect.not.stringContaining('Everything is whole.')]);
    expect(err).toContain('Interrupted: not everything was checked.');
  },
  120_000,
);

it('reports at once which other command has the data folder', async () => {
  const endless = join(folder, 'endless.jsonl');
  execFileSync('mkfifo', [endless]);
  const env = { ...process.env, NODE_OPTIONS: '', ...environment };
  const args = ['services/single/start/otklik.mjs', 'import', endless, '--district', 'aldan'];
  const first = spawn(process.execPath, args, { env, stdio: 'ignore' });
  await eventually(async () => existsSync(join(folder, 'data', 'lock')) || undefined, 30_000);

  const begun = Date.now();
  const { code, err } = await operate('verify');
  first.kill('SIGKILL');

  expect(code).toBe(1);
  expect(err).toMatch(/^Otklik: npm run otklik -- import \(process \d+, since .*\) .* wait until it has ended/);
  expect(Date.now() - begun).toBeLessThan(30_000);
}, 120_000);
