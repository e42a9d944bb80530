import { applyDecorators, createParamDecorator, UseInterceptors, type ExecutionContext } from '@nestjs/common';
import { Args, Mutation } from '@nestjs/graphql';
import { clientCommandOf, CommandInterceptor } from './command.interceptor.js';
import { cleaning, type InputFields } from './input-fields.js';

/**
 * A mutation of the SDL, named as the method is. The interceptor makes its command context and its answer: the method
 * returns the change of the stream, or a member of the union; a refusal of the domain is thrown.
 */
export function Command(): MethodDecorator {
  return applyDecorators(Mutation(), UseInterceptors(CommandInterceptor));
}

/** The mutation's `input`, the named fields cleaned: `@Input({ text: { max: MAX_TEXT_LENGTH } })`. */
export function Input(fields: InputFields = {}): ParameterDecorator {
  return Args('input', cleaning(fields));
}

/** The `ClientCommandContext` of a `@Command()`. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext) =>
  clientCommandOf(execution.getArgByIndex(2)),
);
