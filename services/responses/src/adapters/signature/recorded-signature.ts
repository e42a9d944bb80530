import { Injectable } from '@nestjs/common';
import type { Signature } from '../../application/sign-response.js';

/**
 * No cryptographic signature yet: the authorised official's command, recorded with author and time, takes its place.
 */
@Injectable()
export class RecordedSignature implements Signature {
  async sign(): Promise<string> {
    return 'RECORDED_ACT';
  }
}
