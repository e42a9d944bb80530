import { useAddress } from '../../../frame/address.js';
import { SplitScreen } from '../../../frame/split-screen.js';
import { AccessList } from './access-list.js';
import { FILTERS } from './evidence-parts.js';
import { Openings } from './openings.js';
import { Records } from './records.js';
import '../administration.css';

/** One of the three lists of evidence. */
function EvidenceList({ of }: { readonly of: string }) {
  if (of === 'changes') return <Records />;
  return of === 'access' ? <AccessList /> : <Openings />;
}

/** Who opened whose personal data and why; what administrators changed; who signed in and was refused. */
export function Evidence() {
  const { get } = useAddress();
  // A new filter is a new list, read from its first page.
  const filter = FILTERS.map(get).join(' ');
  return (
    <SplitScreen className="wl is-wide">
      <EvidenceList key={filter} of={get('of')} />
    </SplitScreen>
  );
}
