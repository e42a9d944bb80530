import { useRef, useState } from 'react';
import { draftResponse } from '../../../acts/answer.js';
import { useActsOn } from '../../../acts/use-acts-on.js';
import { useKeys } from '../../../parts/keys.js';
import { t } from '../../../words/words.js';
import { countedUses } from './ready-texts.js';
import { filesOf, lackOf, promiseOf, type Draft, type Lack, type StandingResponse } from './draft.js';

interface SendingActs {
  /** The cursor goes to what is missing. */
  readonly onLack: (lack: Lack) => void;
  /** Waits until the server has kept the same text. */
  readonly settle: () => Promise<void>;
  readonly onSent: (consistencyToken: string) => void;
}

/** To approval: what is missing is said at the button, and the text stays until the server has it. */
export function useSending(id: string, draft: Draft, standing: StandingResponse, acts: SendingActs) {
  const { onLack, settle, onSent } = acts;
  // What a colleague wrote meanwhile has been compared: a change since the card was loaded is refused.
  const scope = { id, version: standing.version };
  const { perform, stateOn, problem } = useActsOn({
    scope,
    about: (response) => response,
    onChanged: (token) => {
      setAsked(false);
      onSent(token);
    },
  });
  const [asked, setAsked] = useState(false);
  const isSettling = useRef(false);
  const { text, outcome } = draft;
  const lack = lackOf(draft, standing);
  const send = async (): Promise<void> => {
    setAsked(true);
    if (lack) return onLack(lack);
    if (outcome === '' || isSettling.current) return;
    isSettling.current = true;
    await settle();
    isSettling.current = false;
    const promisedUntil = promiseOf(draft);
    const promise = promisedUntil === undefined ? {} : { promisedUntil };
    const files = filesOf(draft, standing).map(({ id: file, receipt }) => ({
      id: file,
      ...(receipt !== undefined && { receipt }),
    }));
    const readyTexts = countedUses(draft.readyTexts, text);
    await perform(draftResponse, { text: text.trim(), outcome, files, readyTexts, ...promise });
  };
  useKeys([{ keys: draftResponse.shortcut ?? '', title: draftResponse.words(scope), run: () => void send() }]);
  return { send: () => void send(), state: stateOn(draftResponse), problem, lack: asked ? lack : undefined };
}

export function lackWords(lack: Lack): string {
  if (lack.is === 'MERGE') return t('card.mergeFirst');
  if (lack.is === 'TEXT') return t('card.needsText');
  if (lack.is === 'CHANGE') return t('card.needsChange');
  if (lack.is === 'PROMISE') return t('card.needsPromise');
  return lack.is === 'FIELD' ? t('card.needsField', { field: lack.field.name }) : t('card.needsOutcome');
}
