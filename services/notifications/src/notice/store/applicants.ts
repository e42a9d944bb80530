import { Injectable } from '@nestjs/common';
import type { AnswerWay, ContactKind, Regime } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

/** Contact of an appeal's sender; personal fields sealed as received, null once the person is erased. */
export interface Applicant {
  readonly person: string;
  readonly contact: Sealed | null;
  readonly contactKind: ContactKind | null;
  readonly name: Sealed | null;
  readonly channel: string;
  readonly number: string | null;
  readonly registeredOn: string | null;
  /** Of the registration; of the submission until then. */
  readonly regime: Regime | null;
  /** What the applicant wrote, for comparison with an answer. */
  readonly text: Sealed | null;
  readonly settlement: string | null;
  readonly place: Sealed | null;
  /** Where the sender marked it on the map. */
  readonly point: Sealed | null;
  /** What the form asked about the chosen topic, and the answers. */
  readonly topicAnswers: Sealed | null;
  /** Number of the receipt: a duplicate has no other. */
  readonly receipt: string;
  /** A telephone beside the contact. */
  readonly phone: Sealed | null;
  /** The postal address. */
  readonly address: Sealed | null;
  readonly answerWay: AnswerWay | null;
  /** Signed in at an issuer that vouches for the applicant. */
  readonly account: boolean;
  /** The applicant withdrew the appeal. */
  readonly withdrawn: boolean;
  /** The applicant withdrew the consent to the processing of the data. */
  readonly consentWithdrawn: boolean;
  /** There is no addressee any more. */
  readonly erased: boolean;
}

type Received = Exclude<keyof Applicant, 'number' | 'registeredOn' | 'withdrawn' | 'consentWithdrawn' | 'erased'>;

export interface NewApplicant extends Pick<Applicant, Received> {
  readonly district: number;
  readonly appeal: string;
  /** When the receipt was recorded, ISO 8601 UTC. */
  readonly cameAt: string;
  readonly receivedAt: string;
}

/** The registration as intake published it. */
export interface Registration {
  readonly number: string;
  readonly registeredOn: string;
  readonly regime: Regime;
}

/** An appeal of a district. */
export interface AppealOf {
  readonly district: number;
  readonly appeal: string;
}

const COLUMNS = `a.person, a.contact, a.contact_kind as "contactKind", a.name, a.channel, a.number,
    a.registered_on as "registeredOn", a.regime, a.text, a.settlement, a.place, a.point, a.topic_answers as "topicAnswers", a.receipt,
    a.phone, a.address, a.answer_way as "answerWay", a.account, a.withdrawn, a.consent_withdrawn as "consentWithdrawn", a.erased`;

const APPLICANT = `select ${COLUMNS} from notifications.applicant a where district = $1 and appeal = $2`;

@Injectable()
export class Applicants {
  /** Keeps the first version: a late redelivery must not restore a deleted contact. */
  async keepReceived(tx: Transaction, received: readonly NewApplicant[]): Promise<void> {
    await tx.query(
      {
        name: 'notifications.applicant',
        text: `insert into notifications.applicant
            (district, appeal, person, contact, contact_kind, name, channel, regime, text, settlement, place,
             receipt, phone, address, answer_way, account, point, topic_answers, came_at, received_at)
          select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
            $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::boolean[],
            $17::text[], $18::text[], $19::timestamptz[], $20::timestamptz[])
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
        received.map(({ cameAt }) => cameAt),
        received.map(({ receivedAt }) => receivedAt),
      ],
    );
  }

  /** Once for each appeal. Answers those whose receipt has been consumed, as they are now. */
  async keepRegistered(
    tx: Transaction,
    registered: readonly (AppealOf & Registration)[],
  ): Promise<ReadonlyMap<string, Applicant>> {
    const { rows } = await tx.query<Applicant & { readonly appeal: string }>(
      `update notifications.applicant a set number = r.number, registered_on = r.registered_on, regime = r.regime
       from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::text[])
         as r(district, appeal, number, registered_on, regime)
       where a.district = r.district and a.appeal = r.appeal returning a.appeal, ${COLUMNS}`,
      [
        registered.map(({ district }) => district),
        registered.map(({ appeal }) => appeal),
        registered.map(({ number }) => number),
        registered.map(({ registeredOn }) => registeredOn),
        registered.map(({ regime }) => regime),
      ],
    );
    return new Map(rows.map(({ appeal, ...applicant }) => [appeal, applicant]));
  }

  /** False when the appeal's receipt has not been consumed. */
  async keepWithdrawn(tx: Transaction, district: number, appeal: string): Promise<boolean> {
    const { rowCount } = await tx.query(
      'update notifications.applicant set withdrawn = true where district = $1 and appeal = $2',
      [district, appeal],
    );
    return rowCount === 1;
  }

  /** The place as officials corrected it; of an erased applicant none. */
  async keepPlace(
    tx: Transaction,
    { district, appeal }: AppealOf,
    { settlement, place, point }: Pick<Applicant, 'settlement' | 'place' | 'point'>,
  ): Promise<void> {
    await tx.query(
      `update notifications.applicant set settlement = $3, place = $4, point = $5
       where district = $1 and appeal = $2 and not erased`,
      [district, appeal, settlement, place, point],
    );
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

  /** As `of`; an erasure or a withdrawal meanwhile waits for the end of the transaction, and finds what was opened in it. */
  async held(tx: Transaction, district: number, appeal: string): Promise<Applicant | undefined> {
    const { rows } = await tx.query<Applicant>(`${APPLICANT} for share`, [district, appeal]);
    return rows[0];
  }

  /** Deletes what is sealed of the person in all appeals, and remembers that it was erased. */
  async forget(tx: Transaction, district: number, person: string): Promise<void> {
    await tx.query(
      `update notifications.applicant set contact = null, contact_kind = null, name = null, text = null, place = null,
         point = null, topic_answers = null, phone = null, address = null, dative = null, erased = true
       where district = $1 and person = $2`,
      [district, person],
    );
  }
}
