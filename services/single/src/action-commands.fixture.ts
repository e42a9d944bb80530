import type { Action } from '@otklik/contracts/enumerations';

/** The command of its stream by which each action is tried. */
export const typeOf: Readonly<Record<Action, readonly ['appeal' | 'question' | 'response' | 'notice', string]>> = {
  TAKE_UP_MESSAGE: ['appeal', 'TakeUpMessage'],
  REGISTER_APPEAL: ['appeal', 'RegisterAppeal'],
  TURN_INTO_APPEAL: ['appeal', 'TurnIntoAppeal'],
  MARK_AS_DUPLICATE: ['appeal', 'MarkAsDuplicate'],
  ANSWER_AT_ONCE: ['appeal', 'AnswerAtOnce'],
  MARK_AS_SPAM: ['appeal', 'MarkAsSpam'],
  ESCALATE_URGENTLY: ['appeal', 'EscalateUrgently'],
  CORRECT_REGISTRATION: ['appeal', 'CorrectRegistration'],
  CORRECT_DETAILS: ['appeal', 'CorrectDetails'],
  GRANT_REOPENING: ['appeal', 'GrantReopening'],
  REOPEN_APPEAL: ['appeal', 'ReopenAppeal'],
  REOPEN_ON_SUPPLEMENT: ['appeal', 'ReopenOnSupplement'],
  REPLY_TO_SUPPLEMENT: ['appeal', 'ReplyToSupplement'],
  REFUSE_REOPENING: ['appeal', 'RefuseReopening'],
  ACKNOWLEDGE_SUPPLEMENT: ['appeal', 'AcknowledgeSupplement'],
  ...({ SET_LEGAL_HOLD: ['appeal', 'SetLegalHold'], LIFT_LEGAL_HOLD: ['appeal', 'LiftLegalHold'] } as const),
  TAKE_BACK_DECISION: ['appeal', 'TakeBackDecision'],
  RECORD_CONSENT_WITHDRAWAL: ['appeal', 'WithdrawConsent'],
  ROUTE_QUESTION: ['question', 'RouteQuestion'],
  ASSIGN_EXECUTOR: ['question', 'AssignExecutor'],
  CLASSIFY_QUESTION: ['question', 'ClassifyQuestion'],
  CORRECT_TOPIC: ['question', 'CorrectTopic'],
  PASS_ON_ASSIGNMENT: ['question', 'PassOnAssignment'],
  ACKNOWLEDGE_ASSIGNMENT: ['question', 'AcknowledgeAssignment'],
  ASSIGN_CO_EXECUTORS: ['question', 'AssignCoExecutors'],
  FINISH_PART: ['question', 'FinishPart'],
  ADD_CONTRIBUTION: ['question', 'AddContribution'],
  CONFIRM_PROMISE: ['question', 'ConfirmPromise'],
  EXTEND_PROMISE: ['question', 'ExtendPromise'],
  PUT_UNDER_CONTROL: ['question', 'PutUnderControl'],
  TAKE_OFF_CONTROL: ['question', 'TakeOffControl'],
  RETURN_QUESTION: ['question', 'ReturnQuestion'],
  SPLIT_QUESTION: ['question', 'SplitQuestion'],
  UNDO_SPLIT: ['question', 'UndoSplit'],
  MERGE_QUESTIONS: ['question', 'JoinQuestion'],
  UNDO_MERGE: ['question', 'RestoreQuestion'],
  NOTE_COMPLAINED_OF: ['question', 'NoteComplainedOf'],
  FORWARD_QUESTION: ['question', 'ForwardQuestion'],
  WITHDRAW_FORWARDING: ['question', 'WithdrawForwarding'],
  RECORD_BODY_REACTION: ['question', 'RecordReaction'],
  REVOKE_BODY_LINK: ['question', 'RevokeBodyLink'],
  TAKE_BACK_QUESTION: ['question', 'TakeBackQuestion'],
  LEAVE_UNANSWERED: ['question', 'LeaveUnanswered'],
  EXTEND_DEADLINE: ['question', 'ExtendDeadline'],
  ASK_FOR_EXTENSION: ['question', 'AskForExtension'],
  REFUSE_EXTENSION: ['question', 'RefuseExtension'],
  REQUEST_INFORMATION: ['question', 'RequestInformation'],
  RECORD_INFORMATION: ['question', 'RecordInformation'],
  GIVE_INTERIM_ANSWER: ['question', 'GiveInterimAnswer'],
  RECORD_RECEPTION_ANSWER: ['question', 'RecordReceptionAnswer'],
  DRAFT_RESPONSE: ['response', 'DraftResponse'],
  APPROVE_RESPONSE: ['response', 'ApproveResponse'],
  SIGN_RESPONSE: ['response', 'SignResponse'],
  REVOKE_RESPONSE: ['response', 'RevokeResponse'],
  SEND_BACK_RESPONSE: ['response', 'SendBackResponse'],
  ADD_NOTE: ['response', 'AddNote'],
  RECORD_ORAL_NOTICE: ['notice', 'RecordOralNotice'],
  RECORD_CALL_ATTEMPT: ['notice', 'RecordCallAttempt'],
  ATTACH_SIGNATURE: ['notice', 'AttachSignature'],
  RECORD_POSTING: ['notice', 'RecordPosting'],
  RECORD_LETTER_OUTCOME: ['notice', 'RecordLetterOutcome'],
  SETTLE_UNKNOWN_NOTICE: ['notice', 'SettleUnknownNotice'],
  RELEASE_NOTICE: ['notice', 'ReleaseNotice'],
  RECORD_PLACED_NOTICE: ['notice', 'RecordPlacedNotice'],
};

/** Mutations whose part in this stream is a command of another name. */
const otherwise: Partial<Record<Action, string>> = {
  RECORD_CONSENT_WITHDRAWAL: 'Mutation.recordConsentWithdrawal',
  MERGE_QUESTIONS: 'Mutation.mergeQuestions',
  UNDO_MERGE: 'Mutation.undoMerge',
  RECORD_BODY_REACTION: 'Mutation.recordBodyReaction',
};

export function mutationOf(action: Action): string {
  const named = otherwise[action];
  if (named !== undefined) return named;
  const type = typeOf[action][1];
  return `Mutation.${type[0]!.toLowerCase()}${type.slice(1)}`;
}
