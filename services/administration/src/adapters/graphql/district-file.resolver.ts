import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import type {
  ApplyDistrictFileInput,
  DistrictFile,
  DistrictFileChange,
  DistrictFileDifferences,
  DistrictFileFault,
  DistrictFileVersion,
  QueryDistrictFileDifferencesArgs,
  QueryDistrictFileVersionArgs,
} from '@otklik/contracts/generated/graphql';
import { administrationText, type TextLanguage } from '@otklik/contracts/texts';
import type { ClientCommandContext } from '@otklik/event-store';
import {
  BadInput,
  Command,
  Ctx,
  IN_WORK_PASS,
  Input,
  NotFound,
  readPass,
  type InWorkPass,
  type PermittedContext,
} from '@otklik/host';
import { Clock } from '@otklik/kernel';
import { Directory, type District } from '@otklik/tenancy';
import type { FileFault } from '@otklik/tenancy/loader';
import { Secrets } from '@otklik/vault';
import { AdministerDistrictFile, type FileVersion } from '../../application/administer-district-file.js';
import { officialView } from './official-view.js';

const MAX_FILE_LENGTH = 200_000;
const MAX_PASS_LENGTH = 200_000;
/** What questions had so long ago, a new file may be applied by. */
const APPLIED_WITHIN_MS = 2 * 60_000;

@Resolver()
export class DistrictFileResolver {
  constructor(
    private readonly file: AdministerDistrictFile,
    private readonly directory: Directory,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  @Query('districtFile')
  async districtFile(@Context() context: PermittedContext): Promise<DistrictFile> {
    const district = districtOf(context);
    return this.view(district, await this.file.inForce(district));
  }

  @Query('districtFileVersions')
  async districtFileVersions(@Context() context: PermittedContext): Promise<readonly DistrictFileVersion[]> {
    const district = districtOf(context);
    const versions = await this.file.versions(district);
    return versions.toReversed().map(({ version, validFrom, validTo, data }) => ({
      version,
      validFrom,
      validTo,
      by: officialView(this.directory, district, data.by),
    }));
  }

  @Query('districtFileVersion')
  async districtFileVersion(
    @Args() { version }: QueryDistrictFileVersionArgs,
    @Context() context: PermittedContext,
  ): Promise<DistrictFileChange> {
    const { text, parts } = await this.file.versionChange(districtOf(context), version);
    // Faults of what was applied are of the rules of today: they are said of a new text alone.
    const changes = parts.map(({ part, changes: of }) => ({
      part,
      changes: of.map((one) => ({ ...one, faults: [] })),
    }));
    return { version, text, parts: changes };
  }

  @Query('districtFileDifferences')
  async districtFileDifferences(
    @Args() { text, inWork }: QueryDistrictFileDifferencesArgs,
    @Context() context: PermittedContext,
  ): Promise<DistrictFileDifferences> {
    const district = districtOf(context);
    if (text.length > MAX_FILE_LENGTH) throw new BadInput('TEXT_TOO_LONG', 'text', { max: MAX_FILE_LENGTH });
    const { version, parts, faults, warnings, lineOf } = await this.file.differences(district, {
      text,
      inWork: this.inWork(district, inWork),
    });
    const faultView = (fault: FileFault): DistrictFileFault => ({
      message: faultText(fault, context.language),
      place: fault.place,
      line: lineOf(fault.place),
    });
    return {
      version,
      faults: faults.map(faultView),
      warnings: warnings.map(faultView),
      parts: parts.map(({ part, changes }) => ({
        part,
        changes: changes.map((change) => ({ ...change, faults: change.faults.map(faultView) })),
      })),
    };
  }

  @Command()
  async applyDistrictFile(
    @Input({ text: { max: MAX_FILE_LENGTH }, inWork: { max: MAX_PASS_LENGTH, optional: true } })
    input: ApplyDistrictFileInput,
    @Ctx() ctx: ClientCommandContext,
  ) {
    // A cleaned text has lost the end of its last line.
    await this.file.apply(ctx, {
      ...input,
      text: `${input.text}\n`,
      inWork: this.inWork(ctx.inDistrict, input.inWork, APPLIED_WITHIN_MS),
    });
    return {
      __typename: 'DistrictFile' as const,
      ...this.view(ctx.inDistrict, await this.file.inForce(ctx.inDistrict)),
    };
  }

  /** As the register signed it, of this district and not long ago. */
  private inWork({ id }: District, pass: string | null | undefined, withinMs = Infinity): InWorkPass | undefined {
    const now = this.clock.now();
    const read = pass ? readPass<InWorkPass>(this.secrets.of(IN_WORK_PASS), pass, now) : undefined;
    return read?.district === id && Date.parse(now) - Date.parse(read.at) <= withinMs ? read : undefined;
  }

  private view(district: District, { version, validFrom, data }: FileVersion): DistrictFile {
    return { text: data.text, version, validFrom, by: officialView(this.directory, district, data.by) };
  }
}

function districtOf({ district }: PermittedContext): District {
  if (!district) throw new NotFound();
  return district;
}

/** In words: what the parser and the schema say of a file is English, and of use to programmers. */
function faultText({ code, details }: FileFault, language: TextLanguage): string {
  const { problem } = details;
  if (problem === undefined) return administrationText(`fault.${code}`, language, details);
  const words = (key: string): string => administrationText(key, language, details);
  const known = words(`fault.${code}.${problem}`);
  const reason = known.startsWith('fault.') ? words(`fault.${code}.OTHER`) : known;
  return administrationText(`fault.${code}`, language, { ...details, reason });
}
