import { readFileSync, readdirSync } from 'node:fs';
import type { PublicEvent } from './envelope.js';

const FOLDER = new URL('../samples/', import.meta.url);

export interface Sample {
  /** `AppealReceived.v1` */
  readonly name: string;
  readonly event: PublicEvent;
}

/** One event of every published type and version, which consumers must be able to process. For tests. */
export function samples(): readonly Sample[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      event: JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as PublicEvent,
    }));
}
