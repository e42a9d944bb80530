import { Injectable } from '@nestjs/common';
import { personalPlaces, type Lexicon } from '@otklik/text-analysis';
import { russianLexicon } from '@otklik/text-analysis/morphology';

/** What officials typed. The dictionary is read with the first words, 60 MB where the process has not read it yet. */
@Injectable()
export class TypedWords {
  private lexicon: Promise<Lexicon> | undefined;

  /** Whether a name, telephone, e-mail or number of a document is among the words. An address is where work is done, and no person. */
  async namesPerson(...texts: readonly (string | null | undefined)[]): Promise<boolean> {
    const lexicon = await this.dictionary();
    return texts.some((text) => personalPlaces(text ?? '', lexicon).some(({ kind }) => kind !== 'ADDRESS'));
  }

  protected read(): Promise<Lexicon> {
    return russianLexicon();
  }

  /** Read again with the next words where it could not be read. */
  private async dictionary(): Promise<Lexicon> {
    try {
      return await (this.lexicon ??= this.read());
    } catch (error) {
      this.lexicon = undefined;
      throw error;
    }
  }
}
