import { validate, type FieldNode, type GraphQLError, type GraphQLSchema, type ValidationRule } from 'graphql';
import type { RootField } from '@otklik/contracts/schema';
import type { CheckedDocument } from '../graphql/document.js';
import { fragmentsOf } from '../graphql/shape.js';
import { partOf, type Part } from './part.js';
import { rootEntries, type RootEntries, type RootEntry } from './root-fields.js';

/** What is known of an operation before its variables. */
export interface Plan {
  /** Faults of the document: with any, it is not run. */
  readonly errors: readonly GraphQLError[];
  readonly entries: RootEntries;
  ownerOf(entry: RootEntry): string;
  owns(owner: string, node: FieldNode): boolean;
  /** What the owner is asked; whole when all fields are its own. */
  partOf(owner: string): Part;
}

/** Whoever answers questions about the schema itself: this process. */
export const HERE = 'gateway';

export interface PlanParts {
  readonly schema: GraphQLSchema;
  readonly rootFields: readonly RootField[];
  readonly rules: readonly ValidationRule[];
}

/** Makes each operation's plan once. */
export function planner({ schema, rootFields, rules }: PlanParts): (checked: CheckedDocument) => Plan {
  const owners = new Map(rootFields.map((field) => [`${field.operation.toLowerCase()} ${field.name}`, field.owner]));
  const plans = new WeakMap<CheckedDocument, Plan>();
  return (checked) => {
    const plan = plans.get(checked) ?? makePlan(checked, owners, validate(schema, checked.document, rules));
    plans.set(checked, plan);
    return plan;
  };
}

function makePlan(
  checked: CheckedDocument,
  owners: ReadonlyMap<string, string>,
  errors: readonly GraphQLError[],
): Plan {
  const { operation, document } = checked;
  const owner = (name: string): string => owners.get(`${operation.operation} ${name}`) ?? HERE;
  const parts = new Map<string, Part>();
  return {
    errors,
    entries: errors.length > 0 ? () => [] : rootEntries(operation, fragmentsOf(document)),
    ownerOf: ({ name }) => owner(name),
    owns: (wanted, { name }) => owner(name.value) === wanted,
    partOf: (wanted) => {
      const part = parts.get(wanted) ?? partOf(checked, ({ name }) => owner(name.value) === wanted);
      parts.set(wanted, part);
      return part;
    },
  };
}
