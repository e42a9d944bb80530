import { setTimeout as sleep } from 'node:timers/promises';
import { runProcess } from './run-process.js';

/** Takes half a second to stop, and prints when it begins and when it has stopped. */
await runProcess('probe', (teardown) => {
  const busy = setInterval(() => undefined, 1_000);
  teardown(async () => {
    console.log('ending');
    await sleep(500);
    clearInterval(busy);
    console.log('ended in order');
  });
  console.log('ready');
  return Promise.resolve({ url: '' });
});
