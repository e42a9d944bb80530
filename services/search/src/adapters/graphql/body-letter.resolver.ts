import { randomUUID } from 'node:crypto';
import { Args, Context, Info, Query, Resolver } from '@nestjs/graphql';
import type { BodyLetter, QueryBodyLetterArgs } from '@otklik/contracts/generated/graphql';
import { NotFound, readConsistencyToken, type PermittedContext } from '@otklik/host';
import { Clock, localDate } from '@otklik/kernel';
import { readBodyLink, Secrets, Vault } from '@otklik/vault';
import type { GraphQLResolveInfo } from 'graphql';
import {
  bodyName,
  letterContents,
  letterHead,
  openLetter,
  type OpenLetter,
} from '../../application/register/body-letter.js';
import { Openings } from '../../application/register/openings.js';
import { RegisterReader } from '../../application/register/register-reader.js';
import type { RegisterRow } from '../../application/register/register-row.js';
import { asksForLetterContents } from './asks-for.js';
import { districtOf } from './district-of.js';

/** The page of a body that has no account: its link is all that it shows. */
@Resolver()
export class BodyLetterResolver {
  private readonly linkKey: Buffer;

  constructor(
    private readonly reader: RegisterReader,
    private readonly openings: Openings,
    private readonly vault: Vault,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.linkKey = secrets.of('body-link');
  }

  @Query('bodyLetter')
  async bodyLetter(
    @Args() { link, consistentWith }: QueryBodyLetterArgs,
    @Context() context: PermittedContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Omit<BodyLetter, 'contents'> & Partial<Pick<BodyLetter, 'contents'>>> {
    const { id, zone } = districtOf(context);
    const ids = readBodyLink(this.linkKey, id, link);
    if (!ids) throw new NotFound();
    const fresh = await this.reader.holds([id], readConsistencyToken(consistentWith));
    const found = await this.reader.changeOf([id], ids.question);
    const row = found && (await this.reader.row(id, found.id));
    const letter = row && openLetter(row, ids, localDate(this.clock.now(), zone));
    const { registered, regime } = row?.fold.appeal ?? {};
    if (!letter || !registered || !regime) throw new NotFound();
    const { number, registeredOn } = registered;
    const head = { ...letterHead(letter, row), number, registeredOn, regime, stale: !fresh };
    return asksForLetterContents(info) ? { ...head, contents: await this.contents(letter, row) } : head;
  }

  /** Recorded before it is shown: an opening that is not on record did not happen. */
  private async contents(letter: OpenLetter, row: RegisterRow): Promise<BodyLetter['contents']> {
    const opening = { id: randomUUID(), appeal: row.id, body: bodyName(letter), at: this.clock.now() };
    await this.openings.recordOnce(row.district, { ...opening, kind: 'BODY_PAGE', role: 'ANYONE' });
    return letterContents(letter, row, this.vault);
  }
}
