import sharp from 'sharp';

export const MAX_PIXELS = 40_000_000;
/** Images decoded concurrently: each may take 160 MB. */
const MAX_CONCURRENT_IMAGES = 2;

sharp.cache(false);
sharp.concurrency(1);

let running = 0;
const waiting: (() => void)[] = [];

/** Runs `work` on an image when there is room for one more. */
export async function limited<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= MAX_CONCURRENT_IMAGES) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
