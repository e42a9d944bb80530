import { Context, Query, Resolver } from '@nestjs/graphql';
import type { ResidentLetter } from '@otklik/contracts/generated/graphql';
import { Unauthenticated, type PermittedContext } from '@otklik/host';
import { ResidentLetters } from '../../store/resident-letters.js';

@Resolver()
export class ResidentLettersResolver {
  constructor(private readonly letters: ResidentLetters) {}

  /** Of the one appeal that the code opened. */
  @Query()
  async residentLetters(@Context() { actor }: PermittedContext): Promise<readonly ResidentLetter[]> {
    if (actor.kind !== 'resident') throw new Unauthenticated();
    const letters = await this.letters.of(actor.district, actor.appeal);
    return letters.map(({ datedOn: on, ...letter }) => ({ ...letter, on }));
  }
}
