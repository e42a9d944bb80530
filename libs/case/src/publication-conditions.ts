import { isOf, isOwnDraft, type Acts, type Answering } from './response-conditions.js';

/* The publication of an answer: two officials, never one of them alone. */

/** 59-FZ art. 10(4): of an answer that was given. One publication at a time. */
export function mayProposePublication({ stage, answered, publication }: Answering): boolean {
  return stage === 'SIGNED' && answered === true && publication === undefined;
}

/** Who prepared the text, or drafted the answer, and who acts in his stead or in whose stead he acted. */
export function isOwnPublication(response: Answering, acts: Acts): boolean {
  const { publication } = response;
  return isOf(acts, publication?.by) || isOf(acts, publication?.onBehalfOf) || isOwnDraft(response, acts);
}

export function mayPublish(response: Answering, acts: Acts): boolean {
  const { stage, answered, publication } = response;
  return (
    stage === 'SIGNED' && answered === true && publication?.stage === 'PROPOSED' && !isOwnPublication(response, acts)
  );
}

/** At any time, by each official of the right role: what should not be read must not wait for a certain official. */
export function mayTakeBackPublication({ publication }: Answering): boolean {
  return publication !== undefined;
}
