/** A pattern that is built at its first use: a long one with Unicode classes takes up to 80 ms, which no start should wait for. */
export function lazyPattern(source: string, flags: string): () => RegExp {
  let built: RegExp | undefined;
  return () => (built ??= new RegExp(source, flags));
}
