import { Injectable } from '@nestjs/common';
import type { ClientCommandContext } from '@otklik/event-store';
import { compact, refuse, VersionConflict } from '@otklik/kernel';
import { Database, type District, type Transaction } from '@otklik/tenancy';
import {
  checkDistrictFile,
  directoryHistory,
  putDistrictFile,
  type CheckedDistrictFile,
  type DirectoryVersion,
  type FileFault,
  type LawBook,
} from '@otklik/tenancy/loader';
import { districtFileDifferences, type PartDifferences } from './district-file-differences.js';
import { Administer } from './administer.js';
import { changeFaults, type SettingsInWork } from './removed-settings.js';

export type FileVersion = DirectoryVersion<'file'>;

export interface FileDifferences {
  /** The version in force. */
  readonly version: number;
  readonly parts: readonly PartDifferences[];
  /** Of the whole text. */
  readonly faults: readonly FileFault[];
  readonly warnings: readonly FileFault[];
  readonly lineOf: CheckedDistrictFile['lineOf'];
}

export interface NewFile {
  readonly text: string;
  readonly expectedVersion: number;
  /** What open questions have, where it is known. */
  readonly inWork: SettingsInWork | undefined;
}

/** Where servers of bodies may be although it is no address of the internet, by the operator's word. */
export abstract class AllowedBodyOrigins {
  abstract readonly bodyOrigins: readonly string[];
}

@Injectable()
export class AdministerDistrictFile {
  constructor(
    private readonly administer: Administer,
    private readonly database: Database,
    private readonly allowed: AllowedBodyOrigins,
  ) {}

  /** The oldest first; the last one is in force. */
  versions(district: District): Promise<readonly FileVersion[]> {
    return this.database.scope(district.id).transaction((tx) => directoryHistory(tx, district.id, 'file'));
  }

  async inForce(district: District): Promise<FileVersion> {
    return (await this.versions(district)).at(-1) ?? refuse('NOT_FOUND');
  }

  /** A version, with what it changed in the one before it. Refuses NOT_FOUND. */
  async versionChange(
    district: District,
    version: number,
  ): Promise<Pick<FileDifferences, 'version' | 'parts'> & { readonly text: string }> {
    const versions = await this.versions(district);
    const textOf = (wanted: number) => versions.find((one) => one.version === wanted)?.data.text;
    const text = textOf(version) ?? refuse('NOT_FOUND');
    const former = textOf(version - 1);
    const checked = this.checkedAlone(district, text);
    const { district: before } = former === undefined ? {} : this.checkedAlone(district, former);
    return { version, text, parts: before ? districtFileDifferences(before, checked) : [] };
  }

  async differences(district: District, { text, inWork }: Pick<NewFile, 'text' | 'inWork'>): Promise<FileDifferences> {
    const present = await this.inForce(district);
    const { district: before } = this.checkedAlone(district, present.data.text);
    const checked = this.checked(district, text);
    const parts = before ? districtFileDifferences(before, checked) : [];
    const { district: after, warnings, lineOf } = checked;
    const consents = await this.database.scope(district.id).transaction((tx) => consentsOf(tx, district.id));
    const changed = after ? changeFaults(district, { after, consents, inWork }) : [];
    return { version: present.version, parts, faults: [...checked.faults, ...changed], warnings, lineOf };
  }

  /** Refuses DISTRICT_FILE_HAS_FAULTS; throws `VersionConflict`. */
  async apply(ctx: ClientCommandContext, { text, expectedVersion, inWork }: NewFile): Promise<void> {
    const { district: file, faults } = this.checked(ctx.inDistrict, text);
    if (!file || faults.length > 0) refuse('DISTRICT_FILE_HAS_FAULTS');
    await this.administer.run(ctx, async ({ tx, writer }) => {
      const present = (await writer.current(ctx.district, ['file']))[0];
      if (present?.kind !== 'file') return refuse('NOT_FOUND');
      if (present.version !== expectedVersion) throw new VersionConflict(expectedVersion, present.version);
      const consents = await consentsOf(tx, ctx.district);
      if (changeFaults(ctx.inDistrict, { after: file, consents, inWork }).length > 0)
        refuse('DISTRICT_FILE_HAS_FAULTS');
      const changes = await putDistrictFile(writer, file, { ...present.data, text, by: ctx.actor.id! });
      return {
        kind: 'DISTRICT_FILE_APPLIED',
        details: { version: String(expectedVersion + 1), changes: String(changes) },
      };
    });
  }

  private checkedAlone(inForce: District, text: string): CheckedDistrictFile {
    return checkDistrictFile(text, bookOf(inForce), this.allowed.bodyOrigins);
  }

  /** With the faults of a text that is another district's. */
  private checked(inForce: District, text: string): CheckedDistrictFile {
    const checked = this.checkedAlone(inForce, text);
    const { district } = checked;
    if (!district) return checked;
    const { id, code } = inForce;
    const changed = (
      [
        ['/id', district.id, id],
        ['/code', district.code, code],
      ] as const
    ).filter(([, now, kept]) => now !== kept);
    const faults = changed.map(([place, , kept]): FileFault => ({
      code: 'ID_CHANGED',
      place,
      why: `it is ${kept} and never changes`,
      details: { kept },
    }));
    return { ...checked, faults: [...faults, ...checked.faults] };
  }
}

/** The district's own days off make no term longer than the law's: both are counted by the same calendar. */
function bookOf({ law = {}, calendar, classifier }: District): LawBook {
  return { law, calendar, ...compact({ classifier }) };
}

/** Of all versions of the district. */
async function consentsOf(tx: Transaction, district: number) {
  return (await directoryHistory(tx, district, 'public')).map(({ data }) => data.consent);
}
