import { describe, expect, it } from '@jest/globals';
import { nextBlank, TabOut } from './tab-out.js';

describe('the blanks of a template', () => {
  const text = 'Расчистим {{что}} до {{ срок }}.';

  it('are gone through one after another, and then the text is left', () => {
    const first = nextBlank(text)!;
    expect(first).toEqual({ name: 'что', start: 10, end: 17 });
    const second = nextBlank(text, first.end)!;
    expect(second).toEqual({ name: 'срок', start: 21, end: 31 });
    expect(nextBlank(text, second.end)).toBeUndefined();
  });

  it('are whole: an open brace alone is a text', () => {
    expect(nextBlank('{{срок')).toBeUndefined();
  });
});

describe('who leaves a text by Tab', () => {
  it('gives no command by the next letter, however many controls later', () => {
    const tab = new TabOut();
    tab.pressed('Tab', true);
    tab.pressed('Tab', false);
    tab.pressed('т', false);
    expect(tab.isWriting).toBe(true);
  });

  it.each(['Enter', 'Escape', ' '])('gives commands again after %j', (key) => {
    const tab = new TabOut();
    tab.pressed('Tab', true);
    tab.pressed(key, false);
    expect(tab.isWriting).toBe(false);
  });

  it('gives commands again after a press of the mouse, or when the control is gone', () => {
    for (const end of ['pointed', 'lost'] as const) {
      const tab = new TabOut();
      tab.pressed('Tab', true);
      tab[end]();
      expect(tab.isWriting).toBe(false);
    }
  });

  it('of a button, gives commands as before', () => {
    const tab = new TabOut();
    tab.pressed('Tab', false);
    expect(tab.isWriting).toBe(false);
  });
});
