import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  AppointSubstituteInput,
  ChangeOfficialRolesInput,
  DismissOfficialInput,
  EndSubstitutionInput,
  Invitation,
  InviteOfficialInput,
  NewInvitationInput,
  OfficialAccount,
  OfficialOnDuty,
  RecordAbsenceInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { BadInput, Command, Ctx, Input, NotFound, type PermittedContext } from '@otklik/host';
import { Directory, type Absence } from '@otklik/tenancy';
import type { NewInvitation } from '../../store/accounts.js';
import { AdministerOfficials } from '../../application/administer-officials.js';
import { OfficialsOfDistrict } from '../../application/officials-of-district.js';
import { OfficialsOnDuty } from '../../application/officials-on-duty.js';
import { SubstituteOfficials } from '../../application/substitute-officials.js';
import { addressOf } from './official-address.js';
import { hasNotAccepted } from '../../domain/account-state.js';
import { officialAccount, onDutyView } from './official-view.js';

const LOGIN = /^[A-Za-z0-9][A-Za-z0-9._@-]{1,100}$/;

@Resolver()
export class OfficialResolver {
  constructor(
    private readonly officialsOf: OfficialsOfDistrict,
    private readonly administer: AdministerOfficials,
    private readonly substitute: SubstituteOfficials,
    private readonly onDuty: OfficialsOnDuty,
    private readonly directory: Directory,
  ) {}

  @Query('officials')
  async officials(@Context() { district }: PermittedContext): Promise<readonly OfficialAccount[]> {
    if (!district) throw new NotFound();
    return (await this.officialsOf.list(district)).map((official) =>
      officialAccount(this.directory, district, official),
    );
  }

  @Query('invitedOfficials')
  async invitedOfficials(@Context() { district }: PermittedContext): Promise<readonly string[]> {
    if (!district) throw new NotFound();
    const officials = await this.officialsOf.list(district);
    return officials.filter(({ state }) => hasNotAccepted(state)).map(({ id }) => id);
  }

  @Query('officialsOnDuty')
  async officialsOnDuty(
    @Args('at') at: string,
    @Context() { district }: PermittedContext,
  ): Promise<readonly OfficialOnDuty[]> {
    if (!district) throw new NotFound();
    return onDutyView(this.directory, district, await this.onDuty.list(district, at));
  }

  @Command()
  async inviteOfficial(
    @Input(
      { login: { max: 101 }, name: { max: 200 }, position: { max: 200, optional: true } },
      demandLogin,
      ({ email }: InviteOfficialInput) => addressOf(email),
    )
    { login, name, position, roles, email }: InviteOfficialInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    const { id, invitation } = await this.administer.invite(ctx, {
      login,
      name,
      position: position ?? undefined,
      roles,
      email: addressOf(email),
    });
    return this.invitation(ctx, id, invitation);
  }

  @Command()
  async newInvitation(@Input() { id, email }: NewInvitationInput, @Ctx() ctx: ClientCommandContext) {
    return this.invitation(ctx, id, await this.administer.renew(ctx, { id, email: addressOf(email) }));
  }

  @Command()
  async changeOfficialRoles(@Input() input: ChangeOfficialRolesInput, @Ctx() ctx: ClientCommandContext) {
    await this.administer.changeRoles(ctx, input);
    return this.official(ctx, input.id);
  }

  @Command()
  async recordAbsence(@Input() { absence, ...change }: RecordAbsenceInput, @Ctx() ctx: ClientCommandContext) {
    await this.administer.recordAbsence(ctx, { ...change, absence: absence ? absenceOf(absence) : undefined });
    return this.official(ctx, change.id);
  }

  @Command()
  async appointSubstitute(
    @Input({ order: { max: 200 }, post: { max: 200 } })
    { id, expectedVersion, substitute, from, to, order, post }: AppointSubstituteInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    await this.substitute.appoint(ctx, { id, expectedVersion, substitute, from, to, order, post });
    return this.official(ctx, id);
  }

  @Command()
  async endSubstitution(
    @Input() { id, expectedVersion, substitution }: EndSubstitutionInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    await this.substitute.end(ctx, { id, expectedVersion, substitution });
    return this.official(ctx, id);
  }

  @Command()
  async dismissOfficial(@Input() input: DismissOfficialInput, @Ctx() ctx: ClientCommandContext) {
    await this.administer.dismiss(ctx, input);
    return this.official(ctx, input.id);
  }

  private async official({ inDistrict }: ClientCommandContext, id: string) {
    const official = await this.officialsOf.one(inDistrict, id);
    if (!official) throw new NotFound();
    return { __typename: 'OfficialAccount' as const, ...officialAccount(this.directory, inDistrict, official) };
  }

  private async invitation(ctx: ClientCommandContext, id: string, invitation: NewInvitation): Promise<Invitation> {
    return { __typename: 'Invitation', official: await this.official(ctx, id), ...invitation };
  }
}

function demandLogin({ login }: InviteOfficialInput): void {
  if (!LOGIN.test(login)) throw new BadInput('BAD_INPUT', 'input.login', {}, `A login matches ${LOGIN.source}.`);
}

function absenceOf({ from, to, reason, standIn }: NonNullable<RecordAbsenceInput['absence']>): Absence {
  if (to < from) throw new BadInput('BAD_INPUT', 'input.absence.to', {}, 'It must not be before "from".');
  return { from, to, reason, ...(standIn && { standIn }) };
}
