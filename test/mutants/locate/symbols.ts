import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A declaration: the part of a file in which a mutant looks for its place. */
export interface Declared {
  /** From the root. */
  readonly file: string;
  readonly source: ts.SourceFile;
  readonly node: ts.Node;
}

const SOURCE = /\.(ts|tsx|mjs)$/;
const NOT_PRODUCT = /\.spec\.tsx?$|\.d\.ts$/;
const SKIPPED = new Set(['node_modules', 'dist', 'bundle', 'generated', '.otklik']);
/** Where a name may be declared; the syntax tree says whether it is. */
const MAYBE_DECLARED = /\b(?:function\*?|class|const|let|enum|namespace)\s+([\w$]+)/g;

const texts = new Map<string, string>();
const trees = new Map<string, ts.SourceFile>();
const projects = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** As a part of a regular expression. */
export const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The text of a file, from the root. */
export function textOf(file: string): string {
  const known = texts.get(file) ?? readFileSync(join(ROOT, file), 'utf8');
  texts.set(file, known);
  return known;
}

export function treeOf(file: string): ts.SourceFile {
  const known = trees.get(file) ?? ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
  trees.set(file, known);
  return known;
}

/** Of `intake/mail: Letters.keep`: every declaration of that name in that project and, where one is named, that folder. */
export function declarationsOf(symbol: string): readonly Declared[] {
  const [place = '', name = ''] = symbol.split(': ');
  const [project = '', ...folders] = place.split('/');
  const isThere = (file: string) => folders.every((folder) => file.split('/').slice(2).includes(folder));
  const [first = '', ...path] = SOURCE.test(name) ? [name] : name.split('.');
  const files = (filesOf(project).get(first) ?? []).filter(isThere);
  return files.flatMap((file) => {
    const source = treeOf(file);
    if (SOURCE.test(first)) return [{ file, source, node: source }];
    const found = path.reduce((nodes, part) => nodes.flatMap((node) => within(node, part)), topLevel(source, first));
    return found.map((node) => ({ file, source, node }));
  });
}

const LAW = 'deploy/law';

/** Of `REG.2`: the second version of that rule in the data of the law. */
export function rulesOf(rule: string): readonly { file: string; text: string; start: number; end: number }[] {
  const [id = '', version = ''] = rule.split('.');
  const pattern = new RegExp(`\\bid: ${escaped(id)},\\s+version: ${version},[^}]*`, 'g');
  return readdirSync(join(ROOT, LAW)).flatMap((name) => {
    const [file, text] = [`${LAW}/${name}`, textOf(`${LAW}/${name}`)];
    return Array.from(text.matchAll(pattern), ({ 0: found, index: start }) => ({
      file,
      text,
      start,
      end: start + found.length,
    }));
  });
}

/** Of `intake: letters.int.spec.ts`, or of its name alone, which the mutant's own project may have beside others. */
export function specsOf(spec: string, symbol: string): readonly string[] {
  const [name = '', project] = spec.split(': ').toReversed();
  const all = allSpecs().filter((file) => basename(file) === name);
  const inProject = (own: string | undefined) =>
    all.filter((file) => foldersOf(own ?? '').some((folder) => file.startsWith(`${folder}/`)));
  if (project !== undefined) return inProject(project);
  const own = inProject(symbol.split(/[:/]/)[0]);
  return own.length > 0 ? own : all;
}

let specs: readonly string[] | undefined;
const SPEC = /\.spec\.tsx?$/;

function allSpecs(): readonly string[] {
  specs ??= ['libs', 'services', 'deploy', 'test'].flatMap((folder) =>
    filesIn(folder).filter((file) => SPEC.test(file)),
  );
  return specs;
}

/** Names, and the files that may declare them; a file is known by its own name, too. */
function filesOf(project: string): ReadonlyMap<string, readonly string[]> {
  const known = projects.get(project);
  if (known) return known;
  const found = new Map<string, string[]>();
  for (const file of foldersOf(project).flatMap(sourcesIn)) {
    const names = Array.from(textOf(file).matchAll(MAYBE_DECLARED), ([, name]) => name!);
    for (const name of new Set([basename(file), ...names])) found.set(name, [...(found.get(name) ?? []), file]);
  }
  projects.set(project, found);
  return found;
}

function foldersOf(project: string): readonly string[] {
  return [`libs/${project}`, `services/${project}`, project].filter((folder) => existsSync(join(ROOT, folder)));
}

function sourcesIn(folder: string): readonly string[] {
  return filesIn(folder).filter((file) => SOURCE.test(file) && !NOT_PRODUCT.test(file));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesIn(path);
    return [path];
  });
}

function topLevel(source: ts.SourceFile, name: string): readonly ts.Node[] {
  return source.statements.flatMap((statement) => {
    const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
    return declared.filter((node) => nameOf(node) === name);
  });
}

/** Members, properties and local functions of that name, at any depth; none inside another of them. */
function within(node: ts.Node, name: string): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (one: ts.Node): void => {
    if (nameOf(one) === name) found.push(one);
    else ts.forEachChild(one, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

/** Of what has a body or a value of its own. */
export function nameOf(node: ts.Node): string | undefined {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (!isDeclaration(node) || !node.name) return undefined;
  return ts.isStringLiteral(node.name) ? node.name.text : node.name.getText();
}

function isDeclaration(node: ts.Node): node is ts.NamedDeclaration {
  return (
    ts.isFunctionLike(node) ||
    ts.isClassLike(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isEnumDeclaration(node)
  );
}
