import Type from 'typebox';

/** A code of the common classifier of appeals: section, theme, topic, question, and sometimes a sub-question. */
export const classifierPattern = '^\\d{4}(\\.\\d{4}){3,4}$';
export const ClassifierCode = Type.String({ pattern: classifierPattern, examples: ['0003.0008.0086.0567'] });
