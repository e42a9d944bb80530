import { useRef, useState } from 'react';
import { useUnkeptCommand } from '../../frame/command.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import { Button } from '../../parts/button.js';
import { fullDate } from '../../parts/dates.js';
import { Form, Submit } from '../../parts/form.js';
import { LabelledChoice, LabelledLine, LabelledText, LabelledTick } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import type { DayOfOfficial } from './day-rows.js';
import { enterReceptionDocument } from './reception.queries.js';

interface EnterVisitProps {
  readonly day: DayOfOfficial;
  readonly on: string;
  /** Absent: one who is there, without a time. */
  readonly begins: string | undefined;
  readonly onEntered: () => void;
  readonly onClose: () => void;
}

/** Booked by telephone or at the desk; its code is read out to the visitor. */
export function EnterVisit({ day, on, begins, onEntered, onClose }: EnterVisitProps) {
  const { code: district } = useDistrict();
  const { hours, official, place, announced } = day;
  const key = useRef(newKey());
  const [said, setSaid] = useState({ name: '', phone: '', matter: '' });
  const [channel, setChannel] = useState<'PHONE' | 'RECEPTION'>(begins === undefined ? 'RECEPTION' : 'PHONE');
  const [way, setWay] = useState<'IN_PERSON' | 'VIDEO'>('IN_PERSON');
  const [outOfTurn, setOutOfTurn] = useState(false);
  const [code, setCode] = useState<string>();
  const { send, problem, state } = useUnkeptCommand(enterReceptionDocument);
  const field = (name: keyof typeof said) => ({
    label: t(`reception.${name}`),
    name,
    value: said[name],
    onValue: (value: string) => setSaid((all) => ({ ...all, [name]: value })),
  });
  const enter = async (): Promise<void> => {
    const time = begins === undefined ? {} : { begins };
    const input = { district, key: key.current, channel, hours, on, ...time, way, ...said, outOfTurn };
    const booked = await send({ input });
    if (!booked) return;
    setCode(booked.bookingCode);
    onEntered();
  };
  const title = `${fullDate(on)}${begins === undefined ? '' : `, ${begins}`}`;
  return (
    <aside className="reception-side" aria-label={t('reception.enter')}>
      <p className="muted">{title}</p>
      <h2>{`${official}, ${place}`}</h2>
      {code === undefined ? (
        <Form problem={problem} onSubmit={() => void enter()} onChange={() => (key.current = newKey())}>
          <LabelledLine {...field('name')} required autoFocus maxLength={200} />
          <LabelledText {...field('matter')} required rows={2} maxLength={200} />
          <LabelledLine {...field('phone')} type="tel" maxLength={30} />
          {begins !== undefined && (
            <LabelledChoice
              label={t('reception.channel')}
              name="channel"
              of={[
                ['PHONE', t('reception.byPhone')],
                ['RECEPTION', t('reception.atDesk')],
              ]}
              value={channel}
              onValue={(value) => value && setChannel(value)}
            />
          )}
          {announced?.video && (
            <LabelledChoice
              label={t('reception.way')}
              name="way"
              of={[
                ['IN_PERSON', t('reception.inPerson')],
                ['VIDEO', t('reception.video')],
              ]}
              value={way}
              onValue={(value) => value && setWay(value)}
            />
          )}
          <LabelledTick label={t('reception.outOfTurnTick')} value={outOfTurn} onValue={setOutOfTurn} />
          <div className="d-bar">
            <Submit keys="Ctrl Enter" disabled={state !== 'idle'}>
              {begins === undefined ? t('reception.letIn') : t('reception.book', { time: begins })}
            </Submit>
            <Button onPress={onClose}>{t('reception.close')}</Button>
          </div>
        </Form>
      ) : (
        <div role="status">
          <p>{t('reception.tellCode')}</p>
          <p className="num reception-code">{code.match(/.{1,4}/g)?.join(' ')}</p>
          <Button onPress={onClose}>{t('reception.close')}</Button>
        </div>
      )}
    </aside>
  );
}
