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
  /** Officials who were invited and have not accepted: a question that is given to one waits until then. */
  readonly invitedOfficials: ReadonlyArray<Scalars['UUID']['output']>;
  /**
   * Per day of the district's zone: who worked, who was absent, and who substituted for whom, as far as is known now; by
   * name. A future day shows the plan.
   */
  readonly officialsOnDuty: ReadonlyArray<OfficialOnDuty>;
  /** Whether the calling official gets the morning letter of terms. */
  readonly morningLetter: MorningLetter;
  /** The calling official's views of lists, and those that are shared with one of the official's departments; by name. */
  readonly savedViews: ReadonlyArray<SavedView>;
  /** The district's file in force. */
  readonly districtFile: DistrictFile;
  /** Earlier and present files of the district, the newest first. */
  readonly districtFileVersions: ReadonlyArray<DistrictFileVersion>;
  /** A version of the district's file, and what it changed in the one before it. */
  readonly districtFileVersion: DistrictFileChange;
  /** What would change if this text became the district's file, and why it may not. */
  readonly districtFileDifferences: DistrictFileDifferences;
  /** The years by which the district counts terms, the first one first, with the days off that a decree moved. */
  readonly calendarYears: ReadonlyArray<CalendarYear>;
  /** Networks, and mail, of which the district can have accounts, with what each needs. */
  readonly networkKinds: ReadonlyArray<NetworkKind>;
  /** The district's accounts in networks and its mailboxes, by network and title. No secret is shown. */
  readonly networkAccounts: ReadonlyArray<NetworkAccount>;
  /** Front-ends of other teams at which the district's officials sign in, by title (docs/front-end.md). */
  readonly publicClients: ReadonlyArray<PublicClient>;
  /** What administrators changed, the newest first. */
  readonly administrationRecords: AdministrationRecordConnection;
  /** Sign-ins, failed sign-ins, and requests refused for lack of rights; the newest first. */
  readonly accessRecords: AccessRecordConnection;
  /** How the district's accounts in networks do; one that was never looked at is not there. */
  readonly networkHealth: ReadonlyArray<NetworkHealth>;
  /**
   * Posts above comments, by `CardSource.thread`, as far as the networks report them; a dialogue has none. One that is not
   * known is left out. They are the district's own publications: everyone may read them.
   */
  readonly sourcePosts: ReadonlyArray<SourcePost>;
  /** Which official opened which file, the latest first. */
  readonly fileOpenings: FileOpeningConnection;
  /**
   * What the administration knows of and works at, as it is shown where residents write: the newest first, and none from its end, or the time
   * until which it is shown, on. Everyone may read it; it holds no personal data.
   */
  readonly knownIssues: ReadonlyArray<KnownIssue>;
  /** Known issues for officials: those that are shown, those whose time is over, and those that ended in the last 7 days. */
  readonly openedKnownIssues: ReadonlyArray<OpenedKnownIssue>;
  /**
   * Receptions in person in the next three weeks, as the district announced them (59-FZ art. 13(1)), with the times that are free. Everyone may
   * read it; it says nothing of visitors.
   */
  readonly receptions: ReadonlyArray<Reception>;
  /** The booking with this code; null where there is none. */
  readonly ownReception?: Maybe<OwnReception>;
  /** Visitors of a day, or of a week, with their names and what they come about, by day and time. Who opens a day is recorded, see `receptionOpenings`. */
  readonly receptionVisits: ReadonlyArray<ReceptionVisit>;
  /** Who opened the visitors of which day, the latest first, at most 1,000; both days, on which they were opened, are included. */
  readonly receptionOpenings: ReadonlyArray<ReceptionOpening>;
  /** How many each official received, and who did not come, by the days of the receptions; both days are included. */
  readonly receptionLoad: ReadonlyArray<ReceptionLoad>;
  /**
   * Messages that were found in the communities that the district watches, the newest first: those that wait for a decision, or with `decided`
   * those of the last 30 days that were decided about, 200 at most. They are no cases; one that becomes none is deleted 30 days after it was
   * found.
   */
  readonly foundMessages: ReadonlyArray<FoundMessage>;
  /**
   * The communities in which the district reads what everybody may read, and the order by which it does. They are in the district's file; all
   * may read the list.
   */
  readonly watchedCommunities: ReadonlyArray<WatchedCommunity>;
  /**
   * What a file has that was uploaded as an old journal (`POST /files?journal=1`): the columns that were recognised, faults by row and column,
   * numbers. Nothing is stored.
   */
  readonly oldJournalFile: OldJournalFile;
  /** Imports of journals that were kept before Otklik, the newest first, at most 100. */
  readonly oldJournalLoads: ReadonlyArray<OldJournalLoad>;
  /** Organisations that take forwarded questions by Open311, as the district's file has them, and how their servers do. */
  readonly bodyServers: ReadonlyArray<BodyServer>;
  /**
   * The district's templates of answers: those of `topic` and those of every topic; without `topic`, the question's own when it
   * is given, else all. With `question` the fields of the texts are filled in. `forMessages`: the moderator's alone, with the
   * fields that need no question filled in; where a question or a topic is given, these are left out.
   */
  readonly answerTemplates: ReadonlyArray<AnswerTemplate>;
  /**
   * The letter that an answer to the question would be, made by the code that sends it, and what to look at before it leaves.
   * Nothing is stored. The applicant's name is not in it: words in the greeting of the letter say where it will stand. `attachments`:
   * the names of the files that go with it. `signing`: for the signatory who is about to sign, with that signature as it would
   * stand now; else words say where it will stand.
   */
  readonly letterPreview: LetterPreview;
  /**
   * The same draft as the sheet that it will be, drawn by the template of the PDF that is kept. It has no number, day and signature
   * before it is signed, and is marked as a draft. Nothing is stored. Without `addressed` words say where name and address will stand;
   * with it they are there, for roles to which `applicant` gives them, and the opening is on record before it is shown: while the question
   * has not ended (else FORBIDDEN), and 60 an hour (RATE_LIMITED). UNAVAILABLE where it could not be drawn in time.
   */
  readonly draftSheet: DraftSheet;
  /**
   * A letter about nothing on the letterhead of a text that may become the district's file, drawn by the template of the PDF that is kept:
   * what new letters will look like. No number is given, and nothing is stored. Null while there is a fault in the letterhead or in what
   * residents' pages show: `districtFileDifferences` says which. UNAVAILABLE where it could not be drawn in time.
   */
  readonly letterheadPreview?: Maybe<DraftSheet>;
  /**
   * The letter of a notice that is sent by post, to be printed; NOT_FOUND once it was sent. The address is not in it:
   * `applicant` returns it, and records the access. The letter names the person, and a covering letter how to reach him: the opening is
   * on record with its reason before it is shown, once for the same letter, official and quarter of an hour.
   */
  readonly letterToPost: Letter;
  /**
   * The letters to the holder of a follow-up code that are kept as PDF, the earliest first. The bytes of each are at
   * `/letters/<district>/sheet/<id>` for the holder of the token.
   */
  readonly residentLetters: ReadonlyArray<ResidentLetter>;
  /**
   * The letters of an appeal that are kept as PDF and that the official may open, the earliest first: `/letters/<district>/sheet/<id>` is the
   * file, `/letters/<district>/copy/<id>` a copy to print with the mark of the signature. Those openings are recorded; this is none.
   */
  readonly keptLetters: ReadonlyArray<KeptLetter>;
  /**
   * The sheets of letters that are sent by post, one after the other in the given order, as a PDF/A file in base64; NOT_FOUND where one was
   * sent. Of the applicant it has what the sender opened, and gives in `name` and `address`. To print them opens them: one record for all
   * of them, as of `letterToPost`.
   */
  readonly printedLetters: Scalars['String']['output'];
  /** Which official opened which letters to print, check or sign them, the latest first. Names of a print are `openings`. */
  readonly letterOpenings: LetterOpeningConnection;
  /**
   * The sheet of a letter over which an electronic signature is made outside; null while it is not made. Name and address stand on
   * it: who signs sees them, and the opening is recorded (`TO_SIGN`). `NOT_FOUND` for a letter to which none may be attached now.
   */
  readonly letterToSign?: Maybe<LetterToSign>;
  /**
   * The outgoing number that the next letter will have: the greatest of this year's series plus
   * one; in a new year, one. Null where no number was given before. It is a proposal, not a reservation.
   */
  readonly nextOutgoingNumber?: Maybe<Scalars['String']['output']>;
  /** How the district's accounts and mailboxes answer; one from which nothing left in the last 30 days is not there. */
  readonly accountAnswers: ReadonlyArray<AccountAnswers>;
  /**
   * Notices in networks that wait for an official: the delivery is unknown, or the text may not be public; the oldest
   * first, at most 500.
   */
  readonly unknownNotices: ReadonlyArray<UnknownNotice>;
  /**
   * Letters and messages that had not left at the moment to which the database was restored, the oldest first, 100 at most: they may have
   * left since, and nothing of them goes by itself. Empty where nothing was restored.
   */
  readonly heldNotices: ReadonlyArray<HeldNotice>;
  /**
   * Notices that wait until whom the district's settings name signs them (`letters.noticesLeave: SIGNED`), the oldest first, 100 at most:
   * none has a number or leaves before. Empty where they leave at once.
   */
  readonly noticesToSign: NoticesToSign;
  /**
   * The sheet of such a notice as it would be signed now. It names the person: who opens it is recorded (`TO_SIGN`). For who may sign it
   * (`NoticesToSign.maySign`); NOT_FOUND once it is signed or cancelled.
   */
  readonly noticeToSign: Letter;
  /**
   * By which ways an answer to the question may go, in the order in which they are tried: what is possible until when, and why
   * not. Known before it is written.
   */
  readonly answerPaths: ReadonlyArray<AnswerPath>;
  /** The district's webhooks, the oldest first; what was removed is not among them. */
  readonly webhooks: ReadonlyArray<Webhook>;
  /** What webhooks may be notified of. */
  readonly webhookTypes: ReadonlyArray<WebhookType>;
  /** The last deliveries of a webhook, the newest fact first, at most 50; with `state` those in that state alone. */
  readonly webhookDeliveries: ReadonlyArray<WebhookDelivery>;
  /** The caller's own draft that is not yet submitted; null when there is none. */
  readonly responseDraft?: Maybe<PersonalDraft>;
  /**
   * Texts of former executors, for the present one: their unsubmitted drafts, and a draft that became void when the
   * question left their department. Empty for any other official.
   */
  readonly earlierDrafts: ReadonlyArray<EarlierDraft>;
  /** Every draft of a response, the oldest first, with the remarks with which it was returned. */
  readonly responseVersions: ReadonlyArray<ResponseVersion>;
  /**
   * Places of texts for the public pages that `proposePublication` refuses with PERSONAL_DATA_FOUND, in their order. Nothing is stored; that
   * nothing was found does not make a text anonymous.
   */
  readonly publicationMarks: ReadonlyArray<PublicationMark>;
  /**
   * What the district's rules make of a text that is not registered yet: topic and department with the words that decided, and
   * the last day for the answer if it is registered today. Nothing is recorded.
   */
  readonly routeProposal: RouteProposal;
  /**
   * Codes of the departments, organisations and other districts that a question names, so that it may complain of them; its own words,
   * else the whole appeal's. Nothing is recorded: an official notes of whom it complains.
   */
  readonly complainedOfProposal: ReadonlyArray<Scalars['String']['output']>;
  /**
   * What officials of the district chose for texts like a question's which the rules leave to the coordinator. It proposes: a person decides.
   * Null once a topic was chosen, by a rule or a person, and where nothing was learned yet. Nothing is recorded.
   */
  readonly learnedRoutes?: Maybe<LearnedRoutes>;
  /**
   * Codes of the common classifier for a question, at most three: the likeliest of its topic first, since a rule of the district wins, then
   * what officials of the district gave for like texts. It proposes: a person decides (`classifyQuestion`). Nothing is recorded.
   */
  readonly codeProposals: CodeProposals;
  /**
   * How often officials of the district chose in the last 90 days what had been proposed to them by past decisions, and codes by the settings
   * of the topic: counted with the next learning, by what was in force when they chose, whether or not they looked at it. Of similar answers
   * and templates: signed answers during whose writing the list was opened, as the desk says it.
   */
  readonly followedProposals: FollowedProposals;
  /**
   * What the rules, topics and departments of a text that may become the district's file would have made of the appeals of the last 90 days,
   * beside those in force: the newest 1,000, and fewer where that took too long. One at a time (else UNAVAILABLE), and
   * of 2,000 patterns at most (else TOO_MANY_ITEMS). Texts are opened in memory and what is personal in them is
   * covered; only counts are answered, and nothing is recorded. Null while there is a fault in these parts: `districtFileDifferences` says which.
   */
  readonly rulesTrial?: Maybe<RulesTrial>;
  /** The districts of this platform. */
  readonly districts: ReadonlyArray<District>;
  /** What a district publishes: for residents' pages, or a district's own site. */
  readonly district: PublicDistrict;
  /**
   * Answers that were published, the newest first, `first` from `skip` on. Nothing in them leads to a person: two officials saw each
   * (`proposePublication`, `publishAnswer`).
   */
  readonly publishedAnswers: PublishedAnswerList;
  /** What was answered on the day on which it came, as all may read it. */
  readonly sameDayAnswers: SameDayAnswers;
  /**
   * Up to 3 published answers that are nearest to what one is about to send, by the words that both have, topic and settlement; none where
   * nothing is near. What was asked is kept nowhere.
   */
  readonly nearestAnswers: ReadonlyArray<PublishedAnswer>;
  /** Published answers that were enough in the last 30 days, so that nothing was sent; the most often first, 50 at most. */
  readonly enoughAnswers: ReadonlyArray<EnoughAnswer>;
  /** One published answer, by its permanent id; null where there never was one. */
  readonly publishedAnswer?: Maybe<PublishedAnswerPage>;
  /** The calling official, with the roles and the root fields that each of them may use. */
  readonly viewer: Viewer;
  /**
   * The worklists that the viewer's roles may open, each with its count now. A worklist is a filter of the register
   * (`filter: { worklist: … }`); `TO_CALL` is the list of `oralNotices`, `TO_POST` that of `paperNotices`,
   * `TO_POS` that of `posNotices`.
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
   * A search result to be read by itself: text, supplements and answers, complete but without personal data, for readers
   * who compare districts and open no card. Null when there is none. Each reading is recorded (`openings`).
   */
  readonly maskedAppeal?: Maybe<MaskedAppeal>;
  /**
   * Name and contact of the applicant, for an official who has an act to do on this appeal now; for the others FORBIDDEN. Who approves an
   * answer reads to whom it goes, here as on its sheet (`draftSheet`).
   * Each opening is recorded with its reason, 1 to 500 characters.
   */
  readonly applicant?: Maybe<Applicant>;
  /**
   * Names and addresses of the applicants of many cases, for one print of them: a single record with its reason (`openings`, PRINT), made
   * before any name is given, that names exactly these cases; the same print of the same official in a quarter of an hour is the same record.
   * Given are those of whom `applicant` would give the name now; the others stay closed, and are counted. 60 prints an hour (RATE_LIMITED).
   */
  readonly printedApplicants: PrintedApplicants;
  /**
   * Permits the official to take the evidence file of a case away: everything that is on record of it, texts in the clear, name and
   * contact for roles that open them, signed. Recorded with its reason (`openings`, EVIDENCE) before any part is given; 10 an hour (RATE_LIMITED). Null when
   * there is no such appeal.
   */
  readonly caseEvidence?: Maybe<CaseEvidencePermit>;
  /**
   * Applicants of one district by beginnings of names and addresses, by telephone or its last digits, and by e-mail, all in one
   * text; every word of it must be theirs. Each search is recorded (`openings`) with its reason, once for the same text in a quarter
   * of an hour. An official searches 60 times an hour (RATE_LIMITED), however many fields of one request ask.
   */
  readonly applicants: FoundApplicants;
  /**
   * Appeals of a person whose appeal is being entered: by the contact, or by the very same name, as many as that person's file has, with
   * what officials joined and without what they parted. Recorded as a search with the reason REGISTERING; 300 an hour are allowed
   * (RATE_LIMITED).
   */
  readonly earlierAppeals: EarlierAppeals;
  /**
   * A person's file: name and contact of the applicant of an appeal, and every appeal of the same contact or identity, or that an official
   * joined with one of these, with what was answered. Each opening is recorded (`openings`) with its reason, 60 an hour are allowed
   * (RATE_LIMITED); null when there is no such appeal.
   */
  readonly applicantFile?: Maybe<ApplicantFile>;
  /**
   * Records of access: names and contacts, cards, and saved files; the newest first. A card that the same official reads
   * again within a quarter of an hour is one access. Files are `fileOpenings`.
   */
  readonly openings: OpeningConnection;
  /**
   * How the questions that meet the filter were answered, group by group, counted over the whole register; with words, of the
   * appeals that `search` finds by them. A question without the value that is grouped by (a department, a topic) is in no group.
   */
  readonly answerTimes: AnswerTimesReport;
  /**
   * How a district keeps its terms, for its management: open questions are counted now, answered ones between two dates.
   * Each number is the total of `questions` with the filter that its field names. A caller sees the whole district.
   */
  readonly board: Board;
  /**
   * Where the questions of the filter are: how many each settlement has. Each number is the total of `questions` with the filter
   * and that settlement. A caller sees the whole district.
   */
  readonly questionPlaces: QuestionPlaces;
  /**
   * Departments, topics and settlements of open questions, and the `pass` by which `applyDistrictFile` knows them: these are not removed
   * from the district's file. Messages that wait for the moderator, known issues and booked receptions are not asked.
   */
  readonly settingsInWork: SettingsInWork;
  /**
   * Topics of which more questions than usual came in seven days, in a settlement or the whole district: the seven days are
   * compared with the eight weeks before by a method for small numbers (Gamma-Poisson). `waves` and `falseAlarms` are of the
   * last 365 days.
   */
  readonly earlyWarning: EarlyWarning;
  /**
   * Appeals received in some days by topic and settlement, beside what is usual: the average of the 360 days before for as
   * many days. An appeal with questions of several topics is counted in each of them; each number is the total of the same search.
   */
  readonly topicsByPlace: TopicsByPlace;
  /**
   * How people reacted to messages in networks that were received in some days: likes before our answer, since it, and of the answer itself, by
   * topic, settlement and week. Of what was counted alone: a network that does not tell is no zero. What came after an answer need not have
   * come by it.
   */
  readonly reactionSums: ReactionSums;
  /**
   * Words in any form over texts, places and answers: `"точная фраза"`, `-слово`, `слово*`, `яма или канава`, `(яма | канава) дорога`,
   * `тема:дороги`, `отдел:жкх`; a registration number or receipt in any spelling. Of texts that are asked for only by what they do not hold, the newest 1,000.
   * Any input is understood; a viewer who may not open the cards is refused words that are personal data (PERSONAL_DATA_ASKED), and
   * sees texts without it. An official runs two searches at once, and eight wait (TOO_MANY_SEARCHES).
   */
  readonly search: SearchConnection;
  /** Answers to be given in person, oldest first. */
  readonly oralNotices: NoticeConnection;
  /** Letters to be sent by post, oldest first. */
  readonly paperNotices: NoticeConnection;
  /** What is to be entered in the feedback platform, oldest first. */
  readonly posNotices: NoticeConnection;
  /**
   * The register of outgoing post: the letters on paper that were sent on some days, in the order of these days and of their
   * numbers; also one whose record came after the end.
   */
  readonly outgoingPost: OutgoingPostConnection;
  /**
   * The outgoing register: letters of all ways that have a number of the district's series, in the order of their days and numbers, those
   * whose number is annulled among them; of letters from before, those that were sent by post.
   */
  readonly outgoingRegister: OutgoingRegisterConnection;
  /** What the moderators of a district have before them, and how many were answered on the day on which they wrote. */
  readonly moderation: ModerationNumbers;
  /** Departments, topics, organisations, settlements and officials of a district. */
  readonly directory: Directory;
  /**
   * The common classifier of appeals, to choose a code from: what the topic proposes, what the viewer and his department use, what the
   * words find. Only questions and sub-questions are answered: nothing else may be set (`classifyQuestion`).
   */
  readonly classifier: ClassifierChoice;
  /**
   * What the district answered last to texts like a question's, the nearest first, at most three; none where nothing is near. Only of cards
   * that the viewer may open. The reading is recorded as a search (`openings`).
   */
  readonly similarAnswers: ReadonlyArray<SimilarAnswer>;
  /** What the holder of a follow-up code sees of his appeal. */
  readonly residentAppeal?: Maybe<ResidentAppeal>;
  /** What one who signed in sent to the district under that identity, the newest first, 100 at most. Nothing of an erased appeal. */
  readonly ownAppeals: OwnAppeals;
  /** What is stored about the holder of a follow-up code, beside `residentAppeal`: for a copy of one's own data. It contains no data of other people. */
  readonly residentData?: Maybe<ResidentData>;
  /**
   * The monthly report to ССТУ.РФ as it would be handed in now: how much it has, and what would be refused, why, and where that is mended.
   * Nothing of a person is opened for it.
   */
  readonly sstuReport: SstuReport;
  /**
   * What of the month would be accepted, with names and addresses, at most 2,000 cases. One opening (`openings`, PRINT of SSTU_REPORT) that names
   * the cases is recorded before; 20 files an hour are allowed (RATE_LIMITED). The sheets of the answers are fetched with `pass`.
   */
  readonly sstuFile: SstuFile;
  /**
   * The review of appeals for the district's site, against the same days of the year before. Each number is the total of a list, and
   * nothing in it names a person.
   */
  readonly appealReview: AppealReview;
  /**
   * Editions of the review of a period, the newest first: which is prepared, which was released and by whom. Numbers of an edition stay
   * as they were counted when it was prepared.
   */
  readonly reviewEditions: ReadonlyArray<ReviewEdition>;
  /** Reviews of appeals that the district published, the newest period first. */
  readonly publishedReviews: ReadonlyArray<PublishedReviewSummary>;
  /** One of them with its text, tables and files, by its period; null where there never was one. */
  readonly publishedReview?: Maybe<PublishedReviewPage>;
  /**
   * What a body sees by the link of its letter. Each reading of `contents` is recorded. Every link that does not open it is answered
   * alike, with NOT_FOUND.
   */
  readonly bodyLetter: BodyLetter;
};


export type QueryOfficialsArgs = {
  district: Scalars['String']['input'];
};


export type QueryInvitedOfficialsArgs = {
  district: Scalars['String']['input'];
};


export type QueryOfficialsOnDutyArgs = {
  district: Scalars['String']['input'];
  at: Scalars['Date']['input'];
};


export type QueryMorningLetterArgs = {
  district: Scalars['String']['input'];
};


export type QuerySavedViewsArgs = {
  district: Scalars['String']['input'];
};


export type QueryDistrictFileArgs = {
  district: Scalars['String']['input'];
};


export type QueryDistrictFileVersionsArgs = {
  district: Scalars['String']['input'];
};


export type QueryDistrictFileVersionArgs = {
  district: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};


export type QueryDistrictFileDifferencesArgs = {
  district: Scalars['String']['input'];
  text: Scalars['String']['input'];
  inWork?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCalendarYearsArgs = {
  district: Scalars['String']['input'];
};


export type QueryNetworkKindsArgs = {
  district: Scalars['String']['input'];
};


export type QueryNetworkAccountsArgs = {
  district: Scalars['String']['input'];
};


export type QueryPublicClientsArgs = {
  district: Scalars['String']['input'];
};


export type QueryAdministrationRecordsArgs = {
  district: Scalars['String']['input'];
  official?: InputMaybe<Scalars['UUID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAccessRecordsArgs = {
  district: Scalars['String']['input'];
  kinds?: InputMaybe<ReadonlyArray<AccessRecordKind>>;
  official?: InputMaybe<Scalars['UUID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryNetworkHealthArgs = {
  district: Scalars['String']['input'];
};


export type QuerySourcePostsArgs = {
  district: Scalars['String']['input'];
  threads: ReadonlyArray<Scalars['UUID']['input']>;
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


export type QueryKnownIssuesArgs = {
  district: Scalars['String']['input'];
};


export type QueryOpenedKnownIssuesArgs = {
  district: Scalars['String']['input'];
};


export type QueryReceptionsArgs = {
  district: Scalars['String']['input'];
};


export type QueryOwnReceptionArgs = {
  district: Scalars['String']['input'];
  code: Scalars['String']['input'];
};


export type QueryReceptionVisitsArgs = {
  district: Scalars['String']['input'];
  on: Scalars['Date']['input'];
  to?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryReceptionOpeningsArgs = {
  district: Scalars['String']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryReceptionLoadArgs = {
  district: Scalars['String']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryFoundMessagesArgs = {
  district: Scalars['String']['input'];
  decided?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryWatchedCommunitiesArgs = {
  district: Scalars['String']['input'];
};


export type QueryOldJournalFileArgs = {
  district: Scalars['String']['input'];
  file: Scalars['UUID']['input'];
  sheets?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  columns?: InputMaybe<ReadonlyArray<OldJournalColumnInput>>;
};


export type QueryOldJournalLoadsArgs = {
  district: Scalars['String']['input'];
};


export type QueryBodyServersArgs = {
  district: Scalars['String']['input'];
};


export type QueryAnswerTemplatesArgs = {
  district: Scalars['String']['input'];
  topic?: InputMaybe<Scalars['String']['input']>;
  question?: InputMaybe<Scalars['UUID']['input']>;
  forMessages?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryLetterPreviewArgs = {
  district: Scalars['String']['input'];
  question: Scalars['UUID']['input'];
  text: Scalars['String']['input'];
  outcome?: InputMaybe<Outcome>;
  attachments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  signing?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryDraftSheetArgs = {
  district: Scalars['String']['input'];
  question: Scalars['UUID']['input'];
  text: Scalars['String']['input'];
  attachments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  signing?: InputMaybe<Scalars['Boolean']['input']>;
  addressed?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryLetterheadPreviewArgs = {
  district: Scalars['String']['input'];
  text: Scalars['String']['input'];
};


export type QueryLetterToPostArgs = {
  district: Scalars['String']['input'];
  id: Scalars['UUID']['input'];
  reason?: LetterOpeningReason;
};


export type QueryKeptLettersArgs = {
  district: Scalars['String']['input'];
  appeal: Scalars['UUID']['input'];
};


export type QueryPrintedLettersArgs = {
  district: Scalars['String']['input'];
  letters: ReadonlyArray<LetterToPrint>;
  reason?: LetterOpeningReason;
  pass?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLetterOpeningsArgs = {
  district: Scalars['String']['input'];
  appeal?: InputMaybe<Scalars['UUID']['input']>;
  official?: InputMaybe<Scalars['UUID']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLetterToSignArgs = {
  district: Scalars['String']['input'];
  id: Scalars['UUID']['input'];
};


export type QueryNextOutgoingNumberArgs = {
  district: Scalars['String']['input'];
};


export type QueryAccountAnswersArgs = {
  district: Scalars['String']['input'];
};


export type QueryUnknownNoticesArgs = {
  district: Scalars['String']['input'];
};


export type QueryHeldNoticesArgs = {
  district: Scalars['String']['input'];
};


export type QueryNoticesToSignArgs = {
  district: Scalars['String']['input'];
};


export type QueryNoticeToSignArgs = {
  district: Scalars['String']['input'];
  id: Scalars['UUID']['input'];
};


export type QueryAnswerPathsArgs = {
  district: Scalars['String']['input'];
  question: Scalars['UUID']['input'];
};


export type QueryWebhooksArgs = {
  district: Scalars['String']['input'];
};


export type QueryWebhookTypesArgs = {
  district: Scalars['String']['input'];
};


export type QueryWebhookDeliveriesArgs = {
  district: Scalars['String']['input'];
  webhook: Scalars['UUID']['input'];
  state?: InputMaybe<WebhookDeliveryState>;
};


export type QueryResponseDraftArgs = {
  district: Scalars['String']['input'];
  response: Scalars['UUID']['input'];
};


export type QueryEarlierDraftsArgs = {
  district: Scalars['String']['input'];
  response: Scalars['UUID']['input'];
};


export type QueryResponseVersionsArgs = {
  district: Scalars['String']['input'];
  response: Scalars['UUID']['input'];
};


export type QueryPublicationMarksArgs = {
  district: Scalars['String']['input'];
  title?: InputMaybe<Scalars['String']['input']>;
  matter?: InputMaybe<Scalars['String']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
  officials?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
};


export type QueryRouteProposalArgs = {
  input: RouteProposalInput;
};


export type QueryComplainedOfProposalArgs = {
  district: Scalars['String']['input'];
  question: Scalars['UUID']['input'];
};


export type QueryLearnedRoutesArgs = {
  district: Scalars['String']['input'];
  question: Scalars['UUID']['input'];
};


export type QueryCodeProposalsArgs = {
  district: Scalars['String']['input'];
  question: Scalars['UUID']['input'];
};


export type QueryFollowedProposalsArgs = {
  district: Scalars['String']['input'];
};


export type QueryRulesTrialArgs = {
  district: Scalars['String']['input'];
  text: Scalars['String']['input'];
};


export type QueryDistrictArgs = {
  code: Scalars['String']['input'];
};


export type QueryPublishedAnswersArgs = {
  district: Scalars['String']['input'];
  words?: InputMaybe<Scalars['String']['input']>;
  topic?: InputMaybe<Scalars['String']['input']>;
  settlement?: InputMaybe<Scalars['String']['input']>;
  skip?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySameDayAnswersArgs = {
  district: Scalars['String']['input'];
};


export type QueryNearestAnswersArgs = {
  district: Scalars['String']['input'];
  text: Scalars['String']['input'];
  topic?: InputMaybe<Scalars['String']['input']>;
  settlement?: InputMaybe<Scalars['String']['input']>;
};


export type QueryEnoughAnswersArgs = {
  district: Scalars['String']['input'];
};


export type QueryPublishedAnswerArgs = {
  district: Scalars['String']['input'];
  id: Scalars['UUID']['input'];
};


export type QueryWorklistsArgs = {
  district: Scalars['String']['input'];
};


export type QueryAppealsArgs = {
  district: Scalars['String']['input'];
  filter?: InputMaybe<AppealFilter>;
  order?: InputMaybe<AppealOrder>;
  export?: InputMaybe<Scalars['Boolean']['input']>;
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
  export?: InputMaybe<Scalars['Boolean']['input']>;
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
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryMaskedAppealArgs = {
  district: Scalars['String']['input'];
  id: Scalars['UUID']['input'];
};


export type QueryApplicantArgs = {
  district: Scalars['String']['input'];
  appeal: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type QueryPrintedApplicantsArgs = {
  district: Scalars['String']['input'];
  appeals: ReadonlyArray<Scalars['UUID']['input']>;
  printed: PrintedPaper;
  reason: PrintReason;
  letters?: InputMaybe<ReadonlyArray<LetterOfPrint>>;
};


export type QueryCaseEvidenceArgs = {
  district: Scalars['String']['input'];
  appeal: Scalars['UUID']['input'];
  reason: Scalars['String']['input'];
};


export type QueryApplicantsArgs = {
  district: Scalars['String']['input'];
  query: Scalars['String']['input'];
  reason: ApplicantSearchReason;
};


export type QueryEarlierAppealsArgs = {
  district: Scalars['String']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  contact?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
};


export type QueryApplicantFileArgs = {
  district: Scalars['String']['input'];
  appeal: Scalars['UUID']['input'];
  reason: ApplicantSearchReason;
  details?: InputMaybe<Scalars['String']['input']>;
  consistentWith?: InputMaybe<Scalars['String']['input']>;
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


export type QueryBoardArgs = {
  district: Scalars['String']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryQuestionPlacesArgs = {
  district: Scalars['String']['input'];
  filter?: InputMaybe<AppealFilter>;
};


export type QuerySettingsInWorkArgs = {
  district: Scalars['String']['input'];
};


export type QueryEarlyWarningArgs = {
  district: Scalars['String']['input'];
};


export type QueryTopicsByPlaceArgs = {
  district: Scalars['String']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryReactionSumsArgs = {
  district: Scalars['String']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
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


export type QueryPaperNoticesArgs = {
  district: Scalars['String']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  consistentWith?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPosNoticesArgs = {
  district: Scalars['String']['input'];
  export?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  consistentWith?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOutgoingPostArgs = {
  district: Scalars['String']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  export?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  consistentWith?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOutgoingRegisterArgs = {
  district: Scalars['String']['input'];
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
  ways?: InputMaybe<ReadonlyArray<NoticeWay>>;
  kinds?: InputMaybe<ReadonlyArray<NoticeKind>>;
  courses?: InputMaybe<ReadonlyArray<LetterCourse>>;
  number?: InputMaybe<Scalars['String']['input']>;
  export?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  consistentWith?: InputMaybe<Scalars['String']['input']>;
};


export type QueryModerationArgs = {
  district: Scalars['String']['input'];
};


export type QueryDirectoryArgs = {
  district: Scalars['String']['input'];
};


export type QueryClassifierArgs = {
  district: Scalars['String']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
  topic?: InputMaybe<Scalars['String']['input']>;
  department?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySimilarAnswersArgs = {
  district: Scalars['String']['input'];
  question: Scalars['UUID']['input'];
};


export type QueryResidentAppealArgs = {
  consistentWith?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOwnAppealsArgs = {
  district: Scalars['String']['input'];
};


export type QuerySstuReportArgs = {
  district: Scalars['String']['input'];
  month: Scalars['String']['input'];
};


export type QuerySstuFileArgs = {
  district: Scalars['String']['input'];
  month: Scalars['String']['input'];
};


export type QueryAppealReviewArgs = {
  district: Scalars['String']['input'];
  period: Scalars['String']['input'];
};


export type QueryReviewEditionsArgs = {
  district: Scalars['String']['input'];
  period: Scalars['String']['input'];
};


export type QueryPublishedReviewsArgs = {
  district: Scalars['String']['input'];
};


export type QueryPublishedReviewArgs = {
  district: Scalars['String']['input'];
  period: Scalars['String']['input'];
};


export type QueryBodyLetterArgs = {
  district: Scalars['String']['input'];
  link: Scalars['String']['input'];
  consistentWith?: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Ends a front-end of another team, at once: its tokens, the sign-ins at it, and that its pages may call. */
  readonly revokePublicClient: PublicClientResult;
  /** Gives a new official roles in the district. It answers a link to set a password by, or the provider that has the accounts. */
  readonly inviteOfficial: InvitationResult;
  /** A new link for an official who has not used the last one, or has lost the password or the second factor. */
  readonly newInvitation: InvitationResult;
  /** These become the official's roles in the district, at once. */
  readonly changeOfficialRoles: OfficialResult;
  /** The days on which the official is absent, and the substitute. Without `absence`: the official is back. */
  readonly recordAbsence: OfficialResult;
  /**
   * By an order, an official performs the duties of another between two dates: with all rights of the other in the
   * district, on the other's behalf, and every record says so. It begins and ends by itself. A head records it for
   * officials who are no administrators.
   */
  readonly appointSubstitute: OfficialResult;
  /** Ends a substitution before its last day, at once; one that has not begun is as if it had not been recorded. */
  readonly endSubstitution: OfficialResult;
  /** Where an official's morning letter of terms goes; without `email` nowhere. */
  readonly setOfficialEmail: OfficialResult;
  /** Switches one's own morning letter off or on again. The last choice counts, whatever the version. */
  readonly chooseMorningLetter: MorningLetterResult;
  /** Switches e-mails about what is assigned to oneself, at once, on or off again. The last choice counts, whatever the version. */
  readonly chooseAssignmentLetter: MorningLetterResult;
  /** Keeps a list with its filters, order and columns under a name; with `id`, changes one that is kept. */
  readonly saveView: SavedViewResult;
  /** Shows a view to a department or to the whole district, or to its owner alone again. One that looks for words is not shared. */
  readonly shareView: SavedViewResult;
  /**
   * What the view finds now counts as seen by the calling official, and what is new in it is followed from then on; without
   * `seenOn` it is followed no longer. NOT_FOUND where the official does not see the view.
   */
  readonly followView: SavedViewResult;
  /** The view is kept no longer. */
  readonly removeView: SavedViewResult;
  /** Takes all roles in the district away; sessions end within five seconds. What the official did stays. */
  readonly dismissOfficial: OfficialResult;
  /** Makes the text the district's file. Decisions made under the previous file remain valid. */
  readonly applyDistrictFile: DistrictFileResult;
  /**
   * The days off that a decree moved in a year which the platform knows by the Labour Code alone: the whole list of the
   * year. Terms that are set stay; those that were provisional for want of the year are recalculated.
   */
  readonly setCalendarTransfers: CalendarYearResult;
  /** An account in a network, or a mailbox, through which people write to the district and are answered. */
  readonly addNetworkAccount: NetworkAccountResult;
  /** Replaces what is given; what is left out stays. */
  readonly changeNetworkAccount: NetworkAccountResult;
  /**
   * A new value of a secret that we make. The one before is taken for 24 hours more, so that nothing is lost until the network
   * shows the new one.
   */
  readonly renewNetworkSecret: NetworkAccountResult;
  /** Nothing is taken from the account or sent through it until it is switched on again. */
  readonly disableNetworkAccount: NetworkAccountResult;
  /** Switches an account on again. */
  readonly enableNetworkAccount: NetworkAccountResult;
  /**
   * Notifies residents of a known issue: its texts stand where they write, until its end or `until`, 72 hours from now at most. A text that
   * may hold personal data is refused with PERSONAL_DATA_FOUND. Answers the issue's id.
   */
  readonly openKnownIssue: ChangeResult;
  /** Changes what is shown there, or prolongs it, with a reason; also one whose time is over, which is shown again then. */
  readonly updateKnownIssue: ChangeResult;
  /**
   * It is over: residents read of it no more, and each sender of a joined message is sent what was done, where the message came from, once.
   * Nothing else ends by it: an appeal under 59-FZ, and a question, get an answer of their own.
   */
  readonly endKnownIssue: ChangeResult;
  /**
   * A message is joined to a known issue: it is answered at once by the issue's text, as by `answerAtOnce`, and its sender is sent what was
   * done when the issue ends. `takeBackDecision` undoes it. An appeal under 59-FZ cannot be joined.
   */
  readonly joinToKnownIssue: ChangeResult;
  /**
   * The sender of a message says that it is this known issue: it is joined to it as by `joinToKnownIssue`, answered at once by the issue's text,
   * and sent what was done when the issue ends. An appeal under 59-FZ, and a message that an official decided about, cannot be joined; one
   * that tells of a danger is read by an official first.
   */
  readonly joinOwnMessage: ChangeResult;
  /** As `joinToKnownIssue` for each item, 200 at most. */
  readonly joinManyToKnownIssue: ReadonlyArray<BulkResult>;
  /**
   * Checks an account in a network now: its subscription, which is repaired, its rights and its key. `networkHealth` has
   * the findings, once its `lookedAt` is later than `askedAt`.
   */
  readonly checkNetworkAccount: NetworkCheckResult;
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
  /**
   * As `takeUpMessage`, and sends the sender the moderator's own text, in the network of the message, after a delay of ten
   * seconds in which it can be withdrawn. The notice with the number follows as usual.
   */
  readonly takeUpWithWords: ChangeResult;
  /**
   * Turns a message into an appeal under 59-FZ, its applicant being identified, at any time before its answer. A message that is
   * registered gets a second number at once, in the journal of appeals; its own number and its own term stay.
   */
  readonly turnIntoAppeal: ChangeResult;
  /**
   * What was registered should not have been: its questions close, the number stays used. An appeal under 59-FZ is never struck
   * as spam. A registrar corrects what was registered on the same day; later it is a matter of the controller or the head.
   */
  readonly correctRegistration: ChangeResult;
  /**
   * Corrects what is asked and where it is, of a registered appeal that is considered, by officials of the departments that have its
   * questions. The text of the applicant, the registration and the terms do not change; the former values stay in the history.
   */
  readonly correctDetails: ChangeResult;
  /**
   * Records or corrects from whom an appeal came: a body that sent it on with a letter of its own, or the applicant. From the time it
   * waits for its registration until it is answered. What was recorded before stays in the history.
   */
  readonly recordSource: ChangeResult;
  /**
   * Decides whether an appeal is repeated (повторное): the same person asks again what an earlier appeal asked, after its answer or after
   * its term. Why it was repeated follows from what happened to the earlier one. May be decided otherwise until it is answered.
   */
  readonly recordRepeat: ChangeResult;
  /**
   * The question, or every answered one, is considered again with a new term of the regime: by the same executor, the second
   * time, which is the last, by the head of the department.
   */
  readonly grantReopening: ChangeResult;
  /**
   * Officials find by themselves, on no addition, that an answer was not the last word: every answered question, or the named one, is
   * considered again by its executor, with a new term of the regime from today; the former answer and its term do not change. The
   * applicant is notified that it is considered again.
   */
  readonly reopenAppeal: ChangeResult;
  /**
   * What was written after the answer shows that the question is not settled: every answered question, or the named one,
   * is considered again by its executor, with a new term of the regime from today; the former answer and its term do not
   * change. No request is needed. The supplement must be later than the current answer.
   */
  readonly reopenOnSupplement: ChangeResult;
  /**
   * A short reply to what was written after the answer to a message, by the way that the sender wrote: no draft, no signature, and the
   * question stays answered. An appeal under 59-FZ is answered after another consideration only. An official whose roles are bound to
   * departments replies about their questions only.
   */
  readonly replyToSupplement: ChangeResult;
  /** The answer remains; the applicant is notified why. */
  readonly refuseReopening: ChangeResult;
  /**
   * An official has read what the applicant added after the registration. Until then the appeal is in SUPPLEMENTED, if the
   * addition came after an answer was signed. An official whose roles are bound to departments acknowledges additions to
   * their own questions only.
   */
  readonly acknowledgeSupplement: ChangeResult;
  /**
   * Two appeals are of one person, whatever contact each gives: the file of a person has both, and all others of either contact. Without
   * `with` the appeal belongs to its contact again, and to what it was joined with when it was parted. `partApplicants` undoes it. By ids alone: neither tells anything of the person.
   */
  readonly joinApplicants: ChangeResult;
  /**
   * Undoes `joinApplicants`. Without `from`: the appeal is another person's than others of its contact, as in a family with one telephone,
   * and than all that it was joined with.
   */
  readonly partApplicants: ChangeResult;
  /**
   * The case is kept past its term of storage, for a court or a check: until the hold is lifted nothing of it is destroyed without a
   * stated ground. Also of what has ended.
   */
  readonly setLegalHold: ChangeResult;
  /** Ends the suspension of deletion: whatever is past its term of storage is deleted by the next run. */
  readonly liftLegalHold: ChangeResult;
  /** As `withdrawConsent`, by a paper or in person; the reason says how it came. */
  readonly recordConsentWithdrawal: ChangeResult;
  /**
   * A message that needs no case is answered at once, by the moderator's own words: where it came from, or by its contact. It gets no
   * number. Ten seconds it can be taken back; then the answer leaves.
   */
  readonly answerAtOnce: ChangeResult;
  /**
   * Danger to life or health: the message is put first in every list, and the controller and the head are alerted at once
   * by e-mail. It still waits for its decision.
   */
  readonly escalateUrgently: ChangeResult;
  /** Neither an appeal nor a message to be considered: advertising, abuse, a bot, or no question at all. */
  readonly markAsSpam: ChangeResult;
  /**
   * The same matter was sent before, and `of` is answered. The sender is given its number and its outcome, never its
   * answer, which may concern the other applicant alone.
   */
  readonly markAsDuplicate: ChangeResult;
  /** As `markAsDuplicate` for each item, 200 at most: many comments under one post are often one matter. Each sender is notified. */
  readonly markAsDuplicates: ReadonlyArray<BulkResult>;
  /**
   * Takes back the moderator's decision, whichever it was, until the appeal is registered or the answer has left; of an undecided
   * message that was declared urgent, the urgency.
   */
  readonly takeBackDecision: ChangeResult;
  /** As `takeBackDecision` for each item, 201 at most: what was joined by one act, and the message to which it was joined. */
  readonly takeBackDecisions: ReadonlyArray<BulkResult>;
  /** Gives number and date: one series per district, local year and journal, without gap or repeat (59-FZ art. 8(2)). */
  readonly registerAppeal: ChangeResult;
  /** As `takeUpMessage` for each item, 100 at most. */
  readonly takeUpMessages: ReadonlyArray<BulkResult>;
  /** As `registerAppeal` for each item, 100 at most: numbers follow the order of the items. */
  readonly registerAppeals: ReadonlyArray<BulkResult>;
  /** Number (of the receipt or the registration) and follow-up code for a token of fifteen minutes. */
  readonly openAppeal: OpenAppealResult;
  /** For one who signed in, a token of fifteen minutes for an own appeal, without its code. Another's is answered as one that is not there. */
  readonly openOwnAppeal: OpenAppealResult;
  /**
   * For an applicant who lost the code: a letter with a link, valid once and for an hour, is sent to the e-mail address of
   * the appeal. The answer reveals nothing about the appeal, not even whether it exists.
   */
  readonly requestFollowUpLink: RequestedLink;
  /** The link of that letter for a token and a new code; the former code ends. The same key again gets the same. */
  readonly openAppealByLink: OpenedByLink;
  /** From 1 (bad) to 5 (good), once, after the answer. */
  readonly rateAppeal: ChangeResult;
  /** Adds text and files to the appeal. */
  readonly supplementAppeal: ChangeResult;
  /** The sender takes the appeal back: work on it ends. */
  readonly withdrawAppeal: ChangeResult;
  /**
   * The consent to the processing of personal data is withdrawn (152-FZ art. 9(2)), and with it that to publication. What the law
   * demands goes on: an appeal under 59-FZ is considered and answered. A message is answered on its page alone from then on.
   */
  readonly withdrawConsent: ChangeResult;
  /**
   * The author's consent to the publication of the answer that the question has now: a text without persons, which two officials look
   * at first. Another answer needs another consent.
   */
  readonly allowPublication: ChangeResult;
  /** Withdraws that consent, at any time and without a reason; what is published by it is taken back within a minute. */
  readonly disallowPublication: ChangeResult;
  /**
   * Not content with the answer: asks for it to be considered again, within the district's term. Officials see the request
   * in their lists (REOPEN_REQUESTED) and grant or refuse it. Two may be granted; after a refusal the answer is final.
   */
  readonly requestReopening: ChangeResult;
  /**
   * Books a reception in person. One time is one visitor's: where another one has it, SLOT_TAKEN. The same key again gives the same booking and
   * code.
   */
  readonly bookReception: BookReceptionResult;
  /** The visitor cancels the booking by its code; the time is free again at once. */
  readonly cancelOwnReception: ChangeResult;
  /**
   * An official books by telephone or at the desk, or lets one in who came without a booking, in the live queue of the day. Answers the code,
   * for the visitor.
   */
  readonly enterReception: BookReceptionResult;
  /** Moves a booking to another time, day or official. */
  readonly moveReception: ChangeResult;
  /** Cancels a booking for its visitor, or because the reception is not held. */
  readonly cancelReception: ChangeResult;
  /** The visitor was called and reminded of the reception. */
  readonly recordReceptionReminder: ChangeResult;
  /** The visitor has come, on the day of the reception. */
  readonly recordVisitorCame: ChangeResult;
  /** That the visitor has come was recorded by mistake; until the reception ended. */
  readonly takeBackVisitorCame: ChangeResult;
  /** The visitor has not come. One who comes later on that day is received all the same. */
  readonly recordVisitorMissed: ChangeResult;
  /**
   * The card of a reception (59-FZ art. 13): who received, and what it led to. An appeal is entered and registered by `enterAppeal` with
   * the channel RECEPTION, and ends by its own facts: by the oral answer of that day (`recordReceptionAnswer`), or by a written one.
   */
  readonly endReception: ChangeResult;
  /**
   * An official decides about a found message. ANSWER_THERE makes a case of it, as of a message on the district's own page: its answer goes
   * where it was found. The other outcomes make none, and may be changed to another while the message is there.
   */
  readonly decideFoundMessage: FoundMessageResult;
  /**
   * Takes in rows of an uploaded journal for some seconds. While `isWhole` is false it is sent again, with a new key, and goes on: rows that
   * are there are left, whichever key is sent, so that the same key again does no harm. The uploaded file is removed within a day.
   */
  readonly takeInOldJournal: OldJournalStepResult;
  /**
   * Takes an import back, as long as nothing was done with any of its appeals: for some seconds. While `isWhole` is false it is sent again, with a
   * new key, and goes on.
   */
  readonly takeBackOldJournal: OldJournalStepResult;
  /**
   * A letter a day, at the most, about what is published from then on: of a topic, of a settlement, of both, or all. Nothing but a
   * letter with a link goes to the address until that was confirmed. The answer reveals nothing about the address, not even whether it is
   * subscribed: an address is asked three times a day at the most, and one that has confirmed is not asked again.
   */
  readonly subscribeToAnswers: AskedSubscription;
  /** By the link of that letter. The same link again gets the same; nothing is confirmed once it has ended, or 48 hours later. */
  readonly confirmSubscription: ConfirmedSubscription;
  /** By the link of each letter: the address is deleted. The same link again gets the same. */
  readonly endSubscription: EndedSubscription;
  /** A new template of answers, or with `id` another version of one. */
  readonly saveAnswerTemplate: SaveAnswerTemplateResult;
  /** The template is offered no longer; its versions stay. */
  readonly removeAnswerTemplate: SaveAnswerTemplateResult;
  /**
   * The answer was given by telephone or in person, in these words. That is the proof of dispatch, with the applicant's
   * consent (59-FZ art. 13(3)): with WANTS_WRITTEN the call is no proof, and the answer is sent by the next lawful
   * channel.
   */
  readonly recordOralNotice: ChangeResult;
  /**
   * A call without an answer. WRONG_NUMBER ends the calls, and so does GIVEN_UP after three unanswered calls: the answer
   * is sent by the next lawful channel.
   */
  readonly recordCallAttempt: ChangeResult;
  /** What is answered to a message of the feedback platform was entered there. The record is the proof of dispatch, on the day `enteredOn`. */
  readonly recordInPos: ChangeResult;
  /**
   * The letter on paper was sent or handed over. The record is the proof of dispatch, on the day `sentOn` (59-FZ art. 10(4)).
   * After a withdrawal it is recorded as a proof that came late.
   */
  readonly recordPosting: ChangeResult;
  /** As `recordPosting` for each item, 100 at most, all by the same means and on the same day; what one refuses does not stop the others. */
  readonly recordPostings: ReadonlyArray<BulkResult>;
  /**
   * What became of a letter that left by post, by what shows it. It ends nothing: the posting did. What came back begins the
   * next lawful way; where there is none, the letter waits to be sent by post once more, with the reason of its return.
   */
  readonly recordLetterOutcome: ChangeResult;
  /**
   * An electronic signature (a detached CMS) that an official's own program made over the letter's sheet. It must cover exactly its bytes and be
   * of the letter's signatory, in the term of the certificate. What cannot be verified here is kept and is never enough where the district
   * demands a signature. The same one again changes nothing; another one is kept beside it.
   */
  readonly attachSignature: ChangeResult;
  /**
   * A notice that waits for it is signed by whom the district's settings name today, or by who substitutes that official; where they name no
   * official who may sign, by one who holds SIGNATORY or HEAD for the whole district. Another one is refused with NOT_THE_NAMED_SIGNATORY.
   * It has its outgoing number and its day from then on, and leaves by its way. Once more changes nothing; NOTICE_CANCELLED for one that does
   * not leave any more.
   */
  readonly signNotice: ChangeResult;
  /** As `signNotice` for each item, 100 at most, numbered one by one: what one refuses does not stop the others. */
  readonly signNotices: ReadonlyArray<BulkResult>;
  /**
   * An official has checked in the network whether a message with an unknown outcome was delivered. STANDS is the proof of
   * delivery; REPEAT sends it again, so that it may appear there twice.
   */
  readonly settleUnknownNotice: ChangeResult;
  /**
   * For a notice that a restore holds back: STANDS records it as sent, because it was sent before the data loss; REPEAT
   * sends it now. The reason is kept on record.
   */
  readonly settleHeldNotice: ChangeResult;
  /** As `settleHeldNotice` for each item, 100 at most. */
  readonly settleHeldNotices: ReadonlyArray<BulkResult>;
  /**
   * The public text in place of an answer in which personal data was found; without `words` the answer is sent by its next
   * channel.
   */
  readonly releaseNotice: ChangeResult;
  /**
   * A person placed the answer where the network lets no program do so: `link` leads to it on the network's own site, and is the
   * proof. Without `link` it is not placed, and goes by its next way.
   */
  readonly recordPlacedNotice: ChangeResult;
  /**
   * Registers an external server that is notified of facts of the district by Standard Webhooks: what happened, when, and
   * to which appeal; no personal data. This answer alone contains the secret that authenticates the sender.
   */
  readonly addWebhook: WebhookResult;
  /** Replaces address, types and description. What waits goes to the new address. */
  readonly changeWebhook: WebhookResult;
  /** A new secret. For 24 hours what is sent is signed by the one before, too. */
  readonly renewWebhookSecret: WebhookResult;
  /** Nothing is sent until it is resumed; what happens meanwhile waits, for 30 days. */
  readonly pauseWebhook: WebhookResult;
  /** What waits is sent, the oldest first. */
  readonly resumeWebhook: WebhookResult;
  /** Nothing is sent any more, and what waits is not kept. */
  readonly removeWebhook: WebhookResult;
  /**
   * Sends again what happened in that time, as far as it is kept: 30 days, and not before the district's first webhook. Each
   * fact comes under the same `webhook-id` as before.
   */
  readonly replayWebhook: WebhookResult;
  /** The executor's draft, or the next one; it goes to approval. `question` is the question that is answered. */
  readonly draftResponse: ChangeResult;
  /** An internal note on the case; never shown to the applicant. */
  readonly addNote: ChangeResult;
  /** The approver agrees with the current draft. The author of the draft may neither approve nor sign it. */
  readonly approveResponse: ChangeResult;
  /**
   * Keeps the caller's unsent text, one for each response, sealed; no other official reads it while the question is the caller's. A save
   * that does not know of the last one is refused, so that two windows do not overwrite each other; a repeated key changes nothing. It ends with `draftResponse` of the same text, or with `discardResponseDraft`.
   */
  readonly saveResponseDraft: SaveResponseDraftResult;
  /** Discards the caller's unsent draft. */
  readonly discardResponseDraft: DiscardResponseDraftResult;
  /** Returns the draft to the executor with a reason. */
  readonly sendBackResponse: ChangeResult;
  /**
   * The authorised official signs: the approved draft becomes the answer. It is sent once routing has accepted it; a question that
   * was routed elsewhere at the same time wins, and the signature is of no force.
   */
  readonly signResponse: ChangeResult;
  /** The signatory takes the signature back while the answer is not sent: the draft returns to the executor with the reason. */
  readonly revokeResponse: ChangeResult;
  /**
   * Prepares the publication of an answer that was given: texts without persons, which another official releases. What may be personal
   * data in them is refused with PERSONAL_DATA_FOUND at its field, unless it is the name of one of `officials`. Photos of the author
   * need the ground CONSENT (NO_CONSENT_TO_PUBLISH at `photos`); each photo is shown once another official released it by itself.
   */
  readonly proposePublication: ChangeResult;
  /**
   * Releases what was prepared: from then on everybody may read it. Neither who prepared it nor who drafted the answer may, nor
   * one who acts in the stead of either.
   */
  readonly publishAnswer: ChangeResult;
  /**
   * Takes an answer back from the public pages, or drops what was prepared. Its address answers 410 from then on; it is in no list,
   * feed or search.
   */
  readonly takeBackPublication: ChangeResult;
  /** The coordinator routes the question: the proposed topic and department or others. */
  readonly routeQuestion: ChangeResult;
  /**
   * The head, or the coordinator who records his resolution, assigns the question to an executor, the first or another one; the head of
   * the department delegates it further.
   */
  readonly assignExecutor: ChangeResult;
  /**
   * The first assignment of an executor, taken back within 15 seconds: the question has none, as before. Refuses ASSIGNMENT_TOO_OLD for
   * another one or later, ASSIGNMENT_UNDER_WAY once the executor has read it or drafted the answer, a part of a co-executor is done, or
   * a former part was replaced or taken away; parts that were given since are over with it.
   */
  readonly takeBackAssignment: ChangeResult;
  /**
   * At a reception in person the applicant was answered orally and agreed to it: the record ends the question (59-FZ art. 13(3)).
   * Without the consent a written answer is due.
   */
  readonly recordReceptionAnswer: ChangeResult;
  /** As `routeQuestion` for each item, 100 at most. */
  readonly routeQuestions: ReadonlyArray<BulkResult>;
  /** As `assignExecutor` for each item, 100 at most. */
  readonly assignExecutors: ReadonlyArray<BulkResult>;
  /** As `takeBackAssignment` for each item, 100 at most: what was begun already stays, and its refusal says why. */
  readonly takeBackAssignments: ReadonlyArray<BulkResult>;
  /** Returns a question that is not the department's to the coordinator. */
  readonly returnQuestion: ChangeResult;
  /**
   * Splits the question: it keeps the first text; each other text becomes a question of its own, routed by the district's
   * rules, with the same terms. Possible until a text is signed.
   */
  readonly splitQuestion: ChangeResult;
  /** The questions that were split off close, and the question has its former text. While nothing is signed. */
  readonly undoSplit: ChangeResult;
  /** Another question of the same appeal is considered in this one and closes. While nothing is signed. */
  readonly mergeQuestions: ChangeResult;
  /** A merged question is separated again and returns to its former place, as long as nothing is signed. */
  readonly undoMerge: ChangeResult;
  /** Whom the applicant complains of: the question never goes to them (59-FZ art. 8(6)). */
  readonly noteComplainedOf: ChangeResult;
  /**
   * The question is forwarded to the competent bodies (59-FZ art. 8(3), 8(5)), and ends once there is proof that the
   * applicant was notified. The term is 7 days from the registration.
   */
  readonly forwardQuestion: ChangeResult;
  /**
   * The forwarding is withdrawn while the notice of it is pending. If the letter is already sent, the forwarding remains
   * in force and the question ends.
   */
  readonly withdrawForwarding: ChangeResult;
  /** What a body to which the question was forwarded answered by letter or otherwise; by its own page it does so itself. */
  readonly recordBodyReaction: ChangeResult;
  /** A body's page does not open any more, as when its letter went to a wrong address. Of a forwarding or of a request. */
  readonly revokeBodyLink: ChangeResult;
  /**
   * Every body gave the question back as not its own: it is with the coordinator again, to be considered here or forwarded
   * elsewhere. The term of the law has run on.
   */
  readonly takeBackQuestion: ChangeResult;
  /** A body itself, by the link of its covering letter. Every link that does not open it is answered alike. */
  readonly reactAsBody: ReactAsBodyResult;
  /**
   * What a body or an organisation outside the administration was asked for, by the link of its letter: information, or a draft
   * of the answer, which an official answers for. Every link that does not open it is answered alike.
   */
  readonly informAsBody: ReactAsBodyResult;
  /** The head decides that there is no answer on the merits, by a ground of art. 11 of 59-FZ; the applicant is notified where the article says so. */
  readonly leaveUnanswered: ChangeResult;
  /**
   * The head extends the term of the answer, once and before its end (59-FZ art. 12(2)). The extension takes effect only
   * if the notice to the applicant is proved before the end of the former term; otherwise the former term remains.
   */
  readonly extendDeadline: ChangeResult;
  /**
   * The executor of the question asks the head for an extension, under the same conditions. The head answers by `extendDeadline`
   * or `refuseExtension`; until then there is no other ask.
   */
  readonly askForExtension: ChangeResult;
  /** The head refuses what the executor asked for, with a reason that the executor reads. He may ask again. */
  readonly refuseExtension: ChangeResult;
  /**
   * Information of another body is needed (59-FZ art. 10(1)2), or a draft of an organisation that does the work. It has 15 days,
   * or those given for a draft; the answer's own term goes on. A court, an inquiry or an investigation is not asked.
   */
  readonly requestInformation: ChangeResult;
  /** What another body was asked for has come. */
  readonly recordInformation: ChangeResult;
  /**
   * The sender of a message gets an interim answer, by the channels of messages. It meets the term of the first answer and
   * starts that of the final answer.
   */
  readonly giveInterimAnswer: ChangeResult;
  /**
   * The code of the common classifier under which the question is counted; the likeliest of its topic is set with the topic. A theme is
   * refused with CLASSIFIER_CODE_TOO_WIDE, one that the edition in force has not with CLASSIFIER_CODE_UNKNOWN; the edition is recorded
   * with the code, and each change is a fact of its own.
   */
  readonly classifyQuestion: ChangeResult;
  /**
   * It was taken for another topic: the question, its lists and reports have this one from then on. Its department, executor and terms
   * stay; the code of the common classifier is the topic's.
   */
  readonly correctTopic: ChangeResult;
  /**
   * The executor has read what was assigned to him: others see that, and when. Said again of the same assignment, it changes
   * nothing; another official is refused.
   */
  readonly acknowledgeAssignment: ChangeResult;
  /**
   * The executor passes what was assigned to him on to another official of his department, who has to read it; the card shows
   * who passed it on to whom, and when.
   */
  readonly passOnAssignment: ChangeResult;
  /** Replaces the co-executors of the question: they read the whole card and contribute; the executor alone answers. */
  readonly assignCoExecutors: ChangeResult;
  /**
   * A co-executor says that a part is done: his own, or that of a department of his; whose it is, is named. Said once more, it changes nothing, and it
   * ends nothing: the executor sees which parts are done.
   */
  readonly finishPart: ChangeResult;
  /** A co-executor's part of the answer; the executor reads it beside the reply, the applicant never. */
  readonly addContribution: ChangeResult;
  /** What the answer promised is done; the applicant reads the text on the follow-up page. */
  readonly confirmPromise: ChangeResult;
  /** What the answer promised gets a later day, with the reason. Each extension is counted. */
  readonly extendPromise: ChangeResult;
  /**
   * The head, or the controller for him, watches over how the question is considered until a day (59-FZ art. 14). Put under control
   * again, it is so until the other day. An answer does not end it.
   */
  readonly putUnderControl: ChangeResult;
  /** The control of the question ends, also after its answer. */
  readonly takeOffControl: ChangeResult;
  /**
   * One who was about to send a message says that a published answer is enough, and sends nothing. It is counted by the day, once for a key
   * and once an hour for all behind one address, and nothing else of it is kept. Answers whether there is such an answer that all may read.
   */
  readonly answerWasEnough: Scalars['Boolean']['output'];
  /**
   * Records the sums of a file that was made of `sstuFile`: the receipt of what is handed in. The first sums of a report hold; the same ones
   * again change nothing, and others are refused with IDEMPOTENCY_KEY_REUSED. NOT_FOUND: the caller made no such report. Whose role is bound
   * to a department is refused with FORBIDDEN.
   */
  readonly fileSstuReport: SstuReceiptResult;
  /**
   * Records what the server answered to a file that was handed in: the appeals that it refused, each with its reason; the others it took. A
   * later answer to the same file takes the place of the earlier. What is refused goes into the next month's file. NOT_FOUND: no file was
   * made; PERSONAL_DATA_FOUND where a reason names a person. Of a number in `refused`: VALUE_MALFORMED where the file has no appeal of it,
   * BAD_INPUT where it has several.
   */
  readonly recordSstuResult: SstuReceiptResult;
  /**
   * Keeps the review of a period that has ended with its text, as one official left it, and the numbers of now, for another one to
   * release. PERSONAL_DATA_FOUND where the text names a person, a house or a telephone.
   */
  readonly prepareReview: ReviewEditionResult;
  /**
   * Publishes an edition in place of the one before. OWN_PUBLICATION: another official than who prepared it has to; NOT_FOUND: it is no
   * longer the newest of its period, or was decided already.
   */
  readonly releaseReview: ReviewEditionResult;
  /**
   * Takes an edition from the public pages, or drops one that was not released. An earlier edition does not come back. PERSONAL_DATA_FOUND:
   * the reason names a person, a house or a telephone.
   */
  readonly takeBackReview: ReviewEditionResult;
  /**
   * Says of a wave of `earlyWarning` that it is none, or that its topic is not warned of until a day, or that it is warned of
   * again. NOT_FOUND where no such wave was warned of.
   */
  readonly markWave: WaveMarkResult;
  /**
   * Whether a published answer helped its reader. A browser has one mark on an answer, which the next replaces; a second browser behind the
   * same address is not counted until the next hour. Nothing is kept of who it was. NOT_FOUND where all may not read the answer.
   */
  readonly markAnswer: MarkedAnswer;
};


export type MutationRevokePublicClientArgs = {
  input: RevokePublicClientInput;
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


export type MutationAppointSubstituteArgs = {
  input: AppointSubstituteInput;
};


export type MutationEndSubstitutionArgs = {
  input: EndSubstitutionInput;
};


export type MutationSetOfficialEmailArgs = {
  input: SetOfficialEmailInput;
};


export type MutationChooseMorningLetterArgs = {
  input: ChooseMorningLetterInput;
};


export type MutationChooseAssignmentLetterArgs = {
  input: ChooseAssignmentLetterInput;
};


export type MutationSaveViewArgs = {
  input: SaveViewInput;
};


export type MutationShareViewArgs = {
  input: ShareViewInput;
};


export type MutationFollowViewArgs = {
  input: FollowViewInput;
};


export type MutationRemoveViewArgs = {
  input: RemoveViewInput;
};


export type MutationDismissOfficialArgs = {
  input: DismissOfficialInput;
};


export type MutationApplyDistrictFileArgs = {
  input: ApplyDistrictFileInput;
};


export type MutationSetCalendarTransfersArgs = {
  input: SetCalendarTransfersInput;
};


export type MutationAddNetworkAccountArgs = {
  input: AddNetworkAccountInput;
};


export type MutationChangeNetworkAccountArgs = {
  input: ChangeNetworkAccountInput;
};


export type MutationRenewNetworkSecretArgs = {
  input: RenewNetworkSecretInput;
};


export type MutationDisableNetworkAccountArgs = {
  input: SwitchNetworkAccountInput;
};


export type MutationEnableNetworkAccountArgs = {
  input: SwitchNetworkAccountInput;
};


export type MutationOpenKnownIssueArgs = {
  input: OpenKnownIssueInput;
};


export type MutationUpdateKnownIssueArgs = {
  input: UpdateKnownIssueInput;
};


export type MutationEndKnownIssueArgs = {
  input: EndKnownIssueInput;
};


export type MutationJoinToKnownIssueArgs = {
  input: JoinToKnownIssueInput;
};


export type MutationJoinOwnMessageArgs = {
  input: JoinOwnMessageInput;
};


export type MutationJoinManyToKnownIssueArgs = {
  input: JoinManyToKnownIssueInput;
};


export type MutationCheckNetworkAccountArgs = {
  input: CheckNetworkAccountInput;
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


export type MutationTakeUpWithWordsArgs = {
  input: TakeUpWithWordsInput;
};


export type MutationTurnIntoAppealArgs = {
  input: TurnIntoAppealInput;
};


export type MutationCorrectRegistrationArgs = {
  input: CorrectRegistrationInput;
};


export type MutationCorrectDetailsArgs = {
  input: CorrectDetailsInput;
};


export type MutationRecordSourceArgs = {
  input: RecordSourceInput;
};


export type MutationRecordRepeatArgs = {
  input: RecordRepeatInput;
};


export type MutationGrantReopeningArgs = {
  input: GrantReopeningInput;
};


export type MutationReopenAppealArgs = {
  input: ReopenAppealInput;
};


export type MutationReopenOnSupplementArgs = {
  input: ReopenOnSupplementInput;
};


export type MutationReplyToSupplementArgs = {
  input: ReplyToSupplementInput;
};


export type MutationRefuseReopeningArgs = {
  input: AppealReasonInput;
};


export type MutationAcknowledgeSupplementArgs = {
  input: AppealActInput;
};


export type MutationJoinApplicantsArgs = {
  input: JoinApplicantsInput;
};


export type MutationPartApplicantsArgs = {
  input: PartApplicantsInput;
};


export type MutationSetLegalHoldArgs = {
  input: AppealReasonInput;
};


export type MutationLiftLegalHoldArgs = {
  input: AppealReasonInput;
};


export type MutationRecordConsentWithdrawalArgs = {
  input: AppealReasonInput;
};


export type MutationAnswerAtOnceArgs = {
  input: AnswerAtOnceInput;
};


export type MutationEscalateUrgentlyArgs = {
  input: EscalateUrgentlyInput;
};


export type MutationMarkAsSpamArgs = {
  input: MarkAsSpamInput;
};


export type MutationMarkAsDuplicateArgs = {
  input: MarkAsDuplicateInput;
};


export type MutationMarkAsDuplicatesArgs = {
  input: MarkAsDuplicatesInput;
};


export type MutationTakeBackDecisionArgs = {
  input: AppealReasonInput;
};


export type MutationTakeBackDecisionsArgs = {
  input: TakeBackDecisionsInput;
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


export type MutationOpenOwnAppealArgs = {
  district: Scalars['String']['input'];
  appeal: Scalars['UUID']['input'];
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


export type MutationWithdrawConsentArgs = {
  input: ResidentActInput;
};


export type MutationAllowPublicationArgs = {
  input: PublicationConsentInput;
};


export type MutationDisallowPublicationArgs = {
  input: PublicationConsentInput;
};


export type MutationRequestReopeningArgs = {
  input: RequestReopeningInput;
};


export type MutationBookReceptionArgs = {
  input: BookReceptionInput;
};


export type MutationCancelOwnReceptionArgs = {
  input: OwnReceptionInput;
};


export type MutationEnterReceptionArgs = {
  input: EnterReceptionInput;
};


export type MutationMoveReceptionArgs = {
  input: MoveReceptionInput;
};


export type MutationCancelReceptionArgs = {
  input: ReceptionActInput;
};


export type MutationRecordReceptionReminderArgs = {
  input: ReceptionActInput;
};


export type MutationRecordVisitorCameArgs = {
  input: ReceptionActInput;
};


export type MutationTakeBackVisitorCameArgs = {
  input: ReceptionActInput;
};


export type MutationRecordVisitorMissedArgs = {
  input: ReceptionActInput;
};


export type MutationEndReceptionArgs = {
  input: EndReceptionInput;
};


export type MutationDecideFoundMessageArgs = {
  input: DecideFoundMessageInput;
};


export type MutationTakeInOldJournalArgs = {
  input: TakeInOldJournalInput;
};


export type MutationTakeBackOldJournalArgs = {
  input: TakeBackOldJournalInput;
};


export type MutationSubscribeToAnswersArgs = {
  input: SubscribeToAnswersInput;
};


export type MutationConfirmSubscriptionArgs = {
  input: SubscriptionLinkInput;
};


export type MutationEndSubscriptionArgs = {
  input: SubscriptionLinkInput;
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


export type MutationRecordInPosArgs = {
  input: RecordInPosInput;
};


export type MutationRecordPostingArgs = {
  input: RecordPostingInput;
};


export type MutationRecordPostingsArgs = {
  input: RecordPostingsInput;
};


export type MutationRecordLetterOutcomeArgs = {
  input: RecordLetterOutcomeInput;
};


export type MutationAttachSignatureArgs = {
  input: AttachSignatureInput;
};


export type MutationSignNoticeArgs = {
  input: SignNoticeInput;
};


export type MutationSignNoticesArgs = {
  input: SignNoticesInput;
};


export type MutationSettleUnknownNoticeArgs = {
  input: SettleUnknownNoticeInput;
};


export type MutationSettleHeldNoticeArgs = {
  input: SettleHeldNoticeInput;
};


export type MutationSettleHeldNoticesArgs = {
  input: SettleHeldNoticesInput;
};


export type MutationReleaseNoticeArgs = {
  input: ReleaseNoticeInput;
};


export type MutationRecordPlacedNoticeArgs = {
  input: RecordPlacedNoticeInput;
};


export type MutationAddWebhookArgs = {
  input: AddWebhookInput;
};


export type MutationChangeWebhookArgs = {
  input: ChangeWebhookInput;
};


export type MutationRenewWebhookSecretArgs = {
  input: ActOnWebhookInput;
};


export type MutationPauseWebhookArgs = {
  input: ActOnWebhookInput;
};


export type MutationResumeWebhookArgs = {
  input: ActOnWebhookInput;
};


export type MutationRemoveWebhookArgs = {
  input: ActOnWebhookInput;
};


export type MutationReplayWebhookArgs = {
  input: ReplayWebhookInput;
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


export type MutationRevokeResponseArgs = {
  input: RevokeResponseInput;
};


export type MutationProposePublicationArgs = {
  input: ProposePublicationInput;
};


export type MutationPublishAnswerArgs = {
  input: PublishAnswerInput;
};


export type MutationTakeBackPublicationArgs = {
  input: TakeBackPublicationInput;
};


export type MutationRouteQuestionArgs = {
  input: RouteQuestionInput;
};


export type MutationAssignExecutorArgs = {
  input: AssignExecutorInput;
};


export type MutationTakeBackAssignmentArgs = {
  input: QuestionActInput;
};


export type MutationRecordReceptionAnswerArgs = {
  input: RecordReceptionAnswerInput;
};


export type MutationRouteQuestionsArgs = {
  input: RouteQuestionsInput;
};


export type MutationAssignExecutorsArgs = {
  input: AssignExecutorsInput;
};


export type MutationTakeBackAssignmentsArgs = {
  input: QuestionActsInput;
};


export type MutationReturnQuestionArgs = {
  input: QuestionReasonInput;
};


export type MutationSplitQuestionArgs = {
  input: SplitQuestionInput;
};


export type MutationUndoSplitArgs = {
  input: QuestionActInput;
};


export type MutationMergeQuestionsArgs = {
  input: MergeQuestionsInput;
};


export type MutationUndoMergeArgs = {
  input: QuestionActInput;
};


export type MutationNoteComplainedOfArgs = {
  input: NoteComplainedOfInput;
};


export type MutationForwardQuestionArgs = {
  input: ForwardQuestionInput;
};


export type MutationWithdrawForwardingArgs = {
  input: QuestionReasonInput;
};


export type MutationRecordBodyReactionArgs = {
  input: RecordBodyReactionInput;
};


export type MutationRevokeBodyLinkArgs = {
  input: BodyLetterActInput;
};


export type MutationTakeBackQuestionArgs = {
  input: QuestionActInput;
};


export type MutationReactAsBodyArgs = {
  input: ReactAsBodyInput;
};


export type MutationInformAsBodyArgs = {
  input: InformAsBodyInput;
};


export type MutationLeaveUnansweredArgs = {
  input: LeaveUnansweredInput;
};


export type MutationExtendDeadlineArgs = {
  input: ExtendDeadlineInput;
};


export type MutationAskForExtensionArgs = {
  input: AskForExtensionInput;
};


export type MutationRefuseExtensionArgs = {
  input: QuestionReasonInput;
};


export type MutationRequestInformationArgs = {
  input: RequestInformationInput;
};


export type MutationRecordInformationArgs = {
  input: RecordInformationInput;
};


export type MutationGiveInterimAnswerArgs = {
  input: GiveInterimAnswerInput;
};


export type MutationClassifyQuestionArgs = {
  input: ClassifyQuestionInput;
};


export type MutationCorrectTopicArgs = {
  input: CorrectTopicInput;
};


export type MutationAcknowledgeAssignmentArgs = {
  input: QuestionActInput;
};


export type MutationPassOnAssignmentArgs = {
  input: PassOnAssignmentInput;
};


export type MutationAssignCoExecutorsArgs = {
  input: AssignCoExecutorsInput;
};


export type MutationFinishPartArgs = {
  input: FinishPartInput;
};


export type MutationAddContributionArgs = {
  input: AddContributionInput;
};


export type MutationConfirmPromiseArgs = {
  input: ConfirmPromiseInput;
};


export type MutationExtendPromiseArgs = {
  input: ExtendPromiseInput;
};


export type MutationPutUnderControlArgs = {
  input: PutUnderControlInput;
};


export type MutationTakeOffControlArgs = {
  input: QuestionActInput;
};


export type MutationAnswerWasEnoughArgs = {
  input: AnswerWasEnoughInput;
};


export type MutationFileSstuReportArgs = {
  input: FileSstuReportInput;
};


export type MutationRecordSstuResultArgs = {
  input: RecordSstuResultInput;
};


export type MutationPrepareReviewArgs = {
  input: PrepareReviewInput;
};


export type MutationReleaseReviewArgs = {
  input: ReleaseReviewInput;
};


export type MutationTakeBackReviewArgs = {
  input: TakeBackReviewInput;
};


export type MutationMarkWaveArgs = {
  input: MarkWaveInput;
};


export type MutationMarkAnswerArgs = {
  input: MarkAnswerInput;
};

/** An official of the district, also one who was dismissed. */
export type OfficialAccount = Versioned & {
  readonly __typename?: 'OfficialAccount';
  /** The official’s id. */
  readonly id: Scalars['UUID']['output'];
  /** The login at sign-in. */
  readonly login: Scalars['String']['output'];
  /** Full name. */
  readonly name: Scalars['String']['output'];
  /** Job title; null where none was given. */
  readonly position?: Maybe<Scalars['String']['output']>;
  /** Whether the official works in the district. */
  readonly state: OfficialState;
  /** The roles held now. */
  readonly roles: ReadonlyArray<HeldRole>;
  /** The absence that is recorded now; null without one. */
  readonly absence?: Maybe<Absence>;
  /** The substitutes of this official, present and future, by their first day. */
  readonly substitutions: ReadonlyArray<Substitution>;
  /** An e-mail address is known, to which the morning letter of terms goes. The address is never shown. */
  readonly hasEmail: Scalars['Boolean']['output'];
  /** Null where sign-in is not ours, or never happened. */
  readonly lastSignInAt?: Maybe<Scalars['DateTime']['output']>;
  /** A second factor of sign-in is set up. */
  readonly hasSecondFactor: Scalars['Boolean']['output'];
  /** The last link to set a password by; null when there was none. */
  readonly invitedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Until when the invitation can be accepted; null without an open one. */
  readonly invitationExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the official was dismissed; null while working. */
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
  /** Holds roles and may sign in. */
  | 'WORKING'
  /** Away today, see `absence`. */
  | 'ABSENT'
  /** Holds no roles any more and cannot sign in. */
  | 'DISMISSED';

/** A role that an official holds. */
export type HeldRole = {
  readonly __typename?: 'HeldRole';
  /** The role. */
  readonly role: Role;
  /** Null: in the whole district. */
  readonly department?: Maybe<Department>;
  /** Since this day of the district's zone. */
  readonly since: Scalars['Date']['output'];
};

/** Days on which an official is away. */
export type Absence = {
  readonly __typename?: 'Absence';
  /** The first day of the absence. */
  readonly from: Scalars['Date']['output'];
  /** The last day of the absence. */
  readonly to: Scalars['Date']['output'];
  /** Why the official is absent. */
  readonly reason: AbsenceReason;
  /** The official who gets the work meanwhile; null where none was named. */
  readonly standIn?: Maybe<Official>;
};

/** An official does the duties of another, from one day to another, both included. */
export type Substitution = {
  readonly __typename?: 'Substitution';
  /** The id, for `endSubstitution`. */
  readonly id: Scalars['UUID']['output'];
  /** The official who does the duties. */
  readonly substitute?: Maybe<Official>;
  /** The first day. */
  readonly from: Scalars['Date']['output'];
  /** The last day. */
  readonly to: Scalars['Date']['output'];
  /** The order: «распоряжение от 20.11.2026 № 15-р». */
  readonly order: Scalars['String']['output'];
  /** The post that letters are signed with: «и. о. главы района». */
  readonly post: Scalars['String']['output'];
};

/** The letter of terms that are due, sent to an official in the morning of a working day. */
export type MorningLetter = {
  readonly __typename?: 'MorningLetter';
  /** An administrator has entered an e-mail address. */
  readonly hasEmail: Scalars['Boolean']['output'];
  /** The official wants it. */
  readonly isOn: Scalars['Boolean']['output'];
  /** The official wants an e-mail at once, too, about what is assigned to him, or his part as a co-executor. */
  readonly isAssignmentLetterOn: Scalars['Boolean']['output'];
};

/** As it is chosen now, or why not. */
export type MorningLetterResult = MorningLetter | Refusal;

/** An official on one day. */
export type OfficialOnDuty = {
  readonly __typename?: 'OfficialOnDuty';
  /** The official. */
  readonly official: Official;
  /** Job title; null where none was given. */
  readonly position?: Maybe<Scalars['String']['output']>;
  /** The roles held at the end of the day. */
  readonly roles: ReadonlyArray<Role>;
  /** Away on the day, and why. */
  readonly absence?: Maybe<Absence>;
  /** Who substituted for this official. */
  readonly substitutedBy: ReadonlyArray<Substitution>;
  /** Whose duties this official did. */
  readonly substituteOf: ReadonlyArray<Official>;
};

/** Why an official is away. */
export type AbsenceReason =
  /** On vacation. */
  | 'VACATION'
  /** On sick leave. */
  | 'SICK_LEAVE'
  /** On a business trip. */
  | 'BUSINESS_TRIP'
  /** Another reason. */
  | 'OTHER';

/** A role to give, and where it is held. */
export type RoleInput = {
  /** The role to be held. */
  readonly role: Role;
  /** Code; without it the whole district. */
  readonly department?: InputMaybe<Scalars['String']['input']>;
};

/** A new official, with the roles to begin with. */
export type InviteOfficialInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** Latin letters, digits, `.`, `_`, `@`, `-`; 2 to 101 characters. */
  readonly login: Scalars['String']['input'];
  /** Surname, first name, 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** 1 to 200 characters. */
  readonly position?: InputMaybe<Scalars['String']['input']>;
  /** Where the link is sent, too, and later the morning letter of terms. It is kept sealed. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** All roles that the official holds from now on, at least one. */
  readonly roles: ReadonlyArray<RoleInput>;
};

/** Another link in place of one that was lost or is over. */
export type NewInvitationInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The official's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** Where the link is sent, too. It is kept nowhere. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
};

/** All roles that an official has from now on. */
export type ChangeOfficialRolesInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The official's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** All roles that the official holds from now on, at least one. */
  readonly roles: ReadonlyArray<RoleInput>;
};

/** An official is away; without `absence` is back. */
export type RecordAbsenceInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The official's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The absence from now on; absent: none, a recorded one is removed. */
  readonly absence?: InputMaybe<AbsenceInput>;
};

/** Days away, both included, and the substitute. */
export type AbsenceInput = {
  /** The first day of the absence. */
  readonly from: Scalars['Date']['input'];
  /** The last day of the absence, not before the first. */
  readonly to: Scalars['Date']['input'];
  /** Why the official is absent. */
  readonly reason: AbsenceReason;
  /** The id of an official who holds the same roles. */
  readonly standIn?: InputMaybe<Scalars['UUID']['input']>;
};

/** Where an official's morning letter goes. */
export type SetOfficialEmailInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The official's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Stored sealed. Absent: removes the stored one. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
};

/** Whether one wants the morning letter. */
export type ChooseMorningLetterInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** True: the official gets the letter from now on. */
  readonly isOn: Scalars['Boolean']['input'];
};

/** Whether one wants an e-mail at once about what is assigned to oneself. */
export type ChooseAssignmentLetterInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** True: the official gets the e-mails from now on. */
  readonly isOn: Scalars['Boolean']['input'];
};

/** Another official does the duties of one who is away. */
export type AppointSubstituteInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the official who is away. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The id of the official who does the duties. */
  readonly substitute: Scalars['UUID']['input'];
  /** Not before today: no official acts for another before it is recorded. */
  readonly from: Scalars['Date']['input'];
  /** At most a year after `from`. */
  readonly to: Scalars['Date']['input'];
  /** 1 to 200 characters. */
  readonly order: Scalars['String']['input'];
  /** 1 to 200 characters, as letters are signed with: «и. о. главы района». */
  readonly post: Scalars['String']['input'];
};

/** A substitution that ends before its last day. */
export type EndSubstitutionInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the official who was away. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The substitution's id. */
  readonly substitution: Scalars['UUID']['input'];
};

/** An official who leaves: sessions and roles end. */
export type DismissOfficialInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The official's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The official as changed, or why not. */
export type OfficialResult = OfficialAccount | Refusal;

/** A link by which an official sets a password. */
export type Invitation = {
  readonly __typename?: 'Invitation';
  /** The invited official. */
  readonly official: OfficialAccount;
  /** Good for one use. It is shown here and kept nowhere. With an `issuer`: the address of the desk, which leads to sign-in. */
  readonly link: Scalars['String']['output'];
  /** Null with an `issuer`: the address does not expire. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The provider at which officials sign in, where that is not ours: the account with this login is made there. */
  readonly issuer?: Maybe<Scalars['String']['output']>;
  /** It was sent to the address of the input. Otherwise deliver it by hand: no address was given, or the mail server did not accept the letter. */
  readonly isSent: Scalars['Boolean']['output'];
};

/** The official with the link, or why not. */
export type InvitationResult = Invitation | Refusal;

/** The file that a district is configured by. */
export type DistrictFile = {
  readonly __typename?: 'DistrictFile';
  /** YAML, with its comments. */
  readonly text: Scalars['String']['output'];
  /** For expectedVersion. */
  readonly version: Scalars['Int']['output'];
  /** Since when this version applies. */
  readonly validFrom: Scalars['DateTime']['output'];
  /** Null: the operator's tool put it in force. */
  readonly by?: Maybe<Official>;
};

/** The district’s file as it was from one moment to the next. */
export type DistrictFileVersion = {
  readonly __typename?: 'DistrictFileVersion';
  /** Counts from 1. */
  readonly version: Scalars['Int']['output'];
  /** Since when it applied. */
  readonly validFrom: Scalars['DateTime']['output'];
  /** Until when it applied; null for the version of now. */
  readonly validTo?: Maybe<Scalars['DateTime']['output']>;
  /** The official who applied it; null for an operator. */
  readonly by?: Maybe<Official>;
};

/** A version of the district’s file with what it changed. */
export type DistrictFileChange = {
  readonly __typename?: 'DistrictFileChange';
  /** Counts from 1. */
  readonly version: Scalars['Int']['output'];
  /** The YAML of the file, as it was applied. */
  readonly text: Scalars['String']['output'];
  /** What it changed in the version before, by part of the file; empty for the first one. */
  readonly parts: ReadonlyArray<DistrictFilePartDifferences>;
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
  /** What is in doubt and forbids nothing. */
  readonly warnings: ReadonlyArray<DistrictFileFault>;
};

/** What a new text changes in one part of the district’s file. */
export type DistrictFilePartDifferences = {
  readonly __typename?: 'DistrictFilePartDifferences';
  /** The part of the file. */
  readonly part: DistrictFilePart;
  /** What would change in it. */
  readonly changes: ReadonlyArray<DistrictFileDifference>;
};

/** Parts of the district’s file. */
export type DistrictFilePart =
  /** Which department gets which question. */
  | 'ROUTING_RULES'
  /** The departments. */
  | 'DEPARTMENTS'
  /** Other bodies to which questions are forwarded. */
  | 'ORGANISATIONS'
  /** The topics and their own questions. */
  | 'TOPICS'
  /** The settlements. */
  | 'SETTLEMENTS'
  /** Terms of answers. */
  | 'TERMS'
  /** Rules of the district’s own, as of registration and storage. */
  | 'POLICY'
  /** Days off and working days of the district’s own. */
  | 'DAYS'
  /** Phones that residents are shown. */
  | 'PHONES'
  /** What residents’ pages show of the district. */
  | 'PUBLIC'
  /** Words that the search treats as equal. */
  | 'SYNONYMS';

/** One entry that a new text adds, changes or removes. */
export type DistrictFileDifference = {
  readonly __typename?: 'DistrictFileDifference';
  /** Code, number or name of what changes: `musor`, `APPEAL_59FZ`. */
  readonly name: Scalars['String']['output'];
  /** The name of the entry; null where it has none. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** Whether the entry is new, changed or gone. */
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

/** What happens to an entry of the district’s file. */
export type DistrictFileDifferenceKind =
  /** Only the new file has it. */
  | 'ADDED'
  /** Both files have it, with different values. */
  | 'CHANGED'
  /** Only the present file has it. */
  | 'REMOVED';

/** A piece of a value to come. */
export type DifferencePiece = {
  readonly __typename?: 'DifferencePiece';
  /** The piece of text. */
  readonly text: Scalars['String']['output'];
  /** It is not in the present value. */
  readonly isNew: Scalars['Boolean']['output'];
};

/** Why a text is no file of the district, and where. */
export type DistrictFileFault = {
  readonly __typename?: 'DistrictFileFault';
  /** For a person, in the language of Accept-Language. */
  readonly message: Scalars['String']['output'];
  /** JSON pointer into the file. */
  readonly place: Scalars['String']['output'];
  /** From 1. */
  readonly line: Scalars['Int']['output'];
};

/** A text that becomes the district’s file. */
export type ApplyDistrictFileInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** Of the file in force that the differences were shown with. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** YAML, up to 200,000 characters. */
  readonly text: Scalars['String']['input'];
  /**
   * `pass` of `settingsInWork`, at most two minutes old: by it is known which departments, topics and settlements open questions have. Without
   * it none is removed.
   */
  readonly inWork?: InputMaybe<Scalars['String']['input']>;
};

/** The version that was applied, or why not. */
export type DistrictFileResult = DistrictFile | Refusal;

/** A year of the calendar by which the district counts terms. */
export type CalendarYear = {
  readonly __typename?: 'CalendarYear';
  /** The year, four digits. */
  readonly year: Scalars['Int']['output'];
  /** The act by which the platform knows it. */
  readonly decree: Scalars['String']['output'];
  /** False: by the Labour Code alone, and neither the platform nor the district has the days off that a decree moved. */
  readonly hasTransfers: Scalars['Boolean']['output'];
  /** The platform knows it by the Labour Code alone: the district may add them. */
  readonly maySetTransfers: Scalars['Boolean']['output'];
  /** Those of the district; null where it has none. */
  readonly transfers?: Maybe<CalendarTransfers>;
  /** Of the district's transfers, for expectedVersion; null where it has none. */
  readonly version?: Maybe<Scalars['Int']['output']>;
};

/** Days off that a decree moved, as the district added them. */
export type CalendarTransfers = {
  readonly __typename?: 'CalendarTransfers';
  /** The act with its date and number. */
  readonly decree: Scalars['String']['output'];
  /** Days that became days off. */
  readonly off: ReadonlyArray<Scalars['Date']['output']>;
  /** Days at work that would be days off. */
  readonly working: ReadonlyArray<Scalars['Date']['output']>;
  /** At work, an hour shorter. */
  readonly shortened: ReadonlyArray<Scalars['Date']['output']>;
  /** When they were entered. */
  readonly setAt: Scalars['DateTime']['output'];
  /** The official who entered them; null for an operator. */
  readonly by?: Maybe<Official>;
};

/** The days off of a year that a decree moved. */
export type SetCalendarTransfersInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** Of the transfers that the administrator saw; absent where the year had none. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The year, four digits. */
  readonly year: Scalars['Int']['input'];
  /** The act with its date and number, up to 300 characters. */
  readonly decree: Scalars['String']['input'];
  /** Each day once, 100 in all at most, and none that is so already. */
  readonly off: ReadonlyArray<Scalars['Date']['input']>;
  /** Days off that become working days, all of the year. */
  readonly working: ReadonlyArray<Scalars['Date']['input']>;
  /** Working days that become an hour shorter, all of the year. */
  readonly shortened: ReadonlyArray<Scalars['Date']['input']>;
};

/** The year with its transfers, or why not. */
export type CalendarYearResult = CalendarYear | Refusal;

/** A network, or mail, and what an account in it needs. */
export type NetworkKind = {
  readonly __typename?: 'NetworkKind';
  /** The network. */
  readonly network: AccountNetwork;
  /** Its name, in the language of Accept-Language. */
  readonly title: Scalars['String']['output'];
  /** What an account of it needs. */
  readonly fields: ReadonlyArray<NetworkField>;
  /** Where in the network the values are found: «Управление → Работа с API». */
  readonly here: Scalars['String']['output'];
  /** Where in the network what we made is entered; null where nothing is. */
  readonly there?: Maybe<Scalars['String']['output']>;
};

/** What an account needs to be known of it. */
export type NetworkField = {
  readonly __typename?: 'NetworkField';
  /** The name, for `settings` and `secrets`. */
  readonly name: Scalars['String']['output'];
  /** The label of the field, in the language of Accept-Language. */
  readonly title: Scalars['String']['output'];
  /** Where the value is found; null where nothing is to be said. */
  readonly hint?: Maybe<Scalars['String']['output']>;
  /** It is kept sealed and never shown. */
  readonly isSecret: Scalars['Boolean']['output'];
  /** We make it: it is not given. */
  readonly isMade: Scalars['Boolean']['output'];
  /** May be left empty. */
  readonly isOptional: Scalars['Boolean']['output'];
  /** Several values, apart by commas or spaces. */
  readonly isList: Scalars['Boolean']['output'];
};

/** An account of a district in a network, or a mailbox. */
export type NetworkAccount = Versioned & {
  readonly __typename?: 'NetworkAccount';
  /** The id of the account. */
  readonly id: Scalars['UUID']['output'];
  /** The network. */
  readonly network: AccountNetwork;
  /** The name that the district gave it. */
  readonly title: Scalars['String']['output'];
  /** Whether it receives and sends now. */
  readonly isEnabled: Scalars['Boolean']['output'];
  /** Its values that are no secrets. */
  readonly settings: ReadonlyArray<NetworkSetting>;
  /** Which secrets it has; never their values. */
  readonly secrets: ReadonlyArray<NetworkSecret>;
  /** What is copied into the network's own pages. */
  readonly toCopy: ReadonlyArray<NetworkCopied>;
  /** When it was added. */
  readonly addedAt: Scalars['DateTime']['output'];
  /** For expectedVersion. */
  readonly version: Scalars['Int']['output'];
};

/** A public value of an account. */
export type NetworkSetting = {
  readonly __typename?: 'NetworkSetting';
  /** The name of the network’s field. */
  readonly name: Scalars['String']['output'];
  /** Its value. */
  readonly value: Scalars['String']['output'];
};

/** A secret of an account: that it is there, and not what it is. */
export type NetworkSecret = {
  readonly __typename?: 'NetworkSecret';
  /** The name of the network’s field. */
  readonly name: Scalars['String']['output'];
  /** When the value was set. */
  readonly setAt: Scalars['DateTime']['output'];
  /** Until then the one before is taken, too; null when it is not. */
  readonly formerUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** A value that is copied into the network's own pages. */
export type NetworkCopied = {
  readonly __typename?: 'NetworkCopied';
  /** What is to be copied, in the language of Accept-Language. */
  readonly title: Scalars['String']['output'];
  /** Null for a secret, which is shown once, when it is made. */
  readonly value?: Maybe<Scalars['String']['output']>;
  /** Name of the secret, for a secret. */
  readonly secret?: Maybe<Scalars['String']['output']>;
};

/** An account as it is now. */
export type NetworkAccountChange = {
  readonly __typename?: 'NetworkAccountChange';
  /** The account after the change. */
  readonly account: NetworkAccount;
  /** Secrets that this command made and that are copied into the network. They are shown here and never again. */
  readonly made: ReadonlyArray<NetworkSetting>;
};

/** The account as changed, or why not. */
export type NetworkAccountResult = NetworkAccountChange | Refusal;

/** A value of a field of the network. */
export type NetworkValueInput = {
  /** As in `NetworkKind.fields`. */
  readonly name: Scalars['String']['input'];
  /** Empty: none. 1,000 characters at most. */
  readonly value: Scalars['String']['input'];
};

/** A new account in a network, or a mailbox. */
export type AddNetworkAccountInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The network of the account. */
  readonly network: AccountNetwork;
  /** What officials call it, 1 to 100 characters. */
  readonly title: Scalars['String']['input'];
  /** Values that are no secrets, by the names of the network’s fields. */
  readonly settings: ReadonlyArray<NetworkValueInput>;
  /** Secret values, by the names of the network’s fields. They are stored encrypted and never shown again. */
  readonly secrets: ReadonlyArray<NetworkValueInput>;
};

/** What changes of an account. */
export type ChangeNetworkAccountInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The account's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 100 characters. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** Values that are no secrets, by the names of the network’s fields. */
  readonly settings?: InputMaybe<ReadonlyArray<NetworkValueInput>>;
  /** Replaced one by one; the others stay. */
  readonly secrets?: InputMaybe<ReadonlyArray<NetworkValueInput>>;
};

/** A secret that gets a new value. */
export type RenewNetworkSecretInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The account's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Name of the secret, one that we make. */
  readonly secret: Scalars['String']['input'];
};

/** An account that is switched off or on. */
export type SwitchNetworkAccountInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The account's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/**
 * A front-end of another team, which the operator registered: officials of the district sign in at it by authorization code and PKCE,
 * without a secret.
 */
export type PublicClient = Versioned & {
  readonly __typename?: 'PublicClient';
  /** Its `client_id`. */
  readonly id: Scalars['UUID']['output'];
  /** What the sign-in page calls it. */
  readonly title: Scalars['String']['output'];
  /** Where a sign-in comes back to: exactly these addresses. */
  readonly redirects: ReadonlyArray<Scalars['String']['output']>;
  /** Whether it does what the official may do; else it reads and changes nothing. */
  readonly mayAct: Scalars['Boolean']['output'];
  /** When it was registered. */
  readonly addedAt: Scalars['DateTime']['output'];
  /** For expectedVersion. */
  readonly version: Scalars['Int']['output'];
};

/** A front-end that was ended. */
export type PublicClientChange = {
  readonly __typename?: 'PublicClientChange';
  /** Its `client_id`, which no sign-in knows any more. */
  readonly id: Scalars['UUID']['output'];
};

/** The front-end that was ended, or why not. */
export type PublicClientResult = PublicClientChange | Refusal;

/** A front-end that is to be ended. */
export type RevokePublicClientInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The front-end's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** What an administrator changed. */
export type AdministrationRecord = {
  readonly __typename?: 'AdministrationRecord';
  /** The id of the record. */
  readonly id: Scalars['UUID']['output'];
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  /** The administrator; null for an operator. */
  readonly by?: Maybe<Official>;
  /** What was done. */
  readonly kind: AdministrationRecordKind;
  /** The absent official on whose behalf it was done. */
  readonly onBehalfOf?: Maybe<Official>;
  /** Whom it concerns. */
  readonly official?: Maybe<Official>;
  /** For a person, in the language of Accept-Language: what changed. */
  readonly text: Scalars['String']['output'];
};

/** What an administrator did. */
export type AdministrationRecordKind =
  /** An official was invited. */
  | 'OFFICIAL_INVITED'
  /** An official got a new invitation. */
  | 'INVITATION_RENEWED'
  /** The roles of an official were changed. */
  | 'ROLES_CHANGED'
  /** An absence was recorded or removed. */
  | 'ABSENCE_RECORDED'
  /** A substitute was appointed. */
  | 'SUBSTITUTE_APPOINTED'
  /** A substitution was ended. */
  | 'SUBSTITUTION_ENDED'
  /** The e-mail address of an official was changed. */
  | 'EMAIL_CHANGED'
  /** The morning letter was switched on or off. */
  | 'MORNING_LETTER_CHOSEN'
  /** E-mails about assignments were switched on or off. */
  | 'ASSIGNMENT_LETTER_CHOSEN'
  /** An official was dismissed. */
  | 'OFFICIAL_DISMISSED'
  /** A version of the district’s file was applied. */
  | 'DISTRICT_FILE_APPLIED'
  /** Transferred days off of a year were entered. */
  | 'CALENDAR_TRANSFERS_SET'
  /** An account of a network was added. */
  | 'NETWORK_ACCOUNT_ADDED'
  /** An account of a network was changed. */
  | 'NETWORK_ACCOUNT_CHANGED'
  /** A secret of an account was made new. */
  | 'NETWORK_SECRET_RENEWED'
  /** An account of a network was switched off. */
  | 'NETWORK_ACCOUNT_DISABLED'
  /** An account of a network was switched on. */
  | 'NETWORK_ACCOUNT_ENABLED'
  /** A front-end of another team was ended. */
  | 'PUBLIC_CLIENT_REVOKED';

/** A page of what administrators did. */
export type AdministrationRecordConnection = Connection & {
  readonly __typename?: 'AdministrationRecordConnection';
  /** The rows of this page, each with its cursor. */
  readonly edges: ReadonlyArray<AdministrationRecordEdge>;
  /** The rows of this page, without cursors. */
  readonly nodes: ReadonlyArray<AdministrationRecord>;
  /** Where this page begins and ends, and whether there are others. */
  readonly pageInfo: PageInfo;
};

/** A record with its cursor. */
export type AdministrationRecordEdge = {
  readonly __typename?: 'AdministrationRecordEdge';
  /** Opaque: pass it as `after` or `before` to continue here. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: AdministrationRecord;
};

/** A sign-in, one that failed, a new password, or a refusal. */
export type AccessRecord = {
  readonly __typename?: 'AccessRecord';
  /** The id of the record. */
  readonly id: Scalars['UUID']['output'];
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  /** What happened. */
  readonly kind: AccessRecordKind;
  /** Null for one whom the district's directory does not know. */
  readonly official?: Maybe<Official>;
  /** Of REFUSED: the operation. Of SIGN_IN_FAILED: PASSWORD, CODE, PAUSED (after too many tries) or NO_ROLES. */
  readonly detail?: Maybe<Scalars['String']['output']>;
};

/** What is on record of an official's access. */
export type AccessRecordKind =
  /** An official signed in. */
  | 'SIGNED_IN'
  /** A sign-in failed. */
  | 'SIGN_IN_FAILED'
  /** A password was set over the link of an invitation. Who opened the link is unknown. */
  | 'PASSWORD_SET'
  /** An official asked for something without the right to it. */
  | 'REFUSED';

/** A page of records of access. */
export type AccessRecordConnection = Connection & {
  readonly __typename?: 'AccessRecordConnection';
  /** The rows of this page, each with its cursor. */
  readonly edges: ReadonlyArray<AccessRecordEdge>;
  /** The rows of this page, without cursors. */
  readonly nodes: ReadonlyArray<AccessRecord>;
  /** Where this page begins and ends, and whether there are others. */
  readonly pageInfo: PageInfo;
};

/** A record of access with its cursor. */
export type AccessRecordEdge = {
  readonly __typename?: 'AccessRecordEdge';
  /** Opaque: pass it as `after` or `before` to continue here. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: AccessRecord;
};

/** A list with its filters, order and columns, kept under a name. */
export type SavedView = Versioned & {
  readonly __typename?: 'SavedView';
  /** The id of the view, for links to it. */
  readonly id: Scalars['UUID']['output'];
  /** 1, 2, 3 … of the view, for expectedVersion. */
  readonly version: Scalars['Int']['output'];
  /** The name, at most 60 characters. */
  readonly name: Scalars['String']['output'];
  /** The list, as its address names it: `in-work`; `analysis`: a search. */
  readonly list: Scalars['String']['output'];
  /** Filters and order, as the address of the list has them, without words: `from=SITE&due=today`. */
  readonly query: Scalars['String']['output'];
  /** The words that are looked for in the texts; null: none. A shared view has none. */
  readonly words?: Maybe<Scalars['String']['output']>;
  /** Ids of the shown columns; empty: the usual ones. */
  readonly columns: ReadonlyArray<Scalars['String']['output']>;
  /** Others see it, too. */
  readonly isShared: Scalars['Boolean']['output'];
  /** The code of the department that a shared view is for; null: the whole district. */
  readonly department?: Maybe<Scalars['String']['output']>;
  /** The official who made it; null for one who left. */
  readonly owner?: Maybe<Official>;
  /** The calling official made it. */
  readonly isOwn: Scalars['Boolean']['output'];
  /** The calling official may change and remove it. */
  readonly mayChange: Scalars['Boolean']['output'];
  /** What the calling official had seen of it when opening it last; null: the official does not follow what is new in it. */
  readonly followed?: Maybe<FollowedView>;
  /**
   * What is new in it may be sent by other ways than the list: a search without words, by nothing but districts, topics, departments,
   * settlements, channels and days of receipt.
   */
  readonly mayBeSent: Scalars['Boolean']['output'];
};

/** What an official had seen of a view: what was received before that day, and on it so many. What came since is new. */
export type FollowedView = {
  readonly __typename?: 'FollowedView';
  /** The day on which it was opened last. */
  readonly seenOn: Scalars['Date']['output'];
  /** How many appeals of the view had been received on that day by then. */
  readonly seenCount: Scalars['Int']['output'];
  /** The ways beside the list by which what is new is sent; empty: by the list alone. */
  readonly ways: ReadonlyArray<SearchNewsWay>;
};

/** The view as kept, or why not. */
export type SavedViewResult = SavedView | Refusal;

/** A view of a list, new or changed. */
export type SaveViewInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** Absent: a new view. */
  readonly id?: InputMaybe<Scalars['UUID']['input']>;
  /** Only of a changed view: the version that the official saw. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 60 characters, no person's name or number among them (VIEW_WORDS_PERSONAL). */
  readonly name: Scalars['String']['input'];
  /** The list, as its address names it: `in-work`. */
  readonly list: Scalars['String']['input'];
  /** Filters and order, as the address of the list has them, without words; at most 1,000 characters of codes, days and ids. */
  readonly query: Scalars['String']['input'];
  /** Words that are looked for in the texts, at most 200 characters, no person's name or number among them. */
  readonly words?: InputMaybe<Scalars['String']['input']>;
  /** Ids of the shown columns, at most 30; absent: the usual ones. */
  readonly columns?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** Who sees a view. */
export type ShareViewInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the view. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** False: the owner alone sees it. */
  readonly isShared: Scalars['Boolean']['input'];
  /** The code of the department that it is for; absent: the whole district. */
  readonly department?: InputMaybe<Scalars['String']['input']>;
};

/** What is followed in a view. */
export type FollowViewInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the view. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The day of the opening; absent: what is new is not followed. */
  readonly seenOn?: InputMaybe<Scalars['Date']['input']>;
  /** How many appeals of the view had been received on that day by then; absent: none. */
  readonly seenCount?: InputMaybe<Scalars['Int']['input']>;
  /** The ways beside the list by which what is new is sent; absent: as before. A view that has `mayBeSent` false has none (SEARCH_NEWS_UNCOUNTED). */
  readonly ways?: InputMaybe<ReadonlyArray<SearchNewsWay>>;
};

/** A view that is kept no longer. */
export type RemoveViewInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the view. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
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

/** The mutation was refused, by its input, by a rule, or because its expected version is outdated. Nothing was changed. */
export type Refusal = {
  readonly __typename?: 'Refusal';
  /** Of the first fault. */
  readonly code: RefusalCode;
  /** Of the first fault: a sentence for a person, in the language of Accept-Language. */
  readonly message: Scalars['String']['output'];
  /** With VERSION_CONFLICT: the version now. Load the card again and let the person decide once more. */
  readonly current?: Maybe<Scalars['Int']['output']>;
  /** Of the first fault. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /**
   * Everything that is to be mended, all at once; the first entry repeats `code`, `message` and `path`. A document that selects this
   * field gets invalid input, an unknown id and a reused key as such a refusal. A document without it gets them as top-level errors.
   */
  readonly faults: ReadonlyArray<Fault>;
};

/** One thing that the caller can mend. */
export type Fault = {
  readonly __typename?: 'Fault';
  /** For a program. */
  readonly code: RefusalCode;
  /** A sentence for a person, in the language of Accept-Language. */
  readonly message: Scalars['String']['output'];
  /**
   * Where it is, by the names of arguments and input fields and the positions in lists, from 0: `["input", "contact"]`,
   * `["input", "items", "2", "reason"]`. Empty where it is about the act and not about one field.
   */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** For the programmer, in English, beside BAD_INPUT: what the value must be. It never repeats what was sent. */
  readonly reason?: Maybe<Scalars['String']['output']>;
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
 * The result of one item of a bulk mutation: no item stops the others, and the results are in the order of the items. To
 * repeat the operation, also after an error of the whole, send the same keys: an item that was done already returns its
 * first result.
 */
export type BulkResult = {
  readonly __typename?: 'BulkResult';
  /** The item's id. */
  readonly id: Scalars['UUID']['output'];
  /** What became of this item. */
  readonly result: ChangeResult;
};

/** A thing that mutations change: they take its `id` and its `version` as `expectedVersion`. */
export type Versioned = {
  /** The id, for `id` of an input. */
  readonly id: Scalars['UUID']['output'];
  /** The version, for `expectedVersion` of an input. */
  readonly version: Scalars['Int']['output'];
};

/** An entry of a district's directory. Inputs name it by its code. */
export type DirectoryEntry = {
  /** The code in the district's directory. */
  readonly code: Scalars['String']['output'];
  /** Its name, for people. */
  readonly name: Scalars['String']['output'];
};

/** A page of a list (Relay's cursor specification). Each has `edges` and `nodes` of its own type, too. */
export type Connection = {
  /** Where this page begins and ends, and whether there are others. */
  readonly pageInfo: PageInfo;
};

/** Of a connection (Relay's cursor specification). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** There are rows after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** There are rows before this page. */
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
  /** The place on the map. */
  readonly point?: InputMaybe<PointInput>;
};

/** A point on the map, in degrees (WGS 84). */
export type PointInput = {
  /** Degrees, −90 to 90; north is positive. */
  readonly latitude: Scalars['Float']['input'];
  /** Degrees, −180 to 180; east is positive. */
  readonly longitude: Scalars['Float']['input'];
};

/** At most 20,000 characters of text, 200 of name, 254 of contact; five files. */
export type SubmitAppealInput = {
  /** The district's code, as in the page's address. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per filled form; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** What the appeal is about, 1 to 20,000 characters. */
  readonly text: Scalars['String']['input'];
  /** May be omitted: a message needs no name. For a resident who is signed in, the name given by the identity provider is used instead. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** E-mail or phone for the answer. Without it the answer is published on the follow-up page. */
  readonly contact?: InputMaybe<Scalars['String']['input']>;
  /** The postal address, for an answer by post. */
  readonly address?: InputMaybe<PostalAddressInput>;
  /** How the answer is wished for; absent: by the contact. */
  readonly answerWay?: InputMaybe<AnswerWay>;
  /** The place that the appeal speaks of. */
  readonly place?: InputMaybe<PlaceInput>;
  /** The topic that the sender chose: a code of `district.topics`. The question is routed by it first. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** Answers to what the form asks about that topic. They are kept apart from the text. */
  readonly topicAnswers?: InputMaybe<ReadonlyArray<TopicAnswerInput>>;
  /** Ids from POST /files. */
  readonly files?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
  /**
   * Version of the district's consent text that the sender agreed to (`district.consent.version`); recorded as a fact.
   * Needed with a name, a contact, an address, a place in words or on the map, with files, and from a resident who signed in; else
   * `CONSENT_REQUIRED`, as for a version that is not the district's present one.
   */
  readonly consent?: InputMaybe<Scalars['String']['input']>;
  /** The sender agrees to publication of question and answer without name and address. */
  readonly mayBePublished?: InputMaybe<Scalars['Boolean']['input']>;
};

/** An answer to a question of the chosen topic. */
export type TopicAnswerInput = {
  /** Code of the question, of `district.topics.questions`. */
  readonly question: Scalars['String']['input'];
  /** 1 to 200 characters; one of the question's options where it has some. */
  readonly answer: Scalars['String']['input'];
};

/** An appeal that came on paper, by phone or at a reception, as the registrar enters it. */
export type EnterAppealInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** How it was received: PAPER, RECEPTION or PHONE. */
  readonly channel: Channel;
  /** The text of the appeal as it was received, 1 to 20,000 characters. */
  readonly text: Scalars['String']['input'];
  /** The whole name; absent: made of its parts. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** 100 characters each part of the name. */
  readonly surname?: InputMaybe<Scalars['String']['input']>;
  /** First name, up to 100 characters. */
  readonly givenName?: InputMaybe<Scalars['String']['input']>;
  /** Patronymic, up to 100 characters. */
  readonly patronymic?: InputMaybe<Scalars['String']['input']>;
  /** E-mail or telephone to which the answer is sent. Without it the answer is published on the follow-up page. */
  readonly contact?: InputMaybe<Scalars['String']['input']>;
  /** A telephone beside the contact. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** The postal address for the answer. */
  readonly address?: InputMaybe<PostalAddressInput>;
  /** The place that the appeal speaks of. */
  readonly place?: InputMaybe<PlaceInput>;
  /** The topic chosen by the applicant or by the official who registers it: a code of `district.topics`. The question is routed by it first. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** Answers to what that topic asks. They are kept apart from the text. */
  readonly topicAnswers?: InputMaybe<ReadonlyArray<TopicAnswerInput>>;
  /** Ids of uploaded files (`POST /files`), such as the scan. */
  readonly files?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
  /** The day it came, when earlier than today; never in the future. */
  readonly receivedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Proposal, statement or complaint, as the registrar reads it. */
  readonly kind?: InputMaybe<AppealKind>;
  /** How the applicant wants to be answered. */
  readonly answerWay?: InputMaybe<AnswerWay>;
  /**
   * Of a collective appeal: how many signed it, 2 to 1,000,000. The name and contact are those of their representative, who gets
   * every notice.
   */
  readonly signatories?: InputMaybe<Scalars['Int']['input']>;
  /** Of a letter on paper. */
  readonly original?: InputMaybe<OriginalInput>;
  /** Who handed it on, if not the applicant; up to 200 characters. */
  readonly forwardedBy?: InputMaybe<Scalars['String']['input']>;
  /** The body that sent it on with a letter of its own. Absent: it came of the applicant. */
  readonly receivedFrom?: InputMaybe<ReceivedFromInput>;
};

/** The body that sent an appeal on, and its letter. */
export type ReceivedFromInput = {
  /** Which body; never APPLICANT. */
  readonly kind: AppealSender;
  /** Its name, 1 to 200 characters. One that the district's directory has is known by it. */
  readonly body: Scalars['String']['input'];
  /** Number of its letter, up to 50 characters. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** Date of its letter; never in the future. */
  readonly date?: InputMaybe<Scalars['Date']['input']>;
  /** The day by which it asks for the answer; not before its letter. The terms of the law hold where they end earlier. */
  readonly term?: InputMaybe<Scalars['Date']['input']>;
  /** True: it asks for an answer itself, too. */
  readonly wantsAnswer?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A postal address, as it is written on an envelope. */
export type PostalAddressInput = {
  /** Six digits. */
  readonly postcode?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 300 characters. */
  readonly text: Scalars['String']['input'];
};

/** The data of the paper letter, and the number of sheets. */
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
  /** The code of the district, as in the address of its pages. */
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
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The items, each with its own idempotency key and expected version. */
  readonly items: ReadonlyArray<AppealActItem>;
};

/** One appeal of an act on many. */
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
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
};

/** Two appeals of one person. */
export type JoinApplicantsInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The id of an appeal of the same person. Absent: the appeal comes back to its contact and to what it was joined with. */
  readonly with?: InputMaybe<Scalars['UUID']['input']>;
  /** By what the official knows it. */
  readonly ground: ApplicantLinkGround;
};

/** Appeals of different people. */
export type PartApplicantsInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The id of the appeal with which it was joined. Absent: it is parted from others of its contact, and from all that it was joined with. */
  readonly from?: InputMaybe<Scalars['UUID']['input']>;
  /** By what the official knows it. */
  readonly ground: ApplicantLinkGround;
};

/** A message whose sender was identified becomes an appeal under 59-FZ. */
export type TurnIntoAppealInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** How the applicant was identified. */
  readonly identification: Identification;
  /** What was seen, 1 to 500 characters: the kind of document, never its number. */
  readonly identifiedBy: Scalars['String']['input'];
};

/** A registration that was wrong. */
export type CorrectRegistrationInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** MISTAKE of a letter: on the day of its registration, proposed by one official and done by another who sends the same. */
  readonly ground: RegistrationError;
  /** 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
  /** Needed with DUPLICATE: the appeal under which the matter is considered; of a letter, one of the same sender about the same matter. */
  readonly of?: InputMaybe<Scalars['UUID']['input']>;
};

/** Another consideration that is granted. */
export type GrantReopeningInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The question whose answer is complained of. Absent: the one that the applicant named, else every answered one. */
  readonly question?: InputMaybe<Scalars['UUID']['input']>;
};

/** What is corrected of a registered appeal; what is absent stays as it is. */
export type CorrectDetailsInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What is asked, in one line of the official, up to 160 characters. */
  readonly gist?: InputMaybe<Scalars['String']['input']>;
  /** True, without `gist`: there is no gist any more, as before the first one. */
  readonly removesGist?: InputMaybe<Scalars['Boolean']['input']>;
  /** The whole place: of what is absent in it nothing is left. */
  readonly place?: InputMaybe<PlaceInput>;
  /** Why, 1 to 2,000 characters; officials read it. */
  readonly reason: Scalars['String']['input'];
};

/** From whom an appeal came. */
export type RecordSourceInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** All that is known of it; absent: it came of the applicant. */
  readonly receivedFrom?: InputMaybe<ReceivedFromInput>;
  /** Why, 1 to 2,000 characters; officials read it. */
  readonly reason: Scalars['String']['input'];
};

/** Whether an appeal is repeated. */
export type RecordRepeatInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The id of the earlier appeal; absent: it is not repeated. */
  readonly of?: InputMaybe<Scalars['UUID']['input']>;
};

/** Another consideration that officials begin on no addition. */
export type ReopenAppealInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The question that is considered again. Absent: every answered one. */
  readonly question?: InputMaybe<Scalars['UUID']['input']>;
  /** Why, 1 to 2,000 characters; officials read it. */
  readonly reason: Scalars['String']['input'];
};

/** Another consideration that officials begin by themselves. */
export type ReopenOnSupplementInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What was written after the answer: `Supplement.id`. */
  readonly supplement: Scalars['UUID']['input'];
  /** The question whose answer it is about. Absent: every answered one. */
  readonly question?: InputMaybe<Scalars['UUID']['input']>;
  /** The immediate reply to the author, in the network of the message; messages only. Up to 2,000 characters. */
  readonly words?: InputMaybe<Scalars['String']['input']>;
};

/** A short reply to what was written after the answer. */
export type ReplyToSupplementInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What was written after the answer: `Supplement.id`. */
  readonly supplement: Scalars['UUID']['input'];
  /** 1 to 2,000 characters. */
  readonly text: Scalars['String']['input'];
};

/** An appeal that repeats another one. */
export type MarkAsDuplicateInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The original appeal. */
  readonly of: Scalars['UUID']['input'];
};

/** Appeals that repeat another one. */
export type MarkAsDuplicatesInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The original appeal of all of them. */
  readonly of: Scalars['UUID']['input'];
  /** The items, each with its own idempotency key and expected version. */
  readonly items: ReadonlyArray<AppealActItem>;
};

/** Decisions that are taken back for one reason. */
export type TakeBackDecisionsInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Up to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
  /** The items, each with its own idempotency key and expected version. */
  readonly items: ReadonlyArray<AppealActItem>;
};

/** The immediate reply to the sender of a message that is accepted for consideration. */
export type TakeUpWithWordsInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Up to 1,000 characters, for all to read: what may be personal in them stops them, and a person decides. */
  readonly words: Scalars['String']['input'];
};

/** The moderator's own answer to a message. */
export type AnswerAtOnceInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 4,000 characters. */
  readonly text: Scalars['String']['input'];
};

/** Danger to life or health that a message tells of. */
export type EscalateUrgentlyInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What is in danger. */
  readonly danger: Danger;
};

/** A message that is not considered. */
export type MarkAsSpamInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Why it is spam. OTHER needs a `reason`. */
  readonly kind: SpamKind;
  /** 1 to 2,000 characters; needed with OTHER. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** How the sender rates the answer. */
export type RateAppealInput = {
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The rating, 1 (bad) to 5 (good). */
  readonly score: Scalars['Int']['input'];
  /** What the applicant adds to the rating, up to 2,000 characters. */
  readonly comment?: InputMaybe<Scalars['String']['input']>;
};

/** What the sender adds to the appeal. */
export type SupplementAppealInput = {
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** What is added, 1 to 20,000 characters. */
  readonly text: Scalars['String']['input'];
  /** Ids of uploaded files (`POST /files`). */
  readonly files?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
};

/** An answer of one's own appeal. */
export type PublicationConsentInput = {
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The id of the question. */
  readonly question: Scalars['UUID']['input'];
};

/** An act of the sender that needs no words. */
export type ResidentActInput = {
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
};

/** Why the sender is not content with an answer. */
export type RequestReopeningInput = {
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
  /** The question whose answer is complained of. Absent: all of them. */
  readonly question?: InputMaybe<Scalars['UUID']['input']>;
};

/** The receipt, or why the appeal was not taken. */
export type SubmitAppealResult = Receipt | Refusal;

/** What the sender keeps: number and code. */
export type Receipt = {
  readonly __typename?: 'Receipt';
  /** The stream that was opened: the appeal's id. */
  readonly id: Scalars['UUID']['output'];
  /** The same id, named as in `Change`. */
  readonly appeal: Scalars['UUID']['output'];
  /** The number of the receipt, to be given with the code. The registration number comes later. */
  readonly number: Scalars['String']['output'];
  /** Secret: sixteen characters (Crockford base32). The holder of number and code may follow, supplement and withdraw. */
  readonly followUpCode: Scalars['String']['output'];
  /** When the appeal was received. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** Last day to register it, or to decide about a message, by the district's terms; null where it has none for this. */
  readonly registerBy?: Maybe<Scalars['Date']['output']>;
  /** Last day to answer, if it is registered on that day. */
  readonly answerBy?: Maybe<Scalars['Date']['output']>;
  /** The version of the appeal, for the next `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
  /** As in `Change`. */
  readonly consistencyToken: Scalars['String']['output'];
  /** Opens the follow-up at once, for fifteen minutes. */
  readonly token: Scalars['String']['output'];
};

/** The token of the follow-up, or why it does not open. */
export type OpenAppealResult = OpenedAppeal | Refusal;

/** The way into one appeal, for fifteen minutes. */
export type OpenedAppeal = {
  readonly __typename?: 'OpenedAppeal';
  /** Send it as `Authorization: Bearer …`. */
  readonly token: Scalars['String']['output'];
  /** When the token expires. */
  readonly expiresAt: Scalars['DateTime']['output'];
};

/** A link in place of a lost code, asked for by number and e-mail. */
export type RequestFollowUpLinkInput = {
  /** The code of the district, as in the address of its pages. */
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

/** The link of the letter, which opens once. */
export type OpenAppealByLinkInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** A UUID made once per page: the link is spent by its first key. */
  readonly key: Scalars['UUID']['input'];
  /** The last segment of the link's path. */
  readonly link: Scalars['String']['input'];
};

/** The way into one appeal, with a new code. */
export type OpenedByLink = {
  readonly __typename?: 'OpenedByLink';
  /** Send it as `Authorization: Bearer …`. */
  readonly token: Scalars['String']['output'];
  /** When the token expires. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Secret, in place of the lost one. */
  readonly followUpCode: Scalars['String']['output'];
};

/** An official opened a file of an appeal. */
export type FileOpening = {
  readonly __typename?: 'FileOpening';
  /** The id of the record. */
  readonly id: Scalars['UUID']['output'];
  /** When the file was opened. */
  readonly at: Scalars['DateTime']['output'];
  /** Id of the official. */
  readonly official: Scalars['UUID']['output'];
  /** Id of the absent official on whose behalf it was opened. */
  readonly onBehalfOf?: Maybe<Scalars['UUID']['output']>;
  /** The id of the file. */
  readonly file: Scalars['UUID']['output'];
  /** Null once the file was erased. */
  readonly appeal?: Maybe<Scalars['UUID']['output']>;
  /** Number of the appeal's receipt. */
  readonly receipt?: Maybe<Scalars['String']['output']>;
  /** Registration number; null before there is one. */
  readonly number?: Maybe<Scalars['String']['output']>;
};

/** A page of files that officials opened. */
export type FileOpeningConnection = Connection & {
  readonly __typename?: 'FileOpeningConnection';
  /** The rows of this page, each with its cursor. */
  readonly edges: ReadonlyArray<FileOpeningEdge>;
  /** The rows of this page, without cursors. */
  readonly nodes: ReadonlyArray<FileOpening>;
  /** Where this page begins and ends, and whether there are others. */
  readonly pageInfo: PageInfo;
};

/** An opened file with its cursor. */
export type FileOpeningEdge = {
  readonly __typename?: 'FileOpeningEdge';
  /** Opaque: pass it as `after` or `before` to continue here. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: FileOpening;
};

/** What people comment. */
export type SourcePost = {
  readonly __typename?: 'SourcePost';
  /** The id of the thread. */
  readonly thread: Scalars['UUID']['output'];
  /** Null where it has no text, and until the network reports it. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Its public address; null where it has none. */
  readonly url?: Maybe<Scalars['String']['output']>;
};

/** How an account in a network does. */
export type NetworkHealth = {
  readonly __typename?: 'NetworkHealth';
  /** Its id. */
  readonly account: Scalars['UUID']['output'];
  /** Empty: nothing is wrong. */
  readonly problems: ReadonlyArray<NetworkProblem>;
  /** Since when it is listened to. */
  readonly since: Scalars['DateTime']['output'];
  /** When the network delivered something last. */
  readonly heardAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many messages came in the last 24 hours. */
  readonly messagesPerDay: Scalars['Int']['output'];
  /** Until then nothing is missed: what deliveries did not bring was read. */
  readonly readAt?: Maybe<Scalars['DateTime']['output']>;
  /** When subscription, rights and key were looked at last; every five minutes they are. */
  readonly lookedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When a lost subscription was last repaired. */
  readonly repairedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Of a mailbox: when it could not be read, the last time. */
  readonly failedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** An account to look at. */
export type CheckNetworkAccountInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The account's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
};

/** That an account is looked at. */
export type NetworkCheck = {
  readonly __typename?: 'NetworkCheck';
  /** When the network was asked. */
  readonly askedAt: Scalars['DateTime']['output'];
};

/** That it is looked at, or why not. */
export type NetworkCheckResult = NetworkCheck | Refusal;

/** What the administration knows of and works at, for all to read. */
export type KnownIssue = {
  readonly __typename?: 'KnownIssue';
  /** Its id. */
  readonly id: Scalars['UUID']['output'];
  /** What happened and where, in one line. */
  readonly title: Scalars['String']['output'];
  /** What is done, and when it will be over. */
  readonly text: Scalars['String']['output'];
  /** The same in Sakha; null where there is none. */
  readonly textSah?: Maybe<Scalars['String']['output']>;
  /** Codes of the topics that it is about. */
  readonly topics: ReadonlyArray<Scalars['String']['output']>;
  /** Codes of the settlements that it concerns; empty: the whole district. */
  readonly settlements: ReadonlyArray<Scalars['String']['output']>;
  /** Since when it is shown. */
  readonly since: Scalars['DateTime']['output'];
  /** When it was changed last. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** It is not shown from then on. */
  readonly until: Scalars['DateTime']['output'];
};

/** A known issue as officials see it. */
export type OpenedKnownIssue = {
  readonly __typename?: 'OpenedKnownIssue';
  /** Its id. */
  readonly id: Scalars['UUID']['output'];
  /** The version of its stream, for the next `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
  /** Whether it is shown. */
  readonly state: KnownIssueState;
  /** What happened and where, in one line. */
  readonly title: Scalars['String']['output'];
  /** What is done, and when it will be over. */
  readonly text: Scalars['String']['output'];
  /** The same in Sakha; null where there is none. */
  readonly textSah?: Maybe<Scalars['String']['output']>;
  /** Codes of the topics that it is about. */
  readonly topics: ReadonlyArray<Scalars['String']['output']>;
  /** Codes of the settlements that it concerns; empty: the whole district. */
  readonly settlements: ReadonlyArray<Scalars['String']['output']>;
  /** A message with one of these, in any case, is proposed to be joined; empty: any of its topics and places. */
  readonly words: ReadonlyArray<Scalars['String']['output']>;
  /** Who works at it. */
  readonly organisation?: Maybe<Scalars['String']['output']>;
  /** Since when it is shown. */
  readonly since: Scalars['DateTime']['output'];
  /** When it was changed last, or ended. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** The time until which it is shown. */
  readonly until: Scalars['DateTime']['output'];
  /** Id of the official who opened it. */
  readonly by?: Maybe<Scalars['UUID']['output']>;
  /** How many messages are joined to it. */
  readonly joined: Scalars['Int']['output'];
  /** What was done; null until its end. */
  readonly done?: Maybe<Scalars['String']['output']>;
};

/** What is to be shown to residents. */
export type OpenKnownIssueInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** What happened and where, in one line: 1 to 120 characters. */
  readonly title: Scalars['String']['input'];
  /** What is done, and when it will be over: 1 to 1,000 characters. */
  readonly text: Scalars['String']['input'];
  /** The same in Sakha, up to 1,000 characters. */
  readonly textSah?: InputMaybe<Scalars['String']['input']>;
  /** Codes of the topics that it is about, 1 to 10. */
  readonly topics: ReadonlyArray<Scalars['String']['input']>;
  /** Codes of the settlements that it concerns, 50 at most; empty: the whole district. */
  readonly settlements: ReadonlyArray<Scalars['String']['input']>;
  /** Up to 10 words of which a message has one, 40 characters each; absent: any message of its topics and places. */
  readonly words?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The time until which it is shown, 72 hours from now at most. */
  readonly until: Scalars['DateTime']['input'];
  /** Who works at it, up to 200 characters. */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
};

/** What changes; what is absent stays as it is. */
export type UpdateKnownIssueInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the known issue. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 1,000 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** In Sakha, up to 1,000 characters. */
  readonly textSah?: InputMaybe<Scalars['String']['input']>;
  /** The time until which it is shown, 72 hours from now at most. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
  /** Why it takes longer, up to 300 characters; a later `until` needs it. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** What was done. */
export type EndKnownIssueInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the known issue. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What was done, as each sender of a joined message reads it: 1 to 1,000 characters. */
  readonly done: Scalars['String']['input'];
};

/** A message, and the known issue to which it is joined. */
export type JoinToKnownIssueInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the message. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The id of the known issue. */
  readonly issue: Scalars['UUID']['input'];
};

/** A known issue of which the sender writes. */
export type JoinOwnMessageInput = {
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The id of the known issue. */
  readonly issue: Scalars['UUID']['input'];
};

/** Messages that are joined to one known issue. */
export type JoinManyToKnownIssueInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the known issue. */
  readonly issue: Scalars['UUID']['input'];
  /** The items, each with its own idempotency key and expected version. */
  readonly items: ReadonlyArray<AppealActItem>;
};

/** One official's reception on one day. */
export type Reception = {
  readonly __typename?: 'Reception';
  /** Code of the hours, for `hours` of an input. */
  readonly hours: Scalars['String']['output'];
  /** Who receives. */
  readonly official: Scalars['String']['output'];
  /** The official's post. */
  readonly post: Scalars['String']['output'];
  /** What the official is responsible for; null where the district does not say. */
  readonly about?: Maybe<Scalars['String']['output']>;
  /** Where. */
  readonly place: Scalars['String']['output'];
  /** The day. */
  readonly on: Scalars['Date']['output'];
  /** When it begins, `HH:MM` in the zone of the district. */
  readonly from: Scalars['String']['output'];
  /** When it ends, `HH:MM`. */
  readonly to: Scalars['String']['output'];
  /** Minutes of one visitor. */
  readonly minutes: Scalars['Int']['output'];
  /** Whether one may take part by video link. */
  readonly video: Scalars['Boolean']['output'];
  /** Whether it is a live queue, without times. */
  readonly queue: Scalars['Boolean']['output'];
  /** Its times; none in a live queue. */
  readonly slots: ReadonlyArray<ReceptionSlot>;
};

/** A time of a reception. */
export type ReceptionSlot = {
  readonly __typename?: 'ReceptionSlot';
  /** `HH:MM` in the zone of the district. */
  readonly begins: Scalars['String']['output'];
  /** Whether it can be booked now. */
  readonly free: Scalars['Boolean']['output'];
};

/** A booking as its visitor sees it, without names. */
export type OwnReception = {
  readonly __typename?: 'OwnReception';
  /** How far it has come. */
  readonly state: ReceptionState;
  /** Who receives. */
  readonly official: Scalars['String']['output'];
  /** The official's post. */
  readonly post: Scalars['String']['output'];
  /** Where. */
  readonly place: Scalars['String']['output'];
  /** The day. */
  readonly on: Scalars['Date']['output'];
  /** `HH:MM` in the zone of the district; null in a live queue. */
  readonly begins?: Maybe<Scalars['String']['output']>;
  /** How the visitor takes part. */
  readonly way: ReceptionWay;
};

/** A visitor of a reception, as officials see it. */
export type ReceptionVisit = {
  readonly __typename?: 'ReceptionVisit';
  /** Its id. */
  readonly id: Scalars['UUID']['output'];
  /** The day of the reception. */
  readonly on: Scalars['Date']['output'];
  /** The version of its stream, for the next `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
  /** How far it has come. */
  readonly state: ReceptionState;
  /** Code of the hours. */
  readonly hours: Scalars['String']['output'];
  /** Who receives. */
  readonly official: Scalars['String']['output'];
  /** The official's post. */
  readonly post: Scalars['String']['output'];
  /** Where. */
  readonly place: Scalars['String']['output'];
  /** `HH:MM` in the zone of the district; null in a live queue. */
  readonly begins?: Maybe<Scalars['String']['output']>;
  /** How the visitor takes part. */
  readonly way: ReceptionWay;
  /** By which way it was booked. */
  readonly channel: Channel;
  /** Whether the visitor is received before others by law (art. 13(7)). */
  readonly outOfTurn: Scalars['Boolean']['output'];
  /** The visitor's name; null once it was deleted. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The telephone; null without one, and once it was deleted. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** What it is about; null once it was deleted. */
  readonly matter?: Maybe<Scalars['String']['output']>;
  /** When it was booked. */
  readonly bookedAt: Scalars['DateTime']['output'];
  /** When the visitor was reminded; null before. */
  readonly remindedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it led to; null before its end. */
  readonly outcome?: Maybe<ReceptionOutcome>;
  /** Who received; null before its end. */
  readonly receivedBy?: Maybe<Scalars['String']['output']>;
  /** The appeal that was registered; null without one. */
  readonly appeal?: Maybe<Scalars['UUID']['output']>;
  /** The number of the appeal that was answered before; null without one. */
  readonly earlier?: Maybe<Scalars['String']['output']>;
  /** What was asked and said; null without it, and once it was deleted. */
  readonly said?: Maybe<Scalars['String']['output']>;
};

/** An official opened the visitors of a day. */
export type ReceptionOpening = {
  readonly __typename?: 'ReceptionOpening';
  /** Its id. */
  readonly id: Scalars['UUID']['output'];
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** The id of the official. */
  readonly official: Scalars['UUID']['output'];
  /** The absent official on whose behalf; null where it was on the official's own. */
  readonly onBehalfOf?: Maybe<Scalars['UUID']['output']>;
  /** The day whose visitors were opened. */
  readonly on: Scalars['Date']['output'];
};

/** The load of one official. */
export type ReceptionLoad = {
  readonly __typename?: 'ReceptionLoad';
  /** Who receives, as the district announced it. */
  readonly official: Scalars['String']['output'];
  /** The post. */
  readonly post: Scalars['String']['output'];
  /** Bookings that were not cancelled. */
  readonly booked: Scalars['Int']['output'];
  /** Visitors who were received. */
  readonly received: Scalars['Int']['output'];
  /** Of these, appeals that were registered. */
  readonly registered: Scalars['Int']['output'];
  /** Visitors who did not come. */
  readonly missed: Scalars['Int']['output'];
  /** Bookings that were cancelled. */
  readonly cancelled: Scalars['Int']['output'];
  /** By video link, of those received. */
  readonly byVideo: Scalars['Int']['output'];
};

/** The booking, or why it was refused. */
export type BookReceptionResult = BookedReception | Refusal;

/** A booking, with its code. */
export type BookedReception = {
  readonly __typename?: 'BookedReception';
  /** Its id. */
  readonly id: Scalars['UUID']['output'];
  /** The code by which the visitor sees and cancels it. It is secret. */
  readonly bookingCode: Scalars['String']['output'];
  /** The day. */
  readonly on: Scalars['Date']['output'];
  /** `HH:MM` in the zone of the district; null in a live queue. */
  readonly begins?: Maybe<Scalars['String']['output']>;
};

/** Whom one wants to see, and what about. */
export type BookReceptionInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per form; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** Code of the hours. */
  readonly hours: Scalars['String']['input'];
  /** The day. */
  readonly on: Scalars['Date']['input'];
  /** One of its times, `HH:MM`. */
  readonly begins: Scalars['String']['input'];
  /** How one takes part; in person where nothing is said. */
  readonly way?: InputMaybe<ReceptionWay>;
  /** The visitor's name, 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** The telephone: it is called the day before, and when the reception is not held. */
  readonly phone: Scalars['String']['input'];
  /** What it is about, in a line: 1 to 200 characters. */
  readonly matter: Scalars['String']['input'];
  /** The version of the text on the processing of personal data that was agreed to. */
  readonly consent: Scalars['String']['input'];
};

/** A booking that an official writes down. */
export type EnterReceptionInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** PHONE, or RECEPTION for one who came to the desk. */
  readonly channel: Channel;
  /** Code of the hours. */
  readonly hours: Scalars['String']['input'];
  /** The day. */
  readonly on: Scalars['Date']['input'];
  /** One of its times, `HH:MM`; null lets in one who is there, on the same day, without a time. */
  readonly begins?: InputMaybe<Scalars['String']['input']>;
  /** How one takes part; in person where nothing is said. */
  readonly way?: InputMaybe<ReceptionWay>;
  /** The visitor's name, 1 to 200 characters. */
  readonly name: Scalars['String']['input'];
  /** The telephone. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** What it is about, in a line: 1 to 200 characters. */
  readonly matter: Scalars['String']['input'];
  /** Whether the visitor is received before others by law (art. 13(7)); why is not kept. */
  readonly outOfTurn?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A booking that is cancelled by its code. */
export type OwnReceptionInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The code that was given with the booking. */
  readonly code: Scalars['String']['input'];
};

/** An act on a booking. */
export type ReceptionActInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the booking. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** Where a booking is moved to. */
export type MoveReceptionInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the booking. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Code of the hours. */
  readonly hours: Scalars['String']['input'];
  /** The day. */
  readonly on: Scalars['Date']['input'];
  /** One of its times, `HH:MM`. */
  readonly begins: Scalars['String']['input'];
  /** How one takes part; in person where nothing is said. */
  readonly way?: InputMaybe<ReceptionWay>;
};

/** What a reception led to. */
export type EndReceptionInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the booking. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What it led to. */
  readonly outcome: ReceptionOutcome;
  /** Who received, 1 to 300 characters. */
  readonly receivedBy: Scalars['String']['input'];
  /** The post of who received, 1 to 300 characters. */
  readonly receivedPost: Scalars['String']['input'];
  /** With REGISTERED: the id of the appeal, entered that day with the channel RECEPTION. */
  readonly appeal?: InputMaybe<Scalars['UUID']['input']>;
  /** With ANSWERED_BEFORE: the number of the appeal that was answered before. */
  readonly earlier?: InputMaybe<Scalars['String']['input']>;
  /** What was asked and said, up to 4,000 characters. Needed where no appeal is registered. */
  readonly said?: InputMaybe<Scalars['String']['input']>;
};

/** A message that was found in a community that the district watches. */
export type FoundMessage = {
  readonly __typename?: 'FoundMessage';
  /** Its id. */
  readonly id: Scalars['UUID']['output'];
  /** For the next `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
  /** Code of the community. */
  readonly community: Scalars['String']['output'];
  /** The name of the community. */
  readonly communityName: Scalars['String']['output'];
  /** Code of the settlement that the community is of. */
  readonly settlement?: Maybe<Scalars['String']['output']>;
  /** Where everybody reads it. */
  readonly url: Scalars['String']['output'];
  /** What was written; null once a case was made of it, which has the text. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** When it was written, as the network says; null where it does not. */
  readonly writtenAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was found. */
  readonly foundAt: Scalars['DateTime']['output'];
  /** When it is deleted, if no case is made of it. */
  readonly deletedAt: Scalars['DateTime']['output'];
  /** What an official decided; null while it waits. */
  readonly outcome?: Maybe<FoundOutcome>;
  /** When that was decided. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The page of its author; only with WRITE_AUTHOR, and where the author is a person. */
  readonly author?: Maybe<Scalars['String']['output']>;
  /** The case that was made of it; null where there is none, or not yet. */
  readonly appeal?: Maybe<Scalars['UUID']['output']>;
  /** The same text elsewhere, among what was found in the last 30 days: the newest 5. */
  readonly same: ReadonlyArray<FoundElsewhere>;
};

/** The same text in another place. */
export type FoundElsewhere = {
  readonly __typename?: 'FoundElsewhere';
  /** The name of the community. */
  readonly communityName: Scalars['String']['output'];
  /** What an official decided there; null while it waits. */
  readonly outcome?: Maybe<FoundOutcome>;
  /** The case that was made of it. */
  readonly appeal?: Maybe<Scalars['UUID']['output']>;
};

/** A community in which the district reads what everybody may read. */
export type WatchedCommunity = {
  readonly __typename?: 'WatchedCommunity';
  /** Its code. */
  readonly code: Scalars['String']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** The address of its page. */
  readonly address: Scalars['String']['output'];
  /** Code of the settlement that it is of. */
  readonly settlement?: Maybe<Scalars['String']['output']>;
  /** The words of which a message has one to be found; empty: every message. */
  readonly words: ReadonlyArray<Scalars['String']['output']>;
  /** The order of the administration by which it is read. */
  readonly order: Scalars['String']['output'];
  /** When it was last read to its end; null before the first time. */
  readonly readAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it is not read, or not to its end; null where nothing is wrong. */
  readonly problem?: Maybe<PlaceProblem>;
};

/** A found message as it is now, or why not. */
export type FoundMessageResult = FoundMessage | Refusal;

/** What is decided about a found message. */
export type DecideFoundMessageInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the message. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What becomes of it. */
  readonly outcome: FoundOutcome;
};

/** What a column of an old journal has. */
export type OldJournalColumnInput = {
  /** The sheet that the column is on. */
  readonly sheet: Scalars['String']['input'];
  /** Its place on the sheet, from 0. */
  readonly at: Scalars['Int']['input'];
  /** What it has; NONE: it is left out. */
  readonly kind: OldJournalColumnKind;
};

/** What an uploaded journal has. */
export type OldJournalFile = {
  readonly __typename?: 'OldJournalFile';
  /** Its name, as it was uploaded. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Its sheets, those without a journal too. */
  readonly sheets: ReadonlyArray<OldJournalSheet>;
  /** Numbers of the rows that can be taken, by year. */
  readonly numbers: ReadonlyArray<OldJournalNumbers>;
  /** Of the rows that can be taken, those which are there already. */
  readonly known: Scalars['Int']['output'];
};

/** A sheet of an uploaded journal. */
export type OldJournalSheet = {
  readonly __typename?: 'OldJournalSheet';
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Columns that it lacks; where there are some, nothing of it is taken. */
  readonly missing: ReadonlyArray<OldJournalColumnKind>;
  /** Rows with an appeal, refused ones too. */
  readonly rows: Scalars['Int']['output'];
  /** Rows that can be taken. */
  readonly taken: Scalars['Int']['output'];
  /** Rows without content. */
  readonly empty: Scalars['Int']['output'];
  /** Totals, and heads that are repeated. */
  readonly leftOut: Scalars['Int']['output'];
  /** Its columns, from the left. */
  readonly columns: ReadonlyArray<OldJournalColumn>;
  /** The first rows after the heads, at most 20, with the texts of their cells. */
  readonly sample: ReadonlyArray<OldJournalRow>;
  /** How many faults its rows have. */
  readonly faultCount: Scalars['Int']['output'];
  /** The first 2,000 faults: those that refuse their row, then the others, by row. */
  readonly faults: ReadonlyArray<OldJournalFault>;
};

/** A column of an uploaded journal. */
export type OldJournalColumn = {
  readonly __typename?: 'OldJournalColumn';
  /** Its place on the sheet, from 0. */
  readonly at: Scalars['Int']['output'];
  /** As office programs name it: `A`. */
  readonly letters: Scalars['String']['output'];
  /** Its head. */
  readonly title: Scalars['String']['output'];
  /** What it has; NONE: it is left out. */
  readonly kind: OldJournalColumnKind;
  /** It was recognised by what is in it, not by its head: to be checked. */
  readonly isByContent: Scalars['Boolean']['output'];
};

/** A row of an uploaded journal. */
export type OldJournalRow = {
  readonly __typename?: 'OldJournalRow';
  /** Its number in the office program, from 1. */
  readonly row: Scalars['Int']['output'];
  /** Texts of its cells, from the left. */
  readonly cells: ReadonlyArray<Scalars['String']['output']>;
};

/** What is wrong with a row. */
export type OldJournalFault = {
  readonly __typename?: 'OldJournalFault';
  /** Its number in the office program, from 1. */
  readonly row: Scalars['Int']['output'];
  /** Letters of the column; null: the whole row. */
  readonly column?: Maybe<Scalars['String']['output']>;
  /** What is wrong. */
  readonly code: OldJournalRowFault;
  /** What the cell has; null where it is personal. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** An earlier row that has the same number. */
  readonly likeRow?: Maybe<Scalars['Int']['output']>;
  /** The sheet of that row. */
  readonly likeSheet?: Maybe<Scalars['String']['output']>;
  /** The row is not taken. */
  readonly isRefused: Scalars['Boolean']['output'];
};

/** Numbers of one year in an uploaded journal. */
export type OldJournalNumbers = {
  readonly __typename?: 'OldJournalNumbers';
  /** The year. */
  readonly year: Scalars['Int']['output'];
  /** The first number. */
  readonly first: Scalars['Int']['output'];
  /** The last number: the series of the year goes on after it. */
  readonly last: Scalars['Int']['output'];
  /** Rows of the year. */
  readonly count: Scalars['Int']['output'];
  /** Numbers between the first and the last that no row has, as «11» or «14–17», at most 100. */
  readonly absent: ReadonlyArray<Scalars['String']['output']>;
  /** It is the present year: registrations go on after its last number, which is to be confirmed. */
  readonly isPresent: Scalars['Boolean']['output'];
};

/** An import of an old journal. */
export type OldJournalLoad = {
  readonly __typename?: 'OldJournalLoad';
  /** By which it is taken back. */
  readonly id: Scalars['UUID']['output'];
  /** When it began. */
  readonly takenAt: Scalars['DateTime']['output'];
  /** How far it is. */
  readonly state: OldJournalLoadState;
  /** Appeals that it added. */
  readonly rows: Scalars['Int']['output'];
  /** Rows that were not taken. */
  readonly refused: Scalars['Int']['output'];
  /** Begin of the SHA-256 of the file. */
  readonly fileHash: Scalars['String']['output'];
  /** Counted from the log when it had its end, by month; `name` is `YYYY-MM`. */
  readonly months: ReadonlyArray<OldJournalCount>;
  /** The same by topic; `name` is its code, or empty. */
  readonly topics: ReadonlyArray<OldJournalCount>;
  /** When it was taken back. */
  readonly removedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was taken back. */
  readonly removedReason?: Maybe<Scalars['String']['output']>;
};

/** What a file has, and what is stored of it. */
export type OldJournalCount = {
  readonly __typename?: 'OldJournalCount';
  /** Of what. */
  readonly name: Scalars['String']['output'];
  /** Rows of the file that can be taken. */
  readonly inFile: Scalars['Int']['output'];
  /** Appeals that are stored. */
  readonly stored: Scalars['Int']['output'];
};

/** How far an import, or its taking back, has come. */
export type OldJournalStep = {
  readonly __typename?: 'OldJournalStep';
  /** The import; null: every row was there already. */
  readonly load?: Maybe<Scalars['UUID']['output']>;
  /** Rows that are done. */
  readonly done: Scalars['Int']['output'];
  /** All rows of the file that can be taken; of a taking back, the appeals that are still there and those that went. */
  readonly total: Scalars['Int']['output'];
  /** It is done; else it is to be sent again. */
  readonly isWhole: Scalars['Boolean']['output'];
};

/** How far it has come, or why it was refused. */
export type OldJournalStepResult = OldJournalStep | Refusal;

/** Which file is taken in. */
export type TakeInOldJournalInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per form; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The id that its upload answered. */
  readonly file: Scalars['UUID']['input'];
  /** Only sheets of these names; absent: all. */
  readonly sheets?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** What columns have, where it is not what was recognised. */
  readonly columns?: InputMaybe<ReadonlyArray<OldJournalColumnInput>>;
  /** The last number of the present year was looked at: registrations go on after it. */
  readonly isReserved?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Which import is taken back. */
export type TakeBackOldJournalInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per form; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The import. */
  readonly load: Scalars['UUID']['input'];
  /** Why, for the list of imports. */
  readonly reason: Scalars['String']['input'];
};

/** The answer was given orally: the proof of the notice. */
export type RecordOralNoticeInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What was said and to whom, 1 to 2,000 characters. */
  readonly said: Scalars['String']['input'];
  /** What the applicant said to the answer; absent where the notice tells no answer. */
  readonly outcome?: InputMaybe<OralOutcome>;
};

/** A call in which the answer was not given. */
export type RecordCallAttemptInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** How the call ended. */
  readonly result: CallResult;
  /** When to call again; with CALL_LATER. */
  readonly callAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What was said, up to 2,000 characters. */
  readonly said?: InputMaybe<Scalars['String']['input']>;
};

/** What was found in the network. */
export type SettleUnknownNoticeInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What the official found out about the notice. */
  readonly word: SeenWord;
};

/** What is known of a notice that a restore holds back. */
export type SettleHeldNoticeInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** NEVER: it is not sent at all; refused with NOTICE_OWED where the question waits for it. */
  readonly word: SeenWord;
  /** 1 to 2,000 characters: how it is known. */
  readonly reason: Scalars['String']['input'];
};

/** The same word about many. */
export type SettleHeldNoticesInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** What the official found out about the notice. */
  readonly word: SeenWord;
  /** 1 to 2,000 characters: how it is known. */
  readonly reason: Scalars['String']['input'];
  /** The items, each with its own idempotency key and expected version. */
  readonly items: ReadonlyArray<HeldNoticeItem>;
};

/** One notice of an act on many. */
export type HeldNoticeItem = {
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** UUID made once per act: retries carry the same, alone or among others. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** A letter as it was kept, byte by byte. */
export type ResidentLetter = {
  readonly __typename?: 'ResidentLetter';
  /** The id of its notice. */
  readonly id: Scalars['UUID']['output'];
  /** What the letter tells. */
  readonly kind: NoticeKind;
  /** In the outgoing series. */
  readonly number: Scalars['String']['output'];
  /** The day that it bears. */
  readonly on: Scalars['Date']['output'];
  /** The question that it is about. */
  readonly question?: Maybe<Scalars['UUID']['output']>;
  /** Of its bytes, in hexadecimal. */
  readonly sha256: Scalars['String']['output'];
  /** Bytes. */
  readonly size: Scalars['Int']['output'];
};

/** A notice that does not leave by itself. */
export type HeldNotice = Versioned & {
  readonly __typename?: 'HeldNotice';
  /** The id of the notice. */
  readonly id: Scalars['UUID']['output'];
  /** Of its stream, to decide about. */
  readonly version: Scalars['Int']['output'];
  /** The id of the appeal. */
  readonly appeal: Scalars['UUID']['output'];
  /** Of the registration, or of the receipt before it. */
  readonly number: Scalars['String']['output'];
  /** What the notice tells. */
  readonly kind: NoticeKind;
  /** How it would be sent. */
  readonly way: NoticeWay;
  /** Why it is held back; without its sheet it leaves once that is made. */
  readonly reason: HeldReason;
  /** When it would have been sent next. */
  readonly since: Scalars['DateTime']['output'];
};

/** What was entered in the feedback platform. */
export type RecordInPosInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The state of the message there since. */
  readonly state: PosState;
  /** The day it was entered, when earlier than today; never in the future, nor before the signature. */
  readonly enteredOn?: InputMaybe<Scalars['Date']['input']>;
};

/** An answer that a person placed. */
export type RecordPlacedNoticeInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Public address of the answer on the network's own site: https, up to 500 characters. Absent: it was not published. */
  readonly link?: InputMaybe<Scalars['String']['input']>;
};

/** The public words of a held notice. */
export type ReleaseNoticeInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 4,000 characters; absent: nothing is published. */
  readonly words?: InputMaybe<Scalars['String']['input']>;
};

/** A letter that is printed, and whom its sheet is addressed to. */
export type LetterToPrint = {
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** The applicant's name, up to 300 characters; on the sheet it is in the dative where that is certain. A letter to a body has the body's. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The dative, where a clerk knows it better, up to 300 characters; kept for the next letters to this person. */
  readonly dative?: InputMaybe<Scalars['String']['input']>;
  /** The applicant's postal address, up to 500 characters. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
};

/** A letter that is kept as PDF. */
export type KeptLetter = {
  readonly __typename?: 'KeptLetter';
  /** Of its notice. */
  readonly id: Scalars['UUID']['output'];
  /** Its outgoing number. */
  readonly number: Scalars['String']['output'];
  /** It was taken back: the file that is given says so. */
  readonly annulled: Scalars['Boolean']['output'];
  /** A signature beside it is `TRUSTED`: a copy with its mark can be printed. */
  readonly marked: Scalars['Boolean']['output'];
};

/** A letter before it is signed, to look at. */
export type DraftSheet = {
  readonly __typename?: 'DraftSheet';
  /** All its sheets in one picture (SVG), one below the other, each of the same height; without scripts and links. */
  readonly svg: Scalars['String']['output'];
  /** How many sheets it has. */
  readonly sheets: Scalars['Int']['output'];
};

/** The sheet of a letter, as it is signed. */
export type LetterToSign = {
  readonly __typename?: 'LetterToSign';
  /** Its outgoing number. */
  readonly number: Scalars['String']['output'];
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: Scalars['String']['output'];
  /** The PDF/A file in base64: a signature covers exactly these bytes. */
  readonly pdf: Scalars['String']['output'];
};

/** A signature over the sheet of a letter. */
export type AttachSignatureInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The file of the signature (`.sig`, `.p7s`: DER, base64 or PEM) in base64, at most 64 KiB before it. */
  readonly signature: Scalars['String']['input'];
};

/** The row of a letter in the register of outgoing post. */
export type RecordPostingInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** How the letter was sent. */
  readonly means: PostingMeans;
  /**
   * The outgoing number, 1 to 50 characters. Absent: the one that the letter has, or the next of the district's series where it has none.
   * Another than the letter's own is LETTER_HAS_NUMBER; one that another letter of the year has is OUTGOING_NUMBER_TAKEN.
   */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** The day it was sent, when earlier than today; never in the future, nor before the signature, or the decision that it communicates. */
  readonly sentOn?: InputMaybe<Scalars['Date']['input']>;
  /** Number at the post, needed with REGISTERED_LETTER: 14 digits, or an international one (S10), whose check digit agrees; blanks are left out. */
  readonly track?: InputMaybe<Scalars['String']['input']>;
  /**
   * Where it was sent, up to 500 characters: needed where no address of its addressee is known, unless it was handed over; else
   * LETTER_WITHOUT_ADDRESS.
   */
  readonly address?: InputMaybe<Scalars['String']['input']>;
};

/** Letters that were sent together. */
export type RecordPostingsInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** How the letters were sent. */
  readonly means: PostingMeans;
  /** The day they were sent, as of `recordPosting`. */
  readonly sentOn?: InputMaybe<Scalars['Date']['input']>;
  /** The items, each with its own idempotency key and expected version. */
  readonly items: ReadonlyArray<PostingItem>;
};

/** One letter of many that were sent together. */
export type PostingItem = {
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** UUID made once per act: retries carry the same, alone or among others. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The outgoing number, as of `recordPosting`. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** Number at the post, as of `recordPosting`. */
  readonly track?: InputMaybe<Scalars['String']['input']>;
  /** Where it was sent, as of `recordPosting`. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
};

/** What became of a letter that left by post. */
export type RecordLetterOutcomeInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What became of it. */
  readonly outcome: LetterOutcome;
  /** What shows it: TRACKING needs a letter with a number at the post, RECEIPT a registered one, ENVELOPE one that came back. */
  readonly proof: PostalProof;
  /** The day of it; never in the future, nor before the letter was sent. Absent: today. */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
  /** The number at the post on what came back: which of several letters it is. Absent: the last one. */
  readonly track?: InputMaybe<Scalars['String']['input']>;
};

/**
 * A text with fields in double braces. Known fields, in any case: `{{номер}}`, `{{дата}}` (of the registration), `{{срок}}`, `{{тема}}`, `{{отдел}}`, `{{исполнитель}}`, `{{место}}`,
 * `{{сегодня}}`, `{{район}}`, `{{адрес}}`, `{{телефон}}` (of the administration). Any other is for the executor to fill in, the
 * applicant's name, too: `applicant` opens it on record, and the letter itself greets by it.
 */
export type AnswerTemplate = Versioned & {
  readonly __typename?: 'AnswerTemplate';
  /** The id of the template. */
  readonly id: Scalars['UUID']['output'];
  /** 1, 2, 3 … of the template, for expectedVersion. */
  readonly version: Scalars['Int']['output'];
  /** Code of the district's topic; null: for every topic. */
  readonly topic?: Maybe<Scalars['String']['output']>;
  /** Its name in the list. */
  readonly title: Scalars['String']['output'];
  /** The text, with fields in double braces. */
  readonly text: Scalars['String']['output'];
  /** The outcome that it is for; null: any. */
  readonly outcome?: Maybe<Outcome>;
  /** By it the moderator answers a message at once. */
  readonly forMessages: Scalars['Boolean']['output'];
  /** The text with the question's fields filled in, for messages with the district's; null without `question` and `forMessages`. */
  readonly filled?: Maybe<Scalars['String']['output']>;
  /** Names of the fields that are still to be filled in, in the order of the text. */
  readonly open: ReadonlyArray<Scalars['String']['output']>;
  /** It was removed and is offered no more. */
  readonly removed: Scalars['Boolean']['output'];
  /** When it was changed last. */
  readonly changedAt: Scalars['DateTime']['output'];
  /** Null for one whom the directory does not know. */
  readonly changedBy?: Maybe<Scalars['String']['output']>;
};

/** The template as saved, or why not. */
export type SaveAnswerTemplateResult = AnswerTemplate | Refusal;

/** A template of answers, new or changed. */
export type SaveAnswerTemplateInput = {
  /** The code of the district, as in the address of its pages. */
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
  /** The outcome that the template is for; absent: any. */
  readonly outcome?: InputMaybe<Outcome>;
  /** By it the moderator answers a message at once: without topic and outcome. Absent: false. */
  readonly forMessages?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A template that is offered no more. */
export type RemoveAnswerTemplateInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the template. */
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
  /** The answer as shown on the resident's page, by paragraphs. */
  readonly page: ReadonlyArray<Scalars['String']['output']>;
  /**
   * For a network, the text as it will be published: without a letterhead, in as many messages as the network requires.
   * Empty for an appeal from elsewhere.
   */
  readonly inNetwork: ReadonlyArray<NetworkPreview>;
  /** The way by which it will leave. */
  readonly way: NoticeWay;
  /** What should be looked at before it is sent. */
  readonly warnings: ReadonlyArray<LetterWarning>;
};

/** An answer as it will appear in a network. */
export type NetworkPreview = {
  readonly __typename?: 'NetworkPreview';
  /** THREAD or DIRECT. */
  readonly way: NoticeWay;
  /** The network in which the answer appears. */
  readonly network: Network;
  /** In their order. */
  readonly messages: ReadonlyArray<Scalars['String']['output']>;
};

/** A letter by its parts. */
export type Letter = {
  readonly __typename?: 'Letter';
  /** Its outgoing number; null for a draft, and for what is no letter. It is given with the signature, before the print. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The day that it is dated; null as `number`. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  /** The administration that answers. */
  readonly sender: Scalars['String']['output'];
  /** The department in the letterhead; null where none is named. */
  readonly department?: Maybe<Scalars['String']['output']>;
  /** The postal address of the sender. */
  readonly address: Scalars['String']['output'];
  /** Whom it is addressed to. */
  readonly addresseeKind: Addressee;
  /** The body that it goes to; null for a letter to the applicant, whose name and address `applicant` opens. */
  readonly addressee?: Maybe<Scalars['String']['output']>;
  /** The postal address of the body; null where it is not known, and for a letter to the applicant. */
  readonly addresseeAddress?: Maybe<Scalars['String']['output']>;
  /**
   * Of `letterToPost`: the applicant's name, where its dative is not certain and the sheet is not made; `printedLetters` takes the dative
   * that the clerk gives. Null where nothing is to be confirmed.
   */
  readonly dativeToConfirm?: Maybe<Scalars['String']['output']>;
  /** What it answers: the number and the day of the registration. */
  readonly reference: Scalars['String']['output'];
  /** The salutation. */
  readonly greeting: Scalars['String']['output'];
  /** The text, by paragraphs. */
  readonly paragraphs: ReadonlyArray<Scalars['String']['output']>;
  /** Names of the attachments, as a line; null without any. */
  readonly attachments?: Maybe<Scalars['String']['output']>;
  /** Null until it is signed, or about to be. */
  readonly signature?: Maybe<Scalars['String']['output']>;
  /** The official who prepared the letter; null where none is named. */
  readonly executor?: Maybe<Scalars['String']['output']>;
};

/** A notice in a network that waits for a person. */
export type UnknownNotice = Versioned & {
  readonly __typename?: 'UnknownNotice';
  /** The notice's id. */
  readonly id: Scalars['UUID']['output'];
  /** For expectedVersion. */
  readonly version: Scalars['Int']['output'];
  /** The id of the appeal. */
  readonly appeal: Scalars['UUID']['output'];
  /** Of the registration; of the receipt until then. */
  readonly number: Scalars['String']['output'];
  /** The network. */
  readonly network: Network;
  /** The account's id. */
  readonly account: Scalars['UUID']['output'];
  /** How it was sent. */
  readonly way: NoticeWay;
  /** What a person is to look at. */
  readonly attention: NoticeAttention;
  /** Since when the outcome is unknown. */
  readonly since: Scalars['DateTime']['output'];
  /** Public address of the message that it replies to; null where that has none. */
  readonly link?: Maybe<Scalars['String']['output']>;
  /** Of one that a person places: its words. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** How an account, or a mailbox, answers. */
export type AccountAnswers = {
  readonly __typename?: 'AccountAnswers';
  /** Its id. */
  readonly account: Scalars['UUID']['output'];
  /** When an answer left last. */
  readonly answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Messages and letters in the last 7 days. */
  readonly sentPerWeek: Scalars['Int']['output'];
  /** How many of them came back. */
  readonly returnedPerWeek: Scalars['Int']['output'];
};

/** A way of an answer before it is written. */
export type AnswerPath = {
  readonly __typename?: 'AnswerPath';
  /** How the answer would be sent. */
  readonly way: NoticeWay;
  /** Of a network; null for the others. */
  readonly network?: Maybe<Network>;
  /** It can be sent this way now. */
  readonly possible: Scalars['Boolean']['output'];
  /** Why not, where it is not possible. */
  readonly reason?: Maybe<AnswerPathReason>;
  /** Since when it is not possible, where that is known. */
  readonly since?: Maybe<Scalars['DateTime']['output']>;
  /** The network takes an answer until then; null where it sets no end. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
  /** How long one message may be, as the network counts; null where it does not matter. A longer answer goes in parts. */
  readonly max?: Maybe<Scalars['Int']['output']>;
  /** Public: no personal data. */
  readonly public: Scalars['Boolean']['output'];
};

/** Why an answer cannot go by a way. */
export type AnswerPathReason =
  /** The network's time to answer is over. */
  | 'WINDOW_CLOSED'
  /** The account was removed or switched off. */
  | 'SWITCHED_OFF'
  /** The network takes no answer there from a program. */
  | 'NOT_SUPPORTED'
  /** The person blocked the account's messages. */
  | 'BLOCKED';

/** What to look at before an answer leaves. It may leave with any of them. */
export type LetterWarning = {
  readonly __typename?: 'LetterWarning';
  /** What is wrong. */
  readonly kind: LetterWarningKind;
  /** The place in the text; or the applicant's own words that are not answered, or the file's name. */
  readonly excerpt: Scalars['String']['output'];
  /** Position of `excerpt` in `text`, in UTF-16 code units; null where it does not occur. */
  readonly start?: Maybe<Scalars['Int']['output']>;
  /** Where `excerpt` ends in `text`, in UTF-16 code units; null where it does not stand there. */
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

/** An external server that is notified of facts of the district. */
export type Webhook = Versioned & {
  readonly __typename?: 'Webhook';
  /** The id of the webhook. */
  readonly id: Scalars['UUID']['output'];
  /** The address that receives the deliveries. */
  readonly url: Scalars['String']['output'];
  /** The facts it is notified of; empty: all. */
  readonly types: ReadonlyArray<EventType>;
  /** What it is for, in the administrator’s words. */
  readonly description: Scalars['String']['output'];
  /** Null: what happens is sent. */
  readonly pausedBecause?: Maybe<WebhookPause>;
  /** Since when it is paused; null while it is not. */
  readonly pausedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Since then nothing was taken that was sent; null when the last attempt succeeded, or none was made. */
  readonly failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** Of the last attempt that failed: the status of HTTP, or TIMED_OUT, UNREACHABLE, NO_SUCH_HOST, INNER_ADDRESS, INSECURE. */
  readonly lastFailure?: Maybe<Scalars['String']['output']>;
  /** When something was last taken. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is not sent yet. */
  readonly waiting: Scalars['Int']['output'];
  /** What was not taken after all attempts. */
  readonly failed: Scalars['Int']['output'];
  /** The present secret is of that time. */
  readonly secretSetAt: Scalars['DateTime']['output'];
  /** Until then what is sent is signed by the former secret, too; null when it is not. */
  readonly formerSecretUntil?: Maybe<Scalars['DateTime']['output']>;
  /** What happened since then can be sent again; null when nothing is kept. */
  readonly keptSince?: Maybe<Scalars['DateTime']['output']>;
  /** When it was added. */
  readonly addedAt: Scalars['DateTime']['output'];
  /** For expectedVersion. */
  readonly version: Scalars['Int']['output'];
};

/** A fact of which webhooks are notified. */
export type WebhookType = {
  readonly __typename?: 'WebhookType';
  /** The type of the event. */
  readonly type: EventType;
  /** For a person, in the language of Accept-Language. */
  readonly title: Scalars['String']['output'];
  /** Whose state it tells. */
  readonly subject: WebhookSubject;
};

/** A fact on its way to a webhook. */
export type WebhookDelivery = {
  readonly __typename?: 'WebhookDelivery';
  /** The fact's id: `webhook-id` of each attempt. */
  readonly id: Scalars['UUID']['output'];
  /** The type of the event. */
  readonly type: EventType;
  /** The id of the appeal. */
  readonly appeal: Scalars['UUID']['output'];
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  /** Whether it arrived. */
  readonly state: WebhookDeliveryState;
  /** How often it was sent. */
  readonly attempts: Scalars['Int']['output'];
  /** Of the last attempt: the status of HTTP, or as `Webhook.lastFailure`; null before the first one. */
  readonly outcome?: Maybe<Scalars['String']['output']>;
  /** Of the last attempt. */
  readonly triedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Time of the next attempt; null when there is none, or the webhook is paused. */
  readonly nextAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The webhook as changed. */
export type WebhookChange = {
  readonly __typename?: 'WebhookChange';
  /** The webhook after the change. */
  readonly webhook: Webhook;
  /** The secret that this command made, `whsec_…`. It is shown here and never again. */
  readonly secret?: Maybe<Scalars['String']['output']>;
  /** How many facts are sent again. */
  readonly replayed?: Maybe<Scalars['Int']['output']>;
};

/** The webhook as changed, or why not. */
export type WebhookResult = WebhookChange | Refusal;

/** A new webhook. */
export type AddWebhookInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** `https://host/path`: a public host by its name, without a port. At most 500 characters. */
  readonly url: Scalars['String']['input'];
  /** Empty: everything, also types that come later. */
  readonly types: ReadonlyArray<EventType>;
  /** Whose it is, 1 to 200 characters. */
  readonly description: Scalars['String']['input'];
};

/** What a webhook becomes. */
export type ChangeWebhookInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The webhook's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** `https://host/path`: a public host by its name, without a port. At most 500 characters. */
  readonly url: Scalars['String']['input'];
  /** Empty: everything, also types that come later. */
  readonly types: ReadonlyArray<EventType>;
  /** Whose it is, 1 to 200 characters. */
  readonly description: Scalars['String']['input'];
};

/** A webhook that something is done with. */
export type ActOnWebhookInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The webhook's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** What is sent again. */
export type ReplayWebhookInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The webhook's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Facts that happened from then on … */
  readonly from: Scalars['DateTime']['input'];
  /** … until then, this instant not included. */
  readonly to: Scalars['DateTime']['input'];
};

/** The server of an organisation that takes forwarded questions by Open311. */
export type BodyServer = {
  readonly __typename?: 'BodyServer';
  /** Its code in the district's file. */
  readonly organisation: Scalars['String']['output'];
  /** The name of the body. */
  readonly name: Scalars['String']['output'];
  /** The address of its server. */
  readonly endpoint: Scalars['String']['output'];
  /** Whether questions go there: its account is not switched off, and its address is permitted. */
  readonly isOpen: Scalars['Boolean']['output'];
  /** Whether an administrator has set its key. */
  readonly hasKey: Scalars['Boolean']['output'];
  /** Null: nothing is wrong. */
  readonly problem?: Maybe<NetworkProblem>;
  /** Since when. */
  readonly problemSince?: Maybe<Scalars['DateTime']['output']>;
  /** When it answered last. */
  readonly answeredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Questions that wait to be sent there. */
  readonly waiting: Scalars['Int']['output'];
  /** Requests of which it is asked how far they are. */
  readonly followed: Scalars['Int']['output'];
};

/** An official opened letters. */
export type LetterOpening = {
  readonly __typename?: 'LetterOpening';
  /** The id of the record. */
  readonly id: Scalars['UUID']['output'];
  /** When they were opened. */
  readonly at: Scalars['DateTime']['output'];
  /** Id of the official. */
  readonly official: Scalars['UUID']['output'];
  /** Id of the absent official on whose behalf they were opened. */
  readonly onBehalfOf?: Maybe<Scalars['UUID']['output']>;
  /** The role that permitted it. */
  readonly role: Role;
  /** Why. */
  readonly reason: LetterOpeningReason;
  /** How many letters. */
  readonly letters: Scalars['Int']['output'];
  /** Ids of their appeals. */
  readonly appeals: ReadonlyArray<Scalars['UUID']['output']>;
  /** Where it is one appeal: its registration number, or that of its receipt. */
  readonly number?: Maybe<Scalars['String']['output']>;
};

/** A page of letters that officials opened. */
export type LetterOpeningConnection = Connection & {
  readonly __typename?: 'LetterOpeningConnection';
  /** The rows of this page, each with its cursor. */
  readonly edges: ReadonlyArray<LetterOpeningEdge>;
  /** The rows of this page, without cursors. */
  readonly nodes: ReadonlyArray<LetterOpening>;
  /** Where this page begins and ends, and whether there are others. */
  readonly pageInfo: PageInfo;
};

/** Opened letters with their cursor. */
export type LetterOpeningEdge = {
  readonly __typename?: 'LetterOpeningEdge';
  /** Opaque: pass it as `after` or `before` to continue here. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: LetterOpening;
};

/** Notices that wait for the district's signatory. */
export type NoticesToSign = {
  readonly __typename?: 'NoticesToSign';
  /** Whom the district's settings name; null where the directory has no such official who holds SIGNATORY or HEAD. */
  readonly signatory?: Maybe<Scalars['String']['output']>;
  /** That official's post. */
  readonly post?: Maybe<Scalars['String']['output']>;
  /** The viewer may sign: is named, or substitutes who is; where `signatory` is null, an official with SIGNATORY or HEAD for the whole district. */
  readonly maySign: Scalars['Boolean']['output'];
  /** How many wait. */
  readonly total: Scalars['Int']['output'];
  /** The oldest first, 100 at most. */
  readonly notices: ReadonlyArray<NoticeToSign>;
};

/** A notice that waits for the district's signatory. */
export type NoticeToSign = {
  readonly __typename?: 'NoticeToSign';
  /** The id of the notice. */
  readonly id: Scalars['UUID']['output'];
  /** Of its stream: to be given back as `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
  /** The appeal that it is about. */
  readonly appeal: Scalars['UUID']['output'];
  /** The number of the appeal; of its receipt where it has none. */
  readonly number: Scalars['String']['output'];
  /** What it tells. */
  readonly kind: NoticeKind;
  /** By which way it leaves once it is signed. */
  readonly way: NoticeWay;
  /** To whom it is addressed. */
  readonly addressee: Addressee;
  /** Of a letter to a body, or of a forwarding: the body's name. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /**
   * By when it should leave: the earlier of the day of its own rule (registration, forwarding, grounds without an answer) and the answer's
   * last day. Null where nothing sets a day.
   */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
};

/** A notice that waits for the district's signatory is signed. */
export type SignNoticeInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** Notices that are signed with one press. */
export type SignNoticesInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** 1 to 100 items. */
  readonly items: ReadonlyArray<SignNoticeItem>;
};

/** A notice of a press. */
export type SignNoticeItem = {
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** A subscription by e-mail to what is published. */
export type SubscribeToAnswersInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per request. */
  readonly key: Scalars['UUID']['input'];
  /** An e-mail address, at most 254 characters. It is kept sealed until the subscription ends. */
  readonly email: Scalars['String']['input'];
  /** A code of the district’s directory; absent: every topic. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
  /** A code of the district’s directory; absent: every place. */
  readonly settlement?: InputMaybe<Scalars['String']['input']>;
};

/** The same answer for each address. */
export type AskedSubscription = {
  readonly __typename?: 'AskedSubscription';
  /** How long the link of the letter is valid from now on, should one be sent. */
  readonly hours: Scalars['Int']['output'];
};

/** The link of a letter to a subscriber. */
export type SubscriptionLinkInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The secret part of the link. */
  readonly link: Scalars['String']['input'];
};

/** Whether letters will be sent, and of what. */
export type ConfirmedSubscription = {
  readonly __typename?: 'ConfirmedSubscription';
  /** False for a link that is over. */
  readonly confirmed: Scalars['Boolean']['output'];
  /** The name of the topic; null where it is every one. */
  readonly topic?: Maybe<Scalars['String']['output']>;
  /** The name of the settlement; null where it is every one. */
  readonly settlement?: Maybe<Scalars['String']['output']>;
};

/** Whether it has ended. */
export type EndedSubscription = {
  readonly __typename?: 'EndedSubscription';
  /** False for a link that no letter of this district had. */
  readonly ended: Scalars['Boolean']['output'];
};

/** Why a mutation was refused. Its text for a person is in libs/contracts/texts. */
export type RefusalCode =
  /** The request is not well made: check its fields and their values. */
  | 'BAD_INPUT'
  /** Fill in this field. */
  | 'TEXT_EMPTY'
  /** Too long: at most {max} characters. */
  | 'TEXT_TOO_LONG'
  /** The text holds characters that cannot be kept. Remove them and send it again. */
  | 'TEXT_MALFORMED'
  /** The number must be from {min} to {max}. */
  | 'NUMBER_OUT_OF_RANGE'
  /** Too many values: at most {max}. */
  | 'TOO_MANY_ITEMS'
  /** The date cannot be in the future. */
  | 'DATE_IN_FUTURE'
  /** The date cannot be in the past. */
  | 'DATE_IN_PAST'
  /** The term of the answer is before the date of the letter. */
  | 'TERM_BEFORE_LETTER'
  /** This day is not of {year}. */
  | 'DATE_OF_ANOTHER_YEAR'
  /** This day is named twice. */
  | 'DATE_TWICE'
  /** This day is so already. */
  | 'DATE_CHANGES_NOTHING'
  /** Name at least one day. */
  | 'DATES_MISSING'
  /** There is no calendar of this year. */
  | 'YEAR_UNKNOWN'
  /** The platform's calendar has the transfers of this year already. */
  | 'YEAR_HAS_TRANSFERS'
  /** This looks like neither an e-mail address nor a phone number. */
  | 'CONTACT_MALFORMED'
  /** There is no such point on the map. */
  | 'POINT_MALFORMED'
  /** The district has no such settlement. */
  | 'SETTLEMENT_UNKNOWN'
  /** Consent to the processing of personal data is needed, to the district’s present text. */
  | 'CONSENT_REQUIRED'
  /** Several people signed. Name the one who represents them: every answer goes to that person. */
  | 'REPRESENTATIVE_NEEDED'
  /** This value does not fit. Check that it was copied whole and from the right place. */
  | 'VALUE_MALFORMED'
  /** The district’s file has no organisation of this code with open311. */
  | 'NO_OPEN311_BODY'
  /** An address of a public host is needed, as in https://host.example/path: by name, without a port, a user or a password. */
  | 'ADDRESS_NOT_PUBLIC'
  /** Another letter of {year} has this outgoing number already. Give the next free one. */
  | 'OUTGOING_NUMBER_TAKEN'
  /** This is no number of the post: it has 14 digits, an international one two letters, 9 digits and two letters. */
  | 'TRACK_MALFORMED'
  /** The number of the post is mistyped: its check digit does not agree with the others. Scan the label once more. */
  | 'TRACK_MISTYPED'
  /** Give the postal address of the body: its letter goes on paper. */
  | 'BODY_ADDRESS_NEEDED'
  /** The stream has a later version than the expected one. */
  | 'VERSION_CONFLICT'
  /** The state of the appeal does not allow this mutation. */
  | 'APPEAL_STATE_FORBIDS'
  /** The answer given at once has left: the decision cannot be taken back any more. */
  | 'ANSWER_HAS_LEFT'
  /** A message must be taken up before it can be registered. */
  | 'APPEAL_NOT_TAKEN_UP'
  /** The appeal has a registration number already. */
  | 'APPEAL_ALREADY_REGISTERED'
  /** The applicant withdrew the appeal. */
  | 'APPEAL_WITHDRAWN'
  /** The case is open: its texts are erased only on a stated ground. */
  | 'APPEAL_STILL_OPEN'
  /** A legal hold keeps the case: its texts are erased only on a stated ground. */
  | 'APPEAL_ON_HOLD'
  /** There is no consent that could be withdrawn. */
  | 'NO_CONSENT'
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
  /** Another consideration was refused, or granted twice already. */
  | 'REOPENING_DECIDED'
  /** No other consideration was asked for. */
  | 'NO_REOPENING_REQUESTED'
  /** The appeal has no such addition, or the addition is older than the current answer. */
  | 'SUPPLEMENT_NOT_AFTER_ANSWER'
  /** An appeal under 59-FZ gets another answer after another consideration only (art. 9, 10). */
  | 'APPEAL_NEEDS_ANOTHER_ANSWER'
  /** An appeal under 59-FZ is considered whatever it says (art. 9(1)): its registration is no spam. */
  | 'APPEAL_IS_NO_SPAM'
  /** The appeal under which the matter is considered is missing. */
  | 'ORIGINAL_NEEDED'
  /** The other appeal is of another applicant, and its text is another: a letter is struck as registered twice only where it is the same. */
  | 'ORIGINAL_IS_ANOTHER'
  /** Another appeal was struck as registered twice and is considered under this number, so it is struck for a further number only. */
  | 'OTHERS_STAND_UNDER_IT'
  /** recordRepeat: the earlier appeal is of another person, as far as is known: their appeals are joined first. */
  | 'EARLIER_OF_ANOTHER_PERSON'
  /** recordRepeat: the earlier appeal has neither its end nor a term that is over, or it came later. */
  | 'EARLIER_STILL_IN_TERM'
  /** A letter is struck as registered by mistake on the day of its registration only, by two officials; later only with the number of the letter that replaces it. */
  | 'STRIKE_DAY_OVER'
  /** An oral answer ends a question at a reception in person only, and with the applicant's consent (59-FZ art. 13(3)). */
  | 'WRITTEN_ANSWER_DUE'
  /** An oral answer is given in the course of the reception, so on its day; later it is written (59-FZ art. 13(3)). */
  | 'RECEPTION_IS_OVER'
  /** The state of the question does not allow this mutation. */
  | 'QUESTION_STATE_FORBIDS'
  /** An answer to the question is signed: it can be split, merged, forwarded or left no more. */
  | 'ANSWER_IS_SIGNED'
  /** The texts and questions changed since; only the latest split or merge of a question can be undone. */
  | 'NOTHING_TO_UNDO'
  /** The applicant complains of this department or organisation: the question never goes there (59-FZ art. 8(6)). */
  | 'COMPLAINED_OF'
  /**
   * The question is a complaint by its words and names this body. Note whom it complains of, or say by `isNoComplaint` that it does
   * not complain of it (59-FZ art. 8(6)).
   */
  | 'MAY_BE_COMPLAINED_OF'
  /** The organisation is not one of this district. */
  | 'ORGANISATION_UNKNOWN'
  /** The platform has no such district, or it is the one that forwards. */
  | 'DISTRICT_UNKNOWN'
  /** The body answered, or gave the question back, already. */
  | 'BODY_REACTED'
  /** A body still considers the question: it is taken back once every one gave it back. */
  | 'BODY_CONSIDERS'
  /** The submission gives a name, or an address of any kind: its sender can be notified (59-FZ art. 11(1)). */
  | 'APPLICANT_KNOWN'
  /** The end of the correspondence needs at least two written answers to other appeals of this person (59-FZ art. 11(5)). */
  | 'EARLIER_ANSWER_NEEDED'
  /** The address of the published answer is missing (59-FZ art. 11(5.1)). */
  | 'ADDRESS_NEEDED'
  /** The address of the published answer is on no site of the district. */
  | 'SITE_NOT_OWN'
  /** No answer of the district that all may read is at this address. */
  | 'ANSWER_NOT_PUBLISHED'
  /** The published answer at this address is to a question of another topic, or the question has no topic yet (59-FZ art. 11(5.1)). */
  | 'ANSWER_OF_ANOTHER_TOPIC'
  /** The return as a complaint needs the body complained of, to which the complaint may not be forwarded: note it first (59-FZ art. 8(7)). */
  | 'COMPLAINED_OF_NEEDED'
  /** No term of the law is running that could be extended: a message's is the district's own. */
  | 'TERM_NOT_EXTENDABLE'
  /** The term was extended already, or the notice of the extension is pending. */
  | 'EXTENDED_ALREADY'
  /** The executor asked for an extension already, and the head has not decided. */
  | 'EXTENSION_ASKED'
  /** No extension was asked for, or the head has decided. */
  | 'EXTENSION_NOT_ASKED'
  /** The term has ended: it can be extended before its end only. */
  | 'TERM_HAS_ENDED'
  /** No address of the letter is known, and none was given: it can only be handed over. */
  | 'LETTER_WITHOUT_ADDRESS'
  /** A letter of the forwarding has left: it is not taken back any more. */
  | 'FORWARDING_SENT'
  /** More days than the law or the district allows. */
  | 'EXTENSION_TOO_LONG'
  /** So few days end no later than the term that runs: its end was moved from a day off. */
  | 'EXTENSION_TOO_SHORT'
  /** No information was requested about this question. */
  | 'INFORMATION_NOT_REQUESTED'
  /** Courts, inquiries and investigations are not asked for information (59-FZ art. 10(1)2). */
  | 'BODY_CANNOT_BE_ASKED'
  /** There is no such request, or it was answered already. */
  | 'REQUEST_UNKNOWN'
  /** The question has no term of a first answer: interim answers are for messages. */
  | 'INTERIM_ANSWER_NOT_DUE'
  /** An interim answer was given already. */
  | 'INTERIM_ANSWER_GIVEN'
  /** An interim answer tells what comes next. */
  | 'NEXT_STEP_NEEDED'
  /** The day of the next step is in the past, or after the last day of the final answer. */
  | 'NEXT_STEP_OUT_OF_TERM'
  /** The inner day of the draft is in the past, after the last day of the answer while its term runs, or after the day set for the executor. */
  | 'DRAFT_DAY_OUT_OF_TERM'
  /** The answer promises measures without a day for them, or names a day without a promise. */
  | 'PROMISE_NEEDS_DAY'
  /** The promised day is over already, or is not later than the former one. */
  | 'PROMISE_TOO_EARLY'
  /** No measures are promised, or the promise was kept already. */
  | 'NO_PROMISE'
  /** The day until which the question is to be under control is over already. */
  | 'CONTROL_DAY_OVER'
  /** The official or department is no co-executor of the question. */
  | 'NOT_A_CO_EXECUTOR'
  /** The part of the answer is neither the official's own nor that of a department of his. */
  | 'NOT_YOUR_PART'
  /** The official has no role by which a part is said to be done: executor, approver, signatory or head. */
  | 'PART_NEEDS_ROLE'
  /** A part may be given only to a co-executor of the question. */
  | 'PART_OF_ANOTHER'
  /** The inner day of a part is over, or later than the term of the answer. */
  | 'PART_DAY_OUT_OF_TERM'
  /** The official is not one of this district. */
  | 'OFFICIAL_UNKNOWN'
  /** The question has no department yet. */
  | 'QUESTION_HAS_NO_DEPARTMENT'
  /** The department is not one of this district. */
  | 'DEPARTMENT_UNKNOWN'
  /** The topic is not one of this district. */
  | 'TOPIC_UNKNOWN'
  /** The edition of the common classifier that is in force has no such code. */
  | 'CLASSIFIER_CODE_UNKNOWN'
  /** It is a section, topic or theme of the common classifier: only its questions and sub-questions are set. */
  | 'CLASSIFIER_CODE_TOO_WIDE'
  /** The executor does not work in the department. */
  | 'EXECUTOR_NOT_IN_DEPARTMENT'
  /** Only the executor of the question may do this. */
  | 'NOT_THE_EXECUTOR'
  /** It is not the first assignment, or it was made more than 15 seconds ago. */
  | 'ASSIGNMENT_TOO_OLD'
  /** The executor has read the assignment or drafted the answer, or a co-executor's part is done or was replaced. */
  | 'ASSIGNMENT_UNDER_WAY'
  /** There is no draft yet. */
  | 'NO_DRAFT'
  /** Another window of the same official saved another text since. */
  | 'DRAFT_SAVED_ELSEWHERE'
  /** The text holds a field of a template, in double braces, that was not filled in. */
  | 'OPEN_FIELD'
  /** The draft must be approved first. */
  | 'DRAFT_NOT_APPROVED'
  /** A signed response cannot be changed. */
  | 'RESPONSE_SIGNED'
  /** The state of the response does not allow this mutation. */
  | 'RESPONSE_STATE_FORBIDS'
  /** The author of the draft may neither approve nor sign it. */
  | 'OWN_DRAFT'
  /** The draft was written by a department that the question has left. */
  | 'DRAFT_OF_ANOTHER_DEPARTMENT'
  /** Only the signatory of the answer may revoke the signature. */
  | 'NOT_THE_SIGNATORY'
  /** The notice was dispatched already. */
  | 'NOTICE_DISPATCHED'
  /** The notice did not come through the feedback platform: nothing is entered there. */
  | 'NOTICE_NOT_OF_POS'
  /** A message has another state in the feedback platform once that was entered: after an answer it is ANSWER_SENT. */
  | 'POS_STATE_OF_ANOTHER_NOTICE'
  /** The notice is not delivered in person or by telephone. */
  | 'NOTICE_NOT_ORAL'
  /** The notice does not go by post. */
  | 'NOTICE_NOT_POSTAL'
  /** A letter cannot have been sent before the day of its signature. */
  | 'POSTED_BEFORE_SIGNED'
  /** No letter of the notice left by post with that number, or it came back already. */
  | 'LETTER_NOT_ON_ITS_WAY'
  /** A word alone does not show it: it takes a number at the post, a receipt of a registered letter, or the envelope. */
  | 'OUTCOME_NOT_SHOWN'
  /** It cannot have happened before the letter was sent. */
  | 'OUTCOME_BEFORE_SENT'
  /** The letter has its outgoing number already: it is recorded under that one. */
  | 'LETTER_HAS_NUMBER'
  /** The sheet of the letter is not made yet, so that there is nothing to sign. */
  | 'LETTER_NOT_KEPT'
  /** The letter leaves only with an electronic signature beside it, by the district's file. */
  | 'LETTER_NOT_SIGNED'
  /** The district's settings name another official to sign notices, and the sender substitutes that one not. */
  | 'NOT_THE_NAMED_SIGNATORY'
  /** The notice does not leave any more: there is nothing to sign. */
  | 'NOTICE_CANCELLED'
  /** The notice waits for no signatory: it was opened where none is waited for, or an official signed its answer. */
  | 'NOTICE_NOT_TO_SIGN'
  /** The notice waits until whom the district's file names signs it: nothing of it is posted or called before. */
  | 'NOTICE_WAITS_FOR_SIGNATORY'
  /** The file is no electronic signature (a detached CMS). */
  | 'SIGNATURE_UNREADABLE'
  /** The signature covers other bytes than this sheet, or was changed. */
  | 'SIGNATURE_OF_OTHER_BYTES'
  /** The certificate of the signature is out of its term. */
  | 'SIGNATURE_EXPIRED'
  /** The signature does not bring the certificate of who signed. */
  | 'SIGNATURE_WITHOUT_CERTIFICATE'
  /** The certificate is of another person than the letter's signatory. */
  | 'SIGNATURE_OF_ANOTHER'
  /** The letter has as many signatures as one letter may have: five. */
  | 'TOO_MANY_SIGNATURES'
  /** A registrar corrects what was registered on the same day. */
  | 'REGISTERED_ON_ANOTHER_DAY'
  /** A body cannot have answered before the day on which it was written to. */
  | 'REACTED_BEFORE_SENT'
  /** Too few calls without an answer: another way is for one who cannot be reached. */
  | 'TOO_FEW_CALLS'
  /** The outcome of the dispatch is known. */
  | 'NOTICE_NOT_UNKNOWN'
  /** The notice does not wait for public words. */
  | 'NOTICE_NOT_HELD'
  /** No restore holds the notice back. */
  | 'NOTICE_NOT_RESTORED'
  /** The question waits for the proof that this letter left: it is sent, or recorded as one that had left. */
  | 'NOTICE_OWED'
  /** The notice is not to be placed by a person. */
  | 'NOTICE_NOT_BY_HAND'
  /** The link leads to another network or another thread than the notice is for. */
  | 'LINK_LEADS_ELSEWHERE'
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
  /** No official substitutes himself, and the substitute is an official of the district. */
  | 'SUBSTITUTE_UNKNOWN'
  /** No official appoints himself to do the duties of another. */
  | 'SUBSTITUTE_APPOINTS_HIMSELF'
  /** The days of a substitution begin today or later, end not before they begin, and last a year at most. */
  | 'SUBSTITUTION_DAYS'
  /** The official has a substitute on these days already. */
  | 'SUBSTITUTION_OVERLAPS'
  /** Only an administrator says who does the duties of an administrator. */
  | 'SUBSTITUTION_OF_ADMINISTRATOR'
  /** Such a substitution does not exist, or is over. */
  | 'SUBSTITUTION_UNKNOWN'
  /** Who approved an answer does not sign it as well in another's stead. */
  | 'OWN_APPROVAL'
  /** The author did not agree to the publication of this answer, or withdrew the consent. */
  | 'NO_CONSENT_TO_PUBLISH'
  /** The text holds what may be personal data, and is no name of an official in office. */
  | 'PERSONAL_DATA_FOUND'
  /** Who prepared a publication, or drafted its answer, cannot release it: that takes another official. */
  | 'OWN_PUBLICATION'
  /** A known issue is shown until a time in the future, within 72 hours. */
  | 'ISSUE_UNTIL'
  /** The known issue is over: nothing is joined to it or changed. */
  | 'ISSUE_ENDED'
  /** A known issue that is shown for longer needs a reason. */
  | 'ISSUE_NEEDS_REASON'
  /** Another one has this time of the reception. */
  | 'SLOT_TAKEN'
  /** The district does not offer this reception, this time or this way, or it is over. */
  | 'SLOT_NOT_OFFERED'
  /** This telephone has two bookings that are ahead already. */
  | 'TOO_MANY_BOOKINGS'
  /** The booking of a reception is past the state that this act needs. */
  | 'BOOKING_STATE_FORBIDS'
  /** It is recorded on the day of the reception, and not before. */
  | 'RECEPTION_OTHER_DAY'
  /** The appeal is not one that was entered at a reception on its day, or is that of another visit. */
  | 'APPEAL_NOT_OF_RECEPTION'
  /** The number is not that of an appeal of the district that was answered (59-FZ art. 13(6)). */
  | 'EARLIER_NOT_ANSWERED'
  /** The district's file has faults; see `districtFileDifferences`. */
  | 'DISTRICT_FILE_HAS_FAULTS'
  /** The same account of the network is connected already, in this district or in another. */
  | 'NETWORK_ACCOUNT_TAKEN'
  /** The operator has not switched the network on. */
  | 'NETWORK_SWITCHED_OFF'
  /** The district has as many webhooks as it may have. */
  | 'TOO_MANY_WEBHOOKS'
  /** The official keeps as many views of lists as one may. */
  | 'TOO_MANY_VIEWS'
  /** A view that looks for words is not shared: they may hold a person's name. */
  | 'VIEW_WORDS_SHARED'
  /** The name or the words of a view name a person, and a view outlives the erasure of that person's data. */
  | 'VIEW_WORDS_PERSONAL'
  /** What is new in a search with words, or by what letters cannot count by, is shown in its list alone. */
  | 'SEARCH_NEWS_UNCOUNTED'
  /** The found message is a case already: what becomes of it is decided there. */
  | 'FOUND_IS_A_CASE'
  /** The district has no account that is switched on in the network of the found message: an answer cannot go there. */
  | 'FOUND_WITHOUT_ACCOUNT'
  /** The import would move the series of the present year: its last number is to be confirmed. */
  | 'OLD_JOURNAL_MOVES_SERIES'
  /** An import of an old journal is taken back now: until that is done, none is taken in. */
  | 'OLD_JOURNAL_BUSY'
  /** Something was done with appeals of the import: it is not taken back. */
  | 'OLD_JOURNAL_IN_USE';

/** A version of the answer that goes to the approver. */
export type DraftResponseInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The response's id: created with the question and shown on the card. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 20,000 characters. */
  readonly text: Scalars['String']['input'];
  /** The outcome of the answer. */
  readonly outcome: Outcome;
  /** With MEASURES_PROMISED, and with no other: the last day for the measures, later than today. */
  readonly promisedUntil?: InputMaybe<Scalars['Date']['input']>;
  /** All files of this version, five at most; absent: none. They are approved and signed with the text, and go with the answer. */
  readonly files?: InputMaybe<ReadonlyArray<AnswerFileInput>>;
  /**
   * Lists of ready texts that were looked at while it was written, one of each kind: by them `followedProposals` counts. Absent: none; what
   * an earlier draft took stays counted, less what was rewritten since.
   */
  readonly readyTexts?: InputMaybe<ReadonlyArray<ReadyTextUseInput>>;
};

/** What of a list of ready texts was used: numbers alone. */
export type ReadyTextUseInput = {
  /** Which list. */
  readonly kind: ReadyText;
  /** So many texts were in it, 1 to 1,000. */
  readonly shown: Scalars['Int']['input'];
  /** The place of the one that was taken last, from 1; absent: none was. */
  readonly place?: InputMaybe<Scalars['Int']['input']>;
  /** So many percent of its words are in `text`; needed with `place`. */
  readonly kept?: InputMaybe<Scalars['Int']['input']>;
};

/** A file that goes with an answer: sent by `POST /files?response=<the response's id>`, or of an earlier draft of the same response. */
export type AnswerFileInput = {
  /** The id that the upload answered. */
  readonly id: Scalars['UUID']['input'];
  /** As the upload answered it, for twelve hours; not needed for a file of an earlier draft. */
  readonly receipt?: InputMaybe<Scalars['String']['input']>;
};

/** An internal note on a case. */
export type AddNoteInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the response. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The note, 1 to 20,000 characters; officials alone read it. */
  readonly text: Scalars['String']['input'];
};

/** An act on a response that needs nothing more. */
export type ResponseActInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the response. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** An answer goes back to the executor, with the reason. */
export type SendBackResponseInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the response. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The kind of reason, for statistics; absent: another one. */
  readonly code?: InputMaybe<SendBackReason>;
  /** The corrections asked for, 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
};

/** A signature is taken back, with the reason. */
export type RevokeResponseInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the response. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 2,000 characters; the executor reads it. */
  readonly reason: Scalars['String']['input'];
};

/** A place of a text for the public pages that may be personal data. */
export type PublicationMark = {
  readonly __typename?: 'PublicationMark';
  /** The text in which it is. */
  readonly field: PublicationField;
  /** What it may be. */
  readonly kind: PersonalDataKind;
  /** Where it begins, in UTF-16 units from 0. */
  readonly start: Scalars['Int']['output'];
  /** Where it ends: the unit behind its last one. */
  readonly end: Scalars['Int']['output'];
};

/** A text for the public pages. */
export type ProposePublicationInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the response. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Why it may be published; CONSENT without the author's consent to this answer is refused with NO_CONSENT_TO_PUBLISH. */
  readonly ground: PublicationGround;
  /** One line, 1 to 200 characters. */
  readonly title: Scalars['String']['input'];
  /** What was asked, without persons, 1 to 20,000 characters. */
  readonly matter: Scalars['String']['input'];
  /** What was answered, without persons, 1 to 20,000 characters. */
  readonly text: Scalars['String']['input'];
  /** Ids of officials in office whose names stand in the texts. */
  readonly officials?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
  /** Photos beside the text, in this order, six at most; absent: none. */
  readonly photos?: InputMaybe<ReadonlyArray<PublicationPhotoInput>>;
};

/** A photo that is proposed for the public pages. */
export type PublicationPhotoInput = {
  /** The id of the file: a photo of the author's message (BEFORE), or of the signed answer (AFTER); FILE_UNKNOWN of another one of the answer. */
  readonly file: Scalars['UUID']['input'];
  /** What it shows. */
  readonly side: PhotoSide;
  /** What is seen on it, for who does not see it: without persons, one line of 1 to 200 characters. */
  readonly alt: Scalars['String']['input'];
};

/** What was prepared is released. */
export type PublishAnswerInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the response. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /**
   * Files of the proposed photos on which the official saw no person, no number plate and no inside of a home; the others are not
   * shown. Absent: none is. FILE_UNKNOWN of one that was not proposed.
   */
  readonly photos?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
};

/** A publication is taken back, with the reason. */
export type TakeBackPublicationInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the response. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 2,000 characters; officials alone read it. */
  readonly reason: Scalars['String']['input'];
};

/** An unsent text of one official, as typed. */
export type SaveResponseDraftInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The response's id. */
  readonly id: Scalars['UUID']['input'];
  /** UUID made once per save: retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** Up to 20,000 characters; may be empty. */
  readonly text: Scalars['String']['input'];
  /** The outcome as it is chosen so far. */
  readonly outcome?: InputMaybe<Outcome>;
  /** With MEASURES_PROMISED: the last day for the measures. */
  readonly promisedUntil?: InputMaybe<Scalars['Date']['input']>;
  /** The response's version on the card beside which the text is written. */
  readonly basedOn: Scalars['Int']['input'];
  /**
   * `savedAt` of the version that this save is based on, null where none is known. If another window has saved since,
   * refused with DRAFT_SAVED_ELSEWHERE: `responseDraft` has that text. Omitted: the last save wins.
   */
  readonly lastSavedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** An unsent draft to discard. */
export type DiscardResponseDraftInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The response's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
};

/** Whether there was an unsent draft, or why it was not discarded. */
export type DiscardResponseDraftResult = DiscardedDraft | Refusal;

/** The unsent draft is discarded. */
export type DiscardedDraft = {
  readonly __typename?: 'DiscardedDraft';
  /** The id of the response whose unsent draft was discarded. */
  readonly response: Scalars['UUID']['output'];
  /** False when there was none. */
  readonly discarded: Scalars['Boolean']['output'];
};

/** The unsent text as kept, or why it was not. */
export type SaveResponseDraftResult = PersonalDraft | Refusal;

/** An official's own unsent text for a response. */
export type PersonalDraft = {
  readonly __typename?: 'PersonalDraft';
  /** The id of the response. */
  readonly response: Scalars['UUID']['output'];
  /** Null once the applicant's data was erased. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** The outcome as it was chosen so far; null before. */
  readonly outcome?: Maybe<Outcome>;
  /** With MEASURES_PROMISED: the last day for the measures. */
  readonly promisedUntil?: Maybe<Scalars['Date']['output']>;
  /** The response's version beside which it was written. */
  readonly basedOn: Scalars['Int']['output'];
  /** The response's version now. Beyond `basedOn`: it was changed meanwhile, compare with `responseVersions`. */
  readonly version: Scalars['Int']['output'];
  /** When it was saved. */
  readonly savedAt: Scalars['DateTime']['output'];
};

/** The text of a former executor. */
export type EarlierDraft = {
  readonly __typename?: 'EarlierDraft';
  /** The id of the official who wrote it. */
  readonly by: Scalars['UUID']['output'];
  /** Null for one whom the directory does not know. */
  readonly byName?: Maybe<Scalars['String']['output']>;
  /** The text of the draft. */
  readonly text: Scalars['String']['output'];
  /** The outcome; null where none was chosen. */
  readonly outcome?: Maybe<Outcome>;
  /** With MEASURES_PROMISED: the last day for the measures. */
  readonly promisedUntil?: Maybe<Scalars['Date']['output']>;
  /** When it was written. */
  readonly at: Scalars['DateTime']['output'];
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
  /** The outcome of the answer. */
  readonly outcome: Outcome;
  /** With MEASURES_PROMISED: the last day for the measures. */
  readonly promisedUntil?: Maybe<Scalars['Date']['output']>;
  /** Empty once the applicant's data was erased. */
  readonly files: ReadonlyArray<AttachedFile>;
  /** The id of the official who wrote it; null where it is not known. */
  readonly by?: Maybe<Scalars['UUID']['output']>;
  /** Null for one whom the directory does not know. */
  readonly byName?: Maybe<Scalars['String']['output']>;
  /** When it was written. */
  readonly at: Scalars['DateTime']['output'];
  /** Absent when it was not sent back. */
  readonly sentBack?: Maybe<SentBack>;
};

/** Why and by whom an answer was sent back. */
export type SentBack = {
  readonly __typename?: 'SentBack';
  /** The kind of reason. */
  readonly code: SendBackReason;
  /** Null once the applicant's data was erased. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The id of the official who sent it back; null where it is not known. */
  readonly by?: Maybe<Scalars['UUID']['output']>;
  /** That official’s name; null where it is not known. */
  readonly byName?: Maybe<Scalars['String']['output']>;
  /** When it was sent back. */
  readonly at: Scalars['DateTime']['output'];
};

/** What tried rules would have changed. */
export type RulesTrial = {
  readonly __typename?: 'RulesTrial';
  /** The first day that is counted. */
  readonly since: Scalars['Date']['output'];
  /** Appeals received since then, whose texts are kept. */
  readonly received: Scalars['Int']['output'];
  /** The newest of them that were tried. */
  readonly tried: Scalars['Int']['output'];
  /** Of these, how many would have another topic or department. */
  readonly changed: Scalars['Int']['output'];
  /** The changed ones by what they would have instead of what, most first. */
  readonly moves: ReadonlyArray<RulesTrialMove>;
};

/** Appeals that would have another topic or department in the same way. */
export type RulesTrialMove = {
  readonly __typename?: 'RulesTrialMove';
  /** How many. */
  readonly appeals: Scalars['Int']['output'];
  /** By the rules in force; null: the coordinator decides. */
  readonly before?: Maybe<RulesTrialPlace>;
  /** By the tried rules; null: the coordinator decides. */
  readonly after?: Maybe<RulesTrialPlace>;
};

/** A topic and a department that rules propose. */
export type RulesTrialPlace = {
  readonly __typename?: 'RulesTrialPlace';
  /** The topic. */
  readonly topic: Topic;
  /** The department. */
  readonly department: Department;
};

/** Codes for a question, and how often such proposals met the newest that officials chose, which they were not learned from. */
export type CodeProposals = {
  readonly __typename?: 'CodeProposals';
  /** That of the topic first, then the likeliest. */
  readonly codes: ReadonlyArray<CodeProposal>;
  /** By so many of the newest codes that officials chose it was judged; 0: nothing was learned. */
  readonly judged: Scalars['Int']['output'];
  /** In so many of these the first proposal was chosen. */
  readonly first: Scalars['Int']['output'];
  /** In so many of these one of three was. */
  readonly amongThree: Scalars['Int']['output'];
};

/** A code that is proposed. */
export type CodeProposal = {
  readonly __typename?: 'CodeProposal';
  /** The code, by the edition in force. */
  readonly item: ClassifierItem;
  /** The district's settings name it for the question's topic. */
  readonly isOfTopic: Scalars['Boolean']['output'];
  /** Words of the question that spoke for it, at most three; none where the settings alone do. */
  readonly words: ReadonlyArray<Scalars['String']['output']>;
};

/** How often officials chose what was proposed. */
export type FollowedProposals = {
  readonly __typename?: 'FollowedProposals';
  /** The first day that is counted. */
  readonly since: Scalars['Date']['output'];
  /** Of each kind. */
  readonly kinds: ReadonlyArray<FollowedProposal>;
};

/** Of one kind of proposals: what officials chose where something was proposed. */
export type FollowedProposal = {
  readonly __typename?: 'FollowedProposal';
  /** What is proposed. */
  readonly kind: ProposalKind;
  /** So many decisions of officials, before which something was proposed. */
  readonly decided: Scalars['Int']['output'];
  /** In so many of these the first proposal was chosen. */
  readonly first: Scalars['Int']['output'];
  /** In so many of these one of three was. */
  readonly amongThree: Scalars['Int']['output'];
  /** In so many of these any was. */
  readonly taken: Scalars['Int']['output'];
  /** How many percent of the words of what was taken were in the signed answers, on average; null where no text was. */
  readonly kept?: Maybe<Scalars['Int']['output']>;
};

/** What is proposed. */
export type ProposalKind =
  /** The topic of a question that the rules leave to the coordinator. */
  | 'TOPIC'
  /** The department of such a question. */
  | 'DEPARTMENT'
  /** The code of the common classifier, where an official chose one himself. */
  | 'CODE'
  /** An earlier answer to a like text, whose words are put into the answer. */
  | 'SIMILAR_ANSWER'
  /** A template of answers. */
  | 'TEMPLATE';

/** What was learned from the decisions of officials, and how often it met the newest of them, which it was not learned from. */
export type LearnedRoutes = {
  readonly __typename?: 'LearnedRoutes';
  /** Likeliest first, at most three. None where they met too few of the newest decisions, so that the rules alone speak. */
  readonly routes: ReadonlyArray<LearnedRoute>;
  /** By so many of the newest decisions it was judged. */
  readonly judged: Scalars['Int']['output'];
  /** In so many of these the first proposal was the topic that an official chose. */
  readonly first: Scalars['Int']['output'];
  /** In so many of these one of three was. */
  readonly amongThree: Scalars['Int']['output'];
};

/** A topic that officials chose for like texts. */
export type LearnedRoute = {
  readonly __typename?: 'LearnedRoute';
  /** What is proposed. */
  readonly topic: Topic;
  /** To which questions of this topic went last; null where the district has it no longer. */
  readonly department?: Maybe<Department>;
  /** Words of the question that spoke for it, at most three. */
  readonly words: ReadonlyArray<Scalars['String']['output']>;
};

/** A text for which topic, department and deadline are proposed; nothing is recorded. */
export type RouteProposalInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** 1 to 20,000 characters. */
  readonly text: Scalars['String']['input'];
  /** How the appeal was received. */
  readonly channel: Channel;
  /** The term of the answer belongs to the regime. */
  readonly regime: Regime;
  /** Settlement code of the district's directory. */
  readonly settlement?: InputMaybe<Scalars['String']['input']>;
  /** The topic that the sender chose: a code of the district's directory. */
  readonly topic?: InputMaybe<Scalars['String']['input']>;
};

/** What the district’s rules make of a text. */
export type RouteProposal = {
  readonly __typename?: 'RouteProposal';
  /** Null when no rule fits: the coordinator decides. */
  readonly topic?: Maybe<Topic>;
  /** The department that the rules propose; null where none fits. */
  readonly department?: Maybe<Department>;
  /** The rule that proposes it; null without a proposal. */
  readonly reason?: Maybe<RoutingReason>;
  /** Null when the district's policy has no term for the regime. */
  readonly deadline?: Maybe<Deadline>;
};

/** What was answered at a reception in person. */
export type RecordReceptionAnswerInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What was said, 1 to 20,000 characters. */
  readonly text: Scalars['String']['input'];
  /** The outcome of the answer. */
  readonly outcome: Outcome;
  /** With MEASURES_PROMISED: the last day for the measures, later than today. */
  readonly promisedUntil?: InputMaybe<Scalars['Date']['input']>;
  /** The applicant agreed to the oral answer; without the consent it is refused. */
  readonly consented: Scalars['Boolean']['input'];
  /** The facts are plain and need no further check (59-FZ art. 13(3)); without it the answer is refused with WRITTEN_ANSWER_DUE. Taken on the day of the reception alone. */
  readonly factsPlain?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The topic and department of a question. */
export type RouteQuestionInput = {
  /** The code of the district, as in the address of its pages. */
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

/** The right topic of a question. */
export type CorrectTopicInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Code of the district's topic. */
  readonly topic: Scalars['String']['input'];
  /** Why, 1 to 2,000 characters; officials read it. */
  readonly reason: Scalars['String']['input'];
};

/** Who works on a question with its executor. */
export type CoExecutorsInput = {
  /** Ids of officials of the district, 20 at most. */
  readonly officials: ReadonlyArray<Scalars['UUID']['input']>;
  /** Codes of departments, 20 at most. */
  readonly departments: ReadonlyArray<Scalars['String']['input']>;
  /** Parts that are given with it, 40 at most; those of the others stay while they are co-executors. */
  readonly parts?: InputMaybe<ReadonlyArray<CoExecutorPartInput>>;
};

/** The executor of a question. */
export type AssignExecutorInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the question. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The official's id. */
  readonly executor: Scalars['UUID']['input'];
  /** The text of the resolution, 1 to 2,000 characters; personal. Absent: the executor is only named. */
  readonly resolution?: InputMaybe<Scalars['String']['input']>;
  /** Whose resolution it is: a head of the question's department, or of the district; absent: the caller's. Another's is recorded by the coordinator alone. */
  readonly resolutionBy?: InputMaybe<Scalars['UUID']['input']>;
  /** The inner day by which a draft is to be there: today or later, within the term of the answer while that runs. */
  readonly draftBy?: InputMaybe<Scalars['Date']['input']>;
  /** Who works with the executor, in place of the former; absent: they stay. */
  readonly coExecutors?: InputMaybe<CoExecutorsInput>;
};

/** An act on a question with its reason. */
export type QuestionReasonInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the question. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The reason, 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
};

/** An act on a question. */
export type QuestionActInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** A question and its parts. */
export type SplitQuestionInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 2 to 20 texts, each of 1 to 20,000 characters; the first stays with the question. */
  readonly parts: ReadonlyArray<Scalars['String']['input']>;
};

/** Two questions of one appeal that become one. */
export type MergeQuestionsInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question that stays. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The question that closes. */
  readonly from: Scalars['UUID']['input'];
  /** The version of `from` that the official saw. */
  readonly fromVersion: Scalars['Int']['input'];
};

/** Whom a question complains of. */
export type NoteComplainedOfInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Codes of the district's departments and organisations, 20 at most; none: of no department and no organisation. */
  readonly of: ReadonlyArray<Scalars['String']['input']>;
};

/** Where a question goes. */
export type ForwardQuestionInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 10 bodies. */
  readonly to: ReadonlyArray<BodyInput>;
  /** Why it is theirs, up to 2,000 characters; another district of the platform reads it. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** It stays under control until its end there is known. */
  readonly keepControl?: InputMaybe<Scalars['Boolean']['input']>;
  /** The date by which the bodies are asked to report the outcome; not before today. Implies `keepControl`. */
  readonly awaitedOn?: InputMaybe<Scalars['Date']['input']>;
  /** The official has read the complaint that names a body of `to`, and it does not complain of it; see MAY_BE_COMPLAINED_OF. */
  readonly isNoComplaint?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * It reports possible breaches of the migration law: five days from the registration instead of seven (59-FZ art.
   * 8(3.1)). The bodies are the territorial body of the interior and the head of the region.
   */
  readonly isMigration?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A body's reaction as an official records it. */
export type RecordBodyReactionInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Id of the covering letter. */
  readonly letter: Scalars['UUID']['input'];
  /** What the body did with the question. */
  readonly reaction: BodyReaction;
  /** With ACCEPTED: the number of its registration, up to 50 characters. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** The day of the registration, of the answer or of the return; not before that of the letter, nor in the future. */
  readonly reactedOn: Scalars['Date']['input'];
  /** What it answered, or why it is not its matter: needed with REFUSED, up to 20,000 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** LETTER by default; OPEN311: an official confirms what the body's server reported. The server itself reports the rest. */
  readonly source?: InputMaybe<ReactionSource>;
};

/** One covering letter of a question. */
export type BodyLetterActInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Id of the covering letter, or of the request. */
  readonly letter: Scalars['UUID']['input'];
};

/** What a body was asked for, as the body records it. */
export type InformAsBodyInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The secret part of the link. */
  readonly link: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** 1 to 20,000 characters. */
  readonly text: Scalars['String']['input'];
  /** Of its letter, up to 100 characters. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
};

/** A body's reaction as the body records it. */
export type ReactAsBodyInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The secret part of the link. */
  readonly link: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** What the body did with the question. */
  readonly reaction: BodyReaction;
  /** With ACCEPTED: the number of its registration, up to 50 characters. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** The day of the registration, of the answer or of the return; not before that of the letter, nor in the future. */
  readonly reactedOn: Scalars['Date']['input'];
  /** What it answered, or why it is not its matter: needed with REFUSED, up to 20,000 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** The body's reaction is recorded. */
export type BodyReactionRecorded = {
  readonly __typename?: 'BodyReactionRecorded';
  /** Passed on as `consistentWith`, it makes `bodyLetter` show the reaction. */
  readonly consistencyToken: Scalars['String']['output'];
};

/** The reaction is recorded, or refused. */
export type ReactAsBodyResult = BodyReactionRecorded | Refusal;

/**
 * A body that is competent: an organisation of the directory, another district of the platform, or another one by its
 * name. A district opens its own case, with the texts, once the applicant is notified, and reports its number and its end.
 */
export type BodyInput = {
  /** Code of the district's organisation. */
  readonly organisation?: InputMaybe<Scalars['String']['input']>;
  /** Code of another district of the platform (`districts`). */
  readonly district?: InputMaybe<Scalars['String']['input']>;
  /** Of a body that the directory does not have, up to 200 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** The kind of such a body; needed where information is requested of it. The directory has the kind of its own organisations. */
  readonly kind?: InputMaybe<OrganisationKind>;
  /**
   * Its postal address, up to 500 characters; absent: as the directory has it. Without one, and without an e-mail or a server of its own in
   * the directory, no letter is made: BODY_ADDRESS_NEEDED.
   */
  readonly address?: InputMaybe<Scalars['String']['input']>;
};

/** Why a question has no answer on its merits. */
export type LeaveUnansweredInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The ground of the law for leaving it unanswered. */
  readonly ground: UnansweredGround;
  /** With REPEAT: ids of questions of this person's other appeals that were answered before, 2 to 20. */
  readonly earlier?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
  /** With PUBLISHED: the address of the published answer, on a site of the district. */
  readonly address?: InputMaybe<Scalars['String']['input']>;
  /** The head's reason, up to 2,000 characters; shown to officials only. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** By how much a term is extended, and why. */
export type ExtendDeadlineInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 30 days, or to what the district allows, from the end of the term. */
  readonly days: Scalars['Int']['input'];
  /** The ground of the law for the extension. */
  readonly ground: ExtensionGround;
  /** The applicant reads it. 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
};

/** What extension the executor asks for, and why. */
export type AskForExtensionInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 30 days, or to what the district allows, from the end of the term. */
  readonly days: Scalars['Int']['input'];
  /** The ground of the law for the extension. */
  readonly ground: ExtensionGround;
  /** Officials read it. 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
};

/** What another body is asked for. */
export type RequestInformationInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The body that is asked. */
  readonly of: BodyInput;
  /** What is asked, 1 to 2,000 characters. */
  readonly asked: Scalars['String']['input'];
  /** Absent: INFORMATION. With DRAFT its page shows the question's text. */
  readonly purpose?: InputMaybe<RequestPurpose>;
  /** With DRAFT: the day by which it is asked for, not before today; absent: 15 days. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

/** What another body answered. */
export type RecordInformationInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Of the card's requests. */
  readonly request: Scalars['UUID']['input'];
  /** What it says, up to 20,000 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Of its letter, up to 100 characters. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /** Today where it is absent. */
  readonly receivedOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What is known so far. */
export type GiveInterimAnswerInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What is known so far, 1 to 20,000 characters. */
  readonly text: Scalars['String']['input'];
  /** The next step, 1 to 500 characters; sent with its date below the text. Without it the answer is refused with NEXT_STEP_NEEDED. */
  readonly nextStep?: InputMaybe<Scalars['String']['input']>;
  /** The date of the next step: today or later, within the term of the final answer that begins when this one is sent. Without it the answer is refused with NEXT_STEP_NEEDED. */
  readonly nextStepOn?: InputMaybe<Scalars['Date']['input']>;
};

/** Topics and departments of many questions. */
export type RouteQuestionsInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The items, each with its own idempotency key and expected version. */
  readonly items: ReadonlyArray<RouteQuestionItem>;
};

/** One question of many that are routed. */
export type RouteQuestionItem = {
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** UUID made once per act: retries carry the same, alone or among others. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Code of the district’s topic. */
  readonly topic: Scalars['String']['input'];
  /** Code of the district’s department. */
  readonly department: Scalars['String']['input'];
  /** 1 to 2,000 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** To whom an executor passes his assignment on. */
export type PassOnAssignmentInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the question. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The official's id: an executor of the question's department. */
  readonly executor: Scalars['UUID']['input'];
  /** What is said to him, 1 to 2,000 characters; personal. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /**
   * The inner day of the draft, today or later, within the term of the answer while that runs, and no later than the day that was set;
   * absent: as it was.
   */
  readonly draftBy?: InputMaybe<Scalars['Date']['input']>;
};

/** An act on many questions. */
export type QuestionActsInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The items, each with its own idempotency key and expected version. */
  readonly items: ReadonlyArray<QuestionActItem>;
};

/** One question of many of an act. */
export type QuestionActItem = {
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** UUID made once per act: retries carry the same, alone or among others. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** Executors of many questions. */
export type AssignExecutorsInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The items, each with its own idempotency key and expected version. */
  readonly items: ReadonlyArray<AssignExecutorItem>;
};

/** One question of many that get an executor. */
export type AssignExecutorItem = {
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** UUID made once per act: retries carry the same, alone or among others. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The official's id. */
  readonly executor: Scalars['UUID']['input'];
  /** The text of the resolution, 1 to 2,000 characters; personal. Absent: the executor is only named. */
  readonly resolution?: InputMaybe<Scalars['String']['input']>;
  /** Whose resolution it is: a head of the question's department, or of the district; absent: the caller's. Another's is recorded by the coordinator alone. */
  readonly resolutionBy?: InputMaybe<Scalars['UUID']['input']>;
  /** The inner day by which a draft is to be there: today or later, within the term of the answer while that runs. */
  readonly draftBy?: InputMaybe<Scalars['Date']['input']>;
};

/** Under which code a question is counted. */
export type ClassifyQuestionInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** `NNNN.NNNN.NNNN.NNNN`, sometimes with a fifth part; full writing, with parts of zeros at its end, is taken as the short one. */
  readonly classifier: Scalars['String']['input'];
};

/** A co-executor of a question. */
export type AssignCoExecutorsInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Ids of officials, 20 at most. */
  readonly officials: ReadonlyArray<Scalars['UUID']['input']>;
  /** Codes of departments, 20 at most. */
  readonly departments: ReadonlyArray<Scalars['String']['input']>;
  /** Parts that are given with it, 40 at most; those of the others stay while they are co-executors. */
  readonly parts?: InputMaybe<ReadonlyArray<CoExecutorPartInput>>;
};

/**
 * What one co-executor prepares, in place of what he had to prepare before; without a text he has no part any more. Given again,
 * it is to be done again.
 */
export type CoExecutorPartInput = {
  /** The id of an official who is a co-executor, and an executor, approver, signatory or head; either this or `department`. */
  readonly official?: InputMaybe<Scalars['UUID']['input']>;
  /** The code of a department that is a co-executor. */
  readonly department?: InputMaybe<Scalars['String']['input']>;
  /** What exactly is prepared, 1 to 500 characters; personal. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** The inner day: today or later, within the term of the answer while that runs. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

/** A co-executor's word that his part is done. */
export type FinishPartInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The id of the official whose part it is, his own or that of one in whose stead he acts; either this or `department`. */
  readonly official?: InputMaybe<Scalars['UUID']['input']>;
  /** The code of the department whose part it is. */
  readonly department?: InputMaybe<Scalars['String']['input']>;
  /** What is done, for the executor, up to 2,000 characters; personal. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** A co-executor's part of an answer. */
export type AddContributionInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 20,000 characters. */
  readonly text: Scalars['String']['input'];
};

/** A promise that was kept. */
export type ConfirmPromiseInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What was done, for the applicant; 1 to 2,000 characters. */
  readonly text: Scalars['String']['input'];
  /**
   * A photo of it: the id that `POST /files` gave. The applicant and the readers of the card open it; the file of another appeal
   * is not shown.
   */
  readonly photo?: InputMaybe<Scalars['UUID']['input']>;
};

/** A promise that needs more time. */
export type ExtendPromiseInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Later than today, and than the day that was promised. */
  readonly until: Scalars['Date']['input'];
  /** 1 to 2,000 characters. */
  readonly reason: Scalars['String']['input'];
};

/** Until when a question is under control. */
export type PutUnderControlInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The question's id. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** Today or later. */
  readonly until: Scalars['Date']['input'];
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
  /** The code, as in the address of its pages. */
  readonly code: Scalars['String']['output'];
  /** The name of the district. */
  readonly name: Scalars['String']['output'];
  /** IANA zone; its dates are counted in it. */
  readonly zone: Scalars['String']['output'];
  /** Residents, as the district states it. */
  readonly population: Scalars['Int']['output'];
};

/** The calling official. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** The official’s id. */
  readonly id: Scalars['UUID']['output'];
  /** The login at sign-in. */
  readonly login: Scalars['String']['output'];
  /** Full name. */
  readonly name: Scalars['String']['output'];
  /** The roles, by district. */
  readonly roles: ReadonlyArray<ViewerRole>;
};

/** A role of the calling official in one district. */
export type ViewerRole = {
  readonly __typename?: 'ViewerRole';
  /** The district. */
  readonly district: District;
  /** The role. */
  readonly role: Role;
  /** Null: the role holds in the whole district. */
  readonly department?: Maybe<Department>;
  /** The absent official whose role it is, and whose duties the viewer does these days. */
  readonly onBehalfOf?: Maybe<Official>;
  /** Names of the root fields that the role may use, in alphabetical order. */
  readonly operations: ReadonlyArray<Scalars['String']['output']>;
};

/** A list that an official works on, and how many are in it. */
export type Worklist = {
  readonly __typename?: 'Worklist';
  /** Which worklist. */
  readonly code: WorklistCode;
  /** What it lists, and so which query reads it: `appeals`, `questions`, or by its code `oralNotices`, `paperNotices` or `posNotices`. */
  readonly of: WorklistOf;
  /** Up to 10,000; see `totalIsExact`. */
  readonly total: Scalars['Int']['output'];
  /** False: there are more than `total`. */
  readonly totalIsExact: Scalars['Boolean']['output'];
  /** The order in which it is worked on. */
  readonly order: AppealOrder;
};

/** Answers that were published, with what they are about. */
export type PublishedAnswerList = {
  readonly __typename?: 'PublishedAnswerList';
  /** How many there are. */
  readonly total: Scalars['Int']['output'];
  /** How many readers they helped. */
  readonly helped: Scalars['Int']['output'];
  /** How many readers they did not help. */
  readonly notHelped: Scalars['Int']['output'];
  /** 20 at most. */
  readonly answers: ReadonlyArray<PublishedAnswer>;
  /** Their topics, the commonest first. */
  readonly topics: ReadonlyArray<PublishedCount>;
  /** Their settlements, the commonest first. */
  readonly settlements: ReadonlyArray<PublishedCount>;
};

/** How many published answers there are of something. */
export type PublishedCount = {
  readonly __typename?: 'PublishedCount';
  /** The code of the topic or the settlement. */
  readonly code: Scalars['String']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** How many answers. */
  readonly count: Scalars['Int']['output'];
};

/** How many questions of appeals and messages were answered, and how many of them on the day on which they came. */
export type SameDayAnswers = {
  readonly __typename?: 'SameDayAnswers';
  /** The first of the 30 days on which the answers were sent, by the calendar of the district. */
  readonly from: Scalars['Date']['output'];
  /** The last of them: yesterday, since today is not over. */
  readonly to: Scalars['Date']['output'];
  /** Questions answered on these days. */
  readonly answered: Scalars['Int']['output'];
  /** Of these on the day on which the appeal came. */
  readonly sameDay: Scalars['Int']['output'];
  /** The five months that ended last, the earliest first. */
  readonly months: ReadonlyArray<SameDayMonth>;
};

/** The answers of one month. */
export type SameDayMonth = {
  readonly __typename?: 'SameDayMonth';
  /** `2026-11`. */
  readonly month: Scalars['String']['output'];
  /** Questions answered in it. */
  readonly answered: Scalars['Int']['output'];
  /** Of these on the day on which the appeal came. */
  readonly sameDay: Scalars['Int']['output'];
};

/** What is at the permanent address of an answer. */
export type PublishedAnswerPage = {
  readonly __typename?: 'PublishedAnswerPage';
  /** It was taken back. */
  readonly takenBack: Scalars['Boolean']['output'];
  /** Null once it was taken back. */
  readonly answer?: Maybe<PublishedAnswer>;
};

/** An answer as all may read it: without day, number, name or point. */
export type PublishedAnswer = {
  readonly __typename?: 'PublishedAnswer';
  /** The id of the publication, which is its permanent address. */
  readonly id: Scalars['UUID']['output'];
  /** One line. */
  readonly title: Scalars['String']['output'];
  /** What was asked. */
  readonly matter: Scalars['String']['output'];
  /** What was answered. */
  readonly text: Scalars['String']['output'];
  /** The name of the topic; null where it has none. */
  readonly topic?: Maybe<Scalars['String']['output']>;
  /** The code of the topic, as in the address of its page. */
  readonly topicCode?: Maybe<Scalars['String']['output']>;
  /** The name of the settlement; null where none is known. */
  readonly settlement?: Maybe<Scalars['String']['output']>;
  /** The code of the settlement, as in the address of its page. */
  readonly settlementCode?: Maybe<Scalars['String']['output']>;
  /** The month of the answer: `2026-11`. */
  readonly month: Scalars['String']['output'];
  /** The outcome of the answer. */
  readonly result: Outcome;
  /** How many readers it helped (`markAnswer`). */
  readonly helped: Scalars['Int']['output'];
  /** How many readers it did not help. */
  readonly notHelped: Scalars['Int']['output'];
  /** Photos of before and after that an official released, in their order; most answers have none. */
  readonly photos: ReadonlyArray<PublishedPhoto>;
};

/** A photo of a published answer. */
export type PublishedPhoto = {
  readonly __typename?: 'PublishedPhoto';
  /**
   * Its permanent address on this server, which answers 404 once the answer is taken back: an image of 1200 × 900 pixels, transparent
   * where the photo has another shape, without what its camera wrote into it.
   */
  readonly url: Scalars['String']['output'];
  /** What it shows. */
  readonly side: PhotoSide;
  /** What is seen on it, for who does not see it. */
  readonly alt: Scalars['String']['output'];
};

/** A published answer after which one sent nothing. */
export type EnoughAnswer = {
  readonly __typename?: 'EnoughAnswer';
  /** The id of the publication. */
  readonly id: Scalars['UUID']['output'];
  /** Its title; null where it was taken back since. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** How often in the last 30 days. */
  readonly count: Scalars['Int']['output'];
  /** The days of the district's zone on which it was enough, the latest first. */
  readonly days: ReadonlyArray<EnoughDay>;
};

/** How often an answer was enough on a day. */
export type EnoughDay = {
  readonly __typename?: 'EnoughDay';
  /** The day. */
  readonly on: Scalars['Date']['output'];
  /** How often. */
  readonly count: Scalars['Int']['output'];
};

/** A published answer that is enough. */
export type AnswerWasEnoughInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per form, of which nothing else is known. */
  readonly key: Scalars['UUID']['input'];
  /** The id of the published answer. */
  readonly answer: Scalars['UUID']['input'];
};

/** Public information of a district, from the district's file. */
export type PublicDistrict = {
  readonly __typename?: 'PublicDistrict';
  /** The code, as in the address of its pages. */
  readonly code: Scalars['String']['output'];
  /** The name of the district. */
  readonly name: Scalars['String']['output'];
  /** The name in the Sakha language; null where the district gives none. */
  readonly nameSah?: Maybe<Scalars['String']['output']>;
  /** IANA zone; its dates are counted in it. */
  readonly zone: Scalars['String']['output'];
  /** Residents, as the district states it. */
  readonly population: Scalars['Int']['output'];
  /** The postal address of the administration. */
  readonly address: Scalars['String']['output'];
  /** Hours of personal reception. */
  readonly hours: Scalars['String']['output'];
  /** Phones that residents may call. */
  readonly phones: ReadonlyArray<PublicPhone>;
  /** The e-mail address for residents; null without one. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Where residents write to the district through the feedback platform; null where it names none. */
  readonly pos?: Maybe<Scalars['String']['output']>;
  /** Of the emblem and the stripe over the head; at least 3:1 to the page. */
  readonly color: DistrictColor;
  /** Path data (the attribute `d`) of a one-colour emblem in a box of 44 × 52. */
  readonly emblem?: Maybe<Scalars['String']['output']>;
  /** The settlements that a place may name. */
  readonly settlements: ReadonlyArray<Settlement>;
  /** The topics that a resident may choose. */
  readonly topics: ReadonlyArray<PublicTopic>;
  /** The consent to the processing of personal data. */
  readonly consent: Consent;
};

/** A phone of the district that its pages show. */
export type PublicPhone = {
  readonly __typename?: 'PublicPhone';
  /** Whose phone it is. */
  readonly name: Scalars['String']['output'];
  /** The number, as people write it. */
  readonly phone: Scalars['String']['output'];
};

/** Colours `#rrggbb`, for light and dark pages. */
export type DistrictColor = {
  readonly __typename?: 'DistrictColor';
  /** For a light background, `#rrggbb`. */
  readonly light: Scalars['String']['output'];
  /** For a dark background, `#rrggbb`. */
  readonly dark: Scalars['String']['output'];
};

/** A topic that a resident may choose, with what the form asks about it. */
export type PublicTopic = DirectoryEntry & {
  readonly __typename?: 'PublicTopic';
  /** The code, for `topic` of an input. */
  readonly code: Scalars['String']['output'];
  /** The name of the topic. */
  readonly name: Scalars['String']['output'];
  /** The name in the Sakha language; null where the district gives none. */
  readonly nameSah?: Maybe<Scalars['String']['output']>;
  /** What the district asks of this topic. */
  readonly questions: ReadonlyArray<TopicQuestion>;
};

/** What the form asks about one topic. */
export type TopicQuestion = {
  readonly __typename?: 'TopicQuestion';
  /** The code, for `question` of an answer. */
  readonly code: Scalars['String']['output'];
  /** The question. */
  readonly text: Scalars['String']['output'];
  /** The text in the Sakha language; null where the district gives none. */
  readonly textSah?: Maybe<Scalars['String']['output']>;
  /** One of them is chosen; empty: a line is typed. */
  readonly options: ReadonlyArray<Scalars['String']['output']>;
};

/** Text of the consent to the processing of personal data (152-FZ). */
export type Consent = {
  readonly __typename?: 'Consent';
  /** The day of this text: goes with the submission. */
  readonly version: Scalars['Date']['output'];
  /** The text that the person agrees to. */
  readonly text: Scalars['String']['output'];
  /** The text in the Sakha language; null where the district gives none. */
  readonly textSah?: Maybe<Scalars['String']['output']>;
};

/** A department of the administration. */
export type Department = DirectoryEntry & {
  readonly __typename?: 'Department';
  /** The code in the district’s directory. */
  readonly code: Scalars['String']['output'];
  /** The name of the department. */
  readonly name: Scalars['String']['output'];
};

/** An organisation of the district’s directory. */
export type Organisation = DirectoryEntry & {
  readonly __typename?: 'Organisation';
  /** The code in the district’s directory. */
  readonly code: Scalars['String']['output'];
  /** The name of the organisation. */
  readonly name: Scalars['String']['output'];
  /** What kind of body it is. */
  readonly kind: OrganisationKind;
  /** Its postal address, as the district’s file has it. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** By which a letter goes to it: `EMAIL` where the district’s file has its address, else `PAPER`. */
  readonly letterWay: NoticeWay;
  /** Questions are forwarded to its server by Open311; a request for information goes by `letterWay`. */
  readonly hasOpen311: Scalars['Boolean']['output'];
};

/** What questions are about, with the department that deals with it. */
export type Topic = DirectoryEntry & {
  readonly __typename?: 'Topic';
  /** The code in the district’s directory. */
  readonly code: Scalars['String']['output'];
  /** The name of the topic. */
  readonly name: Scalars['String']['output'];
  /** The department that gets its questions by default; null without one. */
  readonly department?: Maybe<Department>;
};

/** A settlement of the district. */
export type Settlement = DirectoryEntry & {
  readonly __typename?: 'Settlement';
  /** The code in the district’s directory. */
  readonly code: Scalars['String']['output'];
  /** The name of the settlement. */
  readonly name: Scalars['String']['output'];
  /** The name in the Sakha language; null where the district gives none. */
  readonly nameSah?: Maybe<Scalars['String']['output']>;
  /** Its middle, for the map; null where the district gives none. */
  readonly point?: Maybe<Point>;
};

/** An official of the district’s directory. */
export type Official = {
  readonly __typename?: 'Official';
  /** The official’s id. */
  readonly id: Scalars['UUID']['output'];
  /** Full name. */
  readonly name: Scalars['String']['output'];
  /** The roles in the district. */
  readonly roles: ReadonlyArray<Role>;
  /** The department; null for the whole district. */
  readonly department?: Maybe<Department>;
};

/** What open questions have of the settings of a district. */
export type SettingsInWork = {
  readonly __typename?: 'SettingsInWork';
  /** Departments that have open questions. */
  readonly departments: ReadonlyArray<SettingInWork>;
  /** Topics of open questions. */
  readonly topics: ReadonlyArray<SettingInWork>;
  /** Settlements of open questions. */
  readonly settlements: ReadonlyArray<SettingInWork>;
  /** Opaque; `inWork` of `applyDistrictFile` for two minutes, of `districtFileDifferences` for ten. */
  readonly pass: Scalars['String']['output'];
};

/** A setting of the district that open questions have. */
export type SettingInWork = {
  readonly __typename?: 'SettingInWork';
  /** Its code in the district's file. */
  readonly code: Scalars['String']['output'];
  /** How many. */
  readonly open: Scalars['Int']['output'];
};

/** Questions by their settlements. */
export type QuestionPlaces = {
  readonly __typename?: 'QuestionPlaces';
  /** All of them, also those without a settlement. */
  readonly questions: Scalars['Int']['output'];
  /** Of no known settlement. */
  readonly withoutPlace: Scalars['Int']['output'];
  /** Every settlement of the district's directory, and former ones that questions still name; the fullest first. */
  readonly settlements: ReadonlyArray<SettlementQuestions>;
};

/** The questions of a settlement. */
export type SettlementQuestions = {
  readonly __typename?: 'SettlementQuestions';
  /** The settlement. */
  readonly settlement: Settlement;
  /** How many. */
  readonly questions: Scalars['Int']['output'];
  /** How many of them are overdue now. */
  readonly overdue: Scalars['Int']['output'];
};

/** What forms and filters of officials choose from. */
export type Directory = {
  readonly __typename?: 'Directory';
  /** The district. */
  readonly district: District;
  /** The departments. */
  readonly departments: ReadonlyArray<Department>;
  /** Other bodies to which questions are forwarded. */
  readonly organisations: ReadonlyArray<Organisation>;
  /** The topics. */
  readonly topics: ReadonlyArray<Topic>;
  /** The settlements. */
  readonly settlements: ReadonlyArray<Settlement>;
  /** The officials who work now. */
  readonly officials: ReadonlyArray<Official>;
  /** Who is absent today, and the substitute. */
  readonly away: ReadonlyArray<OfficialAway>;
};

/** An official who is away today. */
export type OfficialAway = {
  readonly __typename?: 'OfficialAway';
  /** The official who is absent. */
  readonly official: Official;
  /** The last day. */
  readonly until: Scalars['Date']['output'];
  /** The substitute, or else a holder of the same roles; null where none was named. */
  readonly standIn?: Maybe<Official>;
};

/**
 * Within a field any of the values, between fields all of them. What is asked of questions (their states, departments, topics,
 * executor, deadline, response) is met by one and the same question.
 */
export type AppealFilter = {
  /** Only appeals in one of these states. */
  readonly states?: InputMaybe<ReadonlyArray<AppealState>>;
  /** Only with a question in one of these states. */
  readonly questionStates?: InputMaybe<ReadonlyArray<QuestionState>>;
  /** Only with a response in one of these states. */
  readonly responseStates?: InputMaybe<ReadonlyArray<ResponseState>>;
  /** Only under one of these regimes of the law. */
  readonly regimes?: InputMaybe<ReadonlyArray<Regime>>;
  /** Only with a question of one of these departments, by code. */
  readonly departments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only with a question of one of these topics, by code. */
  readonly topics?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only with a question of this executor: the official’s id. */
  readonly executor?: InputMaybe<Scalars['UUID']['input']>;
  /** The rows of a worklist of the viewer's; FORBIDDEN for one that the viewer's roles may not open. */
  readonly worklist?: InputMaybe<WorklistCode>;
  /** Registration number or receipt, in any spelling. */
  readonly number?: InputMaybe<Scalars['String']['input']>;
  /**
   * Words in any form, as in `search`: the 10,000 best appeals, looked up when the list, or its subscription, is asked for. For
   * lists, not for `search` and `answerTimes`, which have their `query`.
   */
  readonly words?: InputMaybe<Scalars['String']['input']>;
  /** Only received by one of these channels. */
  readonly channels?: InputMaybe<ReadonlyArray<Channel>>;
  /** Networks of the messages. */
  readonly networks?: InputMaybe<ReadonlyArray<Network>>;
  /** Messages under one post, or in one dialogue: `AppealRow.source.thread`. */
  readonly threads?: InputMaybe<ReadonlyArray<Scalars['UUID']['input']>>;
  /** Codes of settlements. */
  readonly settlements?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** True: open questions without an executor. False: the others. */
  readonly unassigned?: InputMaybe<Scalars['Boolean']['input']>;
  /** Questions by the state of the extension of their term. */
  readonly extensions?: InputMaybe<ReadonlyArray<ExtensionState>>;
  /** Questions whose `dueOn` is of one of these rules: ANS, FWD … */
  readonly dueRules?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Questions late by one of these rules: it was done after its term, or is not done and the term has ended. */
  readonly lateRules?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Questions that wait for information of another body, due on or before this day. */
  readonly informationDueBy?: InputMaybe<Scalars['Date']['input']>;
  /** True: questions that were given to the viewer. False is as good as absent. */
  readonly mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** What the answer, or its draft, says. */
  readonly outcomes?: InputMaybe<ReadonlyArray<Outcome>>;
  /** With what the question ended. */
  readonly results?: InputMaybe<ReadonlyArray<QuestionResult>>;
  /** What became of the measures that the answer promised; with `overdue`, those that are missed. */
  readonly promises?: InputMaybe<ReadonlyArray<PromiseState>>;
  /** The promise was kept on or after this day. */
  readonly promiseKeptFrom?: InputMaybe<Scalars['Date']['input']>;
  /** The promise was kept on or before this day. */
  readonly promiseKeptTo?: InputMaybe<Scalars['Date']['input']>;
  /** The beginning of a code of the common classifier, in whole parts: `0003`, `0003.0008` … */
  readonly classifier?: InputMaybe<Scalars['String']['input']>;
  /** True: questions on which the viewer, or his department, works with the executor. False is as good as absent. */
  readonly coExecuted?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: appeals signed by several. False: the others. */
  readonly collective?: InputMaybe<Scalars['Boolean']['input']>;
  /** From whom it came. */
  readonly sentBy?: InputMaybe<ReadonlyArray<AppealSender>>;
  /** True: appeals that officials found to be repeated. False: the others. */
  readonly repeated?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why they were repeated. */
  readonly repeatCauses?: InputMaybe<ReadonlyArray<RepeatCause>>;
  /** True: questions whose executor has read what was assigned to him. False: those with an executor who has not. */
  readonly acknowledged?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: questions under control, also after their answer, and those that await the letter to the body. False: the others. */
  readonly controlled?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: questions with an end of which the body that sent the appeal on is not informed yet. False: the others. */
  readonly awaitsLetterToBody?: InputMaybe<Scalars['Boolean']['input']>;
  /** Scores from 1 to 5. */
  readonly ratings?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** With a question that was considered again so often: 0, 1, 2, and 3 for three times or more. */
  readonly reopened?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Due on or after this day. */
  readonly dueFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Due on or before this day. */
  readonly dueBy?: InputMaybe<Scalars['Date']['input']>;
  /** True: only overdue ones. False: only those that are not. */
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: the controller and the head were alerted because a share of a term, or all of it, has passed. False is the same as absent. */
  readonly escalated?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: a reminder of a term was given, and the term runs on. False is as good as absent. */
  readonly reminded?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: declared urgent, or proposed as such by the district's words. False is as good as absent. */
  readonly urgent?: InputMaybe<Scalars['Boolean']['input']>;
  /** Answered in time, or late; for lists, not for `search`. */
  readonly termKept?: InputMaybe<Scalars['Boolean']['input']>;
  /** With a question that ended on or after this day otherwise than by an answer: forwarded, or left without one. */
  readonly endedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** With a question that ended on or before this day otherwise than by an answer. */
  readonly endedTo?: InputMaybe<Scalars['Date']['input']>;
  /** Answered on or after this day. */
  readonly answeredFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Answered on or before this day. */
  readonly answeredTo?: InputMaybe<Scalars['Date']['input']>;
  /** True: answered on the day on which the appeal came. False: answered later. */
  readonly sameDay?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only with one of these states of the term. */
  readonly terms?: InputMaybe<ReadonlyArray<TermState>>;
  /** Received on this day or later, in the district’s time zone. */
  readonly receivedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Received on this day or earlier, in the district’s time zone. */
  readonly receivedTo?: InputMaybe<Scalars['Date']['input']>;
  /** Registered on this day or later. */
  readonly registeredFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Registered on this day or earlier. */
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

/** What waits for the moderator, and how many messages of the day are answered. */
export type ModerationNumbers = {
  readonly __typename?: 'ModerationNumbers';
  /** How many messages wait, by channel. */
  readonly waiting: ReadonlyArray<WaitingOf>;
  /** Messages that came since midnight of the district's zone. */
  readonly today: AnsweredShare;
  /** Messages that are to be answered on `answerOn`: they came since the end of the working hours of the working day before it. */
  readonly workingDay: AnsweredShare;
  /** The working day whose working hours run or come next. */
  readonly answerOn: Scalars['Date']['output'];
};

/** How many messages of one channel and network wait for the moderator. */
export type WaitingOf = {
  readonly __typename?: 'WaitingOf';
  /** How they were received. */
  readonly channel: Channel;
  /** Null for what came by no network. */
  readonly network?: Maybe<Network>;
  /** How many wait. */
  readonly count: Scalars['Int']['output'];
};

/** Of the messages that came since then. */
export type AnsweredShare = {
  readonly __typename?: 'AnsweredShare';
  /** The beginning of the period. */
  readonly since: Scalars['DateTime']['output'];
  /** Without what is not considered: spam, withdrawn and struck. */
  readonly received: Scalars['Int']['output'];
  /** No longer waiting for the moderator. */
  readonly decided: Scalars['Int']['output'];
  /** Answered, with a case, with that to which they were joined, or at once. */
  readonly answered: Scalars['Int']['output'];
};

/** A page of appeals. */
export type AppealConnection = Connection & {
  readonly __typename?: 'AppealConnection';
  /** The rows of this page, each with its cursor. */
  readonly edges: ReadonlyArray<AppealEdge>;
  /** The rows of this page, without cursors. */
  readonly nodes: ReadonlyArray<AppealRow>;
  /** Where this page begins and ends, and whether there are others. */
  readonly pageInfo: PageInfo;
  /** Up to 10,000; see `totalIsExact`. */
  readonly total: Scalars['Int']['output'];
  /** False: there are more than `total`. */
  readonly totalIsExact: Scalars['Boolean']['output'];
  /**
   * The cursor from which `appealChanges` continues this list without missing a change. A change that the list already
   * contains may be repeated: it has the row's `version`.
   */
  readonly liveCursor: Scalars['String']['output'];
  /** The change named by `consistentWith` is not in it yet. */
  readonly stale: Scalars['Boolean']['output'];
};

/** An appeal with its cursor. */
export type AppealEdge = {
  readonly __typename?: 'AppealEdge';
  /** Opaque: pass it as `after` or `before` to continue here. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: AppealRow;
};

/** A page of questions. */
export type QuestionConnection = Connection & {
  readonly __typename?: 'QuestionConnection';
  /** The rows of this page, each with its cursor. */
  readonly edges: ReadonlyArray<QuestionEdge>;
  /** The rows of this page, without cursors. */
  readonly nodes: ReadonlyArray<QuestionRow>;
  /** Where this page begins and ends, and whether there are others. */
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

/** A question with its cursor. */
export type QuestionEdge = {
  readonly __typename?: 'QuestionEdge';
  /** Opaque: pass it as `after` or `before` to continue here. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: QuestionRow;
};

/** What every official view of an appeal has: the row of a list, and the summary beside a question. */
export type AppealFacts = {
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['output'];
  /** Number of the receipt. */
  readonly receipt: Scalars['String']['output'];
  /** Registration number. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The day of registration, in the district’s time zone; null before it. */
  readonly registeredOn?: Maybe<Scalars['Date']['output']>;
  /** The law under which it is considered. */
  readonly regime: Regime;
  /** How it was received. */
  readonly channel: Channel;
  /** Its state now. */
  readonly state: AppealState;
  /** When it was received. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** The settlement of the place; null where none is known. */
  readonly settlement?: Maybe<Settlement>;
  /** The place in the sender's words; null where `excerpt` is. */
  readonly place?: Maybe<Scalars['String']['output']>;
  /** What is asked, in the words of an official; null where no official has said it, and where `excerpt` is. */
  readonly gist?: Maybe<Scalars['String']['output']>;
  /** The first 280 characters; null once the applicant's data was erased, and for those who may not open the card. */
  readonly excerpt?: Maybe<Scalars['String']['output']>;
  /** From whom it came. */
  readonly sentBy: AppealSender;
  /** The day by which the body that sent it on asks for the answer; null where it named none. */
  readonly bodyTerm?: Maybe<Scalars['Date']['output']>;
  /** The earlier appeal that it repeats; null for one that is not repeated, or of which it is not decided. */
  readonly repeatOf?: Maybe<RepeatOf>;
  /** How many files the sender attached. */
  readonly fileCount: Scalars['Int']['output'];
  /** For a message of a network: its place there. */
  readonly source?: Maybe<RowSource>;
  /** Whether it reports danger to life: declared so, or proposed by the district's own danger words. */
  readonly urgency?: Maybe<Urgency>;
  /** Which danger. */
  readonly danger?: Maybe<Danger>;
  /** The district's words of danger that its text holds. */
  readonly dangerWords: ReadonlyArray<Scalars['String']['output']>;
  /** Version of the appeal's stream, for expectedVersion. */
  readonly version: Scalars['Int']['output'];
};

/** A row of the register. */
export type AppealRow = AppealFacts & Versioned & {
  readonly __typename?: 'AppealRow';
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['output'];
  /** The district. */
  readonly district: District;
  /** Number of the receipt. */
  readonly receipt: Scalars['String']['output'];
  /** Registration number. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The day of registration, in the district’s time zone; null before it. */
  readonly registeredOn?: Maybe<Scalars['Date']['output']>;
  /** The law under which it is considered. */
  readonly regime: Regime;
  /** How it was received. */
  readonly channel: Channel;
  /** Its state now. */
  readonly state: AppealState;
  /** When it was received. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** The settlement of the place; null where none is known. */
  readonly settlement?: Maybe<Settlement>;
  /** The place in the sender's words; null where `excerpt` is. */
  readonly place?: Maybe<Scalars['String']['output']>;
  /** How many signed it, where several did; the applicant is their representative. */
  readonly signatories?: Maybe<Scalars['Int']['output']>;
  /** From whom it came. */
  readonly sentBy: AppealSender;
  /** The day by which the body that sent it on asks for the answer; null where it named none. */
  readonly bodyTerm?: Maybe<Scalars['Date']['output']>;
  /** The earlier appeal that it repeats; null for one that is not repeated, or of which it is not decided. */
  readonly repeatOf?: Maybe<RepeatOf>;
  /** How many files the sender attached. */
  readonly fileCount: Scalars['Int']['output'];
  /** For a message of a network: its place there. */
  readonly source?: Maybe<RowSource>;
  /** Whether it reports danger to life: declared so, or proposed by the district's own danger words. */
  readonly urgency?: Maybe<Urgency>;
  /** Which danger. */
  readonly danger?: Maybe<Danger>;
  /** The district's words of danger that its text holds. */
  readonly dangerWords: ReadonlyArray<Scalars['String']['output']>;
  /** What is asked, in the words of an official; null where no official has said it, and where `excerpt` is. */
  readonly gist?: Maybe<Scalars['String']['output']>;
  /** The first 280 characters; null once the applicant's data was erased, and for those who may not open the card. */
  readonly excerpt?: Maybe<Scalars['String']['output']>;
  /** The latest of what was written after an answer, while no official has read it; null for none. */
  readonly addition?: Maybe<RowAddition>;
  /** The term to register it, or of a message to decide about it; runs from the arrival. */
  readonly deadline?: Maybe<Deadline>;
  /** The nearest deadline of its open questions; before there are any, that of its registration or moderation. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** Its last instant, where the term is in hours. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The term has ended without what was due. */
  readonly overdue: Scalars['Boolean']['output'];
  /** The last warning of the term to register it, or to decide about it, while it waits; null before one. */
  readonly warning?: Maybe<TermWarning>;
  /** The questions of the appeal. */
  readonly questions: ReadonlyArray<QuestionRow>;
  /** Why its registration was wrong, where the number is struck. */
  readonly struckFor?: Maybe<RegistrationError>;
  /** Of a message that was turned into an appeal: its own number, which stays. */
  readonly registeredBefore: ReadonlyArray<Registration>;
  /** The applicant’s rating, 1 to 5; null without one. */
  readonly rating?: Maybe<Scalars['Int']['output']>;
  /** What the viewer may do with it now. */
  readonly allowedActions: ReadonlyArray<Action>;
  /** Version of the appeal's stream, for expectedVersion. */
  readonly version: Scalars['Int']['output'];
};

/** The place of a message in its network, and what happened to it there. */
export type RowSource = {
  readonly __typename?: 'RowSource';
  /** The network. */
  readonly network: Network;
  /** Id of the district's account. */
  readonly account: Scalars['UUID']['output'];
  /** What officials call the account; null once the directory does not know it. */
  readonly accountTitle?: Maybe<Scalars['String']['output']>;
  /** What kind of thread it came from. */
  readonly kind: ThreadKind;
  /** The number of messages under the same post, or in the same dialogue: the filter `threads`. */
  readonly thread: Scalars['UUID']['output'];
  /** What happened to it there; null while it is unchanged. */
  readonly fate?: Maybe<SourceFate>;
  /** How many like it, as it was measured last; null where that is not known. */
  readonly likes?: Maybe<Scalars['Int']['output']>;
  /**
   * The name that the author of a comment shows there to all; null for a dialogue, once the comment was removed there or the
   * applicant's data was erased, and for those who may not open the card.
   */
  readonly author?: Maybe<Scalars['String']['output']>;
};

/** A question of an appeal; routing, term and result belong to it. */
export type QuestionRow = Versioned & {
  readonly __typename?: 'QuestionRow';
  /** The id of the question. */
  readonly id: Scalars['UUID']['output'];
  /** The appeal to which it belongs. */
  readonly appeal: AppealSummary;
  /** 1, 2, 3 … within the appeal; null until the question's first fact is known. */
  readonly ordinal?: Maybe<Scalars['Int']['output']>;
  /**
   * The first 280 characters of its own text, or of the appeal's; null once the applicant's data was erased, and for those
   * who may not open the card.
   */
  readonly excerpt?: Maybe<Scalars['String']['output']>;
  /** What the appeal asks, in the words of an official; null where this question has a text of its own, and where `appeal.gist` is. */
  readonly gist?: Maybe<Scalars['String']['output']>;
  /** Its state now. */
  readonly state: QuestionState;
  /** The topic; null before routing. */
  readonly topic?: Maybe<Topic>;
  /** The department; null before routing. */
  readonly department?: Maybe<Department>;
  /** Why this topic and department: the rule that fired and its words, or who decided. */
  readonly reason?: Maybe<RoutingReason>;
  /** The official who prepares the answer; null before assignment. */
  readonly executor?: Maybe<Official>;
  /** Who named the executor last, and when; null where no executor was named. */
  readonly assignedBy?: Maybe<Official>;
  /** When the executor was assigned; null before. */
  readonly assignedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The inner day by which a draft is to be there; null where none was set. */
  readonly draftBy?: Maybe<Scalars['Date']['output']>;
  /** When the executor said that he has read it; null before, and again with the next assignment. */
  readonly acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The viewer's own part of the answer as a co-executor, else that of a department of his; null where he has none. */
  readonly ownPart?: Maybe<OwnPart>;
  /** The term of the answer. */
  readonly deadline?: Maybe<Deadline>;
  /** All its terms, the latest of each rule, in the order in which they were set. */
  readonly deadlines: ReadonlyArray<Deadline>;
  /** State of an extension of the term; null where none was requested or decided. */
  readonly extension?: Maybe<ExtensionState>;
  /**
   * While the question is open, the end of the term that binds and can still be kept: while it is with the coordinator, the seven
   * days to forward it (59-FZ art. 8(3)); of one that is being forwarded or left without an answer, the term to tell so; else that
   * of the answer.
   */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** The term that `dueOn` is the end of; null where that is a promise. */
  readonly dueTerm?: Maybe<Deadline>;
  /** The last instant of an open question whose term is in hours. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The working day to have it done by while it is open. */
  readonly workBy?: Maybe<Scalars['Date']['output']>;
  /** The term has ended without what was due. */
  readonly overdue: Scalars['Boolean']['output'];
  /** Of the terms that run: the warning of the greatest share; null before one, and once the question has its end. */
  readonly warning?: Maybe<TermWarning>;
  /** The date by which the bodies to which it was forwarded are asked to report the outcome. */
  readonly awaitedOn?: Maybe<Scalars['Date']['output']>;
  /** Whether it was answered in time; null before the answer and where no deadline was set. */
  readonly termKept?: Maybe<Scalars['Boolean']['output']>;
  /** With what it ended; null while it is open, and for one that was merged or registered wrongly. */
  readonly result?: Maybe<QuestionResult>;
  /** By which part of article 11 of 59-FZ it was left without an answer; null where it was not. */
  readonly ground?: Maybe<UnansweredGround>;
  /** The measures that the answer promised. */
  readonly promise?: Maybe<MeasuresPromise>;
  /** The code of the common classifier. */
  readonly classifier?: Maybe<Scalars['String']['output']>;
  /** The same code with its name, path and edition; null where it has none. */
  readonly classified?: Maybe<ClassifierItem>;
  /** It is under control until this day; null where it is not. */
  readonly controlledUntil?: Maybe<Scalars['Date']['output']>;
  /**
   * It has its end, and the body that sent the appeal on and asks to be informed of the result was not informed: no letter about this end has
   * left.
   */
  readonly awaitsLetterToBody: Scalars['Boolean']['output'];
  /** The response; null before the first draft. */
  readonly response?: Maybe<ResponseRow>;
  /** What the viewer may do with it now. */
  readonly allowedActions: ReadonlyArray<Action>;
  /** The version of the stream, for the next `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
};

/** Measures that an answer promised. Until they are confirmed, the question is due on `until`. */
export type MeasuresPromise = {
  readonly __typename?: 'MeasuresPromise';
  /** Whether the promise is kept. */
  readonly state: PromiseState;
  /** The day that holds now. */
  readonly until: Scalars['Date']['output'];
  /** The day that the answer named. */
  readonly promisedUntil: Scalars['Date']['output'];
  /** How often it was extended. */
  readonly extended: Scalars['Int']['output'];
  /** Not kept, and the day is over. */
  readonly missed: Scalars['Boolean']['output'];
  /** The day on which the promise was kept; null before. */
  readonly keptOn?: Maybe<Scalars['Date']['output']>;
};

/** The appeal of a question. */
export type AppealSummary = AppealFacts & Versioned & {
  readonly __typename?: 'AppealSummary';
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['output'];
  /** Number of the receipt. */
  readonly receipt: Scalars['String']['output'];
  /** Registration number. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The day of registration, in the district’s time zone; null before it. */
  readonly registeredOn?: Maybe<Scalars['Date']['output']>;
  /** The law under which it is considered. */
  readonly regime: Regime;
  /** How it was received. */
  readonly channel: Channel;
  /** Its state now. */
  readonly state: AppealState;
  /** When it was received. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** The settlement of the place; null where none is known. */
  readonly settlement?: Maybe<Settlement>;
  /** As in `AppealRow`. */
  readonly place?: Maybe<Scalars['String']['output']>;
  /** As in `AppealRow`. */
  readonly gist?: Maybe<Scalars['String']['output']>;
  /** As in `AppealRow`. */
  readonly excerpt?: Maybe<Scalars['String']['output']>;
  /** As in `AppealRow`. */
  readonly sentBy: AppealSender;
  /** As in `AppealRow`. */
  readonly bodyTerm?: Maybe<Scalars['Date']['output']>;
  /** As in `AppealRow`. */
  readonly repeatOf?: Maybe<RepeatOf>;
  /** How many files the sender attached. */
  readonly fileCount: Scalars['Int']['output'];
  /** As in `AppealRow`. */
  readonly source?: Maybe<RowSource>;
  /** As in `AppealRow`. */
  readonly urgency?: Maybe<Urgency>;
  /** As in `AppealRow`. */
  readonly danger?: Maybe<Danger>;
  /** As in `AppealRow`. */
  readonly dangerWords: ReadonlyArray<Scalars['String']['output']>;
  /** Version of the appeal's stream, for expectedVersion. */
  readonly version: Scalars['Int']['output'];
};

/** Why a question has its topic and department. */
export type RoutingReason = {
  readonly __typename?: 'RoutingReason';
  /** Id of the district's rule, absent when a person decided. */
  readonly rule?: Maybe<Scalars['String']['output']>;
  /** The version of the rule; null where no rule applied. */
  readonly ruleVersion?: Maybe<Scalars['Int']['output']>;
  /** The rule's own words that were met. */
  readonly words: ReadonlyArray<Scalars['String']['output']>;
  /** Who decided; null for decisions recorded before this field existed. */
  readonly by?: Maybe<DecidedBy>;
};

/** A term with the rule, the calendar and the count that it follows from. */
export type Deadline = {
  readonly __typename?: 'Deadline';
  /** The last day by the law. */
  readonly dueOn: Scalars['Date']['output'];
  /** The working day to have it done by, where the law is silent about an end on a day off; else `dueOn`. */
  readonly workBy: Scalars['Date']['output'];
  /** The last instant of a term in hours; null for one in days, which lasts until the end of `dueOn`. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The day of the event from which it is counted. */
  readonly countedFrom: Scalars['Date']['output'];
  /** Which event that is; null for terms that were set by 0.1.0. */
  readonly start?: Maybe<StartFact>;
  /** IANA zone of the dates. */
  readonly zone: Scalars['String']['output'];
  /** Id of the rule, and its version when the term was set. */
  readonly rule: Scalars['String']['output'];
  /** The version of the rule of the law. */
  readonly ruleVersion: Scalars['Int']['output'];
  /** What is due. */
  readonly duty: Duty;
  /** The version of the calendar of working days. */
  readonly calendarVersion: Scalars['String']['output'];
  /** A year without a decree was counted; the date may move. */
  readonly provisional: Scalars['Boolean']['output'];
  /** Why it was set in place of an earlier one of the same rule and event, and that one's last day; null where it was the first. */
  readonly reason?: Maybe<DeadlineReason>;
  /** The last day of the earlier term; null where this is the first one. */
  readonly before?: Maybe<Scalars['Date']['output']>;
  /** The article or act. */
  readonly source: Scalars['String']['output'];
  /** The count, step by step. */
  readonly steps: ReadonlyArray<DeadlineStep>;
  /** Of a term that has ended: the rule of the term that replaced it (EXT, SOC-FINAL). */
  readonly replacedBy?: Maybe<Scalars['String']['output']>;
  /** Status of a term of a question; null for a proposal, and for a term of the registration or of another body. */
  readonly state?: Maybe<DeadlineState>;
  /** The day on which it was done, by its proof; null before. */
  readonly metOn?: Maybe<Scalars['Date']['output']>;
};

/** A reminder that so much of a term has passed, or that it has ended. */
export type TermWarning = {
  readonly __typename?: 'TermWarning';
  /** Id of the rule. */
  readonly rule: Scalars['String']['output'];
  /** What is due. */
  readonly duty: Duty;
  /** The last day of the term. */
  readonly dueOn: Scalars['Date']['output'];
  /** Percent of the term; 100: it has ended. */
  readonly share: Scalars['Int']['output'];
  /** When the warning was given. */
  readonly at: Scalars['DateTime']['output'];
  /** The controller and the head are alerted: at the district's share of the term, and always at its end. */
  readonly escalated: Scalars['Boolean']['output'];
};

/** One step of the count of a term. */
export type DeadlineStep = {
  readonly __typename?: 'DeadlineStep';
  /** What the step does. */
  readonly code: TermStepCode;
  /** The day that it leads to. */
  readonly on: Scalars['Date']['output'];
  /** The last of several days. */
  readonly to?: Maybe<Scalars['Date']['output']>;
  /** `HH:MM` of the district. */
  readonly time?: Maybe<Scalars['String']['output']>;
  /** The time of day, HH:MM; null for the whole day. */
  readonly toTime?: Maybe<Scalars['String']['output']>;
  /** Days, hours, or minutes of work. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** The step in words, by Accept-Language. */
  readonly text: Scalars['String']['output'];
};

/** The answer that is made to a question. */
export type ResponseRow = Versioned & {
  readonly __typename?: 'ResponseRow';
  /** The id of the response. */
  readonly id: Scalars['UUID']['output'];
  /** Its state now. */
  readonly state: ResponseState;
  /** The outcome; null before one was chosen. */
  readonly outcome?: Maybe<Outcome>;
  /** What the viewer may do with it now. */
  readonly allowedActions: ReadonlyArray<Action>;
  /** The version of the stream, for the next `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
};

/** One appeal with all that belongs to it. */
export type AppealCard = {
  readonly __typename?: 'AppealCard';
  /** What lists show of the appeal. */
  readonly row: AppealRow;
  /** The text; null after erasure. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** The place that the appeal speaks of; null where none was given. */
  readonly place?: Maybe<Place>;
  /** The topic that the sender chose; null where none was. */
  readonly chosenTopic?: Maybe<Topic>;
  /** Answers to what was asked about that topic. */
  readonly topicAnswers: ReadonlyArray<TopicAnswer>;
  /** The files of the appeal. */
  readonly files: ReadonlyArray<AttachedFile>;
  /** Of what came by e-mail: the letters as they came, whole, the first first. */
  readonly letters: ReadonlyArray<AttachedFile>;
  /** What the applicant added later, the oldest first. */
  readonly supplements: ReadonlyArray<Supplement>;
  /** The current draft or answer, by question. */
  readonly responses: ReadonlyArray<ResponseCard>;
  /** What the applicant was sent. */
  readonly notices: ReadonlyArray<NoticeRow>;
  /** Texts and ends of its questions, in the order of their ordinals. */
  readonly questions: ReadonlyArray<QuestionCard>;
  /** What happened, the oldest first. */
  readonly history: ReadonlyArray<HistoryItem>;
  /** All answers that were given, the oldest first: a question that was considered again has several. */
  readonly answers: ReadonlyArray<CardAnswer>;
  /** The request for another consideration of the current answer, or of the one before it that was granted. */
  readonly reopening?: Maybe<CardReopening>;
  /** Present where the registration was wrong. */
  readonly correction?: Maybe<RegistrationCorrection>;
  /** Present where an official proposes to strike it, and no other one did. */
  readonly strikeProposal?: Maybe<StrikeProposal>;
  /** Present while nothing of the case is destroyed at the end of its term of storage. */
  readonly legalHold?: Maybe<LegalHold>;
  /** When the sender withdrew the consent to the processing of the data. */
  readonly consentWithdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** The name of the district of the platform that passed the withdrawal on; null where it came here. */
  readonly consentWithdrawnFrom?: Maybe<Scalars['String']['output']>;
  /** Of a message that was turned into an appeal: its own number, which stays. */
  readonly registeredBefore: ReadonlyArray<Registration>;
  /** The id of the appeal that this one repeats; null where it repeats none. */
  readonly duplicateOf?: Maybe<Scalars['UUID']['output']>;
  /** The moderator's own answer, by which the message ended without a case; null where there is none. */
  readonly atOnce?: Maybe<AnswerAtOnce>;
  /**
   * Other appeals of the same person, the newest first, at most 20: from the same contact (of who left only a postal address, from the
   * same address) or identity, and those that officials joined with them, without those that they parted; with this one as many as
   * the person's file has.
   */
  readonly earlier: ReadonlyArray<AppealRow>;
  /** How many these are in all, also where `earlier` lists fewer. */
  readonly earlierTotal: Scalars['Int']['output'];
  /** The submission gives neither a name nor an address of any kind, so there is no way to notify the applicant (59-FZ art. 11(1)). */
  readonly isAnonymous: Scalars['Boolean']['output'];
  /** What the applicant wrote beside the rating; null without it. */
  readonly ratingComment?: Maybe<Scalars['String']['output']>;
  /** What the paper form holds beside the text; null for what came otherwise. */
  readonly entry?: Maybe<AppealEntry>;
  /** The body that sent it on with a letter of its own; null: it came of the applicant. */
  readonly receivedFrom?: Maybe<ReceivedFrom>;
  /** Whether officials decided that it is repeated; null before a decision. */
  readonly isRepeat?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Before a decision: the latest of `earlier` about a topic of this one that had its answer, or was past its term, when this one came. Null
   * where there is none.
   */
  readonly proposedRepeat?: Maybe<RepeatOf>;
  /** Present where another district of the platform handed it over. */
  readonly origin?: Maybe<AppealOrigin>;
  /** For a message of a network: its place there, and what happened to it. */
  readonly source?: Maybe<CardSource>;
  /**
   * Reactions in the network to the message, the post above it and our answers, as measured: a series for each message and
   * metric. Empty where the network provides no counts. Visible to every reader of the card.
   */
  readonly reactions: ReadonlyArray<ReactionSeries>;
  /** The applicant's data was erased: the texts cannot be restored. */
  readonly erased: Scalars['Boolean']['output'];
  /** The change named by `consistentWith` is not in it yet. */
  readonly stale: Scalars['Boolean']['output'];
};


/** One appeal with all that belongs to it. */
export type AppealCardReactionsArgs = {
  target?: InputMaybe<ReactionTarget>;
};

/** A court or a check asks for the case: it is kept past its term of storage. */
export type LegalHold = {
  readonly __typename?: 'LegalHold';
  /** Null once the applicant's data was erased. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Since when the case is kept. */
  readonly since: Scalars['DateTime']['output'];
};

/** What a moderator answered without a case. */
export type AnswerAtOnce = {
  readonly __typename?: 'AnswerAtOnce';
  /** The text of the answer; null after erasure. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Until shortly before then it can be taken back. */
  readonly leavesAt: Scalars['DateTime']['output'];
};

/** An answer that was signed, or given at a reception in person. */
export type CardAnswer = {
  readonly __typename?: 'CardAnswer';
  /** The id of the question. */
  readonly question: Scalars['UUID']['output'];
  /** The text of the answer; null after erasure. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Signed with it. */
  readonly files: ReadonlyArray<AttachedFile>;
  /** The outcome of the answer. */
  readonly outcome: Outcome;
  /** The official who signed; null before. */
  readonly signedBy?: Maybe<Official>;
  /** When it was signed. */
  readonly signedAt: Scalars['DateTime']['output'];
  /** Given at a reception in person, with the applicant's consent. */
  readonly isOral: Scalars['Boolean']['output'];
};

/** The applicant asks for another consideration. */
export type CardReopening = {
  readonly __typename?: 'CardReopening';
  /** Why another consideration was asked for; null after erasure. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The question whose answer is complained of; null: all of them. */
  readonly question?: Maybe<Scalars['UUID']['output']>;
  /** When it was asked for. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Null while it waits. */
  readonly decision?: Maybe<ReopeningDecision>;
  /** When it was decided; null before. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was refused. */
  readonly decisionReason?: Maybe<Scalars['String']['output']>;
  /** How often another consideration was granted, this one included; two at most. */
  readonly granted: Scalars['Int']['output'];
};

/** A registration that was wrong; its number stays used. */
export type StrikeProposal = {
  readonly __typename?: 'StrikeProposal';
  /** The official who proposed it. */
  readonly proposedBy?: Maybe<Official>;
  /** The day of the proposal. */
  readonly proposedOn: Scalars['Date']['output'];
  /** The reason; null after erasure. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** Why a registration was wrong. */
export type RegistrationCorrection = {
  readonly __typename?: 'RegistrationCorrection';
  /** What was wrong with the registration. */
  readonly ground: RegistrationError;
  /** The reason; null after erasure. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** With DUPLICATE: the appeal under which the matter is considered, and its number. */
  readonly of?: Maybe<Scalars['UUID']['output']>;
  /** The number that replaces it; null without one. */
  readonly number?: Maybe<Scalars['String']['output']>;
};

/** A number and its journal. */
export type Registration = {
  readonly __typename?: 'Registration';
  /** The registration number. */
  readonly number: Scalars['String']['output'];
  /** The journal in which it was registered. */
  readonly journal: Journal;
  /** The day of registration. */
  readonly registeredOn: Scalars['Date']['output'];
};

/** A letter to a body, as the body's own page shows it. */
export type BodyLetter = {
  readonly __typename?: 'BodyLetter';
  /** What the body is asked for. */
  readonly task: BodyTask;
  /** Whom it is for. */
  readonly body: Scalars['String']['output'];
  /** The number of the appeal or message in the district. */
  readonly number: Scalars['String']['output'];
  /** The day on which the appeal was registered. */
  readonly registeredOn: Scalars['Date']['output'];
  /** The law under which it is considered. */
  readonly regime: Regime;
  /** When it was sent there. */
  readonly sentAt: Scalars['DateTime']['output'];
  /** By this day the body is asked to answer; null where it was given none. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** The last day on which the page opens; null: until the question ends. */
  readonly linkUntil?: Maybe<Scalars['Date']['output']>;
  /** Reports of the body so far, the oldest first. */
  readonly reactions: ReadonlyArray<BodyReacted>;
  /** Of a request: the day on which the question ended without it. Nothing is awaited any more, and `contents` is `NOT_FOUND`. */
  readonly endedOn?: Maybe<Scalars['Date']['output']>;
  /** Recorded as an opening. */
  readonly contents: BodyLetterContents;
  /** The answer does not hold the change of `consistentWith` yet. */
  readonly stale: Scalars['Boolean']['output'];
};

/** What a letter to a body says of the case: no more than its task needs. */
export type BodyLetterContents = {
  readonly __typename?: 'BodyLetterContents';
  /** The question. Null where information is asked for. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** What was asked for; null where the question was forwarded. */
  readonly asked?: Maybe<Scalars['String']['output']>;
  /** The place that the question speaks of. Null where information is asked for. */
  readonly place?: Maybe<Place>;
  /** What the form asked about the topic, and the answers. Empty where information is asked for. */
  readonly topicAnswers: ReadonlyArray<TopicAnswer>;
  /** Of whom: name, and how to reach. Null unless the body is to answer the applicant. */
  readonly applicant?: Maybe<Scalars['String']['output']>;
  /** Where the applicant can be reached; null where nothing is known. */
  readonly reachedAt?: Maybe<Scalars['String']['output']>;
};

/** A body to which a question was forwarded. */
export type ForwardedBody = {
  readonly __typename?: 'ForwardedBody';
  /** Id of its covering letter. */
  readonly letter: Scalars['UUID']['output'];
  /** The name of the body. */
  readonly name: Scalars['String']['output'];
  /** Its postal address. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** Whether its page of actions taken is available. */
  readonly linkOpens: Scalars['Boolean']['output'];
  /** The last day on which it opens, unless it is revoked. */
  readonly linkUntil: Scalars['Date']['output'];
  /** Who confirmed that the question does not complain of the body, although it is a complaint that names it; null where no confirmation was needed. */
  readonly noComplaintBy?: Maybe<Official>;
  /** The oldest first. */
  readonly reactions: ReadonlyArray<BodyReacted>;
  /** The latest report by Open311 of the body's server about the request; null where the request was sent otherwise, or nothing was reported yet. */
  readonly request?: Maybe<BodyRequest>;
};

/** A report by Open311 of a body's server about a request. An official records the outcome. */
export type BodyRequest = {
  readonly __typename?: 'BodyRequest';
  /** The state of the request at the body. */
  readonly status: BodyRequestStatus;
  /** The server's id. */
  readonly number: Scalars['String']['output'];
  /** Null where it wrote none, and once the applicant's data was erased. */
  readonly notes?: Maybe<Scalars['String']['output']>;
  /** When it was given to the applicant. */
  readonly at: Scalars['DateTime']['output'];
  /** Its updates that say something, the oldest first. */
  readonly updates: ReadonlyArray<BodyUpdate>;
};

/** What a body wrote in an update of a request. */
export type BodyUpdate = {
  readonly __typename?: 'BodyUpdate';
  /** Null once the applicant's data was erased. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** When it was written, by the server's clock. */
  readonly at: Scalars['DateTime']['output'];
};

/** What a body did with a question. */
export type BodyReacted = {
  readonly __typename?: 'BodyReacted';
  /** What the body did with the question. */
  readonly reaction: BodyReaction;
  /** How it is known. */
  readonly source: ReactionSource;
  /** Under which it registered the question. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The day on which the body did it. */
  readonly reactedOn: Scalars['Date']['output'];
  /** Null where it wrote none, and once the applicant's data was erased. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** When it was recorded. */
  readonly at: Scalars['DateTime']['output'];
};

/** A question as its card shows it, beside its row. */
export type QuestionCard = {
  readonly __typename?: 'QuestionCard';
  /** The id of the question. */
  readonly id: Scalars['UUID']['output'];
  /** Its own part of the text; null where it is the whole appeal, and once the applicant's data was erased. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** The parts in which its author divided the text, to be split off: numbered points, or paragraphs that ask; else none. */
  readonly proposedParts: ReadonlyArray<Scalars['String']['output']>;
  /** The question in which it is considered. */
  readonly mergedInto?: Maybe<Scalars['UUID']['output']>;
  /** Codes of the departments and organisations of which the applicant complains. */
  readonly complainedOf: ReadonlyArray<Scalars['String']['output']>;
  /** Names of the bodies to which it was forwarded. */
  readonly forwardedTo: ReadonlyArray<Scalars['String']['output']>;
  /**
   * While it is being forwarded: which of its letters have not left yet, BODY (a covering letter), APPLICANT (the notice). The last of
   * them ends it; both are due within the seven days.
   */
  readonly forwardingAwaits: ReadonlyArray<Addressee>;
  /** Other districts of the platform that got it, and what came back from them. */
  readonly handovers: ReadonlyArray<Handover>;
  /** It stays under control until its end there is known. */
  readonly keepControl: Scalars['Boolean']['output'];
  /** The same bodies, and what they did with it. */
  readonly bodies: ReadonlyArray<ForwardedBody>;
  /** The date by which they are asked to report the outcome. */
  readonly awaitedOn?: Maybe<Scalars['Date']['output']>;
  /** Why there is no answer on its merits. */
  readonly ground?: Maybe<UnansweredGround>;
  /** With ground REPEAT: the questions that were answered before. */
  readonly earlierAnswers: ReadonlyArray<Scalars['UUID']['output']>;
  /** With ground PUBLISHED: the address of the published answer. */
  readonly publishedAt?: Maybe<Scalars['String']['output']>;
  /** The day of an end that is no answer. */
  readonly endedOn?: Maybe<Scalars['Date']['output']>;
  /** A co-executor. */
  readonly coExecutors: ReadonlyArray<Official>;
  /** Departments that contribute to the answer. */
  readonly coDepartments: ReadonlyArray<Department>;
  /** What the co-executors prepare, in the order in which it was given; none for those who do not see the work. */
  readonly parts: ReadonlyArray<CoExecutorPart>;
  /** Contributions to the answer, the oldest first; for those who see the work. */
  readonly contributions: ReadonlyArray<Note>;
  /** What was said with its assignments, the oldest first; for those who see the work. */
  readonly resolutions: ReadonlyArray<Resolution>;
  /** From executor to executor, as each passed it on himself, the oldest first. */
  readonly passedOn: ReadonlyArray<PassingOn>;
  /** What was done of the promised measures, in the words for the applicant. */
  readonly promiseKept?: Maybe<Scalars['String']['output']>;
  /** Path of the photo of what was done. */
  readonly promisePhoto?: Maybe<Scalars['String']['output']>;
  /** Why the term was last extended; for those who see the work. */
  readonly promiseReason?: Maybe<Scalars['String']['output']>;
  /** The district's own count of its working days; null of one that was closed, and before its first term. */
  readonly internalClock?: Maybe<InternalClock>;
  /** Its topic and department were chosen by a text from which parts were split off since. */
  readonly routedByWholeText: Scalars['Boolean']['output'];
  /** The extension of its term; null where none was decided. */
  readonly extension?: Maybe<CardExtension>;
  /** The extension that the executor asked for last; null where none was asked for since the last decision to extend. */
  readonly extensionAsk?: Maybe<CardExtensionAsk>;
  /** Information that other bodies were asked for, the oldest first. */
  readonly requests: ReadonlyArray<CardRequest>;
  /** The interim answer to a message; null where none was given. */
  readonly interim?: Maybe<CardInterim>;
};

/** What a co-executor prepares for the answer. */
export type CoExecutorPart = {
  readonly __typename?: 'CoExecutorPart';
  /** It is the viewer's own, or that of a department of his. */
  readonly mine: Scalars['Boolean']['output'];
  /** The official whose part it is; null where it is a department's. */
  readonly official?: Maybe<Official>;
  /** The department whose part it is; null where it is an official's. */
  readonly department?: Maybe<Department>;
  /** What exactly; null once the applicant's data was erased. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** The inner day; null where none was set. */
  readonly until?: Maybe<Scalars['Date']['output']>;
  /** When its co-executor said that it is done; null before. */
  readonly doneAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who said so. */
  readonly doneBy?: Maybe<Official>;
  /** What was said with it. */
  readonly doneText?: Maybe<Scalars['String']['output']>;
};

/** The viewer's part of an answer, as lists show it: without its text. */
export type OwnPart = {
  readonly __typename?: 'OwnPart';
  /** The inner day; null where none was set. */
  readonly until?: Maybe<Scalars['Date']['output']>;
  /** When it was said to be done; null before. */
  readonly doneAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Working days of a question, as the district counts them for itself. The term of the law never pauses. */
export type InternalClock = {
  readonly __typename?: 'InternalClock';
  /** On which it was worked on. */
  readonly used: Scalars['Int']['output'];
  /** On which it waited for information that other bodies were asked for. */
  readonly paused: Scalars['Int']['output'];
};

/** Information that another body was asked for (59-FZ art. 10). */
export type CardRequest = {
  readonly __typename?: 'CardRequest';
  /** The id of the request. */
  readonly id: Scalars['UUID']['output'];
  /** Why information was requested. */
  readonly purpose: RequestPurpose;
  /** Its name. */
  readonly body: Scalars['String']['output'];
  /** Whether the page on which it may answer opens. */
  readonly linkOpens: Scalars['Boolean']['output'];
  /** By what the answer came; null while it is awaited. */
  readonly source?: Maybe<ReactionSource>;
  /** Null once the applicant's data was erased. */
  readonly asked?: Maybe<Scalars['String']['output']>;
  /** When it was requested. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** The official who requested it. */
  readonly requestedBy?: Maybe<Official>;
  /** Its term; the answer's own goes on. It counts from the day on which the letter left, and until then from the request. */
  readonly deadline: Deadline;
  /** When its letter left, by its proof; null before. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** The day on which it came; null while it is awaited. */
  readonly receivedOn?: Maybe<Scalars['Date']['output']>;
  /** The day on which the question ended before it came: it is not awaited any more. */
  readonly endedOn?: Maybe<Scalars['Date']['output']>;
  /** Of its letter. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** What was asked; null after erasure. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** The interim answers to the sender of a message. */
export type CardInterim = {
  readonly __typename?: 'CardInterim';
  /** The interim answer; null after erasure. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** When it was given. */
  readonly givenAt: Scalars['DateTime']['output'];
  /** The official who gave it. */
  readonly givenBy?: Maybe<Official>;
  /** When it was sent; the term of the final answer runs from it. */
  readonly toldAt?: Maybe<Scalars['DateTime']['output']>;
  /** It was sent after the term of the first answer. */
  readonly late: Scalars['Boolean']['output'];
};

/** The extension of a term (59-FZ art. 12(2)). */
export type CardExtension = {
  readonly __typename?: 'CardExtension';
  /** Its state now. */
  readonly state: ExtensionState;
  /** The ground of the law. */
  readonly ground: ExtensionGround;
  /** The head's, as the applicant reads it; null once the applicant's data was erased. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The end of the former term, by which the applicant must have been notified. */
  readonly from: Scalars['Date']['output'];
  /** The end of the extended term. */
  readonly until: Scalars['Date']['output'];
  /** When it was decided. */
  readonly decidedAt: Scalars['DateTime']['output'];
  /** The official who decided. */
  readonly decidedBy?: Maybe<Official>;
  /** When the applicant was notified. */
  readonly provedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The extension that the executor asked for; it holds nothing. */
export type CardExtensionAsk = {
  readonly __typename?: 'CardExtensionAsk';
  /** The ground of the law. */
  readonly ground: ExtensionGround;
  /** By how many days. */
  readonly days: Scalars['Int']['output'];
  /** The end of the term that is asked for. */
  readonly until: Scalars['Date']['output'];
  /** Null once the applicant's data was erased. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** When it was asked for. */
  readonly askedAt: Scalars['DateTime']['output'];
  /** The official who asked. */
  readonly askedBy?: Maybe<Official>;
  /** Null while the head has not refused it. */
  readonly refusedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The official who refused; null where it was not refused. */
  readonly refusedBy?: Maybe<Official>;
  /** Why it was refused; null once the applicant's data was erased. */
  readonly refusalReason?: Maybe<Scalars['String']['output']>;
};

/** A question that another district of the platform considers: its state there, and nothing else of it. */
export type Handover = {
  readonly __typename?: 'Handover';
  /** Name of the district. */
  readonly to: Scalars['String']['output'];
  /** Code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['output'];
  /** Its number there; null until it is registered. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The day of registration in the other district; null before. */
  readonly registeredOn?: Maybe<Scalars['Date']['output']>;
  /** How it ended there; null while it is considered. */
  readonly end?: Maybe<HandoverEnd>;
  /** The day on which it ended there; null before. */
  readonly endedOn?: Maybe<Scalars['Date']['output']>;
  /** When that district was notified that the consent is withdrawn. */
  readonly consentWithdrawnAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Where a case came from that another district of the platform handed over. */
export type AppealOrigin = {
  readonly __typename?: 'AppealOrigin';
  /** Name of the district. */
  readonly from: Scalars['String']['output'];
  /** The code of the district that forwarded it. */
  readonly district: Scalars['String']['output'];
  /** Its number and day there. */
  readonly number: Scalars['String']['output'];
  /** The day of registration there. */
  readonly registeredOn: Scalars['Date']['output'];
  /** Why that district thinks that it is ours. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** The place that an appeal speaks of. */
export type Place = {
  readonly __typename?: 'Place';
  /** The settlement of the place; null where none is known. */
  readonly settlement?: Maybe<Settlement>;
  /** The place in the sender’s own words; null without them. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Where the sender marked it on the map; null for readers who do not work on the case. */
  readonly point?: Maybe<Point>;
};

/** A point on the map, in degrees (WGS 84). */
export type Point = {
  readonly __typename?: 'Point';
  /** Degrees, −90 to 90; north is positive. */
  readonly latitude: Scalars['Float']['output'];
  /** Degrees, −180 to 180; east is positive. */
  readonly longitude: Scalars['Float']['output'];
};

/** What the form asked about the chosen topic, in the district's words, and the sender's answer. */
export type TopicAnswer = {
  readonly __typename?: 'TopicAnswer';
  /** The question of the topic. */
  readonly question: Scalars['String']['output'];
  /** What the sender answered. */
  readonly answer: Scalars['String']['output'];
};

/** Fields of the paper form, as an official entered them. */
export type AppealEntry = {
  readonly __typename?: 'AppealEntry';
  /** Proposal, statement or complaint; null where it was not said. */
  readonly kind?: Maybe<AppealKind>;
  /** How the applicant wants to be answered; null where it was not said. */
  readonly answerWay?: Maybe<AnswerWay>;
  /** Of a collective appeal: how many signed it. */
  readonly signatories?: Maybe<Scalars['Int']['output']>;
  /** Number and day on the original of a letter. */
  readonly originalNumber?: Maybe<Scalars['String']['output']>;
  /** The date on the paper; null without one. */
  readonly originalDate?: Maybe<Scalars['Date']['output']>;
  /** How many sheets the paper has; null where they were not counted. */
  readonly sheets?: Maybe<Scalars['Int']['output']>;
  /** Sheets of enclosures. */
  readonly enclosures?: Maybe<Scalars['Int']['output']>;
  /** Who handed it on, if not the applicant. */
  readonly forwardedBy?: Maybe<Scalars['String']['output']>;
};

/** An earlier appeal of the same person about the same. */
export type RepeatOf = {
  readonly __typename?: 'RepeatOf';
  /** Its id. */
  readonly id: Scalars['UUID']['output'];
  /** Its registration number. */
  readonly number: Scalars['String']['output'];
  /** Why it was repeated, as it follows from what happened to the earlier one. */
  readonly cause: RepeatCause;
};

/** The body that sent an appeal on, and its letter. */
export type ReceivedFrom = {
  readonly __typename?: 'ReceivedFrom';
  /** Which body. */
  readonly kind: AppealSender;
  /** Its name; null once the applicant's data was erased. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** Its code in the district's directory; null for another one. */
  readonly organisation?: Maybe<Scalars['String']['output']>;
  /** Number of its letter. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Date of its letter. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  /** The day by which it asks for the answer. Lists show the earlier of it and the law's term while the question is open. */
  readonly term?: Maybe<Scalars['Date']['output']>;
  /** It asks for an answer itself, too. */
  readonly wantsAnswer: Scalars['Boolean']['output'];
};

/** A file of an appeal; it is opened at `url`, with the token or the session of the viewer. */
export type AttachedFile = {
  readonly __typename?: 'AttachedFile';
  /** The id of the file. */
  readonly id: Scalars['UUID']['output'];
  /** As its sender had it, for officials, and of an answer's files also for its addressee; null for a file without one. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The media type, such as `image/jpeg`. */
  readonly type: Scalars['String']['output'];
  /** The size in bytes. */
  readonly size: Scalars['Int']['output'];
  /** Address of the file on this server, for those who may see the card; of an image with `?size=thumb` a small one. */
  readonly url: Scalars['String']['output'];
};

/** What was added later: by the applicant, or by another person in the thread. */
export type Supplement = {
  readonly __typename?: 'Supplement';
  /** By which officials name it, where they go on by it. */
  readonly id: Scalars['UUID']['output'];
  /** What was added; null after erasure. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** When it was added. */
  readonly at: Scalars['DateTime']['output'];
  /** True: the applicant added it. False: another person of the thread did. */
  readonly byApplicant: Scalars['Boolean']['output'];
  /** The name that another person has in the network. */
  readonly authorName?: Maybe<Scalars['String']['output']>;
  /** Its public address; null where it has none. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** What officials replied to it, without another answer. */
  readonly replies: ReadonlyArray<SupplementReply>;
  /** Ids of the files that came with it, which are among the files of the appeal. */
  readonly files: ReadonlyArray<Scalars['UUID']['output']>;
};

/** What was written after an answer, in a list. */
export type RowAddition = {
  readonly __typename?: 'RowAddition';
  /** Its beginning; null once the applicant's data was erased. */
  readonly excerpt?: Maybe<Scalars['String']['output']>;
  /** When it was added. */
  readonly at: Scalars['DateTime']['output'];
  /** False: another person wrote it, in the thread. */
  readonly byApplicant: Scalars['Boolean']['output'];
};

/** A short reply to what was written after an answer. */
export type SupplementReply = {
  readonly __typename?: 'SupplementReply';
  /** Null once the applicant's data was erased. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** When the reply was given. */
  readonly at: Scalars['DateTime']['output'];
};

/** A message in its network. Whatever happens to it there, the registered text does not change. */
export type CardSource = {
  readonly __typename?: 'CardSource';
  /** The network. */
  readonly network: Network;
  /** Id of the district's account. */
  readonly account: Scalars['UUID']['output'];
  /** What kind of thread it came from. */
  readonly kind: ThreadKind;
  /** The number of messages under the same post, or in the same dialogue. */
  readonly thread: Scalars['UUID']['output'];
  /** Its public address; null where it has none. */
  readonly url?: Maybe<Scalars['String']['output']>;
  /** Later versions of the text, in the order of receipt. */
  readonly editions: ReadonlyArray<SourceEdition>;
  /** When its author removed it there; null while it exists. */
  readonly removedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many of its files the network did not give. */
  readonly unavailable: Scalars['Int']['output'];
  /** How many of its photos and other files were not read, because the network shows them in a form that is not known here. */
  readonly unread: Scalars['Int']['output'];
  /** Of a comment: how many replies of people came into the case. */
  readonly replies: Scalars['Int']['output'];
};

/** One count of one message over time. Counts of different networks are not comparable, and never added. */
export type ReactionSeries = {
  readonly __typename?: 'ReactionSeries';
  /** What was reacted to. */
  readonly target: ReactionTarget;
  /** The same for all counts of one message. */
  readonly message: Scalars['UUID']['output'];
  /** What is counted. */
  readonly metric: ReactionMetric;
  /** The oldest first. */
  readonly samples: ReadonlyArray<ReactionSample>;
};

/** A count that was seen, unchanged, from one instant to another. Between two samples the network was not asked. */
export type ReactionSample = {
  readonly __typename?: 'ReactionSample';
  /** When the count was taken first. */
  readonly from: Scalars['DateTime']['output'];
  /** When it was seen for the last time. */
  readonly to: Scalars['DateTime']['output'];
  /** Null: the network did not report it, which is not 0. */
  readonly value?: Maybe<Scalars['Int']['output']>;
  /** How exact the count is. */
  readonly quality: SampleQuality;
  /** How it was learnt. */
  readonly via: SampleVia;
};

/** A later text of it. */
export type SourceEdition = {
  readonly __typename?: 'SourceEdition';
  /** The text of this edition; null after erasure. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** When the edition was received. */
  readonly at: Scalars['DateTime']['output'];
};

/** A draft or answer with its text and its people. */
export type ResponseCard = {
  readonly __typename?: 'ResponseCard';
  /** The id of the question. */
  readonly question: Scalars['UUID']['output'];
  /** What lists show of the response. */
  readonly row: ResponseRow;
  /** The text; null before the first draft and after erasure. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** With MEASURES_PROMISED: the last day for the measures. */
  readonly promisedUntil?: Maybe<Scalars['Date']['output']>;
  /** Those of the current draft or answer. */
  readonly files: ReadonlyArray<AttachedFile>;
  /** The official who wrote the draft; null before. */
  readonly draftedBy?: Maybe<Official>;
  /** The official who approved it; null before. */
  readonly approvedBy?: Maybe<Official>;
  /** The official who signed; null before. */
  readonly signedBy?: Maybe<Official>;
  /** When it was signed; null before. */
  readonly signedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was sent back; null where it was not. */
  readonly sentBackReason?: Maybe<Scalars['String']['output']>;
  /** Notes that officials left for each other. */
  readonly notes: ReadonlyArray<Note>;
  /** The author consents to the publication of this answer. */
  readonly publicationAllowed: Scalars['Boolean']['output'];
  /** Its latest publication; null where none was prepared. */
  readonly publication?: Maybe<CardPublication>;
};

/** An answer on the public pages, as officials see it. */
export type CardPublication = {
  readonly __typename?: 'CardPublication';
  /** The id of the publication, which is its permanent address. */
  readonly id: Scalars['UUID']['output'];
  /** How far it has come. */
  readonly stage: PublicationStage;
  /** Why it may be published. */
  readonly ground: PublicationGround;
  /** The official who prepared it. */
  readonly by?: Maybe<Official>;
  /** Why it ended; null while it has not. */
  readonly why?: Maybe<PublicationEnd>;
  /** One line; null after erasure. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** What was asked, as all may read it; null after erasure. */
  readonly matter?: Maybe<Scalars['String']['output']>;
  /** What was answered, as all may read it; null after erasure. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** The photos that were proposed, in their order. */
  readonly photos: ReadonlyArray<CardPhoto>;
};

/** A photo that was proposed for the public pages, as officials see it. */
export type CardPhoto = {
  readonly __typename?: 'CardPhoto';
  /** The id of its file. */
  readonly file: Scalars['UUID']['output'];
  /** Address of the file on this server, for those who may see the card. */
  readonly url: Scalars['String']['output'];
  /** What it shows. */
  readonly side: PhotoSide;
  /** What is seen on it; null after erasure. */
  readonly alt?: Maybe<Scalars['String']['output']>;
  /** Whether another official released it. */
  readonly released: Scalars['Boolean']['output'];
};

/** An internal note; never shown to the applicant. */
export type Note = {
  readonly __typename?: 'Note';
  /** The note; null after erasure. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** The official who wrote it. */
  readonly by?: Maybe<Official>;
  /** When it was written. */
  readonly at: Scalars['DateTime']['output'];
};

/** What an official entered in the feedback platform. */
export type EnteredInPos = {
  readonly __typename?: 'EnteredInPos';
  /** The state of the message there since. */
  readonly state: PosState;
  /** The day it was entered. */
  readonly enteredOn: Scalars['Date']['output'];
};

/** A notice to the applicant: of the receipt, the registration, the answer … */
export type NoticeRow = Versioned & {
  readonly __typename?: 'NoticeRow';
  /** The id of the notice. */
  readonly id: Scalars['UUID']['output'];
  /** The id of the appeal. */
  readonly appeal: Scalars['UUID']['output'];
  /** What the notice tells. */
  readonly kind: NoticeKind;
  /** How it reaches the addressee. */
  readonly way: NoticeWay;
  /** Its state now. */
  readonly state: NoticeState;
  /** What proves the dispatch: a message id, an official's record, a posting. */
  readonly proof?: Maybe<Scalars['String']['output']>;
  /** When it was sent; null before. */
  readonly dispatchedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The appeal's registration number; of its receipt until then. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Of an appeal that was sent on, also by the feedback platform: its number there. */
  readonly senderNumber?: Maybe<Scalars['String']['output']>;
  /** What was entered in the feedback platform; null for other ways, and before. */
  readonly entered?: Maybe<EnteredInPos>;
  /** Of one for the feedback platform: the states that the message may have there once it is entered. */
  readonly posStates: ReadonlyArray<PosState>;
  /** The question that an answer speaks of. */
  readonly question?: Maybe<QuestionRow>;
  /** The signed answer, to be read aloud; null for other kinds, and once the applicant's data was erased. */
  readonly answer?: Maybe<Scalars['String']['output']>;
  /** What the viewer may do with it now. */
  readonly allowedActions: ReadonlyArray<Action>;
  /** The day by which the question must be answered. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** Its last instant, where the term is in hours. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Unanswered calls, the oldest first. */
  readonly attempts: ReadonlyArray<CallAttempt>;
  /** Its number in the district's outgoing series, given at the signature; null before it, for what is no letter, and for those from before. */
  readonly outgoing?: Maybe<OutgoingNumber>;
  /** The electronic signature without which it does not leave; null where none is demanded. */
  readonly demandedSignature?: Maybe<SignatureLevel>;
  /** It waits for that signature. */
  readonly lacksSignature: Scalars['Boolean']['output'];
  /** It waits until whom the district's settings name signs it: it has no number yet, and does not leave. */
  readonly isToSign: Scalars['Boolean']['output'];
  /** Electronic signatures over its sheet, the first first. */
  readonly signatures: ReadonlyArray<LetterSignature>;
  /** Of a letter on paper that was sent, the last one; also of one that was recorded after the end. */
  readonly posting?: Maybe<Posting>;
  /** Ways that failed, the first first. */
  readonly failed: ReadonlyArray<FailedWay>;
  /** Why it is not sent any more. */
  readonly cancelled?: Maybe<CancelGround>;
  /** A proof of dispatch that came after the notice, or its question, had its end. */
  readonly lateProof?: Maybe<LateProof>;
  /** Public address of the answer in the thread. */
  readonly link?: Maybe<Scalars['String']['output']>;
  /** In a network: when it was seen where it was sent, by an echo or a reading of the thread; null where only the dispatch is proved. */
  readonly seenAt?: Maybe<Scalars['DateTime']['output']>;
  /** In a network: when the person read it; null where the network does not report it. */
  readonly readAt?: Maybe<Scalars['DateTime']['output']>;
  /** In a network: when it was found to have been removed there; null while it exists. */
  readonly removedAt?: Maybe<Scalars['DateTime']['output']>;
  /** In a network: when it was sought in the thread where a person had placed it, and not found; null while it was not, or was seen. */
  readonly soughtAt?: Maybe<Scalars['DateTime']['output']>;
  /** It waits for an official: whether it was delivered is unknown (UNKNOWN), or its text may not be public (HELD). */
  readonly attention?: Maybe<NoticeAttention>;
  /** Of a held notice: what was found in its words. */
  readonly found: ReadonlyArray<PersonalDataKind>;
  /** Whom it is addressed to. */
  readonly addressee: Addressee;
  /** Of a letter to a body (COVERING, REQUEST): its name. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** Of a notice to the sender of a duplicate: the number of the main case; null for the others. */
  readonly mainNumber?: Maybe<Scalars['String']['output']>;
  /** Beside `mainNumber`, once the main case is answered: how. */
  readonly mainOutcome?: Maybe<Outcome>;
  /** The version of the stream, for the next `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
};

/** The number of a letter in the one series of the district's year, for letters of all ways. */
export type OutgoingNumber = {
  readonly __typename?: 'OutgoingNumber';
  /** As on the sheet. */
  readonly number: Scalars['String']['output'];
  /** The day that the letter is dated. */
  readonly on: Scalars['Date']['output'];
  /** The letter never leaves; the number is given to no other. */
  readonly annulled: Scalars['Boolean']['output'];
};

/** An electronic signature over the sheet of a letter, made outside by the program of who signed. */
export type LetterSignature = {
  readonly __typename?: 'LetterSignature';
  /** What is known of it here; revocation and accreditation are never looked at. */
  readonly level: SignatureLevel;
  /** SHA-256 of the sheet that it is over, hexadecimal. */
  readonly sheet: Scalars['String']['output'];
  /** SHA-256 of its own file, hexadecimal. */
  readonly signature: Scalars['String']['output'];
  /** As is written for people: `GOST R 34.10-2012 (256)`. */
  readonly algorithm: Scalars['String']['output'];
  /** The number that its authority gave the certificate, hexadecimal. */
  readonly number: Scalars['String']['output'];
  /** SHA-256 of the whole certificate, hexadecimal. */
  readonly thumbprint: Scalars['String']['output'];
  /** The term of the certificate: from … */
  readonly from: Scalars['DateTime']['output'];
  /** … until. */
  readonly until: Scalars['DateTime']['output'];
  /** When it was made, by its own word; null where it does not say. */
  readonly signedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was attached. */
  readonly at: Scalars['DateTime']['output'];
  /** Who attached it. */
  readonly by?: Maybe<Official>;
};

/** A letter on paper in the register of outgoing post. */
export type Posting = {
  readonly __typename?: 'Posting';
  /** How the letter was sent. */
  readonly means: PostingMeans;
  /** The outgoing number. */
  readonly number: Scalars['String']['output'];
  /** The day on which it was sent. */
  readonly sentOn: Scalars['Date']['output'];
  /** Of a registered letter: its number at the post. */
  readonly track?: Maybe<Scalars['String']['output']>;
  /** What became of it since; null while that is not known. */
  readonly after?: Maybe<AfterPosting>;
  /** Who recorded it. */
  readonly by?: Maybe<Official>;
};

/** What became of a letter after it had left by post. */
export type AfterPosting = {
  readonly __typename?: 'AfterPosting';
  /** What became of it. */
  readonly outcome: LetterOutcome;
  /** The day of it. */
  readonly on: Scalars['Date']['output'];
  /** What shows it. */
  readonly proof: PostalProof;
};

/** A row of the outgoing register. */
export type OutgoingEntry = {
  readonly __typename?: 'OutgoingEntry';
  /** The letter: its notice with number, way, state, proof and posting. */
  readonly notice: NoticeRow;
  /** The appeal that the letter is about. */
  readonly appeal: AppealSummary;
  /** How far it has come. */
  readonly course: LetterCourse;
  /** Whether `applicant` opens name and address for the viewer now. */
  readonly addresseeOpens: Scalars['Boolean']['output'];
};

/** A page of the outgoing register. */
export type OutgoingRegisterConnection = Connection & {
  readonly __typename?: 'OutgoingRegisterConnection';
  /** The rows of this page, each with its cursor. */
  readonly edges: ReadonlyArray<OutgoingEntryEdge>;
  /** The rows of this page, without cursors. */
  readonly nodes: ReadonlyArray<OutgoingEntry>;
  /** Where this page begins and ends, and whether there are others. */
  readonly pageInfo: PageInfo;
  /** Up to 10,000; see `totalIsExact`. */
  readonly total: Scalars['Int']['output'];
  /** False: there are more than `total`. */
  readonly totalIsExact: Scalars['Boolean']['output'];
  /** The change named by `consistentWith` is not in it yet. */
  readonly stale: Scalars['Boolean']['output'];
};

/** A row of the outgoing register with its cursor. */
export type OutgoingEntryEdge = {
  readonly __typename?: 'OutgoingEntryEdge';
  /** Opaque: pass it as `after` or `before` to continue here. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: OutgoingEntry;
};

/** A row of the register of outgoing post. */
export type OutgoingLetter = {
  readonly __typename?: 'OutgoingLetter';
  /** The notice that it is of; one whose record came after the end may have several. */
  readonly notice: Scalars['UUID']['output'];
  /** The appeal that the letter is about. */
  readonly appeal: AppealSummary;
  /** What it communicates. */
  readonly kind: NoticeKind;
  /** The body that it was sent to; null where it went to the applicant. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** Whether `applicant` opens name and address for the viewer now. */
  readonly addresseeOpens: Scalars['Boolean']['output'];
  /** How and when it was sent. */
  readonly posting: Posting;
  /** It was recorded after the notice had its end. */
  readonly late: Scalars['Boolean']['output'];
};

/** A page of the register of outgoing post. */
export type OutgoingPostConnection = Connection & {
  readonly __typename?: 'OutgoingPostConnection';
  /** The rows of this page, each with its cursor. */
  readonly edges: ReadonlyArray<OutgoingPostEdge>;
  /** The rows of this page, without cursors. */
  readonly nodes: ReadonlyArray<OutgoingLetter>;
  /** Where this page begins and ends, and whether there are others. */
  readonly pageInfo: PageInfo;
  /** Up to 10,000; see `totalIsExact`. */
  readonly total: Scalars['Int']['output'];
  /** False: there are more than `total`. */
  readonly totalIsExact: Scalars['Boolean']['output'];
  /** The change named by `consistentWith` is not in it yet. */
  readonly stale: Scalars['Boolean']['output'];
};

/** A letter with its cursor. */
export type OutgoingPostEdge = {
  readonly __typename?: 'OutgoingPostEdge';
  /** Opaque: pass it as `after` or `before` to continue here. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: OutgoingLetter;
};

/** A way by which a notice did not reach the applicant. */
export type FailedWay = {
  readonly __typename?: 'FailedWay';
  /** How it was tried. */
  readonly way: NoticeWay;
  /** The mail server's reply code, or the result of the calls. */
  readonly code: Scalars['String']['output'];
  /** When it failed. */
  readonly at: Scalars['DateTime']['output'];
};

/** A dispatch that was proved after the end. */
export type LateProof = {
  readonly __typename?: 'LateProof';
  /** How it was sent. */
  readonly way: NoticeWay;
  /** What proves it. */
  readonly proof: Scalars['String']['output'];
  /** When it was sent. */
  readonly dispatchedAt: Scalars['DateTime']['output'];
};

/** A call without an answer. */
export type CallAttempt = {
  readonly __typename?: 'CallAttempt';
  /** How the call ended. */
  readonly result: CallResult;
  /** When the call was made. */
  readonly at: Scalars['DateTime']['output'];
  /** The official who called. */
  readonly by?: Maybe<Official>;
  /** When the applicant asked to be called. */
  readonly callAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of notices. */
export type NoticeConnection = Connection & {
  readonly __typename?: 'NoticeConnection';
  /** The rows of this page, each with its cursor. */
  readonly edges: ReadonlyArray<NoticeEdge>;
  /** The rows of this page, without cursors. */
  readonly nodes: ReadonlyArray<NoticeRow>;
  /** Where this page begins and ends, and whether there are others. */
  readonly pageInfo: PageInfo;
  /** The change named by `consistentWith` is not in it yet. */
  readonly stale: Scalars['Boolean']['output'];
};

/** A notice with its cursor. */
export type NoticeEdge = {
  readonly __typename?: 'NoticeEdge';
  /** Opaque: pass it as `after` or `before` to continue here. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: NoticeRow;
};

/** One fact: who, when, what, under which rule. */
export type HistoryItem = {
  readonly __typename?: 'HistoryItem';
  /** The type of the event. */
  readonly type: EventType;
  /** The same for a person, in the language of Accept-Language. */
  readonly title: Scalars['String']['output'];
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  /** The official who did it; null where it was no official. */
  readonly by?: Maybe<Official>;
  /** The absent official on whose behalf it was done. */
  readonly onBehalfOf?: Maybe<Official>;
  /** Who did it: an official, a resident, a person without an account, or the system. */
  readonly actor: ActorKind;
  /** The role of the official; null where it was no official. */
  readonly role?: Maybe<Role>;
  /** Text that goes with it: a reason, a draft. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** The rule by which it was done; null where none applied. */
  readonly rule?: Maybe<Scalars['String']['output']>;
  /** For a fact of a notice: what it communicates. */
  readonly notice?: Maybe<NoticeKind>;
  /** Of a letter to a body (COVERING, REQUEST): its name. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** The question whose fact it is, or whose answer's; null for a fact of the appeal or of a notice. */
  readonly question?: Maybe<Scalars['UUID']['output']>;
  /** Of a split: the questions into which it divided this one, which stays beside them. */
  readonly into: ReadonlyArray<Scalars['UUID']['output']>;
  /** The term that was set or warned of. */
  readonly term?: Maybe<HistoryTerm>;
  /** What was corrected: as it was, and as it became. */
  readonly changes: ReadonlyArray<HistoryChange>;
};

/** A correction of what is known of an appeal. */
export type HistoryChange = {
  readonly __typename?: 'HistoryChange';
  /** Of what. */
  readonly of: CorrectedField;
  /** As it was; null where there was none, and where it may not be read. */
  readonly was?: Maybe<Scalars['String']['output']>;
  /** As it became; null where nothing is left of it, and where it may not be read. */
  readonly is?: Maybe<Scalars['String']['output']>;
};

/** A term as a fact of the history names it. */
export type HistoryTerm = {
  readonly __typename?: 'HistoryTerm';
  /** What is due. */
  readonly duty: Duty;
  /** The last day of the term. */
  readonly dueOn: Scalars['Date']['output'];
  /** Present for a term in hours. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The last day of the former term, where the term was recalculated. */
  readonly before?: Maybe<Scalars['Date']['output']>;
  /** Why it was recalculated. */
  readonly reason?: Maybe<DeadlineReason>;
  /** The warning that so much of it has passed, in percent. */
  readonly share?: Maybe<Scalars['Int']['output']>;
};

/** By it the official who asked fetches the parts of a case's evidence file, for ten minutes. */
export type CaseEvidencePermit = {
  readonly __typename?: 'CaseEvidencePermit';
  /** The number of the appeal, or of its receipt. */
  readonly number: Scalars['String']['output'];
  /**
   * To be sent to each address of `parts` as `{"pass": "…"}` (POST, JSON). Each answers an ASiC-E container of its own; one that holds the
   * files of all is the evidence file.
   */
  readonly pass: Scalars['String']['output'];
  /** Addresses, one of each service. */
  readonly parts: ReadonlyArray<Scalars['String']['output']>;
  /**
   * Whether the applicant's name and contact, and the letters on which they stand, are in the file; false for one whose roles do not
   * open them (`applicant`), and the file says so.
   */
  readonly withContacts: Scalars['Boolean']['output'];
};

/** Personal data of the applicant; each opening is recorded. */
export type Applicant = {
  readonly __typename?: 'Applicant';
  /** The name; null where none was given or it was erased. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** E-mail address or phone number; null where none was given or it was erased. */
  readonly contact?: Maybe<Scalars['String']['output']>;
  /** The postal address, and a telephone beside the contact, where an official entered them. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** A further phone number; null where none was given. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** What `contact` is; null without one. */
  readonly contactKind?: Maybe<ContactKind>;
  /** The identity was proven. */
  readonly identified: Scalars['Boolean']['output'];
  /** For a resident who signed in: the identity provider that identified them. Null for others. */
  readonly identity?: Maybe<ApplicantIdentity>;
};

/** Who an applicant is at the provider that vouches for him. */
export type ApplicantIdentity = {
  readonly __typename?: 'ApplicantIdentity';
  /** The address of the OIDC issuer. */
  readonly issuer: Scalars['String']['output'];
  /** His id there. */
  readonly subject: Scalars['String']['output'];
};

/** What a search for a person found. */
export type FoundApplicants = {
  readonly __typename?: 'FoundApplicants';
  /** Those whose appeal came last first, 50 at most. */
  readonly applicants: ReadonlyArray<FoundApplicant>;
  /** How many were found; more than 50 only where more are not shown. */
  readonly total: Scalars['Int']['output'];
  /** True: so many appeals match that none is shown, and more of the name or address is needed. */
  readonly tooMany: Scalars['Boolean']['output'];
  /** True: nothing matched, and these differ from what was typed by one letter of a word. */
  readonly similar: Scalars['Boolean']['output'];
};

/** A person, found by name, contact or address. Nothing but initials is shown before the file is opened. */
export type FoundApplicant = {
  readonly __typename?: 'FoundApplicant';
  /** Initials; null where no name was given. */
  readonly initials?: Maybe<Scalars['String']['output']>;
  /** The last two digits of the telephone; null where none was given. */
  readonly phoneEnd?: Maybe<Scalars['String']['output']>;
  /** The appeal of the person that came last among those found. */
  readonly latest: AppealSummary;
  /** How many appeals there are of the same contact or identity. */
  readonly total: Scalars['Int']['output'];
  /** How many of these are not ended. */
  readonly open: Scalars['Int']['output'];
};

/** What came earlier of the same person. */
export type EarlierAppeals = {
  readonly __typename?: 'EarlierAppeals';
  /** How many appeals. */
  readonly total: Scalars['Int']['output'];
  /** How many of these are not ended. */
  readonly open: Scalars['Int']['output'];
  /** The newest of them, 5 at most. */
  readonly appeals: ReadonlyArray<AppealSummary>;
};

/** What the register holds of a person; each opening is recorded. */
export type ApplicantFile = {
  readonly __typename?: 'ApplicantFile';
  /** When it was opened. */
  readonly openedAt: Scalars['DateTime']['output'];
  /** Name and contact, as the appeal that was asked for gives them. */
  readonly applicant: Applicant;
  /** How many appeals there are of the same contact or identity. */
  readonly total: Scalars['Int']['output'];
  /** How many of these are not ended. */
  readonly open: Scalars['Int']['output'];
  /** The newest first, 100 at most. */
  readonly appeals: ReadonlyArray<FiledAppeal>;
  /** To what the person consented, by appeal, the newest first; appeals without a consent are not there. */
  readonly consents: ReadonlyArray<FiledConsent>;
  /** Who opened name and contact, the file, or what proves these appeals last: 5 at most, this opening among them. Letters that were printed are on a record of their own. */
  readonly openings: ReadonlyArray<FiledOpening>;
  /** How many months after the end of the last appeal name and address are kept. */
  readonly keptMonths: Scalars['Int']['output'];
};

/** What a person consented to with an appeal. */
export type FiledConsent = {
  readonly __typename?: 'FiledConsent';
  /** The appeal's id. */
  readonly appeal: Scalars['UUID']['output'];
  /** Its number, or that of its receipt. */
  readonly number: Scalars['String']['output'];
  /** The day on which it was given. */
  readonly on: Scalars['Date']['output'];
  /** To the processing of the data: the version of the text; null where only publication was consented to. */
  readonly version?: Maybe<Scalars['String']['output']>;
  /** To the publication of the depersonalised text and answer. */
  readonly publication: Scalars['Boolean']['output'];
  /** Null while it is in force. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
};

/** An opening of the person's data. */
export type FiledOpening = {
  readonly __typename?: 'FiledOpening';
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Who; null for an official whom the directory does not know. */
  readonly official?: Maybe<Official>;
  /** Why; null once the applicant's data was erased. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** An appeal in a person's file. */
export type FiledAppeal = {
  readonly __typename?: 'FiledAppeal';
  /** The appeal. */
  readonly row: AppealSummary;
  /** The nearest last day of a term that runs. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** The last answer; null where none was given, for readers who may not open the card, and once the applicant's data was erased. */
  readonly answer?: Maybe<Scalars['String']['output']>;
  /** False: the same contact, under another name. */
  readonly sameName: Scalars['Boolean']['output'];
  /** It is not ended. */
  readonly open: Scalars['Boolean']['output'];
  /** Appeals with which an official joined it, as of one person. */
  readonly joined: ReadonlyArray<Scalars['UUID']['output']>;
  /** An official parted it from others of its contact. */
  readonly apart: Scalars['Boolean']['output'];
};

/** An official opened, or saved, what the register holds of a person. */
export type Opening = {
  readonly __typename?: 'Opening';
  /** The id of the record. */
  readonly id: Scalars['UUID']['output'];
  /** When it was opened. */
  readonly at: Scalars['DateTime']['output'];
  /** What was opened. */
  readonly kind: OpeningKind;
  /** Null for one whom the directory does not know, and for a body. */
  readonly official?: Maybe<Official>;
  /** Of BODY_PAGE: the body that had the letter. */
  readonly body?: Maybe<Scalars['String']['output']>;
  /** The role that permitted it. */
  readonly role: Role;
  /** The absent official on whose behalf it was opened: the role is that official's. */
  readonly onBehalfOf?: Maybe<Official>;
  /** Null for EXPORT, SEARCH, APPLICANT_SEARCH and PRINT, and when the register does not hold the appeal. */
  readonly appeal?: Maybe<AppealSummary>;
  /** Of CONTACT and APPLICANT_FILE, null once the applicant's data was erased; of APPLICANT_SEARCH and PRINT, the one that was chosen. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /**
   * Of EXPORT, SEARCH and APPLICANT_SEARCH: how many appeals of this district were found, or how many rows the list has (10,000 also for
   * more). Of PRINT: how many cases it names.
   */
  readonly rows?: Maybe<Scalars['Int']['output']>;
  /** Of EXPORT: what was saved. */
  readonly exported?: Maybe<ExportedList>;
  /** Of EXPORT: the worklist that was saved. */
  readonly worklist?: Maybe<WorklistCode>;
  /** Of PRINT: what was printed. */
  readonly printed?: Maybe<PrintedPaper>;
  /** Of PRINT: ids of the cases whose applicants it names; else empty. */
  readonly appeals: ReadonlyArray<Scalars['UUID']['output']>;
  /** Of PRINT of LETTERS: which were printed; else empty. */
  readonly letters: ReadonlyArray<LetterOnRecord>;
};

/** A letter that was printed. */
export type LetterOnRecord = {
  readonly __typename?: 'LetterOnRecord';
  /** The notice's id. */
  readonly notice: Scalars['UUID']['output'];
  /** The id of its appeal. */
  readonly appeal: Scalars['UUID']['output'];
  /** Its outgoing number; null where it had none when it was printed. */
  readonly number?: Maybe<Scalars['String']['output']>;
};

/** A letter that is about to be printed. */
export type LetterOfPrint = {
  /** The notice's id. */
  readonly id: Scalars['UUID']['input'];
  /** The id of its appeal. */
  readonly appeal: Scalars['UUID']['input'];
};

/** Applicants that were opened for one print. */
export type PrintedApplicants = {
  readonly __typename?: 'PrintedApplicants';
  /** The id of the record; null where none was opened, and nothing is on record. */
  readonly opening?: Maybe<Scalars['UUID']['output']>;
  /** One of each case that was opened. */
  readonly applicants: ReadonlyArray<PrintedApplicant>;
  /**
   * Of LETTERS: for `printedLetters` of the same press, which makes no other record of the `letters` then; ten minutes, for this official.
   * Null for other papers, and where none was opened. `/papers/<district>/envelopes/…?opening=<opening>` makes none either.
   */
  readonly pass?: Maybe<Scalars['String']['output']>;
  /** How many of the cases stay closed: no act at hand needs the name, its data was erased, or the register does not hold it. */
  readonly closed: Scalars['Int']['output'];
};

/** The applicant of a case on a printed sheet. */
export type PrintedApplicant = {
  readonly __typename?: 'PrintedApplicant';
  /** The id of the appeal. */
  readonly appeal: Scalars['UUID']['output'];
  /** The name; null where none was given. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The postal address; null where none is known. */
  readonly address?: Maybe<Scalars['String']['output']>;
};

/** A page of what officials opened or saved. */
export type OpeningConnection = Connection & {
  readonly __typename?: 'OpeningConnection';
  /** The rows of this page, each with its cursor. */
  readonly edges: ReadonlyArray<OpeningEdge>;
  /** The rows of this page, without cursors. */
  readonly nodes: ReadonlyArray<Opening>;
  /** Where this page begins and ends, and whether there are others. */
  readonly pageInfo: PageInfo;
};

/** An opening with its cursor. */
export type OpeningEdge = {
  readonly __typename?: 'OpeningEdge';
  /** Opaque: pass it as `after` or `before` to continue here. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Opening;
};

/** How a district keeps its terms. */
export type Board = {
  readonly __typename?: 'Board';
  /** The district's day, of which open questions are counted. */
  readonly today: Scalars['Date']['output'];
  /** The district as a whole. */
  readonly whole: BoardLine;
  /** Every department of the directory, in its order. */
  readonly departments: ReadonlyArray<BoardLine>;
  /** Topics with anything to count, the most open first. */
  readonly topics: ReadonlyArray<BoardLine>;
  /** Executors with open questions or answers in the period, the most open first. */
  readonly executors: ReadonlyArray<BoardExecutor>;
  /** What falls due today and on each of the six days after it. */
  readonly coming: ReadonlyArray<BoardDay>;
};

/** What the board counts of a district, a department, a topic and an official. */
export type BoardCounts = {
  /** All without an end. */
  readonly open: Scalars['Int']['output'];
  /** Open and due today, and not late (`dueFrom`, `dueBy`, `overdue: false`). */
  readonly dueToday: Scalars['Int']['output'];
  /** Open and due today or in the six days after it, and not late. */
  readonly coming: Scalars['Int']['output'];
  /** Open past their term (`overdue: true`). */
  readonly overdue: Scalars['Int']['output'];
  /** Answered in the period (`questionStates: ANSWERED`, `answeredFrom`, `answeredTo`). */
  readonly answered: Scalars['Int']['output'];
  /** Of these within their term (`termKept: true`). */
  readonly kept: Scalars['Int']['output'];
  /** Of these after it (`termKept: false`). */
  readonly late: Scalars['Int']['output'];
  /** Of these on the day on which the appeal came (`sameDay: true`). */
  readonly sameDay: Scalars['Int']['output'];
};

/** What is counted of a district, a department or a topic. `open` is all without an end, as in the worklist IN_WORK. */
export type BoardLine = BoardCounts & {
  readonly __typename?: 'BoardLine';
  /** Of the department or topic; of the whole district its own. */
  readonly code: Scalars['String']['output'];
  /** Whose line it is. */
  readonly name: Scalars['String']['output'];
  /** All without an end. */
  readonly open: Scalars['Int']['output'];
  /** Open without an executor (`unassigned: true`). */
  readonly unassigned: Scalars['Int']['output'];
  /** Open and due today, and not late (`dueFrom`, `dueBy`, `overdue: false`). */
  readonly dueToday: Scalars['Int']['output'];
  /** Open and due today or in the six days after it, and not late. */
  readonly coming: Scalars['Int']['output'];
  /** Open past their term (`overdue: true`). */
  readonly overdue: Scalars['Int']['output'];
  /** Open with a term that was extended (`extensions: IN_FORCE`). */
  readonly extended: Scalars['Int']['output'];
  /** Answered in the period (`questionStates: ANSWERED`, `answeredFrom`, `answeredTo`). */
  readonly answered: Scalars['Int']['output'];
  /** Of these within their term (`termKept: true`). */
  readonly kept: Scalars['Int']['output'];
  /** Of these after it (`termKept: false`). */
  readonly late: Scalars['Int']['output'];
  /** Of these on the day on which the appeal came (`sameDay: true`). */
  readonly sameDay: Scalars['Int']['output'];
  /** Promised measures that are waited for (`promises: WAITING`). */
  readonly promised: Scalars['Int']['output'];
  /** Of these past their day (`overdue: true`). */
  readonly promisesMissed: Scalars['Int']['output'];
  /** Promises that were kept in the period in time (`promises: KEPT`, `promiseKeptFrom`, `promiseKeptTo`). */
  readonly promisesKept: Scalars['Int']['output'];
  /** The same, after their day (`promises: LATE`). */
  readonly promisesLate: Scalars['Int']['output'];
};

/** The workload of one official (`filter: { executor }`). */
export type BoardExecutor = BoardCounts & {
  readonly __typename?: 'BoardExecutor';
  /** The official’s id. */
  readonly id: Scalars['UUID']['output'];
  /** Null for one whom the directory does not know any more. */
  readonly executor?: Maybe<Official>;
  /** All without an end. */
  readonly open: Scalars['Int']['output'];
  /** Open and due today, and not late. */
  readonly dueToday: Scalars['Int']['output'];
  /** Open and due today or in the six days after it, and not late. */
  readonly coming: Scalars['Int']['output'];
  /** Open past their term. */
  readonly overdue: Scalars['Int']['output'];
  /** Answered in the period. */
  readonly answered: Scalars['Int']['output'];
  /** Of these within their term. */
  readonly kept: Scalars['Int']['output'];
  /** Of these after it. */
  readonly late: Scalars['Int']['output'];
  /** Of these on the day on which the appeal was received. */
  readonly sameDay: Scalars['Int']['output'];
};

/** How many open questions fall due on a day. */
export type BoardDay = {
  readonly __typename?: 'BoardDay';
  /** The day. */
  readonly on: Scalars['Date']['output'];
  /** Open questions whose term ends on it. */
  readonly due: Scalars['Int']['output'];
};

/** By what the questions of `answerTimes` are grouped. */
export type AnswerTimesBy =
  /** A line for each district. */
  | 'DISTRICT'
  /** A line for each department. */
  | 'DEPARTMENT'
  /** A line for each topic. */
  | 'TOPIC'
  /** Of the reception. */
  | 'MONTH';

/** How questions were answered, group by group. */
export type AnswerTimesReport = {
  readonly __typename?: 'AnswerTimesReport';
  /** The largest first. */
  readonly groups: ReadonlyArray<AnswerTimes>;
  /** False: words find more than 10,000 appeals, and the newest of them are counted. */
  readonly isExact: Scalars['Boolean']['output'];
};

/** How the questions of one group were answered. */
export type AnswerTimes = {
  readonly __typename?: 'AnswerTimes';
  /** Code of the district, department or topic, or YYYY-MM of the reception. */
  readonly value: Scalars['String']['output'];
  /** The name of the district, department or topic. */
  readonly name: Scalars['String']['output'];
  /** All questions of the group, answered or not. */
  readonly questions: Scalars['Int']['output'];
  /** Questions answered in the period. */
  readonly answered: Scalars['Int']['output'];
  /** Answered within their term (`filter: { terms: KEPT }`). */
  readonly kept: Scalars['Int']['output'];
  /** Answered after it (`filter: { terms: LATE }`). */
  readonly late: Scalars['Int']['output'];
  /** Open past their term today (`filter: { overdue: true }`). */
  readonly overdue: Scalars['Int']['output'];
  /** Answered on the day on which the appeal came (`filter: { sameDay: true }`). */
  readonly sameDay: Scalars['Int']['output'];
  /** Answered ones whose appeal its author rated. */
  readonly rated: Scalars['Int']['output'];
  /** Of these, rated 4 or 5. */
  readonly satisfied: Scalars['Int']['output'];
  /** Answered once: answered now, or considered again. */
  readonly answeredOnce: Scalars['Int']['output'];
  /** Considered again at least once (`filter: { reopened: [1, 2, 3] }`). */
  readonly reopened: Scalars['Int']['output'];
  /**
   * Calendar days to the dispatch of the answer that holds, from the registration, or from the arrival of a message that has none; null
   * where nothing was answered.
   */
  readonly days?: Maybe<Quartiles>;
  /** The same to the first answer, of a message also an interim one, whatever came after it. */
  readonly firstDays?: Maybe<Quartiles>;
  /** The same without the days of waiting for information of other bodies, in which the term of the law keeps running. */
  readonly ownDays?: Maybe<Quartiles>;
};

/** Half of the values lie between `lower` and `upper`. */
export type Quartiles = {
  readonly __typename?: 'Quartiles';
  /** A quarter of the values are not greater. */
  readonly lower: Scalars['Float']['output'];
  /** Half of the values are not greater. */
  readonly median: Scalars['Float']['output'];
  /** Three quarters of the values are not greater. */
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
  /** The word as it was typed. */
  readonly from: Scalars['String']['output'];
  /** The word that was searched for instead. */
  readonly to: Scalars['String']['output'];
};

/** A page of what was found, with counts of all of it. */
export type SearchConnection = Connection & {
  readonly __typename?: 'SearchConnection';
  /** The rows of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SearchEdge>;
  /** The rows of this page, without cursors. */
  readonly nodes: ReadonlyArray<SearchHit>;
  /** Where this page begins and ends, and whether there are others. */
  readonly pageInfo: PageInfo;
  /** Up to 10,000; see `totalIsExact`. */
  readonly total: Scalars['Int']['output'];
  /** False: there are more, and facets may count the newest of them alone. */
  readonly totalIsExact: Scalars['Boolean']['output'];
  /** Counts of everything that was found, by value. */
  readonly facets: Facets;
  /** Words that no text holds, and what was looked for instead. */
  readonly corrections: ReadonlyArray<SearchCorrection>;
  /** No text holds all the words: these hold some of them. */
  readonly relaxed: Scalars['Boolean']['output'];
  /**
   * Texts with some of the words, the nearest first, where fewer than ten hold all of four or more: ten with those, on the first page
   * by relevance. They are in no count, and not behind `pageInfo`.
   */
  readonly nearby: ReadonlyArray<SearchHit>;
  /** What each of the texts holds, as the query was understood. */
  readonly foundBy: SearchFoundBy;
  /** The search server is away: answered from the database. */
  readonly degraded: Scalars['Boolean']['output'];
  /** The change named by `consistentWith` is not in it yet. */
  readonly stale: Scalars['Boolean']['output'];
};

/** What found texts hold of a query. */
export type SearchFoundBy = {
  readonly __typename?: 'SearchFoundBy';
  /** Of each choice («или», `|`) a text holds all of one side at least. Empty when the texts are `relaxed`. */
  readonly choices: ReadonlyArray<SearchChoice>;
  /**
   * Only the beginning of the query was asked for: at most 1,000 characters, 32 words, phrases and signs, and 16 sides of a
   * choice, with brackets multiplied out.
   */
  readonly isCut: Scalars['Boolean']['output'];
};

/** A choice between several. */
export type SearchChoice = {
  readonly __typename?: 'SearchChoice';
  /** The words of each side, after corrections. */
  readonly sides: ReadonlyArray<Scalars['String']['output']>;
};

/** A hit with its cursor. */
export type SearchEdge = {
  readonly __typename?: 'SearchEdge';
  /** Opaque: pass it as `after` or `before` to continue here. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: SearchHit;
};

/** A found appeal. */
export type SearchHit = {
  readonly __typename?: 'SearchHit';
  /** What lists show of the appeal. */
  readonly row: AppealRow;
  /** How well it fits; comparable within one search only. */
  readonly score: Scalars['Float']['output'];
  /** Fragments with what was found between U+E000 and U+E001. */
  readonly highlights: ReadonlyArray<Scalars['String']['output']>;
};

/** An appeal without personal data: no name, number of a person or exact place. */
export type MaskedAppeal = {
  readonly __typename?: 'MaskedAppeal';
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['output'];
  /** The district. */
  readonly district: District;
  /** Number of the receipt. */
  readonly receipt: Scalars['String']['output'];
  /** Registration number. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** How it was received. */
  readonly channel: Channel;
  /** Its state now. */
  readonly state: AppealState;
  /** The settlement of the place; null where none is known. */
  readonly settlement?: Maybe<Settlement>;
  /** The day on which it was received. */
  readonly receivedOn: Scalars['Date']['output'];
  /** The day of registration, in the district’s time zone; null before it. */
  readonly registeredOn?: Maybe<Scalars['Date']['output']>;
  /** The questions of the appeal. */
  readonly questions: ReadonlyArray<MaskedQuestion>;
  /** Null once the applicant's data was erased. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** What was added later, without personal data. */
  readonly supplements: ReadonlyArray<Scalars['String']['output']>;
  /** The answers, without personal data. */
  readonly answers: ReadonlyArray<Scalars['String']['output']>;
};

/** A question of an appeal without personal data. */
export type MaskedQuestion = {
  readonly __typename?: 'MaskedQuestion';
  /** The id of the question. */
  readonly id: Scalars['UUID']['output'];
  /** The topic; null before routing. */
  readonly topic?: Maybe<Topic>;
  /** The department; null before routing. */
  readonly department?: Maybe<Department>;
  /** Its state now. */
  readonly state: QuestionState;
  /** With what it ended; null while it is open. */
  readonly result?: Maybe<QuestionResult>;
  /** By which part of article 11 of 59-FZ it was left without an answer; null where it was not. */
  readonly ground?: Maybe<UnansweredGround>;
  /** Of an open one. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** The day of the answer; null before. */
  readonly answeredOn?: Maybe<Scalars['Date']['output']>;
};

/**
 * How many of the found appeals have each value; an appeal with several questions counts under each of theirs. The values are
 * those of the filter's fields.
 */
export type Facets = {
  readonly __typename?: 'Facets';
  /** Codes, as in `districts`. */
  readonly districts: ReadonlyArray<Facet>;
  /** By topic. */
  readonly topics: ReadonlyArray<Facet>;
  /** By department. */
  readonly departments: ReadonlyArray<Facet>;
  /** By settlement. */
  readonly settlements: ReadonlyArray<Facet>;
  /** By channel. */
  readonly channels: ReadonlyArray<ChannelFacet>;
  /** By state of the appeal. */
  readonly states: ReadonlyArray<StateFacet>;
  /** Codes of the common classifier, for `filter.classifier`. */
  readonly classifiers: ReadonlyArray<Facet>;
  /** With what questions ended. */
  readonly results: ReadonlyArray<ResultFacet>;
  /** Of questions, for `filter.terms`; those overdue now are found by `filter.overdue`. */
  readonly terms: ReadonlyArray<TermFacet>;
  /** YYYY-MM of the reception; the filter takes its first and last day as `receivedFrom` and `receivedTo`. */
  readonly months: ReadonlyArray<Facet>;
  /** By regime of the law. */
  readonly regimes: ReadonlyArray<RegimeFacet>;
  /** By network of the message. */
  readonly networks: ReadonlyArray<NetworkFacet>;
  /** From whom they came, for `filter.sentBy`. */
  readonly senders: ReadonlyArray<SenderFacet>;
  /** By the score that the sender gave. */
  readonly ratings: ReadonlyArray<RatingFacet>;
  /** By how often a question was considered again, for `filter.reopened`. */
  readonly reopened: ReadonlyArray<ReopenedFacet>;
};

/** How many of the found are under one regime. */
export type RegimeFacet = {
  readonly __typename?: 'RegimeFacet';
  /** The value, as a filter takes it. */
  readonly value: Regime;
  /** Its name, for people. */
  readonly name: Scalars['String']['output'];
  /** How many were found with it. */
  readonly count: Scalars['Int']['output'];
};

/** How many of the found came from one network. */
export type NetworkFacet = {
  readonly __typename?: 'NetworkFacet';
  /** The value, as a filter takes it. */
  readonly value: Network;
  /** Its name, for people. */
  readonly name: Scalars['String']['output'];
  /** How many were found with it. */
  readonly count: Scalars['Int']['output'];
};

/** How many of the found came from one sender. */
export type SenderFacet = {
  readonly __typename?: 'SenderFacet';
  /** The value, as a filter takes it. */
  readonly value: AppealSender;
  /** Its name, for people. */
  readonly name: Scalars['String']['output'];
  /** How many were found with it. */
  readonly count: Scalars['Int']['output'];
};

/** How many of the found have a question that was considered again so often. */
export type ReopenedFacet = {
  readonly __typename?: 'ReopenedFacet';
  /** 0, 1, 2, and 3 for three times or more. */
  readonly value: Scalars['Int']['output'];
  /** How many were found with it. */
  readonly count: Scalars['Int']['output'];
};

/** How many of the found have one score. */
export type RatingFacet = {
  readonly __typename?: 'RatingFacet';
  /** The score, 1 to 5, as a filter takes it. */
  readonly value: Scalars['Int']['output'];
  /** How many were found with it. */
  readonly count: Scalars['Int']['output'];
};

/** How many of the found came by one channel. */
export type ChannelFacet = {
  readonly __typename?: 'ChannelFacet';
  /** The value, as a filter takes it. */
  readonly value: Channel;
  /** Its name, for people. */
  readonly name: Scalars['String']['output'];
  /** How many were found with it. */
  readonly count: Scalars['Int']['output'];
};

/** How many of the found ended so. */
export type ResultFacet = {
  readonly __typename?: 'ResultFacet';
  /** The value, as a filter takes it. */
  readonly value: QuestionResult;
  /** Its name, for people. */
  readonly name: Scalars['String']['output'];
  /** How many were found with it. */
  readonly count: Scalars['Int']['output'];
};

/** Number of results by the status of their term. */
export type TermFacet = {
  readonly __typename?: 'TermFacet';
  /** The value, as a filter takes it. */
  readonly value: TermState;
  /** Its name, for people. */
  readonly name: Scalars['String']['output'];
  /** How many were found with it. */
  readonly count: Scalars['Int']['output'];
};

/** How many of the found are in one state. */
export type StateFacet = {
  readonly __typename?: 'StateFacet';
  /** The value, as a filter takes it. */
  readonly value: AppealState;
  /** Its name, for people. */
  readonly name: Scalars['String']['output'];
  /** How many were found with it. */
  readonly count: Scalars['Int']['output'];
};

/** How many of the found have one value. */
export type Facet = {
  readonly __typename?: 'Facet';
  /** The value, as a filter takes it. */
  readonly value: Scalars['String']['output'];
  /** Its name, for people. */
  readonly name: Scalars['String']['output'];
  /** How many were found with it. */
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
  /** Opaque: subscribe with it as `after` to continue here. */
  readonly cursor: Scalars['String']['output'];
  /** The id of the appeal. */
  readonly id: Scalars['UUID']['output'];
  /** The version of the row; it never falls. */
  readonly version: Scalars['Int']['output'];
  /** Whether the row entered, changed or left the list. */
  readonly kind: ChangeKind;
  /** The row now; null when it left. */
  readonly row?: Maybe<AppealRow>;
};

/** A change of a live list of questions. */
export type QuestionChange = {
  readonly __typename?: 'QuestionChange';
  /** Opaque: subscribe with it as `after` to continue here. */
  readonly cursor: Scalars['String']['output'];
  /** The id of the question. */
  readonly id: Scalars['UUID']['output'];
  /** The id of the appeal. */
  readonly appeal: Scalars['UUID']['output'];
  /** Version of the question's stream. */
  readonly version: Scalars['Int']['output'];
  /** Whether the row entered, changed or left the list. */
  readonly kind: ChangeKind;
  /** The row now; null when it left. */
  readonly row?: Maybe<QuestionRow>;
};

/** What the holder of a follow-up code may do now. */
export type ResidentAction =
  /** Rate the answer. */
  | 'RATE_APPEAL'
  /** Add text or files. */
  | 'SUPPLEMENT_APPEAL'
  /** Withdraw the appeal. */
  | 'WITHDRAW_APPEAL'
  /** Withdraw the consent to the processing of personal data. */
  | 'WITHDRAW_CONSENT'
  /** Ask for another consideration. */
  | 'REQUEST_REOPENING';

/** What the sender decided about the publication of an answer. */
export type ResidentPublication = {
  readonly __typename?: 'ResidentPublication';
  /** The sender agreed to it. */
  readonly allowed: Scalars['Boolean']['output'];
  /** The id of the publication, while all may read it. */
  readonly publishedAs?: Maybe<Scalars['UUID']['output']>;
};

/** Appeals and messages of one who signed in. */
export type OwnAppeals = {
  readonly __typename?: 'OwnAppeals';
  /** How many they are, beyond those shown, too. */
  readonly total: Scalars['Int']['output'];
  /** The newest first. */
  readonly appeals: ReadonlyArray<OwnAppeal>;
};

/** One of them, as its sender sees it in the list. */
export type OwnAppeal = {
  readonly __typename?: 'OwnAppeal';
  /** For `openOwnAppeal`. */
  readonly id: Scalars['UUID']['output'];
  /** The number that the sender got on sending. */
  readonly receipt: Scalars['String']['output'];
  /** The registration number; null before registration. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** When it was received. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** Its state now. */
  readonly state: AppealState;
  /** The law under which it is considered. */
  readonly regime: Regime;
  /** The beginning of the text; null where it was erased. */
  readonly excerpt?: Maybe<Scalars['String']['output']>;
  /** The last day for the answer; null where no term runs. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** Its last instant, where the term is in hours. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many questions it has, and how many of them are answered. */
  readonly questions: Scalars['Int']['output'];
  /** Of them. */
  readonly answered: Scalars['Int']['output'];
  /** The day of the last answer; null before it. */
  readonly answeredOn?: Maybe<Scalars['Date']['output']>;
};

/** An appeal as its sender sees it. */
export type ResidentAppeal = {
  readonly __typename?: 'ResidentAppeal';
  /** The number that the sender got on sending. */
  readonly receipt: Scalars['String']['output'];
  /** The registration number; null before registration. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** The day of registration, in the district’s time zone; null before it. */
  readonly registeredOn?: Maybe<Scalars['Date']['output']>;
  /** Its state now. */
  readonly state: AppealState;
  /** The law under which it is considered. */
  readonly regime: Regime;
  /** When it was received. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** The day on which it came, where that is another than the one of `receivedAt`: a letter that was entered later has no hour. */
  readonly receivedOn?: Maybe<Scalars['Date']['output']>;
  /** Last day to register it, or to decide about a message; null once that is done, and where the district has no such term. */
  readonly registerBy?: Maybe<Scalars['Date']['output']>;
  /** Its last instant, where that term is in hours. */
  readonly registerAt?: Maybe<Scalars['DateTime']['output']>;
  /** The text; null after erasure. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** The place that the appeal speaks of; null where none was given. */
  readonly place?: Maybe<Place>;
  /** The topic that the sender chose; null where none was. */
  readonly chosenTopic?: Maybe<Topic>;
  /** Answers to what was asked about that topic. */
  readonly topicAnswers: ReadonlyArray<TopicAnswer>;
  /** Files of the submission and of its additions; the token opens them. */
  readonly files: ReadonlyArray<AttachedFile>;
  /** What the applicant added later, the oldest first. */
  readonly supplements: ReadonlyArray<Supplement>;
  /** The sender agreed to publication without name and address. */
  readonly mayBePublished: Scalars['Boolean']['output'];
  /** The last day for the answer; null where no term runs. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** Its last instant, where the term is in hours. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Names of the departments that consider it. */
  readonly departments: ReadonlyArray<Scalars['String']['output']>;
  /** The questions of the appeal. */
  readonly questions: ReadonlyArray<ResidentQuestion>;
  /** The signed answers. */
  readonly answers: ReadonlyArray<ResidentAnswer>;
  /** What the applicant was sent. */
  readonly notices: ReadonlyArray<ResidentNotice>;
  /** The answer that was given at once, without registration; null where there is none. */
  readonly atOnce?: Maybe<Scalars['String']['output']>;
  /** The applicant’s rating, 1 to 5; null without one. */
  readonly rating?: Maybe<Scalars['Int']['output']>;
  /** What the sender wrote with the rating. */
  readonly ratingComment?: Maybe<Scalars['String']['output']>;
  /** The request for another consideration of the last answer, and what was decided; null without one. */
  readonly reopening?: Maybe<ResidentReopening>;
  /** Of a message that was turned into an appeal: its own number, which stays. */
  readonly registeredBefore: ReadonlyArray<Registration>;
  /** Present where the registration was wrong. */
  readonly struck?: Maybe<ResidentCorrection>;
  /** Last day on which another consideration may be asked for; null before the answer, or another end. */
  readonly reopenUntil?: Maybe<Scalars['Date']['output']>;
  /** What the applicant may do now. */
  readonly allowedActions: ReadonlyArray<ResidentAction>;
  /** What happened, the oldest first. */
  readonly steps: ReadonlyArray<ResidentStep>;
  /** The change named by `consistentWith` is not in it yet. */
  readonly stale: Scalars['Boolean']['output'];
};

/** What is stored about the sender of an appeal. Null: not given, or erased. */
export type ResidentData = {
  readonly __typename?: 'ResidentData';
  /** The personal data were erased. */
  readonly erased: Scalars['Boolean']['output'];
  /** The name; null where none is kept. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** E-mail address or phone number; null where none is kept. */
  readonly contact?: Maybe<Scalars['String']['output']>;
  /** A further phone number; null where none is kept. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** The postal address; null where none is kept. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /**
   * Where the place is that he marked: latitude, longitude.
   * @deprecated since 2026-12-01, use `mapPoint`, leaves not before 2027-06-01
   */
  readonly point?: Maybe<Scalars['String']['output']>;
  /** Where the place is that he marked. */
  readonly mapPoint?: Maybe<Point>;
  /** Identified by an identity provider, or by an official who checked the passport. */
  readonly identified: Scalars['Boolean']['output'];
  /** Version of the district's text by which he agreed to the processing of his data. */
  readonly consent?: Maybe<Scalars['String']['output']>;
  /** How the appeal came. */
  readonly channel: Channel;
  /** Names of the files that he sent, in their order. */
  readonly fileNames: ReadonlyArray<Scalars['String']['output']>;
  /** When his appeal or his contact was opened, and by which role; the latest first. */
  readonly openings: ReadonlyArray<ResidentOpening>;
};

/** An official, or a body, opened the appeal, or the contact of its sender. */
export type ResidentOpening = {
  readonly __typename?: 'ResidentOpening';
  /** When the data were opened. */
  readonly at: Scalars['DateTime']['output'];
  /** What was opened. */
  readonly kind: OpeningKind;
  /** The role of the official who opened them. */
  readonly role: Role;
};

/** What became of a request for another consideration. */
export type ResidentReopening = {
  readonly __typename?: 'ResidentReopening';
  /** What the sender wrote; null once erased. */
  readonly request?: Maybe<Scalars['String']['output']>;
  /** Null: all of them. */
  readonly question?: Maybe<Scalars['UUID']['output']>;
  /** When another consideration was asked for. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Null while it waits. */
  readonly decision?: Maybe<ReopeningDecision>;
  /** When it was decided; null before. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was refused. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** A registration that was wrong, as the sender sees it. */
export type ResidentCorrection = {
  readonly __typename?: 'ResidentCorrection';
  /** What was wrong with the registration. */
  readonly ground: RegistrationError;
  /** With DUPLICATE: the number under which the matter is considered. */
  readonly number?: Maybe<Scalars['String']['output']>;
};

/** What a head said as he assigned a question. */
export type Resolution = {
  readonly __typename?: 'Resolution';
  /** Its text; null once the applicant's data was erased. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Whose it is. */
  readonly by?: Maybe<Official>;
  /** When it was recorded. */
  readonly at: Scalars['DateTime']['output'];
  /** To whom it was given. */
  readonly executor?: Maybe<Official>;
  /** The inner day by which a draft is to be there. */
  readonly draftBy?: Maybe<Scalars['Date']['output']>;
};

/** An executor passed his assignment on to another official of the department. */
export type PassingOn = {
  readonly __typename?: 'PassingOn';
  /** Who passed it on. */
  readonly from?: Maybe<Official>;
  /** To whom. */
  readonly to?: Maybe<Official>;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
};

/** A question of the appeal as its sender sees it. */
export type ResidentQuestion = {
  readonly __typename?: 'ResidentQuestion';
  /** Of the answer that it has now, on the public pages; null where there is none that could be published. */
  readonly publication?: Maybe<ResidentPublication>;
  /** The id of the question. */
  readonly id: Scalars['UUID']['output'];
  /** 1, 2, 3 … within the appeal. */
  readonly ordinal?: Maybe<Scalars['Int']['output']>;
  /** Its own part of the text, or the appeal's, 140 characters at most. */
  readonly excerpt?: Maybe<Scalars['String']['output']>;
  /** The name of the topic; null before routing. */
  readonly topic?: Maybe<Scalars['String']['output']>;
  /** The name of the department; null before routing. */
  readonly department?: Maybe<Scalars['String']['output']>;
  /** Its state now. */
  readonly state: QuestionState;
  /** When the department got it. */
  readonly routedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the department named who answers. */
  readonly assignedAt?: Maybe<Scalars['DateTime']['output']>;
  /** While it is open. */
  readonly dueOn?: Maybe<Scalars['Date']['output']>;
  /** Its last instant, where the term is in hours. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The day of the answer; null before. */
  readonly answeredOn?: Maybe<Scalars['Date']['output']>;
  /** Names of the bodies to which it was forwarded. */
  readonly forwardedTo: ReadonlyArray<Scalars['String']['output']>;
  /** Other districts of the platform that got it, with their numbers once they are known. */
  readonly handovers: ReadonlyArray<Handover>;
  /** The question of the same appeal with which it is considered. */
  readonly mergedInto?: Maybe<Scalars['UUID']['output']>;
  /** Why there is no answer on its merits. */
  readonly ground?: Maybe<UnansweredGround>;
  /** The day of an end that is no answer. */
  readonly endedOn?: Maybe<Scalars['Date']['output']>;
  /** The last day of the extended term, once the extension is in force. */
  readonly extendedUntil?: Maybe<Scalars['Date']['output']>;
  /** Why it was extended. */
  readonly extensionReason?: Maybe<Scalars['String']['output']>;
  /** What is known before the final answer. */
  readonly interimAnswer?: Maybe<Scalars['String']['output']>;
  /** The measures that the answer promised. */
  readonly promise?: Maybe<ResidentPromise>;
};

/** Measures that an answer promised, as the sender sees them. */
export type ResidentPromise = {
  readonly __typename?: 'ResidentPromise';
  /** The day that holds now. */
  readonly until: Scalars['Date']['output'];
  /** The day that the answer named. */
  readonly promisedUntil: Scalars['Date']['output'];
  /** Not kept, and the day is over. */
  readonly missed: Scalars['Boolean']['output'];
  /** The day on which the promise was kept; null before. */
  readonly keptOn?: Maybe<Scalars['Date']['output']>;
  /** What was done. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Id of the photo of it, as of `files`. */
  readonly photo?: Maybe<Scalars['UUID']['output']>;
};

/** A signed answer. */
export type ResidentAnswer = {
  readonly __typename?: 'ResidentAnswer';
  /** The id of the question. */
  readonly question: Scalars['UUID']['output'];
  /** The text of the answer; null after erasure. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Signed with it. Their bytes are at `url` for the holder of the token. */
  readonly files: ReadonlyArray<AttachedFile>;
  /** The outcome of the answer. */
  readonly outcome: Outcome;
  /** Null for one whom the directory does not know. */
  readonly signedBy?: Maybe<Scalars['String']['output']>;
  /** When it was signed. */
  readonly signedAt: Scalars['DateTime']['output'];
};

/** A notice as its addressee sees it. */
export type ResidentNotice = {
  readonly __typename?: 'ResidentNotice';
  /** What the notice tells. */
  readonly kind: NoticeKind;
  /** How it reaches the addressee. */
  readonly way: NoticeWay;
  /** Its state now. */
  readonly state: NoticeState;
  /** Of a duplicate: the number under which its matter is considered. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** Of a duplicate whose matter is settled: how. */
  readonly outcome?: Maybe<Outcome>;
  /** The question that an answer speaks of. */
  readonly question?: Maybe<Scalars['UUID']['output']>;
  /** When it was sent; null before. */
  readonly dispatchedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** One step of the appeal on its way, for its sender. */
export type ResidentStep = {
  readonly __typename?: 'ResidentStep';
  /** The type of the event. */
  readonly type: EventType;
  /** The same for a person, in the language of Accept-Language. */
  readonly title: Scalars['String']['output'];
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  /** The question's ordinal, where the step is a question's. */
  readonly question?: Maybe<Scalars['Int']['output']>;
  /** How a notice went. */
  readonly way?: Maybe<NoticeWay>;
  /** What a notice communicated. */
  readonly notice?: Maybe<NoticeKind>;
};

/** An answer that was given to a text like the question's. */
export type SimilarAnswer = {
  readonly __typename?: 'SimilarAnswer';
  /** The appeal that was answered. */
  readonly appeal: Scalars['UUID']['output'];
  /** Its number. */
  readonly number: Scalars['String']['output'];
  /** Of the question that was answered. */
  readonly topic?: Maybe<Topic>;
  /** When it was signed, in the district's zone. */
  readonly answeredOn: Scalars['Date']['output'];
  /** The beginning of what was asked, or of its gist, without personal data. */
  readonly asked: Scalars['String']['output'];
  /** The text is the one on the public pages. */
  readonly isPublished: Scalars['Boolean']['output'];
  /** Ready to be written on: personal data is taken out, and in its place is a field in double braces, with which no letter leaves. */
  readonly text: Scalars['String']['output'];
};

/** What a code of the common classifier may be chosen from. */
export type ClassifierChoice = {
  readonly __typename?: 'ClassifierChoice';
  /** The editions in force, the newest first; empty where none is loaded: then a code is typed. */
  readonly editions: ReadonlyArray<ClassifierEdition>;
  /** By the topic, the likeliest first. */
  readonly proposed: ReadonlyArray<ClassifierItem>;
  /** Those of the viewer's newest questions, then those that his department has most. */
  readonly favourites: ReadonlyArray<ClassifierItem>;
  /** By the words, up to 40: those of one theme together, the likeliest theme first. */
  readonly found: ReadonlyArray<ClassifierItem>;
};

/** An edition of the common classifier. */
export type ClassifierEdition = {
  readonly __typename?: 'ClassifierEdition';
  /** As its editor calls it: `31.10.2025`. */
  readonly edition: Scalars['String']['output'];
  /** False: some of its codes only; another code may be typed. */
  readonly isWhole: Scalars['Boolean']['output'];
};

/** A question or sub-question of the common classifier. */
export type ClassifierItem = {
  readonly __typename?: 'ClassifierItem';
  /** As it is set: `0003.0009.0099.0742`. */
  readonly code: Scalars['String']['output'];
  /** Null: no loaded edition has the code. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The edition that it is, or was set, with; null for one that no loaded edition had then. */
  readonly edition?: Maybe<Scalars['String']['output']>;
  /** Names of what it is in, the section first. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** Code of its theme. */
  readonly theme: Scalars['String']['output'];
};

/** A month as it would be handed in to ССТУ.РФ. */
export type SstuReport = {
  readonly __typename?: 'SstuReport';
  /** `2026-11` */
  readonly month: Scalars['String']['output'];
  /** Its first and its last day. */
  readonly from: Scalars['Date']['output'];
  /** The last day, included. */
  readonly to: Scalars['Date']['output'];
  /** The name of the mapping that is in force. */
  readonly mapping: Scalars['String']['output'];
  /** Of which lists it is made. */
  readonly groups: ReadonlyArray<SstuGroup>;
  /** How many appeals it speaks of. */
  readonly appeals: Scalars['Int']['output'];
  /** How many questions: accepted, refused and left out together. */
  readonly questions: Scalars['Int']['output'];
  /** Questions that would be accepted. */
  readonly accepted: Scalars['Int']['output'];
  /** Of these, with the sheet of their answer. */
  readonly withSheet: Scalars['Int']['output'];
  /** Questions that are considered in others, and not handed in. */
  readonly leftOut: Scalars['Int']['output'];
  /** Appeals that would be refused, at most 200. */
  readonly refused: ReadonlyArray<SstuRefused>;
  /** Questions of all that would be refused. */
  readonly refusedQuestions: Scalars['Int']['output'];
  /** How many questions are handed in otherwise than in the last file of the month; null where there was none. */
  readonly changed?: Maybe<Scalars['Int']['output']>;
  /** Files that were made, of all months, the latest first, at most 24. */
  readonly receipts: ReadonlyArray<SstuReceipt>;
};

/** One of the lists that a month is made of. */
export type SstuGroup = {
  readonly __typename?: 'SstuGroup';
  /** Which. */
  readonly code: SstuGroupCode;
  /** How many appeals. */
  readonly appeals: Scalars['Int']['output'];
  /** How many questions. */
  readonly questions: Scalars['Int']['output'];
};

/** Why a question is in a month. */
export type SstuGroupCode =
  /** Registered in it. */
  | 'REGISTERED'
  /** Answered in it, registered before. */
  | 'ANSWERED'
  /** Ended in it otherwise, registered before. */
  | 'ENDED'
  /** Refused by the server the last time, and in the month by nothing else. */
  | 'REFUSED';

/** An appeal that would be refused. */
export type SstuRefused = {
  readonly __typename?: 'SstuRefused';
  /** Its id. */
  readonly appeal: Scalars['UUID']['output'];
  /** Its number; null where it has none. */
  readonly number?: Maybe<Scalars['String']['output']>;
  /** How many of its questions. */
  readonly questions: Scalars['Int']['output'];
  /** What is amiss. */
  readonly faults: ReadonlyArray<SstuFault>;
};

/** Why an appeal would be refused. */
export type SstuFault = {
  readonly __typename?: 'SstuFault';
  /** Of which question; null: of the appeal. */
  readonly question?: Maybe<Scalars['UUID']['output']>;
  /** The field, as the report names it. */
  readonly field: Scalars['String']['output'];
  /** What is amiss. */
  readonly why: SstuFaultWhy;
  /** Where it is mended. */
  readonly mend: SstuMend;
};

/** What is amiss with a field of the report. */
export type SstuFaultWhy =
  /** It is demanded, and empty. */
  | 'MISSING'
  /** Its date is before the one that comes first. */
  | 'ORDER'
  /** A person decides in which state it is shown. */
  | 'DECIDE';

/** Where what is amiss is mended. */
export type SstuMend =
  /** On the card of the case. */
  | 'CASE'
  /** In the district's file. */
  | 'DISTRICT_FILE'
  /** In the mapping, by the operator. */
  | 'MAPPING';

/** The receipt of a file that was made. */
export type SstuReceipt = {
  readonly __typename?: 'SstuReceipt';
  /** The id of the opening that it is an act of. */
  readonly id: Scalars['UUID']['output'];
  /** `2026-11` */
  readonly month: Scalars['String']['output'];
  /** When it was opened. */
  readonly at: Scalars['DateTime']['output'];
  /** Who made it; null: the operator's command, or one whom the directory does not know. */
  readonly official?: Maybe<Official>;
  /** How many appeals. */
  readonly appeals: Scalars['Int']['output'];
  /** How many questions. */
  readonly questions: Scalars['Int']['output'];
  /** Appeals that were not in it. */
  readonly refused: Scalars['Int']['output'];
  /** SHA-256 of each of its archives, in hexadecimal; empty where it was not made to the end. */
  readonly sha256: ReadonlyArray<Scalars['String']['output']>;
  /** What the server answered; null before that is recorded. */
  readonly result?: Maybe<SstuResult>;
};

/** What the server answered to a file. */
export type SstuResult = {
  readonly __typename?: 'SstuResult';
  /** When it was recorded. */
  readonly at: Scalars['DateTime']['output'];
  /** By whom; null: one whom the directory does not know. */
  readonly official?: Maybe<Official>;
  /** How many appeals it took. */
  readonly accepted: Scalars['Int']['output'];
  /** Those that it refused. */
  readonly refused: ReadonlyArray<SstuRefusedByServer>;
};

/** An appeal that the server refused. */
export type SstuRefusedByServer = {
  readonly __typename?: 'SstuRefusedByServer';
  /** Its id. */
  readonly appeal: Scalars['UUID']['output'];
  /** Its number. */
  readonly number: Scalars['String']['output'];
  /** Why, in the words of the server. */
  readonly reason: Scalars['String']['output'];
};

/** What a month's file is made of, but for the sheets of its answers. */
export type SstuFile = {
  readonly __typename?: 'SstuFile';
  /** The id of the opening. */
  readonly report: Scalars['UUID']['output'];
  /**
   * To be sent to `/letters/<district>/sheets` as `{"pass": "…", "notices": […]}` (POST, JSON), 50 ids at most: it answers a zip of their sheets,
   * `<id>.pdf`. Ten minutes, for this official.
   */
  readonly pass: Scalars['String']['output'];
  /** One of each appeal. */
  readonly entries: ReadonlyArray<SstuFileEntry>;
  /** The largest sheet, in base64. */
  readonly maxBase64: Scalars['Int']['output'];
  /** A new archive is begun where one would be larger. */
  readonly maxBytes: Scalars['Int']['output'];
};

/** An appeal of a month's file. */
export type SstuFileEntry = {
  readonly __typename?: 'SstuFileEntry';
  /** Its id. */
  readonly appeal: Scalars['UUID']['output'];
  /** The name of its file. */
  readonly name: Scalars['String']['output'];
  /** What is in it, with `notice:<id>` in the place of each sheet. */
  readonly json: Scalars['String']['output'];
  /** Ids of the notices whose sheets go in. */
  readonly sheets: ReadonlyArray<Scalars['UUID']['output']>;
};

/** The sums of a file. */
export type FileSstuReportInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** `SstuFile.report` */
  readonly report: Scalars['UUID']['input'];
  /** SHA-256 of each archive, in hexadecimal, 1 to 50. */
  readonly sha256: ReadonlyArray<Scalars['String']['input']>;
  /** Of all archives. */
  readonly bytes: Scalars['Int']['input'];
  /** Ids of appeals whose sheets were missing or too large, 2,000 at most. */
  readonly leftOut: ReadonlyArray<Scalars['UUID']['input']>;
};

/** What the server answered to a file. */
export type RecordSstuResultInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** `SstuReceipt.id` */
  readonly report: Scalars['UUID']['input'];
  /** Appeals that it refused, at most 500; none: it took all. */
  readonly refused: ReadonlyArray<SstuRefusedInput>;
};

/** An appeal that the server refused. */
export type SstuRefusedInput = {
  /** Its number, or that of the covering letter by which the file names it. */
  readonly number: Scalars['String']['input'];
  /** Why, 1 to 500 characters, without names. */
  readonly reason: Scalars['String']['input'];
};

/** The receipt, or why there is none. */
export type SstuReceiptResult = SstuReceipt | Refusal;

/** A review of appeals: sentences and tables. */
export type AppealReview = {
  readonly __typename?: 'AppealReview';
  /** `2026-Q3`, `2026` */
  readonly period: Scalars['String']['output'];
  /** Its first day. */
  readonly from: Scalars['Date']['output'];
  /** Its last day. */
  readonly to: Scalars['Date']['output'];
  /** The period that it is compared with. */
  readonly before: Scalars['String']['output'];
  /** In Russian. */
  readonly title: Scalars['String']['output'];
  /** Sentences of the review, in Russian. */
  readonly text: ReadonlyArray<Scalars['String']['output']>;
  /** Tables, each with its lines. */
  readonly tables: ReadonlyArray<ReviewTable>;
  /** All numbers as CSV. */
  readonly csv: Scalars['String']['output'];
  /** The review as an OpenDocument text, in base64. */
  readonly odt: Scalars['String']['output'];
  /** The same as a Word document, in base64. */
  readonly docx: Scalars['String']['output'];
};

/** A table of a review. */
export type ReviewTable = {
  readonly __typename?: 'ReviewTable';
  /** Which: VOLUME, SECTIONS, CHANNELS, SOURCES, RESULTS, TERMS, KINDS, PLACES, MESSAGES; others may come. */
  readonly code: Scalars['String']['output'];
  /** In Russian. */
  readonly title: Scalars['String']['output'];
  /** Its lines, zeros and all. */
  readonly lines: ReadonlyArray<ReviewLine>;
};

/** A line of a table. */
export type ReviewLine = {
  readonly __typename?: 'ReviewLine';
  /** Of its table alone: a section, a channel, a result, a place. */
  readonly code: Scalars['String']['output'];
  /** In Russian. */
  readonly title: Scalars['String']['output'];
  /** What its list has; null: what is left beside the other lines, which no list shows. */
  readonly of?: Maybe<ReviewOf>;
  /** In the period. */
  readonly now: Scalars['Int']['output'];
  /** In the same days of the year before. */
  readonly was: Scalars['Int']['output'];
};

/** What became of an edition of a review. */
export type ReviewEditionState =
  /** Another official has to release it. */
  | 'PREPARED'
  /** It is, or was, on the public pages; the newest such edition of its period is shown. */
  | 'RELEASED'
  /** It was dropped and never shown. */
  | 'DROPPED'
  /** It was taken from the public pages. */
  | 'TAKEN_BACK';

/** A review of appeals as one official prepared it, and what became of it. */
export type ReviewEdition = Versioned & {
  readonly __typename?: 'ReviewEdition';
  /** The id of the edition. */
  readonly id: Scalars['UUID']['output'];
  /** 1: prepared; each decision is one more. For expectedVersion. */
  readonly version: Scalars['Int']['output'];
  /** `2026-Q3`, `2026` */
  readonly period: Scalars['String']['output'];
  /** 1, 2, 3 … of its period. */
  readonly edition: Scalars['Int']['output'];
  /** What became of it. */
  readonly state: ReviewEditionState;
  /** In Russian. */
  readonly title: Scalars['String']['output'];
  /** Paragraphs, as the official left them. */
  readonly text: ReadonlyArray<Scalars['String']['output']>;
  /** When it was prepared. */
  readonly preparedAt: Scalars['DateTime']['output'];
  /** Who prepared it; null for one whom the directory does not know. */
  readonly preparedBy?: Maybe<Official>;
  /** When it was released, dropped or taken back last. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who did; null for one whom the directory does not know. */
  readonly decidedBy?: Maybe<Official>;
  /** Why it was dropped or taken back, as the official who did it wrote it; null of one that was not, or that had its end before reasons were kept. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** The calling official prepared it, so another one releases it. */
  readonly isOwn: Scalars['Boolean']['output'];
};

/** The edition as kept, or why not. */
export type ReviewEditionResult = ReviewEdition | Refusal;

/** A review of appeals that is prepared. */
export type PrepareReviewInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** A quarter or a year that has ended: `2026-Q3`, `2026`. */
  readonly period: Scalars['String']['input'];
  /** 1 to 30 paragraphs of at most 2,000 characters, no person's name, house or telephone among them. */
  readonly text: ReadonlyArray<Scalars['String']['input']>;
};

/** An edition that is published. */
export type ReleaseReviewInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the edition. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** An edition that is taken back. */
export type TakeBackReviewInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** The id of the edition. */
  readonly id: Scalars['UUID']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The version that the official saw; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** 1 to 2,000 characters, no person's name, house or telephone among them; officials alone read it. */
  readonly reason: Scalars['String']['input'];
};

/** What is at the permanent address of a review. */
export type PublishedReviewPage = {
  readonly __typename?: 'PublishedReviewPage';
  /** It was taken back. */
  readonly takenBack: Scalars['Boolean']['output'];
  /** Null once it was taken back. */
  readonly review?: Maybe<PublishedReview>;
};

/** A published review in figures. */
export type PublishedReviewSummary = {
  readonly __typename?: 'PublishedReviewSummary';
  /** `2026-Q3`, `2026` */
  readonly period: Scalars['String']['output'];
  /** 2 and more: a correction. */
  readonly edition: Scalars['Int']['output'];
  /** In Russian. */
  readonly title: Scalars['String']['output'];
  /** When it was released. */
  readonly releasedOn: Scalars['Date']['output'];
  /** Appeals registered in the period. */
  readonly appeals: Scalars['Int']['output'];
  /** Questions in them. */
  readonly questions: Scalars['Int']['output'];
  /** Questions answered in the period. */
  readonly answered: Scalars['Int']['output'];
  /** Of these, within the term. */
  readonly inTime: Scalars['Int']['output'];
  /** Of these, after the term. */
  readonly late: Scalars['Int']['output'];
};

/** A published review. */
export type PublishedReview = {
  readonly __typename?: 'PublishedReview';
  /** `2026-Q3`, `2026` */
  readonly period: Scalars['String']['output'];
  /** 2 and more: a correction. */
  readonly edition: Scalars['Int']['output'];
  /** In Russian. */
  readonly title: Scalars['String']['output'];
  /** When it was released. */
  readonly releasedOn: Scalars['Date']['output'];
  /** Appeals registered in the period. */
  readonly appeals: Scalars['Int']['output'];
  /** Questions in them. */
  readonly questions: Scalars['Int']['output'];
  /** Questions answered in the period. */
  readonly answered: Scalars['Int']['output'];
  /** Of these, within the term. */
  readonly inTime: Scalars['Int']['output'];
  /** Of these, after the term. */
  readonly late: Scalars['Int']['output'];
  /** The period that it is compared with. */
  readonly before: Scalars['String']['output'];
  /** Paragraphs, in Russian. */
  readonly text: ReadonlyArray<Scalars['String']['output']>;
  /** Tables, each with its lines. */
  readonly tables: ReadonlyArray<ReviewTable>;
  /** All numbers as CSV. */
  readonly csv: Scalars['String']['output'];
  /** The review as an OpenDocument text, in base64. */
  readonly odt: Scalars['String']['output'];
  /** The same as a Word document, in base64. */
  readonly docx: Scalars['String']['output'];
};

/** What a line counts. */
export type ReviewOf =
  /** Appeals. */
  | 'APPEALS'
  /** Questions. */
  | 'QUESTIONS';

/** Appeals by topic and settlement. */
export type TopicsByPlace = {
  readonly __typename?: 'TopicsByPlace';
  /** All with a topic. */
  readonly total: Scalars['Int']['output'];
  /** Those of each settlement, the most first; null: of appeals without one. */
  readonly places: ReadonlyArray<PlaceCount>;
  /** Topics with an appeal, the most first. */
  readonly topics: ReadonlyArray<TopicPlaces>;
};

/** Appeals of a settlement. */
export type PlaceCount = {
  readonly __typename?: 'PlaceCount';
  /** Null: the appeals name none. */
  readonly settlement?: Maybe<Settlement>;
  /** With a question of any topic. */
  readonly count: Scalars['Int']['output'];
};

/** Appeals of a topic by settlement. */
export type TopicPlaces = {
  readonly __typename?: 'TopicPlaces';
  /** The topic. */
  readonly topic: Topic;
  /** In the whole district. */
  readonly count: Scalars['Int']['output'];
  /** How many are usual in as many days. */
  readonly usual: Scalars['Float']['output'];
  /** Settlements with an appeal of the topic. */
  readonly places: ReadonlyArray<TopicPlace>;
};

/** Appeals of a topic in a settlement. */
export type TopicPlace = {
  readonly __typename?: 'TopicPlace';
  /** Null: the appeals name none. */
  readonly settlement?: Maybe<Settlement>;
  /** How many. */
  readonly count: Scalars['Int']['output'];
  /** How many are usual in as many days. */
  readonly usual: Scalars['Float']['output'];
};

/** Reactions to messages in networks. */
export type ReactionSums = {
  readonly __typename?: 'ReactionSums';
  /** Of all of them. */
  readonly total: ReactionSum;
  /** By topic, the most liked first; a message with questions of several topics is in each. */
  readonly topics: ReadonlyArray<ReactionSum>;
  /** By settlement, the most liked first. */
  readonly settlements: ReadonlyArray<ReactionSum>;
  /** By week of receipt, the earliest first. */
  readonly weeks: ReadonlyArray<ReactionSum>;
};

/** Reactions to some messages: likes, or signs of every kind where the network counts them together. */
export type ReactionSum = {
  readonly __typename?: 'ReactionSum';
  /** Of which topic, among `topics`. */
  readonly topic?: Maybe<Topic>;
  /** Of which settlement, among `settlements`; null: the messages name none. */
  readonly settlement?: Maybe<Settlement>;
  /** Monday of the week, among `weeks`. */
  readonly week?: Maybe<Scalars['Date']['output']>;
  /** Messages that were counted. */
  readonly messages: Scalars['Int']['output'];
  /** Those of them under which our answer was counted. */
  readonly answered: Scalars['Int']['output'];
  /** Likes of the messages until our answer was first counted, some minutes after it was there; of an unanswered one all. */
  readonly before: Scalars['Int']['output'];
  /** How many more there are since; less than nothing where likes were taken back. */
  readonly after: Scalars['Int']['output'];
  /** Likes of our answers. */
  readonly ofAnswers: Scalars['Int']['output'];
};

/** What is more than usual in a district now. */
export type EarlyWarning = {
  readonly __typename?: 'EarlyWarning';
  /** The district's date. */
  readonly today: Scalars['Date']['output'];
  /** Those of which the alarm has not ended, the newest first; also the silenced ones. */
  readonly now: ReadonlyArray<Wave>;
  /** How many waves were warned of in the last 365 days, with those of `falseAlarms`. */
  readonly waves: Scalars['Int']['output'];
  /** How many of them officials marked as none. */
  readonly falseAlarms: Scalars['Int']['output'];
};

/** A topic of which more questions come than usual. */
export type Wave = {
  readonly __typename?: 'Wave';
  /** The topic. */
  readonly topic: Topic;
  /** Where it is most unusual; null: in the district as a whole. */
  readonly settlement?: Maybe<Settlement>;
  /** The first day of its alarms. */
  readonly began: Scalars['Date']['output'];
  /** The last day of its alarms. */
  readonly last: Scalars['Date']['output'];
  /** Questions of the seven days that end with `last`. */
  readonly week: Scalars['Int']['output'];
  /** The least that is usual in a week, by the eight weeks before. */
  readonly usualFrom: Scalars['Int']['output'];
  /** The most that is usual: eight of ten weeks lie between the two. */
  readonly usualTo: Scalars['Int']['output'];
  /** Questions of the twelve weeks that end with `last`, the oldest first. */
  readonly weeks: ReadonlyArray<Scalars['Int']['output']>;
  /** Of the topic's marks; 0: none. It is the `expectedVersion` of the next one. */
  readonly version: Scalars['Int']['output'];
  /** What holds of the wave today; null: nothing was said. */
  readonly mark?: Maybe<WaveMark>;
};

/** What an official said of a wave. */
export type WaveMark = {
  readonly __typename?: 'WaveMark';
  /** 1, 2, 3 … of the topic's marks. */
  readonly version: Scalars['Int']['output'];
  /** What was said. */
  readonly kind: WaveMarkKind;
  /** Of SILENCED: the last day without a warning. */
  readonly until?: Maybe<Scalars['Date']['output']>;
  /** Who said it; null for one whom the directory does not know. */
  readonly by?: Maybe<Official>;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
};

/** The mark as kept, or why not. */
export type WaveMarkResult = WaveMark | Refusal;

/** What readers marked of a published answer. */
export type MarkedAnswer = {
  readonly __typename?: 'MarkedAnswer';
  /** False: another browser of the same address marked the answer in this hour. */
  readonly counted: Scalars['Boolean']['output'];
  /** How many it helped. */
  readonly helped: Scalars['Int']['output'];
  /** How many it did not help. */
  readonly notHelped: Scalars['Int']['output'];
};

/** A reader's mark on a published answer. */
export type MarkAnswerInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** The id of the publication. */
  readonly id: Scalars['UUID']['input'];
  /** It helped. */
  readonly helped: Scalars['Boolean']['input'];
  /** A random UUID that the browser keeps for its marks; its keyed hash alone is stored. */
  readonly browser: Scalars['UUID']['input'];
  /**
   * Looked at no more.
   * @deprecated since 2026-12-02, use nothing: the sender's own address is looked at, leaves not before 2027-06-02
   */
  readonly near?: InputMaybe<Scalars['String']['input']>;
};

/** What is said of a wave. */
export type MarkWaveInput = {
  /** The code of the district, as in the address of its pages. */
  readonly district: Scalars['String']['input'];
  /** Idempotency key: a UUID made once per act; retries carry the same. */
  readonly key: Scalars['UUID']['input'];
  /** `Wave.version` as the official saw it, absent where it was 0; another one now is refused with VERSION_CONFLICT. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The code of the wave's topic. */
  readonly topic: Scalars['String']['input'];
  /** The first day of the wave as the official saw it. */
  readonly began: Scalars['Date']['input'];
  /** What is said. */
  readonly kind: WaveMarkKind;
  /** With SILENCED, and only there: the last day without a warning, at most 92 days from today. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
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
  | 'IMPORT'
  /** соцсеть или мессенджер (social network or messenger) */
  | 'NETWORK'
  /** электронная почта (e-mail) */
  | 'EMAIL'
  /** Open311 (Open311) */
  | 'OPEN311';

/** Who decided: the district's rule, the applicant or an official. */
export type DecidedBy =
  /** правило района (the district's rule) */
  | 'RULE'
  /** должностное лицо (an official) */
  | 'OFFICIAL'
  /** тема указана при подаче (the topic was given with the appeal) */
  | 'APPLICANT';

/** Why the term of an answer is extended (59-FZ art. 12(2)). */
export type ExtensionGround =
  /** исключительный случай (an exceptional case) */
  | 'EXCEPTIONAL'
  /** запрошены сведения (information was requested) */
  | 'INFORMATION_REQUESTED';

/** State of an extension of the term. */
export type ExtensionState =
  /** исполнитель просит продлить срок (the executor asks for it) */
  | 'ASKED'
  /** в продлении отказано (it was refused) */
  | 'REFUSED'
  /** продление ждёт уведомления (waits until the applicant is notified) */
  | 'PENDING'
  /** срок продлён (in force) */
  | 'IN_FORCE'
  /** продление не вступило в силу (void: the applicant was notified too late) */
  | 'LAPSED';

/** How the sender of a message was identified (59-FZ art. 4(1)). A call back is none. */
export type Identification =
  /** пришёл с документом (came with a document) */
  | 'VISIT'
  /** подтвердил личность через Госуслуги (vouched for by the identity provider) */
  | 'ISSUER';

/** The series in which a registration is numbered. */
export type Journal =
  /** обращения (appeals) */
  | 'APPEALS'
  /** сообщения (messages) */
  | 'MESSAGES';

/** Why a message is not considered. */
export type SpamKind =
  /** реклама (advertising) */
  | 'ADVERTISING'
  /** оскорбления, травля (abuse, trolling) */
  | 'TROLLING'
  /** бот, рассылка (bot, mass mailing) */
  | 'BOT'
  /** не вопрос: благодарность, разговор (no question: thanks, talk) */
  | 'NOT_A_QUESTION'
  /** другое (something else) */
  | 'OTHER';

/** Danger to life or health: it is handled at once, whatever its term. */
export type Danger =
  /** запах газа (smell of gas) */
  | 'GAS'
  /** пожар (fire) */
  | 'FIRE'
  /** вода: прорыв, подтопление (water: a burst pipe, a flood) */
  | 'WATER'
  /** нет тепла в мороз (no heating in the frost) */
  | 'HEAT'
  /** оборванный провод, ток (a torn wire, electricity) */
  | 'ELECTRICITY'
  /** обрушение, открытый люк (a collapse, an open manhole) */
  | 'COLLAPSE'
  /** угроза человеку (a threat to a person) */
  | 'PERSON'
  /** другая опасность (another danger) */
  | 'OTHER';

/** Whether a message tells of danger to life. */
export type Urgency =
  /** срочно (urgent) */
  | 'DECLARED'
  /** похоже на срочное (looks urgent) */
  | 'PROPOSED';

/** What happened to a message in its network. */
export type SourceFate =
  /** изменено автором (edited by its author) */
  | 'EDITED'
  /** удалено в сети (removed in the network) */
  | 'REMOVED';

/** Why a registration was wrong. */
export type RegistrationError =
  /** спам (spam) */
  | 'SPAM'
  /** зарегистрировано по ошибке (registered by mistake) */
  | 'MISTAKE'
  /** зарегистрировано дважды (registered twice) */
  | 'DUPLICATE';

/** What was decided about another consideration. */
export type ReopeningDecision =
  /** возвращено на доработку (granted) */
  | 'GRANTED'
  /** отказано (refused) */
  | 'REFUSED';

/** What a body did with a question that was forwarded to it. */
export type BodyReaction =
  /** принял к рассмотрению (took it up) */
  | 'ACCEPTED'
  /** ответил заявителю (answered the applicant) */
  | 'ANSWERED'
  /** вернул: вопрос не его (gave it back: not its matter) */
  | 'REFUSED';

/** By what a reaction of a body came. */
export type ReactionSource =
  /** на странице по ссылке (on the page of its link) */
  | 'PAGE'
  /** письмом (by letter) */
  | 'LETTER'
  /** через Open311 (by Open311) */
  | 'OPEN311';

/** What the server of a body tells of the request by which it got a question. */
export type BodyRequestStatus =
  /** в работе (open) */
  | 'OPEN'
  /** закрыт (closed) */
  | 'CLOSED';

/** What another body or organisation is asked for. */
export type RequestPurpose =
  /** сведения (information) */
  | 'INFORMATION'
  /** проект ответа (a draft of the answer) */
  | 'DRAFT';

/** Why a body has a letter with a link to its page. */
export type BodyTask =
  /** вопрос направлен по компетенции (the question was forwarded to it) */
  | 'FORWARDED'
  /** запрошены сведения (it is asked for information) */
  | 'INFORMATION'
  /** поручено подготовить проект ответа (it is asked for a draft of the answer) */
  | 'DRAFT';

/** What kind of body or organisation it is. */
export type OrganisationKind =
  /** суд (court) */
  | 'COURT'
  /** орган дознания или следствия (body of inquiry or investigation) */
  | 'INQUIRY'
  /** прокуратура (prosecutor's office) */
  | 'PROSECUTOR'
  /** орган исполнительной власти (executive body) */
  | 'EXECUTIVE'
  /** орган местного самоуправления (municipal body) */
  | 'MUNICIPAL'
  /** подведомственное учреждение (subordinate institution) */
  | 'SUBORDINATE'
  /** коммунальная организация (utility) */
  | 'UTILITY'
  /** другая организация (another organisation) */
  | 'OTHER';

/** A social network or messenger in which people write. */
export type Network =
  /** ВКонтакте (VK) */
  | 'VK'
  /** Одноклассники (Odnoklassniki) */
  | 'OK'
  /** MAX (MAX) */
  | 'MAX'
  /** Telegram (Telegram) */
  | 'TELEGRAM'
  /** Instagram (Instagram) */
  | 'INSTAGRAM';

/** Of what a district has an account. */
export type AccountNetwork =
  /** ВКонтакте (VK) */
  | 'VK'
  /** Одноклассники (Odnoklassniki) */
  | 'OK'
  /** MAX (MAX) */
  | 'MAX'
  /** Telegram (Telegram) */
  | 'TELEGRAM'
  /** Instagram (Instagram) */
  | 'INSTAGRAM'
  /** электронная почта (e-mail) */
  | 'EMAIL'
  /** другой сайт или приложение (Open311) (another site or app (Open311)) */
  | 'OPEN311'
  /** внешний орган (Open311) (an outside body (Open311)) */
  | 'OPEN311_BODY';

/** What is wrong with an account in a network. */
export type NetworkProblem =
  /** сеть не присылает сообщения (the network does not deliver) */
  | 'SUBSCRIPTION'
  /** ключ доступа не подходит (the access key is not accepted) */
  | 'TOKEN'
  /** не хватает прав (rights are lacking) */
  | 'RIGHTS'
  /** сеть нас заблокировала (the network has banned us) */
  | 'BANNED'
  /** сеть не отвечает (the network does not answer) */
  | 'UNREACHABLE'
  /** сервер находится во внутренней сети, оператор этого не разрешил (the server is in an inner network, which the operator does not allow) */
  | 'INNER_ADDRESS'
  /** нет секрета доставки (there is no secret of deliveries) */
  | 'NO_SECRET';

/** The place of a message in a network. */
export type ThreadKind =
  /** комментарий (comment) */
  | 'COMMENT'
  /** личное сообщение (direct message) */
  | 'DIRECT';

/** What an official decided about a message that was found. */
export type FoundOutcome =
  /** ответить там (to be answered there) */
  | 'ANSWER_THERE'
  /** написать автору (its author is written to) */
  | 'WRITE_AUTHOR'
  /** только учесть (noted) */
  | 'NOTE_ONLY'
  /** не наше (no matter of the district) */
  | 'NOT_OURS';

/** Why a public place is not read, or not to its end. */
export type PlaceProblem =
  /** стена закрыта: читать могут только участники (the wall is closed: only members may read it) */
  | 'CLOSED'
  /** по этому адресу ничего нет (nothing is at this address) */
  | 'GONE'
  /** это страница человека, её не читают (this is a page of a person, which is never read) */
  | 'NO_COMMUNITY'
  /** сеть пока не даёт читать больше (the network lets us read no more for now) */
  | 'LIMIT'
  /** ключ доступа не подходит (the access key is not accepted) */
  | 'TOKEN'
  /** сеть не отвечает (the network does not answer) */
  | 'UNREACHABLE'
  /** страница района в этой сети не подключена, читать нечем (the district has no page in this network, so nothing can read it) */
  | 'NO_ACCOUNT';

/** Whose reactions are counted in a network. */
export type ReactionTarget =
  /** запись, под которой написали (the post under which it was written) */
  | 'SOURCE_POST'
  /** сообщение жителя (the resident's message) */
  | 'CITIZEN_MESSAGE'
  /** наш ответ (our answer) */
  | 'OUR_ANSWER';

/** What people did. Each network counts in its own way: counts of different networks are not added. */
export type ReactionMetric =
  /** отметки «нравится» (likes) */
  | 'LIKES'
  /** отметки всех видов (reactions of every kind) */
  | 'REACTIONS'
  /** просмотры (views) */
  | 'VIEWS'
  /** комментарии (comments) */
  | 'COMMENTS'
  /** пересылки (shares) */
  | 'SHARES';

/** How a count is to be taken. */
export type SampleQuality =
  /** точно (exact) */
  | 'EXACT'
  /** округлено (rounded) */
  | 'ROUNDED'
  /** с опозданием (delayed) */
  | 'DELAYED'
  /** нет данных (not known) */
  | 'MISSING';

/** How a count came. */
export type SampleVia =
  /** спросили сеть (the network was asked) */
  | 'POLL'
  /** сеть сообщила об отметке (the network reported a reaction) */
  | 'PUSH';

/** What a worklist lists. */
export type WorklistOf =
  /** обращения (appeals) */
  | 'APPEALS'
  /** вопросы (questions) */
  | 'QUESTIONS'
  /** уведомления (notices) */
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
  /** отправить по почте (letters to post) */
  | 'TO_POST'
  /** ответить в ПОС (answers to enter in the feedback platform) */
  | 'TO_POS'
  /** ждём сведений (information awaited) */
  | 'INFORMATION_AWAITED'
  /** сведения не пришли в срок (information overdue) */
  | 'INFORMATION_OVERDUE'
  /** на контроле у других органов (watched at other bodies) */
  | 'AT_BODIES'
  /** вернули другие органы (given back by other bodies) */
  | 'BODIES_REFUSED'
  /** просят рассмотреть снова (another consideration asked for) */
  | 'REOPENING_REQUESTED'
  /** срок на исходе или пропущен (near the end of the term, or past it) */
  | 'ESCALATED'
  /** не разобраны в срок (arrivals not decided about in time) */
  | 'ARRIVALS_ESCALATED'
  /** дополнили после подписи ответа (added to after the answer was signed) */
  | 'SUPPLEMENTED'
  /** просят продлить срок (an extension is asked for) */
  | 'EXTENSION_ASKED'
  /** обещанные меры (promised measures) */
  | 'PROMISES'
  /** предложено зачеркнуть (proposed to be struck) */
  | 'STRIKE_PROPOSED'
  /** зачёркнутые номера (struck numbers) */
  | 'STRUCK'
  /** к публикации (to publish) */
  | 'TO_PUBLISH'
  /** ждут письма в орган (awaiting the letter to the body) */
  | 'LETTERS_TO_BODIES'
  /** я соисполнитель (where I am a co-executor) */
  | 'CO_EXECUTED';

/** How officials learn what is new in a saved search, beside the list of search and comparison. */
export type SearchNewsWay =
  /** утренним письмом (by the morning letter) */
  | 'LETTER'
  /** веб-хуками района (by the webhooks of the district) */
  | 'WEBHOOK';

/** What an official said of a wave of questions. */
export type WaveMarkKind =
  /** не предупреждать до дня (no warning until a day) */
  | 'SILENCED'
  /** не волна (it is none) */
  | 'NOT_A_WAVE'
  /** снова предупреждать (warned of again) */
  | 'WATCHED';

/** Status of a question by its deadline. */
export type TermState =
  /** ответ в срок (answered in time) */
  | 'KEPT'
  /** ответ с опозданием (answered late) */
  | 'LATE'
  /** ещё в работе (still open) */
  | 'OPEN';

/** What a rule of the law or of a district obliges to. */
export type Duty =
  /** зарегистрировать (to register) */
  | 'REGISTER'
  /** разобрать сообщение (to decide about a message) */
  | 'MODERATE'
  /** направить по компетенции (to forward to the competent body) */
  | 'FORWARD'
  /** ответить (to answer) */
  | 'ANSWER'
  /** дать предварительный ответ (to give an interim answer) */
  | 'INTERIM_ANSWER'
  /** предоставить сведения (to supply what was requested) */
  | 'SUPPLY'
  /** вернуть с разъяснением (to return it with an explanation) */
  | 'RETURN'
  /** сообщить заявителю (to tell the applicant) */
  | 'TELL'
  /** оставить без ответа по существу (to leave without an answer on the substance) */
  | 'LEAVE_UNANSWERED'
  /** не направлять тому, на кого жалуются (not to forward to whom it complains of) */
  | 'NOT_FORWARD'
  /** принять в законной форме (to accept in the lawful form) */
  | 'ACCEPT'
  /** публиковать без разглашения (to publish without disclosure) */
  | 'PUBLISH'
  /** отчитаться (to report) */
  | 'REPORT'
  /** нести ответственность (to be liable) */
  | 'ANSWER_FOR';

/** Why a term was changed. */
export type DeadlineReason =
  /** вышел календарь года (the calendar of the year was decreed) */
  | 'CALENDAR_DECREED';

/** The fact from which a term counts. */
export type StartFact =
  /** поступление (the arrival) */
  | 'RECEIVED'
  /** сообщение жителя (the resident's message) */
  | 'MESSAGE_WRITTEN'
  /** регистрация (the registration) */
  | 'REGISTERED'
  /** конец прежнего срока (the end of the former term) */
  | 'TERM_END'
  /** получение запроса (the receipt of the request) */
  | 'REQUEST_RECEIVED'
  /** предварительный ответ (the interim answer) */
  | 'INTERIM_ANSWER';

/** Status of a term of a question. */
export type DeadlineState =
  /** идёт (runs) */
  | 'RUNNING'
  /** истёк, а дело не сделано (has ended, and what it obliges to is not done) */
  | 'MISSED'
  /** соблюдён (was kept) */
  | 'KEPT'
  /** сделано с опозданием (was done late) */
  | 'LATE'
  /** обязывает, только если так решат (obliges only if it is decided so) */
  | 'CONDITIONAL'
  /** вместо него идёт другой (another one runs in its place) */
  | 'REPLACED'
  /** снят: вопрос окончен иначе (is off: the question ended otherwise) */
  | 'OFF';

/** A step of the count of a term. */
export type TermStepCode =
  /** событие, от которого считают (the event from which it is counted) */
  | 'COUNTED_FROM'
  /** день события не считается (the day of the event is not counted) */
  | 'DAY_NOT_COUNTED'
  /** срок в день события (the term is the day of the event) */
  | 'SAME_DAY'
  /** дни (days) */
  | 'CALENDAR_DAYS'
  /** рабочие дни (working days) */
  | 'WORKING_DAYS'
  /** часы (hours) */
  | 'HOURS'
  /** рабочее время одного дня (the working time of one day) */
  | 'WORKED'
  /** нерабочие дни (days off) */
  | 'DAYS_OFF'
  /** последний день нерабочий (the last day is a day off) */
  | 'ENDS_ON_DAY_OFF'
  /** сделать не позже (to be done by) */
  | 'WORK_BY'
  /** конец срока (the end of the term) */
  | 'DUE'
  /** год без календаря (a year without a calendar) */
  | 'PROVISIONAL'
  /** год без переносов выходных (a year without transfers of days off) */
  | 'WITHOUT_TRANSFERS';

/** What an official saved as a file. */
export type ExportedList =
  /** найденное поиском (what a search found) */
  | 'FOUND'
  /** рабочий список (a worklist) */
  | 'WORKLIST'
  /** журнал регистрации (the journal of registration) */
  | 'JOURNAL'
  /** журнал исходящих писем (the register of outgoing post) */
  | 'OUTGOING_POST'
  /** журнал исходящих всех способов (the outgoing register of all ways) */
  | 'OUTGOING_REGISTER'
  /** перечень обращений (a list of appeals) */
  | 'REGISTER';

/** What an official opened. */
export type OpeningKind =
  /** имя и контакт (name and contact) */
  | 'CONTACT'
  /** карточка (card) */
  | 'CARD'
  /** выгрузка (export) */
  | 'EXPORT'
  /** страница органа (a body's page) */
  | 'BODY_PAGE'
  /** поиск, который показал тексты (a search that showed texts) */
  | 'SEARCH'
  /** текст без личных данных (text without personal data) */
  | 'MASKED_TEXT'
  /** поиск человека (a search for a person) */
  | 'APPLICANT_SEARCH'
  /** дело человека (a person's file) */
  | 'APPLICANT_FILE'
  /** доказательства по делу (the evidence file of a case) */
  | 'EVIDENCE'
  /** печать с именами (a print with names) */
  | 'PRINT';

/** Why an official opens letters; recorded with the opening. */
export type LetterOpeningReason =
  /** отправляю почтой (they are posted) */
  | 'TO_POST'
  /** печатаю ещё раз (they are printed again) */
  | 'PRINTED_AGAIN'
  /** проверяю перед отправкой (they are checked before they leave) */
  | 'CHECKING'
  /** подписываю (their sheets are signed) */
  | 'TO_SIGN'
  /** читаю сохранённое письмо (the kept letters are read) */
  | 'READING';

/** What was printed with the names of applicants. */
export type PrintedPaper =
  /** журнал регистрации (the journal of registration) */
  | 'JOURNAL'
  /** журнал исходящих (the outgoing register) */
  | 'OUTGOING_REGISTER'
  /** письма и конверты (letters and their envelopes) */
  | 'LETTERS'
  /** конверты (envelopes) */
  | 'ENVELOPES'
  /** список писем для почты (the list of letters for the post) */
  | 'POSTAL_LIST'
  /** отчёт на ССТУ.РФ (the monthly report to the state) */
  | 'SSTU_REPORT';

/** Why an official opens the applicants of many cases for a print; recorded with the opening. */
export type PrintReason =
  /** подшиваю журнал (the journal is filed on paper) */
  | 'FILING'
  /** для проверки (for an inspection) */
  | 'INSPECTION'
  /** сверяю записи (records are compared) */
  | 'RECONCILING'
  /** передаю дела (the cases are handed over) */
  | 'HANDING_OVER'
  /** отправляю почтой (letters are posted) */
  | 'TO_POST'
  /** печатаю ещё раз (letters are printed again) */
  | 'PRINTED_AGAIN'
  /** сдаю отчёт (a report is handed in) */
  | 'REPORTING';

/** By what an official knows that the applicants of two appeals are one person, or are not. */
export type ApplicantLinkGround =
  /** по документу (by a document) */
  | 'DOCUMENT'
  /** со слов самого человека (the person said so) */
  | 'SAID'
  /** по имени и адресу (by name and address) */
  | 'NAME_AND_ADDRESS'
  /** один контакт у разных людей (one contact of several people) */
  | 'FAMILY'
  /** соединено или разъединено по ошибке (it was done by mistake) */
  | 'MISTAKE';

/** Why an official looks for a person; recorded with the search. */
export type ApplicantSearchReason =
  /** человек звонит (the person calls) */
  | 'PERSON_CALLS'
  /** человек пришёл (the person is here) */
  | 'PERSON_CAME'
  /** регистрирую обращение (an appeal is being registered) */
  | 'REGISTERING'
  /** проверяю повторность (whether it was asked before) */
  | 'CHECKING_REPEAT'
  /** готовлю ответ (an answer is being prepared) */
  | 'PREPARING_ANSWER'
  /** проверяю работу (the work is being inspected) */
  | 'INSPECTION';

/** The order of what a search found. */
export type SearchOrder =
  /** сначала подходящие (the best first) */
  | 'RELEVANCE'
  /** сначала новые (the newest received first) */
  | 'NEWEST'
  /** сначала старые (the oldest received first) */
  | 'OLDEST';

/** What officials correct of a registered appeal. */
export type CorrectedField =
  /** суть (gist) */
  | 'GIST'
  /** населённый пункт (settlement) */
  | 'SETTLEMENT'
  /** место (place) */
  | 'PLACE'
  /** точка на карте (point on the map) */
  | 'POINT'
  /** тема (topic) */
  | 'TOPIC'
  /** от кого поступило (from whom it came) */
  | 'SOURCE'
  /** срок ответа органу (the term of the body that sent it on) */
  | 'SOURCE_TERM';

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
  /** ответить сразу (answer at once) */
  | 'ANSWER_AT_ONCE'
  /** не рассматривать (not to consider) */
  | 'MARK_AS_SPAM'
  /** объявить срочным (declare urgent) */
  | 'ESCALATE_URGENTLY'
  /** записать, кто переслал (record who sent it on) */
  | 'RECORD_SOURCE'
  /** решить, повторное ли (decide whether it is repeated) */
  | 'RECORD_REPEAT'
  /** исправить суть, место, тему (correct the gist, the place, the topic) */
  | 'CORRECT_DETAILS'
  /** признать регистрацию ошибочной (correct the registration) */
  | 'CORRECT_REGISTRATION'
  /** вернуть на доработку (grant another consideration) */
  | 'GRANT_REOPENING'
  /** отказать в доработке (refuse another consideration) */
  | 'REFUSE_REOPENING'
  /** рассмотреть снова (consider again) */
  | 'REOPEN_APPEAL'
  /** вернуть в работу (return to work) */
  | 'REOPEN_ON_SUPPLEMENT'
  /** ответить в ветке (reply in the thread) */
  | 'REPLY_TO_SUPPLEMENT'
  /** отметить дополнение прочитанным (mark the addition as read) */
  | 'ACKNOWLEDGE_SUPPLEMENT'
  /** запретить уничтожать дело (set a legal hold) */
  | 'SET_LEGAL_HOLD'
  /** записать отзыв согласия (record that the consent was withdrawn) */
  | 'RECORD_CONSENT_WITHDRAWAL'
  /** снять запрет уничтожать (lift the legal hold) */
  | 'LIFT_LEGAL_HOLD'
  /** отменить решение (take the decision back) */
  | 'TAKE_BACK_DECISION'
  /** направить в отдел (route to a department) */
  | 'ROUTE_QUESTION'
  /** назначить исполнителя (assign an executor) */
  | 'ASSIGN_EXECUTOR'
  /** ознакомлен (say that you have read the assignment) */
  | 'ACKNOWLEDGE_ASSIGNMENT'
  /** передать в отделе (pass on within the department) */
  | 'PASS_ON_ASSIGNMENT'
  /** записать устный ответ на приёме (record the oral answer at the reception) */
  | 'RECORD_RECEPTION_ANSWER'
  /** исправить тему (correct the topic) */
  | 'CORRECT_TOPIC'
  /** указать код классификатора (set the code of the classifier) */
  | 'CLASSIFY_QUESTION'
  /** назначить соисполнителей (assign co-executors) */
  | 'ASSIGN_CO_EXECUTORS'
  /** моя часть готова (say that your part is done) */
  | 'FINISH_PART'
  /** дать материалы исполнителю (contribute to the answer) */
  | 'ADD_CONTRIBUTION'
  /** вернуть координатору (return to the coordinator) */
  | 'RETURN_QUESTION'
  /** разделить на вопросы (split into questions) */
  | 'SPLIT_QUESTION'
  /** отменить разделение (undo the split) */
  | 'UNDO_SPLIT'
  /** объединить вопросы (merge questions) */
  | 'MERGE_QUESTIONS'
  /** отменить объединение (undo the merge) */
  | 'UNDO_MERGE'
  /** отметить, на кого жалоба (note who is complained of) */
  | 'NOTE_COMPLAINED_OF'
  /** направить по компетенции (forward to the competent body) */
  | 'FORWARD_QUESTION'
  /** отозвать направление (take the forwarding back) */
  | 'WITHDRAW_FORWARDING'
  /** записать, что ответил орган (record what the body answered) */
  | 'RECORD_BODY_REACTION'
  /** отозвать ссылку органа (revoke the body's link) */
  | 'REVOKE_BODY_LINK'
  /** рассмотреть самим (consider it here) */
  | 'TAKE_BACK_QUESTION'
  /** оставить без ответа (leave without an answer) */
  | 'LEAVE_UNANSWERED'
  /** продлить срок (extend the term) */
  | 'EXTEND_DEADLINE'
  /** попросить продлить срок (ask to extend the term) */
  | 'ASK_FOR_EXTENSION'
  /** отказать в продлении (refuse the extension) */
  | 'REFUSE_EXTENSION'
  /** запросить сведения (request information) */
  | 'REQUEST_INFORMATION'
  /** записать, что сведения получены (record the information) */
  | 'RECORD_INFORMATION'
  /** дать предварительный ответ (give an interim answer) */
  | 'GIVE_INTERIM_ANSWER'
  /** подтвердить, что обещанное сделано (confirm that the promise was kept) */
  | 'CONFIRM_PROMISE'
  /** перенести обещанный срок (extend the promise) */
  | 'EXTEND_PROMISE'
  /** взять на контроль (put under control) */
  | 'PUT_UNDER_CONTROL'
  /** снять с контроля (take off control) */
  | 'TAKE_OFF_CONTROL'
  /** составить ответ (draft the response) */
  | 'DRAFT_RESPONSE'
  /** согласовать (approve) */
  | 'APPROVE_RESPONSE'
  /** подписать (sign) */
  | 'SIGN_RESPONSE'
  /** отозвать подпись (revoke the signature) */
  | 'REVOKE_RESPONSE'
  /** вернуть на доработку (send back) */
  | 'SEND_BACK_RESPONSE'
  /** добавить заметку (add a note) */
  | 'ADD_NOTE'
  /** подготовить к публикации (prepare for publication) */
  | 'PROPOSE_PUBLICATION'
  /** опубликовать (publish) */
  | 'PUBLISH_ANSWER'
  /** снять с публикации (take back from publication) */
  | 'TAKE_BACK_PUBLICATION'
  /** записать разговор (record the call) */
  | 'RECORD_ORAL_NOTICE'
  /** отметить, что не дозвонились (record an unanswered call) */
  | 'RECORD_CALL_ATTEMPT'
  /** приложить электронную подпись (attach an electronic signature) */
  | 'ATTACH_SIGNATURE'
  /** записать отправку письма (record the posting of a letter) */
  | 'RECORD_POSTING'
  /** записать, что стало с письмом (record what became of the letter) */
  | 'RECORD_LETTER_OUTCOME'
  /** сказать, дошло ли сообщение (record whether the message was delivered there) */
  | 'SETTLE_UNKNOWN_NOTICE'
  /** написать слова для всех (write the public words) */
  | 'RELEASE_NOTICE'
  /** записать, что внесено в ПОС (record that it was entered in the feedback platform) */
  | 'RECORD_IN_POS'
  /** отметить, что ответ размещён (record that the answer was placed) */
  | 'RECORD_PLACED_NOTICE';

/** How the applicant can be reached. */
export type ContactKind =
  /** электронная почта (e-mail) */
  | 'EMAIL'
  /** телефон (telephone) */
  | 'PHONE'
  /** аккаунт в сети (account in a network) */
  | 'NETWORK';

/** What the applicant sends (59-FZ art. 4). */
export type AppealKind =
  /** заявление (statement) */
  | 'STATEMENT'
  /** предложение (proposal) */
  | 'PROPOSAL'
  /** жалоба (complaint) */
  | 'COMPLAINT';

/** From whom an appeal came: of the applicant, or of a body that sent it on with a letter of its own. */
export type AppealSender =
  /** от заявителя (of the applicant) */
  | 'APPLICANT'
  /** из Администрации Президента (of the President's office) */
  | 'PRESIDENT'
  /** из правительства или от главы региона (of a government or the region's head) */
  | 'GOVERNMENT'
  /** от депутата (of a deputy) */
  | 'DEPUTY'
  /** из прокуратуры (of the prosecutor's office) */
  | 'PROSECUTOR'
  /** через ПОС (through the feedback platform) */
  | 'POS'
  /** из другого органа (of another body) */
  | 'OTHER_BODY';

/** Why an applicant wrote again about the same: as it follows from what happened to the earlier appeal. */
export type RepeatCause =
  /** первое рассмотрено с нарушением срока (the first one was considered after its term) */
  | 'LATE'
  /** заявитель не удовлетворён ответом (the answer did not satisfy the applicant) */
  | 'NOT_SATISFIED';

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

/** The outcome of an unanswered call. */
export type CallResult =
  /** не ответили (no answer) */
  | 'NO_ANSWER'
  /** просили перезвонить (asked to call later) */
  | 'CALL_LATER'
  /** номер ошибочный (the number is another person’s) */
  | 'WRONG_NUMBER'
  /** просит письменный ответ (wants a written answer) */
  | 'WANTS_WRITTEN'
  /** дозвониться не удаётся (cannot be reached by telephone) */
  | 'GIVEN_UP';

/** The applicant's response to an answer. */
export type OralOutcome =
  /** согласен на устный ответ (agrees to the oral answer) */
  | 'AGREES'
  /** просит письменный ответ (wants a written answer) */
  | 'WANTS_WRITTEN'
  /** есть новое, вопрос не решён (something new, the question is not settled) */
  | 'SOMETHING_NEW';

/** What the answer says of the question. */
export type Outcome =
  /** поддержано (supported) */
  | 'SUPPORTED'
  /** не поддержано (not supported) */
  | 'NOT_SUPPORTED'
  /** разъяснено (explained) */
  | 'EXPLAINED'
  /** меры приняты (measures taken) */
  | 'MEASURES_TAKEN'
  /** меры обещаны к сроку (measures promised until a date) */
  | 'MEASURES_PROMISED';

/** With what a question ended: the outcome of its answer, or its other end. */
export type QuestionResult =
  /** поддержано (supported) */
  | 'SUPPORTED'
  /** не поддержано (not supported) */
  | 'NOT_SUPPORTED'
  /** разъяснено (explained) */
  | 'EXPLAINED'
  /** меры приняты (measures taken) */
  | 'MEASURES_TAKEN'
  /** меры обещаны к сроку (measures promised until a date) */
  | 'MEASURES_PROMISED'
  /** направлено по компетенции (forwarded to the competent body) */
  | 'FORWARDED'
  /** оставлено без ответа (left without an answer) */
  | 'LEFT_UNANSWERED'
  /** переписка прекращена (the correspondence was ended) */
  | 'CORRESPONDENCE_ENDED'
  /** отозвано заявителем (withdrawn by the applicant) */
  | 'WITHDRAWN';

/** What became of the measures that an answer promised. */
export type PromiseState =
  /** на контроле (under control) */
  | 'WAITING'
  /** выполнено в срок (kept in time) */
  | 'KEPT'
  /** выполнено с опозданием (kept late) */
  | 'LATE';

/** Why a question ended without an answer. */
export type ClosingGround =
  /** обращение отозвано (the appeal was withdrawn) */
  | 'WITHDRAWN'
  /** данные заявителя удалены (the applicant's data was erased) */
  | 'ERASED'
  /** объединён с другим вопросом (merged into another question) */
  | 'MERGED'
  /** регистрация ошибочна (the registration was wrong) */
  | 'REGISTERED_WRONGLY';

/** By which part of article 11 of 59-FZ, or by article 8(7), a question is left without an answer on its merits. */
export type UnansweredGround =
  /** нет фамилии или адреса для ответа (ч. 1) (no surname, or no address for an answer (part 1)) */
  | 'ANON'
  /** обжалуется судебное решение (ч. 2) (a decision of a court is complained of (part 2)) */
  | 'COURT'
  /** оскорбления или угрозы (ч. 3) (insults or threats (part 3)) */
  | 'ABUSE'
  /** текст не прочитать (ч. 4) (the text cannot be read (part 4)) */
  | 'UNREADABLE'
  /** суть не понять (ч. 4.1) (the matter cannot be made out (part 4.1)) */
  | 'UNCLEAR'
  /** на это уже отвечали, доводов новых нет (ч. 5) (answered before, nothing new (part 5)) */
  | 'REPEAT'
  /** ответ опубликован на сайте (ч. 5.1) (the answer is published on the site (part 5.1)) */
  | 'PUBLISHED'
  /** ответ раскрыл бы охраняемую тайну (ч. 6) (the answer would disclose a secret kept by law (part 6)) */
  | 'SECRET'
  /** жалоба на тех, кому её пришлось бы направить (ст. 8 ч. 7) (a complaint of whom it would have to go to (article 8, part 7)) */
  | 'COMPLAINT';

/** How a question ended other than by an answer. */
export type QuestionEnd =
  /** направлен по компетенции (forwarded to the competent body) */
  | 'FORWARDED'
  /** оставлен без ответа по существу (left without an answer on the merits) */
  | 'LEFT_UNANSWERED';

/** How another district ended what was handed over to it. */
export type HandoverEnd =
  /** дан ответ (answered) */
  | 'ANSWERED'
  /** направлено по компетенции дальше (forwarded further) */
  | 'FORWARDED'
  /** оставлено без ответа по существу (left without an answer on the merits) */
  | 'LEFT_UNANSWERED'
  /** рассмотрение прекращено (the consideration was closed) */
  | 'CLOSED';

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

/** Where a text that is put into an answer comes from. */
export type ReadyText =
  /** похожий ответ (similar answer) */
  | 'SIMILAR_ANSWER'
  /** шаблон (template) */
  | 'TEMPLATE';

/** Why an answer may be published (59-FZ art. 6(2), 10(4)). */
export type PublicationGround =
  /** автор согласен опубликовать этот ответ (the author agreed to the publication of this answer) */
  | 'CONSENT'
  /** ответ касается неопределённого круга лиц (the answer touches an indefinite circle of people) */
  | 'CIRCLE';

/** Why a publication ended. */
export type PublicationEnd =
  /** снято сотрудником (taken back by an official) */
  | 'TAKEN_BACK'
  /** автор отозвал согласие (the author withdrew the consent) */
  | 'CONSENT_WITHDRAWN'
  /** данные автора удалены (the author's data was erased) */
  | 'PERSON_ERASED'
  /** вопрос рассматривается снова (the question is considered again) */
  | 'CONSIDERED_AGAIN';

/** How far the publication of an answer has come. */
export type PublicationStage =
  /** можно подготовить (may be prepared) */
  | 'ALLOWED'
  /** ждёт публикации другим сотрудником (waits for another official) */
  | 'PROPOSED'
  /** на сайте (published) */
  | 'PUBLISHED'
  /** снят (taken back) */
  | 'ENDED';

/** A text of a publication. */
export type PublicationField =
  /** заголовок (title) */
  | 'TITLE'
  /** вопрос (question) */
  | 'MATTER'
  /** ответ (answer) */
  | 'TEXT';

/** What a photo of a published answer shows. */
export type PhotoSide =
  /** до (before) */
  | 'BEFORE'
  /** после (after) */
  | 'AFTER';

/** Whether residents read of a known issue. */
export type KnownIssueState =
  /** жители видят (shown to residents) */
  | 'LIVE'
  /** срок прошёл, не сказано, что сделано (its time is over, and what was done is not said) */
  | 'LAPSED'
  /** снято (ended) */
  | 'ENDED';

/** How one takes part in a reception in person. */
export type ReceptionWay =
  /** лично (in person) */
  | 'IN_PERSON'
  /** по видеосвязи (by video link) */
  | 'VIDEO';

/** How far a reception in person has come. */
export type ReceptionState =
  /** записан (booked) */
  | 'BOOKED'
  /** пришёл (has come) */
  | 'CAME'
  /** не пришёл (has not come) */
  | 'MISSED'
  /** отменён (cancelled) */
  | 'CANCELLED'
  /** принят (was received) */
  | 'ENDED';

/** What a reception in person led to (59-FZ art. 13). */
export type ReceptionOutcome =
  /** обращение зарегистрировано (an appeal was registered; its own answer ends it, oral or written) */
  | 'REGISTERED'
  /** разъяснено, куда обратиться (explained where to turn to) */
  | 'NOT_OURS'
  /** отказано: ответ дан раньше (refused: it was answered before on its substance) */
  | 'ANSWERED_BEFORE';

/** What a column of a journal has that was kept before Otklik. */
export type OldJournalColumnKind =
  /** номер (the registration number) */
  | 'NUMBER'
  /** дата поступления (the day of arrival) */
  | 'DATE'
  /** заявитель (the applicant) */
  | 'APPLICANT'
  /** адрес (the address) */
  | 'ADDRESS'
  /** телефон или почта (a telephone or e-mail address) */
  | 'CONTACT'
  /** суть (the gist) */
  | 'TEXT'
  /** тема (the topic) */
  | 'TOPIC'
  /** вид обращения (statement, proposal or complaint) */
  | 'KIND'
  /** исполнитель (the executor) */
  | 'EXECUTOR'
  /** срок (the term) */
  | 'DUE'
  /** номер ответа (the number of the answer) */
  | 'ANSWER_NUMBER'
  /** дата ответа (the day of the answer) */
  | 'ANSWER_DATE'
  /** результат (the result) */
  | 'RESULT'
  /** не загружать (left out) */
  | 'NONE';

/** What is wrong with a row of a journal that was kept before Otklik. */
export type OldJournalRowFault =
  /** нет номера (there is no number) */
  | 'NUMBER_MISSING'
  /** этот номер в этом году уже есть выше (the number is in an earlier row of that year) */
  | 'NUMBER_REPEATED'
  /** этот номер в этом году уже дан другому обращению (Otklik gave this number of that year to another appeal) */
  | 'NUMBER_GIVEN'
  /** таблица не сохранила цифры: сделайте столбец текстовым и впишите заново (the spreadsheet kept no digits of it) */
  | 'NUMBER_LOST'
  /** по номеру не видно места в ряду (no place in the series can be seen in it) */
  | 'NUMBER_WITHOUT_DIGITS'
  /** номер далеко за остальными на листе (it is far beyond the other numbers of the sheet) */
  | 'NUMBER_OUT_OF_SERIES'
  /** нет даты (there is no date) */
  | 'DATE_MISSING'
  /** это не дата (it is no date) */
  | 'DATE_UNREADABLE'
  /** такого дня нет (there is no such day) */
  | 'DATE_NO_SUCH_DAY'
  /** дата без года, а по соседним строкам год не ясен (the date has no year, and its neighbours do not say which) */
  | 'DATE_WITHOUT_YEAR'
  /** дата в будущем (the date is in the future) */
  | 'DATE_IN_FUTURE'
  /** дата раньше 2000 года (the date is before 2000) */
  | 'DATE_TOO_EARLY'
  /** срок раньше поступления (the term ends before the arrival) */
  | 'DUE_BEFORE_ARRIVAL'
  /** нет заявителя (there is no applicant) */
  | 'APPLICANT_MISSING'
  /** нет сути (there is no text) */
  | 'TEXT_MISSING'
  /** текст длиннее 20 000 знаков (the text is longer than 20,000 characters) */
  | 'TEXT_TOO_LONG'
  /** ответ раньше поступления: этот день не загрузится (the answer is before the arrival: that day is left out) */
  | 'ANSWER_BEFORE_ARRIVAL'
  /** такой темы у района нет: останется словом журнала (none of the district’s topics: kept as a word of the journal) */
  | 'TOPIC_UNKNOWN'
  /** исполнителей несколько: останутся, как написаны (several executors: kept as they are written) */
  | 'SEVERAL_EXECUTORS';

/** How far an import of a journal is that was kept before Otklik. */
export type OldJournalLoadState =
  /** не закончена (interrupted, or under way) */
  | 'TAKING'
  /** загружен (every row that can be taken is there) */
  | 'WHOLE'
  /** убирается (it is taken back) */
  | 'REMOVING'
  /** убран (it was taken back) */
  | 'REMOVED';

/** What a notice tells the applicant; COVERING, REQUEST and INFORMING: a body. */
export type NoticeKind =
  /** зарегистрировано (registered) */
  | 'REGISTERED'
  /** ответ (answer) */
  | 'ANSWERED'
  /** направлено по компетенции (forwarded to the competent body) */
  | 'FORWARDED'
  /** срок продлён (the term is extended) */
  | 'EXTENDED'
  /** оставлено без ответа по существу (left without an answer on the merits) */
  | 'LEFT_UNANSWERED'
  /** переписка прекращена (the correspondence is ended) */
  | 'CORRESPONDENCE_ENDED'
  /** решение о доработке (decision on another consideration) */
  | 'REOPENING_DECIDED'
  /** рассматриваем ещё раз (considered again) */
  | 'REOPENED'
  /** предварительный ответ (interim answer) */
  | 'INTERIM_ANSWER'
  /** ответ на написанное после ответа (reply to what was written after the answer) */
  | 'REPLIED'
  /** сопроводительное письмо органу (covering letter to the body) */
  | 'COVERING'
  /** запрос органу или организации (request to a body or organisation) */
  | 'REQUEST'
  /** письмо органу о результате (letter to the body about the result) */
  | 'INFORMING'
  /** рассматривается под другим номером (considered under another number) */
  | 'DUPLICATE'
  /** номер присвоен по ошибке (the number was given by mistake) */
  | 'STRUCK'
  /** принято в работу (taken up) */
  | 'TAKEN_UP'
  /** ответ без регистрации (answer without a registration) */
  | 'ANSWERED_AT_ONCE'
  /** чем кончилось то, о чём знали (the outcome of a known issue) */
  | 'ISSUE_ENDED'
  /** как подать обращение (how to file an appeal) */
  | 'HOW_TO_APPEAL'
  /** согласие отозвано (the consent is withdrawn) */
  | 'CONSENT_WITHDRAWN';

/** Whom a letter is addressed to. */
export type Addressee =
  /** заявитель (the applicant) */
  | 'APPLICANT'
  /** орган или организация (a body) */
  | 'BODY'
  /** сотрудник администрации (an official) */
  | 'OFFICIAL';

/** By which way a notice reaches the applicant. */
export type NoticeWay =
  /** электронная почта (e-mail) */
  | 'EMAIL'
  /** устно (in person or by telephone) */
  | 'ORAL'
  /** письмом по почте (by post) */
  | 'PAPER'
  /** на странице обращения (on the appeal's page) */
  | 'PAGE'
  /** в ветке (in the thread) */
  | 'THREAD'
  /** личным сообщением (by direct message) */
  | 'DIRECT'
  /** запросом Open311 (as a request by Open311) */
  | 'OPEN311'
  /** в ПОС (in the feedback platform) */
  | 'POS';

/** The state of a message in the feedback platform, by its own words. */
export type PosState =
  /** отправлен ответ (the answer was sent) */
  | 'ANSWER_SENT'
  /** на рассмотрении (under consideration) */
  | 'UNDER_WAY'
  /** направлено в другую организацию (sent on to another body) */
  | 'REDIRECTED'
  /** отклонено (rejected) */
  | 'REJECTED';

/** How far a notice has come. */
export type NoticeState =
  /** отправляется (being sent) */
  | 'PENDING'
  /** отправлено (dispatched) */
  | 'DISPATCHED'
  /** не доставлено (not delivered) */
  | 'FAILED'
  /** не отправляется (not sent) */
  | 'CANCELLED';

/** Why a notice waits for a person. */
export type NoticeAttention =
  /** неизвестно, дошло ли (delivery unknown) */
  | 'UNKNOWN'
  /** в тексте личные сведения (personal data in what would be public) */
  | 'HELD'
  /** ответ размещает человек (a person places the answer) */
  | 'BY_HAND';

/** Why a notice is not sent. */
export type CancelGround =
  /** заявитель отозвал обращение (the applicant withdrew the appeal) */
  | 'WITHDRAWN'
  /** данные заявителя удалены (the applicant's data was erased) */
  | 'ERASED'
  /** регистрация ошибочна (the registration was wrong) */
  | 'REGISTERED_WRONGLY'
  /** подпись отозвана (the signature was revoked) */
  | 'REVOKED'
  /** направление отозвано (the forwarding was taken back) */
  | 'FORWARDING_WITHDRAWN'
  /** решение отменено (the decision was taken back) */
  | 'DECISION_TAKEN_BACK'
  /** вопрос уже окончен (the question has its end already) */
  | 'QUESTION_ENDED'
  /** вопрос рассматривается снова (the question is considered again) */
  | 'RECONSIDERED'
  /** исправлено, от кого поступило обращение (from whom the appeal came was corrected) */
  | 'SOURCE_CORRECTED'
  /** решено не отправлять (it was decided not to send it) */
  | 'NOT_NEEDED';

/** How a letter on paper went to the applicant. */
export type PostingMeans =
  /** простое письмо (ordinary letter) */
  | 'LETTER'
  /** заказное письмо (registered letter) */
  | 'REGISTERED_LETTER'
  /** вручено под подпись (handed over against a signature) */
  | 'HANDED_OVER';

/** What became of a letter that left by post. */
export type LetterOutcome =
  /** вручено адресату (delivered to the addressee) */
  | 'DELIVERED'
  /** вернулось: истёк срок хранения (returned: not collected in time) */
  | 'STORAGE_EXPIRED'
  /** вернулось: адресат отказался (returned: refused by the addressee) */
  | 'REFUSED'
  /** вернулось: адресат выбыл (returned: the addressee has moved) */
  | 'MOVED'
  /** вернулось: такого адреса нет (returned: no such address) */
  | 'WRONG_ADDRESS';

/** What shows what became of a letter: never a word alone. */
export type PostalProof =
  /** отслеживание по трек-номеру (tracking by its number at the post) */
  | 'TRACKING'
  /** уведомление о вручении (receipt of delivery) */
  | 'RECEIPT'
  /** вернувшийся конверт (the envelope that came back) */
  | 'ENVELOPE';

/** How far a letter of the outgoing register has come. */
export type LetterCourse =
  /** не отправлено (not sent yet) */
  | 'WAITING'
  /** вернулось, не отправлено снова (came back, not sent again) */
  | 'RETURNED'
  /** в пути (on its way by post) */
  | 'ON_ITS_WAY'
  /** отправлено (sent by another way) */
  | 'SENT'
  /** вручено (delivered) */
  | 'DELIVERED'
  /** номер аннулирован (the number is annulled) */
  | 'ANNULLED';

/** What a person found where an outcome was unknown. */
export type SeenWord =
  /** сообщение там есть (delivered) */
  | 'STANDS'
  /** сообщения там нет, отправить ещё раз (it does not: send it once more) */
  | 'REPEAT'
  /** не отправлять (it is not to be sent) */
  | 'NEVER';

/** Why a notice does not leave by itself. */
export type HeldReason =
  /** после восстановления неизвестно, ушло ли (after a restore it is not known whether it left) */
  | 'RESTORED'
  /** не удаётся сделать лист письма (the sheet of the letter cannot be made) */
  | 'NO_PAPER';

/** What in a text may be personal data and is not said publicly. */
export type PersonalDataKind =
  /** имя и отчество или фамилия (name) */
  | 'NAME'
  /** телефон (telephone) */
  | 'PHONE'
  /** электронная почта (e-mail) */
  | 'EMAIL'
  /** адрес (address) */
  | 'ADDRESS'
  /** страховой номер (СНИЛС) (insurance number) */
  | 'SNILS'
  /** номер документа (number of a document) */
  | 'DOCUMENT';

/** What is known of an electronic signature beside a letter, the least first. */
export type SignatureLevel =
  /** здесь не проверена (not verified here) */
  | 'UNVERIFIED'
  /** подпись верна, квалифицированность не проверялась (valid; whether it is qualified was not verified) */
  | 'VALID'
  /** подпись верна, сертификат выдан УЦ из списка (valid, and issued by an authority of the list) */
  | 'TRUSTED';

/** Why nothing is sent to a webhook. */
export type WebhookPause =
  /** остановлен администратором (paused by the administrator) */
  | 'ADMINISTRATOR'
  /** получатель ответил, что адреса больше нет (the receiver said that the address is gone) */
  | 'GONE'
  /** не отвечает третий день (no success for three days) */
  | 'DEAD';

/** How far a delivery has come. */
export type WebhookDeliveryState =
  /** ждёт отправки (waits) */
  | 'WAITING'
  /** принято (taken) */
  | 'SENT'
  /** не принято (not taken) */
  | 'FAILED';

/** Whose state a fact tells. */
export type WebhookSubject =
  /** обращение (the appeal) */
  | 'APPEAL'
  /** вопрос (the question) */
  | 'QUESTION'
  /** ответ (the answer) */
  | 'RESPONSE'
  /** уведомление (the notice) */
  | 'NOTICE'
  /** сохранённый поиск (the saved search) */
  | 'SEARCH';

/** Status of the appeal. */
export type AppealState =
  /** поступило, ждёт модератора (received, waits for the moderator) */
  | 'RECEIVED'
  /** принято к рассмотрению, ждёт регистрации (taken up, waits for registration) */
  | 'TAKEN_UP'
  /** зарегистрировано (registered) */
  | 'REGISTERED'
  /** дан ответ (answered) */
  | 'ANSWERED'
  /** направлено по компетенции (forwarded to the competent body) */
  | 'FORWARDED'
  /** оставлено без ответа по существу (left without an answer on the merits) */
  | 'LEFT_UNANSWERED'
  /** отозвано заявителем (withdrawn by the applicant) */
  | 'WITHDRAWN'
  /** не рассматривается (not considered) */
  | 'SPAM'
  /** отвечено сразу, без дела (answered at once, without a case) */
  | 'ANSWERED_AT_ONCE'
  /** дубликат (duplicate) */
  | 'DUPLICATE'
  /** заявитель просит рассмотреть снова (the applicant asks for another consideration) */
  | 'REOPEN_REQUESTED'
  /** регистрация ошибочна (the registration was wrong) */
  | 'STRUCK'
  /** закрыто по старому журналу (closed by the old journal) */
  | 'CLOSED_BY_OLD_JOURNAL'
  /** загрузка старого журнала убрана (the import of the old journal was taken back) */
  | 'REMOVED_WITH_OLD_JOURNAL';

/** Status of the question. */
export type QuestionState =
  /** открыт, без отдела: у координатора (open, without a department: with the coordinator) */
  | 'OPEN'
  /** направлен в профильный отдел (routed to a department) */
  | 'ROUTED'
  /** возвращён координатору (returned to the coordinator) */
  | 'RETURNED'
  /** у исполнителя (with the executor) */
  | 'IN_WORK'
  /** направляется по компетенции, заявителю сообщают (being forwarded, the applicant is being notified) */
  | 'FORWARDING'
  /** остаётся без ответа, заявителю сообщают (left without an answer, the applicant is being notified) */
  | 'LEAVING'
  /** дан ответ (answered) */
  | 'ANSWERED'
  /** направлен по компетенции (forwarded to the competent body) */
  | 'FORWARDED'
  /** оставлен без ответа по существу (left without an answer on the merits) */
  | 'LEFT_UNANSWERED'
  /** прекращён (closed) */
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

/** The type of a published event, or of what else webhooks are sent. */
export type EventType =
  /** Обращение поступило (Received) */
  | 'APPEAL_RECEIVED'
  /** Сообщение принято к рассмотрению (Message taken up) */
  | 'MESSAGE_TAKEN_UP'
  /** Сообщение переведено в обращение (Message turned into an appeal) */
  | 'MESSAGE_TURNED_INTO_APPEAL'
  /** Срок регистрации близок (The term to register it is near its end) */
  | 'REGISTRATION_NEAR'
  /** Срок регистрации пропущен (The term to register it was missed) */
  | 'REGISTRATION_MISSED'
  /** Решено не рассматривать (Not to be considered) */
  | 'MARKED_AS_SPAM'
  /** Отвечено сразу (Answered at once) */
  | 'ANSWERED_AT_ONCE'
  /** Сообщено, чем кончилось (The outcome of a known issue was reported) */
  | 'KNOWN_ISSUE_END_REPORTED'
  /** Объявлено срочным (Declared urgent) */
  | 'URGENCY_DECLARED'
  /** Отмечено как дубликат (Marked as a duplicate) */
  | 'MARKED_AS_DUPLICATE'
  /** Решение модератора отменено (The moderator's decision was taken back) */
  | 'DECISION_TAKEN_BACK'
  /** Зарегистрировано (Registered) */
  | 'APPEAL_REGISTERED'
  /** Регистрация признана ошибочной (The registration was corrected) */
  | 'REGISTRATION_CORRECTED'
  /** Предложено признать регистрацию ошибочной (It was proposed to correct the registration) */
  | 'STRIKE_PROPOSED'
  /** Исправлены суть или место (The gist or the place was corrected) */
  | 'DETAILS_CORRECTED'
  /** Записано, от кого поступило (It was recorded from whom it came) */
  | 'SOURCE_RECORDED'
  /** Решено, повторное ли обращение (It was decided whether it is repeated) */
  | 'REPEAT_RECORDED'
  /** Обращение дополнено (Something was added to the appeal) */
  | 'APPEAL_SUPPLEMENTED'
  /** Автор изменил текст в сети (The author changed the text in the network) */
  | 'EDITED_AT_SOURCE'
  /** Сообщение удалено в сети (The message was removed in the network) */
  | 'REMOVED_AT_SOURCE'
  /** Сообщение восстановлено в сети (The message was restored in the network) */
  | 'RESTORED_AT_SOURCE'
  /** Наше сообщение прочитано в сети (Our message was read in the network) */
  | 'OWN_MESSAGE_READ'
  /** Сообщение о регистрации появилось под комментарием (The administration's message is seen in the network) */
  | 'OWN_MESSAGE_SEEN'
  /** Автор заблокировал сообщения в сети (The author blocked messages in the network) */
  | 'MESSAGES_BLOCKED'
  /** Автор снова принимает сообщения в сети (The author accepts messages in the network again) */
  | 'MESSAGES_ALLOWED'
  /** Измерена реакция в сети (Reactions in the network were measured) */
  | 'REACTIONS_MEASURED'
  /** Дополнение прочитано (The addition was read) */
  | 'SUPPLEMENT_ACKNOWLEDGED'
  /** Ответили на написанное после ответа (What was written after the answer got a reply) */
  | 'SUPPLEMENT_ANSWERED'
  /** Запрошена ссылка вместо утерянного кода (A link instead of the lost code was requested) */
  | 'FOLLOW_UP_LINK_REQUESTED'
  /** Заявитель отозвал обращение (The applicant withdrew the appeal) */
  | 'APPEAL_WITHDRAWN'
  /** Рассмотрение закончено (The consideration is over) */
  | 'APPEAL_ANSWERED'
  /** Рассмотрение продолжено (The consideration goes on) */
  | 'CONSIDERATION_RESUMED'
  /** Заявитель оценил ответ (The applicant rated the answer) */
  | 'APPEAL_RATED'
  /** Заявитель просит рассмотреть снова (The applicant asks for another consideration) */
  | 'REOPENING_REQUESTED'
  /** Возвращено на доработку (Another consideration was granted) */
  | 'REOPENING_GRANTED'
  /** В доработке отказано (Another consideration was refused) */
  | 'REOPENING_REFUSED'
  /** Хранение продлено: дело не уничтожать (A legal hold was set) */
  | 'LEGAL_HOLD_SET'
  /** Запрет уничтожать снят (The legal hold was lifted) */
  | 'LEGAL_HOLD_LIFTED'
  /** Согласие на обработку данных отозвано (The consent to the processing was withdrawn) */
  | 'CONSENT_WITHDRAWN'
  /** Автор согласен опубликовать ответ (The author agreed to the publication of the answer) */
  | 'PUBLICATION_ALLOWED'
  /** Автор отозвал согласие на публикацию (The author withdrew the consent to the publication) */
  | 'PUBLICATION_DISALLOWED'
  /** Обращения одного человека соединены (The appeals of one person were joined) */
  | 'APPLICANT_JOINED'
  /** Обращения разных людей разъединены (The appeals of different people were parted) */
  | 'APPLICANT_PARTED'
  /** Данные заявителя удалены (The applicant's data was erased) */
  | 'PERSON_ERASED'
  /** Взято из старого журнала (Taken from the old journal) */
  | 'OLD_JOURNAL_ENTRY_TAKEN'
  /** Загрузка старого журнала убрана (The import of the old journal was taken back) */
  | 'OLD_JOURNAL_ENTRY_REMOVED'
  /** Срок сообщения «мы знаем» прошёл (The time of a known issue is over) */
  | 'KNOWN_ISSUE_LAPSED'
  /** Получено из сети (A delivery of a network is kept) */
  | 'DELIVERY_KEPT'
  /** Начато рассмотрение (Consideration began) */
  | 'QUESTION_OPENED'
  /** Направлено в отдел (Routed to a department) */
  | 'QUESTION_ROUTED'
  /** Передано координатору (Left to the coordinator) */
  | 'QUESTION_LEFT_TO_COORDINATOR'
  /** Установлен срок (Deadline set) */
  | 'DEADLINE_SET'
  /** Срок близок (The deadline is near) */
  | 'DEADLINE_NEAR'
  /** Срок пропущен (The deadline was missed) */
  | 'DEADLINE_MISSED'
  /** Назначен исполнитель (Executor assigned) */
  | 'EXECUTOR_ASSIGNED'
  /** Возвращено координатору (Returned to the coordinator) */
  | 'QUESTION_RETURNED'
  /** На приёме дан устный ответ (Answered orally at the reception) */
  | 'ORAL_ANSWER_RECORDED'
  /** Подписанный ответ принят к отправке (The signed answer was accepted for dispatch) */
  | 'ANSWER_ACCEPTED'
  /** Подписанный ответ не отправляется: вопрос уже не в этом отделе (The signed answer is not sent: the question is not of that department any more) */
  | 'ANSWER_REFUSED'
  /** Ответ не отправлен, вопрос снова в работе (The answer was not sent, the question is in work again) */
  | 'ANSWER_RELEASED'
  /** Ответ отправлен, срок остановлен (The answer was dispatched, the clock stopped) */
  | 'QUESTION_ANSWERED'
  /** Подтверждение отправки ответа пришло после окончания (The dispatch of the answer was proved after the end) */
  | 'ANSWER_PROVED_LATE'
  /** Вопрос возвращён на доработку (Question reopened) */
  | 'QUESTION_REOPENED'
  /** Вопрос прекращён (Question closed) */
  | 'QUESTION_CLOSED'
  /** Разделено на вопросы (Split into questions) */
  | 'QUESTION_SPLIT'
  /** Разделение отменено (The split was undone) */
  | 'QUESTION_SPLIT_UNDONE'
  /** Присоединён другой вопрос (Another question was joined) */
  | 'QUESTION_JOINED'
  /** Объединение отменено (The merge was undone) */
  | 'QUESTION_JOIN_UNDONE'
  /** Вопрос снова рассматривается (The question is considered again) */
  | 'QUESTION_RESTORED'
  /** Отмечено, на кого жалоба (Noted who is complained of) */
  | 'COMPLAINED_OF_NOTED'
  /** Направляется по компетенции (Forwarded to the competent body) */
  | 'QUESTION_FORWARDED'
  /** Отправлена часть писем о направлении (A part of the letters of the forwarding left) */
  | 'FORWARDING_STEP_PROVED'
  /** Направление отзывается (The forwarding is taken back) */
  | 'FORWARDING_WITHDRAWN'
  /** Передано в другой район (Handed over to another district) */
  | 'QUESTION_HANDED_OVER'
  /** Другой район зарегистрировал обращение (Registered by the other district) */
  | 'HANDOVER_ACCEPTED'
  /** В другом районе рассмотрение окончено (The consideration in the other district ended) */
  | 'HANDOVER_ENDED'
  /** Другому району сообщено, что согласие отозвано (The other district was notified that the consent is withdrawn) */
  | 'HANDOVER_CONSENT_WITHDRAWN'
  /** Сообщил орган, которому направлено (The body to which it was forwarded reacted) */
  | 'BODY_REACTED'
  /** Ссылка для органа отозвана (The body's link was revoked) */
  | 'BODY_LINK_REVOKED'
  /** Органы вернули, вопрос снова у координатора (Given back by the bodies, considered here again) */
  | 'QUESTION_TAKEN_BACK'
  /** Решено не отвечать по существу (Left without an answer on the merits) */
  | 'QUESTION_LEFT_UNANSWERED'
  /** Рассмотрение вопроса окончено (The consideration of the question ended) */
  | 'QUESTION_ENDED'
  /** Решено продлить срок (Decided to extend the term) */
  | 'DEADLINE_EXTENSION_DECIDED'
  /** Срок продлён, заявитель уведомлён (The term is extended, the applicant was notified) */
  | 'DEADLINE_EXTENDED'
  /** Продление не вступило в силу: заявитель уведомлён после срока (The extension is void: the applicant was notified after the term) */
  | 'DEADLINE_EXTENSION_LAPSED'
  /** Исполнитель просит продлить срок (The executor asked to extend the term) */
  | 'EXTENSION_ASKED'
  /** В продлении срока отказано (The extension was refused) */
  | 'EXTENSION_REFUSED'
  /** Запрошены сведения (Information requested) */
  | 'INFORMATION_REQUESTED'
  /** Запрос сведений отправлен (The request for information was sent) */
  | 'INFORMATION_REQUEST_SENT'
  /** Сведения получены (Information received) */
  | 'INFORMATION_RECEIVED'
  /** Дан предварительный ответ (Interim answer given) */
  | 'INTERIM_ANSWER_GIVEN'
  /** Предварительный ответ отправлен (The interim answer was dispatched) */
  | 'INTERIM_ANSWER_TOLD'
  /** Обещаны меры, вопрос на контроле (Measures promised, the question is under control) */
  | 'MEASURES_PROMISED'
  /** Обещанный срок перенесён (The promise was extended) */
  | 'PROMISE_EXTENDED'
  /** Обещанное выполнено (The promise was kept) */
  | 'PROMISE_CONFIRMED'
  /** Указан код классификатора (The code of the classifier was set) */
  | 'QUESTION_CLASSIFIED'
  /** Исправлена тема (The topic was corrected) */
  | 'TOPIC_CORRECTED'
  /** Исполнитель ознакомлен (The executor has read the assignment) */
  | 'ASSIGNMENT_ACKNOWLEDGED'
  /** Назначение отменено (The assignment was taken back) */
  | 'ASSIGNMENT_TAKEN_BACK'
  /** Назначены соисполнители (Co-executors assigned) */
  | 'CO_EXECUTORS_ASSIGNED'
  /** Соисполнитель дал материалы (A co-executor contributed) */
  | 'CONTRIBUTION_ADDED'
  /** Взято на контроль (Put under control) */
  | 'QUESTION_PUT_UNDER_CONTROL'
  /** Снято с контроля (Taken off control) */
  | 'QUESTION_TAKEN_OFF_CONTROL'
  /** Соисполнителю поручена часть (A co-executor was given a part) */
  | 'CO_EXECUTOR_PART_GIVEN'
  /** Соисполнитель выполнил свою часть (A co-executor has done the part) */
  | 'CO_EXECUTOR_PART_DONE'
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
  /** Проект утратил силу: вопрос ушёл из отдела (Draft voided: the question left the department) */
  | 'DRAFT_VOIDED'
  /** Ответ подписан (Answer signed) */
  | 'RESPONSE_SIGNED'
  /** Подпись отозвана (Signature revoked) */
  | 'RESPONSE_REVOKED'
  /** Отзыв подписи опоздал: ответ уже отправлен (The revocation came late: the answer was sent) */
  | 'REVOCATION_CAME_LATE'
  /** Подготовка ответа прекращена (Work on the answer ended) */
  | 'RESPONSE_CLOSED'
  /** Готовится новый ответ (Another answer is being prepared) */
  | 'RESPONSE_REOPENED'
  /** Ответ подготовлен к публикации (The answer was prepared for publication) */
  | 'PUBLICATION_PROPOSED'
  /** Ответ опубликован (The answer was published) */
  | 'ANSWER_PUBLISHED'
  /** Подготовленное не публикуется (What was prepared is not published) */
  | 'PUBLICATION_DROPPED'
  /** Ответ снят с публикации (The answer was taken back from the public pages) */
  | 'ANSWER_UNPUBLISHED'
  /** Готовится уведомление (Notice being prepared) */
  | 'NOTICE_OPENED'
  /** Уведомление отправлено (Notice dispatched) */
  | 'NOTICE_DISPATCHED'
  /** Звонок заявителю (The applicant was called) */
  | 'CALL_ATTEMPTED'
  /** Уведомление размещено на странице обращения (Notice posted on the follow-up page) */
  | 'NOTICE_POSTED'
  /** Уведомление не доставлено (Notice not delivered) */
  | 'NOTICE_FAILED'
  /** Уведомление не отправляется (Notice cancelled) */
  | 'NOTICE_CANCELLED'
  /** Подтверждение отправки пришло после окончания (The proof of dispatch came after the end) */
  | 'PROOF_CAME_LATE'
  /** Неизвестно, дошло ли сообщение (Outcome of the dispatch unknown) */
  | 'NOTICE_OUTCOME_UNKNOWN'
  /** Проверено, дошло ли сообщение (Outcome of the dispatch settled) */
  | 'NOTICE_OUTCOME_SETTLED'
  /** После восстановления решено, отправлять ли (Settled after a restore) */
  | 'RESTORED_NOTICE_SETTLED'
  /** Ответ не показан всем: в нём личные сведения (Held: personal data in what would be public) */
  | 'NOTICE_HELD'
  /** Ответ в ветке размещает человек (To be placed in the thread by a person) */
  | 'NOTICE_BY_HAND'
  /** Написаны слова для всех (Public words written) */
  | 'NOTICE_RELEASED'
  /** Ответ появился под комментарием (Seen where it was sent) */
  | 'NOTICE_SEEN_IN_PLACE'
  /** Ответ удалён из сети (Removed where it was sent) */
  | 'NOTICE_REMOVED_IN_PLACE'
  /** Размещённого ответа в сети не видно (Not found where a person placed it) */
  | 'NOTICE_NOT_FOUND_IN_PLACE'
  /** Ответ прочитан в сети (Read where it was sent) */
  | 'NOTICE_READ_IN_PLACE'
  /** Сообщил сервер органа (Reported by the server of the body) */
  | 'BODY_REPORTED'
  /** Приложена электронная подпись (Electronic signature attached) */
  | 'SIGNATURE_ATTACHED'
  /** Уведомление подписано (Notice signed) */
  | 'NOTICE_SIGNED'
  /** Письмо вручено (The letter was delivered) */
  | 'LETTER_DELIVERED'
  /** Письмо вернулось (The letter came back) */
  | 'LETTER_RETURNED'
  /** В сохранённом поиске новое (Something is new in a saved search) */
  | 'SAVED_SEARCH_GREW';

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
  /** Дата не может быть в прошлом. (The date cannot be in the past.) */
  | 'DATE_IN_PAST'
  /** Срок ответа раньше даты письма. (The term of the answer is before the date of the letter.) */
  | 'TERM_BEFORE_LETTER'
  /** Это день не {year} года. (This day is not of {year}.) */
  | 'DATE_OF_ANOTHER_YEAR'
  /** Этот день назван дважды. (This day is named twice.) */
  | 'DATE_TWICE'
  /** Этот день и так такой: переносить нечего. (This day is so already.) */
  | 'DATE_CHANGES_NOTHING'
  /** Назовите хотя бы один день. (Name at least one day.) */
  | 'DATES_MISSING'
  /** Календаря этого года нет. (There is no calendar of this year.) */
  | 'YEAR_UNKNOWN'
  /** Переносы этого года уже есть в календаре платформы. (The platform's calendar has the transfers of this year already.) */
  | 'YEAR_HAS_TRANSFERS'
  /** Это не похоже ни на адрес почты, ни на номер телефона. (This looks like neither an e-mail address nor a phone number.) */
  | 'CONTACT_MALFORMED'
  /** Такой точки на карте нет. (There is no such point on the map.) */
  | 'POINT_MALFORMED'
  /** Такого населённого пункта в районе нет. (The district has no such settlement.) */
  | 'SETTLEMENT_UNKNOWN'
  /** Такой темы в районе нет. (The district has no such topic.) */
  | 'TOPIC_UNKNOWN'
  /** Эта страница списка больше не действует. Откройте список с начала. (This page of the list is no longer valid. Open the list from its beginning.) */
  | 'BAD_CURSOR'
  /** Метка «consistentWith» неверна: передайте её такой, какой получили. (The `consistentWith` token is wrong: pass it on as you received it.) */
  | 'BAD_CONSISTENCY_TOKEN'
  /** Номер или код не подошли. Проверьте их и попробуйте ещё раз. (Number or code did not fit. Check them and try again.) */
  | 'CODE_WRONG'
  /** Номер и код верны, но это другой район: {district}. Откройте его страницу и введите их там. (Number and code are right, but of another district: {district}. Open its page and enter them there.) */
  | 'OTHER_DISTRICT'
  /** Ссылка больше не действует: её уже открывали, или прошёл час. Запросите новую. (This link is over: it was used, or an hour has passed. Ask for a new one.) */
  | 'LINK_OVER'
  /** Нужно согласие на обработку персональных данных по действующему тексту района. (Consent to the processing of personal data is needed, to the district’s present text.) */
  | 'CONSENT_REQUIRED'
  /** Обращение подписали несколько человек. Укажите того, кто их представляет: ему придут все ответы. (Several people signed. Name the one who represents them: every answer goes to that person.) */
  | 'REPRESENTATIVE_NEEDED'
  /** Это значение не подходит. Проверьте, что скопировано целиком и из нужного места. (This value does not fit. Check that it was copied whole and from the right place.) */
  | 'VALUE_MALFORMED'
  /** В файле района нет организации с таким кодом, у которой записано open311. (The district’s file has no organisation of this code with open311.) */
  | 'NO_OPEN311_BODY'
  /** Нужен адрес узла в интернете вида https://узел.пример/путь: по имени, без номера порта, имени пользователя и пароля. (An address of a public host is needed, as in https://host.example/path: by name, without a port, a user or a password.) */
  | 'ADDRESS_NOT_PUBLIC'
  /** Этот исходящий номер в {year} году уже дан другому письму. Укажите следующий свободный. (Another letter of {year} has this outgoing number already. Give the next free one.) */
  | 'OUTGOING_NUMBER_TAKEN'
  /** Это не трек-номер почты: в нём 14 цифр, а у международного две буквы, 9 цифр и две буквы. (This is no number of the post: it has 14 digits, an international one two letters, 9 digits and two letters.) */
  | 'TRACK_MALFORMED'
  /** В трек-номере опечатка: последняя цифра не сходится с остальными. Считайте наклейку ещё раз. (The number of the post is mistyped: its check digit does not agree with the others. Scan the label once more.) */
  | 'TRACK_MISTYPED'
  /** Укажите почтовый адрес органа: письмо ему пойдёт на бумаге. (Give the postal address of the body: its letter goes on paper.) */
  | 'BODY_ADDRESS_NEEDED'
  /** Файл пустой. (The file is empty.) */
  | 'FILE_EMPTY'
  /** Можно приложить снимок (JPEG, PNG, WebP) или PDF. Этот файл другого типа или повреждён. Документ Word сохраните как PDF. (A photo (JPEG, PNG, WebP) or a PDF can be attached. This file is of another type, or damaged. Save a Word document as PDF.) */
  | 'FILE_TYPE_UNKNOWN'
  /** Файл PDF повреждён: прочитать его не удалось. Сохраните его заново или приложите снимок. (This PDF is damaged and cannot be read. Save it again, or attach a photo.) */
  | 'FILE_DAMAGED'
  /** Файл PDF закрыт паролем. Приложите его копию без пароля. (This PDF is locked by a password. Attach a copy without one.) */
  | 'FILE_ENCRYPTED'
  /** В файле PDF стоит электронная подпись. Мы принимаем PDF только очищенным от всего, кроме страниц, а подпись этого не пережила бы. Приложите копию без подписи: её даёт «Печать» → «Сохранить как PDF». (This PDF is digitally signed. Of a PDF only its pages are taken, which would break the signature. Attach a copy without it: “Print”, then “Save as PDF”.) */
  | 'FILE_SIGNED'
  /** В файле найден вирус: он отложен, и открыть его нельзя. Попросите заявителя прислать другой файл. (A virus was found in this file: it is set aside and cannot be opened. Ask the applicant for another file.) */
  | 'FILE_INFECTED'
  /** Журнал загружается из файла XLSX или CSV. Этот файл другого вида. (A journal is taken in from XLSX or CSV. This file is of another kind.) */
  | 'JOURNAL_UNKNOWN_KIND'
  /** Это файл старого Excel (XLS). Откройте его в Excel или LibreOffice и сохраните как XLSX или CSV. (This is a file of Excel 97 to 2003 (XLS). Open it in Excel or LibreOffice and save it as XLSX or CSV.) */
  | 'JOURNAL_OLD_EXCEL'
  /** Файл закрыт паролем. Сохраните его без пароля. (The file has a password. Save it without one.) */
  | 'JOURNAL_PASSWORD'
  /** В файле макросы, вложения или слишком много всего. Сохраните его как XLSX без макросов или как CSV. (The file has macros, embedded objects or too much in it. Save it as XLSX without macros, or as CSV.) */
  | 'JOURNAL_UNSAFE'
  /** Файл повреждён: прочитать его не удалось. Откройте его, сохраните заново и загрузите снова. (The file is damaged. Open it, save it again and send that file.) */
  | 'JOURNAL_DAMAGED'
  /** В файле больше 50 000 строк. Разделите его по годам. (The file has more than 50,000 rows. Divide it by years.) */
  | 'JOURNAL_ROWS_TOO_MANY'
  /** В файле больше 100 000 заполненных ячеек. Разделите его по годам или попросите оператора загрузить его командой. (The file has more than 100,000 cells with content. Divide it by years, or let the operator take it in by the command.) */
  | 'JOURNAL_CELLS_TOO_MANY'
  /** Лист «{sheet}»: ячейка {cell} далеко от таблицы, а в ней что-то есть. Очистите её, сохраните файл и загрузите снова. (Sheet «{sheet}»: cell {cell} is far from the table and has something in it. Empty it, save the file and send it again.) */
  | 'JOURNAL_CELL_TOO_FAR'
  /** Лист «{sheet}»: до ячейки {cell} слишком много текста. Разделите файл по годам. (Sheet «{sheet}»: up to cell {cell} there is too much text. Divide the file by years.) */
  | 'JOURNAL_TEXT_TOO_LONG'
  /** Файл слишком большой: можно не больше 10 МБ. (The file is too large: the limit is 10 MB.) */
  | 'TOO_LARGE'
  /** По телефонам, адресам, именам и номерам документов здесь не ищут: у вас нет права открыть эти карточки. Уберите их из запроса. (Phones, addresses, names and numbers of documents are not searched for here: you have no right to open these cards. Leave them out.) */
  | 'PERSONAL_DATA_ASKED'
  /** Слишком много поисков сразу. Дождитесь ответа на прежние и повторите через {seconds} с. (Too many searches at once. Wait for the earlier ones, and try again in {seconds} s.) */
  | 'TOO_MANY_SEARCHES'
  /** Поиск занял слишком много времени. Добавьте слово, которое есть в тексте, или отбор. (The search took too long. Add a word that the texts hold, or a filter.) */
  | 'SEARCH_TOO_COSTLY'
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
  MorningLetterResult:
    | ( MorningLetter )
    | ( Refusal )
  ;
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
  CalendarYearResult:
    | ( CalendarYear )
    | ( Refusal )
  ;
  NetworkAccountResult:
    | ( NetworkAccountChange )
    | ( Refusal )
  ;
  PublicClientResult:
    | ( PublicClientChange )
    | ( Refusal )
  ;
  SavedViewResult:
    | ( SavedView )
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
  NetworkCheckResult:
    | ( NetworkCheck )
    | ( Refusal )
  ;
  BookReceptionResult:
    | ( BookedReception )
    | ( Refusal )
  ;
  FoundMessageResult:
    | ( FoundMessage )
    | ( Refusal )
  ;
  OldJournalStepResult:
    | ( OldJournalStep )
    | ( Refusal )
  ;
  SaveAnswerTemplateResult:
    | ( AnswerTemplate )
    | ( Refusal )
  ;
  WebhookResult:
    | ( WebhookChange )
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
  ReactAsBodyResult:
    | ( BodyReactionRecorded )
    | ( Refusal )
  ;
  SstuReceiptResult:
    | ( SstuReceipt )
    | ( Refusal )
  ;
  ReviewEditionResult:
    | ( ReviewEdition )
    | ( Refusal )
  ;
  WaveMarkResult:
    | ( WaveMark )
    | ( Refusal )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Versioned:
    | ( OfficialAccount )
    | ( NetworkAccount )
    | ( PublicClient )
    | ( SavedView )
    | ( HeldNotice )
    | ( AnswerTemplate )
    | ( UnknownNotice )
    | ( Webhook )
    | ( AppealRow )
    | ( QuestionRow )
    | ( AppealSummary )
    | ( ResponseRow )
    | ( NoticeRow )
    | ( ReviewEdition )
  ;
  DirectoryEntry:
    | ( PublicTopic )
    | ( Department )
    | ( Organisation )
    | ( Topic )
    | ( Settlement )
  ;
  Connection:
    | ( AdministrationRecordConnection )
    | ( AccessRecordConnection )
    | ( FileOpeningConnection )
    | ( LetterOpeningConnection )
    | ( AppealConnection )
    | ( QuestionConnection )
    | ( OutgoingRegisterConnection )
    | ( OutgoingPostConnection )
    | ( NoticeConnection )
    | ( OpeningConnection )
    | ( SearchConnection )
  ;
  AppealFacts:
    | ( AppealRow )
    | ( AppealSummary )
  ;
  BoardCounts:
    | ( BoardLine )
    | ( BoardExecutor )
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
  Substitution: ResolverTypeWrapper<Substitution>;
  MorningLetter: ResolverTypeWrapper<MorningLetter>;
  MorningLetterResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MorningLetterResult']>;
  OfficialOnDuty: ResolverTypeWrapper<OfficialOnDuty>;
  AbsenceReason: AbsenceReason;
  RoleInput: RoleInput;
  InviteOfficialInput: InviteOfficialInput;
  NewInvitationInput: NewInvitationInput;
  ChangeOfficialRolesInput: ChangeOfficialRolesInput;
  RecordAbsenceInput: RecordAbsenceInput;
  AbsenceInput: AbsenceInput;
  SetOfficialEmailInput: SetOfficialEmailInput;
  ChooseMorningLetterInput: ChooseMorningLetterInput;
  ChooseAssignmentLetterInput: ChooseAssignmentLetterInput;
  AppointSubstituteInput: AppointSubstituteInput;
  EndSubstitutionInput: EndSubstitutionInput;
  DismissOfficialInput: DismissOfficialInput;
  OfficialResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OfficialResult']>;
  Invitation: ResolverTypeWrapper<Invitation>;
  InvitationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['InvitationResult']>;
  DistrictFile: ResolverTypeWrapper<DistrictFile>;
  DistrictFileVersion: ResolverTypeWrapper<DistrictFileVersion>;
  DistrictFileChange: ResolverTypeWrapper<DistrictFileChange>;
  DistrictFileDifferences: ResolverTypeWrapper<DistrictFileDifferences>;
  DistrictFilePartDifferences: ResolverTypeWrapper<DistrictFilePartDifferences>;
  DistrictFilePart: DistrictFilePart;
  DistrictFileDifference: ResolverTypeWrapper<DistrictFileDifference>;
  DistrictFileDifferenceKind: DistrictFileDifferenceKind;
  DifferencePiece: ResolverTypeWrapper<DifferencePiece>;
  DistrictFileFault: ResolverTypeWrapper<DistrictFileFault>;
  ApplyDistrictFileInput: ApplyDistrictFileInput;
  DistrictFileResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DistrictFileResult']>;
  CalendarYear: ResolverTypeWrapper<CalendarYear>;
  CalendarTransfers: ResolverTypeWrapper<CalendarTransfers>;
  SetCalendarTransfersInput: SetCalendarTransfersInput;
  CalendarYearResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CalendarYearResult']>;
  NetworkKind: ResolverTypeWrapper<NetworkKind>;
  NetworkField: ResolverTypeWrapper<NetworkField>;
  NetworkAccount: ResolverTypeWrapper<NetworkAccount>;
  NetworkSetting: ResolverTypeWrapper<NetworkSetting>;
  NetworkSecret: ResolverTypeWrapper<NetworkSecret>;
  NetworkCopied: ResolverTypeWrapper<NetworkCopied>;
  NetworkAccountChange: ResolverTypeWrapper<NetworkAccountChange>;
  NetworkAccountResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NetworkAccountResult']>;
  NetworkValueInput: NetworkValueInput;
  AddNetworkAccountInput: AddNetworkAccountInput;
  ChangeNetworkAccountInput: ChangeNetworkAccountInput;
  RenewNetworkSecretInput: RenewNetworkSecretInput;
  SwitchNetworkAccountInput: SwitchNetworkAccountInput;
  PublicClient: ResolverTypeWrapper<PublicClient>;
  PublicClientChange: ResolverTypeWrapper<PublicClientChange>;
  PublicClientResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['PublicClientResult']>;
  RevokePublicClientInput: RevokePublicClientInput;
  AdministrationRecord: ResolverTypeWrapper<AdministrationRecord>;
  AdministrationRecordKind: AdministrationRecordKind;
  AdministrationRecordConnection: ResolverTypeWrapper<AdministrationRecordConnection>;
  AdministrationRecordEdge: ResolverTypeWrapper<AdministrationRecordEdge>;
  AccessRecord: ResolverTypeWrapper<AccessRecord>;
  AccessRecordKind: AccessRecordKind;
  AccessRecordConnection: ResolverTypeWrapper<AccessRecordConnection>;
  AccessRecordEdge: ResolverTypeWrapper<AccessRecordEdge>;
  SavedView: ResolverTypeWrapper<SavedView>;
  FollowedView: ResolverTypeWrapper<FollowedView>;
  SavedViewResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SavedViewResult']>;
  SaveViewInput: SaveViewInput;
  ShareViewInput: ShareViewInput;
  FollowViewInput: FollowViewInput;
  RemoveViewInput: RemoveViewInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  UUID: ResolverTypeWrapper<Scalars['UUID']['output']>;
  Role: Role;
  Refusal: ResolverTypeWrapper<Refusal>;
  Fault: ResolverTypeWrapper<Fault>;
  Change: ResolverTypeWrapper<Change>;
  ChangeResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangeResult']>;
  BulkResult: ResolverTypeWrapper<Omit<BulkResult, 'result'> & { result: ResolversTypes['ChangeResult'] }>;
  Versioned: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Versioned']>;
  DirectoryEntry: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['DirectoryEntry']>;
  Connection: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Connection']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlaceInput: PlaceInput;
  PointInput: PointInput;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  SubmitAppealInput: SubmitAppealInput;
  TopicAnswerInput: TopicAnswerInput;
  EnterAppealInput: EnterAppealInput;
  ReceivedFromInput: ReceivedFromInput;
  PostalAddressInput: PostalAddressInput;
  OriginalInput: OriginalInput;
  AppealActInput: AppealActInput;
  AppealActsInput: AppealActsInput;
  AppealActItem: AppealActItem;
  AppealReasonInput: AppealReasonInput;
  JoinApplicantsInput: JoinApplicantsInput;
  PartApplicantsInput: PartApplicantsInput;
  TurnIntoAppealInput: TurnIntoAppealInput;
  CorrectRegistrationInput: CorrectRegistrationInput;
  GrantReopeningInput: GrantReopeningInput;
  CorrectDetailsInput: CorrectDetailsInput;
  RecordSourceInput: RecordSourceInput;
  RecordRepeatInput: RecordRepeatInput;
  ReopenAppealInput: ReopenAppealInput;
  ReopenOnSupplementInput: ReopenOnSupplementInput;
  ReplyToSupplementInput: ReplyToSupplementInput;
  MarkAsDuplicateInput: MarkAsDuplicateInput;
  MarkAsDuplicatesInput: MarkAsDuplicatesInput;
  TakeBackDecisionsInput: TakeBackDecisionsInput;
  TakeUpWithWordsInput: TakeUpWithWordsInput;
  AnswerAtOnceInput: AnswerAtOnceInput;
  EscalateUrgentlyInput: EscalateUrgentlyInput;
  MarkAsSpamInput: MarkAsSpamInput;
  RateAppealInput: RateAppealInput;
  SupplementAppealInput: SupplementAppealInput;
  PublicationConsentInput: PublicationConsentInput;
  ResidentActInput: ResidentActInput;
  RequestReopeningInput: RequestReopeningInput;
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
  SourcePost: ResolverTypeWrapper<SourcePost>;
  NetworkHealth: ResolverTypeWrapper<NetworkHealth>;
  CheckNetworkAccountInput: CheckNetworkAccountInput;
  NetworkCheck: ResolverTypeWrapper<NetworkCheck>;
  NetworkCheckResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NetworkCheckResult']>;
  KnownIssue: ResolverTypeWrapper<KnownIssue>;
  OpenedKnownIssue: ResolverTypeWrapper<OpenedKnownIssue>;
  OpenKnownIssueInput: OpenKnownIssueInput;
  UpdateKnownIssueInput: UpdateKnownIssueInput;
  EndKnownIssueInput: EndKnownIssueInput;
  JoinToKnownIssueInput: JoinToKnownIssueInput;
  JoinOwnMessageInput: JoinOwnMessageInput;
  JoinManyToKnownIssueInput: JoinManyToKnownIssueInput;
  Reception: ResolverTypeWrapper<Reception>;
  ReceptionSlot: ResolverTypeWrapper<ReceptionSlot>;
  OwnReception: ResolverTypeWrapper<OwnReception>;
  ReceptionVisit: ResolverTypeWrapper<ReceptionVisit>;
  ReceptionOpening: ResolverTypeWrapper<ReceptionOpening>;
  ReceptionLoad: ResolverTypeWrapper<ReceptionLoad>;
  BookReceptionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['BookReceptionResult']>;
  BookedReception: ResolverTypeWrapper<BookedReception>;
  BookReceptionInput: BookReceptionInput;
  EnterReceptionInput: EnterReceptionInput;
  OwnReceptionInput: OwnReceptionInput;
  ReceptionActInput: ReceptionActInput;
  MoveReceptionInput: MoveReceptionInput;
  EndReceptionInput: EndReceptionInput;
  FoundMessage: ResolverTypeWrapper<FoundMessage>;
  FoundElsewhere: ResolverTypeWrapper<FoundElsewhere>;
  WatchedCommunity: ResolverTypeWrapper<WatchedCommunity>;
  FoundMessageResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['FoundMessageResult']>;
  DecideFoundMessageInput: DecideFoundMessageInput;
  OldJournalColumnInput: OldJournalColumnInput;
  OldJournalFile: ResolverTypeWrapper<OldJournalFile>;
  OldJournalSheet: ResolverTypeWrapper<OldJournalSheet>;
  OldJournalColumn: ResolverTypeWrapper<OldJournalColumn>;
  OldJournalRow: ResolverTypeWrapper<OldJournalRow>;
  OldJournalFault: ResolverTypeWrapper<OldJournalFault>;
  OldJournalNumbers: ResolverTypeWrapper<OldJournalNumbers>;
  OldJournalLoad: ResolverTypeWrapper<OldJournalLoad>;
  OldJournalCount: ResolverTypeWrapper<OldJournalCount>;
  OldJournalStep: ResolverTypeWrapper<OldJournalStep>;
  OldJournalStepResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OldJournalStepResult']>;
  TakeInOldJournalInput: TakeInOldJournalInput;
  TakeBackOldJournalInput: TakeBackOldJournalInput;
  RecordOralNoticeInput: RecordOralNoticeInput;
  RecordCallAttemptInput: RecordCallAttemptInput;
  SettleUnknownNoticeInput: SettleUnknownNoticeInput;
  SettleHeldNoticeInput: SettleHeldNoticeInput;
  SettleHeldNoticesInput: SettleHeldNoticesInput;
  HeldNoticeItem: HeldNoticeItem;
  ResidentLetter: ResolverTypeWrapper<ResidentLetter>;
  HeldNotice: ResolverTypeWrapper<HeldNotice>;
  RecordInPosInput: RecordInPosInput;
  RecordPlacedNoticeInput: RecordPlacedNoticeInput;
  ReleaseNoticeInput: ReleaseNoticeInput;
  LetterToPrint: LetterToPrint;
  KeptLetter: ResolverTypeWrapper<KeptLetter>;
  DraftSheet: ResolverTypeWrapper<DraftSheet>;
  LetterToSign: ResolverTypeWrapper<LetterToSign>;
  AttachSignatureInput: AttachSignatureInput;
  RecordPostingInput: RecordPostingInput;
  RecordPostingsInput: RecordPostingsInput;
  PostingItem: PostingItem;
  RecordLetterOutcomeInput: RecordLetterOutcomeInput;
  AnswerTemplate: ResolverTypeWrapper<AnswerTemplate>;
  SaveAnswerTemplateResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SaveAnswerTemplateResult']>;
  SaveAnswerTemplateInput: SaveAnswerTemplateInput;
  RemoveAnswerTemplateInput: RemoveAnswerTemplateInput;
  LetterPreview: ResolverTypeWrapper<LetterPreview>;
  NetworkPreview: ResolverTypeWrapper<NetworkPreview>;
  Letter: ResolverTypeWrapper<Letter>;
  UnknownNotice: ResolverTypeWrapper<UnknownNotice>;
  AccountAnswers: ResolverTypeWrapper<AccountAnswers>;
  AnswerPath: ResolverTypeWrapper<AnswerPath>;
  AnswerPathReason: AnswerPathReason;
  LetterWarning: ResolverTypeWrapper<LetterWarning>;
  LetterWarningKind: LetterWarningKind;
  Webhook: ResolverTypeWrapper<Webhook>;
  WebhookType: ResolverTypeWrapper<WebhookType>;
  WebhookDelivery: ResolverTypeWrapper<WebhookDelivery>;
  WebhookChange: ResolverTypeWrapper<WebhookChange>;
  WebhookResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WebhookResult']>;
  AddWebhookInput: AddWebhookInput;
  ChangeWebhookInput: ChangeWebhookInput;
  ActOnWebhookInput: ActOnWebhookInput;
  ReplayWebhookInput: ReplayWebhookInput;
  BodyServer: ResolverTypeWrapper<BodyServer>;
  LetterOpening: ResolverTypeWrapper<LetterOpening>;
  LetterOpeningConnection: ResolverTypeWrapper<LetterOpeningConnection>;
  LetterOpeningEdge: ResolverTypeWrapper<LetterOpeningEdge>;
  NoticesToSign: ResolverTypeWrapper<NoticesToSign>;
  NoticeToSign: ResolverTypeWrapper<NoticeToSign>;
  SignNoticeInput: SignNoticeInput;
  SignNoticesInput: SignNoticesInput;
  SignNoticeItem: SignNoticeItem;
  SubscribeToAnswersInput: SubscribeToAnswersInput;
  AskedSubscription: ResolverTypeWrapper<AskedSubscription>;
  SubscriptionLinkInput: SubscriptionLinkInput;
  ConfirmedSubscription: ResolverTypeWrapper<ConfirmedSubscription>;
  EndedSubscription: ResolverTypeWrapper<EndedSubscription>;
  RefusalCode: RefusalCode;
  DraftResponseInput: DraftResponseInput;
  ReadyTextUseInput: ReadyTextUseInput;
  AnswerFileInput: AnswerFileInput;
  AddNoteInput: AddNoteInput;
  ResponseActInput: ResponseActInput;
  SendBackResponseInput: SendBackResponseInput;
  RevokeResponseInput: RevokeResponseInput;
  PublicationMark: ResolverTypeWrapper<PublicationMark>;
  ProposePublicationInput: ProposePublicationInput;
  PublicationPhotoInput: PublicationPhotoInput;
  PublishAnswerInput: PublishAnswerInput;
  TakeBackPublicationInput: TakeBackPublicationInput;
  SaveResponseDraftInput: SaveResponseDraftInput;
  DiscardResponseDraftInput: DiscardResponseDraftInput;
  DiscardResponseDraftResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DiscardResponseDraftResult']>;
  DiscardedDraft: ResolverTypeWrapper<DiscardedDraft>;
  SaveResponseDraftResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SaveResponseDraftResult']>;
  PersonalDraft: ResolverTypeWrapper<PersonalDraft>;
  EarlierDraft: ResolverTypeWrapper<EarlierDraft>;
  ResponseVersion: ResolverTypeWrapper<ResponseVersion>;
  SentBack: ResolverTypeWrapper<SentBack>;
  RulesTrial: ResolverTypeWrapper<RulesTrial>;
  RulesTrialMove: ResolverTypeWrapper<RulesTrialMove>;
  RulesTrialPlace: ResolverTypeWrapper<RulesTrialPlace>;
  CodeProposals: ResolverTypeWrapper<CodeProposals>;
  CodeProposal: ResolverTypeWrapper<CodeProposal>;
  FollowedProposals: ResolverTypeWrapper<FollowedProposals>;
  FollowedProposal: ResolverTypeWrapper<FollowedProposal>;
  ProposalKind: ProposalKind;
  LearnedRoutes: ResolverTypeWrapper<LearnedRoutes>;
  LearnedRoute: ResolverTypeWrapper<LearnedRoute>;
  RouteProposalInput: RouteProposalInput;
  RouteProposal: ResolverTypeWrapper<RouteProposal>;
  RecordReceptionAnswerInput: RecordReceptionAnswerInput;
  RouteQuestionInput: RouteQuestionInput;
  CorrectTopicInput: CorrectTopicInput;
  CoExecutorsInput: CoExecutorsInput;
  AssignExecutorInput: AssignExecutorInput;
  QuestionReasonInput: QuestionReasonInput;
  QuestionActInput: QuestionActInput;
  SplitQuestionInput: SplitQuestionInput;
  MergeQuestionsInput: MergeQuestionsInput;
  NoteComplainedOfInput: NoteComplainedOfInput;
  ForwardQuestionInput: ForwardQuestionInput;
  RecordBodyReactionInput: RecordBodyReactionInput;
  BodyLetterActInput: BodyLetterActInput;
  InformAsBodyInput: InformAsBodyInput;
  ReactAsBodyInput: ReactAsBodyInput;
  BodyReactionRecorded: ResolverTypeWrapper<BodyReactionRecorded>;
  ReactAsBodyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReactAsBodyResult']>;
  BodyInput: BodyInput;
  LeaveUnansweredInput: LeaveUnansweredInput;
  ExtendDeadlineInput: ExtendDeadlineInput;
  AskForExtensionInput: AskForExtensionInput;
  RequestInformationInput: RequestInformationInput;
  RecordInformationInput: RecordInformationInput;
  GiveInterimAnswerInput: GiveInterimAnswerInput;
  RouteQuestionsInput: RouteQuestionsInput;
  RouteQuestionItem: RouteQuestionItem;
  PassOnAssignmentInput: PassOnAssignmentInput;
  QuestionActsInput: QuestionActsInput;
  QuestionActItem: QuestionActItem;
  AssignExecutorsInput: AssignExecutorsInput;
  AssignExecutorItem: AssignExecutorItem;
  ClassifyQuestionInput: ClassifyQuestionInput;
  AssignCoExecutorsInput: AssignCoExecutorsInput;
  CoExecutorPartInput: CoExecutorPartInput;
  FinishPartInput: FinishPartInput;
  AddContributionInput: AddContributionInput;
  ConfirmPromiseInput: ConfirmPromiseInput;
  ExtendPromiseInput: ExtendPromiseInput;
  PutUnderControlInput: PutUnderControlInput;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  District: ResolverTypeWrapper<District>;
  Viewer: ResolverTypeWrapper<Viewer>;
  ViewerRole: ResolverTypeWrapper<ViewerRole>;
  Worklist: ResolverTypeWrapper<Worklist>;
  PublishedAnswerList: ResolverTypeWrapper<PublishedAnswerList>;
  PublishedCount: ResolverTypeWrapper<PublishedCount>;
  SameDayAnswers: ResolverTypeWrapper<SameDayAnswers>;
  SameDayMonth: ResolverTypeWrapper<SameDayMonth>;
  PublishedAnswerPage: ResolverTypeWrapper<PublishedAnswerPage>;
  PublishedAnswer: ResolverTypeWrapper<PublishedAnswer>;
  PublishedPhoto: ResolverTypeWrapper<PublishedPhoto>;
  EnoughAnswer: ResolverTypeWrapper<EnoughAnswer>;
  EnoughDay: ResolverTypeWrapper<EnoughDay>;
  AnswerWasEnoughInput: AnswerWasEnoughInput;
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
  SettingsInWork: ResolverTypeWrapper<SettingsInWork>;
  SettingInWork: ResolverTypeWrapper<SettingInWork>;
  QuestionPlaces: ResolverTypeWrapper<QuestionPlaces>;
  SettlementQuestions: ResolverTypeWrapper<SettlementQuestions>;
  Directory: ResolverTypeWrapper<Directory>;
  OfficialAway: ResolverTypeWrapper<OfficialAway>;
  AppealFilter: AppealFilter;
  AppealOrder: AppealOrder;
  ModerationNumbers: ResolverTypeWrapper<ModerationNumbers>;
  WaitingOf: ResolverTypeWrapper<WaitingOf>;
  AnsweredShare: ResolverTypeWrapper<AnsweredShare>;
  AppealConnection: ResolverTypeWrapper<AppealConnection>;
  AppealEdge: ResolverTypeWrapper<AppealEdge>;
  QuestionConnection: ResolverTypeWrapper<QuestionConnection>;
  QuestionEdge: ResolverTypeWrapper<QuestionEdge>;
  AppealFacts: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['AppealFacts']>;
  AppealRow: ResolverTypeWrapper<AppealRow>;
  RowSource: ResolverTypeWrapper<RowSource>;
  QuestionRow: ResolverTypeWrapper<QuestionRow>;
  MeasuresPromise: ResolverTypeWrapper<MeasuresPromise>;
  AppealSummary: ResolverTypeWrapper<AppealSummary>;
  RoutingReason: ResolverTypeWrapper<RoutingReason>;
  Deadline: ResolverTypeWrapper<Deadline>;
  TermWarning: ResolverTypeWrapper<TermWarning>;
  DeadlineStep: ResolverTypeWrapper<DeadlineStep>;
  ResponseRow: ResolverTypeWrapper<ResponseRow>;
  AppealCard: ResolverTypeWrapper<AppealCard>;
  LegalHold: ResolverTypeWrapper<LegalHold>;
  AnswerAtOnce: ResolverTypeWrapper<AnswerAtOnce>;
  CardAnswer: ResolverTypeWrapper<CardAnswer>;
  CardReopening: ResolverTypeWrapper<CardReopening>;
  StrikeProposal: ResolverTypeWrapper<StrikeProposal>;
  RegistrationCorrection: ResolverTypeWrapper<RegistrationCorrection>;
  Registration: ResolverTypeWrapper<Registration>;
  BodyLetter: ResolverTypeWrapper<BodyLetter>;
  BodyLetterContents: ResolverTypeWrapper<BodyLetterContents>;
  ForwardedBody: ResolverTypeWrapper<ForwardedBody>;
  BodyRequest: ResolverTypeWrapper<BodyRequest>;
  BodyUpdate: ResolverTypeWrapper<BodyUpdate>;
  BodyReacted: ResolverTypeWrapper<BodyReacted>;
  QuestionCard: ResolverTypeWrapper<QuestionCard>;
  CoExecutorPart: ResolverTypeWrapper<CoExecutorPart>;
  OwnPart: ResolverTypeWrapper<OwnPart>;
  InternalClock: ResolverTypeWrapper<InternalClock>;
  CardRequest: ResolverTypeWrapper<CardRequest>;
  CardInterim: ResolverTypeWrapper<CardInterim>;
  CardExtension: ResolverTypeWrapper<CardExtension>;
  CardExtensionAsk: ResolverTypeWrapper<CardExtensionAsk>;
  Handover: ResolverTypeWrapper<Handover>;
  AppealOrigin: ResolverTypeWrapper<AppealOrigin>;
  Place: ResolverTypeWrapper<Place>;
  Point: ResolverTypeWrapper<Point>;
  TopicAnswer: ResolverTypeWrapper<TopicAnswer>;
  AppealEntry: ResolverTypeWrapper<AppealEntry>;
  RepeatOf: ResolverTypeWrapper<RepeatOf>;
  ReceivedFrom: ResolverTypeWrapper<ReceivedFrom>;
  AttachedFile: ResolverTypeWrapper<AttachedFile>;
  Supplement: ResolverTypeWrapper<Supplement>;
  RowAddition: ResolverTypeWrapper<RowAddition>;
  SupplementReply: ResolverTypeWrapper<SupplementReply>;
  CardSource: ResolverTypeWrapper<CardSource>;
  ReactionSeries: ResolverTypeWrapper<ReactionSeries>;
  ReactionSample: ResolverTypeWrapper<ReactionSample>;
  SourceEdition: ResolverTypeWrapper<SourceEdition>;
  ResponseCard: ResolverTypeWrapper<ResponseCard>;
  CardPublication: ResolverTypeWrapper<CardPublication>;
  CardPhoto: ResolverTypeWrapper<CardPhoto>;
  Note: ResolverTypeWrapper<Note>;
  EnteredInPos: ResolverTypeWrapper<EnteredInPos>;
  NoticeRow: ResolverTypeWrapper<NoticeRow>;
  OutgoingNumber: ResolverTypeWrapper<OutgoingNumber>;
  LetterSignature: ResolverTypeWrapper<LetterSignature>;
  Posting: ResolverTypeWrapper<Posting>;
  AfterPosting: ResolverTypeWrapper<AfterPosting>;
  OutgoingEntry: ResolverTypeWrapper<OutgoingEntry>;
  OutgoingRegisterConnection: ResolverTypeWrapper<OutgoingRegisterConnection>;
  OutgoingEntryEdge: ResolverTypeWrapper<OutgoingEntryEdge>;
  OutgoingLetter: ResolverTypeWrapper<OutgoingLetter>;
  OutgoingPostConnection: ResolverTypeWrapper<OutgoingPostConnection>;
  OutgoingPostEdge: ResolverTypeWrapper<OutgoingPostEdge>;
  FailedWay: ResolverTypeWrapper<FailedWay>;
  LateProof: ResolverTypeWrapper<LateProof>;
  CallAttempt: ResolverTypeWrapper<CallAttempt>;
  NoticeConnection: ResolverTypeWrapper<NoticeConnection>;
  NoticeEdge: ResolverTypeWrapper<NoticeEdge>;
  HistoryItem: ResolverTypeWrapper<HistoryItem>;
  HistoryChange: ResolverTypeWrapper<HistoryChange>;
  HistoryTerm: ResolverTypeWrapper<HistoryTerm>;
  CaseEvidencePermit: ResolverTypeWrapper<CaseEvidencePermit>;
  Applicant: ResolverTypeWrapper<Applicant>;
  ApplicantIdentity: ResolverTypeWrapper<ApplicantIdentity>;
  FoundApplicants: ResolverTypeWrapper<FoundApplicants>;
  FoundApplicant: ResolverTypeWrapper<FoundApplicant>;
  EarlierAppeals: ResolverTypeWrapper<EarlierAppeals>;
  ApplicantFile: ResolverTypeWrapper<ApplicantFile>;
  FiledConsent: ResolverTypeWrapper<FiledConsent>;
  FiledOpening: ResolverTypeWrapper<FiledOpening>;
  FiledAppeal: ResolverTypeWrapper<FiledAppeal>;
  Opening: ResolverTypeWrapper<Opening>;
  LetterOnRecord: ResolverTypeWrapper<LetterOnRecord>;
  LetterOfPrint: LetterOfPrint;
  PrintedApplicants: ResolverTypeWrapper<PrintedApplicants>;
  PrintedApplicant: ResolverTypeWrapper<PrintedApplicant>;
  OpeningConnection: ResolverTypeWrapper<OpeningConnection>;
  OpeningEdge: ResolverTypeWrapper<OpeningEdge>;
  Board: ResolverTypeWrapper<Board>;
  BoardCounts: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['BoardCounts']>;
  BoardLine: ResolverTypeWrapper<BoardLine>;
  BoardExecutor: ResolverTypeWrapper<BoardExecutor>;
  BoardDay: ResolverTypeWrapper<BoardDay>;
  AnswerTimesBy: AnswerTimesBy;
  AnswerTimesReport: ResolverTypeWrapper<AnswerTimesReport>;
  AnswerTimes: ResolverTypeWrapper<AnswerTimes>;
  Quartiles: ResolverTypeWrapper<Quartiles>;
  SearchMatch: SearchMatch;
  SearchCorrection: ResolverTypeWrapper<SearchCorrection>;
  SearchConnection: ResolverTypeWrapper<SearchConnection>;
  SearchFoundBy: ResolverTypeWrapper<SearchFoundBy>;
  SearchChoice: ResolverTypeWrapper<SearchChoice>;
  SearchEdge: ResolverTypeWrapper<SearchEdge>;
  SearchHit: ResolverTypeWrapper<SearchHit>;
  MaskedAppeal: ResolverTypeWrapper<MaskedAppeal>;
  MaskedQuestion: ResolverTypeWrapper<MaskedQuestion>;
  Facets: ResolverTypeWrapper<Facets>;
  RegimeFacet: ResolverTypeWrapper<RegimeFacet>;
  NetworkFacet: ResolverTypeWrapper<NetworkFacet>;
  SenderFacet: ResolverTypeWrapper<SenderFacet>;
  ReopenedFacet: ResolverTypeWrapper<ReopenedFacet>;
  RatingFacet: ResolverTypeWrapper<RatingFacet>;
  ChannelFacet: ResolverTypeWrapper<ChannelFacet>;
  ResultFacet: ResolverTypeWrapper<ResultFacet>;
  TermFacet: ResolverTypeWrapper<TermFacet>;
  StateFacet: ResolverTypeWrapper<StateFacet>;
  Facet: ResolverTypeWrapper<Facet>;
  ChangeKind: ChangeKind;
  AppealChange: ResolverTypeWrapper<AppealChange>;
  QuestionChange: ResolverTypeWrapper<QuestionChange>;
  ResidentAction: ResidentAction;
  ResidentPublication: ResolverTypeWrapper<ResidentPublication>;
  OwnAppeals: ResolverTypeWrapper<OwnAppeals>;
  OwnAppeal: ResolverTypeWrapper<OwnAppeal>;
  ResidentAppeal: ResolverTypeWrapper<ResidentAppeal>;
  ResidentData: ResolverTypeWrapper<ResidentData>;
  ResidentOpening: ResolverTypeWrapper<ResidentOpening>;
  ResidentReopening: ResolverTypeWrapper<ResidentReopening>;
  ResidentCorrection: ResolverTypeWrapper<ResidentCorrection>;
  Resolution: ResolverTypeWrapper<Resolution>;
  PassingOn: ResolverTypeWrapper<PassingOn>;
  ResidentQuestion: ResolverTypeWrapper<ResidentQuestion>;
  ResidentPromise: ResolverTypeWrapper<ResidentPromise>;
  ResidentAnswer: ResolverTypeWrapper<ResidentAnswer>;
  ResidentNotice: ResolverTypeWrapper<ResidentNotice>;
  ResidentStep: ResolverTypeWrapper<ResidentStep>;
  SimilarAnswer: ResolverTypeWrapper<SimilarAnswer>;
  ClassifierChoice: ResolverTypeWrapper<ClassifierChoice>;
  ClassifierEdition: ResolverTypeWrapper<ClassifierEdition>;
  ClassifierItem: ResolverTypeWrapper<ClassifierItem>;
  SstuReport: ResolverTypeWrapper<SstuReport>;
  SstuGroup: ResolverTypeWrapper<SstuGroup>;
  SstuGroupCode: SstuGroupCode;
  SstuRefused: ResolverTypeWrapper<SstuRefused>;
  SstuFault: ResolverTypeWrapper<SstuFault>;
  SstuFaultWhy: SstuFaultWhy;
  SstuMend: SstuMend;
  SstuReceipt: ResolverTypeWrapper<SstuReceipt>;
  SstuResult: ResolverTypeWrapper<SstuResult>;
  SstuRefusedByServer: ResolverTypeWrapper<SstuRefusedByServer>;
  SstuFile: ResolverTypeWrapper<SstuFile>;
  SstuFileEntry: ResolverTypeWrapper<SstuFileEntry>;
  FileSstuReportInput: FileSstuReportInput;
  RecordSstuResultInput: RecordSstuResultInput;
  SstuRefusedInput: SstuRefusedInput;
  SstuReceiptResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SstuReceiptResult']>;
  AppealReview: ResolverTypeWrapper<AppealReview>;
  ReviewTable: ResolverTypeWrapper<ReviewTable>;
  ReviewLine: ResolverTypeWrapper<ReviewLine>;
  ReviewEditionState: ReviewEditionState;
  ReviewEdition: ResolverTypeWrapper<ReviewEdition>;
  ReviewEditionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ReviewEditionResult']>;
  PrepareReviewInput: PrepareReviewInput;
  ReleaseReviewInput: ReleaseReviewInput;
  TakeBackReviewInput: TakeBackReviewInput;
  PublishedReviewPage: ResolverTypeWrapper<PublishedReviewPage>;
  PublishedReviewSummary: ResolverTypeWrapper<PublishedReviewSummary>;
  PublishedReview: ResolverTypeWrapper<PublishedReview>;
  ReviewOf: ReviewOf;
  TopicsByPlace: ResolverTypeWrapper<TopicsByPlace>;
  PlaceCount: ResolverTypeWrapper<PlaceCount>;
  TopicPlaces: ResolverTypeWrapper<TopicPlaces>;
  TopicPlace: ResolverTypeWrapper<TopicPlace>;
  ReactionSums: ResolverTypeWrapper<ReactionSums>;
  ReactionSum: ResolverTypeWrapper<ReactionSum>;
  EarlyWarning: ResolverTypeWrapper<EarlyWarning>;
  Wave: ResolverTypeWrapper<Wave>;
  WaveMark: ResolverTypeWrapper<WaveMark>;
  WaveMarkResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['WaveMarkResult']>;
  MarkedAnswer: ResolverTypeWrapper<MarkedAnswer>;
  MarkAnswerInput: MarkAnswerInput;
  MarkWaveInput: MarkWaveInput;
  Regime: Regime;
  Channel: Channel;
  DecidedBy: DecidedBy;
  ExtensionGround: ExtensionGround;
  ExtensionState: ExtensionState;
  Identification: Identification;
  Journal: Journal;
  SpamKind: SpamKind;
  Danger: Danger;
  Urgency: Urgency;
  SourceFate: SourceFate;
  RegistrationError: RegistrationError;
  ReopeningDecision: ReopeningDecision;
  BodyReaction: BodyReaction;
  ReactionSource: ReactionSource;
  BodyRequestStatus: BodyRequestStatus;
  RequestPurpose: RequestPurpose;
  BodyTask: BodyTask;
  OrganisationKind: OrganisationKind;
  Network: Network;
  AccountNetwork: AccountNetwork;
  NetworkProblem: NetworkProblem;
  ThreadKind: ThreadKind;
  FoundOutcome: FoundOutcome;
  PlaceProblem: PlaceProblem;
  ReactionTarget: ReactionTarget;
  ReactionMetric: ReactionMetric;
  SampleQuality: SampleQuality;
  SampleVia: SampleVia;
  WorklistOf: WorklistOf;
  WorklistCode: WorklistCode;
  SearchNewsWay: SearchNewsWay;
  WaveMarkKind: WaveMarkKind;
  TermState: TermState;
  Duty: Duty;
  DeadlineReason: DeadlineReason;
  StartFact: StartFact;
  DeadlineState: DeadlineState;
  TermStepCode: TermStepCode;
  ExportedList: ExportedList;
  OpeningKind: OpeningKind;
  LetterOpeningReason: LetterOpeningReason;
  PrintedPaper: PrintedPaper;
  PrintReason: PrintReason;
  ApplicantLinkGround: ApplicantLinkGround;
  ApplicantSearchReason: ApplicantSearchReason;
  SearchOrder: SearchOrder;
  CorrectedField: CorrectedField;
  Action: Action;
  ContactKind: ContactKind;
  AppealKind: AppealKind;
  AppealSender: AppealSender;
  RepeatCause: RepeatCause;
  AnswerWay: AnswerWay;
  CallResult: CallResult;
  OralOutcome: OralOutcome;
  Outcome: Outcome;
  QuestionResult: QuestionResult;
  PromiseState: PromiseState;
  ClosingGround: ClosingGround;
  UnansweredGround: UnansweredGround;
  QuestionEnd: QuestionEnd;
  HandoverEnd: HandoverEnd;
  SendBackReason: SendBackReason;
  ReadyText: ReadyText;
  PublicationGround: PublicationGround;
  PublicationEnd: PublicationEnd;
  PublicationStage: PublicationStage;
  PublicationField: PublicationField;
  PhotoSide: PhotoSide;
  KnownIssueState: KnownIssueState;
  ReceptionWay: ReceptionWay;
  ReceptionState: ReceptionState;
  ReceptionOutcome: ReceptionOutcome;
  OldJournalColumnKind: OldJournalColumnKind;
  OldJournalRowFault: OldJournalRowFault;
  OldJournalLoadState: OldJournalLoadState;
  NoticeKind: NoticeKind;
  Addressee: Addressee;
  NoticeWay: NoticeWay;
  PosState: PosState;
  NoticeState: NoticeState;
  NoticeAttention: NoticeAttention;
  CancelGround: CancelGround;
  PostingMeans: PostingMeans;
  LetterOutcome: LetterOutcome;
  PostalProof: PostalProof;
  LetterCourse: LetterCourse;
  SeenWord: SeenWord;
  HeldReason: HeldReason;
  PersonalDataKind: PersonalDataKind;
  SignatureLevel: SignatureLevel;
  WebhookPause: WebhookPause;
  WebhookDeliveryState: WebhookDeliveryState;
  WebhookSubject: WebhookSubject;
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
  Substitution: Substitution;
  MorningLetter: MorningLetter;
  MorningLetterResult: ResolversUnionTypes<ResolversParentTypes>['MorningLetterResult'];
  OfficialOnDuty: OfficialOnDuty;
  RoleInput: RoleInput;
  InviteOfficialInput: InviteOfficialInput;
  NewInvitationInput: NewInvitationInput;
  ChangeOfficialRolesInput: ChangeOfficialRolesInput;
  RecordAbsenceInput: RecordAbsenceInput;
  AbsenceInput: AbsenceInput;
  SetOfficialEmailInput: SetOfficialEmailInput;
  ChooseMorningLetterInput: ChooseMorningLetterInput;
  ChooseAssignmentLetterInput: ChooseAssignmentLetterInput;
  AppointSubstituteInput: AppointSubstituteInput;
  EndSubstitutionInput: EndSubstitutionInput;
  DismissOfficialInput: DismissOfficialInput;
  OfficialResult: ResolversUnionTypes<ResolversParentTypes>['OfficialResult'];
  Invitation: Invitation;
  InvitationResult: ResolversUnionTypes<ResolversParentTypes>['InvitationResult'];
  DistrictFile: DistrictFile;
  DistrictFileVersion: DistrictFileVersion;
  DistrictFileChange: DistrictFileChange;
  DistrictFileDifferences: DistrictFileDifferences;
  DistrictFilePartDifferences: DistrictFilePartDifferences;
  DistrictFileDifference: DistrictFileDifference;
  DifferencePiece: DifferencePiece;
  DistrictFileFault: DistrictFileFault;
  ApplyDistrictFileInput: ApplyDistrictFileInput;
  DistrictFileResult: ResolversUnionTypes<ResolversParentTypes>['DistrictFileResult'];
  CalendarYear: CalendarYear;
  CalendarTransfers: CalendarTransfers;
  SetCalendarTransfersInput: SetCalendarTransfersInput;
  CalendarYearResult: ResolversUnionTypes<ResolversParentTypes>['CalendarYearResult'];
  NetworkKind: NetworkKind;
  NetworkField: NetworkField;
  NetworkAccount: NetworkAccount;
  NetworkSetting: NetworkSetting;
  NetworkSecret: NetworkSecret;
  NetworkCopied: NetworkCopied;
  NetworkAccountChange: NetworkAccountChange;
  NetworkAccountResult: ResolversUnionTypes<ResolversParentTypes>['NetworkAccountResult'];
  NetworkValueInput: NetworkValueInput;
  AddNetworkAccountInput: AddNetworkAccountInput;
  ChangeNetworkAccountInput: ChangeNetworkAccountInput;
  RenewNetworkSecretInput: RenewNetworkSecretInput;
  SwitchNetworkAccountInput: SwitchNetworkAccountInput;
  PublicClient: PublicClient;
  PublicClientChange: PublicClientChange;
  PublicClientResult: ResolversUnionTypes<ResolversParentTypes>['PublicClientResult'];
  RevokePublicClientInput: RevokePublicClientInput;
  AdministrationRecord: AdministrationRecord;
  AdministrationRecordConnection: AdministrationRecordConnection;
  AdministrationRecordEdge: AdministrationRecordEdge;
  AccessRecord: AccessRecord;
  AccessRecordConnection: AccessRecordConnection;
  AccessRecordEdge: AccessRecordEdge;
  SavedView: SavedView;
  FollowedView: FollowedView;
  SavedViewResult: ResolversUnionTypes<ResolversParentTypes>['SavedViewResult'];
  SaveViewInput: SaveViewInput;
  ShareViewInput: ShareViewInput;
  FollowViewInput: FollowViewInput;
  RemoveViewInput: RemoveViewInput;
  DateTime: Scalars['DateTime']['output'];
  Date: Scalars['Date']['output'];
  UUID: Scalars['UUID']['output'];
  Refusal: Refusal;
  Fault: Fault;
  Change: Change;
  ChangeResult: ResolversUnionTypes<ResolversParentTypes>['ChangeResult'];
  BulkResult: Omit<BulkResult, 'result'> & { result: ResolversParentTypes['ChangeResult'] };
  Versioned: ResolversInterfaceTypes<ResolversParentTypes>['Versioned'];
  DirectoryEntry: ResolversInterfaceTypes<ResolversParentTypes>['DirectoryEntry'];
  Connection: ResolversInterfaceTypes<ResolversParentTypes>['Connection'];
  PageInfo: PageInfo;
  PlaceInput: PlaceInput;
  PointInput: PointInput;
  Float: Scalars['Float']['output'];
  SubmitAppealInput: SubmitAppealInput;
  TopicAnswerInput: TopicAnswerInput;
  EnterAppealInput: EnterAppealInput;
  ReceivedFromInput: ReceivedFromInput;
  PostalAddressInput: PostalAddressInput;
  OriginalInput: OriginalInput;
  AppealActInput: AppealActInput;
  AppealActsInput: AppealActsInput;
  AppealActItem: AppealActItem;
  AppealReasonInput: AppealReasonInput;
  JoinApplicantsInput: JoinApplicantsInput;
  PartApplicantsInput: PartApplicantsInput;
  TurnIntoAppealInput: TurnIntoAppealInput;
  CorrectRegistrationInput: CorrectRegistrationInput;
  GrantReopeningInput: GrantReopeningInput;
  CorrectDetailsInput: CorrectDetailsInput;
  RecordSourceInput: RecordSourceInput;
  RecordRepeatInput: RecordRepeatInput;
  ReopenAppealInput: ReopenAppealInput;
  ReopenOnSupplementInput: ReopenOnSupplementInput;
  ReplyToSupplementInput: ReplyToSupplementInput;
  MarkAsDuplicateInput: MarkAsDuplicateInput;
  MarkAsDuplicatesInput: MarkAsDuplicatesInput;
  TakeBackDecisionsInput: TakeBackDecisionsInput;
  TakeUpWithWordsInput: TakeUpWithWordsInput;
  AnswerAtOnceInput: AnswerAtOnceInput;
  EscalateUrgentlyInput: EscalateUrgentlyInput;
  MarkAsSpamInput: MarkAsSpamInput;
  RateAppealInput: RateAppealInput;
  SupplementAppealInput: SupplementAppealInput;
  PublicationConsentInput: PublicationConsentInput;
  ResidentActInput: ResidentActInput;
  RequestReopeningInput: RequestReopeningInput;
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
  SourcePost: SourcePost;
  NetworkHealth: NetworkHealth;
  CheckNetworkAccountInput: CheckNetworkAccountInput;
  NetworkCheck: NetworkCheck;
  NetworkCheckResult: ResolversUnionTypes<ResolversParentTypes>['NetworkCheckResult'];
  KnownIssue: KnownIssue;
  OpenedKnownIssue: OpenedKnownIssue;
  OpenKnownIssueInput: OpenKnownIssueInput;
  UpdateKnownIssueInput: UpdateKnownIssueInput;
  EndKnownIssueInput: EndKnownIssueInput;
  JoinToKnownIssueInput: JoinToKnownIssueInput;
  JoinOwnMessageInput: JoinOwnMessageInput;
  JoinManyToKnownIssueInput: JoinManyToKnownIssueInput;
  Reception: Reception;
  ReceptionSlot: ReceptionSlot;
  OwnReception: OwnReception;
  ReceptionVisit: ReceptionVisit;
  ReceptionOpening: ReceptionOpening;
  ReceptionLoad: ReceptionLoad;
  BookReceptionResult: ResolversUnionTypes<ResolversParentTypes>['BookReceptionResult'];
  BookedReception: BookedReception;
  BookReceptionInput: BookReceptionInput;
  EnterReceptionInput: EnterReceptionInput;
  OwnReceptionInput: OwnReceptionInput;
  ReceptionActInput: ReceptionActInput;
  MoveReceptionInput: MoveReceptionInput;
  EndReceptionInput: EndReceptionInput;
  FoundMessage: FoundMessage;
  FoundElsewhere: FoundElsewhere;
  WatchedCommunity: WatchedCommunity;
  FoundMessageResult: ResolversUnionTypes<ResolversParentTypes>['FoundMessageResult'];
  DecideFoundMessageInput: DecideFoundMessageInput;
  OldJournalColumnInput: OldJournalColumnInput;
  OldJournalFile: OldJournalFile;
  OldJournalSheet: OldJournalSheet;
  OldJournalColumn: OldJournalColumn;
  OldJournalRow: OldJournalRow;
  OldJournalFault: OldJournalFault;
  OldJournalNumbers: OldJournalNumbers;
  OldJournalLoad: OldJournalLoad;
  OldJournalCount: OldJournalCount;
  OldJournalStep: OldJournalStep;
  OldJournalStepResult: ResolversUnionTypes<ResolversParentTypes>['OldJournalStepResult'];
  TakeInOldJournalInput: TakeInOldJournalInput;
  TakeBackOldJournalInput: TakeBackOldJournalInput;
  RecordOralNoticeInput: RecordOralNoticeInput;
  RecordCallAttemptInput: RecordCallAttemptInput;
  SettleUnknownNoticeInput: SettleUnknownNoticeInput;
  SettleHeldNoticeInput: SettleHeldNoticeInput;
  SettleHeldNoticesInput: SettleHeldNoticesInput;
  HeldNoticeItem: HeldNoticeItem;
  ResidentLetter: ResidentLetter;
  HeldNotice: HeldNotice;
  RecordInPosInput: RecordInPosInput;
  RecordPlacedNoticeInput: RecordPlacedNoticeInput;
  ReleaseNoticeInput: ReleaseNoticeInput;
  LetterToPrint: LetterToPrint;
  KeptLetter: KeptLetter;
  DraftSheet: DraftSheet;
  LetterToSign: LetterToSign;
  AttachSignatureInput: AttachSignatureInput;
  RecordPostingInput: RecordPostingInput;
  RecordPostingsInput: RecordPostingsInput;
  PostingItem: PostingItem;
  RecordLetterOutcomeInput: RecordLetterOutcomeInput;
  AnswerTemplate: AnswerTemplate;
  SaveAnswerTemplateResult: ResolversUnionTypes<ResolversParentTypes>['SaveAnswerTemplateResult'];
  SaveAnswerTemplateInput: SaveAnswerTemplateInput;
  RemoveAnswerTemplateInput: RemoveAnswerTemplateInput;
  LetterPreview: LetterPreview;
  NetworkPreview: NetworkPreview;
  Letter: Letter;
  UnknownNotice: UnknownNotice;
  AccountAnswers: AccountAnswers;
  AnswerPath: AnswerPath;
  LetterWarning: LetterWarning;
  Webhook: Webhook;
  WebhookType: WebhookType;
  WebhookDelivery: WebhookDelivery;
  WebhookChange: WebhookChange;
  WebhookResult: ResolversUnionTypes<ResolversParentTypes>['WebhookResult'];
  AddWebhookInput: AddWebhookInput;
  ChangeWebhookInput: ChangeWebhookInput;
  ActOnWebhookInput: ActOnWebhookInput;
  ReplayWebhookInput: ReplayWebhookInput;
  BodyServer: BodyServer;
  LetterOpening: LetterOpening;
  LetterOpeningConnection: LetterOpeningConnection;
  LetterOpeningEdge: LetterOpeningEdge;
  NoticesToSign: NoticesToSign;
  NoticeToSign: NoticeToSign;
  SignNoticeInput: SignNoticeInput;
  SignNoticesInput: SignNoticesInput;
  SignNoticeItem: SignNoticeItem;
  SubscribeToAnswersInput: SubscribeToAnswersInput;
  AskedSubscription: AskedSubscription;
  SubscriptionLinkInput: SubscriptionLinkInput;
  ConfirmedSubscription: ConfirmedSubscription;
  EndedSubscription: EndedSubscription;
  DraftResponseInput: DraftResponseInput;
  ReadyTextUseInput: ReadyTextUseInput;
  AnswerFileInput: AnswerFileInput;
  AddNoteInput: AddNoteInput;
  ResponseActInput: ResponseActInput;
  SendBackResponseInput: SendBackResponseInput;
  RevokeResponseInput: RevokeResponseInput;
  PublicationMark: PublicationMark;
  ProposePublicationInput: ProposePublicationInput;
  PublicationPhotoInput: PublicationPhotoInput;
  PublishAnswerInput: PublishAnswerInput;
  TakeBackPublicationInput: TakeBackPublicationInput;
  SaveResponseDraftInput: SaveResponseDraftInput;
  DiscardResponseDraftInput: DiscardResponseDraftInput;
  DiscardResponseDraftResult: ResolversUnionTypes<ResolversParentTypes>['DiscardResponseDraftResult'];
  DiscardedDraft: DiscardedDraft;
  SaveResponseDraftResult: ResolversUnionTypes<ResolversParentTypes>['SaveResponseDraftResult'];
  PersonalDraft: PersonalDraft;
  EarlierDraft: EarlierDraft;
  ResponseVersion: ResponseVersion;
  SentBack: SentBack;
  RulesTrial: RulesTrial;
  RulesTrialMove: RulesTrialMove;
  RulesTrialPlace: RulesTrialPlace;
  CodeProposals: CodeProposals;
  CodeProposal: CodeProposal;
  FollowedProposals: FollowedProposals;
  FollowedProposal: FollowedProposal;
  LearnedRoutes: LearnedRoutes;
  LearnedRoute: LearnedRoute;
  RouteProposalInput: RouteProposalInput;
  RouteProposal: RouteProposal;
  RecordReceptionAnswerInput: RecordReceptionAnswerInput;
  RouteQuestionInput: RouteQuestionInput;
  CorrectTopicInput: CorrectTopicInput;
  CoExecutorsInput: CoExecutorsInput;
  AssignExecutorInput: AssignExecutorInput;
  QuestionReasonInput: QuestionReasonInput;
  QuestionActInput: QuestionActInput;
  SplitQuestionInput: SplitQuestionInput;
  MergeQuestionsInput: MergeQuestionsInput;
  NoteComplainedOfInput: NoteComplainedOfInput;
  ForwardQuestionInput: ForwardQuestionInput;
  RecordBodyReactionInput: RecordBodyReactionInput;
  BodyLetterActInput: BodyLetterActInput;
  InformAsBodyInput: InformAsBodyInput;
  ReactAsBodyInput: ReactAsBodyInput;
  BodyReactionRecorded: BodyReactionRecorded;
  ReactAsBodyResult: ResolversUnionTypes<ResolversParentTypes>['ReactAsBodyResult'];
  BodyInput: BodyInput;
  LeaveUnansweredInput: LeaveUnansweredInput;
  ExtendDeadlineInput: ExtendDeadlineInput;
  AskForExtensionInput: AskForExtensionInput;
  RequestInformationInput: RequestInformationInput;
  RecordInformationInput: RecordInformationInput;
  GiveInterimAnswerInput: GiveInterimAnswerInput;
  RouteQuestionsInput: RouteQuestionsInput;
  RouteQuestionItem: RouteQuestionItem;
  PassOnAssignmentInput: PassOnAssignmentInput;
  QuestionActsInput: QuestionActsInput;
  QuestionActItem: QuestionActItem;
  AssignExecutorsInput: AssignExecutorsInput;
  AssignExecutorItem: AssignExecutorItem;
  ClassifyQuestionInput: ClassifyQuestionInput;
  AssignCoExecutorsInput: AssignCoExecutorsInput;
  CoExecutorPartInput: CoExecutorPartInput;
  FinishPartInput: FinishPartInput;
  AddContributionInput: AddContributionInput;
  ConfirmPromiseInput: ConfirmPromiseInput;
  ExtendPromiseInput: ExtendPromiseInput;
  PutUnderControlInput: PutUnderControlInput;
  Subscription: Record<PropertyKey, never>;
  District: District;
  Viewer: Viewer;
  ViewerRole: ViewerRole;
  Worklist: Worklist;
  PublishedAnswerList: PublishedAnswerList;
  PublishedCount: PublishedCount;
  SameDayAnswers: SameDayAnswers;
  SameDayMonth: SameDayMonth;
  PublishedAnswerPage: PublishedAnswerPage;
  PublishedAnswer: PublishedAnswer;
  PublishedPhoto: PublishedPhoto;
  EnoughAnswer: EnoughAnswer;
  EnoughDay: EnoughDay;
  AnswerWasEnoughInput: AnswerWasEnoughInput;
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
  SettingsInWork: SettingsInWork;
  SettingInWork: SettingInWork;
  QuestionPlaces: QuestionPlaces;
  SettlementQuestions: SettlementQuestions;
  Directory: Directory;
  OfficialAway: OfficialAway;
  AppealFilter: AppealFilter;
  ModerationNumbers: ModerationNumbers;
  WaitingOf: WaitingOf;
  AnsweredShare: AnsweredShare;
  AppealConnection: AppealConnection;
  AppealEdge: AppealEdge;
  QuestionConnection: QuestionConnection;
  QuestionEdge: QuestionEdge;
  AppealFacts: ResolversInterfaceTypes<ResolversParentTypes>['AppealFacts'];
  AppealRow: AppealRow;
  RowSource: RowSource;
  QuestionRow: QuestionRow;
  MeasuresPromise: MeasuresPromise;
  AppealSummary: AppealSummary;
  RoutingReason: RoutingReason;
  Deadline: Deadline;
  TermWarning: TermWarning;
  DeadlineStep: DeadlineStep;
  ResponseRow: ResponseRow;
  AppealCard: AppealCard;
  LegalHold: LegalHold;
  AnswerAtOnce: AnswerAtOnce;
  CardAnswer: CardAnswer;
  CardReopening: CardReopening;
  StrikeProposal: StrikeProposal;
  RegistrationCorrection: RegistrationCorrection;
  Registration: Registration;
  BodyLetter: BodyLetter;
  BodyLetterContents: BodyLetterContents;
  ForwardedBody: ForwardedBody;
  BodyRequest: BodyRequest;
  BodyUpdate: BodyUpdate;
  BodyReacted: BodyReacted;
  QuestionCard: QuestionCard;
  CoExecutorPart: CoExecutorPart;
  OwnPart: OwnPart;
  InternalClock: InternalClock;
  CardRequest: CardRequest;
  CardInterim: CardInterim;
  CardExtension: CardExtension;
  CardExtensionAsk: CardExtensionAsk;
  Handover: Handover;
  AppealOrigin: AppealOrigin;
  Place: Place;
  Point: Point;
  TopicAnswer: TopicAnswer;
  AppealEntry: AppealEntry;
  RepeatOf: RepeatOf;
  ReceivedFrom: ReceivedFrom;
  AttachedFile: AttachedFile;
  Supplement: Supplement;
  RowAddition: RowAddition;
  SupplementReply: SupplementReply;
  CardSource: CardSource;
  ReactionSeries: ReactionSeries;
  ReactionSample: ReactionSample;
  SourceEdition: SourceEdition;
  ResponseCard: ResponseCard;
  CardPublication: CardPublication;
  CardPhoto: CardPhoto;
  Note: Note;
  EnteredInPos: EnteredInPos;
  NoticeRow: NoticeRow;
  OutgoingNumber: OutgoingNumber;
  LetterSignature: LetterSignature;
  Posting: Posting;
  AfterPosting: AfterPosting;
  OutgoingEntry: OutgoingEntry;
  OutgoingRegisterConnection: OutgoingRegisterConnection;
  OutgoingEntryEdge: OutgoingEntryEdge;
  OutgoingLetter: OutgoingLetter;
  OutgoingPostConnection: OutgoingPostConnection;
  OutgoingPostEdge: OutgoingPostEdge;
  FailedWay: FailedWay;
  LateProof: LateProof;
  CallAttempt: CallAttempt;
  NoticeConnection: NoticeConnection;
  NoticeEdge: NoticeEdge;
  HistoryItem: HistoryItem;
  HistoryChange: HistoryChange;
  HistoryTerm: HistoryTerm;
  CaseEvidencePermit: CaseEvidencePermit;
  Applicant: Applicant;
  ApplicantIdentity: ApplicantIdentity;
  FoundApplicants: FoundApplicants;
  FoundApplicant: FoundApplicant;
  EarlierAppeals: EarlierAppeals;
  ApplicantFile: ApplicantFile;
  FiledConsent: FiledConsent;
  FiledOpening: FiledOpening;
  FiledAppeal: FiledAppeal;
  Opening: Opening;
  LetterOnRecord: LetterOnRecord;
  LetterOfPrint: LetterOfPrint;
  PrintedApplicants: PrintedApplicants;
  PrintedApplicant: PrintedApplicant;
  OpeningConnection: OpeningConnection;
  OpeningEdge: OpeningEdge;
  Board: Board;
  BoardCounts: ResolversInterfaceTypes<ResolversParentTypes>['BoardCounts'];
  BoardLine: BoardLine;
  BoardExecutor: BoardExecutor;
  BoardDay: BoardDay;
  AnswerTimesReport: AnswerTimesReport;
  AnswerTimes: AnswerTimes;
  Quartiles: Quartiles;
  SearchCorrection: SearchCorrection;
  SearchConnection: SearchConnection;
  SearchFoundBy: SearchFoundBy;
  SearchChoice: SearchChoice;
  SearchEdge: SearchEdge;
  SearchHit: SearchHit;
  MaskedAppeal: MaskedAppeal;
  MaskedQuestion: MaskedQuestion;
  Facets: Facets;
  RegimeFacet: RegimeFacet;
  NetworkFacet: NetworkFacet;
  SenderFacet: SenderFacet;
  ReopenedFacet: ReopenedFacet;
  RatingFacet: RatingFacet;
  ChannelFacet: ChannelFacet;
  ResultFacet: ResultFacet;
  TermFacet: TermFacet;
  StateFacet: StateFacet;
  Facet: Facet;
  AppealChange: AppealChange;
  QuestionChange: QuestionChange;
  ResidentPublication: ResidentPublication;
  OwnAppeals: OwnAppeals;
  OwnAppeal: OwnAppeal;
  ResidentAppeal: ResidentAppeal;
  ResidentData: ResidentData;
  ResidentOpening: ResidentOpening;
  ResidentReopening: ResidentReopening;
  ResidentCorrection: ResidentCorrection;
  Resolution: Resolution;
  PassingOn: PassingOn;
  ResidentQuestion: ResidentQuestion;
  ResidentPromise: ResidentPromise;
  ResidentAnswer: ResidentAnswer;
  ResidentNotice: ResidentNotice;
  ResidentStep: ResidentStep;
  SimilarAnswer: SimilarAnswer;
  ClassifierChoice: ClassifierChoice;
  ClassifierEdition: ClassifierEdition;
  ClassifierItem: ClassifierItem;
  SstuReport: SstuReport;
  SstuGroup: SstuGroup;
  SstuRefused: SstuRefused;
  SstuFault: SstuFault;
  SstuReceipt: SstuReceipt;
  SstuResult: SstuResult;
  SstuRefusedByServer: SstuRefusedByServer;
  SstuFile: SstuFile;
  SstuFileEntry: SstuFileEntry;
  FileSstuReportInput: FileSstuReportInput;
  RecordSstuResultInput: RecordSstuResultInput;
  SstuRefusedInput: SstuRefusedInput;
  SstuReceiptResult: ResolversUnionTypes<ResolversParentTypes>['SstuReceiptResult'];
  AppealReview: AppealReview;
  ReviewTable: ReviewTable;
  ReviewLine: ReviewLine;
  ReviewEdition: ReviewEdition;
  ReviewEditionResult: ResolversUnionTypes<ResolversParentTypes>['ReviewEditionResult'];
  PrepareReviewInput: PrepareReviewInput;
  ReleaseReviewInput: ReleaseReviewInput;
  TakeBackReviewInput: TakeBackReviewInput;
  PublishedReviewPage: PublishedReviewPage;
  PublishedReviewSummary: PublishedReviewSummary;
  PublishedReview: PublishedReview;
  TopicsByPlace: TopicsByPlace;
  PlaceCount: PlaceCount;
  TopicPlaces: TopicPlaces;
  TopicPlace: TopicPlace;
  ReactionSums: ReactionSums;
  ReactionSum: ReactionSum;
  EarlyWarning: EarlyWarning;
  Wave: Wave;
  WaveMark: WaveMark;
  WaveMarkResult: ResolversUnionTypes<ResolversParentTypes>['WaveMarkResult'];
  MarkedAnswer: MarkedAnswer;
  MarkAnswerInput: MarkAnswerInput;
  MarkWaveInput: MarkWaveInput;
};

export type AccessDirectiveArgs = {
  roles: ReadonlyArray<Role>;
};

export type AccessDirectiveResolver<Result, Parent, ContextType = any, Args = AccessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type QueryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  officials?: Resolver<ReadonlyArray<ResolversTypes['OfficialAccount']>, ParentType, ContextType, RequireFields<QueryOfficialsArgs, 'district'>>;
  invitedOfficials?: Resolver<ReadonlyArray<ResolversTypes['UUID']>, ParentType, ContextType, RequireFields<QueryInvitedOfficialsArgs, 'district'>>;
  officialsOnDuty?: Resolver<ReadonlyArray<ResolversTypes['OfficialOnDuty']>, ParentType, ContextType, RequireFields<QueryOfficialsOnDutyArgs, 'district' | 'at'>>;
  morningLetter?: Resolver<ResolversTypes['MorningLetter'], ParentType, ContextType, RequireFields<QueryMorningLetterArgs, 'district'>>;
  savedViews?: Resolver<ReadonlyArray<ResolversTypes['SavedView']>, ParentType, ContextType, RequireFields<QuerySavedViewsArgs, 'district'>>;
  districtFile?: Resolver<ResolversTypes['DistrictFile'], ParentType, ContextType, RequireFields<QueryDistrictFileArgs, 'district'>>;
  districtFileVersions?: Resolver<ReadonlyArray<ResolversTypes['DistrictFileVersion']>, ParentType, ContextType, RequireFields<QueryDistrictFileVersionsArgs, 'district'>>;
  districtFileVersion?: Resolver<ResolversTypes['DistrictFileChange'], ParentType, ContextType, RequireFields<QueryDistrictFileVersionArgs, 'district' | 'version'>>;
  districtFileDifferences?: Resolver<ResolversTypes['DistrictFileDifferences'], ParentType, ContextType, RequireFields<QueryDistrictFileDifferencesArgs, 'district' | 'text'>>;
  calendarYears?: Resolver<ReadonlyArray<ResolversTypes['CalendarYear']>, ParentType, ContextType, RequireFields<QueryCalendarYearsArgs, 'district'>>;
  networkKinds?: Resolver<ReadonlyArray<ResolversTypes['NetworkKind']>, ParentType, ContextType, RequireFields<QueryNetworkKindsArgs, 'district'>>;
  networkAccounts?: Resolver<ReadonlyArray<ResolversTypes['NetworkAccount']>, ParentType, ContextType, RequireFields<QueryNetworkAccountsArgs, 'district'>>;
  publicClients?: Resolver<ReadonlyArray<ResolversTypes['PublicClient']>, ParentType, ContextType, RequireFields<QueryPublicClientsArgs, 'district'>>;
  administrationRecords?: Resolver<ResolversTypes['AdministrationRecordConnection'], ParentType, ContextType, RequireFields<QueryAdministrationRecordsArgs, 'district'>>;
  accessRecords?: Resolver<ResolversTypes['AccessRecordConnection'], ParentType, ContextType, RequireFields<QueryAccessRecordsArgs, 'district'>>;
  networkHealth?: Resolver<ReadonlyArray<ResolversTypes['NetworkHealth']>, ParentType, ContextType, RequireFields<QueryNetworkHealthArgs, 'district'>>;
  sourcePosts?: Resolver<ReadonlyArray<ResolversTypes['SourcePost']>, ParentType, ContextType, RequireFields<QuerySourcePostsArgs, 'district' | 'threads'>>;
  fileOpenings?: Resolver<ResolversTypes['FileOpeningConnection'], ParentType, ContextType, RequireFields<QueryFileOpeningsArgs, 'district'>>;
  knownIssues?: Resolver<ReadonlyArray<ResolversTypes['KnownIssue']>, ParentType, ContextType, RequireFields<QueryKnownIssuesArgs, 'district'>>;
  openedKnownIssues?: Resolver<ReadonlyArray<ResolversTypes['OpenedKnownIssue']>, ParentType, ContextType, RequireFields<QueryOpenedKnownIssuesArgs, 'district'>>;
  receptions?: Resolver<ReadonlyArray<ResolversTypes['Reception']>, ParentType, ContextType, RequireFields<QueryReceptionsArgs, 'district'>>;
  ownReception?: Resolver<Maybe<ResolversTypes['OwnReception']>, ParentType, ContextType, RequireFields<QueryOwnReceptionArgs, 'district' | 'code'>>;
  receptionVisits?: Resolver<ReadonlyArray<ResolversTypes['ReceptionVisit']>, ParentType, ContextType, RequireFields<QueryReceptionVisitsArgs, 'district' | 'on'>>;
  receptionOpenings?: Resolver<ReadonlyArray<ResolversTypes['ReceptionOpening']>, ParentType, ContextType, RequireFields<QueryReceptionOpeningsArgs, 'district' | 'from' | 'to'>>;
  receptionLoad?: Resolver<ReadonlyArray<ResolversTypes['ReceptionLoad']>, ParentType, ContextType, RequireFields<QueryReceptionLoadArgs, 'district' | 'from' | 'to'>>;
  foundMessages?: Resolver<ReadonlyArray<ResolversTypes['FoundMessage']>, ParentType, ContextType, RequireFields<QueryFoundMessagesArgs, 'district'>>;
  watchedCommunities?: Resolver<ReadonlyArray<ResolversTypes['WatchedCommunity']>, ParentType, ContextType, RequireFields<QueryWatchedCommunitiesArgs, 'district'>>;
  oldJournalFile?: Resolver<ResolversTypes['OldJournalFile'], ParentType, ContextType, RequireFields<QueryOldJournalFileArgs, 'district' | 'file'>>;
  oldJournalLoads?: Resolver<ReadonlyArray<ResolversTypes['OldJournalLoad']>, ParentType, ContextType, RequireFields<QueryOldJournalLoadsArgs, 'district'>>;
  bodyServers?: Resolver<ReadonlyArray<ResolversTypes['BodyServer']>, ParentType, ContextType, RequireFields<QueryBodyServersArgs, 'district'>>;
  answerTemplates?: Resolver<ReadonlyArray<ResolversTypes['AnswerTemplate']>, ParentType, ContextType, RequireFields<QueryAnswerTemplatesArgs, 'district'>>;
  letterPreview?: Resolver<ResolversTypes['LetterPreview'], ParentType, ContextType, RequireFields<QueryLetterPreviewArgs, 'district' | 'question' | 'text'>>;
  draftSheet?: Resolver<ResolversTypes['DraftSheet'], ParentType, ContextType, RequireFields<QueryDraftSheetArgs, 'district' | 'question' | 'text'>>;
  letterheadPreview?: Resolver<Maybe<ResolversTypes['DraftSheet']>, ParentType, ContextType, RequireFields<QueryLetterheadPreviewArgs, 'district' | 'text'>>;
  letterToPost?: Resolver<ResolversTypes['Letter'], ParentType, ContextType, RequireFields<QueryLetterToPostArgs, 'district' | 'id' | 'reason'>>;
  residentLetters?: Resolver<ReadonlyArray<ResolversTypes['ResidentLetter']>, ParentType, ContextType>;
  keptLetters?: Resolver<ReadonlyArray<ResolversTypes['KeptLetter']>, ParentType, ContextType, RequireFields<QueryKeptLettersArgs, 'district' | 'appeal'>>;
  printedLetters?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<QueryPrintedLettersArgs, 'district' | 'letters' | 'reason'>>;
  letterOpenings?: Resolver<ResolversTypes['LetterOpeningConnection'], ParentType, ContextType, RequireFields<QueryLetterOpeningsArgs, 'district'>>;
  letterToSign?: Resolver<Maybe<ResolversTypes['LetterToSign']>, ParentType, ContextType, RequireFields<QueryLetterToSignArgs, 'district' | 'id'>>;
  nextOutgoingNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<QueryNextOutgoingNumberArgs, 'district'>>;
  accountAnswers?: Resolver<ReadonlyArray<ResolversTypes['AccountAnswers']>, ParentType, ContextType, RequireFields<QueryAccountAnswersArgs, 'district'>>;
  unknownNotices?: Resolver<ReadonlyArray<ResolversTypes['UnknownNotice']>, ParentType, ContextType, RequireFields<QueryUnknownNoticesArgs, 'district'>>;
  heldNotices?: Resolver<ReadonlyArray<ResolversTypes['HeldNotice']>, ParentType, ContextType, RequireFields<QueryHeldNoticesArgs, 'district'>>;
  noticesToSign?: Resolver<ResolversTypes['NoticesToSign'], ParentType, ContextType, RequireFields<QueryNoticesToSignArgs, 'district'>>;
  noticeToSign?: Resolver<ResolversTypes['Letter'], ParentType, ContextType, RequireFields<QueryNoticeToSignArgs, 'district' | 'id'>>;
  answerPaths?: Resolver<ReadonlyArray<ResolversTypes['AnswerPath']>, ParentType, ContextType, RequireFields<QueryAnswerPathsArgs, 'district' | 'question'>>;
  webhooks?: Resolver<ReadonlyArray<ResolversTypes['Webhook']>, ParentType, ContextType, RequireFields<QueryWebhooksArgs, 'district'>>;
  webhookTypes?: Resolver<ReadonlyArray<ResolversTypes['WebhookType']>, ParentType, ContextType, RequireFields<QueryWebhookTypesArgs, 'district'>>;
  webhookDeliveries?: Resolver<ReadonlyArray<ResolversTypes['WebhookDelivery']>, ParentType, ContextType, RequireFields<QueryWebhookDeliveriesArgs, 'district' | 'webhook'>>;
  responseDraft?: Resolver<Maybe<ResolversTypes['PersonalDraft']>, ParentType, ContextType, RequireFields<QueryResponseDraftArgs, 'district' | 'response'>>;
  earlierDrafts?: Resolver<ReadonlyArray<ResolversTypes['EarlierDraft']>, ParentType, ContextType, RequireFields<QueryEarlierDraftsArgs, 'district' | 'response'>>;
  responseVersions?: Resolver<ReadonlyArray<ResolversTypes['ResponseVersion']>, ParentType, ContextType, RequireFields<QueryResponseVersionsArgs, 'district' | 'response'>>;
  publicationMarks?: Resolver<ReadonlyArray<ResolversTypes['PublicationMark']>, ParentType, ContextType, RequireFields<QueryPublicationMarksArgs, 'district'>>;
  routeProposal?: Resolver<ResolversTypes['RouteProposal'], ParentType, ContextType, RequireFields<QueryRouteProposalArgs, 'input'>>;
  complainedOfProposal?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType, RequireFields<QueryComplainedOfProposalArgs, 'district' | 'question'>>;
  learnedRoutes?: Resolver<Maybe<ResolversTypes['LearnedRoutes']>, ParentType, ContextType, RequireFields<QueryLearnedRoutesArgs, 'district' | 'question'>>;
  codeProposals?: Resolver<ResolversTypes['CodeProposals'], ParentType, ContextType, RequireFields<QueryCodeProposalsArgs, 'district' | 'question'>>;
  followedProposals?: Resolver<ResolversTypes['FollowedProposals'], ParentType, ContextType, RequireFields<QueryFollowedProposalsArgs, 'district'>>;
  rulesTrial?: Resolver<Maybe<ResolversTypes['RulesTrial']>, ParentType, ContextType, RequireFields<QueryRulesTrialArgs, 'district' | 'text'>>;
  districts?: Resolver<ReadonlyArray<ResolversTypes['District']>, ParentType, ContextType>;
  district?: Resolver<ResolversTypes['PublicDistrict'], ParentType, ContextType, RequireFields<QueryDistrictArgs, 'code'>>;
  publishedAnswers?: Resolver<ResolversTypes['PublishedAnswerList'], ParentType, ContextType, RequireFields<QueryPublishedAnswersArgs, 'district' | 'skip' | 'first'>>;
  sameDayAnswers?: Resolver<ResolversTypes['SameDayAnswers'], ParentType, ContextType, RequireFields<QuerySameDayAnswersArgs, 'district'>>;
  nearestAnswers?: Resolver<ReadonlyArray<ResolversTypes['PublishedAnswer']>, ParentType, ContextType, RequireFields<QueryNearestAnswersArgs, 'district' | 'text'>>;
  enoughAnswers?: Resolver<ReadonlyArray<ResolversTypes['EnoughAnswer']>, ParentType, ContextType, RequireFields<QueryEnoughAnswersArgs, 'district'>>;
  publishedAnswer?: Resolver<Maybe<ResolversTypes['PublishedAnswerPage']>, ParentType, ContextType, RequireFields<QueryPublishedAnswerArgs, 'district' | 'id'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  worklists?: Resolver<ReadonlyArray<ResolversTypes['Worklist']>, ParentType, ContextType, RequireFields<QueryWorklistsArgs, 'district'>>;
  appeals?: Resolver<ResolversTypes['AppealConnection'], ParentType, ContextType, RequireFields<QueryAppealsArgs, 'district' | 'order' | 'export'>>;
  questions?: Resolver<ResolversTypes['QuestionConnection'], ParentType, ContextType, RequireFields<QueryQuestionsArgs, 'district' | 'order' | 'export'>>;
  appeal?: Resolver<Maybe<ResolversTypes['AppealCard']>, ParentType, ContextType, RequireFields<QueryAppealArgs, 'district'>>;
  maskedAppeal?: Resolver<Maybe<ResolversTypes['MaskedAppeal']>, ParentType, ContextType, RequireFields<QueryMaskedAppealArgs, 'district' | 'id'>>;
  applicant?: Resolver<Maybe<ResolversTypes['Applicant']>, ParentType, ContextType, RequireFields<QueryApplicantArgs, 'district' | 'appeal' | 'reason'>>;
  printedApplicants?: Resolver<ResolversTypes['PrintedApplicants'], ParentType, ContextType, RequireFields<QueryPrintedApplicantsArgs, 'district' | 'appeals' | 'printed' | 'reason'>>;
  caseEvidence?: Resolver<Maybe<ResolversTypes['CaseEvidencePermit']>, ParentType, ContextType, RequireFields<QueryCaseEvidenceArgs, 'district' | 'appeal' | 'reason'>>;
  applicants?: Resolver<ResolversTypes['FoundApplicants'], ParentType, ContextType, RequireFields<QueryApplicantsArgs, 'district' | 'query' | 'reason'>>;
  earlierAppeals?: Resolver<ResolversTypes['EarlierAppeals'], ParentType, ContextType, RequireFields<QueryEarlierAppealsArgs, 'district'>>;
  applicantFile?: Resolver<Maybe<ResolversTypes['ApplicantFile']>, ParentType, ContextType, RequireFields<QueryApplicantFileArgs, 'district' | 'appeal' | 'reason'>>;
  openings?: Resolver<ResolversTypes['OpeningConnection'], ParentType, ContextType, RequireFields<QueryOpeningsArgs, 'district'>>;
  answerTimes?: Resolver<ResolversTypes['AnswerTimesReport'], ParentType, ContextType, RequireFields<QueryAnswerTimesArgs, 'districts' | 'by' | 'query' | 'match'>>;
  board?: Resolver<ResolversTypes['Board'], ParentType, ContextType, RequireFields<QueryBoardArgs, 'district' | 'from' | 'to'>>;
  questionPlaces?: Resolver<ResolversTypes['QuestionPlaces'], ParentType, ContextType, RequireFields<QueryQuestionPlacesArgs, 'district'>>;
  settingsInWork?: Resolver<ResolversTypes['SettingsInWork'], ParentType, ContextType, RequireFields<QuerySettingsInWorkArgs, 'district'>>;
  earlyWarning?: Resolver<ResolversTypes['EarlyWarning'], ParentType, ContextType, RequireFields<QueryEarlyWarningArgs, 'district'>>;
  topicsByPlace?: Resolver<ResolversTypes['TopicsByPlace'], ParentType, ContextType, RequireFields<QueryTopicsByPlaceArgs, 'district' | 'from' | 'to'>>;
  reactionSums?: Resolver<ResolversTypes['ReactionSums'], ParentType, ContextType, RequireFields<QueryReactionSumsArgs, 'district' | 'from' | 'to'>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'districts' | 'query' | 'match' | 'order' | 'export'>>;
  oralNotices?: Resolver<ResolversTypes['NoticeConnection'], ParentType, ContextType, RequireFields<QueryOralNoticesArgs, 'district'>>;
  paperNotices?: Resolver<ResolversTypes['NoticeConnection'], ParentType, ContextType, RequireFields<QueryPaperNoticesArgs, 'district'>>;
  posNotices?: Resolver<ResolversTypes['NoticeConnection'], ParentType, ContextType, RequireFields<QueryPosNoticesArgs, 'district' | 'export'>>;
  outgoingPost?: Resolver<ResolversTypes['OutgoingPostConnection'], ParentType, ContextType, RequireFields<QueryOutgoingPostArgs, 'district' | 'from' | 'to' | 'export'>>;
  outgoingRegister?: Resolver<ResolversTypes['OutgoingRegisterConnection'], ParentType, ContextType, RequireFields<QueryOutgoingRegisterArgs, 'district' | 'export'>>;
  moderation?: Resolver<ResolversTypes['ModerationNumbers'], ParentType, ContextType, RequireFields<QueryModerationArgs, 'district'>>;
  directory?: Resolver<ResolversTypes['Directory'], ParentType, ContextType, RequireFields<QueryDirectoryArgs, 'district'>>;
  classifier?: Resolver<ResolversTypes['ClassifierChoice'], ParentType, ContextType, RequireFields<QueryClassifierArgs, 'district'>>;
  similarAnswers?: Resolver<ReadonlyArray<ResolversTypes['SimilarAnswer']>, ParentType, ContextType, RequireFields<QuerySimilarAnswersArgs, 'district' | 'question'>>;
  residentAppeal?: Resolver<Maybe<ResolversTypes['ResidentAppeal']>, ParentType, ContextType, Partial<QueryResidentAppealArgs>>;
  ownAppeals?: Resolver<ResolversTypes['OwnAppeals'], ParentType, ContextType, RequireFields<QueryOwnAppealsArgs, 'district'>>;
  residentData?: Resolver<Maybe<ResolversTypes['ResidentData']>, ParentType, ContextType>;
  sstuReport?: Resolver<ResolversTypes['SstuReport'], ParentType, ContextType, RequireFields<QuerySstuReportArgs, 'district' | 'month'>>;
  sstuFile?: Resolver<ResolversTypes['SstuFile'], ParentType, ContextType, RequireFields<QuerySstuFileArgs, 'district' | 'month'>>;
  appealReview?: Resolver<ResolversTypes['AppealReview'], ParentType, ContextType, RequireFields<QueryAppealReviewArgs, 'district' | 'period'>>;
  reviewEditions?: Resolver<ReadonlyArray<ResolversTypes['ReviewEdition']>, ParentType, ContextType, RequireFields<QueryReviewEditionsArgs, 'district' | 'period'>>;
  publishedReviews?: Resolver<ReadonlyArray<ResolversTypes['PublishedReviewSummary']>, ParentType, ContextType, RequireFields<QueryPublishedReviewsArgs, 'district'>>;
  publishedReview?: Resolver<Maybe<ResolversTypes['PublishedReviewPage']>, ParentType, ContextType, RequireFields<QueryPublishedReviewArgs, 'district' | 'period'>>;
  bodyLetter?: Resolver<ResolversTypes['BodyLetter'], ParentType, ContextType, RequireFields<QueryBodyLetterArgs, 'district' | 'link'>>;
};

export type MutationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  revokePublicClient?: Resolver<ResolversTypes['PublicClientResult'], ParentType, ContextType, RequireFields<MutationRevokePublicClientArgs, 'input'>>;
  inviteOfficial?: Resolver<ResolversTypes['InvitationResult'], ParentType, ContextType, RequireFields<MutationInviteOfficialArgs, 'input'>>;
  newInvitation?: Resolver<ResolversTypes['InvitationResult'], ParentType, ContextType, RequireFields<MutationNewInvitationArgs, 'input'>>;
  changeOfficialRoles?: Resolver<ResolversTypes['OfficialResult'], ParentType, ContextType, RequireFields<MutationChangeOfficialRolesArgs, 'input'>>;
  recordAbsence?: Resolver<ResolversTypes['OfficialResult'], ParentType, ContextType, RequireFields<MutationRecordAbsenceArgs, 'input'>>;
  appointSubstitute?: Resolver<ResolversTypes['OfficialResult'], ParentType, ContextType, RequireFields<MutationAppointSubstituteArgs, 'input'>>;
  endSubstitution?: Resolver<ResolversTypes['OfficialResult'], ParentType, ContextType, RequireFields<MutationEndSubstitutionArgs, 'input'>>;
  setOfficialEmail?: Resolver<ResolversTypes['OfficialResult'], ParentType, ContextType, RequireFields<MutationSetOfficialEmailArgs, 'input'>>;
  chooseMorningLetter?: Resolver<ResolversTypes['MorningLetterResult'], ParentType, ContextType, RequireFields<MutationChooseMorningLetterArgs, 'input'>>;
  chooseAssignmentLetter?: Resolver<ResolversTypes['MorningLetterResult'], ParentType, ContextType, RequireFields<MutationChooseAssignmentLetterArgs, 'input'>>;
  saveView?: Resolver<ResolversTypes['SavedViewResult'], ParentType, ContextType, RequireFields<MutationSaveViewArgs, 'input'>>;
  shareView?: Resolver<ResolversTypes['SavedViewResult'], ParentType, ContextType, RequireFields<MutationShareViewArgs, 'input'>>;
  followView?: Resolver<ResolversTypes['SavedViewResult'], ParentType, ContextType, RequireFields<MutationFollowViewArgs, 'input'>>;
  removeView?: Resolver<ResolversTypes['SavedViewResult'], ParentType, ContextType, RequireFields<MutationRemoveViewArgs, 'input'>>;
  dismissOfficial?: Resolver<ResolversTypes['OfficialResult'], ParentType, ContextType, RequireFields<MutationDismissOfficialArgs, 'input'>>;
  applyDistrictFile?: Resolver<ResolversTypes['DistrictFileResult'], ParentType, ContextType, RequireFields<MutationApplyDistrictFileArgs, 'input'>>;
  setCalendarTransfers?: Resolver<ResolversTypes['CalendarYearResult'], ParentType, ContextType, RequireFields<MutationSetCalendarTransfersArgs, 'input'>>;
  addNetworkAccount?: Resolver<ResolversTypes['NetworkAccountResult'], ParentType, ContextType, RequireFields<MutationAddNetworkAccountArgs, 'input'>>;
  changeNetworkAccount?: Resolver<ResolversTypes['NetworkAccountResult'], ParentType, ContextType, RequireFields<MutationChangeNetworkAccountArgs, 'input'>>;
  renewNetworkSecret?: Resolver<ResolversTypes['NetworkAccountResult'], ParentType, ContextType, RequireFields<MutationRenewNetworkSecretArgs, 'input'>>;
  disableNetworkAccount?: Resolver<ResolversTypes['NetworkAccountResult'], ParentType, ContextType, RequireFields<MutationDisableNetworkAccountArgs, 'input'>>;
  enableNetworkAccount?: Resolver<ResolversTypes['NetworkAccountResult'], ParentType, ContextType, RequireFields<MutationEnableNetworkAccountArgs, 'input'>>;
  openKnownIssue?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationOpenKnownIssueArgs, 'input'>>;
  updateKnownIssue?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationUpdateKnownIssueArgs, 'input'>>;
  endKnownIssue?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationEndKnownIssueArgs, 'input'>>;
  joinToKnownIssue?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationJoinToKnownIssueArgs, 'input'>>;
  joinOwnMessage?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationJoinOwnMessageArgs, 'input'>>;
  joinManyToKnownIssue?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationJoinManyToKnownIssueArgs, 'input'>>;
  checkNetworkAccount?: Resolver<ResolversTypes['NetworkCheckResult'], ParentType, ContextType, RequireFields<MutationCheckNetworkAccountArgs, 'input'>>;
  submitAppeal?: Resolver<ResolversTypes['SubmitAppealResult'], ParentType, ContextType, RequireFields<MutationSubmitAppealArgs, 'input'>>;
  enterAppeal?: Resolver<ResolversTypes['SubmitAppealResult'], ParentType, ContextType, RequireFields<MutationEnterAppealArgs, 'input'>>;
  takeUpMessage?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationTakeUpMessageArgs, 'input'>>;
  takeUpWithWords?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationTakeUpWithWordsArgs, 'input'>>;
  turnIntoAppeal?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationTurnIntoAppealArgs, 'input'>>;
  correctRegistration?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationCorrectRegistrationArgs, 'input'>>;
  correctDetails?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationCorrectDetailsArgs, 'input'>>;
  recordSource?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordSourceArgs, 'input'>>;
  recordRepeat?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordRepeatArgs, 'input'>>;
  grantReopening?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationGrantReopeningArgs, 'input'>>;
  reopenAppeal?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationReopenAppealArgs, 'input'>>;
  reopenOnSupplement?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationReopenOnSupplementArgs, 'input'>>;
  replyToSupplement?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationReplyToSupplementArgs, 'input'>>;
  refuseReopening?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRefuseReopeningArgs, 'input'>>;
  acknowledgeSupplement?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationAcknowledgeSupplementArgs, 'input'>>;
  joinApplicants?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationJoinApplicantsArgs, 'input'>>;
  partApplicants?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationPartApplicantsArgs, 'input'>>;
  setLegalHold?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationSetLegalHoldArgs, 'input'>>;
  liftLegalHold?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationLiftLegalHoldArgs, 'input'>>;
  recordConsentWithdrawal?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordConsentWithdrawalArgs, 'input'>>;
  answerAtOnce?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationAnswerAtOnceArgs, 'input'>>;
  escalateUrgently?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationEscalateUrgentlyArgs, 'input'>>;
  markAsSpam?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationMarkAsSpamArgs, 'input'>>;
  markAsDuplicate?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationMarkAsDuplicateArgs, 'input'>>;
  markAsDuplicates?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationMarkAsDuplicatesArgs, 'input'>>;
  takeBackDecision?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationTakeBackDecisionArgs, 'input'>>;
  takeBackDecisions?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationTakeBackDecisionsArgs, 'input'>>;
  registerAppeal?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRegisterAppealArgs, 'input'>>;
  takeUpMessages?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationTakeUpMessagesArgs, 'input'>>;
  registerAppeals?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationRegisterAppealsArgs, 'input'>>;
  openAppeal?: Resolver<ResolversTypes['OpenAppealResult'], ParentType, ContextType, RequireFields<MutationOpenAppealArgs, 'district' | 'number' | 'code'>>;
  openOwnAppeal?: Resolver<ResolversTypes['OpenAppealResult'], ParentType, ContextType, RequireFields<MutationOpenOwnAppealArgs, 'district' | 'appeal'>>;
  requestFollowUpLink?: Resolver<ResolversTypes['RequestedLink'], ParentType, ContextType, RequireFields<MutationRequestFollowUpLinkArgs, 'input'>>;
  openAppealByLink?: Resolver<ResolversTypes['OpenedByLink'], ParentType, ContextType, RequireFields<MutationOpenAppealByLinkArgs, 'input'>>;
  rateAppeal?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRateAppealArgs, 'input'>>;
  supplementAppeal?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationSupplementAppealArgs, 'input'>>;
  withdrawAppeal?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationWithdrawAppealArgs, 'input'>>;
  withdrawConsent?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationWithdrawConsentArgs, 'input'>>;
  allowPublication?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationAllowPublicationArgs, 'input'>>;
  disallowPublication?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationDisallowPublicationArgs, 'input'>>;
  requestReopening?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRequestReopeningArgs, 'input'>>;
  bookReception?: Resolver<ResolversTypes['BookReceptionResult'], ParentType, ContextType, RequireFields<MutationBookReceptionArgs, 'input'>>;
  cancelOwnReception?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationCancelOwnReceptionArgs, 'input'>>;
  enterReception?: Resolver<ResolversTypes['BookReceptionResult'], ParentType, ContextType, RequireFields<MutationEnterReceptionArgs, 'input'>>;
  moveReception?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationMoveReceptionArgs, 'input'>>;
  cancelReception?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationCancelReceptionArgs, 'input'>>;
  recordReceptionReminder?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordReceptionReminderArgs, 'input'>>;
  recordVisitorCame?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordVisitorCameArgs, 'input'>>;
  takeBackVisitorCame?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationTakeBackVisitorCameArgs, 'input'>>;
  recordVisitorMissed?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordVisitorMissedArgs, 'input'>>;
  endReception?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationEndReceptionArgs, 'input'>>;
  decideFoundMessage?: Resolver<ResolversTypes['FoundMessageResult'], ParentType, ContextType, RequireFields<MutationDecideFoundMessageArgs, 'input'>>;
  takeInOldJournal?: Resolver<ResolversTypes['OldJournalStepResult'], ParentType, ContextType, RequireFields<MutationTakeInOldJournalArgs, 'input'>>;
  takeBackOldJournal?: Resolver<ResolversTypes['OldJournalStepResult'], ParentType, ContextType, RequireFields<MutationTakeBackOldJournalArgs, 'input'>>;
  subscribeToAnswers?: Resolver<ResolversTypes['AskedSubscription'], ParentType, ContextType, RequireFields<MutationSubscribeToAnswersArgs, 'input'>>;
  confirmSubscription?: Resolver<ResolversTypes['ConfirmedSubscription'], ParentType, ContextType, RequireFields<MutationConfirmSubscriptionArgs, 'input'>>;
  endSubscription?: Resolver<ResolversTypes['EndedSubscription'], ParentType, ContextType, RequireFields<MutationEndSubscriptionArgs, 'input'>>;
  saveAnswerTemplate?: Resolver<ResolversTypes['SaveAnswerTemplateResult'], ParentType, ContextType, RequireFields<MutationSaveAnswerTemplateArgs, 'input'>>;
  removeAnswerTemplate?: Resolver<ResolversTypes['SaveAnswerTemplateResult'], ParentType, ContextType, RequireFields<MutationRemoveAnswerTemplateArgs, 'input'>>;
  recordOralNotice?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordOralNoticeArgs, 'input'>>;
  recordCallAttempt?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordCallAttemptArgs, 'input'>>;
  recordInPos?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordInPosArgs, 'input'>>;
  recordPosting?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordPostingArgs, 'input'>>;
  recordPostings?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationRecordPostingsArgs, 'input'>>;
  recordLetterOutcome?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordLetterOutcomeArgs, 'input'>>;
  attachSignature?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationAttachSignatureArgs, 'input'>>;
  signNotice?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationSignNoticeArgs, 'input'>>;
  signNotices?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationSignNoticesArgs, 'input'>>;
  settleUnknownNotice?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationSettleUnknownNoticeArgs, 'input'>>;
  settleHeldNotice?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationSettleHeldNoticeArgs, 'input'>>;
  settleHeldNotices?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationSettleHeldNoticesArgs, 'input'>>;
  releaseNotice?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationReleaseNoticeArgs, 'input'>>;
  recordPlacedNotice?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordPlacedNoticeArgs, 'input'>>;
  addWebhook?: Resolver<ResolversTypes['WebhookResult'], ParentType, ContextType, RequireFields<MutationAddWebhookArgs, 'input'>>;
  changeWebhook?: Resolver<ResolversTypes['WebhookResult'], ParentType, ContextType, RequireFields<MutationChangeWebhookArgs, 'input'>>;
  renewWebhookSecret?: Resolver<ResolversTypes['WebhookResult'], ParentType, ContextType, RequireFields<MutationRenewWebhookSecretArgs, 'input'>>;
  pauseWebhook?: Resolver<ResolversTypes['WebhookResult'], ParentType, ContextType, RequireFields<MutationPauseWebhookArgs, 'input'>>;
  resumeWebhook?: Resolver<ResolversTypes['WebhookResult'], ParentType, ContextType, RequireFields<MutationResumeWebhookArgs, 'input'>>;
  removeWebhook?: Resolver<ResolversTypes['WebhookResult'], ParentType, ContextType, RequireFields<MutationRemoveWebhookArgs, 'input'>>;
  replayWebhook?: Resolver<ResolversTypes['WebhookResult'], ParentType, ContextType, RequireFields<MutationReplayWebhookArgs, 'input'>>;
  draftResponse?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationDraftResponseArgs, 'input'>>;
  addNote?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationAddNoteArgs, 'input'>>;
  approveResponse?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationApproveResponseArgs, 'input'>>;
  saveResponseDraft?: Resolver<ResolversTypes['SaveResponseDraftResult'], ParentType, ContextType, RequireFields<MutationSaveResponseDraftArgs, 'input'>>;
  discardResponseDraft?: Resolver<ResolversTypes['DiscardResponseDraftResult'], ParentType, ContextType, RequireFields<MutationDiscardResponseDraftArgs, 'input'>>;
  sendBackResponse?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationSendBackResponseArgs, 'input'>>;
  signResponse?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationSignResponseArgs, 'input'>>;
  revokeResponse?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRevokeResponseArgs, 'input'>>;
  proposePublication?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationProposePublicationArgs, 'input'>>;
  publishAnswer?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationPublishAnswerArgs, 'input'>>;
  takeBackPublication?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationTakeBackPublicationArgs, 'input'>>;
  routeQuestion?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRouteQuestionArgs, 'input'>>;
  assignExecutor?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationAssignExecutorArgs, 'input'>>;
  takeBackAssignment?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationTakeBackAssignmentArgs, 'input'>>;
  recordReceptionAnswer?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordReceptionAnswerArgs, 'input'>>;
  routeQuestions?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationRouteQuestionsArgs, 'input'>>;
  assignExecutors?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationAssignExecutorsArgs, 'input'>>;
  takeBackAssignments?: Resolver<ReadonlyArray<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationTakeBackAssignmentsArgs, 'input'>>;
  returnQuestion?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationReturnQuestionArgs, 'input'>>;
  splitQuestion?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationSplitQuestionArgs, 'input'>>;
  undoSplit?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationUndoSplitArgs, 'input'>>;
  mergeQuestions?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationMergeQuestionsArgs, 'input'>>;
  undoMerge?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationUndoMergeArgs, 'input'>>;
  noteComplainedOf?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationNoteComplainedOfArgs, 'input'>>;
  forwardQuestion?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationForwardQuestionArgs, 'input'>>;
  withdrawForwarding?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationWithdrawForwardingArgs, 'input'>>;
  recordBodyReaction?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordBodyReactionArgs, 'input'>>;
  revokeBodyLink?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRevokeBodyLinkArgs, 'input'>>;
  takeBackQuestion?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationTakeBackQuestionArgs, 'input'>>;
  reactAsBody?: Resolver<ResolversTypes['ReactAsBodyResult'], ParentType, ContextType, RequireFields<MutationReactAsBodyArgs, 'input'>>;
  informAsBody?: Resolver<ResolversTypes['ReactAsBodyResult'], ParentType, ContextType, RequireFields<MutationInformAsBodyArgs, 'input'>>;
  leaveUnanswered?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationLeaveUnansweredArgs, 'input'>>;
  extendDeadline?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationExtendDeadlineArgs, 'input'>>;
  askForExtension?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationAskForExtensionArgs, 'input'>>;
  refuseExtension?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRefuseExtensionArgs, 'input'>>;
  requestInformation?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRequestInformationArgs, 'input'>>;
  recordInformation?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationRecordInformationArgs, 'input'>>;
  giveInterimAnswer?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationGiveInterimAnswerArgs, 'input'>>;
  classifyQuestion?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationClassifyQuestionArgs, 'input'>>;
  correctTopic?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationCorrectTopicArgs, 'input'>>;
  acknowledgeAssignment?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationAcknowledgeAssignmentArgs, 'input'>>;
  passOnAssignment?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationPassOnAssignmentArgs, 'input'>>;
  assignCoExecutors?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationAssignCoExecutorsArgs, 'input'>>;
  finishPart?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationFinishPartArgs, 'input'>>;
  addContribution?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationAddContributionArgs, 'input'>>;
  confirmPromise?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationConfirmPromiseArgs, 'input'>>;
  extendPromise?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationExtendPromiseArgs, 'input'>>;
  putUnderControl?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationPutUnderControlArgs, 'input'>>;
  takeOffControl?: Resolver<ResolversTypes['ChangeResult'], ParentType, ContextType, RequireFields<MutationTakeOffControlArgs, 'input'>>;
  answerWasEnough?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAnswerWasEnoughArgs, 'input'>>;
  fileSstuReport?: Resolver<ResolversTypes['SstuReceiptResult'], ParentType, ContextType, RequireFields<MutationFileSstuReportArgs, 'input'>>;
  recordSstuResult?: Resolver<ResolversTypes['SstuReceiptResult'], ParentType, ContextType, RequireFields<MutationRecordSstuResultArgs, 'input'>>;
  prepareReview?: Resolver<ResolversTypes['ReviewEditionResult'], ParentType, ContextType, RequireFields<MutationPrepareReviewArgs, 'input'>>;
  releaseReview?: Resolver<ResolversTypes['ReviewEditionResult'], ParentType, ContextType, RequireFields<MutationReleaseReviewArgs, 'input'>>;
  takeBackReview?: Resolver<ResolversTypes['ReviewEditionResult'], ParentType, ContextType, RequireFields<MutationTakeBackReviewArgs, 'input'>>;
  markWave?: Resolver<ResolversTypes['WaveMarkResult'], ParentType, ContextType, RequireFields<MutationMarkWaveArgs, 'input'>>;
  markAnswer?: Resolver<ResolversTypes['MarkedAnswer'], ParentType, ContextType, RequireFields<MutationMarkAnswerArgs, 'input'>>;
};

export type OfficialAccountResolvers<ContextType = any, ParentType extends ResolversParentTypes['OfficialAccount'] = ResolversParentTypes['OfficialAccount']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  login?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OfficialState'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['HeldRole']>, ParentType, ContextType>;
  absence?: Resolver<Maybe<ResolversTypes['Absence']>, ParentType, ContextType>;
  substitutions?: Resolver<ReadonlyArray<ResolversTypes['Substitution']>, ParentType, ContextType>;
  hasEmail?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
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

export type SubstitutionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Substitution'] = ResolversParentTypes['Substitution']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  substitute?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  post?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MorningLetterResolvers<ContextType = any, ParentType extends ResolversParentTypes['MorningLetter'] = ResolversParentTypes['MorningLetter']> = {
  hasEmail?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isOn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isAssignmentLetterOn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MorningLetterResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['MorningLetterResult'] = ResolversParentTypes['MorningLetterResult']> = {
  __resolveType: TypeResolveFn<'MorningLetter' | 'Refusal', ParentType, ContextType>;
};

export type OfficialOnDutyResolvers<ContextType = any, ParentType extends ResolversParentTypes['OfficialOnDuty'] = ResolversParentTypes['OfficialOnDuty']> = {
  official?: Resolver<ResolversTypes['Official'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  absence?: Resolver<Maybe<ResolversTypes['Absence']>, ParentType, ContextType>;
  substitutedBy?: Resolver<ReadonlyArray<ResolversTypes['Substitution']>, ParentType, ContextType>;
  substituteOf?: Resolver<ReadonlyArray<ResolversTypes['Official']>, ParentType, ContextType>;
};

export type OfficialResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['OfficialResult'] = ResolversParentTypes['OfficialResult']> = {
  __resolveType: TypeResolveFn<'OfficialAccount' | 'Refusal', ParentType, ContextType>;
};

export type InvitationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Invitation'] = ResolversParentTypes['Invitation']> = {
  official?: Resolver<ResolversTypes['OfficialAccount'], ParentType, ContextType>;
  link?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type DistrictFileChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['DistrictFileChange'] = ResolversParentTypes['DistrictFileChange']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parts?: Resolver<ReadonlyArray<ResolversTypes['DistrictFilePartDifferences']>, ParentType, ContextType>;
};

export type DistrictFileDifferencesResolvers<ContextType = any, ParentType extends ResolversParentTypes['DistrictFileDifferences'] = ResolversParentTypes['DistrictFileDifferences']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parts?: Resolver<ReadonlyArray<ResolversTypes['DistrictFilePartDifferences']>, ParentType, ContextType>;
  faults?: Resolver<ReadonlyArray<ResolversTypes['DistrictFileFault']>, ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['DistrictFileFault']>, ParentType, ContextType>;
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

export type CalendarYearResolvers<ContextType = any, ParentType extends ResolversParentTypes['CalendarYear'] = ResolversParentTypes['CalendarYear']> = {
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decree?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hasTransfers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maySetTransfers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  transfers?: Resolver<Maybe<ResolversTypes['CalendarTransfers']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CalendarTransfersResolvers<ContextType = any, ParentType extends ResolversParentTypes['CalendarTransfers'] = ResolversParentTypes['CalendarTransfers']> = {
  decree?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  off?: Resolver<ReadonlyArray<ResolversTypes['Date']>, ParentType, ContextType>;
  working?: Resolver<ReadonlyArray<ResolversTypes['Date']>, ParentType, ContextType>;
  shortened?: Resolver<ReadonlyArray<ResolversTypes['Date']>, ParentType, ContextType>;
  setAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
};

export type CalendarYearResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['CalendarYearResult'] = ResolversParentTypes['CalendarYearResult']> = {
  __resolveType: TypeResolveFn<'CalendarYear' | 'Refusal', ParentType, ContextType>;
};

export type NetworkKindResolvers<ContextType = any, ParentType extends ResolversParentTypes['NetworkKind'] = ResolversParentTypes['NetworkKind']> = {
  network?: Resolver<ResolversTypes['AccountNetwork'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['NetworkField']>, ParentType, ContextType>;
  here?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  there?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NetworkFieldResolvers<ContextType = any, ParentType extends ResolversParentTypes['NetworkField'] = ResolversParentTypes['NetworkField']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isSecret?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isMade?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isOptional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isList?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type NetworkAccountResolvers<ContextType = any, ParentType extends ResolversParentTypes['NetworkAccount'] = ResolversParentTypes['NetworkAccount']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['AccountNetwork'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  settings?: Resolver<ReadonlyArray<ResolversTypes['NetworkSetting']>, ParentType, ContextType>;
  secrets?: Resolver<ReadonlyArray<ResolversTypes['NetworkSecret']>, ParentType, ContextType>;
  toCopy?: Resolver<ReadonlyArray<ResolversTypes['NetworkCopied']>, ParentType, ContextType>;
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NetworkSettingResolvers<ContextType = any, ParentType extends ResolversParentTypes['NetworkSetting'] = ResolversParentTypes['NetworkSetting']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NetworkSecretResolvers<ContextType = any, ParentType extends ResolversParentTypes['NetworkSecret'] = ResolversParentTypes['NetworkSecret']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  setAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  formerUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type NetworkCopiedResolvers<ContextType = any, ParentType extends ResolversParentTypes['NetworkCopied'] = ResolversParentTypes['NetworkCopied']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NetworkAccountChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['NetworkAccountChange'] = ResolversParentTypes['NetworkAccountChange']> = {
  account?: Resolver<ResolversTypes['NetworkAccount'], ParentType, ContextType>;
  made?: Resolver<ReadonlyArray<ResolversTypes['NetworkSetting']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NetworkAccountResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['NetworkAccountResult'] = ResolversParentTypes['NetworkAccountResult']> = {
  __resolveType: TypeResolveFn<'NetworkAccountChange' | 'Refusal', ParentType, ContextType>;
};

export type PublicClientResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublicClient'] = ResolversParentTypes['PublicClient']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  redirects?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  mayAct?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PublicClientChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublicClientChange'] = ResolversParentTypes['PublicClientChange']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PublicClientResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublicClientResult'] = ResolversParentTypes['PublicClientResult']> = {
  __resolveType: TypeResolveFn<'PublicClientChange' | 'Refusal', ParentType, ContextType>;
};

export type AdministrationRecordResolvers<ContextType = any, ParentType extends ResolversParentTypes['AdministrationRecord'] = ResolversParentTypes['AdministrationRecord']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AdministrationRecordKind'], ParentType, ContextType>;
  onBehalfOf?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  official?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AdministrationRecordConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['AdministrationRecordConnection'] = ResolversParentTypes['AdministrationRecordConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AdministrationRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AdministrationRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AdministrationRecordEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['AdministrationRecordEdge'] = ResolversParentTypes['AdministrationRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AdministrationRecord'], ParentType, ContextType>;
};

export type AccessRecordResolvers<ContextType = any, ParentType extends ResolversParentTypes['AccessRecord'] = ResolversParentTypes['AccessRecord']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AccessRecordKind'], ParentType, ContextType>;
  official?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccessRecordConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['AccessRecordConnection'] = ResolversParentTypes['AccessRecordConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccessRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AccessRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccessRecordEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['AccessRecordEdge'] = ResolversParentTypes['AccessRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccessRecord'], ParentType, ContextType>;
};

export type SavedViewResolvers<ContextType = any, ParentType extends ResolversParentTypes['SavedView'] = ResolversParentTypes['SavedView']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  query?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  words?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  columns?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  isShared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  isOwn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mayChange?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  followed?: Resolver<Maybe<ResolversTypes['FollowedView']>, ParentType, ContextType>;
  mayBeSent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FollowedViewResolvers<ContextType = any, ParentType extends ResolversParentTypes['FollowedView'] = ResolversParentTypes['FollowedView']> = {
  seenOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  seenCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ways?: Resolver<ReadonlyArray<ResolversTypes['SearchNewsWay']>, ParentType, ContextType>;
};

export type SavedViewResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['SavedViewResult'] = ResolversParentTypes['SavedViewResult']> = {
  __resolveType: TypeResolveFn<'SavedView' | 'Refusal', ParentType, ContextType>;
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
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  faults?: Resolver<ReadonlyArray<ResolversTypes['Fault']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FaultResolvers<ContextType = any, ParentType extends ResolversParentTypes['Fault'] = ResolversParentTypes['Fault']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type VersionedResolvers<ContextType = any, ParentType extends ResolversParentTypes['Versioned'] = ResolversParentTypes['Versioned']> = {
  __resolveType: TypeResolveFn<'OfficialAccount' | 'NetworkAccount' | 'PublicClient' | 'SavedView' | 'HeldNotice' | 'AnswerTemplate' | 'UnknownNotice' | 'Webhook' | 'AppealRow' | 'QuestionRow' | 'AppealSummary' | 'ResponseRow' | 'NoticeRow' | 'ReviewEdition', ParentType, ContextType>;
};

export type DirectoryEntryResolvers<ContextType = any, ParentType extends ResolversParentTypes['DirectoryEntry'] = ResolversParentTypes['DirectoryEntry']> = {
  __resolveType: TypeResolveFn<'PublicTopic' | 'Department' | 'Organisation' | 'Topic' | 'Settlement', ParentType, ContextType>;
};

export type ConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Connection'] = ResolversParentTypes['Connection']> = {
  __resolveType: TypeResolveFn<'AdministrationRecordConnection' | 'AccessRecordConnection' | 'FileOpeningConnection' | 'LetterOpeningConnection' | 'AppealConnection' | 'QuestionConnection' | 'OutgoingRegisterConnection' | 'OutgoingPostConnection' | 'NoticeConnection' | 'OpeningConnection' | 'SearchConnection', ParentType, ContextType>;
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
  registerBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  answerBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
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
  onBehalfOf?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  file?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  appeal?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  receipt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FileOpeningConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['FileOpeningConnection'] = ResolversParentTypes['FileOpeningConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FileOpeningEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['FileOpening']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FileOpeningEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['FileOpeningEdge'] = ResolversParentTypes['FileOpeningEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FileOpening'], ParentType, ContextType>;
};

export type SourcePostResolvers<ContextType = any, ParentType extends ResolversParentTypes['SourcePost'] = ResolversParentTypes['SourcePost']> = {
  thread?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NetworkHealthResolvers<ContextType = any, ParentType extends ResolversParentTypes['NetworkHealth'] = ResolversParentTypes['NetworkHealth']> = {
  account?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['NetworkProblem']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  heardAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  messagesPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lookedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  repairedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type NetworkCheckResolvers<ContextType = any, ParentType extends ResolversParentTypes['NetworkCheck'] = ResolversParentTypes['NetworkCheck']> = {
  askedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NetworkCheckResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['NetworkCheckResult'] = ResolversParentTypes['NetworkCheckResult']> = {
  __resolveType: TypeResolveFn<'NetworkCheck' | 'Refusal', ParentType, ContextType>;
};

export type KnownIssueResolvers<ContextType = any, ParentType extends ResolversParentTypes['KnownIssue'] = ResolversParentTypes['KnownIssue']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textSah?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  settlements?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type OpenedKnownIssueResolvers<ContextType = any, ParentType extends ResolversParentTypes['OpenedKnownIssue'] = ResolversParentTypes['OpenedKnownIssue']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['KnownIssueState'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textSah?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  settlements?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  words?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  joined?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  done?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReceptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Reception'] = ResolversParentTypes['Reception']> = {
  hours?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  official?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  post?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  about?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  video?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  queue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  slots?: Resolver<ReadonlyArray<ResolversTypes['ReceptionSlot']>, ParentType, ContextType>;
};

export type ReceptionSlotResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReceptionSlot'] = ResolversParentTypes['ReceptionSlot']> = {
  begins?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  free?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OwnReceptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['OwnReception'] = ResolversParentTypes['OwnReception']> = {
  state?: Resolver<ResolversTypes['ReceptionState'], ParentType, ContextType>;
  official?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  post?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  begins?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  way?: Resolver<ResolversTypes['ReceptionWay'], ParentType, ContextType>;
};

export type ReceptionVisitResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReceptionVisit'] = ResolversParentTypes['ReceptionVisit']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ReceptionState'], ParentType, ContextType>;
  hours?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  official?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  post?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  begins?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  way?: Resolver<ResolversTypes['ReceptionWay'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  outOfTurn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bookedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  remindedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['ReceptionOutcome']>, ParentType, ContextType>;
  receivedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  appeal?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  earlier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  said?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReceptionOpeningResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReceptionOpening'] = ResolversParentTypes['ReceptionOpening']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  official?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  onBehalfOf?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type ReceptionLoadResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReceptionLoad'] = ResolversParentTypes['ReceptionLoad']> = {
  official?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  post?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  booked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  registered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cancelled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byVideo?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BookReceptionResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['BookReceptionResult'] = ResolversParentTypes['BookReceptionResult']> = {
  __resolveType: TypeResolveFn<'BookedReception' | 'Refusal', ParentType, ContextType>;
};

export type BookedReceptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['BookedReception'] = ResolversParentTypes['BookedReception']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  bookingCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  begins?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FoundMessageResolvers<ContextType = any, ParentType extends ResolversParentTypes['FoundMessage'] = ResolversParentTypes['FoundMessage']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  community?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  communityName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  settlement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  writtenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  foundAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deletedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['FoundOutcome']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  appeal?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  same?: Resolver<ReadonlyArray<ResolversTypes['FoundElsewhere']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FoundElsewhereResolvers<ContextType = any, ParentType extends ResolversParentTypes['FoundElsewhere'] = ResolversParentTypes['FoundElsewhere']> = {
  communityName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['FoundOutcome']>, ParentType, ContextType>;
  appeal?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
};

export type WatchedCommunityResolvers<ContextType = any, ParentType extends ResolversParentTypes['WatchedCommunity'] = ResolversParentTypes['WatchedCommunity']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  settlement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  words?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  order?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['PlaceProblem']>, ParentType, ContextType>;
};

export type FoundMessageResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['FoundMessageResult'] = ResolversParentTypes['FoundMessageResult']> = {
  __resolveType: TypeResolveFn<'FoundMessage' | 'Refusal', ParentType, ContextType>;
};

export type OldJournalFileResolvers<ContextType = any, ParentType extends ResolversParentTypes['OldJournalFile'] = ResolversParentTypes['OldJournalFile']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sheets?: Resolver<ReadonlyArray<ResolversTypes['OldJournalSheet']>, ParentType, ContextType>;
  numbers?: Resolver<ReadonlyArray<ResolversTypes['OldJournalNumbers']>, ParentType, ContextType>;
  known?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OldJournalSheetResolvers<ContextType = any, ParentType extends ResolversParentTypes['OldJournalSheet'] = ResolversParentTypes['OldJournalSheet']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  missing?: Resolver<ReadonlyArray<ResolversTypes['OldJournalColumnKind']>, ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  taken?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  empty?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leftOut?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  columns?: Resolver<ReadonlyArray<ResolversTypes['OldJournalColumn']>, ParentType, ContextType>;
  sample?: Resolver<ReadonlyArray<ResolversTypes['OldJournalRow']>, ParentType, ContextType>;
  faultCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  faults?: Resolver<ReadonlyArray<ResolversTypes['OldJournalFault']>, ParentType, ContextType>;
};

export type OldJournalColumnResolvers<ContextType = any, ParentType extends ResolversParentTypes['OldJournalColumn'] = ResolversParentTypes['OldJournalColumn']> = {
  at?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  letters?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OldJournalColumnKind'], ParentType, ContextType>;
  isByContent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OldJournalRowResolvers<ContextType = any, ParentType extends ResolversParentTypes['OldJournalRow'] = ResolversParentTypes['OldJournalRow']> = {
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cells?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OldJournalFaultResolvers<ContextType = any, ParentType extends ResolversParentTypes['OldJournalFault'] = ResolversParentTypes['OldJournalFault']> = {
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  column?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['OldJournalRowFault'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  likeRow?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  likeSheet?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isRefused?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OldJournalNumbersResolvers<ContextType = any, ParentType extends ResolversParentTypes['OldJournalNumbers'] = ResolversParentTypes['OldJournalNumbers']> = {
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  first?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  last?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  absent?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  isPresent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OldJournalLoadResolvers<ContextType = any, ParentType extends ResolversParentTypes['OldJournalLoad'] = ResolversParentTypes['OldJournalLoad']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  takenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OldJournalLoadState'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fileHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  months?: Resolver<ReadonlyArray<ResolversTypes['OldJournalCount']>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['OldJournalCount']>, ParentType, ContextType>;
  removedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  removedReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OldJournalCountResolvers<ContextType = any, ParentType extends ResolversParentTypes['OldJournalCount'] = ResolversParentTypes['OldJournalCount']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inFile?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stored?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OldJournalStepResolvers<ContextType = any, ParentType extends ResolversParentTypes['OldJournalStep'] = ResolversParentTypes['OldJournalStep']> = {
  load?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isWhole?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OldJournalStepResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['OldJournalStepResult'] = ResolversParentTypes['OldJournalStepResult']> = {
  __resolveType: TypeResolveFn<'OldJournalStep' | 'Refusal', ParentType, ContextType>;
};

export type ResidentLetterResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentLetter'] = ResolversParentTypes['ResidentLetter']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HeldNoticeResolvers<ContextType = any, ParentType extends ResolversParentTypes['HeldNotice'] = ResolversParentTypes['HeldNotice']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  way?: Resolver<ResolversTypes['NoticeWay'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['HeldReason'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KeptLetterResolvers<ContextType = any, ParentType extends ResolversParentTypes['KeptLetter'] = ResolversParentTypes['KeptLetter']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  annulled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  marked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DraftSheetResolvers<ContextType = any, ParentType extends ResolversParentTypes['DraftSheet'] = ResolversParentTypes['DraftSheet']> = {
  svg?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sheets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LetterToSignResolvers<ContextType = any, ParentType extends ResolversParentTypes['LetterToSign'] = ResolversParentTypes['LetterToSign']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pdf?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AnswerTemplateResolvers<ContextType = any, ParentType extends ResolversParentTypes['AnswerTemplate'] = ResolversParentTypes['AnswerTemplate']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['Outcome']>, ParentType, ContextType>;
  forMessages?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
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
  inNetwork?: Resolver<ReadonlyArray<ResolversTypes['NetworkPreview']>, ParentType, ContextType>;
  way?: Resolver<ResolversTypes['NoticeWay'], ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['LetterWarning']>, ParentType, ContextType>;
};

export type NetworkPreviewResolvers<ContextType = any, ParentType extends ResolversParentTypes['NetworkPreview'] = ResolversParentTypes['NetworkPreview']> = {
  way?: Resolver<ResolversTypes['NoticeWay'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  messages?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LetterResolvers<ContextType = any, ParentType extends ResolversParentTypes['Letter'] = ResolversParentTypes['Letter']> = {
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  sender?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  addresseeKind?: Resolver<ResolversTypes['Addressee'], ParentType, ContextType>;
  addressee?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  addresseeAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dativeToConfirm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  greeting?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paragraphs?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  attachments?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signature?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  executor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UnknownNoticeResolvers<ContextType = any, ParentType extends ResolversParentTypes['UnknownNotice'] = ResolversParentTypes['UnknownNotice']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  account?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  way?: Resolver<ResolversTypes['NoticeWay'], ParentType, ContextType>;
  attention?: Resolver<ResolversTypes['NoticeAttention'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  link?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccountAnswersResolvers<ContextType = any, ParentType extends ResolversParentTypes['AccountAnswers'] = ResolversParentTypes['AccountAnswers']> = {
  account?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sentPerWeek?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returnedPerWeek?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AnswerPathResolvers<ContextType = any, ParentType extends ResolversParentTypes['AnswerPath'] = ResolversParentTypes['AnswerPath']> = {
  way?: Resolver<ResolversTypes['NoticeWay'], ParentType, ContextType>;
  network?: Resolver<Maybe<ResolversTypes['Network']>, ParentType, ContextType>;
  possible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['AnswerPathReason']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  public?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LetterWarningResolvers<ContextType = any, ParentType extends ResolversParentTypes['LetterWarning'] = ResolversParentTypes['LetterWarning']> = {
  kind?: Resolver<ResolversTypes['LetterWarningKind'], ParentType, ContextType>;
  excerpt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = any, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  types?: Resolver<ReadonlyArray<ResolversTypes['EventType']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pausedBecause?: Resolver<Maybe<ResolversTypes['WebhookPause']>, ParentType, ContextType>;
  pausedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastFailure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  secretSetAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  formerSecretUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  keptSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookTypeResolvers<ContextType = any, ParentType extends ResolversParentTypes['WebhookType'] = ResolversParentTypes['WebhookType']> = {
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['WebhookSubject'], ParentType, ContextType>;
};

export type WebhookDeliveryResolvers<ContextType = any, ParentType extends ResolversParentTypes['WebhookDelivery'] = ResolversParentTypes['WebhookDelivery']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WebhookDeliveryState'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  triedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type WebhookChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['WebhookChange'] = ResolversParentTypes['WebhookChange']> = {
  webhook?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  replayed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['WebhookResult'] = ResolversParentTypes['WebhookResult']> = {
  __resolveType: TypeResolveFn<'WebhookChange' | 'Refusal', ParentType, ContextType>;
};

export type BodyServerResolvers<ContextType = any, ParentType extends ResolversParentTypes['BodyServer'] = ResolversParentTypes['BodyServer']> = {
  organisation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  endpoint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isOpen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasKey?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['NetworkProblem']>, ParentType, ContextType>;
  problemSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  followed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LetterOpeningResolvers<ContextType = any, ParentType extends ResolversParentTypes['LetterOpening'] = ResolversParentTypes['LetterOpening']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  official?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  onBehalfOf?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['LetterOpeningReason'], ParentType, ContextType>;
  letters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  appeals?: Resolver<ReadonlyArray<ResolversTypes['UUID']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LetterOpeningConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['LetterOpeningConnection'] = ResolversParentTypes['LetterOpeningConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LetterOpeningEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LetterOpening']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LetterOpeningEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['LetterOpeningEdge'] = ResolversParentTypes['LetterOpeningEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LetterOpening'], ParentType, ContextType>;
};

export type NoticesToSignResolvers<ContextType = any, ParentType extends ResolversParentTypes['NoticesToSign'] = ResolversParentTypes['NoticesToSign']> = {
  signatory?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  post?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maySign?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notices?: Resolver<ReadonlyArray<ResolversTypes['NoticeToSign']>, ParentType, ContextType>;
};

export type NoticeToSignResolvers<ContextType = any, ParentType extends ResolversParentTypes['NoticeToSign'] = ResolversParentTypes['NoticeToSign']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  way?: Resolver<ResolversTypes['NoticeWay'], ParentType, ContextType>;
  addressee?: Resolver<ResolversTypes['Addressee'], ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type AskedSubscriptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['AskedSubscription'] = ResolversParentTypes['AskedSubscription']> = {
  hours?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConfirmedSubscriptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ConfirmedSubscription'] = ResolversParentTypes['ConfirmedSubscription']> = {
  confirmed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settlement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EndedSubscriptionResolvers<ContextType = any, ParentType extends ResolversParentTypes['EndedSubscription'] = ResolversParentTypes['EndedSubscription']> = {
  ended?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PublicationMarkResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublicationMark'] = ResolversParentTypes['PublicationMark']> = {
  field?: Resolver<ResolversTypes['PublicationField'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PersonalDataKind'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  promisedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  basedOn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  savedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EarlierDraftResolvers<ContextType = any, ParentType extends ResolversParentTypes['EarlierDraft'] = ResolversParentTypes['EarlierDraft']> = {
  by?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  byName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['Outcome']>, ParentType, ContextType>;
  promisedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ResponseVersionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResponseVersion'] = ResolversParentTypes['ResponseVersion']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  ordinal?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  promisedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  files?: Resolver<ReadonlyArray<ResolversTypes['AttachedFile']>, ParentType, ContextType>;
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

export type RulesTrialResolvers<ContextType = any, ParentType extends ResolversParentTypes['RulesTrial'] = ResolversParentTypes['RulesTrial']> = {
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tried?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  moves?: Resolver<ReadonlyArray<ResolversTypes['RulesTrialMove']>, ParentType, ContextType>;
};

export type RulesTrialMoveResolvers<ContextType = any, ParentType extends ResolversParentTypes['RulesTrialMove'] = ResolversParentTypes['RulesTrialMove']> = {
  appeals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['RulesTrialPlace']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['RulesTrialPlace']>, ParentType, ContextType>;
};

export type RulesTrialPlaceResolvers<ContextType = any, ParentType extends ResolversParentTypes['RulesTrialPlace'] = ResolversParentTypes['RulesTrialPlace']> = {
  topic?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
  department?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
};

export type CodeProposalsResolvers<ContextType = any, ParentType extends ResolversParentTypes['CodeProposals'] = ResolversParentTypes['CodeProposals']> = {
  codes?: Resolver<ReadonlyArray<ResolversTypes['CodeProposal']>, ParentType, ContextType>;
  judged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  first?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amongThree?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CodeProposalResolvers<ContextType = any, ParentType extends ResolversParentTypes['CodeProposal'] = ResolversParentTypes['CodeProposal']> = {
  item?: Resolver<ResolversTypes['ClassifierItem'], ParentType, ContextType>;
  isOfTopic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  words?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FollowedProposalsResolvers<ContextType = any, ParentType extends ResolversParentTypes['FollowedProposals'] = ResolversParentTypes['FollowedProposals']> = {
  since?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kinds?: Resolver<ReadonlyArray<ResolversTypes['FollowedProposal']>, ParentType, ContextType>;
};

export type FollowedProposalResolvers<ContextType = any, ParentType extends ResolversParentTypes['FollowedProposal'] = ResolversParentTypes['FollowedProposal']> = {
  kind?: Resolver<ResolversTypes['ProposalKind'], ParentType, ContextType>;
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  first?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amongThree?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  taken?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kept?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LearnedRoutesResolvers<ContextType = any, ParentType extends ResolversParentTypes['LearnedRoutes'] = ResolversParentTypes['LearnedRoutes']> = {
  routes?: Resolver<ReadonlyArray<ResolversTypes['LearnedRoute']>, ParentType, ContextType>;
  judged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  first?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amongThree?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LearnedRouteResolvers<ContextType = any, ParentType extends ResolversParentTypes['LearnedRoute'] = ResolversParentTypes['LearnedRoute']> = {
  topic?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  words?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RouteProposalResolvers<ContextType = any, ParentType extends ResolversParentTypes['RouteProposal'] = ResolversParentTypes['RouteProposal']> = {
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['RoutingReason']>, ParentType, ContextType>;
  deadline?: Resolver<Maybe<ResolversTypes['Deadline']>, ParentType, ContextType>;
};

export type BodyReactionRecordedResolvers<ContextType = any, ParentType extends ResolversParentTypes['BodyReactionRecorded'] = ResolversParentTypes['BodyReactionRecorded']> = {
  consistencyToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReactAsBodyResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReactAsBodyResult'] = ResolversParentTypes['ReactAsBodyResult']> = {
  __resolveType: TypeResolveFn<'BodyReactionRecorded' | 'Refusal', ParentType, ContextType>;
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
  onBehalfOf?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  operations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WorklistResolvers<ContextType = any, ParentType extends ResolversParentTypes['Worklist'] = ResolversParentTypes['Worklist']> = {
  code?: Resolver<ResolversTypes['WorklistCode'], ParentType, ContextType>;
  of?: Resolver<ResolversTypes['WorklistOf'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalIsExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['AppealOrder'], ParentType, ContextType>;
};

export type PublishedAnswerListResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublishedAnswerList'] = ResolversParentTypes['PublishedAnswerList']> = {
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  helped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notHelped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answers?: Resolver<ReadonlyArray<ResolversTypes['PublishedAnswer']>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['PublishedCount']>, ParentType, ContextType>;
  settlements?: Resolver<ReadonlyArray<ResolversTypes['PublishedCount']>, ParentType, ContextType>;
};

export type PublishedCountResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublishedCount'] = ResolversParentTypes['PublishedCount']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SameDayAnswersResolvers<ContextType = any, ParentType extends ResolversParentTypes['SameDayAnswers'] = ResolversParentTypes['SameDayAnswers']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sameDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  months?: Resolver<ReadonlyArray<ResolversTypes['SameDayMonth']>, ParentType, ContextType>;
};

export type SameDayMonthResolvers<ContextType = any, ParentType extends ResolversParentTypes['SameDayMonth'] = ResolversParentTypes['SameDayMonth']> = {
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sameDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PublishedAnswerPageResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublishedAnswerPage'] = ResolversParentTypes['PublishedAnswerPage']> = {
  takenBack?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['PublishedAnswer']>, ParentType, ContextType>;
};

export type PublishedAnswerResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublishedAnswer'] = ResolversParentTypes['PublishedAnswer']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  matter?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  topicCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settlement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settlementCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  result?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  helped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notHelped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  photos?: Resolver<ReadonlyArray<ResolversTypes['PublishedPhoto']>, ParentType, ContextType>;
};

export type PublishedPhotoResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublishedPhoto'] = ResolversParentTypes['PublishedPhoto']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['PhotoSide'], ParentType, ContextType>;
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EnoughAnswerResolvers<ContextType = any, ParentType extends ResolversParentTypes['EnoughAnswer'] = ResolversParentTypes['EnoughAnswer']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  days?: Resolver<ReadonlyArray<ResolversTypes['EnoughDay']>, ParentType, ContextType>;
};

export type EnoughDayResolvers<ContextType = any, ParentType extends ResolversParentTypes['EnoughDay'] = ResolversParentTypes['EnoughDay']> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  pos?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrganisationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Organisation'] = ResolversParentTypes['Organisation']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OrganisationKind'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  letterWay?: Resolver<ResolversTypes['NoticeWay'], ParentType, ContextType>;
  hasOpen311?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TopicResolvers<ContextType = any, ParentType extends ResolversParentTypes['Topic'] = ResolversParentTypes['Topic']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SettlementResolvers<ContextType = any, ParentType extends ResolversParentTypes['Settlement'] = ResolversParentTypes['Settlement']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameSah?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  point?: Resolver<Maybe<ResolversTypes['Point']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OfficialResolvers<ContextType = any, ParentType extends ResolversParentTypes['Official'] = ResolversParentTypes['Official']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
};

export type SettingsInWorkResolvers<ContextType = any, ParentType extends ResolversParentTypes['SettingsInWork'] = ResolversParentTypes['SettingsInWork']> = {
  departments?: Resolver<ReadonlyArray<ResolversTypes['SettingInWork']>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['SettingInWork']>, ParentType, ContextType>;
  settlements?: Resolver<ReadonlyArray<ResolversTypes['SettingInWork']>, ParentType, ContextType>;
  pass?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SettingInWorkResolvers<ContextType = any, ParentType extends ResolversParentTypes['SettingInWork'] = ResolversParentTypes['SettingInWork']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuestionPlacesResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuestionPlaces'] = ResolversParentTypes['QuestionPlaces']> = {
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withoutPlace?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  settlements?: Resolver<ReadonlyArray<ResolversTypes['SettlementQuestions']>, ParentType, ContextType>;
};

export type SettlementQuestionsResolvers<ContextType = any, ParentType extends ResolversParentTypes['SettlementQuestions'] = ResolversParentTypes['SettlementQuestions']> = {
  settlement?: Resolver<ResolversTypes['Settlement'], ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DirectoryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Directory'] = ResolversParentTypes['Directory']> = {
  district?: Resolver<ResolversTypes['District'], ParentType, ContextType>;
  departments?: Resolver<ReadonlyArray<ResolversTypes['Department']>, ParentType, ContextType>;
  organisations?: Resolver<ReadonlyArray<ResolversTypes['Organisation']>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['Topic']>, ParentType, ContextType>;
  settlements?: Resolver<ReadonlyArray<ResolversTypes['Settlement']>, ParentType, ContextType>;
  officials?: Resolver<ReadonlyArray<ResolversTypes['Official']>, ParentType, ContextType>;
  away?: Resolver<ReadonlyArray<ResolversTypes['OfficialAway']>, ParentType, ContextType>;
};

export type OfficialAwayResolvers<ContextType = any, ParentType extends ResolversParentTypes['OfficialAway'] = ResolversParentTypes['OfficialAway']> = {
  official?: Resolver<ResolversTypes['Official'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  standIn?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
};

export type ModerationNumbersResolvers<ContextType = any, ParentType extends ResolversParentTypes['ModerationNumbers'] = ResolversParentTypes['ModerationNumbers']> = {
  waiting?: Resolver<ReadonlyArray<ResolversTypes['WaitingOf']>, ParentType, ContextType>;
  today?: Resolver<ResolversTypes['AnsweredShare'], ParentType, ContextType>;
  workingDay?: Resolver<ResolversTypes['AnsweredShare'], ParentType, ContextType>;
  answerOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type WaitingOfResolvers<ContextType = any, ParentType extends ResolversParentTypes['WaitingOf'] = ResolversParentTypes['WaitingOf']> = {
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  network?: Resolver<Maybe<ResolversTypes['Network']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AnsweredShareResolvers<ContextType = any, ParentType extends ResolversParentTypes['AnsweredShare'] = ResolversParentTypes['AnsweredShare']> = {
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AppealConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['AppealConnection'] = ResolversParentTypes['AppealConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AppealEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AppealRow']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalIsExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  liveCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuestionEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuestionEdge'] = ResolversParentTypes['QuestionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['QuestionRow'], ParentType, ContextType>;
};

export type AppealFactsResolvers<ContextType = any, ParentType extends ResolversParentTypes['AppealFacts'] = ResolversParentTypes['AppealFacts']> = {
  __resolveType: TypeResolveFn<'AppealRow' | 'AppealSummary', ParentType, ContextType>;
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
  signatories?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sentBy?: Resolver<ResolversTypes['AppealSender'], ParentType, ContextType>;
  bodyTerm?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  repeatOf?: Resolver<Maybe<ResolversTypes['RepeatOf']>, ParentType, ContextType>;
  fileCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RowSource']>, ParentType, ContextType>;
  urgency?: Resolver<Maybe<ResolversTypes['Urgency']>, ParentType, ContextType>;
  danger?: Resolver<Maybe<ResolversTypes['Danger']>, ParentType, ContextType>;
  dangerWords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  gist?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  excerpt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  addition?: Resolver<Maybe<ResolversTypes['RowAddition']>, ParentType, ContextType>;
  deadline?: Resolver<Maybe<ResolversTypes['Deadline']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  warning?: Resolver<Maybe<ResolversTypes['TermWarning']>, ParentType, ContextType>;
  questions?: Resolver<ReadonlyArray<ResolversTypes['QuestionRow']>, ParentType, ContextType>;
  struckFor?: Resolver<Maybe<ResolversTypes['RegistrationError']>, ParentType, ContextType>;
  registeredBefore?: Resolver<ReadonlyArray<ResolversTypes['Registration']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  allowedActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RowSourceResolvers<ContextType = any, ParentType extends ResolversParentTypes['RowSource'] = ResolversParentTypes['RowSource']> = {
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  account?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  accountTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ThreadKind'], ParentType, ContextType>;
  thread?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  fate?: Resolver<Maybe<ResolversTypes['SourceFate']>, ParentType, ContextType>;
  likes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QuestionRowResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuestionRow'] = ResolversParentTypes['QuestionRow']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  appeal?: Resolver<ResolversTypes['AppealSummary'], ParentType, ContextType>;
  ordinal?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  excerpt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gist?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QuestionState'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['RoutingReason']>, ParentType, ContextType>;
  executor?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  assignedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  assignedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  draftBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  ownPart?: Resolver<Maybe<ResolversTypes['OwnPart']>, ParentType, ContextType>;
  deadline?: Resolver<Maybe<ResolversTypes['Deadline']>, ParentType, ContextType>;
  deadlines?: Resolver<ReadonlyArray<ResolversTypes['Deadline']>, ParentType, ContextType>;
  extension?: Resolver<Maybe<ResolversTypes['ExtensionState']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dueTerm?: Resolver<Maybe<ResolversTypes['Deadline']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  workBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  warning?: Resolver<Maybe<ResolversTypes['TermWarning']>, ParentType, ContextType>;
  awaitedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  termKept?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['QuestionResult']>, ParentType, ContextType>;
  ground?: Resolver<Maybe<ResolversTypes['UnansweredGround']>, ParentType, ContextType>;
  promise?: Resolver<Maybe<ResolversTypes['MeasuresPromise']>, ParentType, ContextType>;
  classifier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  classified?: Resolver<Maybe<ResolversTypes['ClassifierItem']>, ParentType, ContextType>;
  controlledUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  awaitsLetterToBody?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  response?: Resolver<Maybe<ResolversTypes['ResponseRow']>, ParentType, ContextType>;
  allowedActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MeasuresPromiseResolvers<ContextType = any, ParentType extends ResolversParentTypes['MeasuresPromise'] = ResolversParentTypes['MeasuresPromise']> = {
  state?: Resolver<ResolversTypes['PromiseState'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  promisedUntil?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  extended?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  keptOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
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
  gist?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  excerpt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentBy?: Resolver<ResolversTypes['AppealSender'], ParentType, ContextType>;
  bodyTerm?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  repeatOf?: Resolver<Maybe<ResolversTypes['RepeatOf']>, ParentType, ContextType>;
  fileCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RowSource']>, ParentType, ContextType>;
  urgency?: Resolver<Maybe<ResolversTypes['Urgency']>, ParentType, ContextType>;
  danger?: Resolver<Maybe<ResolversTypes['Danger']>, ParentType, ContextType>;
  dangerWords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RoutingReasonResolvers<ContextType = any, ParentType extends ResolversParentTypes['RoutingReason'] = ResolversParentTypes['RoutingReason']> = {
  rule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ruleVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  words?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['DecidedBy']>, ParentType, ContextType>;
};

export type DeadlineResolvers<ContextType = any, ParentType extends ResolversParentTypes['Deadline'] = ResolversParentTypes['Deadline']> = {
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  workBy?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  countedFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['StartFact']>, ParentType, ContextType>;
  zone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ruleVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  duty?: Resolver<ResolversTypes['Duty'], ParentType, ContextType>;
  calendarVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provisional?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['DeadlineReason']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['DeadlineStep']>, ParentType, ContextType>;
  replacedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['DeadlineState']>, ParentType, ContextType>;
  metOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type TermWarningResolvers<ContextType = any, ParentType extends ResolversParentTypes['TermWarning'] = ResolversParentTypes['TermWarning']> = {
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  duty?: Resolver<ResolversTypes['Duty'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  escalated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type DeadlineStepResolvers<ContextType = any, ParentType extends ResolversParentTypes['DeadlineStep'] = ResolversParentTypes['DeadlineStep']> = {
  code?: Resolver<ResolversTypes['TermStepCode'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  toTime?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResponseRowResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResponseRow'] = ResolversParentTypes['ResponseRow']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ResponseState'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['Outcome']>, ParentType, ContextType>;
  allowedActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppealCardResolvers<ContextType = any, ParentType extends ResolversParentTypes['AppealCard'] = ResolversParentTypes['AppealCard']> = {
  row?: Resolver<ResolversTypes['AppealRow'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType>;
  chosenTopic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  topicAnswers?: Resolver<ReadonlyArray<ResolversTypes['TopicAnswer']>, ParentType, ContextType>;
  files?: Resolver<ReadonlyArray<ResolversTypes['AttachedFile']>, ParentType, ContextType>;
  letters?: Resolver<ReadonlyArray<ResolversTypes['AttachedFile']>, ParentType, ContextType>;
  supplements?: Resolver<ReadonlyArray<ResolversTypes['Supplement']>, ParentType, ContextType>;
  responses?: Resolver<ReadonlyArray<ResolversTypes['ResponseCard']>, ParentType, ContextType>;
  notices?: Resolver<ReadonlyArray<ResolversTypes['NoticeRow']>, ParentType, ContextType>;
  questions?: Resolver<ReadonlyArray<ResolversTypes['QuestionCard']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['HistoryItem']>, ParentType, ContextType>;
  answers?: Resolver<ReadonlyArray<ResolversTypes['CardAnswer']>, ParentType, ContextType>;
  reopening?: Resolver<Maybe<ResolversTypes['CardReopening']>, ParentType, ContextType>;
  correction?: Resolver<Maybe<ResolversTypes['RegistrationCorrection']>, ParentType, ContextType>;
  strikeProposal?: Resolver<Maybe<ResolversTypes['StrikeProposal']>, ParentType, ContextType>;
  legalHold?: Resolver<Maybe<ResolversTypes['LegalHold']>, ParentType, ContextType>;
  consentWithdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  consentWithdrawnFrom?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredBefore?: Resolver<ReadonlyArray<ResolversTypes['Registration']>, ParentType, ContextType>;
  duplicateOf?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  atOnce?: Resolver<Maybe<ResolversTypes['AnswerAtOnce']>, ParentType, ContextType>;
  earlier?: Resolver<ReadonlyArray<ResolversTypes['AppealRow']>, ParentType, ContextType>;
  earlierTotal?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isAnonymous?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  ratingComment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entry?: Resolver<Maybe<ResolversTypes['AppealEntry']>, ParentType, ContextType>;
  receivedFrom?: Resolver<Maybe<ResolversTypes['ReceivedFrom']>, ParentType, ContextType>;
  isRepeat?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  proposedRepeat?: Resolver<Maybe<ResolversTypes['RepeatOf']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['AppealOrigin']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['CardSource']>, ParentType, ContextType>;
  reactions?: Resolver<ReadonlyArray<ResolversTypes['ReactionSeries']>, ParentType, ContextType, Partial<AppealCardReactionsArgs>>;
  erased?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LegalHoldResolvers<ContextType = any, ParentType extends ResolversParentTypes['LegalHold'] = ResolversParentTypes['LegalHold']> = {
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AnswerAtOnceResolvers<ContextType = any, ParentType extends ResolversParentTypes['AnswerAtOnce'] = ResolversParentTypes['AnswerAtOnce']> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  leavesAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CardAnswerResolvers<ContextType = any, ParentType extends ResolversParentTypes['CardAnswer'] = ResolversParentTypes['CardAnswer']> = {
  question?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  files?: Resolver<ReadonlyArray<ResolversTypes['AttachedFile']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  signedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  signedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isOral?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CardReopeningResolvers<ContextType = any, ParentType extends ResolversParentTypes['CardReopening'] = ResolversParentTypes['CardReopening']> = {
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['ReopeningDecision']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decisionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  granted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StrikeProposalResolvers<ContextType = any, ParentType extends ResolversParentTypes['StrikeProposal'] = ResolversParentTypes['StrikeProposal']> = {
  proposedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  proposedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RegistrationCorrectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['RegistrationCorrection'] = ResolversParentTypes['RegistrationCorrection']> = {
  ground?: Resolver<ResolversTypes['RegistrationError'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RegistrationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Registration'] = ResolversParentTypes['Registration']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  journal?: Resolver<ResolversTypes['Journal'], ParentType, ContextType>;
  registeredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type BodyLetterResolvers<ContextType = any, ParentType extends ResolversParentTypes['BodyLetter'] = ResolversParentTypes['BodyLetter']> = {
  task?: Resolver<ResolversTypes['BodyTask'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registeredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  regime?: Resolver<ResolversTypes['Regime'], ParentType, ContextType>;
  sentAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  linkUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reactions?: Resolver<ReadonlyArray<ResolversTypes['BodyReacted']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  contents?: Resolver<ResolversTypes['BodyLetterContents'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type BodyLetterContentsResolvers<ContextType = any, ParentType extends ResolversParentTypes['BodyLetterContents'] = ResolversParentTypes['BodyLetterContents']> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType>;
  topicAnswers?: Resolver<ReadonlyArray<ResolversTypes['TopicAnswer']>, ParentType, ContextType>;
  applicant?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reachedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ForwardedBodyResolvers<ContextType = any, ParentType extends ResolversParentTypes['ForwardedBody'] = ResolversParentTypes['ForwardedBody']> = {
  letter?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  linkOpens?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  linkUntil?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  noComplaintBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  reactions?: Resolver<ReadonlyArray<ResolversTypes['BodyReacted']>, ParentType, ContextType>;
  request?: Resolver<Maybe<ResolversTypes['BodyRequest']>, ParentType, ContextType>;
};

export type BodyRequestResolvers<ContextType = any, ParentType extends ResolversParentTypes['BodyRequest'] = ResolversParentTypes['BodyRequest']> = {
  status?: Resolver<ResolversTypes['BodyRequestStatus'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updates?: Resolver<ReadonlyArray<ResolversTypes['BodyUpdate']>, ParentType, ContextType>;
};

export type BodyUpdateResolvers<ContextType = any, ParentType extends ResolversParentTypes['BodyUpdate'] = ResolversParentTypes['BodyUpdate']> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BodyReactedResolvers<ContextType = any, ParentType extends ResolversParentTypes['BodyReacted'] = ResolversParentTypes['BodyReacted']> = {
  reaction?: Resolver<ResolversTypes['BodyReaction'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['ReactionSource'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reactedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type QuestionCardResolvers<ContextType = any, ParentType extends ResolversParentTypes['QuestionCard'] = ResolversParentTypes['QuestionCard']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  proposedParts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  mergedInto?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  complainedOf?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  forwardedTo?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  forwardingAwaits?: Resolver<ReadonlyArray<ResolversTypes['Addressee']>, ParentType, ContextType>;
  handovers?: Resolver<ReadonlyArray<ResolversTypes['Handover']>, ParentType, ContextType>;
  keepControl?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  bodies?: Resolver<ReadonlyArray<ResolversTypes['ForwardedBody']>, ParentType, ContextType>;
  awaitedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  ground?: Resolver<Maybe<ResolversTypes['UnansweredGround']>, ParentType, ContextType>;
  earlierAnswers?: Resolver<ReadonlyArray<ResolversTypes['UUID']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  coExecutors?: Resolver<ReadonlyArray<ResolversTypes['Official']>, ParentType, ContextType>;
  coDepartments?: Resolver<ReadonlyArray<ResolversTypes['Department']>, ParentType, ContextType>;
  parts?: Resolver<ReadonlyArray<ResolversTypes['CoExecutorPart']>, ParentType, ContextType>;
  contributions?: Resolver<ReadonlyArray<ResolversTypes['Note']>, ParentType, ContextType>;
  resolutions?: Resolver<ReadonlyArray<ResolversTypes['Resolution']>, ParentType, ContextType>;
  passedOn?: Resolver<ReadonlyArray<ResolversTypes['PassingOn']>, ParentType, ContextType>;
  promiseKept?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  promisePhoto?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  promiseReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  internalClock?: Resolver<Maybe<ResolversTypes['InternalClock']>, ParentType, ContextType>;
  routedByWholeText?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  extension?: Resolver<Maybe<ResolversTypes['CardExtension']>, ParentType, ContextType>;
  extensionAsk?: Resolver<Maybe<ResolversTypes['CardExtensionAsk']>, ParentType, ContextType>;
  requests?: Resolver<ReadonlyArray<ResolversTypes['CardRequest']>, ParentType, ContextType>;
  interim?: Resolver<Maybe<ResolversTypes['CardInterim']>, ParentType, ContextType>;
};

export type CoExecutorPartResolvers<ContextType = any, ParentType extends ResolversParentTypes['CoExecutorPart'] = ResolversParentTypes['CoExecutorPart']> = {
  mine?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  official?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  doneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  doneBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  doneText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OwnPartResolvers<ContextType = any, ParentType extends ResolversParentTypes['OwnPart'] = ResolversParentTypes['OwnPart']> = {
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  doneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type InternalClockResolvers<ContextType = any, ParentType extends ResolversParentTypes['InternalClock'] = ResolversParentTypes['InternalClock']> = {
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  paused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CardRequestResolvers<ContextType = any, ParentType extends ResolversParentTypes['CardRequest'] = ResolversParentTypes['CardRequest']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['RequestPurpose'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  linkOpens?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['ReactionSource']>, ParentType, ContextType>;
  asked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  deadline?: Resolver<ResolversTypes['Deadline'], ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  receivedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CardInterimResolvers<ContextType = any, ParentType extends ResolversParentTypes['CardInterim'] = ResolversParentTypes['CardInterim']> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  givenBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  toldAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CardExtensionResolvers<ContextType = any, ParentType extends ResolversParentTypes['CardExtension'] = ResolversParentTypes['CardExtension']> = {
  state?: Resolver<ResolversTypes['ExtensionState'], ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['ExtensionGround'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  provedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CardExtensionAskResolvers<ContextType = any, ParentType extends ResolversParentTypes['CardExtensionAsk'] = ResolversParentTypes['CardExtensionAsk']> = {
  ground?: Resolver<ResolversTypes['ExtensionGround'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  askedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  askedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  refusedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  refusedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  refusalReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HandoverResolvers<ContextType = any, ParentType extends ResolversParentTypes['Handover'] = ResolversParentTypes['Handover']> = {
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  district?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['HandoverEnd']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  consentWithdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AppealOriginResolvers<ContextType = any, ParentType extends ResolversParentTypes['AppealOrigin'] = ResolversParentTypes['AppealOrigin']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  district?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  registeredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlaceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Place'] = ResolversParentTypes['Place']> = {
  settlement?: Resolver<Maybe<ResolversTypes['Settlement']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  point?: Resolver<Maybe<ResolversTypes['Point']>, ParentType, ContextType>;
};

export type PointResolvers<ContextType = any, ParentType extends ResolversParentTypes['Point'] = ResolversParentTypes['Point']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type TopicAnswerResolvers<ContextType = any, ParentType extends ResolversParentTypes['TopicAnswer'] = ResolversParentTypes['TopicAnswer']> = {
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  answer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AppealEntryResolvers<ContextType = any, ParentType extends ResolversParentTypes['AppealEntry'] = ResolversParentTypes['AppealEntry']> = {
  kind?: Resolver<Maybe<ResolversTypes['AppealKind']>, ParentType, ContextType>;
  answerWay?: Resolver<Maybe<ResolversTypes['AnswerWay']>, ParentType, ContextType>;
  signatories?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  originalNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  originalDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  sheets?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  enclosures?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  forwardedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RepeatOfResolvers<ContextType = any, ParentType extends ResolversParentTypes['RepeatOf'] = ResolversParentTypes['RepeatOf']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cause?: Resolver<ResolversTypes['RepeatCause'], ParentType, ContextType>;
};

export type ReceivedFromResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReceivedFrom'] = ResolversParentTypes['ReceivedFrom']> = {
  kind?: Resolver<ResolversTypes['AppealSender'], ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  term?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  wantsAnswer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AttachedFileResolvers<ContextType = any, ParentType extends ResolversParentTypes['AttachedFile'] = ResolversParentTypes['AttachedFile']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SupplementResolvers<ContextType = any, ParentType extends ResolversParentTypes['Supplement'] = ResolversParentTypes['Supplement']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  byApplicant?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  authorName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  replies?: Resolver<ReadonlyArray<ResolversTypes['SupplementReply']>, ParentType, ContextType>;
  files?: Resolver<ReadonlyArray<ResolversTypes['UUID']>, ParentType, ContextType>;
};

export type RowAdditionResolvers<ContextType = any, ParentType extends ResolversParentTypes['RowAddition'] = ResolversParentTypes['RowAddition']> = {
  excerpt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  byApplicant?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SupplementReplyResolvers<ContextType = any, ParentType extends ResolversParentTypes['SupplementReply'] = ResolversParentTypes['SupplementReply']> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CardSourceResolvers<ContextType = any, ParentType extends ResolversParentTypes['CardSource'] = ResolversParentTypes['CardSource']> = {
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  account?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ThreadKind'], ParentType, ContextType>;
  thread?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  editions?: Resolver<ReadonlyArray<ResolversTypes['SourceEdition']>, ParentType, ContextType>;
  removedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  unavailable?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unread?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  replies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReactionSeriesResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReactionSeries'] = ResolversParentTypes['ReactionSeries']> = {
  target?: Resolver<ResolversTypes['ReactionTarget'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['ReactionMetric'], ParentType, ContextType>;
  samples?: Resolver<ReadonlyArray<ResolversTypes['ReactionSample']>, ParentType, ContextType>;
};

export type ReactionSampleResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReactionSample'] = ResolversParentTypes['ReactionSample']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  quality?: Resolver<ResolversTypes['SampleQuality'], ParentType, ContextType>;
  via?: Resolver<ResolversTypes['SampleVia'], ParentType, ContextType>;
};

export type SourceEditionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SourceEdition'] = ResolversParentTypes['SourceEdition']> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ResponseCardResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResponseCard'] = ResolversParentTypes['ResponseCard']> = {
  question?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['ResponseRow'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  promisedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  files?: Resolver<ReadonlyArray<ResolversTypes['AttachedFile']>, ParentType, ContextType>;
  draftedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  approvedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  signedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  signedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sentBackReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notes?: Resolver<ReadonlyArray<ResolversTypes['Note']>, ParentType, ContextType>;
  publicationAllowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  publication?: Resolver<Maybe<ResolversTypes['CardPublication']>, ParentType, ContextType>;
};

export type CardPublicationResolvers<ContextType = any, ParentType extends ResolversParentTypes['CardPublication'] = ResolversParentTypes['CardPublication']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['PublicationStage'], ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['PublicationGround'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  why?: Resolver<Maybe<ResolversTypes['PublicationEnd']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  matter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  photos?: Resolver<ReadonlyArray<ResolversTypes['CardPhoto']>, ParentType, ContextType>;
};

export type CardPhotoResolvers<ContextType = any, ParentType extends ResolversParentTypes['CardPhoto'] = ResolversParentTypes['CardPhoto']> = {
  file?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['PhotoSide'], ParentType, ContextType>;
  alt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  released?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type NoteResolvers<ContextType = any, ParentType extends ResolversParentTypes['Note'] = ResolversParentTypes['Note']> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type EnteredInPosResolvers<ContextType = any, ParentType extends ResolversParentTypes['EnteredInPos'] = ResolversParentTypes['EnteredInPos']> = {
  state?: Resolver<ResolversTypes['PosState'], ParentType, ContextType>;
  enteredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
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
  senderNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entered?: Resolver<Maybe<ResolversTypes['EnteredInPos']>, ParentType, ContextType>;
  posStates?: Resolver<ReadonlyArray<ResolversTypes['PosState']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['QuestionRow']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  allowedActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  attempts?: Resolver<ReadonlyArray<ResolversTypes['CallAttempt']>, ParentType, ContextType>;
  outgoing?: Resolver<Maybe<ResolversTypes['OutgoingNumber']>, ParentType, ContextType>;
  demandedSignature?: Resolver<Maybe<ResolversTypes['SignatureLevel']>, ParentType, ContextType>;
  lacksSignature?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isToSign?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  signatures?: Resolver<ReadonlyArray<ResolversTypes['LetterSignature']>, ParentType, ContextType>;
  posting?: Resolver<Maybe<ResolversTypes['Posting']>, ParentType, ContextType>;
  failed?: Resolver<ReadonlyArray<ResolversTypes['FailedWay']>, ParentType, ContextType>;
  cancelled?: Resolver<Maybe<ResolversTypes['CancelGround']>, ParentType, ContextType>;
  lateProof?: Resolver<Maybe<ResolversTypes['LateProof']>, ParentType, ContextType>;
  link?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  removedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  soughtAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  attention?: Resolver<Maybe<ResolversTypes['NoticeAttention']>, ParentType, ContextType>;
  found?: Resolver<ReadonlyArray<ResolversTypes['PersonalDataKind']>, ParentType, ContextType>;
  addressee?: Resolver<ResolversTypes['Addressee'], ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mainNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mainOutcome?: Resolver<Maybe<ResolversTypes['Outcome']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OutgoingNumberResolvers<ContextType = any, ParentType extends ResolversParentTypes['OutgoingNumber'] = ResolversParentTypes['OutgoingNumber']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  annulled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LetterSignatureResolvers<ContextType = any, ParentType extends ResolversParentTypes['LetterSignature'] = ResolversParentTypes['LetterSignature']> = {
  level?: Resolver<ResolversTypes['SignatureLevel'], ParentType, ContextType>;
  sheet?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  signature?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  algorithm?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  thumbprint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  signedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
};

export type PostingResolvers<ContextType = any, ParentType extends ResolversParentTypes['Posting'] = ResolversParentTypes['Posting']> = {
  means?: Resolver<ResolversTypes['PostingMeans'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sentOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  track?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['AfterPosting']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
};

export type AfterPostingResolvers<ContextType = any, ParentType extends ResolversParentTypes['AfterPosting'] = ResolversParentTypes['AfterPosting']> = {
  outcome?: Resolver<ResolversTypes['LetterOutcome'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  proof?: Resolver<ResolversTypes['PostalProof'], ParentType, ContextType>;
};

export type OutgoingEntryResolvers<ContextType = any, ParentType extends ResolversParentTypes['OutgoingEntry'] = ResolversParentTypes['OutgoingEntry']> = {
  notice?: Resolver<ResolversTypes['NoticeRow'], ParentType, ContextType>;
  appeal?: Resolver<ResolversTypes['AppealSummary'], ParentType, ContextType>;
  course?: Resolver<ResolversTypes['LetterCourse'], ParentType, ContextType>;
  addresseeOpens?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OutgoingRegisterConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['OutgoingRegisterConnection'] = ResolversParentTypes['OutgoingRegisterConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OutgoingEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['OutgoingEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalIsExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OutgoingEntryEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['OutgoingEntryEdge'] = ResolversParentTypes['OutgoingEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OutgoingEntry'], ParentType, ContextType>;
};

export type OutgoingLetterResolvers<ContextType = any, ParentType extends ResolversParentTypes['OutgoingLetter'] = ResolversParentTypes['OutgoingLetter']> = {
  notice?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  appeal?: Resolver<ResolversTypes['AppealSummary'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  addresseeOpens?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  posting?: Resolver<ResolversTypes['Posting'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OutgoingPostConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['OutgoingPostConnection'] = ResolversParentTypes['OutgoingPostConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OutgoingPostEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['OutgoingLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalIsExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OutgoingPostEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['OutgoingPostEdge'] = ResolversParentTypes['OutgoingPostEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OutgoingLetter'], ParentType, ContextType>;
};

export type FailedWayResolvers<ContextType = any, ParentType extends ResolversParentTypes['FailedWay'] = ResolversParentTypes['FailedWay']> = {
  way?: Resolver<ResolversTypes['NoticeWay'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type LateProofResolvers<ContextType = any, ParentType extends ResolversParentTypes['LateProof'] = ResolversParentTypes['LateProof']> = {
  way?: Resolver<ResolversTypes['NoticeWay'], ParentType, ContextType>;
  proof?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dispatchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
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
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  onBehalfOf?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['ActorKind'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  notice?: Resolver<Maybe<ResolversTypes['NoticeKind']>, ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  into?: Resolver<ReadonlyArray<ResolversTypes['UUID']>, ParentType, ContextType>;
  term?: Resolver<Maybe<ResolversTypes['HistoryTerm']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['HistoryChange']>, ParentType, ContextType>;
};

export type HistoryChangeResolvers<ContextType = any, ParentType extends ResolversParentTypes['HistoryChange'] = ResolversParentTypes['HistoryChange']> = {
  of?: Resolver<ResolversTypes['CorrectedField'], ParentType, ContextType>;
  was?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  is?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HistoryTermResolvers<ContextType = any, ParentType extends ResolversParentTypes['HistoryTerm'] = ResolversParentTypes['HistoryTerm']> = {
  duty?: Resolver<ResolversTypes['Duty'], ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['DeadlineReason']>, ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CaseEvidencePermitResolvers<ContextType = any, ParentType extends ResolversParentTypes['CaseEvidencePermit'] = ResolversParentTypes['CaseEvidencePermit']> = {
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pass?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parts?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  withContacts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ApplicantResolvers<ContextType = any, ParentType extends ResolversParentTypes['Applicant'] = ResolversParentTypes['Applicant']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactKind?: Resolver<Maybe<ResolversTypes['ContactKind']>, ParentType, ContextType>;
  identified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  identity?: Resolver<Maybe<ResolversTypes['ApplicantIdentity']>, ParentType, ContextType>;
};

export type ApplicantIdentityResolvers<ContextType = any, ParentType extends ResolversParentTypes['ApplicantIdentity'] = ResolversParentTypes['ApplicantIdentity']> = {
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FoundApplicantsResolvers<ContextType = any, ParentType extends ResolversParentTypes['FoundApplicants'] = ResolversParentTypes['FoundApplicants']> = {
  applicants?: Resolver<ReadonlyArray<ResolversTypes['FoundApplicant']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tooMany?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  similar?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FoundApplicantResolvers<ContextType = any, ParentType extends ResolversParentTypes['FoundApplicant'] = ResolversParentTypes['FoundApplicant']> = {
  initials?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phoneEnd?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latest?: Resolver<ResolversTypes['AppealSummary'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EarlierAppealsResolvers<ContextType = any, ParentType extends ResolversParentTypes['EarlierAppeals'] = ResolversParentTypes['EarlierAppeals']> = {
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  appeals?: Resolver<ReadonlyArray<ResolversTypes['AppealSummary']>, ParentType, ContextType>;
};

export type ApplicantFileResolvers<ContextType = any, ParentType extends ResolversParentTypes['ApplicantFile'] = ResolversParentTypes['ApplicantFile']> = {
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  applicant?: Resolver<ResolversTypes['Applicant'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  appeals?: Resolver<ReadonlyArray<ResolversTypes['FiledAppeal']>, ParentType, ContextType>;
  consents?: Resolver<ReadonlyArray<ResolversTypes['FiledConsent']>, ParentType, ContextType>;
  openings?: Resolver<ReadonlyArray<ResolversTypes['FiledOpening']>, ParentType, ContextType>;
  keptMonths?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FiledConsentResolvers<ContextType = any, ParentType extends ResolversParentTypes['FiledConsent'] = ResolversParentTypes['FiledConsent']> = {
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publication?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type FiledOpeningResolvers<ContextType = any, ParentType extends ResolversParentTypes['FiledOpening'] = ResolversParentTypes['FiledOpening']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  official?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FiledAppealResolvers<ContextType = any, ParentType extends ResolversParentTypes['FiledAppeal'] = ResolversParentTypes['FiledAppeal']> = {
  row?: Resolver<ResolversTypes['AppealSummary'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sameName?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  joined?: Resolver<ReadonlyArray<ResolversTypes['UUID']>, ParentType, ContextType>;
  apart?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OpeningResolvers<ContextType = any, ParentType extends ResolversParentTypes['Opening'] = ResolversParentTypes['Opening']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OpeningKind'], ParentType, ContextType>;
  official?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  onBehalfOf?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  appeal?: Resolver<Maybe<ResolversTypes['AppealSummary']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rows?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  exported?: Resolver<Maybe<ResolversTypes['ExportedList']>, ParentType, ContextType>;
  worklist?: Resolver<Maybe<ResolversTypes['WorklistCode']>, ParentType, ContextType>;
  printed?: Resolver<Maybe<ResolversTypes['PrintedPaper']>, ParentType, ContextType>;
  appeals?: Resolver<ReadonlyArray<ResolversTypes['UUID']>, ParentType, ContextType>;
  letters?: Resolver<ReadonlyArray<ResolversTypes['LetterOnRecord']>, ParentType, ContextType>;
};

export type LetterOnRecordResolvers<ContextType = any, ParentType extends ResolversParentTypes['LetterOnRecord'] = ResolversParentTypes['LetterOnRecord']> = {
  notice?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PrintedApplicantsResolvers<ContextType = any, ParentType extends ResolversParentTypes['PrintedApplicants'] = ResolversParentTypes['PrintedApplicants']> = {
  opening?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  applicants?: Resolver<ReadonlyArray<ResolversTypes['PrintedApplicant']>, ParentType, ContextType>;
  pass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PrintedApplicantResolvers<ContextType = any, ParentType extends ResolversParentTypes['PrintedApplicant'] = ResolversParentTypes['PrintedApplicant']> = {
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OpeningConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['OpeningConnection'] = ResolversParentTypes['OpeningConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OpeningEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Opening']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OpeningEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['OpeningEdge'] = ResolversParentTypes['OpeningEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Opening'], ParentType, ContextType>;
};

export type BoardResolvers<ContextType = any, ParentType extends ResolversParentTypes['Board'] = ResolversParentTypes['Board']> = {
  today?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  whole?: Resolver<ResolversTypes['BoardLine'], ParentType, ContextType>;
  departments?: Resolver<ReadonlyArray<ResolversTypes['BoardLine']>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['BoardLine']>, ParentType, ContextType>;
  executors?: Resolver<ReadonlyArray<ResolversTypes['BoardExecutor']>, ParentType, ContextType>;
  coming?: Resolver<ReadonlyArray<ResolversTypes['BoardDay']>, ParentType, ContextType>;
};

export type BoardCountsResolvers<ContextType = any, ParentType extends ResolversParentTypes['BoardCounts'] = ResolversParentTypes['BoardCounts']> = {
  __resolveType: TypeResolveFn<'BoardLine' | 'BoardExecutor', ParentType, ContextType>;
};

export type BoardLineResolvers<ContextType = any, ParentType extends ResolversParentTypes['BoardLine'] = ResolversParentTypes['BoardLine']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unassigned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dueToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  coming?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  extended?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kept?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sameDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  promised?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  promisesMissed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  promisesKept?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  promisesLate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoardExecutorResolvers<ContextType = any, ParentType extends ResolversParentTypes['BoardExecutor'] = ResolversParentTypes['BoardExecutor']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  executor?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dueToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  coming?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kept?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sameDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoardDayResolvers<ContextType = any, ParentType extends ResolversParentTypes['BoardDay'] = ResolversParentTypes['BoardDay']> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  sameDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  satisfied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answeredOnce?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reopened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  days?: Resolver<Maybe<ResolversTypes['Quartiles']>, ParentType, ContextType>;
  firstDays?: Resolver<Maybe<ResolversTypes['Quartiles']>, ParentType, ContextType>;
  ownDays?: Resolver<Maybe<ResolversTypes['Quartiles']>, ParentType, ContextType>;
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
  nearby?: Resolver<ReadonlyArray<ResolversTypes['SearchHit']>, ParentType, ContextType>;
  foundBy?: Resolver<ResolversTypes['SearchFoundBy'], ParentType, ContextType>;
  degraded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SearchFoundByResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchFoundBy'] = ResolversParentTypes['SearchFoundBy']> = {
  choices?: Resolver<ReadonlyArray<ResolversTypes['SearchChoice']>, ParentType, ContextType>;
  isCut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SearchChoiceResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchChoice'] = ResolversParentTypes['SearchChoice']> = {
  sides?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
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

export type MaskedAppealResolvers<ContextType = any, ParentType extends ResolversParentTypes['MaskedAppeal'] = ResolversParentTypes['MaskedAppeal']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  district?: Resolver<ResolversTypes['District'], ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AppealState'], ParentType, ContextType>;
  settlement?: Resolver<Maybe<ResolversTypes['Settlement']>, ParentType, ContextType>;
  receivedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  registeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  questions?: Resolver<ReadonlyArray<ResolversTypes['MaskedQuestion']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  supplements?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  answers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MaskedQuestionResolvers<ContextType = any, ParentType extends ResolversParentTypes['MaskedQuestion'] = ResolversParentTypes['MaskedQuestion']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QuestionState'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['QuestionResult']>, ParentType, ContextType>;
  ground?: Resolver<Maybe<ResolversTypes['UnansweredGround']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  answeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type FacetsResolvers<ContextType = any, ParentType extends ResolversParentTypes['Facets'] = ResolversParentTypes['Facets']> = {
  districts?: Resolver<ReadonlyArray<ResolversTypes['Facet']>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['Facet']>, ParentType, ContextType>;
  departments?: Resolver<ReadonlyArray<ResolversTypes['Facet']>, ParentType, ContextType>;
  settlements?: Resolver<ReadonlyArray<ResolversTypes['Facet']>, ParentType, ContextType>;
  channels?: Resolver<ReadonlyArray<ResolversTypes['ChannelFacet']>, ParentType, ContextType>;
  states?: Resolver<ReadonlyArray<ResolversTypes['StateFacet']>, ParentType, ContextType>;
  classifiers?: Resolver<ReadonlyArray<ResolversTypes['Facet']>, ParentType, ContextType>;
  results?: Resolver<ReadonlyArray<ResolversTypes['ResultFacet']>, ParentType, ContextType>;
  terms?: Resolver<ReadonlyArray<ResolversTypes['TermFacet']>, ParentType, ContextType>;
  months?: Resolver<ReadonlyArray<ResolversTypes['Facet']>, ParentType, ContextType>;
  regimes?: Resolver<ReadonlyArray<ResolversTypes['RegimeFacet']>, ParentType, ContextType>;
  networks?: Resolver<ReadonlyArray<ResolversTypes['NetworkFacet']>, ParentType, ContextType>;
  senders?: Resolver<ReadonlyArray<ResolversTypes['SenderFacet']>, ParentType, ContextType>;
  ratings?: Resolver<ReadonlyArray<ResolversTypes['RatingFacet']>, ParentType, ContextType>;
  reopened?: Resolver<ReadonlyArray<ResolversTypes['ReopenedFacet']>, ParentType, ContextType>;
};

export type RegimeFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['RegimeFacet'] = ResolversParentTypes['RegimeFacet']> = {
  value?: Resolver<ResolversTypes['Regime'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NetworkFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['NetworkFacet'] = ResolversParentTypes['NetworkFacet']> = {
  value?: Resolver<ResolversTypes['Network'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SenderFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['SenderFacet'] = ResolversParentTypes['SenderFacet']> = {
  value?: Resolver<ResolversTypes['AppealSender'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReopenedFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReopenedFacet'] = ResolversParentTypes['ReopenedFacet']> = {
  value?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RatingFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['RatingFacet'] = ResolversParentTypes['RatingFacet']> = {
  value?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChannelFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['ChannelFacet'] = ResolversParentTypes['ChannelFacet']> = {
  value?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ResultFacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResultFacet'] = ResolversParentTypes['ResultFacet']> = {
  value?: Resolver<ResolversTypes['QuestionResult'], ParentType, ContextType>;
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

export type ResidentPublicationResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentPublication'] = ResolversParentTypes['ResidentPublication']> = {
  allowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  publishedAs?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
};

export type OwnAppealsResolvers<ContextType = any, ParentType extends ResolversParentTypes['OwnAppeals'] = ResolversParentTypes['OwnAppeals']> = {
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  appeals?: Resolver<ReadonlyArray<ResolversTypes['OwnAppeal']>, ParentType, ContextType>;
};

export type OwnAppealResolvers<ContextType = any, ParentType extends ResolversParentTypes['OwnAppeal'] = ResolversParentTypes['OwnAppeal']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  receipt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AppealState'], ParentType, ContextType>;
  regime?: Resolver<ResolversTypes['Regime'], ParentType, ContextType>;
  excerpt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ResidentAppealResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentAppeal'] = ResolversParentTypes['ResidentAppeal']> = {
  receipt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AppealState'], ParentType, ContextType>;
  regime?: Resolver<ResolversTypes['Regime'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  receivedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  registerBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  registerAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType>;
  chosenTopic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  topicAnswers?: Resolver<ReadonlyArray<ResolversTypes['TopicAnswer']>, ParentType, ContextType>;
  files?: Resolver<ReadonlyArray<ResolversTypes['AttachedFile']>, ParentType, ContextType>;
  supplements?: Resolver<ReadonlyArray<ResolversTypes['Supplement']>, ParentType, ContextType>;
  mayBePublished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  departments?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  questions?: Resolver<ReadonlyArray<ResolversTypes['ResidentQuestion']>, ParentType, ContextType>;
  answers?: Resolver<ReadonlyArray<ResolversTypes['ResidentAnswer']>, ParentType, ContextType>;
  notices?: Resolver<ReadonlyArray<ResolversTypes['ResidentNotice']>, ParentType, ContextType>;
  atOnce?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  ratingComment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reopening?: Resolver<Maybe<ResolversTypes['ResidentReopening']>, ParentType, ContextType>;
  registeredBefore?: Resolver<ReadonlyArray<ResolversTypes['Registration']>, ParentType, ContextType>;
  struck?: Resolver<Maybe<ResolversTypes['ResidentCorrection']>, ParentType, ContextType>;
  reopenUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  allowedActions?: Resolver<ReadonlyArray<ResolversTypes['ResidentAction']>, ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['ResidentStep']>, ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ResidentDataResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentData'] = ResolversParentTypes['ResidentData']> = {
  erased?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  point?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mapPoint?: Resolver<Maybe<ResolversTypes['Point']>, ParentType, ContextType>;
  identified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  consent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['Channel'], ParentType, ContextType>;
  fileNames?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  openings?: Resolver<ReadonlyArray<ResolversTypes['ResidentOpening']>, ParentType, ContextType>;
};

export type ResidentOpeningResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentOpening'] = ResolversParentTypes['ResidentOpening']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OpeningKind'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type ResidentReopeningResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentReopening'] = ResolversParentTypes['ResidentReopening']> = {
  request?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['ReopeningDecision']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResidentCorrectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentCorrection'] = ResolversParentTypes['ResidentCorrection']> = {
  ground?: Resolver<ResolversTypes['RegistrationError'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ResolutionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Resolution'] = ResolversParentTypes['Resolution']> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  executor?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  draftBy?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PassingOnResolvers<ContextType = any, ParentType extends ResolversParentTypes['PassingOn'] = ResolversParentTypes['PassingOn']> = {
  from?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ResidentQuestionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentQuestion'] = ResolversParentTypes['ResidentQuestion']> = {
  publication?: Resolver<Maybe<ResolversTypes['ResidentPublication']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  ordinal?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  excerpt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QuestionState'], ParentType, ContextType>;
  routedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  assignedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  answeredOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  forwardedTo?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  handovers?: Resolver<ReadonlyArray<ResolversTypes['Handover']>, ParentType, ContextType>;
  mergedInto?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  ground?: Resolver<Maybe<ResolversTypes['UnansweredGround']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  extendedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  extensionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  interimAnswer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  promise?: Resolver<Maybe<ResolversTypes['ResidentPromise']>, ParentType, ContextType>;
};

export type ResidentPromiseResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentPromise'] = ResolversParentTypes['ResidentPromise']> = {
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  promisedUntil?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  missed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  keptOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  photo?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
};

export type ResidentAnswerResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentAnswer'] = ResolversParentTypes['ResidentAnswer']> = {
  question?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  files?: Resolver<ReadonlyArray<ResolversTypes['AttachedFile']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>;
  signedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  signedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ResidentNoticeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentNotice'] = ResolversParentTypes['ResidentNotice']> = {
  kind?: Resolver<ResolversTypes['NoticeKind'], ParentType, ContextType>;
  way?: Resolver<ResolversTypes['NoticeWay'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['NoticeState'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['Outcome']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  dispatchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ResidentStepResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResidentStep'] = ResolversParentTypes['ResidentStep']> = {
  type?: Resolver<ResolversTypes['EventType'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  way?: Resolver<Maybe<ResolversTypes['NoticeWay']>, ParentType, ContextType>;
  notice?: Resolver<Maybe<ResolversTypes['NoticeKind']>, ParentType, ContextType>;
};

export type SimilarAnswerResolvers<ContextType = any, ParentType extends ResolversParentTypes['SimilarAnswer'] = ResolversParentTypes['SimilarAnswer']> = {
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  answeredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  asked?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isPublished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClassifierChoiceResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClassifierChoice'] = ResolversParentTypes['ClassifierChoice']> = {
  editions?: Resolver<ReadonlyArray<ResolversTypes['ClassifierEdition']>, ParentType, ContextType>;
  proposed?: Resolver<ReadonlyArray<ResolversTypes['ClassifierItem']>, ParentType, ContextType>;
  favourites?: Resolver<ReadonlyArray<ResolversTypes['ClassifierItem']>, ParentType, ContextType>;
  found?: Resolver<ReadonlyArray<ResolversTypes['ClassifierItem']>, ParentType, ContextType>;
};

export type ClassifierEditionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClassifierEdition'] = ResolversParentTypes['ClassifierEdition']> = {
  edition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isWhole?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ClassifierItemResolvers<ContextType = any, ParentType extends ResolversParentTypes['ClassifierItem'] = ResolversParentTypes['ClassifierItem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  edition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SstuReportResolvers<ContextType = any, ParentType extends ResolversParentTypes['SstuReport'] = ResolversParentTypes['SstuReport']> = {
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  mapping?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['SstuGroup']>, ParentType, ContextType>;
  appeals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withSheet?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leftOut?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ReadonlyArray<ResolversTypes['SstuRefused']>, ParentType, ContextType>;
  refusedQuestions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  receipts?: Resolver<ReadonlyArray<ResolversTypes['SstuReceipt']>, ParentType, ContextType>;
};

export type SstuGroupResolvers<ContextType = any, ParentType extends ResolversParentTypes['SstuGroup'] = ResolversParentTypes['SstuGroup']> = {
  code?: Resolver<ResolversTypes['SstuGroupCode'], ParentType, ContextType>;
  appeals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SstuRefusedResolvers<ContextType = any, ParentType extends ResolversParentTypes['SstuRefused'] = ResolversParentTypes['SstuRefused']> = {
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  faults?: Resolver<ReadonlyArray<ResolversTypes['SstuFault']>, ParentType, ContextType>;
};

export type SstuFaultResolvers<ContextType = any, ParentType extends ResolversParentTypes['SstuFault'] = ResolversParentTypes['SstuFault']> = {
  question?: Resolver<Maybe<ResolversTypes['UUID']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['SstuFaultWhy'], ParentType, ContextType>;
  mend?: Resolver<ResolversTypes['SstuMend'], ParentType, ContextType>;
};

export type SstuReceiptResolvers<ContextType = any, ParentType extends ResolversParentTypes['SstuReceipt'] = ResolversParentTypes['SstuReceipt']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  official?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  appeals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sha256?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['SstuResult']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SstuResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['SstuResult'] = ResolversParentTypes['SstuResult']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  official?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  accepted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refused?: Resolver<ReadonlyArray<ResolversTypes['SstuRefusedByServer']>, ParentType, ContextType>;
};

export type SstuRefusedByServerResolvers<ContextType = any, ParentType extends ResolversParentTypes['SstuRefusedByServer'] = ResolversParentTypes['SstuRefusedByServer']> = {
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SstuFileResolvers<ContextType = any, ParentType extends ResolversParentTypes['SstuFile'] = ResolversParentTypes['SstuFile']> = {
  report?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  pass?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entries?: Resolver<ReadonlyArray<ResolversTypes['SstuFileEntry']>, ParentType, ContextType>;
  maxBase64?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SstuFileEntryResolvers<ContextType = any, ParentType extends ResolversParentTypes['SstuFileEntry'] = ResolversParentTypes['SstuFileEntry']> = {
  appeal?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  json?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sheets?: Resolver<ReadonlyArray<ResolversTypes['UUID']>, ParentType, ContextType>;
};

export type SstuReceiptResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['SstuReceiptResult'] = ResolversParentTypes['SstuReceiptResult']> = {
  __resolveType: TypeResolveFn<'SstuReceipt' | 'Refusal', ParentType, ContextType>;
};

export type AppealReviewResolvers<ContextType = any, ParentType extends ResolversParentTypes['AppealReview'] = ResolversParentTypes['AppealReview']> = {
  period?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  tables?: Resolver<ReadonlyArray<ResolversTypes['ReviewTable']>, ParentType, ContextType>;
  csv?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  odt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  docx?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReviewTableResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReviewTable'] = ResolversParentTypes['ReviewTable']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['ReviewLine']>, ParentType, ContextType>;
};

export type ReviewLineResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReviewLine'] = ResolversParentTypes['ReviewLine']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['ReviewOf']>, ParentType, ContextType>;
  now?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  was?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReviewEditionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReviewEdition'] = ResolversParentTypes['ReviewEdition']> = {
  id?: Resolver<ResolversTypes['UUID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  edition?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ReviewEditionState'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  preparedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  preparedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isOwn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReviewEditionResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReviewEditionResult'] = ResolversParentTypes['ReviewEditionResult']> = {
  __resolveType: TypeResolveFn<'ReviewEdition' | 'Refusal', ParentType, ContextType>;
};

export type PublishedReviewPageResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublishedReviewPage'] = ResolversParentTypes['PublishedReviewPage']> = {
  takenBack?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  review?: Resolver<Maybe<ResolversTypes['PublishedReview']>, ParentType, ContextType>;
};

export type PublishedReviewSummaryResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublishedReviewSummary'] = ResolversParentTypes['PublishedReviewSummary']> = {
  period?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  edition?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  releasedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  appeals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inTime?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PublishedReviewResolvers<ContextType = any, ParentType extends ResolversParentTypes['PublishedReview'] = ResolversParentTypes['PublishedReview']> = {
  period?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  edition?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  releasedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  appeals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  questions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  inTime?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  tables?: Resolver<ReadonlyArray<ResolversTypes['ReviewTable']>, ParentType, ContextType>;
  csv?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  odt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  docx?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TopicsByPlaceResolvers<ContextType = any, ParentType extends ResolversParentTypes['TopicsByPlace'] = ResolversParentTypes['TopicsByPlace']> = {
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  places?: Resolver<ReadonlyArray<ResolversTypes['PlaceCount']>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['TopicPlaces']>, ParentType, ContextType>;
};

export type PlaceCountResolvers<ContextType = any, ParentType extends ResolversParentTypes['PlaceCount'] = ResolversParentTypes['PlaceCount']> = {
  settlement?: Resolver<Maybe<ResolversTypes['Settlement']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TopicPlacesResolvers<ContextType = any, ParentType extends ResolversParentTypes['TopicPlaces'] = ResolversParentTypes['TopicPlaces']> = {
  topic?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usual?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  places?: Resolver<ReadonlyArray<ResolversTypes['TopicPlace']>, ParentType, ContextType>;
};

export type TopicPlaceResolvers<ContextType = any, ParentType extends ResolversParentTypes['TopicPlace'] = ResolversParentTypes['TopicPlace']> = {
  settlement?: Resolver<Maybe<ResolversTypes['Settlement']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usual?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ReactionSumsResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReactionSums'] = ResolversParentTypes['ReactionSums']> = {
  total?: Resolver<ResolversTypes['ReactionSum'], ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['ReactionSum']>, ParentType, ContextType>;
  settlements?: Resolver<ReadonlyArray<ResolversTypes['ReactionSum']>, ParentType, ContextType>;
  weeks?: Resolver<ReadonlyArray<ResolversTypes['ReactionSum']>, ParentType, ContextType>;
};

export type ReactionSumResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReactionSum'] = ResolversParentTypes['ReactionSum']> = {
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  settlement?: Resolver<Maybe<ResolversTypes['Settlement']>, ParentType, ContextType>;
  week?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ofAnswers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EarlyWarningResolvers<ContextType = any, ParentType extends ResolversParentTypes['EarlyWarning'] = ResolversParentTypes['EarlyWarning']> = {
  today?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  now?: Resolver<ReadonlyArray<ResolversTypes['Wave']>, ParentType, ContextType>;
  waves?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  falseAlarms?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WaveResolvers<ContextType = any, ParentType extends ResolversParentTypes['Wave'] = ResolversParentTypes['Wave']> = {
  topic?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
  settlement?: Resolver<Maybe<ResolversTypes['Settlement']>, ParentType, ContextType>;
  began?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  last?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  week?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usualFrom?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usualTo?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weeks?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mark?: Resolver<Maybe<ResolversTypes['WaveMark']>, ParentType, ContextType>;
};

export type WaveMarkResolvers<ContextType = any, ParentType extends ResolversParentTypes['WaveMark'] = ResolversParentTypes['WaveMark']> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['WaveMarkKind'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['Official']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WaveMarkResultResolvers<ContextType = any, ParentType extends ResolversParentTypes['WaveMarkResult'] = ResolversParentTypes['WaveMarkResult']> = {
  __resolveType: TypeResolveFn<'WaveMark' | 'Refusal', ParentType, ContextType>;
};

export type MarkedAnswerResolvers<ContextType = any, ParentType extends ResolversParentTypes['MarkedAnswer'] = ResolversParentTypes['MarkedAnswer']> = {
  counted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  helped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notHelped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = any> = {
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OfficialAccount?: OfficialAccountResolvers<ContextType>;
  HeldRole?: HeldRoleResolvers<ContextType>;
  Absence?: AbsenceResolvers<ContextType>;
  Substitution?: SubstitutionResolvers<ContextType>;
  MorningLetter?: MorningLetterResolvers<ContextType>;
  MorningLetterResult?: MorningLetterResultResolvers<ContextType>;
  OfficialOnDuty?: OfficialOnDutyResolvers<ContextType>;
  OfficialResult?: OfficialResultResolvers<ContextType>;
  Invitation?: InvitationResolvers<ContextType>;
  InvitationResult?: InvitationResultResolvers<ContextType>;
  DistrictFile?: DistrictFileResolvers<ContextType>;
  DistrictFileVersion?: DistrictFileVersionResolvers<ContextType>;
  DistrictFileChange?: DistrictFileChangeResolvers<ContextType>;
  DistrictFileDifferences?: DistrictFileDifferencesResolvers<ContextType>;
  DistrictFilePartDifferences?: DistrictFilePartDifferencesResolvers<ContextType>;
  DistrictFileDifference?: DistrictFileDifferenceResolvers<ContextType>;
  DifferencePiece?: DifferencePieceResolvers<ContextType>;
  DistrictFileFault?: DistrictFileFaultResolvers<ContextType>;
  DistrictFileResult?: DistrictFileResultResolvers<ContextType>;
  CalendarYear?: CalendarYearResolvers<ContextType>;
  CalendarTransfers?: CalendarTransfersResolvers<ContextType>;
  CalendarYearResult?: CalendarYearResultResolvers<ContextType>;
  NetworkKind?: NetworkKindResolvers<ContextType>;
  NetworkField?: NetworkFieldResolvers<ContextType>;
  NetworkAccount?: NetworkAccountResolvers<ContextType>;
  NetworkSetting?: NetworkSettingResolvers<ContextType>;
  NetworkSecret?: NetworkSecretResolvers<ContextType>;
  NetworkCopied?: NetworkCopiedResolvers<ContextType>;
  NetworkAccountChange?: NetworkAccountChangeResolvers<ContextType>;
  NetworkAccountResult?: NetworkAccountResultResolvers<ContextType>;
  PublicClient?: PublicClientResolvers<ContextType>;
  PublicClientChange?: PublicClientChangeResolvers<ContextType>;
  PublicClientResult?: PublicClientResultResolvers<ContextType>;
  AdministrationRecord?: AdministrationRecordResolvers<ContextType>;
  AdministrationRecordConnection?: AdministrationRecordConnectionResolvers<ContextType>;
  AdministrationRecordEdge?: AdministrationRecordEdgeResolvers<ContextType>;
  AccessRecord?: AccessRecordResolvers<ContextType>;
  AccessRecordConnection?: AccessRecordConnectionResolvers<ContextType>;
  AccessRecordEdge?: AccessRecordEdgeResolvers<ContextType>;
  SavedView?: SavedViewResolvers<ContextType>;
  FollowedView?: FollowedViewResolvers<ContextType>;
  SavedViewResult?: SavedViewResultResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  UUID?: GraphQLScalarType;
  Refusal?: RefusalResolvers<ContextType>;
  Fault?: FaultResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  ChangeResult?: ChangeResultResolvers<ContextType>;
  BulkResult?: BulkResultResolvers<ContextType>;
  Versioned?: VersionedResolvers<ContextType>;
  DirectoryEntry?: DirectoryEntryResolvers<ContextType>;
  Connection?: ConnectionResolvers<ContextType>;
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
  SourcePost?: SourcePostResolvers<ContextType>;
  NetworkHealth?: NetworkHealthResolvers<ContextType>;
  NetworkCheck?: NetworkCheckResolvers<ContextType>;
  NetworkCheckResult?: NetworkCheckResultResolvers<ContextType>;
  KnownIssue?: KnownIssueResolvers<ContextType>;
  OpenedKnownIssue?: OpenedKnownIssueResolvers<ContextType>;
  Reception?: ReceptionResolvers<ContextType>;
  ReceptionSlot?: ReceptionSlotResolvers<ContextType>;
  OwnReception?: OwnReceptionResolvers<ContextType>;
  ReceptionVisit?: ReceptionVisitResolvers<ContextType>;
  ReceptionOpening?: ReceptionOpeningResolvers<ContextType>;
  ReceptionLoad?: ReceptionLoadResolvers<ContextType>;
  BookReceptionResult?: BookReceptionResultResolvers<ContextType>;
  BookedReception?: BookedReceptionResolvers<ContextType>;
  FoundMessage?: FoundMessageResolvers<ContextType>;
  FoundElsewhere?: FoundElsewhereResolvers<ContextType>;
  WatchedCommunity?: WatchedCommunityResolvers<ContextType>;
  FoundMessageResult?: FoundMessageResultResolvers<ContextType>;
  OldJournalFile?: OldJournalFileResolvers<ContextType>;
  OldJournalSheet?: OldJournalSheetResolvers<ContextType>;
  OldJournalColumn?: OldJournalColumnResolvers<ContextType>;
  OldJournalRow?: OldJournalRowResolvers<ContextType>;
  OldJournalFault?: OldJournalFaultResolvers<ContextType>;
  OldJournalNumbers?: OldJournalNumbersResolvers<ContextType>;
  OldJournalLoad?: OldJournalLoadResolvers<ContextType>;
  OldJournalCount?: OldJournalCountResolvers<ContextType>;
  OldJournalStep?: OldJournalStepResolvers<ContextType>;
  OldJournalStepResult?: OldJournalStepResultResolvers<ContextType>;
  ResidentLetter?: ResidentLetterResolvers<ContextType>;
  HeldNotice?: HeldNoticeResolvers<ContextType>;
  KeptLetter?: KeptLetterResolvers<ContextType>;
  DraftSheet?: DraftSheetResolvers<ContextType>;
  LetterToSign?: LetterToSignResolvers<ContextType>;
  AnswerTemplate?: AnswerTemplateResolvers<ContextType>;
  SaveAnswerTemplateResult?: SaveAnswerTemplateResultResolvers<ContextType>;
  LetterPreview?: LetterPreviewResolvers<ContextType>;
  NetworkPreview?: NetworkPreviewResolvers<ContextType>;
  Letter?: LetterResolvers<ContextType>;
  UnknownNotice?: UnknownNoticeResolvers<ContextType>;
  AccountAnswers?: AccountAnswersResolvers<ContextType>;
  AnswerPath?: AnswerPathResolvers<ContextType>;
  LetterWarning?: LetterWarningResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookType?: WebhookTypeResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookChange?: WebhookChangeResolvers<ContextType>;
  WebhookResult?: WebhookResultResolvers<ContextType>;
  BodyServer?: BodyServerResolvers<ContextType>;
  LetterOpening?: LetterOpeningResolvers<ContextType>;
  LetterOpeningConnection?: LetterOpeningConnectionResolvers<ContextType>;
  LetterOpeningEdge?: LetterOpeningEdgeResolvers<ContextType>;
  NoticesToSign?: NoticesToSignResolvers<ContextType>;
  NoticeToSign?: NoticeToSignResolvers<ContextType>;
  AskedSubscription?: AskedSubscriptionResolvers<ContextType>;
  ConfirmedSubscription?: ConfirmedSubscriptionResolvers<ContextType>;
  EndedSubscription?: EndedSubscriptionResolvers<ContextType>;
  PublicationMark?: PublicationMarkResolvers<ContextType>;
  DiscardResponseDraftResult?: DiscardResponseDraftResultResolvers<ContextType>;
  DiscardedDraft?: DiscardedDraftResolvers<ContextType>;
  SaveResponseDraftResult?: SaveResponseDraftResultResolvers<ContextType>;
  PersonalDraft?: PersonalDraftResolvers<ContextType>;
  EarlierDraft?: EarlierDraftResolvers<ContextType>;
  ResponseVersion?: ResponseVersionResolvers<ContextType>;
  SentBack?: SentBackResolvers<ContextType>;
  RulesTrial?: RulesTrialResolvers<ContextType>;
  RulesTrialMove?: RulesTrialMoveResolvers<ContextType>;
  RulesTrialPlace?: RulesTrialPlaceResolvers<ContextType>;
  CodeProposals?: CodeProposalsResolvers<ContextType>;
  CodeProposal?: CodeProposalResolvers<ContextType>;
  FollowedProposals?: FollowedProposalsResolvers<ContextType>;
  FollowedProposal?: FollowedProposalResolvers<ContextType>;
  LearnedRoutes?: LearnedRoutesResolvers<ContextType>;
  LearnedRoute?: LearnedRouteResolvers<ContextType>;
  RouteProposal?: RouteProposalResolvers<ContextType>;
  BodyReactionRecorded?: BodyReactionRecordedResolvers<ContextType>;
  ReactAsBodyResult?: ReactAsBodyResultResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  District?: DistrictResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  ViewerRole?: ViewerRoleResolvers<ContextType>;
  Worklist?: WorklistResolvers<ContextType>;
  PublishedAnswerList?: PublishedAnswerListResolvers<ContextType>;
  PublishedCount?: PublishedCountResolvers<ContextType>;
  SameDayAnswers?: SameDayAnswersResolvers<ContextType>;
  SameDayMonth?: SameDayMonthResolvers<ContextType>;
  PublishedAnswerPage?: PublishedAnswerPageResolvers<ContextType>;
  PublishedAnswer?: PublishedAnswerResolvers<ContextType>;
  PublishedPhoto?: PublishedPhotoResolvers<ContextType>;
  EnoughAnswer?: EnoughAnswerResolvers<ContextType>;
  EnoughDay?: EnoughDayResolvers<ContextType>;
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
  SettingsInWork?: SettingsInWorkResolvers<ContextType>;
  SettingInWork?: SettingInWorkResolvers<ContextType>;
  QuestionPlaces?: QuestionPlacesResolvers<ContextType>;
  SettlementQuestions?: SettlementQuestionsResolvers<ContextType>;
  Directory?: DirectoryResolvers<ContextType>;
  OfficialAway?: OfficialAwayResolvers<ContextType>;
  ModerationNumbers?: ModerationNumbersResolvers<ContextType>;
  WaitingOf?: WaitingOfResolvers<ContextType>;
  AnsweredShare?: AnsweredShareResolvers<ContextType>;
  AppealConnection?: AppealConnectionResolvers<ContextType>;
  AppealEdge?: AppealEdgeResolvers<ContextType>;
  QuestionConnection?: QuestionConnectionResolvers<ContextType>;
  QuestionEdge?: QuestionEdgeResolvers<ContextType>;
  AppealFacts?: AppealFactsResolvers<ContextType>;
  AppealRow?: AppealRowResolvers<ContextType>;
  RowSource?: RowSourceResolvers<ContextType>;
  QuestionRow?: QuestionRowResolvers<ContextType>;
  MeasuresPromise?: MeasuresPromiseResolvers<ContextType>;
  AppealSummary?: AppealSummaryResolvers<ContextType>;
  RoutingReason?: RoutingReasonResolvers<ContextType>;
  Deadline?: DeadlineResolvers<ContextType>;
  TermWarning?: TermWarningResolvers<ContextType>;
  DeadlineStep?: DeadlineStepResolvers<ContextType>;
  ResponseRow?: ResponseRowResolvers<ContextType>;
  AppealCard?: AppealCardResolvers<ContextType>;
  LegalHold?: LegalHoldResolvers<ContextType>;
  AnswerAtOnce?: AnswerAtOnceResolvers<ContextType>;
  CardAnswer?: CardAnswerResolvers<ContextType>;
  CardReopening?: CardReopeningResolvers<ContextType>;
  StrikeProposal?: StrikeProposalResolvers<ContextType>;
  RegistrationCorrection?: RegistrationCorrectionResolvers<ContextType>;
  Registration?: RegistrationResolvers<ContextType>;
  BodyLetter?: BodyLetterResolvers<ContextType>;
  BodyLetterContents?: BodyLetterContentsResolvers<ContextType>;
  ForwardedBody?: ForwardedBodyResolvers<ContextType>;
  BodyRequest?: BodyRequestResolvers<ContextType>;
  BodyUpdate?: BodyUpdateResolvers<ContextType>;
  BodyReacted?: BodyReactedResolvers<ContextType>;
  QuestionCard?: QuestionCardResolvers<ContextType>;
  CoExecutorPart?: CoExecutorPartResolvers<ContextType>;
  OwnPart?: OwnPartResolvers<ContextType>;
  InternalClock?: InternalClockResolvers<ContextType>;
  CardRequest?: CardRequestResolvers<ContextType>;
  CardInterim?: CardInterimResolvers<ContextType>;
  CardExtension?: CardExtensionResolvers<ContextType>;
  CardExtensionAsk?: CardExtensionAskResolvers<ContextType>;
  Handover?: HandoverResolvers<ContextType>;
  AppealOrigin?: AppealOriginResolvers<ContextType>;
  Place?: PlaceResolvers<ContextType>;
  Point?: PointResolvers<ContextType>;
  TopicAnswer?: TopicAnswerResolvers<ContextType>;
  AppealEntry?: AppealEntryResolvers<ContextType>;
  RepeatOf?: RepeatOfResolvers<ContextType>;
  ReceivedFrom?: ReceivedFromResolvers<ContextType>;
  AttachedFile?: AttachedFileResolvers<ContextType>;
  Supplement?: SupplementResolvers<ContextType>;
  RowAddition?: RowAdditionResolvers<ContextType>;
  SupplementReply?: SupplementReplyResolvers<ContextType>;
  CardSource?: CardSourceResolvers<ContextType>;
  ReactionSeries?: ReactionSeriesResolvers<ContextType>;
  ReactionSample?: ReactionSampleResolvers<ContextType>;
  SourceEdition?: SourceEditionResolvers<ContextType>;
  ResponseCard?: ResponseCardResolvers<ContextType>;
  CardPublication?: CardPublicationResolvers<ContextType>;
  CardPhoto?: CardPhotoResolvers<ContextType>;
  Note?: NoteResolvers<ContextType>;
  EnteredInPos?: EnteredInPosResolvers<ContextType>;
  NoticeRow?: NoticeRowResolvers<ContextType>;
  OutgoingNumber?: OutgoingNumberResolvers<ContextType>;
  LetterSignature?: LetterSignatureResolvers<ContextType>;
  Posting?: PostingResolvers<ContextType>;
  AfterPosting?: AfterPostingResolvers<ContextType>;
  OutgoingEntry?: OutgoingEntryResolvers<ContextType>;
  OutgoingRegisterConnection?: OutgoingRegisterConnectionResolvers<ContextType>;
  OutgoingEntryEdge?: OutgoingEntryEdgeResolvers<ContextType>;
  OutgoingLetter?: OutgoingLetterResolvers<ContextType>;
  OutgoingPostConnection?: OutgoingPostConnectionResolvers<ContextType>;
  OutgoingPostEdge?: OutgoingPostEdgeResolvers<ContextType>;
  FailedWay?: FailedWayResolvers<ContextType>;
  LateProof?: LateProofResolvers<ContextType>;
  CallAttempt?: CallAttemptResolvers<ContextType>;
  NoticeConnection?: NoticeConnectionResolvers<ContextType>;
  NoticeEdge?: NoticeEdgeResolvers<ContextType>;
  HistoryItem?: HistoryItemResolvers<ContextType>;
  HistoryChange?: HistoryChangeResolvers<ContextType>;
  HistoryTerm?: HistoryTermResolvers<ContextType>;
  CaseEvidencePermit?: CaseEvidencePermitResolvers<ContextType>;
  Applicant?: ApplicantResolvers<ContextType>;
  ApplicantIdentity?: ApplicantIdentityResolvers<ContextType>;
  FoundApplicants?: FoundApplicantsResolvers<ContextType>;
  FoundApplicant?: FoundApplicantResolvers<ContextType>;
  EarlierAppeals?: EarlierAppealsResolvers<ContextType>;
  ApplicantFile?: ApplicantFileResolvers<ContextType>;
  FiledConsent?: FiledConsentResolvers<ContextType>;
  FiledOpening?: FiledOpeningResolvers<ContextType>;
  FiledAppeal?: FiledAppealResolvers<ContextType>;
  Opening?: OpeningResolvers<ContextType>;
  LetterOnRecord?: LetterOnRecordResolvers<ContextType>;
  PrintedApplicants?: PrintedApplicantsResolvers<ContextType>;
  PrintedApplicant?: PrintedApplicantResolvers<ContextType>;
  OpeningConnection?: OpeningConnectionResolvers<ContextType>;
  OpeningEdge?: OpeningEdgeResolvers<ContextType>;
  Board?: BoardResolvers<ContextType>;
  BoardCounts?: BoardCountsResolvers<ContextType>;
  BoardLine?: BoardLineResolvers<ContextType>;
  BoardExecutor?: BoardExecutorResolvers<ContextType>;
  BoardDay?: BoardDayResolvers<ContextType>;
  AnswerTimesReport?: AnswerTimesReportResolvers<ContextType>;
  AnswerTimes?: AnswerTimesResolvers<ContextType>;
  Quartiles?: QuartilesResolvers<ContextType>;
  SearchCorrection?: SearchCorrectionResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchFoundBy?: SearchFoundByResolvers<ContextType>;
  SearchChoice?: SearchChoiceResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  MaskedAppeal?: MaskedAppealResolvers<ContextType>;
  MaskedQuestion?: MaskedQuestionResolvers<ContextType>;
  Facets?: FacetsResolvers<ContextType>;
  RegimeFacet?: RegimeFacetResolvers<ContextType>;
  NetworkFacet?: NetworkFacetResolvers<ContextType>;
  SenderFacet?: SenderFacetResolvers<ContextType>;
  ReopenedFacet?: ReopenedFacetResolvers<ContextType>;
  RatingFacet?: RatingFacetResolvers<ContextType>;
  ChannelFacet?: ChannelFacetResolvers<ContextType>;
  ResultFacet?: ResultFacetResolvers<ContextType>;
  TermFacet?: TermFacetResolvers<ContextType>;
  StateFacet?: StateFacetResolvers<ContextType>;
  Facet?: FacetResolvers<ContextType>;
  AppealChange?: AppealChangeResolvers<ContextType>;
  QuestionChange?: QuestionChangeResolvers<ContextType>;
  ResidentPublication?: ResidentPublicationResolvers<ContextType>;
  OwnAppeals?: OwnAppealsResolvers<ContextType>;
  OwnAppeal?: OwnAppealResolvers<ContextType>;
  ResidentAppeal?: ResidentAppealResolvers<ContextType>;
  ResidentData?: ResidentDataResolvers<ContextType>;
  ResidentOpening?: ResidentOpeningResolvers<ContextType>;
  ResidentReopening?: ResidentReopeningResolvers<ContextType>;
  ResidentCorrection?: ResidentCorrectionResolvers<ContextType>;
  Resolution?: ResolutionResolvers<ContextType>;
  PassingOn?: PassingOnResolvers<ContextType>;
  ResidentQuestion?: ResidentQuestionResolvers<ContextType>;
  ResidentPromise?: ResidentPromiseResolvers<ContextType>;
  ResidentAnswer?: ResidentAnswerResolvers<ContextType>;
  ResidentNotice?: ResidentNoticeResolvers<ContextType>;
  ResidentStep?: ResidentStepResolvers<ContextType>;
  SimilarAnswer?: SimilarAnswerResolvers<ContextType>;
  ClassifierChoice?: ClassifierChoiceResolvers<ContextType>;
  ClassifierEdition?: ClassifierEditionResolvers<ContextType>;
  ClassifierItem?: ClassifierItemResolvers<ContextType>;
  SstuReport?: SstuReportResolvers<ContextType>;
  SstuGroup?: SstuGroupResolvers<ContextType>;
  SstuRefused?: SstuRefusedResolvers<ContextType>;
  SstuFault?: SstuFaultResolvers<ContextType>;
  SstuReceipt?: SstuReceiptResolvers<ContextType>;
  SstuResult?: SstuResultResolvers<ContextType>;
  SstuRefusedByServer?: SstuRefusedByServerResolvers<ContextType>;
  SstuFile?: SstuFileResolvers<ContextType>;
  SstuFileEntry?: SstuFileEntryResolvers<ContextType>;
  SstuReceiptResult?: SstuReceiptResultResolvers<ContextType>;
  AppealReview?: AppealReviewResolvers<ContextType>;
  ReviewTable?: ReviewTableResolvers<ContextType>;
  ReviewLine?: ReviewLineResolvers<ContextType>;
  ReviewEdition?: ReviewEditionResolvers<ContextType>;
  ReviewEditionResult?: ReviewEditionResultResolvers<ContextType>;
  PublishedReviewPage?: PublishedReviewPageResolvers<ContextType>;
  PublishedReviewSummary?: PublishedReviewSummaryResolvers<ContextType>;
  PublishedReview?: PublishedReviewResolvers<ContextType>;
  TopicsByPlace?: TopicsByPlaceResolvers<ContextType>;
  PlaceCount?: PlaceCountResolvers<ContextType>;
  TopicPlaces?: TopicPlacesResolvers<ContextType>;
  TopicPlace?: TopicPlaceResolvers<ContextType>;
  ReactionSums?: ReactionSumsResolvers<ContextType>;
  ReactionSum?: ReactionSumResolvers<ContextType>;
  EarlyWarning?: EarlyWarningResolvers<ContextType>;
  Wave?: WaveResolvers<ContextType>;
  WaveMark?: WaveMarkResolvers<ContextType>;
  WaveMarkResult?: WaveMarkResultResolvers<ContextType>;
  MarkedAnswer?: MarkedAnswerResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = any> = {
  access?: AccessDirectiveResolver<any, any, ContextType>;
};
