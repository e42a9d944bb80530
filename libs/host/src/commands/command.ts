import { applyDecorators, createParamDecorator, UseInterceptors, type ExecutionContext } from '@nestjs/common';
import { Mutation } from '@nestjs/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { clientCommandOf, CommandInterceptor } from './command.interceptor.js';
import { Faults } from '../input.js';
import { demandVersion, type CommandInput } from './client-context.js';
import { cleanedFields, type InputFields } from './input-fields.js';

/**
 * A mutation of the SDL, named as the method is. The interceptor makes its command context and its answer: the method
 * returns the change of the stream, or a member of the union; a refusal of the domain is thrown.
 */
export function Command(): MethodDecorator {
  return applyDecorators(Mutation(), UseInterceptors(CommandInterceptor));
}

/** A further check of an input whose fields are clean; those with a fault are undefined. Throws `BadInput`. */
export type CheckInput<Given> = (input: Given, ctx: ClientCommandContext) => unknown;

/**
 * The mutation's `input`, the named fields cleaned: `@Input({ text: { max: MAX_TEXT_LENGTH } })`. Throws `BadInput` with the faults
 * of all fields and all `checks`.
 */
export function Input<Given extends CommandInput>(
  fields: InputFields = {},
  ...checks: readonly CheckInput<Given>[]
): ParameterDecorator {
  return createParamDecorator((_: unknown, execution: ExecutionContext) => {
    const { input } = execution.getArgByIndex<{ readonly input: Given }>(1);
    const faults = new Faults();
    faults.of(() => demandVersion(input.expectedVersion, 'input.expectedVersion'));
    const clean = cleanedFields(input, fields, 'input', faults);
    for (const check of checks) faults.of(() => check(clean, clientCommandOf(execution.getArgByIndex(2))));
    faults.demandNone();
    return clean;
  })();
}

/** The `ClientCommandContext` of a `@Command()`. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext) =>
  clientCommandOf(execution.getArgByIndex(2)),
);
