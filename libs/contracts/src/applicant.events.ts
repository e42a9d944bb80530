import Type from 'typebox';
import { declareEvent, oneOf, Uuid } from './declare-event.js';
import { ApplicantLinkGround } from './enumerations.js';

/* Whose appeal it is, beyond its contact. By ids alone: they hold nothing personal. */

/** On both appeals. Without `with`: the appeal belongs to its contact again, and to what it was joined with before it was parted. */
export const ApplicantJoined = declareEvent('ApplicantJoined', 1, {
  titles: { ru: 'Обращения одного человека соединены', en: 'The appeals of one person were joined' },
  fields: {
    /** An appeal of the same person. */
    with: Type.Optional(Uuid),
    /** Without `with`: the appeals that it is joined with again. */
    others: Type.Optional(Type.Array(Uuid)),
    ground: oneOf(ApplicantLinkGround),
  },
});

/** On both appeals. Without `from`: the appeal is another person's than others of its contact, and than what it was joined with. */
export const ApplicantParted = declareEvent('ApplicantParted', 1, {
  titles: { ru: 'Обращения разных людей разъединены', en: 'The appeals of different people were parted' },
  fields: {
    from: Type.Optional(Uuid),
    /** Without `from`: the appeals that it was joined with. */
    others: Type.Optional(Type.Array(Uuid)),
    ground: oneOf(ApplicantLinkGround),
  },
});
