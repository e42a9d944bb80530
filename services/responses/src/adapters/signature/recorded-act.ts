import type { Signature } from '../../application/sign-response.js';

/** No cryptography yet: an authorised official's act, recorded with who and when, is the signature. */
export const recordedAct: Signature = async () => 'RECORDED_ACT';
