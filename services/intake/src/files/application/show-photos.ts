import { Injectable } from '@nestjs/common';
import type { DataOf } from '@otklik/contracts/declare-event';
import type { PublicationProposed } from '@otklik/contracts/publication.events';
import type { Transaction } from '@otklik/tenancy';
import { AppealHandler } from '../../appeal/application/appeal-handler.js';
import { PublicationPhotos, type PublicationOf } from '../store/publication-photos.js';

type Photos = NonNullable<DataOf<typeof PublicationProposed>['photos']>;

/** The photos of published answers: those of the author are the author's own, and none of others who wrote in the case. */
@Injectable()
export class ShowPhotos {
  constructor(
    private readonly appeals: AppealHandler,
    private readonly photos: PublicationPhotos,
  ) {}

  async propose(district: number, of: PublicationOf, photos: Photos, tx: Transaction): Promise<void> {
    const { state } = await this.appeals.load(district, of.appeal, tx);
    if (state.status === 'NONE' || state.status === 'ERASED') return;
    const { received, supplements } = state.published;
    const own = [received, ...supplements.filter(({ byApplicant }) => byApplicant !== false)];
    const authors = new Set(own.flatMap(({ files }) => files.map(({ id }) => id)));
    const numbered = photos.map((photo, at) => ({ ...photo, number: at + 1 }));
    const shown = numbered.filter(({ side, file }) => side !== 'BEFORE' || authors.has(file));
    await this.photos.propose(tx, district, of, shown);
  }

  /** From now on all see them. */
  release(...given: Parameters<PublicationPhotos['release']>): Promise<void> {
    return this.photos.release(...given);
  }

  end(...given: Parameters<PublicationPhotos['end']>): Promise<void> {
    return this.photos.end(...given);
  }
}
