import { Injectable } from '@nestjs/common';
import type { ClientCommandContext } from '@otklik/event-store';
import { refuse, VersionConflict } from '@otklik/kernel';
import { Database, type District, type PublicClient } from '@otklik/tenancy';
import { directoryHistory } from '@otklik/tenancy/loader';
import { Administer } from './administer.js';

export interface ClientOfDistrict extends PublicClient {
  /** ISO 8601 UTC. */
  readonly addedAt: string;
  readonly version: number;
}

export interface RevokedClient {
  /** Its `client_id`. */
  readonly id: string;
  readonly expectedVersion: number;
}

/** Front-ends of other teams at which the district's officials sign in; the operator's command registers them. */
@Injectable()
export class PublicClients {
  constructor(
    private readonly administer: Administer,
    private readonly database: Database,
  ) {}

  /** By title; without those that were revoked. */
  async list({ id: district }: Pick<District, 'id'>): Promise<readonly ClientOfDistrict[]> {
    const versions = await this.database.scope(district).transaction((tx) => directoryHistory(tx, district, 'client'));
    return versions
      .flatMap(({ code, data, version, validFrom, validTo }) =>
        validTo === undefined ? [{ ...data, id: code, version, addedAt: validFrom }] : [],
      )
      .toSorted((a, b) => a.title.localeCompare(b.title, 'ru'));
  }

  /** Refuses NOT_FOUND; throws `VersionConflict`. */
  async revoke(ctx: ClientCommandContext, { id, expectedVersion }: RevokedClient): Promise<void> {
    await this.administer.run(ctx, async ({ writer }) => {
      const rows = await writer.current(ctx.district, ['client']);
      const found = rows.find(({ code }) => code === id) ?? refuse('NOT_FOUND');
      if (found.version !== expectedVersion) throw new VersionConflict(expectedVersion, found.version);
      await writer.close(ctx.district, 'client', id);
      const { title } = found.data as Pick<PublicClient, 'title'>;
      return { kind: 'PUBLIC_CLIENT_REVOKED', details: { title } };
    });
  }
}
