import Type from 'typebox';
import { classifierPattern } from './classifier-patterns.js';

export const ClassifierCode = Type.String({ pattern: classifierPattern, examples: ['0003.0009.0099.0742'] });
/** The edition that has the code, as its editor calls it; absent where no edition that was loaded had it. */
export const ClassifierEdition = Type.String({ minLength: 1, maxLength: 40, examples: ['31.10.2025'] });
