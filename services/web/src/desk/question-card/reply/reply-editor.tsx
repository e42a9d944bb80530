import { useRef, useState } from 'react';
import { useDistrict } from '../../../frame/district.js';
import { newKey, useCommand } from '../../../frame/command.js';
import { useKeys } from '../../../frame/keys.js';
import { timeOfDay } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t, type WordId } from '../../../words/words.js';
import { Conflict } from './conflict.js';
import { isConflict, type Draft, type StandingResponse } from './draft.js';
import { LetterBeside } from './letter-beside.js';
import { OutcomeChoice } from './outcome-choice.js';
import type { ReplyProps, ResponseOfCard } from './reply.js';
import { sendDraftDocument } from './reply.queries.js';
import { TemplateChoice } from './template-choice.js';
import { useDraft } from './use-draft.js';

interface EditorProps extends ReplyProps {
  readonly title: string;
  readonly response: ResponseOfCard | undefined;
}

const MAX_TEXT = 20_000;

/** Template, text and outcome; warnings and the letter as it will leave stand under them while they are written. */
export function ReplyEditor({ question, title, response, onChanged }: EditorProps) {
  const id = question.response!.id;
  const standing = standingOf(question, response);
  const { draft, savedAt, write, saveNow, sent } = useDraft(id, standing);
  const editor = useRef<HTMLTextAreaElement>(null);
  const conflict = isConflict(draft, standing);
  const sending = useSending(id, draft, standing, (token) => {
    sent();
    onChanged(token);
  });
  useKeys([{ keys: 'Control+KeyS', title: t('card.save'), run: saveNow }]);
  const insert = (text: string, outcome: Draft['outcome'] | null): void => {
    const at = editor.current?.selectionStart ?? draft.text.length;
    const next = draft.text.trim() === '' ? text : draft.text.slice(0, at) + text + draft.text.slice(at);
    write({ text: next, ...(outcome && !draft.outcome ? { outcome } : {}) });
    editor.current?.focus();
  };
  const show = (start: number, end: number): void => {
    editor.current?.focus();
    editor.current?.setSelectionRange(start, end);
  };
  return (
    <>
      <div className="d-bar">
        <h2>{title}</h2>
        <span className="muted is-end" role="status">
          <SavedWords draft={draft} savedAt={savedAt} />
        </span>
      </div>
      <StateNote question={question} response={response} />
      {conflict && <Conflict draft={draft} standing={standing} response={id} onMerged={write} />}
      <div className="d-bar">
        <TemplateChoice question={question.id} onChoose={insert} />
        <OutcomeChoice
          outcome={draft.outcome}
          wrong={sending.missing === 'card.needsOutcome'}
          onChoose={(outcome) => write({ outcome })}
        />
      </div>
      <textarea
        ref={editor}
        className="editor"
        aria-label={t('card.replyText')}
        value={draft.text}
        maxLength={MAX_TEXT}
        onChange={(event) => write({ text: event.target.value })}
      />
      <LetterBeside question={question.id} text={draft.text} outcome={draft.outcome} onPlace={show} />
      <SendBar sending={sending} onSave={saveNow} />
    </>
  );
}

function standingOf(question: ReplyProps['question'], response: ResponseOfCard | undefined): StandingResponse {
  const { version } = response?.row ?? question.response!;
  return { text: response?.text ?? null, outcome: response?.row.outcome ?? null, version };
}

/** To approval: what is missing is said at the button, and the text stays until the server has it. */
function useSending(id: string, draft: Draft, standing: StandingResponse, onSent: (token: string) => void) {
  const { code: district } = useDistrict();
  const { send: sendDraft, state, problem } = useCommand(sendDraftDocument);
  const [asked, setAsked] = useState(false);
  const { text, outcome } = draft;
  const lacking = whatIsMissing(draft, isConflict(draft, standing));
  const send = async (): Promise<void> => {
    setAsked(true);
    if (lacking || outcome === '') return;
    // What a colleague wrote meanwhile has been compared: a change since the card was loaded is refused.
    const expectedVersion = standing.version;
    const change = await sendDraft({
      input: { district, id, key: newKey(), expectedVersion, text: text.trim(), outcome },
    });
    if (change) onSent(change.consistencyToken);
  };
  useKeys([{ keys: 'Control+Enter', title: t('card.toApproval'), run: () => void send() }]);
  return { send: () => void send(), state, problem, missing: asked ? lacking : undefined };
}

function SendBar({
  sending,
  onSave,
}: {
  readonly sending: ReturnType<typeof useSending>;
  readonly onSave: () => void;
}) {
  const { send, state, problem, missing } = sending;
  return (
    <>
      {missing && (
        <p className="d-warn attn" role="alert">
          {t(missing)}
        </p>
      )}
      <Problem problem={problem} onAgain={send} />
      <div className="send d-bar">
        <button type="button" className="d-button is-main" onClick={send} disabled={state === 'sending'}>
          {t(state === 'waiting' ? 'card.willBeSent' : 'card.toApproval')}
          <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" className="d-button is-end" onClick={onSave}>
          {t('card.save')}
          <kbd>Ctrl S</kbd>
        </button>
      </div>
    </>
  );
}

function StateNote({ question, response }: Pick<EditorProps, 'question' | 'response'>) {
  const state = question.response?.state;
  if (state === 'DRAFTED') return <p className="d-note">{t('card.onApproval')}</p>;
  if (state !== 'SENT_BACK' || !response?.sentBackReason) return null;
  return <p className="d-note">{t('card.sentBack', { reason: response.sentBackReason })}</p>;
}

function whatIsMissing(draft: Draft, conflict: boolean): WordId | undefined {
  if (conflict) return 'card.mergeFirst';
  if (draft.text.trim() === '') return 'card.needsText';
  return draft.outcome === '' ? 'card.needsOutcome' : undefined;
}

function SavedWords({ draft, savedAt }: { readonly draft: Draft; readonly savedAt: number | undefined }) {
  if (draft.at === 0) return null;
  if (savedAt === undefined) return t('card.keptHere', { time: timeOfDay(draft.at) });
  return t('card.savedAt', { time: timeOfDay(savedAt) });
}
