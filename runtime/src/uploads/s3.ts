import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { requireUploadId, type UploadStore } from './upload-store.ts'

export interface S3Settings {
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** That of AWS unless told: Tencent COS, Aliyun OSS, MinIO … */
  readonly endpoint?: string
  /** Beginning of every key. */
  readonly prefix: string
  /** True: the bucket is in the path and not in the host name, as MinIO has it. */
  readonly pathStyle: boolean
}

/** Files in a bucket of any storage that speaks S3. */
export function s3Uploads(settings: S3Settings): UploadStore {
  const { bucket, prefix, region, endpoint, pathStyle, accessKeyId, secretAccessKey } = settings
  const client = new S3Client({
    region,
    ...(endpoint !== undefined && { endpoint }),
    forcePathStyle: pathStyle,
    credentials: { accessKeyId, secretAccessKey },
    // Not every storage that speaks S3 knows the checksums AWS has added to it.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const at = (id: string) => ({ Bucket: bucket, Key: `${prefix}${requireUploadId(id)}` })
  return {
    async put(id, bytes) {
      await client.send(new PutObjectCommand({ ...at(id), Body: bytes, ContentType: 'application/octet-stream' }))
    },
    async get(id) {
      try {
        const { Body: body } = await client.send(new GetObjectCommand(at(id)))
        return await body?.transformToByteArray()
      } catch (error) {
        if ((error as Error).name === 'NoSuchKey') return undefined
        throw error
      }
    },
    async remove(id) {
      await client.send(new DeleteObjectCommand(at(id)))
    },
  }
}
