import { useState } from 'react';
import { coordinates } from '../../../server/map-links.js';
import type { Directory } from '../../frame/directory.js';
import type { CorrectDetailsInput } from '../../generated/graphql.js';
import { Form, Submit } from '../../parts/form.js';
import { LabelledChoice, LabelledLine } from '../../parts/labelled.js';
import { Problem } from '../../parts/problem.js';
import { t } from '../../words/words.js';
import type { Fields, FormProps } from '../act.js';
import type { Card } from '../card.js';
import { ActDialog } from './act-dialog.js';
import { pointIn } from './point-in.js';
import { useTopics, type CorrectedTopic } from './use-topics.js';
import { WithDirectory } from './with-directory.js';

/** With the topics that the same form corrected. */
export type Corrected = Fields<CorrectDetailsInput> & { readonly topics: readonly CorrectedTopic[] };

interface DetailsDialogProps extends FormProps<Corrected> {
  readonly card: Card;
}

/** Gist, place and topics of a registered appeal, with one reason: what is left as it is is not corrected. */
export function DetailsDialog({ card, open, onClose, onSend }: DetailsDialogProps) {
  const begins = `${card.row.id} ${card.row.version} ${card.row.questions.map(({ topic }) => topic?.code).join()}`;
  return (
    <ActDialog open={open} onClose={onClose} title={t('dialogs.detailsTitle')} begins={begins} onSend={onSend}>
      {(send) => (
        <WithDirectory>{(directory) => <DetailsForm card={card} directory={directory} onSend={send} />}</WithDirectory>
      )}
    </ActDialog>
  );
}

interface DetailsFormProps extends Pick<DetailsDialogProps, 'card'> {
  readonly directory: Directory;
  readonly onSend: (corrected: Corrected) => void;
}

/** As they are, for `correctDetails`. */
export function detailsOf({ row, place }: Pick<Card, 'row' | 'place'>): Omit<Fields<CorrectDetailsInput>, 'reason'> {
  const { settlement, text, point } = place ?? {};
  const whole = {
    ...(settlement && { settlement: settlement.code }),
    ...(text && { text }),
    ...(point && { point: { latitude: point.latitude, longitude: point.longitude } }),
  };
  return { ...(row.gist ? { gist: row.gist } : { removesGist: true }), place: whole };
}

const MAX_GIST = 160;
const MAX_PLACE = 500;

function DetailsForm({ card, directory, onSend }: DetailsFormProps) {
  const { row, place } = card;
  const former = place?.point ? coordinates(place.point) : '';
  const [gist, setGist] = useState(row.gist ?? '');
  const [settlement, setSettlement] = useState(place?.settlement?.code ?? '');
  const [text, setText] = useState(place?.text ?? '');
  const [point, setPoint] = useState(former);
  const [reason, setReason] = useState('');
  const topics = useTopics(row.questions);
  const submit = async (): Promise<void> => {
    const at = point.trim() === former ? place?.point : pointIn(point);
    const whole = {
      ...(settlement && { settlement }),
      ...(text.trim() && { text: text.trim() }),
      ...(at && { point: { latitude: at.latitude, longitude: at.longitude } }),
    };
    const corrected = await topics.send(reason.trim());
    if (corrected) onSend({ gist: gist.trim() || null, place: whole, reason: reason.trim(), topics: corrected });
  };
  return (
    <Form onSubmit={() => void submit()}>
      <LabelledLine
        label={t('dialogs.detailsGist')}
        name="gist"
        autoFocus
        maxLength={MAX_GIST}
        value={gist}
        onValue={setGist}
      />
      <LabelledChoice
        label={t('dialogs.detailsSettlement')}
        none={t('dialogs.detailsNoSettlement')}
        of={directory.settlements.map(({ code, name }) => [code, name])}
        value={settlement}
        onValue={setSettlement}
      />
      <LabelledLine label={t('dialogs.detailsPlace')} maxLength={MAX_PLACE} value={text} onValue={setText} />
      <LabelledLine
        label={t('dialogs.detailsPoint')}
        title={t('dialogs.detailsPointForm')}
        pattern="\s*-?\d{1,2}([.]\d+)?\s*,\s*-?\d{1,3}([.]\d+)?\s*"
        value={point}
        onValue={setPoint}
      />
      {topics.offered.map(({ id, label, code }) => (
        <LabelledChoice
          key={id}
          label={label}
          of={directory.topics.map((one) => [one.code, one.name])}
          value={code}
          onValue={(topic) => topics.choose(id, topic)}
        />
      ))}
      {topics.elsewhere(directory).map((department) => (
        <p key={department} className="d-note" role="status">
          {t('dialogs.detailsOtherDepartment', { department })}
        </p>
      ))}
      <LabelledLine
        label={t('dialogs.detailsReason')}
        name="reason"
        required
        maxLength={2000}
        value={reason}
        onValue={setReason}
      />
      {topics.problem && <Problem problem={topics.problem} />}
      <Submit>{t('dialogs.detailsDo')}</Submit>
    </Form>
  );
}
