import analysis from './analysis.json';

/** Texts of screens that are opened later: they come with them. */
export default { analysis };
