import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { send } from '../../../frame/use-outbox.js';
import { useDistrict } from '../../../frame/district.js';
import { client, operation } from '../../../frame/graphql-client.js';
import { newKey } from '../../../frame/new-key.js';
import type { ReadyText } from '../../../generated/enumerations.js';
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
import { lookedAt } from './ready-texts.js';
import { personalDraftDocument, saveDraftDocument } from './reply.queries.js';

const SAVED_AFTER_MS = 1_000;
const RETRIED_AFTER_MS = 3_000;
/** So long an answer waits for its own last save; without a connection the save is tried again by itself. */
const SETTLED_WITHIN_MS = 1_500;

/** What the server has kept of the official's text, and when, as it names it. */
async function keptDraft(
  district: string,
  response: string,
): Promise<{ readonly server: Draft; readonly at: string } | undefined> {
  const { data } = await client
    .query(operation(personalDraftDocument), { district, response }, { requestPolicy: 'network-only' })
    .toPromise();
  if (!data?.responseDraft) return undefined;
  const { text, outcome, promisedUntil, basedOn, savedAt: at } = data.responseDraft;
  const promise = promisedUntil ? { promisedUntil } : {};
  return { server: { text: text ?? '', outcome: outcome ?? '', ...promise, basedOn, at: Date.parse(at) }, at };
}

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
  const [elsewhere, setElsewhere] = useState<Draft>();
  /**
   * `savedAt` of the version that the next save is based on; null: there is none. Nothing is saved before the server
   * has returned it.
   */
  const known = useRef<string | null>(null);
  const told = useRef<Promise<void>>(Promise.resolve());
  const isParted = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const saving = useRef<Promise<void>>(Promise.resolve());
  /** `at` of what the server has kept. */
  const kept = useRef(0);
  const latest = useRef(draft);
  latest.current = draft;

  useEffect(() => {
    told.current = keptDraft(district, response).then((found) => {
      if (!found) return;
      const { server, at } = found;
      known.current = at;
      setSavedAt(server.at);
      if (latest.current.at >= server.at) return;
      kept.current = server.at;
      // The server keeps of an unsent text neither files nor what was ready beside it.
      const { files, readyTexts } = latest.current;
      setDraft({ ...server, ...(files && { files }), ...(readyTexts && { readyTexts }) });
    });
  }, [district, response]);

  /** Another window saved since: nothing more is saved until the official has compared the two. */
  const compare = useCallback(async (): Promise<void> => {
    const found = await keptDraft(district, response);
    if (!found) return;
    known.current = found.at;
    const { text, outcome } = found.server;
    const isSame = text === latest.current.text && outcome === latest.current.outcome;
    isParted.current = !isSame;
    setElsewhere(isSame ? undefined : found.server);
  }, [district, response]);

  const joined = useCallback((): void => {
    isParted.current = false;
    setElsewhere(undefined);
  }, []);

  /** One after another: a save that overtakes a later one would bring an older text back. */
  const save = useCallback((): Promise<void> => {
    saving.current = saving.current.then(async () => {
      await told.current;
      if (isParted.current) return;
      const { text, outcome, promisedUntil, basedOn, at } = latest.current;
      const said = { ...(outcome && { outcome }), ...(promisedUntil && { promisedUntil }) };
      const input = { district, id: response, key: newKey(), text, basedOn, lastSavedAt: known.current, ...said };
      const reply = await send(saveDraftDocument.toString(), { input });
      // Not through the outbox: what is sent after the connection is back is the text as it is then.
      if (reply.is === 'NO_CONNECTION') timer.current = setTimeout(() => void save(), RETRIED_AFTER_MS);
      if (reply.is !== 'ANSWERED') return;
      const { saveResponseDraft: saved } = reply.data as unknown as ReplySaveDraftMutation;
      if (saved.__typename === 'Refusal') {
        if (saved.code === 'DRAFT_SAVED_ELSEWHERE') await compare();
        return;
      }
      known.current = saved.savedAt;
      kept.current = at;
      if (latest.current.at === at) setSavedAt(Date.parse(saved.savedAt));
    });
    return saving.current;
  }, [district, response, compare]);

  const write = useCallback(
    (change: Partial<Omit<Draft, 'at'>>): void => {
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

  /** Nothing was written: it is kept with the text, once there is one. */
  const look = useCallback(
    (kind: ReadyText, shown: number): void => {
      const next = { ...latest.current, readyTexts: lookedAt(latest.current.readyTexts, kind, shown) };
      latest.current = next;
      if (next.at > 0) writeLocalDraft(localStorage, of, next);
      setDraft(next);
    },
    [of],
  );

  const saveNow = useCallback((): void => {
    clearTimeout(timer.current);
    void save();
  }, [save]);

  /**
   * Before it goes to approval: the server removes what it has kept only if that is the text that is sent. One from half a
   * sentence before would stay, and come back in place of the sent text.
   */
  const settle = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const { at } = latest.current;
    if (at === 0 || kept.current === at) return;
    await Promise.race([save(), new Promise((resolve) => setTimeout(resolve, SETTLED_WITHIN_MS))]);
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

  return { draft, savedAt, elsewhere, joined, write, look, saveNow, settle, sent };
}
