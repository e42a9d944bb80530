import { dropStatement, dropText, replaceCondition, replaceText } from './locate/change.js';
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
  {
    name: 'waiting: a letter that is given up by an attempt whose lease ended',
    in: 'notifications: SendLetter.conclude',
    change: dropStatement('assertLeased'),
    spec: 'deliveries-are-work.int.spec.ts',
    test: 'is given up by no attempt whose lease ended, and what has left is recorded all the same',
  },
  {
    name: 'waiting: a letter that has left and is not recorded, since its lease ended',
    in: 'notifications: SendLetter.conclude',
    change: replaceCondition('true', 'attempt'),
    spec: 'deliveries-are-work.int.spec.ts',
    test: 'is given up by no attempt whose lease ended, and what has left is recorded all the same',
  },
  {
    name: 'waiting: a letter that the release before sends, too',
    in: 'notifications: deliveriesAreWork',
    change: replaceText('set next_at = new.due_at, attempts', 'set attempts'),
    spec: 'deliveries-are-work.int.spec.ts',
    test: 'finds no letter that is being sent, and again what is to be tried again',
  },
  {
    name: 'waiting: a letter that the release before is sending is sent, too',
    in: 'notifications: deliveriesAreWork',
    change: replaceText('set due_at = new.next_at, attempts', 'set attempts'),
    spec: 'deliveries-are-work.int.spec.ts',
    test: 'sends alone what it has claimed, and ends it',
  },
  {
    name: 'waiting: messages of an appeal out of order',
    in: 'notifications: deliveriesAreWork',
    change: dropText('and e.added < d.added'),
    spec: 'deliveries-are-work.int.spec.ts',
    test: 'go one after the other; one that waits for a person holds back the rest, and another way does not',
  },
  {
    name: 'waiting: a message that is forgotten, added while the one before it ended',
    in: 'notifications: deliveriesAreWork',
    change: dropText('perform pg_advisory_xact_lock(hashtextextended(new.appeal::text, 730));'),
    spec: 'deliveries-are-work.int.spec.ts',
    test: 'go on where one is added while the one before it ends',
  },
  {
    name: 'waiting: a body that two releases ask at once',
    in: 'notifications: askingIsWork',
    change: replaceText('set next_at = new.due_at', 'set next_at = next_at'),
    spec: 'asking-is-work.int.spec.ts',
    test: 'a server of a body is asked by one process, by whichever release it runs',
  },
];
