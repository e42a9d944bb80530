export type PackageSet = 'run' | 'build' | 'all';

/** The lock file's `packages`, by path. */
export type LockedPackages = Readonly<
  Record<
    string,
    {
      readonly dev?: boolean;
      readonly link?: boolean;
      readonly dependencies?: Readonly<Record<string, string>>;
      readonly optionalDependencies?: Readonly<Record<string, string>>;
    }
  >
>;

export const UNBUNDLED: readonly string[];
/** `folder`: of a checkout. */
export function isThere(set: PackageSet, folder?: string): boolean;
export function pathsOf(set: PackageSet, packages: LockedPackages): readonly string[];
export function linkProjects(folder?: string): void;
