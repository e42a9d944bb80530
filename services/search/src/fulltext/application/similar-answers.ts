import { Injectable } from '@nestjs/common';
import { givenAnswers } from '@otklik/case/given-answers';
import type { District } from '@otklik/tenancy';
import { isStopWord, tokenise, type Analyse } from '@otklik/text-analysis';
import { nearestAnswers, type AskedMatter } from '../../publications/domain/nearest-answers.js';
import { lemmasOf } from '../../publications/domain/public-words.js';
import { PublishedAnswers } from '../../publications/store/published-answers.js';
import { RegisterReader } from '../../register/application/list/register-reader.js';
import type { RegisterFilter } from '../../register/application/list/register-filter.js';
import type { RegisterRow } from '../../register/application/list/register-row.js';
import { withoutMarks } from '../domain/open-fields.js';
import type { Query } from '../domain/query.js';
import { DistrictLanguages } from './district-language.js';
import { SearchReading } from './search-index.js';
import { searchTexts, type Language, type TextSearch } from './search-texts.js';

/** An answer that was given to a text like the question's. */
export interface SimilarAnswer {
  readonly row: RegisterRow;
  /** The question that it answers. */
  readonly question: string;
  readonly signedAt: string;
  /** As it is on the public pages, without persons; undefined where it is not published. */
  readonly published: string | undefined;
  /** As it was signed: with what is personal. */
  readonly clear: string;
}

/** Who asks, as the register knows it. */
export interface ReadBy {
  /** Of whose departments cards are looked at; all where it is absent. */
  readonly filter: Pick<RegisterFilter, 'departments'>;
  readonly mayRead: (row: RegisterRow) => boolean;
  /** The text with marks in the place of persons and addresses: two of one street are not about the same. */
  readonly mask: (text: string) => string;
}

/** Of a text the first words say what it is about. */
const MAX_LETTERS = 2_000;
const MAX_WORDS = 24;
/** So many of what the index finds are compared. */
const LOOKED_AT = 40;
/** Any day of an answer. */
const ANSWERED = { answeredFrom: '2000-01-01' } as const;

/** What the district answered to texts like that of a question. Nothing of it is kept. */
@Injectable()
export class SimilarAnswers {
  constructor(
    private readonly reader: RegisterReader,
    private readonly index: SearchReading,
    private readonly languages: DistrictLanguages,
    private readonly published: PublishedAnswers,
  ) {}

  /** The nearest first, at most three; none where nothing is near. `question` is one of the row's. */
  async of(
    district: District,
    { row, question }: { readonly row: RegisterRow; readonly question: string },
    { filter, mayRead, mask }: ReadBy,
  ): Promise<readonly SimilarAnswer[]> {
    const language = this.languages.of([district]);
    const words = tellingWords(withoutMarks(mask(textOf(row, question))));
    if (words.length === 0) return [];
    const found = await searchTexts(this.index, language, asked(district, words, { ...filter, ...ANSWERED }));
    const ids = found.hits.map(({ id }) => id).filter((id) => id !== row.id);
    const rows = await this.reader.rows([district.id], ids);
    const answered = rows.filter((one) => !one.erased && one.clear.answers.length > 0 && mayRead(one));
    const matter = matterOf(row, question);
    const near = nearest(answered, words, matter, language);
    const last = near.flatMap((one) => answerTo(matter.topic, one) ?? []);
    const texts = await this.published.texts(
      district.id,
      last.map((one) => one.question),
    );
    return last.map((one) => ({ ...one, published: texts.get(one.question) }));
  }
}

function textOf({ clear }: RegisterRow, question: string): string {
  return clear.questions[question] ?? clear.text ?? '';
}

function tellingWords(text: string): readonly string[] {
  const words = tokenise(text.slice(0, MAX_LETTERS)).map(({ word }) => word);
  return [...new Set(words.filter((word) => !isStopWord(word)))].slice(0, MAX_WORDS);
}

function asked({ id }: District, words: readonly string[], filter: RegisterFilter): TextSearch {
  const query: Query = {
    words: words.map((word) => ({ word, prefix: false })),
    choices: [],
    phrases: [],
    without: [],
    withoutPhrases: [],
    topics: [],
    departments: [],
    districts: [],
  };
  // Of its words any is enough, and none is put in the place of another.
  return { districts: [id], query, match: 'ANY', filter, mayAsk: () => false, offset: 0, limit: LOOKED_AT };
}

function matterOf({ questions, settlement }: RegisterRow, question: string): Omit<AskedMatter, 'words'> {
  const topic = questions.find(({ id }) => id === question)?.topic;
  return { ...(topic !== undefined && { topic }), ...(settlement !== undefined && { settlement }) };
}

function nearest(
  rows: readonly RegisterRow[],
  words: readonly string[],
  of: Omit<AskedMatter, 'words'>,
  { analyse }: Language,
): readonly RegisterRow[] {
  const lemmas = words.map((word) => analyse(word).lemmas.map(({ form }) => form));
  const near = rows.map((row) => {
    const topics = row.questions.map(({ topic }) => topic);
    return {
      id: row.id,
      topic: topics.find((one) => one === of.topic) ?? topics[0] ?? null,
      settlement: row.settlement ?? null,
      words: heldBy(row, lemmas, analyse),
    };
  });
  const ids = nearestAnswers(near, { ...of, words: words.length });
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** Which of the words its text has, by their places. */
function heldBy({ clear }: RegisterRow, lemmas: readonly (readonly string[])[], analyse: Analyse): readonly number[] {
  const own = new Set(lemmasOf((clear.text ?? '').slice(0, MAX_LETTERS), analyse));
  return lemmas.flatMap((forms, place) => (forms.some((form) => own.has(form)) ? [place] : []));
}

/**
 * Of an appeal with several questions the last answer to one of the topic, else the last of all. Texts are opened in the order in
 * which answers were given; where one does not open, it is not known which answers the others are.
 */
function answerTo(topic: string | undefined, row: RegisterRow): Omit<SimilarAnswer, 'published'> | undefined {
  const given = givenAnswers(row.fold);
  if (given.length !== row.clear.answers.length) return undefined;
  const ofTopic = new Set(row.questions.filter((one) => one.topic === topic).map(({ id }) => id));
  const last = given.findLastIndex(({ question }) => ofTopic.has(question));
  const at = last === -1 ? given.length - 1 : last;
  const answer = given[at];
  const clear = row.clear.answers[at];
  return answer && clear !== undefined
    ? { row, question: answer.question, signedAt: answer.signedAt, clear }
    : undefined;
}
