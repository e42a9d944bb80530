import { useEffect, useState } from 'react';
import { useDistrict } from '../../../frame/district.js';
import { client, operation } from '../../../frame/graphql-client.js';
import { failureOf } from '../../../frame/failure.js';
import { mayUse, useViewer } from '../../../frame/viewer.js';
import type { Outcome } from '../../../generated/enumerations.js';
import type { ReplyPreviewQuery } from '../../../generated/graphql.js';
import { Letter, withHoles } from '../../../parts/letter.js';
import { NetworkMessages } from '../../../parts/network-messages.js';
import { t } from '../../../words/words.js';
import { AnswerPaths } from './answer-paths.js';
import { previewDocument } from './reply.queries.js';
import { Warnings } from './warnings.js';

/** `of`: the text that it was made of; of an empty one nothing is warned. */
type Preview = ReplyPreviewQuery['letterPreview'] & { readonly of: string };

const PREVIEWED_AFTER_MS = 400;
/** After a server that did not answer. */
const AGAIN_AFTER_MS = 3_000;
const letters = ['letter', 'page', 'email'] as const;

/** In the networks first, where it goes there. */
type Tab = (typeof letters)[number] | 'THREAD' | 'DIRECT';

function tabsOf({ inNetwork }: Preview): readonly Tab[] {
  return [...inNetwork.map(({ way }) => way as 'THREAD' | 'DIRECT'), ...letters];
}

interface BesideProps {
  readonly question: string;
  readonly text: string;
  readonly outcome: Outcome | '';
  /** Names of the files that go with it. */
  readonly attachments: readonly string[];
  readonly onPlace?: (start: number, end: number) => void;
}

/** What to look at before it leaves, and the answer as the resident will get it, made by the code that sends it. */
export function LetterBeside(props: BesideProps) {
  const [chosen, setTab] = useState<Tab>();
  const preview = usePreview(props);
  if (!preview) return <p className="editor is-read is-kept">{props.text}</p>;
  const tabs = tabsOf(preview);
  const tab = chosen ?? tabs[0]!;
  return (
    <>
      {props.onPlace && props.text !== '' && preview.of !== '' && (
        <Warnings warnings={preview.warnings} onPlace={props.onPlace} />
      )}
      {props.onPlace && <AnswerPaths question={props.question} length={props.text.length} />}
      <div className="tabs" role="group" aria-label={t('card.asSeen')}>
        <span className="muted tabs-t">{t('card.asSeen')}</span>
        {tabs.map((one) => (
          <button key={one} type="button" aria-pressed={tab === one} onClick={() => setTab(one)}>
            {t(`card.seen_${one}`)}
          </button>
        ))}
      </div>
      <Seen tab={tab} preview={preview} />
    </>
  );
}

function Seen({ tab, preview }: { readonly tab: Tab; readonly preview: Preview }) {
  const there = preview.inNetwork.find(({ way }) => way === tab);
  if (there) return <NetworkMessages of={there} />;
  if (tab === 'letter') return <Letter letter={preview.letter} label={t('card.letterAsSent')} />;
  if (tab === 'page')
    return (
      <article className="letter">
        {preview.page.map((paragraph, at) => (
          <p key={at}>{withHoles(paragraph)}</p>
        ))}
      </article>
    );
  return (
    <article className="letter">
      <p>
        <b>{preview.subject}</b>
      </p>
      <p className="is-kept">{withHoles(preview.email)}</p>
    </article>
  );
}

/** The letter of the text after a short rest; the last one stays until the next has come. */
function usePreview({ question, text, outcome, attachments }: BesideProps): Preview | undefined {
  const { code: district } = useDistrict();
  const viewer = useViewer();
  const permitted = mayUse(viewer, district, 'letterPreview');
  const [preview, setPreview] = useState<Preview>();
  const names = JSON.stringify(attachments);
  useEffect(() => {
    if (!permitted) return undefined;
    let ended = false;
    let timer = setTimeout(ask, PREVIEWED_AFTER_MS);
    function ask(): void {
      const said = { text, attachments: JSON.parse(names) as string[] };
      const variables = { district, question, ...said, ...(outcome && { outcome }) };
      void client
        .query(operation(previewDocument), variables, { requestPolicy: 'network-only' })
        .toPromise()
        .then(({ data, error }) => {
          if (ended) return;
          if (data) setPreview({ ...data.letterPreview, of: text });
          else if (error && failureOf(error).code !== 'BAD_INPUT') timer = setTimeout(ask, AGAIN_AFTER_MS);
        });
    }
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [district, question, text, outcome, names, permitted]);
  return preview;
}
