import { Inject, Injectable } from '@nestjs/common';
import { Background, type BackgroundTask } from '@otklik/host';
import { SEARCH_SERVER, type ServerSide } from '../../../search-server-side.js';
import { Indexer } from '../postgres/indexer.js';
import { IndexSource } from '../postgres/index-source.js';
import { PostgresIndexTarget } from '../postgres/postgres-index-target.js';

/** Both indexes follow the register. */
@Background('INSIDE')
@Injectable()
export class Indexers implements BackgroundTask {
  private readonly all: readonly Pick<Indexer<unknown>, 'start' | 'stop'>[];

  constructor(
    source: IndexSource,
    own: PostgresIndexTarget,
    @Inject(SEARCH_SERVER) private readonly server: ServerSide | undefined,
  ) {
    // The fallback keeps the server's pace, so that a query is answered there first.
    this.all = server
      ? [new Indexer(source, { ...own, throttle: server.target.throttle }), new Indexer(source, server.target)]
      : [new Indexer(source, own)];
  }

  start(): void {
    this.server?.logVersion();
    for (const one of this.all) one.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((one) => one.stop()));
    await this.server?.close();
  }
}
