import { Injectable } from '@nestjs/common';
import type { DataOf } from '@otklik/contracts/declare-event';
import type { NoticeKind, NoticeWay } from '@otklik/contracts/enumerations';
import type { NoticeDetails } from '@otklik/contracts/notifications.events';
import type { ForwardedTo, InformationRequested, QuestionForwarded } from '@otklik/contracts/routing.events';
import type { CommandContext } from '@otklik/event-store';
import type { Case } from '@otklik/case/case';
import { informingOf, isAbout, type Informing } from '@otklik/case/informed-body';
import { isDone } from '@otklik/case/question-status';
import { compact, uuidv5 } from '@otklik/kernel';
import { PrerequisiteMissing } from '@otklik/messaging';
import { Directory, type Transaction } from '@otklik/tenancy';
import { type Applicant, Applicants } from '../../notice/store/applicants.js';
import { BodyServers, serviceOf } from './body-servers.js';
import { Deliveries, type Delivery } from '../../notice/application/deliveries.js';
import { EndNotices } from '../../notice/application/end-notices.js';
import { OpenedNotices } from '../../notice/application/opened-notices.js';
import { Questions } from '../../notice/store/questions.js';
import type { Cause } from '../../notice/application/reach-applicant.js';

type Forwarded = DataOf<typeof QuestionForwarded>;
type Requested = DataOf<typeof InformationRequested>;

/** One letter to a body. `letter`: its id, of which the link of the body's page is made. */
interface LetterTo {
  readonly kind: Extract<NoticeKind, 'COVERING' | 'REQUEST' | 'INFORMING'>;
  readonly letter: string;
  readonly question: string;
  readonly details: NoticeDetails;
  readonly content: Pick<Delivery, 'answer' | 'answerField'>;
}

/**
 * Letters to bodies: by which a question goes to each (59-FZ art. 8(3)), by which one is asked for something (art. 10(1)2), and by which
 * the body that sent the appeal on is informed of the result.
 * A question goes as a request by Open311 where the body's server takes those of its topic. Else by e-mail where the directory has
 * the body's, else on paper, entered in the register of outgoing post. Another district of the platform gets a question
 * otherwise (docs/adr/0024).
 */
@Injectable()
export class WriteToBodies {
  constructor(
    private readonly opened: OpenedNotices,
    private readonly applicants: Applicants,
    private readonly directory: Directory,
    private readonly questions: Questions,
    private readonly servers: BodyServers,
    private readonly deliveries: Deliveries,
    private readonly notices: EndNotices,
  ) {}

  /** Throws `PrerequisiteMissing` until the appeal's number is consumed: the letters name it. */
  async forwarded(
    commandFor: (step: string) => CommandContext,
    cause: Cause,
    question: string,
    { to, text, awaitedOn }: Forwarded,
    tx: Transaction,
  ): Promise<void> {
    const applicant = await this.numbered(cause, tx);
    const content = { answer: text ?? null, answerField: text === undefined ? null : 'text' };
    for (const body of to.filter((one) => one.district === undefined)) {
      const { letter, organisation } = body;
      const details = { ...bodyOf(body), ...codeOf(organisation), ...untilOf(awaitedOn) };
      const sent = { kind: 'COVERING', letter, question, details, content } as const;
      await this.write(commandFor(letter), cause, applicant, sent, tx);
    }
  }

  /** As `forwarded`. */
  async requested(
    command: CommandContext,
    cause: Cause,
    question: string,
    { request, organisation, body: name, address, asked, purpose, deadline }: Requested,
    tx: Transaction,
  ): Promise<void> {
    const applicant = await this.numbered(cause, tx);
    const decision = purpose === 'DRAFT' ? { decision: purpose } : {};
    const to = bodyOf(compact({ name, address }));
    const details = { ...to, ...codeOf(organisation), ...untilOf(deadline.dueOn), ...decision };
    const content = { answer: asked, answerField: 'asked' };
    await this.write(command, cause, applicant, { kind: 'REQUEST', letter: request, question, details, content }, tx);
  }

  /** As `forwarded`; nothing where no body waits to be informed of the end of the question. */
  async informed(command: CommandContext, cause: Cause, question: string, known: Case, tx: Transaction): Promise<void> {
    const informing = informingOf(question, known);
    if (informing) await this.inform(command, cause, question, informing, tx);
  }

  /**
   * The body was recorded or corrected after some questions had their end: of each the body that is known now is informed, once, and a
   * letter to another one that has not left is cancelled.
   */
  async sourceRecorded(
    commandFor: (step: string) => CommandContext,
    cause: Cause,
    known: Case,
    tx: Transaction,
  ): Promise<void> {
    const done = Object.entries(known.questions).filter(([, { state }]) => isDone(state));
    // Locks the applicant, as all do before letters.
    if (done.length > 0) await this.numbered(cause, tx);
    for (const [question] of done) {
      const informing = informingOf(question, known);
      const letters = await this.deliveries.informingOf(tx, cause.district, question);
      const others = letters.filter(({ details }) => !isAbout(informing, details));
      const open = others.filter(({ state }) => state === 'PENDING');
      await this.notices.sourceCorrected(commandFor, open, tx);
      if (informing && others.length === letters.length)
        await this.inform(commandFor(`informing ${question}`), cause, question, informing, tx);
    }
  }

  private async inform(
    command: CommandContext,
    cause: Cause,
    question: string,
    informing: Informing,
    tx: Transaction,
  ): Promise<void> {
    const { organisation, sealedBody, ...said } = informing;
    const body = this.organisation(cause.district, organisation);
    const applicant = await this.numbered(cause, tx);
    const details = compact({ ...said, organisation, body: body?.name, address: body?.address });
    // A name that the directory does not have is sealed, and opened for the letter alone.
    const isSealed = body === undefined && sealedBody !== undefined;
    const content = { answer: isSealed ? sealedBody : null, answerField: isSealed ? 'receivedFromBody' : null };
    const letter = uuidv5(cause.id, `informing ${question}`);
    await this.write(command, cause, applicant, { kind: 'INFORMING', letter, question, details, content }, tx);
  }

  private async numbered({ district, appeal }: Cause, tx: Transaction): Promise<Applicant> {
    const applicant = await this.applicants.held(tx, district, appeal);
    if (!applicant?.number) throw new PrerequisiteMissing(`Appeal ${appeal} registered`);
    return applicant;
  }

  private async write(
    command: CommandContext,
    { district, appeal, id: cause }: Cause,
    applicant: Applicant,
    { kind, letter: notice, question, details, content }: LetterTo,
    tx: Transaction,
  ): Promise<void> {
    const letters = this.letterWays(district, details.organisation);
    const isRequest = kind === 'COVERING' && (await this.takesRequest(tx, district, question, details.organisation));
    const ways = isRequest ? (['OPEN311', ...letters] as const) : letters;
    const place = { district, notice, appeal, question, kind, cause, details };
    const delivery = {
      ...place,
      ...content,
      signatory: null,
      signedAt: null,
      post: null,
      fileCount: 0,
      fileNames: null,
    };
    await this.opened.open(command, applicant, { kind, about: question, details, ways }, delivery, tx);
  }

  private async takesRequest(
    tx: Transaction,
    district: number,
    question: string,
    organisation: string | undefined,
  ): Promise<boolean> {
    const server = this.servers.of(district, organisation);
    if (!server) return false;
    const known = await this.questions.of(tx, district, question);
    return serviceOf(server.address, known?.topic) !== undefined;
  }

  private organisation(district: number, organisation: string | undefined) {
    return this.directory.districtById(district)?.organisations.find(({ code }) => code === organisation);
  }

  private letterWays(district: number, organisation: string | undefined): readonly [NoticeWay, ...NoticeWay[]] {
    const known = this.organisation(district, organisation);
    return known?.email === undefined ? ['PAPER'] : ['EMAIL', 'PAPER'];
  }
}

function bodyOf({
  name: body,
  address,
}: Pick<ForwardedTo, 'name' | 'address'>): Pick<NoticeDetails, 'body' | 'address'> {
  return address === undefined ? { body } : { body, address };
}

function codeOf(organisation: string | undefined): Pick<NoticeDetails, 'organisation'> {
  return organisation === undefined ? {} : { organisation };
}

function untilOf(until: string | undefined): Pick<NoticeDetails, 'until'> {
  return until === undefined ? {} : { until };
}
