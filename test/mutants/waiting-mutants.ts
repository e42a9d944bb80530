import { dropStatement, dropText, replaceCondition } from './locate/change.js';
import type { Mutant } from './mutants.js';

/** Of what waits in notifications to be sent or sought: work, and what a process of the release before adds to it. */
export const waitingMutants: readonly Mutant[] = [
  {
    name: 'waiting: a link that is sent again when its event comes again',
    in: 'notifications: LinkLetters.add',
    change: replaceCondition('true', 'rowCount'),
    spec: 'link-letters.int.spec.ts',
    test: 'a letter with a link is not sent again when its event comes again afterwards',
  },
  {
    name: 'waiting: a link of an erased person that is still work',
    in: 'notifications: LinkLetters.forget',
    change: dropStatement('cancel'),
    spec: 'link-letters.int.spec.ts',
    test: 'the erasure of a person cancels the letter with a link that waits',
  },
  {
    name: 'waiting: a link of the release before that is never sent',
    in: 'notifications: linkLettersAreWork',
    change: dropText(
      "insert into notifications.work (district, kind, key, due_at, body) values (new.district, 'LINK_LETTER', new.link, clock_timestamp(), jsonb_build_object('appeal', new.appeal, 'expiresAt', new.expires_at)) on conflict do nothing;",
    ),
    spec: 'link-letters.int.spec.ts',
    test: 'a letter with a link that a process of the release before still adds is sent, and that process finds none',
  },
  {
    name: 'waiting: a link that a process of the release before has sent goes again',
    in: 'notifications: linkLettersAreWork',
    change: dropText(
      "delete from notifications.work where district = new.district and kind = 'LINK_LETTER' and key = new.link::text;",
    ),
    spec: 'link-letters.int.spec.ts',
    test: 'a letter with a link that a process of the release before had claimed waits or ends as that process says',
  },
  {
    name: 'waiting: work that forgets what its last attempt found',
    in: 'host: WorkQueue.again',
    change: dropText(', body = coalesce($6::jsonb, body)'),
    spec: 'work-queue.int.spec.ts',
    test: 'goes on with the body that the attempt before has left',
  },
];
