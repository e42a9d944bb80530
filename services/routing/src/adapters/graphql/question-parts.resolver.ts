import { Resolver } from '@nestjs/graphql';
import type { MergeQuestionsInput, QuestionActInput, SplitQuestionInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { cleanText, Command, Ctx, demandRange, Input, MAX_TEXT_LENGTH } from '@otklik/host';
import { ChangeParts } from '../../application/change-parts.js';

const MAX_PARTS = 20;

@Resolver()
export class QuestionPartsResolver {
  constructor(private readonly parts: ChangeParts) {}

  @Command()
  splitQuestion(@Input() input: SplitQuestionInput, @Ctx() ctx: ClientCommandContext) {
    return this.parts.split(ctx, { ...input, parts: cleanParts(input.parts) });
  }

  @Command()
  undoSplit(@Input() input: QuestionActInput, @Ctx() ctx: ClientCommandContext) {
    return this.parts.undoSplit(ctx, input);
  }

  @Command()
  mergeQuestions(@Input() input: MergeQuestionsInput, @Ctx() ctx: ClientCommandContext) {
    return this.parts.merge(ctx, input);
  }

  @Command()
  undoMerge(@Input() input: QuestionActInput, @Ctx() ctx: ClientCommandContext) {
    return this.parts.undoMerge(ctx, input);
  }
}

function cleanParts(parts: readonly string[]): readonly string[] {
  demandRange(parts.length, { min: 2, max: MAX_PARTS }, 'input.parts');
  return parts.map((part, index) => cleanText(part, { max: MAX_TEXT_LENGTH, path: `input.parts.${index}` }));
}
