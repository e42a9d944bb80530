import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PlainError } from '../bootstrap/plain-error.mjs';

/** Required by Elasticsearch; Kafka needs 17. */
const MIN_VERSION = 21;
const JVMS = '/usr/lib/jvm';

export interface JavaSearch {
  readonly javaHomes: readonly string[];
  readonly path: readonly string[];
  readonly jvms?: string;
  /** Minimum version, if it is above Elasticsearch's. */
  readonly minVersion?: number;
}

/** The first home that is given, or on the PATH, and new enough; else the newest under `jvms`. */
export function findJava({ javaHomes, path, jvms = JVMS, minVersion = MIN_VERSION }: JavaSearch): string | undefined {
  const onPath = findProgram('java', path);
  const named = onPath === undefined ? javaHomes : [...javaHomes, dirname(dirname(realpathSync(onPath)))];
  const installed = existsSync(jvms) ? readdirSync(jvms).map((name) => join(jvms, name)) : [];
  const newestFirst = installed
    .map((home) => ({ home, version: javaVersion(home) ?? 0 }))
    .sort((a, b) => b.version - a.version || a.home.localeCompare(b.home))
    .map(({ home }) => home);
  return [...named, ...newestFirst].find((home) => (javaVersion(home) ?? 0) >= minVersion);
}

/** 25 of `JAVA_VERSION="25.0.3"` in the file that every JDK carries; undefined where there is none. */
export function javaVersion(home: string): number | undefined {
  const release = join(home, 'release');
  if (!existsSync(release) || !existsSync(join(home, 'bin', 'java'))) return undefined;
  const found = /^JAVA_VERSION="(\d+)/m.exec(readFileSync(release, 'utf8'));
  return found ? Number(found[1]) : undefined;
}

export function findProgram(name: string, path: readonly string[]): string | undefined {
  return path.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** Throws a PlainError that says what to install. */
export function demandJava(where: JavaSearch): string {
  const home = findJava(where);
  if (home === undefined)
    throw new PlainError(
      `Kafka and Elasticsearch need Java ${MIN_VERSION} or newer and none was found: ` +
        'apt-get install openjdk-21-jre-headless, or name one in OTKLIK_JAVA_HOME.',
    );
  return home;
}

/** Throws a PlainError that says what to install. */
export function demandMaven(path: readonly string[]): string {
  const maven = findProgram('mvn', path);
  if (maven === undefined)
    throw new PlainError('Maven is needed to fetch Kafka and Elasticsearch: apt-get install maven.');
  return maven;
}
