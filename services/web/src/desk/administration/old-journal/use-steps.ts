import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../../frame/command.js';
import { newKey } from '../../../frame/new-key.js';
import type { TypedDocumentString } from '../../../generated/graphql.js';

export interface Step {
  readonly load?: string | null | undefined;
  readonly done: number;
  readonly total: number;
  readonly isWhole: boolean;
}

/** Sends a command again, each time with a new key, until it is whole; it stops where the screen is left, and goes on where it is begun again. */
export function useSteps<Result extends object, Given extends { readonly key: string }>(
  document: TypedDocumentString<Result, { readonly input: Given }>,
  onWhole: (step: Step) => void,
) {
  const { send, problem } = useCommand(document);
  const [step, setStep] = useState<Step>();
  const [isRunning, setRunning] = useState(false);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => void (isGone.current = true);
  }, []);
  const run = async (input: Omit<Given, 'key'>): Promise<void> => {
    setRunning(true);
    while (!isGone.current) {
      const next = (await send({ input: { ...input, key: newKey() } as Given })) as Step | undefined;
      if (!next || isGone.current) break;
      setStep(next);
      if (!next.isWhole) continue;
      onWhole(next);
      break;
    }
    setRunning(false);
  };
  return { run, step, isRunning, problem };
}
