import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from '../bootstrap/pid-lock.mjs';
import { PlainError } from '../bootstrap/plain-error.mjs';
import { withProgress } from '../bootstrap/progress.mjs';
import { CHECKOUT } from './config.js';
import { demandMaven } from './java.js';

export type Program = 'kafka' | 'elasticsearch' | 'opensearch' | 's3' | 'keycloak' | 'verapdf';

/** Elasticsearch and Keycloak are archives, the others are sets of jars. */
const GOALS: Readonly<Record<Program, string>> = {
  kafka: 'dependency:copy-dependencies',
  elasticsearch: 'dependency:unpack-dependencies',
  opensearch: 'dependency:copy-dependencies',
  s3: 'dependency:copy-dependencies',
  keycloak: 'dependency:unpack-dependencies',
  verapdf: 'dependency:copy-dependencies',
};
const TITLES: Readonly<Record<Program, string>> = {
  kafka: 'Fetching Kafka (once, 55 MB)',
  elasticsearch: 'Fetching Elasticsearch (once, 100 MB)',
  opensearch: 'Fetching OpenSearch (once, 71 MB)',
  s3: 'Fetching S3Proxy (once, 33 MB)',
  keycloak: 'Fetching Keycloak (once, 150 MB)',
  verapdf: 'Fetching veraPDF (once, 19 MB)',
};

/** Downloads belong to the checkout, like node_modules, and not to its data. */
function folderOf(program: Program): string {
  const pom = readFileSync(pomOf(program));
  const version = createHash('sha256').update(pom).digest('hex').slice(0, 12);
  return join(CHECKOUT, '.otklik', 'servers', `${program}-${version}`);
}

function pomOf(program: Program): string {
  return join(import.meta.dirname, program, 'pom.xml');
}

export function isFetched(program: Program): boolean {
  return existsSync(folderOf(program));
}

/**
 * The folder of the program's files, downloaded with Maven if this checkout does not have them; waits for another process
 * that downloads them. Throws a PlainError with Maven's last errors.
 */
export async function fetched(
  program: Program,
  java: string,
  tools: { readonly path: readonly string[]; readonly print: (line: string) => void },
): Promise<string> {
  const folder = folderOf(program);
  if (!existsSync(folder)) {
    const maven = demandMaven(tools.path);
    mkdirSync(dirname(folder), { recursive: true });
    const fetchOnce = async (): Promise<void> => {
      if (!existsSync(folder))
        await withProgress(TITLES[program], () => fetchInto(folder, program, maven, java), { print: tools.print });
    };
    await withLock(`${folder}.lock`, fetchOnce, ({ pid }) =>
      tools.print(`Waiting for process ${pid}, which fetches …`),
    );
  }
  return insideOf(folder, program);
}

/** Downloads into a draft folder and renames it, so that an interrupted download is repeated. */
async function fetchInto(folder: string, program: Program, maven: string, java: string): Promise<void> {
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  // A copy, because Maven writes files beside the pom.
  cpSync(pomOf(program), join(draft, 'pom.xml'));
  const args = [
    '-B',
    '-ntp',
    '-f',
    join(draft, 'pom.xml'),
    GOALS[program],
    `-DoutputDirectory=${join(draft, 'files')}`,
  ];
  const { code, output } = await run(maven, args, java);
  if (code !== 0) {
    const errors = output.split('\n').filter((line) => line.startsWith('[ERROR]'));
    throw new PlainError(`Maven could not fetch ${program}:\n${errors.slice(0, 3).join('\n') || output.slice(-600)}`);
  }
  renameSync(join(draft, 'files'), folder);
  rmSync(draft, { recursive: true });
}

function insideOf(folder: string, program: Program): string {
  if (program !== 'elasticsearch' && program !== 'keycloak') return folder;
  return join(
    folder,
    readdirSync(folder).find((name) => name.startsWith(`${program}-`))!,
  );
}

function run(maven: string, args: readonly string[], java: string): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn('env', [`JAVA_HOME=${java}`, maven, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk: Buffer): void => void (output = (output + chunk.toString()).slice(-50_000));
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => done({ code: 1, output: error.message }));
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}
