import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Files } from '../../application/files.js';
import { PublicationPhotos } from '../../store/publication-photos.js';
import { publishedPicture } from './published-picture.js';

/** Pictures that were drawn last: those of one page are asked for by many at once. */
const MAX_DRAWN = 64;

export interface Picture {
  readonly bytes: Buffer;
  readonly tag: string;
}

/** Photos of published answers, as all may see them. */
@Injectable()
export class PublishedPhotos {
  private readonly drawn = new Map<string, Promise<Picture | undefined>>();

  constructor(
    private readonly photos: PublicationPhotos,
    private readonly files: Files,
  ) {}

  /** Whether it may be seen is looked up each time, so that what was taken back is gone at once. */
  async open(district: number, publication: string, number: number): Promise<Picture | undefined> {
    const file = await this.photos.shown(district, publication, number);
    return file === undefined ? undefined : this.picture(district, file);
  }

  private picture(district: number, file: string): Promise<Picture | undefined> {
    const key = `${district}/${file}`;
    const drawing = this.drawn.get(key) ?? this.draw(district, file);
    // The newest is the last to go.
    this.drawn.delete(key);
    this.drawn.set(key, drawing);
    const [oldest] = this.drawn.keys();
    if (this.drawn.size > MAX_DRAWN && oldest !== undefined) this.drawn.delete(oldest);
    drawing.catch(() => this.drawn.delete(key));
    return drawing;
  }

  private async draw(district: number, file: string): Promise<Picture | undefined> {
    const found = await this.files.openClaimed(district, file);
    if (!found) return undefined;
    const bytes = await publishedPicture(found.bytes);
    return { bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
  }
}
