export { bucketAddress, type BucketAddress } from './bucket-address.js';
export { S3Failure, s3Client, s3FailureReason, type S3Client, type S3Request } from './s3-client.js';
