import { useEffect, useRef, useState } from 'react';

/** The value once it has not changed for so long: for requests to the server while typing. Milliseconds. */
export function useSettled<Value>(value: Value, delayMs: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return settled;
}

/** The value at once; while it goes on changing (a key is held), only when it rests for so long. Milliseconds. */
export function useRested<Value>(value: Value, restMs: number): Value {
  const [rested, setRested] = useState(value);
  const changedAt = useRef(-Infinity);
  useEffect(() => {
    const now = performance.now();
    const timer = setTimeout(() => setRested(value), now - changedAt.current < restMs ? restMs : 0);
    changedAt.current = now;
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return rested;
}
