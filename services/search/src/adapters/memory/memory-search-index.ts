import { trigrams, type CountedWord } from '@otklik/text-analysis';
import type { KeptWords } from '../../application/index/remembered-words.js';
import {
  facetNames,
  type AskedWordForms,
  type Districts,
  type FacetName,
  type IndexAnswer,
  type IndexDocument,
  type IndexQuery,
  type SearchIndex,
  type Vocabulary,
} from '../../application/index/search-index.js';
import { isOverdue } from '../../application/register/register-filter.js';
import { differentWords, holdsPhrase, holdsPrefix } from '../../domain/indexed-text.js';
import { impact } from '../../domain/ranking.js';

type Kept = { readonly version: number; readonly document?: IndexDocument };

/** Some districts' texts turned round, as they stand between two changes. */
interface Inverted {
  readonly documents: readonly IndexDocument[];
  /** Lemma → the texts that hold it. */
  readonly postings: ReadonlyMap<string, readonly IndexDocument[]>;
  readonly words: readonly CountedWord[];
  readonly wordsByGram: ReadonlyMap<string, readonly CountedWord[]>;
  readonly lemmasByGram: ReadonlyMap<string, readonly string[]>;
}

/** The twin for specs and for measuring: the same answers from the process's own memory. */
export function memorySearchIndex(): SearchIndex & KeptWords {
  const kept = new Map<string, Kept>();
  const inverted = new Map<string, Inverted>();
  const keep = (one: Pick<IndexDocument, 'district' | 'id' | 'version'>, document?: IndexDocument) => {
    const key = `${one.district}/${one.id}`;
    if (one.version <= (kept.get(key)?.version ?? 0)) return;
    kept.set(key, { version: one.version, ...(document ? { document } : {}) });
    inverted.clear();
  };
  const of = (districts: Districts): Inverted => {
    const key = [...districts].sort().join();
    const known = inverted.get(key);
    if (known) return known;
    const all = [...kept.values()].flatMap(({ document }) => (document ? [document] : []));
    const made = invert(all.filter(({ district }) => districts.includes(district)));
    inverted.set(key, made);
    return made;
  };
  return {
    put: async (documents) => documents.forEach((one) => keep(one, one)),
    remove: async (documents) => documents.forEach((one) => keep(one)),
    vocabulary: async (districts, asked) => asked.map((word) => vocabularyOf(of(districts), word)),
    holding: async (districts, lemmas) => {
      const { documents, postings } = of(districts);
      return { texts: documents.length, counts: lemmas.map((lemma) => postings.get(lemma)?.length ?? 0) };
    },
    counts: async (districts, forms) => {
      const { postings, words } = of(districts);
      const texts = new Map(words.map((one) => [one.word, one.texts]));
      return forms.map(({ lemma, word }) => (lemma ? postings.get(word)?.length : texts.get(word)) ?? 0);
    },
    allWords: async (district) => {
      const { documents, postings, words } = of([district]);
      return {
        words,
        texts: documents.length,
        lemmas: [...postings].map(([word, holding]) => ({ word, texts: holding.length })),
      };
    },
    search: async (query) => answer(of(query.districts), query),
    holds: async ({ district, id, version }) => (kept.get(`${district}/${id}`)?.version ?? 0) >= version,
    versions: async (district, after, limit) =>
      [...of([district]).documents]
        .filter(({ id }) => after === undefined || id > after)
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .slice(0, limit)
        .map(({ id, version }) => ({ id, version })),
  };
}

function invert(documents: readonly IndexDocument[]): Inverted {
  const postings = new Map<string, IndexDocument[]>();
  const counts = new Map<string, number>();
  for (const document of documents) {
    for (const lemma of document.text.lemmas.keys()) push(postings, lemma, document);
    for (const word of differentWords(document.text.words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts].map(([word, texts]) => ({ word, texts }));
  const wordsByGram = new Map<string, CountedWord[]>();
  for (const one of words) for (const gram of trigrams(one.word)) push(wordsByGram, gram, one);
  const lemmasByGram = new Map<string, string[]>();
  for (const lemma of postings.keys()) for (const gram of trigrams(lemma)) push(lemmasByGram, gram, lemma);
  return { documents, postings, words, wordsByGram, lemmasByGram };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function vocabularyOf({ words, postings, wordsByGram, lemmasByGram }: Inverted, asked: AskedWordForms): Vocabulary {
  const known = asked.lemmas.some((lemma) => postings.has(lemma)) || words.some(({ word }) => word === asked.word);
  if (asked.prefix) return { known, words: words.filter(({ word }) => word.startsWith(asked.word)), lemmas: [] };
  return {
    known,
    words: known ? [] : sharing(wordsByGram, [asked.word]),
    lemmas: sharing(lemmasByGram, asked.lemmas),
  };
}

function sharing<Value>(byGram: ReadonlyMap<string, readonly Value[]>, forms: readonly string[]): readonly Value[] {
  return [...new Set(forms.flatMap(trigrams).flatMap((gram) => byGram.get(gram) ?? []))];
}

interface Scored {
  readonly document: IndexDocument;
  readonly score: number;
  readonly met: number;
  /** What the groups that it meets are worth. */
  readonly told: number;
}

function answer(inverted: Inverted, query: IndexQuery): IndexAnswer {
  const possible = scored(inverted, query).filter(({ document }) => allowed(document, query));
  const found = possible.filter(({ met, told }) => met >= query.needed || told >= query.telling).sort(bestFirst);
  return {
    hits: found
      .slice(query.offset, query.offset + query.limit)
      .map(({ document: { district, id }, score }) => ({ district, id, score })),
    total: found.length,
    facets: facetsOf(found.map(({ document }) => document)),
  };
}

function bestFirst(one: Scored, other: Scored): number {
  if (one.score !== other.score) return other.score - one.score;
  const [a, b] = [one.document, other.document];
  if (a.facets.receivedAt !== b.facets.receivedAt) return a.facets.receivedAt < b.facets.receivedAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function scored({ documents, postings }: Inverted, query: IndexQuery): readonly Scored[] {
  if (query.groups.length === 0) return documents.map((document) => ({ document, score: 0, met: 0, told: 0 }));
  const scores = new Map<IndexDocument, { score: number; met: Set<number> }>();
  const add = (document: IndexDocument, worth: number) => {
    const sum = scores.get(document) ?? { score: 0, met: new Set<number>() };
    sum.score += worth;
    scores.set(document, sum);
    return sum;
  };
  query.groups.forEach(({ terms, alike, lift }, group) => {
    for (const { form, worth, flat } of terms) {
      for (const document of postings.get(form) ?? []) {
        const { lemmas, length } = document.text;
        add(document, worth * (flat ? 1 : impact(lemmas.get(form) ?? 0, length))).met.add(group);
      }
    }
    const lifted = new Set(alike.flatMap((form) => postings.get(form) ?? []));
    for (const document of lifted) add(document, lift);
  });
  return [...scores]
    .filter(([, { met }]) => met.size > 0)
    .map(([document, { score, met }]) => ({ document, score, met: met.size, told: worthOf(met, query) }));
}

function worthOf(met: ReadonlySet<number>, { groups }: IndexQuery): number {
  return [...met].reduce((sum, group) => sum + (groups[group]?.worth ?? 0), 0);
}

function allowed({ district, facets, text }: IndexDocument, query: IndexQuery): boolean {
  return (
    meets({ district, ...facets }, query.filter) &&
    query.phrases.every((phrase) => holdsPhrase(text.words, phrase)) &&
    query.prefixes.every((prefix) => holdsPrefix(text.words, prefix)) &&
    !query.without.some((lemma) => text.lemmas.has(lemma)) &&
    !query.withoutPhrases.some((phrase) => holdsPhrase(text.words, phrase)) &&
    !query.withoutPrefixes.some((prefix) => holdsPrefix(text.words, prefix))
  );
}

function facetsOf(documents: readonly IndexDocument[]): IndexAnswer['facets'] {
  const values: Readonly<Record<FacetName, (facets: IndexDocument['facets']) => readonly string[]>> = {
    topics: ({ topics }) => topics,
    departments: ({ departments }) => departments,
    states: ({ state }) => [state],
    months: ({ receivedOn }) => [receivedOn.slice(0, 7)],
  };
  const counted = (name: FacetName) => {
    const counts = new Map<string, number>();
    for (const { facets } of documents) {
      for (const value of values[name](facets)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  };
  const [topics, departments, states, months] = [...facetNames].map(counted);
  return { topics: topics ?? [], departments: departments ?? [], states: states ?? [], months: months ?? [] };
}

type Facets = IndexDocument['facets'];

function meets(row: Facets & { readonly district: number }, filter: IndexQuery['filter']): boolean {
  const { states, questionStates, responseStates, regimes, departments, topics, executor } = filter;
  return (
    among([row.state], states) &&
    among([row.regime], regimes) &&
    among(row.questionStates, questionStates) &&
    among(row.responseStates, responseStates) &&
    among(row.departments, departments) &&
    among(row.topics, topics) &&
    among(row.executors, executor === undefined ? undefined : [executor]) &&
    inTime(row, filter)
  );
}

function among(values: readonly string[], wanted: readonly string[] | undefined): boolean {
  return wanted === undefined || values.some((value) => wanted.includes(value));
}

function inTime(row: Facets & { readonly district: number }, filter: IndexQuery['filter']): boolean {
  const { dueBy, overdue, receivedFrom, receivedTo, today } = filter;
  if (dueBy !== undefined && (row.dueOn === undefined || row.dueOn > dueBy)) return false;
  if (overdue !== undefined && isOverdue(row, today?.[row.district]) !== overdue) return false;
  if (receivedFrom !== undefined && row.receivedOn < receivedFrom) return false;
  return receivedTo === undefined || row.receivedOn <= receivedTo;
}
