import ts from 'typescript';
import { lawMutations } from './law-mutations.js';

/** One small change of a file. */
export interface Mutation {
  readonly file: string;
  readonly line: number;
  /** What it does, and to what. */
  readonly label: string;
  readonly edits: readonly Edit[];
}

/** Of the text from `start` to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Found = Omit<Edit, 'text'> & { readonly what: string; readonly text: string };

const MAX_LABEL = 110;
/** A broken condition may loop for ever: a loop that turns so often throws. */
const MAX_TURNS = 3_000_000;
const GUARD = `if ((globalThis.__turns = (globalThis.__turns ?? 0) + 1) > ${MAX_TURNS}) throw new Error('endless');`;

const SWAPPED: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>'],
  '<=': ['<', '>'],
  '>': ['>=', '<'],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
};

/** Every change of a file that is tried, one at a time. */
export function mutationsOf(file: string, text: string): readonly Mutation[] {
  if (file.endsWith('.yaml')) return lawMutations(file, text);
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const [found, guards]: [Found[], Edit[]] = [[], []];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    found.push(...changesOf(node));
    guards.push(...guardOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map(({ what, start, end, text: replaced }) => {
    const was = text.slice(start, end).replace(/\s+/g, ' ');
    const around = guards.filter((guard) => guard.start < start || guard.start > end);
    return {
      file,
      line: source.getLineAndCharacterOfPosition(start).line + 1,
      label: `${what}: ${was} → ${replaced.replace(/\s+/g, ' ') || 'nothing'}`.slice(0, MAX_LABEL),
      edits: [...around, { start, end, text: replaced }],
    };
  });
}

export function mutated(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((before, { start, end, text: put }) => before.slice(0, start) + put + before.slice(end), text);
}

function changesOf(node: ts.Node): readonly Found[] {
  return [...ofExpression(node), ...ofLiteral(node), ...ofStatement(node)];
}

function instead(of: ts.Node, what: string, ...texts: readonly string[]): Found[] {
  return texts.map((text) => ({ start: of.getStart(), end: of.getEnd(), what, text }));
}

function ofExpression(node: ts.Node): readonly Found[] {
  if (ts.isConditionalExpression(node)) return instead(node.condition, 'condition', 'true', 'false');
  if (ts.isBinaryExpression(node)) return binary(node);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return instead(node, 'negation', node.operand.getText());
  return [];
}

function ofLiteral(node: ts.Node): readonly Found[] {
  if (ts.isNumericLiteral(node)) return instead(node, 'number', ...otherNumbers(node));
  if (node.kind === ts.SyntaxKind.TrueKeyword) return instead(node, 'flag', 'false');
  if (node.kind === ts.SyntaxKind.FalseKeyword) return instead(node, 'flag', 'true');
  return [];
}

function ofStatement(node: ts.Node): readonly Found[] {
  if (ts.isIfStatement(node)) return instead(node.expression, 'condition', 'true', 'false');
  if (ts.isExpressionStatement(node) && isCall(node.expression)) return instead(node, 'call', ';');
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) return property(node);
  return [];
}

function binary(node: ts.BinaryExpression): readonly Found[] {
  const operator = node.operatorToken.getText();
  const [left, right] = [node.left.getText(), node.right.getText()];
  if (['&&', '||', '??'].includes(operator)) return instead(node, 'operand', left, right);
  return (SWAPPED[operator] ?? []).flatMap((other) =>
    instead(node.operatorToken, `operator of ${left} ${right}`, other),
  );
}

function otherNumbers(node: ts.NumericLiteral): readonly string[] {
  const value = Number(node.text.replaceAll('_', ''));
  if (value === 0) return ['1'];
  return value < 10 ? [String(value + 1), String(value - 1)] : [String(Math.floor(value / 10)), String(value * 10)];
}

function isCall(node: ts.Expression): boolean {
  if (ts.isAwaitExpression(node) || ts.isVoidExpression(node)) return isCall(node.expression);
  return ts.isCallExpression(node) || ts.isDeleteExpression(node);
}

/** Left out with its comma, of an object that holds more. */
function property(node: ts.PropertyAssignment | ts.ShorthandPropertyAssignment): readonly Found[] {
  const text = node.getSourceFile().text;
  const end = /^\s*,/.exec(text.slice(node.getEnd()));
  return [{ start: node.getStart(), end: node.getEnd() + (end?.[0].length ?? 0), what: 'property', text: '' }];
}

function guardOf(node: ts.Node): readonly Edit[] {
  if (!ts.isIterationStatement(node, false)) return [];
  const { statement } = node;
  const start = statement.getStart();
  if (ts.isBlock(statement)) return [{ start: start + 1, end: start + 1, text: GUARD }];
  const end = statement.getEnd();
  return [
    { start, end: start, text: `{${GUARD}` },
    { start: end, end, text: '}' },
  ];
}
