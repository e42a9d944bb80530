import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { PlainError } from '../bootstrap/plain-error.mjs';
import { stackSettings } from './config.js';
import { demandMaven, findJava } from './java.js';
import { fetched, isFetched } from './programs.js';

const MIN_JAVA = 17;

/** What is missing to check PDF files here, and how to get it; undefined when they can be checked. */
export function missingForVeraPdf(): string | undefined {
  const settings = stackSettings();
  if (!findJava({ ...settings, minVersion: MIN_JAVA }))
    return `veraPDF needs Java ${MIN_JAVA} or newer and none was found: apt-get install openjdk-21-jre-headless.`;
  try {
    if (!isFetched('verapdf')) demandMaven(settings.path);
    return undefined;
  } catch (error) {
    if (error instanceof PlainError) return error.message;
    throw error;
  }
}

/** The rules of the profile that each file breaks, by file; one start for all of them. */
export async function brokenRules(
  files: readonly string[],
  profile: '2a' | 'ua1',
  print: (line: string) => void = () => undefined,
): Promise<Map<string, string[]>> {
  const settings = stackSettings();
  const java = findJava({ ...settings, minVersion: MIN_JAVA });
  if (java === undefined) throw new PlainError(missingForVeraPdf()!);
  const jars = await fetched('verapdf', java, { path: settings.path, print });
  const checked = ['-f', profile, '--format', 'text', '-v', ...files];
  const args = ['-cp', join(jars, '*'), 'org.verapdf.apps.GreenfieldCliWrapper', ...checked];
  const output = await outputOf(join(java, 'bin', 'java'), args);
  const found = new Map(files.map((file) => [file, ['not checked']]));
  let rules: string[] = [];
  for (const line of output.split('\n')) {
    const [, file] = /^(?:PASS|FAIL) (.+) \S+$/.exec(line) ?? [];
    const [, rule] = /^ {2}FAIL (\S+)/.exec(line) ?? [];
    if (file) found.set(file, (rules = []));
    else if (rule) rules.push(rule);
  }
  return found;
}

/** It ends with 1 where a file breaks a rule. */
function outputOf(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) =>
    execFile(program, args, { maxBuffer: 8 * 1024 * 1024 }, (_, stdout) => resolve(stdout)),
  );
}
