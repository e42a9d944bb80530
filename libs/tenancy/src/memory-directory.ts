import type { Actor } from './actor.js';
import type { Directory, District, Official } from './directory.js';
import { substituteAssignments, substitutionsOf } from './substitution.js';

/** An immutable state of the directory with its indexes. */
export interface DirectorySnapshot {
  readonly districts: readonly District[];
  readonly byCode: ReadonlyMap<string, District>;
  readonly byId: ReadonlyMap<number, District>;
  /** By id and by login. */
  readonly officials: ReadonlyMap<string, Official>;
  readonly substitutions: ReturnType<typeof substitutionsOf>;
}

export function snapshotOf(districts: readonly District[]): DirectorySnapshot {
  const officials = new Map<string, Official>();
  for (const official of districts.flatMap((district) => district.officials)) {
    const known = officials.get(official.id);
    const whole = known && known !== official ? joined(known, official) : official;
    officials.set(official.id, whole).set(official.login, whole);
  }
  return {
    districts,
    byCode: new Map(districts.map((district) => [district.code, district])),
    byId: new Map(districts.map((district) => [district.id, district])),
    officials,
    substitutions: substitutionsOf(districts),
  };
}

/** Merges the assignments of an official who is listed in several districts. */
function joined(one: Official, other: Official): Official {
  const same = (a: Official['assignments'][number], b: Official['assignments'][number]): boolean =>
    a.district === b.district && a.role === b.role && a.department === b.department;
  const more = other.assignments.filter((held) => !one.assignments.some((known) => same(known, held)));
  return more.length === 0 ? one : { ...one, assignments: [...one.assignments, ...more] };
}

/** A directory that answers each call from the snapshot that `current` returns. */
export function directoryOver(
  current: () => DirectorySnapshot,
  refresh: () => Promise<void>,
  close: () => Promise<void>,
  now: () => string = systemNow,
): Directory {
  return {
    districts: () => current().districts,
    district: (code) => current().byCode.get(code),
    districtById: (id) => current().byId.get(id),
    official: (subject) => {
      const found = current().officials.get(subject);
      return found && asActor(found, current(), now());
    },
    officialById: (id) => {
      const found = current().officials.get(id);
      return found?.id === id ? found : undefined;
    },
    refresh,
    close,
  };
}

const systemNow = (): string => new Date().toISOString();

function asActor(
  official: Official,
  { substitutions }: DirectorySnapshot,
  at: string,
): Extract<Actor, { kind: 'official' }> {
  const held = substitutions.get(official.id);
  if (!held) return { kind: 'official', ...official };
  const assignments = [...official.assignments, ...substituteAssignments(held, at)];
  return { kind: 'official', ...official, assignments };
}

/** Directory in memory, for tests; `replace` takes the place of the loader. */
export function memoryDirectory(
  districts: readonly District[],
  now?: () => string,
): Directory & { replace(districts: readonly District[]): void } {
  let snapshot = snapshotOf(districts);
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    ...directoryOver(() => snapshot, nothing, nothing, now),
    replace: (next) => void (snapshot = snapshotOf(next)),
  };
}
