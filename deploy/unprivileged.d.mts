export function unprivileged(options: {
  readonly server: string;
  readonly owns: readonly [string, ...string[]];
  readonly reads: string;
}): readonly string[];
