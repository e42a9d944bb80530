import { expect } from '@jest/globals';
import type { Operated } from '../world/product-process.js';
import { Steps, type Outcome } from '../world/steps.js';
import type { World } from '../world/world.js';

/** What any version has acknowledged, and must be there for every other one: messages that wait for the moderator, cases in work and answered ones. */
export class Acknowledged {
  private readonly ended: Outcome[] = [];
  private readonly begun: Outcome[] = [];

  constructor(
    private readonly world: World,
    private readonly steps: Steps,
  ) {}

  async work(): Promise<Outcome> {
    const message = { text: 'Не горит фонарь у школы', contact: 'one@example.org' };
    const received = await this.steps.mutate('submitAppeal', message);
    this.ended.push(received);
    const { receipt } = await this.steps.registered('Яма на дороге у дома 12', { contact: 'two@example.org' });
    this.begun.push(receipt);
    return received;
  }

  async answerAll(): Promise<void> {
    const all = this.begun.splice(0);
    for (const { id } of all) {
      const card = await this.steps.card(id, this.steps.login('coordinator'));
      await this.steps.answered(card!, 'Яма заделана.');
    }
    for (const { id } of all) await this.steps.cardWithQuestion(id, this.steps.login('coordinator'), 'ANSWERED');
    this.ended.push(...all);
  }

  async demandWhole(verify: () => Promise<Operated> = () => this.world.operate('verify')): Promise<void> {
    for (const { id } of [...this.ended, ...this.begun])
      expect([id, await this.steps.card(id, this.steps.login('moderator'))]).toEqual([id, expect.anything()]);
    const { code, output } = await verify();
    expect([code, output]).toEqual([0, expect.stringContaining('Everything is whole.')]);
  }
}
