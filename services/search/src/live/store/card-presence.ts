import { Injectable } from '@nestjs/common';
import { pause } from '@otklik/messaging';
import { Database, type DistrictScope } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';

const POLL_INTERVAL_MS = 2_000;
const HEARTBEAT_INTERVAL_MS = 6_000;
/** A window that was closed without a word is gone after this; three heartbeats. */
const PRESENCE_TIMEOUT_MS = 18_000;

interface Card {
  readonly district: number;
  readonly appeal: string;
  readonly official: string;
}

/** Who has a card open, over all processes of the service. A row for each open window, renewed while it is open. */
@Injectable()
export class CardPresence {
  constructor(private readonly database: Database) {}

  /**
   * Counts the official among those who have the card open, until `signal` aborts. Yields the ids of the others, at once and
   * whenever they are others; one official with two windows is one.
   */
  async *open(card: Card, signal: AbortSignal): AsyncGenerator<readonly string[]> {
    const scope = this.database.scope(card.district);
    const window = randomUUID();
    let told: string | undefined;
    let beat = -Infinity;
    try {
      while (!signal.aborted) {
        if (performance.now() - beat >= HEARTBEAT_INTERVAL_MS) {
          beat = performance.now();
          await renew(scope, card, window);
        }
        const others = await othersOf(scope, card);
        const text = others.join();
        if (text !== told) yield others;
        told = text;
        await pause(POLL_INTERVAL_MS, signal);
      }
    } finally {
      await scope.query('delete from search.card_viewer where district = $1 and appeal = $2 and window_id = $3', [
        ...[card.district, card.appeal, window],
      ]);
    }
  }
}

/** Removes those that are gone, too: a process that was killed leaves its rows. */
async function renew(scope: DistrictScope, { district, appeal, official }: Card, window: string): Promise<void> {
  await scope.query(
    `with gone as (
       delete from search.card_viewer where district = $1 and seen_at < now() - make_interval(secs => $5)
     )
     insert into search.card_viewer (district, appeal, window_id, official) values ($1, $2, $3, $4)
     on conflict (district, appeal, window_id) do update set seen_at = now()`,
    [district, appeal, window, official, PRESENCE_TIMEOUT_MS / 1_000],
  );
}

async function othersOf(scope: DistrictScope, { district, appeal, official }: Card): Promise<readonly string[]> {
  const { rows } = await scope.query<{ official: string }>(
    `select distinct official from search.card_viewer
      where district = $1 and appeal = $2 and official <> $3 and seen_at >= now() - make_interval(secs => $4)
      order by official`,
    [district, appeal, official, PRESENCE_TIMEOUT_MS / 1_000],
  );
  return rows.map((row) => row.official);
}
