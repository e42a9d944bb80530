import Type from 'typebox';
import { ClassifierCode, ClassifierEdition } from './classifier-code.js';
import { declareEvent, LocalDate, Personal, Uuid, Zone } from './declare-event.js';

/* Events of the Question stream beside its way to the answer: promised measures, its code, who works on it with the executor,
 * and who watches over it. */

/** The answer promises measures: the question stays under control, and comes back on that day. */
export const MeasuresPromised = declareEvent('MeasuresPromised', 1, {
  titles: { ru: 'Обещаны меры, вопрос на контроле', en: 'Measures promised, the question is under control' },
  fields: { until: LocalDate },
});

export const PromiseExtended = declareEvent('PromiseExtended', 1, {
  titles: { ru: 'Обещанный срок перенесён', en: 'The promise was extended' },
  fields: {
    until: LocalDate,
    /** 1, 2, 3 … */
    times: Type.Integer({ minimum: 1 }),
    reason: Personal,
  },
});

/** What was promised is done; text and photo are for the applicant. */
export const PromiseConfirmed = declareEvent('PromiseConfirmed', 1, {
  titles: { ru: 'Обещанное выполнено', en: 'The promise was kept' },
  fields: {
    text: Personal,
    /** Id of an uploaded file, which intake gives to the appeal. */
    photo: Type.Optional(Uuid),
    keptOn: LocalDate,
    zone: Zone,
  },
});

/** Another code of the common classifier than the topic's. */
export const QuestionClassified = declareEvent('QuestionClassified', 1, {
  titles: { ru: 'Указан код классификатора', en: 'The code of the classifier was set' },
  fields: { classifier: ClassifierCode, classifierEdition: Type.Optional(ClassifierEdition) },
});

/** It was taken for another topic; who considers it and its terms stay, and the topic's code goes with it. */
export const TopicCorrected = declareEvent('TopicCorrected', 1, {
  titles: { ru: 'Исправлена тема', en: 'The topic was corrected' },
  fields: {
    /** Codes of the district's directory. */
    topic: Type.String(),
    formerTopic: Type.String(),
    /** The common classifier's code of the topic. */
    classifier: Type.Optional(ClassifierCode),
    classifierEdition: Type.Optional(ClassifierEdition),
    reason: Personal,
  },
});

/** The executor has read what was assigned to him. The next assignment is to be read again. */
export const AssignmentAcknowledged = declareEvent('AssignmentAcknowledged', 1, {
  titles: { ru: 'Исполнитель ознакомлен', en: 'The executor has read the assignment' },
  fields: {},
});

/** The first assignment was a mistake, and was taken back at once, before its executor began: the question has none, as before. */
export const AssignmentTakenBack = declareEvent('AssignmentTakenBack', 1, {
  titles: { ru: 'Назначение отменено', en: 'The assignment was taken back' },
  fields: {},
});

/** All of them, in place of the former: officials, and codes of departments. None: the executor is alone. */
export const CoExecutorsAssigned = declareEvent('CoExecutorsAssigned', 1, {
  titles: { ru: 'Назначены соисполнители', en: 'Co-executors assigned' },
  fields: { officials: Type.Array(Uuid), departments: Type.Array(Type.String()) },
});

/** What a co-executor gives for the answer; the executor reads it. */
export const ContributionAdded = declareEvent('ContributionAdded', 1, {
  titles: { ru: 'Соисполнитель дал материалы', en: 'A co-executor contributed' },
  fields: { text: Personal },
  /** Id of the contribution, which makes adding it idempotent. */
  unpublished: { contribution: Uuid },
});

/** The head, or who controls for him, watches over its consideration until a day (59-FZ art. 14); put so again, the later day holds. */
export const QuestionPutUnderControl = declareEvent('QuestionPutUnderControl', 1, {
  titles: { ru: 'Взято на контроль', en: 'Put under control' },
  fields: { until: LocalDate },
});

export const QuestionTakenOffControl = declareEvent('QuestionTakenOffControl', 1, {
  titles: { ru: 'Снято с контроля', en: 'Taken off control' },
  fields: {},
});

export const controlEvents = {
  MeasuresPromised,
  PromiseExtended,
  PromiseConfirmed,
  QuestionClassified,
  TopicCorrected,
  AssignmentAcknowledged,
  AssignmentTakenBack,
  CoExecutorsAssigned,
  ContributionAdded,
  QuestionPutUnderControl,
  QuestionTakenOffControl,
} as const;
