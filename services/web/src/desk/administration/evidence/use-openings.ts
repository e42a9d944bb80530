import { useClient, useQuery } from 'urql';
import { useAddress } from '../../../frame/address.js';
import { operation, readNow } from '../../../frame/graphql-client.js';
import type { FileOpeningsQuery, LetterOpeningsQuery, OpeningsQuery, PeopleQuery } from '../../../generated/graphql.js';
import { usePages, type Pages } from './evidence-parts.js';
import { titlesOfLetterOpeningReason } from '../../../generated/titles.js';
import { language } from '../../../words/words.js';
import { fileOpeningsDocument, letterOpeningsDocument, openingsDocument, peopleDocument } from './evidence.queries.js';
import { inTurn, merged, type Read } from './merged-pages.js';

/** What was opened. Files and letters are recorded by other services than the rest. */
export const openingKinds = [
  'CONTACT',
  'CARD',
  'FILE',
  'LETTER',
  'EXPORT',
  'SEARCH',
  'APPLICANT_SEARCH',
  'APPLICANT_FILE',
  'EVIDENCE',
  'PRINT',
  'MASKED_TEXT',
  'BODY_PAGE',
] as const;
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
  /** What was printed with names. */
  readonly printed?: Opening['printed'];
  /** Of printed letters: which. */
  readonly letters?: Opening['letters'];
}

type Opening = OpeningsQuery['openings']['nodes'][number];
type FileOpening = FileOpeningsQuery['fileOpenings']['nodes'][number];
type LetterOpening = LetterOpeningsQuery['letterOpenings']['nodes'][number];
type People = PeopleQuery['directory']['officials'];

type Filter = ReturnType<typeof useFilter>;

const anew = { requestPolicy: 'network-only' } as const;

/** The openings of the address's filter, as far as they are read. */
export function useOpenings(district: string) {
  const { kind, ...filter } = useFilter(district);
  const [ofRegister, read, readAgain] = useRegister({ kind, ...filter });
  const [ofFiles, readFiles, readFilesAgain] = useFiles({ kind, ...filter });
  const [ofLetters, readLetters, readLettersAgain] = useLetters({ kind, ...filter });
  return {
    pages: merged(ofRegister, ofFiles, ofLetters),
    error: read.error ?? readFiles.error ?? readLetters.error,
    isRead: !read.fetching && !readFiles.fetching && !readLetters.fetching,
    again: () => {
      if (read.error) readAgain(anew);
      if (readFiles.error) readFilesAgain(anew);
      if (readLetters.error) readLettersAgain(anew);
    },
    /** Every opening of the filter, reloaded: those of the register, then those of files, then those of letters. */
    read: useReadAnew(district),
  };
}

function useReadAnew(district: string): Read<ShownOpening> {
  const client = useClient();
  const { kind, ...filter } = useFilter(district);
  const officials = useOfficials(district);
  const ofRegister: Read<ShownOpening> = async (after) => {
    const variables = { ...filter, kinds: kindsOf(kind), after };
    const { openings } = await readNow(client, openingsDocument, variables);
    return { rows: openings.nodes.map(shown), ...openings.pageInfo };
  };
  const ofFiles: Read<ShownOpening> = async (after) => {
    const { nodes, pageInfo } = (await readNow(client, fileOpeningsDocument, { ...filter, after })).fileOpenings;
    return { rows: nodes.map((one) => shownFile(one, officials)), ...pageInfo };
  };
  const ofLetters: Read<ShownOpening> = async (after) => {
    const { nodes, pageInfo } = (await readNow(client, letterOpeningsDocument, { ...filter, after })).letterOpenings;
    return { rows: nodes.map((one) => shownLetter(one, officials)), ...pageInfo };
  };
  return inTurn([
    ...(isOfRegister(kind) ? [ofRegister] : []),
    ...(isOf('FILE', kind) ? [ofFiles] : []),
    ...(isOf('LETTER', kind) ? [ofLetters] : []),
  ]);
}

/** Kinds that the register's service does not record. */
type Elsewhere = 'FILE' | 'LETTER';

const isElsewhere = (kind: ShownKind): kind is Elsewhere => kind === 'FILE' || kind === 'LETTER';
const isOfRegister = (kind: ShownKind | undefined): boolean => kind === undefined || !isElsewhere(kind);
const isOf = (one: Elsewhere, kind: ShownKind | undefined): boolean => kind === undefined || kind === one;

function kindsOf(kind: ShownKind | undefined) {
  return kind === undefined || isElsewhere(kind) ? null : [kind];
}

function useOfficials(district: string): People {
  const [{ data }] = useQuery({ query: operation(peopleDocument), variables: { district } });
  return data?.directory.officials ?? [];
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
  const isPaused = !isOfRegister(kind);
  const variables = { ...filter, kinds: kindsOf(kind), after: pages.after ?? null };
  const [read, again] = useQuery({ query: operation(openingsDocument), variables, pause: isPaused });
  return [mapped(pages.with(isPaused ? undefined : read.data?.openings), shown), read, again] as const;
}

function useFiles({ kind, ...filter }: Filter) {
  const { district } = filter;
  const pages = usePages<FileOpening>();
  const isPaused = !isOf('FILE', kind);
  const variables = { ...filter, after: pages.after ?? null };
  const [read, again] = useQuery({ query: operation(fileOpeningsDocument), variables, pause: isPaused });
  const officials = useOfficials(district);
  const held = pages.with(isPaused ? undefined : read.data?.fileOpenings);
  return [mapped(held, (one) => shownFile(one, officials)), read, again] as const;
}

function useLetters({ kind, ...filter }: Filter) {
  const { district } = filter;
  const pages = usePages<LetterOpening>();
  const isPaused = !isOf('LETTER', kind);
  const variables = { ...filter, after: pages.after ?? null };
  const [read, again] = useQuery({ query: operation(letterOpeningsDocument), variables, pause: isPaused });
  const officials = useOfficials(district);
  const held = pages.with(isPaused ? undefined : read.data?.letterOpenings);
  return [mapped(held, (one) => shownLetter(one, officials)), read, again] as const;
}

function mapped<One, Other>({ items, ...pages }: Pages<One>, to: (one: One) => Other): Pages<Other> {
  return { ...pages, items: items.map(to) };
}

function shown({ id, at, kind, role, reason, rows, official, body, appeal, ...more }: Opening): ShownOpening {
  return {
    // A body has no role in the district.
    id,
    at,
    kind,
    role: body ? undefined : role,
    official: body ? { id: '', name: body } : person(official),
    onBehalfOf: more.onBehalfOf?.name,
    appeal: appeal ? { id: appeal.id, number: appeal.number ?? appeal.receipt } : undefined,
    reason: reason ?? undefined,
    rows: rows ?? undefined,
    exported: more.exported ? more : undefined,
    printed: more.printed,
    letters: more.letters,
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
    id,
    at,
    kind: 'FILE',
    role,
    reason: undefined,
    rows: undefined,
    exported: undefined,
    official: { ...person(known(official) ?? null), id: official },
    onBehalfOf: absent?.name,
    appeal: appeal ? { id: appeal, number: number ?? receipt ?? '—' } : undefined,
  };
}

function shownLetter(opening: LetterOpening, officials: People): ShownOpening {
  const { id, at, official, onBehalfOf, role, reason, letters, appeals, number } = opening;
  const known = (of: string | null | undefined) => officials.find((one) => one.id === of);
  const [appeal] = appeals;
  return {
    id,
    at,
    kind: 'LETTER',
    role,
    reason: titlesOfLetterOpeningReason[reason][language],
    rows: letters,
    exported: undefined,
    official: { ...person(known(official) ?? null), id: official },
    onBehalfOf: known(onBehalfOf)?.name,
    appeal: appeal !== undefined && appeals.length === 1 ? { id: appeal, number: number ?? '—' } : undefined,
  };
}
