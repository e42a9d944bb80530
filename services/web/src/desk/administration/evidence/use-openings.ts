import { useQuery } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { operation } from '../../../frame/graphql-client.js';
import type { FileOpeningsQuery, OpeningsQuery, PeopleQuery } from '../../../generated/graphql.js';
import { usePages, type Pages } from './evidence-parts.js';
import { fileOpeningsDocument, openingsDocument, peopleDocument } from './evidence.queries.js';
import { merged } from './merged-pages.js';

/** What was opened. Files are recorded by another service than the rest. */
export const openingKinds = ['CONTACT', 'CARD', 'FILE', 'EXPORT', 'SEARCH', 'BODY_PAGE'] as const;
export type ShownKind = (typeof openingKinds)[number];

export interface ShownOpening {
  readonly id: string;
  readonly at: string;
  readonly kind: ShownKind;
  readonly official: { readonly id: string; readonly name: string; readonly department?: string | undefined };
  readonly role: Opening['role'] | undefined;
  /** Name of the absent official in whose stead it was opened. */
  readonly onBehalfOf: string | undefined;
  readonly appeal: { readonly id: string; readonly number: string } | undefined;
  readonly reason: string | undefined;
  readonly rows: number | undefined;
  /** Of a file: which list it holds. */
  readonly exported: Pick<Opening, 'exported' | 'worklist'> | undefined;
}

type Opening = OpeningsQuery['openings']['nodes'][number];
type FileOpening = FileOpeningsQuery['fileOpenings']['nodes'][number];
type People = PeopleQuery['directory']['officials'];

type Filter = ReturnType<typeof useFilter>;

/** The openings of the address's filter, as far as they are read. */
export function useOpenings(district: string) {
  const { kind, ...filter } = useFilter(district);
  const [ofRegister, read] = useRegister({ kind, ...filter });
  const [ofFiles, readFiles] = useFiles({ kind, ...filter });
  return {
    pages: merged(ofRegister, ofFiles),
    error: read.error ?? readFiles.error,
    isRead: !read.fetching && !readFiles.fetching,
  };
}

function useFilter(district: string) {
  const { get } = useAddress();
  return {
    district,
    kind: openingKinds.find((one) => one === get('kind')),
    appeal: get('appeal') || null,
    official: get('official') || null,
    from: get('from') || null,
    to: get('to') || null,
  };
}

function useRegister({ kind, ...filter }: Filter) {
  const pages = usePages<Opening>();
  const isPaused = kind === 'FILE';
  const kinds = kind === undefined || kind === 'FILE' ? null : [kind];
  const variables = { ...filter, kinds, after: pages.after ?? null };
  const [read] = useQuery({ query: operation(openingsDocument), variables, pause: isPaused });
  return [mapped(pages.with(isPaused ? undefined : read.data?.openings), shown), read] as const;
}

function useFiles({ kind, ...filter }: Filter) {
  const { district } = filter;
  const pages = usePages<FileOpening>();
  const isPaused = kind !== undefined && kind !== 'FILE';
  const variables = { ...filter, after: pages.after ?? null };
  const [read] = useQuery({ query: operation(fileOpeningsDocument), variables, pause: isPaused });
  const [{ data: people }] = useQuery({ query: operation(peopleDocument), variables: { district } });
  const officials = people?.directory.officials ?? [];
  const held = pages.with(isPaused ? undefined : read.data?.fileOpenings);
  return [mapped(held, (one) => shownFile(one, officials)), read] as const;
}

function mapped<One, Other>({ items, ...pages }: Pages<One>, to: (one: One) => Other): Pages<Other> {
  return { ...pages, items: items.map(to) };
}

function shown({ id, at, kind, role, reason, rows, official, body, appeal, ...more }: Opening): ShownOpening {
  return {
    // A body has no role in the district.
    ...{ id, at, kind, role: body ? undefined : role, official: body ? { id: '', name: body } : person(official) },
    onBehalfOf: more.onBehalfOf?.name,
    appeal: appeal ? { id: appeal.id, number: appeal.number ?? appeal.receipt } : undefined,
    reason: reason ?? undefined,
    rows: rows ?? undefined,
    exported: more.exported ? more : undefined,
  };
}

function person(official: Opening['official']): ShownOpening['official'] {
  return official
    ? { id: official.id, name: official.name, department: official.department?.name }
    : { id: '', name: '—' };
}

function shownFile(opening: FileOpening, officials: People): ShownOpening {
  const { id, at, official, onBehalfOf, appeal, receipt, number } = opening;
  const known = (of: string | null | undefined) => officials.find((one) => one.id === of);
  const absent = known(onBehalfOf);
  const role = (absent ?? known(official))?.roles[0];
  return {
    ...{ id, at, kind: 'FILE', role, reason: undefined, rows: undefined, exported: undefined },
    ...{ official: { ...person(known(official) ?? null), id: official }, onBehalfOf: absent?.name },
    appeal: appeal ? { id: appeal, number: number ?? receipt ?? '—' } : undefined,
  };
}
