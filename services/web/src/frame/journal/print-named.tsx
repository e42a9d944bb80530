import { useEffect, useState } from 'react';
import { Button } from '../../parts/button.js';
import { titlesOfPrintReason } from '../../generated/titles.js';
import { language, t } from '../../words/words.js';
import { useDistrict } from '../district.js';
import { mayUse, useViewer } from '../viewer.js';
import { AskReason } from './ask-reason.js';
import { MAX_NAMED, type Named, type useNamed } from './use-named.js';

/** Under the leaf: how many are named, why, and how many are not; else what is said of names. */
export function noteOf(named: Named | undefined, note: string): string {
  if (!named) return note;
  const { reason, people, closed } = named;
  return t('journal.namedNote', { opened: people.size, closed, reason: titlesOfPrintReason[reason][language] });
}

/** The print with the applicants, whose names are on the screen from then on until they are closed. */
export function PrintNamed(props: {
  readonly named: ReturnType<typeof useNamed>;
  /** Every row of the days is there. */
  readonly isReady: boolean;
  readonly count: number;
}) {
  const { named, isReady, count } = props;
  const { code } = useDistrict();
  const viewer = useViewer();
  const [isAsking, setAsking] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const shown = named.named;
  useEffect(() => {
    // The leaf with the names is drawn by now.
    if (isPrinting && shown) print();
    setPrinting(false);
  }, [isPrinting, shown]);
  if (!named.isOffered || !mayUse(viewer, code, 'printedApplicants')) return null;
  if (shown) return <Button onPress={named.close}>{t('journal.closeNamed')}</Button>;
  const isMuch = count > MAX_NAMED;
  return (
    <>
      <Button disabled={!isReady || isMuch || count === 0 || named.isOpening} onPress={() => setAsking(true)}>
        {t(isMuch ? 'journal.tooManyNamed' : 'journal.printNamed', { max: MAX_NAMED })}
      </Button>
      <AskReason
        open={isAsking}
        problem={named.problem}
        onClose={() => setAsking(false)}
        onChosen={(reason) => {
          void named.open(reason).then((isOpened) => {
            if (!isOpened) return;
            setAsking(false);
            setPrinting(true);
          });
        }}
      />
    </>
  );
}
