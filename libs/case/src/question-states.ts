import type { QuestionState } from '@otklik/contracts/enumerations';
import type { RoutingFact } from './events.js';
import type { StatesAfter } from './states-after.js';

interface Place {
  readonly department?: string;
  readonly executor?: string;
}

function considered({ department, executor }: Place): QuestionState {
  if (department === undefined) return 'OPEN';
  return executor === undefined ? 'ROUTED' : 'IN_WORK';
}

export const questionStates: StatesAfter<RoutingFact, QuestionState> = {
  QuestionOpened: 'OPEN',
  QuestionRouted: 'ROUTED',
  QuestionLeftToCoordinator: 'OPEN',
  ExecutorAssigned: 'IN_WORK',
  QuestionReturned: 'RETURNED',
  AnswerAccepted: null,
  AnswerRefused: null,
  AnswerReleased: null,
  QuestionAnswered: 'ANSWERED',
  AnswerProvedLate: null,
  QuestionReopened: considered,
  OralAnswerRecorded: null,
  QuestionClosed: 'CLOSED',
  QuestionSplit: null,
  QuestionSplitUndone: null,
  QuestionJoined: null,
  QuestionJoinUndone: null,
  QuestionRestored: considered,
  ComplainedOfNoted: null,
  QuestionLeftUnanswered: 'LEAVING',
  QuestionEnded: ({ end }) => end,
  QuestionForwarded: 'FORWARDING',
  ForwardingStepProved: null,
  BodyReacted: null,
  BodyLinkRevoked: null,
  QuestionTakenBack: 'RETURNED',
  ForwardingWithdrawn: null,
  QuestionHandedOver: null,
  HandoverAccepted: null,
  HandoverEnded: null,
  HandoverConsentWithdrawn: null,
  DeadlineSet: null,
  DeadlineNear: null,
  DeadlineMissed: null,
  ExtensionAsked: null,
  ExtensionRefused: null,
  DeadlineExtensionDecided: null,
  DeadlineExtended: null,
  DeadlineExtensionLapsed: null,
  InformationRequested: null,
  InformationRequestSent: null,
  InformationReceived: null,
  InterimAnswerGiven: null,
  InterimAnswerTold: null,
  MeasuresPromised: null,
  PromiseExtended: null,
  PromiseConfirmed: null,
  QuestionClassified: null,
  TopicCorrected: null,
  AssignmentAcknowledged: null,
  AssignmentTakenBack: 'ROUTED',
  CoExecutorsAssigned: null,
  CoExecutorPartGiven: null,
  CoExecutorPartDone: null,
  ContributionAdded: null,
  QuestionPutUnderControl: null,
  QuestionTakenOffControl: null,
};
