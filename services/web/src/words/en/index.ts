import accounts from './accounts.json';
import administration from './administration.json';
import approval from './approval.json';
import calendar from './calendar.json';
import calls from './calls.json';
import card from './card.json';
import course from './course.json';
import dialogs from './dialogs.json';
import frame from './frame.json';
import journal from './journal.json';
import moderation from './moderation.json';
import outgoing from './outgoing.json';
import overview from './overview.json';
import parts from './parts.json';
import people from './people.json';
import pos from './pos.json';
import post from './post.json';
import publish from './publish.json';
import queue from './queue.json';
import registration from './registration.json';
import start from './start.json';
import worklist from './worklist.json';

export default {
  accounts,
  administration,
  approval,
  calendar,
  calls,
  card,
  course,
  dialogs,
  frame,
  journal,
  moderation,
  outgoing,
  overview,
  parts,
  people,
  pos,
  post,
  publish,
  queue,
  registration,
  start,
  worklist,
};
