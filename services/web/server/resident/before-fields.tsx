import type { WritePage } from './write-page.js';

/** Shows what is near while one writes, and ends the draft of what went from the page before sending. */
export function BeforeScript() {
  return <script src="/resident-before.js" defer />;
}

/** Where the page's script shows what is near, and the fields that say what one chose there. */
export function NearFields({ seen = false }: Pick<WritePage, 'seen'>) {
  return (
    <>
      <div id="before" aria-live="polite" />
      <BeforeScript />
      <input type="hidden" name="same" />
      <input type="hidden" name="seen" defaultValue={seen ? '1' : ''} />
    </>
  );
}

/** Files that came with the form before it was shown again. */
export function StoredFiles({ stored = [], speech: { say } }: Pick<WritePage, 'stored' | 'speech'>) {
  if (stored.length === 0) return null;
  return (
    <div id="stored">
      <input type="hidden" name="stored" defaultValue={stored.join(',')} />
      <p className="hint">{say('before.files', { count: stored.length })}</p>
    </div>
  );
}
