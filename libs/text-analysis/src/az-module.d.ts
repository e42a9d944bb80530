declare module 'az' {
  interface AzReading {
    readonly word: string;
    readonly score: number | string;
    normalize(): AzReading;
  }
  interface AzMorph {
    (word: string): readonly AzReading[];
    init(folder: string, done: (error?: Error | null) => void): void;
  }
  const Az: { readonly Morph: AzMorph };
  export default Az;
}
