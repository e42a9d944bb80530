import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { newestFollowed, newestOf } from './history.js';
import { count, parseRecipes, type Followed } from './recipes.js';

const recipes = parseRecipes(readFileSync(new URL('../../docs/recipes.md', import.meta.url), 'utf8'));
const newest = newestFollowed();

describe('docs/recipes.md', () => {
  it('counts an event, a field, a mutation, its button, a column and a screen', () => {
    const names = recipes.map(({ name }) => name).sort();
    expect(names).toEqual(['button', 'column', 'event', 'field', 'mutation', 'screen']);
  });

  if (!newest)
    console.warn('This clone has no whole history: the recipes were not compared with what commits touched.');

  it.each(newest ? recipes.map((recipe) => [recipe.name, recipe] as const) : [])(
    'names all that the newest commit of %s touched, within its limit (npm run recipes prints them)',
    (_, recipe) => {
      const counted = count(recipe, recipes, newest!);
      expect(counted?.unnamed ?? []).toEqual([]);
      expect(counted?.byHand.length ?? 0).toBeLessThanOrEqual(recipe.limit);
    },
  );
});

const table = parseRecipes(`| Recipe | At most | With | Files |
|---|---|---|---|
| \`event\` | 1 | | \`libs/*/src/*.events.ts\` |
| \`button\` | 2 | \`event\` | \`web/**/{acts,words}/*.ts\` |
| \`a file\` of no recipe | many | | |`);
const [event, button] = table;
const followed = (...files: readonly string[]): Followed => ({ commit: 'a', subject: 's', files });
const countOf = (recipe: typeof event, ...commits: readonly (readonly [string, Followed])[]) =>
  count(recipe!, table, new Map(commits));

describe('a count', () => {
  it('is of the files by hand: neither specs, nor documents, nor what is generated', () => {
    const files = ['libs/a/src/b.events.ts', 'libs/a/src/b.spec.ts', 'docs/c.md', 'libs/contracts/samples/D.v1.json'];
    const counted = countOf(event, ['event', followed(...files)]);
    expect(counted).toMatchObject({ byHand: ['libs/a/src/b.events.ts'], unnamed: [], isOver: false });
  });

  it('is over the limit, and finds what no line names', () => {
    const counted = countOf(event, ['event', followed('libs/a/src/b.events.ts', 'libs/a/src/deep/c.events.ts')]);
    expect(counted).toMatchObject({ unnamed: ['libs/a/src/deep/c.events.ts'], isOver: true });
  });

  it('takes what it builds on in, each file once', () => {
    const commits = [
      ['event', followed('libs/a/src/b.events.ts')],
      ['button', followed('web/x/y/acts/d.ts', 'libs/a/src/b.events.ts')],
    ] as const;
    expect(countOf(button, ...commits)).toMatchObject({
      byHand: ['libs/a/src/b.events.ts', 'web/x/y/acts/d.ts'],
      unnamed: [],
      isOver: false,
    });
  });

  it('is of none where no commit has followed the recipe', () => {
    expect(countOf(event, ['button', followed('a')])).toBeUndefined();
  });

  it('is of the newest commit, which may follow several recipes', () => {
    const log =
      '\u001eevent\u001fb\u001fsecond\u001f\n\nx.ts\ny.ts\n\u001eevent,button\u001fa\u001ffirst\u001f\n\nz.ts\n';
    expect([...newestOf(log)]).toEqual([
      ['event', { commit: 'b', subject: 'second', files: ['x.ts', 'y.ts'] }],
      ['button', { commit: 'a', subject: 'first', files: ['z.ts'] }],
    ]);
  });
});
