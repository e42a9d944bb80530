import { Injectable } from '@nestjs/common';
import type { ClientCommandContext } from '@otklik/event-store';
import { covers, localDate, refuse } from '@otklik/kernel';
import { withoutSubstitution, withSubstitution, type Appointing, type Substitution } from '../domain/substitutions.js';
import { Administer } from './administer.js';
import { officialNow, type OfficialChange } from './official-now.js';

/** Who does the duties of an official who is away. */
@Injectable()
export class SubstituteOfficials {
  constructor(private readonly administer: Administer) {}

  /** Refuses SUBSTITUTE_UNKNOWN, SUBSTITUTE_APPOINTS_HIMSELF, SUBSTITUTION_DAYS, …_OVERLAPS, …_OF_ADMINISTRATOR. */
  async appoint(
    ctx: ClientCommandContext,
    { id, expectedVersion, ...given }: OfficialChange & Omit<Substitution, 'id' | 'endedAt'>,
  ): Promise<void> {
    await this.administer.run(ctx, async ({ writer }) => {
      const { login, data } = await officialNow(writer, ctx.district, { id, expectedVersion });
      demandOver(ctx, data.roles);
      const officials = (await writer.current(ctx.district, ['official'])).flatMap((row) =>
        row.kind === 'official' ? [row.data.id] : [],
      );
      const added = { ...given, id: ctx.commandId };
      const substitutions = withSubstitution(data.substitutions ?? [], added, appointing(ctx, officials, data));
      await writer.put(ctx.district, { kind: 'official', code: login, data: { ...data, substitutions } });
      const { substitute, from, to, order } = given;
      return { kind: 'SUBSTITUTE_APPOINTED', official: id, details: { substitute, from, to, order } };
    });
  }

  /** Refuses SUBSTITUTION_UNKNOWN. */
  async end(
    ctx: ClientCommandContext,
    { substitution, ...change }: OfficialChange & { readonly substitution: string },
  ) {
    await this.administer.run(ctx, async ({ writer }) => {
      const { login, data } = await officialNow(writer, ctx.district, change);
      demandOver(ctx, data.roles);
      const known = data.substitutions ?? [];
      const now = { at: ctx.at, today: localDate(ctx.at, ctx.inDistrict.zone) };
      const substitutions = withoutSubstitution(known, substitution, now);
      await writer.put(ctx.district, { kind: 'official', code: login, data: { ...data, substitutions } });
      const { substitute } = known.find(({ id }) => id === substitution)!;
      return { kind: 'SUBSTITUTION_ENDED', official: data.id, details: { substitute } };
    });
  }
}

/** A head of departments says who does the duties of their officials only. */
function demandOver(
  { mayActIn, inDistrict }: ClientCommandContext,
  roles: readonly { readonly department?: string }[],
): void {
  const codeOf = (id: string | undefined) => inDistrict.departments.find((one) => one.id === id)?.code;
  if (!roles.every(({ department }) => covers(mayActIn, codeOf(department)))) refuse('FORBIDDEN');
}

function appointing(
  { sender, inDistrict, at }: ClientCommandContext,
  officials: readonly string[],
  absent: { readonly id: string; readonly roles: readonly { readonly role: string }[] },
): Appointing {
  if (sender.kind !== 'official') return refuse('FORBIDDEN');
  const here = sender.assignments.filter(({ district }) => district === inDistrict.id);
  return {
    officials,
    absent: { id: absent.id, isAdministrator: isAdministrator(absent.roles) },
    by: { id: sender.id, isAdministrator: isAdministrator(here) },
    today: localDate(at, inDistrict.zone),
  };
}

function isAdministrator(roles: readonly { readonly role: string }[]): boolean {
  return roles.some(({ role }) => role === 'DISTRICT_ADMIN');
}
