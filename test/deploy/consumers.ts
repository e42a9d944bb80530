import { topics } from '@otklik/contracts/envelope';
import { globSync, readFileSync } from 'node:fs';

/** Topics by consumer of one service, read from its source. `search` has projections, which consume every topic. */
export function consumersOf(service: string): ReadonlyMap<string, readonly string[]> {
  const source = globSync(`services/${service}/src/**/*.ts`)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const constants = new Map([...source.matchAll(/const (\w+) = '([^']+)'/g)].map(([, name, value]) => [name, value]));
  const consumers = [...source.matchAll(/@EventConsumer\(\{ name: '?([\w.]+)'?, topics: \[([^\]]*)\]/g)].map(
    ([, name = '', subscribed = '']): [string, string[]] => [
      constants.get(name) ?? name,
      [...subscribed.matchAll(/'([^']+)'/g)].map(([, topic]) => topic!),
    ],
  );
  const projections = [
    ...source.matchAll(/@EventConsumer\(\{ name: '?([\w.]+)'?, topics(?:, together: true)? \}\)/g),
  ].map(([, name = '']): [string, readonly string[]] => [constants.get(name) ?? name, topics]);
  const reactors = [...source.matchAll(/reactor<.*>\(\{\s*name: '?([\w.]+)'?,\s*topics(?:: \[([^\]]*)\])?,/g)].map(
    ([, name = '', subscribed]): [string, readonly string[]] => [
      constants.get(name) ?? name,
      subscribed === undefined ? topics : [...subscribed.matchAll(/'([^']+)'/g)].map(([, topic]) => topic!),
    ],
  );
  return new Map<string, readonly string[]>([...consumers, ...projections, ...reactors]);
}
