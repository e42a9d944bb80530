import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import { useSender } from '../../frame/command.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import { useMayUse } from '../../frame/viewer.js';
import { Button } from '../../parts/button.js';
import { fullDate, weekday } from '../../parts/dates.js';
import { LabelledChoice } from '../../parts/labelled.js';
import { Problem } from '../../parts/problem.js';
import { language, t } from '../../words/words.js';
import type { Announced, Visit } from './day-rows.js';
import { EndVisit } from './end-visit.js';
import {
  cameDocument,
  cancelReceptionDocument,
  missedDocument,
  moveReceptionDocument,
  remindDocument,
  takeBackCameDocument,
} from './reception.queries.js';

interface VisitCardProps {
  readonly visit: Visit;
  readonly on: string;
  readonly isToday: boolean;
  readonly receptions: readonly Announced[];
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** The card of a visitor: what is known, what can be done now, and what it led to. */
export function VisitCard({ visit, on, isToday, receptions, onChanged, onClose }: VisitCardProps) {
  const { code: district } = useDistrict();
  const { name, begins, official, appeal, state } = visit;
  return (
    <aside className="reception-side" aria-label={t('reception.card')}>
      <p className="muted">{[fullDate(on), begins, official].filter(Boolean).join(', ')}</p>
      <h2>{name ?? t('reception.forgotten')}</h2>
      <Facts visit={visit} />
      {appeal && (
        <p>
          <Link href={`/desk/${district}/card/${appeal}`}>{t('reception.toAppeal')}</Link>
        </p>
      )}
      {appeal && isToday && <p className="muted">{t('reception.oralHint')}</p>}
      {state === 'CAME' && <EndVisit visit={visit} on={on} onEnded={onChanged} />}
      {state !== 'ENDED' && state !== 'CANCELLED' && (
        <Acts visit={visit} isToday={isToday} receptions={receptions} onChanged={onChanged} />
      )}
      <Button onPress={onClose}>{t('reception.close')}</Button>
    </aside>
  );
}

function Facts({ visit }: Pick<VisitCardProps, 'visit'>) {
  const { matter, phone, receivedBy, official, post, place, said, earlier } = visit;
  const facts = [
    [t('reception.matter'), matter ?? '—'],
    [t('reception.phone'), phone ? <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a> : '—'],
    [t('reception.receives'), `${receivedBy ?? `${official}, ${post}`}, ${place}`],
    [t('reception.said'), said],
    [t('reception.earlier'), earlier],
  ] as const;
  return (
    <dl>
      {facts.map(([name, value]) =>
        value ? (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ) : null,
      )}
    </dl>
  );
}

type ActsProps = Pick<VisitCardProps, 'visit' | 'isToday' | 'receptions' | 'onChanged'>;

/** On the day: came or not, and that it was a mistake; before it, the call that reminds. */
const ACTS = [
  { field: 'recordVisitorCame', document: cameDocument, words: 'reception.came', when: 'TODAY' },
  { field: 'recordVisitorMissed', document: missedDocument, words: 'reception.missedDo', when: 'TODAY' },
  { field: 'recordReceptionReminder', document: remindDocument, words: 'reception.remind', when: 'BEFORE' },
  { field: 'cancelReception', document: cancelReceptionDocument, words: 'reception.cancel', when: 'ANY' },
  { field: 'takeBackVisitorCame', document: takeBackCameDocument, words: 'reception.notCame', when: 'CAME' },
] as const;

function isPossible({ field, when }: (typeof ACTS)[number], { state, remindedAt }: Visit, isToday: boolean): boolean {
  if (state === 'CAME' || when === 'CAME') return state === 'CAME' && when === 'CAME';
  if (state === 'MISSED') return field === 'recordVisitorCame' && isToday;
  if (when === 'BEFORE') return !isToday && !remindedAt;
  return when === 'ANY' || isToday;
}

function Acts({ visit, isToday, receptions, onChanged }: ActsProps) {
  const { code: district } = useDistrict();
  const mayUse = useMayUse();
  const { send, stateOf, problem } = useSender();
  const { id, version: expectedVersion, way } = visit;
  const input = () => ({ district, id, key: newKey(), expectedVersion });
  const after = (sent: Promise<unknown>) => void sent.then((done) => done !== undefined && onChanged());
  const acts = ACTS.filter((one) => mayUse(one.field) && isPossible(one, visit, isToday));
  return (
    <>
      <Problem problem={problem} />
      <div className="d-bar">
        {acts.map(({ field, document, words }) => (
          <Button
            key={field}
            disabled={stateOf() !== 'idle'}
            onPress={() =>
              after(send<object, { input: ReturnType<typeof input> }>(document as never, { input: input() }))
            }
            {...(field === 'recordVisitorCame' && { look: 'main' as const })}
          >
            {t(words)}
          </Button>
        ))}
      </div>
      {visit.state !== 'CAME' && mayUse('moveReception') && (
        <Move
          receptions={receptions}
          onMove={(to) => after(send(moveReceptionDocument, { input: { ...input(), ...to, way } }))}
        />
      )}
    </>
  );
}

interface Target {
  readonly hours: string;
  readonly on: string;
  readonly begins: string;
}

function Move({ receptions, onMove }: { receptions: readonly Announced[]; onMove: (to: Target) => void }) {
  const [to, setTo] = useState('');
  const targets = receptions.flatMap(({ hours, on, official, slots }) =>
    slots.flatMap(({ begins, free }) => (free ? [{ hours, on, begins, official }] : [])),
  );
  const keyOf = ({ hours, on, begins }: Target): string => `${hours} ${on} ${begins}`;
  const chosen = targets.find((one) => keyOf(one) === to);
  return (
    <div className="reception-move">
      <LabelledChoice
        label={t('reception.move')}
        name="move"
        none={t('reception.choose')}
        of={targets.map((one) => [
          keyOf(one),
          `${weekday(one.on, language)}, ${fullDate(one.on)}, ${one.begins}, ${one.official}`,
        ])}
        value={to}
        onValue={setTo}
      />
      {chosen && (
        <Button onPress={() => onMove({ hours: chosen.hours, on: chosen.on, begins: chosen.begins })}>
          {t('reception.moveDo')}
        </Button>
      )}
    </div>
  );
}
