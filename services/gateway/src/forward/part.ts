import {
  Kind,
  TokenKind,
  visit,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type Token,
} from 'graphql';
import type { CheckedDocument } from '../graphql/document.js';
import { fragmentsOf, type Fragments } from '../graphql/shape.js';
import { innerOf } from './root-fields.js';

/** What one owner is asked of an operation. */
export interface Part {
  readonly text: string;
  /** The variables that it still uses. */
  readonly variables: ReadonlySet<string>;
}

/**
 * The operation with those root fields alone for which `keep` holds. All else, and the variables and fragments that nobody
 * needs any more, is overwritten with blanks, so that every line and column stays what it was.
 */
export function partOf({ source, document, operation }: CheckedDocument, keep: (field: FieldNode) => boolean): Part {
  const pruning = new Pruning(fragmentsOf(document), keep);
  pruning.prune(operation.selectionSet);
  return { text: blanked(source, pruning.blanks(document, operation)), variables: pruning.variables };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

class Pruning {
  readonly variables = new Set<string>();
  private readonly used = new Set<string>();
  /** Fragments on a root type: whether anything of them is kept. */
  private readonly roots = new Map<string, boolean>();
  private readonly left: ASTNode[] = [];

  constructor(
    private readonly fragments: Fragments,
    private readonly keep: (field: FieldNode) => boolean,
  ) {}

  /** Whether anything of the set is kept. */
  prune(set: SelectionSetNode): boolean {
    const kept = set.selections.filter((node) => this.keeps(node));
    if (kept.length > 0) this.left.push(...set.selections.filter((node) => !kept.includes(node)));
    return kept.length > 0;
  }

  private keeps(node: SelectionNode): boolean {
    if (node.kind === Kind.FIELD) {
      if (!this.keep(node)) return false;
      this.use(node);
      return true;
    }
    const kept =
      node.kind === Kind.INLINE_FRAGMENT ? this.prune(node.selectionSet) : this.spread(node.name.value, node);
    if (kept) for (const directive of node.directives ?? []) this.use(directive);
    return kept;
  }

  private spread(name: string, node: Exclude<SelectionNode, FieldNode>): boolean {
    const inner = innerOf(node, this.fragments);
    const kept = this.roots.get(name) ?? (inner !== undefined && this.prune(inner));
    this.roots.set(name, kept);
    return kept;
  }

  private use(node: ASTNode): void {
    visit(node, {
      Variable: ({ name }) => void this.variables.add(name.value),
      FragmentSpread: ({ name: { value } }) => {
        const fragment = this.fragments.get(value);
        if (!fragment || this.used.has(value)) return;
        this.used.add(value);
        this.use(fragment);
      },
    });
  }

  /** Everything that goes. */
  blanks(document: DocumentNode, operation: OperationDefinitionNode): readonly Range[] {
    const unused = [...this.fragments].flatMap(([name, fragment]) =>
      this.used.has(name) || this.roots.get(name) === true ? [] : [fragment],
    );
    const nodes = [...this.left, ...unused];
    return [...nodes.map((node) => node.loc!), ...this.unusedVariables(operation)];
  }

  private unusedVariables({ variableDefinitions = [] }: OperationDefinitionNode): readonly Range[] {
    const unused = variableDefinitions.filter(({ variable }) => !this.variables.has(variable.name.value));
    if (unused.length === 0 || unused.length < variableDefinitions.length) return unused.map(({ loc }) => loc!);
    // None is left, and the parentheses may not be empty.
    const open = beside(variableDefinitions[0]!.loc!.startToken, 'prev');
    const close = beside(variableDefinitions.at(-1)!.loc!.endToken, 'next');
    return [{ start: open.start, end: close.end }];
  }
}

/** The next token on that side that is no comment. */
function beside(token: Token, side: 'prev' | 'next'): Token {
  let found = token[side]!;
  while (found.kind === TokenKind.COMMENT) found = found[side]!;
  return found;
}

function blanked(source: string, ranges: readonly Range[]): string {
  let text = '';
  let at = 0;
  for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    text += source.slice(at, from) + source.slice(from, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return text + source.slice(at);
}
