export interface Holder {
  readonly pid: number;
  readonly since: string;
}

export function holderOf(path: string): Holder | undefined;

export function acquireLock(path: string, note?: { readonly what?: string }): () => void;

export function withLock<T>(path: string, work: () => Promise<T>, wait: (holder: Holder) => void): Promise<T>;
