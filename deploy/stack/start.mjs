// npm run stack
import '../bootstrap/node-version.mjs';

import('./run.mjs').then(({ run }) => run(process.argv.slice(2)));
