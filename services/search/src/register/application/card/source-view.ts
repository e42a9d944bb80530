import type { CardSource, Supplement } from '@otklik/contracts/generated/graphql';
import type { AppealPart } from '@otklik/case/appeal';
import type { SupplementPart } from '@otklik/case/appeal-supplements';
import { asWritten } from '@otklik/case/appeal-source';
import type { Opened, SealedRef } from './clear-texts.js';

/** What the card shows of it beside the texts that are searched. */
export function sourceTexts({ received, supplements, atSource }: AppealPart): readonly SealedRef[] {
  return [
    { sealed: received?.sourceUrl, field: 'sourceUrl' },
    ...(atSource?.editions ?? []).map(({ text }) => ({ sealed: text, field: 'text' })),
    ...supplements.flatMap(({ authorName, sourceUrl }) => [
      { sealed: authorName, field: 'authorName' },
      { sealed: sourceUrl, field: 'sourceUrl' },
    ]),
    ...replyTexts(supplements),
  ];
}

/** What officials replied to what was written after an answer. */
export function replyTexts(supplements: readonly SupplementPart[]): readonly SealedRef[] {
  return supplements.flatMap(({ replies = [] }) => replies.map(({ text }) => ({ sealed: text, field: 'text' })));
}

export function sourceView(
  { received, atSource = asWritten, supplements }: AppealPart,
  opened: Opened,
): CardSource | null {
  if (!received?.source) return null;
  const { network, account, kind, thread, unavailable = 0, unread = 0 } = received.source;
  return {
    network,
    account,
    kind,
    thread,
    unavailable,
    unread,
    url: opened(received.sourceUrl) ?? null,
    editions: atSource.editions.map(({ text, at }) => ({ text: opened(text) ?? null, at })),
    removedAt: atSource.removedAt ?? null,
    replies: supplements.filter(({ source }) => source?.kind === 'COMMENT').length,
  };
}

/** `text` was opened with what is searched. */
export function supplementView(
  part: SupplementPart,
  text: string | undefined,
  opened: Opened = () => undefined,
): Supplement {
  const { id, at, byApplicant = true, authorName, sourceUrl, replies = [], files } = part;
  return {
    id,
    at,
    text: text ?? null,
    byApplicant,
    files: files.map((file) => file.id),
    replies: replies.map((reply) => ({ text: opened(reply.text) ?? null, at: reply.at })),
    authorName: opened(authorName) ?? null,
    url: opened(sourceUrl) ?? null,
  };
}
