import administration from './administration.json';
import analysis from './analysis.json';
import approval from './approval.json';
import calls from './calls.json';
import card from './card.json';
import dialogs from './dialogs.json';
import frame from './frame.json';
import journal from './journal.json';
import moderation from './moderation.json';
import overview from './overview.json';
import parts from './parts.json';
import queue from './queue.json';
import registration from './registration.json';
import worklist from './worklist.json';

export default {
  administration,
  analysis,
  approval,
  calls,
  card,
  dialogs,
  frame,
  journal,
  moderation,
  overview,
  parts,
  queue,
  registration,
  worklist,
};
