import { readdirSync } from 'node:fs';

const SUFFIX = '.bench.ts';

export const benchNames = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length));

/** A run of a bench in its smallest form: its name, and arguments of the bench. */
export type SmokeRun = readonly [name: string, ...args: string[]];

/** Those that start Kafka, Elasticsearch or the cluster; with `cluster`, what others measure there beside the single process. */
export const smokeOnServers: readonly SmokeRun[] = [
  ...([['throughput'], ['relay', 'cluster'], ['search'], ['reindex'], ['search-quality']] as const),
  ...([['idle'], ['memory'], ['gateway', 'cluster'], ['lag', 'cluster']] as const),
];

const onServersAlone = new Set(['throughput', 'search', 'reindex', 'search-quality', 'idle', 'memory']);

/** It drives a browser, whose list comes too late on a busy machine: by itself, with each night. */
const byItself = new Set(['web']);

/** All the others, on the single process or a PostgreSQL alone: with each night. */
export const smokeWithoutServers: readonly SmokeRun[] = benchNames
  .filter((name) => !onServersAlone.has(name) && !byItself.has(name))
  .map((name) => [name] as const);

const inSeconds = new Set(['catchup', 'lag', 'masking', 'projection', 'rebuild', 'relay', 'seal']);

/** Of these, one of each kind that takes seconds: with each commit. */
export const smokeEachCommit: readonly SmokeRun[] = smokeWithoutServers.filter(([name]) => inSeconds.has(name));
