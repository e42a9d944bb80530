import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import { globSync, readFileSync } from 'node:fs';
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

describe('a phrase that readers did not understand', () => {
  const root = new URL('../../', import.meta.url);
  const read = (path: string): string => readFileSync(new URL(path, root), 'utf8').replaceAll('\u00a0', ' ');
  const phrases = JSON.parse(read('test/boundaries/left-phrases.json')) as readonly string[];
  const texts = [
    ...['services/web/src/words/ru/*.json', 'libs/contracts/texts/*.ru.json', 'libs/contracts/src/*.ts'],
    'services/web/server/resident/words/{,*.}ru.ts',
  ].flatMap((pattern) => globSync(pattern, { cwd: root }));

  it('is looked for in every text that people read', () => {
    expect(texts.length).toBeGreaterThan(40);
    expect(
      texts
        .map(read)
        .join()
        .match(/Зарегистрировано/g)?.length,
    ).toBeGreaterThan(5);
  });

  it.each(phrases)('is said no more: %s', (phrase) => {
    expect(texts.filter((path) => read(path).includes(phrase))).toEqual([]);
  });
});
