import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** A line of `/proc`; times in CPU seconds. */
export interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  readonly cpu: number;
  /** CPU of its children that ended. */
  readonly childrenCpu: number;
}

/** All processes of this machine. */
export function processes(): readonly ProcessStat[] {
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return pids.flatMap((pid) => {
    const stat = statOf(pid);
    if (stat === undefined) return [];
    // The fields start behind the name, which may hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [user, system, childrenUser, childrenSystem] = fields.slice(11, 15).map((ticks) => +ticks / TICKS_PER_SECOND);
    return [
      {
        pid: Number(pid),
        parent: Number(fields[1]),
        cpu: user! + system!,
        childrenCpu: childrenUser! + childrenSystem!,
      },
    ];
  });
}

function statOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // The process ended after the folder was listed.
    return undefined;
  }
}

/** CPU seconds that the processes have used so far. */
export function cpuSecondsOf(pids: readonly number[]): number {
  const own = processes().filter(({ pid }) => pids.includes(pid));
  return own.reduce((sum, { cpu }) => sum + cpu, 0);
}

/** Resident memory of the processes, MB; a page that several of them share counts for each. */
export function residentMegabytesOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) =>
    Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
  );
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}
