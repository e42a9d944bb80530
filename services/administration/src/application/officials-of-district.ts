import { Injectable } from '@nestjs/common';
import { Clock, compact, localDate } from '@otklik/kernel';
import { Database, PLATFORM, type Absence, type District, type Substitution } from '@otklik/tenancy';
import { directoryHistory, type DirectoryVersion } from '@otklik/tenancy/loader';
import { officialState, type AccountFacts, type OfficialState } from '../domain/account-state.js';
import { isSame, type HeldRole } from '../domain/held-roles.js';
import { Accounts } from '../store/accounts.js';

export interface OfficialOfDistrict {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly position?: string;
  readonly state: OfficialState;
  /** The last ones, when dismissed. `since`: a date of the district's zone. */
  readonly roles: readonly (HeldRole & { readonly since: string })[];
  readonly absence?: Absence;
  /** Those that are not over, by their first day. */
  readonly substitutions: readonly Substitution[];
  readonly hasEmail: boolean;
  readonly account?: AccountFacts;
  /** ISO 8601 UTC. */
  readonly dismissedAt?: string;
  readonly version: number;
}

type OfficialVersion = DirectoryVersion<'official'>;

/** Everybody who has or had a role in a district, from the versions of the directory and the accounts. */
@Injectable()
export class OfficialsOfDistrict {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  /** By name. */
  async list(district: District): Promise<readonly OfficialOfDistrict[]> {
    return this.database.scope(district.id, PLATFORM).transaction(async (tx) => {
      const versions = await directoryHistory(tx, district.id, 'official');
      const byLogin = Map.groupBy(versions, ({ code }) => code);
      const accounts = await this.accounts.of(tx, [...byLogin.keys()]);
      const now = this.clock.now();
      const at = { now, today: localDate(now, district.zone) };
      const officials = [...byLogin].map(([login, own]) => officialOf(own, accounts.get(login), at, district.zone));
      return officials.toSorted((a, b) => a.name.localeCompare(b.name, 'ru'));
    });
  }

  async one(district: District, id: string): Promise<OfficialOfDistrict | undefined> {
    return (await this.list(district)).find((official) => official.id === id);
  }
}

function officialOf(
  versions: readonly OfficialVersion[],
  account: AccountFacts | undefined,
  at: { readonly now: string; readonly today: string },
  zone: string,
): OfficialOfDistrict {
  const { code: login, version, data, validTo } = versions.at(-1)!;
  const { id, name, position, absence, roles, substitutions = [] } = data;
  const isComing = ({ to, endedAt }: Substitution): boolean => endedAt === undefined && to >= at.today;
  return compact({
    id,
    login,
    name,
    state: officialState({ isDismissed: validTo !== undefined, absence }, account, at),
    roles: roles.map((role) => ({ ...role, since: localDate(heldSince(versions, role), zone) })),
    substitutions: substitutions.filter(isComing).toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    hasEmail: data.email !== undefined,
    version,
    position,
    absence,
    account,
    dismissedAt: validTo,
  });
}

/** The beginning of the unbroken run of versions that ends now and has the role. */
function heldSince(versions: readonly OfficialVersion[], role: HeldRole): string {
  let since = versions.at(-1)!;
  for (const version of versions.toReversed()) {
    const isUnbroken = version === since || version.validTo === since.validFrom;
    if (!isUnbroken || !version.data.roles.some((held) => isSame(held, role))) break;
    since = version;
  }
  return since.validFrom;
}
