/**
 * Rules whose term may be extended (59-FZ art. 12(2)): those of that law on the answer. No law extends a message's term: it is
 * the district's own. ANS-MIG and CHANNEL-OUT are those of terms that were set under 0.1.0.
 */
export const extendableRules: readonly string[] = ['ANS', 'ANS-MIG', 'CHANNEL-OUT', 'ORAL'];
