/** What another message is to a case. */
export interface Standing {
  readonly place: 'OWN' | 'CASE' | 'ADDITION' | 'NONE' | null;
  readonly appeal: string | null;
  /** Who began that case. */
  readonly caseAuthor: string | null;
}

export interface InboundMessage {
  readonly isOwn: boolean;
  readonly author: string;
  /** State of what it replies to: `UNKNOWN` was never received; absent where it replies to nothing. */
  readonly parent?: Standing | 'UNKNOWN';
  /** Of a dialogue: the appeal that its latest case is, as long as it has no end. */
  readonly open?: string;
  /** Of a dialogue: that latest case, whatever became of it. */
  readonly latest?: string;
}

/** What a message is: our own, a case's addition, the beginning of a case, or nothing; `WAIT`: what it replies to may come yet. */
export type Placed =
  | { readonly is: 'OWN' | 'ADDITION'; readonly appeal: string; readonly byApplicant: boolean }
  | { readonly is: 'CASE' | 'NONE' }
  | { readonly is: 'WAIT' };

/** `isPatient`: as long as it is worth waiting for what comes out of its order. */
export function placeOf(message: InboundMessage, isPatient: boolean): Placed {
  const { parent } = message;
  if (isPatient && (parent === 'UNKNOWN' || parent?.place === null)) return { is: 'WAIT' };
  return message.isOwn ? ownPlace(message) : placeOfOthers(message);
}

/** What we wrote belongs to the case that it answers. */
function ownPlace({ parent, latest }: InboundMessage): Placed {
  const appeal = appealOf(parent) ?? latest;
  return appeal === undefined ? { is: 'NONE' } : { is: 'OWN', appeal, byApplicant: false };
}

/** To our answer anybody may reply, to his own message its author: a stranger's reply to that is a matter of its own. */
function placeOfOthers({ author, parent, open }: InboundMessage): Placed {
  const appeal = appealOf(parent);
  if (appeal !== undefined && parent !== undefined && parent !== 'UNKNOWN') {
    const byApplicant = parent.caseAuthor === author;
    if (parent.place === 'OWN' || byApplicant) return { is: 'ADDITION', appeal, byApplicant };
  }
  return open === undefined ? { is: 'CASE' } : { is: 'ADDITION', appeal: open, byApplicant: true };
}

function appealOf(parent: InboundMessage['parent']): string | undefined {
  return parent === undefined || parent === 'UNKNOWN' ? undefined : (parent.appeal ?? undefined);
}
