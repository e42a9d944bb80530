import { compact } from '@otklik/kernel';
import { randomUUID } from 'node:crypto';
import type { Directory } from './directory.js';
import type { Database } from './district-scope.js';
import { forceRowSecurity, installShared, ofMyDistricts, sharedRoles, type Migration } from './migration.js';
import { sameOpening } from './openings-sql.js';
import { PLATFORM } from './platform.js';

export const accessKinds = ['SIGNED_IN', 'SIGN_IN_FAILED', 'PASSWORD_SET', 'REFUSED'] as const;
export type AccessKind = (typeof accessKinds)[number];

/** An official signed in, or could not, or got a new password, or was refused for want of a right. Nothing of residents, no address, no typed text. */
export interface AccessRecord {
  readonly kind: AccessKind;
  /** Absent for an unknown login. */
  readonly official?: string;
  /** Of REFUSED: the operation. Of SIGN_IN_FAILED: PASSWORD, CODE, PAUSED or NO_ROLES. */
  readonly detail?: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

export interface StoredAccessRecord extends AccessRecord {
  readonly id: string;
}

export interface AccessRecordsPage {
  readonly kinds?: readonly AccessKind[];
  readonly official?: string;
  readonly limit: number;
  /** The last record of the page before. */
  readonly after?: Pick<StoredAccessRecord, 'at' | 'id'>;
}

const { evidenceWriter, evidenceReader, evidenceAuditor } = sharedRoles;

export const evidenceMigrations: readonly Migration[] = [
  {
    name: '0001_access_record',
    sql: `
      create sequence evidence.access_record_position as bigint cache 1;
      create table evidence.access_record (
        district int not null,
        id uuid not null,
        at timestamptz not null,
        kind text not null,
        official uuid,
        detail text,
        position bigint not null default nextval('evidence.access_record_position'),
        primary key (district, id)
      );
      create unique index access_record_by_position on evidence.access_record (position);
      create index access_record_by_time on evidence.access_record (district, at, id);
      create index access_record_by_official on evidence.access_record (district, official, at, id);
      ${forceRowSecurity('evidence.access_record')}
      create policy writers on evidence.access_record for insert to ${evidenceWriter} with check (${ofMyDistricts});
      create policy written on evidence.access_record for select to ${evidenceWriter} using (${ofMyDistricts});
      create policy readers on evidence.access_record for select to ${evidenceReader} using (${ofMyDistricts});
      create policy auditors on evidence.access_record for select to ${evidenceAuditor} using (true);
      grant usage on sequence evidence.access_record_position to ${evidenceWriter};
      grant select, insert on evidence.access_record to ${evidenceWriter};
      grant select on evidence.access_record to ${evidenceReader}, ${evidenceAuditor};`,
  },
  {
    // Rows go by the term of storage, block by block of their chain.
    name: '0002_access_record_end',
    sql: `
      create policy ended on evidence.access_record for delete to ${evidenceAuditor} using (true);
      grant delete on evidence.access_record to ${evidenceAuditor};`,
  },
];

/** Sign-ins and refusals: the gateway and administration write them, administration reads them. Repeatable. */
export function installEvidence(ownerUrl: string): Promise<void> {
  return installShared(ownerUrl, 'evidence', evidenceMigrations);
}

/** The record of sign-ins and refusals. It is only added to. */
export class AccessRecords {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  /** Into the record of each district in which the official of this login has a role; of the platform where there is none. */
  async addForLogin(login: string, record: Omit<AccessRecord, 'official'>): Promise<void> {
    const official = this.directory.official(login);
    const districts = official ? official.assignments.map(({ district }) => district) : [];
    // Guessed logins fill no table.
    const once = official === undefined || record.detail === 'PAUSED';
    await this.add(districts, { ...record, ...compact({ official: official?.id }) }, { once });
  }

  /** `once`: unless the same was recorded a quarter of an hour before or later. */
  async add(districts: readonly number[], record: AccessRecord, { once }: { readonly once: boolean }): Promise<void> {
    const { kind, official = null, detail = null, at } = record;
    const [first = PLATFORM, ...others] = new Set(districts);
    const all = [first, ...others] as const;
    await this.database.scope(...all).query(
      {
        name: 'access record',
        text: `insert into evidence.access_record (district, id, at, kind, official, detail)
          select d.district, d.id, $3::timestamptz, $4::text, $5::uuid, $6::text
          from unnest($1::int[], $2::uuid[]) as d(district, id)
          where not $7::boolean or not exists (select from evidence.access_record r
            where r.district = d.district and r.kind = $4 and r.official is not distinct from $5
              and r.detail is not distinct from $6 and ${sameOpening('r.at', '$3')})`,
      },
      [all, all.map(() => randomUUID()), at, kind, official, detail, once],
    );
  }

  /** The newest first. */
  async page(
    district: number,
    { kinds, official, limit, after }: AccessRecordsPage,
  ): Promise<readonly StoredAccessRecord[]> {
    const { rows } = await this.database.scope(district).query<StoredRow>(
      `select id, at, kind, official, detail from evidence.access_record
        where district = $1 and ($2::text[] is null or kind = any($2)) and ($3::uuid is null or official = $3)
          and ($4::timestamptz is null or (at, id) < ($4::timestamptz, $5::uuid))
        order by at desc, id desc limit $6`,
      [district, kinds ?? null, official ?? null, after?.at ?? null, after?.id ?? null, limit],
    );
    return rows.map(({ id, at, kind, official: by, detail }) => ({
      id,
      at: at.toISOString(),
      kind,
      ...compact({ official: by ?? undefined, detail: detail ?? undefined }),
    }));
  }
}

interface StoredRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: AccessKind;
  readonly official: string | null;
  readonly detail: string | null;
}
