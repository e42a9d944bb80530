import { Injectable } from '@nestjs/common';
import type { Channel, ReceptionOutcome, ReceptionState, ReceptionWay } from '@otklik/contracts/generated/graphql';
import type { FactOf } from '@otklik/contracts/declare-event';
import type { ReceptionBooked } from '@otklik/contracts/reception.events';
import { minuteOf, refuse, type LocalDate } from '@otklik/kernel';
import { Database, type Transaction } from '@otklik/tenancy';
import type { Appointment, Visit } from '../domain/reception.js';

/** A booking as it is now; its texts are sealed, and null once they were deleted. */
export interface ReceptionRow {
  readonly id: string;
  readonly version: number;
  readonly state: ReceptionState;
  readonly hours: string;
  readonly official: string;
  readonly post: string;
  readonly place: string;
  readonly on: LocalDate;
  readonly begins: string | null;
  readonly minutes: number;
  readonly way: ReceptionWay;
  readonly channel: Channel;
  readonly outOfTurn: boolean;
  readonly person: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly matter: string | null;
  readonly said: string | null;
  readonly bookedAt: Date;
  readonly remindedAt: Date | null;
  readonly outcome: ReceptionOutcome | null;
  readonly receivedBy: string | null;
  readonly appeal: string | null;
  readonly earlier: string | null;
}

export interface KeptBooking {
  readonly district: number;
  readonly id: string;
  readonly version: number;
  /** As recorded: sealed. */
  readonly booked: FactOf<typeof ReceptionBooked>;
  readonly codeHash: Buffer;
  readonly phoneIndex: string | null;
  readonly at: string;
}

export interface TakenTime {
  readonly hours: string;
  readonly on: LocalDate;
  readonly begins: string;
  readonly minutes: number;
}

export interface LoadRow {
  readonly official: string;
  readonly post: string;
  readonly booked: number;
  readonly received: number;
  readonly registered: number;
  readonly missed: number;
  readonly cancelled: number;
  readonly byVideo: number;
}

/** Days after the reception for which a visitor's name is kept, where no card needs it. */
const KEPT_DAYS = 30;
const FORGOTTEN_AT_ONCE = 100;

const COLUMNS = `id, version, status as "state", hours, official, post, place, held_on as "on", begins, minutes, way, channel,
  out_of_turn as "outOfTurn", person, name, phone, matter, said, booked_at as "bookedAt", reminded_at as "remindedAt", outcome,
  received_by as "receivedBy", appeal, earlier`;

/** Bookings of receptions in person. One time is one visitor's, by a unique index. */
@Injectable()
export class Receptions {
  constructor(private readonly database: Database) {}

  /** In the transaction of its event. Refuses SLOT_TAKEN where another booking was faster. */
  async add(tx: Transaction, { district, id, version, booked, codeHash, phoneIndex, at }: KeptBooking): Promise<void> {
    const { hours, official, post, place, on, begins = null, minutes, way, channel, person } = booked;
    const { name, phone = null, matter, outOfTurn = false } = booked;
    const { rowCount } = await tx.query(
      `insert into intake.reception (district, id, version, status, hours, official, post, place, held_on, begins, minutes, way,
         channel, out_of_turn, person, name, phone, matter, code_hash, booked_at, phone_index)
       values ($1, $2, $3, 'BOOKED', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
       on conflict (district, hours, held_on, begins) where begins is not null and status <> 'CANCELLED' do nothing`,
      [
        ...[district, id, version, hours, official, post, place, on, begins, minutes, way],
        ...[channel, outOfTurn, person, name, phone, matter, codeHash, at, phoneIndex],
      ],
    );
    if (rowCount === 0) refuse('SLOT_TAKEN', { field: 'begins' });
  }

  /** In the transaction of its event. Refuses SLOT_TAKEN where another booking was faster, APPEAL_NOT_OF_RECEPTION for that of another visit. */
  async keep(tx: Transaction, { district, id, version, visit, at }: KeptChange): Promise<void> {
    const { status, at: appointment, reminded, end } = visit;
    const { hours, official, post, place, on, begins = null, minutes, way } = appointment;
    const { outcome = null, receivedBy = null, appeal = null, earlier = null, said = null } = end ?? {};
    await tx
      .query(
        `update intake.reception set version = $3, status = $4, hours = $5, official = $6, post = $7, place = $8, held_on = $9,
           begins = $10, minutes = $11, way = $12, reminded_at = case when $13 then coalesce(reminded_at, $14) end,
           outcome = $15, received_by = $16, appeal = $17, earlier = $18, said = $19
         where district = $1 and id = $2 and version < $3`,
        [
          ...[district, id, version, status, hours, official, post, place, on, begins, minutes, way, reminded, at],
          ...[outcome, receivedBy, appeal, earlier, said],
        ],
      )
      .catch((error: unknown) => refuseTaken(error));
  }

  /** Until the transaction ends no other one changes it. Undefined: the district has none of that id. */
  async lock(tx: Transaction, district: number, id: string): Promise<ReceptionRow | undefined> {
    const { rows } = await tx.query<ReceptionRow>(
      `select ${COLUMNS} from intake.reception where district = $1 and id = $2 for update`,
      [district, id],
    );
    return rows[0];
  }

  /** Whether another booking overlaps with this time of the same hours. */
  async isTaken(
    tx: Transaction,
    district: number,
    id: string,
    { hours, on, begins, minutes }: Appointment,
  ): Promise<boolean> {
    if (begins === undefined) return false;
    const taken = await this.takenIn(tx, district, on, on, id);
    return taken.some((one) => one.hours === hours && overlap(one, { begins, minutes }));
  }

  /** Bookings of the telephone from the day on; those of one telephone come one by one, so that its limit holds. */
  async countAhead(
    tx: Transaction,
    district: number,
    id: string,
    phoneIndex: string | null,
    from: LocalDate,
  ): Promise<number> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('reception/' || $1, 0))`, [phoneIndex]);
    const { rows } = await tx.query<{ count: number }>(
      `select count(*)::int as count from intake.reception
       where district = $1 and phone_index = $2 and status = 'BOOKED' and held_on >= $3 and id <> $4`,
      [district, phoneIndex, from, id],
    );
    return rows[0]!.count;
  }

  /** Times of the days that a visitor has. */
  taken(district: number, from: LocalDate, to: LocalDate): Promise<readonly TakenTime[]> {
    return this.database.scope(district).transaction((tx) => this.takenIn(tx, district, from, to));
  }

  private async takenIn(
    tx: Transaction,
    district: number,
    from: LocalDate,
    to: LocalDate,
    except: string | null = null,
  ): Promise<readonly TakenTime[]> {
    const { rows } = await tx.query<TakenTime>(
      `select hours, held_on as "on", begins, minutes from intake.reception
       where district = $1 and held_on between $2 and $3 and begins is not null and status <> 'CANCELLED'
         and ($4::uuid is null or id <> $4)`,
      [district, from, to, except],
    );
    return rows;
  }

  async byCode(district: number, codeHash: Buffer): Promise<ReceptionRow | undefined> {
    const { rows } = await this.database
      .scope(district)
      .query<ReceptionRow>(`select ${COLUMNS} from intake.reception where district = $1 and code_hash = $2`, [
        ...[district, codeHash],
      ]);
    return rows[0];
  }

  /** Of a day, by time; those of the queue as they came. */
  async ofDay(district: number, on: LocalDate): Promise<readonly ReceptionRow[]> {
    const { rows } = await this.database.scope(district).query<ReceptionRow>(
      `select ${COLUMNS} from intake.reception where district = $1 and held_on = $2
       order by hours, begins nulls last, out_of_turn desc, booked_at, id`,
      [district, on],
    );
    return rows;
  }

  async load(district: number, from: LocalDate, to: LocalDate): Promise<readonly LoadRow[]> {
    const { rows } = await this.database.scope(district).query<LoadRow>(
      `select official, max(post) as post, count(*) filter (where status <> 'CANCELLED')::int as booked,
         count(*) filter (where status = 'ENDED')::int as received,
         count(*) filter (where outcome = 'REGISTERED')::int as registered,
         count(*) filter (where status = 'MISSED')::int as missed,
         count(*) filter (where status = 'CANCELLED')::int as cancelled,
         count(*) filter (where status = 'ENDED' and way = 'VIDEO')::int as "byVideo"
       from intake.reception where district = $1 and held_on between $2 and $3 group by official order by official`,
      [district, from, to],
    );
    return rows;
  }

  /** Whose names have been kept long enough: cards without an appeal until `cardsUntil`, all else for thirty days, what was cancelled no longer. */
  async toForget(district: number, today: LocalDate, cardsUntil: LocalDate): Promise<readonly Forgotten[]> {
    const { rows } = await this.database.scope(district).query<Forgotten>(
      `select id, person from intake.reception
       where district = $1 and name is not null and (status = 'CANCELLED' or held_on < ($2::date - ${KEPT_DAYS})::text)
         and (held_on < $3 or not (status = 'ENDED' and appeal is null))
       order by held_on, id limit ${FORGOTTEN_AT_ONCE}`,
      [district, today, cardsUntil],
    );
    return rows;
  }

  async forget(tx: Transaction, district: number, id: string): Promise<void> {
    await tx.query(
      'update intake.reception set name = null, phone = null, phone_index = null, matter = null, said = null where district = $1 and id = $2',
      [district, id],
    );
  }
}

export interface KeptChange {
  readonly district: number;
  readonly id: string;
  readonly version: number;
  readonly visit: Visit;
  readonly at: string;
}

export interface Forgotten {
  readonly id: string;
  readonly person: string;
}

type Span = Pick<TakenTime, 'begins' | 'minutes'>;

/** Hours may have been announced otherwise since one of them was booked. */
export function overlap(one: Span, other: Span): boolean {
  const [first, second] = [minuteOf(one.begins), minuteOf(other.begins)];
  return first < second + other.minutes && second < first + one.minutes;
}

function refuseTaken(error: unknown): never {
  const { constraint } = error as { readonly constraint?: string };
  if (constraint === 'reception_slot') refuse('SLOT_TAKEN', { field: 'begins' });
  if (constraint === 'reception_appeal') refuse('APPEAL_NOT_OF_RECEPTION', { field: 'appeal' });
  throw error;
}
