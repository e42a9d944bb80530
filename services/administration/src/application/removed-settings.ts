import type { District } from '@otklik/tenancy';
import type { DistrictFile, FileFault } from '@otklik/tenancy/loader';

const lists = ['departments', 'topics', 'settlements'] as const;
type List = (typeof lists)[number];

/** How many open questions have which setting, by code. */
export type SettingsInWork = Readonly<Record<List, Readonly<Record<string, number>>>>;

type Consent = DistrictFile['public']['consent'];

export interface FileChange {
  readonly after: DistrictFile;
  /** All that were in force, or are. */
  readonly consents: readonly Consent[];
  /** Undefined: it is not known. */
  readonly inWork: SettingsInWork | undefined;
}

/**
 * What a new file may not do to the district in force: remove departments, topics and settlements of open questions, and departments in
 * which officials have roles; and change the text of the consent under the version by which people have given it. Which questions are open
 * only the register knows; without its word nothing is removed.
 */
export function changeFaults(district: District, { after, consents, inWork }: FileChange): readonly FileFault[] {
  const gone = lists.flatMap((list) => goneOf(list, district, after));
  return [
    ...gone.flatMap((one) => withQuestions(one, inWork)),
    ...gone.flatMap((one) => withOfficials(one, district)),
    ...consentKept(district.public.consent, after.public.consent, consents),
  ];
}

interface Gone {
  readonly list: List;
  readonly code: string;
  readonly name: string;
}

function goneOf(list: List, before: District, after: DistrictFile): readonly Gone[] {
  const kept = new Set(after[list].map(({ code }) => code));
  return before[list].filter(({ code }) => !kept.has(code)).map(({ code, name }) => ({ list, code, name }));
}

function withQuestions({ list, code, name }: Gone, inWork: SettingsInWork | undefined): readonly FileFault[] {
  const place = `/${list}`;
  if (!inWork) {
    const why = `whether open questions have «${name}» was not checked: settingsInWork`;
    return [{ code: 'REMOVAL_UNCHECKED', place, why, details: { name } }];
  }
  const open = new Map(Object.entries(inWork[list])).get(code) ?? 0;
  if (open === 0) return [];
  return [{ code: 'SETTING_IN_WORK', place, why: `${open} open questions have «${name}»`, details: { name, open } }];
}

function withOfficials({ list, code, name }: Gone, { departments, officials }: District): readonly FileFault[] {
  const id = list === 'departments' ? departments.find((one) => one.code === code)?.id : undefined;
  if (id === undefined) return [];
  const held = officials.filter(({ assignments }) => assignments.some(({ department }) => department === id)).length;
  if (held === 0) return [];
  const why = `${held} officials have roles in «${name}»`;
  return [{ code: 'DEPARTMENT_HAS_OFFICIALS', place: `/${list}`, why, details: { name, officials: held } }];
}

/**
 * An earlier version comes back with its own text alone: what people agreed to stays what they read. What is in force stays, also where a
 * file of before gave one version two texts.
 */
function consentKept(now: Consent, after: Consent, consents: readonly Consent[]): readonly FileFault[] {
  const { version } = after;
  const former = consents.filter((one) => one.version === version);
  if (isSameConsent(now, after) || former.every((one) => isSameConsent(one, after))) return [];
  const why = `the consent had another text under the version ${version}`;
  return [{ code: 'CONSENT_VERSION_KEPT', place: '/public/consent/version', why, details: { version } }];
}

function isSameConsent(one: Consent, other: Consent): boolean {
  return one.version === other.version && one.text === other.text && one.textSah === other.textSah;
}
