import { useRef, useState } from 'react';
import { registerAppealDocument } from '../../acts/message.js';
import { useSend } from '../../frame/command.js';
import { useDistrict } from '../../frame/district.js';
import type { Failure } from '../../frame/failure.js';
import { newKey } from '../../frame/new-key.js';
import { useMayUse } from '../../frame/viewer.js';
import { Form, Submit } from '../../parts/form.js';
import { LabelledChoice, LabelledLine, LabelledText, LabelledTick } from '../../parts/labelled.js';
import { t } from '../../words/words.js';
import { nameParts, type Visit } from './day-rows.js';
import { endReceptionDocument, enterAtReceptionDocument } from './reception.queries.js';

const OUTCOMES = ['REGISTERED', 'NOT_OURS', 'ANSWERED_BEFORE'] as const;
type Outcome = (typeof OUTCOMES)[number];

interface EndVisitProps {
  readonly visit: Visit;
  readonly on: string;
  readonly onEnded: () => void;
}

/**
 * What a reception led to. What is to be answered is entered and registered as every appeal is, with keys of this card, so that a
 * repetition after a lost answer registers nothing twice; its own answer ends it.
 */
export function EndVisit({ visit, on, onEnded }: EndVisitProps) {
  const mayUse = useMayUse();
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [said, setSaid] = useState({ name: visit.name ?? '', address: '', asked: '', said: '', earlier: '' });
  const [receivedBy, setReceivedBy] = useState(visit.official);
  const [receivedPost, setReceivedPost] = useState(visit.post);
  const [document, setDocument] = useState(false);
  const { end, problem, isSending } = useEnding(visit, on, onEnded);
  const field = (name: keyof typeof said) => ({
    label: t(`reception.${name}`),
    name,
    value: said[name],
    onValue: (value: string) => setSaid((all) => ({ ...all, [name]: value })),
  });
  if (!mayUse('endReception')) return null;
  const offered = OUTCOMES.filter((one) => one !== 'REGISTERED' || mayUse('enterAppeal'));
  const submit = () => outcome && void end({ outcome, ...said, receivedBy, receivedPost });
  return (
    <Form problem={problem} onSubmit={submit}>
      <LabelledLine
        label={t('reception.receivedBy')}
        name="receivedBy"
        required
        maxLength={300}
        value={receivedBy}
        onValue={setReceivedBy}
      />
      <LabelledLine
        label={t('reception.receivedPost')}
        name="receivedPost"
        required
        maxLength={300}
        value={receivedPost}
        onValue={setReceivedPost}
      />
      <LabelledChoice
        label={t('reception.outcome')}
        name="outcome"
        required
        none={t('reception.choose')}
        of={offered.map((one) => [one, t(`reception.outcome${one}`)])}
        value={outcome}
        onValue={setOutcome}
      />
      {outcome === 'REGISTERED' && (
        <>
          <LabelledLine {...field('name')} required maxLength={200} />
          <LabelledLine {...field('address')} maxLength={300} />
          <LabelledText {...field('asked')} required rows={4} maxLength={4_000} />
          <LabelledTick label={t('reception.document')} required value={document} onValue={setDocument} />
          <p className="muted small">{t('reception.registeredHint')}</p>
        </>
      )}
      {outcome === 'ANSWERED_BEFORE' && <LabelledLine {...field('earlier')} required maxLength={40} />}
      {(outcome === 'NOT_OURS' || outcome === 'ANSWERED_BEFORE') && (
        <LabelledText {...field('said')} required rows={4} maxLength={4_000} />
      )}
      <div className="d-bar">
        <Submit keys="Ctrl Enter" disabled={isSending}>
          {t('reception.end')}
        </Submit>
      </div>
    </Form>
  );
}

interface Ending {
  readonly outcome: Outcome;
  readonly name: string;
  readonly address: string;
  readonly asked: string;
  readonly said: string;
  readonly earlier: string;
  readonly receivedBy: string;
  readonly receivedPost: string;
}

function useEnding(visit: Visit, on: string, onEnded: () => void) {
  const { code: district } = useDistrict();
  const sendOne = useSend();
  const keys = useRef({ enter: newKey(), register: newKey() });
  const [problem, setProblem] = useState<Failure>();
  const [isSending, setSending] = useState(false);
  /** Undefined: it was refused, which is shown. */
  const registered = async ({ name, address, asked }: Ending): Promise<string | undefined> => {
    const { phone } = visit;
    const entry = {
      district,
      key: keys.current.enter,
      channel: 'RECEPTION',
      answerWay: address === '' ? 'IN_PERSON' : 'POST',
      receivedOn: on,
      text: asked,
      ...nameParts(name),
      ...(phone && { phone }),
      ...(address !== '' && { address: { text: address } }),
    } as const;
    const entered = await sendOne(enterAtReceptionDocument, { input: entry });
    if (entered.kind !== 'done') return void setProblem(entered.problem);
    const { id, version } = entered.change;
    const input = { district, id, key: keys.current.register, expectedVersion: version };
    const numbered = await sendOne(registerAppealDocument, { input });
    if (numbered.kind !== 'done') return void setProblem(numbered.problem);
    return id;
  };
  const end = async (ending: Ending): Promise<void> => {
    setProblem(undefined);
    setSending(true);
    const { outcome, said, earlier, receivedBy, receivedPost } = ending;
    const appeal = outcome === 'REGISTERED' ? await registered(ending) : undefined;
    if (outcome !== 'REGISTERED' || appeal !== undefined) {
      const { id, version: expectedVersion } = visit;
      const input = {
        district,
        id,
        key: newKey(),
        expectedVersion,
        outcome,
        receivedBy,
        receivedPost,
        ...(appeal !== undefined && { appeal }),
        ...(outcome !== 'REGISTERED' && { said }),
        ...(outcome === 'ANSWERED_BEFORE' && { earlier }),
      };
      const ended = await sendOne(endReceptionDocument, { input });
      if (ended.kind === 'done') onEnded();
      else setProblem(ended.problem);
    }
    setSending(false);
  };
  return { end, problem, isSending };
}
