import { PlainError } from '../../../../../deploy/bootstrap/plain-error.mjs';
import { isSetName } from '../backup-folder.js';
import { keepLedger, LEDGER, ledgerText, parseLedger, readLedger } from '../erasure-ledger.js';
import { MANIFEST, parseManifest, type Manifest } from '../set-manifest.js';
import { several } from '../several.js';
import type { ObjectStore } from './object-store.js';

const MAX_CONCURRENT_REMOVALS = 8;

/** The sets below the prefix of a bucket, and the ledger beside them. */
export class BucketOfSets {
  private ledger: string | undefined;

  constructor(readonly store: ObjectStore) {}

  /** Names of completed sets and of attempts, the oldest first. */
  async names(): Promise<{ readonly completed: readonly string[]; readonly attempts: readonly string[] }> {
    const completed: string[] = [];
    const attempts: string[] = [];
    for (const name of (await this.store.folders()).filter(isSetName).toSorted()) {
      const [manifest] = await this.store.list(`${name}/${MANIFEST}`);
      (manifest ? completed : attempts).push(name);
    }
    return { completed, attempts };
  }

  /** Undefined where there is no such set. Throws a PlainError where it was changed. */
  async manifest(name: string): Promise<Manifest | undefined> {
    const key = `${name}/${MANIFEST}`;
    const bytes = await this.store.get(key);
    if (!bytes) return undefined;
    const manifest = parseManifest(bytes.toString('utf8'));
    if (!manifest) throw new PlainError(`${this.store.target.name}/${key} was changed: the set cannot be trusted.`);
    return manifest;
  }

  /** The oldest sets are removed: they must belong to this installation. */
  async demandOwn(system: string): Promise<void> {
    const newest = (await this.names()).completed.at(-1);
    const manifest = newest === undefined ? undefined : await this.manifest(newest);
    if (manifest && manifest.system !== system)
      throw new PlainError(
        `${this.store.target.name} holds sets of another installation: give this one a prefix of its own.`,
      );
  }

  /** The ledger of the folder and that of the bucket become the same; neither loses a line. */
  async keepLedger(folder: string): Promise<void> {
    if (this.ledger === undefined) {
      const stored = await this.store.get(LEDGER);
      if (stored) {
        const erasures = parseLedger(stored.toString('utf8'));
        if (!erasures)
          throw new PlainError(`${this.store.target.name}/${LEDGER} was changed: it must not be overwritten.`);
        await keepLedger(folder, erasures);
      }
    }
    const own = await readLedger(folder);
    const text = own && ledgerText(own);
    if (text === undefined || text === this.ledger) return;
    await this.store.put(LEDGER, Buffer.from(text));
    this.ledger = text;
  }

  /** Removes the oldest sets beyond `keep`, and attempts but `busy`. Answers what was removed. */
  async retain(keep: number, busy: readonly string[]): Promise<readonly string[]> {
    const { completed, attempts } = await this.names();
    const removed = [...completed.slice(0, -keep), ...attempts].filter((name) => !busy.includes(name));
    for (const name of removed) {
      // First: what is left of a set must not count as one.
      await this.store.remove(`${name}/${MANIFEST}`);
      const objects = await this.store.list(`${name}/`);
      await several(objects, MAX_CONCURRENT_REMOVALS, ({ key }) => this.store.remove(key));
    }
    return removed;
  }
}
