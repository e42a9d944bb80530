/**
 * Rules whose term may be extended (59-FZ art. 12(2)): those of that law on the answer. No law extends a message's term: it is
 * the district's own.
 */
export const extendableRules: readonly string[] = ['ANS', 'ANS-MIG', 'CHANNEL-OUT', 'ORAL'];
