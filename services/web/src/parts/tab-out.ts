/** A field of a template that was not filled in, `{{срок}}`. */
export interface Blank {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The first one that begins at that place of the text or after it. */
export function nextBlank(text: string, from = 0): Blank | undefined {
  const found = /\{\{([^{}]*)\}\}/u.exec(text.slice(from));
  if (!found) return undefined;
  const start = from + found.index;
  return { name: found[1]!.trim(), start, end: start + found[0].length };
}

/**
 * After leaving a text by Tab one may go on writing: until something else is pressed, the next letter is a letter, and
 * no command of the screen.
 */
export class TabOut {
  private hasLeft = false;

  /** Where single letters are no commands now. */
  get isWriting(): boolean {
    return this.hasLeft;
  }

  pressed(key: string, inText: boolean): void {
    if (key === 'Tab') this.hasLeft ||= inText;
    else if (key === 'Enter' || key === 'Escape' || key === ' ') this.hasLeft = false;
  }

  pointed(): void {
    this.hasLeft = false;
  }

  /** The focused element was removed: no move from field to field is under way. */
  lost(): void {
    this.hasLeft = false;
  }
}
