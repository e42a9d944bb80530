import type { Kind } from './appeal-mapping.js';
import type { DistrictRequests } from './district-requests.js';
import { asking, type SearchServer } from './search-server.js';
import { wordId, type StoredWord } from './stored-document.js';
import { textsWith } from './texts-with.js';

const PAGE = 1_000;

/**
 * Takes out of a district's words those that none of its texts holds any more, so that nothing of a removed text stays.
 * Answers them. Looks at every word: texts are removed rarely.
 */
export async function dropUnusedWords(
  server: SearchServer,
  requests: DistrictRequests,
  indexOf: (kind: Kind) => string,
  district: number,
): Promise<readonly StoredWord[]> {
  const index = indexOf('words');
  await asking(() => server.client.indices.refresh({ index: [index, indexOf('appeals')] }));
  const unused: StoredWord[] = [];
  for (const lemma of [true, false]) {
    for (let after: string | undefined; ;) {
      const page = await wordsAfter(requests, district, lemma, after);
      if (page.length === 0) break;
      const { counts } = await textsWith(requests, [district], lemma ? 'lemmas' : 'words', page);
      unused.push(...page.filter((_, at) => counts[at] === 0).map((word) => ({ district, lemma, word })));
      after = page.at(-1);
    }
  }
  for (let from = 0; from < unused.length; from += PAGE) {
    const operations = unused
      .slice(from, from + PAGE)
      .map((word) => ({ delete: { _index: index, _id: wordId(word), routing: String(district) } }));
    await asking(() => server.client.bulk({ operations, refresh: true }));
  }
  return unused;
}

async function wordsAfter(
  requests: DistrictRequests,
  district: number,
  lemma: boolean,
  after: string | undefined,
): Promise<readonly string[]> {
  const { hits } = await requests.search([district], {
    of: 'words',
    filters: [{ term: { lemma } }],
    body: {
      ...{ size: PAGE, track_total_hits: false, sort: [{ word: 'asc' }] },
      ...(after === undefined ? {} : { search_after: [after] }),
    },
  });
  return hits.hits.map(({ sort }) => String(sort?.[0]));
}
