import { Context, Query, Resolver } from '@nestjs/graphql';
import type { OwnAppeals } from '@otklik/contracts/generated/graphql';
import { Unauthenticated, type PermittedContext } from '@otklik/host';
import { IDENTITY, Vault } from '@otklik/vault';
import { RegisterReader } from '../../application/list/register-reader.js';
import { ownAppealView } from '../../application/resident/own-appeal-view.js';
import { Applicants } from '../../store/applicants.js';
import { districtOf } from './district-of.js';

const MAX_APPEALS = 100;

/** What a resident who signed in sent under that identity. */
@Resolver()
export class OwnAppealsResolver {
  constructor(
    private readonly reader: RegisterReader,
    private readonly applicants: Applicants,
    private readonly vault: Vault,
  ) {}

  @Query('ownAppeals')
  async ownAppeals(@Context() context: PermittedContext): Promise<OwnAppeals> {
    const { actor } = context;
    if (actor.kind !== 'anyone' || !actor.identified) throw new Unauthenticated();
    const { id } = districtOf(context);
    const identity = await this.vault.blindIndex(id, IDENTITY + actor.identified.subject);
    const { ids, total } = await this.applicants.ofIdentity(id, identity, MAX_APPEALS);
    const rows = await this.reader.rows([id], ids);
    const newest = rows.toSorted((one, other) => other.receivedAt.localeCompare(one.receivedAt));
    return { total, appeals: newest.map(ownAppealView) };
  }
}
