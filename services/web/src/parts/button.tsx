import { useRef, type ReactNode } from 'react';
import { useKeys } from './keys.js';
import { Kbd } from './kbd.js';
import { usePaletteLine } from './palette-lines.js';

export interface ButtonProps {
  /** The word, always; the key is beside it. */
  readonly children: string;
  readonly onPress: () => void;
  /** `KeyY`, `Control+Enter`: pressed anywhere on the screen. */
  readonly keys?: string;
  /** `main`: the one filled button of the screen, the next step. */
  readonly look?: 'main' | 'plain';
  readonly disabled?: boolean;
  readonly className?: string;
  /** While a command waits: said in place of nothing, read by a screen reader. */
  readonly note?: ReactNode;
  /** Where the word is a sign alone. */
  readonly label?: string;
  /** Of one that stays pressed. */
  readonly isPressed?: boolean;
}

export function Button({
  children,
  onPress,
  keys,
  look,
  disabled = false,
  className = '',
  note,
  ...said
}: ButtonProps) {
  useKeys(keys && !disabled ? [{ keys, title: children, run: onPress }] : []);
  const element = useRef<HTMLButtonElement>(null);
  const inPalette = {
    title: children,
    keys,
    run: () => element.current?.click(),
    // What a closed menu has is found where the menu is.
    isShown: () => (element.current?.closest('.act-menu') ?? element.current)?.checkVisibility() ?? false,
  };
  usePaletteLine(disabled ? undefined : inPalette);
  const kind = look ? `is-${look}` : '';
  return (
    <button
      ref={element}
      type="button"
      className={`d-button ${kind} ${className}`}
      onClick={onPress}
      aria-label={said.label}
      aria-pressed={said.isPressed}
      aria-disabled={disabled || undefined}
      disabled={disabled}
      aria-keyshortcuts={keys?.replace(/Key|Digit/g, '')}
    >
      {children}
      {note}
      {keys && <Kbd keys={keys} />}
    </button>
  );
}
