import type { FastifyReply } from 'fastify';

/** A file for its one reader. */
export interface PrivateFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** Absent: the caller names it (`contentDisposition`). */
  readonly disposition?: string;
  /** A sandbox forbids the browser's own viewer of PDF files: only for what is made here. */
  readonly isViewed?: boolean;
}

/** No cache keeps it, no other site shows it, and it is taken for nothing but its type. */
export function sendPrivately(
  reply: FastifyReply,
  { type, bytes, disposition, isViewed = false }: PrivateFile,
): FastifyReply {
  return reply
    .type(type)
    .headers({
      ...(disposition !== undefined && { 'content-disposition': disposition }),
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      ...(!isViewed && { 'content-security-policy': "sandbox; default-src 'none'" }),
      'cache-control': 'private, no-store',
    })
    .send(bytes);
}

/** A header value for both old and new clients (RFC 6266, RFC 8187). `plain` is in ASCII. */
export function contentDisposition(kind: 'inline' | 'attachment', plain: string, name?: string): string {
  if (name === undefined) return `${kind}; filename="${plain}"`;
  const encoded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
