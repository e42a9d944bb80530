import { Injectable } from '@nestjs/common';
import type { OwnReception, Reception, ReceptionLoad, ReceptionVisit } from '@otklik/contracts/generated/graphql';
import { addDays, localTime, type LocalDate, type LocalTime } from '@otklik/kernel';
import type { District, OpenedBy, ReceptionHours } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { BOOKED_AHEAD_DAYS, isAhead, sittingsFrom, type Sitting } from '../domain/sittings.js';
import { ReceptionOpenings, type ReceptionOpening } from '../store/reception-openings.js';
import { overlap, Receptions, type ReceptionRow, type TakenTime } from '../store/receptions.js';
import { BookReception } from './book-reception.js';

/** What residents and officials read of receptions. */
@Injectable()
export class ReadReceptions {
  constructor(
    private readonly rows: Receptions,
    private readonly booking: BookReception,
    private readonly vault: Vault,
    private readonly openings: ReceptionOpenings,
  ) {}

  /** Announced, from today on, with what is free; nothing of visitors. */
  async offered({ id, zone, calendar, public: shown }: District, at: string): Promise<readonly Reception[]> {
    const now = localTime(at, zone);
    const sittings = sittingsFrom(shown.reception ?? [], now.on, calendar);
    if (sittings.length === 0) return [];
    const taken = await this.rows.taken(id, now.on, addDays(now.on, BOOKED_AHEAD_DAYS));
    return sittings.map((sitting) => offeredOf(sitting, taken, now));
  }

  async own(district: District, code: string): Promise<OwnReception | undefined> {
    const row = await this.booking.byCode(district, code);
    if (!row) return undefined;
    const { state, official, post, place, on, begins, way } = row;
    return { state, official, post, place, on, begins, way };
  }

  /** With their names, which is recorded before they are shown. */
  async visits(
    { id: district }: District,
    days: readonly LocalDate[],
    opening: OpenedBy & { readonly at: string },
  ): Promise<readonly ReceptionVisit[]> {
    const visits: ReceptionVisit[] = [];
    for (const on of days) {
      await this.openings.record(district, { ...opening, on });
      const rows = await this.rows.ofDay(district, on);
      visits.push(...(await Promise.all(rows.map((row) => this.visitOf(district, row)))));
    }
    return visits;
  }

  opened(
    { id, zone }: District,
    from: LocalDate,
    to: LocalDate,
  ): Promise<readonly (ReceptionOpening & { readonly id: string })[]> {
    return this.openings.list(id, { from, to, zone });
  }

  load({ id }: District, from: LocalDate, to: LocalDate): Promise<readonly ReceptionLoad[]> {
    return this.rows.load(id, from, to);
  }

  private async visitOf(district: number, row: ReceptionRow): Promise<ReceptionVisit> {
    const { minutes: _, person: __, bookedAt, remindedAt, name, phone, matter, said, ...facts } = row;
    const open = async (sealed: string | null) =>
      sealed === null ? null : ((await this.vault.open(district, sealed)) ?? null);
    const [itsName, itsPhone, itsMatter, itsSaid] = await Promise.all([name, phone, matter, said].map(open));
    return {
      ...facts,
      name: itsName ?? null,
      phone: itsPhone ?? null,
      matter: itsMatter ?? null,
      said: itsSaid ?? null,
      bookedAt: bookedAt.toISOString(),
      remindedAt: remindedAt?.toISOString() ?? null,
    };
  }
}

function offeredOf(
  { hours, on, slots }: Sitting<ReceptionHours>,
  taken: readonly TakenTime[],
  now: LocalTime,
): Reception {
  const { code, official, post, about, place, from, to, minutes, video = false, queue = false } = hours;
  const others = taken.filter((one) => one.hours === code && one.on === on);
  const isFree = (begins: string): boolean =>
    isAhead(on, begins, now) && !others.some((one) => overlap(one, { begins, minutes }));
  const times = slots.map((begins) => ({ begins, free: isFree(begins) }));
  return {
    hours: code,
    official,
    post,
    about: about ?? null,
    place,
    on,
    from,
    to,
    minutes,
    video,
    queue,
    slots: times,
  };
}
