import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Unavailable } from '@otklik/host';
import type { OperationContext } from '@otklik/host/graphql';
import { anyone } from '@otklik/tenancy';
import { eventually } from '@otklik/testing';
import { handleProtocols } from 'graphql-ws';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { beforeDeadline } from '../graphql/deadline.js';
import { openServiceClients, ReplicaLost, type ServiceClients } from './service-clients.js';

// Long enough that a busy machine does not time out replicas that answer.
const DEADLINE_MS = 1_500;
const responsive: RequestListener = (_, response) => void response.end('{}');
const silent: RequestListener = () => undefined;

let clients: ServiceClients;
/** Two replicas of the owner `two`; the first is also the only one of `one`. */
const replicas: { server: Server; asked: number; answer: RequestListener }[] = [];
beforeEach(async () => {
  for (const at of [0, 1]) {
    const server = createServer((request, response) => {
      replicas[at]!.asked += 1;
      replicas[at]!.answer(request, response);
    }).listen(0, '127.0.0.1');
    replicas[at] = { server, asked: 0, answer: responsive };
    await once(server, 'listening');
  }
  const [first, second] = replicas.map(
    ({ server }) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  ) as [string, string];
  clients = openServiceClients({
    addresses: { one: [first], two: [first, second] },
    sign: () => Promise.resolve('a token'),
    deadlineMs: 5_000,
    pingAfterMs: 100,
  });
});
afterEach(async () => {
  await clients.close();
  for (const { server } of replicas) {
    server.closeAllConnections();
    server.close();
  }
});

const asker: OperationContext = { actor: anyone, language: 'ru', requestId: 'r' };

/** The outcome as the edge would answer it. */
async function ask(owner: string): Promise<string> {
  try {
    await beforeDeadline(DEADLINE_MS, (deadline) => clients.ask(owner, '{}', { ...asker, deadline }, true));
    return 'answered';
  } catch (error) {
    return error instanceof Unavailable ? 'unavailable' : (error as Error).message;
  }
}

const often = (owner: string, times: number) => Promise.all(Array.from({ length: times }, () => ask(owner)));

it('opens the circuit of a replica after timeouts, and closes it once the replica answers again', async () => {
  replicas[0]!.answer = silent;
  expect(new Set(await often('one', 5))).toEqual(new Set(['TIMED_OUT']));
  replicas[0]!.asked = 0;
  expect(await often('one', 3)).toEqual(['unavailable', 'unavailable', 'unavailable']);
  expect(replicas[0]!.asked).toBe(0);
  replicas[0]!.answer = responsive;
  await eventually(async () => ((await ask('one')) === 'answered' ? true : undefined));
  expect(await often('one', 3)).toEqual(['answered', 'answered', 'answered']);
});

it('probes a half-open circuit with one request and fails the others fast', async () => {
  replicas[0]!.answer = silent;
  await often('one', 5);
  replicas[0]!.asked = 0;
  await eventually(async () => ((await often('one', 4)).includes('TIMED_OUT') ? true : undefined));
  expect(replicas[0]!.asked).toBe(1);
});

it('sends to the other replica while the circuit of one is open', async () => {
  replicas[0]!.answer = silent;
  const outcomes = await often('two', 10);
  expect(outcomes.filter((one) => one === 'answered')).toHaveLength(5);
  expect(await often('two', 4)).toEqual(Array(4).fill('answered'));
  replicas[1]!.answer = silent;
  await often('two', 5);
  expect(await ask('two')).not.toBe('answered');
});

it('keeps the circuit closed on HTTP error answers', async () => {
  replicas[0]!.answer = (_, response) => void response.writeHead(503).end('{}');
  await often('one', 10);
  replicas[0]!.answer = responsive;
  expect(await ask('one')).toBe('answered');
});

/** A subscription server on the first replica that sends one value to each subscriber and then reads nothing more. */
function silentAfterFirstValue(): { end(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 10_000, handleProtocols });
  replicas[0]!.server.on('upgrade', (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, (opened) => {
      const tell = (message: unknown): void => opened.send(JSON.stringify(message), () => undefined);
      opened.on('message', (message) => {
        const { type, id } = JSON.parse(message.toString('utf8')) as { type: string; id?: string };
        if (type === 'connection_init') tell({ type: 'connection_ack' });
        if (type !== 'subscribe') return;
        tell({ type: 'next', id, payload: { data: { ticks: 1 } } });
        // From now on it reads nothing, not even a close frame.
        stream.pause();
      });
    }),
  );
  return { end: () => sockets.clients.forEach((opened) => opened.terminate()) };
}

const ticks = { done: false, value: { data: { ticks: 1 } } };

it('rejects with ReplicaLost when the replica of a subscription falls silent', async () => {
  const server = silentAfterFirstValue();
  const answers = await clients.subscribe('one', 'subscription { ticks }', {}, asker);
  expect(await answers.next()).toEqual(ticks);
  await expect(answers.next()).rejects.toBeInstanceOf(ReplicaLost);
  server.end();
}, 10_000);

it('subscribes again without waiting for the close handshake of a silent replica', async () => {
  const server = silentAfterFirstValue();
  const first = await clients.subscribe('one', 'subscription { ticks }', {}, asker);
  expect(await first.next()).toEqual(ticks);
  await first.return!(undefined);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const second = await clients.subscribe('one', 'subscription { ticks }', {}, asker);
  expect(await second.next()).toEqual(ticks);
  server.end();
}, 4_000);
