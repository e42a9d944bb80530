import { useDirectory } from '../../frame/directory.js';
import { senders } from '../../parts/senders.js';
import { t } from '../../words/words.js';
import { Cell, SelectCell, type FormInHand } from './form-fields.js';

const BODIES = 'sender-bodies';

/** Who sent the letter on, where a body did, and what its own letter says. */
export function SenderCells({ today, ...form }: FormInHand & { readonly today: string }) {
  const { organisations } = useDirectory();
  const isSentOn = form.draft.senderKind !== '';
  return (
    <>
      <SelectCell {...form} field="senderKind" className={isSentOn ? 'w4 is-first' : 'w12 is-first is-last'}>
        <option value="">{t('registration.senderNone')}</option>
        {senders.map((kind) => (
          <option key={kind} value={kind}>
            {t(`parts.sender${kind}`)}
          </option>
        ))}
      </SelectCell>
      {isSentOn && (
        <>
          <Cell {...form} field="senderBody" className="w8 is-last" list={BODIES} />
          <datalist id={BODIES}>
            {organisations.map(({ code, name }) => (
              <option key={code} value={name} />
            ))}
          </datalist>
          <Cell {...form} field="senderNumber" className="w3 is-first" isOptional />
          <Cell {...form} field="senderDate" className="w3" type="date" max={today} isOptional />
          <Cell {...form} field="senderTerm" className="w3" type="date" isOptional />
          <SelectCell {...form} field="senderWantsAnswer" className="w3 is-last">
            <option value="">{t('registration.senderWantsNo')}</option>
            <option value="yes">{t('registration.senderWantsYes')}</option>
          </SelectCell>
        </>
      )}
    </>
  );
}
