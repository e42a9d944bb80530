declare module 'az' {
  interface AzReading {
    readonly word: string;
    readonly score: number | string;
    /** How the reading was made: `Dictionary`, `PrefixKnown`, `PrefixUnknown`, `SuffixKnown`, … */
    readonly parser: string;
    /** Letters that were taken for a stutter and left out. */
    readonly stutterCnt: number;
    readonly tag: { readonly POST: string };
    normalize(): AzReading;
  }
  interface AzConfig {
    readonly parsers?: readonly string[];
    readonly typos?: number;
    readonly stutter?: number;
    readonly normalizeScore?: boolean;
  }
  interface AzMorph {
    (word: string, config?: AzConfig): readonly AzReading[];
    init(folder: string, done: (error?: Error | null) => void): void;
  }
  const Az: { readonly Morph: AzMorph };
  export default Az;
}
