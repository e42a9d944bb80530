import { writeFileSync } from 'node:fs';
import { lawVectors } from './law-vectors.fixture.js';
import { lawOfDeploy, sourceFiles } from './read-sources.fixture.js';
import { rulesOfLaw, traceRules } from './rules-of-law.js';

// `npm run rules-of-law`
const law = lawOfDeploy(new Date().toISOString().slice(0, 10));
const table = rulesOfLaw(traceRules(law, lawVectors, sourceFiles()));
writeFileSync(new URL('../../../docs/rules-of-law.md', import.meta.url), table);
