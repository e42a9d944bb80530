import { useQuery } from 'urql';
import type { PostListQuery } from '../../generated/graphql.js';
import { useDistrict } from '../../frame/district.js';
import { operation } from '../../frame/graphql-client.js';
import { NoticeQueue } from '../../frame/queue/notice-queue.js';
import { t } from '../../words/words.js';
import { PaperLetter } from './paper-letter.js';
import { postList } from './post.queries.js';
import '../../frame/queue/notice-queue.css';
import './post.css';

export type PaperRow = PostListQuery['paperNotices']['nodes'][number];

/** Outgoing post: letters to print, send and record. */
export function Post() {
  const { code: district } = useDistrict();
  const [{ data, error }, reload] = useQuery({ query: operation(postList), variables: { district } });
  const again = () => reload({ requestPolicy: 'network-only' });
  const waiting = data?.paperNotices.nodes.map(({ id }) => id) ?? [];
  return (
    <NoticeQueue
      of="post"
      worklist="TO_POST"
      rows={data?.paperNotices.nodes}
      error={error}
      reload={reload}
      note={whyByPost}
    >
      {(row, queue, commands) => (
        <PaperLetter key={row.id} row={row} waiting={waiting} queue={queue} commands={commands} onChanged={again} />
      )}
    </NoticeQueue>
  );
}

/** What the letter is, and the way that failed before. */
function whyByPost({ kind, failed }: PaperRow): string {
  const last = failed.at(-1);
  return [t(`post.kind${kind}`), ...(last ? [t(`post.failed${last.way}`)] : [])].join('; ');
}
