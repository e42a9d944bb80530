import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { titleOf } from '@otklik/contracts/declare-enumeration';
import { ApplicantSearchReason, PrintReason } from '@otklik/contracts/enumerations';
import type { Opening as OpeningView, OpeningConnection, QueryOpeningsArgs } from '@otklik/contracts/generated/graphql';
import { type PermittedContext, connectionOf, pageRequest, withOneMore } from '@otklik/host';
import { Clock, compact } from '@otklik/kernel';
import { Directory } from '@otklik/tenancy';
import { Secrets, Vault } from '@otklik/vault';
import { decryptMany } from '../../../register/application/card/clear-texts.js';
import { officialOf } from '../../../register/application/list/directory-names.js';
import { listedAppeal } from '../../../register/application/list/listed-row.js';
import { Openings, type Opening } from '../../application/openings.js';
import type { ListPosition } from '../../../register/application/list/register-list.js';
import { RegisterReader } from '../../../register/application/list/register-reader.js';
import { appealView, viewing, type Viewing } from '../../../register/application/card/row-view.js';
import { districtOf } from '../../../register/adapters/graphql/district-of.js';
import { listName } from '../../../register/adapters/graphql/given-filter.js';

/** The record of what officials opened, for those who control it. */
@Resolver()
export class OpeningResolver {
  private readonly cursorKey: Buffer;

  constructor(
    private readonly directory: Directory,
    private readonly reader: RegisterReader,
    private readonly openingsHeld: Openings,
    private readonly vault: Vault,
    private readonly clock: Clock,
    secrets: Secrets,
  ) {
    this.cursorKey = secrets.of('cursor');
  }

  @Query('openings')
  async openings(@Args() args: QueryOpeningsArgs, @Context() context: PermittedContext): Promise<OpeningConnection> {
    const district = districtOf(context);
    const { kinds, appeal, official, from, to } = args;
    const name = listName('openings', district.id, kinds, appeal, official, from, to);
    const list = { key: this.cursorKey, name };
    const page = pageRequest<ListPosition>(args, list);
    const filter = compact({
      zone: district.zone,
      kinds: kinds ?? undefined,
      ...(appeal && { appeal }),
      ...(official && { official }),
      ...(from && { from }),
      ...(to && { to }),
    });
    const read = await this.openingsHeld.list(district.id, filter, withOneMore(page));
    const view = viewing(this.directory, district, this.clock.now(), context.actor, context.language);
    return connectionOf(page, await this.views(read, view), list, {
      node: (one) => one,
      position: ({ at, id }) => [at, id],
    });
  }

  private async views(openings: readonly Opening[], view: Viewing): Promise<readonly OpeningView[]> {
    const { directory, reader, vault } = this;
    const { district } = view;
    const ids = [...new Set(openings.flatMap(({ appeal }) => appeal ?? []))];
    const rows = new Map((await reader.rows([district.id], ids)).map((row) => [row.id, row]));
    const placed = openings.map(({ id, kind, reason }) => {
      return { sealed: isChosen(kind) ? undefined : reason, eventId: id, field: 'reason' };
    });
    const reasons = await decryptMany(vault, district.id, placed);
    return openings.map((opening, index) => {
      const { id, at, kind, official, onBehalfOf, role, appeal } = opening;
      const row = appeal === undefined ? undefined : rows.get(appeal);
      return {
        id,
        at,
        kind,
        role,
        official: officialOf(directory, district, official) ?? null,
        onBehalfOf: officialOf(directory, district, onBehalfOf) ?? null,
        appeal: row ? appealView(listedAppeal(row), view) : null,
        reason: reasons[index] ?? chosenReason(opening, view),
        ...ofItsKind(opening),
      };
    });
  }
}

/** What other kinds have not. */
function ofItsKind(
  opening: Opening,
): Pick<OpeningView, 'body' | 'rows' | 'exported' | 'worklist' | 'printed' | 'appeals' | 'letters'> {
  const { body = null, rows = null, exported = null, worklist = null, printed = null, appeals = [] } = opening;
  const letters = (opening.letters ?? []).map(({ number = null, ...letter }) => ({ ...letter, number }));
  return { body, rows, exported, worklist, printed, appeals: [...appeals], letters };
}

/** Of a search for a person, and of a print. */
function chosenReason({ kind, reason }: Opening, { language }: Viewing): string | null {
  if (!reason || !isChosen(kind)) return null;
  return titleOf(kind === 'PRINT' ? PrintReason : ApplicantSearchReason, reason, language);
}

/** Such a reason is a code, and nothing of it is sealed. */
function isChosen(kind: Opening['kind']): boolean {
  return kind === 'APPLICANT_SEARCH' || kind === 'PRINT';
}
