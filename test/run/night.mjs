// npm run test:night
import '../../deploy/bootstrap/node-version.mjs';

import('./night-run.mjs').then(({ runNight }) => runNight());
