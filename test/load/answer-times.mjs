// Loaded into the product before it starts: of each request that says what it is in `x-bench`, the time from its arrival to its
// answer, and the CPU that the process used meanwhile, ms. The latter does not depend on who else uses the machine.
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';

const arrived = new WeakMap();
const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

subscribe('http.server.request.start', ({ request, response }) => {
  const kind = request.headers['x-bench'];
  if (kind) arrived.set(response, { kind, at: performance.now(), cpu: cpuMs() });
});
subscribe('http.server.response.finish', ({ response }) => {
  const began = arrived.get(response);
  if (!began || response.statusCode !== 200) return;
  const [ms, cpu] = [performance.now() - began.at, cpuMs() - began.cpu];
  appendFileSync(process.env['ANSWER_TIMES'], `${JSON.stringify({ kind: began.kind, ms, cpu })}\n`);
});
