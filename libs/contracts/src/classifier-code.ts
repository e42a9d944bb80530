import Type from 'typebox';

/** A code of the common classifier of appeals: section, topic, theme, question, and sometimes a sub-question. */
export const classifierPattern = '^\\d{4}(\\.\\d{4}){3,4}$';
/** The same, or what is wider: a section, topic or theme. */
export const anyLevelPattern = '^\\d{4}(\\.\\d{4}){0,4}$';
export const ClassifierCode = Type.String({ pattern: classifierPattern, examples: ['0003.0009.0099.0742'] });
/** The edition that has the code, as its editor calls it; absent where no edition that was loaded had it. */
export const ClassifierEdition = Type.String({ minLength: 1, maxLength: 40, examples: ['31.10.2025'] });
