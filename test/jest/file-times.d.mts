interface TimesOfFile {
  readonly file: string;
  readonly kind: string;
  /** Of the wall, from the file's start to its end. */
  readonly seconds: number;
  /** Of `seconds`, those of its tests. */
  readonly tests: number;
  /** Of its worker. */
  readonly cpu: number;
}

export function table(files: readonly TimesOfFile[]): string;
