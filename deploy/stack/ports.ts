import { createServer, type AddressInfo } from 'node:net';

/** A checkout's own block of loopback ports. The first twenty are left to the processes of the product itself. */
export const BLOCK = 100;
export const DEFAULT_BASE = 19_000;

export interface StackPorts {
  readonly elasticsearch: number;
  readonly elasticsearchTransport: number;
  readonly postgres: number;
  /** Of broker `n` (1 to 3): what clients speak to, and what the controllers speak among themselves. */
  kafka(n: number): number;
  controller(n: number): number;
  /** For clients that sign in, where there are any. */
  kafkaSecured(n: number): number;
}

export function stackPorts(base: number): StackPorts {
  return {
    elasticsearch: base + 20,
    elasticsearchTransport: base + 30,
    postgres: base + 32,
    controller: (n) => base + 80 + n,
    kafka: (n) => base + 90 + n,
    kafkaSecured: (n) => base + 93 + n,
  };
}

/** True when nobody listens there. */
export function portIsFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => answer(true)));
  });
}

/** One that the system gives out and nobody listens at now; for specs and benches. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}

/** A base whose whole block is free at this moment, below the ports that the system gives out; for specs and benches. */
export async function freePortBase(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const base = 20_000 + BLOCK * Math.floor(Math.random() * 120);
    const { kafka, controller, kafkaSecured, ...others } = stackPorts(base);
    const ports = [...Object.values(others), ...[1, 2, 3].flatMap((n) => [kafka(n), controller(n), kafkaSecured(n)])];
    if ((await Promise.all(ports.map(portIsFree))).every(Boolean)) return base;
  }
  throw new Error('No free block of ports was found.');
}
