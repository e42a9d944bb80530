import type { Card } from '../../../acts/card.js';
import { useDistrict } from '../../../frame/district.js';
import { fullDate, momentIn } from '../../../parts/dates.js';
import { t } from '../../../words/words.js';

type Texts = Card['questions'][number];
type Part = Texts['parts'][number];

/** Who works with the executor, what each of them prepares, and what they gave. */
export function CoExecutors({ texts }: { readonly texts: Texts }) {
  const { coExecutors, coDepartments, contributions, parts } = texts;
  const { zone } = useDistrict();
  const withPart = new Set(parts.map(nameOf));
  const names = [...coExecutors, ...coDepartments].map(({ name }) => name).filter((name) => !withPart.has(name));
  if (names.length + parts.length + contributions.length === 0) return null;
  return (
    <section aria-label={t('card.coExecutors')}>
      <h2>{t('card.coExecutors')}</h2>
      {parts.map((part) => (
        <PartOf key={nameOf(part)} part={part} zone={zone} />
      ))}
      {(names.length > 0 || parts.length === 0) && <p>{names.length > 0 ? names.join('; ') : t('card.none')}</p>}
      {contributions.map(({ text, by, at }) => (
        <div key={at} className="resol">
          <p>{text}</p>
          <p className="muted small">
            {by?.name} · {momentIn(zone, at)}
          </p>
        </div>
      ))}
    </section>
  );
}

/** What is prepared, then by whom and until when, and what came of it. */
function PartOf({ part, zone }: { readonly part: Part; readonly zone: string }) {
  const { text, until, doneAt, doneBy, doneText } = part;
  const by = doneBy && doneBy.name !== nameOf(part) ? doneBy.name : undefined;
  return (
    <div className="resol">
      <p className="is-kept">{text ?? t('card.erased')}</p>
      <p className="muted small">
        {[nameOf(part), until && t('card.partBy', { date: fullDate(until) })].filter(Boolean).join(' · ')}
      </p>
      <p className={doneAt ? 'small' : 'small attn'}>
        {doneAt
          ? [t('card.partDone', { at: momentIn(zone, doneAt) }), by].filter(Boolean).join(' · ')
          : t('card.partNotDone')}
      </p>
      {doneText && <p className="read">{doneText}</p>}
    </div>
  );
}

export function nameOf({ official, department }: Pick<Part, 'official' | 'department'>): string {
  return official?.name ?? department?.name ?? t('card.colleague');
}
