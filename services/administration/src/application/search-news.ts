import { Injectable } from '@nestjs/common';
import type { SearchNewsWay } from '@otklik/contracts/enumerations';
import { refuse } from '@otklik/kernel';
import { countedFilters, Directory, seesView, type District, type Transaction } from '@otklik/tenancy';
import { directoryNow, writeDirectoryIn, type EntryData } from '@otklik/tenancy/loader';
import type { ViewVersion } from '../store/saved-views.js';

/** The list of a view that is a search. */
const SEARCH = 'analysis';

type Followed = EntryData['search'];
type Readers = Followed['readers'];

/** Who is sent what is new in a view, by which ways. */
export interface Choice {
  readonly official: string;
  readonly ways: readonly SearchNewsWay[];
  /** ISO 8601 UTC. */
  readonly at: string;
}

/**
 * That officials follow a search, for who writes letters: its filters, neither its name nor its words. The directory's lock is
 * taken only where something of it changes.
 */
@Injectable()
export class SearchNews {
  constructor(private readonly directory: Directory) {}

  /** The ways that the official chose, by the id of the view. */
  async waysOf(
    tx: Transaction,
    district: number,
    official: string,
  ): Promise<ReadonlyMap<string, readonly SearchNewsWay[]>> {
    const followed = await directoryNow(tx, district, 'search');
    return new Map([...followed].map(([id, { readers }]) => [id, waysIn(readers, official)]));
  }

  /** Refuses SEARCH_NEWS_UNCOUNTED. In the transaction that holds the lock of the district's views. */
  async choose(tx: Transaction, view: ViewVersion, { official, ways, at }: Choice): Promise<void> {
    if (ways.length > 0 && !mayBeSent(view)) refuse('SEARCH_NEWS_UNCOUNTED');
    const before = (await this.followed(tx, view))?.readers ?? [];
    const own = before.find((one) => one.official === official);
    const others = before.filter((one) => one !== own);
    const chosen = [...new Set(ways)].sort();
    const since = own?.since ?? at;
    await this.keep(tx, view, chosen.length === 0 ? others : [...others, { official, ways: chosen, since }]);
  }

  /** After each change of a view: other filters make nothing that came before new, and who does not see it any more is no reader. */
  async viewChanged(tx: Transaction, view: ViewVersion, district: District): Promise<void> {
    const before = await this.followed(tx, view);
    if (!before) return;
    const isSame = before.query === view.query;
    const readers = before.readers
      .filter(({ official }) => this.isSeen(view, official, district))
      .map((one) => (isSame ? one : { ...one, since: view.changedAt }));
    await this.keep(tx, view, readers);
  }

  private async followed(tx: Transaction, { list, district, id }: ViewVersion): Promise<Followed | undefined> {
    return list === SEARCH ? (await directoryNow(tx, district, 'search')).get(id) : undefined;
  }

  private isSeen(view: ViewVersion, id: string, district: District): boolean {
    const found = this.directory.officialById(id);
    return found !== undefined && seesView(view, found, district);
  }

  private async keep(tx: Transaction, view: ViewVersion, readers: Readers): Promise<void> {
    const { district, id: code, query, owner, isShared, department } = view;
    const isOver = readers.length === 0 || view.removed || !mayBeSent(view);
    if (isOver && !(await this.followed(tx, view))) return;
    await writeDirectoryIn(tx, async (writer) => {
      if (isOver) return writer.close(district, 'search', code);
      const data = { query, owner, isShared, ...(department !== null && { department }), readers };
      return writer.put(district, { kind: 'search', code, data });
    });
  }
}

/** By its filters alone. */
export function mayBeSent({ list, query, words }: Pick<ViewVersion, 'list' | 'query' | 'words'>): boolean {
  return list === SEARCH && words === null && countedFilters(query) !== undefined;
}

function waysIn(readers: Readers, official: string): readonly SearchNewsWay[] {
  return readers.find((one) => one.official === official)?.ways ?? [];
}
