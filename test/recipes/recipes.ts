/*
 * docs/recipes.md promises how many files a change of a kind touches. A commit that follows a recipe says so by a trailer,
 * `Recipe: event`; the newest of each kind is compared with its line.
 */

/** A line of the table "Counted". */
export interface Recipe {
  readonly name: string;
  readonly limit: number;
  /** Other recipes on which it builds: their files count, too. */
  readonly with: readonly string[];
  /** Globs of all files that are touched by hand. */
  readonly files: readonly string[];
}

export interface Followed {
  readonly commit: string;
  readonly subject: string;
  readonly files: readonly string[];
}

export interface Count {
  readonly recipe: Recipe;
  readonly commits: readonly Followed[];
  /** Without specs, documents and what commands make. */
  readonly byHand: readonly string[];
  /** Those that no line names. */
  readonly unnamed: readonly string[];
  readonly isOver: boolean;
}

/** Not counted: specs and their worlds, documents, and what commands make. */
const UNCOUNTED = [
  ...['**/*.spec.ts', '**/*.spec.tsx', '**/*.fixture.ts', '**/*.contract.ts', 'test/**', '**/testing/**'],
  ...['docs/**', '**/*.md'],
  ...['libs/contracts/src/generated/**', 'libs/contracts/samples/**', 'libs/contracts/graphql/asyncapi.json'],
  ...['libs/contracts/graphql/supergraph.graphql', 'libs/contracts/graphql/enumerations.graphql'],
];

export function parseRecipes(markdown: string): readonly Recipe[] {
  const lines = markdown.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  return lines.flatMap(([, name = '', limit = '', builtOn = '', files = '']) =>
    /^`[a-z ]+`$/.test(name) && /^\d+$/.test(limit)
      ? [{ name: quoted(name)[0]!, limit: Number(limit), with: quoted(builtOn), files: quoted(files) }]
      : [],
  );
}

function quoted(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text!);
}

/** `newest`: by the name of the recipe. Undefined: no commit has followed it. */
export function count(
  recipe: Recipe,
  recipes: readonly Recipe[],
  newest: ReadonlyMap<string, Followed>,
): Count | undefined {
  const own = newest.get(recipe.name);
  if (!own) return undefined;
  const builtOn = recipe.with.flatMap((name) => newest.get(name) ?? []);
  const commits = [...builtOn, own];
  const globs = [recipe, ...recipes.filter(({ name }) => recipe.with.includes(name))].flatMap(({ files }) => files);
  const byHand = [...new Set(commits.flatMap(({ files }) => files))].filter((file) => !isOneOf(file, UNCOUNTED)).sort();
  const unnamed = byHand.filter((file) => !isOneOf(file, globs));
  return { recipe, commits, byHand, unnamed, isOver: byHand.length > recipe.limit };
}

function isOneOf(file: string, globs: readonly string[]): boolean {
  return globs.some((glob) => patternOf(glob).test(file));
}

/** `*` within a folder, `**` across folders, `{a,b}` one of both. */
function patternOf(glob: string): RegExp {
  const parts: Record<string, string> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '{': '(?:', '}': ')', ',': '|' };
  const pattern = glob.replace(/\*\*\/|\*\*|[*{},]|[.+^$()|[\]\\]/g, (part) => parts[part] ?? `\\${part}`);
  return new RegExp(`^${pattern}$`);
}
