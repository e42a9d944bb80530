import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';

/** Longer than any appeal, in UTF-16 code units. */
const MAX_LINE_LENGTH = 1024 * 1024;

/**
 * The lines of a UTF-8 file. An overlong line is truncated, so that memory stays bounded; it is no JSON any more and is
 * reported as a bad line.
 */
export async function* fileLines(file: string, longest = MAX_LINE_LENGTH): AsyncGenerator<string> {
  let line = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const [end = '', ...next] = chunk.split('\n');
    line = longer(line, end, longest);
    for (const start of next) {
      yield line;
      line = longer('', start, longest);
    }
  }
  if (line !== '') yield line;
}

/** How many lines of the file have something in them: the total of a progress bar. Throws a PlainError for no readable file. */
export async function countLines(file: string): Promise<number> {
  let lines = 0;
  try {
    for await (const line of fileLines(file)) if (line.trim() !== '') lines += 1;
  } catch (error) {
    unreadable(file, error);
  }
  return lines;
}

/** Throws a PlainError for no readable file. */
export function fileText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => unreadable(file, error));
}

function unreadable(file: string, error: unknown): never {
  const why = error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : error;
  throw new PlainError(`${basename(file)} cannot be read: ${why instanceof Error ? why.message : String(why)}`);
}

function longer(line: string, more: string, longest: number): string {
  if (line.length >= longest) return line;
  return line.length + more.length <= longest ? line + more : (line + more).slice(0, longest);
}
