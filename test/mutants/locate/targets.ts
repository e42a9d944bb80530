import ts from 'typescript';
import type { Change, Op } from './change.js';

/** A place where a change may be made. */
export interface Target {
  /** What the words of the change stand in. */
  readonly start: number;
  readonly end: number;
  readonly node: ts.Node;
  readonly edit: Edit;
}

/** Of the text from `start` to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Find = (node: ts.Node, change: Change) => Target | undefined;

/** The target that a node is for an operation, without regard to its words. */
export const targetAt: Readonly<Record<Exclude<Op, 'replaceText' | 'replaceCode'>, Find>> = {
  dropStatement: (node) => (isListed(node) ? target(node, edited(node, '')) : undefined),
  dropOperand: (node) => dropped(node, operandRange(node)),
  dropArgument: (node) => dropped(node, ofArguments(node) && listRange(node)),
  dropProperty: (node) => dropped(node, ts.isObjectLiteralExpression(node.parent) && listRange(node)),
  dropElement: (node) => dropped(node, ts.isArrayLiteralExpression(node.parent) && listRange(node)),
  dropCall: lastLink,
  dropAwait: (node) => (ts.isAwaitExpression(node) ? kept(node, node.expression) : undefined),
  dropNegation: (node) => (isNegation(node) ? kept(node, node.operand) : undefined),
  dropElse: (node) =>
    ts.isIfStatement(node) && node.elseStatement
      ? target(node, { start: node.thenStatement.end, end: node.end, text: '' })
      : undefined,
  takeThen: (node) => {
    if (ts.isConditionalExpression(node)) return kept(node, node.whenTrue);
    return ts.isIfStatement(node) ? kept(node, node.thenStatement) : undefined;
  },
  takeElse: (node) => (ts.isConditionalExpression(node) ? kept(node, node.whenFalse) : undefined),
  replaceCondition: (node, { to }) => coded(isCondition(node), node, to),
  replaceReturn: (node, { to }) => coded(isReturned(node), node, to),
  replaceValue: (node, { to }) => coded(isInitializer(node), node, to),
  replaceProperty: (node, { to }) => coded(ts.isObjectLiteralElementLike(node), node, to),
  replaceArgument: (node, { to }) => coded(ofArguments(node), node, to),
  replaceOperand: (node, { to }) => coded(ts.isBinaryExpression(node.parent) && !ts.isToken(node), node, to),
  replaceExpression: (node, { to }) => coded(isWholeExpression(node), node, to),
  replaceStatement: (node, { to }) => coded(isListed(node) || (isStatement(node) && !ts.isBlock(node)), node, to),
  addElement: (node, { to }) => (ts.isArrayLiteralExpression(node) ? target(node, added(node, to)) : undefined),
  swapOperator: (node, { from, to }) => {
    const is = ts.isBinaryExpression(node.parent) && node.parent.operatorToken === node && node.getText() === from;
    return coded(is, node, to);
  },
  replaceLiteral: (node, { from, to }) => coded(isLiteral(node) && node.getText() === from, node, to),
  replaceName: (node, { from, to }) =>
    coded((ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) && node.text === from, node, to),
};

/** The parts of a text in which SQL or words are changed: a template is one, with what is put into it. */
export function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isRegularExpressionLiteral(node);
}

function target(node: ts.Node, edit: Edit): Target {
  return { node, start: node.getStart(), end: node.end, edit };
}

function edited(node: ts.Node, text: string): Edit {
  return { start: node.getStart(), end: node.end, text };
}

function added({ elements, end }: ts.ArrayLiteralExpression, text: string): Edit {
  const at = elements.at(-1)?.end ?? end - 1;
  return { start: at, end: at, text: elements.length > 0 ? `, ${text}` : text };
}

function kept(node: ts.Node, part: ts.Node): Target {
  return target(node, edited(node, part.getText()));
}

function coded(is: boolean, node: ts.Node, to: string): Target | undefined {
  return is
    ? target(
        node,
        edited(
          node,
          to.replaceAll('$&', () => node.getText()),
        ),
      )
    : undefined;
}

function dropped(node: ts.Node, range: Omit<Edit, 'text'> | false | undefined): Target | undefined {
  return range ? target(node, { ...range, text: '' }) : undefined;
}

function isStatement({ kind }: ts.Node): boolean {
  return kind >= ts.SyntaxKind.FirstStatement && kind <= ts.SyntaxKind.LastStatement;
}

/** Statements of a block or a file, members of a class, cases of a switch. */
function isListed(node: ts.Node): boolean {
  const { parent, kind } = node;
  if (ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseBlock(parent))
    return kind !== ts.SyntaxKind.EndOfFileToken;
  if (ts.isCaseOrDefaultClause(parent)) return parent.statements.includes(node as ts.Statement);
  return ts.isClassLike(parent) && kind >= ts.SyntaxKind.PropertyDeclaration && kind <= ts.SyntaxKind.SetAccessor;
}

/** With the comma behind it, or before the last one. */
function listRange(node: ts.Node): Omit<Edit, 'text'> {
  const { text } = node.getSourceFile();
  const behind = /^\s*,/.exec(text.slice(node.end));
  const before = /,\s*$/.exec(text.slice(0, node.getStart()));
  if (behind || !before) return { start: node.getStart(), end: node.end + (behind?.[0].length ?? 0) };
  return { start: before.index, end: node.end };
}

/** With its operator. */
function operandRange(node: ts.Node): Omit<Edit, 'text'> | undefined {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent) || parent.operatorToken === node) return undefined;
  return parent.left === node
    ? { start: node.getStart(), end: parent.right.getStart() }
    : { start: parent.left.end, end: node.end };
}

function lastLink(node: ts.Node): Target | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression } = node.expression;
  return { node, start: name.getStart(), end: node.end, edit: { start: expression.end, end: node.end, text: '' } };
}

function ofArguments(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isCallExpression(parent) || ts.isNewExpression(parent)) &&
    Boolean(parent.arguments?.includes(node as ts.Expression))
  );
}

function isNegation(node: ts.Node): node is ts.PrefixUnaryExpression {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;
}

function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) return parent.expression === node;
  return (ts.isConditionalExpression(parent) || ts.isForStatement(parent)) && parent.condition === node;
}

function isReturned(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isReturnStatement(parent)) return true;
  return ts.isArrowFunction(parent) && parent.body === node && !ts.isBlock(node);
}

function isInitializer(node: ts.Node): boolean {
  const { parent } = node;
  return 'initializer' in parent && parent.initializer === node;
}

function isLiteral(node: ts.Node): boolean {
  return ts.isLiteralExpression(node) || LITERALS.has(node.kind);
}

const LITERALS = new Set([ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword]);

/** Neither a single word nor a link inside a chain. */
function isWholeExpression(node: ts.Node): boolean {
  if (!ts.isExpression(node) || ts.isIdentifier(node) || isLiteral(node) || ts.isParenthesizedExpression(node))
    return false;
  return !isLink(node);
}

function isLink(node: ts.Node): boolean {
  const { parent } = node;
  const isChain =
    ts.isPropertyAccessExpression(parent) || ts.isCallExpression(parent) || ts.isNonNullExpression(parent);
  return isChain && parent.expression === node;
}
