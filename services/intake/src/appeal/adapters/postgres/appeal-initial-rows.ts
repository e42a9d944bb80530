import type { InitialRows, InitialRowValues } from '@otklik/event-store';
import { sameShape } from '@otklik/kernel';
import { insertPeopleSql, personColumns, type NewPerson } from '@otklik/vault';
import type { KeptCode } from '../../store/follow-up-codes.js';

/**
 * With an appeal's first event the person's key and the hash of the follow-up code; conflicts if the person exists. With a
 * delivery's its raw body; conflicts if it is there.
 */
export const appealInitialRows: InitialRows = {
  columns: { ...personColumns, number: 'text', code_hash: 'bytea', key_id: 'text', raw: 'text' },
  parts: `${insertPeopleSql},
submitted as (select given.* from given join made using (district, person, wrapped)),
kept as (
  insert into intake.follow_up (district, number, appeal, person, code_hash, key_id)
  select district, number, stream, person, code_hash, key_id from submitted order by district, number, stream
  on conflict do nothing
),
delivered as (
  insert into intake.delivery (district, id, raw)
  select district, stream, raw from given where raw is not null order by district, stream
  on conflict do nothing returning district, id
),
inserted as (
  select n from submitted
  union all select given.n from given join delivered on delivered.district = given.district and delivered.id = given.stream
)`,
};

const nothing = { person: null, wrapped: null, blind: null, number: null, code_hash: null, key_id: null };

export function initialRowsOfAppeal(person: NewPerson['row'], { number, code }: KeptCode): InitialRowValues {
  return { ...person, number: sameShape(number), code_hash: code.hash, key_id: code.keyId, raw: null };
}

/** `raw`: sealed. */
export function initialRowsOfDelivery(raw: string): InitialRowValues {
  return { ...nothing, raw };
}
