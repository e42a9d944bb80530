// npm run start:cluster
import './node-version.mjs';

import('./serve-cluster.mjs').then(({ serveCluster }) => serveCluster());
