import type { Beginning, BeginningValues } from '@otklik/event-store';
import { makingPeople, personColumns, type NewPerson } from '@otklik/vault';
import type { KeptCode } from '../../application/submit-appeal.js';
import { normalNumber } from '../../domain/registration.js';

/** An appeal begins with its person's key and the code that opens its follow-up; it does not where he is there already. */
export const appealBeginning: Beginning = {
  columns: { ...personColumns, number: 'text', code_hash: 'bytea', key_id: 'text' },
  parts: `${makingPeople},
begun as (select given.* from given join made using (district, person, wrapped)),
kept as (
  insert into intake.follow_up (district, number, appeal, person, code_hash, key_id)
  select district, number, stream, person, code_hash, key_id from begun order by district, number, stream
  on conflict do nothing
)`,
};

export function appealBeginningOf(person: NewPerson['row'], { number, code }: KeptCode): BeginningValues {
  return { ...person, number: normalNumber(number), code_hash: code.hash, key_id: code.keyId };
}
