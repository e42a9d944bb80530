import { randomBytes } from 'node:crypto';
import type { IndexVersions, Position } from '../../application/index-versions.js';
import type { ServerPositions } from '../postgres/server-positions.js';
import { aliasOf, indexNameOf, indexTemplate } from './appeal-mapping.js';
import { asking, type SearchServer } from './search-server.js';

/**
 * Builds on the search server: an index each, answering by an alias whose name holds the version of the mappings. An
 * index with older mappings is therefore not found, and a new one is filled beside it, while processes of the older release
 * go on with theirs.
 */
export class ElasticIndexVersions implements IndexVersions<string> {
  constructor(
    private readonly server: SearchServer,
    private readonly positions: ServerPositions,
  ) {}

  async live(): Promise<{ readonly build?: string; readonly base: string }> {
    const base = await this.positions.base();
    const [build] = await this.buildsOf(aliasOf(this.server));
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
    await asking(() => indices.putIndexTemplate(indexTemplate(this.server)));
    await asking(() => indices.create({ index: indexNameOf(this.server, build) }));
  }

  async beat(build: string): Promise<void> {
    if (!(await this.positions.beat(build)))
      throw new Error(`The build ${build} of the index was taken for abandoned.`);
  }

  /** One request moves the alias: no search falls between. The build before is held until its followers know. */
  async swap(to: Position<string>): Promise<void> {
    const { indices } = this.server.client;
    const [alias, index] = [aliasOf(this.server), indexNameOf(this.server, to.build)];
    await asking(() => indices.refresh({ index }));
    const { build: before } = await this.live();
    if (before !== undefined) await this.positions.beat(before);
    await this.positions.keep(to);
    const actions = [{ remove: { index: `${alias}-*`, alias, must_exist: false } }, { add: { index, alias } }];
    await asking(() => indices.updateAliases({ actions }));
  }

  async drop(build: string): Promise<void> {
    await this.dropBuilds([build]);
    await this.positions.forget(build);
  }

  async abandon(build: string): Promise<void> {
    await this.positions.forget(build);
    await this.dropBuilds([build]);
  }

  async dropAbandoned(): Promise<boolean> {
    const builds = await this.buildsOf(`${aliasOf(this.server)}-*`);
    const { build: live } = await this.live();
    const beside = builds.filter((one) => one !== live);
    // A process enters a build's name before it makes and fills it.
    const held = await this.positions.held();
    for (const build of beside) if (!held.includes(build)) await this.drop(build);
    return !beside.some((one) => held.includes(one));
  }

  private async buildsOf(name: string): Promise<readonly string[]> {
    const start = `${aliasOf(this.server)}-`;
    const found = await asking(() =>
      // All of them and not their aliases alone: OpenSearch does not know how to be asked for less.
      this.server.client.indices.get({ index: name, ignore_unavailable: true, allow_no_indices: true }),
    );
    return Object.keys(found).flatMap((index) => (index.startsWith(start) ? [index.slice(start.length)] : []));
  }

  private async dropAllBut(live: string | undefined): Promise<void> {
    const builds = await this.buildsOf(`${aliasOf(this.server)}-*`);
    await this.dropBuilds(builds.filter((one) => one !== live));
  }

  private async dropBuilds(builds: readonly string[]): Promise<void> {
    if (builds.length === 0) return;
    const index = builds.map((build) => indexNameOf(this.server, build));
    await asking(() => this.server.client.indices.delete({ index, ignore_unavailable: true }));
  }
}
