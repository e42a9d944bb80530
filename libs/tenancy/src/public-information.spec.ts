import { describe, expect, it } from '@jest/globals';
import { contrastRatio } from './contrast-ratio.js';
import { colourFault } from './public-information.js';

describe('the contrast ratio', () => {
  it('is 21 for black on white, 1 for equal colours, and symmetric', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#0d5562', '#0d5562')).toBe(1);
    expect(contrastRatio('#fffefc', '#0d5562')).toBeCloseTo(8.36, 2);
    expect(contrastRatio('#0d5562', '#fffefc')).toBeCloseTo(8.36, 2);
  });
});

describe('a district colour', () => {
  it('is refused below 3:1 on a surface of its theme, and the theme is named', () => {
    expect(colourFault({ light: '#2d6a4f', dark: '#4d9a78' })).toBeUndefined();
    expect(colourFault({ light: '#d8d04a', dark: '#4d9a78' })).toMatchObject({ theme: 'light', min: 3 });
    expect(colourFault({ light: '#2d6a4f', dark: '#2d3a35' })?.theme).toBe('dark');
  });
});
