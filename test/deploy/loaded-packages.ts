import { builtinModules } from 'node:module';
import ts from 'typescript';

export interface Load {
  /** The package that is asked for, without the path inside it. */
  readonly name: string;
  readonly file: string;
  /** A `require` looks for files beside the bundle's libraries, an `import` does not. */
  readonly by: 'require' | 'import';
}

interface Source {
  readonly file: string;
  readonly root: ts.SourceFile;
  /** `createRequire`, by its names in this file. */
  readonly creators: ReadonlySet<string>;
  /** What `createRequire` answered, by its names in this file. */
  readonly requires: ReadonlySet<string>;
}

/** A function that loads what its parameter of that place names. */
type Loaders = Map<string, { readonly at: number; readonly by: Load['by'] }>;

/**
 * Every package that the modules load: by `import` and `export … from`, `import()`, `require`, `require.resolve`, by what `createRequire`
 * answers, and through functions of theirs that load what their parameter names, however many lie between. Where a load may fail,
 * because its `catch` goes on without, it is none.
 */
export function loadedPackages(texts: ReadonlyMap<string, string>): readonly Load[] {
  const loads = new Map<string, Load>();
  for (const [file, text] of texts) {
    const source = sourceOf(file, text);
    const loaders: Loaders = new Map();
    let known;
    do {
      known = loaders.size;
      visit(source, source.root, loaders, (load) => loads.set(JSON.stringify(load), load));
    } while (loaders.size > known);
  }
  return [...loads.values()];
}

function sourceOf(file: string, text: string): Source {
  const root = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const creators = new Set<string>();
  const requires = new Set(['require']);
  const collect = (node: ts.Node): void => {
    if (ts.isImportSpecifier(node) && (node.propertyName ?? node.name).text === 'createRequire')
      creators.add(node.name.text);
    if (ts.isVariableDeclaration(node) && node.initializer && isOfCreator(node.initializer, creators)) {
      const names = ts.isObjectBindingPattern(node.name) ? node.name.elements.map(({ name }) => name) : [node.name];
      for (const name of names) if (ts.isIdentifier(name)) requires.add(name.text);
    }
    ts.forEachChild(node, collect);
  };
  collect(root);
  return { file, root, creators, requires };
}

/** `createRequire(…)`, `createRequire(…).resolve`. */
function isOfCreator(node: ts.Expression, creators: ReadonlySet<string>): boolean {
  if (ts.isPropertyAccessExpression(node))
    return node.name.text === 'resolve' && isOfCreator(node.expression, creators);
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && creators.has(node.expression.text);
}

function visit(source: Source, node: ts.Node, loaders: Loaders, found: (load: Load) => void): void {
  const { file } = source;
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
    addNamed(node.moduleSpecifier, { file, by: 'import' }, found);
  if (ts.isCallExpression(node)) {
    const loader = loaderOf(source, node.expression, loaders);
    const named = loader && node.arguments[loader.at];
    if (loader && named && !mayFail(source, node, loaders)) {
      addNamed(named, { file, by: loader.by }, found);
      addLoader(node, named, loader.by, loaders);
    }
  }
  ts.forEachChild(node, (child) => visit(source, child, loaders, found));
}

/** esbuild's own way to `require`. */
const OF_ESBUILD = /^__require\d*$/;

function loaderOf(source: Source, called: ts.Expression, loaders: Loaders): ReturnType<Loaders['get']> {
  if (called.kind === ts.SyntaxKind.ImportKeyword) return { at: 0, by: 'import' };
  if (isRequire(source, called)) return { at: 0, by: 'require' };
  const name = lastName(called);
  return name === undefined ? undefined : loaders.get(name);
}

function isRequire(source: Source, called: ts.Expression): boolean {
  if (isOfCreator(called, source.creators)) return true;
  if (ts.isPropertyAccessExpression(called))
    return called.name.text === 'resolve' && isRequire(source, called.expression);
  return ts.isIdentifier(called) && (source.requires.has(called.text) || OF_ESBUILD.test(called.text));
}

/** `load` of `load(…)`, `tools.load(…)`, `(0, tools.load)(…)`. */
function lastName(called: ts.Expression): string | undefined {
  if (ts.isIdentifier(called)) return called.text;
  if (ts.isPropertyAccessExpression(called)) return called.name.text;
  if (ts.isParenthesizedExpression(called)) return lastName(called.expression);
  return ts.isBinaryExpression(called) ? lastName(called.right) : undefined;
}

const NAME = /^(@[\w.-]+\/)?[\w][\w.-]*(?=\/|$)/;

function addNamed(named: ts.Expression, load: Omit<Load, 'name'>, found: (load: Load) => void): void {
  const text = ts.isTemplateExpression(named) ? named.head.text : ts.isStringLiteralLike(named) ? named.text : '';
  const [name] = NAME.exec(text) ?? [];
  if (name !== undefined && !builtinModules.includes(name)) found({ ...load, name });
}

/** `name` of `name`, `${name}/package.json` and `name + '/package.json'`. */
function leadingName(named: ts.Expression): string | undefined {
  if (ts.isIdentifier(named)) return named.text;
  if (ts.isBinaryExpression(named)) return leadingName(named.left);
  if (!ts.isTemplateExpression(named) || named.head.text !== '') return undefined;
  return leadingName(named.templateSpans[0]!.expression);
}

/** The function whose parameter is what is loaded, if it has a name. */
function addLoader(call: ts.Node, named: ts.Expression, by: Load['by'], loaders: Loaders): void {
  const leading = leadingName(named);
  if (leading === undefined) return;
  for (let up: ts.Node = call; up.parent; up = up.parent) {
    if (!ts.isFunctionLike(up)) continue;
    const at = up.parameters.findIndex(({ name }) => ts.isIdentifier(name) && name.text === leading);
    if (at < 0) continue;
    const name = nameOf(up);
    if (name !== undefined && !loaders.has(name)) loaders.set(name, { at, by });
    return;
  }
}

/** Its own name, or that of what it is assigned to. */
function nameOf(node: ts.Node): string | undefined {
  const { name } = node as { name?: ts.Node };
  if (name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name))) return name.text;
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return nameOf(parent);
  if (ts.isBinaryExpression(parent)) return lastName(parent.left);
  // `__name(function, 'its name')`, and the text in parentheses.
  return ts.isCallExpression(parent) || ts.isParenthesizedExpression(parent) ? nameOf(parent) : undefined;
}

/** In a `try` whose `catch` neither throws, nor looks elsewhere, nor ends the process. */
function mayFail(source: Source, call: ts.Node, loaders: Loaders): boolean {
  for (let up: ts.Node = call; up.parent && !ts.isFunctionLike(up); up = up.parent) {
    const { parent } = up;
    if (ts.isTryStatement(parent) && parent.tryBlock === up && parent.catchClause)
      return !insists(source, parent.catchClause.block, loaders);
  }
  return false;
}

function insists(source: Source, node: ts.Node, loaders: Loaders): boolean {
  if (ts.isThrowStatement(node)) return true;
  if (ts.isCallExpression(node) && (lastName(node.expression) === 'exit' || loaderOf(source, node.expression, loaders)))
    return true;
  return ts.forEachChild(node, (child) => insists(source, child, loaders) || undefined) ?? false;
}
