import type { ResidentAppeal, ResidentQuestion } from '@otklik/contracts/generated/graphql';
import type { ReactNode } from 'react';
import { isAbsent } from './absent.js';
import type { FollowPage } from './follow-page.js';

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

const ENDED: readonly ResidentAppeal['state'][] = ['WITHDRAWN', 'SPAM', 'DUPLICATE'];

/** Nothing is routed yet: received, read by an official, then registered. */
export function BeforeRegistration({ appeal, speech, district: { zone } }: FollowPage) {
  const { say, fullMoment } = speech;
  if (ENDED.includes(appeal.state)) return null;
  const isRead = appeal.state !== 'RECEIVED';
  const now = say('path.now');
  const ahead = say('path.ahead');
  const marks: readonly PathMark[] = [
    { mark: 'done', name: say('path.received'), note: fullMoment(appeal.receivedAt, zone) },
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
  const { say, shortDay, day } = speech;
  const { department, routedAt, dueOn, state } = question;
  const ahead = say('path.ahead');
  const registered: PathMark = {
    ...{ mark: 'done', name: say('path.registered') },
    note: shortDay(appeal.registeredOn ?? appeal.receivedAt, zone),
  };
  if (isAbsent(department))
    return [
      registered,
      { mark: 'now', name: say('path.department'), note: say('path.now') },
      { mark: 'ahead', name: say('path.answer'), note: ahead },
    ];
  const since = isAbsent(routedAt)
    ? department
    : say('path.departmentSince', { department, date: shortDay(routedAt, zone) });
  const isClosed = state === 'CLOSED';
  const by = isAbsent(dueOn) ? say('path.now') : say('path.nowBy', { date: day(dueOn, zone) });
  return [
    registered,
    { mark: 'done', name: say('path.department'), note: since },
    isClosed
      ? { mark: 'done', name: say('path.closed'), note: '' }
      : { mark: 'now', name: say('path.preparing'), note: by },
    ...(isClosed ? [] : [{ mark: 'ahead', name: say('path.answer'), note: ahead } as const]),
  ];
}
