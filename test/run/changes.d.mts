/** Answers the names that git printed. */
type Git = (...args: readonly string[]) => readonly string[];

export class Changes {
  static askedFor(args: readonly string[], git?: Git): Changes | undefined;
  readonly files: readonly string[];
  readonly linted: readonly string[];
  readonly rooms: readonly string[];
  readonly needTheProduct: boolean;
  readonly specs: readonly string[];
}
