// The yardstick of `gateway`: Mercurius alone with its jit, one prepared SELECT of 20 rows. argv: database URL.
// Reads the rows that the product shows from stdin, as JSON, then prints its address.
import { text } from 'node:stream/consumers';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';

const rows = JSON.parse(await text(process.stdin));
const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
await pool.query(`create table bare_row (district int not null, received_at timestamptz not null, id uuid not null,
  receipt text not null, number text, state text not null, regime text not null, channel text not null,
  excerpt text not null, due_on date, overdue boolean not null, version int not null,
  primary key (district, received_at, id))`);
await pool.query(
  `insert into bare_row select 1, "receivedAt", id, receipt, number, state, regime, channel, excerpt, "dueOn", overdue, version
   from jsonb_to_recordset($1) as row ("receivedAt" timestamptz, id uuid, receipt text, number text, state text,
   regime text, channel text, excerpt text, "dueOn" date, overdue boolean, version int)`,
  [JSON.stringify(rows)],
);
await pool.query('analyze bare_row');

const select = {
  name: 'worklist',
  text: `select id::text, receipt, number, state, regime, channel, excerpt, received_at as "receivedAt",
    due_on::text as "dueOn", overdue, version
    from bare_row where district = $1 order by received_at desc, id desc limit 20`,
};

const fastify = Fastify({ logger: false });
await fastify.register(mercurius, {
  jit: 1,
  schema: `
    type Query { appeals(district: String!, order: String, first: Int): Connection! }
    type Connection { nodes: [Row!]!, pageInfo: PageInfo! }
    type PageInfo { hasNextPage: Boolean!, endCursor: String }
    type Row { id: ID!, receipt: String!, number: String, state: String!, regime: String!, channel: String!,
      excerpt: String!, receivedAt: String!, dueOn: String, overdue: Boolean!, version: Int! }
  `,
  resolvers: {
    Query: {
      appeals: async () => {
        const { rows: nodes } = await pool.query({ ...select, values: [1] });
        for (const row of nodes) row.receivedAt = row.receivedAt.toISOString();
        return { nodes, pageInfo: { hasNextPage: true, endCursor: nodes.at(-1)?.id } };
      },
    },
  },
});
console.log(await fastify.listen({ host: '127.0.0.1', port: 0 }));
