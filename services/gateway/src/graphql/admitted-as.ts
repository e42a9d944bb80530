import { Fault, namedDistricts, type OperationContext } from '@otklik/host/graphql';
import type { DistrictKey } from '@otklik/kernel';
import type { Actor, Directory } from '@otklik/tenancy';
import { getArgumentValues, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Admitted } from '../access/admission.js';
import type { CheckedDocument } from './document.js';
import type { Variables } from './variables.js';

/** Whose share an operation takes; 'none' where its arguments are wrong, which is answered when it runs. */
export type AdmittedAs = (checked: CheckedDocument, variables: Variables, context: OperationContext) => Admitted;

/** By the district that the first root field names; else that of the caller's token. */
export function admittedAs(schema: GraphQLSchema, directory: Directory): AdmittedAs {
  return (checked, variables, { actor }) => {
    const args = argumentsOf(schema, checked, variables);
    const { operation: kind } = checked.operation;
    if (!args) return { kind, district: 'none' };
    // A resident's own appeal is waited for, too.
    const mayWait = actor.kind === 'resident' || typeof args['consistentWith'] === 'string';
    return { kind, district: districtOf(namedDistricts(args).codes, actor, directory), mayWait };
  };
}

function districtOf(codes: readonly string[], actor: Actor, directory: Directory): DistrictKey {
  if (codes.length > 1) return 'several';
  return codes[0] === undefined ? districtOfActor(actor) : (directory.district(codes[0])?.id ?? 'none');
}

/** Of the first root field; undefined where they are wrong. */
function argumentsOf(
  schema: GraphQLSchema,
  { operation, root: { entries } }: CheckedDocument,
  variables: Variables,
): Readonly<Record<string, unknown>> | undefined {
  const [entry] = entries;
  const field = entry && schema.getRootType(operation.operation)?.getFields()[entry.name];
  if (!field) return undefined;
  try {
    const args = getArgumentValues(field, entry.nodes[0]!, variables);
    namedDistricts(args);
    return args;
  } catch (error) {
    if (error instanceof Fault || error instanceof GraphQLError) return undefined;
    throw error;
  }
}

function districtOfActor(actor: Actor): DistrictKey {
  if (actor.kind === 'resident') return actor.district;
  return actor.kind === 'official' ? (actor.assignments[0]?.district ?? 'none') : 'none';
}
