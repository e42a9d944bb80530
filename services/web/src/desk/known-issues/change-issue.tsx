import { useRef, useState } from 'react';
import { useCommand } from '../../frame/command.js';
import { useDistrict } from '../../frame/district.js';
import { newKey } from '../../frame/new-key.js';
import { Button } from '../../parts/button.js';
import { instantOf, localMoment } from '../../parts/dates.js';
import { Form, Submit } from '../../parts/form.js';
import { LabelledLine, LabelledText } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import type { OpenedIssue } from './known-issues.js';
import { endIssueDocument, updateIssueDocument } from './known-issues.queries.js';

interface ChangeProps {
  readonly issue: OpenedIssue;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Another text, or another time with its reason. */
export function UpdateIssue({ issue, onClose, onChanged }: ChangeProps) {
  const { code: district, zone } = useDistrict();
  const { id, version: expectedVersion } = issue;
  const before = localMoment(zone, Date.parse(issue.until));
  const [text, setText] = useState(issue.text);
  const [textSah, setTextSah] = useState(issue.textSah ?? '');
  const [until, setUntil] = useState(before);
  const [reason, setReason] = useState('');
  const key = useRef(newKey());
  const { send, problem, state } = useCommand(updateIssueDocument);
  const update = async (): Promise<void> => {
    const moved = until === before ? {} : { until: instantOf(zone, until) };
    const input = { district, id, key: key.current, expectedVersion, text, textSah, reason, ...moved };
    if (await send({ input })) onChanged();
  };
  return (
    <Form problem={problem} onSubmit={() => void update()} onChange={() => (key.current = newKey())}>
      <LabelledText label={t('known.text')} name="text" required maxLength={1_000} value={text} onValue={setText} />
      <LabelledText label={t('known.textSah')} name="textSah" maxLength={1_000} value={textSah} onValue={setTextSah} />
      <LabelledLine
        label={t('known.until')}
        name="until"
        type="datetime-local"
        required
        value={until}
        onValue={setUntil}
      />
      <LabelledLine label={t('known.reason')} name="reason" maxLength={300} value={reason} onValue={setReason} />
      <Foot words={t('known.save')} isBusy={state !== 'idle'} onClose={onClose} />
    </Form>
  );
}

/** What was done, which each sender of a joined message reads. */
export function EndIssue({ issue, onClose, onChanged }: ChangeProps) {
  const { code: district } = useDistrict();
  const { id, version: expectedVersion, joined } = issue;
  const [done, setDone] = useState('');
  const key = useRef(newKey());
  const { send, problem, state } = useCommand(endIssueDocument);
  const end = async (): Promise<void> => {
    if (await send({ input: { district, id, key: key.current, expectedVersion, done } })) onChanged();
  };
  return (
    <Form problem={problem} onSubmit={() => void end()} onChange={() => (key.current = newKey())}>
      <LabelledText
        label={t('known.whatDone')}
        name="done"
        required
        autoFocus
        maxLength={1_000}
        value={done}
        onValue={setDone}
      />
      <p className="muted">{t('known.endSends', { count: joined })}</p>
      <Foot words={t('known.endNow')} isBusy={state !== 'idle'} onClose={onClose} />
    </Form>
  );
}

interface FootProps {
  readonly words: string;
  readonly isBusy: boolean;
  readonly onClose: () => void;
}

function Foot({ words, isBusy, onClose }: FootProps) {
  return (
    <div className="d-bar">
      <Submit keys="Ctrl Enter" disabled={isBusy}>
        {words}
      </Submit>
      <Button onPress={onClose}>{t('known.cancel')}</Button>
    </div>
  );
}
