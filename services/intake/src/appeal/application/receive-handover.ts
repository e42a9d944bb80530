import { Injectable } from '@nestjs/common';
import { isConsented } from '@otklik/case/appeal-data';
import { intakeEvents, type AppealReceivedData } from '@otklik/contracts/intake.events';
import type { Regime } from '@otklik/contracts/enumerations';
import { domainEvent, EventStore, type CommandContext, type RecordedEvent } from '@otklik/event-store';
import { compact, uuidv5 } from '@otklik/kernel';
import { Logger } from '@otklik/observability';
import { Directory, type District } from '@otklik/tenancy';
import { KeyKeeper } from '@otklik/vault';
import type { AppealEvent } from '../domain/appeal.js';
import { AppealHandler } from './appeal-handler.js';
import { Files } from '../../files/application/files.js';
import { appealId, submissionKey } from './submission-key.js';
import { SubmitAppeal, type Submitted } from './submit-appeal.js';

/** The handover as the other district's routing published it. */
export interface HandedOver {
  /** The event's id, for which its texts were sealed. */
  readonly id: string;
  /** The district that hands over. */
  readonly district: number;
  readonly appeal: string;
  readonly question: string;
  /** Code of the receiving district. */
  readonly to: string;
  readonly times: number;
  /** Sealed. Absent: the whole appeal. */
  readonly text?: string;
  readonly reason?: string;
}

/** Which handover it is. */
type Handing = Pick<HandedOver, 'district' | 'question' | 'to' | 'times'>;

/** What the other district's log tells of the appeal. Personal fields stay sealed. */
interface History {
  readonly received: AppealReceivedData;
  readonly receivedId: string;
  /** Of the event that has its place. */
  readonly placedId: string;
  /** Of the event that has from whom it came. */
  readonly sourceId: string;
  readonly supplements: readonly { readonly id: string; readonly text: string; readonly files: Files_ }[];
  readonly registration: { readonly number: string; readonly registeredOn: string; readonly regime: Regime };
  readonly identified: boolean;
  readonly isErased: boolean;
}

type Files_ = AppealReceivedData['files'];
type Personal = Readonly<Record<string, string | undefined>>;

const personalFields = intakeEvents.events.AppealReceived.personal;
/** Sealed by the correction where the place was corrected. */
const placeFields = ['placeText', 'point'];

/**
 * A question that another district of the platform handed over becomes a case of this one: its texts are opened under
 * that district's key and sealed again under this one's (docs/adr/0024). The submission's key is the handover, so
 * however often the fact comes, there is one case; the two districts never share a transaction.
 */
@Injectable()
export class ReceiveHandover {
  constructor(
    private readonly store: EventStore,
    private readonly vault: KeyKeeper,
    private readonly files: Files,
    private readonly submission: SubmitAppeal,
    private readonly appeals: AppealHandler,
    private readonly directory: Directory,
    private readonly logger: Logger,
  ) {}

  async receive(command: CommandContext, handed: HandedOver): Promise<void> {
    const { district, appeal, question, times } = handed;
    const { source, target } = this.districtsOf(handed);
    const history = historyOf(await this.store.read(source.id, appeal));
    // A destroyed key may be cached for some seconds: the fact is not.
    const clear = history.isErased ? undefined : await this.opened(source.id, history, handed);
    if (!clear) {
      this.logger.info('handover of an erased person skipped', { district, appeal });
      return;
    }
    const { correlationId: _, ...context } = command;
    await this.submission.submit(
      target,
      {
        ...submittedOf(history, clear, source, target),
        ...keyOf(handed),
        files: await this.copied(source.id, target.id, handed, history, command.at),
        origin: { district: source.code, question, times, ...numberOf(history) },
        ...compact({ originReason: clear['originReason'] }),
      },
      { ...context, district: target.id, fingerprint: `${source.id}/${question}/${times}` },
    );
  }

  /**
   * The consent was withdrawn where the question came from. A copy that was made afterwards has none, and one that is erased, or was
   * never made, has nothing to withdraw.
   */
  async consentWithdrawn(command: CommandContext, handed: Handing): Promise<void> {
    const { source, target } = this.districtsOf(handed);
    const { submitter, key } = keyOf(handed);
    const appeal = appealId(target.id, submissionKey(submitter, key));
    const { state } = await this.appeals.load(target.id, appeal);
    if (state.status === 'NONE' || state.status === 'ERASED' || !isConsented(state.published)) return;
    const context = { ...command, district: target.id, correlationId: appeal };
    await this.appeals.handle(context, appeal, { type: 'WithdrawConsent', from: source.code });
  }

  private districtsOf({ district, to }: Handing): { readonly source: District; readonly target: District } {
    const source = this.directory.districtById(district);
    const target = this.directory.district(to);
    if (!source || !target) throw new TypeError(`The directory has no district ${source ? to : district}`);
    return { source, target };
  }

  /** Undefined once the person was erased. */
  private async opened(district: number, history: History, handed: HandedOver): Promise<Personal | undefined> {
    const data = history.received as unknown as Personal;
    const fields = personalFields.filter((field) => data[field] !== undefined);
    const sealed = [
      ...fields.map((field) => ({
        as: field,
        text: data[field]!,
        eventId: sealedIn(field, history),
        field,
      })),
      ...history.supplements.map(({ id, text }, at) => ({ as: `supplement ${at}`, text, eventId: id, field: 'text' })),
      ...(handed.text === undefined ? [] : [{ as: 'part', text: handed.text, eventId: handed.id, field: 'text' }]),
      ...(handed.reason === undefined
        ? []
        : [{ as: 'originReason', text: handed.reason, eventId: handed.id, field: 'reason' }]),
    ];
    const texts = await this.vault.openAll(
      district,
      sealed.map(({ text }) => text),
      sealed.map(({ eventId, field }) => ({ eventId, field })),
    );
    const opened = Object.fromEntries(sealed.map(({ as }, at) => [as, texts[at]]));
    return opened['text'] === undefined ? undefined : opened;
  }

  /** Uploads of the receiving district, their ids derived from the handover, so that a repetition stores nothing twice. */
  private async copied(
    source: number,
    target: number,
    { appeal, question, times }: HandedOver,
    { received, supplements }: History,
    at: string,
  ): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const { id } of [...received.files, ...supplements.flatMap(({ files }) => files)]) {
      const file = await this.files.openClaimed(source, id, appeal);
      if (!file) continue;
      const { type, bytes, name } = file;
      const copy = compact({ type, bytes, name });
      ids.push((await this.files.keep(target, copy, at, uuidv5(id, `${target}/${question}/${times}`))).id);
    }
    return ids;
  }
}

function sealedIn(field: string, { placedId, sourceId, receivedId }: History): string {
  if (placeFields.includes(field)) return placedId;
  return field === 'receivedFromBody' ? sourceId : receivedId;
}

/** The handover is the key: from it the id of the case derives. */
function keyOf({ district, question, times }: Handing) {
  return { submitter: { by: 'district', district } as const, key: `${question}/${times}` };
}

function historyOf(recorded: readonly RecordedEvent[]): History {
  const facts = recorded.map((event) => ({ id: event.id, ...domainEvent<AppealEvent>(event) }));
  const received = facts.find((fact) => fact.type === 'AppealReceived');
  const registration = facts.findLast((fact) => fact.type === 'AppealRegistered');
  if (!received || !registration) throw new TypeError('An appeal that is handed over is registered');
  const { id: receivedId, type: _, fingerprint: __, codeSeal: ___, consent, mayBePublished, ...submitted } = received;
  const isWithdrawn = facts.some((fact) => fact.type === 'ConsentWithdrawn');
  const consented = isWithdrawn ? submitted : { ...submitted, ...present({ consent, mayBePublished }) };
  const corrected = facts.findLast((fact) => fact.type === 'DetailsCorrected' && fact.isPlaceCorrected === true) as
    (Placed & { readonly id: string }) | undefined;
  const placed = corrected ? placedBy(consented, corrected) : consented;
  const source = facts.findLast((fact) => fact.type === 'SourceRecorded') ?? received;
  const data = sentOnBy(placed, source);
  return {
    received: data,
    receivedId,
    placedId: corrected?.id ?? receivedId,
    sourceId: source.id,
    registration,
    supplements: facts.filter((fact) => fact.type === 'AppealSupplemented'),
    isErased: facts.some((fact) => fact.type === 'PersonErased'),
    identified: data.identified || facts.some((fact) => fact.type === 'MessageTurnedIntoAppeal'),
  };
}

type Placed = Partial<Record<'settlement' | 'placeText' | 'point', string>>;

/** At the place as it was corrected. */
function placedBy<Data extends Placed>(data: Data, { settlement, placeText, point }: Placed): Data {
  const { settlement: _settlement, placeText: _placeText, point: _point, ...others } = data;
  return { ...others, ...present({ settlement, placeText, point }) } as Data;
}

type SentOn = Pick<AppealReceivedData, 'receivedFrom' | 'receivedFromBody'>;

/** From whom it came, as that was recorded last. */
function sentOnBy<Data extends SentOn>(data: Data, { receivedFrom, receivedFromBody }: SentOn): Data {
  const { receivedFrom: _letter, receivedFromBody: _body, ...others } = data;
  return { ...others, ...present({ receivedFrom, receivedFromBody }) } as Data;
}

/** The body goes on asking, of the district that answers; its code where the receiving district has the body, too. */
function sentOnTo({ organisations }: District, letter: SentOn['receivedFrom']): Pick<SentOn, 'receivedFrom'> {
  if (!letter) return {};
  const { organisation, ...receivedFrom } = letter;
  const isKnown = organisation !== undefined && organisations.some(({ code }) => code === organisation);
  return { receivedFrom: isKnown ? letter : receivedFrom };
}

function numberOf({ registration: { number, registeredOn } }: History) {
  return { number, registeredOn };
}

type Copied = Omit<Submitted, 'submitter' | 'key' | 'files' | 'origin' | 'originReason'>;

function submittedOf(history: History, clear: Personal, source: District, target: District): Copied {
  const { received, supplements, registration, identified } = history;
  const { channel, contactKind, kind, answerWay, signatories, original, consent, mayBePublished } = received;
  const { text: whole, part = whole, contact, placeText, fileNames: _, ...personal } = clear;
  const added = supplements.map((_one, at) => clear[`supplement ${at}`]);
  return {
    ...present({ kind, answerWay, signatories, original, consent, mayBePublished }),
    ...present(pick(personal, [...NAME_FIELDS, 'receivedFromBody', 'subject', 'point', 'topicAnswers'])),
    ...sentOnTo(target, received.receivedFrom),
    ...topicIn(target, received.topic),
    ...placeIn(target, source, received.settlement, placeText),
    ...(!(contact === undefined || !contactKind) && { contact: { kind: contactKind, value: contact } }),
    channel,
    identified,
    regime: registration.regime,
    text: [part, ...added].filter((one) => one !== undefined).join('\n\n'),
  };
}

const NAME_FIELDS = ['name', 'surname', 'givenName', 'patronymic', 'phone', 'address', 'forwardedBy'] as const;

/**
 * As it was chosen, where the receiving district has that topic, too; the answers to the topic's questions are passed
 * on in any case.
 */
function topicIn({ topics }: District, code: string | undefined): Pick<Submitted, 'topic'> {
  return code !== undefined && topics.some((topic) => topic.code === code) ? { topic: code } : {};
}

/** A settlement that the receiving district does not know is passed on as text. */
function placeIn(target: District, source: District, settlement: string | undefined, words: string | undefined) {
  if (settlement !== undefined && target.settlements.some(({ code }) => code === settlement))
    return present({ settlement, placeText: words });
  const name = source.settlements.find(({ code }) => code === settlement)?.name;
  const placeText = [name, words].filter((one) => one !== undefined).join(', ');
  return placeText === '' ? {} : { placeText };
}

function pick<Name extends string>(
  from: Personal,
  names: readonly Name[],
): { readonly [One in Name]: string | undefined } {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as { readonly [One in Name]: string | undefined };
}

type Present<Values> = { readonly [Name in keyof Values]?: Exclude<Values[Name], undefined> };

function present<Values extends object>(values: Values): Present<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<Values>;
}
