import { topics } from '@otklik/contracts/envelope';
import { globSync, readFileSync } from 'node:fs';

/** Consumer → topics, of one service, as its source names them. */
export function consumersOf(service: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const file of globSync(`services/${service}/src/**/*.{consumer,module}.ts`)) {
    const text = readFileSync(file, 'utf8');
    const name = /const (?:name|\w+_CONSUMER) = '([a-z]+\.[a-z-]+)'/.exec(text)?.[1];
    const hears = /topics: \[([^\]]*)\]/.exec(text)?.[1];
    if (name && hears)
      found.set(
        name,
        [...hears.matchAll(/'([^']+)'/g)].map(([, topic]) => topic!),
      );
    const all = /\.consumer\('([a-z.-]+)', topics,/.exec(text)?.[1];
    if (all) found.set(all, topics);
  }
  return found;
}
