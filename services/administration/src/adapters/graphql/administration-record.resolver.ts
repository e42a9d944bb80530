import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { titleOf } from '@otklik/contracts/declare-enumeration';
import { AccountNetwork } from '@otklik/contracts/enumerations';
import type {
  AdministrationRecord as RecordView,
  Official,
  QueryAdministrationRecordsArgs,
} from '@otklik/contracts/generated/graphql';
import { administrationText, type TextLanguage } from '@otklik/contracts/texts';
import { connectionOf, NotFound, pageRequest, withOneMore, type Connection, type PermittedContext } from '@otklik/host';
import { compact, dottedDate } from '@otklik/kernel';
import { Directory, type District } from '@otklik/tenancy';
import { definitionOf } from '@otklik/networks';
import { Secrets } from '@otklik/vault';
import { type AdministrationRecord, AdministrationRecords } from '../../store/administration-records.js';
import { OfficialsOfDistrict } from '../../application/officials-of-district.js';
import { officialView } from './official-view.js';

@Resolver()
export class AdministrationRecordResolver {
  private readonly cursorKey: Buffer;

  constructor(
    private readonly records: AdministrationRecords,
    private readonly directory: Directory,
    private readonly officialsOf: OfficialsOfDistrict,
    secrets: Secrets,
  ) {
    this.cursorKey = secrets.of('cursor');
  }

  @Query('administrationRecords')
  async administrationRecords(
    @Args() { official, first, after }: QueryAdministrationRecordsArgs,
    @Context() { district, language }: PermittedContext,
  ): Promise<Connection<RecordView>> {
    if (!district) throw new NotFound();
    const list = { key: this.cursorKey, name: `administrationRecords/${district.id}/${official ?? ''}` };
    const page = pageRequest<Pick<AdministrationRecord, 'at' | 'id'>>({ first, after }, list);
    const { limit, from } = withOneMore(page);
    const found = await this.records.page(district.id, compact({ limit, ...(official && { official }), after: from }));
    const former = new Map(
      (await this.officialsOf.list(district)).map(({ id, name }) => [id, { id, name, roles: [] }]),
    );
    const person = (id: string | undefined): Official | undefined =>
      officialView(this.directory, district, id) ?? former.get(id ?? '');
    const node = (record: AdministrationRecord) => recordView(district, record, person, language);
    return connectionOf(page, found, list, { node, position: ({ at, id }) => ({ at, id }) });
  }
}

function recordView(
  district: District,
  record: AdministrationRecord,
  person: (id: string | undefined) => Official | undefined,
  language: TextLanguage,
): RecordView {
  const { id, at, by, onBehalfOf, kind, official } = record;
  const text = recordText(district, record, person, language);
  return { id, at, kind, by: person(by), onBehalfOf: person(onBehalfOf), official: person(official), text };
}

/** An absence that ended, and what was taken away or switched off, has a text of its own. */
function isOver(kind: AdministrationRecord['kind'], details: AdministrationRecord['details']): boolean {
  return (kind === 'ABSENCE_RECORDED' && details['from'] === undefined) || details['isSet'] === 'false';
}

/** With names in the place of codes. */
function recordText(
  district: District,
  { kind, details }: AdministrationRecord,
  person: (id: string) => Official | undefined,
  language: TextLanguage,
): string {
  const textOf = (name: string, value: string): string => {
    if (name === 'substitute') return person(value)?.name ?? '';
    return name === 'fields' ? fieldTitles(details, language) : withNames(district, name, value, language);
  };
  const named = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, textOf(name, value)]));
  return administrationText(`record.${kind}${isOver(kind, details) ? '.OVER' : ''}`, language, named);
}

/** Of an account's network, by the names that are recorded. */
function fieldTitles({ network = '', fields = '' }: AdministrationRecord['details'], language: TextLanguage): string {
  const known = AccountNetwork.values.find((one) => one === network);
  const titles = new Map(known && definitionOf(known).fields.map(({ name, title }) => [name, title[language]]));
  titles.set('title', administrationText('network.title', language));
  return fields
    .split(', ')
    .map((name) => titles.get(name) ?? name)
    .join('; ');
}

function withNames(district: District, name: string, value: string, language: TextLanguage): string {
  if (name === 'reason') return administrationText(`absence.${value}`, language);
  if (name === 'from' || name === 'to') return dottedDate(value);
  if (name === 'network') return titleOf(AccountNetwork, value, language);
  if (!['roles', 'before', 'after'].includes(name)) return value;
  return value
    .split(', ')
    .map((held) => {
      const [role = '', code] = held.split('/');
      const title = administrationText(`role.${role}`, language);
      const department = district.departments.find((one) => one.code === code);
      return code === undefined ? title : `${title} (${department?.name ?? code})`;
    })
    .join(', ');
}
