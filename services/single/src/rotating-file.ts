import { createWriteStream, existsSync, openSync, renameSync, statSync, type WriteStream } from 'node:fs';

export interface RotatingFile {
  write(text: string): void;
  end(): void;
}

const MAX_BYTES = 50 * 1024 * 1024;

/**
 * Appends to the file (mode 0600). At `maxBytes` it is renamed to `<file>.1`, which replaces the previous one. pino-roll
 * would number the current file, so that its name is not known, and brings date-fns to every installation.
 */
export function rotatingFile(file: string, maxBytes = MAX_BYTES): RotatingFile {
  let size = existsSync(file) ? statSync(file).size : 0;
  let stream = opened(file);
  const rotate = (): void => {
    size = 0;
    try {
      renameSync(file, `${file}.1`);
      const full = stream;
      stream = opened(file);
      full.end();
    } catch {
      // The file grows on: a failed rotation must not end a service.
    }
  };
  return {
    write(text) {
      if (size >= maxBytes) rotate();
      if (stream.destroyed) stream = reopened(file) ?? stream;
      stream.write(text);
      size += Buffer.byteLength(text);
    },
    end: () => void stream.end(),
  };
}

/** A stream ends with its first error. Once the disk has space again, the next line begins another, after what was cut short. */
function reopened(file: string): WriteStream | undefined {
  try {
    const stream = opened(file);
    stream.write('\n');
    return stream;
  } catch {
    return undefined;
  }
}

function opened(file: string): WriteStream {
  const stream = createWriteStream(file, { fd: openSync(file, 'a', 0o600) });
  // A full disk must not end a service.
  return stream.on('error', () => undefined);
}
