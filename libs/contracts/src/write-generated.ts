import { writeStale } from './generate.js';

// `npm run contracts`: composes the SDL and generates the types beside it.
try {
  const written = await writeStale(process.argv.includes('--breaking'));
  console.log(written.length === 0 ? 'Everything is fresh.' : `Written:\n${written.join('\n')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
