import { useRef, useState, type ReactNode } from 'react';
import { AttachFiles } from '../../../frame/attach-files.js';
import { useDistrict } from '../../../frame/district.js';
import { useKeys, useLetterKeys } from '../../../parts/keys.js';
import { nextBlank } from '../../../parts/tab-out.js';
import { newKey } from '../../../frame/new-key.js';
import type { ReadyText } from '../../../generated/enumerations.js';
import { timeOfDay } from '../../../parts/dates.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import { Conflict, PartedWindows } from './conflict.js';
import { EarlierDrafts } from './earlier-drafts.js';
import { filesOf, isConflict, type Draft, type StandingResponse } from './draft.js';
import { LetterBeside } from './letter-beside.js';
import { OutcomeChoice, PromiseDay } from './outcome-choice.js';
import { takenFrom, type TakenText } from './ready-texts.js';
import { ReceivedDrafts } from './received-drafts.js';
import type { ReplyProps, ResponseOfCard } from './reply.js';
import { SentNote } from './sent-note.js';
import { SimilarChoice } from './similar-choice.js';
import { TemplateChoice } from './template-choice.js';
import { UndoneParts } from './undone-parts.js';
import { useDraft } from './use-draft.js';
import { lackWords, useSending } from './use-sending.js';

interface EditorProps extends ReplyProps {
  readonly title: string;
  readonly response: ResponseOfCard | undefined;
}

const MAX_TEXT = 20_000;

/** Template, text and outcome; warnings and the letter as it will leave stand under them while they are written. */
export function ReplyEditor({ card, question, title, response, onChanged }: EditorProps) {
  const id = question.response!.id;
  const texts = card.questions.find((one) => one.id === question.id);
  const known = standingOf(question, response);
  const { draft, savedAt, elsewhere, joined, write: keep, look, saveNow, settle, sent } = useDraft(id, known);
  const standing = { ...known, isParted: elsewhere !== undefined };
  const [isSent, setSent] = useState(false);
  const write = (change: Parameters<typeof keep>[0]): void => {
    setSent(false);
    keep(change);
  };
  const letters = useLetterKeys();
  const { code: district } = useDistrict();
  // The same file under one key is stored once, however often it is sent.
  const uploadKey = useRef(newKey());
  const editor = useRef<HTMLTextAreaElement>(null);
  const outcome = useRef<HTMLSelectElement>(null);
  const promise = useRef<HTMLInputElement>(null);
  const conflict = isConflict(draft, known);
  const show = (start: number, end: number): void => {
    editor.current?.focus();
    editor.current?.setSelectionRange(start, end);
  };
  const sending = useSending(id, draft, standing, {
    onLack: (lack) => {
      if (lack.is === 'FIELD') show(lack.field.start, lack.field.end);
      else if (lack.is === 'OUTCOME') outcome.current?.focus();
      else if (lack.is === 'PROMISE') promise.current?.focus();
      else if (lack.is === 'MERGE') document.querySelector<HTMLElement>('[data-compare]')?.focus();
      else editor.current?.focus();
    },
    settle,
    onSent: (token) => {
      sent();
      setSent(true);
      onChanged(token);
    },
  });
  useKeys([
    { keys: 'Control+KeyS', title: t('card.save'), run: saveNow },
    { keys: 'KeyE', title: t('card.write'), run: () => editor.current?.focus() },
  ]);
  const insert = (kind: ReadyText, taken: TakenText, usual: Draft['outcome'] | null): void => {
    const { text } = taken;
    const at = editor.current?.selectionStart ?? draft.text.length;
    const next = draft.text.trim() === '' ? text : draft.text.slice(0, at) + text + draft.text.slice(at);
    const readyTexts = takenFrom(draft.readyTexts, kind, taken);
    write({ text: next, readyTexts, ...(usual && !draft.outcome && { outcome: usual }) });
    // The text is in the field after the next render; then its first open field can be typed over.
    const field = nextBlank(next);
    setTimeout(() => (field ? show(field.start, field.end) : editor.current?.focus()));
  };
  return (
    <>
      <div className="d-bar">
        <h2>{title}</h2>
        <span className="muted is-end" role="status">
          <SavedWords draft={draft} savedAt={savedAt} />
        </span>
      </div>
      {isSent ? (
        <SentNote question={question.id} appeal={card.row.id} />
      ) : (
        <StateNote question={question} response={response} />
      )}
      <EarlierDrafts response={id} text={draft.text} onTake={write} />
      {elsewhere && (
        <PartedWindows
          draft={draft}
          elsewhere={elsewhere}
          onMerged={(merged) => {
            joined();
            write(merged);
          }}
        />
      )}
      {conflict && <Conflict draft={draft} standing={standing} response={id} onMerged={write} />}
      <div className="d-bar">
        <TemplateChoice
          question={question.id}
          asked={askedOf(card, question)}
          onShown={(shown) => look('TEMPLATE', shown)}
          onChoose={(taken, usual) => insert('TEMPLATE', taken, usual)}
        />
        <SimilarChoice
          question={question.id}
          onShown={(shown) => look('SIMILAR_ANSWER', shown)}
          onChoose={(taken) => insert('SIMILAR_ANSWER', taken, null)}
        />
        <ReceivedDrafts
          question={texts}
          text={draft.text}
          onTake={(text) => {
            write({ text });
            editor.current?.focus();
          }}
        />
        <OutcomeChoice
          field={outcome}
          outcome={draft.outcome}
          wrong={sending.lack?.is === 'OUTCOME'}
          onChoose={(chosen) => write({ outcome: chosen })}
        />
        {draft.outcome === 'MEASURES_PROMISED' && (
          <PromiseDay
            field={promise}
            until={draft.promisedUntil ?? ''}
            wrong={sending.lack?.is === 'PROMISE'}
            onChoose={(promisedUntil) => write({ promisedUntil })}
          />
        )}
      </div>
      <textarea
        ref={editor}
        className="editor"
        aria-label={t('card.replyText')}
        placeholder={letters ? t('card.writeHint') : undefined}
        value={draft.text}
        maxLength={MAX_TEXT}
        onChange={(event) => write({ text: event.target.value })}
      />
      <AttachFiles
        title={t('card.answerFiles')}
        district={district}
        uploadKey={uploadKey.current}
        response={id}
        files={filesOf(draft, standing)}
        onChange={(files) => write({ files })}
      />
      <LetterBeside
        question={question.id}
        text={draft.text}
        outcome={draft.outcome}
        onPlace={show}
        attachments={filesOf(draft, standing).map(({ name }) => name)}
      />
      <SendBar sending={sending} onSave={saveNow}>
        <UndoneParts texts={texts} />
      </SendBar>
    </>
  );
}

/** In its own words, else in those of the whole appeal. */
function askedOf(card: ReplyProps['card'], { id }: ReplyProps['question']): string {
  return card.questions.find((one) => one.id === id)?.text ?? card.text ?? '';
}

function standingOf(question: ReplyProps['question'], response: ResponseOfCard | undefined): StandingResponse {
  const { version, state } = response?.row ?? question.response!;
  const isSent = state === 'DRAFTED' || state === 'APPROVED';
  const { text = null, promisedUntil = null, files: given = [] } = response ?? {};
  const files = given.map(({ id, name, size }, at) => ({
    id,
    size,
    name: name ?? t('parts.fileNumber', { at: at + 1 }),
  }));
  return { text, outcome: response?.row.outcome ?? null, promisedUntil, files, version, isSent };
}

function SendBar({
  sending,
  onSave,
  children,
}: {
  readonly sending: ReturnType<typeof useSending>;
  readonly onSave: () => void;
  /** What is said beside its button. */
  readonly children: ReactNode;
}) {
  const { send, state, problem, lack } = sending;
  return (
    // What is wrong stays at the button, also where the letter is longer than the window.
    <div className="send">
      {lack && (
        <p className="d-warn attn" role="alert">
          {lackWords(lack)}
        </p>
      )}
      {/* Where two texts have parted, to send again is no way out. */}
      {lack?.is !== 'MERGE' && <Problem problem={problem} onAgain={send} />}
      {children}
      <div className="d-bar">
        <button type="button" className="d-button is-main" onClick={send} disabled={state === 'sending'}>
          {t(state === 'waiting' ? 'card.willBeSent' : 'card.toApproval')}
          <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" className="d-button is-end" onClick={onSave}>
          {t('card.save')}
          <kbd>Ctrl S</kbd>
        </button>
      </div>
    </div>
  );
}

function StateNote({ question, response }: Pick<EditorProps, 'question' | 'response'>) {
  const state = question.response?.state;
  if (state === 'DRAFTED') return <p className="d-note">{t('card.onApproval')}</p>;
  if (state === 'APPROVED') return <p className="d-note">{t('card.onSignature')}</p>;
  if (state !== 'SENT_BACK' || !response?.sentBackReason) return null;
  return <p className="d-note">{t('card.sentBack', { reason: response.sentBackReason })}</p>;
}

function SavedWords({ draft, savedAt }: { readonly draft: Draft; readonly savedAt: number | undefined }) {
  if (draft.at === 0) return null;
  if (savedAt === undefined) return t('card.keptHere', { time: timeOfDay(draft.at) });
  return t('card.savedAt', { time: timeOfDay(savedAt) });
}
