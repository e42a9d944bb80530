// Made by `npm run contracts` from ../../graphql. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, ISO 8601 in UTC. */
  DateTime: { input: string; output: string; }
  /** A date of the district's own zone, YYYY-MM-DD. */
  Date: { input: string; output: string; }
  /** A UUID in its 36-character form. */
  UUID: { input: string; output: string; }
};

export type Query = {
  readonly __typename?: 'Query';
  /** Officials who have or had a role in the district, by name. */
  readonly officials: ReadonlyArray<OfficialAccount>;
  /** The district's file in force. */
  readonly districtFile: DistrictFile;
  /** Earlier and present files of the district, the newest first. */
  readonly districtFileVersions: ReadonlyArray<DistrictFileVersion>;
  /** What would change if this text became the district's file, and why it may not. */
  readonly districtFileDifferences: DistrictFileDifferences;
  /** What administrators changed, the newest first. */
  readonly administrationRecords: AdministrationRecordConnection;
  /** Which official opened which file, the latest first. */
  readonly fileOpenings: FileOpeningConnection;
  /**
   * The district's templates of answers: those of `topic` and those of every topic; without `topic`, the question's own when it
   * is given, else all. With `question` the fields of the texts are filled in.
   */
  readonly answerTemplates: ReadonlyArray<AnswerTemplate>;
  /**
   * The letter that an answer to the question would be, made by the code that sends it, and what to look at before it leaves.
   * Nothing is stored. `attachments`: the names of the files that go with it.
   */
  readonly letterPreview: LetterPreview;
  /** The caller's own unsent text for a response; null when there is none. */
  readonly responseDraft?: Maybe<PersonalDraft>;
  /** Every draft of a response, the oldest first, with what was said when it was sent back. */
  readonly responseVersions: ReadonlyArray<ResponseVersion>;
  /**
   * What the district's rules make of a text that is not registered yet: topic and department with the words that decided, and
   * the last day for the answer if it is registered today. Nothing is recorded.
   */
  readonly routeProposal: RouteProposal;
  /** The districts of this platform. */
  readonly districts: ReadonlyArray<District>;
  /** What a district shows everybody: for the pages of residents, or of a district's own site. */
  readonly district: PublicDistrict;
  /** The official who asks, with the roles and the root fields that each of them may use. */
  readonly viewer: Viewer;
  /**
   * The worklists that the viewer's roles may open, each with its count now. A worklist is a filter of the register
   * (`filter: { worklist: … }`); `TO_CALL` is the list of `oralNotices`.
   */
  readonly worklists: ReadonlyArray<Worklist>;
  /** The register of a district's appeals. */
  readonly appeals: AppealConnection;
  /** The questions of a district: an official's worklist is a filter of them. */
  readonly questions: QuestionConnection;
  /**
   * One appeal with its whole history, by its id, or by its registration number or receipt in any spelling; null when there
   * is none. An official whose roles are bound to departments opens the cards of these departments' questions; for the others
   * FORBIDDEN, and the register's row is all that is shown.
   */
  readonly appeal?: Maybe<AppealCard>;
  /**
   * Name and contact of the applicant, for an official who has an act to do on this appeal now; for the others FORBIDDEN.
   * Each opening is recorded with its reason, 1 to 500 characters.
   */
  readonly applicant?: Maybe<Applicant>;
  /**
   * Who opened what, the latest first: names and contacts, cards, and what was saved as a file. A card that is read again by
   * the same official within a quarter of an hour is one opening. Files are `fileOpenings`.
   */
  readonly openings: OpeningConnection;
  /**
   * How the questions that meet the filter were answered, group by group, counted over the whole register; with words, of the
   * appeals that `search` finds by them. A question without the value that is grouped by (a department, a topic) is in no group.
   */
  readonly answerTimes: AnswerTimesReport;
  /**
   * Words in any form over texts, places and answers: `"точная фраза"`, `-слово`, `слово*`, `тема:дороги`, `отдел:жкх`;
   * a registration number or receipt in any spelling. No input is an error.
   */
  readonly search: SearchConnection;
  /** Answers to be told in person, oldest first. */
  readonly oralNotices: NoticeConnection;
  /** Departments, topics, organisations, settlements and officials of a district. */
  readonly directory: Directory;
  /** What the holder of a follow-up code sees of his appeal. */
  readonly residentAppeal?: Maybe<ResidentAppeal>;
};


export type QueryOfficialsArgs = {
  district: Scalars['String']['input'];
};


export type QueryDistrictFileArgs = {
  district: Scalars['String']['input'];
};


export type QueryDistrictFileVersionsArgs = {
  district: Scalars['String']['input'];
};


export type QueryDistrictFileDifferencesArgs = {
  district: Scalars['String']['input'];
  text: Scalars['String']['input'];
};


export type QueryAdministrationRecordsArgs = {
  district: Scalars['String']['input'];
  official?: InputMaybe<Scalars['UUID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryFileOpeningsArgs = {
  district: Scalars['String']['input'];
  appeal?: InputMaybe<Scalars['UUID']['input']>;
  official?: InputMaybe<Scalars['UUID']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAnswerTemplatesArgs = {
  district: Scalars['String']['input'];
  topic?: InputMaybe<Scalars['String']['input']>;
  question?: InputMaybe<Scalars['UUID']['input']>;
};


export type QueryLetterPreviewArgs = {
  district: Scalars['String']['input'];
  question: Scalars['UUID']['input'];
  text: Scalars['String']['input'];
  outcome?: InputMaybe<Outcome>;
  attachments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};


export type QueryResponseDraftArgs = {
  district: Scalars['String']['input'];
  response: Scalars['UUID']['input'];
};


export type QueryResponseVersionsArgs = {
  district: Scalars['String']['input'];
  response: Scalars['UUID']['input'];
};


export type QueryRouteProposalArgs = {
  input: RouteProposalInput;
};


export type QueryDistrictArgs = {
  code: Scalars['String']['input'];
};


export type QueryWorklistsArgs = {
  district: Scalars['String']['input'];
};


export type QueryAppealsArgs = {
  district: Scalars['String']['input'];
  filter?: InputMaybe<AppealFilter>;
  order?: InputMaybe<AppealOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  consistentWith?: InputMaybe<Scalars['String']['input']>;
};


export type QueryQuestionsArgs = {
  district: Scalars['String']['input'];
  filter?: InputMaybe<AppealFilter>;
  order?: InputMaybe<AppealOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  consistentWith?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAppealArgs = {
  district: Scalars['String']['input'];
  id?: InputMaybe<Scalars['UUID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
  consistentWith?: InputMaybe<Scalars['String']['input']>;
};


export type QueryApplicantArgs = {
  district: Scalars['String']['input'];
  appeal: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type QueryOpeningsArgs = {
  district: Scalars['String']['input'];
  kinds?: InputMaybe<ReadonlyArray<OpeningKind>>;
  appeal?: InputMaybe<Scalars['UUID']['input']>;
  official?: InputMaybe<Scalars['UUID']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAnswerTimesArgs = {
  districts: ReadonlyArray<Scalars['String']['input']>;
  by: AnswerTimesBy;
  query?: InputMaybe<Scalars['String']['input']>;
  match?: InputMaybe<SearchMatch>;
  filter?: InputMaybe<AppealFilter>;
};


export type QuerySearchArgs = {
  districts: ReadonlyArray<Scalars['String']['input']>;
  query: Scalars['String']['input'];
  match?: InputMaybe<SearchMatch>;
  order?: InputMaybe<SearchOrder>;
  filter?: InputMaybe<AppealFilter>;
  export?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  consistentWith?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOralNoticesArgs = {
  district: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  consistentWith?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDirectoryArgs = {
  district: Scalars['String']['input'];
};


export type QueryResidentAppealArgs = {
  consistentWith?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Gives a new official roles in the district, and a link to set a password by. It answers the link. */
  readonly inviteOfficial: InvitationResult;
  /** A new link for an official who has not used the last one, or has lost the password or the second factor. */
  readonly newInvitation: InvitationResult;
  /** These become the official's roles in the district, at once. */
  readonly changeOfficialRoles: OfficialResult;
  /** The days on which the official is away, and who does the work meanwhile. Without `absence`: the official is back. */
  readonly recordAbsence: OfficialResult;
  /** Takes all roles in the district away; sessions end within five seconds. What the official did stays. */
  readonly dismissOfficial: OfficialResult;
  /** Makes the text the district's file. What was decided under the former one stands. */
  readonly applyDistrictFile: DistrictFileResult;
  /**
   * Takes a submission of the site form. Answers a receipt at once: number of the receipt and the secret follow-up code.
   * The same key from the same form again gives the same receipt and code, however often. It is a message; only the
   * submission of a resident for whom an OIDC issuer vouches is an appeal under 59-FZ, with the name that the issuer gives.
   */
  readonly submitAppeal: SubmitAppealResult;
  /** Enters what came on paper, by phone or at a reception. Answers the same receipt, to be given to the applicant. */
  readonly enterAppeal: SubmitAppealResult;
  /** The moderator takes a message up: it is considered as a message. */
  readonly takeUpMessage: ChangeResult;
  /** Turns a message into an appeal under 59-FZ, its applicant being identified. */
  readonly turnIntoAppeal: ChangeResult;
  /** Spam: neither an appeal nor a message to be considered. */
  readonly markAsSpam: ChangeResult;
  /**
   * The same matter was sent before, and `of` is answered. Nothing is sent to this one's sender: the answer may hold what
   * concerns the other alone.
   */
  readonly markAsDuplicate: ChangeResult;
  /** Takes back the moderator's decision, whichever it was, until the appeal is registered. */
  readonly takeBackDecision: ChangeResult;
  /** Gives number and date: one series per district, local year and journal, without gap or repeat (59-FZ art. 8(2)). */
  readonly registerAppeal: ChangeResult;
  /** As `takeUpMessage` for each item, 100 at most. */
  readonly takeUpMessages: ReadonlyArray<BulkResult>;
  /** As `registerAppeal` for each item, 100 at most: numbers follow the order of the items. */
  readonly registerAppeals: ReadonlyArray<BulkResult>;
  /** Number (of the receipt or the registration) and follow-up code for a token of fifteen minutes. */
  readonly openAppeal: OpenAppealResult;
  /**
   * For one who lost the code: a letter with a link, which is valid once and for an hour, goes to the e-mail that the appeal
   * was sent with. The answer tells nothing about the appeal, nor whether there is one.
   */
  readonly requestFollowUpLink: RequestedLink;
  /** The link of that letter for a token and a new code; the former code ends. The same key again gets the same. */
  readonly openAppealByLink: OpenedByLink;
  /** From 1 (bad) to 5 (good), once, after the answer. */
  readonly rateAppeal: ChangeResult;
  /** Adds text and files to the appeal. */
  readonly supplementAppeal: ChangeResult;
  readonly withdrawAppeal: ChangeResult;
  /**
   * Not content with the answer: asks for it to be considered again, within the district's term. Officials see the request in
   * their lists (REOPEN_REQUESTED); no question is opened by it.
   */
  readonly requestReopening: ChangeResult;
  /** A new template of answers, or with `id` another version of one. */
  readonly saveAnswerTemplate: SaveAnswerTemplateResult;
  /** The template is offered no longer; its versions stay. */
  readonly removeAnswerTemplate: SaveAnswerTemplateResult;
  /**
   * The answer was told by telephone or in person, in these words. That is the proof of dispatch, with the applicant's consent
   * (59-FZ art. 13(3)): with WANTS_WRITTEN the call proves nothing, and the answer goes to the follow-up page.
   */
  readonly recordOralNotice: ChangeResult;
  /** A call that told no answer. WRONG_NUMBER ends the calls: the answer goes to the follow-up page. */
  readonly recordCallAttempt: ChangeResult;
  /** The executor's draft, or the next one; it goes to approval. `question` is the question that is answered. */
  readonly draftResponse: ChangeResult;
  /** An internal note on the case; never shown to the applicant. */
  readonly addNote: ChangeResult;
  /** The approver agrees with the current draft. The author of the draft may not approve it. */
  readonly approveResponse: ChangeResult;
  /**
   * Keeps the caller's unsent text, one for each response, sealed; no other official reads it. The last save counts; a repeated key
   * changes nothing. It ends with `draftResponse` of the same text, or with `discardResponseDraft`.
   */
  readonly saveResponseDraft: SaveResponseDraftResult;
  /** Throws the caller's unsent text away. */
  readonly discardResponseDraft: DiscardResponseDraftResult;
  /** Returns the draft to the executor with a reason. */
  readonly sendBackResponse: ChangeResult;
  /** The authorised official signs: the approved draft becomes the answer and is sent. */
  readonly signResponse: ChangeResult;
  /** The coordinator routes the question: the proposed topic and department or others. */
  readonly routeQuestion: ChangeResult;
  /** The department assigns the question to an executor, the first or another one. */
  readonly assignExecutor: ChangeResult;
  /** As `routeQuestion` for each item, 100 at most. */
  readonly routeQuestions: ReadonlyArray<BulkResult>;
  /** As `assignExecutor` for each item, 100 at most. */
  readonly assignExecutors: ReadonlyArray<BulkResult>;
  /** Returns a question that is not the department's to the coordinator. */
  readonly returnQuestion: ChangeResult;
};


export type MutationInviteOfficialArgs = {
  input: InviteOfficialInput;
};


export type MutationNewInvitationArgs = {
  input: NewInvitationInput;
};


export type MutationChangeOfficialRolesArgs = {
  input: ChangeOfficialRolesInput;
};


export type MutationRecordAbsenceArgs = {
  input: RecordAbsenceInput;
};


export type MutationDismissOfficialArgs = {
  input: DismissOfficialInput;
};


export type MutationApplyDistrictFileArgs = {
  input: ApplyDistrictFileInput;
};


export type MutationSubmitAppealArgs = {
  input: SubmitAppealInput;
};


export type MutationEnterAppealArgs = {
  input: EnterAppealInput;
};


export type MutationTakeUpMessageArgs = {
  input: AppealActInput;
};


export type MutationTurnIntoAppealArgs = {
  input: TurnIntoAppealInput;
};


export type MutationMarkAsSpamArgs = {
  input: AppealReasonInput;
};


export type MutationMarkAsDuplicateArgs = {
  input: MarkAsDuplicateInput;
};


export type MutationTakeBackDecisionArgs = {
  input: AppealReasonInput;
};


export type MutationRegisterAppealArgs = {
  input: AppealActInput;
};


export type MutationTakeUpMessagesArgs = {
  input: AppealActsInput;
};


export type MutationRegisterAppealsArgs = {
  input: AppealActsInput;
};


export type MutationOpenAppealArgs = {
  district: Scalars['String']['input'];
  number: Scalars['String']['input'];
  code: Scalars['String']['input'];
};


export type MutationRequestFollowUpLinkArgs = {
  input: RequestFollowUpLinkInput;
};


export type MutationOpenAppealByLinkArgs = {
  input: OpenAppealByLinkInput;
};


export type MutationRateAppealArgs = {
  input: RateAppealInput;
};


export type MutationSupplementAppealArgs = {
  input: SupplementAppealInput;
};


export type MutationWithdrawAppealArgs = {
  input: ResidentActInput;
};


export type MutationRequestReopeningArgs = {
  input: ResidentReasonInput;
};


export type MutationSaveAnswerTemplateArgs = {
  input: SaveAnswerTemplateInput;
};


export type MutationRemoveAnswerTemplateArgs = {
  input: RemoveAnswerTemplateInput;
};


export type MutationRecordOralNoticeArgs = {
  input: RecordOralNoticeInput;
};


export type MutationRecordCallAttemptArgs = {
  input: RecordCallAttemptInput;
};


export type MutationDraftResponseArgs = {
  input: DraftResponseInput;
};


export type MutationAddNoteArgs = {
  input: AddNoteInput;
};


export type MutationApproveResponseArgs = {
  input: ResponseActInput;
};


export type MutationSaveResponseDraftArgs = {
  input: SaveResponseDraftInput;
};


export type MutationDiscardResponseDraftArgs = {
  input: DiscardResponseDraftInput;
};


export type MutationSendBackResponseArgs = {
  input: SendBackResponseInput;
};


export type MutationSignResponseArgs = {
  input: ResponseActInput;
};


export type MutationRouteQuestionArgs = {
  input: RouteQuestionInput;
};


export type MutationAssignExecutorArgs = {
  input: AssignExecutorInput;
};


export type MutationRouteQuestionsArgs = {
  input: RouteQuestionsInput;
};


export type MutationAssignExecutorsArgs = {
  input: AssignExecutorsInput;
};


export type MutationReturnQuestionArgs = {
  input: QuestionReasonInput;
};

/** An official of the district, also one who was dismissed. */
export type OfficialAccount = {
  readonly __typename?: 'OfficialAccount';
  readonly id: Scalars['UUID']['output'];
  readonly login: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly position?: Maybe<Scalars['String']['output']>;
  readonly state: OfficialState;
  readonly roles: ReadonlyArray<HeldRole>;
  readonly absence?: Maybe<Absence>;
  /** Null where sign-in is not ours, or never happened. */
  readonly lastSignInAt?: Maybe<Scalars['DateTime']['output']>;
  readonly hasSecondFactor: Scalars['Boolean']['output'];
  /** The last link to set a password by; null when there was none. */
  readonly invitedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly invitationExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  readonly dismissedAt?: Maybe<Scalars['DateTime']['output']>;
  /** For expectedVersion. */
  readonly version: Scalars['Int']['output'];
};

/** Whether an official can work now. */
export type OfficialState =
  /** Has not set a password yet. */
  | 'INVITED'
  /** The link is too old. */
  | 'INVITATION_EXPIRED'
  | 'WORKING'
  /** Away today, see `absence`. */
  | 'ABSENT'
  | 'DISMISSED';

/** A role that an official holds. */
export type HeldRole = {
  readonly __typename?: 'HeldRole';
  readonly role: Role;
  /** Null: in the whole district. */
  readonly department?: Maybe<Department>;
  /** Since this day of the district's zone. */
  readonly since: Scalars['Date']['output'];
};

/** Days on which an official is away. */
export type Absence = {
  readonly __typename?: 'Absence';
  readonly from: Scalars['Date']['output'];
  readonly to: Scalars['Date']['output'];
  readonly reason: AbsenceReason;
  readonly standIn?: Maybe<Official>;
};

export type AbsenceReason =
  | 'VACATION'
  | 'SICK_LEAVE'
  | 'BUSINESS_TRIP'
  | 'OTHER';

export type RoleInput = {
  readonly role: Role;
  /** Code; without it the whole district. */
  readonly department?: InputMaybe<Scalars['String']['input']>;
};

export type InviteOfficialInput = {
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** Latin letters, digits, `.`, `_`, `@`, `-`; 2 to 101 characters. */
  readonly login: Scalars['String']['input'];
  /** Surname, first name, 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** 1 to 200 characters. */
  readonly position?: InputMaybe<Scalars['String']['input']>;
  /** Where the link is sent, too. It is kept nowhere. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly roles: ReadonlyArray<RoleInput>;
};

export type NewInvitationInput = {
  readonly district: Scalars['String']['input'];
  /** The official's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** Where the link is sent, too. It is kept nowhere. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
};

export type ChangeOfficialRolesInput = {
  readonly district: Scalars['String']['input'];
  /** The official's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  readonly roles: ReadonlyArray<RoleInput>;
};

export type RecordAbsenceInput = {
  readonly district: Scalars['String']['input'];
  /** The official's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  readonly absence?: InputMaybe<AbsenceInput>;
};

export type AbsenceInput = {
  readonly from: Scalars['Date']['input'];
  readonly to: Scalars['Date']['input'];
  readonly reason: AbsenceReason;
  /** The id of an official who holds the same roles. */
  readonly standIn?: InputMaybe<Scalars['UUID']['input']>;
};

export type DismissOfficialInput = {
  readonly district: Scalars['String']['input'];
  /** The official's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

export type OfficialResult = OfficialAccount | Refusal;

/** A link by which an official sets a password. */
export type Invitation = {
  readonly __typename?: 'Invitation';
  readonly official: OfficialAccount;
  /** Good for one use. It is shown here and kept nowhere. */
  readonly link: Scalars['String']['output'];
  readonly expiresAt: Scalars['DateTime']['output'];
  /** It was sent to the address of the input. Else give it by hand: no address was given, or the mail server took no letter. */
  readonly isSent: Scalars['Boolean']['output'];
};

export type InvitationResult = Invitation | Refusal;

/** The file that a district is configured by. */
export type DistrictFile = {
  readonly __typename?: 'DistrictFile';
  /** YAML, with its comments. */
  readonly text: Scalars['String']['output'];
  /** For expectedVersion. */
  readonly version: Scalars['Int']['output'];
  readonly validFrom: Scalars['DateTime']['output'];
  /** Null: the operator's tool put it in force. */
  readonly by?: Maybe<Official>;
};

export type DistrictFileVersion = {
  readonly __typename?: 'DistrictFileVersion';
  readonly version: Scalars['Int']['output'];
  readonly validFrom: Scalars['DateTime']['output'];
  readonly validTo?: Maybe<Scalars['DateTime']['output']>;
  readonly by?: Maybe<Official>;
};

/** What a text would change in the district’s file. */
export type DistrictFileDifferences = {
  readonly __typename?: 'DistrictFileDifferences';
  /** The version in force, with which the text was compared. */
  readonly version: Scalars['Int']['output'];
  /** What would change, by part of the file; a part without changes is not there. */
  readonly parts: ReadonlyArray<DistrictFilePartDifferences>;
  /** Why the text cannot become the file. While there is one, `applyDistrictFile` refuses. */
  readonly faults: ReadonlyArray<DistrictFileFault>;
};

export type DistrictFilePartDifferences = {
  readonly __typename?: 'DistrictFilePartDifferences';
  readonly part: DistrictFilePart;
  readonly changes: ReadonlyArray<DistrictFileDifference>;
};

export type DistrictFilePart =
  | 'ROUTING_RULES'
  | 'DEPARTMENTS'
  | 'ORGANISATIONS'
  | 'TOPICS'
  | 'SETTLEMENTS'
  | 'TERMS'
  | 'POLICY'
  | 'DAYS'
  | 'PHONES'
  | 'PUBLIC'
  | 'SYNONYMS';

export type DistrictFileDifference = {
  readonly __typename?: 'DistrictFileDifference';
  /** Code, number or name of what changes: `musor`, `APPEAL_59FZ`. */
  readonly name: Scalars['String']['output'];
  readonly title?: Maybe<Scalars['String']['output']>;
  readonly kind: DistrictFileDifferenceKind;
  /** Pieces of the present value; empty for what is new. */
  readonly before: ReadonlyArray<Scalars['String']['output']>;
  /** Pieces of the value to come; empty for what goes away. */
  readonly after: ReadonlyArray<DifferencePiece>;
  /** Line of the new text; null for what goes away. */
  readonly line?: Maybe<Scalars['Int']['output']>;
  /** What forbids it. */
  readonly faults: ReadonlyArray<DistrictFileFault>;
};

export type DistrictFileDifferenceKind =
  | 'ADDED'
  | 'CHANGED'
  | 'REMOVED';

export type DifferencePiece = {
  readonly __typename?: 'DifferencePiece';
  readonly text: Scalars['String']['output'];
  /** It is not in the present value. */
  readonly isNew: Scalars['Boolean']['output'];
};

export type DistrictFileFault = {
  readonly __typename?: 'DistrictFileFault';
  /** For a person, in the language of Accept-Language. */
  readonly message: Scalars['String']['output'];
  /** JSON pointer into the file. */
  readonly place: Scalars['String']['output'];
  /** From 1. */
  readonly line: Scalars['Int']['output'];
};

export type ApplyDistrictFileInput = {
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** Of the file in force that the differences were shown with. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** YAML, up to 200,000 characters. */
  readonly text: Scalars['String']['input'];
};

export type DistrictFileResult = DistrictFile | Refusal;

/** What an administrator changed. */
export type AdministrationRecord = {
  readonly __typename?: 'AdministrationRecord';
  readonly id: Scalars['UUID']['output'];
  readonly at: Scalars['DateTime']['output'];
  readonly by?: Maybe<Official>;
  readonly kind: AdministrationRecordKind;
  /** Whom it concerns. */
  readonly official?: Maybe<Official>;
  /** For a person, in the language of Accept-Language: what changed. */
  readonly text: Scalars['String']['output'];
};

export type AdministrationRecordKind =
  | 'OFFICIAL_INVITED'
  | 'INVITATION_RENEWED'
  | 'ROLES_CHANGED'
  | 'ABSENCE_RECORDED'
  | 'OFFICIAL_DISMISSED'
  | 'DISTRICT_FILE_APPLIED';

export type AdministrationRecordConnection = {
  readonly __typename?: 'AdministrationRecordConnection';
  readonly edges: ReadonlyArray<AdministrationRecordEdge>;
  readonly nodes: ReadonlyArray<AdministrationRecord>;
  readonly pageInfo: PageInfo;
};

export type AdministrationRecordEdge = {
  readonly __typename?: 'AdministrationRecordEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AdministrationRecord;
};

/** Roles of officials, and of those without an account (RESIDENT, ANYONE). */
export type Role =
  /** модератор */
  | 'MODERATOR'
  /** регистратор */
  | 'REGISTRAR'
  /** координатор */
  | 'COORDINATOR'
  /** исполнитель */
  | 'EXECUTOR'
  /** согласующий */
  | 'APPROVER'
  /** подписант */
  | 'SIGNATORY'
  /** контролёр */
  | 'CONTROLLER'
  /** руководитель */
  | 'HEAD'
  /** администратор района */
  | 'DISTRICT_ADMIN'
  /** аналитик района */
  | 'ANALYST'
  /** аналитик республики */
  | 'REPUBLIC_ANALYST'
  /** заявитель с кодом */
  | 'RESIDENT'
  /** любой */
  | 'ANYONE';

/** The mutation was refused by a rule, or its expected version was outdated. Nothing was changed. */
export type Refusal = {
  readonly __typename?: 'Refusal';
  readonly code: RefusalCode;
  /** For a person, in the language of Accept-Language. */
  readonly message: Scalars['String']['output'];
  /** With VERSION_CONFLICT: the version now. Load the card again and decide anew. */
  readonly current?: Maybe<Scalars['Int']['output']>;
};

/**
 * What a mutation changed. To read it back, pass `consistencyToken` as `consistentWith` to a query: the query waits up to two
 * seconds for the change, and answers with `stale: true` if it is not there by then.
 */
export type Change = {
  readonly __typename?: 'Change';
  /** The stream that changed: the id of the appeal, question, response or notice. */
  readonly id: Scalars['UUID']['output'];
  /** The appeal to which the stream belongs. */
  readonly appeal: Scalars['UUID']['output'];
  /** The registration number, once there is one. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The stream's version, for the next expectedVersion. */
  readonly version: Scalars['Int']['output'];
  /** Opaque; makes a query read your own write. */
  readonly consistencyToken: Scalars['String']['output'];
};

/** Refused, or done. */
export type ChangeResult = Change | Refusal;

/**
 * One item's own result of a mutation of many: no item stops the others, and the results stand in the order of the items. To
 * repeat the operation, also after an error of the whole, send the same keys: what was done already gets its first result.
 */
export type BulkResult = {
  readonly __typename?: 'BulkResult';
  /** The item's id. */
  readonly id: Scalars['UUID']['output'];
  readonly result: ChangeResult;
};

/** Of a connection (Relay's cursor specification). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Of the first row; null without rows. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  /** Of the last row; null without rows. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** The place an appeal speaks of. */
export type PlaceInput = {
  /** Settlement code of the district's directory. */
  readonly settlement?: InputMaybe<Scalars['String']['input']>;
  /** In the sender's own words, up to 500 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  readonly point?: InputMaybe<PointInput>;
};

/** A point on the map, in degrees (WGS 84). */
export type PointInput = {
  readonly latitude: Scalars['Float']['input'];
  readonly longitude: Scalars['Float']['input'];
};

/** At most 20,000 characters of text, 200 of name, 254 of contact; five files. */
export type SubmitAppealInput = {
  /** The district's code, as in the page's address. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per filled form; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  readonly text: Scalars['String']['input'];
  /** May be left out: a message needs no name. Of a resident who signed in, the issuer's name stands instead. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** E-mail or phone for the answer. Without it the answer stands on the follow-up page. */
  readonly contact?: InputMaybe<Scalars['String']['input']>;
  readonly place?: InputMaybe<PlaceInput>;
  /** Ids from POST /files. */
  readonly files?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
  /**
   * Version of the district's consent text that the sender agreed to (`district.consent.version`); recorded as a fact.
   * Needed with a name, a contact, a place in words or on the map, with files, and from a resident who signed in; else
   * `CONSENT_REQUIRED`, as for a version that is not the district's present one.
   */
  readonly consent?: InputMaybe<Scalars['String']['input']>;
  /** The sender agrees to publication of question and answer without name and address. */
  readonly mayBePublished?: InputMaybe<Scalars['Boolean']['input']>;
};

export type EnterAppealInput = {
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  readonly channel: Channel;
  readonly text: Scalars['String']['input'];
  /** The whole name; absent: made of its parts. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** 100 characters each part of the name. */
  readonly surname?: InputMaybe<Scalars['String']['input']>;
  readonly givenName?: InputMaybe<Scalars['String']['input']>;
  readonly patronymic?: InputMaybe<Scalars['String']['input']>;
  /** E-mail or telephone by which the answer goes. Without it the answer stands on the follow-up page. */
  readonly contact?: InputMaybe<Scalars['String']['input']>;
  /** A telephone beside the contact. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  readonly address?: InputMaybe<PostalAddressInput>;
  readonly place?: InputMaybe<PlaceInput>;
  readonly files?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
  /** The day it came, when earlier than today; never in the future. */
  readonly receivedOn?: InputMaybe<Scalars['Date']['input']>;
  readonly kind?: InputMaybe<AppealKind>;
  readonly answerWay?: InputMaybe<AnswerWay>;
  /** Signed by several. */
  readonly collective?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of a letter on paper. */
  readonly original?: InputMaybe<OriginalInput>;
  /** Who handed it on, if not the applicant; up to 200 characters. */
  readonly forwardedBy?: InputMaybe<Scalars['String']['input']>;
};

export type PostalAddressInput = {
  /** Six digits. */
  readonly postcode?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 300 characters. */
  readonly text: Scalars['String']['input'];
};

/** What stands on a letter, and how many sheets came. */
export type OriginalInput = {
  /** Up to 50 characters; «б/н» without one. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** Never in the future. */
  readonly date?: InputMaybe<Scalars['Date']['input']>;
  /** 1 to 1,000. */
  readonly sheets?: InputMaybe<Scalars['Int']['input']>;
  /** Sheets of enclosures, 0 to 1,000. */
  readonly enclosures?: InputMaybe<Scalars['Int']['input']>;
};

/** An act on an appeal that needs nothing more. */
export type AppealActInput = {
  readonly district: Scalars['String']['input'];
  /** The appeal's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per command; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version of the appeal's stream that the official saw. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The same act on up to 100 appeals. */
export type AppealActsInput = {
  readonly district: Scalars['String']['input'];
  readonly items: ReadonlyArray<AppealActItem>;
};

export type AppealActItem = {
  /** The appeal's id. */
  readonly id: Scalars['UUID']['input'];
  /** UUID made once per act: retries carry the same, alone or among others. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** An act on an appeal, with its reason. */
export type AppealReasonInput = {
  readonly district: Scalars['String']['input'];
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type TurnIntoAppealInput = {
  readonly district: Scalars['String']['input'];
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** How the applicant was identified, 1 to 500 characters: a visit with a passport, a call back, … */
  readonly identifiedBy: Scalars['String']['input'];
};

export type MarkAsDuplicateInput = {
  readonly district: Scalars['String']['input'];
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The original appeal. */
  readonly of: Scalars['UUID']['input'];
};

export type RateAppealInput = {
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  readonly score: Scalars['Int']['input'];
  readonly comment?: InputMaybe<Scalars['String']['input']>;
};

export type SupplementAppealInput = {
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  readonly text: Scalars['String']['input'];
  readonly files?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
};

export type ResidentActInput = {
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
};

export type ResidentReasonInput = {
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  readonly reason: Scalars['String']['input'];
};

export type SubmitAppealResult = Receipt | Refusal;

/** What the sender keeps: number and code. */
export type Receipt = {
  readonly __typename?: 'Receipt';
  /** The stream that was opened: the appeal's id. */
  readonly id: Scalars['UUID']['output'];
  /** The same id, named as in `Change`. */
  readonly appeal: Scalars['UUID']['output'];
  /** The receipt's number, to be told with the code. The registration number comes later. */
  readonly number: Scalars['String']['output'];
  /** Secret: sixteen characters (Crockford base32). The holder of number and code may follow, supplement and withdraw. */
  readonly followUpCode: Scalars['String']['output'];
  readonly receivedAt: Scalars['DateTime']['output'];
  readonly version: Scalars['Int']['output'];
  /** As in `Change`. */
  readonly consistencyToken: Scalars['String']['output'];
  /** Opens the follow-up at once, for fifteen minutes. */
  readonly token: Scalars['String']['output'];
};

export type OpenAppealResult = OpenedAppeal | Refusal;

/** The way into one appeal, for fifteen minutes. */
export type OpenedAppeal = {
  readonly __typename?: 'OpenedAppeal';
  /** Send it as `Authorization: Bearer …`. */
  readonly token: Scalars['String']['output'];
  readonly expiresAt: Scalars['DateTime']['output'];
};

export type RequestFollowUpLinkInput = {
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per request. */
  readonly key: Scalars['UUID']['input'];
  /** Of the receipt or the registration; 100 characters at most. */
  readonly number: Scalars['String']['input'];
  /** The e-mail that the appeal was sent with. */
  readonly contact: Scalars['String']['input'];
};

/** The same answer whether there is such an appeal or not. */
export type RequestedLink = {
  readonly __typename?: 'RequestedLink';
  /** How long the link is valid from now on, should there be such an appeal. */
  readonly minutes: Scalars['Int']['output'];
};

export type OpenAppealByLinkInput = {
  readonly district: Scalars['String']['input'];
  /** A UUID made once per page: the link is spent by its first key. */
  readonly key: Scalars['UUID']['input'];
  /** What stands in the link after the last slash. */
  readonly link: Scalars['String']['input'];
};

/** The way into one appeal, with a new code. */
export type OpenedByLink = {
  readonly __typename?: 'OpenedByLink';
  /** Send it as `Authorization: Bearer …`. */
  readonly token: Scalars['String']['output'];
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Secret, in place of the lost one. */
  readonly followUpCode: Scalars['String']['output'];
};

export type FileOpening = {
  readonly __typename?: 'FileOpening';
  readonly id: Scalars['UUID']['output'];
  readonly at: Scalars['DateTime']['output'];
  /** Id of the official. */
  readonly official: Scalars['UUID']['output'];
  readonly file: Scalars['UUID']['output'];
  /** Null once the file was erased. */
  readonly appeal?: Maybe<Scalars['UUID']['output']>;
  /** Number of the appeal's receipt. */
  readonly receipt?: Maybe<Scalars['String']['output']>;
};

export type FileOpeningConnection = {
  readonly __typename?: 'FileOpeningConnection';
  readonly edges: ReadonlyArray<FileOpeningEdge>;
  readonly nodes: ReadonlyArray<FileOpening>;
  readonly pageInfo: PageInfo;
};

export type FileOpeningEdge = {
  readonly __typename?: 'FileOpeningEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: FileOpening;
};

export type RecordOralNoticeInput = {
  readonly district: Scalars['String']['input'];
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What was said and to whom, 1 to 2,000 characters. */
  readonly said: Scalars['String']['input'];
  readonly outcome?: InputMaybe<OralOutcome>;
};

export type RecordCallAttemptInput = {
  readonly district: Scalars['String']['input'];
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  readonly result: CallResult;
  /** When to call again; with CALL_LATER. */
  readonly callAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What was said, up to 2,000 characters. */
  readonly said?: InputMaybe<Scalars['String']['input']>;
};

/**
 * A text with fields in double braces. Known fields, in any case: `{{имя}}` (as in the greeting), `{{заявитель}}` (the whole
 * name), `{{номер}}`, `{{дата}}` (of the registration), `{{срок}}`, `{{тема}}`, `{{отдел}}`, `{{исполнитель}}`, `{{место}}`,
 * `{{сегодня}}`, `{{район}}`, `{{адрес}}`, `{{телефон}}` (of the administration). Any other is for the executor to fill in.
 */
export type AnswerTemplate = {
  readonly __typename?: 'AnswerTemplate';
  readonly id: Scalars['UUID']['output'];
  /** 1, 2, 3 … of the template, for expectedVersion. */
  readonly version: Scalars['Int']['output'];
  /** Code of the district's topic; null: for every topic. */
  readonly topic?: Maybe<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
  readonly outcome?: Maybe<Outcome>;
  /** The text with the question's fields filled in; null without `question`. */
  readonly filled?: Maybe<Scalars['String']['output']>;
  /** Names of the fields that are still to be filled in, in the order of the text. */
  readonly open: ReadonlyArray<Scalars['String']['output']>;
  readonly removed: Scalars['Boolean']['output'];
  readonly changedAt: Scalars['DateTime']['output'];
  /** Null for one whom the directory does not know. */
  readonly changedBy?: Maybe<Scalars['String']['output']>;
};

export type SaveAnswerTemplateResult = AnswerTemplate | Refusal;

export type SaveAnswerTemplateInput = {
  readonly district: Scalars['String']['input'];
  /** Absent: a new template. */
  readonly id?: InputMaybe<Scalars['UUID']['input']>;
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that was changed; with `id`. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Code of the district's topic; absent: for every topic. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters. */
  readonly title: Scalars['String']['input'];
  /** 1 to 20,000 characters. */
  readonly text: Scalars['String']['input'];
  readonly outcome?: InputMaybe<Outcome>;
};

export type RemoveAnswerTemplateInput = {
  readonly district: Scalars['String']['input'];
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** An answer as it would leave now. */
export type LetterPreview = {
  readonly __typename?: 'LetterPreview';
  /** Subject of the e-mail. */
  readonly subject: Scalars['String']['output'];
  /** The letter by its parts, as it is printed. */
  readonly letter: Letter;
  /** The e-mail's whole text. */
  readonly email: Scalars['String']['output'];
  /** The answer as it stands on the resident's page, by paragraphs. */
  readonly page: ReadonlyArray<Scalars['String']['output']>;
  /** The way by which it will leave. */
  readonly way: NoticeWay;
  readonly warnings: ReadonlyArray<LetterWarning>;
};

/** A letter by its parts. */
export type Letter = {
  readonly __typename?: 'Letter';
  /** The administration that answers. */
  readonly sender: Scalars['String']['output'];
  readonly department?: Maybe<Scalars['String']['output']>;
  readonly address: Scalars['String']['output'];
  /** What it answers: the number and the day of the registration. */
  readonly reference: Scalars['String']['output'];
  readonly greeting: Scalars['String']['output'];
  readonly paragraphs: ReadonlyArray<Scalars['String']['output']>;
  /** Names of the attachments, as a line; null without any. */
  readonly attachments?: Maybe<Scalars['String']['output']>;
  /** Null until it is signed. */
  readonly signature?: Maybe<Scalars['String']['output']>;
  readonly executor?: Maybe<Scalars['String']['output']>;
};

/** What to look at before an answer leaves. It may leave with any of them. */
export type LetterWarning = {
  readonly __typename?: 'LetterWarning';
  readonly kind: LetterWarningKind;
  /** The place in the text; or the applicant's own words that are not answered, or the file's name. */
  readonly excerpt: Scalars['String']['output'];
  /** Where `excerpt` stands in `text`, in UTF-16 code units; null where it does not. */
  readonly start?: Maybe<Scalars['Int']['output']>;
  readonly end?: Maybe<Scalars['Int']['output']>;
};

/** What to look at before an answer leaves. */
export type LetterWarningKind =
  /** There is no text. */
  | 'EMPTY'
  /** A field in double braces is not filled in. */
  | 'OPEN_FIELD'
  /** A name that is neither the applicant's nor an official's. */
  | 'FOREIGN_NAME'
  /** A mobile telephone that is neither the applicant's nor the administration's. */
  | 'FOREIGN_PHONE'
  /** The applicant asks for something of which the text has no word. */
  | 'QUESTION_NOT_ANSWERED'
  /** A file is attached, and the text does not mention an attachment. */
  | 'ATTACHMENT_NOT_MENTIONED'
  /** The text mentions an attachment, and no file is attached. */
  | 'ATTACHMENT_MISSING';

/** Why a mutation was refused. Its text for a person is in libs/contracts/texts. */
export type RefusalCode =
  /** The stream has a later version than the expected one. */
  | 'VERSION_CONFLICT'
  /** The state of the appeal does not allow this mutation. */
  | 'APPEAL_STATE_FORBIDS'
  /** A message must be taken up before it can be registered. */
  | 'APPEAL_NOT_TAKEN_UP'
  /** The appeal has a registration number already. */
  | 'APPEAL_ALREADY_REGISTERED'
  /** The applicant withdrew the appeal. */
  | 'APPEAL_WITHDRAWN'
  /** The case is open: its texts are erased only on a stated ground. */
  | 'APPEAL_STILL_OPEN'
  /** An appeal under 59-FZ needs an identified applicant (art. 4 as amended by 547-FZ). */
  | 'APPLICANT_NOT_IDENTIFIED'
  /** An appeal cannot be its own duplicate, nor a duplicate of a duplicate. */
  | 'DUPLICATE_OF_ITSELF'
  /** There is no moderator's decision to take back. */
  | 'NO_DECISION_TO_TAKE_BACK'
  /** The appeal has no answer that could be rated. */
  | 'NOT_ANSWERED_YET'
  /** The answer was rated already. */
  | 'ALREADY_RATED'
  /** The time limit for reopening has passed. */
  | 'REOPENING_TERM_OVER'
  /** The state of the question does not allow this mutation. */
  | 'QUESTION_STATE_FORBIDS'
  /** The question has no department yet. */
  | 'QUESTION_HAS_NO_DEPARTMENT'
  /** The department is not one of this district. */
  | 'DEPARTMENT_UNKNOWN'
  /** The topic is not one of this district. */
  | 'TOPIC_UNKNOWN'
  /** The executor does not work in the department. */
  | 'EXECUTOR_NOT_IN_DEPARTMENT'
  /** Only the executor of the question may do this. */
  | 'NOT_THE_EXECUTOR'
  /** There is no draft yet. */
  | 'NO_DRAFT'
  /** The draft must be approved first. */
  | 'DRAFT_NOT_APPROVED'
  /** A signed response cannot be changed. */
  | 'RESPONSE_SIGNED'
  /** The state of the response does not allow this mutation. */
  | 'RESPONSE_STATE_FORBIDS'
  /** The author of the draft may not approve it. */
  | 'OWN_DRAFT'
  /** The notice was dispatched already. */
  | 'NOTICE_DISPATCHED'
  /** The notice is not delivered in person or by telephone. */
  | 'NOTICE_NOT_ORAL'
  /** There is no file of that id, or it belongs to another appeal. */
  | 'FILE_UNKNOWN'
  /** More files than an appeal may have. */
  | 'TOO_MANY_FILES'
  /** More additions than an appeal may have. */
  | 'TOO_MANY_SUPPLEMENTS'
  /** Of an item in a mutation of many: the district has none of that id. A single mutation answers an error with this code. */
  | 'NOT_FOUND'
  /** Of an item in a mutation of many: it is another department's. A single mutation answers an error with this code. */
  | 'FORBIDDEN'
  /** Of an item in a mutation of many: its key was used for another command. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A login has roles in the district already. */
  | 'LOGIN_TAKEN'
  /** An official has at least one role. */
  | 'ROLES_MISSING'
  /** The role is not one of an official. */
  | 'ROLE_UNKNOWN'
  /** The district would have no administrator left. */
  | 'LAST_ADMINISTRATOR'
  /** The stand-in must hold the same roles in the same departments, or in the whole district. */
  | 'STAND_IN_LACKS_ROLES'
  /** The district's file has faults; see `districtFileDifferences`. */
  | 'DISTRICT_FILE_HAS_FAULTS';

export type DraftResponseInput = {
  readonly district: Scalars['String']['input'];
  /** The response's id: it is opened with the question and stands on the card. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 20,000 characters. */
  readonly text: Scalars['String']['input'];
  readonly outcome: Outcome;
};

export type AddNoteInput = {
  readonly district: Scalars['String']['input'];
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  readonly text: Scalars['String']['input'];
};

/** An act on a response that needs nothing more. */
export type ResponseActInput = {
  readonly district: Scalars['String']['input'];
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

export type SendBackResponseInput = {
  readonly district: Scalars['String']['input'];
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  readonly code?: InputMaybe<SendBackReason>;
  /** What is to be mended, 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
};

export type SaveResponseDraftInput = {
  readonly district: Scalars['String']['input'];
  /** The response's id. */
  readonly id: Scalars['UUID']['input'];
  /** UUID made once per save: retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** Up to 20,000 characters; may be empty. */
  readonly text: Scalars['String']['input'];
  readonly outcome?: InputMaybe<Outcome>;
  /** The response's version on the card beside which the text is written. */
  readonly basedOn: Scalars['Int']['input'];
};

export type DiscardResponseDraftInput = {
  readonly district: Scalars['String']['input'];
  /** The response's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
};

export type DiscardResponseDraftResult = DiscardedDraft | Refusal;

export type DiscardedDraft = {
  readonly __typename?: 'DiscardedDraft';
  readonly response: Scalars['UUID']['output'];
  /** False when there was none. */
  readonly discarded: Scalars['Boolean']['output'];
};

export type SaveResponseDraftResult = PersonalDraft | Refusal;

/** An official's own unsent text for a response. */
export type PersonalDraft = {
  readonly __typename?: 'PersonalDraft';
  readonly response: Scalars['UUID']['output'];
  /** Null once the applicant's data was erased. */
  readonly text?: Maybe<Scalars['String']['output']>;
  readonly outcome?: Maybe<Outcome>;
  /** The response's version beside which it was written. */
  readonly basedOn: Scalars['Int']['output'];
  /** The response's version now. Beyond `basedOn`: it was changed meanwhile, compare with `responseVersions`. */
  readonly version: Scalars['Int']['output'];
  readonly savedAt: Scalars['DateTime']['output'];
};

/** One draft of a response, as it went to approval. */
export type ResponseVersion = {
  readonly __typename?: 'ResponseVersion';
  /** Id of the draft. */
  readonly id: Scalars['UUID']['output'];
  /** 1, 2, 3 … among the drafts of the response. */
  readonly ordinal: Scalars['Int']['output'];
  /** The response's version that the draft made. */
  readonly version: Scalars['Int']['output'];
  /** Null once the applicant's data was erased. */
  readonly text?: Maybe<Scalars['String']['output']>;
  readonly outcome: Outcome;
  readonly by?: Maybe<Scalars['UUID']['output']>;
  /** Null for one whom the directory does not know. */
  readonly byName?: Maybe<Scalars['String']['output']>;
  readonly at: Scalars['DateTime']['output'];
  /** Absent when it was not sent back. */
  readonly sentBack?: Maybe<SentBack>;
};

export type SentBack = {
  readonly __typename?: 'SentBack';
  readonly code: SendBackReason;
  /** Null once the applicant's data was erased. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  readonly by?: Maybe<Scalars['UUID']['output']>;
  readonly byName?: Maybe<Scalars['String']['output']>;
  readonly at: Scalars['DateTime']['output'];
};

export type RouteProposalInput = {
  readonly district: Scalars['String']['input'];
  /** 1 to 20,000 characters. */
  readonly text: Scalars['String']['input'];
  readonly channel: Channel;
  /** The term of the answer belongs to the regime. */
  readonly regime: Regime;
  /** Settlement code of the district's directory. */
  readonly settlement?: InputMaybe<Scalars['String']['input']>;
};

/** What the district’s rules make of a text. */
export type RouteProposal = {
  readonly __typename?: 'RouteProposal';
  /** Null when no rule fits: the coordinator decides. */
  readonly topic?: Maybe<Topic>;
  readonly department?: Maybe<Department>;
  readonly reason?: Maybe<RoutingReason>;
  /** Null when the district's policy has no term for the regime. */
  readonly deadline?: Maybe<Deadline>;
};

export type RouteQuestionInput = {
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Code of the district's topic. */
  readonly topic: Scalars['String']['input'];
  /** Code of the district's department. */
  readonly department: Scalars['String']['input'];
  /** The reason when it differs from the proposal, 1 to 2,000 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type AssignExecutorInput = {
  readonly district: Scalars['String']['input'];
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The official's id. */
  readonly executor: Scalars['UUID']['input'];
};

export type QuestionReasonInput = {
  readonly district: Scalars['String']['input'];
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  readonly reason: Scalars['String']['input'];
};

export type RouteQuestionsInput = {
  readonly district: Scalars['String']['input'];
  readonly items: ReadonlyArray<RouteQuestionItem>;
};

export type RouteQuestionItem = {
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** UUID made once per act: retries carry the same, alone or among others. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  readonly topic: Scalars['String']['input'];
  readonly department: Scalars['String']['input'];
  /** 1 to 2,000 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

export type AssignExecutorsInput = {
  readonly district: Scalars['String']['input'];
  readonly items: ReadonlyArray<AssignExecutorItem>;
};

export type AssignExecutorItem = {
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** UUID made once per act: retries carry the same, alone or among others. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The official's id. */
  readonly executor: Scalars['UUID']['input'];
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * Live worklist: what entered it, changed in it or left it. Begin with `after: liveCursor` of the list; after a reconnect
   * resume after the last cursor received.
   */
  readonly appealChanges: AppealChange;
  /** The same for the list of questions. A change of an appeal is a change of each of its questions: their rows show it. */
  readonly questionChanges: QuestionChange;
  /**
   * The other officials who have the card open now, at once and after each change, within some seconds. The subscription
   * makes the viewer one of those whom the others see; only for a card that the viewer may open.
   */
  readonly cardViewers: ReadonlyArray<Official>;
  /** `worklists` at once, and again whenever a count has changed, at most twice a second. */
  readonly worklistChanges: ReadonlyArray<Worklist>;
};


export type SubscriptionAppealChangesArgs = {
  district: Scalars['String']['input'];
  filter?: InputMaybe<AppealFilter>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type SubscriptionQuestionChangesArgs = {
  district: Scalars['String']['input'];
  filter?: InputMaybe<AppealFilter>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type SubscriptionCardViewersArgs = {
  district: Scalars['String']['input'];
  appeal: Scalars['UUID']['input'];
};


export type SubscriptionWorklistChangesArgs = {
  district: Scalars['String']['input'];
};

/** A district administration on the platform (the tenant). */
export type District = {
  readonly __typename?: 'District';
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  /** IANA zone; its dates are counted in it. */
  readonly zone: Scalars['String']['output'];
  /** Residents, as the district states it. */
  readonly population: Scalars['Int']['output'];
};

/** The official who asks. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  readonly id: Scalars['UUID']['output'];
  readonly login: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly roles: ReadonlyArray<ViewerRole>;
};

/** A role of the official who asks, in one district. */
export type ViewerRole = {
  readonly __typename?: 'ViewerRole';
  readonly district: District;
  readonly role: Role;
  /** Null: the role holds in the whole district. */
  readonly department?: Maybe<Department>;
  /** Names of the root fields that the role may use, in alphabetical order. */
  readonly operations: ReadonlyArray<Scalars['String']['output']>;
};

/** A list that an official works on, and how many are in it. */
export type Worklist = {
  readonly __typename?: 'Worklist';
  readonly code: WorklistCode;
  /** What it lists, and so which query reads it: `appeals`, `questions` or `oralNotices`. */
  readonly of: WorklistOf;
  /** Up to 10,000; see `totalIsExact`. */
  readonly total: Scalars['Int']['output'];
  /** False: there are more than `total`. */
  readonly totalIsExact: Scalars['Boolean']['output'];
  /** The order in which it is worked on. */
  readonly order: AppealOrder;
};

/** What a district tells its residents, from the district's file. */
export type PublicDistrict = {
  readonly __typename?: 'PublicDistrict';
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameSah?: Maybe<Scalars['String']['output']>;
  /** IANA zone; its dates are counted in it. */
  readonly zone: Scalars['String']['output'];
  /** Residents, as the district states it. */
  readonly population: Scalars['Int']['output'];
  readonly address: Scalars['String']['output'];
  /** Hours of personal reception. */
  readonly hours: Scalars['String']['output'];
  readonly phones: ReadonlyArray<PublicPhone>;
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Of the emblem and the stripe over the head; at least 3:1 to the page. */
  readonly color: DistrictColor;
  /** Path data (the attribute `d`) of a one-colour emblem in a box of 44 × 52. */
  readonly emblem?: Maybe<Scalars['String']['output']>;
  readonly settlements: ReadonlyArray<Settlement>;
  readonly topics: ReadonlyArray<PublicTopic>;
  readonly consent: Consent;
};

export type PublicPhone = {
  readonly __typename?: 'PublicPhone';
  readonly name: Scalars['String']['output'];
  readonly phone: Scalars['String']['output'];
};

/** Colours `#rrggbb`, for light and dark pages. */
export type DistrictColor = {
  readonly __typename?: 'DistrictColor';
  readonly light: Scalars['String']['output'];
  readonly dark: Scalars['String']['output'];
};

/** A topic that a resident may choose, with what the form asks about it. */
export type PublicTopic = {
  readonly __typename?: 'PublicTopic';
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameSah?: Maybe<Scalars['String']['output']>;
  readonly questions: ReadonlyArray<TopicQuestion>;
};

export type TopicQuestion = {
  readonly __typename?: 'TopicQuestion';
  readonly code: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
  readonly textSah?: Maybe<Scalars['String']['output']>;
  /** One of them is chosen; empty: a line is typed. */
  readonly options: ReadonlyArray<Scalars['String']['output']>;
};

/** Text of the consent to the processing of personal data (152-FZ). */
export type Consent = {
  readonly __typename?: 'Consent';
  /** The day of this text: goes with the submission. */
  readonly version: Scalars['Date']['output'];
  readonly text: Scalars['String']['output'];
  readonly textSah?: Maybe<Scalars['String']['output']>;
};

/** A department of the administration. */
export type Department = {
  readonly __typename?: 'Department';
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
};

/** An organisation of the district’s directory. */
export type Organisation = {
  readonly __typename?: 'Organisation';
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
};

/** What questions are about, with the department that deals with it. */
export type Topic = {
  readonly __typename?: 'Topic';
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly department?: Maybe<Department>;
};

/** A settlement of the district. */
export type Settlement = {
  readonly __typename?: 'Settlement';
  readonly code: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameSah?: Maybe<Scalars['String']['output']>;
};

/** An official of the district’s directory. */
export type Official = {
  readonly __typename?: 'Official';
  readonly id: Scalars['UUID']['output'];
  readonly name: Scalars['String']['output'];
  readonly roles: ReadonlyArray<Role>;
  readonly department?: Maybe<Department>;
};

/** What forms and filters of officials choose from. */
export type Directory = {
  readonly __typename?: 'Directory';
  readonly district: District;
  readonly departments: ReadonlyArray<Department>;
  readonly organisations: ReadonlyArray<Organisation>;
  readonly topics: ReadonlyArray<Topic>;
  readonly settlements: ReadonlyArray<Settlement>;
  readonly officials: ReadonlyArray<Official>;
};

/**
 * Within a field any of the values, between fields all of them. What is asked of questions (their states, departments, topics,
 * executor, deadline, response) is met by one and the same question.
 */
export type AppealFilter = {
  readonly states?: InputMaybe<ReadonlyArray<AppealState>>;
  readonly questionStates?: InputMaybe<ReadonlyArray<QuestionState>>;
  readonly responseStates?: InputMaybe<ReadonlyArray<ResponseState>>;
  readonly regimes?: InputMaybe<ReadonlyArray<Regime>>;
  readonly departments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly topics?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly executor?: InputMaybe<Scalars['UUID']['input']>;
  /** The rows of a worklist of the viewer's; FORBIDDEN for one that the viewer's roles may not open. */
  readonly worklist?: InputMaybe<WorklistCode>;
  /** Registration number or receipt, in any spelling. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /**
   * Words in any form, as in `search`: the 10,000 best appeals, looked up when the list, or its subscription, is asked for. For
   * lists, not for `search`, which has its `query`.
   */
  readonly words?: InputMaybe<Scalars['String']['input']>;
  readonly channels?: InputMaybe<ReadonlyArray<Channel>>;
  /** Codes of settlements. */
  readonly settlements?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** True: open questions without an executor. False: the others. */
  readonly unassigned?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: questions that were given to the viewer. False is as good as absent. */
  readonly mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** What the answer, or its draft, says. */
  readonly outcomes?: InputMaybe<ReadonlyArray<Outcome>>;
  /** Scores from 1 to 5. */
  readonly ratings?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Due on or after this day. */
  readonly dueFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Due on or before this day. */
  readonly dueBy?: InputMaybe<Scalars['Date']['input']>;
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Answered in time, or late; for lists, not for `search`. */
  readonly termKept?: InputMaybe<Scalars['Boolean']['input']>;
  readonly terms?: InputMaybe<ReadonlyArray<TermState>>;
  readonly receivedFrom?: InputMaybe<Scalars['Date']['input']>;
  readonly receivedTo?: InputMaybe<Scalars['Date']['input']>;
  readonly registeredFrom?: InputMaybe<Scalars['Date']['input']>;
  readonly registeredTo?: InputMaybe<Scalars['Date']['input']>;
};

/** Order of a list; cursors are of one order. */
export type AppealOrder =
  /** The nearest deadline first; those without one last. */
  | 'DEADLINE'
  /** The reverse of DEADLINE. */
  | 'DEADLINE_REVERSED'
  /** The newest received first. */
  | 'NEWEST'
  /** The oldest received first. */
  | 'OLDEST'
  /** The latest registered first; those without a number last. */
  | 'REGISTERED_NEWEST'
  /** The reverse of REGISTERED_NEWEST. */
  | 'REGISTERED_OLDEST';

export type AppealConnection = {
  readonly __typename?: 'AppealConnection';
  readonly edges: ReadonlyArray<AppealEdge>;
  readonly nodes: ReadonlyArray<AppealRow>;
  readonly pageInfo: PageInfo;
  /** Up to 10,000; see `totalIsExact`. */
  readonly total: Scalars['Int']['output'];
  /** False: there are more than `total`. */
  readonly totalIsExact: Scalars['Boolean']['output'];
  /**
   * Where `appealChanges` goes on from this list, so that no change between the two is missed. One that is in the list
   * already may be told again: it has the row's `version`.
   */
  readonly liveCursor: Scalars['String']['output'];
  /** The change named by `consistentWith` is not in it yet. */
  readonly stale: Scalars['Boolean']['output'];
};

export type AppealEdge = {
  readonly __typename?: 'AppealEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AppealRow;
};

export type QuestionConnection = {
  readonly __typename?: 'QuestionConnection';
  readonly edges: ReadonlyArray<QuestionEdge>;
  readonly nodes: ReadonlyArray<QuestionRow>;
  readonly pageInfo: PageInfo;
  /** Up to 10,000; see `totalIsExact`. */
  readonly total: Scalars['Int']['output'];
  /** False: there are more than `total`. */
  readonly totalIsExact: Scalars['Boolean']['output'];
  /** Where `questionChanges` resumes from this list; see `AppealConnection.liveCursor`. */
  readonly liveCursor: Scalars['String']['output'];
  /** The change named by `consistentWith` is not in it yet. */
  readonly stale: Scalars['Boolean']['output'];
};

export type QuestionEdge = {
  readonly __typename?: 'QuestionEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: QuestionRow;
};

/** A row of the register. */
export type AppealRow = {
  readonly __typename?: 'AppealRow';
  readonly id: Scalars['UUID']['output'];
  readonly district: District;
  /** Number of the receipt. */
  readonly receipt: Scalars['String']['output'];
  /** Registration number. */
  readonly number?: Maybe<Scalars['String']['output']>;
  readonly registeredOn?: Maybe<Scalars['Date']['output']>;
  readonly regime: Regime;
  readonly channel: Channel;
  readonly state: AppealState;
  readonly receivedAt: Scalars['DateTime']['output'];
  readonly settlement?: Maybe<Settlement>;
  /** The place in the sender's words; null where `excerpt` is. */
  readonly place?: Maybe<Scalars['String']['output']>;
  /** How many files the sender attached. */
  readonly hasFiles: Scalars['Int']['output'];
  /** The first 280 characters; null once the applicant's data was erased, and for those who may not open the card. */
  readonly excerpt?: Maybe<Scalars['String']['output']>;
  /** The nearest deadline of its open questions. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  readonly overdue: Scalars['Boolean']['output'];
  readonly questions: ReadonlyArray<QuestionRow>;
  readonly rating?: Maybe<Scalars['Int']['output']>;
  /** What the viewer may do with it now. */
  readonly allowedActions: ReadonlyArray<Action>;
  /** Version of the appeal's stream, for expectedVersion. */
  readonly version: Scalars['Int']['output'];
};

/** A question of an appeal; routing, term and result belong to it. */
export type QuestionRow = {
  readonly __typename?: 'QuestionRow';
  readonly id: Scalars['UUID']['output'];
  readonly appeal: AppealSummary;
  /** 1, 2, 3 … within the appeal; null until the question's first fact is known. */
  readonly ordinal?: Maybe<Scalars['Int']['output']>;
  /**
   * The first 280 characters of its own text, or of the appeal's; null once the applicant's data was erased, and for those
   * who may not open the card.
   */
  readonly excerpt?: Maybe<Scalars['String']['output']>;
  readonly state: QuestionState;
  readonly topic?: Maybe<Topic>;
  readonly department?: Maybe<Department>;
  /** Why this topic and department: the rule that fired and its words, or who decided. */
  readonly reason?: Maybe<RoutingReason>;
  readonly executor?: Maybe<Official>;
  readonly deadline?: Maybe<Deadline>;
  /** The deadline's day while the question is open. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  readonly overdue: Scalars['Boolean']['output'];
  /** Whether it was answered in time; null before the answer and where no deadline was set. */
  readonly termKept?: Maybe<Scalars['Boolean']['output']>;
  readonly response?: Maybe<ResponseRow>;
  /** What the viewer may do with it now. */
  readonly allowedActions: ReadonlyArray<Action>;
  readonly version: Scalars['Int']['output'];
};

/** The appeal of a question. */
export type AppealSummary = {
  readonly __typename?: 'AppealSummary';
  readonly id: Scalars['UUID']['output'];
  /** Number of the receipt. */
  readonly receipt: Scalars['String']['output'];
  /** Registration number. */
  readonly number?: Maybe<Scalars['String']['output']>;
  readonly registeredOn?: Maybe<Scalars['Date']['output']>;
  readonly regime: Regime;
  readonly channel: Channel;
  readonly state: AppealState;
  readonly receivedAt: Scalars['DateTime']['output'];
  readonly settlement?: Maybe<Settlement>;
  /** As in `AppealRow`. */
  readonly place?: Maybe<Scalars['String']['output']>;
  /** As in `AppealRow`. */
  readonly excerpt?: Maybe<Scalars['String']['output']>;
  /** How many files the sender attached. */
  readonly hasFiles: Scalars['Int']['output'];
  /** Version of the appeal's stream, for expectedVersion. */
  readonly version: Scalars['Int']['output'];
};

/** Why a question has its topic and department. */
export type RoutingReason = {
  readonly __typename?: 'RoutingReason';
  /** Id of the district's rule, absent when a person decided. */
  readonly rule?: Maybe<Scalars['String']['output']>;
  readonly ruleVersion?: Maybe<Scalars['Int']['output']>;
  /** The rule's own words that were met. */
  readonly words: ReadonlyArray<Scalars['String']['output']>;
};

/** The last day for the answer, with the rule and the calendar that it was counted by. */
export type Deadline = {
  readonly __typename?: 'Deadline';
  readonly dueOn: Scalars['Date']['output'];
  readonly rule: Scalars['String']['output'];
  readonly ruleVersion: Scalars['Int']['output'];
  readonly calendarVersion: Scalars['String']['output'];
  /** A year without a decree was counted; the date may move. */
  readonly provisional: Scalars['Boolean']['output'];
  readonly source: Scalars['String']['output'];
};

/** The answer that is made to a question. */
export type ResponseRow = {
  readonly __typename?: 'ResponseRow';
  readonly id: Scalars['UUID']['output'];
  readonly state: ResponseState;
  readonly outcome?: Maybe<Outcome>;
  /** What the viewer may do with it now. */
  readonly allowedActions: ReadonlyArray<Action>;
  readonly version: Scalars['Int']['output'];
};

/** One appeal with all that belongs to it. */
export type AppealCard = {
  readonly __typename?: 'AppealCard';
  readonly row: AppealRow;
  readonly text?: Maybe<Scalars['String']['output']>;
  readonly place?: Maybe<Place>;
  readonly files: ReadonlyArray<AttachedFile>;
  readonly supplements: ReadonlyArray<Supplement>;
  /** The draft or answer that stands now, by question. */
  readonly responses: ReadonlyArray<ResponseCard>;
  readonly notices: ReadonlyArray<NoticeRow>;
  readonly history: ReadonlyArray<HistoryItem>;
  readonly duplicateOf?: Maybe<Scalars['UUID']['output']>;
  /** Other appeals from the same contact, the newest first, at most 20; empty where the sender left none. */
  readonly earlier: ReadonlyArray<AppealRow>;
  readonly ratingComment?: Maybe<Scalars['String']['output']>;
  /** What the paper form holds beside the text; null for what came otherwise. */
  readonly entry?: Maybe<AppealEntry>;
  /** The applicant's data was erased: texts are gone for ever. */
  readonly erased: Scalars['Boolean']['output'];
  /** The change named by `consistentWith` is not in it yet. */
  readonly stale: Scalars['Boolean']['output'];
};

/** The place that an appeal speaks of. */
export type Place = {
  readonly __typename?: 'Place';
  readonly settlement?: Maybe<Settlement>;
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** Fields of the paper form, as an official entered them. */
export type AppealEntry = {
  readonly __typename?: 'AppealEntry';
  readonly kind?: Maybe<AppealKind>;
  readonly answerWay?: Maybe<AnswerWay>;
  readonly collective: Scalars['Boolean']['output'];
  /** Number and day on the original of a letter. */
  readonly originalNumber?: Maybe<Scalars['String']['output']>;
  readonly originalDate?: Maybe<Scalars['Date']['output']>;
  readonly sheets?: Maybe<Scalars['Int']['output']>;
  /** Sheets of enclosures. */
  readonly enclosures?: Maybe<Scalars['Int']['output']>;
  /** Who handed it on, if not the applicant. */
  readonly forwardedBy?: Maybe<Scalars['String']['output']>;
};

/** A file of an appeal; it is opened at `url`, with the token or the session of the viewer. */
export type AttachedFile = {
  readonly __typename?: 'AttachedFile';
  readonly id: Scalars['UUID']['output'];
  /** As its sender had it; for officials, null for a file without one. */
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly type: Scalars['String']['output'];
  readonly size: Scalars['Int']['output'];
  /** Address of the file on this server, for those who may see the card; of an image with `?size=thumb` a small one. */
  readonly url: Scalars['String']['output'];
};

/** What the applicant added later. */
export type Supplement = {
  readonly __typename?: 'Supplement';
  readonly text?: Maybe<Scalars['String']['output']>;
  readonly at: Scalars['DateTime']['output'];
};

/** A draft or answer with its text and its people. */
export type ResponseCard = {
  readonly __typename?: 'ResponseCard';
  readonly question: Scalars['UUID']['output'];
  readonly row: ResponseRow;
  readonly text?: Maybe<Scalars['String']['output']>;
  readonly draftedBy?: Maybe<Official>;
  readonly approvedBy?: Maybe<Official>;
  readonly signedBy?: Maybe<Official>;
  readonly signedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly sentBackReason?: Maybe<Scalars['String']['output']>;
  readonly notes: ReadonlyArray<Note>;
};

/** An internal note; never shown to the applicant. */
export type Note = {
  readonly __typename?: 'Note';
  readonly text?: Maybe<Scalars['String']['output']>;
  readonly by?: Maybe<Official>;
  readonly at: Scalars['DateTime']['output'];
};

/** A notice to the applicant: of the receipt, the registration, the answer … */
export type NoticeRow = {
  readonly __typename?: 'NoticeRow';
  readonly id: Scalars['UUID']['output'];
  readonly appeal: Scalars['UUID']['output'];
  readonly kind: NoticeKind;
  readonly way: NoticeWay;
  readonly state: NoticeState;
  /** What proves the dispatch: a message id, an official's record, a posting. */
  readonly proof?: Maybe<Scalars['String']['output']>;
  readonly dispatchedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The appeal's registration number. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The question that an answer speaks of. */
  readonly question?: Maybe<QuestionRow>;
  /** The signed answer, to be read aloud; null for other kinds, and once the applicant's data was erased. */
  readonly answer?: Maybe<Scalars['String']['output']>;
  /** What the viewer may do with it now. */
  readonly allowedActions: ReadonlyArray<Action>;
  /** The day by which the question must be answered. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** Calls that told no answer, the oldest first. */
  readonly attempts: ReadonlyArray<CallAttempt>;
  readonly version: Scalars['Int']['output'];
};

/** A call that told no answer. */
export type CallAttempt = {
  readonly __typename?: 'CallAttempt';
  readonly result: CallResult;
  readonly at: Scalars['DateTime']['output'];
  readonly by?: Maybe<Official>;
  /** When the applicant asked to be called. */
  readonly callAt?: Maybe<Scalars['DateTime']['output']>;
};

export type NoticeConnection = {
  readonly __typename?: 'NoticeConnection';
  readonly edges: ReadonlyArray<NoticeEdge>;
  readonly nodes: ReadonlyArray<NoticeRow>;
  readonly pageInfo: PageInfo;
  /** The change named by `consistentWith` is not in it yet. */
  readonly stale: Scalars['Boolean']['output'];
};

export type NoticeEdge = {
  readonly __typename?: 'NoticeEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: NoticeRow;
};

/** One fact: who, when, what, under which rule. */
export type HistoryItem = {
  readonly __typename?: 'HistoryItem';
  readonly type: EventType;
  /** The same for a person, in the language of Accept-Language. */
  readonly title: Scalars['String']['output'];
  readonly at: Scalars['DateTime']['output'];
  readonly by?: Maybe<Official>;
  readonly actor: ActorKind;
  readonly role?: Maybe<Role>;
  /** Text that goes with it: a reason, a draft. */
  readonly text?: Maybe<Scalars['String']['output']>;
  readonly rule?: Maybe<Scalars['String']['output']>;
};

/** Personal data of the applicant; each opening is recorded. */
export type Applicant = {
  readonly __typename?: 'Applicant';
  readonly name?: Maybe<Scalars['String']['output']>;
  readonly contact?: Maybe<Scalars['String']['output']>;
  /** The postal address, and a telephone beside the contact, where an official entered them. */
  readonly address?: Maybe<Scalars['String']['output']>;
  readonly phone?: Maybe<Scalars['String']['output']>;
  readonly contactKind?: Maybe<ContactKind>;
  readonly identified: Scalars['Boolean']['output'];
};

/** An official opened, or saved, what the register holds of a person. */
export type Opening = {
  readonly __typename?: 'Opening';
  readonly id: Scalars['UUID']['output'];
  readonly at: Scalars['DateTime']['output'];
  readonly kind: OpeningKind;
  /** Null for one whom the directory does not know. */
  readonly official?: Maybe<Official>;
  /** The role that permitted it. */
  readonly role: Role;
  /** Null for EXPORT, and when the register does not hold the appeal. */
  readonly appeal?: Maybe<AppealSummary>;
  /** Of CONTACT, in the official's words; null once the applicant's data was erased. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Of EXPORT: how many appeals of this district were found. */
  readonly rows?: Maybe<Scalars['Int']['output']>;
};

export type OpeningConnection = {
  readonly __typename?: 'OpeningConnection';
  readonly edges: ReadonlyArray<OpeningEdge>;
  readonly nodes: ReadonlyArray<Opening>;
  readonly pageInfo: PageInfo;
};

export type OpeningEdge = {
  readonly __typename?: 'OpeningEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Opening;
};

/** By what the questions of `answerTimes` are grouped. */
export type AnswerTimesBy =
  | 'DISTRICT'
  | 'DEPARTMENT'
  | 'TOPIC'
  /** Of the reception. */
  | 'MONTH';

export type AnswerTimesReport = {
  readonly __typename?: 'AnswerTimesReport';
  /** The largest first. */
  readonly groups: ReadonlyArray<AnswerTimes>;
  /** False: words find more than 10,000 appeals, and the newest of them are counted. */
  readonly isExact: Scalars['Boolean']['output'];
};

export type AnswerTimes = {
  readonly __typename?: 'AnswerTimes';
  /** Code of the district, department or topic, or YYYY-MM of the reception. */
  readonly value: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  /** All questions of the group, answered or not. */
  readonly questions: Scalars['Int']['output'];
  readonly answered: Scalars['Int']['output'];
  /** Answered within their term (`filter: { terms: KEPT }`). */
  readonly kept: Scalars['Int']['output'];
  /** Answered after it (`filter: { terms: LATE }`). */
  readonly late: Scalars['Int']['output'];
  /** Open past their term today (`filter: { overdue: true }`). */
  readonly overdue: Scalars['Int']['output'];
  /** Calendar days from the registration to the dispatch of the answer; null where nothing was answered. */
  readonly days?: Maybe<Quartiles>;
};

/** Half of the values lie between `lower` and `upper`. */
export type Quartiles = {
  readonly __typename?: 'Quartiles';
  readonly lower: Scalars['Float']['output'];
  readonly median: Scalars['Float']['output'];
  readonly upper: Scalars['Float']['output'];
};

/** Which texts a search finds. */
export type SearchMatch =
  /** Those with all the words, in any form or by a synonym; where there are none, those with some (`relaxed`). */
  | 'ALL'
  /** Those with any of the words. */
  | 'ANY';

/** A word that no text holds, and its replacement. */
export type SearchCorrection = {
  readonly __typename?: 'SearchCorrection';
  readonly from: Scalars['String']['output'];
  readonly to: Scalars['String']['output'];
};

export type SearchConnection = {
  readonly __typename?: 'SearchConnection';
  readonly edges: ReadonlyArray<SearchEdge>;
  readonly nodes: ReadonlyArray<SearchHit>;
  readonly pageInfo: PageInfo;
  /** Up to 10,000; see `totalIsExact`. */
  readonly total: Scalars['Int']['output'];
  /** False: there are more, and facets may count the newest of them alone. */
  readonly totalIsExact: Scalars['Boolean']['output'];
  readonly facets: Facets;
  /** Words that no text holds, and what was looked for instead. */
  readonly corrections: ReadonlyArray<SearchCorrection>;
  /** No text holds all the words: these hold some of them. */
  readonly relaxed: Scalars['Boolean']['output'];
  /** The search server is away: answered from the database. */
  readonly degraded: Scalars['Boolean']['output'];
  /** The change named by `consistentWith` is not in it yet. */
  readonly stale: Scalars['Boolean']['output'];
};

export type SearchEdge = {
  readonly __typename?: 'SearchEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: SearchHit;
};

/** A found appeal. */
export type SearchHit = {
  readonly __typename?: 'SearchHit';
  readonly row: AppealRow;
  readonly score: Scalars['Float']['output'];
  /** Fragments with what was found between U+E000 and U+E001. */
  readonly highlights: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * How many of the found appeals have each value; an appeal with several questions counts under each of theirs. The values are
 * those of the filter's fields.
 */
export type Facets = {
  readonly __typename?: 'Facets';
  /** Codes, as in `districts`. */
  readonly districts: ReadonlyArray<Facet>;
  readonly topics: ReadonlyArray<Facet>;
  readonly departments: ReadonlyArray<Facet>;
  readonly settlements: ReadonlyArray<Facet>;
  readonly channels: ReadonlyArray<ChannelFacet>;
  readonly states: ReadonlyArray<StateFacet>;
  /** Of questions, for `filter.terms`; those overdue now are found by `filter.overdue`. */
  readonly terms: ReadonlyArray<TermFacet>;
  /** YYYY-MM of the reception; the filter takes its first and last day as `receivedFrom` and `receivedTo`. */
  readonly months: ReadonlyArray<Facet>;
};

export type ChannelFacet = {
  readonly __typename?: 'ChannelFacet';
  readonly value: Channel;
  readonly name: Scalars['String']['output'];
  readonly count: Scalars['Int']['output'];
};

export type TermFacet = {
  readonly __typename?: 'TermFacet';
  readonly value: TermState;
  readonly name: Scalars['String']['output'];
  readonly count: Scalars['Int']['output'];
};

export type StateFacet = {
  readonly __typename?: 'StateFacet';
  readonly value: AppealState;
  readonly name: Scalars['String']['output'];
  readonly count: Scalars['Int']['output'];
};

export type Facet = {
  readonly __typename?: 'Facet';
  readonly value: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly count: Scalars['Int']['output'];
};

/** What happened to a row of a live list. */
export type ChangeKind =
  /** It meets the list's filter now. */
  | 'ENTERED'
  /** It meets the filter as before, and is another one now. */
  | 'CHANGED'
  /** It meets the filter no longer. */
  | 'LEFT';

/** A change of a live list of appeals. */
export type AppealChange = {
  readonly __typename?: 'AppealChange';
  readonly cursor: Scalars['String']['output'];
  readonly id: Scalars['UUID']['output'];
  readonly version: Scalars['Int']['output'];
  readonly kind: ChangeKind;
  /** The row now; null when it left. */
  readonly row?: Maybe<AppealRow>;
};

/** A change of a live list of questions. */
export type QuestionChange = {
  readonly __typename?: 'QuestionChange';
  readonly cursor: Scalars['String']['output'];
  readonly id: Scalars['UUID']['output'];
  readonly appeal: Scalars['UUID']['output'];
  /** Version of the question's stream. */
  readonly version: Scalars['Int']['output'];
  readonly kind: ChangeKind;
  /** The row now; null when it left. */
  readonly row?: Maybe<QuestionRow>;
};

/** What the holder of a follow-up code may do now. */
export type ResidentAction =
  | 'RATE_APPEAL'
  | 'SUPPLEMENT_APPEAL'
  | 'WITHDRAW_APPEAL'
  | 'REQUEST_REOPENING';

/** An appeal as its sender sees it. */
export type ResidentAppeal = {
  readonly __typename?: 'ResidentAppeal';
  readonly receipt: Scalars['String']['output'];
  readonly number?: Maybe<Scalars['String']['output']>;
  readonly registeredOn?: Maybe<Scalars['Date']['output']>;
  readonly state: AppealState;
  readonly regime: Regime;
  readonly receivedAt: Scalars['DateTime']['output'];
  readonly text?: Maybe<Scalars['String']['output']>;
  readonly place?: Maybe<Place>;
  /** Files of the submission and of its additions; the token opens them. */
  readonly files: ReadonlyArray<AttachedFile>;
  readonly supplements: ReadonlyArray<Supplement>;
  /** The sender agreed to publication without name and address. */
  readonly mayBePublished: Scalars['Boolean']['output'];
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** Names of the departments that consider it. */
  readonly departments: ReadonlyArray<Scalars['String']['output']>;
  readonly questions: ReadonlyArray<ResidentQuestion>;
  readonly answers: ReadonlyArray<ResidentAnswer>;
  readonly notices: ReadonlyArray<ResidentNotice>;
  readonly rating?: Maybe<Scalars['Int']['output']>;
  /** Last day on which another consideration may be asked for; null before the answer. */
  readonly reopenUntil?: Maybe<Scalars['Date']['output']>;
  readonly allowedActions: ReadonlyArray<ResidentAction>;
  readonly steps: ReadonlyArray<ResidentStep>;
  /** The change named by `consistentWith` is not in it yet. */
  readonly stale: Scalars['Boolean']['output'];
};

/** A question of the appeal as its sender sees it. */
export type ResidentQuestion = {
  readonly __typename?: 'ResidentQuestion';
  readonly id: Scalars['UUID']['output'];
  /** 1, 2, 3 … within the appeal. */
  readonly ordinal?: Maybe<Scalars['Int']['output']>;
  /** Its own part of the text, or the appeal's, 140 characters at most. */
  readonly excerpt?: Maybe<Scalars['String']['output']>;
  readonly topic?: Maybe<Scalars['String']['output']>;
  readonly department?: Maybe<Scalars['String']['output']>;
  readonly state: QuestionState;
  /** When the department got it. */
  readonly routedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the department named who answers. */
  readonly assignedAt?: Maybe<Scalars['DateTime']['output']>;
  /** While it is open. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  readonly answeredOn?: Maybe<Scalars['Date']['output']>;
};

/** A signed answer. */
export type ResidentAnswer = {
  readonly __typename?: 'ResidentAnswer';
  readonly question: Scalars['UUID']['output'];
  readonly text?: Maybe<Scalars['String']['output']>;
  readonly outcome: Outcome;
  /** Null for one whom the directory does not know. */
  readonly signedBy?: Maybe<Scalars['String']['output']>;
  readonly signedAt: Scalars['DateTime']['output'];
};

/** A notice as its addressee sees it. */
export type ResidentNotice = {
  readonly __typename?: 'ResidentNotice';
  readonly kind: NoticeKind;
  readonly way: NoticeWay;
  readonly state: NoticeState;
  /** The question that an answer speaks of. */
  readonly question?: Maybe<Scalars['UUID']['output']>;
  readonly dispatchedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** One step of the appeal on its way, for its sender. */
export type ResidentStep = {
  readonly __typename?: 'ResidentStep';
  readonly type: EventType;
  /** The same for a person, in the language of Accept-Language. */
  readonly title: Scalars['String']['output'];
  readonly at: Scalars['DateTime']['output'];
  /** The question's ordinal, where the step is a question's. */
  readonly question?: Maybe<Scalars['Int']['output']>;
  /** How a notice went. */
  readonly way?: Maybe<NoticeWay>;
};

/** The legal regime (правовой режим): which law and which terms hold. */
export type Regime =
  /** обращение по 59-ФЗ (appeal under Federal Law 59-FZ) */
  | 'APPEAL_59FZ'
  /** сообщение из открытых источников (message from open sources) */
  | 'SOCIAL_MESSAGE'
  /** сообщение через ПОС (message through the feedback platform) */
  | 'POS_MESSAGE'
  /** личный приём (reception in person) */
  | 'ORAL_RECEPTION';

/** The channel by which the appeal came in. */
export type Channel =
  /** форма на сайте (form on the site) */
  | 'SITE'
  /** на бумаге (on paper) */
  | 'PAPER'
  /** личный приём (reception in person) */
  | 'RECEPTION'
  /** телефон (telephone) */
  | 'PHONE'
  /** импорт (import) */
  | 'IMPORT';

/** How the applicant can be reached. */
export type ContactKind =
  /** электронная почта (e-mail) */
  | 'EMAIL'
  /** телефон (telephone) */
  | 'PHONE';

/** What a worklist lists. */
export type WorklistOf =
  /** обращения (appeals) */
  | 'APPEALS'
  /** вопросы (questions) */
  | 'QUESTIONS'
  /** звонки (calls to make) */
  | 'NOTICES';

/** The worklists of officials. */
export type WorklistCode =
  /** мои вопросы (given to me) */
  | 'MINE'
  /** вопросы моего отдела (my department's) */
  | 'DEPARTMENT'
  /** вопросы в работе (all open questions) */
  | 'IN_WORK'
  /** не назначены (without an executor) */
  | 'UNASSIGNED'
  /** срок сегодня (due today) */
  | 'DUE_TODAY'
  /** просрочены (overdue) */
  | 'OVERDUE'
  /** на модерацию (to moderate) */
  | 'TO_MODERATE'
  /** на регистрацию (to register) */
  | 'TO_REGISTER'
  /** отделы вернули (returned by departments) */
  | 'RETURNED'
  /** на согласовании (to approve) */
  | 'TO_APPROVE'
  /** на подписи (to sign) */
  | 'TO_SIGN'
  /** вернули на доработку (drafts sent back to me) */
  | 'SENT_BACK'
  /** позвонить (calls to make) */
  | 'TO_CALL'
  /** просят рассмотреть снова (another consideration asked for) */
  | 'REOPENING_REQUESTED';

/** How a question stands to its deadline. */
export type TermState =
  /** ответ в срок (answered in time) */
  | 'KEPT'
  /** ответ с опозданием (answered late) */
  | 'LATE'
  /** ещё в работе (still open) */
  | 'OPEN';

/** What an official opened. */
export type OpeningKind =
  /** имя и контакт (name and contact) */
  | 'CONTACT'
  /** карточка (card) */
  | 'CARD'
  /** выгрузка (export) */
  | 'EXPORT';

/** The order of what a search found. */
export type SearchOrder =
  /** сначала подходящие (the best first) */
  | 'RELEVANCE'
  /** сначала новые (the newest received first) */
  | 'NEWEST'
  /** сначала старые (the oldest received first) */
  | 'OLDEST';

/** An official's mutation that is allowed now, by its name. */
export type Action =
  /** принять к рассмотрению (take up) */
  | 'TAKE_UP_MESSAGE'
  /** зарегистрировать (register) */
  | 'REGISTER_APPEAL'
  /** перевести в обращение (turn into an appeal) */
  | 'TURN_INTO_APPEAL'
  /** отметить как дубликат (mark as a duplicate) */
  | 'MARK_AS_DUPLICATE'
  /** отметить как спам (mark as spam) */
  | 'MARK_AS_SPAM'
  /** отменить решение (take the decision back) */
  | 'TAKE_BACK_DECISION'
  /** направить в отдел (route to a department) */
  | 'ROUTE_QUESTION'
  /** назначить исполнителя (assign an executor) */
  | 'ASSIGN_EXECUTOR'
  /** вернуть координатору (return to the coordinator) */
  | 'RETURN_QUESTION'
  /** составить ответ (draft the response) */
  | 'DRAFT_RESPONSE'
  /** согласовать (approve) */
  | 'APPROVE_RESPONSE'
  /** подписать (sign) */
  | 'SIGN_RESPONSE'
  /** вернуть на доработку (send back) */
  | 'SEND_BACK_RESPONSE'
  /** добавить заметку (add a note) */
  | 'ADD_NOTE'
  /** записать разговор (record the call) */
  | 'RECORD_ORAL_NOTICE'
  /** отметить, что не дозвонились (record a call that told no answer) */
  | 'RECORD_CALL_ATTEMPT';

/** What the applicant sends (59-FZ art. 4). */
export type AppealKind =
  /** заявление (statement) */
  | 'STATEMENT'
  /** предложение (proposal) */
  | 'PROPOSAL'
  /** жалоба (complaint) */
  | 'COMPLAINT';

/** How the applicant wishes to get the answer. */
export type AnswerWay =
  /** письмом по адресу (by post) */
  | 'POST'
  /** на электронную почту (by e-mail) */
  | 'EMAIL'
  /** по телефону (by telephone) */
  | 'PHONE'
  /** отдать в руки (in person) */
  | 'IN_PERSON';

/** How a call that told no answer ended. */
export type CallResult =
  /** не ответили (nobody answered) */
  | 'NO_ANSWER'
  /** просили перезвонить (asked to call later) */
  | 'CALL_LATER'
  /** номер чужой (the number is another person’s) */
  | 'WRONG_NUMBER'
  /** просит письменный ответ (wants a written answer) */
  | 'WANTS_WRITTEN';

/** What the applicant says to an answer that was told. */
export type OralOutcome =
  /** согласен на устный ответ (agrees to the oral answer) */
  | 'AGREES'
  /** просит письменный ответ (wants a written answer) */
  | 'WANTS_WRITTEN'
  /** есть новое, вопрос не решён (something new, the question is not settled) */
  | 'SOMETHING_NEW';

/** What the answer says of the question (result per question). */
export type Outcome =
  /** поддержано (supported) */
  | 'SUPPORTED'
  /** не поддержано (not supported) */
  | 'NOT_SUPPORTED'
  /** разъяснено (explained) */
  | 'EXPLAINED'
  /** меры приняты (measures taken) */
  | 'MEASURES_TAKEN';

/** Why a draft goes back to the executor. */
export type SendBackReason =
  /** нет ответа на вопрос (the question is not answered) */
  | 'QUESTION_NOT_ANSWERED'
  /** нет срока или даты (no term or date) */
  | 'NO_DATE'
  /** чужие имя, адрес, телефон (name, address or telephone of another person) */
  | 'FOREIGN_DATA'
  /** не тот тон (the wrong tone) */
  | 'TONE'
  /** другое (something else) */
  | 'OTHER';

/** What a notice tells the applicant. */
export type NoticeKind =
  /** зарегистрировано (registered) */
  | 'REGISTERED'
  /** ответ (answer) */
  | 'ANSWERED';

/** By which way a notice reaches the applicant. */
export type NoticeWay =
  /** электронная почта (e-mail) */
  | 'EMAIL'
  /** устно (in person or by telephone) */
  | 'ORAL'
  /** на странице обращения (on the appeal's page) */
  | 'POSTED';

/** How far a notice has come. */
export type NoticeState =
  /** отправляется (being sent) */
  | 'PENDING'
  /** отправлено (dispatched) */
  | 'DISPATCHED'
  /** не доставлено (not delivered) */
  | 'FAILED';

/** Where the appeal stands. */
export type AppealState =
  /** поступило, ждёт модератора (received, waits for the moderator) */
  | 'RECEIVED'
  /** принято к рассмотрению, ждёт регистрации (taken up, waits for registration) */
  | 'TAKEN_UP'
  /** зарегистрировано (registered) */
  | 'REGISTERED'
  /** дан ответ (answered) */
  | 'ANSWERED'
  /** отозвано заявителем (withdrawn by the applicant) */
  | 'WITHDRAWN'
  /** спам (spam) */
  | 'SPAM'
  /** дубликат (duplicate) */
  | 'DUPLICATE'
  /** заявитель просит рассмотреть снова (the applicant asks for another consideration) */
  | 'REOPEN_REQUESTED';

/** Where the question stands. */
export type QuestionState =
  /** открыт, без отдела: у координатора (open, without a department: with the coordinator) */
  | 'OPEN'
  /** направлен в профильный отдел (routed to a department) */
  | 'ROUTED'
  /** возвращён координатору (returned to the coordinator) */
  | 'RETURNED'
  /** у исполнителя (with the executor) */
  | 'IN_WORK'
  /** дан ответ (answered) */
  | 'ANSWERED'
  /** прекращён: обращение отозвано (closed: the appeal was withdrawn) */
  | 'CLOSED';

/** How far the answer has come. */
export type ResponseState =
  /** ответа ещё нет (no answer yet) */
  | 'OPEN'
  /** проект на согласовании (draft waits for approval) */
  | 'DRAFTED'
  /** согласован, ждёт подписи (approved, waits for the signature) */
  | 'APPROVED'
  /** возвращён исполнителю (sent back to the executor) */
  | 'SENT_BACK'
  /** подписан, отправляется (signed, being dispatched) */
  | 'SIGNED'
  /** отправлен, есть подтверждение (dispatched, with a proof) */
  | 'DISPATCHED';

/** The kind of actor whose act an event records. */
export type ActorKind =
  /** должностное лицо (official) */
  | 'OFFICIAL'
  /** заявитель с кодом (resident with a follow-up code) */
  | 'RESIDENT'
  /** без учётной записи (without an account) */
  | 'ANYONE'
  /** сама система (the system itself) */
  | 'SYSTEM';

/** The type of a published event. */
export type EventType =
  /** Обращение поступило (Received) */
  | 'APPEAL_RECEIVED'
  /** Сообщение принято к рассмотрению (Message taken up) */
  | 'MESSAGE_TAKEN_UP'
  /** Сообщение переведено в обращение (Message turned into an appeal) */
  | 'MESSAGE_TURNED_INTO_APPEAL'
  /** Отмечено как спам (Marked as spam) */
  | 'MARKED_AS_SPAM'
  /** Отмечено как дубликат (Marked as a duplicate) */
  | 'MARKED_AS_DUPLICATE'
  /** Решение модератора отменено (The moderator's decision was taken back) */
  | 'DECISION_TAKEN_BACK'
  /** Зарегистрировано (Registered) */
  | 'APPEAL_REGISTERED'
  /** Заявитель дополнил обращение (The applicant added to the appeal) */
  | 'APPEAL_SUPPLEMENTED'
  /** Запрошена ссылка вместо утерянного кода (A link instead of the lost code was requested) */
  | 'FOLLOW_UP_LINK_REQUESTED'
  /** Заявитель отозвал обращение (The applicant withdrew the appeal) */
  | 'APPEAL_WITHDRAWN'
  /** На обращение дан ответ (The appeal is answered) */
  | 'APPEAL_ANSWERED'
  /** Заявитель оценил ответ (The applicant rated the answer) */
  | 'APPEAL_RATED'
  /** Заявитель просит рассмотреть снова (The applicant asks for another consideration) */
  | 'REOPENING_REQUESTED'
  /** Данные заявителя удалены (The applicant's data was erased) */
  | 'PERSON_ERASED'
  /** Вопрос открыт (Question opened) */
  | 'QUESTION_OPENED'
  /** Направлено в отдел (Routed to a department) */
  | 'QUESTION_ROUTED'
  /** Передано координатору (Left to the coordinator) */
  | 'QUESTION_LEFT_TO_COORDINATOR'
  /** Установлен срок (Deadline set) */
  | 'DEADLINE_SET'
  /** Назначен исполнитель (Executor assigned) */
  | 'EXECUTOR_ASSIGNED'
  /** Возвращено координатору (Returned to the coordinator) */
  | 'QUESTION_RETURNED'
  /** Ответ отправлен, срок остановлен (The answer was dispatched, the clock stopped) */
  | 'QUESTION_ANSWERED'
  /** Вопрос прекращён (Question closed) */
  | 'QUESTION_CLOSED'
  /** Начата подготовка ответа (Work on the answer began) */
  | 'RESPONSE_OPENED'
  /** Подготовлен проект ответа (Answer drafted) */
  | 'RESPONSE_DRAFTED'
  /** Добавлена заметка (Note added) */
  | 'NOTE_ADDED'
  /** Проект согласован (Draft approved) */
  | 'RESPONSE_APPROVED'
  /** Проект возвращён исполнителю (Draft sent back to the executor) */
  | 'RESPONSE_SENT_BACK'
  /** Ответ подписан (Answer signed) */
  | 'RESPONSE_SIGNED'
  /** Подготовка ответа прекращена (Work on the answer ended) */
  | 'RESPONSE_CLOSED'
  /** Готовится уведомление (Notice being prepared) */
  | 'NOTICE_OPENED'
  /** Уведомление отправлено (Notice dispatched) */
  | 'NOTICE_DISPATCHED'
  /** Звонок заявителю (The applicant was called) */
  | 'CALL_ATTEMPTED'
  /** Уведомление размещено на странице обращения (Notice posted on the follow-up page) */
  | 'NOTICE_POSTED'
  /** Уведомление не доставлено (Notice not delivered) */
  | 'NOTICE_FAILED';

/** Codes of `errors[].extensions.code`. */
export type ErrorCode =
  /** Запрос составлен неверно: проверьте поля и их значения. (The request is not well made: check its fields and their values.) */
  | 'BAD_INPUT'
  /** Заполните это поле. (Fill in this field.) */
  | 'TEXT_EMPTY'
  /** Слишком длинно: можно не больше {max} знаков. (Too long: at most {max} characters.) */
  | 'TEXT_TOO_LONG'
  /** В тексте есть знаки, которые нельзя сохранить. Уберите их и отправьте ещё раз. (The text holds characters that cannot be kept. Remove them and send it again.) */
  | 'TEXT_MALFORMED'
  /** Число должно быть от {min} до {max}. (The number must be from {min} to {max}.) */
  | 'NUMBER_OUT_OF_RANGE'
  /** На странице может быть от 1 до {max} строк. (A page may have 1 to {max} rows.) */
  | 'PAGE_SIZE'
  /** Слишком много значений: можно не больше {max}. (Too many values: at most {max}.) */
  | 'TOO_MANY_ITEMS'
  /** Дата не может быть в будущем. (The date cannot be in the future.) */
  | 'DATE_IN_FUTURE'
  /** Это не похоже ни на адрес почты, ни на номер телефона. (This looks like neither an e-mail address nor a phone number.) */
  | 'CONTACT_MALFORMED'
  /** Такой точки на карте нет. (There is no such point on the map.) */
  | 'POINT_MALFORMED'
  /** Такого населённого пункта в районе нет. (The district has no such settlement.) */
  | 'SETTLEMENT_UNKNOWN'
  /** Эта страница списка больше не действует. Откройте список с начала. (This page of the list is no longer valid. Open the list from its beginning.) */
  | 'BAD_CURSOR'
  /** Метка «consistentWith» неверна: передайте её такой, какой получили. (The `consistentWith` token is wrong: pass it on as you received it.) */
  | 'BAD_CONSISTENCY_TOKEN'
  /** Номер или код не подошли. Проверьте их и попробуйте ещё раз. (Number or code did not fit. Check them and try again.) */
  | 'CODE_WRONG'
  /** Ссылка больше не действует: её уже открывали, или прошёл час. Запросите новую. (This link is over: it was used, or an hour has passed. Ask for a new one.) */
  | 'LINK_OVER'
  /** Нужно согласие на обработку персональных данных по действующему тексту района. (Consent to the processing of personal data is needed, to the district’s present text.) */
  | 'CONSENT_REQUIRED'
  /** Файл пустой. (The file is empty.) */
  | 'FILE_EMPTY'
  /** Можно приложить снимок (JPEG, PNG, WebP) или PDF. Этот файл другого типа или повреждён. (A photo (JPEG, PNG, WebP) or a PDF can be attached. This file is of another type, or damaged.) */
  | 'FILE_TYPE_UNKNOWN'
  /** Слишком много данных за один раз: файл может быть не больше 10 МБ. (The file is too large: the limit is 10 MB.) */
  | 'TOO_LARGE'
  /** Запрос слишком сложный. Разделите его на несколько. (The request is too complex. Split it into several.) */
  | 'TOO_COMPLEX'
  /** На запрос отвечает одна служба, а поля этого принадлежат нескольким: {owners}. Разделите его. (An operation is answered by one service; the fields of this one belong to several: {owners}. Split it.) */
  | 'SEVERAL_OWNERS'
  /** Сервер выполняет только заранее известные ему запросы, а этого среди них нет. Обновите страницу и попробуйте ещё раз. (The server runs only operations that it knows beforehand, and this is none of them. Reload the page and try again.) */
  | 'OPERATION_NOT_LISTED'
  /** Вы не вошли в систему, или время входа истекло. (You are not signed in, or the sign-in has expired.) */
  | 'UNAUTHENTICATED'
  /** У вашей роли нет права на это действие. (Your role has no right to do this.) */
  | 'FORBIDDEN'
  /** Не найдено. (Not found.) */
  | 'NOT_FOUND'
  /** Этот ключ уже использован для другого содержания. Создайте новый. (This key was used for other content. Make a new one.) */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** Слишком много попыток. Подождите 15 минут и попробуйте ещё раз. (Too many attempts. Wait 15 minutes and try again.) */
  | 'RATE_LIMITED'
  /** Сейчас слишком много запросов сразу. Попробуйте через несколько секунд. (Too many requests at once. Try again in a few seconds.) */
  | 'OVERLOADED'
  /** Ответ не пришёл вовремя. Попробуйте ещё раз: дважды ничего не запишется. (The answer did not come in time. Try again: nothing is recorded twice.) */
  | 'TIMED_OUT'
  /** Сейчас не получается. Попробуйте через минуту: то, что уже принято, не потеряно. (It does not work right now. Try again in a minute: what was accepted is not lost.) */
  | 'UNAVAILABLE'
  /** Что-то сломалось у нас. Попробуйте ещё раз; если не поможет, сообщите номер запроса {requestId}. (Something broke on our side. Try again; if that does not help, tell us the request's number {requestId}.) */
  | 'INTERNAL';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  OfficialResult:
    | ( OfficialAccount )
    | ( Refusal )
  ;
  InvitationResult:
    | ( Invitation )
    | ( Refusal )
  ;
  DistrictFileResult:
    | ( DistrictFile )
    | ( Refusal )
  ;
  ChangeResult:
    | ( Change )
    | ( Refusal )
  ;
  SubmitAppealResult:
    | ( Receipt )
    | ( Refusal )
  ;
  OpenAppealResult:
    | ( OpenedAppeal )
    | ( Refusal )
  ;
  SaveAnswerTemplateResult:
    | ( AnswerTemplate )
    | ( Refusal )
  ;
  DiscardResponseDraftResult:
    | ( DiscardedDraft )
    | ( Refusal )
  ;
  SaveResponseDraftResult:
    | ( PersonalDraft )
    | ( Refusal )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OfficialAccount: ResolverTypeWrapper<OfficialAccount>;
  OfficialState: OfficialState;
  HeldRole: ResolverTypeWrapper<HeldRole>;
  Absence: ResolverTypeWrapper<Absence>;
  AbsenceReason: AbsenceReason;
  RoleInput: RoleInput;
  InviteOfficialInput: InviteOfficialInput;
  NewInvitationInput: NewInvitationInput;
  ChangeOfficialRolesInput: ChangeOfficialRolesInput;
  RecordAbsenceInput: RecordAbsenceInput;
  AbsenceInput: AbsenceInput;
  DismissOfficialInput: DismissOfficialInput;
  OfficialResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OfficialResult']>;
  Invitation: ResolverTypeWrapper<Invitation>;
  InvitationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['InvitationResult']>;
  DistrictFile: ResolverTypeWrapper<DistrictFile>;
  DistrictFileVersion: ResolverTypeWrapper<DistrictFileVersion>;
  DistrictFileDifferences: ResolverTypeWrapper<DistrictFileDifferences>;
  DistrictFilePartDifferences: ResolverTypeWrapper<DistrictFilePartDifferences>;
  DistrictFilePart: DistrictFilePart;
  DistrictFileDifference: ResolverTypeWrapper<DistrictFileDifference>;
  DistrictFileDifferenceKind: DistrictFileDifferenceKind;
  DifferencePiece: ResolverTypeWrapper<DifferencePiece>;
  DistrictFileFault: ResolverTypeWrapper<DistrictFileFault>;
  ApplyDistrictFileInput: ApplyDistrictFileInput;
  DistrictFileResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DistrictFileResult']>;
  AdministrationRecord: ResolverTypeWrapper<AdministrationRecord>;
  AdministrationRecordKind: AdministrationRecordKind;
  AdministrationRecordConnection: ResolverTypeWrapper<AdministrationRecordConnection>;
  AdministrationRecordEdge: ResolverTypeWrapper<AdministrationRecordEdge>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  UUID: ResolverTypeWrapper<Scalars['UUID']['output']>;
  Role: Role;
  Refusal: ResolverTypeWrapper<Refusal>;
  Change: ResolverTypeWrapper<Change>;
  ChangeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangeResult']>;
  BulkResult: ResolverTypeWrapper<Omit<BulkResult, 'result'> & { result: ResolversTypes['ChangeResult'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlaceInput: PlaceInput;
  PointInput: PointInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  SubmitAppealInput: SubmitAppealInput;
  EnterAppealInput: EnterAppealInput;
  PostalAddressInput: PostalAddressInput;
  OriginalInput: OriginalInput;
  AppealActInput: AppealActInput;
  AppealActsInput: AppealActsInput;
  AppealActItem: AppealActItem;
  AppealReasonInput: AppealReasonInput;
  TurnIntoAppealInput: TurnIntoAppealInput;
  MarkAsDuplicateInput: MarkAsDuplicateInput;
  RateAppealInput: RateAppealInput;
  SupplementAppealInput: SupplementAppealInput;
  ResidentActInput: ResidentActInput;
  ResidentReasonInput: ResidentReasonInput;
  SubmitAppealResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SubmitAppealResult']>;
  Receipt: ResolverTypeWrapper<Receipt>;
  OpenAppealResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OpenAppealResult']>;
  OpenedAppeal: ResolverTypeWrapper<OpenedAppeal>;
  RequestFollowUpLinkInput: RequestFollowUpLinkInput;
  RequestedLink: ResolverTypeWrapper<RequestedLink>;
  OpenAppealByLinkInput: OpenAppealByLinkInput;
  OpenedByLink: ResolverTypeWrapper<OpenedByLink>;
  FileOpening: ResolverTypeWrapper<FileOpening>;
  FileOpeningConnection: ResolverTypeWrapper<FileOpeningConnection>;
  FileOpeningEdge: ResolverTypeWrapper<FileOpeningEdge>;
  RecordOralNoticeInput: RecordOralNoticeInput;
  RecordCallAttemptInput: RecordCallAttemptInput;
  AnswerTemplate: ResolverTypeWrapper<AnswerTemplate>;
  SaveAnswerTemplateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SaveAnswerTemplateResult']>;
  SaveAnswerTemplateInput: SaveAnswerTemplateInput;
  RemoveAnswerTemplateInput: RemoveAnswerTemplateInput;
  LetterPreview: ResolverTypeWrapper<LetterPreview>;
  Letter: ResolverTypeWrapper<Letter>;
  LetterWarning: ResolverTypeWrapper<LetterWarning>;
  LetterWarningKind: LetterWarningKind;
  RefusalCode: RefusalCode;
  DraftResponseInput: DraftResponseInput;
  AddNoteInput: AddNoteInput;
  ResponseActInput: ResponseActInput;
  SendBackResponseInput: SendBackResponseInput;
  SaveResponseDraftInput: SaveResponseDraftInput;
  DiscardResponseDraftInput: DiscardResponseDraftInput;
  DiscardResponseDraftResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DiscardResponseDraftResult']>;
  DiscardedDraft: ResolverTypeWrapper<DiscardedDraft>;
  SaveResponseDraftResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SaveResponseDraftResult']>;
  PersonalDraft: ResolverTypeWrapper<PersonalDraft>;
  ResponseVersion: ResolverTypeWrapper<ResponseVersion>;
  SentBack: ResolverTypeWrapper<SentBack>;
  RouteProposalInput: RouteProposalInput;
  RouteProposal: ResolverTypeWrapper<RouteProposal>;
  RouteQuestionInput: RouteQuestionInput;
  AssignExecutorInput: AssignExecutorInput;
  QuestionReasonInput: QuestionReasonInput;
  RouteQuestionsInput: RouteQuestionsInput;
  RouteQuestionItem: RouteQuestionItem;
  AssignExecutorsInput: AssignExecutorsInput;
  AssignExecutorItem: AssignExecutorItem;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  District: ResolverTypeWrapper<District>;
  Viewer: ResolverTypeWrapper<Viewer>;
  ViewerRole: ResolverTypeWrapper<ViewerRole>;
  Worklist: ResolverTypeWrapper<Worklist>;
  PublicDistrict: ResolverTypeWrapper<PublicDistrict>;
  PublicPhone: ResolverTypeWrapper<PublicPhone>;
  DistrictColor: ResolverTypeWrapper<DistrictColor>;
  PublicTopic: ResolverTypeWrapper<PublicTopic>;
  TopicQuestion: ResolverTypeWrapper<TopicQuestion>;
  Consent: ResolverTypeWrapper<Consent>;
  Department: ResolverTypeWrapper<Department>;
  Organisation: ResolverTypeWrapper<Organisation>;
  Topic: ResolverTypeWrapper<Topic>;
  Settlement: ResolverTypeWrapper<Settlement>;
  Official: ResolverTypeWrapper<Official>;
  Directory: ResolverTypeWrapper<Directory>;
  AppealFilter: AppealFilter;
  AppealOrder: AppealOrder;
  AppealConnection: ResolverTypeWrapper<AppealConnection>;
  AppealEdge: ResolverTypeWrapper<AppealEdge>;
  QuestionConnection: ResolverTypeWrapper<QuestionConnection>;
  QuestionEdge: ResolverTypeWrapper<QuestionEdge>;
  AppealRow: ResolverTypeWrapper<AppealRow>;
  QuestionRow: ResolverTypeWrapper<QuestionRow>;
  AppealSummary: ResolverTypeWrapper<AppealSummary>;
  RoutingReason: ResolverTypeWrapper<RoutingReason>;
  Deadline: ResolverTypeWrapper<Deadline>;
  ResponseRow: ResolverTypeWrapper<ResponseRow>;
  AppealCard: ResolverTypeWrapper<AppealCard>;
  Place: ResolverTypeWrapper<Place>;
  AppealEntry: ResolverTypeWrapper<AppealEntry>;
  AttachedFile: ResolverTypeWrapper<AttachedFile>;
  Supplement: ResolverTypeWrapper<Supplement>;
  ResponseCard: ResolverTypeWrapper<ResponseCard>;
  Note: ResolverTypeWrapper<Note>;
  NoticeRow: ResolverTypeWrapper<NoticeRow>;
  CallAttempt: ResolverTypeWrapper<CallAttempt>;
  NoticeConnection: ResolverTypeWrapper<NoticeConnection>;
  NoticeEdge: ResolverTypeWrapper<NoticeEdge>;
  HistoryItem: ResolverTypeWrapper<HistoryItem>;
  Applicant: ResolverTypeWrapper<Applicant>;
  Opening: ResolverTypeWrapper<Opening>;
  OpeningConnection: ResolverTypeWrapper<OpeningConnection>;
  OpeningEdge: ResolverTypeWrapper<OpeningEdge>;
  AnswerTimesBy: AnswerTimesBy;
  AnswerTimesReport: ResolverTypeWrapper<AnswerTimesReport>;
  AnswerTimes: ResolverTypeWrapper<AnswerTimes>;
  Quartiles: ResolverTypeWrapper<Quartiles>;
  SearchMatch: SearchMatch;
  SearchCorrection: ResolverTypeWrapper<SearchCorrection>;
  SearchConnection: ResolverTypeWrapper<SearchConnection>;
  SearchEdge: ResolverTypeWrapper<SearchEdge>;
  SearchHit: ResolverTypeWrapper<SearchHit>;
  Facets: ResolverTypeWrapper<Facets>;
  ChannelFacet: ResolverTypeWrapper<ChannelFacet>;
  TermFacet: ResolverTypeWrapper<TermFacet>;
  StateFacet: ResolverTypeWrapper<StateFacet>;
  Facet: ResolverTypeWrapper<Facet>;
  ChangeKind: ChangeKind;
  AppealChange: ResolverTypeWrapper<AppealChange>;
  QuestionChange: ResolverTypeWrapper<QuestionChange>;
  ResidentAction: ResidentAction;
  ResidentAppeal: ResolverTypeWrapper<ResidentAppeal>;
  ResidentQuestion: ResolverTypeWrapper<ResidentQuestion>;
  ResidentAnswer: ResolverTypeWrapper<ResidentAnswer>;
  ResidentNotice: ResolverTypeWrapper<ResidentNotice>;
  ResidentStep: ResolverTypeWrapper<ResidentStep>;
  Regime: Regime;
  Channel: Channel;
  ContactKind: ContactKind;
  WorklistOf: WorklistOf;
  WorklistCode: WorklistCode;
  TermState: TermState;
  OpeningKind: OpeningKind;
  SearchOrder: SearchOrder;
  Action: Action;
  AppealKind: AppealKind;
  AnswerWay: AnswerWay;
  CallResult: CallResult;
  OralOutcome: OralOutcome;
  Outcome: Outcome;
  SendBackReason: SendBackReason;
  NoticeKind: NoticeKind;
  NoticeWay: NoticeWay;
  NoticeState: NoticeState;
  AppealState: AppealState;
  QuestionState: QuestionState;
  ResponseState: ResponseState;
  ActorKind: ActorKind;
  EventType: EventType;
  ErrorCode: ErrorCode;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  Mutation: Record<PropertyKey, never>;
  OfficialAccount: OfficialAccount;
  HeldRole: HeldRole;
  Absence: Absence;
  RoleInput: RoleInput;
  InviteOfficialInput: InviteOfficialInput;
  NewInvitationInput: NewInvitationInput;
  ChangeOfficialRolesInput: ChangeOfficialRolesInput;
  RecordAbsenceInput: RecordAbsenceInput;
  AbsenceInput: AbsenceInput;
  DismissOfficialInput: DismissOfficialInput;
  OfficialResult: ResolversUnionTypes<ResolversParentTypes>['OfficialResult'];
  Invitation: Invitation;
  InvitationResult: ResolversUnionTypes<ResolversParentTypes>['InvitationResult'];
  DistrictFile: DistrictFile;
  DistrictFileVersion: DistrictFileVersion;
  DistrictFileDifferences: DistrictFileDifferences;
  DistrictFilePartDifferences: DistrictFilePartDifferences;
  DistrictFileDifference: DistrictFileDifference;
  DifferencePiece: DifferencePiece;
  DistrictFileFault: DistrictFileFault;
  ApplyDistrictFileInput: ApplyDistrictFileInput;
  DistrictFileResult: ResolversUnionTypes<ResolversParentTypes>['DistrictFileResult'];
  AdministrationRecord: AdministrationRecord;
  AdministrationRecordConnection: AdministrationRecordConnection;
  AdministrationRecordEdge: AdministrationRecordEdge;
  DateTime: Scalars['DateTime']['output'];
  Date: Scalars['Date']['output'];
  UUID: Scalars['UUID']['output'];
  Refusal: Refusal;
  Change: Change;
  ChangeResult: ResolversUnionTypes<ResolversParentTypes>['ChangeResult'];
  BulkResult: Omit<BulkResult, 'result'> & { result: ResolversParentTypes['ChangeResult'] };
  PageInfo: PageInfo;
  PlaceInput: PlaceInput;
  PointInput: PointInput;
  Float: Scalars['Float']['output'];
  SubmitAppealInput: SubmitAppealInput;
  EnterAppealInput: EnterAppealInput;
  PostalAddressInput: PostalAddressInput;
  OriginalInput: OriginalInput;
  AppealActInput: AppealActInput;
  AppealActsInput: AppealActsInput;
  AppealActItem: AppealActItem;
  AppealReasonInput: AppealReasonInput;
  TurnIntoAppealInput: TurnIntoAppealInput;
  MarkAsDuplicateInput: MarkAsDuplicateInput;
  RateAppealInput: RateAppealInput;
  SupplementAppealInput: SupplementAppealInput;
  ResidentActInput: ResidentActInput;
  ResidentReasonInput: ResidentReasonInput;
  SubmitAppealResult: ResolversUnionTypes<ResolversParentTypes>['SubmitAppealResult'];
  Receipt: Receipt;
  OpenAppealResult: ResolversUnionTypes<ResolversParentTypes>['OpenAppealResult'];
  OpenedAppeal: OpenedAppeal;
  RequestFollowUpLinkInput: RequestFollowUpLinkInput;
  RequestedLink: RequestedLink;
  OpenAppealByLinkInput: OpenAppealByLinkInput;
  OpenedByLink: OpenedByLink;
  FileOpening: FileOpening;
  FileOpeningConnection: FileOpeningConnection;
  FileOpeningEdge: FileOpeningEdge;
  RecordOralNoticeInput: RecordOralNoticeInput;
  RecordCallAttemptInput: RecordCallAttemptInput;
  AnswerTemplate: AnswerTemplate;
  SaveAnswerTemplateResult: ResolversUnionTypes<ResolversParentTypes>['SaveAnswerTemplateResult'];
  SaveAnswerTemplateInput: SaveAnswerTemplateInput;
  RemoveAnswerTemplateInput: RemoveAnswerTemplateInput;
  LetterPreview: LetterPreview;
  Letter: Letter;
  LetterWarning: LetterWarning;
  DraftResponseInput: DraftResponseInput;
  AddNoteInput: AddNoteInput;
  ResponseActInput: ResponseActInput;
  SendBackResponseInput: SendBackResponseInput;
  SaveResponseDraftInput: SaveResponseDraftInput;
  DiscardResponseDraftInput: DiscardResponseDraftInput;
  DiscardResponseDraftResult: ResolversUnionTypes<ResolversParentTypes>['DiscardResponseDraftResult'];
  DiscardedDraft: DiscardedDraft;
  SaveResponseDraftResult: ResolversUnionTypes<ResolversParentTypes>['SaveResponseDraftResult'];
  PersonalDraft: PersonalDraft;
  ResponseVersion: ResponseVersion;
  SentBack: SentBack;
  RouteProposalInput: RouteProposalInput;
  RouteProposal: RouteProposal;
  RouteQuestionInput: RouteQuestionInput;
  AssignExecutorInput: AssignExecutorInput;
  QuestionReasonInput: QuestionReasonInput;
  RouteQuestionsInput: RouteQuestionsInput;
  RouteQuestionItem: RouteQuestionItem;
  AssignExecutorsInput: AssignExecutorsInput;
  AssignExecutorItem: AssignExecutorItem;
  Subscription: Record<PropertyKey, never>;
  District: District;
  Viewer: Viewer;
  ViewerRole: ViewerRole;
  Worklist: Worklist;
  PublicDistrict: PublicDistrict;
  PublicPhone: PublicPhone;
  DistrictColor: DistrictColor;
  PublicTopic: PublicTopic;
  TopicQuestion: TopicQuestion;
  Consent: Consent;
  Department: Department;
  Organisation: Organisation;
  Topic: Topic;
  Settlement: Settlement;
  Official: Official;
  Directory: Directory;
  AppealFilter: AppealFilter;
  AppealConnection: AppealConnection;
  AppealEdge: AppealEdge;
  QuestionConnection: QuestionConnection;
  QuestionEdge: QuestionEdge;
  AppealRow: AppealRow;
  QuestionRow: QuestionRow;
  AppealSummary: AppealSummary;
  RoutingReason: RoutingReason;
  Deadline: Deadline;
  ResponseRow: ResponseRow;
  AppealCard: AppealCard;
  Place: Place;
  AppealEntry: AppealEntry;
  AttachedFile: AttachedFile;
  Supplement: Supplement;
  ResponseCard: ResponseCard;
  Note: Note;
  NoticeRow: NoticeRow;
  CallAttempt: CallAttempt;
  NoticeConnection: NoticeConnection;
  NoticeEdge: NoticeEdge;
  HistoryItem: HistoryItem;
  Applicant: Applicant;
  Opening: Opening;
  OpeningConnection: OpeningConnection;
  OpeningEdge: OpeningEdge;
  AnswerTimesReport: AnswerTimesReport;
  AnswerTimes: AnswerTimes;
  Quartiles: Quartiles;
  SearchCorrection: SearchCorrection;
  SearchConnection: SearchConnection;
  SearchEdge: SearchEdge;
  SearchHit: SearchHit;
  Facets: Facets;
  ChannelFacet: ChannelFacet;
  TermFacet: TermFacet;
  StateFacet: StateFacet;
  Facet: Facet;
  AppealChange: AppealChange;
  QuestionChange: QuestionChange;
  ResidentAppeal: ResidentAppeal;
  ResidentQuestion: ResidentQuestion;
  ResidentAnswer: ResidentAnswer;
  ResidentNotice: ResidentNotice;
  ResidentStep: ResidentStep;
};

export type AccessDirectiveArgs = {
  roles: ReadonlyArray<Role>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = any, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type QueryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  officials?: Resolver<ReadonlyArray<ResolversTypes['OfficialAccount']>, ParentType, ContextType, RequireFields<QueryOfficialsArgs, 'district'>>;
  districtFile?: Resolver<ResolversTypes['DistrictFile'], ParentType, ContextType, RequireFields<QueryDistrictFileArgs, 'district'>>;
  districtFileVersions?: Resolver<ReadonlyArray<ResolversTypes['DistrictFileVersion']>, ParentType, ContextType, RequireFields<QueryDistrictFileVersionsArgs, 'district'>>;
  districtFileDifferences?: Resolver<ResolversTypes['DistrictFileDifferences'], ParentType, ContextType, RequireFields<QueryDistrictFileDifferencesArgs, 'district' | 'text'>>;
  administrationRecords?: Resolver<ResolversTypes['AdministrationRecordConnection'], ParentType, ContextType, RequireFields<QueryAdministrationRecordsArgs, 'district'>>;
  fileOpenings?: Resolver<ResolversTypes['FileOpeningConnection'], ParentType, ContextType, RequireFields<QueryFileOpeningsArgs, 'district'>>;
  answerTemplates?: Resolver<ReadonlyArray<ResolversTypes['AnswerTemplate']>, ParentType, ContextType, RequireFields<QueryAnswerTemplatesArgs, 'district'>>;
  letterPreview?: Resolver<ResolversTypes['LetterPreview'], ParentType, ContextType, RequireFields<QueryLetterPreviewArgs, 'district' | 'question' | 'text'>>;
  responseDraft?: Resolver<Maybe<ResolversTypes['PersonalDraft']>, ParentType, ContextType, RequireFields<QueryResponseDraftArgs, 'district' | 'response'>>;
  responseVersions?: Resolver<ReadonlyArray<ResolversTypes['ResponseVersion']>, ParentType, ContextType, RequireFields<QueryResponseVersionsArgs, 'district' | 'response'>>;
  routeProposal?: Resolver<ResolversTypes['RouteProposal'], ParentType, ContextType, RequireFields<QueryRouteProposalArgs, 'input'>>;
  districts?: Resolver<ReadonlyArray<ResolversTypes['District']>, ParentType, ContextType>;
  district?: Resolver<ResolversTypes['PublicDistrict'], ParentType, ContextType, RequireFields<QueryDistrictArgs, 'code'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  worklists?: Resolver<ReadonlyArray<ResolversTypes['Worklist']>, ParentType, ContextType, RequireFields<QueryWorklistsArgs, 'district'>>;
  appeals?: Resolver<ResolversTypes['AppealConnection'], ParentType, ContextType, RequireFields<QueryAppealsArgs, 'district' | 'order'>>;
  questions?: Resolver<ResolversTypes['QuestionConnection'], ParentType, ContextType, RequireFields<QueryQuestionsArgs, 'district' | 'order'>>;
  appeal?: Resolver<Maybe<ResolversTypes['AppealCard']>, ParentType, ContextType, RequireFields<QueryAppealArgs, 'district'>>;
  applicant?: Resolver<Maybe<ResolversTypes['Applicant']>, ParentType, ContextType, RequireFields<QueryApplicantArgs, 'district' | 'appeal' | 'reason'>>;
  openings?: Resolver<ResolversTypes['OpeningConnection'], ParentType, ContextType, RequireFields<QueryOpeningsArgs, 'district'>>;
  answerTimes?: Resolver<ResolversTypes['AnswerTimesReport'], ParentType, ContextType, RequireFields<QueryAnswerTimesArgs, 'districts' | 'by' | 'query' | 'match'>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'districts' | 'query' | 'match' | 'order' | 'export'>>;
  oralNotices?: Resolver<ResolversTypes['NoticeConnection'], ParentType, ContextType, RequireFields<QueryOralNoticesArgs, 'district'>>;
  directory?: Resolver<ResolversTypes['Directory'], ParentType, ContextType, RequireFields<QueryDirectoryArgs, 'district'>>;
  residentAppeal?: Resolver<Maybe<ResolversTypes['ResidentAppeal']>, ParentType, ContextType, Partial<QueryResidentAppealArgs>>;
};

export type MutationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  inviteOfficial?: Resolver<ResolversTypes['InvitationResult'], ParentType, ContextType, RequireFields<MutationInviteOfficialArgs, 'input'>>;
  newInvitation?: Resolver<ResolversTypes['InvitationResult'], ParentType, ContextType, RequireFields<MutationNewInvitationArgs, 'input'>>;
  changeOfficialRoles?: Resolver<ResolversTypes['OfficialResult'], ParentType, ContextType, RequireFields<MutationChangeOfficialRolesArgs, 'input'>>;
  recordAbsence?: Resolver<ResolversTypes['OfficialResult'], ParentType, ContextType, RequireFields<MutationRecordAbsenceArgs, 'input'>>;
  dismissOfficial?: Resolver<ResolversTypes['OfficialResult'], ParentType, ContextType, RequireFields<MutationDismissOfficialArgs, 'input'>>;
  applyDistrictFile?: Resolver<ResolversTypes['DistrictFileResult'], ParentType, ContextType, RequireFields<MutationApplyDistrictFileArgs, 'input'>>;
  submitAppeal?: Resolver<ResolversTypes['SubmitAppealResult'], ParentType, ContextType, RequireFields<MutationSubmitAppealArgs, 'input'>>;
  enterAppeal?: Resolver<ResolversTypes['SubmitAppealResult'], ParentType, ContextType, RequireFields<MutationEnterAppealArgs, 'input'>>;
  takeUpMessage?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationTakeUpMessageArgs, 'input'>>;
  turnIntoAppeal?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationTurnIntoAppealArgs, 'input'>>;
  markAsSpam?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationMarkAsSpamArgs, 'input'>>;
  markAsDuplicate?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationMarkAsDuplicateArgs, 'input'>>;
  takeBackDecision?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationTakeBackDecisionArgs, 'input'>>;
  registerAppeal?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRegisterAppealArgs, 'input'>>;
  takeUpMessages?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationTakeUpMessagesArgs, 'input'>>;
  registerAppeals?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationRegisterAppealsArgs, 'input'>>;
  openAppeal?: Resolver<ResolversTypes['OpenAppealResult'], ParentType, ContextType, RequireFields<MutationOpenAppealArgs, 'district' | 'number' | 'code'>>;
  requestFollowUpLink?: Resolver<ResolversTypes['RequestedLink'], ParentType, ContextType, RequireFields<MutationRequestFollowUpLinkArgs, 'input'>>;
  openAppealByLink?: Resolver<ResolversTypes['OpenedByLink'], ParentType, ContextType, RequireFields<MutationOpenAppealByLinkArgs, 'input'>>;
  rateAppeal?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRateAppealArgs, 'input'>>;
  supplementAppeal?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationSupplementAppealArgs, 'input'>>;
  withdrawAppeal?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationWithdrawAppealArgs, 'input'>>;
  requestReopening?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRequestReopeningArgs, 'input'>>;
  saveAnswerTemplate?: Resolver<ResolversTypes['SaveAnswerTemplateResult'], ParentType, ContextType, RequireFields<MutationSaveAnswerTemplateArgs, 'input'>>;
  removeAnswerTemplate?: Resolver<ResolversTypes['SaveAnswerTemplateResult'], ParentType, ContextType, RequireFields<MutationRemoveAnswerTemplateArgs, 'input'>>;
  recordOralNotice?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordOralNoticeArgs, 'input'>>;
  recordCallAttempt?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordCallAttemptArgs, 'input'>>;
  draftResponse?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationDraftResponseArgs, 'input'>>;
  addNote?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationAddNoteArgs, 'input'>>;
  approveResponse?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationApproveResponseArgs, 'input'>>;
  saveResponseDraft?: Resolver<ResolversTypes['SaveResponseDraftResult'], ParentType, ContextType, RequireFields<MutationSaveResponseDraftArgs, 'input'>>;
  discardResponseDraft?: Resolver<ResolversTypes['DiscardResponseDraftResult'], ParentType, ContextType, RequireFields<MutationDiscardResponseDraftArgs, 'input'>>;
  sendBackResponse?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationSendBackResponseArgs, 'input'>>;
  signResponse?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationSignResponseArgs, 'input'>>;
  routeQuestion?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRouteQuestionArgs, 'input'>>;
  assignExecutor?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationAssignExecutorArgs, 'input'>>;
  routeQuestions?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationRouteQuestionsArgs, 'input'>>;
  assignExecutors?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationAssignExecutorsArgs, 'input'>>;
  returnQuestion?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationReturnQuestionArgs, 'input'>>;
};

export type OfficialAccountResolvers<ContextType = any, ParentType extends ResolversParentTypes['OfficialAccount'] = ResolversParentTypes['OfficialAccount']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  login?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OfficialState'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['HeldRole']>, ParentType, ContextType>;
  absence?: Resolver<Maybe<ResolversTypes['Absence']>, ParentType, ContextType>;
  lastSignInAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  hasSecondFactor?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  invitedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  invitationExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dismissedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HeldRoleResolvers<ContextType = any, ParentType extends ResolversParentTypes['HeldRole'] = ResolversParentTypes['HeldRole']> = {
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type AbsenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Absence'] = ResolversParentTypes['Absence']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['AbsenceReason'], ParentType, ContextType>;
  standIn?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
};

export type OfficialResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['OfficialResult'] = ResolversParentTypes['OfficialResult']> = {
  __resolveType: TypeResolveFn<'OfficialAccount' | 'Refusal', ParentType, ContextType>;
};

export type InvitationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Invitation'] = ResolversParentTypes['Invitation']> = {
  official?: Resolver<ResolversTypes['OfficialAccount'], ParentType, ContextType>;
  link?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isSent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvitationResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['InvitationResult'] = ResolversParentTypes['InvitationResult']> = {
  __resolveType: TypeResolveFn<'Invitation' | 'Refusal', ParentType, ContextType>;
};

export type DistrictFileResolvers<ContextType = any, ParentType extends ResolversParentTypes['DistrictFile'] = ResolversParentTypes['DistrictFile']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DistrictFileVersionResolvers<ContextType = any, ParentType extends ResolversParentTypes['DistrictFileVersion'] = ResolversParentTypes['DistrictFileVersion']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
};

export type DistrictFileDifferencesResolvers<ContextType = any, ParentType extends ResolversParentTypes['DistrictFileDifferences'] = ResolversParentTypes['DistrictFileDifferences']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parts?: Resolver<ReadonlyArray<ResolversTypes['DistrictFilePartDifferences']>, ParentType, ContextType>;
  faults?: Resolver<ReadonlyArray<ResolversTypes['DistrictFileFault']>, ParentType, ContextType>;
};

export type DistrictFilePartDifferencesResolvers<ContextType = any, ParentType extends ResolversParentTypes['DistrictFilePartDifferences'] = ResolversParentTypes['DistrictFilePartDifferences']> = {
  part?: Resolver<ResolversTypes['DistrictFilePart'], ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['DistrictFileDifference']>, ParentType, ContextType>;
};

export type DistrictFileDifferenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['DistrictFileDifference'] = ResolversParentTypes['DistrictFileDifference']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DistrictFileDifferenceKind'], ParentType, ContextType>;
  before?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<ReadonlyArray<ResolversTypes['DifferencePiece']>, ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  faults?: Resolver<ReadonlyArray<ResolversTypes['DistrictFileFault']>, ParentType, ContextType>;
};

export type DifferencePieceResolvers<ContextType = any, ParentType extends ResolversParentTypes['DifferencePiece'] = ResolversParentTypes['DifferencePiece']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isNew?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DistrictFileFaultResolvers<ContextType = any, ParentType extends ResolversParentTypes['DistrictFileFault'] = ResolversParentTypes['DistrictFileFault']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DistrictFileResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['DistrictFileResult'] = ResolversParentTypes['DistrictFileResult']> = {
  __resolveType: TypeResolveFn<'DistrictFile' | 'Refusal', ParentType, ContextType>;
};

export type AdministrationRecordResolvers<ContextType = any, ParentType extends ResolversParentTypes['AdministrationRecord'] = ResolversParentTypes['AdministrationRecord']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AdministrationRecordKind'], ParentType, ContextType>;
  official?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AdministrationRecordConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['AdministrationRecordConnection'] = ResolversParentTypes['AdministrationRecordConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AdministrationRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AdministrationRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AdministrationRecordEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['AdministrationRecordEdge'] = ResolversParentTypes['AdministrationRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AdministrationRecord'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface UuidScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['UUID'], any> {
  name: 'UUID';
}

export type RefusalResolvers<ContextType = any, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  current?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  consistencyToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChangeResult'] = ResolversParentTypes['ChangeResult']> = {
  __resolveType: TypeResolveFn<'Change' | 'Refusal', ParentType, ContextType>;
};

export type BulkResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['BulkResult'] = ResolversParentTypes['BulkResult']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  result?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = any, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubmitAppealResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['SubmitAppealResult'] = ResolversParentTypes['SubmitAppealResult']> = {
  __resolveType: TypeResolveFn<'Receipt' | 'Refusal', ParentType, ContextType>;
};

export type ReceiptResolvers<ContextType = any, ParentType extends ResolversParentTypes['Receipt'] = ResolversParentTypes['Receipt']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  followUpCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  consistencyToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OpenAppealResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['OpenAppealResult'] = ResolversParentTypes['OpenAppealResult']> = {
  __resolveType: TypeResolveFn<'OpenedAppeal' | 'Refusal', ParentType, ContextType>;
};

export type OpenedAppealResolvers<ContextType = any, ParentType extends ResolversParentTypes['OpenedAppeal'] = ResolversParentTypes['OpenedAppeal']> = {
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestedLinkResolvers<ContextType = any, ParentType extends ResolversParentTypes['RequestedLink'] = ResolversParentTypes['RequestedLink']> = {
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OpenedByLinkResolvers<ContextType = any, ParentType extends ResolversParentTypes['OpenedByLink'] = ResolversParentTypes['OpenedByLink']> = {
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  followUpCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FileOpeningResolvers<ContextType = any, ParentType extends ResolversParentTypes['FileOpening'] = ResolversParentTypes['FileOpening']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  official?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  appeal?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  receipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FileOpeningConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['FileOpeningConnection'] = ResolversParentTypes['FileOpeningConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FileOpeningEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['FileOpening']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FileOpeningEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['FileOpeningEdge'] = ResolversParentTypes['FileOpeningEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FileOpening'], ParentType, ContextType>;
};

export type AnswerTemplateResolvers<ContextType = any, ParentType extends ResolversParentTypes['AnswerTemplate'] = ResolversParentTypes['AnswerTemplate']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['Outcome']>, ParentType, ContextType>;
  filled?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  open?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SaveAnswerTemplateResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['SaveAnswerTemplateResult'] = ResolversParentTypes['SaveAnswerTemplateResult']> = {
  __resolveType: TypeResolveFn<'AnswerTemplate' | 'Refusal', ParentType, ContextType>;
};

export type LetterPreviewResolvers<ContextType = any, ParentType extends ResolversParentTypes['LetterPreview'] = ResolversParentTypes['LetterPreview']> = {
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  letter?: Resolver<ResolversTypes['Letter'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  page?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  way?: Resolver<ResolversTypes['NoticeWay'], ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['LetterWarning']>, ParentType, ContextType>;
};

export type LetterResolvers<ContextType = any, ParentType extends ResolversParentTypes['Letter'] = ResolversParentTypes['Letter']> = {
  sender?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  greeting?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paragraphs?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  attachments?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signature?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  executor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LetterWarningResolvers<ContextType = any, ParentType extends ResolversParentTypes['LetterWarning'] = ResolversParentTypes['LetterWarning']> = {
  kind?: Resolver<ResolversTypes['LetterWarningKind'], ParentType, ContextType>;
  excerpt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DiscardResponseDraftResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['DiscardResponseDraftResult'] = ResolversParentTypes['DiscardResponseDraftResult']> = {
  __resolveType: TypeResolveFn<'DiscardedDraft' | 'Refusal', ParentType, ContextType>;
};

export type DiscardedDraftResolvers<ContextType = any, ParentType extends ResolversParentTypes['DiscardedDraft'] = ResolversParentTypes['DiscardedDraft']> = {
  response?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  discarded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SaveResponseDraftResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['SaveResponseDraftResult'] = ResolversParentTypes['SaveResponseDraftResult']> = {
  __resolveType: TypeResolveFn<'PersonalDraft' | 'Refusal', ParentType, ContextType>;
};

export type PersonalDraftResolvers<ContextType = any, ParentType extends ResolversParentTypes['PersonalDraft'] = ResolversParentTypes['PersonalDraft']> = {
  response?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['Outcome']>, ParentType, ContextType>;
  basedOn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  savedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResponseVersionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResponseVersion'] = ResolversParentTypes['ResponseVersion']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  ordinal?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  byName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sentBack?: Resolver<Maybe<ResolversTypes['SentBack']>, ParentType, ContextType>;
};

export type SentBackResolvers<ContextType = any, ParentType extends ResolversParentTypes['SentBack'] = ResolversParentTypes['SentBack']> = {
  code?: Resolver<ResolversTypes['SendBackReason'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  byName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RouteProposalResolvers<ContextType = any, ParentType extends ResolversParentTypes['RouteProposal'] = ResolversParentTypes['RouteProposal']> = {
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['RoutingReason']>, ParentType, ContextType>;
  deadline?: Resolver<Maybe<ResolversTypes['Deadline']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  appealChanges?: SubscriptionResolver<ResolversTypes['AppealChange'], "appealChanges", ParentType, ContextType, RequireFields<SubscriptionAppealChangesArgs, 'district'>>;
  questionChanges?: SubscriptionResolver<ResolversTypes['QuestionChange'], "questionChanges", ParentType, ContextType, RequireFields<SubscriptionQuestionChangesArgs, 'district'>>;
  cardViewers?: SubscriptionResolver<ReadonlyArray<ResolversTypes['Official']>, "cardViewers", ParentType, ContextType, RequireFields<SubscriptionCardViewersArgs, 'district' | 'appeal'>>;
  worklistChanges?: SubscriptionResolver<ReadonlyArray<ResolversTypes['Worklist']>, "worklistChanges", ParentType, ContextType, RequireFields<SubscriptionWorklistChangesArgs, 'district'>>;
};

export type DistrictResolvers<ContextType = any, ParentType extends ResolversParentTypes['District'] = ResolversParentTypes['District']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  zone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  population?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = any, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  login?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['ViewerRole']>, ParentType, ContextType>;
};

export type ViewerRoleResolvers<ContextType = any, ParentType extends ResolversParentTypes['ViewerRole'] = ResolversParentTypes['ViewerRole']> = {
  district?: Resolver<ResolversTypes['District'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  operations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WorklistResolvers<ContextType = any, ParentType extends ResolversParentTypes['Worklist'] = ResolversParentTypes['Worklist']> = {
  code?: Resolver<ResolversTypes['WorklistCode'], ParentType, ContextType>;
  of?: Resolver<ResolversTypes['WorklistOf'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalIsExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['AppealOrder'], ParentType, ContextType>;
};

export type PublicDistrictResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublicDistrict'] = ResolversParentTypes['PublicDistrict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameSah?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  zone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  population?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hours?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phones?: Resolver<ReadonlyArray<ResolversTypes['PublicPhone']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  color?: Resolver<ResolversTypes['DistrictColor'], ParentType, ContextType>;
  emblem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settlements?: Resolver<ReadonlyArray<ResolversTypes['Settlement']>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['PublicTopic']>, ParentType, ContextType>;
  consent?: Resolver<ResolversTypes['Consent'], ParentType, ContextType>;
};

export type PublicPhoneResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublicPhone'] = ResolversParentTypes['PublicPhone']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DistrictColorResolvers<ContextType = any, ParentType extends ResolversParentTypes['DistrictColor'] = ResolversParentTypes['DistrictColor']> = {
  light?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dark?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PublicTopicResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublicTopic'] = ResolversParentTypes['PublicTopic']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameSah?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  questions?: Resolver<ReadonlyArray<ResolversTypes['TopicQuestion']>, ParentType, ContextType>;
};

export type TopicQuestionResolvers<ContextType = any, ParentType extends ResolversParentTypes['TopicQuestion'] = ResolversParentTypes['TopicQuestion']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textSah?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = any, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent']> = {
  version?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textSah?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = any, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrganisationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Organisation'] = ResolversParentTypes['Organisation']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TopicResolvers<ContextType = any, ParentType extends ResolversParentTypes['Topic'] = ResolversParentTypes['Topic']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
};

export type SettlementResolvers<ContextType = any, ParentType extends ResolversParentTypes['Settlement'] = ResolversParentTypes['Settlement']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameSah?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OfficialResolvers<ContextType = any, ParentType extends ResolversParentTypes['Official'] = ResolversParentTypes['Official']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
};

export type DirectoryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Directory'] = ResolversParentTypes['Directory']> = {
  district?: Resolver<ResolversTypes['District'], ParentType, ContextType>;
  departments?: Resolver<ReadonlyArray<ResolversTypes['Department']>, ParentType, ContextType>;
  organisations?: Resolver<ReadonlyArray<ResolversTypes['Organisation']>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['Topic']>, ParentType, ContextType>;
  settlements?: Resolver<ReadonlyArray<ResolversTypes['Settlement']>, ParentType, ContextType>;
  officials?: Resolver<ReadonlyArray<ResolversTypes['Official']>, ParentType, ContextType>;
};

export type AppealConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['AppealConnection'] = ResolversParentTypes['AppealConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AppealEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AppealRow']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalIsExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  liveCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AppealEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['AppealEdge'] = ResolversParentTypes['AppealEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AppealRow'], ParentType, ContextType>;
};

export type QuestionConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuestionConnection'] = ResolversParentTypes['QuestionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['QuestionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['QuestionRow']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalIsExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  liveCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type QuestionEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuestionEdge'] = ResolversParentTypes['QuestionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['QuestionRow'], ParentType, ContextType>;
};

export type AppealRowResolvers<ContextType = any, ParentType extends ResolversParentTypes['AppealRow'] = ResolversParentTypes['AppealRow']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  district?: Resolver<ResolversTypes['District'], ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  regime?: Resolver<ResolversTypes['Regime'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AppealState'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  settlement?: Resolver<Maybe<ResolversTypes['Settlement']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasFiles?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  excerpt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  questions?: Resolver<ReadonlyArray<ResolversTypes['QuestionRow']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  allowedActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuestionRowResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuestionRow'] = ResolversParentTypes['QuestionRow']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  appeal?: Resolver<ResolversTypes['AppealSummary'], ParentType, ContextType>;
  ordinal?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  excerpt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QuestionState'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['RoutingReason']>, ParentType, ContextType>;
  executor?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  deadline?: Resolver<Maybe<ResolversTypes['Deadline']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  termKept?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['ResponseRow']>, ParentType, ContextType>;
  allowedActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppealSummaryResolvers<ContextType = any, ParentType extends ResolversParentTypes['AppealSummary'] = ResolversParentTypes['AppealSummary']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  regime?: Resolver<ResolversTypes['Regime'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AppealState'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  settlement?: Resolver<Maybe<ResolversTypes['Settlement']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  excerpt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasFiles?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RoutingReasonResolvers<ContextType = any, ParentType extends ResolversParentTypes['RoutingReason'] = ResolversParentTypes['RoutingReason']> = {
  rule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ruleVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  words?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeadlineResolvers<ContextType = any, ParentType extends ResolversParentTypes['Deadline'] = ResolversParentTypes['Deadline']> = {
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ruleVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  calendarVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResponseRowResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResponseRow'] = ResolversParentTypes['ResponseRow']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ResponseState'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['Outcome']>, ParentType, ContextType>;
  allowedActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppealCardResolvers<ContextType = any, ParentType extends ResolversParentTypes['AppealCard'] = ResolversParentTypes['AppealCard']> = {
  row?: Resolver<ResolversTypes['AppealRow'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType>;
  files?: Resolver<ReadonlyArray<ResolversTypes['AttachedFile']>, ParentType, ContextType>;
  supplements?: Resolver<ReadonlyArray<ResolversTypes['Supplement']>, ParentType, ContextType>;
  responses?: Resolver<ReadonlyArray<ResolversTypes['ResponseCard']>, ParentType, ContextType>;
  notices?: Resolver<ReadonlyArray<ResolversTypes['NoticeRow']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['HistoryItem']>, ParentType, ContextType>;
  duplicateOf?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  earlier?: Resolver<ReadonlyArray<ResolversTypes['AppealRow']>, ParentType, ContextType>;
  ratingComment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['AppealEntry']>, ParentType, ContextType>;
  erased?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PlaceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Place'] = ResolversParentTypes['Place']> = {
  settlement?: Resolver<Maybe<ResolversTypes['Settlement']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AppealEntryResolvers<ContextType = any, ParentType extends ResolversParentTypes['AppealEntry'] = ResolversParentTypes['AppealEntry']> = {
  kind?: Resolver<Maybe<ResolversTypes['AppealKind']>, ParentType, ContextType>;
  answerWay?: Resolver<Maybe<ResolversTypes['AnswerWay']>, ParentType, ContextType>;
  collective?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  originalNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  originalDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  sheets?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  enclosures?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  forwardedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AttachedFileResolvers<ContextType = any, ParentType extends ResolversParentTypes['AttachedFile'] = ResolversParentTypes['AttachedFile']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SupplementResolvers<ContextType = any, ParentType extends ResolversParentTypes['Supplement'] = ResolversParentTypes['Supplement']> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ResponseCardResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResponseCard'] = ResolversParentTypes['ResponseCard']> = {
  question?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['ResponseRow'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  draftedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  approvedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  signedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  signedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sentBackReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notes?: Resolver<ReadonlyArray<ResolversTypes['Note']>, ParentType, ContextType>;
};

export type NoteResolvers<ContextType = any, ParentType extends ResolversParentTypes['Note'] = ResolversParentTypes['Note']> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type NoticeRowResolvers<ContextType = any, ParentType extends ResolversParentTypes['NoticeRow'] = ResolversParentTypes['NoticeRow']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  way?: Resolver<ResolversTypes['NoticeWay'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['NoticeState'], ParentType, ContextType>;
  proof?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dispatchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['QuestionRow']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  allowedActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  attempts?: Resolver<ReadonlyArray<ResolversTypes['CallAttempt']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CallAttemptResolvers<ContextType = any, ParentType extends ResolversParentTypes['CallAttempt'] = ResolversParentTypes['CallAttempt']> = {
  result?: Resolver<ResolversTypes['CallResult'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  callAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type NoticeConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['NoticeConnection'] = ResolversParentTypes['NoticeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NoticeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['NoticeRow']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type NoticeEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['NoticeEdge'] = ResolversParentTypes['NoticeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['NoticeRow'], ParentType, ContextType>;
};

export type HistoryItemResolvers<ContextType = any, ParentType extends ResolversParentTypes['HistoryItem'] = ResolversParentTypes['HistoryItem']> = {
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['ActorKind'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ApplicantResolvers<ContextType = any, ParentType extends ResolversParentTypes['Applicant'] = ResolversParentTypes['Applicant']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactKind?: Resolver<Maybe<ResolversTypes['ContactKind']>, ParentType, ContextType>;
  identified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OpeningResolvers<ContextType = any, ParentType extends ResolversParentTypes['Opening'] = ResolversParentTypes['Opening']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OpeningKind'], ParentType, ContextType>;
  official?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  appeal?: Resolver<Maybe<ResolversTypes['AppealSummary']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rows?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OpeningConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['OpeningConnection'] = ResolversParentTypes['OpeningConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OpeningEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Opening']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OpeningEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['OpeningEdge'] = ResolversParentTypes['OpeningEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Opening'], ParentType, ContextType>;
};

export type AnswerTimesReportResolvers<ContextType = any, ParentType extends ResolversParentTypes['AnswerTimesReport'] = ResolversParentTypes['AnswerTimesReport']> = {
  groups?: Resolver<ReadonlyArray<ResolversTypes['AnswerTimes']>, ParentType, ContextType>;
  isExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AnswerTimesResolvers<ContextType = any, ParentType extends ResolversParentTypes['AnswerTimes'] = ResolversParentTypes['AnswerTimes']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kept?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  days?: Resolver<Maybe<ResolversTypes['Quartiles']>, ParentType, ContextType>;
};

export type QuartilesResolvers<ContextType = any, ParentType extends ResolversParentTypes['Quartiles'] = ResolversParentTypes['Quartiles']> = {
  lower?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  median?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  upper?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SearchCorrectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchCorrection'] = ResolversParentTypes['SearchCorrection']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SearchHit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalIsExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['Facets'], ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['SearchCorrection']>, ParentType, ContextType>;
  relaxed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchHit'], ParentType, ContextType>;
};

export type SearchHitResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit']> = {
  row?: Resolver<ResolversTypes['AppealRow'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  highlights?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['Facets'] = ResolversParentTypes['Facets']> = {
  districts?: Resolver<ReadonlyArray<ResolversTypes['Facet']>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['Facet']>, ParentType, ContextType>;
  departments?: Resolver<ReadonlyArray<ResolversTypes['Facet']>, ParentType, ContextType>;
  settlements?: Resolver<ReadonlyArray<ResolversTypes['Facet']>, ParentType, ContextType>;
  channels?: Resolver<ReadonlyArray<ResolversTypes['ChannelFacet']>, ParentType, ContextType>;
  states?: Resolver<ReadonlyArray<ResolversTypes['StateFacet']>, ParentType, ContextType>;
  terms?: Resolver<ReadonlyArray<ResolversTypes['TermFacet']>, ParentType, ContextType>;
  months?: Resolver<ReadonlyArray<ResolversTypes['Facet']>, ParentType, ContextType>;
};

export type ChannelFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChannelFacet'] = ResolversParentTypes['ChannelFacet']> = {
  value?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TermFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['TermFacet'] = ResolversParentTypes['TermFacet']> = {
  value?: Resolver<ResolversTypes['TermState'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StateFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['StateFacet'] = ResolversParentTypes['StateFacet']> = {
  value?: Resolver<ResolversTypes['AppealState'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['Facet'] = ResolversParentTypes['Facet']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppealChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['AppealChange'] = ResolversParentTypes['AppealChange']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['AppealRow']>, ParentType, ContextType>;
};

export type QuestionChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuestionChange'] = ResolversParentTypes['QuestionChange']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  row?: Resolver<Maybe<ResolversTypes['QuestionRow']>, ParentType, ContextType>;
};

export type ResidentAppealResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentAppeal'] = ResolversParentTypes['ResidentAppeal']> = {
  receipt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AppealState'], ParentType, ContextType>;
  regime?: Resolver<ResolversTypes['Regime'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType>;
  files?: Resolver<ReadonlyArray<ResolversTypes['AttachedFile']>, ParentType, ContextType>;
  supplements?: Resolver<ReadonlyArray<ResolversTypes['Supplement']>, ParentType, ContextType>;
  mayBePublished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  departments?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  questions?: Resolver<ReadonlyArray<ResolversTypes['ResidentQuestion']>, ParentType, ContextType>;
  answers?: Resolver<ReadonlyArray<ResolversTypes['ResidentAnswer']>, ParentType, ContextType>;
  notices?: Resolver<ReadonlyArray<ResolversTypes['ResidentNotice']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reopenUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  allowedActions?: Resolver<ReadonlyArray<ResolversTypes['ResidentAction']>, ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['ResidentStep']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ResidentQuestionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentQuestion'] = ResolversParentTypes['ResidentQuestion']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  ordinal?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  excerpt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QuestionState'], ParentType, ContextType>;
  routedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  assignedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  answeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ResidentAnswerResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentAnswer'] = ResolversParentTypes['ResidentAnswer']> = {
  question?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  signedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ResidentNoticeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentNotice'] = ResolversParentTypes['ResidentNotice']> = {
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  way?: Resolver<ResolversTypes['NoticeWay'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['NoticeState'], ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  dispatchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ResidentStepResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentStep'] = ResolversParentTypes['ResidentStep']> = {
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  way?: Resolver<Maybe<ResolversTypes['NoticeWay']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = any> = {
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OfficialAccount?: OfficialAccountResolvers<ContextType>;
  HeldRole?: HeldRoleResolvers<ContextType>;
  Absence?: AbsenceResolvers<ContextType>;
  OfficialResult?: OfficialResultResolvers<ContextType>;
  Invitation?: InvitationResolvers<ContextType>;
  InvitationResult?: InvitationResultResolvers<ContextType>;
  DistrictFile?: DistrictFileResolvers<ContextType>;
  DistrictFileVersion?: DistrictFileVersionResolvers<ContextType>;
  DistrictFileDifferences?: DistrictFileDifferencesResolvers<ContextType>;
  DistrictFilePartDifferences?: DistrictFilePartDifferencesResolvers<ContextType>;
  DistrictFileDifference?: DistrictFileDifferenceResolvers<ContextType>;
  DifferencePiece?: DifferencePieceResolvers<ContextType>;
  DistrictFileFault?: DistrictFileFaultResolvers<ContextType>;
  DistrictFileResult?: DistrictFileResultResolvers<ContextType>;
  AdministrationRecord?: AdministrationRecordResolvers<ContextType>;
  AdministrationRecordConnection?: AdministrationRecordConnectionResolvers<ContextType>;
  AdministrationRecordEdge?: AdministrationRecordEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  UUID?: GraphQLScalarType;
  Refusal?: RefusalResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  ChangeResult?: ChangeResultResolvers<ContextType>;
  BulkResult?: BulkResultResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  SubmitAppealResult?: SubmitAppealResultResolvers<ContextType>;
  Receipt?: ReceiptResolvers<ContextType>;
  OpenAppealResult?: OpenAppealResultResolvers<ContextType>;
  OpenedAppeal?: OpenedAppealResolvers<ContextType>;
  RequestedLink?: RequestedLinkResolvers<ContextType>;
  OpenedByLink?: OpenedByLinkResolvers<ContextType>;
  FileOpening?: FileOpeningResolvers<ContextType>;
  FileOpeningConnection?: FileOpeningConnectionResolvers<ContextType>;
  FileOpeningEdge?: FileOpeningEdgeResolvers<ContextType>;
  AnswerTemplate?: AnswerTemplateResolvers<ContextType>;
  SaveAnswerTemplateResult?: SaveAnswerTemplateResultResolvers<ContextType>;
  LetterPreview?: LetterPreviewResolvers<ContextType>;
  Letter?: LetterResolvers<ContextType>;
  LetterWarning?: LetterWarningResolvers<ContextType>;
  DiscardResponseDraftResult?: DiscardResponseDraftResultResolvers<ContextType>;
  DiscardedDraft?: DiscardedDraftResolvers<ContextType>;
  SaveResponseDraftResult?: SaveResponseDraftResultResolvers<ContextType>;
  PersonalDraft?: PersonalDraftResolvers<ContextType>;
  ResponseVersion?: ResponseVersionResolvers<ContextType>;
  SentBack?: SentBackResolvers<ContextType>;
  RouteProposal?: RouteProposalResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  District?: DistrictResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  ViewerRole?: ViewerRoleResolvers<ContextType>;
  Worklist?: WorklistResolvers<ContextType>;
  PublicDistrict?: PublicDistrictResolvers<ContextType>;
  PublicPhone?: PublicPhoneResolvers<ContextType>;
  DistrictColor?: DistrictColorResolvers<ContextType>;
  PublicTopic?: PublicTopicResolvers<ContextType>;
  TopicQuestion?: TopicQuestionResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  Organisation?: OrganisationResolvers<ContextType>;
  Topic?: TopicResolvers<ContextType>;
  Settlement?: SettlementResolvers<ContextType>;
  Official?: OfficialResolvers<ContextType>;
  Directory?: DirectoryResolvers<ContextType>;
  AppealConnection?: AppealConnectionResolvers<ContextType>;
  AppealEdge?: AppealEdgeResolvers<ContextType>;
  QuestionConnection?: QuestionConnectionResolvers<ContextType>;
  QuestionEdge?: QuestionEdgeResolvers<ContextType>;
  AppealRow?: AppealRowResolvers<ContextType>;
  QuestionRow?: QuestionRowResolvers<ContextType>;
  AppealSummary?: AppealSummaryResolvers<ContextType>;
  RoutingReason?: RoutingReasonResolvers<ContextType>;
  Deadline?: DeadlineResolvers<ContextType>;
  ResponseRow?: ResponseRowResolvers<ContextType>;
  AppealCard?: AppealCardResolvers<ContextType>;
  Place?: PlaceResolvers<ContextType>;
  AppealEntry?: AppealEntryResolvers<ContextType>;
  AttachedFile?: AttachedFileResolvers<ContextType>;
  Supplement?: SupplementResolvers<ContextType>;
  ResponseCard?: ResponseCardResolvers<ContextType>;
  Note?: NoteResolvers<ContextType>;
  NoticeRow?: NoticeRowResolvers<ContextType>;
  CallAttempt?: CallAttemptResolvers<ContextType>;
  NoticeConnection?: NoticeConnectionResolvers<ContextType>;
  NoticeEdge?: NoticeEdgeResolvers<ContextType>;
  HistoryItem?: HistoryItemResolvers<ContextType>;
  Applicant?: ApplicantResolvers<ContextType>;
  Opening?: OpeningResolvers<ContextType>;
  OpeningConnection?: OpeningConnectionResolvers<ContextType>;
  OpeningEdge?: OpeningEdgeResolvers<ContextType>;
  AnswerTimesReport?: AnswerTimesReportResolvers<ContextType>;
  AnswerTimes?: AnswerTimesResolvers<ContextType>;
  Quartiles?: QuartilesResolvers<ContextType>;
  SearchCorrection?: SearchCorrectionResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  Facets?: FacetsResolvers<ContextType>;
  ChannelFacet?: ChannelFacetResolvers<ContextType>;
  TermFacet?: TermFacetResolvers<ContextType>;
  StateFacet?: StateFacetResolvers<ContextType>;
  Facet?: FacetResolvers<ContextType>;
  AppealChange?: AppealChangeResolvers<ContextType>;
  QuestionChange?: QuestionChangeResolvers<ContextType>;
  ResidentAppeal?: ResidentAppealResolvers<ContextType>;
  ResidentQuestion?: ResidentQuestionResolvers<ContextType>;
  ResidentAnswer?: ResidentAnswerResolvers<ContextType>;
  ResidentNotice?: ResidentNoticeResolvers<ContextType>;
  ResidentStep?: ResidentStepResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = any> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
