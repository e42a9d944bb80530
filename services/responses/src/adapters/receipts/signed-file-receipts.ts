import { Injectable } from '@nestjs/common';
import { readFileReceipt } from '@otklik/host';
import { Secrets } from '@otklik/vault';
import type { FileReceipts, ReceiptPlace, StoredFile } from '../../application/file-receipts.js';

@Injectable()
export class SignedFileReceipts implements FileReceipts {
  private readonly key: Buffer;

  constructor(secrets: Secrets) {
    this.key = secrets.of('file-receipt');
  }

  read(place: ReceiptPlace, receipt: string, at: string): Promise<StoredFile | undefined> {
    return readFileReceipt(this.key, place, receipt, at);
  }
}
