import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** An address behind which processes are replaced: new connections go to the newest one, open ones end with theirs. */
export interface StableAddress {
  readonly port: number;
  leadTo(port: number): void;
  close(): Promise<void>;
}

/** At a free port when `port` is 0. */
export async function stableAddress(port = 0): Promise<StableAddress> {
  let target = 0;
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const process = connect({ port: target, host: '127.0.0.1', noDelay: true });
    const ends = [client, process];
    for (const socket of ends) {
      open.add(socket);
      // Errors of either end are expected.
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        for (const other of ends) other.destroy();
      });
    }
    client.pipe(process).pipe(client);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (next) => void (target = next),
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
