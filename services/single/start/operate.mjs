import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { clusterFolder, dataFolder, lockDataFolder, openDataFolder } from './data-folder.mjs';
import { holderOf, isInAnotherContainer } from '../../../deploy/bootstrap/pid-lock.mjs';
import { openPostgres } from './postgres.mjs';
import { prepare, root } from '../../../deploy/bootstrap/prepare.mjs';
import { Teardown } from './teardown.mjs';

/** `npm run otklik -- <command>`: prepares the checkout, then runs the operator's tool. Progress goes to stderr. */
export async function operate(args) {
  const teardown = new Teardown();
  let code = 1;
  try {
    if (!(await prepare({ packages: 'run', build: 'single', print: console.error }))) return;
    const dataDir = runningFolder();
    const holder = holderOf(join(dataDir, 'lock'));
    const note = { what: `npm run otklik -- ${args[0]}`, takesCommands: false };
    // An interrupted command has not succeeded.
    const onSignals = () => teardown.onSignals((signal) => 128 + constants.signals[signal]);
    const { cli } = await import(pathToFileURL(join(root, 'services/single/bundle/cli.main.js')).href);
    code = await cli(args, {
      dataDir,
      // A process of another container cannot be reached: opening the folder reports it.
      holder: holder && !isInAnotherContainer(holder) ? holder : undefined,
      open: async () => {
        onSignals();
        teardown.add(await openDataFolder(dataDir, note));
        return openPostgres(dataDir, teardown);
      },
      lock: async () => {
        onSignals();
        teardown.add(await lockDataFolder(dataDir, note));
      },
      teardown: (step) => teardown.add(step),
    });
  } catch (error) {
    // Interrupted.
    if (teardown.begun) return;
    await teardown.fail(error);
    return;
  }
  await teardown.run(code);
}

/** The cluster's, when only the cluster runs. */
function runningFolder() {
  const [single, cluster] = [dataFolder(root), clusterFolder(root)];
  const runs = (folder) => holderOf(join(folder, 'lock')) !== undefined;
  return runs(cluster) && !runs(single) ? cluster : single;
}
