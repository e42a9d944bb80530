// The yardstick of `submit`: Fastify alone, a validated body, one INSERT, its commit awaited. argv: database URL.
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.argv[2], max: 32 });
await pool.query('create table if not exists bare_submission (id uuid primary key, data jsonb not null)');

const body = {
  type: 'object',
  required: ['query', 'variables'],
  properties: { query: { type: 'string' }, variables: { type: 'object', required: ['input'] } },
};
const fastify = Fastify({ logger: false });
fastify.post('/graphql', { schema: { body } }, async (request) => {
  const { input } = request.body.variables;
  await pool.query({
    name: 'submit',
    text: 'insert into bare_submission (id, data) values ($1, $2)',
    values: [input.key, input],
  });
  return { data: { submitAppeal: { id: input.key } } };
});
console.log(await fastify.listen({ host: '127.0.0.1', port: 0 }));
