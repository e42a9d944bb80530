import type { InputErrorCode } from '@otklik/contracts/error-codes';
import { BadInput } from '@otklik/host';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Of the clock, not of the processor: a machine under load takes many times the half second of an idle one. */
const TIMEOUT_MS = 45_000;
/** Of the process's objects; what its buffers may grow to, it limits itself. */
const MAX_HEAP_MB = 192;
const MAX_MADE_BYTES = 32 * 1024 * 1024;

const file = import.meta.url.endsWith('.ts') ? './clean-pdf-process.ts' : './clean-pdf-process.js';
const program = fileURLToPath(new URL(file, import.meta.url));
/** It writes no file and starts nothing, whatever a document makes of it. */
const FLAGS = [`--max-old-space-size=${MAX_HEAP_MB}`, '--permission', '--allow-fs-read=*'];

const REFUSALS: Readonly<Record<number, Exclude<InputErrorCode, 'BAD_INPUT'>>> = {
  10: 'FILE_DAMAGED',
  11: 'FILE_ENCRYPTED',
  12: 'FILE_SIGNED',
  13: 'TOO_LARGE',
};

/**
 * The document rewritten with its pages alone: no author or other metadata, no scripts, no actions but jumps inside it, no
 * attached files, no XFA, and nothing that its root does not lead to. Throws `BadInput`. A process of its own does it: a
 * thread that runs out of memory aborts the whole process, whatever limits it has.
 */
export function harmlessPdf(bytes: Buffer, timeoutMs = TIMEOUT_MS): Promise<Buffer> {
  const options = { encoding: 'buffer', env: {}, maxBuffer: MAX_MADE_BYTES, timeout: timeoutMs } as const;
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [...FLAGS, program],
      { ...options, killSignal: 'SIGKILL' },
      (error, made) => (error ? reject(refusalOf(error)) : resolve(made)),
    );
    // It may end before it has read all: its exit code says why.
    child.stdin!.on('error', () => {});
    child.stdin!.end(bytes);
  });
}

/** Ended by a signal: out of time or memory. */
function refusalOf(error: Error & { readonly code?: unknown; readonly signal?: unknown }): Error {
  const code = typeof error.code === 'number' ? REFUSALS[error.code] : undefined;
  if (code) return new BadInput(code, 'file');
  const isTooLarge = typeof error.signal === 'string' || error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER';
  return isTooLarge ? new BadInput('TOO_LARGE', 'file') : error;
}
