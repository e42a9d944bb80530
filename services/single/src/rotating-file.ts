import { createWriteStream, existsSync, openSync, renameSync, statSync, type WriteStream } from 'node:fs';

export interface RotatingFile {
  write(text: string): void;
  end(): void;
}

const LARGEST = 50 * 1024 * 1024;

/**
 * Appends to the file, readable by its owner alone. Once it has grown to `largest` bytes it is set aside as `<file>.1`, in
 * the place of the one before: never more than two of them.
 */
export function rotatingFile(file: string, largest = LARGEST): RotatingFile {
  let size = existsSync(file) ? statSync(file).size : 0;
  let stream = opened(file);
  const setAside = (): void => {
    size = 0;
    try {
      renameSync(file, `${file}.1`);
      const full = stream;
      stream = opened(file);
      full.end();
    } catch {
      // What cannot be set aside grows on: a full disk or a folder that changed hands ends no service.
    }
  };
  return {
    write(text) {
      if (size >= largest) setAside();
      stream.write(text);
      size += Buffer.byteLength(text);
    },
    end: () => void stream.end(),
  };
}

function opened(file: string): WriteStream {
  const stream = createWriteStream(file, { fd: openSync(file, 'a', 0o600) });
  // A full disk ends the log, not the service.
  return stream.on('error', () => undefined);
}
