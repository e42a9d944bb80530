import { Injectable } from '@nestjs/common';
import type { Transaction } from '@otklik/tenancy';
import type { Applicant, Applicants, NewApplicant, Registration } from '../../application/applicants.js';

const APPLICANT = `select person, contact, contact_kind as "contactKind", name, channel, number,
    registered_on as "registeredOn", regime, text, settlement, place, point, topic_answers as "topicAnswers", receipt, phone, address, answer_way as "answerWay",
    account, withdrawn, consent_withdrawn as "consentWithdrawn", erased
  from notifications.applicant where district = $1 and appeal = $2`;

@Injectable()
export class PostgresApplicants implements Applicants {
  async keepReceived(tx: Transaction, received: readonly NewApplicant[]): Promise<void> {
    await tx.query(
      {
        name: 'notifications.applicant',
        text: `insert into notifications.applicant
            (district, appeal, person, contact, contact_kind, name, channel, regime, text, settlement, place,
             receipt, phone, address, answer_way, account, point, topic_answers)
          select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
            $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::boolean[],
            $17::text[], $18::text[])
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
        received.map(({ receipt }) => receipt),
        received.map(({ phone }) => phone),
        received.map(({ address }) => address),
        received.map(({ answerWay }) => answerWay),
        received.map(({ account }) => account),
        received.map(({ point }) => point),
        received.map(({ topicAnswers }) => topicAnswers),
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

  async keepWithdrawn(tx: Transaction, district: number, appeal: string): Promise<boolean> {
    const { rowCount } = await tx.query(
      'update notifications.applicant set withdrawn = true where district = $1 and appeal = $2',
      [district, appeal],
    );
    return rowCount === 1;
  }

  async keepConsentWithdrawn(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query('update notifications.applicant set consent_withdrawn = true where district = $1 and appeal = $2', [
      district,
      appeal,
    ]);
  }

  async of(tx: Transaction, district: number, appeal: string): Promise<Applicant | undefined> {
    const { rows } = await tx.query<Applicant>(APPLICANT, [district, appeal]);
    return rows[0];
  }

  async held(tx: Transaction, district: number, appeal: string): Promise<Applicant | undefined> {
    const { rows } = await tx.query<Applicant>(`${APPLICANT} for share`, [district, appeal]);
    return rows[0];
  }

  async forget(tx: Transaction, district: number, person: string): Promise<void> {
    await tx.query(
      `update notifications.applicant set contact = null, contact_kind = null, name = null, text = null, place = null,
         point = null, topic_answers = null, phone = null, address = null, erased = true
       where district = $1 and person = $2`,
      [district, person],
    );
  }
}
