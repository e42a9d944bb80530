import { readFileSync } from 'node:fs';

/** Memory of processes of one kind, MB. A page that several share counts for each by its share (PSS). */
export interface ProcessMemory {
  readonly name: string;
  readonly processes: number;
  readonly total: number;
  /** Private: heaps, stacks. */
  readonly anonymous: number;
  /** Mapped files: programs and libraries. */
  readonly files: number;
  /** Shared between processes: PostgreSQL's `shared_buffers`. */
  readonly shared: number;
}

/** By name, the largest first. A process that ended meanwhile is left out. */
export function memoryOf(pids: readonly number[]): readonly ProcessMemory[] {
  const byName = new Map<string, ProcessMemory>();
  for (const pid of pids) {
    const one = memoryOfOne(pid);
    if (one === undefined) continue;
    const before = byName.get(one.name);
    byName.set(one.name, before === undefined ? one : sum([before, one], one.name));
  }
  return [...byName.values()].sort((one, other) => other.total - one.total);
}

export function sum(parts: readonly ProcessMemory[], name = 'together'): ProcessMemory {
  const of = (column: 'processes' | 'total' | 'anonymous' | 'files' | 'shared') =>
    parts.reduce((before, part) => before + part[column], 0);
  return {
    name,
    processes: of('processes'),
    total: of('total'),
    anonymous: of('anonymous'),
    files: of('files'),
    shared: of('shared'),
  };
}

function memoryOfOne(pid: number): ProcessMemory | undefined {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const megabytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0) / 1024;
    const [total, anonymous, files, shared] = ['Pss', 'Pss_Anon', 'Pss_File', 'Pss_Shmem'].map(megabytes);
    return {
      name: nameOf(readFileSync(`/proc/${pid}/cmdline`, 'utf8')),
      processes: 1,
      total: total!,
      anonymous: anonymous!,
      files: files!,
      shared: shared!,
    };
  } catch {
    // The process ended after it was listed.
    return undefined;
  }
}

/** `postgres: otklik_intake` of all its backends, `postgres: checkpointer`, `node start.mjs`. */
function nameOf(commandLine: string): string {
  const backend = /^postgres: (?:io worker|\S+)/.exec(commandLine);
  if (backend) return backend[0];
  const [program = '', ...args] = commandLine.split('\0').map((word) => word.slice(word.lastIndexOf('/') + 1));
  const script = args.find((arg) => /\.m?js$/.test(arg));
  return script === undefined ? program : `${program} ${script}`;
}

const COLUMNS = ['total', 'anonymous', 'files', 'shared'] as const;

/** Lines of a table, the sum last. */
export function asTable(parts: readonly ProcessMemory[]): readonly string[] {
  const head = `${'MB'.padEnd(36)}${['processes', ...COLUMNS].map((column) => column.padStart(11)).join('')}`;
  const line = (part: ProcessMemory) =>
    `${part.name.padEnd(36)}${[part.processes, ...COLUMNS.map((column) => part[column])]
      .map((value) => value.toFixed(0).padStart(11))
      .join('')}`;
  return [head, ...[...parts, sum(parts)].map(line)];
}
