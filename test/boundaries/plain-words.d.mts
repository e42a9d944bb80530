import type { ESLint, Linter } from 'eslint';

export const textParser: Linter.Parser;
export const plainWords: ESLint.Plugin;
