import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The test file that every scanner finds (eicar.org), in two parts: as a whole it would be found in this repository. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

/** clamd as far as INSTREAM goes; it finds EICAR. `silent`: takes the file and never answers. `says`: whatever it is sent. */
export class FakeClamd {
  readonly seen: Buffer[] = [];
  maxBytes = 25_000_000;
  silent = false;
  says: string | undefined;
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private port = 0;

  get url(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  get connections(): number {
    return this.sockets.size;
  }

  /** At a port, or a socket of the file system; where it was before when neither is given. */
  async start(at: number | string = this.port): Promise<void> {
    this.server = createServer((socket) => this.serve(socket));
    await new Promise<void>((listening) => this.server!.listen(at as number, () => listening()));
    if (typeof at === 'number') this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.server?.close(closed));
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk as Buffer]);
      const answer = this.answer(received);
      if (answer === undefined || this.silent) return;
      socket.removeAllListeners('data');
      socket.end(`${answer}\0`, () => socket.destroy());
    });
  }

  /** Undefined while more must come. */
  private answer(received: Buffer): string | undefined {
    const command = 'zINSTREAM\0';
    if (received.length < command.length) return undefined;
    if (received.toString('latin1', 0, command.length) !== command) return 'UNKNOWN COMMAND';
    const parts: Buffer[] = [];
    let whole = 0;
    for (let at = command.length; at + 4 <= received.length;) {
      const size = received.readUInt32BE(at);
      if (size === 0) return this.found(Buffer.concat(parts));
      // As clamd does: at once, and what is still being sent is not read.
      if ((whole += size) > this.maxBytes) return 'INSTREAM size limit exceeded. ERROR';
      if (at + 4 + size > received.length) return undefined;
      parts.push(received.subarray(at + 4, at + 4 + size));
      at += 4 + size;
    }
    return undefined;
  }

  private found(bytes: Buffer): string {
    this.seen.push(bytes);
    if (this.says !== undefined) return this.says;
    return bytes.includes(EICAR) ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK';
  }
}
