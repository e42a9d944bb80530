import { randomBytes } from 'node:crypto';
import type { Builds, Position } from '../../application/index/builds.js';
import type { ServerPositions } from '../postgres/index/server-positions.js';
import { aliasOf, indexNameOf, indexTemplates, kinds } from './appeal-mapping.js';
import { asking, type SearchServer } from './search-server.js';

/**
 * Builds on the search server: a pair of indices each, answering by a pair of aliases whose names hold the mappings'
 * version. So an index of an older version is not there for us, and a new one is filled beside it, while processes of the
 * older version go on with theirs.
 */
export class ElasticBuilds implements Builds<string> {
  constructor(
    private readonly server: SearchServer,
    private readonly positions: ServerPositions,
  ) {}

  async live(): Promise<{ readonly build?: string; readonly base: string }> {
    const base = await this.positions.base();
    const answering = await Promise.all(kinds.map((kind) => this.buildsOf(kind, aliasOf(this.server, kind))));
    const [appeals = [], words = []] = answering;
    const build = appeals.find((one) => words.includes(one));
    return build === undefined ? { base } : { build, base };
  }

  position(build: string, base: string): Promise<Position<string> | undefined> {
    return this.positions.position(build, base);
  }

  keep(position: Position<string>): Promise<void> {
    return this.positions.keep(position);
  }

  async begin(base: string): Promise<string> {
    const build = `${Date.now().toString(36)}${randomBytes(3).toString('hex')}`;
    if (!(await this.positions.begin(build, base))) throw new Error('The index is being rebuilt already.');
    try {
      await this.make(build);
    } catch (error) {
      await this.positions.forget(build);
      throw error;
    }
    return build;
  }

  private async make(build: string): Promise<void> {
    const { indices } = this.server.client;
    const live = await this.live();
    await this.dropAllBut(live.build);
    for (const template of indexTemplates(this.server)) await asking(() => indices.putIndexTemplate(template));
    for (const index of this.namesOf(build)) await asking(() => indices.create({ index }));
  }

  beat(build: string): Promise<void> {
    return this.positions.beat(build);
  }

  /** One request moves both aliases: no search falls between. */
  async swap(to: Position<string>): Promise<void> {
    const { indices } = this.server.client;
    await asking(() => indices.refresh({ index: [...this.namesOf(to.build)] }));
    await this.positions.keep(to);
    const actions = kinds.flatMap((kind) => {
      const alias = aliasOf(this.server, kind);
      return [
        { remove: { index: `${alias}-*`, alias, must_exist: false } },
        { add: { index: indexNameOf(this.server, kind, to.build), alias } },
      ];
    });
    await asking(() => indices.updateAliases({ actions }));
  }

  async drop(build: string): Promise<void> {
    await this.dropIndices(this.namesOf(build));
    await this.positions.forget(build);
  }

  async abandon(build: string): Promise<void> {
    await this.positions.forget(build);
    await this.dropIndices(this.namesOf(build));
  }

  private namesOf(build: string): readonly string[] {
    return kinds.map((kind) => indexNameOf(this.server, kind, build));
  }

  private async buildsOf(kind: (typeof kinds)[number], name: string): Promise<readonly string[]> {
    const start = `${aliasOf(this.server, kind)}-`;
    const found = await asking(() =>
      // All of them and not their aliases alone: OpenSearch does not know how to be asked for less.
      this.server.client.indices.get({ index: name, ignore_unavailable: true, allow_no_indices: true }),
    );
    return Object.keys(found).flatMap((index) => (index.startsWith(start) ? [index.slice(start.length)] : []));
  }

  private async dropAllBut(live: string | undefined): Promise<void> {
    for (const kind of kinds) {
      const builds = await this.buildsOf(kind, `${aliasOf(this.server, kind)}-*`);
      await this.dropIndices(builds.filter((one) => one !== live).map((one) => indexNameOf(this.server, kind, one)));
    }
  }

  private async dropIndices(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    await asking(() => this.server.client.indices.delete({ index: [...names], ignore_unavailable: true }));
  }
}
