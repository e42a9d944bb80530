import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the proxy does to the traffic between a service and its server. */
export type Fault =
  | { readonly kind: 'none' }
  /** Delays each chunk of a response. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Resets the connection after so many bytes of responses, in the middle of a message. */
  | { readonly kind: 'cut'; readonly bytes: number }
  /** Connections stay open, and no byte passes. */
  | { readonly kind: 'black hole' }
  /** Resets open and new connections. */
  | { readonly kind: 'reset' };

export interface FaultProxy {
  readonly port: number;
  /** Takes effect on open connections as well. */
  inject(fault: Fault): void;
  close(): Promise<void>;
}

/** A proxy before a loopback port. After a black hole it resets the connections whose bytes were dropped. */
export async function faultProxy(to: number): Promise<FaultProxy> {
  let fault: Fault = { kind: 'none' };
  const open = new Set<Socket>();
  const dropped = new Set<Socket>();

  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: to, host: '127.0.0.1', noDelay: true });
    const ends = [client, upstream];
    for (const socket of ends) {
      open.add(socket);
      // Errors of either end are expected.
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        dropped.delete(socket);
        for (const other of ends) other.destroy();
      });
    }
    if (fault.kind === 'reset') return void client.resetAndDestroy();
    let answered = 0;
    client.on('data', (chunk) => {
      if (fault.kind === 'black hole') return void dropped.add(client);
      upstream.write(chunk);
    });
    let queue = Promise.resolve();
    upstream.on('data', (chunk) => {
      answered += chunk.length;
      if (fault.kind === 'black hole') return void dropped.add(client);
      if (fault.kind === 'cut' && answered >= fault.bytes) {
        const kept = chunk.length - (answered - fault.bytes);
        if (kept > 0) client.write(chunk.subarray(0, kept));
        return void client.resetAndDestroy();
      }
      const ms = fault.kind === 'delay' ? fault.ms : 0;
      queue = queue.then(async () => {
        if (ms > 0) await sleep(ms);
        client.write(chunk);
      });
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    inject: (next) => {
      fault = next;
      if (next.kind === 'reset') for (const socket of [...open]) socket.resetAndDestroy();
      if (next.kind !== 'black hole') for (const socket of [...dropped]) socket.resetAndDestroy();
    },
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      for (const socket of [...open]) socket.destroy();
      await closed;
    },
  };
}
