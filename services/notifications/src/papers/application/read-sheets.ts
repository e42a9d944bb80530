import { Injectable } from '@nestjs/common';
import { KeptPapers } from '../store/kept-papers.js';

/** So many sheets are read at once. */
export const MAX_SHEETS = 50;

/** Kept sheets of many letters, for a report whose names are on record already. */
@Injectable()
export class ReadSheets {
  constructor(private readonly papers: KeptPapers) {}

  /** By notice; none that is not kept or cannot be read any more. */
  async read(district: number, notices: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const sheets = new Map<string, Uint8Array>();
    for (const notice of notices) {
      const pdf = await this.papers.read(district, notice);
      if (pdf) sheets.set(notice, pdf);
    }
    return sheets;
  }
}
