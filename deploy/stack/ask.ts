import { connect } from 'node:net';

/**
 * Sends the bytes to a loopback port and answers what comes back as soon as `whole` says that it is all; undefined when
 * nobody answers so within `timeoutMs`. So the probes need no client of the server that they ask.
 */
export function ask(
  port: number,
  request: Buffer,
  whole: (got: Buffer) => boolean,
  timeoutMs = 1_000,
): Promise<Buffer | undefined> {
  return new Promise((answer) => {
    const socket = connect({ host: '127.0.0.1', port });
    let got = Buffer.alloc(0);
    const finish = (result?: Buffer): void => {
      clearTimeout(late);
      socket.destroy();
      answer(result);
    };
    const late = setTimeout(finish, timeoutMs);
    socket.once('error', () => finish());
    socket.once('close', () => finish());
    socket.once('connect', () => socket.write(request));
    socket.on('data', (chunk) => {
      got = Buffer.concat([got, chunk]);
      if (whole(got)) finish(got);
    });
  });
}
