import { Resolver } from '@nestjs/graphql';
import type {
  BodyInput,
  ForwardQuestionInput,
  LeaveUnansweredInput,
  NoteComplainedOfInput,
  QuestionReasonInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, checkAll, cleanText, Command, Ctx, demandRange, Input, optionalText } from '@otklik/host';
import { compact } from '@otklik/kernel';
import { EndQuestionOtherwise } from '../../application/end-question.js';

const REASON = { max: 2_000, optional: true } as const;
const MAX_CODES = 20;
const MAX_BODIES = 10;

@Resolver()
export class QuestionEndsResolver {
  constructor(private readonly ends: EndQuestionOtherwise) {}

  @Command()
  noteComplainedOf(@Input() input: NoteComplainedOfInput, @Ctx() ctx: ClientCommandContext) {
    demandRange(input.of.length, { min: 0, max: MAX_CODES }, 'input.of');
    return this.ends.noteComplainedOf(ctx, input);
  }

  @Command()
  forwardQuestion(
    @Input({ reason: REASON }, ({ to }: ForwardQuestionInput) => cleanBodies(to)) input: ForwardQuestionInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    const to = cleanBodies(input.to);
    const [unaddressed] = this.ends.unaddressed(ctx, to);
    if (unaddressed !== undefined) throw new BadInput('BODY_ADDRESS_NEEDED', `input.to.${unaddressed}.address`);
    return this.ends.forward(ctx, { ...input, to });
  }

  @Command()
  withdrawForwarding(@Input({ reason: { max: 2_000 } }) input: QuestionReasonInput, @Ctx() ctx: ClientCommandContext) {
    return this.ends.withdrawForwarding(ctx, input);
  }

  @Command()
  leaveUnanswered(
    @Input({ reason: REASON, address: { max: 500, optional: true } }, demandFewEarlier) input: LeaveUnansweredInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.ends.leaveUnanswered(ctx, input);
  }
}

function demandFewEarlier({ earlier }: LeaveUnansweredInput): void {
  demandRange(earlier?.length ?? 0, { min: 0, max: MAX_CODES }, 'input.earlier');
}

function cleanBodies(to: ForwardQuestionInput['to']): readonly BodyInput[] {
  demandRange(to.length, { min: 1, max: MAX_BODIES }, 'input.to');
  return checkAll(...to.map((body, at) => () => cleanBody(body, `input.to.${at}`)));
}

/** Without a code, of an organisation or of a district, the body has a name. */
export function cleanBody({ organisation, district, name, address, kind }: BodyInput, path: string): BodyInput {
  const [typed, at] = checkAll(
    () => (organisation || district ? {} : { name: cleanText(name ?? '', { max: 200, path: `${path}.name` }) }),
    () => optionalText(address, { max: 500, path: `${path}.address` }),
  );
  const codes = { ...(organisation && { organisation }), ...(district && !organisation && { district }) };
  return { ...codes, ...typed, ...compact({ address: at }), ...(kind && { kind }) };
}
