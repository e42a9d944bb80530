/** What one resident did and was told. Its mark stands in the text, so that it is known again wherever it shows. */
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
  /** All that was acknowledged: more than one where the same key was sent again. */
  readonly receipts: Receipt[];
  /** Officials take it up and register it: two steps, the second by the district's policy where it says so. */
  readonly handled: boolean;
  /** What they were told of it. */
  readonly acts: Act[];
}

export interface Receipt {
  readonly id: string;
  readonly number: string;
  /** When it came, ms. */
  readonly at: number;
}

export interface Act {
  readonly version: number;
  /** The registration number, once there is one. */
  readonly number: string | null;
}

/** The history of a run, as the clients saw it. */
export class Journal {
  readonly submissions: Submission[] = [];
  /** What should have been taken and was not, one line each. */
  readonly refusals: string[] = [];
  private readonly unanswered: number[] = [];

  begun(given: Pick<Submission, 'mark' | 'batch' | 'district' | 'key' | 'handled'>): Submission {
    const submission = { ...given, sentAt: Date.now(), tries: 0, receipts: [], acts: [] };
    this.submissions.push(submission);
    return submission;
  }

  /** What was sent at this moment got no answer, or one that promises nothing. */
  leftUnanswered(sentAt: number): void {
    this.unanswered.push(sentAt);
  }

  /** How many of those that were sent since then. */
  unansweredSince(moment: number): number {
    return this.unanswered.filter((sentAt) => sentAt >= moment).length;
  }

  get acknowledged(): readonly Submission[] {
    return this.submissions.filter(({ receipts }) => receipts.length > 0);
  }

  /** Between the first acknowledgements of submissions in this span: the longest time without any, ms. */
  longestSilence(from: number, to: number): number {
    const times = this.acknowledgedAt(from, to);
    const ends = [...times, to];
    return Math.max(0, ...ends.map((at, index) => at - (index === 0 ? from : times[index - 1]!)));
  }

  /** The first acknowledgement after this moment of a submission that was sent after it; undefined when none came. */
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
