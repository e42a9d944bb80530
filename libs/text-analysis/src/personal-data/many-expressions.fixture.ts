const HOW_MANY = 1_000;

/**
 * As in a process that has run for long: V8 compiles without optimisations once it has compiled a megabyte of regular
 * expressions, and a fault of it then finds less (numbers.ts). Called before the first text is looked at.
 */
export function compileManyExpressions(): readonly RegExp[] {
  return Array.from({ length: HOW_MANY }, (_, at) => {
    const one = new RegExp(
      `(?<!\\p{L})(?:слово${at}\\p{L}*|другое${at}\\p{Lu}+)[^\\d.\\n]{0,24}(?<=x${at}\\p{L}*)`,
      'giu',
    );
    // The first run is interpreted, the next ones are compiled.
    for (let run = 0; run < 3; run += 1) one.test(`слово${at} и другое`);
    return one;
  });
}
