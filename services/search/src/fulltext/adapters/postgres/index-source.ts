import { Inject, Injectable } from '@nestjs/common';
import { Logger } from '@otklik/observability';
import { Database, Directory } from '@otklik/tenancy';
import type { Analyse } from '@otklik/text-analysis';
import { ANALYSE } from '../../application/district-language.js';
import { RegisterChanges } from '../../../live/store/register-changes.js';
import { RegisterReader } from '../../../register/application/list/register-reader.js';

/** The register as indexes read it, and the analysis of its texts. */
@Injectable()
export class IndexSource {
  constructor(
    readonly database: Database,
    readonly directory: Directory,
    readonly reader: RegisterReader,
    readonly changes: RegisterChanges,
    @Inject(ANALYSE) readonly analyse: Analyse,
    readonly logger: Logger,
  ) {}
}
