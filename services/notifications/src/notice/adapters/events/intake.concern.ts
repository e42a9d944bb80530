import {
  AnsweredAtOnce,
  AppealReceived,
  AppealRegistered,
  AppealSupplemented,
  AppealWithdrawn,
  ConsentWithdrawn,
  DecisionTakenBack,
  DetailsCorrected,
  FollowUpLinkRequested,
  KnownIssueEndReported,
  MarkedAsDuplicate,
  MessagesAllowed,
  MessagesBlocked,
  MessageTakenUp,
  PersonErased,
  RegistrationCorrected,
  ReopeningRefused,
  SupplementAnswered,
  UrgencyDeclared,
} from '@otklik/contracts/intake.events';
import { Concern, On, OnBatch, type CommandsOf, type EventOf, type Reaction } from '@otklik/host';
import { rounds } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { assertSealContext } from '@otklik/vault';
import type { NewApplicant } from '../../store/applicants.js';
import type { NewNetworkSource } from '../../../networks/store/network-sources.js';
import { AnswerDuplicates } from '../../application/answer-duplicates.js';
import { EndNotices } from '../../application/end-notices.js';
import { RaiseAlarm } from '../../../digests/application/raise-alarm.js';
import { ReachApplicant } from '../../application/reach-applicant.js';

@Concern('notifications.intake')
export class IntakeConcern {
  constructor(
    private readonly applicant: ReachApplicant,
    private readonly ends: EndNotices,
    private readonly duplicates: AnswerDuplicates,
    private readonly alarm: RaiseAlarm,
  ) {}

  @OnBatch(AppealReceived)
  async received(events: readonly EventOf<typeof AppealReceived>[], tx: Transaction) {
    await this.applicant.keep(events.map(newApplicant), tx);
    await this.applicant.keepSources(events.flatMap(newSource), tx);
  }

  @On(AppealSupplemented)
  async supplemented(event: EventOf<typeof AppealSupplemented>, { tx }: Reaction) {
    const { source, sourceRef: ref, byApplicant } = event.data;
    if (source && ref) await this.applicant.said(event, { ...source, ref }, tx);
    if (!source || !byApplicant) return;
    await this.applicant.heard(event, event.at, tx);
    // The sender of a message also accepts an answer.
    if (source.kind === 'DIRECT') await this.applicant.blocked(event, null, tx);
  }

  @On(DetailsCorrected)
  async placeCorrected(event: EventOf<typeof DetailsCorrected>, { tx }: Reaction) {
    const { isPlaceCorrected, settlement = null, placeText: place = null, point = null } = event.data;
    if (isPlaceCorrected === true) await this.applicant.placed(event, { settlement, place, point }, tx);
  }

  @On(MessagesBlocked)
  async blocked(event: EventOf<typeof MessagesBlocked>, { tx }: Reaction) {
    await this.applicant.blocked(event, event.data.at ?? event.at, tx);
  }

  @On(MessagesAllowed)
  async allowed(event: EventOf<typeof MessagesAllowed>, { tx }: Reaction) {
    await this.applicant.blocked(event, null, tx);
  }

  @OnBatch(AppealRegistered)
  async registered(
    events: readonly EventOf<typeof AppealRegistered>[],
    tx: Transaction,
    commandsOf: CommandsOf,
  ): Promise<void> {
    const registered = events.map((cause) => {
      const { data: registration } = cause;
      return { ...commandsOf(cause), cause, registration, number: registration.number };
    });
    // Each notice tells of its own registration, where an appeal was registered a second time.
    for (const once of rounds(registered, ({ cause }) => cause.appeal)) {
      await this.applicant.registered(once, tx);
      await this.duplicates.registered(once, tx);
    }
  }

  @On(AppealWithdrawn)
  withdrawn(event: EventOf<typeof AppealWithdrawn>, { commandFor, tx }: Reaction) {
    return this.ends.withdrawn(commandFor, event, tx);
  }

  @On(MarkedAsDuplicate)
  duplicate(event: EventOf<typeof MarkedAsDuplicate>, { command, tx }: Reaction) {
    return this.duplicates.marked(command, event, event.data.of, tx);
  }

  @On(DecisionTakenBack)
  async takenBack(event: EventOf<typeof DecisionTakenBack>, { commandFor, tx }: Reaction) {
    await this.duplicates.takenBack(event.district, event.appeal, tx);
    await this.ends.decisionTakenBack(commandFor, event, tx);
  }

  /** Until they leave, the moderator may take them back. */
  @On(MessageTakenUp)
  async takenUp(event: EventOf<typeof MessageTakenUp>, { command, tx }: Reaction) {
    const { words, leavesAt } = event.data;
    if (words === undefined) return;
    const text = { sealed: words, field: 'words' };
    const telling = { kind: 'TAKEN_UP', text, stays: staysOf(event.at, leavesAt) } as const;
    await this.applicant.tellUnregistered(command, event, telling, tx);
  }

  /** Until it leaves, the moderator may take it back. */
  @On(AnsweredAtOnce)
  answeredAtOnce(event: EventOf<typeof AnsweredAtOnce>, { command, tx }: Reaction) {
    const stays = staysOf(event.at, event.data.leavesAt);
    const text = { sealed: event.data.text, field: 'text' };
    return this.applicant.tellUnregistered(command, event, { kind: 'ANSWERED_AT_ONCE', text, stays }, tx);
  }

  @On(KnownIssueEndReported)
  issueEnded(event: EventOf<typeof KnownIssueEndReported>, { command, tx }: Reaction) {
    const text = { sealed: event.data.text, field: 'text' };
    return this.applicant.tellUnregistered(command, event, { kind: 'ISSUE_ENDED', text }, tx);
  }

  @On(UrgencyDeclared)
  urgent(event: EventOf<typeof UrgencyDeclared>, { tx }: Reaction) {
    return this.alarm.raise(event, event.data.danger, tx);
  }

  @On(FollowUpLinkRequested)
  linkRequested(event: EventOf<typeof FollowUpLinkRequested>, { tx }: Reaction) {
    return this.applicant.linkRequested(event, event.data, tx);
  }

  /**
   * The applicant is notified that the number is void, or under which other one the matter is considered (59-FZ art.
   * 8).
   */
  @On(RegistrationCorrected)
  async corrected(event: EventOf<typeof RegistrationCorrected>, { command, commandFor, tx }: Reaction) {
    const { number } = event.data;
    await this.ends.registeredWrongly(commandFor, event, tx);
    if (number) return this.applicant.tell(command, event, { kind: 'DUPLICATE', details: { number } }, tx);
    return this.applicant.tell(command, event, { kind: 'STRUCK' }, tx);
  }

  @On(ReopeningRefused)
  reopeningRefused(event: EventOf<typeof ReopeningRefused>, { command, tx }: Reaction) {
    const text = { sealed: event.data.reason, field: 'reason' };
    const telling = { kind: 'REOPENING_DECIDED', details: { decision: 'REFUSED' }, text } as const;
    return this.applicant.tell(command, event, telling, tx);
  }

  @On(SupplementAnswered)
  supplementAnswered(event: EventOf<typeof SupplementAnswered>, { command, tx }: Reaction) {
    const text = { sealed: event.data.text, field: 'text' };
    return this.applicant.tell(command, event, { kind: 'REPLIED', text, answers: event.data.supplement }, tx);
  }

  @On(ConsentWithdrawn)
  consentWithdrawn(event: EventOf<typeof ConsentWithdrawn>, { command, tx }: Reaction) {
    return this.applicant.consentWithdrawn(command, event, tx);
  }

  @On(PersonErased)
  erased(event: EventOf<typeof PersonErased>, { commandFor, tx }: Reaction) {
    return this.ends.erased(commandFor, event, event.data.person, tx);
  }
}

/** Milliseconds. */
function staysOf(at: string, leavesAt = at): number {
  return Math.max(0, Date.parse(leavesAt) - Date.parse(at));
}

function newApplicant(event: EventOf<typeof AppealReceived>): NewApplicant {
  assertSealContext(event);
  const { district, appeal, data } = event;
  const { person, contact = null, contactKind = null, name = null, channel, regime, text } = data;
  const { settlement = null, placeText: place = null, receipt, phone = null, address = null, answerWay = null } = data;
  return {
    ...givenBeside(data),
    district,
    appeal,
    person,
    channel,
    contact,
    contactKind,
    name,
    regime,
    text,
    settlement,
    place,
    receipt,
    phone,
    address,
    answerWay,
    account: data.subject !== undefined,
    cameAt: event.recordedAt,
    receivedAt: data.receivedAt,
  };
}

type Given = Pick<NewApplicant, 'point' | 'topicAnswers'>;

function givenBeside({ point, topicAnswers }: EventOf<typeof AppealReceived>['data']): Given {
  return { point: point ?? null, topicAnswers: topicAnswers ?? null };
}

/** Of a message from a network. */
function newSource({ district, appeal, data }: EventOf<typeof AppealReceived>): readonly NewNetworkSource[] {
  const { source, sourceRef: ref = null, person, receivedAt: heardAt } = data;
  if (!source) return [];
  const { network, account, kind: sourceKind } = source;
  return [{ district, appeal, person, network, account, sourceKind, ref, heardAt }];
}
