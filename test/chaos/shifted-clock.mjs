import { readFileSync } from 'node:fs';

/**
 * Preloaded into each process. On SIGUSR2 its wall clock jumps by the milliseconds in the file named by its process id;
 * timers and performance.now go on, as on a machine whose clock is set.
 */
const RealDate = Date;
let shift = 0;
const now = () => RealDate.now() + shift;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, of) => Reflect.construct(target, args.length === 0 ? [now()] : args, of),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

process.on('SIGUSR2', () => {
  shift = Number(readFileSync(`${process.env.OTKLIK_CHAOS_CLOCKS}/${process.pid}`, 'utf8'));
});
