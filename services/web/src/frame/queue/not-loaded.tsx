import type { CombinedError } from '@urql/core';
import { useEffect, useRef } from 'react';
import { useConnection } from '../connection.js';
import { failureOf, type Failure } from '../failure.js';
import { t } from '../../words/words.js';
import { Problem } from '../../parts/problem.js';

/** What could not be loaded, with the way to try again; it tries by itself once the connection is back. */
export function NotLoaded(props: {
  readonly error: CombinedError | Failure;
  readonly onAgain?: (() => void) | undefined;
}) {
  const { error, onAgain } = props;
  const { code, message } = 'graphQLErrors' in error ? failureOf(error) : error;
  const isBack = useConnection().state === 'restored';
  const again = useRef(onAgain);
  again.current = onAgain;
  useEffect(() => {
    if (isBack) again.current?.();
  }, [isBack]);
  return <Problem problem={{ code, message: message || t('queue.notLoaded') }} {...(onAgain && { onAgain })} />;
}
