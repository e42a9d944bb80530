import { connect } from 'node:net';

/**
 * Sends the bytes to a loopback port and answers the response once `isComplete` holds for it; undefined after `timeoutMs`. So
 * probes need no client library of the probed server.
 */
export function ask(
  port: number,
  request: Buffer,
  isComplete: (received: Buffer) => boolean,
  timeoutMs = 1_000,
): Promise<Buffer | undefined> {
  return new Promise((answer) => {
    const socket = connect({ host: '127.0.0.1', port });
    let received = Buffer.alloc(0);
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
      received = Buffer.concat([received, chunk]);
      if (isComplete(received)) finish(received);
    });
  });
}
