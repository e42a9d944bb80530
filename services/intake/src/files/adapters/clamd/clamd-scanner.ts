import { Logger } from '@otklik/observability';
import { connect, type Socket } from 'node:net';
import { finished, pipeline } from 'node:stream/promises';
import type { Verdict, VirusScanner } from '../../application/virus-scanner.js';

const TIMEOUT_MS = 15_000;
const CHUNK = 64 * 1024;
/** What clamd says of a file that it cannot see the inside of, where its configuration lets it (`AlertEncrypted`, `AlertExceedsMax`). */
const UNSCANNABLE = /^stream: Heuristics\.(Encrypted|Limits\.Exceeded)[\w.]* FOUND$/;

/**
 * Asks clamd of ClamAV by its command INSTREAM (clamd(8)): chunks behind their length, four bytes, big-endian; an empty one
 * ends them. It answers `stream: OK`, `stream: <name> FOUND` or `<why> ERROR`. A connection for each file.
 */
export function clamdScanner(address: string, logger: Logger, timeoutMs = TIMEOUT_MS): VirusScanner {
  return {
    isThere: true,
    async verdict(bytes) {
      try {
        return verdictOf(await answerOf(opened(address), bytes, timeoutMs));
      } catch (error) {
        logger.warn('virus scan of a file failed', { error });
        return 'NOT_SCANNED';
      }
    },
  };
}

/** `tcp://host:3310`, `unix:///run/clamav/clamd.sock` */
function opened(address: string): Socket {
  const { protocol, hostname, port, pathname } = new URL(address);
  if (protocol === 'unix:') return connect(decodeURIComponent(pathname));
  return connect(Number(port) || 3310, hostname.replace(/^\[|\]$/g, ''));
}

/**
 * clamd refuses a file beyond its `StreamMaxLength` while that is still being sent, and closes: the answer counts, the
 * broken connection does not.
 */
async function answerOf(socket: Socket, bytes: Buffer, timeoutMs: number): Promise<string> {
  const timer = setTimeout(() => socket.destroy(unscanned('TIMED_OUT')), timeoutMs);
  let answer = '';
  socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
  socket.on('error', () => undefined);
  try {
    // Not ended from this side: clamd takes a half-closed connection for a client that is gone.
    await pipeline(framed(bytes), socket, { end: false });
    await finished(socket, { writable: false });
  } catch (error) {
    if (!answer.endsWith('\0')) throw error;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
  if (answer === '') throw unscanned('CLOSED');
  return answer.replace(/\0$/, '').trim();
}

function* framed(bytes: Buffer): Generator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    yield Buffer.concat([sizeOf(chunk.length), chunk]);
  }
  yield sizeOf(0);
}

function sizeOf(length: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  return size;
}

/** The name of what was found stays here: it says nothing to an official. */
function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return 'CLEAN';
  if (UNSCANNABLE.test(answer)) return 'UNSCANNABLE';
  if (answer.endsWith(' FOUND')) return 'INFECTED';
  throw unscanned(answer.startsWith('INSTREAM size limit exceeded') ? 'TOO_LARGE' : 'ERROR_ANSWERED');
}

/** The log keeps the code alone. */
function unscanned(code: 'TIMED_OUT' | 'CLOSED' | 'TOO_LARGE' | 'ERROR_ANSWERED'): Error {
  return Object.assign(new Error('clamd scanned nothing'), { code });
}
