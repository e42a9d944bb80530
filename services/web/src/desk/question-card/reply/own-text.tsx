import { useQuery } from 'urql';
import { useDistrict } from '../../../frame/district.js';
import { operation } from '../../../frame/graphql-client.js';
import { mayUse, useViewer } from '../../../frame/viewer.js';
import { t } from '../../../words/words.js';
import type { Question } from '../../../acts/card.js';
import { readLocalDraft } from './draft.js';
import { personalDraftDocument } from './reply.queries.js';

/** The question was given to another, and the own text is still there: who has it now, and the text. */
export function OwnText({ question, response }: { readonly question: Question; readonly response: string }) {
  const viewer = useViewer();
  const text = useOwnText(response);
  if (question.executor?.id === viewer.id || text.trim() === '') return null;
  return (
    <div className="d-note own-text" role="status">
      <p>{whereWords(question)}</p>
      <details>
        <summary>{t('card.ownText')}</summary>
        <p className="read is-kept">{text}</p>
      </details>
      <button type="button" className="d-link is-act" onClick={() => void navigator.clipboard.writeText(text)}>
        {t('card.copyText')}
      </button>
    </div>
  );
}

/** What the server has kept, else this browser. */
function useOwnText(response: string): string {
  const { code: district } = useDistrict();
  const viewer = useViewer();
  const [{ data }] = useQuery({
    query: operation(personalDraftDocument),
    variables: { district, response },
    pause: !mayUse(viewer, district, 'responseDraft'),
    requestPolicy: 'cache-and-network',
  });
  return data?.responseDraft?.text ?? readLocalDraft(localStorage, { official: viewer.id, response })?.text ?? '';
}

function whereWords({ executor, department }: Question): string {
  if (executor) return t('card.takenBy', { name: executor.name });
  return t('card.takenAway', { department: department?.name ?? t('card.coordinator') });
}
