export interface RunningPostgres {
  /** Names the owner role and the database `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** True when the server was running already. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

export function startPostgres(options: {
  readonly dataDir: string;
  readonly hasSocket?: boolean;
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly timeoutMs?: number;
  readonly onExit?: () => void;
}): Promise<RunningPostgres>;

export function stopPostgres(dataDir: string, timeoutMs?: number): Promise<void>;

export function runningServer(
  dataDir: string,
): { readonly pid: number; readonly port: number; readonly socket: string; readonly ready: boolean } | undefined;

export function sharedBufferMegabytes(memory: number): number;
