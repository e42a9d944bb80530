import type { Named, Settlement } from '@otklik/tenancy';
import type { DistrictFile } from '@otklik/tenancy/loader';

export const fileParts = [
  'ROUTING_RULES',
  'DEPARTMENTS',
  'ORGANISATIONS',
  'TOPICS',
  'SETTLEMENTS',
  'TERMS',
  'POLICY',
  'DAYS',
  'PHONES',
  'PUBLIC',
  'SYNONYMS',
] as const;
export type FilePart = (typeof fileParts)[number];

type Names = Pick<DistrictFile, 'departments' | 'topics' | 'settlements'>;

/** One thing of the file that changes as a whole; its pieces are compared one by one. */
export interface FileItem {
  readonly name: string;
  readonly title?: string;
  /** JSON pointer into the file. */
  readonly place: string;
  readonly pieces: readonly string[];
}

/** The file as items: what an administrator calls one change. What an item refers to has its name of `names`, so that a new name is one change. */
export function partsOf(
  file: DistrictFile,
  names: Names = file,
): readonly { readonly part: FilePart; readonly items: readonly FileItem[] }[] {
  const known: Names = {
    departments: [...names.departments, ...file.departments],
    topics: [...names.topics, ...file.topics],
    settlements: [...names.settlements, ...file.settlements],
  };
  const items: Readonly<Record<FilePart, readonly FileItem[]>> = {
    ROUTING_RULES: file.routingRules.map((rule, at) => ruleItem(known, rule, at)),
    DEPARTMENTS: named('departments', file.departments),
    ORGANISATIONS: file.organisations.map(({ code, name, kind, email, address, open311 }, at) => ({
      name: code,
      title: name,
      place: `/organisations/${at}`,
      pieces: [...given(name, kind, email, address), ...(open311 ? open311Pieces(open311) : [])],
    })),
    TOPICS: file.topics.map(({ code, name, nameSah, department, classifier, questions = [] }, at) => ({
      name: code,
      title: name,
      place: `/topics/${at}`,
      pieces: [
        ...given(name, nameSah),
        ...[classifier ?? []].flat(),
        ...(department === undefined ? [] : [`→ ${nameOf(known.departments, department)}`]),
        ...questions.map(({ text, options }) => (options ? `${text} ${options.join(' / ')}` : text)),
      ],
    })),
    SETTLEMENTS: named('settlements', file.settlements),
    TERMS: [
      ...termItems('answerTerms', file.answerTerms),
      ...termItems('receptionTerms', file.receptionTerms),
      ...(file.caseTerms ?? []).map((term, at) => termItem(`caseTerms/${term.rule}`, `/caseTerms/${at}`, term)),
    ],
    POLICY: policyItems(file.policy),
    DAYS: [
      { name: 'source', place: '/ownDays/source', pieces: [file.ownDays.source] },
      { name: 'workingDay', place: '/workingDay', pieces: hoursOf(file.workingDay) },
      ...file.ownDays.days.map(({ date, kind, name }, at) => ({
        name: date,
        place: `/ownDays/days/${at}`,
        pieces: [name, kind],
      })),
    ],
    PHONES: file.public.phones.map(({ name, phone }, at) => ({
      name,
      place: `/public/phones/${at}`,
      pieces: [phone],
    })),
    PUBLIC: publicItems(file),
    SYNONYMS: (file.synonyms ?? []).map((group, at) => ({
      name: group[0]!,
      place: `/synonyms/${at}`,
      pieces: group,
    })),
  };
  return fileParts.map((part) => ({ part, items: items[part] }));
}

/** Terms from the arrival are named apart from those of the answer. */
function termItems(list: 'answerTerms' | 'receptionTerms', terms: DistrictFile['answerTerms']): readonly FileItem[] {
  return Object.entries(terms).map(([regime, term]) =>
    termItem(list === 'answerTerms' ? regime : `${list}/${regime}`, `/${list}/${regime}`, term),
  );
}

function termItem(
  name: string,
  place: string,
  { rule, term, unit, endOnDayOff, source }: DistrictFile['answerTerms']['APPEAL_59FZ'],
): FileItem {
  const length = term === undefined ? undefined : `${term} ${unit ?? ''}`.trim();
  return { name, place, pieces: given(rule, length, endOnDayOff, source) };
}

function ruleItem(file: Names, rule: DistrictFile['routingRules'][number], at: number): FileItem {
  const { id, words, without = [], settlements = [], channels = [], topic, department } = rule;
  return {
    name: id,
    title: nameOf(file.departments, department),
    place: `/routingRules/${at}`,
    pieces: [
      ...words,
      ...without.map((pattern) => `− ${pattern}`),
      ...settlements.map((code) => nameOf(file.settlements, code)),
      ...channels,
      `→ ${nameOf(file.departments, department)}`,
      nameOf(file.topics, topic),
    ],
  };
}

function open311Pieces({
  services = {},
  closed,
  idempotent,
  updates,
  ...codes
}: NonNullable<DistrictFile['organisations'][number]['open311']>): readonly string[] {
  return [
    ...Object.entries(codes).map(([name, value]) => `${name}: ${value}`),
    ...Object.entries(services).map(([topic, service]) => `${topic} → ${service}`),
    ...Object.entries({ closed, idempotent, updates }).flatMap(([name, isSet]) => (isSet === true ? [name] : [])),
  ];
}

/** Terms of storage one by one, so that a change of one is seen as that. */
function policyItems({ retention = {}, recordRetention = {}, ...policy }: DistrictFile['policy']): readonly FileItem[] {
  return [
    ...Object.entries(policy).map(([name, value]) => ({
      name,
      place: `/policy/${name}`,
      pieces: (Array.isArray(value) ? value : [value]).map(String),
    })),
    ...Object.entries({ retention, recordRetention }).flatMap(([list, terms]) => storageItems(list, terms)),
  ];
}

function storageItems(
  list: string,
  terms: Readonly<Record<string, { readonly months: number; readonly source: string }>>,
): readonly FileItem[] {
  return Object.entries(terms).map(([name, { months, source }]) => ({
    name: `${list}/${name}`,
    place: `/policy/${list}/${name}`,
    pieces: [String(months), source],
  }));
}

function hoursOf({ from, to, breaks, shortenedBy }: DistrictFile['workingDay']): readonly string[] {
  return [`${from}–${to}`, ...breaks.map((pause) => `− ${pause.from}–${pause.to}`), `− ${shortenedBy}`];
}

function publicItems(file: DistrictFile): readonly FileItem[] {
  const { phones: _, consent, colour, reception = [], ...rest } = file.public;
  const own = { name: file.name, zone: file.zone };
  return [
    ...Object.entries(own).map(([name, value]) => ({ name, place: `/${name}`, pieces: [value] })),
    ...Object.entries(rest).map(([name, value]) => ({ name, place: `/public/${name}`, pieces: [String(value)] })),
    ...letterItems(file.letters),
    ...communityItems(file.communities),
    ...reception.map(({ code, official, from, to, ...hours }, at) => ({
      name: code,
      title: official,
      place: `/public/reception/${at}`,
      pieces: [official, `${from}–${to}`, ...Object.values(hours).map(String)],
    })),
    { name: 'colour', place: '/public/colour', pieces: [colour.light, colour.dark] },
    {
      name: 'consent',
      place: '/public/consent',
      pieces: [consent.version, consent.text, ...given(consent.textSah)],
    },
  ];
}

function communityItems(communities: DistrictFile['communities']): readonly FileItem[] {
  if (!communities) return [];
  return [
    { name: 'communities/order', place: '/communities/order', pieces: [communities.order] },
    ...communities.list.map(({ code, name, address, words = [], settlement }, at) => ({
      name: `communities/${code}`,
      title: name,
      place: `/communities/list/${at}`,
      pieces: given(name, address, settlement, ...words),
    })),
  ];
}

/** Line by line, so that a change of one is seen as that. */
function letterItems({
  letterhead = {},
  signature,
  ...letters
}: NonNullable<DistrictFile['letters']> = {}): readonly FileItem[] {
  const items = (of: object, place: string) =>
    Object.entries(of).map(([name, value]: [string, string | readonly string[]]) => ({
      name: `letters/${name}`,
      place: `${place}/${name}`,
      pieces: typeof value === 'string' ? [value] : value,
    }));
  const demanded = signature && { signature: [signature.level, ...signature.kinds] };
  return [...items({ ...letters, ...demanded }, '/letters'), ...items(letterhead, '/letters/letterhead')];
}

function named(list: string, items: readonly (Named & Pick<Settlement, 'nameSah' | 'point'>)[]): readonly FileItem[] {
  return items.map(({ code, name, nameSah, point }, at) => ({
    name: code,
    title: name,
    place: `/${list}/${at}`,
    pieces: given(name, nameSah, point && `${point.latitude}, ${point.longitude}`),
  }));
}

function given(...values: readonly (string | undefined)[]): readonly string[] {
  return values.filter((value) => value !== undefined);
}

function nameOf(items: readonly { readonly code: string; readonly name: string }[], code: string): string {
  return items.find((one) => one.code === code)?.name ?? code;
}
