import { Fault, namedDistricts, type OperationContext } from '@otklik/host/graphql';
import type { DistrictKey } from '@otklik/kernel';
import type { Actor, Directory } from '@otklik/tenancy';
import { getArgumentValues, GraphQLError, type GraphQLSchema } from 'graphql';
import type { CheckedDocument } from './document.js';
import type { Variables } from './variables.js';

/** Whose share an operation takes; 'none' where its arguments are wrong, which is answered when it runs. */
export type DistrictOf = (checked: CheckedDocument, variables: Variables, context: OperationContext) => DistrictKey;

/** By the district that the first root field names; else that of the caller's token. */
export function districtFinder(schema: GraphQLSchema, directory: Directory): DistrictOf {
  return (checked, variables, { actor }) => {
    const codes = namedCodes(schema, checked, variables);
    if (!codes) return 'none';
    if (codes.length > 1) return 'several';
    return codes[0] === undefined ? districtOfActor(actor) : (directory.district(codes[0])?.id ?? 'none');
  };
}

/** Undefined where the arguments are wrong. */
function namedCodes(
  schema: GraphQLSchema,
  { operation, root: { entries } }: CheckedDocument,
  variables: Variables,
): readonly string[] | undefined {
  const [entry] = entries;
  const field = entry && schema.getRootType(operation.operation)?.getFields()[entry.name];
  if (!field) return undefined;
  try {
    return namedDistricts(getArgumentValues(field, entry.nodes[0]!, variables)).codes;
  } catch (error) {
    if (error instanceof Fault || error instanceof GraphQLError) return undefined;
    throw error;
  }
}

function districtOfActor(actor: Actor): DistrictKey {
  if (actor.kind === 'resident') return actor.district;
  return actor.kind === 'official' ? (actor.assignments[0]?.district ?? 'none') : 'none';
}
