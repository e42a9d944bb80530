import { Injectable } from '@nestjs/common';
import type { ClientCommandContext } from '@otklik/event-store';
import { VersionConflict } from '@otklik/kernel';
import { Database, PLATFORM, type District } from '@otklik/tenancy';
import {
  calendarYearsIn,
  directoryHistory,
  isTransfersFault,
  putDistrictTransfers,
  transferredDays,
  type CalendarYear,
  type DirectoryVersion,
  type Transfers,
  type TransfersFault,
} from '@otklik/tenancy/loader';
import { Administer } from './administer.js';

/** A year of the platform, and the district's own transfers where it has some. */
export interface YearOfDistrict {
  readonly year: CalendarYear;
  readonly own?: DirectoryVersion<'transfers'>;
}

/** Why transfers are not taken; `at` a day of a list, or of the whole input. */
export type RefusedTransfers = TransfersFault | { readonly code: 'YEAR_UNKNOWN' | 'YEAR_HAS_TRANSFERS' };

@Injectable()
export class AdministerCalendar {
  constructor(
    private readonly administer: Administer,
    private readonly database: Database,
  ) {}

  years({ id }: District): Promise<readonly YearOfDistrict[]> {
    return this.database.scope(id, PLATFORM).transaction(async (tx) => {
      const own = new Map((await directoryHistory(tx, id, 'transfers')).map((one) => [one.code, one] as const));
      return (await calendarYearsIn(tx)).map((year) => {
        const set = own.get(String(year.year));
        return set ? { year, own: set } : { year };
      });
    });
  }

  /** The fault of the transfers against the year; undefined where they may be set. */
  async faultOf(district: District, transfers: Transfers): Promise<RefusedTransfers | undefined> {
    const known = (await this.years(district)).find(({ year }) => year.year === transfers.year)?.year;
    if (!known) return { code: 'YEAR_UNKNOWN' };
    if (known.transfers !== false) return { code: 'YEAR_HAS_TRANSFERS' };
    const days = transferredDays(transfers, known);
    return isTransfersFault(days) ? days : undefined;
  }

  /** In place of the year's list of before. Throws `VersionConflict`, `IdempotencyKeyReused`. */
  async set(ctx: ClientCommandContext, transfers: Transfers, expectedVersion: number | undefined): Promise<void> {
    const { year, decree } = transfers;
    await this.administer.run(ctx, async ({ writer }) => {
      const present = (await writer.current(ctx.district, ['transfers'])).find(({ code }) => code === String(year));
      if (present?.version !== expectedVersion) throw new VersionConflict(expectedVersion ?? 0, present?.version ?? 0);
      const known = (await writer.years()).find((one) => one.year === year);
      const days = known && transferredDays(transfers, known);
      if (!days || isTransfersFault(days)) throw new TypeError(`Transfers of ${year} that were not checked`);
      await putDistrictTransfers(writer, ctx.district, year, { decree, days, by: ctx.actor.id! });
      return {
        kind: 'CALENDAR_TRANSFERS_SET',
        details: { year: String(year), count: String(Object.keys(days).length) },
      };
    });
  }
}
