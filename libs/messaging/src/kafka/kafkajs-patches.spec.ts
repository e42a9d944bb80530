import { expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { connections, patchKafkajs, type Connection } from './kafkajs-patches.js';

const said = (): void => undefined;
const logger = { namespace: () => ({ debug: said, error: said, info: said, warn: said }) };

async function silentServer(): Promise<{ accepted: Socket[]; connection: Connection; close(): void }> {
  patchKafkajs();
  const accepted: Socket[] = [];
  const server = createServer((socket) => void accepted.push(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const connection = new connections({
    host: '127.0.0.1',
    port,
    logger,
    connectionTimeout: 1_000,
    requestTimeout: 500,
    enforceRequestTimeout: true,
    socketFactory: ({ onConnect }: { onConnect: () => void }) => connect({ host: '127.0.0.1', port }, onConnect),
  });
  await connection.connect();
  return { accepted, connection, close: () => void server.close() };
}

it('discards a partial response when it reconnects', async () => {
  const { accepted, connection, close } = await silentServer();
  accepted[0]!.write(Buffer.from([0, 0, 0, 100, 1, 2]));
  await eventually(() => Promise.resolve(connection.bytesBuffered > 0 || undefined));
  accepted[0]!.destroy();
  await eventually(() => Promise.resolve(!connection.isConnected() || undefined));
  await connection.connect();
  expect(connection).toMatchObject({ chunks: [], bytesBuffered: 0, bytesNeeded: 4 });
  await connection.disconnect();
  close();
});

it('times out a request without a response', async () => {
  const { connection, close } = await silentServer();
  const given = new Promise((resolve, reject) =>
    connection.requestQueue.push({
      entry: { correlationId: 1, apiName: 'Silent', apiKey: 0, apiVersion: 0, resolve, reject },
      expectResponse: true,
      sendRequest: said,
    }),
  );
  await expect(given).rejects.toThrow('timed out');
  await connection.disconnect();
  close();
});
