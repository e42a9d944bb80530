import { Injectable } from '@nestjs/common';
import type { ClientCommandContext } from '@otklik/event-store';
import { Database, Directory, PLATFORM, type Transaction } from '@otklik/tenancy';
import { writeDirectoryIn, type DirectoryWriter } from '@otklik/tenancy/loader';
import { type AdministrationRecord, AdministrationRecords } from '../store/administration-records.js';

/** What a command of an administrator works on: the directory and the accounts in one transaction. */
export interface Administering {
  readonly tx: Transaction;
  readonly writer: DirectoryWriter;
}

/** Runs a command of an administrator once, with its record. */
@Injectable()
export class Administer {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly records: AdministrationRecords,
  ) {}

  /**
   * A repeated command does nothing. `work` answers what the record says; after it this process's copy of the directory
   * has the change, the other processes' within five seconds.
   */
  async run(
    ctx: ClientCommandContext,
    work: (administering: Administering) => Promise<Pick<AdministrationRecord, 'kind' | 'official' | 'details'>>,
  ): Promise<void> {
    await this.database.scope(ctx.district, PLATFORM).transaction((tx) =>
      writeDirectoryIn(tx, async (writer) => {
        if (await this.records.isRepeated(tx, ctx)) return;
        const record = await work({ tx, writer });
        const { commandId: id, at, district, fingerprint, actor } = ctx;
        const stead = actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf };
        await this.records.add(tx, district, { id, at, by: actor.id!, ...stead, ...record }, fingerprint);
      }),
    );
    await this.directory.refresh();
  }
}
