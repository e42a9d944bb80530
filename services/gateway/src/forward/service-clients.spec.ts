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
import { openServiceClients, OwnerLost, type ServiceClients } from './service-clients.js';

const DEADLINE_MS = 150;
const answering: RequestListener = (_, response) => void response.end('{}');
const silent: RequestListener = () => undefined;

let owners: ServiceClients;
/** Two copies of the owner `two`; the first is also the only one of `one`. */
const copies: { server: Server; asked: number; answer: RequestListener }[] = [];
beforeEach(async () => {
  for (const at of [0, 1]) {
    const server = createServer((request, response) => {
      copies[at]!.asked += 1;
      copies[at]!.answer(request, response);
    }).listen(0, '127.0.0.1');
    copies[at] = { server, asked: 0, answer: answering };
    await once(server, 'listening');
  }
  const [first, second] = copies.map(({ server }) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`) as [
    string,
    string,
  ];
  owners = openServiceClients({
    addresses: { one: [first], two: [first, second] },
    sign: () => Promise.resolve('a token'),
    deadlineMs: 5_000,
    pingAfterMs: 100,
  });
});
afterEach(async () => {
  await owners.close();
  for (const { server } of copies) {
    server.closeAllConnections();
    server.close();
  }
});

const asker: OperationContext = { actor: anyone, language: 'ru', requestId: 'r' };

/** As GraphQL's edge would tell it. */
async function ask(owner: string): Promise<string> {
  try {
    await beforeDeadline(DEADLINE_MS, (deadline) => owners.ask(owner, '{}', { ...asker, deadline }, true));
    return 'answered';
  } catch (error) {
    return error instanceof Unavailable ? 'away' : (error as Error).message;
  }
}

const often = (owner: string, times: number) => Promise.all(Array.from({ length: times }, () => ask(owner)));

it('leaves an owner alone that does not answer in time, and finds by itself that it is back', async () => {
  copies[0]!.answer = silent;
  expect(new Set(await often('one', 5))).toEqual(new Set(['TIMED_OUT']));
  copies[0]!.asked = 0;
  expect(await often('one', 3)).toEqual(['away', 'away', 'away']);
  expect(copies[0]!.asked).toBe(0);
  copies[0]!.answer = answering;
  await eventually(async () => ((await ask('one')) === 'answered' ? true : undefined));
  expect(await often('one', 3)).toEqual(['answered', 'answered', 'answered']);
});

it('lets one request try whether it is back, and the others not wait for that', async () => {
  copies[0]!.answer = silent;
  await often('one', 5);
  copies[0]!.asked = 0;
  await eventually(async () => ((await often('one', 4)).includes('TIMED_OUT') ? true : undefined));
  expect(copies[0]!.asked).toBe(1);
});

it('asks the other copy in place of one that is left alone', async () => {
  copies[0]!.answer = silent;
  const outcomes = await often('two', 10);
  expect(outcomes.filter((one) => one === 'answered')).toHaveLength(5);
  expect(await often('two', 4)).toEqual(Array(4).fill('answered'));
  copies[1]!.answer = silent;
  await often('two', 5);
  expect(await ask('two')).not.toBe('answered');
});

it('does not take for gone who only says no', async () => {
  copies[0]!.answer = (_, response) => void response.writeHead(503).end('{}');
  await often('one', 10);
  copies[0]!.answer = answering;
  expect(await ask('one')).toBe('answered');
});

/** An owner of live fields on the first copy's server that says one thing to each who subscribes and answers nothing else. */
function speakingOnce(): { end(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 10_000, handleProtocols });
  copies[0]!.server.on('upgrade', (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, (opened) => {
      const tell = (message: unknown): void => opened.send(JSON.stringify(message), () => undefined);
      opened.on('message', (message) => {
        const { type, id } = JSON.parse(message.toString('utf8')) as { type: string; id?: string };
        if (type === 'connection_init') tell({ type: 'connection_ack' });
        if (type !== 'subscribe') return;
        tell({ type: 'next', id, payload: { data: { ticks: 1 } } });
        // From now on it hears nothing: not even that somebody takes leave.
        stream.pause();
      });
    }),
  );
  return { end: () => sockets.clients.forEach((opened) => opened.terminate()) };
}

const ticks = { done: false, value: { data: { ticks: 1 } } };

it('finds out that the owner of a live field fell silent', async () => {
  const owner = speakingOnce();
  const answers = await owners.live('one', 'subscription { ticks }', {}, asker);
  expect(await answers.next()).toEqual(ticks);
  await expect(answers.next()).rejects.toBeInstanceOf(OwnerLost);
  owner.end();
}, 10_000);

it('does not wait for the farewell of a silent owner when somebody comes again', async () => {
  const owner = speakingOnce();
  const first = await owners.live('one', 'subscription { ticks }', {}, asker);
  expect(await first.next()).toEqual(ticks);
  await first.return!(undefined);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const second = await owners.live('one', 'subscription { ticks }', {}, asker);
  expect(await second.next()).toEqual(ticks);
  owner.end();
}, 4_000);
