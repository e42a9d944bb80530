import { expect, it } from '@jest/globals';
import pg from 'pg';
import { errorFacts } from './error-facts.js';
import { counter, metrics } from './metrics.js';
import { createLogger } from './pino-log.js';
import { continueTrace, parseTraceparent } from './trace.js';

function captured(write: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(createLogger({ level: 'info', service: 'intake', destination: { write: (line) => void lines.push(line) } }));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0]!) as Record<string, unknown>;
}

it('drops fields that are not on the allow-list', () => {
  const line = captured((logger) =>
    logger.info('received', { appeal: 'a1', count: 2, text: 'Яма на Ленина', event: { name: 'Анна' } } as never),
  );
  expect(line).toMatchObject({ level: 'info', msg: 'received', service: 'intake', appeal: 'a1', count: 2 });
  expect(JSON.stringify(line)).not.toMatch(/Ленина|Анна/);
});

it("keeps a database error's code and drops its message", () => {
  const error = new pg.DatabaseError('duplicate key: (contact)=(anna@example.org)', 1, 'error');
  error.code = '23505';
  error.detail = 'Key (contact)=(anna@example.org) already exists.';
  error.stack = `error: ${error.message}\n    at Parser.parse (/app/node_modules/pg-protocol/dist/parser.js:1:1)\n    at append (/app/libs/event-store/src/append.ts:7:3)`;
  const line = captured((logger) => logger.error('append failed', { error }));
  expect(line['error']).toEqual({
    name: 'error',
    code: '23505',
    at: ['append (/app/libs/event-store/src/append.ts:7:3)'],
  });
});

it('drops messages of parsers, and keeps messages of our own errors', () => {
  const parsed = (): unknown => {
    try {
      return JSON.parse('Анна Петрова');
    } catch (error) {
      return errorFacts(error);
    }
  };
  expect(JSON.stringify(parsed())).not.toContain('Анна');
  expect(errorFacts(new Error('no such topic')).message).toBe('no such topic');
  expect(errorFacts(new Error('outer', { cause: new RangeError('inner') })).cause?.name).toBe('RangeError');
});

it('returns the same metric for the same name', async () => {
  counter('otklik_spec_total', 'for this spec', ['code']).inc({ code: 'A' });
  counter('otklik_spec_total', 'for this spec', ['code']).inc({ code: 'A' });
  expect(await metrics.getSingleMetricAsString('otklik_spec_total')).toContain('otklik_spec_total{code="A"} 2');
});

it('continues a trace, and begins a new one for a malformed header', () => {
  const header = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  const next = parseTraceparent(continueTrace(header));
  expect(next).toMatchObject({ trace: '4bf92f3577b34da6a3ce929d0e0e4736', sampled: true });
  expect(next?.parent).not.toBe('00f067aa0ba902b7');
  for (const wrong of [undefined, '', header.replace('00-', 'ff-'), `${header}-x`, header.replace(/[1-9a-f]/g, '0')]) {
    expect(parseTraceparent(wrong)).toBeUndefined();
    expect(parseTraceparent(continueTrace(wrong))?.sampled).toBe(false);
  }
});
