import { awaitsLetterToBody } from '@otklik/case/informed-body';
import { bodyNow } from './ends-bodies.fixture.js';
import { isEnough } from './ends-signatures.fixture.js';
import {
  SIGNED_KINDS,
  type Case,
  type EndsWorld,
  type Fact,
  type Submission,
  type Told,
} from './ends-world.fixture.js';

/*
 * No end without its ground's facts and its notice's proof. Written from the law and from what the senders truly gave: it knows
 * nothing of the deciders.
 */

type Find = (id: string) => Case | undefined;

/** What is wrong with the case; nothing where all of its ends are true. */
export function faultsOf(one: Case, find: Find): readonly string[] {
  const faults = [
    ...[...questionFaults(one, find), ...strikeFaults(one, find)],
    ...[...interimFaults(one), ...postFaults(one), ...signatureFaults(one)],
  ];
  return faults.map((fault) => `${one.id}: ${fault}`);
}

function questionFaults(one: Case, find: Find): readonly string[] {
  return one.question.flatMap((told, index): readonly string[] => {
    const before = one.question.slice(0, index);
    switch (told.fact.type) {
      case 'QuestionAnswered':
        return before.at(-1)?.fact.type === 'OralAnswerRecorded'
          ? oralFaults(one, before.at(-1)!)
          : answerFaults(one, told, before);
      case 'QuestionEnded':
        return endFaults(one, told, before, find);
      case 'QuestionClosed':
        return closeFaults(one, told.fact);
      default:
        return [];
    }
  });
}

/** 59-FZ art. 13(3). */
function oralFaults({ submission }: Case, { fact, on }: Told): readonly string[] {
  if (submission.regime !== 'ORAL_RECEPTION') return ['an oral answer to what was no reception'];
  if (submission.receivedOn !== on) return ['an oral answer after the reception'];
  return fact['factsPlain'] === true ? [] : ['an oral answer where the facts are not plain'];
}

function answerFaults(one: Case, { fact, at }: Told, before: readonly Told[]): readonly string[] {
  const faults = before.some((earlier) => earlier.fact.type === 'AnswerAccepted')
    ? []
    : ['answered without a signed answer'];
  return [...faults, ...proofFaults(one, fact, at, ['ANSWERED'])];
}

function endFaults(one: Case, { fact, at }: Told, before: readonly Told[], find: Find): readonly string[] {
  if (fact['end'] === 'FORWARDED') return forwardingFaults(one, fact, at, before);
  const left = before.findLast((earlier) => earlier.fact.type === 'QuestionLeftUnanswered');
  if (!left) return ['left without a decision'];
  const ground = String(left.fact['ground']);
  const kind = ground === 'REPEAT' ? 'CORRESPONDENCE_ENDED' : 'LEFT_UNANSWERED';
  const told = ground === 'ANON' ? anonFaults(one.submission, fact) : proofFaults(one, fact, at, [kind]);
  return [
    ...told,
    ...groundFaults(one, left, find),
    ...complaintFaults(left, before),
    ...(fact['ground'] === ground ? [] : ['ended by another ground']),
  ];
}

/** 59-FZ art. 8(3): the letter to each body has left, and so has the notice to the applicant. */
function forwardingFaults(one: Case, fact: Fact, at: number, before: readonly Told[]): readonly string[] {
  const forwarded = before.findLast((earlier) => earlier.fact.type === 'QuestionForwarded');
  if (!forwarded) return ['forwarded to nobody'];
  const letters = (forwarded.fact['to'] as readonly { readonly letter: string }[]).map(({ letter }) =>
    one.notices.get(letter),
  );
  const telling = [...one.notices.values()].filter(
    ([opened]) => opened?.fact['kind'] === 'FORWARDED' && opened.fact['about'] === one.id && opened.at > forwarded.at,
  );
  const isOut = (notice: readonly Told[] | undefined): boolean =>
    notice?.some((told) => isProof(told.fact) && told.at < at) ?? false;
  return [
    ...(letters.length > 0 && letters.every(isOut) ? [] : ['forwarded without the letter to a body']),
    ...(telling.some(isOut) ? [] : ['forwarded, and the applicant is not told']),
    ...proofFaults(one, fact, at, ['FORWARDED', 'COVERING']),
  ];
}

/** 59-FZ art. 11(1). */
function anonFaults({ name, contact, address }: Submission, fact: Fact): readonly string[] {
  const isKnown = name !== undefined || contact !== undefined || address !== undefined;
  return [
    ...(isKnown ? ['ANON of a known applicant'] : []),
    ...(fact['notice'] === undefined ? [] : ['ANON with a notice']),
  ];
}

/** 59-FZ art. 8(7): when it was decided, the body complained of had been noted. */
function complaintFaults({ fact, at }: Told, before: readonly Told[]): readonly string[] {
  if (fact['ground'] !== 'COMPLAINT') return [];
  const noted = before.findLast((earlier) => earlier.fact.type === 'ComplainedOfNoted' && earlier.at < at);
  return (noted?.fact['of'] as readonly string[] | undefined)?.length ? [] : ['COMPLAINT of nobody'];
}

function groundFaults(one: Case, { fact, at }: Told, find: Find): readonly string[] {
  if (fact['ground'] === 'REPEAT') return repeatFaults(one, fact['earlier'] as readonly string[], at, find);
  if (fact['ground'] !== 'PUBLISHED') return [];
  if (String(fact['address']).endsWith('taken-back')) return ['PUBLISHED where it is no more'];
  if (String(fact['address']).includes('www')) return ['PUBLISHED of another topic'];
  // A page of the district over https, or of a subdomain.
  return /^https:\/\/([a-z0-9-]+\.)*aldan\.example\//.test(String(fact['address'])) ? [] : ['PUBLISHED somewhere else'];
}

/** 59-FZ art. 11(5): this person was answered on the merits and in writing, more than once, on other appeals. */
function repeatFaults(one: Case, earlier: readonly string[], at: number, find: Find): readonly string[] {
  const named = [...new Set(earlier)].map((id) => find(id));
  const isAnswered = (other: Case | undefined): boolean =>
    other?.question.some(
      ({ fact, at: answered }, index) =>
        fact.type === 'QuestionAnswered' &&
        other.question[index - 1]?.fact.type !== 'OralAnswerRecorded' &&
        answered < at,
    ) ?? false;
  if (named.length < 2) return ['REPEAT of fewer than two answers'];
  if (!named.every((other) => isAnswered(other))) return ['REPEAT of what was not answered'];
  const isTheirs = named.every((other) => other && other.of !== one.of && areOne(one.submission, other.submission));
  return isTheirs ? [] : ['REPEAT of answers to somebody else, or to this very appeal'];
}

function areOne(one: Submission, other: Submission): boolean {
  const byContact = one.contact !== undefined && one.contact === other.contact;
  const byHome = one.name !== undefined && one.name === other.name && one.address !== undefined;
  return byContact || (byHome && one.address === other.address);
}

/** The notice that the end names is of that kind, about this question, and left before the end. */
function proofFaults(one: Case, fact: Fact, at: number, kinds: readonly string[]): readonly string[] {
  const notice = one.notices.get(String(fact['notice']));
  if (!notice) return ['an end without a notice'];
  const [opened] = notice;
  const isOfIt = kinds.includes(String(opened?.fact['kind'])) && opened?.fact['about'] === one.id;
  const left = notice.some(({ fact: told, at: when }) => isProof(told) && when < at);
  return [...(isOfIt ? [] : ['an end by a notice of something else']), ...(left ? [] : ['an end without a proof'])];
}

function isProof({ type }: Fact): boolean {
  return type === 'NoticeDispatched' || type === 'NoticePosted';
}

function closeFaults(one: Case, { ground }: Fact): readonly string[] {
  const cause = ground === 'WITHDRAWN' ? 'AppealWithdrawn' : 'RegistrationCorrected';
  return one.appeal.some(({ fact }) => fact.type === cause) ? [] : [`closed without ${cause}`];
}

function strikeFaults(one: Case, find: Find): readonly string[] {
  const struck = one.appeal.find(({ fact }) => fact.type === 'RegistrationCorrected');
  if (!struck) return [];
  const { regime, contact, address } = one.submission;
  const telling = [...one.notices.values()].some(([opened]) =>
    ['STRUCK', 'DUPLICATE'].includes(String(opened?.fact['kind'])),
  );
  const untold = !telling && (contact !== undefined || address !== undefined) ? ['struck, and nobody is told'] : [];
  if (regime === 'SOCIAL_MESSAGE') return untold;
  return [
    ...untold,
    ...(struck.fact['of'] === undefined ? mistakeFaults(one, struck) : twiceFaults(one, struck, find)),
  ];
}

/** By two persons, on the day of the registration. */
function mistakeFaults(one: Case, { fact, by, on }: Told): readonly string[] {
  if (fact['ground'] !== 'MISTAKE') return [`a letter that was struck as ${String(fact['ground'])}`];
  const registered = one.appeal.findLast((told) => told.fact.type === 'AppealRegistered');
  const proposed = one.appeal.findLast((told) => told.fact.type === 'StrikeProposed');
  if (registered?.on !== on) return ['struck after the day of the registration'];
  return proposed?.on === on && proposed.by !== by && by !== undefined ? [] : ['struck by one person'];
}

/** By the number that replaces it: registered, not struck, another one, of the same letter. */
function twiceFaults(one: Case, { fact, at }: Told, find: Find): readonly string[] {
  const original = find(String(fact['of']));
  const before = original?.appeal.filter((told) => told.at < at) ?? [];
  const registered = before.find((told) => told.fact.type === 'AppealRegistered');
  const isGone = before.some(({ fact: { type } }) => type === 'RegistrationCorrected' || type === 'AppealWithdrawn');
  if (!original || original.of === one.of) return ['struck for itself'];
  if (registered?.fact['number'] !== fact['number'] || isGone) return ['struck for a number that does not stand'];
  const isSame = areOne(one.submission, original.submission) || one.submission.text === original.submission.text;
  return [...(isSame ? [] : ['struck for the letter of somebody else']), ...leftAloneFaults(original)];
}

/** A letter whose number replaces another letter is struck for a further number alone. */
function leftAloneFaults({ appeal }: Case): readonly string[] {
  const isMistake = appeal.some(({ fact }) => fact.type === 'RegistrationCorrected' && fact['of'] === undefined);
  return isMistake ? ['struck for a number that was struck afterwards'] : [];
}

/**
 * The body that asked waits from the end until a letter to it about that has left and did not come back; who asked nothing does not wait.
 * No letter waits for another body, and none goes twice.
 */
export function informingFaults(one: Case, world: EndsWorld): readonly string[] {
  const end = one.question.findLast(({ fact: { type } }) => type === 'QuestionAnswered' || type === 'QuestionEnded');
  const isOver = one.appeal.some(
    ({ fact: { type } }) => type === 'AppealWithdrawn' || type === 'RegistrationCorrected',
  );
  const body = isOver ? undefined : bodyNow(one.sources);
  const letters = lettersAbout(one, end);
  const ours = letters.filter(({ to }) => to === body);
  const waits = body !== undefined && end !== undefined && !ours.some(({ state }) => state === 'LEFT');
  const isLost = waits && ours.length === 0;
  const isOfAnother = !isOver && letters.some(({ to, state }) => to !== body && state === 'WAITS');
  return [
    ...(awaitsLetterToBody(one.id, world.seen(one)) === waits ? [] : [waitingFault(waits)]),
    ...(isLost ? ['ended, and no letter to the body is made'] : []),
    ...(isOfAnother ? ['a letter waits for a body that is not the one that asked'] : []),
    ...(ours.length > 1 ? ['two letters to one body about one end'] : []),
  ];
}

function waitingFault(waits: boolean): string {
  return waits
    ? 'ended, and the body is not informed'
    : 'waits for a letter to a body that is informed, or did not ask';
}

interface ToBody {
  readonly to: string | undefined;
  readonly state: 'LEFT' | 'WAITS';
}

/** What was written about the end and was not cancelled; what came back waits again. */
function lettersAbout({ id: question, notices, addressed }: Case, end: Told | undefined): readonly ToBody[] {
  return [...notices].flatMap(([id, [opened, ...told]]): readonly ToBody[] => {
    const isOfIt = opened?.fact['kind'] === 'INFORMING' && opened.fact['about'] === question;
    if (!end || !isOfIt || opened.at < end.at) return [];
    const last = told.findLast(({ fact: { type } }) => GONE.includes(type))?.fact.type;
    if (last === 'NoticeCancelled') return [];
    return [{ to: addressed.get(id), state: last === 'NoticeDispatched' ? 'LEFT' : 'WAITS' }];
  });
}

const GONE: readonly string[] = ['NoticeDispatched', 'NoticeFailed', 'NoticeCancelled'];

/** It moves the term only where it says what comes next, on a day that is still to come and within the final term. */
function interimFaults({ question }: Case): readonly string[] {
  return question.flatMap(({ fact, on }): readonly string[] => {
    if (fact.type !== 'InterimAnswerGiven') return [];
    const { nextStep, nextStepOn } = fact;
    const days = (Date.parse(String(nextStepOn)) - Date.parse(on)) / 86_400_000;
    if (String(nextStep ?? '').trim() === '') return ['an interim answer without the next step'];
    return days >= 0 && days <= 9 ? [] : ['an interim answer whose next step is out of the term'];
  });
}

/** What came back reached no addressee: another way, or the post once more, is next, unless the applicant withdrew the appeal. */
function postFaults({ notices, appeal }: Case): readonly string[] {
  const withdrawnAt = appeal.find(({ fact }) => fact.type === 'AppealWithdrawn')?.at ?? Number.POSITIVE_INFINITY;
  return [...notices.values()].flatMap((said) =>
    said.flatMap(({ fact, at }, index): readonly string[] => {
      if (fact.type === 'LetterDelivered')
        return fact['proof'] === 'ENVELOPE' ? ['delivered by the envelope that came back'] : [];
      if (fact.type !== 'LetterReturned') return [];
      return [
        ...(at > withdrawnAt || goesOn(said, index) ? [] : ['a letter that came back begins no further way']),
        ...(fact['proof'] === 'RECEIPT' ? ['returned by a receipt of its delivery'] : []),
      ];
    }),
  );
}

/** 59-FZ art. 10(3): no letter leaves without the signature that its district demands, whatever a person says. */
function signatureFaults({ notices, signed, sheets, submission: { demands } }: Case): readonly string[] {
  if (demands === undefined) return [];
  return [...notices].flatMap(([id, told]): readonly string[] => {
    const left = told.find(({ fact }) => fact.type === 'NoticeDispatched');
    if (!left || !SIGNED_KINDS.some((kind) => kind === left.fact['kind'])) return [];
    const isSigned = told.some(({ fact, at }) => {
      if (fact.type !== 'SignatureAttached' || at > left.at) return false;
      const truly = signed.get(String(fact['signature']));
      return truly !== undefined && truly.sheet === sheets.get(id) && isEnough(truly, demands);
    });
    return isSigned ? [] : [`${String(left.fact['kind'])} left by ${String(left.fact['way'])} without its signature`];
  });
}

/** By the fact that follows; of a notice that was cancelled before nothing does. */
function goesOn(said: readonly Told[], index: number): boolean {
  if (said.slice(0, index).some(({ fact }) => fact.type === 'NoticeCancelled')) return true;
  const next = said[index + 1]?.fact;
  return next?.type === 'NoticeFailed' && next['way'] === 'PAPER' && next['code'] === said[index]!.fact['outcome'];
}
