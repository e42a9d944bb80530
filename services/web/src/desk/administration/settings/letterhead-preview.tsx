import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import { SheetPictures } from '../../../parts/drawn-sheets.js';
import { useSettled } from '../../../parts/use-settled.js';
import { t } from '../../../words/words.js';
import { letterheadPreviewDocument } from './settings.queries.js';

const TYPING_MS = 800;

/** The sheet of a new letter on the letterhead as the form has it now, drawn as letters are. */
export function LetterheadPreview({ text }: { readonly text: string }) {
  const { code: district } = useDistrict();
  const settled = useSettled(text, TYPING_MS);
  const [{ data, error, fetching }] = useQuery({
    query: operation(letterheadPreviewDocument),
    variables: { district, text: settled },
  });
  const drawn = error ? undefined : data?.letterheadPreview;
  return (
    <section aria-label={t('settings.sample')}>
      <h2>{t('settings.sample')}</h2>
      <p className="muted small" role="status">
        {t(
          wordsOf({ isWaiting: fetching || settled !== text, isFailed: error !== undefined, isDrawn: Boolean(drawn) }),
        )}
      </p>
      {drawn && <SheetPictures drawn={drawn} words="settings.sampleSheet" />}
    </section>
  );
}

function wordsOf(state: { readonly isWaiting: boolean; readonly isFailed: boolean; readonly isDrawn: boolean }) {
  if (state.isWaiting) return 'settings.sampleWaits';
  if (state.isFailed) return 'settings.sampleFailed';
  return state.isDrawn ? 'settings.sampleReady' : 'settings.sampleFaulty';
}
