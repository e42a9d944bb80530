import { appealEvents } from '@otklik/contracts/intake.events';
import { notificationsEvents } from '@otklik/contracts/notifications.events';
import { responsesEvents } from '@otklik/contracts/responses.events';
import { routingEvents } from '@otklik/contracts/routing.events';
import { writeFileSync } from 'node:fs';
import pg from 'pg';
import type { LoggedRow } from './logged-cases.fixture.js';

/*
 * node … write-log.ts <name> <database>: keeps what the logs of a database hold about cases, as `<name>.log.jsonl` beside this file,
 * an event a line. Ids and sealed texts are numbered, so that nothing of a key or a person is in it.
 */
const owned = {
  intake: appealEvents.events,
  routing: routingEvents.events,
  responses: responsesEvents.events,
  notifications: notificationsEvents.events,
};

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** A sealed text or a keyed hash. */
const SECRET = /"[\w+/=.:-]{40,}"/g;

const [name, connectionString] = process.argv.slice(2);
const client = new pg.Client({ connectionString });
await client.connect();
const rows: LoggedRow[] = [];
for (const [service, events] of Object.entries(owned)) {
  const { rows: found } = await client.query<LoggedRow>(
    `select '${service}' as service, district, stream, version, id, type, schema, at, recorded_at as "recordedAt", meta, data
     from ${service}.event where type = any($1) order by position`,
    [Object.keys(events)],
  );
  rows.push(...found);
}
await client.end();

const numbered = (letter: string) => {
  const known = new Map<string, string>();
  return (text: string): string => {
    if (!known.has(text)) known.set(text, `${letter}${known.size + 1}`);
    return known.get(text)!;
  };
};
const [idOf, secretOf] = [numbered('id-'), numbered('sealed-')];
const lines = rows
  .sort((one, other) => new Date(one.recordedAt).getTime() - new Date(other.recordedAt).getTime())
  .map(({ meta: { actor, correlationId }, ...row }) => JSON.stringify({ ...row, meta: { actor, correlationId } }))
  .map((line) => line.replace(ID, idOf).replace(SECRET, (text) => JSON.stringify(secretOf(text))));
writeFileSync(new URL(`${name}.log.jsonl`, import.meta.url), `${lines.join('\n')}\n`);
console.log(`${lines.length} events`);
