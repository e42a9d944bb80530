import { Injectable } from '@nestjs/common';
import { NotFound, type HttpRoutes } from '@otklik/host';
import { isUuid } from '@otklik/kernel';
import { Directory } from '@otklik/tenancy';
import type { FastifyInstance } from 'fastify';
import { PublishedPhotos } from './published-photos.js';
import { PICTURE_TYPE } from './published-picture.js';

/** As pages of published answers: caches forget within half a minute what was taken back. */
const CACHED = 'public, max-age=25';
const NUMBER = /^[1-9]\d?$/u;

type Asked = { Params: { district: string; publication: string; number: string } };

/** `GET /files/<district>/published/<publication>/<number>`: a photo of a published answer, for all; 404 once it is taken back. */
@Injectable()
export class PublishedPhotoRoutes implements HttpRoutes {
  constructor(
    private readonly photos: PublishedPhotos,
    private readonly directory: Directory,
  ) {}

  register(fastify: FastifyInstance): void {
    fastify.get<Asked>('/files/:district/published/:publication/:number', async ({ params, headers }, reply) => {
      const { publication, number } = params;
      const district = this.directory.district(params.district);
      if (!district || !isUuid(publication.toLowerCase()) || !NUMBER.test(number)) throw new NotFound();
      const picture = await this.photos.open(district.id, publication.toLowerCase(), Number(number));
      if (!picture) throw new NotFound();
      void reply.headers({
        etag: picture.tag,
        'cache-control': CACHED,
        'cross-origin-resource-policy': 'same-site',
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
      });
      if (headers['if-none-match'] === picture.tag) return reply.code(304).send();
      return reply.type(PICTURE_TYPE).send(picture.bytes);
    });
  }
}
