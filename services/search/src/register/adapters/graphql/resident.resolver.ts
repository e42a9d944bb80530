import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { QueryResidentAppealArgs, ResidentAppeal, ResidentData } from '@otklik/contracts/generated/graphql';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { readConsistencyToken, Unauthenticated, type PermittedContext } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { Directory } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { decryptMany, type Opened } from '../../application/card/clear-texts.js';
import { Openings, openingsOf } from '../../../records/application/openings.js';
import { pointOf } from '../../application/card/given-view.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import type { RegisterRow } from '../../application/list/register-row.js';
import { residentTexts } from '../../application/resident/resident-texts.js';
import { residentView } from '../../application/resident/resident-view.js';
import { viewing } from '../../application/card/row-view.js';

@Resolver()
export class ResidentResolver {
  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly openings: Openings,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** A submission that the register does not hold yet is waited for like any own write. */
  @Query('residentAppeal')
  async residentAppeal(
    @Args() args: QueryResidentAppealArgs,
    @Context() context: PermittedContext,
  ): Promise<ResidentAppeal | null> {
    const { directory, reader, clock } = this;
    const { actor, language } = context;
    if (actor.kind !== 'resident') throw new Unauthenticated();
    const district = directory.districtById(actor.district);
    if (!district) return null;
    const received = { service: 'intake', stream: actor.appeal, version: 1 } as const;
    const holds = await reader.holds([district.id], readConsistencyToken(args.consistentWith) ?? received);
    const found = await reader.rowWithHistory(district.id, actor.appeal);
    if (!found) return null;
    const { row, history } = found;
    const view = viewing(directory, district, clock.now(), actor, language);
    return { ...residentView(row, history, language, view, await this.opened(row)), stale: !holds };
  }

  private async opened(row: RegisterRow): Promise<Opened> {
    const texts = residentTexts(row);
    const opened = await decryptMany(this.vault, row.district, texts);
    const byToken = new Map(texts.map(({ sealed }, at) => [sealed, opened[at]]));
    return (token) => (token === undefined ? undefined : byToken.get(token));
  }

  /** Of the one appeal that the code opened. */
  @Query('residentData')
  async residentData(@Context() { actor }: PermittedContext): Promise<ResidentData | null> {
    if (actor.kind !== 'resident') throw new Unauthenticated();
    const { district, appeal } = actor;
    const row = await this.reader.row(district, appeal);
    const received = row?.fold.appeal.received;
    if (!row || !received) return null;
    const openings = await openingsOf(this.openings, district, appeal);
    return {
      ...(!row.erased && (await this.dataOf(district, received))),
      erased: row.erased,
      identified: received.identified,
      channel: received.channel,
      consent: received.consent?.version ?? null,
      fileNames: row.erased ? [] : await this.fileNames(district, received),
      openings: openings.map(({ at, kind, role }) => ({ at, kind, role })),
    };
  }

  private async dataOf(district: number, received: AppealReceivedData) {
    const fields = ['name', 'contact', 'phone', 'address', 'point'] as const;
    const placed = fields.map((field) => ({ sealed: received[field], field }));
    const [name, contact, phone, address, point] = await decryptMany(this.vault, district, placed);
    return { name, contact, phone, address, point, mapPoint: pointOf(point) };
  }

  private async fileNames(district: number, { fileNames }: AppealReceivedData): Promise<readonly string[]> {
    const [names] = await decryptMany(this.vault, district, [{ sealed: fileNames, field: 'fileNames' }]);
    return names === undefined ? [] : (JSON.parse(names) as readonly string[]).filter((name) => name !== '');
  }
}
