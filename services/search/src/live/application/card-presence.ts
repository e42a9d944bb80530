/** Who has a card open, over all processes of the service. */
export abstract class CardPresence {
  /**
   * Counts the official among those who have the card open, until `signal` aborts. Yields the ids of the others, at once and
   * whenever they are others; one official with two windows is one.
   */
  abstract open(
    card: { readonly district: number; readonly appeal: string; readonly official: string },
    signal: AbortSignal,
  ): AsyncGenerator<readonly string[]>;
}
