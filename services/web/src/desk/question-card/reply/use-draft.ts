import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { send } from '../../../frame/acts.js';
import { useDistrict } from '../../../frame/district.js';
import { client, operation } from '../../../frame/graphql-client.js';
import { newKey } from '../../../frame/new-key.js';
import type { ReplySaveDraftMutation } from '../../../generated/graphql.js';
import { useViewer } from '../../../frame/viewer.js';
import {
  dropLocalDraft,
  readLocalDraft,
  startingDraft,
  writeLocalDraft,
  type Draft,
  type StandingResponse,
} from './draft.js';
import { personalDraftDocument, saveDraftDocument } from './reply.queries.js';

const SAVED_AFTER_MS = 1_000;
const RETRIED_AFTER_MS = 3_000;

/**
 * The official's text: kept in this browser with each letter, on the server after a second of rest. Nothing but the
 * official's own act replaces it.
 */
export function useDraft(response: string, standing: StandingResponse) {
  const { code: district } = useDistrict();
  const { id: official } = useViewer();
  const of = useMemo(() => ({ official, response }), [official, response]);
  const [draft, setDraft] = useState<Draft>(() => startingDraft(readLocalDraft(localStorage, of), undefined, standing));
  const [savedAt, setSavedAt] = useState<number>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(draft);
  latest.current = draft;

  useEffect(() => {
    void client
      .query(operation(personalDraftDocument), { district, response }, { requestPolicy: 'network-only' })
      .toPromise()
      .then(({ data }) => {
        const kept = data?.responseDraft;
        if (!kept) return;
        const { text, outcome, basedOn, savedAt: at } = kept;
        const server: Draft = { text: text ?? '', outcome: outcome ?? '', basedOn, at: Date.parse(at) };
        setSavedAt(server.at);
        if (latest.current.at < server.at) setDraft(server);
      });
  }, [district, response]);

  const save = useCallback(async (): Promise<void> => {
    const { text, outcome, basedOn, at } = latest.current;
    const input = { district, id: response, key: newKey(), text, basedOn, ...(outcome ? { outcome } : {}) };
    const reply = await send(saveDraftDocument.toString(), { input });
    // Not through the outbox: what is sent after the connection is back is the text as it is then.
    if (reply.is === 'NO_CONNECTION') timer.current = setTimeout(() => void save(), RETRIED_AFTER_MS);
    if (reply.is !== 'ANSWERED') return;
    const { saveResponseDraft: kept } = reply.data as unknown as ReplySaveDraftMutation;
    if (kept.__typename !== 'Refusal' && latest.current.at === at) setSavedAt(Date.parse(kept.savedAt));
  }, [district, response]);

  const write = useCallback(
    (change: Partial<Pick<Draft, 'text' | 'outcome' | 'basedOn' | 'base'>>): void => {
      const next = { ...latest.current, ...change, at: Date.now() };
      latest.current = next;
      writeLocalDraft(localStorage, of, next);
      setDraft(next);
      setSavedAt(undefined);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), SAVED_AFTER_MS);
    },
    [of, save],
  );

  const saveNow = useCallback((): void => {
    clearTimeout(timer.current);
    void save();
  }, [save]);

  /** It went to approval: the server has it as the response's text. */
  const sent = useCallback((): void => {
    clearTimeout(timer.current);
    dropLocalDraft(localStorage, of);
  }, [of]);

  // What rested less than a second is saved when the card is left.
  useEffect(
    () => () => {
      if (timer.current === undefined || readLocalDraft(localStorage, of) === undefined) return;
      clearTimeout(timer.current);
      void save();
    },
    [of, save],
  );

  return { draft, savedAt, write, saveNow, sent };
}
