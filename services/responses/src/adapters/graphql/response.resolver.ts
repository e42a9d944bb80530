import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type {
  AddNoteInput,
  ChangeResult,
  DraftResponseInput,
  ResponseActInput,
  ResponseReasonInput,
} from '@otklik/contracts/generated/graphql';
import { answering, changeOf, cleanText, commandContext, MAX_TEXT_LENGTH, NotFound } from '@otklik/host';
import type { PermittedContext } from '@otklik/host';
import type { CommandContext } from '@otklik/event-store';
import { mayActIn, permissionMatrix } from '@otklik/tenancy';
import { seenResponse, type Seen } from '../../application/response-acts.js';
import type { ResponsesParts } from '../../application/responses-parts.js';
import { signResponse } from '../../application/sign-response.js';
import { letsAct, whoConsiders } from '../../application/who-considers.js';
import type { ResponseCommand, Standing } from '../../domain/response.decide.js';

const noteLimits = { max: MAX_TEXT_LENGTH, path: 'input.text' };
const reasonLimits = { max: 2_000, path: 'input.reason' };

type MakeCommand = (
  standing: Standing,
  around: CommandContext,
  seen: Seen,
) => ResponseCommand | Promise<ResponseCommand>;

@Resolver()
export class ResponseResolver {
  private readonly permissions = permissionMatrix();

  constructor(private readonly parts: ResponsesParts) {}

  @Mutation('draftResponse')
  draftResponse(@Args('input') input: DraftResponseInput, @Context() context: PermittedContext): Promise<ChangeResult> {
    const text = cleanText(input.text, { max: MAX_TEXT_LENGTH, path: 'input.text' });
    return this.act('draftResponse', input, context, (standing, { commandId }) => ({
      type: 'DraftResponse',
      ...standing,
      draft: commandId,
      text,
      outcome: input.outcome,
    }));
  }

  @Mutation('addNote')
  addNote(@Args('input') input: AddNoteInput, @Context() context: PermittedContext): Promise<ChangeResult> {
    const text = cleanText(input.text, noteLimits);
    return this.act('addNote', input, context, (standing, { commandId }) => ({
      type: 'AddNote',
      ...standing,
      note: commandId,
      text,
    }));
  }

  @Mutation('approveResponse')
  approveResponse(@Args('input') input: ResponseActInput, @Context() context: PermittedContext): Promise<ChangeResult> {
    return this.act('approveResponse', input, context, (standing) => ({
      type: 'ApproveResponse',
      ...standing,
    }));
  }

  @Mutation('sendBackResponse')
  sendBackResponse(
    @Args('input') input: ResponseReasonInput,
    @Context() context: PermittedContext,
  ): Promise<ChangeResult> {
    const reason = cleanText(input.reason, reasonLimits);
    return this.act('sendBackResponse', input, context, (standing) => ({
      type: 'SendBackResponse',
      ...standing,
      reason,
    }));
  }

  @Mutation('signResponse')
  signResponse(@Args('input') input: ResponseActInput, @Context() context: PermittedContext): Promise<ChangeResult> {
    return this.act('signResponse', input, context, (standing, { district, at }, { events }) =>
      signResponse(this.parts, district, input.id, events, standing, at),
    );
  }

  private act(
    operation: string,
    input: ResponseActInput,
    context: PermittedContext,
    command: MakeCommand,
  ): Promise<ChangeResult> {
    const { id, key, expectedVersion } = input;
    return answering(context, async () => {
      const { district, actor } = context;
      if (!district || actor.kind !== 'official') throw new NotFound();
      // The stream knows its appeal: its first event's correlation is kept, whatever stands here.
      const around = commandContext(context, operation, key, input, this.parts, id);
      const seen = await seenResponse(this.parts.store, district.id, id, expectedVersion);
      const departments = mayActIn(actor, district, this.permissions.get(`Mutation.${operation}`) ?? []);
      const only = operation === 'draftResponse' ? { executor: actor.id } : undefined;
      const assignment = await whoConsiders(this.parts, district.id, seen.question, (known) =>
        letsAct(known, departments, only),
      );
      const standing = { by: actor.id, mayActIn: departments, ...assignment };
      const handled = await this.parts.handle(around, id, await command(standing, around, seen), { expectedVersion });
      return changeOf('responses', id, handled);
    });
  }
}
