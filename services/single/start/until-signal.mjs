import { readAddress } from './address.mjs';
import { prepare } from '../../../deploy/bootstrap/prepare.mjs';
import { Teardown } from './teardown.mjs';

/** Prepares the checkout (`needs`: as `prepare` has them), runs the server on HOST and PORT until a signal, then the teardown. */
export async function untilSignal(run, needs) {
  const teardown = new Teardown();
  try {
    const address = readAddress(process.env);
    if (!(await prepare(needs))) return;
    teardown.onSignals();
    await run(address, teardown);
  } catch (error) {
    // Interrupted.
    if (teardown.begun) return;
    await teardown.fail(error);
  }
}
