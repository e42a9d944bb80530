import { createServer } from 'node:net';
import { PlainError } from '../../../deploy/bootstrap/plain-error.mjs';

/** Reads HOST and PORT. */
export function readAddress({ HOST, PORT }) {
  const port = Number(PORT || 4000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new PlainError(`PORT must be a number from 1 to 65535, and is "${PORT}".`);
  return { host: HOST || '127.0.0.1', port };
}

export function urlOf({ host, port }) {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Fails early: the real listener would fail the same way seconds later. */
export function requireFreePort(host, port) {
  return new Promise((free, failed) => {
    const probe = createServer();
    probe.once('error', (error) => failed(addressError(error, host, port)));
    probe.listen(port, host, () => probe.close(free));
  });
}

function addressError(error, host, port) {
  const why = {
    EADDRINUSE: `port ${port} is in use: stop the program that has it, or choose another: PORT=${port + 1} npm start`,
    EACCES: `this user may not listen on port ${port}: choose one above 1023: PORT=4000 npm start`,
    EADDRNOTAVAIL: `this machine has no address ${host}: give another HOST.`,
    ENOTFOUND: `this machine has no address ${host}: give another HOST.`,
  }[error.code];
  return why ? new PlainError(why) : error;
}
