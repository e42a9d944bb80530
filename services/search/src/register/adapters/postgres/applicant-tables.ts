import type { Transaction } from '@otklik/tenancy';
import type { BlindWord } from '../../application/card/blind-words.js';

/**
 * By which applicants are found, every value an HMAC under the district's key (ADR 41). A word leads to its appeals, and what may
 * be typed of it leads to the word. Plain equality on plain columns, because under row-level security no other comparison uses
 * an index.
 */
export const applicantTables = `
-- Which appeals have a word in their applicant's name, contact or address.
create table {table}_applicant_word (
  district int not null,
  word bigint not null,
  id uuid not null,
  primary key (district, word, id));

-- Which words are found by what is typed: beginnings, endings of telephones, misspellings. None of a word without an appeal.
create table {table}_applicant_form (
  district int not null,
  form bigint not null,
  word bigint not null,
  primary key (district, form, word));`;

/** The forms of a word that no appeal has any more are found by it. */
export const applicantIndexes = ['{table}_applicant_form (district, word)'];

/** What an appeal's facts changed of its applicant's words. */
export interface ApplicantMoved {
  readonly district: number;
  readonly id: string;
  /** New ones, with their forms. */
  readonly found?: readonly BlindWord[] | undefined;
  readonly clear: { readonly applicant?: readonly string[] };
  readonly before: { readonly clear: { readonly applicant?: readonly string[] } };
}

/** Words are written with the appeal, and removed with the person's data. */
export async function writeApplicants(moved: readonly ApplicantMoved[], tx: Transaction, table: string): Promise<void> {
  const added = moved.flatMap(({ district, id, found = [] }) => found.map((word) => ({ district, id, ...word })));
  if (added.length > 0) await add(added, tx, table);
  const removed = moved.flatMap(({ district, id, clear, before }) => {
    const left = new Set(clear.applicant);
    return (before.clear.applicant ?? []).filter((word) => !left.has(word)).map((word) => ({ district, id, word }));
  });
  if (removed.length > 0) await remove(removed, tx, table);
}

async function add(words: readonly object[], tx: Transaction, table: string): Promise<void> {
  await tx.query(
    `with given as materialized (
       select * from json_to_recordset($1) as g(district int, id uuid, word bigint, forms bigint[])
     ),
     held as (
       insert into ${table}_applicant_word (district, word, id) select district, word, id from given
       on conflict do nothing
     )
     insert into ${table}_applicant_form (district, form, word)
     select distinct g.district, f.form, g.word from given g cross join unnest(g.forms) as f(form)
     where not exists (select from ${table}_applicant_word w where w.district = g.district and w.word = g.word)
     on conflict do nothing`,
    [JSON.stringify(words)],
  );
}

/** Two statements: the second sees what the first removed. */
async function remove(words: readonly object[], tx: Transaction, table: string): Promise<void> {
  const given = 'select * from json_to_recordset($1) as g(district int, id uuid, word bigint)';
  const values = [JSON.stringify(words)];
  await tx.query(
    `delete from ${table}_applicant_word w using (${given}) g
     where (w.district, w.word, w.id) = (g.district, g.word, g.id)`,
    values,
  );
  await tx.query(
    `delete from ${table}_applicant_form f using (${given}) g
     where f.district = g.district and f.word = g.word
       and not exists (select from ${table}_applicant_word w where w.district = g.district and w.word = g.word)`,
    values,
  );
}
