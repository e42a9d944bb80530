import { readFileSync } from 'node:fs';
import { newestFollowed } from './history.js';
import { count, parseRecipes, type Count, type Recipe } from './recipes.js';

// `npm run recipes`
const recipes = parseRecipes(readFileSync(new URL('../../docs/recipes.md', import.meta.url), 'utf8'));
const newest = newestFollowed();
if (!newest) console.warn('This clone has no whole history: nothing was counted.');
else {
  const counts = recipes.map((recipe) => ({ recipe, counted: count(recipe, recipes, newest) }));
  for (const { recipe, counted } of counts) console.log(linesOf(recipe, counted).join('\n'));
  if (counts.some(({ counted }) => counted && (counted.isOver || counted.unnamed.length > 0))) process.exitCode = 1;
}

function linesOf({ name, limit }: Recipe, counted: Count | undefined): readonly string[] {
  if (!counted) return [`${name}: no commit has followed it`];
  const { byHand, unnamed, commits } = counted;
  return [
    `${name}: ${byHand.length} files by hand, ${limit} at most`,
    ...commits.map(({ commit, subject }) => `  ${commit} ${subject}`),
    ...byHand.map((file) => `    ${file}${unnamed.includes(file) ? '  <- no line names it' : ''}`),
  ];
}
