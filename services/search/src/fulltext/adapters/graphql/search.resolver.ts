import { setTimeout as pause } from 'node:timers/promises';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { QuerySearchArgs, SearchConnection, SearchHit } from '@otklik/contracts/generated/graphql';
import { BadInput, readConsistencyToken, type PermittedContext, connection, pageRequest } from '@otklik/host';
import type { TextLanguage } from '@otklik/contracts/texts';
import { Clock, localMoment, type PageRequest } from '@otklik/kernel';
import { Directory, type Actor, type District } from '@otklik/tenancy';
import { Secrets } from '@otklik/vault';
import { DistrictLanguages } from '../../application/district-language.js';
import { Openings } from '../../../records/application/openings.js';
import { RegisterReader } from '../../../register/application/list/register-reader.js';
import { facetsView } from '../../application/facet-names.js';
import { searchedTexts } from '../../application/index-document.js';
import { namedFilter } from '../../application/named-filter.js';
import { SearchReading, type IndexHit } from '../../application/search-index.js';
import { searchTexts, type FoundTexts, type MayAsk } from '../../application/search-texts.js';
import type { RegisterRow } from '../../../register/application/list/register-row.js';
import { listedRow } from '../../../register/application/list/listed-row.js';
import {
  masking,
  maskedPlace,
  mayReadCard,
  rowView,
  viewing,
  type Viewing,
} from '../../../register/application/card/row-view.js';
import { byCountedName } from '../../../register/application/list/counted-names.js';
import { highlight } from '../../domain/highlight.js';
import { parseQuery } from '../../domain/query.js';
import { givenFilter, listName, refuseWords } from '../../../register/adapters/graphql/given-filter.js';
import { recordExport } from '../../../records/adapters/graphql/record-export.js';
import { recordSearch } from '../../../records/adapters/graphql/record-search.js';
import { SearchGuard } from './search-guard.js';

const WAIT_MS = 2_000;
const POLL_INTERVAL_MS = 10;
/** Hits beyond are counted, not listed: filters lead there sooner. */
const MAX_HITS = 10_000;
/** So many hits are no longer read on a screen, but as a file. */
const BULK_HITS = 100;
const MAX_DISTRICTS = 100;
const MAX_HIGHLIGHTS = 3;
/** Texts with all the words, and behind them with fewer, as many as are read without turning a page. */
const MAX_NEARBY = 10;

const nothingFound: FoundTexts = {
  hits: [],
  total: 0,
  totalIsExact: true,
  corrections: [],
  relaxed: false,
  nearby: [],
  foundBy: { choices: [], isCut: false },
  asked: () => false,
  facets: byCountedName(() => []),
};

@Resolver()
export class SearchResolver {
  private readonly cursorKey: Buffer;

  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly index: SearchReading,
    private readonly openings: Openings,
    private readonly languages: DistrictLanguages,
    private readonly guard: SearchGuard,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.cursorKey = secrets.of('cursor');
  }

  @Query('search')
  async search(@Args() args: QuerySearchArgs, @Context() context: PermittedContext): Promise<SearchConnection> {
    const { cursorKey, index } = this;
    const permitted = context.districts ?? [];
    const language = this.languages.of(permitted);
    const match = args.match ?? 'ALL';
    const order = args.order ?? 'RELEVANCE';
    if (permitted.length > MAX_DISTRICTS) throw new BadInput('TOO_MANY_ITEMS', 'districts', { max: MAX_DISTRICTS });
    refuseWords(args.filter);
    const searcher = { words: args.query, path: 'query', actor: context.actor, districts: permitted };
    const at = this.clock.now();
    const name = listName('search', permitted.map(({ id }) => id).sort(), args.query, match, order, args.filter ?? {});
    const list = { key: cursorKey, name };
    const page = pageRequest<number>(args, list);
    const stale = !(await this.holds(permitted, args.consistentWith));
    const query = parseQuery(args.query);
    const { filter, districts } = namedFilter(
      query,
      givenFilter(args.filter, { actor: context.actor, districts: permitted, now: (zone) => localMoment(at, zone) }),
      permitted,
      language.analyse,
    );
    const ids = nonEmpty(districts.map(({ id }) => id));
    const nearby = Math.min(page.limit, MAX_NEARBY);
    const hitsIn = async (range: HitRange, mayAsk: MayAsk): Promise<FoundTexts> =>
      ids
        ? searchTexts(index, language, { districts: ids, query, match, order, filter, mayAsk, nearby, ...range })
        : nothingFound;
    const { range, found } = await this.guard.guarded(searcher, async (mayAsk) => {
      const range = await hitRange(page, async () => (await hitsIn({ offset: 0, limit: 0 }, mayAsk)).total);
      return { range, found: await hitsIn(range, mayAsk) };
    });
    const end = range.offset + found.hits.length;
    if (isExport(args, { begin: range.offset, end })) await this.recordExport(found, districts, context, at);
    const seen = { at, actor: context.actor, language: context.language };
    const views = await this.views(found, districts, seen, range.offset);
    const near = { ...found, hits: found.nearby };
    const nearViews = await this.views(near, districts, seen, 0);
    const shown = [...districtsShown(found, views, range.offset), ...districtsShown(near, nearViews, 0)];
    for (const district of new Set(shown))
      await recordSearch(this.openings, cursorKey, context, {
        district,
        asked: name,
        at,
        rows: countIn(found, district) + nearbyIn(found, district),
      });
    return {
      ...connection(
        views,
        { hasNextPage: end < Math.min(found.total, MAX_HITS), hasPreviousPage: range.offset > 0 },
        list,
      ),
      total: found.total,
      totalIsExact: found.totalIsExact,
      facets: facetsView(found.facets, districts, context.language),
      corrections: found.corrections,
      relaxed: found.relaxed,
      nearby: nearViews.map(({ node }) => node),
      foundBy: { ...found.foundBy, choices: found.foundBy.choices.map((sides) => ({ sides })) },
      degraded: found.degraded ?? false,
      stale,
    };
  }

  /** For each district that anything was found in. */
  private async recordExport(
    found: Pick<FoundTexts, 'facets' | 'nearby'>,
    districts: readonly District[],
    context: PermittedContext,
    at: string,
  ): Promise<void> {
    for (const { id: district } of districts) {
      const rows = countIn(found, district) + nearbyIn(found, district);
      if (rows > 0) await recordExport(this.openings, context, district, { at, rows, exported: 'FOUND' });
    }
  }

  /** A hit's position is its number in the list, from 1. */
  private async views(
    found: FoundTexts,
    districts: readonly District[],
    seen: SearchedBy,
    offset: number,
  ): Promise<readonly { readonly node: SearchHit; readonly position: number }[]> {
    const ids = nonEmpty(districts.map(({ id }) => id));
    if (!ids || found.hits.length === 0) return [];
    const rows = await this.reader.rows(
      ids,
      found.hits.map(({ id }) => id),
    );
    return found.hits.flatMap((hit, index) => {
      const row = rows.find(({ id, district }) => id === hit.id && district === hit.district);
      const district = districts.find(({ id }) => id === hit.district);
      // A row that went since the index answered is no hit any more.
      return row && district
        ? [
            {
              node: this.view(hit, row, found, this.viewing(district, seen)),
              position: offset + index + 1,
            },
          ]
        : [];
    });
  }

  private view(hit: IndexHit, row: RegisterRow, found: FoundTexts, view: Viewing): SearchHit {
    const listed = listedRow(row);
    const isReadable = mayReadCard(listed, view);
    const texts = this.shownTexts(row, isReadable, view);
    const highlights = texts.flatMap((text) => highlight(text, found.asked));
    return {
      row: rowView(listed, view),
      score: hit.score,
      highlights: highlights.slice(0, MAX_HIGHLIGHTS),
    };
  }

  private viewing(district: District, { at, actor, language }: SearchedBy): Viewing {
    return masking(viewing(this.directory, district, at, actor, language), actor, this.guard.mask);
  }

  /** Masked before it is highlighted: a mark would reveal the text under the mask. */
  private shownTexts(row: RegisterRow, isReadable: boolean, view: Viewing): readonly string[] {
    const texts = searchedTexts(row, this.directory);
    if (isReadable) return texts;
    const masked = texts.map((text) => (text === row.clear.place ? maskedPlace(text, view) : view.mask?.(text)));
    return masked.filter((text) => typeof text === 'string');
  }

  /** Waits for the register, and then for the index to have come as far as the register's row. */
  private async holds(districts: readonly District[], token: string | null | undefined): Promise<boolean> {
    const { reader, index } = this;
    const wanted = readConsistencyToken(token);
    const ids = nonEmpty(districts.map(({ id }) => id));
    if (!wanted || !ids) return true;
    const end = performance.now() + WAIT_MS;
    if (!(await reader.holds(ids, wanted))) return false;
    const row = await reader.changeOf(ids, wanted.stream);
    while (row && !(await index.holds(row))) {
      if (performance.now() >= end) return false;
      await pause(POLL_INTERVAL_MS);
    }
    return true;
  }
}

/** Declared to be one, or beyond what is read on a screen, whatever the reader declares. */
function isExport({ export: isSaid }: QuerySearchArgs, { begin, end }: { begin: number; end: number }): boolean {
  return (isSaid === true && begin === 0) || (begin < BULK_HITS && end >= BULK_HITS);
}

function countIn({ facets }: Pick<FoundTexts, 'facets'>, district: number): number {
  return facets.districts.find(({ value }) => Number(value) === district)?.count ?? 0;
}

/** Those behind the found ones, which no facet counts. */
function nearbyIn({ nearby }: Pick<FoundTexts, 'nearby'>, district: number): number {
  return nearby.filter((hit) => hit.district === district).length;
}

/** Of whose appeals the page shows texts. */
function districtsShown(
  { hits }: FoundTexts,
  views: readonly { readonly node: SearchHit; readonly position: number }[],
  offset: number,
): ReadonlySet<number> {
  const shown = views.filter(({ node }) => node.highlights.length > 0);
  return new Set(shown.flatMap(({ position }) => hits[position - offset - 1]?.district ?? []));
}

interface SearchedBy {
  readonly at: string;
  readonly actor: Actor;
  readonly language: TextLanguage;
}

interface HitRange {
  readonly offset: number;
  readonly limit: number;
}

/** The hits of a page; a backward page without a cursor ends with the last hit, so their number has to be known first. */
async function hitRange(
  { limit, backward, from }: PageRequest<number>,
  total: () => Promise<number>,
): Promise<HitRange> {
  if (!backward) return { offset: from ?? 0, limit };
  const end = from === undefined ? Math.min(await total(), MAX_HITS) : from - 1;
  const offset = Math.max(0, end - limit);
  return { offset, limit: end - offset };
}

function nonEmpty(ids: readonly number[]): readonly [number, ...number[]] | undefined {
  const [first, ...others] = ids;
  return first === undefined ? undefined : [first, ...others];
}
