import { refuse, VersionConflict } from '@otklik/kernel';
import type { DirectoryWriter, EntryData } from '@otklik/tenancy/loader';

export type OfficialData = EntryData['official'];

/** `id`: of the official. */
export interface OfficialChange {
  readonly id: string;
  readonly expectedVersion: number;
}

/** The official as he is in the directory now. Refuses NOT_FOUND; throws `VersionConflict`. */
export async function officialNow(
  writer: DirectoryWriter,
  district: number,
  { id, expectedVersion }: OfficialChange,
): Promise<{ readonly login: string; readonly data: OfficialData }> {
  for (const row of await writer.current(district, ['official'])) {
    if (row.kind !== 'official' || row.data.id !== id) continue;
    if (row.version !== expectedVersion) throw new VersionConflict(expectedVersion, row.version);
    return { login: row.code, data: row.data };
  }
  return refuse('NOT_FOUND');
}
