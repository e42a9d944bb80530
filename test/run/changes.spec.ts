import { describe, expect, it } from '@jest/globals';
import { Changes } from './changes.mjs';

const asked: (readonly string[])[] = [];
const gitOf =
  (changed: readonly string[], added: readonly string[] = []) =>
  (...args: readonly string[]) => {
    asked.push(args);
    return args[0] === 'diff' ? changed : added;
  };

describe('npm test -- --changed', () => {
  it('is everything where it is not asked for', () => {
    expect(Changes.askedFor(['libs/kernel'], gitOf([]))).toBeUndefined();
  });

  it('looks at what differs from the last commit, and at new files', () => {
    asked.length = 0;
    const changes = Changes.askedFor(
      ['--changed'],
      gitOf(['docs/web.md', 'libs/kernel/src/day.ts'], ['deploy/new.mjs']),
    )!;
    expect(asked[0]).toContain('HEAD');
    expect(changes.files).toEqual(['deploy/new.mjs', 'docs/web.md', 'libs/kernel/src/day.ts']);
    expect(changes.linted).toEqual(['deploy/new.mjs', 'docs/web.md', 'libs/kernel/src/day.ts']);
    expect(changes.specs.slice(-3)).toEqual(changes.files);
    expect(changes.rooms).toEqual(['deploy/new.mjs', 'docs/web.md', 'libs/kernel']);
    expect(changes.needTheProduct).toBe(false);
  });

  it('looks at what differs from the commit that is named', () => {
    asked.length = 0;
    Changes.askedFor(['--changed=v0.1.0'], gitOf([]));
    expect(asked[0]).toContain('v0.1.0');
  });

  it('builds the product for its own specs', () => {
    expect(Changes.askedFor(['--changed'], gitOf(['test/acceptance/journey.spec.ts']))?.needTheProduct).toBe(true);
  });

  it('says in one line that a commit is none', () => {
    expect(() => Changes.askedFor(['--changed=no-such-commit'])).toThrow(/^git: .*no-such-commit/);
  });
});
