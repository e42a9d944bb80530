import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type { KeptLetter, QueryKeptLettersArgs } from '@otklik/contracts/generated/graphql';
import { readAsOfficial, type PermittedContext } from '@otklik/host';
import { covers } from '@otklik/kernel';
import { KeptPapers } from '../../store/kept-papers.js';

@Resolver()
export class KeptLettersResolver {
  constructor(private readonly papers: KeptPapers) {}

  @Query()
  keptLetters(
    @Args() { appeal }: QueryKeptLettersArgs,
    @Context() context: PermittedContext,
  ): Promise<readonly KeptLetter[]> {
    return readAsOfficial(context, async ({ district, mayActIn }) => {
      const kept = await this.papers.readable(district, appeal);
      return kept
        .filter(({ department }) => covers(mayActIn, department ?? undefined))
        .map(({ department: _, ...letter }) => letter);
    });
  }
}
