import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import type { Applicant, Applicants, NewApplicant, Registration } from '../../application/applicants.js';

@Injectable()
export class PostgresApplicants implements Applicants {
  async keepReceived(tx: Transaction, received: readonly NewApplicant[]): Promise<void> {
    await tx.query(
      {
        name: 'notifications.applicant',
        text: `insert into notifications.applicant
            (district, appeal, person, contact, contact_kind, name, channel, regime, text, settlement, place)
          select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
            $9::text[], $10::text[], $11::text[])
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
        received.map(({ regime }) => regime),
        received.map(({ text }) => text),
        received.map(({ settlement }) => settlement),
        received.map(({ place }) => place),
      ],
    );
  }

  async keepRegistered(
    tx: Transaction,
    district: number,
    appeal: string,
    { number, registeredOn, regime }: Registration,
  ): Promise<boolean> {
    const { rowCount } = await tx.query(
      `update notifications.applicant set number = $3, registered_on = $4, regime = $5
       where district = $1 and appeal = $2`,
      [district, appeal, number, registeredOn, regime],
    );
    return rowCount === 1;
  }

  async of(tx: Transaction, district: number, appeal: string): Promise<Applicant | undefined> {
    const { rows } = await tx.query<Applicant>(
      `select person, contact, contact_kind as "contactKind", name, channel, number, registered_on as "registeredOn",
         regime, text, settlement, place
       from notifications.applicant where district = $1 and appeal = $2`,
      [district, appeal],
    );
    return rows[0];
  }

  async forget(tx: Transaction, district: number, person: string): Promise<void> {
    await tx.query(
      `update notifications.applicant set contact = null, contact_kind = null, name = null, text = null, place = null
       where district = $1 and person = $2`,
      [district, person],
    );
  }
}
