import { useState } from 'react';
import { recordLetterOutcome } from '../../acts/notice.js';
import { usePut } from '../../acts/use-put.js';
import { useDistrict } from '../../frame/district.js';
import type { Commands } from '../../frame/use-outbox.js';
import type { LetterOutcome, PostalProof } from '../../generated/graphql.js';
import { Button } from '../../parts/button.js';
import { dayIn, fullDate } from '../../parts/dates.js';
import { t } from '../../words/words.js';
import { outgoingOf } from './post-columns.js';
import type { PaperRow } from './post.js';

const OUTCOMES = [
  'DELIVERED',
  'STORAGE_EXPIRED',
  'REFUSED',
  'MOVED',
  'WRONG_ADDRESS',
] as const satisfies readonly LetterOutcome[];

interface OutcomeProps {
  readonly row: PaperRow;
  readonly commands: Commands;
  /** The next letter is open then. */
  readonly onRecorded: () => void;
}

/** What became of a letter that left, and what shows it: what came back goes by its next way. */
export function OutcomeForm({ row, commands, onRecorded }: OutcomeProps) {
  const { zone } = useDistrict();
  const put = usePut(commands);
  const today = dayIn(zone, Date.now());
  const [outcome, setOutcome] = useState<LetterOutcome>('DELIVERED');
  const [proof, setProof] = useState<PostalProof>();
  const [on, setOn] = useState(today);
  const proofs = proofsOf(row, outcome);
  const shown = proof && proofs.includes(proof) ? proof : proofs[0];
  return (
    <form
      noValidate
      className="d-form posting"
      onSubmit={(event) => event.preventDefault()}
      aria-label={t('post.outcome')}
    >
      <fieldset className="back">
        <legend className="d-label">{t('post.outcome')}</legend>
        {OUTCOMES.map((one) => (
          <label key={one}>
            <input type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)} />
            {t(`post.outcome${one}`)}
          </label>
        ))}
      </fieldset>
      {shown ? (
        <>
          <label>
            <span className="d-label">{t('post.proof')}</span>
            <select className="d-field" value={shown} onChange={({ target }) => setProof(target.value as PostalProof)}>
              {proofs.map((one) => (
                <option key={one} value={one}>
                  {t(`post.proof${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span className="d-label">{t('post.outcomeOn')}</span>
            <input
              type="date"
              className="d-date num"
              min={row.posting?.sentOn}
              max={today}
              value={on}
              onChange={({ target }) => setOn(target.value)}
            />
          </label>
          <Button
            keys="Control+Enter"
            onPress={() => {
              put(recordLetterOutcome, row, outgoingOf(row), { outcome, proof: shown, on });
              onRecorded();
            }}
          >
            {t('post.recordOutcome')}
          </Button>
        </>
      ) : (
        <p className="muted">{t('post.noProof')}</p>
      )}
    </form>
  );
}

/** A word alone shows nothing: what there may be for this letter. */
function proofsOf({ posting }: PaperRow, outcome: LetterOutcome): readonly PostalProof[] {
  const isRegistered = posting?.means === 'REGISTERED_LETTER';
  return [
    ...(outcome === 'DELIVERED' ? [] : (['ENVELOPE'] as const)),
    ...(isRegistered && posting.track ? (['TRACKING'] as const) : []),
    ...(outcome === 'DELIVERED' && isRegistered ? (['RECEIPT'] as const) : []),
  ];
}

/** How it left, and what is known of it since. */
export function Left({ row: { posting } }: { readonly row: PaperRow }) {
  if (!posting) return null;
  const { means, sentOn, track, after } = posting;
  return (
    <div>
      <p>
        {t(`post.means${means}`)}, {fullDate(sentOn)}
        {track && (
          <>
            {', '}
            <span className="num">{track}</span>
          </>
        )}
      </p>
      {after && (
        <p className={after.outcome === 'DELIVERED' ? '' : 'attn'}>
          <b>{t(`post.outcome${after.outcome}`)}</b> {fullDate(after.on)}, {t(`post.proof${after.proof}`).toLowerCase()}
        </p>
      )}
    </div>
  );
}
