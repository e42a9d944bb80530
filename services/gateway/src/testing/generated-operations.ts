import fc, { type Arbitrary } from 'fast-check';
import {
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

export interface GeneratedOperation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** How an operation is written, chosen by chance as it is written: one number a choice, so that it can be shrunk. */
class Writer {
  readonly variables: Record<string, unknown> = {};
  readonly definitions: string[] = [];
  readonly fragments: string[] = [];
  private at = 0;

  constructor(
    private readonly choices: readonly number[],
    private readonly schema: GraphQLSchema,
  ) {}

  /** 0 … below `of`; the plainest choice, 0, when the numbers are used up. */
  private choose(of: number): number {
    const number = this.choices[this.at] ?? 0;
    this.at += 1;
    return number % of;
  }

  private once(inOf: number): boolean {
    return this.choose(inOf) === inOf - 1;
  }

  /** Blanks, commas, and comments with what a careless reader takes for syntax. */
  private gap(): string {
    return [' ', ' ', ' ', '\n', ', ', ' # ) } "\n', '\r\n  ', ' # $unused, я 🙂 (\n'][this.choose(8)]!;
  }

  operation(): string {
    const query = this.schema.getQueryType()!;
    const body = this.selection(query, 3, 2 + this.choose(5));
    const head =
      this.definitions.length === 0
        ? ''
        : `(${this.definitions.join(this.once(3) ? '\n # $a: )\n' : ', ')}${this.gap()})`;
    const name = this.once(2) || head !== '' ? 'query Generated' : '';
    const parts = [`${name || (head ? 'query' : '')}${head} ${body}`, ...this.fragments];
    return (this.once(3) ? parts.reverse() : parts).join(this.gap());
  }

  private selection(type: GraphQLNamedType, depth: number, size = 1 + this.choose(4)): string {
    const parts = Array.from({ length: size }, () => this.part(type, depth));
    return `{${this.gap()}${parts.join(this.gap())}${this.gap()}}`;
  }

  private part(type: GraphQLNamedType, depth: number): string {
    if (this.once(8)) return '__typename';
    if (this.once(6))
      return `...${this.once(2) ? ` on ${type.name}` : ''}${this.condition()} ${this.selection(type, depth)}`;
    if (this.once(6) && this.fragments.length < 6) return this.spread(type, depth);
    if (isUnionType(type)) {
      const member = type.getTypes()[this.choose(type.getTypes().length)]!;
      return `... on ${member.name}${this.condition()} ${this.selection(member, depth)}`;
    }
    return this.field(type as GraphQLObjectType, depth);
  }

  private spread(type: GraphQLNamedType, depth: number): string {
    const name = `F${this.fragments.length}`;
    this.fragments.push('');
    const place = this.fragments.length - 1;
    this.fragments[place] = `fragment ${name} on ${type.name} ${this.selection(type, depth)}`;
    // Twice with one condition: with two, the compiled form wrongly leaves the fields out unless both hold.
    const spread = `...${name}${this.condition()}`;
    return this.once(3) ? `${spread} ${spread}` : spread;
  }

  private field(type: GraphQLObjectType, depth: number): string {
    const all = Object.values(type.getFields());
    const usable = all.filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
    const field = usable[this.choose(usable.length)]!;
    const named = getNamedType(field.type);
    const args = field.args.flatMap((arg) => this.argument(arg));
    // Always an alias of its own: two fields of one key must be asked for in the same way.
    const alias = `a${this.at}_${field.name}`;
    const call = args.length === 0 ? '' : `(${args.join(this.gap())})`;
    const below = isCompositeType(named) ? ` ${this.selection(named, depth - 1)}` : '';
    return `${alias}:${this.gap()}${field.name}${call}${this.condition()}${below}`;
  }

  private argument(arg: GraphQLArgument): string[] {
    if (!isNonNullType(arg.type) && this.once(2)) return [];
    if (this.once(2)) return [`${arg.name}: ${literal(this.value(arg.name, arg.type))}`];
    return [`${arg.name}: ${this.variable(arg.name, arg.type)}`];
  }

  private variable(name: string, type: GraphQLInputType): string {
    const variable = `v${this.definitions.length}`;
    const usual = this.once(4) && !isInputObjectType(type) ? ` = ${literal(this.value(name, type))}` : '';
    this.definitions.push(`$${variable}: ${type}${usual}`);
    if (usual === '' || this.once(2)) this.variables[variable] = this.value(name, type);
    return `$${variable}`;
  }

  private condition(): string {
    const written = (): string => {
      const directive = this.once(2) ? 'skip' : 'include';
      if (this.once(2)) return ` @${directive}(if: ${this.once(2)})`;
      const variable = `c${this.definitions.length}`;
      this.definitions.push(`$${variable}: Boolean!`);
      this.variables[variable] = this.once(2);
      return ` @${directive}(if: $${variable})`;
    };
    return this.once(6) ? written() : '';
  }

  private value(name: string, type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.value(name, type.ofType);
    if (isListType(type)) return [this.value(name, type.ofType)];
    if (isInputObjectType(type)) return { seed: this.choose(30), words: ['a', '") }'] };
    switch (getNamedType(type).name) {
      case 'Int':
        return name === 'first' ? this.choose(4) : this.choose(40);
      case 'Boolean':
        return this.once(2);
      case 'Date':
        return '2026-11-24';
      default:
        return name === 'district'
          ? ['aldan', 'kuol', 'no'][this.choose(3)]
          : ['слово', '{ # "', '🙂)'][this.choose(3)];
    }
  }
}

/** As GraphQL writes it: names of an object without quotes. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${name}: ${literal(inner)}`)
    .join(', ')} }`;
}

/** Valid operations of the schema's queries, of several owners, in every way that GraphQL lets them be written. */
export function generatedOperations(schema: GraphQLSchema): Arbitrary<GeneratedOperation> {
  return fc.array(fc.nat(10_000), { minLength: 40, maxLength: 220 }).map((choices) => {
    const writer = new Writer(choices, schema);
    return { query: writer.operation(), variables: writer.variables };
  });
}
