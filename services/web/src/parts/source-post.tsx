import { useQuery } from 'urql';
import { useDistrict } from '../frame/district.js';
import { operation } from '../frame/graphql-client.js';
import type { ThreadKind } from '../generated/graphql.js';
import { t } from '../words/words.js';
import { Paragraphs } from './paragraphs.js';
import { sourcePosts } from './source-post.queries.js';

const SHORT = 180;

interface Source {
  readonly kind: ThreadKind;
  readonly thread: string;
}

/** What a comment stands under, where the network told: its beginning, and the whole where it is long. */
export function SourcePost({ source }: { readonly source: Source | null }) {
  const { code: district } = useDistrict();
  const variables = { district, threads: source ? [source.thread] : [] };
  const [{ data }] = useQuery({ query: operation(sourcePosts), variables, pause: source?.kind !== 'COMMENT' });
  const post = data?.sourcePosts[0];
  if (!post || (post.text === null && post.url === null)) return null;
  return (
    <div className="source-post">
      <p className="d-label">
        {t('parts.underPost')}{' '}
        {post.url !== null && (
          <a href={post.url} target="_blank" rel="noreferrer">
            {t('parts.openPost')}
          </a>
        )}
      </p>
      {post.text !== null && <Words text={post.text} />}
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
