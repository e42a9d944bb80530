import { Injectable } from '@nestjs/common';
import { Database } from '@otklik/tenancy';
import { inTurn, ReadersNetworks } from './readers-networks.js';

/** A reader's mark: whose browser and network it is, nothing keeps. */
export interface AnswerMark {
  readonly publication: string;
  readonly browser: string;
  /** `PermittedContext.network` */
  readonly network: string | undefined;
  readonly helped: boolean;
}

/** Whom published answers helped: one mark a browser, and of new ones one a network and hour. */
@Injectable()
export class AnswerMarks {
  constructor(
    private readonly database: Database,
    private readonly networks: ReadersNetworks,
  ) {}

  /** False: another browser of the network marked the answer in this hour. */
  async mark(district: number, { publication, browser, network, helped }: AnswerMark): Promise<boolean> {
    const own = this.networks.hashOf(district, publication, browser);
    const near = this.networks.networkOf(district, publication, network);
    return this.database.scope(district).transaction(async (tx) => {
      await inTurn(tx, district, publication);
      const { rowCount } = await tx.query(
        `insert into search.answer_mark as mark (district, publication, browser, address, helped, hour)
         select $1, $2, $3, $4, $5, date_trunc('hour', now())
         where not exists (select from search.answer_mark near
           where near.district = $1 and near.publication = $2 and near.address = $4 and near.browser <> $3
             and near.hour = date_trunc('hour', now()))
         or exists (select from search.answer_mark own
           where own.district = $1 and own.publication = $2 and own.browser = $3)
         on conflict (district, publication, browser) do update set helped = excluded.helped`,
        [district, publication, own, near, helped],
      );
      return rowCount === 1;
    });
  }
}
