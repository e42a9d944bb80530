import analysis from './analysis.json';
import known from './known.json';

/** Texts of screens that are opened later: they come with them. */
export default { analysis, known };
