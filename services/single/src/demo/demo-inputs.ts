/** The mutations of the demonstration, each with the type of its input. */
export const demoInputs = {
  submitAppeal: 'SubmitAppealInput',
  enterAppeal: 'EnterAppealInput',
  takeUpMessage: 'AppealActInput',
  registerAppeal: 'AppealActInput',
  markAsSpam: 'MarkAsSpamInput',
  answerAtOnce: 'AnswerAtOnceInput',
  escalateUrgently: 'EscalateUrgentlyInput',
  markAsDuplicate: 'MarkAsDuplicateInput',
  withdrawAppeal: 'ResidentActInput',
  routeQuestion: 'RouteQuestionInput',
  forwardQuestion: 'ForwardQuestionInput',
  assignExecutor: 'AssignExecutorInput',
  returnQuestion: 'QuestionReasonInput',
  draftResponse: 'DraftResponseInput',
  sendBackResponse: 'SendBackResponseInput',
  approveResponse: 'ResponseActInput',
  signResponse: 'ResponseActInput',
  recordPosting: 'RecordPostingInput',
  recordOralNotice: 'RecordOralNoticeInput',
  proposePublication: 'ProposePublicationInput',
  publishAnswer: 'PublishAnswerInput',
  rateAppeal: 'RateAppealInput',
  requestReopening: 'RequestReopeningInput',
} as const;

export type DemoMutation = keyof typeof demoInputs;
