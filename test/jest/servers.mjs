import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../../deploy/bootstrap/typescript.mjs';

const { freePortBase } = await import('../../deploy/stack/ports.ts');
const { stackUp, missingRequirement } = await import('../../deploy/stack/stack.ts');

export { missingRequirement };

/**
 * Starts one Kafka broker and one Elasticsearch for a whole run, on ports and in a folder of their own, except those that
 * OTKLIK_TEST_KAFKA or OTKLIK_TEST_ELASTICSEARCH name already. Sets these variables, which the specs read. Returns what
 * stops the servers. Throws when this machine cannot run them: `missingRequirement`.
 */
export async function startServers(print = console.log) {
  const { OTKLIK_TEST_KAFKA, OTKLIK_TEST_ELASTICSEARCH } = process.env;
  const only = [...(OTKLIK_TEST_KAFKA ? [] : ['kafka']), ...(OTKLIK_TEST_ELASTICSEARCH ? [] : ['search'])];
  if (only.length === 0) return () => Promise.resolve();
  const folder = mkdtempSync(join(tmpdir(), 'otklik-servers-'));
  const stack = await stackUp({ only, brokers: 1, folder, portBase: await freePortBase(), print });
  const { KAFKA_BROKERS, ELASTICSEARCH_URL } = stack.variables();
  if (KAFKA_BROKERS) process.env.OTKLIK_TEST_KAFKA = KAFKA_BROKERS;
  if (ELASTICSEARCH_URL) process.env.OTKLIK_TEST_ELASTICSEARCH = ELASTICSEARCH_URL;
  return async () => {
    await stack.reset();
    rmSync(folder, { recursive: true, force: true });
  };
}
