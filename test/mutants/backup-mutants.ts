import type { Mutant } from './mutants.js';

const BACKUP = 'services/single/src/backup';
const SPEC = `${BACKUP}/backup.int.spec.ts`;
const ARCHIVE = `${BACKUP}/archive.int.spec.ts`;

const BUCKET = `${BACKUP}/bucket`;
const BUCKET_SPEC = `${BUCKET}/bucket.int.spec.ts`;

/** What a backup must find, refuse and keep. */
export const backupMutants: readonly Mutant[] = [
  {
    name: 'backup: a segment of the log that is believed unread',
    file: `${BACKUP}/wal-of-set.ts`,
    find: "if (createHash('sha256').update(content).digest('hex') !== sha256) throw new Error('was changed or cut short');",
    replace: '',
    spec: SPEC,
    test: 'finds a changed byte of a finished segment',
  },
  {
    name: 'backup: a last segment of which the rest is dropped silently',
    file: `${BACKUP}/wal-of-set.ts`,
    find: "if (!whole) throw new Error('was changed or cut short');",
    replace: '',
    spec: SPEC,
    test: 'finds a changed byte of the last segment',
  },
  {
    name: 'backup: a log that ends before what was archived',
    file: `${BACKUP}/verify-set.ts`,
    find: 'if (damages.length === 0 && end < promised)',
    replace: 'if (damages.length === 0 && end < 0n)',
    spec: SPEC,
    test: 'finds a missing last segment',
  },
  {
    name: 'backup: a file of the database that is measured and not read',
    file: `${BACKUP}/verify-set.ts`,
    find: "return hash.digest('hex') === sha256 ? undefined : 'was changed';",
    replace: 'return hash && sha256 ? undefined : undefined;',
    spec: SPEC,
    test: 'finds a changed byte of the database',
  },
  {
    name: 'restore: into a folder that is not empty',
    file: `${BACKUP}/restore-set.ts`,
    find: 'if (names.length === 0) return;',
    replace: 'if (names.length >= 0) return;',
    spec: SPEC,
    test: 'refuses with nothing changed a folder that is not empty',
  },
  {
    name: 'restore: a damaged file that is unpacked',
    file: `${BACKUP}/unpack-set.ts`,
    find: "if (hash.digest('hex') !== sha256) throw damaged(path);",
    replace: '',
    spec: SPEC,
    test: 'finds damage while it restores, and leaves nothing',
  },
  {
    name: 'restore: without the ledger of erasures',
    file: `${BACKUP}/erasure-ledger.ts`,
    find: 'if (erasures.length < atLeast)',
    replace: 'if (erasures.length < 0)',
    spec: SPEC,
    test: 'a set beside which the ledger of erasures is missing or older',
  },
  {
    name: 'backup: an erasure that a restored database makes forgotten',
    file: `${BACKUP}/erasure-ledger.ts`,
    find: 'new Map([...(known ?? []), ...erasures]',
    replace: 'new Map([...erasures]',
    spec: SPEC,
    test: 'never forgets an erasure that it knew',
  },
  {
    name: 'backup: erasures that are not kept beside the sets until the next one',
    file: `${BACKUP}/archive.ts`,
    find: 'if (this.#current) await keepLedger(folder, await readErasures(ownerUrl));',
    replace: '',
    spec: ARCHIVE,
    test: 'makes a set at once, and adds the log and the erasures to it',
  },
  {
    name: 'backup: a server that keeps its log for ever',
    file: `${BACKUP}/archive.ts`,
    find: 'if (before) await this.conclude(before, taken);',
    replace: '',
    spec: ARCHIVE,
    test: 'makes a new set by hand, up to which the one before it reaches',
  },
  {
    name: 'backup: a folder that is away taken for a lost set',
    file: `${BACKUP}/archive.ts`,
    find: 'return (await isThere(join(folder, LEDGER))) && !(await isThere(join(path, MANIFEST)));',
    replace: 'return !(await isThere(join(folder, "nothing"))) && !(await isThere(join(path, MANIFEST)));',
    spec: ARCHIVE,
    test: 'waits for a folder that is away, and misses nothing',
  },
  {
    name: 'restore: letters that go again',
    file: 'services/notifications/src/adapters/postgres/postgres-deliveries.ts',
    find: "where state = 'PENDING' and way = 'EMAIL' and attention is null",
    replace: "where state = 'PENDING' and way = 'EMAIL'",
    spec: 'services/notifications/src/held-after-restore.int.spec.ts',
    test: 'sends nothing by itself that had not left at the restored moment',
  },
  {
    name: 'bucket: a manifest that comes before what it names',
    file: `${BUCKET}/copy-set.ts`,
    find: 'const log = await this.#logNow();',
    replace: 'await this.#putFile(MANIFEST); const log = await this.#logNow();',
    spec: BUCKET_SPEC,
    test: 'is copied in parts, gone on with after an interruption',
  },
  {
    name: 'bucket: sets of another installation that are removed',
    file: `${BUCKET}/bucket-of-sets.ts`,
    find: 'if (manifest && manifest.system !== system)',
    replace: "if (manifest && manifest.system === '')",
    spec: BUCKET_SPEC,
    test: 'does not go where sets of another installation are',
  },
  {
    name: 'bucket: a ledger of erasures that is overwritten',
    file: `${BUCKET}/bucket-of-sets.ts`,
    find: 'await keepLedger(folder, erasures);',
    replace: '',
    spec: BUCKET_SPEC,
    test: 'has a ledger that never loses a line',
  },
  {
    name: 'bucket: an earlier set that ends before the next one begins',
    file: `${BUCKET}/bucket-mirror.ts`,
    find: 'await this.#copyOnce(new SetCopy(this.#sets.store, set));',
    replace: 'void set;',
    spec: BUCKET_SPEC,
    test: 'goes on with the newest',
  },
  {
    name: 'bucket: sets that stay for ever',
    file: `${BUCKET}/bucket-mirror.ts`,
    find: 'if (isNew) await this.#sets.retain(',
    replace: 'if (isNew && !newest) await this.#sets.retain(',
    spec: BUCKET_SPEC,
    test: 'goes on with the newest',
  },
];
