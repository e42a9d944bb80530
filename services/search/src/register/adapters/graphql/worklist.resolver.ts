import { setTimeout as pause } from 'node:timers/promises';
import { Context, Query, Resolver, Subscription } from '@nestjs/graphql';
import type { Worklist } from '@otklik/contracts/generated/graphql';
import type { PermittedContext } from '@otklik/host';
import { Clock, localDate, localMoment } from '@otklik/kernel';
import { RegisterChanges } from '../../../live/store/register-changes.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import { worklistsOf } from '../../application/list/worklists.js';
import { districtOf } from './district-of.js';
import { ending } from './ending.js';

/** Counts are read no oftener than this. */
const MIN_INTERVAL_MS = 500;
/** A day's turn changes what is due and overdue. */
const DAY_CHECK_INTERVAL_MS = 10_000;

type Counts = readonly Worklist[];

@Resolver()
export class WorklistResolver {
  constructor(
    private readonly reader: RegisterReader,
    private readonly changes: RegisterChanges,
    private readonly clock: Clock,
  ) {}

  @Query('worklists')
  async worklists(@Context() context: PermittedContext): Promise<Counts> {
    const district = districtOf(context);
    const at = this.clock.now();
    const now = { [district.id]: localMoment(at, district.zone) };
    const lists = worklistsOf(context.actor, district, localDate(at, district.zone));
    const totals = await this.reader.counts(
      district.id,
      lists.map(({ code: _code, order: _order, filter, ...list }) => ({ ...list, filter: { ...filter, now } })),
    );
    return lists.map(({ code, of, order }, at) => {
      const { count, isExact } = totals[at]!;
      return { code, of, order, total: count, totalIsExact: isExact };
    });
  }

  @Subscription('worklistChanges')
  worklistChanges(@Context() context: PermittedContext): AsyncIterable<{ readonly worklistChanges: Counts }> {
    const districtTurns = (signal: AbortSignal) => this.turns(context, signal);
    const counted = () => this.worklists(context);
    return ending(async function* (signal) {
      let told = '';
      for await (const _ of districtTurns(signal)) {
        const counts = await counted();
        const text = JSON.stringify(counts);
        if (text !== told) yield { worklistChanges: counts };
        told = text;
      }
    });
  }

  /** At once, and then whenever the district's counts may be others: after changes of its rows, and when its day turns. */
  private async *turns(context: PermittedContext, signal: AbortSignal): AsyncGenerator<void> {
    const { changes, reader, clock } = this;
    const { id, zone } = districtOf(context);
    let seen: string | undefined;
    while (!signal.aborted) {
      const known = changes.known();
      const state = `${await reader.newestChange(id)} ${localDate(clock.now(), zone)}`;
      if (state !== seen) yield;
      seen = state;
      await pause(MIN_INTERVAL_MS);
      await changes.moved(known, AbortSignal.any([signal, AbortSignal.timeout(DAY_CHECK_INTERVAL_MS)]));
    }
  }
}
