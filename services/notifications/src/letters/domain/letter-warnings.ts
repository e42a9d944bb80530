import { foreignNames, isKnownPhone } from './personal-data.js';
import { openFields } from './template-fields.js';

export type WarningKind =
  | 'EMPTY'
  | 'OPEN_FIELD'
  | 'FOREIGN_NAME'
  | 'FOREIGN_PHONE'
  | 'QUESTION_NOT_ANSWERED'
  | 'ATTACHMENT_NOT_MENTIONED'
  | 'ATTACHMENT_MISSING';

/** Something to look at before an answer leaves. */
export interface Warning {
  readonly kind: WarningKind;
  readonly excerpt: string;
  /** Of the excerpt in the answer's text, in UTF-16 code units. */
  readonly place?: { readonly start: number; readonly end: number };
}

export interface WarningFacts {
  /** The answer's text. */
  readonly text: string;
  /** The applicant's text. */
  readonly appeal: string;
  /** Names that may stand in the answer: the applicant's, those of officials. */
  readonly names: readonly string[];
  /** Telephones that may: the applicant's, those of the administration. */
  readonly phones: readonly string[];
  /** Names of the attached files. */
  readonly attachments: readonly string[];
}

/** What an attentive colleague would ask about. Nothing of it is certain, so that nothing of it stops the answer. */
export function warningsOf(facts: WarningFacts): readonly Warning[] {
  if (facts.text.trim() === '') return [{ kind: 'EMPTY', excerpt: '' }];
  const open = openFields(facts.text).map(({ name, ...place }): Warning => ({
    kind: 'OPEN_FIELD',
    excerpt: name,
    place,
  }));
  return [...open, ...unknownNames(facts), ...foreignPhones(facts), ...unanswered(facts), ...ofAttachments(facts)];
}

function unknownNames({ text, names }: WarningFacts): readonly Warning[] {
  return foreignNames(text, names).map(({ excerpt, start }) => ({
    kind: 'FOREIGN_NAME',
    excerpt,
    place: placeOf(start, excerpt),
  }));
}

/** A mobile telephone of the country: it is a person's, while others are of services that an answer may name. */
const MOBILE = /(?:\+7|\b8)[\s(-]*9\d{2}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/gu;

function foreignPhones({ text, phones }: WarningFacts): readonly Warning[] {
  return [...text.matchAll(MOBILE)]
    .filter(([found]) => !isKnownPhone(found, phones))
    .map(({ 0: found, index }) => ({ kind: 'FOREIGN_PHONE', excerpt: found, place: placeOf(index, found) }));
}

const ASKS =
  /\?|^\s*(?:а\s+)?(?:ещё|также)?\s*(?:прошу|просим|когда|почему|кто|где|куда|сколько|какие|какой|можно ли)(?!\p{L})/iu;
/** Words that every request holds. */
const EMPTY_WORDS =
  /^(?:прошу|просим|когда|почему|сколько|какие|какой|какая|сообщить|принять|меры|ответ|ответить|письменно|устно|разобраться|помочь|помогите|содействие|оказать|рассмотреть|обращение|дайте|будет|будут|можно|нужно|очень|пожалуйста|здравствуйте|спасибо|также|чтобы|который|которые|этого|этот|наш\p{L}*|ваш\p{L}*)$/iu;
const MIN_TOPIC_WORD = 5;
const STEM_LENGTH = 5;
const MAX_EXCERPT_LENGTH = 160;

/** Sentences of the applicant that ask, none of whose content words is met in the answer. */
function unanswered({ text, appeal }: WarningFacts): readonly Warning[] {
  const answered = new Set(contentStems(text));
  return sentencesOf(appeal)
    .filter((sentence) => ASKS.test(sentence))
    .filter((sentence) => {
      const stems = contentStems(sentence);
      return stems.length > 0 && !stems.some((stem) => answered.has(stem));
    })
    .map((sentence) => ({ kind: 'QUESTION_NOT_ANSWERED', excerpt: shortened(sentence) }));
}

function sentencesOf(text: string): readonly string[] {
  return (text.match(/[^.!?\n]+[.!?]*/gu) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function contentStems(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/\p{L}+/gu) ?? []
  )
    .filter((word) => word.length >= MIN_TOPIC_WORD && !EMPTY_WORDS.test(word))
    .map((word) => word.slice(0, STEM_LENGTH));
}

function shortened(sentence: string): string {
  return sentence.length <= MAX_EXCERPT_LENGTH ? sentence : `${sentence.slice(0, MAX_EXCERPT_LENGTH - 1).trimEnd()}…`;
}

const ATTACHMENT =
  /(?<!\p{L})(?:приложени\p{L}*|прилага\p{L}*|прилож(?:ен|им|ил)\p{L}*|во вложении|копи[яюи]\p{L}* направля\p{L}*)/iu;

function ofAttachments({ text, attachments }: WarningFacts): readonly Warning[] {
  const mentioned = ATTACHMENT.exec(text);
  if (attachments.length > 0 && !mentioned) {
    return attachments.map((excerpt) => ({ kind: 'ATTACHMENT_NOT_MENTIONED', excerpt }));
  }
  if (attachments.length > 0 || !mentioned) return [];
  const [excerpt] = mentioned;
  return [{ kind: 'ATTACHMENT_MISSING', excerpt, place: placeOf(mentioned.index, excerpt) }];
}

function placeOf(start: number, found: string): NonNullable<Warning['place']> {
  return { start, end: start + found.length };
}
