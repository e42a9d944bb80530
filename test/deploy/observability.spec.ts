import { describe, expect, it } from '@jest/globals';
import type { SyntaxNodeRef } from '@lezer/common';
import { collectProcessMetrics, metrics } from '@otklik/observability';
import { parser } from '@prometheus-io/lezer-promql';
import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Dashboards and alerts ask only for what the product exports, and every alert has its page. */
const FOLDER = 'deploy/observability';
const sources = globSync('{libs,services}/*/src/**/*.ts')
  .filter((file) => !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Metrics by name, with their labels. */
const exported = new Map<string, ReadonlySet<string>>();
const declared = /\b(counter|gauge|durations)\(\s*'(otklik_\w+)',\s*(?:'[^']*'|"[^"]*"),\s*\[([^\]]*)\]/g;
for (const [, kind, name, list] of sources.matchAll(declared)) {
  const labels = [...list!.matchAll(/'(\w+)'/g)].map(([, label]) => label!);
  if (kind !== 'durations') exported.set(name!, new Set(labels));
  else for (const part of ['bucket', 'count', 'sum']) exported.set(`${name}_${part}`, new Set([...labels, 'le']));
}
collectProcessMetrics();
for (const { name } of await metrics.getMetricsAsJSON())
  if (!name.startsWith('otklik_')) exported.set(name, new Set(['kind', 'type', 'space', 'le']));

/** Prometheus adds them to what it scrapes. */
const SCRAPED = ['instance', 'job'];

interface Rule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: { readonly severity?: string };
  readonly annotations?: { readonly summary?: string; readonly runbook_url?: string };
}

const { groups } = parse(readFileSync(`${FOLDER}/alerts.yaml`, 'utf8')) as {
  readonly groups: readonly { readonly name: string; readonly rules: readonly Rule[] }[];
};
const rules = groups.flatMap((group) => group.rules);
const alerts = rules.filter(({ alert }) => alert !== undefined);
const recorded = new Set(rules.flatMap(({ record }) => record ?? []));

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly { readonly refId: string; readonly expr: string }[];
}
interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly schemaVersion: number;
  readonly panels: readonly Panel[];
}
const dashboards = globSync(`${FOLDER}/*.json`).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Dashboard);

/** What is wrong with the expression: it does not parse, or asks for what is not exported. */
function faultsOf(expression: string): readonly string[] {
  const text = expression.replaceAll('$__rate_interval', '5m');
  const faults: string[] = [];
  const names: string[] = [];
  const labels: string[] = [];
  const word = ({ from, to }: SyntaxNodeRef): string => text.slice(from, to);
  parser.parse(text).iterate({
    enter: (node) => {
      if (node.type.isError) faults.push(`does not parse at ${node.from}`);
      if (node.name === 'Identifier') names.push(word(node));
      if (node.name === 'LabelName') labels.push(word(node));
    },
  });
  const known = names.filter((name) => exported.has(name) || recorded.has(name));
  faults.push(...names.filter((name) => !known.includes(name)).map((name) => `no metric ${name}`));
  const permitted = new Set([...SCRAPED, ...known.flatMap((name) => [...(exported.get(name) ?? [])])]);
  faults.push(...labels.filter((label) => !permitted.has(label)).map((label) => `no label ${label}`));
  return names.length === 0 ? [...faults, 'no metric at all'] : faults;
}

describe('expressions', () => {
  it('of alerts and recordings parse, and ask only for metrics and labels that are exported', () => {
    expect(
      rules.flatMap(({ alert, record, expr }) => faultsOf(expr).map((fault) => `${alert ?? record}: ${fault}`)),
    ).toEqual([]);
    expect([alerts.length, recorded.size]).toEqual([expect.any(Number), 10]);
    expect(alerts.length).toBeGreaterThan(15);
  });

  it('of dashboards do, too', () => {
    const targets = dashboards.flatMap(({ title, panels }) =>
      panels.flatMap((panel) => panel.targets.map(({ expr }) => ({ at: `${title}/${panel.title}`, expr }))),
    );
    expect(targets.flatMap(({ at, expr }) => faultsOf(expr).map((fault) => `${at}: ${fault}`))).toEqual([]);
    expect(targets.length).toBeGreaterThan(30);
  });

  it.each([
    ['sum(rate(otklik_letters_total[5m])', 'does not parse'],
    ['otklik_lettres_total', 'no metric otklik_lettres_total'],
    ['sum by (outcom) (otklik_letters_total)', 'no label outcom'],
    ['otklik_letters_total{colour="red"}', 'no label colour'],
  ])('are found wrong: %s', (expression, fault) => {
    expect(faultsOf(expression).join()).toContain(fault);
  });
});

describe('alerts', () => {
  /** Its consumers are known where their lag is measured. */
  const SHOWN_BY_CONSUMER = 'otklik_keys_dead_lettered_total';

  it('on an increase ask for counters that are shown from zero on: the first time counts', () => {
    const grown = alerts.flatMap(({ expr }) => [...expr.matchAll(/increase\((otklik_\w+)/g)].map(([, name]) => name!));
    const shown = (name: string) =>
      new RegExp(`counter\\(\\s*'${name}',\\s*(?:'[^']*'|"[^"]*"),\\s*\\[[^\\]]*\\],\\s*\\{`).test(sources);
    expect(grown.filter((name) => name !== SHOWN_BY_CONSUMER && !shown(name))).toEqual([]);
    expect(new Set(grown).size).toBeGreaterThan(4);
  });

  const operations = readFileSync('docs/operations.md', 'utf8');
  const anchors = new Set(
    [...operations.matchAll(/^#{2,4} (.+)$/gm)].map(([, title]) =>
      title!
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    ),
  );

  it.each(alerts.map((rule) => [rule.alert!, rule] as const))(
    '%s has its page, words for people, and an urgency',
    (_, rule) => {
      const [file, anchor = ''] = (rule.annotations?.runbook_url ?? '').split('#');
      expect([file, anchors.has(anchor) || `no anchor ${anchor}`]).toEqual(['docs/operations.md', true]);
      expect(rule.annotations?.summary).toMatch(/^[А-Я]/);
      expect(['page', 'ticket']).toContain(rule.labels?.severity);
    },
  );

  it.each(['requests_failed', 'submissions_slow'])('on %s burn the budget in the windows of 14.4, 6 and 1', (ratio) => {
    const burning = alerts.filter(({ expr }) => expr.includes(`otklik:${ratio}:`)).map(({ expr }) => expr);
    const windows = burning.map((expr) =>
      [...expr.matchAll(/ratio_rate(\w+) > ([\d.]+)(?= \*)?/g)].map((found) => found[1]),
    );
    expect(windows).toEqual([
      ['1h', '5m'],
      ['6h', '30m'],
      ['3d', '6h'],
    ]);
    expect(burning.map((expr) => /> (14\.4|6) \*/.exec(expr)?.[1])).toEqual(['14.4', '6', undefined]);
  });
});

describe.each(dashboards.map((board) => [board.title, board] as const))('the dashboard «%s»', (_, board) => {
  it('is one that Grafana takes', () => {
    expect(board.uid).toMatch(/^[a-z-]{5,40}$/);
    expect(board.schemaVersion).toBeGreaterThanOrEqual(36);
    expect(new Set(board.panels.map(({ id }) => id)).size).toBe(board.panels.length);
    for (const { gridPos, targets } of board.panels) {
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
    }
  });

  it('has no panel on another', () => {
    const cells = board.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (__, at) => `${x + (at % w)}/${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });
});
