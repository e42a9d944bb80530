import type { Mutant } from './mutants.js';

const ACCESS = 'services/gateway/src/access';
const of = (file: string): Pick<Mutant, 'file' | 'spec'> => ({ file: `${file}.ts`, spec: `${file}.spec.ts` });
const PROOFS = of(`${ACCESS}/proofs`);
const ATTEMPTS = of(`${ACCESS}/attempts`);
const LAG = of(`${ACCESS}/event-loop-lag`);
const TERMS = of('libs/tenancy/src/retention');
const STORAGE = of('services/intake/src/domain/retention');
const PATH = of('services/gateway/src/session/return-path');
const COOKIE = of('services/gateway/src/session/sealed-cookie');
const SHARES = of('libs/kernel/src/district-shares');
const CIRCUIT = of('libs/host/src/circuit');
const PAGES = of('services/gateway/src/session/session-pages');
const RESIDENTS = of('services/gateway/src/session/resident-sessions');
const SEARCHES = of('services/search/src/adapters/graphql/search-bounds');

const SUM = 'asks for the sum of two numbers of one digit, each of them';
const NO_DISTRICT = 'gives no new limit for a district that does not exist';
const SAMPLE = 'is late by more than the lag, counted from the interval after the one before';
const USUAL_RECORDS = 'openings are kept as long as cases, sign-ins for three years, drafts for half a year';
const HOLD = 'is set once, lifted once, and not of an erased applicant';
const COOKIE_AGE = 'ends with the browser unless it has an age, and at once when it is cleared';
const COOKIE_PORT = 'names its port over plain http, where ports share cookies';
const COOKIE_SIZE = 'holds up to 4,096 characters, sealed';
const OTHERS = 'counts another district for as long as it sends, or something of it runs';
const TURNS = 'starts one for one that ends, and counts what runs and waits in turn';

/** Lines whose change no spec noticed (`--survivors`). */
export const survivorMutants: readonly Mutant[] = [
  {
    ...PROOFS,
    name: 'survivor: spent proofs of a rush are forgotten beyond ten thousand',
    find: 'const MAX_REMEMBERED = 100_000;',
    replace: 'const MAX_REMEMBERED = 10_000;',
    test: 'stays spent whatever else is spent in a rush',
  },
  {
    ...PROOFS,
    name: 'survivor: a sum of numbers of two digits',
    find: '[randomInt(1, 10), randomInt(1, 10)]',
    replace: '[randomInt(1, 100), randomInt(1, 10)]',
    test: SUM,
  },
  {
    ...PROOFS,
    name: 'survivor: a sum without its least number',
    find: '[randomInt(1, 10), randomInt(1, 10)]',
    replace: '[randomInt(1, 10), randomInt(2, 10)]',
    test: SUM,
  },
  {
    ...ATTEMPTS,
    name: 'survivor: what names no district takes from the limit of one that exists',
    find: 'const NO_DISTRICT = 0;',
    replace: 'const NO_DISTRICT = 1;',
    test: NO_DISTRICT,
  },
  {
    ...ATTEMPTS,
    name: 'survivor: what names no district has a limit of its own',
    find: "if (actor.kind === 'resident' && code === undefined)",
    replace: 'if (code === undefined)',
    test: NO_DISTRICT,
  },
  {
    ...LAG,
    name: 'survivor: a process that is overloaded before its first sample',
    find: 'let exceeded = false;',
    replace: 'let exceeded = true;',
    test: SAMPLE,
  },
  {
    ...LAG,
    name: 'survivor: a first sample that is late by two intervals',
    find: 'performance.now() + sampleIntervalMs;',
    replace: 'performance.now() - sampleIntervalMs;',
    test: SAMPLE,
  },
  {
    ...LAG,
    name: 'survivor: every sample after the first is late',
    find: 'due = now + sampleIntervalMs;',
    replace: 'due = now - sampleIntervalMs;',
    test: SAMPLE,
  },
  {
    ...LAG,
    name: 'survivor: a sample that comes with exactly the lag is late',
    find: 'now - due > maxLagMs',
    replace: 'now - due >= maxLagMs',
    test: SAMPLE,
  },
  {
    ...TERMS,
    name: 'survivor: openings kept no longer than half a year where cases go early',
    find: "OPENINGS: { months: 60, source: 'ГК",
    replace: "OPENINGS: { months: 6, source: 'ГК",
    test: USUAL_RECORDS,
  },
  {
    ...TERMS,
    name: 'survivor: a term of drafts without the rule that it is from',
    find: "DRAFTS: { months: 6, source: '152-ФЗ, ст. 5 ч. 7' }",
    replace: "DRAFTS: { months: 6, source: '' }",
    test: USUAL_RECORDS,
  },
  {
    ...STORAGE,
    name: 'survivor: a legal hold that is never lifted',
    find: "return state.legalHold ? [{ type: 'LegalHoldLifted', reason }] : [];",
    replace: 'return [];',
    test: HOLD,
  },
  {
    ...STORAGE,
    name: 'survivor: a legal hold that is lifted without the reason',
    find: "[{ type: 'LegalHoldLifted', reason }]",
    replace: "[{ type: 'LegalHoldLifted', reason: '' }]",
    test: HOLD,
  },
  {
    ...STORAGE,
    name: 'survivor: a legal hold of an erased applicant that is lifted',
    find: 'demandNotErased(state);\n  return state.legalHold ? [{',
    replace: 'return state.legalHold ? [{',
    test: HOLD,
  },
  {
    ...PATH,
    name: 'survivor: a path of two hundred characters that is forgotten at sign-in',
    find: 'const MAX_LENGTH = 2_000;',
    replace: 'const MAX_LENGTH = 200;',
    test: 'returns to a path of 1 + 1000 characters',
  },
  {
    ...PATH,
    name: 'survivor: the longest path is forgotten',
    find: '&& path.length <= MAX_LENGTH',
    replace: '&& path.length < MAX_LENGTH',
    test: 'returns to a path of 1 + 1999 characters',
  },
  {
    ...PATH,
    name: 'survivor: a path that is no text',
    find: "typeof to !== 'string' || to.length",
    replace: 'String(to).length',
    test: 'returns to the desk instead of ["/analysis"]',
  },
  {
    ...PATH,
    name: 'survivor: a path of any length that is short once it is read',
    find: '|| to.length > MAX_LENGTH ',
    replace: '',
    test: 'returns to the desk instead of "/a/../',
  },
  {
    ...COOKIE,
    name: 'survivor: a cookie without an age that the browser drops at once',
    find: "maxAgeS === undefined ? '' : ",
    replace: '',
    test: COOKIE_AGE,
  },
  {
    ...COOKIE,
    name: 'survivor: a cookie that is cleared a second later',
    find: "return this.header('', 0);",
    replace: "return this.header('', 1);",
    test: COOKIE_AGE,
  },
  {
    ...COOKIE,
    name: 'survivor: a cookie of plain http that browsers do not take back',
    find: "${this.secure ? '; Secure' : ''}",
    replace: '; Secure',
    test: COOKIE_PORT,
  },
  {
    ...COOKIE,
    name: 'survivor: a cookie of plain http whose name lacks the usual port',
    find: "origin.port || '80'",
    replace: 'origin.port',
    test: COOKIE_PORT,
  },
  {
    ...COOKIE,
    name: 'survivor: a cookie that is forgotten when it is long',
    find: 'const MAX_VALUE_LENGTH = 4_096;',
    replace: 'const MAX_VALUE_LENGTH = 409;',
    test: COOKIE_SIZE,
  },
  {
    ...COOKIE,
    name: 'survivor: a cookie of any length',
    find: 'value && value.length <= MAX_VALUE_LENGTH',
    replace: 'value',
    test: COOKIE_SIZE,
  },
  {
    ...SHARES,
    name: 'survivor: a district that is forgotten while its operations run',
    find: 'admitted > 0 || lastAt > since',
    replace: 'lastAt > since',
    test: OTHERS,
  },
  {
    ...SHARES,
    name: 'survivor: a district with one operation that nobody counts',
    find: 'admitted > 0 ||',
    replace: 'admitted > 1 ||',
    test: OTHERS,
  },
  {
    ...SHARES,
    name: 'survivor: a district that counts for longer than it says',
    find: 'lastAt > since',
    replace: 'lastAt >= since',
    test: OTHERS,
  },
  {
    ...SHARES,
    name: 'survivor: operations in turn that are not counted',
    find: 'this.shares.get(key) ?? {};',
    replace: '{} as Partial<Share>;',
    test: TURNS,
  },
  {
    ...SHARES,
    name: 'survivor: a turn that takes the place of two',
    find: 'while (share.waiting.length > 0 && this.mayStart(key, share)) {\n      share.running += 1;',
    replace: 'while (share.waiting.length > 0 && this.mayStart(key, share)) {\n      share.running += 2;',
    test: TURNS,
  },
  {
    ...CIRCUIT,
    name: 'survivor: a dependency that failed the trial call and gets more at once',
    find: 'if (Date.now() < opened)',
    replace: 'if (opened > 0)',
    test: 'opens again at once when the call that it lets through fails',
  },
  {
    ...CIRCUIT,
    name: 'survivor: a watch of the clock that outlives the open circuit',
    find: '    clearInterval(clockCheck);\n',
    replace: '',
    test: 'watches the clock only while it is open',
  },
  {
    ...CIRCUIT,
    name: 'survivor: a watch of the clock of a closed circuit',
    find: 'if (state !== CircuitState.Open) return;',
    replace: '',
    test: 'watches the clock only while it is open',
  },
  {
    ...PAGES,
    name: 'survivor: a form of the sign-in of another site',
    find: "throw new Fault('FORBIDDEN');",
    replace: 'return;',
    test: 'is of our own origin',
  },
  {
    ...PAGES,
    name: 'survivor: a form of the sign-in of any length',
    find: ', bodyLimit: MAX_FORM_BYTES',
    replace: '',
    test: 'is up to 16 KiB long',
  },
  {
    ...PAGES,
    name: 'survivor: a sign-in page that a browser keeps',
    find: "      'cache-control': 'no-store',\n",
    replace: '',
    test: 'is never stored, framed, or taken for something else',
  },
  {
    ...PAGES,
    name: 'survivor: a sign-in page that another site frames',
    find: "      'content-security-policy': messagePolicy,\n",
    replace: '',
    test: 'is never stored, framed, or taken for something else',
  },
  {
    ...PAGES,
    name: 'survivor: a rejected sign-in that is a fault of ours',
    find: 'if (error instanceof SignInRejected) {',
    replace: 'if (error === undefined) {',
    test: 'is a page with a sentence, and the way to begin again: rejected',
  },
  {
    ...PAGES,
    name: 'survivor: a provider that does not answer, as a fault of ours',
    find: 'if (error instanceof Unavailable) {',
    replace: 'if (error === undefined) {',
    test: 'is a page with a sentence, and the way to begin again: unavailable',
  },
  {
    ...PAGES,
    name: 'survivor: a rejected sign-in without a line on the log',
    find: "logger.info('a sign-in was rejected', { error });",
    replace: '',
    test: 'is on the log with the error that is not on the page',
  },
  {
    ...PAGES,
    name: 'survivor: one without roles who is told that all is well',
    find: '  NO_ROLES: 403,\n',
    replace: '',
    test: 'says no-roles with the status 403',
  },
  {
    ...PAGES,
    name: 'survivor: a resident who begins anew at the desk',
    find: 'again === undefined ? undefined : { href: again };',
    replace: 'undefined;',
    test: 'begins again where the pages say',
  },
  {
    ...PAGES,
    name: 'survivor: a name of this machine that is taken for one over https',
    find: " && own.protocol === 'http:'",
    replace: '',
    test: 'knows the name of this machine that is not its own',
  },
  {
    ...RESIDENTS,
    name: 'survivor: a session of a resident that no one knows by the person',
    find: "      subject: createHmac('sha256', key).update(subject).digest('base64url'),\n",
    replace: "      subject: '',\n",
    test: 'keeps one keyed hash for all sessions of a resident',
  },
  {
    ...RESIDENTS,
    name: 'survivor: a session of an official with a profile that is a resident’s',
    find: '!isResident || profile === null',
    replace: 'profile === null',
    test: 'takes no session of an official for a resident’s',
  },
  {
    ...RESIDENTS,
    name: 'survivor: a session that goes on by what the page asks by itself',
    find: 'await sessions.find(secret, { active });',
    replace: 'await sessions.find(secret, { active: true });',
    test: 'goes on with what its owner does',
  },
  {
    ...RESIDENTS,
    name: 'survivor: a session whose end the page is not told',
    find: ', expiresAt: sessions.endOf(session) }',
    replace: ' }',
    test: 'goes on with what its owner does',
  },
  {
    ...SEARCHES,
    name: 'survivor: one district whose searches stall those of all',
    find: "districts.length === 1 ? String(districts[0]) : 'several'",
    replace: "'several'",
    test: 'counts each district by itself',
  },
  {
    ...SEARCHES,
    name: 'survivor: searches of the republic that wait for those of its first district',
    find: "districts.length === 1 ? String(districts[0]) : 'several'",
    replace: 'String(districts[0])',
    test: 'counts each district by itself',
  },
];
