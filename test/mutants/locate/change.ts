/** A change of one place of a syntax tree, as data: what a mutant does to the symbol that it names. */
export interface Change {
  readonly op: Op;
  /** Names, texts and numbers that stand in the place. */
  readonly words: readonly string[];
  /** Names, texts and numbers that stand around it, where the place alone is not the only one. */
  readonly beside: readonly string[];
  readonly from: string;
  /** The code, or the text, that replaces it; in code, `$&` is the replaced one. */
  readonly to: string;
}

export type Op = DropOp | CodeOp | TokenOp | TextOp;

export type DropOp =
  | 'dropStatement'
  | 'dropOperand'
  | 'dropArgument'
  | 'dropProperty'
  | 'dropElement'
  | 'dropCall'
  | 'dropAwait'
  | 'dropNegation'
  | 'dropElse'
  | 'takeThen'
  | 'takeElse';

export type CodeOp =
  | 'replaceCondition'
  | 'replaceReturn'
  | 'replaceValue'
  | 'replaceProperty'
  | 'replaceArgument'
  | 'replaceOperand'
  | 'replaceExpression'
  | 'replaceStatement'
  | 'addElement';

export type TokenOp = 'swapOperator' | 'replaceLiteral' | 'replaceName';

export type TextOp = 'replaceText' | 'replaceCode';

/** A word of the place, or words around it. */
export type Word = string | { readonly beside: readonly string[] };

type Named = readonly [Word, ...Word[]];

export const beside = (...words: readonly string[]): Word => ({ beside: words });

function change(op: Op, words: readonly Word[], from = '', to = ''): Change {
  return {
    op,
    words: words.filter((word) => typeof word === 'string'),
    beside: words.flatMap((word) => (typeof word === 'string' ? [] : word.beside)),
    from,
    to,
  };
}

const dropping =
  (op: DropOp) =>
  (...words: Named): Change =>
    change(op, words);

const coding =
  (op: CodeOp) =>
  (to: string, ...words: readonly Word[]): Change =>
    change(op, words, '', to);

const swapping =
  (op: TokenOp) =>
  (from: string, to: string, ...around: readonly string[]): Change =>
    change(op, [beside(...around)], from, to);

/** A statement of a list, a member of a class or a case of a switch; the innermost with the words. */
export const dropStatement = dropping('dropStatement');
/** One side of `&&`, `||`, `??`, `+` and the like. */
export const dropOperand = dropping('dropOperand');
export const dropArgument = dropping('dropArgument');
/** A property of an object, or what is spread there. */
export const dropProperty = dropping('dropProperty');
/** An element of an array. */
export const dropElement = dropping('dropElement');
/** The last link of a chain: `rows.filter(isOpen)` → `rows`. */
export const dropCall = dropping('dropCall');
export const dropAwait = dropping('dropAwait');
/** `!isOpen` → `isOpen`. */
export const dropNegation = dropping('dropNegation');
export const dropElse = dropping('dropElse');
/** `a ? b : c` → `b`; `if (a) b` → `b`. */
export const takeThen = dropping('takeThen');
/** `a ? b : c` → `c`. */
export const takeElse = dropping('takeElse');

/** What an `if`, a loop or `? :` asks. */
export const replaceCondition = coding('replaceCondition');
/** What is returned: by `return`, or by an arrow without a block. */
export const replaceReturn = coding('replaceReturn');
/** The value that a constant, a variable, a field or a default begins with. */
export const replaceValue = coding('replaceValue');
/** A whole property of an object: `name: value`. */
export const replaceProperty = coding('replaceProperty');
export const replaceArgument = coding('replaceArgument');
/** One side of an operator. */
export const replaceOperand = coding('replaceOperand');
/** The innermost expression with the words. */
export const replaceExpression = coding('replaceExpression');
/** The innermost statement of a list with the words. */
export const replaceStatement = coding('replaceStatement');

/** At the end of an array. */
export const addElement = coding('addElement');

export const swapOperator = swapping('swapOperator');
/** A text, number, `true` or `null`, as it is written. */
export const replaceLiteral = swapping('replaceLiteral');
/** A name that is used: of a function, a variable, a property or a type. */
export const replaceName = swapping('replaceName');

/** Inside a text or a template, SQL for instance, whatever its white space. */
export const replaceText = (from: string, to: string): Change => change('replaceText', [], from, to);
export const dropText = (from: string): Change => change('replaceText', [], from, '');
/** Whatever has no place in this list: code, whatever its white space. */
export const replaceCode = (from: string, to: string): Change => change('replaceCode', [], from, to);
