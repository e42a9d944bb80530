import type { Commands } from '../frame/use-outbox.js';
import { useDistrict } from '../frame/district.js';
import type { Act, Target } from './act.js';

/**
 * Puts acts on rows of a queue into the outbox, where they wait for the connection and are shown with what came of them. `label`:
 * the row's number, as people read it.
 */
export function usePut(commands: Commands) {
  const { code: district } = useDistrict();
  return <Scope, Filled>(act: Act<Scope, Filled>, scope: Scope, label: string, filled: Filled): void => {
    const subject = act.of(scope);
    if (!subject) return;
    const { id, version: expectedVersion } = subject;
    const target = (key: string): Target => ({ district, id, key, expectedVersion });
    void commands.put({
      item: id,
      label,
      done: act.done(filled, scope),
      document: act.document,
      variables: (key) => ({ input: act.inputOf(target(key), { scope, filled }) }),
    });
  };
}
