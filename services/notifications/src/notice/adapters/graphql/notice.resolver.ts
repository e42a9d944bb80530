import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  Letter,
  LetterToPrint,
  QueryLetterToPostArgs,
  QueryPrintedLettersArgs,
  RecordCallAttemptInput,
  RecordInPosInput,
  RecordOralNoticeInput,
  RecordPostingInput,
} from '@otklik/contracts/generated/graphql';
import type { LetterOpeningReason } from '@otklik/contracts/enumerations';
import type { ClientCommandContext } from '@otklik/event-store';
import {
  BadInput,
  BulkCommand,
  checkAll,
  Command,
  Ctx,
  Forbidden,
  Input,
  Items,
  openedBy,
  optionalText,
  PRINT_PASS,
  readAsOfficial,
  readPass,
  type EachItem,
  type PermittedContext,
  type PrintPass,
} from '@otklik/host';
import { Clock, compact, localDate } from '@otklik/kernel';
import { Secrets } from '@otklik/vault';
import { PrintLetter } from '../../../letters/application/print-letter.js';
import type { LetterOpener } from '../../../letters/store/letter-openings.js';
import { OutgoingNumberTaken } from '../../store/outgoing-numbers.js';
import { NumberLetters } from '../../application/number-letters.js';
import { givenTrack } from './given-track.js';
import { RecordByOfficial, type TypedPosting } from '../../application/record-by-official.js';

const MAX_SAID_LENGTH = 2_000;
const MAX_NUMBER_LENGTH = 50;
const MAX_ADDRESS_LENGTH = 500;
const MAX_NAME_LENGTH = 300;
const MAX_PRINTED = 50;

/** The former release named no letters. */
type FormerPass = Omit<PrintPass, 'letters'> & Partial<Pick<PrintPass, 'letters'>>;

@Resolver()
export class NoticeResolver {
  constructor(
    private readonly act: RecordByOfficial,
    private readonly letters: PrintLetter,
    private readonly numbers: NumberLetters,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  @Query()
  letterToPost(@Args() { id, reason }: QueryLetterToPostArgs, @Context() context: PermittedContext): Promise<Letter> {
    return readAsOfficial(context, ({ inDistrict }) =>
      this.letters.print(inDistrict, id, letterOpenedBy(context, inDistrict.id, reason)),
    );
  }

  @Query()
  printedLetters(
    @Args() { letters, reason, pass }: QueryPrintedLettersArgs,
    @Context() context: PermittedContext,
  ): Promise<string> {
    const checked = lettersToPrint(letters);
    return readAsOfficial(context, async ({ inDistrict }) => {
      const by = letterOpenedBy(context, inDistrict.id, reason);
      const file = await this.letters.pdf(inDistrict, checked, {
        ...by,
        recorded: this.recorded(pass, by, inDistrict.id),
      });
      return Buffer.from(file).toString('base64');
    });
  }

  @Query()
  nextOutgoingNumber(@Context() context: PermittedContext): Promise<string> {
    return readAsOfficial(context, ({ inDistrict }) => this.numbers.proposed(inDistrict));
  }

  @Command()
  recordOralNotice(
    @Input({ said: { max: MAX_SAID_LENGTH } }) input: RecordOralNoticeInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.act.told(ctx, input);
  }

  @Command()
  recordCallAttempt(
    @Input({ said: { max: MAX_SAID_LENGTH, optional: true } }) input: RecordCallAttemptInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.act.attempted(ctx, input);
  }

  @Command()
  recordPosting(@Input() input: RecordPostingInput, @Ctx() ctx: ClientCommandContext) {
    return this.posted(ctx, input);
  }

  @Command()
  recordInPos(@Input() input: RecordInPosInput, @Ctx() ctx: ClientCommandContext) {
    const { id, expectedVersion, state } = input;
    const today = localDate(ctx.at, ctx.inDistrict.zone);
    const enteredOn = input.enteredOn ?? today;
    if (enteredOn > today) throw new BadInput('DATE_IN_FUTURE', 'input.enteredOn');
    return this.act.enteredInPos(ctx, { id, expectedVersion }, { state, enteredOn });
  }

  @BulkCommand('recordPosting', { shared: ['means', 'sentOn'] })
  recordPostings(@Items() each: EachItem<RecordPostingInput>) {
    return each((ctx, item) => this.posted(ctx, item));
  }

  /** Letters that an opening on record names already; none by a pass of another, or an old one. */
  private recorded(given: string | null | undefined, { official }: LetterOpener, district: number): readonly string[] {
    const pass = given ? readPass<FormerPass>(this.secrets.of(PRINT_PASS), given, this.clock.now()) : undefined;
    return pass?.official === official && pass.district === district ? (pass.letters ?? []) : [];
  }

  private async posted(ctx: ClientCommandContext, input: Omit<RecordPostingInput, 'district' | 'key'>) {
    const [address, posting] = checkAll(
      () => optionalText(input.address, { max: MAX_ADDRESS_LENGTH, path: 'input.address' }),
      () => postingOf(input, ctx),
    );
    const of = compact({ id: input.id, expectedVersion: input.expectedVersion, address });
    return this.act.posted(ctx, of, posting).catch(ofItsField);
  }
}

/** Throws `Forbidden`. */
function letterOpenedBy(context: PermittedContext, district: number, given?: LetterOpeningReason | null): LetterOpener {
  const by = openedBy(context, district);
  if (!by) throw new Forbidden();
  return { ...by, reason: given ?? 'TO_POST' };
}

/** Throws `BadInput`. */
function lettersToPrint(letters: readonly LetterToPrint[]): readonly LetterToPrint[] {
  if (letters.length === 0) throw new BadInput('BAD_INPUT', 'letters', {}, 'A letter is needed.');
  if (letters.length > MAX_PRINTED) throw new BadInput('TOO_MANY_ITEMS', 'letters', { max: MAX_PRINTED });
  return letters.map(({ id, ...to }, at) => ({
    id,
    ...compact({
      name: optionalText(to.name, { max: MAX_NAME_LENGTH, path: `letters.${at}.name` }),
      dative: optionalText(to.dative, { max: MAX_NAME_LENGTH, path: `letters.${at}.dative` }),
      address: optionalText(to.address, { max: MAX_ADDRESS_LENGTH, path: `letters.${at}.address` }),
    }),
  }));
}

/** Throws what is wrong with a field of the input as `BadInput`. */
function ofItsField(error: unknown): never {
  if (!(error instanceof OutgoingNumberTaken)) throw error;
  throw new BadInput('OUTGOING_NUMBER_TAKEN', 'input.number', { year: error.year });
}

/** Throws `BadInput`. */
function postingOf(
  input: Omit<RecordPostingInput, 'district' | 'key'>,
  { at, inDistrict }: ClientCommandContext,
): TypedPosting {
  const { means } = input;
  const today = localDate(at, inDistrict.zone);
  const sentOn = input.sentOn ?? today;
  const [number, track] = checkAll(
    () => optionalText(input.number, { max: MAX_NUMBER_LENGTH, path: 'input.number' }),
    () => {
      const given = givenTrack(input.track, 'input.track');
      if (given === undefined && means === 'REGISTERED_LETTER') throw new BadInput('TEXT_EMPTY', 'input.track');
      return given;
    },
    () => {
      if (sentOn > today) throw new BadInput('DATE_IN_FUTURE', 'input.sentOn');
    },
  );
  return compact({ means, number, sentOn, track });
}
