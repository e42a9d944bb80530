export function isBucketUrl(given: string): boolean {
  return /^s3:\/\//i.test(given);
}
