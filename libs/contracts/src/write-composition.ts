import { writeComposition } from './schema.js';

writeComposition();
