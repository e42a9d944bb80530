import { useEffect, useRef, useSyncExternalStore } from 'react';
import { createKeybindingsHandler } from 'tinykeys';
import { nextBlank, TabOut } from './tab-out.js';

/** A key of the screen. Keys are physical (`KeyJ`, `Control+Enter`): the Russian layout has them at the same places. */
export interface KeyBinding {
  readonly keys: string;
  /** What it does, for the list of keys. */
  readonly title: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Also while typing in a field; by default only those with Control or Alt, and Escape. */
  readonly inFields?: boolean;
}

const SWITCH = 'otklik.letter-keys';
const active = new Map<symbol, readonly KeyBinding[]>();
const listeners = new Set<() => void>();
let shown: readonly KeyBinding[] = [];

function changed(): void {
  shown = [...active.values()].flat();
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Single letters can be switched off (WCAG 2.1.4): a screen reader or speech input would press them by accident. */
export function letterKeysOn(): boolean {
  return localStorage.getItem(SWITCH) !== 'off';
}

export function switchLetterKeys(on: boolean): void {
  localStorage.setItem(SWITCH, on ? 'on' : 'off');
  changed();
}

export function useLetterKeys(): boolean {
  return useSyncExternalStore(subscribe, letterKeysOn);
}

/** All keys of what is on the screen, for the list behind `?`. */
export function useActiveKeys(): readonly KeyBinding[] {
  return useSyncExternalStore(subscribe, () => shown);
}

const withModifier = (keys: string): boolean => /^(Control|Alt|\$mod)\+/.test(keys);
export const isLetterKey = (keys: string): boolean => !withModifier(keys) && keys !== 'Escape' && keys !== 'Enter';

function isTyping(event: Event): boolean {
  const target = event.target as HTMLElement;
  if (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)) return true;
  return target.tagName === 'INPUT' && !/^(checkbox|radio|button)$/.test((target as HTMLInputElement).type);
}

const tabOut = new TabOut();

/** Tab goes to the next blank of the text, and out of it behind the last one. */
function toNextBlank(event: KeyboardEvent): boolean {
  const { target: field, key, shiftKey, ctrlKey, altKey, metaKey } = event;
  if (key !== 'Tab' || shiftKey || ctrlKey || altKey || metaKey || !(field instanceof HTMLTextAreaElement))
    return false;
  const blank = nextBlank(field.value, field.selectionEnd);
  if (!blank) return false;
  event.preventDefault();
  field.setSelectionRange(blank.start, blank.end);
  return true;
}

/** From the start of the page on; capturing, so that what a key means is known before it acts. */
export function watchTab(): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (!toNextBlank(event)) tabOut.pressed(event.key, isTyping(event));
    },
    true,
  );
  document.addEventListener('pointerdown', () => tabOut.pointed(), true);
}

/** Enter on a button or a link presses it and nothing else. */
const isPressing = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && (event.target as HTMLElement).closest('a, button, summary') !== null;

function mayBeCommand(): boolean {
  if (document.activeElement === document.body) tabOut.lost();
  return letterKeysOn() && !tabOut.isWriting;
}

/** While a dialog is open, keys of the page behind it do nothing; Escape closes the dialog, and does not leave the page as well. */
function isBehindDialog({ keys }: KeyBinding, { target }: KeyboardEvent): boolean {
  if (!document.querySelector('dialog[open]')) return false;
  return keys === 'Escape' || !(target as HTMLElement).closest('dialog[open]');
}

function applies(binding: KeyBinding, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  if (isLetterKey(binding.keys) && !mayBeCommand()) return false;
  if (isBehindDialog(binding, event)) return false;
  if (isTyping(event)) return binding.inFields ?? (withModifier(binding.keys) || binding.keys === 'Escape');
  return !isPressing(event);
}

/** A key that is held down moves on and on, but acts once. */
function isHeldAct({ keys }: KeyBinding, { repeat }: KeyboardEvent): boolean {
  return repeat && !/^(KeyJ|KeyK|Arrow)/.test(keys);
}

/** Binds keys while the component is mounted. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  const signature = bindings.map(({ keys, title }) => `${keys} ${title}`).join('\n');
  useEffect(() => {
    const id = Symbol(signature);
    const runNow = (keys: string) => (event: KeyboardEvent) =>
      latest.current.find((one) => one.keys === keys)?.run(event);
    active.set(
      id,
      latest.current.map((binding) => ({ ...binding, run: runNow(binding.keys) })),
    );
    changed();
    const handler = createKeybindingsHandler(
      Object.fromEntries(
        latest.current.map(({ keys }) => [
          keys,
          (event: KeyboardEvent) => {
            const binding = latest.current.find((one) => one.keys === keys);
            if (!binding || !applies(binding, event)) return;
            // Held down, too: else the browser has its own meaning of the keys.
            event.preventDefault();
            if (!isHeldAct(binding, event)) binding.run(event);
          },
        ]),
      ),
      // `applies` decides: the library's own rule drops every key in a field, Control+Enter in a letter, too.
      { ignore: () => false },
    );
    globalThis.addEventListener('keydown', handler);
    return () => {
      globalThis.removeEventListener('keydown', handler);
      active.delete(id);
      changed();
    };
  }, [signature]);
}

const names: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  $mod: 'Ctrl',
  Escape: 'Esc',
  Slash: '/',
  Period: '.',
  ArrowDown: '↓',
  ArrowUp: '↑',
  Space: 'Пробел',
};

/** `Control+Enter` → `Ctrl Enter`, `KeyY` → `Y`. */
export function keyLabel(keys: string): string {
  if (keys === 'Shift+Slash') return '?';
  return keys
    .split('+')
    .map((one) => names[one] ?? one.replace(/^(Key|Digit)/, ''))
    .join(' ');
}
