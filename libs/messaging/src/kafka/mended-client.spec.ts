import { expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { connections, mendClient } from './mended-client.js';

it('begins anew after an answer that was cut', async () => {
  mendClient();
  const accepted: Socket[] = [];
  const server = createServer((socket) => void accepted.push(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const said = (): void => undefined;
  const logger = { namespace: () => ({ debug: said, error: said, info: said, warn: said }) };
  const connection = new connections({
    ...{ host: '127.0.0.1', port, logger, connectionTimeout: 1_000, requestTimeout: 1_000 },
    socketFactory: ({ onConnect }: { onConnect: () => void }) => connect({ host: '127.0.0.1', port }, onConnect),
  });
  await connection.connect();
  accepted[0]!.write(Buffer.from([0, 0, 0, 100, 1, 2]));
  await eventually(() => Promise.resolve(connection.bytesBuffered > 0 || undefined));
  accepted[0]!.destroy();
  await eventually(() => Promise.resolve(!connection.isConnected() || undefined));
  await connection.connect();
  expect(connection).toMatchObject({ chunks: [], bytesBuffered: 0, bytesNeeded: 4 });
  await connection.disconnect();
  server.close();
});
