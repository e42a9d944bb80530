import { Injectable } from '@nestjs/common';
import { counter, Logger } from '@otklik/observability';
import { LRUCache } from 'lru-cache';
import type { OpenedFile } from './files.js';
import { VirusScanner, type Verdict } from './virus-scanner.js';

/** How long a file is known to be clean: signatures of viruses change several times a day. */
const KNOWN_MS = 3_600_000;
const MAX_KNOWN = 10_000;

const scanned = counter(
  'otklik_files_scanned_total',
  'Files that were about to be opened, by what the scanner said',
  ['verdict'],
  {
    verdict: ['CLEAN', 'INFECTED', 'UNSCANNABLE', 'NOT_SCANNED'] satisfies readonly Verdict[],
  },
);

/**
 * Scans files when they are opened, not when they come: by the signatures of today, and one that was kept while the
 * scanner was away is scanned the next time. Images are re-encoded on arrival, and are not scanned.
 */
@Injectable()
export class ScanFiles {
  private readonly known = new LRUCache<string, Verdict>({ max: MAX_KNOWN, ttl: KNOWN_MS });

  constructor(
    private readonly scanner: VirusScanner,
    private readonly logger: Logger,
  ) {}

  /** Undefined where nothing is to be scanned. */
  async verdict(district: number, { id, type, bytes }: OpenedFile): Promise<Verdict | undefined> {
    if (!this.scanner.isThere || type.startsWith('image/')) return undefined;
    const key = `${district}/${id}`;
    const verdict = this.known.get(key) ?? (await this.scanner.verdict(bytes));
    scanned.inc({ verdict });
    if (verdict !== 'NOT_SCANNED') this.known.set(key, verdict);
    if (verdict === 'INFECTED') this.logger.warn(`file ${id} holds a virus and is not served`, { district });
    return verdict;
  }
}
