// npm run otklik
import '../../../deploy/bootstrap/node-version.mjs';

import('./operate.mjs').then(({ operate }) => operate(process.argv.slice(2)));
