import { compareTexts, type ComparedParagraph } from '../../parts/text-diff.js';

export interface DraftVersion {
  readonly ordinal: number;
  readonly text: string | null;
  readonly sentBack: { readonly at: string } | null;
}

export interface VersionChange<Version> {
  /** The version that was sent back. */
  readonly since: Version;
  readonly changed: readonly ComparedParagraph[];
  /** How many paragraphs are the same. */
  readonly same: number;
}

/** What the draft changed since the last version that was sent back; undefined when none was, or its text is erased. */
export function changeSinceSentBack<Version extends DraftVersion>(
  versions: readonly Version[],
): VersionChange<Version> | undefined {
  const now = versions.at(-1);
  const since = versions.slice(0, -1).findLast(({ sentBack }) => sentBack !== null);
  if (!now || !since || now.text === null || since.text === null) return undefined;
  const compared = compareTexts(since.text, now.text);
  const changed = compared.filter((paragraph) => paragraph.changed);
  return { since, changed, same: compared.length - changed.length };
}
