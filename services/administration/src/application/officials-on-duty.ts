import { Injectable } from '@nestjs/common';
import { compact, localDate, type LocalDate } from '@otklik/kernel';
import { Database, isOnDuty, PLATFORM, type Absence, type District, type Substitution } from '@otklik/tenancy';
import { directoryHistory, type DirectoryVersion } from '@otklik/tenancy/loader';
import type { HeldRole } from '../domain/held-roles.js';

/** An official on one day. */
export interface OfficialOnDuty {
  readonly id: string;
  readonly name: string;
  readonly position?: string;
  readonly roles: readonly HeldRole[];
  readonly absence?: Absence;
  readonly substitutedBy: readonly Substitution[];
  /** Ids. */
  readonly substituteOf: readonly string[];
}

type Version = DirectoryVersion<'official'>;

/** Who worked on a day, from the versions of the directory. */
@Injectable()
export class OfficialsOnDuty {
  constructor(private readonly database: Database) {}

  /** By name; without officials who held no role on the day. */
  async list(district: District, on: LocalDate): Promise<readonly OfficialOnDuty[]> {
    const versions = await this.database
      .scope(district.id, PLATFORM)
      .transaction((tx) => directoryHistory(tx, district.id, 'official'));
    const officials = [...Map.groupBy(versions, ({ code }) => code).values()].flatMap(
      (own) => onDay(own, on, district.zone) ?? [],
    );
    const substituteOf = (id: string): readonly string[] =>
      officials
        .filter(({ substitutedBy }) => substitutedBy.some(({ substitute }) => substitute === id))
        .map((one) => one.id);
    return officials
      .map((one) => ({ ...one, substituteOf: substituteOf(one.id) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'ru'));
  }
}

/**
 * Roles are those at the end of the day. An absence counts as it was recorded then or later: sick leave is often recorded
 * after its first day. Undefined for one who held no role at the end of the day.
 */
function onDay(
  versions: readonly Version[],
  on: LocalDate,
  zone: string,
): Omit<OfficialOnDuty, 'substituteOf'> | undefined {
  const since = versions.filter(({ validTo }) => validTo === undefined || localDate(validTo, zone) > on);
  const then = since.find(({ validFrom }) => localDate(validFrom, zone) <= on);
  if (!then) return undefined;
  const { id, name, position, roles } = then.data;
  const latest = versions.at(-1)!;
  const absence = since.map(({ data }) => data.absence).findLast((away) => away && away.from <= on && on <= away.to);
  return {
    id,
    name,
    roles,
    ...compact({ position, absence }),
    substitutedBy: (latest.data.substitutions ?? []).filter((one) => isOnDuty(one, on, zone)),
  };
}
