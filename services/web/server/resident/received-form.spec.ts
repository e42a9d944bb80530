import multipart from '@fastify/multipart';
import { expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { FormReader } from './received-form.js';

it('hands each file on with the name that it had, and nothing that would end the name', async () => {
  const sent: string[] = [];
  const reader = new FormReader({
    call: async (_, { payload }) => {
      sent.push(payload!.toString('utf8'));
      return Promise.resolve({ statusCode: 201, headers: {}, body: Buffer.from('{"id":"1"}') });
    },
  });
  const fastify = Fastify();
  await fastify.register(multipart);
  fastify.post('/', async (request) => (await reader.read(request, 'aldan')).files);
  const form = new FormData();
  form.append('files', new File(['a'], 'Акт осмотра.pdf'));
  form.append('files', new File(['b'], 'a"; name="x.pdf'));
  const { headers, body } = new Response(form);
  const payload = Buffer.from(await new Response(body).arrayBuffer());
  const answer = await fastify.inject({ method: 'POST', url: '/', headers: Object.fromEntries(headers), payload });
  expect(answer.json()).toEqual(['1', '1']);
  const names = sent.map((one) => /filename=(.*)\r\n/.exec(one)?.[1]);
  expect(names[0]).toBe('"Акт осмотра.pdf"');
  expect(names[1]).toMatch(/^"[^"]*"$/);
  await fastify.close();
});
