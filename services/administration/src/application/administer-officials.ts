import { Injectable } from '@nestjs/common';
import type { ClientCommandContext } from '@otklik/event-store';
import { refuse } from '@otklik/kernel';
import { type Absence, type District } from '@otklik/tenancy';
import { officialId } from '@otklik/tenancy/loader';
import { canStandIn, keepAnAdministrator, rolesWanted, type HeldRole, type WantedRole } from '../domain/held-roles.js';
import type { NewInvitation } from '../store/accounts.js';
import { Administer } from './administer.js';
import { Invitations } from './invitations.js';
import { MorningLetters } from './morning-letters.js';
import { officialNow, type OfficialChange, type OfficialData } from './official-now.js';

export interface Invited {
  readonly login: string;
  readonly name: string;
  readonly position?: string | undefined;
  readonly roles: readonly WantedRole[];
  /** Where the link is sent, too, and later the morning letter. */
  readonly email?: string | undefined;
}

@Injectable()
export class AdministerOfficials {
  constructor(
    private readonly administer: Administer,
    private readonly invitations: Invitations,
    private readonly letters: MorningLetters,
  ) {}

  /** Answers the official's id and the link. Refuses LOGIN_TAKEN for one who has roles in the district. */
  async invite(
    ctx: ClientCommandContext,
    { login, name, position, roles: wanted, email }: Invited,
  ): Promise<{ readonly id: string; readonly invitation: NewInvitation }> {
    const id = officialId(login);
    const roles = rolesWanted(ctx.inDistrict, wanted);
    await this.administer.run(ctx, async ({ writer }) => {
      const officials = await writer.current(ctx.district, ['official']);
      if (officials.some(({ code }) => code === login)) refuse('LOGIN_TAKEN');
      const post = position === undefined ? {} : { position };
      const data: OfficialData = { id, name, roles, ...post, ...this.letters.sealed(id, email) };
      await writer.put(ctx.district, { kind: 'official', code: login, data });
      return { kind: 'OFFICIAL_INVITED', official: id, details: { roles: rolesText(ctx.inDistrict, roles) } };
    });
    return { id, invitation: await this.link(ctx, login, email) };
  }

  async renew(
    ctx: ClientCommandContext,
    { id, email }: Pick<OfficialChange, 'id'> & Pick<Invited, 'email'>,
  ): Promise<NewInvitation> {
    const login = ctx.inDistrict.officials.find((official) => official.id === id)?.login ?? refuse('NOT_FOUND');
    await this.administer.run(ctx, () => Promise.resolve({ kind: 'INVITATION_RENEWED', official: id, details: {} }));
    return this.link(ctx, login, email);
  }

  async changeRoles(
    ctx: ClientCommandContext,
    { roles: wanted, ...change }: OfficialChange & { readonly roles: readonly WantedRole[] },
  ): Promise<void> {
    const roles = rolesWanted(ctx.inDistrict, wanted);
    await this.administer.run(ctx, async (administering) => {
      const { login, data } = await officialNow(administering.writer, ctx.district, change);
      if (!roles.some(({ role }) => role === 'DISTRICT_ADMIN')) keepAnAdministrator(ctx.inDistrict, data.id);
      await administering.writer.put(ctx.district, { kind: 'official', code: login, data: { ...data, roles } });
      const details = { before: rolesText(ctx.inDistrict, data.roles), after: rolesText(ctx.inDistrict, roles) };
      return { kind: 'ROLES_CHANGED', official: data.id, details };
    });
  }

  /** Refuses STAND_IN_LACKS_ROLES. `absence` undefined: the official is back. */
  async recordAbsence(
    ctx: ClientCommandContext,
    { absence, ...change }: OfficialChange & { readonly absence: Absence | undefined },
  ): Promise<void> {
    const { officials } = ctx.inDistrict;
    if (absence?.standIn !== undefined) {
      const away = officials.find(({ id }) => id === change.id) ?? refuse('NOT_FOUND');
      const standIn = officials.find(({ id }) => id === absence.standIn && id !== change.id);
      if (!standIn || !canStandIn(standIn, away)) refuse('STAND_IN_LACKS_ROLES');
    }
    await this.administer.run(ctx, async (administering) => {
      const { login, data } = await officialNow(administering.writer, ctx.district, change);
      const { absence: _, ...present } = data;
      const next = absence === undefined ? present : { ...present, absence };
      await administering.writer.put(ctx.district, { kind: 'official', code: login, data: next });
      const details = absence === undefined ? {} : { from: absence.from, to: absence.to, reason: absence.reason };
      return { kind: 'ABSENCE_RECORDED', official: data.id, details };
    });
  }

  async dismiss(ctx: ClientCommandContext, change: OfficialChange): Promise<void> {
    await this.administer.run(ctx, async (administering) => {
      const { login, data } = await officialNow(administering.writer, ctx.district, change);
      keepAnAdministrator(ctx.inDistrict, data.id);
      await administering.writer.close(ctx.district, 'official', login);
      return {
        kind: 'OFFICIAL_DISMISSED',
        official: data.id,
        details: { roles: rolesText(ctx.inDistrict, data.roles) },
      };
    });
  }

  /** In a transaction of its own: a repeated command, too, answers the link. */
  private link({ commandId: id, at }: ClientCommandContext, login: string, email?: string): Promise<NewInvitation> {
    return this.invitations.issue(login, email, { id, at });
  }
}

/** `EXECUTOR/dorogi, HEAD`. */
function rolesText(district: District, roles: readonly HeldRole[]): string {
  const code = (id: string): string => district.departments.find((one) => one.id === id)?.code ?? id;
  return roles.map(({ role, department }) => (department ? `${role}/${code(department)}` : role)).join(', ');
}
