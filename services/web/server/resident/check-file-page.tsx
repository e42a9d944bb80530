import type { PageContent } from './document.js';
import type { Speech, Word } from './words/index.js';

/** Words that the script says. */
const SAID = [
  ...(['busy', 'whole', 'signed', 'broken', 'CHANGED', 'MISSING', 'ADDED', 'UNREADABLE'] as const),
  ...(['signature.UNKNOWN_CHAIN', 'signature.EXPIRED', 'signature.BROKEN', 'signature.NOT_CHECKED'] as const),
];

/** One page with all that it needs, so that it works when it was saved, without a network. `script`: what checks the file. */
export function checkFilePage(speech: Speech, script: string | undefined): PageContent {
  const { say } = speech;
  const words = Object.fromEntries(SAID.map((one) => [one, speech.sayIfKnown(`file.${one}` satisfies Word)]));
  return {
    title: say('file.title'),
    inlineScript: script,
    content: (
      <>
        <h1>{say('file.title')}</h1>
        <p className="lead">{say('file.lead')}</p>
        <p className="gap">{say('file.offline')}</p>
        <noscript>
          <p>{say('file.script')}</p>
        </noscript>
        <div className="field">
          <label htmlFor="file">{say('file.choose')}</label>
          <input type="file" id="file" multiple />
        </div>
        <div id="found" role="status" data-words={JSON.stringify(words)} />
      </>
    ),
  };
}
