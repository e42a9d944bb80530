import { digits, type Stage } from '../simulator/protocol.js';
import type { Said, Thread } from '../simulator/world.js';

const seconds = (at: number) => Math.floor(at / 1000);

const isOfOthers = ({ world }: Stage, { id }: Thread) =>
  world.communities.some(({ number }) => id.startsWith(`-${number}_`));

const groupOf = (stage: Stage) =>
  stage.world.threads.find((thread) => thread.kind === 'COMMENT' && !isOfOthers(stage, thread))?.id.split('_')[0];

/** Another community's program writes as that community: below zero. Ours too. */
function authorOf(stage: Stage, { author, thread }: Said): unknown {
  if (author) return digits(author.bot ? `-${author.id}` : author.id);
  const isOwn = thread.kind === 'COMMENT' && !isOfOthers(stage, thread);
  return digits(isOwn ? thread.id.split('_')[0]! : (groupOf(stage) ?? '-1'));
}

function attachments(stage: Stage, { files }: Said): object[] {
  return files.map((file) => {
    const url = stage.fileAddress(file);
    const sizes = [
      { type: 's', url: `${url}?size=75x56`, width: 75, height: 56 },
      { type: 'w', url, width: 1280, height: 960 },
    ];
    return { type: 'photo', photo: { id: 1, album_id: -7, owner_id: 1, date: 0, access_key: 'k', text: '', sizes } };
  });
}

export function commentOf(stage: Stage, said: Said) {
  const [owner, post] = said.thread.id.split('_') as [string, string];
  return {
    id: Number(said.id),
    from_id: authorOf(stage, said),
    owner_id: digits(owner),
    post_id: Number(post),
    date: seconds(said.at),
    text: said.text,
    parents_stack: said.replyTo ? [Number(said.replyTo)] : [],
    ...(said.replyTo && { reply_to_comment: Number(said.replyTo) }),
    ...(said.files.length > 0 && { attachments: attachments(stage, said) }),
    likes: { count: said.likes, can_like: 1, user_likes: 0 },
    thread: { count: 0, items: [], can_post: true },
  };
}

export function messageOf(stage: Stage, said: Said) {
  return {
    id: Number(said.id),
    date: seconds(said.at),
    ...(said.editedAt && { update_time: seconds(said.editedAt) }),
    peer_id: digits(said.thread.id),
    from_id: authorOf(stage, said),
    out: said.author ? 0 : 1,
    text: said.text,
    conversation_message_id: said.number,
    ...(said.replyTo && { reply_message: { id: Number(said.replyTo), text: '', date: 0, from_id: 0 } }),
    attachments: attachments(stage, said),
    fwd_messages: [],
    important: false,
    is_hidden: false,
    random_id: 0,
  };
}
