import { refusalAnswer, type PermittedContext } from '@otklik/host';

/** Turns a refusal of `work` into the union's member, as the command interceptor does. */
export function refusable(context: PermittedContext, work: () => Promise<unknown>): Promise<unknown> {
  return work().catch((error: unknown) => refusalAnswer(error, context.language));
}
