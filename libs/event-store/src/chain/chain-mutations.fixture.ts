import type pg from 'pg';

interface Place {
  readonly district: number;
  readonly stream: string;
  readonly version: number;
  readonly position: string;
  readonly isLast: boolean;
}

/** The log before the change. */
export interface LogBefore {
  readonly events: readonly Place[];
  readonly blocks: readonly { readonly district: number; readonly number: string }[];
}

/** A change by one who reaches the database and leaves everything else as it was. Answers whether it changed anything. */
export type Mutate = (client: pg.Client, chance: () => number, log: LogBefore) => Promise<boolean>;

export async function logBefore(client: pg.Client): Promise<LogBefore> {
  const events = await client.query<Place>(
    `select e.district, e.stream, e.version, e.position, s.version = e.version and e.version > 1 as "isLast"
      from notes.event e join notes.stream s on s.district = e.district and s.id = e.stream order by e.position`,
  );
  const blocks = await client.query<LogBefore['blocks'][number]>(
    'select district, number from notes.chain_block order by district, number',
  );
  return { events: events.rows, blocks: blocks.rows };
}

function any<One>(list: readonly One[], chance: () => number): One {
  return list[Math.floor(chance() * list.length)]!;
}

const ofEvent = 'where district = $1 and stream = $2 and version = $3';

const onEvent =
  (change: string): Mutate =>
  async (client, chance, { events }) => {
    const { district, stream, version } = any(events, chance);
    const { rowCount } = await client.query(`${change} ${ofEvent}`, [district, stream, version]);
    return rowCount === 1;
  };

const changed = (column: string, value: string): Mutate => onEvent(`update notes.event set ${column} = ${value}`);

/** One character of the text of a column becomes another. */
const byteOf =
  (column: 'data' | 'meta'): Mutate =>
  async (client, chance, { events }) => {
    const { district, stream, version } = any(events, chance);
    const key = [district, stream, version];
    const { rows } = await client.query<{ text: string }>(
      `select ${column}::text as text from notes.event ${ofEvent}`,
      key,
    );
    const { text } = rows[0]!;
    // Inside a value: the text must stay JSON.
    const { index: at } = any([...text.matchAll(/[a-z](?=[a-z0-9]*")/g)], chance);
    const other = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
    await client.query(`update notes.event set ${column} = $4::json ${ofEvent}`, [...key, other]);
    return true;
  };

/** Two events of one district change places: each gets the content of the other. */
const swapped: Mutate = async (client, chance, { events }) => {
  const one = any(events, chance);
  const other = any(events, chance);
  if (one === other || one.district !== other.district) return false;
  const { rowCount } = await client.query(
    `update notes.event e set id = o.id, data = o.data, command = o.command, meta = o.meta from notes.event o
      where (e.position = $1 and o.position = $2) or (e.position = $2 and o.position = $1)`,
    [one.position, other.position],
  );
  return rowCount === 2;
};

/** Their positions, in a log whose order tells who was first. */
const swappedPositions: Mutate = async (client, chance, { events }) => {
  const one = any(events, chance);
  const other = any(events, chance);
  if (one === other) return false;
  const move = ({ district, stream, version }: Place, position: string) =>
    client.query(`update notes.event set position = $4 ${ofEvent}`, [district, stream, version, position]);
  await move(one, '-1');
  await move(other, one.position);
  await move(one, other.position);
  return true;
};

const streamGone: Mutate = async (client, chance, { events }) => {
  const { district, stream } = any(events, chance);
  await client.query('delete from notes.stream where district = $1 and id = $2', [district, stream]);
  const gone = await client.query('delete from notes.event where district = $1 and stream = $2', [district, stream]);
  return (gone.rowCount ?? 0) > 0;
};

/** With its head, so that the versions of the stream still have no gap. */
const lastEventGone: Mutate = async (client, chance, { events }) => {
  const last = events.filter(({ isLast }) => isLast);
  const { district, stream, version } = any(last, chance);
  await client.query('update notes.stream set version = version - 1 where district = $1 and id = $2', [
    district,
    stream,
  ]);
  const gone = await client.query(`delete from notes.event ${ofEvent}`, [district, stream, version]);
  return gone.rowCount === 1;
};

/** At a position that was rolled back. */
const addedBehind: Mutate = async (client, chance, { events }) => {
  const { rowCount } = await client.query(
    `insert into notes.event (position, district, stream, version, id, type, schema, at, command, meta, data)
      select h.hole, e.district, e.stream, 1000, gen_random_uuid(), e.type, e.schema, e.at, gen_random_uuid(), e.meta, e.data
      from notes.event e, (select n as hole from generate_series(1, (select max(position) from notes.event)) n
        where not exists (select from notes.event where position = n) order by n limit 1) h
      where e.position = $1`,
    [any(events, chance).position],
  );
  return rowCount === 1;
};

const onBlock =
  (change: string): Mutate =>
  async (client, chance, { blocks }) => {
    const { district, number } = any(blocks, chance);
    const { rowCount } = await client.query(`${change} where district = $1 and number = $2`, [district, number]);
    return rowCount === 1;
  };

/** The newest events together with the blocks that hold them: only what was anchored outside tells. */
const tailGone: Mutate = async (client) => {
  const last = '(select max(through) from notes.chain_block)';
  const before = `(select max(through) from notes.chain_block where through < ${last})`;
  await client.query(`delete from notes.event where position > ${before}`);
  const blocks = await client.query(`delete from notes.chain_block where through = ${last}`);
  return (blocks.rowCount ?? 0) > 0;
};

const allGone: Mutate = async (client) => {
  await client.query('delete from notes.event where district = 2');
  const blocks = await client.query('delete from notes.chain_block where district = 2');
  return (blocks.rowCount ?? 0) > 0;
};

export const mutations: Readonly<Record<string, Mutate>> = {
  'a byte of the data': byteOf('data'),
  'a byte of who did it': byteOf('meta'),
  'an outcome flipped': changed('type', `'Flipped'`),
  'a date moved': changed('at', `at - interval '1 day'`),
  'a date moved by a microsecond': changed('at', `at - interval '1 microsecond'`),
  'the time of recording moved': changed('recorded_at', `recorded_at - interval '1 hour'`),
  'another schema': changed('schema', 'schema + 1'),
  'another id': changed('id', 'gen_random_uuid()'),
  'another command': changed('command', 'gen_random_uuid()'),
  'another stream': changed('stream', 'gen_random_uuid()'),
  'another district': changed('district', 'district % 3 + 1'),
  'another version': changed('version', 'version + 1000'),
  'moved to the end': changed('position', '(select max(position) + 1 from notes.event)'),
  'an event gone': onEvent('delete from notes.event'),
  'two events swapped': swapped,
  'two positions swapped': swappedPositions,
  'a last event gone': lastEventGone,
  'a stream gone': streamGone,
  'an event added behind': addedBehind,
  'a block gone': onBlock('delete from notes.chain_block'),
  'a block without its rows': onBlock(`update notes.chain_block set rows = ''`),
  'a block backdated': onBlock(`update notes.chain_block set at = at - interval '1 day'`),
  'a block of another format': onBlock('update notes.chain_block set format = 3 - format'),
  'a block that covers more': onBlock('update notes.chain_block set through = through + 1'),
  'the newest events and their blocks gone': tailGone,
  'the chain of a district gone': allGone,
};
