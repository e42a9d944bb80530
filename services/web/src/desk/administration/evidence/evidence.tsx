import { useAddress } from '../../../frame/address.js';
import { Openings } from './openings.js';
import { Records } from './records.js';
import '../administration.css';

/** Who opened whose personal data and why; what administrators changed. */
export function Evidence() {
  const { get } = useAddress();
  // A new filter is a new list, read from its first page.
  const filter = ['official', 'appeal', 'from', 'to', 'kind'].map(get).join(' ');
  return (
    <main className="wl is-wide" id="main">
      {get('of') === 'changes' ? <Records key={filter} /> : <Openings key={filter} />}
    </main>
  );
}
