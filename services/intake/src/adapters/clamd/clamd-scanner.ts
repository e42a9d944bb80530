import { Logger } from '@otklik/observability';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Verdict, VirusScanner } from '../../application/virus-scanner.js';

const TIMEOUT_MS = 15_000;
const CHUNK = 64 * 1024;

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
        logger.warn('the virus scanner did not scan a file', { error });
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

async function answerOf(socket: Socket, bytes: Buffer, timeoutMs: number): Promise<string> {
  const timer = setTimeout(() => socket.destroy(new Error('clamd does not answer in time')), timeoutMs);
  try {
    socket.write('zINSTREAM\0');
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const chunk = bytes.subarray(at, at + CHUNK);
      socket.write(Buffer.concat([sizeOf(chunk.length), chunk]));
    }
    // Not ended from this side: clamd takes a half-closed connection for a client that is gone.
    socket.write(sizeOf(0));
    return (await text(socket)).replace(/\0$/, '').trim();
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

function sizeOf(length: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  return size;
}

/** The name of what was found stays here: it says nothing to an official. */
function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return 'CLEAN';
  if (answer.endsWith(' FOUND')) return 'INFECTED';
  throw new Error(`clamd answered an error: ${answer.slice(0, 100)}`);
}
