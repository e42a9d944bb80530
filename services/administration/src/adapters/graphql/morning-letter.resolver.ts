import { Context, Query, Resolver } from '@nestjs/graphql';
import type {
  ChooseAssignmentLetterInput,
  ChooseMorningLetterInput,
  MorningLetter,
  SetOfficialEmailInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { Command, Ctx, Input, NotFound, type PermittedContext } from '@otklik/host';
import { Directory, type District } from '@otklik/tenancy';
import { MorningLetters } from '../../application/morning-letters.js';
import { OfficialsOfDistrict } from '../../application/officials-of-district.js';
import { addressOf } from './official-address.js';
import { officialAccount } from './official-view.js';

@Resolver()
export class MorningLetterResolver {
  constructor(
    private readonly letters: MorningLetters,
    private readonly officialsOf: OfficialsOfDistrict,
    private readonly directory: Directory,
  ) {}

  @Query('morningLetter')
  morningLetter(@Context() { district, actor }: PermittedContext): MorningLetter {
    if (!district || actor.kind !== 'official') throw new NotFound();
    return this.of(district.code, actor.id);
  }

  @Command()
  async setOfficialEmail(
    @Input() { id, expectedVersion, email }: SetOfficialEmailInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    await this.letters.setEmail(ctx, { id, expectedVersion, email: addressOf(email) });
    const official = await this.officialsOf.one(ctx.inDistrict, id);
    if (!official) throw new NotFound();
    return { __typename: 'OfficialAccount' as const, ...officialAccount(this.directory, ctx.inDistrict, official) };
  }

  @Command()
  async chooseMorningLetter(@Input() { isOn }: ChooseMorningLetterInput, @Ctx() ctx: ClientCommandContext) {
    await this.letters.choose(ctx, isOn);
    return { __typename: 'MorningLetter' as const, ...this.of(ctx.inDistrict.code, ctx.actor.id) };
  }

  @Command()
  async chooseAssignmentLetter(@Input() { isOn }: ChooseAssignmentLetterInput, @Ctx() ctx: ClientCommandContext) {
    await this.letters.chooseAtOnce(ctx, isOn);
    return { __typename: 'MorningLetter' as const, ...this.of(ctx.inDistrict.code, ctx.actor.id) };
  }

  private of(district: District['code'], id: string | undefined): MorningLetter {
    const own = this.directory.district(district)?.officials.find((official) => official.id === id);
    if (!own) throw new NotFound();
    return {
      hasEmail: own.email !== undefined,
      isOn: own.digestOff !== true,
      isAssignmentLetterOn: own.isAssignmentLetterOn === true,
    };
  }
}
