import { PersonErased } from '@otklik/contracts/intake.events';
import { versionedType, type DataOf } from '@otklik/contracts/declare-event';
import type { PublicEvent } from '@otklik/contracts/envelope';
import {
  AnswerPublished,
  AnswerUnpublished,
  PublicationDropped,
  PublicationProposed,
} from '@otklik/contracts/responses.events';
import type { Projection } from '@otklik/read-models';
import type { Transaction } from '@otklik/tenancy';
import type { Analyse } from '@otklik/text-analysis';
import type { Vault } from '@otklik/vault';
import { lemmasOf } from '../../domain/public-words.js';
import type { KeptPhoto } from '../../store/published-answers.js';

const declared = [PublicationProposed, AnswerPublished, PublicationDropped, AnswerUnpublished, PersonErased];

/**
 * What was prepared for the public pages, is read there, or was taken back: of the latter the address alone. Its texts are in clear, as
 * those of what is searched; its words are indexed here and nowhere else, so that what is not published is found by no words.
 */
export function publicationProjection(vault: Pick<Vault, 'openAll'>, analyse: () => Promise<Analyse>): Projection {
  return {
    name: 'publication',
    version: 2,
    subscribesTo: declared.map(versionedType),
    sql: `create table {table} (
      district int not null, id uuid not null, appeal uuid not null, question uuid not null, response uuid not null,
      version int not null, stage text not null, ground text not null,
      title text not null, matter text not null, text text not null, words text[] not null,
      photos jsonb not null default '[]',
      proposed_at text not null, proposer text, published_at text, ended_at text, why text,
      primary key (district, id));`,
    indexes: ['{table} (district, stage, published_at)', '{table} (district, appeal)'],
    async apply(events, tx, table) {
      for (const event of events) {
        if (event.type === PublicationProposed.type) await proposed(event, tx, table);
        else if (event.type === AnswerPublished.type) await published(event, tx, table);
        else if (event.type === PersonErased.type) await erased(event, tx, table);
        else await ended(event, tx, table);
      }
    },
  };

  /** Of a person who was erased there is no text. */
  async function proposed(
    { district, appeal, stream, version, at, actor, ...event }: PublicEvent,
    tx: Transaction,
    table: string,
  ) {
    const { publication, question, ground, photos = [], ...sealed } = event.data as DataOf<typeof PublicationProposed>;
    const alts = sealed.photoAlts === undefined ? [] : [sealed.photoAlts];
    const texts = await vault.openAll(district, [sealed.title, sealed.matter, sealed.text, ...alts]);
    const [title = '', matter = '', text = '', photoAlts] = texts;
    const words = lemmasOf(`${title}\n${matter}\n${text}`, await analyse());
    await tx.query(
      `insert into ${table} (district, id, appeal, question, response, version, stage, ground, title, matter, text, words, proposed_at, proposer,
         photos)
       values ($1, $2, $3, $4, $5, $6, 'PROPOSED', $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing`,
      [
        district,
        publication,
        appeal,
        question,
        stream,
        version,
        ground,
        title,
        matter,
        text,
        words,
        at,
        actor.id ?? null,
        JSON.stringify(numbered(photos, photoAlts)),
      ],
    );
  }
}

async function published(
  { district, stream, version, at, data }: PublicEvent,
  tx: Transaction,
  table: string,
): Promise<void> {
  const { publication, photos = [] } = data as DataOf<typeof AnswerPublished>;
  await tx.query(
    `update ${table} set stage = 'PUBLISHED', published_at = $4, version = $3,
       photos = (select coalesce(jsonb_agg(photo order by (photo ->> 'number')::int), '[]') from jsonb_array_elements(photos) photo
         where photo ->> 'file' = any ($6::text[]))
     where district = $1 and id = $2 and response = $5 and version < $3`,
    [district, publication, version, at, stream, photos],
  );
}

/** By their place among those that were proposed, which is their address; of a person who was erased none. */
function numbered(
  photos: NonNullable<DataOf<typeof PublicationProposed>['photos']>,
  photoAlts: string | undefined,
): readonly KeptPhoto[] {
  if (photoAlts === undefined) return [];
  const alts = JSON.parse(photoAlts) as readonly string[];
  return photos.map(({ file, side }, at) => ({ number: at + 1, file, side, alt: alts[at] ?? '' }));
}

/** Nothing of it is kept in clear. */
async function ended(
  { district, stream, version, at, data }: PublicEvent,
  tx: Transaction,
  table: string,
): Promise<void> {
  const { publication, why } = data as DataOf<typeof AnswerUnpublished>;
  await tx.query(
    `update ${table} set stage = 'ENDED', ended_at = $4, why = $5, version = $3, title = '', matter = '', text = '', words = '{}',
       photos = '[]'
     where district = $1 and id = $2 and response = $6 and version < $3`,
    [district, publication, version, at, why, stream],
  );
}

/** Its fact of the response follows. */
async function erased({ district, appeal }: PublicEvent, tx: Transaction, table: string): Promise<void> {
  await tx.query(
    `update ${table} set title = '', matter = '', text = '', words = '{}', photos = '[]' where district = $1 and appeal = $2`,
    [district, appeal],
  );
}
