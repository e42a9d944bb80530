import type { Transaction } from '@otklik/tenancy';
import { openOfficialEmail, sealOfficialEmail } from '@otklik/vault';

/** A version of an entry of the directory, as a line of JSON. */
interface EntryLine {
  readonly kind: string;
  readonly code: string;
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/** Keys under which officials' addresses are sealed: here, and where they go. */
export interface EmailKeys {
  readonly from: Buffer;
  readonly to: Buffer;
}

/** All versions of the district's entries. Accounts in networks stay: their secrets and addresses are of this installation; so do followed searches, as saved ones do, and front-ends. */
export async function readEntries(tx: Transaction, district: number, keys: EmailKeys): Promise<readonly string[]> {
  const { rows } = await tx.query<EntryLine>(
    `select kind, code, version, data, to_json(valid_from) #>> '{}' as valid_from, to_json(valid_to) #>> '{}' as valid_to
     from directory.entry where district = $1 and kind not in ('account', 'search', 'client') order by valid_from, kind, code, version`,
    [district],
  );
  return rows.map((row) => JSON.stringify(resealed(row, keys)));
}

/** With the times of their origin. In the transaction that brings the rest: only with these entries is the district there. */
export async function addEntries(
  tx: Transaction,
  district: number,
  lines: readonly string[],
  keys: EmailKeys,
): Promise<void> {
  const rows = lines.map((line) => resealed(JSON.parse(line) as EntryLine, keys));
  await tx.query(
    `insert into directory.entry (district, kind, code, version, data, valid_from, valid_to, recorded_at)
     select $2, kind, code, version, data, valid_from, valid_to, valid_from from json_populate_recordset(null::directory.entry, $1)`,
    [JSON.stringify(rows), district],
  );
  await tx.query(
    `insert into directory.entry_end (district, entry, at, recorded_at)
     select e.district, e.id, e.valid_to, e.valid_to from directory.entry e
     where e.district = $1 and e.valid_to is not null
       and not exists (select from directory.entry_end o where o.district = e.district and o.entry = e.id)
     order by e.valid_to`,
    [district],
  );
  await tx.query('update directory.revision set revision = revision + 1');
}

/** Logins of those who hold a role in the district now. */
export function loginsOf(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) => JSON.parse(line) as EntryLine)
    .filter(({ kind, valid_to }) => kind === 'official' && valid_to === null)
    .map(({ code }) => code);
}

function resealed(row: EntryLine, { from, to }: EmailKeys): EntryLine {
  const { id, email } = row.data;
  if (row.kind !== 'official' || typeof email !== 'string') return row;
  const address = openOfficialEmail(from, String(id), email);
  return { ...row, data: { ...row.data, email: sealOfficialEmail(to, String(id), address) } };
}
