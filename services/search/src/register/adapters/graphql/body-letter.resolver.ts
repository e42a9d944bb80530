import { randomUUID } from 'node:crypto';
import { Args, Context, Info, Query, Resolver } from '@nestjs/graphql';
import type { BodyLetter, QueryBodyLetterArgs } from '@otklik/contracts/generated/graphql';
import { NotFound, readConsistencyToken, type PermittedContext } from '@otklik/host';
import { Clock, localDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { readBodyLink, Secrets, Vault } from '@otklik/vault';
import type { GraphQLResolveInfo } from 'graphql';
import {
  bodyName,
  letterContents,
  letterHead,
  openLetter,
  type OpenLetter,
} from '../../application/card/body-letter.js';
import { Openings } from '../../../records/application/openings.js';
import { RegisterReader } from '../../application/list/register-reader.js';
import type { RegisterRow } from '../../application/list/register-row.js';
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
    const district = districtOf(context);
    const { id, zone } = district;
    const ids = readBodyLink(this.linkKey, id, link);
    if (!ids) throw new NotFound();
    const fresh = await this.reader.holds([id], readConsistencyToken(consistentWith));
    const found = await this.reader.changeOf([id], ids.question);
    const row = found && (await this.reader.row(id, found.id));
    const letter = row && openLetter(row, ids, localDate(this.clock.now(), zone));
    if (!letter) throw new NotFound();
    const head = { ...letterHead(letter, row), ...registrationOf(row), stale: !fresh };
    if (!asksForLetterContents(info)) return head;
    if (head.endedOn) throw new NotFound();
    return { ...head, contents: await this.contents(letter, row, district) };
  }

  /** Recorded before it is shown: an opening that is not on record did not happen. */
  private async contents(letter: OpenLetter, row: RegisterRow, district: District): Promise<BodyLetter['contents']> {
    const opening = { id: randomUUID(), appeal: row.id, body: bodyName(letter), at: this.clock.now() };
    await this.openings.recordOnce(row.district, { ...opening, kind: 'BODY_PAGE', role: 'ANYONE' });
    return letterContents(letter, row, { district }, this.vault);
  }
}

function registrationOf({ fold }: RegisterRow): Pick<BodyLetter, 'number' | 'registeredOn' | 'regime'> {
  const { registered, regime } = fold.appeal;
  if (!registered || !regime) throw new NotFound();
  return { number: registered.number, registeredOn: registered.registeredOn, regime };
}
