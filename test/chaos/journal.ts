/** A resident's submission and its acknowledgements. Its text holds the mark, by which every surface identifies it. */
export interface Submission {
  readonly mark: string;
  /** A word that a few hundred submissions share; the search finds them by it. */
  readonly batch: string;
  readonly district: string;
  readonly key: string;
  /** When it was first sent, ms. */
  readonly sentAt: number;
  /** How often it was sent. */
  tries: number;
  /** More than one when the same key was sent again. */
  readonly receipts: Receipt[];
  /** Officials take it up and register it; in some districts the policy registers it. */
  readonly handled: boolean;
  /** Results of the actions of officials. */
  readonly actions: ActionResult[];
}

export interface Receipt {
  readonly id: string;
  readonly number: string;
  /** Time of the acknowledgement, ms. */
  readonly at: number;
}

export interface ActionResult {
  readonly version: number;
  /** The registration number, once there is one. */
  readonly number: string | null;
}

/** The history of a run as the clients observe it. */
export class Journal {
  readonly submissions: Submission[] = [];
  /** Refusals of requests that should succeed, one line each. */
  readonly refusals: string[] = [];
  private readonly unanswered: number[] = [];

  begin(given: Pick<Submission, 'mark' | 'batch' | 'district' | 'key' | 'handled'>): Submission {
    const submission = { ...given, sentAt: Date.now(), tries: 0, receipts: [], actions: [] };
    this.submissions.push(submission);
    return submission;
  }

  /** Records a request, sent at this moment, that got no answer or none that acknowledges anything. */
  recordUnanswered(sentAt: number): void {
    this.unanswered.push(sentAt);
  }

  /** Number of unanswered requests that were sent since then. */
  unansweredSince(moment: number): number {
    return this.unanswered.filter((sentAt) => sentAt >= moment).length;
  }

  get acknowledged(): readonly Submission[] {
    return this.submissions.filter(({ receipts }) => receipts.length > 0);
  }

  /** The longest time without the first acknowledgement of a submission in this span, ms. */
  longestSilence(from: number, to: number): number {
    const times = this.acknowledgedAt(from, to);
    const ends = [...times, to];
    return Math.max(0, ...ends.map((at, index) => at - (index === 0 ? from : times[index - 1]!)));
  }

  /** The first acknowledgement of a submission that was sent after this moment, ms; undefined before it comes. */
  firstAcknowledgedAfter(moment: number): number | undefined {
    return this.acknowledged
      .filter(({ sentAt }) => sentAt >= moment)
      .reduce<number | undefined>((first, { receipts }) => Math.min(first ?? Infinity, receipts[0]!.at), undefined);
  }

  private acknowledgedAt(from: number, to: number): readonly number[] {
    return this.acknowledged
      .map(({ receipts }) => receipts[0]!.at)
      .filter((at) => at >= from && at <= to)
      .sort((one, other) => one - other);
  }
}
