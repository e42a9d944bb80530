import { describe, expect, it } from '@jest/globals';
import { parseSync } from '@swc/core';
import ts from 'typescript';
import { textOf } from './locate/symbols.js';
import { mutants } from './mutants.js';
import { mutatedText, placesOf, specFilesOf, type Mutation } from './mutation.js';

/** What can no longer be a mutant of its source is noticed here, before the mutants are run. */
describe('mutants', () => {
  it.each(mutants.map((one) => [one.name, one] as const))('%s: changes code in one place', (_, mutant) => {
    const places = placesOf(mutant);
    expect(places).toHaveLength(1);
    expect(specFilesOf(mutant)).toHaveLength(1);
    const [place] = places as [Mutation];
    expect(squeezed(place.text)).not.toBe(squeezed(textOf(place.file).slice(place.start, place.end)));
    if (place.file.endsWith('.yaml')) return;
    expect(() => parsed(mutatedText(place), place.file)).not.toThrow();
    // A name that is nowhere else fails by itself, whatever is promised.
    expect(strangeNames(place)).toEqual([]);
  });

  it('have names of their own', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  });
});

function parsed(text: string, file: string): void {
  const tsx = file.endsWith('.tsx');
  parseSync(text, file.endsWith('.mjs') ? { syntax: 'ecmascript' } : { syntax: 'typescript', tsx, decorators: true });
}

function squeezed(code: string): string {
  return code.replaceAll(/\s/g, '');
}

/** Values that a mutant uses and that neither its file nor the language knows. */
function strangeNames(place: Mutation): readonly string[] {
  const source = textOf(place.file);
  const words = place.text.match(/[\p{L}_$][\p{L}\d_$]*/gu) ?? [];
  const unknown = new Set(words.filter((word) => !source.includes(word) && !(word in globalThis)));
  if (unknown.size === 0) return [];
  const changed = ts.createSourceFile(place.file, mutatedText(place), ts.ScriptTarget.Latest, true);
  return valuesIn(changed).filter((name) => unknown.has(name));
}

/** Names that stand for a value and that the file does not declare. */
function valuesIn(tree: ts.Node): readonly string[] {
  const [used, declared] = [new Set<string>(), new Set<string>()];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node)) (isNameOf(node) ? declared : used).add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return [...used].filter((name) => !declared.has(name));
}

/** Of a property or of what is declared. */
function isNameOf(node: ts.Identifier): boolean {
  return 'name' in node.parent && node.parent.name === node;
}
