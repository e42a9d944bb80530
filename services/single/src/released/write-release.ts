import { freezeSchema } from '@otklik/contracts/generate';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { DATA_FORMAT } from '../../start/data-folder.mjs';
import { fileOf, presentMigrations, type Release } from './migrations.fixture.js';
import { presentEvents, presentSubscriptions } from './subscriptions.fixture.js';

// `npm run release`: freezes what the version of package.json promises. A file that is there is never written again.
const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const file = fileOf(`v${version}`);
if (existsSync(file)) {
  console.error(`v${version} is frozen already: raise the version in package.json.`);
  process.exitCode = 1;
} else {
  const release: Release = {
    format: DATA_FORMAT.format,
    migrations: presentMigrations(),
    events: presentEvents(),
    subscriptions: presentSubscriptions(),
  };
  writeFileSync(file, `${JSON.stringify(release, undefined, 2)}\n`);
  freezeSchema(version);
  console.log(
    `Frozen: v${version}. Commit it; once CI has passed, name that commit in commits.json, and tag it: git tag v${version}.`,
  );
}
