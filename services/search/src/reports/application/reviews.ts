import { Injectable } from '@nestjs/common';
import type { District } from '@otklik/tenancy';
import { RegisterReader } from '../../register/application/list/register-reader.js';
import type { ReportPeriod } from '../domain/report-period.js';
import { countReview, type Review } from './review.js';
import { reviewCsv, reviewDocx, reviewOdt } from './review-files.js';
import { reviewText } from './review-text.js';

export interface ReviewFiles {
  readonly review: Review;
  readonly text: readonly string[];
  readonly odt: Uint8Array<ArrayBuffer>;
  readonly docx: Uint8Array<ArrayBuffer>;
  readonly csv: string;
}

/** Reviews of appeals for the district's site: numbers alone. */
@Injectable()
export class Reviews {
  constructor(private readonly reader: RegisterReader) {}

  count(district: District, period: ReportPeriod): Promise<Review> {
    return countReview(this.reader, district, period);
  }

  async files(district: District, period: ReportPeriod): Promise<ReviewFiles> {
    const review = await this.count(district, period);
    const [odt, docx] = [reviewOdt(review, district.name), reviewDocx(review, district.name)];
    return { review, text: reviewText(review), odt, docx, csv: reviewCsv(review) };
  }
}
