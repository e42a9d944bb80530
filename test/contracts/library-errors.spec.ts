import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { isGraphqlArgumentError, isPgConnectionError, isPgReadTimeout } from '@otklik/kernel';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { buildSchema, parse, type GraphQLError } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import pg from 'pg';

let database: TestDatabase;
const pools: pg.Pool[] = [];
beforeAll(async () => void (database = await testDatabase()));
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});

async function clientOf(options: pg.ClientConfig = {}): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url, ...options });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

const socketOf = (client: pg.Client) => (client as unknown as { connection: pg.Connection }).connection.stream;

const raised: Readonly<Record<string, () => Promise<unknown>>> = {
  'a socket that closes under a statement': async () => {
    const client = await clientOf();
    const running = client.query('select pg_sleep(30)');
    setTimeout(() => socketOf(client).destroy(), 50);
    return running;
  },
  'a statement on a connection that broke': async () => {
    const client = await clientOf();
    const lost = new Promise((resolve) => client.once('error', resolve));
    socketOf(client).destroy();
    await lost;
    return client.query('select 1');
  },
  'a statement on a client that was ended': async () => {
    const client = await clientOf();
    await client.end();
    return client.query('select 1');
  },
  'a pool without a free connection in time': async () => {
    const pool = new pg.Pool({ connectionString: database.url, max: 1, connectionTimeoutMillis: 50 });
    pools.push(pool);
    const client = await pool.connect();
    try {
      return await pool.connect();
    } finally {
      client.release();
    }
  },
  'an answer that does not come in time': async () => {
    const client = await clientOf({ query_timeout: 50 });
    return client.query('select pg_sleep(1)').finally(() => client.end());
  },
};

it.each(Object.entries(raised))('recognises %s as pg’s connection error', async (name, raise) => {
  const error = (await raise().catch((reason: unknown) => reason)) as Error & { code?: string };
  expect([error.code, isPgConnectionError(error)]).toEqual([undefined, true]);
  expect(isPgReadTimeout(error)).toBe(name.startsWith('an answer'));
});

it('does not take an error of the server for one of the connection', async () => {
  const client = await clientOf();
  const error = (await client.query('select 1/0').catch((reason: unknown) => reason)) as Error;
  expect(error).toBeInstanceOf(pg.DatabaseError);
  expect([isPgConnectionError(error), isPgReadTimeout(error)]).toEqual([false, false]);
  await client.end();
});

const schema = buildSchema('type Query { echo(text: String!): String, must: String! }');

async function errorOf(source: string, variables: object): Promise<GraphQLError> {
  const compiled = compileQuery(schema, parse(source));
  if (!isCompiledQuery(compiled)) throw new Error('The operation is not compiled.');
  const { errors } = await compiled.query({}, {}, { ...variables });
  return errors![0]!;
}

it('recognises null for an argument that forbids it, and no null of a result', async () => {
  const argument = await errorOf('query ($text: String = "a") { echo(text: $text) }', { text: null });
  expect([argument.path, argument.originalError, isGraphqlArgumentError(argument)]).toEqual([
    ['echo'],
    undefined,
    true,
  ]);
  expect(isGraphqlArgumentError(await errorOf('{ must }', {}))).toBe(false);
});
