import { Injectable } from '@nestjs/common';
import type { EventActor } from '@otklik/contracts/envelope';
import { EventStore, domainEvent, prepareAppend, type AppendRequest } from '@otklik/event-store';
import { Clock, fold, uuidv5, VersionConflict } from '@otklik/kernel';
import { Database, type District, type Transaction } from '@otklik/tenancy';
import { KeyKeeper } from '@otklik/vault';
import { appealParts } from '../../appeal/application/appeal-handler.js';
import { personId } from '../../appeal/application/submission-key.js';
import { appeal as appeals, decide } from '../../appeal/domain/appeal.decide.js';
import type { AppealEvent } from '../../appeal/domain/appeal.js';
import { OldJournalRows } from '../store/old-journal-rows.js';

/** Something was done with appeals of the import since: it is not taken back. */
export class JournalInUse extends Error {
  override readonly name = 'JournalInUse';

  constructor(readonly appeals: readonly string[]) {
    super(`Something was done with ${appeals.length} appeal(s) of the import.`);
  }
}

/** In the ledger of erasures. */
const GROUND = 'OLD_JOURNAL_REMOVED';
const AT_ONCE = 200;

@Injectable()
export class TakeBackJournal {
  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
    private readonly vault: KeyKeeper,
    private readonly rows: OldJournalRows,
    private readonly clock: Clock,
  ) {}

  /**
   * All appeals of the import or none, in one transaction: their facts are recorded, the persons' keys destroyed, the numbers given back
   * where none was given after them. Answers how many; 0: there is no such import, or it was taken back. Throws `JournalInUse`.
   */
  takeBack(district: District, load: string, actor: EventActor): Promise<number> {
    return this.database.scope(district.id).transaction(async (tx) => {
      await this.rows.lock(tx, district.id);
      const taken = await this.rows.appealsOf(tx, district.id, load);
      if (taken.length === 0) return 0;
      const used = taken.filter(({ version }) => version !== 1);
      if (used.length > 0) throw new JournalInUse(used.map(({ appeal }) => appeal));
      const at = this.clock.now();
      for (let from = 0; from < taken.length; from += AT_ONCE) {
        const streams = taken.slice(from, from + AT_ONCE).map(({ appeal }) => appeal);
        await this.remove(tx, { district, load, actor, at }, streams);
      }
      await this.rows.removeLoad(tx, district.id, load, at);
      await this.rows.release(tx, district.id, load);
      return taken.length;
    });
  }

  private async remove(
    tx: Transaction,
    by: { readonly district: District; readonly load: string; readonly actor: EventActor; readonly at: string },
    streams: readonly string[],
  ): Promise<void> {
    const { district, load, actor, at } = by;
    const keys = streams.map((stream) => ({ district: district.id, stream }));
    const recorded = await this.store.readAll(keys, { tx });
    const requests: AppendRequest[] = [];
    for (const events of recorded.values()) {
      const appeal = events[0]!.stream;
      const state = fold(appeals, events.map(domainEvent<AppealEvent>));
      const decided = decide({ type: 'RemoveWithOldJournal', load }, state);
      const context = {
        district: district.id,
        actor,
        commandId: uuidv5(appeal, 'take back'),
        correlationId: appeal,
        at,
      };
      const before = { state, version: 1, correlationId: appeal };
      requests.push((await prepareAppend(appealParts(this.vault), context, appeal, before, decided, tx)).request);
    }
    const appended = await this.store.appendAll(requests, { tx });
    if (appended.some((result) => result === undefined)) throw new VersionConflict(1, 2);
    for (const appeal of streams) await this.vault.destroy(tx, district.id, personId(appeal), GROUND);
  }
}
