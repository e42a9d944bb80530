import { setTimeout as pause } from 'node:timers/promises';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { QuerySearchArgs, SearchConnection, SearchHit } from '@otklik/contracts/generated/graphql';
import { BadInput, makeCursor, pageSize, parseAfter, readCursor, type PermittedContext } from '@otklik/host';
import type { District } from '@otklik/tenancy';
import type { Analyse } from '@otklik/text-analysis';
import { facetsView } from '../../application/index/facet-names.js';
import { searchedTexts } from '../../application/index/index-document.js';
import { namedFilter } from '../../application/index/named-filter.js';
import type { IndexHit, SearchReading } from '../../application/index/search-index.js';
import { searchTexts, type FoundTexts } from '../../application/index/search-texts.js';
import type { RegisterRow } from '../../application/register/register-row.js';
import { listedRow } from '../../application/register/listed-row.js';
import { rowView, viewing } from '../../application/register/row-view.js';
import { highlight } from '../../domain/highlight.js';
import { parseQuery } from '../../domain/query.js';
import { givenFilter, listName } from './given-filter.js';
import type { SearchParts } from './search-parts.js';

const WAIT_MS = 2_000;
const POLL_INTERVAL_MS = 10;
/** Nobody reads further; the filters lead there quicker. */
const LAST_PLACE = 10_000;
const MAX_DISTRICTS = 100;
const MAX_HIGHLIGHTS = 3;

export interface FullTextParts extends SearchParts {
  readonly index: SearchReading;
  readonly analyse: Analyse;
}

const nothingFound: FoundTexts = {
  ...{ hits: [], total: 0, asked: () => false },
  facets: { topics: [], departments: [], states: [], months: [] },
};

@Resolver()
export class SearchResolver {
  constructor(private readonly parts: FullTextParts) {}

  @Query('search')
  async search(@Args() args: QuerySearchArgs, @Context() context: PermittedContext): Promise<SearchConnection> {
    const { now, cursorKey, index, analyse } = this.parts;
    const permitted = context.districts ?? [];
    if (permitted.length > MAX_DISTRICTS) throw new BadInput('TOO_MANY_ITEMS', 'districts', { max: MAX_DISTRICTS });
    const at = now();
    const limit = pageSize(args.first);
    const list = listName('search', permitted.map(({ id }) => id).sort(), args.query, args.filter ?? {});
    const offset = readCursor<number>(cursorKey, list, args.cursor) ?? 0;
    const stale = !(await this.holds(permitted, args.after));
    const query = parseQuery(args.query);
    const { filter, districts } = namedFilter(query, givenFilter(args.filter, permitted, at), permitted, analyse);
    const ids = nonEmpty(districts.map(({ id }) => id));
    const found = ids
      ? await searchTexts(index, analyse, { districts: ids, query, filter, offset, limit })
      : nothingFound;
    const end = offset + found.hits.length;
    return {
      nodes: await this.views(found, districts, at),
      pageInfo: {
        hasNextPage: end < found.total && end < LAST_PLACE,
        endCursor: found.hits.length > 0 ? makeCursor(cursorKey, list, end) : null,
      },
      total: found.total,
      facets: facetsView(found.facets, districts, context.language),
      correctedTo: found.correctedTo ?? null,
      degraded: found.degraded ?? false,
      stale,
    };
  }

  private async views(found: FoundTexts, districts: readonly District[], at: string): Promise<readonly SearchHit[]> {
    const ids = nonEmpty(districts.map(({ id }) => id));
    if (!ids || found.hits.length === 0) return [];
    const rows = await this.parts.reader.rows(
      ids,
      found.hits.map(({ id }) => id),
    );
    return found.hits.flatMap((hit) => {
      const row = rows.find(({ id, district }) => id === hit.id && district === hit.district);
      const district = districts.find(({ id }) => id === hit.district);
      // A row that went since the index answered is no hit any more.
      return row && district ? [this.view(hit, row, found, district, at)] : [];
    });
  }

  private view(hit: IndexHit, row: RegisterRow, found: FoundTexts, district: District, at: string): SearchHit {
    const { directory } = this.parts;
    const highlights = searchedTexts(row, directory).flatMap((text) => highlight(text, found.asked));
    return {
      row: rowView(listedRow(row), viewing(directory, district, at)),
      score: hit.score,
      highlights: highlights.slice(0, MAX_HIGHLIGHTS),
    };
  }

  /** Waits for the register, and then for the index to have come as far as the register's row. */
  private async holds(districts: readonly District[], token: string | null | undefined): Promise<boolean> {
    const { reader, index } = this.parts;
    const after = parseAfter(token);
    const ids = nonEmpty(districts.map(({ id }) => id));
    if (!after || !ids) return true;
    const end = performance.now() + WAIT_MS;
    if (!(await reader.holds(ids, after))) return false;
    const row = await reader.changeOf(ids, after.stream);
    while (row && !(await index.holds(row))) {
      if (performance.now() >= end) return false;
      await pause(POLL_INTERVAL_MS);
    }
    return true;
  }
}

function nonEmpty(ids: readonly number[]): readonly [number, ...number[]] | undefined {
  const [first, ...others] = ids;
  return first === undefined ? undefined : [first, ...others];
}
