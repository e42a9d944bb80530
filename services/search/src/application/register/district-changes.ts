import { Injectable } from '@nestjs/common';
import { Clock, localDate, type LocalDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { facetsOf } from './register-facets.js';
import type { ListPosition } from './register-list.js';
import { RegisterChanges, type RegisterChange } from './register-changes.js';
import { RegisterReader } from './register-reader.js';

/** How often a follower looks whether the district's day has turned. */
const DAY_CHECK_INTERVAL_MS = 5_000;
const PAGE_SIZE = 100;

/** Where a follower of a district stands: the last change, and the day by which filters were met. */
export type FollowedTo = readonly [change: number, day: LocalDate];

/** A change of a row, or of the day alone: then the row is the same before and after. */
export interface DistrictChange {
  readonly change: RegisterChange;
  /** The day by which filters and rows are seen before the change, and after it. */
  readonly days: readonly [before: LocalDate, after: LocalDate];
}

/** The changes of a district's rows and of its day, for live lists. */
@Injectable()
export class DistrictChanges {
  constructor(
    private readonly changes: RegisterChanges,
    private readonly reader: RegisterReader,
    private readonly clock: Clock,
  ) {}

  today(zone: string): LocalDate {
    return localDate(this.clock.now(), zone);
  }

  /** Whether a follower can resume; see `RegisterChanges.resumable`. */
  resumable(district: District, [change]: FollowedTo): Promise<boolean> {
    return this.changes.resumable(district.id, change);
  }

  /** From `from`, or from now on. When the day has turned, all changes of the old day come before it. */
  async *follow(district: District, from: FollowedTo | undefined, signal: AbortSignal): AsyncGenerator<DistrictChange> {
    const { changes } = this;
    let [last, day] = from ?? [await changes.newest(), this.today(district.zone)];
    while (!signal.aborted) {
      const ended = this.endOf(day, district.zone, signal);
      const follow = changes.follow(last, AbortSignal.any([signal, ended]), district.id);
      for await (const change of eachOf(follow)) {
        last = change.change;
        yield { change, days: [day, day] };
      }
      // The process stops.
      if (signal.aborted || !ended.aborted) return;
      for await (const change of eachOf(this.rest(last, district))) {
        last = change.change;
        yield { change, days: [day, day] };
      }
      const today = this.today(district.zone);
      yield* this.turn(district, last, [day, today], signal);
      day = today;
    }
  }

  private async *rest(after: number, { id }: District): AsyncGenerator<readonly RegisterChange[]> {
    for (let last = after; ;) {
      const page = await this.changes.page(last, id);
      if (page.length === 0) return;
      last = page.at(-1)!.change;
      yield page;
    }
  }

  /** The rows that the turn of the day concerns: with an open question that is due from the old day on to the new one. */
  private async *turn(
    { id: district }: District,
    change: number,
    days: DistrictChange['days'],
    signal: AbortSignal,
  ): AsyncGenerator<DistrictChange> {
    const filter = { dueFrom: days[0], dueBy: days[1], questionStates: ['OPEN', 'ROUTED', 'RETURNED', 'IN_WORK'] };
    let from: ListPosition | undefined;
    while (!signal.aborted) {
      const request = { district, filter, order: 'DEADLINE', limit: PAGE_SIZE, backward: false } as const;
      const page = await this.reader.appeals({ ...request, ...(from ? { from } : {}) });
      const rows = await this.reader.rows(
        [district],
        page.map(({ row }) => row.id),
      );
      for (const row of rows) {
        const facets = facetsOf(row);
        const version = row.fold.appeal.version;
        yield { change: { district, change, appeal: row.id, version, before: facets, after: facets }, days };
      }
      if (page.length < PAGE_SIZE) return;
      from = page.at(-1)!.position;
    }
  }

  /** Aborts when the day is over in the zone, or with `signal`. */
  private endOf(day: LocalDate, zone: string, signal: AbortSignal): AbortSignal {
    const end = new AbortController();
    const isOver = (): boolean => this.today(zone) !== day;
    if (isOver()) end.abort();
    else {
      const timer = setInterval(() => {
        if (signal.aborted) clearInterval(timer);
        else if (isOver()) {
          clearInterval(timer);
          end.abort();
        }
      }, DAY_CHECK_INTERVAL_MS).unref();
    }
    return end.signal;
  }
}

async function* eachOf(pages: AsyncIterable<readonly RegisterChange[]>): AsyncGenerator<RegisterChange> {
  for await (const page of pages) yield* page;
}
