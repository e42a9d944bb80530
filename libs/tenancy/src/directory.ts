import type { AccountNetwork, Danger, OrganisationKind } from '@otklik/contracts/enumerations';
import type { StartedRule, WorkingCalendar } from '@otklik/kernel';
import type { Actor, OfficialRole, RoleAssignment } from './actor.js';
import type { Classifier } from './classifier.js';
import type { Communities } from './communities.js';
import type { DistrictLetters } from './district-letters.js';
import type { Law } from './law-file.js';
import type { Open311Body } from './open311-body.js';
import type { RecordTerms, RetentionTerms } from './retention.js';
import type { FollowedSearch } from './followed-search.js';
import type { PublicClient } from './public-client.js';
import type { Substitution } from './substitution.js';
import type { PublicInformation, TopicQuestion } from './public-information.js';

/** A district administration (the tenant) in its current version. */
export interface District {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** IANA zone of the district's legal dates. */
  readonly zone: string;
  /** What the residents' pages show of the administration. */
  readonly public: PublicInformation;
  /** How its letters are numbered, headed and signed; absent where nothing is as the district says. */
  readonly letters?: DistrictLetters;
  /** Where it reads what people write beside its own pages; absent where it reads nowhere. */
  readonly communities?: Communities;
  readonly policy: DistrictPolicy;
  /** The rules of the platform's law, by id; absent in tests that need none. */
  readonly law?: Law;
  /** The common classifier; absent in tests that need none. */
  readonly classifier?: Classifier;
  readonly calendar: WorkingCalendar;
  readonly departments: readonly Department[];
  readonly organisations: readonly Organisation[];
  readonly topics: readonly Topic[];
  readonly settlements: readonly Settlement[];
  readonly routingRules: readonly RoutingRule[];
  /** Words and phrases that mean the same, the platform's and then the district's own. */
  readonly synonyms: readonly (readonly string[])[];
  readonly officials: readonly Official[];
  /** Of networks and mail, the switched-off ones included. */
  readonly accounts: readonly NetworkAccount[];
  /** Saved searches of which officials are sent what is new; absent in tests that need none. */
  readonly followedSearches?: readonly FollowedSearch[];
  /** Front-ends of other teams; absent in tests that need none. */
  readonly publicClients?: readonly PublicClient[];
}

/** An account of the district in a network, or a mailbox. */
export interface NetworkAccount {
  /** A random UUID; the address that the network delivers to carries it. */
  readonly id: string;
  readonly network: AccountNetwork;
  /** What officials call it. */
  readonly title: string;
  /** Public ids and addresses, by the names of the network's fields. */
  readonly settings: Readonly<Record<string, string>>;
  /** Its secrets, sealed for it alone (`openNetworkSecrets` of libs/vault). */
  readonly sealed: string;
  /** When each secret was set, ISO 8601 UTC. */
  readonly secretsSetAt: Readonly<Record<string, string>>;
  readonly enabled: boolean;
}

export interface Named {
  readonly code: string;
  readonly name: string;
}

export interface Settlement extends Named {
  readonly nameSah?: string;
  /** Its middle, for the map, in degrees (WGS 84). */
  readonly point?: { readonly latitude: number; readonly longitude: number };
}

/** A body or firm outside the administration. */
export interface Organisation extends Named {
  /** Absent: OTHER. */
  readonly kind?: OrganisationKind;
  readonly email?: string;
  /** Its postal address. */
  readonly address?: string;
  /** By which ССТУ.РФ knows it. */
  readonly sstuId?: string;
  readonly open311?: Open311Body;
}

export interface Department extends Named {
  readonly id: string;
}

export interface Topic extends Named {
  /** Code of the department that usually answers for it. */
  readonly department?: string;
  readonly nameSah?: string;
  /** Codes of the common classifier that are proposed with it, the likeliest first. */
  readonly classifiers?: readonly string[];
  /** What the residents' form asks beside the text. */
  readonly questions?: readonly TopicQuestion[];
}

export interface Official {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly assignments: readonly RoleAssignment[];
  readonly position?: string;
  readonly absence?: Absence;
  /** Sealed for him alone (`openOfficialEmail` of libs/vault); absent where none is known. */
  readonly email?: string;
  /** He wants no morning letter. */
  readonly digestOff?: boolean;
  /** He wants an e-mail at once about what is assigned to him. */
  readonly isAssignmentLetterOn?: boolean;
  /** Who does this official's duties, past and planned ones included. */
  readonly substitutions?: readonly Substitution[];
}

/** Days on which an official is away, dates of the district's zone. */
export interface Absence {
  readonly from: string;
  readonly to: string;
  readonly reason: 'VACATION' | 'SICK_LEAVE' | 'BUSINESS_TRIP' | 'OTHER';
  /** Id of the official who does the work meanwhile. */
  readonly standIn?: string;
}

/** Versioned data; a change does not affect what was set under an earlier version. */
export interface DistrictPolicy {
  readonly version: number;
  /** Register messages by themselves once taken up. */
  readonly autoRegisterMessages: boolean;
  /** The rule of the answer's term, by regime. */
  readonly answerTerms: Readonly<Record<string, StartedRule>>;
  /** The rule of the term to register, or for a message to decide about it, by regime. */
  readonly receptionTerms?: Readonly<Record<string, StartedRule>>;
  /** The district's own rules of terms that begin within a case, by the rule's id. */
  readonly caseRules?: Readonly<Record<string, StartedRule>>;
  /** Days after the answer within which the applicant may ask for reopening. */
  readonly reopenWithinDays: number;
  /** Shares of a term, in percent, after which its question is warned of. */
  readonly reminderShares?: readonly number[];
  /** On the clock of the district's zone, `HH:MM`; over midnight where `from` is the later. */
  readonly quietHours?: { readonly from: string; readonly to: string };
  /** The share from which the controller and the head are alerted: 80 by default. */
  readonly escalationShare?: number;
  /** Words of danger to life, by which a message is proposed as urgent: patterns of libs/text-analysis, read without a dictionary. */
  readonly urgentWords?: readonly { readonly danger: Danger; readonly words: readonly string[] }[];
  /** How long cases are kept after their end, by regime, where it is not as usual (`retentionOf`). */
  readonly retention?: Readonly<Partial<RetentionTerms>>;
  /** How long evidence and drafts are kept, where it is not as usual (`recordRetentionOf`). */
  readonly recordRetention?: Readonly<Partial<RecordTerms>>;
  /** By which ССТУ.РФ knows the administration. */
  readonly sstuId?: string;
  /** Prefix of registration numbers: `АЛД`. */
  readonly numberPrefix: string;
  /** Officials with one of these roles sign in with a second factor. */
  readonly secondFactorRoles?: readonly OfficialRole[];
}

/** First match wins; all given conditions must hold. */
export interface RoutingRule {
  readonly id: string;
  readonly version: number;
  /** Patterns of words (libs/text-analysis); one met is enough. Empty: no condition. */
  readonly words: readonly string[];
  /** Patterns of words; one met, and the rule does not fit. */
  readonly without?: readonly string[];
  readonly settlements?: readonly string[];
  readonly channels?: readonly string[];
  readonly topic: string;
  readonly department: string;
}

/**
 * This process's copy of the directory: at most 5 s old, replaced as a whole, read synchronously. Only the loader of this
 * library writes the directory.
 */
export interface Directory {
  districts(): readonly District[];
  district(code: string): District | undefined;
  districtById(id: number): District | undefined;
  /**
   * The official with this token subject or login, the current roles, and those of whom he substitutes today; undefined when
   * unknown or dismissed.
   */
  official(subject: string): Extract<Actor, { kind: 'official' }> | undefined;
  officialById(id: string): Official | undefined;
  /** Refreshes the copy at once. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** Its injection token. */
export abstract class Directory {}
