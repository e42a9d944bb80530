import { simpleParser } from 'mailparser';

const REPORT = 'message/delivery-status';
/** RFC 3463: class, subject, detail. */
const STATUS = /^[245]\.\d{1,3}\.\d{1,3}/;
/** "Other undefined status": a failure whose reason the report does not tell. */
const UNDEFINED_FAILURE = '5.0.0';

/**
 * The status code of a message that reports a failed delivery (RFC 3464); undefined for every other message, reports of a delay
 * or of success among them. Never throws for what the message holds.
 */
export async function failureIn(message: Buffer): Promise<string | undefined> {
  const parsed = await simpleParser(message, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  }).catch(() => undefined);
  if (!parsed) return undefined;
  const report = parsed.attachments.find(({ contentType }) => contentType === REPORT);
  if (report) return statusOf(report.content.toString('latin1'));
  // Gmail reports some failures by this header alone.
  return parsed.headers.has('x-failed-recipients') ? UNDEFINED_FAILURE : undefined;
}

/** Groups of fields, parted by empty lines: one about the message, then one for each recipient. */
function statusOf(report: string): string | undefined {
  const groups = report.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/);
  const failed = groups.map(fieldsOf).find((fields) => /^failed\b/i.test(fields.get('action') ?? ''));
  return failed && (STATUS.exec(failed.get('status') ?? '')?.[0] ?? UNDEFINED_FAILURE);
}

function fieldsOf(group: string): ReadonlyMap<string, string> {
  const lines = group.replaceAll(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}
