import { Fault } from '@otklik/host/graphql';

/** Why a body was refused by the JSON parser, with the place; JavaScript's own message repeats a part of the body. */
export function bodyFault(text: string): Fault {
  return new Fault('BAD_INPUT', undefined, {}, reasonOf(text));
}

function reasonOf(text: string): string {
  if (text.trim() === '') return 'The body is empty: a JSON object with "query" is needed.';
  const at = faultOffset(text);
  if (at === undefined) return 'The body has a property named "__proto__" or "constructor".';
  const before = text.slice(0, at).split('\n');
  const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`;
  return `The body is not valid JSON: ${at >= text.length ? 'it ends too early' : 'unexpected character'} at ${place}.`;
}

const SPACE = /[ \t\n\r]*/y;
const WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Kind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'word';
type Expected = 'value' | 'first item' | 'first key' | 'key' | 'colon' | 'next item' | 'next key' | 'end';
/** `whole`: a value ends here. */
type Move = Expected | 'open' | 'close' | 'whole';

const value = { '{': 'open', '[': 'open', string: 'whole', word: 'whole' } as const;
const moves: Readonly<Record<Expected, Readonly<Partial<Record<Kind, Move>>>>> = {
  value,
  'first item': { ...value, ']': 'close' },
  'first key': { string: 'colon', '}': 'close' },
  key: { string: 'colon' },
  colon: { ':': 'value' },
  'next item': { ',': 'value', ']': 'close' },
  'next key': { ',': 'key', '}': 'close' },
  end: {},
};

/** Offset of the first character at which a text is no JSON any more; undefined when it is JSON. Keeps its own stack. */
export function faultOffset(text: string): number | undefined {
  const open: Kind[] = [];
  let expected: Expected = 'value';
  for (let at = behind(SPACE, text, 0)!; ; at = behind(SPACE, text, at)!) {
    if (at === text.length) return expected === 'end' ? undefined : at;
    const { kind, end, complete } = tokenAt(text, at);
    const move = moves[expected][kind];
    if (!move) return at;
    if (!complete) return end;
    expected = moved(move, kind, open);
    at = end;
  }
}

function moved(move: Move, kind: Kind, open: Kind[]): Expected {
  if (move === 'open') {
    open.push(kind);
    return kind === '[' ? 'first item' : 'first key';
  }
  if (move === 'close') open.pop();
  else if (move !== 'whole') return move;
  const inside = open.at(-1);
  if (inside === undefined) return 'end';
  return inside === '[' ? 'next item' : 'next key';
}

/** Where a match that begins at `at` ends. */
function behind(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}

interface Token {
  readonly kind: Kind;
  /** Behind the token; at its fault when it is not complete. */
  readonly end: number;
  readonly complete: boolean;
}

function tokenAt(text: string, at: number): Token {
  const char = text[at]!;
  if (char === '"') return { kind: 'string', ...endOfString(text, at) };
  if ('{}[],:'.includes(char)) return { kind: char as Kind, end: at + 1, complete: true };
  const end = behind(WORD, text, at);
  return { kind: 'word', end: end ?? at, complete: end !== undefined };
}

function endOfString(text: string, from: number): Omit<Token, 'kind'> {
  for (let at = from + 1; at < text.length;) {
    const char = text[at]!;
    if (char === '"') return { end: at + 1, complete: true };
    const next = char === '\\' ? behind(ESCAPE, text, at) : at + 1;
    if (next === undefined || char < ' ') return { end: at, complete: false };
    at = next;
  }
  return { end: text.length, complete: false };
}
