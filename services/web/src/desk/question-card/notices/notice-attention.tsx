import { useState } from 'react';
import { useAsOpened } from '../../../frame/as-opened.js';
import { releaseNotice } from '../../../acts/notice.js';
import { useActsOn } from '../../../acts/use-acts-on.js';
import { ChangedBehind } from '../../../acts/dialogs/changed-behind.js';
import { Button } from '../../../parts/button.js';
import { LabelledText } from '../../../parts/labelled.js';
import { NoticesToPlace } from '../../../acts/placed-notice.js';
import { Problem } from '../../../parts/problem.js';
import { t } from '../../../words/words.js';
import type { Card } from '../../../acts/card.js';

type Notice = Card['notices'][number];

interface AttentionProps {
  readonly notice: Notice;
  readonly onChanged: ((consistencyToken: string) => void) | undefined;
}

/** Why a notice waits for a person; the public words of one that is held are written here. */
export function NoticeAttention({ notice, onChanged }: AttentionProps) {
  if (!notice.attention) return null;
  const found = notice.found.map((kind) => t(`card.noticeFound${kind}`)).join(', ');
  return (
    <>
      <b className="attn is-kept">{`\n${t(`card.notice${notice.attention}`, { found })}`}</b>
      {onChanged && notice.allowedActions.includes('RELEASE_NOTICE') && (
        <PublicWords notice={notice} onChanged={onChanged} />
      )}
      {onChanged && notice.allowedActions.includes('RECORD_PLACED_NOTICE') && (
        <NoticesToPlace notice={notice.id} onChanged={onChanged} />
      )}
    </>
  );
}

const MAX_WORDS = 4000;

function PublicWords({ notice, onChanged }: Pick<AttentionProps, 'notice'> & Required<AttentionProps>) {
  const [words, setWords] = useState('');
  const { held, renew } = useAsOpened(notice, words !== '');
  const { perform, problem } = useActsOn({
    scope: held,
    about: (one) => one,
    onChanged: (token) => onChanged?.(token),
  });
  return (
    <div className="d-form">
      <Problem problem={problem} />
      <ChangedBehind held={[held]} live={[notice]} onRenew={renew} />
      <LabelledText label={t('card.noticeWords')} value={words} maxLength={MAX_WORDS} onValue={setWords} />
      <div className="decisions">
        <Button disabled={words.trim() === ''} onPress={() => void perform(releaseNotice, { words })}>
          {t('card.noticeSayWords')}
        </Button>
        <Button onPress={() => void perform(releaseNotice, {})}>{t('card.noticeSayNothing')}</Button>
      </div>
    </div>
  );
}

/** Why a network or a body refused a message, or why it was not sent there. */
const refusals = [
  ...(['BLOCKED', 'WINDOW_CLOSED', 'THREAD_CLOSED', 'TARGET_GONE', 'TOO_LONG'] as const),
  ...(['CONTENT', 'NOT_SUPPORTED', 'PERSONAL_DATA', 'NOT_SENT', 'NOT_PLACED'] as const),
  ...(['OUTCOME_UNKNOWN', 'SWITCHED_OFF', 'NO_LINK'] as const),
];

/** Why the post brought a letter back. */
const returns = ['STORAGE_EXPIRED', 'REFUSED', 'MOVED', 'WRONG_ADDRESS'] as const;

/** The code of a server is shown as it is. */
export function codeWords(code: string, way: Notice['way']): string {
  if (way === 'DIRECT' && code === 'TARGET_GONE') return t('card.noticeCodeNO_DIALOGUE');
  const back = returns.find((one) => one === code);
  if (way === 'PAPER' && back) return t(`post.outcome${back}`);
  const known = refusals.find((refusal) => refusal === code);
  return known ? t(`card.noticeCode${known}`) : code;
}
