import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT, type Environment } from '@otklik/host';
import { readSstuMapping, type SstuMapping } from '@otklik/tenancy/reports';
import { searchConfig } from '../../../config.js';
import { SstuMappings } from '../../application/sstu-reports.js';

/** The file that `SSTU_MAPPING` names, read for each report: the format may change without a release. */
@Injectable()
export class SstuMappingFile extends SstuMappings {
  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {
    super();
  }

  override async current(): Promise<SstuMapping> {
    const path = searchConfig(this.environment).sstuMapping;
    return readSstuMapping(basename(path), await readFile(path, 'utf8'));
  }
}
