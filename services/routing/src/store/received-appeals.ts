import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';
import type { Arrival } from '../domain/answer-deadline.js';

/** What routing keeps of a submission until the appeal is registered. The text stays sealed; null once it is deleted. */
export interface ReceivedAppeal {
  readonly text: Sealed | null;
  readonly settlement: string | null;
  readonly channel: string;
  /** The topic that the sender chose. */
  readonly topic: string | null;
  readonly applicant: ReceivedApplicant;
  /** Beside `receivedOn` of the applicant. */
  readonly arrival: Pick<Arrival, 'receivedAt' | 'writtenAt'>;
}

/** What a submission tells of its sender; the texts are sealed, and null once the person is erased. Undefined: received under 0.1.0. */
export interface ReceivedApplicant {
  readonly isNamed: boolean | undefined;
  /** It gives an address of any kind: by post, e-mail, telephone, of an account or in a network. */
  readonly isReachable: boolean | undefined;
  /** The day of the reception, or of the arrival, in the district's zone. */
  readonly receivedOn: LocalDate | undefined;
  readonly name: Sealed | null;
  readonly contact: Sealed | null;
  readonly address: Sealed | null;
  readonly subject: Sealed | null;
}

/** What decided the route, without the text. */
export type SubmittedAppeal = Pick<ReceivedAppeal, 'settlement' | 'channel' | 'topic'> & { readonly appeal: string };

export interface NewlyReceived extends ReceivedAppeal {
  readonly district: number;
  readonly appeal: string;
  readonly person: string;
  /** The day by which the body that sent it on asks for the answer. */
  readonly asked: LocalDate | undefined;
}

const COLUMNS = `appeal, text, settlement, channel, named, reachable, received_on, received_at, written_at, name, contact, address, subject,
    topic`;

type Texts = Pick<ReceivedApplicant, 'name' | 'contact' | 'address' | 'subject'>;

interface Row extends Texts {
  readonly appeal: string;
  readonly text: string | null;
  readonly settlement: string | null;
  readonly channel: string;
  readonly named: boolean | null;
  readonly reachable: boolean | null;
  readonly received_on: string | null;
  readonly received_at: Date | null;
  readonly written_at: Date | null;
  readonly topic: string | null;
}

function receivedOf({ text, settlement, channel, topic, ...row }: Row): ReceivedAppeal {
  const { named, reachable, received_on: receivedOn, name, contact, address, subject } = row;
  const known = {
    isNamed: named ?? undefined,
    isReachable: reachable ?? undefined,
    receivedOn: receivedOn ?? undefined,
  };
  const arrival = { receivedAt: row.received_at?.toISOString(), writtenAt: row.written_at?.toISOString() };
  return { text, settlement, channel, topic, applicant: { ...known, name, contact, address, subject }, arrival };
}

@Injectable()
export class ReceivedAppeals {
  /** Keeps the first version: a late redelivery must not restore a deleted text. */
  async keep(tx: Transaction, received: readonly NewlyReceived[]): Promise<void> {
    await tx.query(
      {
        name: 'routing.received',
        text: `insert into routing.received (district, appeal, person, text, settlement, channel, named, reachable, received_on, name,
            contact, address, subject, topic, received_at, written_at, asked_by)
          select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::boolean[],
            $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
            $15::timestamptz[], $16::timestamptz[], $17::text[])
          on conflict (district, appeal) do nothing`,
      },
      [
        received.map(({ district }) => district),
        received.map(({ appeal }) => appeal),
        received.map(({ person }) => person),
        received.map(({ text }) => text),
        received.map(({ settlement }) => settlement),
        received.map(({ channel }) => channel),
        received.map(({ applicant }) => applicant.isNamed),
        received.map(({ applicant }) => applicant.isReachable),
        received.map(({ applicant }) => applicant.receivedOn),
        received.map(({ applicant }) => applicant.name),
        received.map(({ applicant }) => applicant.contact),
        received.map(({ applicant }) => applicant.address),
        received.map(({ applicant }) => applicant.subject),
        received.map(({ topic }) => topic),
        received.map(({ arrival }) => arrival.receivedAt),
        received.map(({ arrival }) => arrival.writtenAt),
        received.map(({ asked }) => asked),
      ],
    );
  }

  /** Of appeals that a body sent on, and asks for the answer by a day: that day, as it was recorded last. */
  async askedBy(
    tx: Transaction,
    district: number,
    appeals: readonly string[],
  ): Promise<ReadonlyMap<string, LocalDate>> {
    const { rows } = await tx.query<{ readonly appeal: string; readonly asked: LocalDate }>(
      `select appeal, asked_by as asked from routing.received
       where district = $1 and appeal = any($2::uuid[]) and asked_by is not null`,
      [district, appeals],
    );
    return new Map(rows.map(({ appeal, asked }) => [appeal, asked]));
  }

  /** Undefined: none asks for it by a day any more. */
  async keepAsked(tx: Transaction, district: number, appeal: string, asked: LocalDate | undefined): Promise<void> {
    await tx.query('update routing.received set asked_by = $3 where district = $1 and appeal = $2', [
      district,
      appeal,
      asked,
    ]);
  }

  async of(tx: Transaction, district: number, appeal: string): Promise<ReceivedAppeal | undefined> {
    const { rows } = await tx.query<Row>(
      `select ${COLUMNS} from routing.received where district = $1 and appeal = $2`,
      [district, appeal],
    );
    return rows.map(receivedOf)[0];
  }

  /** One change of the appeal's questions after the other, until the transaction ends. */
  async lock(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query('select 1 from routing.received where district = $1 and appeal = $2 for update', [district, appeal]);
  }

  /** Of several appeals, by id; those that were not received are not in it. */
  async ofAll(
    tx: Transaction,
    district: number,
    appeals: readonly string[],
  ): Promise<ReadonlyMap<string, ReceivedAppeal>> {
    const { rows } = await tx.query<Row>(
      `select ${COLUMNS} from routing.received where district = $1 and appeal = any($2::uuid[])`,
      [district, appeals],
    );
    return new Map(rows.map((row) => [row.appeal, receivedOf(row)]));
  }

  /** Received on or after the day and with their texts still kept: the newest `max`, and how many there are. Received under 0.1.0: none. */
  async newestSince(
    tx: Transaction,
    district: number,
    { since, max }: { readonly since: LocalDate; readonly max: number },
  ): Promise<{ readonly received: number; readonly newest: readonly SubmittedAppeal[] }> {
    const among = 'from routing.received where district = $1 and received_on >= $2 and text is not null';
    const { rows: counted } = await tx.query<{ readonly count: string }>(`select count(*) ${among}`, [district, since]);
    const { rows } = await tx.query<SubmittedAppeal>(
      `select appeal, settlement, channel, topic ${among} order by received_on desc, appeal limit $3`,
      [district, since, max],
    );
    return { received: Number(counted[0]!.count), newest: rows };
  }

  /** Deletes the text and keeps the row, on which later events depend. */
  async deleteText(tx: Transaction, district: number, appeal: string): Promise<void> {
    await tx.query('update routing.received set text = null where district = $1 and appeal = $2', [district, appeal]);
  }

  async deleteTextsOf(tx: Transaction, district: number, person: string): Promise<void> {
    await tx.query(
      `update routing.received set text = null, name = null, contact = null, address = null, subject = null
       where district = $1 and person = $2`,
      [district, person],
    );
  }
}
