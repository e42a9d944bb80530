import { expect, it } from '@jest/globals';
import { fillIn, openFields } from './template-fields.js';

it('fills in known fields in any case, and leaves unknown ones and those without a value', () => {
  const text = 'На № {{ НОМЕР }} от {{дата}}: до {{дата по программе}}. {{срок}} {{}} {not}';
  expect(fillIn(text, { номер: 'АЛД-О-2026-190', дата: '10 ноября 2026 г.' })).toBe(
    'На № АЛД-О-2026-190 от 10 ноября 2026 г.: до {{дата по программе}}. {{срок}} {{}} {not}',
  );
});

it('does not fill in what a value brings', () => {
  expect(fillIn('{{тема}}', { тема: '{{срок}}', срок: 'завтра' })).toBe('{{срок}}');
});

it('lists the open fields with their places', () => {
  const text = 'До {{ дата }} и {{кто}}';
  expect(openFields(text).map(({ name, start, end }) => [name, text.slice(start, end)])).toEqual([
    ['дата', '{{ дата }}'],
    ['кто', '{{кто}}'],
  ]);
});
