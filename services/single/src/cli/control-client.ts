import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Arguments, Report } from './command.js';
import { CONTROL_FILE, replay, type Control, type ControlLine } from './control.js';

const START_TIMEOUT_MS = 60_000;

/** Runs the command in the instance that holds the data folder, and reports here what it reports. */
export async function runRemotely(
  dataDir: string,
  pid: number,
  name: string,
  args: Arguments,
  report: Report,
): Promise<number> {
  const { port, token } = await controlOf(dataDir, pid);
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ name, args }),
  });
  if (!response.ok || !response.body)
    throw new PlainError(`the running instance does not take commands (${response.status}).`);
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const message = JSON.parse(line) as ControlLine;
      if ('exit' in message) return message.exit;
      replay(message, report);
    }
  }
  throw new PlainError('the running instance ended before the command did. Run it again: it resumes where it stopped.');
}

/** The instance writes the file when it is ready; one that is starting is waited for. */
async function controlOf(dataDir: string, pid: number): Promise<Control> {
  const end = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    try {
      const control = JSON.parse(await readFile(join(dataDir, CONTROL_FILE), 'utf8')) as Control;
      if (control.pid === pid) return control;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    if (Date.now() > end) throw new PlainError(`process ${pid} has the data folder and does not become ready.`);
    await sleep(200);
  }
}
