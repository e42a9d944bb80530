import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  AnswerTemplate,
  DraftSheet as DrawnDraft,
  LetterPreview,
  QueryAnswerTemplatesArgs,
  QueryDraftSheetArgs,
  QueryLetterheadPreviewArgs,
  QueryLetterPreviewArgs,
  RemoveAnswerTemplateInput,
  SaveAnswerTemplateInput,
} from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import {
  BadInput,
  Command,
  Ctx,
  Input,
  MAX_TEXT_LENGTH,
  NotFound,
  openedBy,
  optionalText,
  RateLimited,
  readAsOfficial,
  verbatimText,
  type PermittedContext,
} from '@otklik/host';
import { compact, covers } from '@otklik/kernel';
import { departmentsOf, permissionMatrix } from '@otklik/tenancy';
import { withTriedLetters } from '@otklik/tenancy/loader';
import type { TemplateVersion } from '../../store/answer-templates.js';
import { DraftSheet, TooManyOpened } from '../../application/draft-sheet.js';
import { EditAnswerTemplates } from '../../application/edit-answer-templates.js';
import { OfferTemplates } from '../../application/offer-templates.js';
import { SampleSheet } from '../../application/sample-sheet.js';
import { PreviewLetter, type SignerIn, type Unsent } from '../../application/preview-letter.js';
import { applicantOpenerIn } from './opener-in.js';

const MAX_FILE_LENGTH = 200_000;
const MAX_TITLE_LENGTH = 200;
const MAX_ATTACHMENTS = 10;
const MAX_FILE_NAME_LENGTH = 200;

@Resolver()
export class LetterResolver {
  constructor(
    private readonly templates: OfferTemplates,
    private readonly edits: EditAnswerTemplates,
    private readonly letters: PreviewLetter,
    private readonly sheets: DraftSheet,
    private readonly samples: SampleSheet,
  ) {}

  @Query()
  answerTemplates(
    @Args() { topic, question, forMessages }: QueryAnswerTemplatesArgs,
    @Context() context: PermittedContext,
  ): Promise<readonly AnswerTemplate[]> {
    const given = { topic: topic ?? undefined, question: question ?? undefined };
    const wanted = { ...given, forMessages: forMessages ?? false };
    return readAsOfficial(context, (reader) => this.templates.of(reader, wanted));
  }

  @Query()
  letterPreview(@Args() args: QueryLetterPreviewArgs, @Context() context: PermittedContext): Promise<LetterPreview> {
    const unsent = unsentOf(args);
    const signerIn = args.signing === true ? signerOf(context) : undefined;
    return readAsOfficial(context, (reader) => this.letters.preview(reader, unsent, signerIn));
  }

  @Query()
  draftSheet(@Args() args: QueryDraftSheetArgs, @Context() context: PermittedContext): Promise<DrawnDraft> {
    const unsent = unsentOf(args);
    const asked = {
      signerIn: args.signing === true ? signerOf(context) : undefined,
      openerIn: args.addressed === true ? applicantOpenerIn(context) : undefined,
    };
    return readAsOfficial(context, (reader) => this.sheets.draw(reader, unsent, asked)).catch(ofTheHour);
  }

  @Query()
  async letterheadPreview(
    @Args() { text }: QueryLetterheadPreviewArgs,
    @Context() { district }: PermittedContext,
  ): Promise<DrawnDraft | null> {
    if (!district) throw new NotFound();
    if (text.length > MAX_FILE_LENGTH) throw new BadInput('TEXT_TOO_LONG', 'text', { max: MAX_FILE_LENGTH });
    const tried = withTriedLetters(district, text);
    return tried ? this.samples.draw(tried) : null;
  }

  @Command()
  async saveAnswerTemplate(
    @Input({ title: { max: MAX_TITLE_LENGTH }, text: { max: MAX_TEXT_LENGTH } }) input: SaveAnswerTemplateInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    return this.answer(await this.edits.save(ctx, input));
  }

  @Command()
  async removeAnswerTemplate(@Input() input: RemoveAnswerTemplateInput, @Ctx() ctx: ClientCommandContext) {
    return this.answer(await this.edits.remove(ctx, input));
  }

  private answer(version: TemplateVersion) {
    return { __typename: 'AnswerTemplate', ...this.templates.view(version) } as const;
  }
}

/** Throws `RateLimited` for what was opened too often. */
function ofTheHour(error: unknown): never {
  throw error instanceof TooManyOpened ? new RateLimited() : error;
}

const signers = permissionMatrix().get('Mutation.signResponse') ?? [];

/** In which capacity the official would sign: his own where he may, else that of one whom he substitutes. */
function signerOf({ actor, district }: PermittedContext): SignerIn | undefined {
  if (actor.kind !== 'official' || !district) return undefined;
  return (department) => {
    const held = openedBy({ actor, rule: signers }, district.id, ({ assignments }) =>
      covers(departmentsOf(assignments, district, signers), department),
    );
    return held && compact({ by: held.official, onBehalfOf: held.onBehalfOf });
  };
}

/** Throws `BadInput`. */
function unsentOf({ question, text, attachments }: QueryLetterPreviewArgs | QueryDraftSheetArgs): Unsent {
  const verbatim = verbatimText(text, { max: MAX_TEXT_LENGTH, path: 'text' });
  return { question, text: verbatim, attachments: attachmentNames(attachments ?? []) };
}

function attachmentNames(names: readonly string[]): readonly string[] {
  if (names.length > MAX_ATTACHMENTS) throw new BadInput('TOO_MANY_ITEMS', 'attachments', { max: MAX_ATTACHMENTS });
  return names.flatMap(
    (name, at) => optionalText(name, { max: MAX_FILE_NAME_LENGTH, path: `attachments.${at}` }) ?? [],
  );
}
