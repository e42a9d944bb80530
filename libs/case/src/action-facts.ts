import type { Departments, LocalDate } from '@otklik/kernel';
import type {
  Action,
  LetterOutcome,
  NoticeAttention,
  NoticeState,
  NoticeWay,
  PostingMeans,
  Regime,
} from '@otklik/contracts/enumerations';
/* On which it depends what an official may do now. */

export interface Acting {
  /** The official's id. */
  readonly official: string;
  /** The absent official in whose stead he acts: then the rights are that one's. */
  readonly onBehalfOf?: string;
  /** The same official in the stead of each whom he substitutes. */
  readonly substituting?: readonly Acting[];
  /** Of who may correct a registration only on its day: today. */
  readonly correctsOn?: LocalDate;
  /** Where the official's roles permit the action's mutation (`@access`); undefined: nowhere in the district. */
  readonly mayActIn: (action: Action) => Departments | undefined;
}

export interface AppealFacts {
  readonly status: 'RECEIVED' | 'TAKEN_UP' | 'SPAM' | 'ANSWERED_AT_ONCE' | 'DUPLICATE' | 'REGISTERED' | 'ENDED';
  readonly regime: Regime;
  /** It was declared urgent. */
  readonly isUrgent: boolean;
  /** Of the latest registration. */
  readonly registeredOn?: LocalDate | undefined;
  /** The applicant gave a name. */
  readonly named: boolean;
  /** Once, whatever followed. */
  readonly answered: boolean;
  /** It is considered: not answered yet, or again. */
  readonly isConsidered: boolean;
  /** The applicant waits for the decision about another consideration. */
  readonly isAsked: boolean;
  /** An official has to read what the applicant added after the registration. */
  readonly isSupplemented: boolean;
  /** Something was written after the current answer. */
  readonly isDisputed: boolean;
  /** A legal hold keeps it; of an erased applicant nothing is left to keep. */
  readonly hold: 'NONE' | 'SET' | 'ERASED';
  readonly isConsented: boolean;
  /** That have its questions. */
  readonly departments: readonly string[];
}

export interface ResponseFacts {
  readonly stage: 'OPEN' | 'DRAFTED' | 'APPROVED' | 'SENT_BACK' | 'SIGNED' | 'CLOSED';
  /** Author of the current draft. */
  readonly drafter?: string | undefined;
  /** Who approved it, and in whose stead. */
  readonly approver?: string | undefined;
  readonly approvedFor?: string | undefined;
  /** The department that wrote it. */
  readonly draftedIn?: string | undefined;
  readonly signatory?: string | undefined;
  /** Of the answer, while it waits for its release or all may read it. */
  readonly publication?: PublicationFacts | undefined;
}

export interface PublicationFacts {
  readonly stage: 'PROPOSED' | 'PUBLISHED' | 'ENDED';
  /** Who prepared it, and in whose stead. */
  readonly by?: string;
  readonly onBehalfOf?: string;
}

export interface NoticeFacts {
  readonly way: NoticeWay;
  readonly state: NoticeState;
  /** It waits for an official: the delivery is unknown, or the text may not be public. */
  readonly attention?: NoticeAttention | undefined;
  /** It has its number, so that its sheet is final. */
  readonly isNumbered: boolean;
  /** The electronic signature without which it does not leave is not there. */
  readonly lacksSignature: boolean;
  /** It waits until whom the district's settings name signed it; absent: it does not. */
  readonly isToSign?: true;
  /** Of a letter on paper that left: the last time that it did. */
  readonly posting?: PostedFacts | undefined;
  /** Of the question that it is about; undefined where there is none. */
  readonly department?: string | undefined;
}

export interface PostedFacts {
  readonly means: PostingMeans;
  /** What became of it, once that is known. */
  readonly after?: { readonly outcome: LetterOutcome };
}
