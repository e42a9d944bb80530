import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import { plainWords, textParser } from './plain-words.mjs';

const plugins = { words: plainWords };
const found = (source: string, filename: string, config: Linter.Config) =>
  new Linter({ configType: 'flat' })
    .verify(source, [{ files: ['**/*.{mjs,md,graphql}'], plugins, ...config }], { filename })
    .map(({ message, line, column }) => `${line}:${column} ${/"(\w+)"/.exec(message)?.[1]}`);
const inCode = (source: string) => found(source, 'some.mjs', { rules: { 'words/code': 'error' } });
const inText = (source: string, filename: string) =>
  found(source, filename, { languageOptions: { parser: textParser }, rules: { 'words/text': 'error' } });

describe('a private word', () => {
  it('is refused in a comment, at its place', () => {
    expect(inCode('/** First.\n * Nobody is told. */\n// set anew\n')).toEqual(['2:4 Nobody', '2:14 told', '3:8 anew']);
  });

  it('is refused in a log line, an error, and the failure of a loop', () => {
    expect(inCode("logger.warn('a lane waits', { count });")).toEqual(['1:16 lane']);
    expect(inCode('throw new PlainError(`${name} stands`);')).toEqual(['1:31 stands']);
    expect(inCode("polled({ failed: 'what was heard' });")).toEqual(['1:28 heard']);
  });

  it('is no name, path or code', () => {
    expect(inCode("/** `told`, told-part.ts, heard_lane, TOLD, a.told */\nconst told = 'heard'; f('stands');")).toEqual(
      [],
    );
    expect(inText('`whoever`\n```\nwhoever\n```\n[fate](a/fate.md)\n', 'page.md')).toEqual(['5:2 fate']);
  });

  it('is refused in a page, and in the descriptions of a schema', () => {
    expect(inText('Somebody asks.\n', 'page.md')).toEqual(['1:1 Somebody']);
    expect(
      inText('"Where it stands."\ntype told {\n  """\n  Whoever asks.\n  """\n  lane: Int # anew\n}\n', 'a.graphql'),
    ).toEqual(['1:11 stands', '4:3 Whoever', '6:15 anew']);
  });
});
