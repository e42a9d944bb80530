import { Injectable } from '@nestjs/common';
import { Clock, compact, localMoment } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { facetsOf } from '../../register/application/list/register-facets.js';
import type { RegisterFilter } from '../../register/application/list/register-filter.js';
import type { ListPosition } from '../../register/application/list/register-list.js';
import { type RegisterChange, RegisterChanges } from '../store/register-changes.js';
import { RegisterReader } from '../../register/application/list/register-reader.js';

/** How often a follower looks whether the minute of the district's clock has turned. */
const CLOCK_CHECK_INTERVAL_MS = 5_000;
const PAGE_SIZE = 100;

/** Position of a follower of a district: the last change, and the clock (`localMoment`) by which filters were met. */
export type FollowedTo = readonly [change: number, clock: string];

/** A change of a row, or of the clock alone: then the row is the same before and after. */
export interface DistrictChange {
  readonly change: RegisterChange;
  /** The clock by which filters and rows are seen before the change, and after it. */
  readonly clocks: readonly [before: string, after: string];
}

/** The changes of a district's rows and of its clock, for live lists. */
@Injectable()
export class DistrictChanges {
  constructor(
    private readonly changes: RegisterChanges,
    private readonly reader: RegisterReader,
    private readonly clock: Clock,
  ) {}

  now(zone: string): string {
    return localMoment(this.clock.now(), zone);
  }

  /** Whether a follower can resume; see `RegisterChanges.resumable`. */
  resumable(district: District, [change]: FollowedTo): Promise<boolean> {
    return this.changes.resumable(district.id, change);
  }

  /** From `from`, or from now on. When the clock has turned, all changes of the old minute come before it. */
  async *follow(district: District, from: FollowedTo | undefined, signal: AbortSignal): AsyncGenerator<DistrictChange> {
    const { changes } = this;
    let [last, clock] = from ?? [await changes.newest(), this.now(district.zone)];
    while (!signal.aborted) {
      const ended = this.endOf(clock, district.zone, signal);
      const follow = changes.follow(last, AbortSignal.any([signal, ended]), district.id);
      for await (const change of eachOf(follow)) {
        last = change.change;
        yield { change, clocks: [clock, clock] };
      }
      // The process stops.
      if (signal.aborted || !ended.aborted) return;
      for await (const change of eachOf(this.rest(last, district))) {
        last = change.change;
        yield { change, clocks: [clock, clock] };
      }
      const now = this.now(district.zone);
      yield* this.turn(district, last, [clock, now], signal);
      clock = now;
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

  /** The rows that the turn of the clock concerns. */
  private async *turn(
    { id: district }: District,
    change: number,
    clocks: DistrictChange['clocks'],
    signal: AbortSignal,
  ): AsyncGenerator<DistrictChange> {
    const seen = new Set<string>();
    for (const filter of turning(clocks)) {
      for await (const appeal of this.meeting(district, filter, signal)) {
        if (seen.has(appeal)) continue;
        seen.add(appeal);
        const [row] = await this.reader.rows([district], [appeal]);
        if (!row) continue;
        const facets = facetsOf(row);
        const version = row.fold.appeal.version;
        yield { change: { district, change, appeal, version, before: facets, after: facets }, clocks };
      }
    }
  }

  private async *meeting(district: number, filter: RegisterFilter, signal: AbortSignal): AsyncGenerator<string> {
    let from: ListPosition | undefined;
    while (!signal.aborted) {
      const request = { district, filter, order: 'DEADLINE', limit: PAGE_SIZE, backward: false } as const;
      const page = await this.reader.appeals({ ...request, ...compact({ from }) });
      for (const { row } of page) yield row.id;
      if (page.length < PAGE_SIZE) return;
      from = page.at(-1)!.position;
    }
  }

  /** Aborts when the minute is over in the zone, or with `signal`. */
  private endOf(clock: string, zone: string, signal: AbortSignal): AbortSignal {
    const end = new AbortController();
    const isOver = (): boolean => this.now(zone) !== clock;
    if (isOver()) end.abort();
    else {
      const timer = setInterval(() => {
        if (signal.aborted) clearInterval(timer);
        else if (isOver()) {
          clearInterval(timer);
          end.abort();
        }
      }, CLOCK_CHECK_INTERVAL_MS).unref();
    }
    return end.signal;
  }
}

const open = ['OPEN', 'ROUTED', 'RETURNED', 'IN_WORK'];

/** What is overdue only after the turn, and with a new day what is to be done on it. */
function turning([before, after]: DistrictChange['clocks']): readonly RegisterFilter[] {
  const ended = { dueSince: before, dueUntil: after };
  const [day, next] = [before.slice(0, 10), after.slice(0, 10)];
  return [
    { ...ended, questionStates: open },
    { ...ended, awaits: ['MODERATOR', 'REGISTRAR'] },
    ...(day === next ? [] : [{ workFrom: day, workBy: next, questionStates: open }]),
  ];
}

async function* eachOf(pages: AsyncIterable<readonly RegisterChange[]>): AsyncGenerator<RegisterChange> {
  for await (const page of pages) yield* page;
}
