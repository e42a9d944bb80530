import administration from './administration.json';
import card from './card.json';
import frame from './frame.json';
import parts from './parts.json';
import worklist from './worklist.json';

export default { administration, card, frame, parts, worklist };
