import Type from 'typebox';
import { declareEvent, Instant, oneOf, Personal } from './declare-event.js';
import { SignatureLevel } from './enumerations.js';
import { matter } from './notice-matter.js';

/**
 * An electronic signature that an official made outside over the letter's sheet: a detached CMS, which covers exactly these bytes unless its
 * level is UNVERIFIED. A letter may have several; none is taken away.
 */
export const SignatureAttached = declareEvent('SignatureAttached', 1, {
  titles: { ru: 'Приложена электронная подпись', en: 'Electronic signature attached' },
  fields: {
    ...matter,
    level: oneOf(SignatureLevel),
    /** SHA-256 of the sheet that it is over, and of the signature itself, hexadecimal. */
    sheet: Type.String(),
    signature: Type.String(),
    algorithm: Type.String(),
    /** Of the certificate: its number, SHA-256 of the whole of it, its term. */
    certificate: Type.Object({ number: Type.String(), thumbprint: Type.String(), from: Instant, until: Instant }),
    /** Whose certificate it is, and who issued it. */
    signer: Personal,
    issuer: Personal,
    /** What the signature says; no proof of the time. */
    signedAt: Type.Optional(Instant),
  },
});
