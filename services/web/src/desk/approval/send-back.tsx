import { useId, useRef, useState } from 'react';
import { Button } from '../../parts/button.js';
import { t } from '../../words/words.js';
import type { SendBackReason } from '../../generated/graphql.js';

const REASONS: readonly SendBackReason[] = ['QUESTION_NOT_ANSWERED', 'NO_DATE', 'FOREIGN_DATA', 'TONE', 'OTHER'];
const MAX_LENGTH = 2_000;

/** One reason, nothing chosen beforehand, and words of one's own. */
export function SendBack(props: {
  readonly executor: string | undefined;
  readonly onSend: (code: SendBackReason, reason: string) => void;
}) {
  const [code, setCode] = useState<SendBackReason>();
  const [words, setWords] = useState('');
  const [isMissing, setMissing] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const send = (): void => {
    if (!code) {
      setMissing(true);
      return first.current?.focus();
    }
    const reason = words.trim() === '' && code !== 'OTHER' ? t(`approval.why${code}`) : words.trim();
    if (reason === '') {
      setMissing(true);
      return text.current?.focus();
    }
    props.onSend(code, reason);
  };
  return (
    <fieldset className="back">
      <legend className="strong">{t('approval.back')}</legend>
      {REASONS.map((reason, index) => (
        <label key={reason}>
          <input
            ref={index === 0 ? first : undefined}
            type="radio"
            name="why"
            checked={code === reason}
            onChange={() => {
              setCode(reason);
              setMissing(false);
            }}
          />
          {t(`approval.why${reason}`)}
        </label>
      ))}
      <label className="d-label" htmlFor={id}>
        {t('approval.whatToMend')}
      </label>
      <textarea
        id={id}
        ref={text}
        className="editor is-short"
        maxLength={MAX_LENGTH}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={(event) => {
          // Here it sends the reason; the screen's own Ctrl+Enter would approve the picked ones.
          if (event.key !== 'Enter' || !event.ctrlKey) return;
          event.preventDefault();
          send();
        }}
      />
      {isMissing && (
        <p className="attn" role="alert">
          {t(code ? 'approval.sayWhat' : 'approval.chooseReason')}
        </p>
      )}
      <Button keys="KeyB" onPress={send}>
        {props.executor ? t('approval.backTo', { name: props.executor }) : t('approval.back')}
      </Button>
      <p className="muted small">{t('approval.backHint')}</p>
    </fieldset>
  );
}
