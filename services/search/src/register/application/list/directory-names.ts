import type {
  Department,
  District as DistrictView,
  Official,
  OfficialAway,
  Settlement,
  Topic,
} from '@otklik/contracts/generated/graphql';
import { isWithin, type LocalDate } from '@otklik/kernel';
import { isOnDuty, type Directory, type District, type Official as HeldOfficial } from '@otklik/tenancy';

export function districtView({ code, name, zone, public: { population } }: District): DistrictView {
  return { code, name, zone, population };
}

/** A code that is no longer in the directory shows as itself: decisions under it remain valid. */
export function departmentOf(district: District, code: string): Department {
  const found = district.departments.find((department) => department.code === code);
  return { code, name: found?.name ?? code };
}

export function topicOf(district: District, code: string): Topic {
  const found = district.topics.find((topic) => topic.code === code);
  const department = found?.department;
  return {
    code,
    name: found?.name ?? code,
    ...(department !== undefined && { department: departmentOf(district, department) }),
  };
}

export function settlementOf(district: District, code: string): Settlement {
  const found = district.settlements.find((settlement) => settlement.code === code);
  return { code, name: found?.name ?? code, nameSah: found?.nameSah ?? null, point: found?.point ?? null };
}

/** With the roles that he holds in this district now; undefined for one whom the directory does not know. */
export function officialOf(directory: Directory, district: District, id: string | undefined): Official | undefined {
  const official = id === undefined ? undefined : directory.officialById(id);
  return official && officialIn(district, official);
}

export function officialIn(district: District, official: HeldOfficial): Official {
  const held = official.assignments.filter((assignment) => assignment.district === district.id);
  const bound = held.find(({ department }) => department !== undefined)?.department;
  const department = district.departments.find(({ id }) => id === bound);
  return {
    id: official.id,
    name: official.name,
    roles: [...new Set(held.map(({ role }) => role))],
    ...(department !== undefined && { department: { code: department.code, name: department.name } }),
  };
}

/** By the directory's order. A substitute comes before holders of the same roles. */
export function awayToday(district: District, today: LocalDate): readonly OfficialAway[] {
  const known = (id: string | undefined): Official | null => {
    const found = district.officials.find((one) => one.id === id);
    return found ? officialIn(district, found) : null;
  };
  return district.officials.flatMap((official) => {
    const { absence, substitutions = [] } = official;
    const acting = substitutions.find((one) => one.endedAt === undefined && isOnDuty(one, today, district.zone));
    const away = isWithin(absence, today) ? absence : acting;
    if (!away) return [];
    return [
      {
        official: officialIn(district, official),
        until: away.to,
        standIn: known(acting?.substitute ?? absence?.standIn),
      },
    ];
  });
}
