import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  stringify,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };
type Fields = Readonly<Record<string, Value>>;

/**
 * `text` with `value` in it at `path`, a list of keys and places. Only what differs is written again: comments, quotes and line
 * breaks of everything else stay byte for byte. Throws for a text that is no YAML.
 */
export function withValue(text: string, path: readonly (string | number)[], value: Value): string {
  const document = parseDocument(text);
  const [broken] = document.errors;
  if (broken) throw broken;
  const wanted = replaced(document.toJS() as Value, path, value);
  const contents = document.contents as Node;
  const written = text.slice(0, startOf(contents)) + writtenNode(contents, wanted, text) + text.slice(endOf(contents));
  if (isSame(parse(written) as Value, wanted)) return written;
  // A form of YAML that is not written in place, such as an anchor: the whole file is formatted, its comments stay.
  document.setIn(path, value);
  return document.toString({ lineWidth: 0 });
}

export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return one === other || (isObject(one) && isObject(other) && isSameObject(one, other));
}

function isSameObject(one: object, other: object): boolean {
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  if (Array.isArray(one) !== Array.isArray(other) || keys.length !== others.length) return false;
  return keys.every((key) => key in other && isSame((one as Fields)[key], (other as Fields)[key]));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isFields(value: Value): value is Fields {
  return isObject(value) && !Array.isArray(value);
}

function replaced(around: Value | undefined, [step, ...rest]: readonly (string | number)[], value: Value): Value {
  if (step === undefined) return value;
  const inner = isObject(around) ? (around as Fields)[step] : undefined;
  const next = replaced(inner, rest, value);
  if (Array.isArray(around)) return Object.assign([...(around as readonly Value[])], { [step]: next });
  return { ...(around as Fields | undefined), [step]: next };
}

/** The source of `node` with `value` in its place. */
function writtenNode(node: Node, value: Value, text: string): string {
  const source = text.slice(startOf(node), endOf(node));
  if (isSame(valueOf(node), value)) return source;
  if (isMap(node) && isFields(value)) return writtenMap(node, value, text) ?? inline(value);
  if (isSeq(node) && Array.isArray(value)) return writtenList(node, value as readonly Value[], text);
  return inline(value);
}

interface Part {
  /** What is before it: what the line before ends with, comments, the mark of an item. */
  readonly lead: string;
  readonly source: string;
}

/** Undefined: it is written again. */
function writtenMap(map: YAMLMap, value: Fields, text: string): string | undefined {
  const pairs = map.items as readonly Pair<Node, Node | null>[];
  const names = pairs.map(({ key }) => String(valueOf(key)));
  const added = Object.keys(value).filter((name) => !names.includes(name));
  const isCut = names.some((name) => !(name in value));
  if (pairs.length === 0 || (isCut && (map.flow === true || !(names[0]! in value)))) return undefined;
  const parts = pairs.flatMap((pair, at): Part[] => {
    const lead =
      at === 0 ? text.slice(startOf(map), startOf(pair.key)) : text.slice(endOfPair(pairs[at - 1]!), startOf(pair.key));
    const wanted = value[names[at]!];
    if (wanted === undefined) return [{ lead: '', source: restOfLine(lead) }];
    return [{ lead, source: writtenPair(pair, wanted, text) }];
  });
  const indent = columnOf(text, startOf(map));
  const between = map.flow ? ', ' : `\n${' '.repeat(indent)}`;
  const tail = added.map((name) => `${between}${name}: ${inline(value[name]!)}`).join('');
  return (
    parts.map(({ lead, source }) => lead + source).join('') + tail + text.slice(endOfPair(pairs.at(-1)!), endOf(map))
  );
}

/** A list in lines begins at the end of its name, so that the comment of its first item is part of that. */
function writtenPair({ key, value }: Pair<Node, Node | null>, wanted: Value, text: string): string {
  const name = text.slice(startOf(key), endOf(key));
  if (!value) return `${name}: ${inline(wanted)}`;
  if (!isListInLines(value) || !Array.isArray(wanted) || isSame(valueOf(value), wanted))
    return text.slice(startOf(key), startOf(value)) + writtenNode(value, wanted, text);
  const from = colonAfter(text, key);
  const items = wanted as readonly Value[];
  return text.slice(startOf(key), from) + (items.length === 0 ? ' []' : writtenItems(value, items, text, from));
}

function isListInLines(node: Node): node is YAMLSeq {
  return isSeq(node) && node.flow !== true && node.items.length > 0;
}

function colonAfter(text: string, key: Node): number {
  return text.indexOf(':', endOf(key)) + 1;
}

function writtenList(list: YAMLSeq, value: readonly Value[], text: string): string {
  if (!list.flow && list.items.length > 0 && value.length > 0) return writtenItems(list, value, text, startOf(list));
  const items = list.items as Node[];
  if (items.length !== value.length || items.length === 0) return inline(value);
  const parts = items.map((item, at) => {
    const lead = text.slice(at === 0 ? startOf(list) : endOf(items[at - 1]!), startOf(item));
    return lead + writtenNode(item, value[at]!, text);
  });
  return parts.join('') + text.slice(endOf(items.at(-1)!), endOf(list));
}

/** Items move, go and come with their comments: what is above an item is its own. */
function writtenItems(list: YAMLSeq, value: readonly Value[], text: string, from: number): string {
  const items = list.items as Node[];
  const mark = `${' '.repeat(columnOf(text, startOf(list)))}- `;
  const known = items.map((item, at) => {
    const lead = text.slice(at === 0 ? from : endOf(items[at - 1]!), startOf(item));
    const above = lead.includes('\n') ? lead.slice(lead.indexOf('\n')) : `\n${mark}`;
    const next = items[at + 1];
    const behind = restOfLine(text.slice(endOf(item), next ? startOf(next) : undefined));
    return { item, above, behind: next ? behind : '' };
  });
  const head = restOfLine(text.slice(from, startOf(items[0]!)));
  const isFirstInLine = from === startOf(list);
  const asLines = items.some((item) => isMap(item) && !item.flow);
  const left = [...known];
  const body = value.map((wanted) => {
    const at = found(
      left.map(({ item }) => item),
      wanted,
    );
    if (at < 0) return `\n${mark}${asLines ? inLines(wanted, mark.length) : inline(wanted)}`;
    const [{ item, above, behind } = known[0]!] = left.splice(at, 1);
    return above + writtenNode(item, wanted, text) + behind;
  });
  const joined = body.join('');
  return isFirstInLine ? joined.slice(joined.indexOf('-')) : head + joined;
}

/** Known by its code, id or day; one without such a name by all of it. */
function found(items: readonly Node[], wanted: Value): number {
  const name = nameOf(wanted);
  return items.findIndex((item) => {
    const value = valueOf(item);
    return name === undefined ? isSame(value, wanted) : nameOf(value) === name;
  });
}

/** The name of an item of a list. */
export function nameOf(value: Value): string | undefined {
  if (!isFields(value)) return undefined;
  const name = value['code'] ?? value['id'] ?? value['date'];
  return name === undefined ? undefined : String(name);
}

function inLines(value: Value, indent: number): string {
  if (!isFields(value)) return inline(value);
  const lines = Object.entries(value).map(([name, one]) => `${name}: ${inline(one)}`);
  return lines.join(`\n${' '.repeat(indent)}`);
}

/** On one line, as it may stand anywhere. */
function inline(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (isFields(value)) {
    const fields = Object.entries(value).map(([name, one]) => `${name}: ${inline(one)}`);
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  // As older parsers take it for a number in base 60.
  if (typeof value === 'string' && /^\d+:\d+$/.test(value)) return `'${value}'`;
  const options = { collectionStyle: 'flow', lineWidth: 0, singleQuote: true, flowCollectionPadding: false } as const;
  return stringify([value], options).trim().slice(1, -1);
}

function valueOf(node: Node | null): Value {
  if (node === null) return null;
  if (isScalar(node)) return node.value as Value;
  return isAlias(node) ? null : (node.toJSON() as Value);
}

function startOf(node: Node): number {
  return node.range![0];
}

/** Without the comments and empty lines behind it. */
function endOf(node: Node): number {
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) {
    const last = node.items.at(-1) as Node | Pair<Node, Node | null>;
    return 'key' in last ? endOfPair(last) : endOf(last);
  }
  const isBlockText = isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL');
  return node.range![1] - (isBlockText ? 1 : 0);
}

function endOfPair({ key, value }: Pair<Node, Node | null>): number {
  return value?.range ? endOf(value) : endOf(key);
}

function restOfLine(text: string): string {
  return text.includes('\n') ? text.slice(0, text.indexOf('\n')) : '';
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}
