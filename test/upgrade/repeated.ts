import pg from 'pg';

const SERVICES = ['intake', 'routing', 'responses', 'notifications'] as const;

/** Consumers that took an event of these first moments only after the later one: they had it from a process before. */
export async function repeatedAfter(
  databaseUrl: string,
  between: readonly [from: Date, to: Date],
  later: Date,
): Promise<readonly string[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const inboxes = SERVICES.map((service) => `select consumer, event, at from ${service}.inbox`).join(' union all ');
    const events = SERVICES.map((service) => `select id, type, recorded_at from ${service}.event`).join(' union all ');
    const { rows } = await client.query<{ repeated: string }>(
      `select distinct i.consumer || ' ' || e.type as repeated from (${inboxes}) i join (${events}) e on e.id = i.event
       where e.recorded_at between $1 and $2 and i.at > $3 order by 1`,
      [...between, later],
    );
    return rows.map(({ repeated }) => repeated);
  } finally {
    await client.end();
  }
}
