import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { Directory, District, PublicDistrict, Viewer, ViewerRole } from '@otklik/contracts/generated/graphql';
import { NotFound, Unauthenticated, type PermittedContext } from '@otklik/host';
import { Clock, localDate } from '@otklik/kernel';
import { Directory as DistrictDirectory, permissionMatrix, type OfficialRole } from '@otklik/tenancy';
import {
  departmentOf,
  districtView,
  awayToday,
  officialIn,
  officialOf,
  settlementOf,
  topicOf,
} from '../../application/list/directory-names.js';
import { publicDistrict } from '../../application/resident/public-district.js';
import { districtOf } from './district-of.js';

@Resolver()
export class DirectoryResolver {
  constructor(
    private readonly known: DistrictDirectory,
    private readonly clock: Clock,
  ) {}

  @Query('districts')
  districts(): readonly District[] {
    return this.known.districts().map(districtView);
  }

  @Query('district')
  district(@Args('code') code: string): PublicDistrict {
    const district = this.known.district(code);
    if (!district) throw new NotFound();
    return publicDistrict(district);
  }

  @Query('viewer')
  viewer(@Context() { actor }: PermittedContext): Viewer {
    if (actor.kind !== 'official') throw new Unauthenticated();
    const roles = actor.assignments.flatMap(({ district: id, role, department, onBehalfOf }): ViewerRole[] => {
      const district = this.known.districtById(id);
      if (!district) return [];
      const bound = district.departments.find((one) => one.id === department);
      return [
        {
          district: districtView(district),
          role,
          operations: operationsOf(role),
          department: bound ? departmentOf(district, bound.code) : null,
          onBehalfOf: officialOf(this.known, district, onBehalfOf) ?? null,
        },
      ];
    });
    return { id: actor.id, login: actor.login, name: actor.name, roles };
  }

  @Query('directory')
  directory(@Context() context: PermittedContext): Directory {
    const district = districtOf(context);
    return {
      district: districtView(district),
      departments: district.departments.map(({ code, name }) => ({ code, name })),
      organisations: district.organisations.map(({ code, name, kind = 'OTHER', email, address, open311 }) => ({
        code,
        name,
        kind,
        address: address ?? null,
        hasOpen311: open311 !== undefined,
        letterWay: email === undefined ? 'PAPER' : 'EMAIL',
      })),
      topics: district.topics.map(({ code }) => topicOf(district, code)),
      settlements: district.settlements.map(({ code }) => settlementOf(district, code)),
      officials: district.officials.map((official) => officialIn(district, official)),
      away: awayToday(district, localDate(this.clock.now(), district.zone)),
    };
  }
}

const rules = [...permissionMatrix()].map(([field, roles]) => ({ field: field.split('.')[1]!, roles }));

/** Names of the root fields that the role may use. */
function operationsOf(role: OfficialRole): readonly string[] {
  return rules
    .filter(({ roles }) => roles.includes(role))
    .map(({ field }) => field)
    .sort();
}
