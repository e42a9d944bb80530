import { addDays, compact } from '@otklik/kernel';
import { BODIES } from './ends-bodies.fixture.js';
import { isEnough, type Signed } from './ends-signatures.fixture.js';
import { isLive, isOwn, isSamePerson, type Case, type EndsWorld, type Submission } from './ends-world.fixture.js';

/** Random acts of officials on cases, most of which are refused. */

const OFFICIALS = ['ivanova', 'petrov', 'sidorov'];
const GROUNDS = [
  'ANON',
  'COURT',
  'ABUSE',
  'UNREADABLE',
  'UNCLEAR',
  'REPEAT',
  'REPEAT',
  'PUBLISHED',
  'SECRET',
  'COMPLAINT',
];
const PAGES = [
  'https://aldan.example/1',
  'https://www.aldan.example/2',
  'https://any.example/3',
  'https://aldan.example/taken-back',
  'ftp://aldan.example/4',
];
const ZONE = 'Asia/Yakutsk';
/** As the service names what it found; undefined: it refuses it. */
const LEVELS: Readonly<Record<Signed['verdict'], string | undefined>> = {
  INTACT: 'TRUSTED',
  UNKNOWN_CHAIN: 'VALID',
  NOT_CHECKED: 'UNVERIFIED',
  BROKEN: undefined,
  EXPIRED: undefined,
};
const MAX_OPEN = 40;
const MAX_LOOKED_BACK = 120;
const FINAL_DAYS = 9;

const acts: readonly ((world: EndsWorld, one: Case, by: string) => void)[] = [
  ...[leave, leave, forward, tellAtReception, interim, sign, sign],
  ...[correct, correct, prove, prove, prove, prove, attach, attach, sayItLeft],
  ...[fail, follow, withdraw, route, complain, recordSource],
];

/** One act of chance; answers the case that it touched. Refusals are answers, too. */
export function actByChance(world: EndsWorld): Case {
  if (world.happens(0.04)) world.pass(world.integer(1, 4));
  const open = world.cases.slice(-MAX_OPEN);
  if (open.length < 5 || world.happens(0.08)) return world.submit();
  const one = world.happens(0.2) ? open.at(-1)! : world.oneOf(open);
  world.oneOf(acts)(world, one, world.oneOf(OFFICIALS));
  return one;
}

function isUnknown({ name, contact, address }: Submission): boolean {
  return name === undefined && contact === undefined && address === undefined;
}

function leave(world: EndsWorld, one: Case, by: string): void {
  const ground = isUnknown(one.submission) && world.happens(0.5) ? 'ANON' : world.oneOf(GROUNDS);
  const named = namedBefore(world, one);
  const address = world.happens(0.7) ? world.oneOf(PAGES) : undefined;
  const { name, contact, address: home } = one.submission;
  const applicant = { isNamed: name !== undefined, isReachable: contact !== undefined || home !== undefined };
  const earlier = named.map((other) => ({
    question: other.id,
    isAnswered: world.isAnsweredInWriting(other),
    isOfAnother: other.of !== one.of,
    isSamePerson: isSamePerson(one.submission, other.submission),
  }));
  const shown = {
    applicant,
    earlier,
    isOnOwnSite: address !== undefined && isOwn(address),
    isLive: address !== undefined && isLive(address),
    publishedTopic: address?.includes('www') ? 'HOUSING' : 'ROADS',
  };
  const more = compact({ mayActIn: 'ALL', today: world.today, zone: ZONE, address });
  world.decide(one, 'question', { type: 'LeaveUnanswered', ground, ...shown, ...more }, by);
}

/** Mostly what could be named in earnest, else it would hardly ever be. */
function namedBefore(world: EndsWorld, one: Case): readonly Case[] {
  const answered = world.cases
    .slice(-MAX_LOOKED_BACK)
    .filter((other) => other.of !== one.of && world.isAnswered(other));
  const theirs = answered.filter((other) => isSamePerson(one.submission, other.submission));
  const among = world.oneOf([theirs, theirs, answered, world.cases]);
  return among.length === 0 ? [] : Array.from({ length: world.integer(0, 3) }, () => world.oneOf(among));
}

function forward(world: EndsWorld, one: Case, by: string): void {
  const known = { allKnown: true, districtsKnown: true, mayActIn: 'ALL' };
  const days = { forwardedOn: world.today, linksUntil: addDays(world.today, 60) };
  const to = [{ letter: `letter ${world.clock}`, name: 'Police', address: 'Aldan' }];
  world.decide(one, 'question', { type: 'ForwardQuestion', to, ...known, ...days }, by);
}

/** The body complained of, or none after all. */
function complain(world: EndsWorld, one: Case, by: string): void {
  const of = world.happens(0.7) ? ['school'] : [];
  world.decide(one, 'question', { type: 'NoteComplainedOf', of, allKnown: true }, by);
}

function tellAtReception(world: EndsWorld, one: Case, by: string): void {
  const said = { record: `record ${world.clock}`, text: 'told', outcome: 'EXPLAINED', by, mayActIn: 'ALL' };
  const facts = {
    consented: world.happens(0.8),
    factsPlain: world.happens(0.8),
    receivedOn: one.submission.receivedOn,
  };
  const when = { answeredOn: world.today, answeredAt: `${world.today}T03:00:00.000Z`, zone: ZONE };
  world.decide(one, 'question', { type: 'RecordReceptionAnswer', ...said, ...facts, ...when }, by);
}

function interim(world: EndsWorld, one: Case, by: string): void {
  const days = { today: world.today, finalBy: addDays(world.today, FINAL_DAYS) };
  const step = {
    nextStep: world.oneOf(['mend', '', ' ']),
    nextStepOn: addDays(world.today, world.integer(-2, FINAL_DAYS + 2)),
  };
  const answer = { answer: `interim ${world.clock}`, text: 'Hello', mayActIn: 'ALL' };
  world.decide(one, 'question', { type: 'GiveInterimAnswer', ...answer, ...step, ...days }, by);
}

function sign(world: EndsWorld, one: Case, by: string): void {
  world.decide(one, 'question', { type: 'AcceptAnswer', answer: `answer ${world.clock}`, department: 'works' }, by);
}

function route(world: EndsWorld, one: Case, by: string): void {
  const known = { topicKnown: true, departmentKnown: true };
  world.decide(one, 'question', { type: 'RouteQuestion', topic: 'ROADS', department: 'works', ...known }, by);
}

function correct(world: EndsWorld, one: Case, by: string): void {
  const other = world.oneOf(world.cases);
  const { status, published } = world.stateOf(other.appeal, 'appeal');
  const { registered } = (published ?? {}) as { readonly registered?: { readonly number: string } };
  const number = registered?.number;
  const { of: id } = other;
  const isSameLetter = isSamePerson(one.submission, other.submission) || one.submission.text === other.submission.text;
  const of = world.happens(0.8) ? { of: { id, status, number, isSameLetter } } : {};
  const ground = world.oneOf(['MISTAKE', 'MISTAKE', 'DUPLICATE', 'SPAM']);
  strike(world, one, { ground, ...of }, by);
  // Then nothing would stand for the first.
  if (ground === 'DUPLICATE') strike(world, other, { ground: 'MISTAKE' }, by);
}

function strike(world: EndsWorld, one: Case, why: Readonly<Record<string, unknown>>, by: string): void {
  const said = { id: one.of, reason: 'why', today: world.today, ...why, standsForOthers: world.standing.has(one.of) };
  // The proposer tries again at once, and so does another one.
  for (const id of world.oneOf([[by], [by, by], [by, world.oneOf(OFFICIALS)]]))
    world.decide(one, 'appeal', { type: 'CorrectRegistration', ...said, by: id }, id);
}

/** From whom it came, found or corrected later, whatever has become of its questions by then. */
function recordSource(world: EndsWorld, one: Case, by: string): void {
  const source = world.happens(0.1) ? {} : world.oneOf(BODIES);
  const told = { source, former: one.sources.at(-1)!, reason: 'on the envelope', commandId: `source ${world.clock}` };
  world.decide(one, 'appeal', { type: 'RecordSource', ...told, mayActIn: 'ALL', departments: [] }, by);
}

function withdraw(world: EndsWorld, one: Case): void {
  if (world.happens(0.1)) world.decide(one, 'appeal', { type: 'WithdrawAppeal' });
}

/** What the service sends by itself, which holds back what waits for its signature, and what a clerk records of paper. */
function prove(world: EndsWorld, one: Case, by: string): void {
  const id = pendingOf(world, one);
  if (id === undefined) return;
  const { way, matter, published } = world.stateOf(one.notices.get(id)!, 'notice');
  const at = `${world.today}T04:00:00.000Z`;
  if (way === 'EMAIL') return lacks(one, id) ? undefined : send(world, one, id, at);
  const { kind } = matter as { readonly kind: string };
  const { outgoing } = published as { readonly outgoing: { readonly number: string } };
  const addressKnown = kind === 'COVERING' || kind === 'INFORMING' || one.submission.address !== undefined;
  const means = world.oneOf(['LETTER', 'REGISTERED_LETTER', 'HANDED_OVER']);
  const posting = { means, number: world.happens(0.9) ? outgoing.number : 'another', sentOn: world.today };
  const paper = { type: 'RecordPosting', record: `posting ${world.clock}`, posting, addressKnown, at };
  world.decide(one, id, paper, by);
}

function pendingOf(world: EndsWorld, one: Case): string | undefined {
  const pending = world.pending(one);
  return pending.length === 0 ? undefined : world.oneOf(pending);
}

function send(world: EndsWorld, one: Case, id: string, at: string): void {
  world.decide(one, id, { type: 'RecordSent', way: 'EMAIL', proof: `mail ${world.clock}`, at });
}

/** It has not the signature that its district demands: the service does not send it, whatever is said of it. */
function lacks({ notices, signed, submission }: Case, id: string): boolean {
  const told = notices.get(id)!.map(({ fact }) => fact);
  if (told[0]?.['demands'] === undefined) return false;
  const attached = told.flatMap(({ type, signature }) => (type === 'SignatureAttached' ? [String(signature)] : []));
  return !attached.some((name) => isEnough(signed.get(name)!, submission.demands));
}

/** After a restore a person says that a letter has left, by e-mail or on paper. */
function sayItLeft(world: EndsWorld, one: Case, by: string): void {
  const id = pendingOf(world, one);
  if (id === undefined) return;
  const at = `${world.today}T04:00:00.000Z`;
  const said = { record: `said ${world.clock}`, word: 'STANDS', reason: 'seen', isHeldBack: true, followed: new Set() };
  const sent = { type: 'RecordSent', way: 'EMAIL', proof: `word ${world.clock}`, isWord: true, at };
  world.decide(one, id, world.happens(0.5) ? { type: 'SettleRestoredNotice', ...said, at } : sent, by);
}

/** Mostly what is worth trying; the service takes no signature that is broken or of a certificate that was over. */
function attach(world: EndsWorld, one: Case, by: string): void {
  const id = pendingOf(world, one);
  if (id === undefined) return;
  const given = world.given[one.sheets.get(id)!]!;
  const tried = world.oneOf(world.happens(0.5) ? given.filter(({ verdict }) => verdict !== 'BROKEN') : given);
  const level = LEVELS[tried.verdict];
  if (level === undefined) return;
  one.signed.set(tried.name, tried);
  const certificate = { number: '1', thumbprint: '', from: '', until: '' };
  const said = {
    sheet: String(tried.sheet),
    signature: tried.name,
    algorithm: '',
    certificate,
    signer: '',
    issuer: '',
  };
  world.decide(one, id, { type: 'AttachSignature', mayActIn: 'ALL', signed: { level, ...said } }, by);
}

/** What the post or a person says of a letter; half of it is shown by nothing. */
function follow(world: EndsWorld, one: Case, by: string): void {
  const id = one.notices.size === 0 ? undefined : world.oneOf([...one.notices.keys()]);
  if (id === undefined) return;
  const outcome = world.oneOf(['DELIVERED', 'DELIVERED', 'STORAGE_EXPIRED', 'REFUSED', 'MOVED', 'WRONG_ADDRESS']);
  const proof = world.oneOf(['TRACKING', 'RECEIPT', 'ENVELOPE']);
  const owedNothing = one.appeal.some(({ fact }) => fact.type === 'AppealWithdrawn');
  const told = { record: `outcome ${world.clock}`, outcome, proof, on: world.today, owedNothing };
  world.decide(one, id, { type: 'RecordLetterOutcome', ...told, at: `${world.today}T04:00:00.000Z` }, by);
}

function fail(world: EndsWorld, one: Case): void {
  const id = pendingOf(world, one);
  const at = `${world.today}T04:00:00.000Z`;
  // What is held back fails nowhere.
  if (id !== undefined && !lacks(one, id)) world.decide(one, id, { type: 'GiveUpWay', way: 'EMAIL', code: '550', at });
}
