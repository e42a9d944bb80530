import type { ResidentAppeal, ResidentQuestion } from '@otklik/contracts/generated/graphql';
import type { ReactNode } from 'react';
import { isAbsent } from './absent.js';
import type { FollowPage } from './follow-page.js';
import { isAppeal } from './kind-words.js';
import type { Speech } from './words/index.js';

interface PathMark {
  readonly mark: 'done' | 'now' | 'ahead';
  readonly name: string;
  readonly note: ReactNode;
}

export function Path({ marks }: { readonly marks: readonly PathMark[] }) {
  return (
    <ol className="path">
      {marks.map(({ mark, name, note }) => (
        <li
          key={name}
          className={mark === 'ahead' ? undefined : mark}
          aria-current={mark === 'now' ? 'step' : undefined}
        >
          <b>{name}</b>
          <span>{note}</span>
        </li>
      ))}
    </ol>
  );
}

/** When it came: «1 декабря 2026 г. в 14:05»; of a letter that was entered later, its day. */
export function receptionOf(
  { receivedAt, receivedOn }: FollowPage['appeal'],
  { day, fullMoment }: Speech,
  zone: string,
): string {
  return isAbsent(receivedOn) ? fullMoment(receivedAt, zone) : day(receivedOn, zone);
}

const ENDED: readonly ResidentAppeal['state'][] = ['WITHDRAWN', 'SPAM', 'ANSWERED_AT_ONCE', 'DUPLICATE'];

/** Nothing is routed yet: received, a message read by an official, then registered. */
export function BeforeRegistration({ appeal, speech, district: { zone } }: FollowPage) {
  const { moment, say, shortDay, term } = speech;
  if (ENDED.includes(appeal.state)) return null;
  const isRead = appeal.state !== 'RECEIVED' || isAppeal(appeal);
  const { registerBy: on, registerAt: at } = appeal;
  const now = isAbsent(on) ? say('path.now') : say('path.nowBy', { date: term({ on, at }, zone) });
  const ahead = say('path.ahead');
  const marks: readonly PathMark[] = [
    {
      mark: 'done',
      name: say('path.received'),
      note: isAbsent(appeal.receivedOn) ? moment(appeal.receivedAt, zone) : shortDay(appeal.receivedOn, zone),
    },
    { mark: isRead ? 'done' : 'now', name: say('path.read'), note: isRead ? '✓' : now },
    { mark: isRead ? 'now' : 'ahead', name: say('path.registered'), note: isRead ? now : ahead },
    { mark: 'ahead', name: say('path.answer'), note: ahead },
  ];
  return (
    <section className="part">
      <Path marks={isRead ? marks.filter(({ note }) => note !== '✓') : marks} />
    </section>
  );
}

export function pathOf(
  question: ResidentQuestion,
  { appeal, speech, district: { zone } }: FollowPage,
): readonly PathMark[] {
  const { say, shortDay, term } = speech;
  const { department, routedAt, dueOn: on, dueAt: at } = question;
  const ahead = say('path.ahead');
  const registered: PathMark = {
    mark: 'done',
    name: say('path.registered'),
    note: shortDay(appeal.registeredOn ?? appeal.receivedAt, zone),
  };
  if (isAbsent(department)) {
    const end = endOf(question, appeal, speech, zone);
    if (end) return [registered, end];
    return [
      registered,
      { mark: 'now', name: say('path.department'), note: say('path.now') },
      { mark: 'ahead', name: say('path.answer'), note: ahead },
    ];
  }
  const since = isAbsent(routedAt)
    ? department
    : say('path.departmentSince', { department, date: shortDay(routedAt, zone) });
  const end = endOf(question, appeal, speech, zone);
  const by = isAbsent(on) ? say('path.now') : say('path.nowBy', { date: term({ on, at }, zone) });
  return [
    registered,
    { mark: 'done', name: say('path.department'), note: since },
    ...(end
      ? [end]
      : [
          { mark: 'now', name: say('path.preparing'), note: by } as const,
          { mark: 'ahead', name: say('path.answer'), note: ahead } as const,
        ]),
  ];
}

/** An end that is no answer: where the question went, or why there is none. */
function endOf(
  question: ResidentQuestion,
  appeal: ResidentAppeal,
  speech: FollowPage['speech'],
  zone: string,
): PathMark | undefined {
  const { say, shortDay } = speech;
  const { state, forwardedTo, ground, endedOn } = question;
  const bodies = forwardedTo.join('; ');
  const on = isAbsent(endedOn) ? '' : shortDay(endedOn, zone);
  switch (state) {
    case 'FORWARDING':
      return { mark: 'now', name: say('path.forwarding'), note: bodies };
    case 'FORWARDED':
      return {
        mark: 'done',
        name: say('path.forwarded'),
        note: [say('path.forwardedTo', { bodies, date: on }), ...handoversOf(question, speech, zone)].join(' '),
      };
    case 'LEAVING':
      return { mark: 'now', name: say('path.leaving'), note: say('path.now') };
    case 'LEFT_UNANSWERED':
      return { mark: 'done', name: say('path.left'), note: isAbsent(ground) ? on : say(`ground.${ground}`) };
    case 'CLOSED':
      return closed(question, appeal, say, on);
    default:
      return undefined;
  }
}

/** A question that was joined to another is answered there. */
function closed(
  { mergedInto }: ResidentQuestion,
  appeal: ResidentAppeal,
  say: FollowPage['speech']['say'],
  on: string,
) {
  const at = appeal.questions.findIndex(({ id }) => id === mergedInto);
  if (at === -1) return { mark: 'done', name: say('path.closed'), note: on } as const;
  return { mark: 'now', name: say('path.merged'), note: say('index.merged', { n: at + 1 }) } as const;
}

/** The number in another district of the platform once it is known, and how it ended there. */
function handoversOf({ handovers }: ResidentQuestion, speech: FollowPage['speech'], zone: string): readonly string[] {
  const { say, shortDay } = speech;
  return handovers.flatMap(({ to, number, end, endedOn }) => [
    ...(isAbsent(number) ? [] : [say('path.handover', { district: to, number })]),
    ...(isAbsent(end) || isAbsent(endedOn) ? [] : [say(`path.handover.${end}`, { date: shortDay(endedOn, zone) })]),
  ]);
}

/** An end that is no answer, and the way to it; a question that was joined to another is answered there. */
export function endWords(question: ResidentQuestion, { appeal, speech, district }: FollowPage): string | undefined {
  const { say, shortDay } = speech;
  const { state, endedOn, mergedInto } = question;
  const into = appeal.questions.findIndex(({ id }) => id === mergedInto);
  switch (state) {
    case 'CLOSED':
      return into === -1 ? say('index.closed') : say('index.merged', { n: into + 1 });
    case 'FORWARDING':
      return say('index.forwarding');
    case 'FORWARDED':
      return say('index.forwarded', { date: isAbsent(endedOn) ? '' : shortDay(endedOn, district.zone) });
    case 'LEFT_UNANSWERED':
      return say('index.left');
    default:
      return undefined;
  }
}

/** What the resident knows it by. */
export function nameOf(question: ResidentQuestion, speech: Speech): string {
  return question.topic ?? question.excerpt ?? speech.say('path.preparing');
}
