import { Fault, namedDistricts, permit, type OperationContext } from '@otklik/host/graphql';
import type { RootField } from '@otklik/contracts/schema';
import { permissionMatrix, type Actor, type Directory, type Role } from '@otklik/tenancy';
import {
  getArgumentValues,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  type OperationTypeNode,
} from 'graphql';
import type { Variables } from '../graphql/variables.js';
import type { RootEntry } from '../graphql/root-fields.js';

/** A root field with what it is asked for. */
export interface AskedField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly rule: readonly Role[];
  /** Undefined when they are not valid: then their owner says so. */
  readonly args: Variables | undefined;
}

/** The access rules at the edge, of the same schema and by the same code as where the fields are answered. */
export class EdgeRules {
  private readonly rules: ReadonlyMap<string, readonly Role[]>;

  constructor(
    private readonly schema: GraphQLSchema,
    rootFields: readonly RootField[],
    private readonly directory: Directory,
  ) {
    this.rules = permissionMatrix(rootFields);
  }

  /** Undefined for a question about the schema itself. */
  asked(operation: OperationTypeNode, { name, nodes }: RootEntry, variables: Variables): AskedField | undefined {
    const type = this.schema.getRootType(operation);
    const field = type?.getFields()[name];
    if (!type || !field) return undefined;
    return { field, rule: this.rules.get(`${type.name}.${name}`) ?? [], args: argumentsOf(field, nodes, variables) };
  }

  /** Why the asker may not have the field; undefined when he may. `actor`: who he is now. */
  denial({ rule, args }: AskedField, context: OperationContext, actor: Actor = context.actor): Fault | undefined {
    if (args === undefined) return undefined;
    try {
      permit({ ...context, actor }, rule, namedDistricts(args), this.directory);
      return undefined;
    } catch (error) {
      if (error instanceof Fault) return error;
      throw error;
    }
  }
}

function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  [node]: RootEntry['nodes'],
  variables: Variables,
): Variables | undefined {
  try {
    return getArgumentValues(field, node!, variables);
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}
