import { useState } from 'react';
import type { Commands } from '../../frame/use-outbox.js';
import { Files } from '../../parts/files.js';
import { Paragraphs } from '../../parts/paragraphs.js';
import { ItemHead } from '../../frame/queue/item-head.js';
import type { Queue } from '../../frame/queue/use-queue.js';
import { shortNumber } from '../../parts/short-number.js';
import { t } from '../../words/words.js';
import type { ApprovalRow, Step } from './approval.js';
import { Changes } from './changes.js';
import { Decision } from './decision.js';
import { OutgoingLetter, useOutgoingLetter, type OutgoingView, type Preview } from './outgoing-letter.js';
import { useReadDraft, type ApprovalCard } from './use-read-draft.js';

interface DraftProps {
  readonly step: Step;
  readonly row: ApprovalRow;
  readonly queue: Queue<ApprovalRow>;
  readonly commands: Commands;
  readonly onPass: (row: ApprovalRow, readVersion: number) => void;
}

type View = OutgoingView | 'appeal';

/** First the way by which it goes. */
function viewsOf(preview: Preview | undefined): readonly View[] {
  const there = preview?.inNetwork.map(({ way }) => way as OutgoingView) ?? [];
  return [...there, 'letter', 'email', 'page', 'appeal'];
}

/** The open draft: the letter, what changed in it since it was sent back, and the decision beside. */
export function Draft({ step, row, queue, commands, onPass }: DraftProps) {
  const read = useReadDraft(row);
  const { card, response } = read;
  const outgoing = useOutgoingLetter(step, row, response);
  const [chosen, setView] = useState<View>();
  const [seen, setSeen] = useState<Preview>();
  const isShown = outgoing.preview !== undefined && seen === outgoing.preview;
  const views = viewsOf(outgoing.preview);
  const view = chosen ?? views[0]!;
  return (
    <section className="thread" aria-label={t('approval.letter', { number: shortNumber(row.question.appeal) })}>
      <div className="talk is-letter">
        <ItemHead
          title={titleOf(row)}
          appeal={row.question.appeal.id}
          gone={queue.isGone && t('approval.gone')}
          error={read.error}
          onAgain={read.again}
        />
        {read.isOutdated && <Outdated onAgain={read.again} />}
        <Views views={views} view={view} onChange={setView} />
        {view === 'appeal' ? (
          <AppealText card={card} />
        ) : (
          <>
            <OutgoingLetter
              step={step}
              row={row}
              view={view}
              response={response}
              outgoing={outgoing}
              onShown={setSeen}
            />
            <AnswerFiles files={response?.files ?? []} />
            {read.versions && <Changes versions={read.versions} />}
          </>
        )}
      </div>
      <Decision
        step={step}
        row={row}
        card={card}
        response={response}
        commands={commands}
        queue={queue}
        isShown={isShown}
        way={outgoing.preview?.way}
        onPass={() => response && onPass(row, response.row.version)}
      />
    </section>
  );
}

function titleOf({ question: { appeal, excerpt, topic } }: ApprovalRow): string {
  return [shortNumber(appeal), topic?.name ?? excerpt?.slice(0, 60)].filter((part) => part).join('. ');
}

function Outdated({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <p className="d-note" role="status">
      {t('approval.outdated')}{' '}
      <button type="button" className="d-link" onClick={onAgain}>
        {t('approval.readAgain')}
      </button>
    </p>
  );
}

function Views(props: {
  readonly views: readonly View[];
  readonly view: View;
  readonly onChange: (view: View) => void;
}) {
  const { views, view, onChange } = props;
  return (
    <div className="tabs" role="group" aria-label={t('approval.views')}>
      {views.map((one) => (
        <button key={one} type="button" aria-pressed={one === view} onClick={() => onChange(one)}>
          {t(`approval.view_${one}`)}
        </button>
      ))}
    </div>
  );
}

/** What is approved and signed with the text. */
function AnswerFiles({ files }: Pick<NonNullable<ReturnType<typeof useReadDraft>['response']>, 'files'>) {
  if (files.length === 0) return null;
  return (
    <section aria-label={t('approval.files')}>
      <h2>{t('approval.files')}</h2>
      <Files files={files} />
    </section>
  );
}

function AppealText({ card }: { readonly card: ApprovalCard | undefined }) {
  return (
    <div className="read">
      <Paragraphs text={card?.text ?? t('queue.erased')} />
    </div>
  );
}
