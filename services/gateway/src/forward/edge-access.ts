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

/** A root field of an operation, with its access rule and arguments. */
export interface RequestedField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly rule: readonly Role[];
  /** Undefined when they are invalid: the owner answers the error. */
  readonly args: Variables | undefined;
}

/** Access rules at the edge: the same schema and the same code as in the service that resolves the fields. */
export class EdgeAccess {
  private readonly rules: ReadonlyMap<string, readonly Role[]>;

  constructor(
    private readonly schema: GraphQLSchema,
    rootFields: readonly RootField[],
    private readonly directory: Directory,
  ) {
    this.rules = permissionMatrix(rootFields);
  }

  /** Undefined for introspection. */
  requested(
    operation: OperationTypeNode,
    { name, nodes }: RootEntry,
    variables: Variables,
  ): RequestedField | undefined {
    const type = this.schema.getRootType(operation);
    const field = type?.getFields()[name];
    if (!type || !field) return undefined;
    return { field, rule: this.rules.get(`${type.name}.${name}`) ?? [], args: argumentsOf(field, nodes, variables) };
  }

  /** Why the actor may not select the field; undefined when it may. `actor`: as it is now, for a later check. */
  denial({ rule, args }: RequestedField, context: OperationContext, actor: Actor = context.actor): Fault | undefined {
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
