import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

/** Where an appeal's sender can be reached; personal fields as they were sealed, null once the person is erased. */
export interface Applicant {
  readonly person: string;
  readonly contact: Sealed | null;
  readonly contactKind: 'EMAIL' | 'PHONE' | null;
  readonly name: Sealed | null;
  readonly channel: string;
  readonly number: string | null;
  readonly registeredOn: string | null;
}

export interface NewApplicant extends Pick<Applicant, 'person' | 'contact' | 'contactKind' | 'name' | 'channel'> {
  readonly district: number;
  readonly appeal: string;
}

/** The first word stands: a late repetition must not bring back a contact that was forgotten. */
export async function keepReceived(tx: Transaction, received: readonly NewApplicant[]): Promise<void> {
  await tx.query(
    {
      name: 'notifications.applicant',
      text: `insert into notifications.applicant (district, appeal, person, contact, contact_kind, name, channel)
        select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
        on conflict (district, appeal) do nothing`,
    },
    [
      received.map(({ district }) => district),
      received.map(({ appeal }) => appeal),
      received.map(({ person }) => person),
      received.map(({ contact }) => contact),
      received.map(({ contactKind }) => contactKind),
      received.map(({ name }) => name),
      received.map(({ channel }) => channel),
    ],
  );
}

/** False when the appeal's receipt has not been heard of. */
export async function keepRegistered(
  tx: Transaction,
  district: number,
  appeal: string,
  number: string,
  registeredOn: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update notifications.applicant set number = $3, registered_on = $4 where district = $1 and appeal = $2',
    [district, appeal, number, registeredOn],
  );
  return rowCount === 1;
}

export async function applicantOf(tx: Transaction, district: number, appeal: string): Promise<Applicant | undefined> {
  const { rows } = await tx.query<Applicant>(
    `select person, contact, contact_kind as "contactKind", name, channel, number, registered_on as "registeredOn"
     from notifications.applicant where district = $1 and appeal = $2`,
    [district, appeal],
  );
  return rows[0];
}

export async function forgetApplicants(tx: Transaction, district: number, person: string): Promise<void> {
  await tx.query(
    `update notifications.applicant set contact = null, contact_kind = null, name = null
     where district = $1 and person = $2`,
    [district, person],
  );
}
