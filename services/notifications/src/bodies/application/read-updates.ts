import { Injectable } from '@nestjs/common';
import { compact } from '@otklik/kernel';
import type { Open311Client, OutsideUpdate } from '@otklik/networks';
import { statusAfter } from '../domain/body-update.js';
import { type FollowedRequest, FollowedRequests, type ServerOf } from '../store/followed-requests.js';
import { RecordReports, type Report } from './record-reports.js';

/** A server may show an update a while after the time that it bears. */
const OVERLAP_MS = 86_400_000;

/**
 * What a body writes in updates of its requests (mySociety's extension of Open311). The feed is of all that the server has: what is
 * no update of ours is passed over. The place in it is kept for each server and moves on after everything is recorded, so that an
 * interrupted reading is repeated; the case takes an update once by its id.
 */
@Injectable()
export class ReadUpdates {
  constructor(
    private readonly followed: FollowedRequests,
    private readonly reports: RecordReports,
  ) {}

  /** Answers the requests of which something new was written; undefined: the server does not answer. */
  async read(server: ServerOf, client: Open311Client, signal: AbortSignal): Promise<ReadonlySet<string> | undefined> {
    const since = Date.parse(await this.followed.updatesSince(server)) - OVERLAP_MS;
    const updates = await client.updates(new Date(since).toISOString(), signal);
    if (!updates) return undefined;
    const written = new Set<string>();
    const ours = await this.oursOf(server, updates);
    for (const update of updates) {
      const request = ours.get(update.request);
      if (request && (await this.reports.record(server, request, reportOf(update)))) written.add(update.request);
    }
    const last = updates.at(-1);
    if (last) await this.followed.updatedUntil(server, last.at);
    return written;
  }

  private async oursOf(
    server: ServerOf,
    updates: readonly OutsideUpdate[],
  ): Promise<ReadonlyMap<string, FollowedRequest>> {
    const ids = [...new Set(updates.map(({ request }) => request))];
    if (ids.length === 0) return new Map();
    const ours = await this.followed.byIds(server, ids);
    return new Map(ours.map((request) => [request.request!, request]));
  }
}

function reportOf({ id, request, status: word, text, at }: OutsideUpdate): Report {
  const status = statusAfter(word);
  return { number: request, update: id, changedAt: at, ...compact({ status }), ...(text !== '' && { notes: text }) };
}
