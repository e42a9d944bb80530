import type { FormError } from './form-values.js';
import { Field } from './parts.js';
import type { Speech } from './words/index.js';

const ACCEPTED = 'image/jpeg,image/png,image/webp,application/pdf';

/** Photos and documents. The page's script makes photos smaller, lists what was chosen and tells what cannot be sent. */
export function FilesField({ speech, errors }: { readonly speech: Speech; readonly errors: readonly FormError[] }) {
  const { say } = speech;
  return (
    <Field id="files" label={say('form.files')} hint={say('form.filesHint')} optional speech={speech} errors={errors}>
      {(described) => (
        <>
          <p className="hint scripted">{say('script.smaller')}</p>
          <ul className="photos" id="photos" hidden />
          <input {...described} name="files" type="file" multiple accept={ACCEPTED} />
          <p className="buttons here" id="add" hidden {...scriptTexts(speech)}>
            <label className="button" htmlFor="files">
              {say('script.addPhoto')}
            </label>
          </p>
          <p className="err" id="files-status" role="alert" />
        </>
      )}
    </Field>
  );
}

/** Texts that only the script shows. */
function scriptTexts({ say }: Speech): Readonly<Record<`data-${string}`, string>> {
  return {
    'data-add': say('script.addPhoto'),
    'data-more': say('script.more'),
    'data-remove': say('script.remove'),
    'data-photo': say('follow.photo'),
    'data-pdf': say('follow.pdf'),
    'data-kb': say('size.kb'),
    'data-mb': say('size.mb'),
    'data-too-large': say('errors.fileLarge'),
    'data-type': say('errors.fileType'),
    'data-empty': say('errors.fileEmpty'),
    'data-too-many': say('errors.tooMany'),
  };
}
