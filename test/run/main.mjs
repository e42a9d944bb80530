// npm test
import '../../deploy/bootstrap/node-version.mjs';

import('./check.mjs').then(({ check }) => check(process.argv.slice(2)));
