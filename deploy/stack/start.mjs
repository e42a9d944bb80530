// npm run stack
import '../../services/single/start/node-version.mjs';

import('./run.mjs').then(({ run }) => run(process.argv.slice(2)));
