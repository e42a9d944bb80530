import type { NoticeWay } from '@otklik/contracts/enumerations';
import type { Posting } from '@otklik/contracts/notifications.events';

/** Of what kind a proof is: what another side answered, or for what an official vouches. */
export type ProofIs =
  | 'COMMENT_OF_NETWORK'
  | 'MESSAGE_OF_NETWORK'
  | 'ANSWER_OF_MAIL_SERVER'
  | 'REQUEST_OF_OPEN311'
  /** Of which kind it was is not on record: logs before postings. */
  | 'POSTAL_ITEM'
  | 'ORDINARY_LETTER'
  | 'REGISTERED_LETTER'
  | 'HANDED_OVER'
  | 'RECORD_OF_CALL'
  | 'SEEN_BY_OFFICIAL'
  | 'PLACED_BY_OFFICIAL'
  | 'ON_FOLLOW_UP_PAGE'
  | 'OTHER';

/** What is on record of how a notice left. */
export interface Proving {
  readonly way?: NoticeWay;
  readonly proof?: string;
  readonly posting?: Posting;
}

const OF_WAY: Partial<Readonly<Record<NoticeWay, ProofIs>>> = {
  THREAD: 'COMMENT_OF_NETWORK',
  DIRECT: 'MESSAGE_OF_NETWORK',
  EMAIL: 'ANSWER_OF_MAIL_SERVER',
  OPEN311: 'REQUEST_OF_OPEN311',
  ORAL: 'RECORD_OF_CALL',
  PAPER: 'POSTAL_ITEM',
};
/** Where no other side answered. */
const OF_WORD: Readonly<Record<string, ProofIs>> = {
  SEEN_THERE: 'SEEN_BY_OFFICIAL',
  BY_HAND: 'PLACED_BY_OFFICIAL',
  RECORDED_CALL: 'RECORD_OF_CALL',
};
const OF_POSTING: Readonly<Record<Posting['means'], ProofIs>> = {
  LETTER: 'ORDINARY_LETTER',
  REGISTERED_LETTER: 'REGISTERED_LETTER',
  HANDED_OVER: 'HANDED_OVER',
};

export function proofIs({ way, proof, posting }: Proving): ProofIs {
  if (way === undefined) return 'ON_FOLLOW_UP_PAGE';
  if (posting) return OF_POSTING[posting.means];
  return OF_WORD[proof ?? ''] ?? OF_WAY[way] ?? 'OTHER';
}

/** Whether an official vouches for it: the proof is a word of ours then, and nothing that another side gave. */
export function isVouchedFor(proof: string): boolean {
  return OF_WORD[proof] !== undefined;
}
