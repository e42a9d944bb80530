import type { InitialRows, InitialRowValues } from '@otklik/event-store';
import { insertPeopleSql, personColumns, type NewPerson } from '@otklik/vault';
import type { KeptCode } from '../../application/follow-up-codes.js';
import { sameShape } from '../../domain/follow-up.js';

/** Inserts the person's key and the hash of the follow-up code with the first event; conflicts if the person exists. */
export const appealInitialRows: InitialRows = {
  columns: { ...personColumns, number: 'text', code_hash: 'bytea', key_id: 'text' },
  parts: `${insertPeopleSql},
inserted as (select given.* from given join made using (district, person, wrapped)),
kept as (
  insert into intake.follow_up (district, number, appeal, person, code_hash, key_id)
  select district, number, stream, person, code_hash, key_id from inserted order by district, number, stream
  on conflict do nothing
)`,
};

export function initialRowsOfAppeal(person: NewPerson['row'], { number, code }: KeptCode): InitialRowValues {
  return { ...person, number: sameShape(number), code_hash: code.hash, key_id: code.keyId };
}
