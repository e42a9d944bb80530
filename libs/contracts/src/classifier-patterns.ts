/** A code of the common classifier of appeals: section, topic, theme, question, and sometimes a sub-question. */
export const classifierPattern = '^\\d{4}(\\.\\d{4}){3,4}$';
/** The same, or what is wider: a section, topic or theme. */
export const anyLevelPattern = '^\\d{4}(\\.\\d{4}){0,4}$';
