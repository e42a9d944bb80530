// npm run otklik
import './node-version.mjs';

import('./operate.mjs').then(({ operate }) => operate(process.argv.slice(2)));
