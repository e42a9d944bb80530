import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../bootstrap/plain-error.mjs';

/** Brokers that were made as one cluster stay one: neither their number nor its id can change under their data. */
export interface KafkaCluster {
  readonly id: string;
  readonly brokers: 1 | 3;
  /** Writes it down, when it is new. */
  keep(): void;
}

/** Of the folder, or a new one. Throws a PlainError when the folder's has another number of brokers than `wanted`. */
export function kafkaCluster(folder: string, wanted?: 1 | 3): KafkaCluster {
  const file = join(folder, 'cluster.json');
  const kept = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly id: string; readonly brokers: 1 | 3 })
    : undefined;
  if (kept && wanted !== undefined && kept.brokers !== wanted)
    throw new PlainError(
      `the Kafka of this stack has ${kept.brokers} broker(s) and cannot become one of ${wanted} under its data: ` +
        'npm run stack -- reset --only kafka first.',
    );
  const { id, brokers } = kept ?? { id: newId(), brokers: wanted ?? 1 };
  return {
    ...{ id, brokers },
    keep: () => {
      if (kept) return;
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(file, JSON.stringify({ id, brokers }) + '\n');
    },
  };
}

/** As Kafka's own tool makes them: one that began with a dash would be taken for an option. */
function newId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? newId() : id;
}
