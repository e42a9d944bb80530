import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the proxy does to the bytes between a service and its server. */
export type Fault =
  | { readonly kind: 'none' }
  /** Each piece of an answer comes so much later. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** The connection ends when so many bytes were answered: in the middle of a message. */
  | { readonly kind: 'cut'; readonly bytes: number }
  /** Connections stand, and nothing comes through. */
  | { readonly kind: 'black hole' }
  /** Every connection is reset, and new ones too. */
  | { readonly kind: 'reset' };

export interface FaultProxy {
  readonly port: number;
  /** From now on, for open connections too. */
  be(fault: Fault): void;
  close(): Promise<void>;
}

/** Stands before a loopback port. What a black hole has swallowed does not come back: its connections are reset after. */
export async function faultProxy(to: number): Promise<FaultProxy> {
  let fault: Fault = { kind: 'none' };
  const open = new Set<Socket>();
  const swallowed = new Set<Socket>();

  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: to, host: '127.0.0.1', noDelay: true });
    const ends = [client, upstream];
    for (const socket of ends) {
      open.add(socket);
      // Either end may vanish at any time: that is what a proxy of faults is for.
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        swallowed.delete(socket);
        for (const other of ends) other.destroy();
      });
    }
    if (fault.kind === 'reset') return void client.resetAndDestroy();
    let answered = 0;
    client.on('data', (chunk) => {
      if (fault.kind === 'black hole') return void swallowed.add(client);
      upstream.write(chunk);
    });
    let turn = Promise.resolve();
    upstream.on('data', (chunk) => {
      answered += chunk.length;
      if (fault.kind === 'black hole') return void swallowed.add(client);
      if (fault.kind === 'cut' && answered >= fault.bytes) {
        const kept = chunk.length - (answered - fault.bytes);
        if (kept > 0) client.write(chunk.subarray(0, kept));
        return void client.resetAndDestroy();
      }
      const ms = fault.kind === 'delay' ? fault.ms : 0;
      turn = turn.then(async () => {
        if (ms > 0) await sleep(ms);
        client.write(chunk);
      });
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    be: (next) => {
      fault = next;
      if (next.kind === 'reset') for (const socket of [...open]) socket.resetAndDestroy();
      if (next.kind !== 'black hole') for (const socket of [...swallowed]) socket.resetAndDestroy();
    },
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      for (const socket of [...open]) socket.destroy();
      await closed;
    },
  };
}
