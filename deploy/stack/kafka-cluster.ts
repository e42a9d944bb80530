import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../bootstrap/plain-error.mjs';

/** Number of brokers and cluster id, which are fixed once the data exists. */
export interface KafkaCluster {
  readonly id: string;
  readonly brokers: 1 | 3;
  /** Writes a new cluster to the folder. */
  save(): void;
}

/** The folder's cluster, or a new one. Throws a PlainError when the folder's has another number of brokers than `wanted`. */
export function kafkaCluster(folder: string, wanted?: 1 | 3): KafkaCluster {
  const file = join(folder, 'cluster.json');
  const saved = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly id: string; readonly brokers: 1 | 3 })
    : undefined;
  if (saved && wanted !== undefined && saved.brokers !== wanted)
    throw new PlainError(
      `the Kafka of this stack has ${saved.brokers} broker(s) and cannot become one of ${wanted} under its data: ` +
        'npm run stack -- reset --only kafka first.',
    );
  const { id, brokers } = saved ?? { id: newId(), brokers: wanted ?? 1 };
  return {
    id,
    brokers,
    save: () => {
      if (saved) return;
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(file, JSON.stringify({ id, brokers }) + '\n');
    },
  };
}

/** As Kafka's own tool makes them; a leading dash would be parsed as an option. */
function newId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? newId() : id;
}
