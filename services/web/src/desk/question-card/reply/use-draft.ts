import { useCallback, useEffect, useRef, useState } from 'react';
import { newKey, sendCommand } from '../../../frame/command.js';
import { useDistrict } from '../../../frame/district.js';
import { client, operation } from '../../../frame/graphql-client.js';
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

/**
 * The official's text: kept in this browser with each letter, on the server after a second of rest. Nothing but the
 * official's own act replaces it.
 */
export function useDraft(response: string, standing: StandingResponse, mayWrite: boolean) {
  const { code: district } = useDistrict();
  const [draft, setDraft] = useState<Draft>(() =>
    startingDraft(mayWrite ? readLocalDraft(localStorage, response) : undefined, undefined, standing),
  );
  const [savedAt, setSavedAt] = useState<number>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(draft);
  latest.current = draft;

  useEffect(() => {
    if (!mayWrite) return;
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
  }, [district, response, mayWrite]);

  const save = useCallback(async (): Promise<void> => {
    const { text, outcome, basedOn, at } = latest.current;
    const input = { district, id: response, key: newKey(), text, basedOn, ...(outcome ? { outcome } : {}) };
    const answer = await sendCommand(saveDraftDocument, { input });
    if (answer.kind !== 'done') return;
    if (latest.current.at === at) setSavedAt(Date.parse(answer.change.savedAt));
  }, [district, response]);

  const write = useCallback(
    (change: Partial<Pick<Draft, 'text' | 'outcome' | 'basedOn'>>): void => {
      const next = { ...latest.current, ...change, at: Date.now() };
      latest.current = next;
      writeLocalDraft(localStorage, response, next);
      setDraft(next);
      setSavedAt(undefined);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), SAVED_AFTER_MS);
    },
    [response, save],
  );

  const saveNow = useCallback((): void => {
    clearTimeout(timer.current);
    void save();
  }, [save]);

  /** It went to approval: the server has it as the response's text. */
  const sent = useCallback((): void => {
    clearTimeout(timer.current);
    dropLocalDraft(localStorage, response);
  }, [response]);

  // What rested less than a second is saved when the card is left.
  useEffect(
    () => () => {
      if (timer.current === undefined || readLocalDraft(localStorage, response) === undefined) return;
      clearTimeout(timer.current);
      void save();
    },
    [response, save],
  );

  return { draft, savedAt, write, saveNow, sent };
}
