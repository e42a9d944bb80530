import Type from 'typebox';
import { declareEvent, Instant, oneOf, Personal, Uuid } from './declare-event.js';
import { SignatureLevel } from './enumerations.js';
import { matter, Outgoing } from './notice-matter.js';

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

/**
 * Whom the district's settings name, or who substitutes that official, signed a notice that waited for it: from then on the letter has its
 * number and day, and may leave.
 */
export const NoticeSigned = declareEvent('NoticeSigned', 1, {
  titles: { ru: 'Уведомление подписано', en: 'Notice signed' },
  fields: {
    ...matter,
    /** The official's id who signed. */
    signatory: Uuid,
    /** With which it was signed; of a substitute: «и. о. главы района». */
    post: Type.Optional(Type.String()),
    outgoing: Outgoing,
    signedAt: Instant,
  },
});
