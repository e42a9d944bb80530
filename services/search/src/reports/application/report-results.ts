import { Injectable } from '@nestjs/common';
import type { RecordSstuResultInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { compact, IdempotencyKeyReused, refuse, uuidv5 } from '@otklik/kernel';
import { holdsPersonalData, sayableOf } from '@otklik/text-analysis';
import { russianLexicon } from '@otklik/text-analysis/morphology';
import { RegisterReader } from '../../register/application/list/register-reader.js';
import { appealOf, type NumberedAppeal } from '../domain/appeal-numbers.js';
import { ReportsMade, type RefusedAppeal } from '../store/reports-made.js';

const ROWS_AT_ONCE = 200;

/** The number at this place is of no appeal of the report, or of several. */
export class NumberNotClear extends Error {
  override readonly name = 'NumberNotClear';

  constructor(
    readonly place: number,
    readonly why: 'NONE' | 'SEVERAL',
  ) {
    super(`the number at ${place} is of ${why === 'NONE' ? 'no appeal' : 'several appeals'} of the report`);
  }
}

/** What the server of ССТУ.РФ answered to a file that a person carried in. */
@Injectable()
export class ReportResults {
  constructor(
    private readonly made: ReportsMade,
    private readonly reader: RegisterReader,
  ) {}

  /**
   * Of a file that was made to the end. Throws `Refusal` NOT_FOUND, PERSONAL_DATA_FOUND, FORBIDDEN; `NumberNotClear`; `IdempotencyKeyReused`.
   */
  async record(ctx: ClientCommandContext, { report, refused }: RecordSstuResultInput): Promise<void> {
    const { inDistrict: district, actor, at, commandId } = ctx;
    if (actor.kind !== 'official' || actor.id === undefined) refuse('FORBIDDEN');
    const id = uuidv5(commandId, 'report-result');
    const given = refused.map(({ number, reason }) => ({ typed: number.trim(), reason: reason.trim() }));
    const known = await this.made.answer(district.id, id);
    if (known) {
      demandSame(known, { report, given });
      return;
    }
    if (!(await this.made.of(district.id, report))?.filed) refuse('NOT_FOUND');
    const lexicon = await russianLexicon();
    const sayable = sayableOf(district.public, []);
    if (given.some(({ reason }) => holdsPersonalData(reason, sayable, lexicon)))
      refuse('PERSONAL_DATA_FOUND', { field: 'refused' });
    const handedIn = given.length === 0 ? [] : await this.numbered(district.id, report);
    const isSame = await this.made.answered(district.id, {
      id,
      report,
      at,
      official: actor.id,
      ...compact({ onBehalfOf: actor.onBehalfOf }),
      refused: given.map((one, place) => refusedAppeal(handedIn, one, place)),
    });
    if (!isSame) throw reused();
  }

  /** The appeals that the report handed in, whatever became of them since. */
  private async numbered(district: number, report: string): Promise<readonly NumberedAppeal[]> {
    const ids = await this.made.handedIn(district, report);
    const found: NumberedAppeal[] = [];
    for (let at = 0; at < ids.length; at += ROWS_AT_ONCE)
      for (const { id, number, fold } of await this.reader.rows([district], ids.slice(at, at + ROWS_AT_ONCE))) {
        const { receivedFrom, original } = fold.appeal.received ?? {};
        found.push({ id, number, ofBodies: [receivedFrom?.number, original?.number].flatMap((one) => one ?? []) });
      }
    return found;
  }
}

type Given = Pick<RefusedAppeal, 'typed' | 'reason'>;

function refusedAppeal(handedIn: readonly NumberedAppeal[], { typed, reason }: Given, place: number): RefusedAppeal {
  const found = appealOf(handedIn, typed);
  if (typeof found === 'string') throw new NumberNotClear(place, found);
  return { appeal: found.id, number: found.number ?? typed, typed, reason };
}

/** Throws `IdempotencyKeyReused`. */
function demandSame(
  known: { readonly report: string; readonly refused: readonly RefusedAppeal[] },
  { report, given }: { readonly report: string; readonly given: readonly Given[] },
): void {
  const recorded = known.refused.map(({ typed, reason }) => ({ typed, reason }));
  if (known.report !== report || JSON.stringify(recorded) !== JSON.stringify(given)) throw reused();
}

function reused(): IdempotencyKeyReused {
  return new IdempotencyKeyReused('this key was used for another answer of the server');
}
