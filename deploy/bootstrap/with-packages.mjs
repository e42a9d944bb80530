// node deploy/bootstrap/with-packages.mjs <build | all> <command> …: the command, once those packages are installed.
// `npm start` removes what it does not need itself, so the scripts of the build, of tests and of benches begin with this.
import './node-version.mjs';

import('./run-with-packages.mjs').then(({ runWithPackages }) => runWithPackages(process.argv.slice(2)));
