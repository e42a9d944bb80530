import { compact, type PageRequest } from '@otklik/kernel';
import { makeCursor, readCursor } from './cursor.js';
import { BadInput } from './input.js';

export interface ConnectionArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** The list that its cursors belong to. */
export interface CursorList {
  /** Signs the cursors. */
  readonly key: Buffer;
  /** See `makeCursor`. */
  readonly name: string;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
}

const DEFAULT_PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;

/** `first` goes with `after`, `last` with `before`. Throws `BadInput`: `PAGE_SIZE`, `BAD_CURSOR`, `BAD_INPUT` for a mixture. */
export function pageRequest<Position>(args: ConnectionArgs, { key, name }: CursorList): PageRequest<Position> {
  const { first, after, last, before } = args;
  if (!isGiven(last) && !isGiven(before)) {
    const from = readCursor<Position>(key, name, after, 'after');
    return compact({ limit: pageSize(first, 'first'), backward: false, from });
  }
  if (isGiven(first)) throw new BadInput('BAD_INPUT', 'first', {}, '"last" and "before" exclude "first".');
  if (isGiven(after)) throw new BadInput('BAD_INPUT', 'after', {}, '"last" and "before" exclude "after".');
  const from = readCursor<Position>(key, name, before, 'before');
  return compact({ limit: pageSize(last, 'last'), backward: true, from });
}

/** The same page and one row more, which tells whether the list goes on. */
export function withOneMore<Position>(page: PageRequest<Position>): PageRequest<Position> {
  return { ...page, limit: page.limit + 1 };
}

/** Of the rows of `withOneMore(page)`. */
export function connectionOf<Item, Node>(
  page: PageRequest<unknown>,
  read: readonly Item[],
  list: CursorList,
  { node, position }: { readonly node: (item: Item) => Node; readonly position: (item: Item) => unknown },
): Connection<Node> {
  const isMore = read.length > page.limit;
  const items = page.backward ? read.slice(-page.limit) : read.slice(0, page.limit);
  // The other side is not read: the row of the cursor itself lies there.
  const isBeyond = page.from !== undefined;
  const ends = page.backward
    ? { hasNextPage: isBeyond, hasPreviousPage: isMore }
    : { hasNextPage: isMore, hasPreviousPage: isBeyond };
  return connection(
    items.map((item) => ({ node: node(item), position: position(item) })),
    ends,
    list,
  );
}

/** Cursors are signed when they are read: most clients ask for one of them or for none. */
export function connection<Node>(
  items: readonly { readonly node: Node; readonly position: unknown }[],
  ends: Pick<PageInfo, 'hasNextPage' | 'hasPreviousPage'>,
  { key, name }: CursorList,
): Connection<Node> {
  const edges = items.map(({ node, position }) => ({
    node,
    get cursor() {
      return makeCursor(key, name, position);
    },
  }));
  return {
    edges,
    nodes: items.map(({ node }) => node),
    pageInfo: {
      ...ends,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}

function pageSize(given: number | null | undefined, path: string): number {
  const size = given ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) throw new BadInput('PAGE_SIZE', path, { max: MAX_PAGE_SIZE });
  return size;
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}
