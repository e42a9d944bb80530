// npm start
import '../../../deploy/bootstrap/node-version.mjs';

import('./serve.mjs').then(({ serve }) => serve());
