import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Written beside its place, flushed, and moved there: whole or not there, also after a loss of power. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const draft = `${file}.draft`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(draft, { force: true });
    throw error;
  }
  await handle.close();
  await rename(draft, file);
  await flushFolder(dirname(file));
}

/** Makes names durable that were made, moved or removed in the folder. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
