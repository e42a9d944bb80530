import { useQuery } from 'urql';
import { useDistrict } from './district.js';
import { operation } from './graphql-client.js';
import type { ThreadKind } from '../generated/graphql.js';
import { t } from '../words/words.js';
import { Paragraphs } from '../parts/paragraphs.js';
import { sourcePosts } from './source-post.queries.js';

const SHORT = 180;

interface Source {
  readonly kind: ThreadKind;
  readonly thread: string;
}

/** The post above a comment, where the network returned it: its beginning, and the whole where it is long. */
export function SourcePost({ source }: { readonly source: Source | null }) {
  const { code: district } = useDistrict();
  const variables = { district, threads: source ? [source.thread] : [] };
  const isComment = source?.kind === 'COMMENT';
  const [{ data, fetching }] = useQuery({ query: operation(sourcePosts), variables, pause: !isComment });
  const post = data?.sourcePosts[0];
  // Its place from the start, so that the message below is not pushed down while it is read.
  if (isComment && !data && fetching) return <div className="source-post is-awaited" />;
  return post ? <Post text={post.text} url={post.url} /> : null;
}

function Post({ text, url }: { readonly text: string | null; readonly url: string | null }) {
  if (text === null && url === null) return null;
  return (
    <div className="source-post">
      <p className="d-label">
        {t('parts.underPost')}{' '}
        {url !== null && (
          <a href={url} target="_blank" rel="noreferrer">
            {t('parts.openPost')}
          </a>
        )}
      </p>
      {text !== null && <Words text={text} />}
    </div>
  );
}

function Words({ text }: { readonly text: string }) {
  if (text.length <= SHORT) return <Paragraphs text={text} />;
  const end = text.lastIndexOf(' ', SHORT);
  return (
    <details>
      <summary>{text.slice(0, end > 0 ? end : SHORT)}…</summary>
      <Paragraphs text={text} />
    </details>
  );
}
