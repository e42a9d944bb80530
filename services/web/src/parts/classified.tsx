import { t } from '../words/words.js';

interface Classified {
  readonly code: string;
  readonly name: string | null;
  readonly edition: string | null;
  readonly path: readonly string[];
}

const FIRST_QUESTION = 3;

/** Of a sub-question the question before it: alone it is «ремонт». Its code where no loaded edition has a name. */
export function classifiedName({ code, name, path }: Omit<Classified, 'edition'>): string {
  return name === null ? code : [...path.slice(FIRST_QUESTION), name].join(': ');
}

/** The code of a question, with what it means and by which edition. */
export function ClassifiedLine({ classified }: { readonly classified: Classified }) {
  const { code, edition, name, path } = classified;
  return (
    <div className="classified">
      <p>
        {name !== null && `${classifiedName(classified)} `}
        <span className="num muted">{code}</span>
      </p>
      <p className="muted small">
        {[
          path.slice(0, FIRST_QUESTION).join(' › '),
          edition === null ? t('card.classifiedUnchecked') : t('card.classifiedBy', { edition }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}
