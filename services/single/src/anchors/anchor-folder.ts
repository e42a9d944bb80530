import type { Anchor } from '@otklik/event-store';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder } from '../durable-file.js';

const ENDING = '.jsonl';

/** A line that is no anchor. */
export interface BrokenLine {
  readonly file: string;
  readonly line: number;
}

/**
 * Anchors as lines of JSON, a file for each district and month. Lines are only added: the folder may be one that nothing can be
 * removed from, or be copied elsewhere as often as one likes.
 */
export class AnchorFolder {
  constructor(readonly path: string) {}

  /** Durable when it resolves. */
  async add(anchors: readonly Anchor[]): Promise<void> {
    if (anchors.length === 0) return;
    await mkdir(this.path, { recursive: true });
    const files = Map.groupBy(anchors, ({ district, at }) => `district-${district}-${at.slice(0, 7)}${ENDING}`);
    for (const [file, own] of files) {
      const handle = await open(join(this.path, file), 'a', 0o600);
      try {
        await handle.writeFile(own.map((anchor) => `${JSON.stringify(anchor)}\n`).join(''));
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    await flushFolder(this.path);
  }

  async read(): Promise<{ readonly anchors: readonly Anchor[]; readonly broken: readonly BrokenLine[] }> {
    const names = existsSync(this.path) ? (await readdir(this.path)).filter((name) => name.endsWith(ENDING)) : [];
    const anchors: Anchor[] = [];
    const broken: BrokenLine[] = [];
    for (const file of names.sort()) {
      const lines = (await readFile(join(this.path, file), 'utf8')).split('\n');
      for (const [index, text] of lines.entries()) {
        const anchor = text === '' ? undefined : anchorIn(text);
        if (anchor) anchors.push(anchor);
        else if (text !== '') broken.push({ file, line: index + 1 });
      }
    }
    return { anchors, broken };
  }
}

/** Undefined where the text is no anchor. */
export function anchorIn(text: string): Anchor | undefined {
  try {
    const one = JSON.parse(text) as Partial<Anchor>;
    const texts = [one.service, one.chain, one.hash, one.at, one.signature];
    const numbers = [one.district, one.number];
    const isWhole = texts.every((value) => typeof value === 'string') && numbers.every(Number.isInteger);
    return isWhole ? (one as Anchor) : undefined;
  } catch {
    return undefined;
  }
}
