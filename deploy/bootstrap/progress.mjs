/** Prints a line at the beginning of a long step and every `everyMs` until it ends. Answers the step's result. */
export async function withProgress(what, step, { everyMs = 10_000, print = console.log } = {}) {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  print(`${what} …`);
  const timer = setInterval(() => print(`${what} … ${seconds()} s`), everyMs);
  try {
    return await step();
  } finally {
    clearInterval(timer);
  }
}
