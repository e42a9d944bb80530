import { execFileSync } from 'node:child_process';
import { root } from '../../deploy/bootstrap/prepare.mjs';
import { PlainError } from '../../deploy/bootstrap/plain-error.mjs';

/** They start the built product, and are related to no source by an import. */
const OF_THE_PRODUCT = /^test\/(acceptance|chaos|load|tenancy)\//;
const LINTED = /\.(m?ts|tsx|m?js|cjs|md|graphql)$/;

/**
 * What `npm test -- --changed[=<commit>]` looks at: files that differ from the commit, else from the last one, new files
 * included, deleted ones not.
 */
export class Changes {
  /** Relative paths. */
  files;

  /** Undefined where the arguments do not ask for it. Throws a `PlainError` for what is no commit. */
  static askedFor(args, git = askGit) {
    const asked = args.find((one) => /^--changed(=|$)/.test(one));
    return asked && new Changes(asked.slice('--changed='.length) || 'HEAD', git);
  }

  constructor(commit, git) {
    const differing = git('diff', '--name-only', '--diff-filter=d', '-z', commit, '--');
    const added = git('ls-files', '--others', '--exclude-standard', '-z');
    this.files = [...new Set([...differing, ...added])].sort();
  }

  /** For ESLint. */
  get linted() {
    return this.files.filter((file) => LINTED.test(file));
  }

  /** Folders of projects, for Jest's configuration: of other ones it runs plain specs alone. */
  get rooms() {
    return [...new Set(this.files.map((file) => file.split('/').slice(0, 2).join('/')))];
  }

  get needTheProduct() {
    return this.files.some((file) => OF_THE_PRODUCT.test(file));
  }

  /** Jest's arguments: spec files that import what changed, by however many steps. */
  get specs() {
    return ['--passWithNoTests', '--findRelatedTests', ...this.files];
  }
}

function askGit(...args) {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
      .split('\0')
      .filter((name) => name !== '');
  } catch (error) {
    throw new PlainError(
      `git: ${
        String(error.stderr ?? error.message)
          .trim()
          .split('\n')[0]
      }`,
    );
  }
}
