import { readFileSync } from 'node:fs';

/**
 * Loaded into each process before all else. At SIGUSR2 its wall clock jumps by so many milliseconds as the file of its
 * number says; what runs on measured time (timers, performance.now) goes on, as on a machine whose clock is set.
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
