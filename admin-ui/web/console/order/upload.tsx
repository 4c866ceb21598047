import { DownloadOutlined, FileOutlined } from '@ant-design/icons'
import { Image } from 'antd'
import { useUpload } from '../server/queries.ts'
import { useAddress } from '../use-address.ts'
import { useWords } from '../words.ts'

/** A file a customer sent: a picture where it is one, otherwise to be downloaded. The server records who looked. */
export function Upload({ id }: { readonly id: string }) {
  const isDrawing = id.startsWith('data:')
  return isDrawing ? <Picture source={id} /> : <Stored id={id} />
}

function Stored({ id }: { readonly id: string }) {
  const { t } = useWords()
  const upload = useUpload(id)
  const address = useAddress(upload.data)
  if (upload.isError) return <span className="quiet">{t('people.fileGone')}</span>
  if (!upload.data || address === null) return <span className="quiet">{t('people.fileLoading')}</span>
  if (/^image\/(jpeg|png|webp|gif)$/.test(upload.data.type)) return <Picture source={address} />
  return (
    <a className="file" href={address} download={`${id}.${EXTENSIONS[upload.data.type] ?? 'bin'}`}>
      <FileOutlined aria-hidden /> {(EXTENSIONS[upload.data.type] ?? upload.data.type).toUpperCase()} ·{' '}
      {sizeOf(upload.data.size)} <DownloadOutlined aria-hidden /> {t('people.download')}
    </a>
  )
}

function Picture({ source }: { readonly source: string }) {
  const { t } = useWords()
  return <Image className="picture" src={source} alt={t('people.showFile')} height={88} />
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'video/mp4': 'mp4',
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
