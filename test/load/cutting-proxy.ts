import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP proxy whose connections are cut: before anything is forwarded, before the answer comes back, or amid it. */
export interface CuttingProxy extends AsyncDisposable {
  readonly url: string;
  readonly cuts: () => number;
}

/** Of ten connections so many are cut at each place; the rest live. */
const CUT = { beforeRequest: 3, beforeAnswer: 3, amidAnswer: 1 } as const;
const AMID_BYTES = 40;
/** A connection that lives carries a few requests, not all. */
const IDLE_MS = 50;

export async function cuttingProxy(target: URL): Promise<CuttingProxy> {
  let cuts = 0;
  let connections = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const turn = (connections += 1) % 10;
    open.add(client);
    client.on('close', () => open.delete(client)).on('error', () => undefined);
    const cut = (): void => void ((cuts += 1), client.destroy());
    if (turn < CUT.beforeRequest) return void client.once('data', cut);
    const upstream = connect(Number(target.port), target.hostname);
    open.add(upstream);
    upstream.on('close', () => open.delete(upstream)).on('error', () => client.destroy());
    client.pipe(upstream);
    client.on('close', () => upstream.end());
    upstream.on('data', (chunk) => {
      if (client.destroyed) return;
      if (turn < CUT.beforeRequest + CUT.beforeAnswer) return cut();
      if (turn >= CUT.beforeRequest + CUT.beforeAnswer + CUT.amidAnswer) return answered(client, chunk);
      client.write(chunk.subarray(0, AMID_BYTES), cut);
    });
    upstream.on('end', () => client.end());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Idle after an answer only: how long the server thinks is its own matter. */
function answered(client: Socket, chunk: Buffer): void {
  client.write(chunk);
  client.setTimeout(IDLE_MS, () => client.end());
}
