export interface Holder {
  readonly pid: number;
  readonly since: string;
}

export function withLock<T>(path: string, work: () => Promise<T>, wait: (holder: Holder) => void): Promise<T>;
