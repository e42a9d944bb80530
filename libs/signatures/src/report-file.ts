import { packed } from './packed-files.js';

/** An appeal of a report, as the register made it: in the place of an answer's file is `notice:<id>`. */
export interface ReportEntry {
  readonly appeal: string;
  readonly name: string;
  readonly json: string;
  /** Ids of the notices whose sheets go in. */
  readonly sheets: readonly string[];
}

export interface ReportLimits {
  /** Of a sheet in base64. */
  readonly maxBase64: number;
  /** A new file is begun where one would be larger. */
  readonly maxBytes: number;
}

export interface ReportFile {
  /** Archives; several where one would be too large. */
  readonly archives: readonly Uint8Array<ArrayBuffer>[];
  /** Ids of appeals of which a sheet is missing or too large. */
  readonly leftOut: readonly string[];
}

/** Puts the sheets, by id of their notice, into the entries, and packs them. Nothing of them is kept. */
export function reportFile(
  entries: readonly ReportEntry[],
  sheets: ReadonlyMap<string, Uint8Array>,
  { maxBase64, maxBytes }: ReportLimits,
): ReportFile {
  const leftOut: string[] = [];
  const archives: Uint8Array<ArrayBuffer>[] = [];
  let [files, size]: [{ name: string; bytes: Uint8Array }[], number] = [[], 0];
  const end = (): void => {
    if (files.length > 0) archives.push(packed(files));
    [files, size] = [[], 0];
  };
  for (const { appeal, name, json, sheets: needed } of entries) {
    const text = filled(json, needed, sheets, maxBase64);
    if (text === undefined) {
      leftOut.push(appeal);
      continue;
    }
    const bytes = new TextEncoder().encode(text);
    if (size > 0 && size + bytes.length > maxBytes) end();
    files.push({ name, bytes });
    size += bytes.length;
  }
  end();
  return { archives, leftOut };
}

/** Undefined: a sheet is missing, or too large. */
function filled(
  json: string,
  needed: readonly string[],
  sheets: ReadonlyMap<string, Uint8Array>,
  maxBase64: number,
): string | undefined {
  let text = json;
  for (const notice of needed) {
    const sheet = sheets.get(notice);
    const content = sheet && base64(sheet);
    if (content === undefined || content.length > maxBase64) return undefined;
    text = text.split(`"notice:${notice}"`).join(`"${content}"`);
  }
  return text;
}

const CHUNK = 0x8000;

/** In a browser, too. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
