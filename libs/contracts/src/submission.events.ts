import Type from 'typebox';
import { AttachedFile, FileNames } from './attached-file.js';
import { deadlineFields } from './deadline.js';
import { commandId, sourceFields } from './heard.events.js';
import { stateField } from './state-field.js';
import { declareEvent, Instant, LocalDate, oneOf, Personal, Uuid, Zone } from './declare-event.js';
import {
  AnswerWay,
  AppealKind,
  AppealSender,
  Channel,
  ContactKind,
  Danger,
  Regime,
  RepeatCause,
} from './enumerations.js';

/**
 * An appeal that came by e-mail: the district's mailbox, and the letter itself, which is opened as the appeal's files
 * are. `explain`: the sender is informed how an appeal under 59-FZ is filed (art. 4(1)).
 */
const MailSource = Type.Object({ account: Uuid, original: AttachedFile, explain: Type.Optional(Type.Boolean()) });

/** Of what another front-end sent by Open311: by which of the district's keys, and the service that was chosen, a topic's code. */
const Open311Source = Type.Object({ account: Uuid, service: Type.String() });

/** The letter with which a body sent the appeal on; the body's name is sealed beside it. */
const SendingLetter = Type.Object({
  /** Never APPLICANT. */
  kind: oneOf(AppealSender),
  /** Where the body is of the district's directory: its code. */
  organisation: Type.Optional(Type.String()),
  number: Type.Optional(Type.String()),
  date: Type.Optional(LocalDate),
  /** The day by which it asks for the answer. */
  term: Type.Optional(LocalDate),
  /** It asks for an answer itself, too. */
  wantsAnswer: Type.Optional(Type.Boolean()),
});

/** Beside `mail`: the letter's Message-ID, which the answer names. */
const mailFields = { mail: Type.Optional(MailSource), mailId: Type.Optional(Personal) };

export const AppealReceived = declareEvent('AppealReceived', 1, {
  titles: { ru: 'Обращение поступило', en: 'Received' },
  fields: {
    /** Number of the receipt, returned to the sender at once. */
    receipt: Type.String(),
    regime: oneOf(Regime),
    channel: oneOf(Channel),
    /** The person whose key seals this appeal's personal fields. */
    person: Uuid,
    /** An OIDC issuer, or an official who saw the passport, vouches for the sender. */
    identified: Type.Boolean(),
    /** `<issuer> <subject>` of the sender at the residents' OIDC issuer. */
    subject: Type.Optional(Personal),
    text: Personal,
    name: Type.Optional(Personal),
    contact: Type.Optional(Personal),
    contactKind: Type.Optional(oneOf(ContactKind)),
    /** Parts of the name, as an official entered them; `name` is all of them. */
    surname: Type.Optional(Personal),
    givenName: Type.Optional(Personal),
    patronymic: Type.Optional(Personal),
    /** A telephone beside the contact. */
    phone: Type.Optional(Personal),
    /** The postal address, with its postcode in front. */
    address: Type.Optional(Personal),
    kind: Type.Optional(oneOf(AppealKind)),
    answerWay: Type.Optional(oneOf(AnswerWay)),
    /** Of a collective appeal: how many signed it. Its applicant is their representative. */
    signatories: Type.Optional(Type.Integer({ minimum: 2 })),
    /** For a letter on paper: the data of the original, and the number of sheets. */
    original: Type.Optional(
      Type.Object({
        number: Type.Optional(Type.String()),
        date: Type.Optional(LocalDate),
        sheets: Type.Optional(Type.Integer({ minimum: 1 })),
        enclosures: Type.Optional(Type.Integer({ minimum: 0 })),
      }),
    ),
    /** Who handed it on, if not the applicant. */
    forwardedBy: Type.Optional(Personal),
    /** The body that sent it on with a letter, and its name; absent: it came of the applicant. */
    receivedFrom: Type.Optional(SendingLetter),
    receivedFromBody: Type.Optional(Personal),
    settlement: Type.Optional(Type.String()),
    placeText: Type.Optional(Personal),
    /** `<latitude>,<longitude>` */
    point: Type.Optional(Personal),
    /** The topic that the sender chose: a code of the district's directory. */
    topic: Type.Optional(Type.String()),
    /** What the form asked about that topic, and the answers: a JSON array of `{ question, answer }`. */
    topicAnswers: Type.Optional(Personal),
    files: Type.Array(AttachedFile),
    fileNames: Type.Optional(FileNames),
    /** Which version of the district's text the sender agreed to have personal data processed under. */
    consent: Type.Optional(Type.Object({ version: Type.String() })),
    /** The sender agreed to publication without name and address. */
    mayBePublished: Type.Optional(Type.Boolean()),
    receivedAt: Instant,
    /** Of a network's message: when its sender wrote it, by the network's clock; absent where that is later than the arrival. */
    writtenAt: Type.Optional(Instant),
    receivedOn: LocalDate,
    zone: Zone,
    /** The term to register it, or for a message to decide about it; runs from the arrival (59-FZ art. 8(2)). */
    deadline: Type.Optional(Type.Object(deadlineFields)),
    /** The district's own words of danger that its text holds: an official declares it urgent, or does not. */
    danger: Type.Optional(Type.Object({ kind: oneOf(Danger), words: Type.Array(Type.String()) })),
    /** Of what another district of the platform handed over: that district's code, its question, its number. */
    origin: Type.Optional(
      Type.Object({
        district: Type.String(),
        question: Uuid,
        /** Which of its handovers to this district. */
        times: Type.Integer({ minimum: 1 }),
        number: Type.String(),
        registeredOn: LocalDate,
      }),
    ),
    /** Why that district thinks that it is ours. */
    originReason: Type.Optional(Personal),
    /** Labels of the imported source; never used for decisions. */
    sourceTheme: Type.Optional(Type.String()),
    sourceDepartment: Type.Optional(Type.String()),
    /** For a message received from a network. */
    ...sourceFields,
    ...mailFields,
    open311: Type.Optional(Open311Source),
  },
  unpublished: {
    /** Keyed hash of the submission: detects other content under the same key, for ever. */
    fingerprint: Type.String(),
    /** Keyed hash of the stored hash of the follow-up code, which is no secret: tells whether another one was put in its place. */
    codeSeal: Type.Optional(Type.String()),
  },
});

export const AppealSupplemented = declareEvent('AppealSupplemented', 1, {
  titles: { ru: 'Обращение дополнено', en: 'Something was added to the appeal' },
  fields: {
    text: Personal,
    files: Type.Array(AttachedFile),
    fileNames: Type.Optional(FileNames),
    /** False: another person wrote it, in the thread. Absent: the applicant, by the follow-up code. */
    byApplicant: Type.Optional(Type.Boolean()),
    /** Of another person: `<NETWORK> <id>`, and the name shown there. */
    author: Type.Optional(Personal),
    authorName: Type.Optional(Personal),
    ...sourceFields,
    ...mailFields,
    ...stateField,
  },
  unpublished: { commandId },
});

/**
 * What an official corrected of a registered appeal; its text and its registration stay as they were. The former values are beside the
 * new ones; an absent one says that there was none.
 */
export const DetailsCorrected = declareEvent('DetailsCorrected', 1, {
  titles: { ru: 'Исправлены суть или место', en: 'The gist or the place was corrected' },
  fields: {
    /** What is asked, in the words of an official. */
    gist: Type.Optional(Personal),
    formerGist: Type.Optional(Personal),
    /** There is no gist any more, as before the first one. */
    isGistRemoved: Type.Optional(Type.Boolean()),
    /** The three fields beside it are the whole place from then on; an absent one is removed. */
    isPlaceCorrected: Type.Optional(Type.Boolean()),
    settlement: Type.Optional(Type.String()),
    placeText: Type.Optional(Personal),
    /** `<latitude>,<longitude>` */
    point: Type.Optional(Personal),
    formerSettlement: Type.Optional(Type.String()),
    formerPlaceText: Type.Optional(Personal),
    formerPoint: Type.Optional(Personal),
    reason: Personal,
  },
  unpublished: { commandId },
});

/** From whom it came, as officials found it later, or corrected it: the two fields are the whole of it from then on. */
export const SourceRecorded = declareEvent('SourceRecorded', 1, {
  titles: { ru: 'Записано, от кого поступило', en: 'It was recorded from whom it came' },
  fields: {
    /** Absent: it came of the applicant. */
    receivedFrom: Type.Optional(SendingLetter),
    receivedFromBody: Type.Optional(Personal),
    /** Its name is as before, though sealed again. */
    isBodyKept: Type.Optional(Type.Boolean()),
    /** As it was before; absent: of the applicant. */
    formerReceivedFrom: Type.Optional(SendingLetter),
    formerReceivedFromBody: Type.Optional(Personal),
    reason: Personal,
  },
  unpublished: { commandId },
});

/** Whether the applicant asks again what an earlier appeal asked; the last one counts. */
export const RepeatRecorded = declareEvent('RepeatRecorded', 1, {
  titles: { ru: 'Решено, повторное ли обращение', en: 'It was decided whether it is repeated' },
  fields: {
    isRepeat: Type.Boolean(),
    /** The earlier one, and its number. */
    of: Type.Optional(Uuid),
    number: Type.Optional(Type.String()),
    /** As it follows from what happened to that one by then. */
    cause: Type.Optional(oneOf(RepeatCause)),
  },
  unpublished: { commandId },
});
