import type { QuestionResult } from '@otklik/contracts/enumerations';
import type { LocalDate } from '@otklik/kernel';

/** What is known of an appeal, as the mapping names it. */
export interface SstuAppeal {
  readonly id: string;
  readonly number: string | undefined;
  readonly receivedOn: LocalDate;
  readonly registeredOn: LocalDate | undefined;
  readonly isDirect: boolean;
  /** The channel by which another body's appeal came: EMAIL, PAPER … */
  readonly deliveredBy: string | undefined;
  readonly source: SstuSource;
  readonly person: SstuPerson;
  readonly questions: readonly SstuQuestion[];
}

/** Of an appeal that another body sent on: its covering letter. */
export interface SstuSource {
  readonly number?: string | undefined;
  readonly date?: LocalDate | undefined;
  readonly sstuId?: string | undefined;
}

/** While it is only checked: what there is of it, and not what it says. */
export interface SstuPerson {
  readonly name: string | undefined;
  readonly address: string | undefined;
  readonly email: string | undefined;
}

export interface SstuQuestion {
  readonly id: string;
  readonly ordinal: number;
  readonly classifier: string | undefined;
  /** With what it ended; undefined while it is open. */
  readonly result: QuestionResult | undefined;
  /** It ended without a result of its own: it is considered in another one. */
  readonly isJoined: boolean;
  readonly isExtended: boolean;
  /** The day of the answer, or of another end. */
  readonly endedOn: LocalDate | undefined;
  readonly measuresTaken: boolean;
  /** The answer was given in person: there is no letter. */
  readonly isOral: boolean;
  /** The letter with the answer. */
  readonly answer: SstuAnswer | undefined;
  readonly body:
    { readonly sstuId?: string | undefined; readonly name: string; readonly number?: string | undefined } | undefined;
}

export interface SstuAnswer {
  /** Id of the notice. */
  readonly notice: string;
  readonly number: string;
  readonly on: LocalDate;
}
