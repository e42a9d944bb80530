import type { AppealSender } from '../generated/enumerations.js';

/** Bodies that send appeals on. */
export const senders = [
  ...(['PRESIDENT', 'GOVERNMENT', 'DEPUTY', 'PROSECUTOR', 'POS', 'OTHER_BODY'] as const),
] as const satisfies readonly AppealSender[];
