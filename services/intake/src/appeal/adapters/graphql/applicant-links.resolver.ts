import { Resolver } from '@nestjs/graphql';
import type { JoinApplicantsInput, PartApplicantsInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Command, Ctx, Input } from '@otklik/host';
import { LinkApplicants } from '../../application/link-applicants.js';

@Resolver()
export class ApplicantLinksResolver {
  constructor(private readonly links: LinkApplicants) {}

  @Command()
  joinApplicants(@Input() input: JoinApplicantsInput, @Ctx() ctx: ClientCommandContext) {
    return this.links.join(ctx, input);
  }

  @Command()
  partApplicants(@Input() input: PartApplicantsInput, @Ctx() ctx: ClientCommandContext) {
    return this.links.part(ctx, input);
  }
}
