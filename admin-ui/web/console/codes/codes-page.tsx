import { DownloadOutlined } from '@ant-design/icons'
import { Alert, Button, Segmented, Select, Typography } from 'antd'
import { useState, type ReactNode } from 'react'
import { Failed, Loading } from '../layout/states.tsx'
import { useMiniProgramCode, useWebEdition, type CodeVersion } from '../server/codes.ts'
import { useShop } from '../shop.tsx'
import { useAddress } from '../use-address.ts'
import { useWords } from '../words.ts'
import './codes.css'

const VERSIONS = ['release', 'trial'] as const

/** Page of the mini-program that a code or a link leads to; `''` stands for the home page. */
const pageOf = (service: string): string =>
  service === '' ? 'pages/home/index' : `pages/service/index?id=${encodeURIComponent(service)}`

/** What to print, post and link to, so that customers find the shop or one of its services. */
export default function CodesPage() {
  const { t } = useWords()
  const { shop, say } = useShop()
  const [service, setService] = useState('')
  const [version, setVersion] = useState<CodeVersion>('release')
  const web = useWebEdition()
  const page = pageOf(service)
  const title = say(shop.services.find(({ id }) => id === service)?.title ?? shop.profile.name)
  return (
    <>
      <div className="page-head">
        <h1>{t('office.codes.heading')}</h1>
        <p className="quiet page-intro">{t('office.codes.intro')}</p>
      </div>
      {shop.simulated && <Alert className="codes-note" type="info" showIcon title={t('office.codes.simulated')} />}
      <div className="panel codes">
        <Code service={service} version={version} title={title} />
        <div className="codes-what">
          <label className="codes-field">
            <span>{t('office.codes.leadsTo')}</span>
            <Select
              aria-label={t('office.codes.leadsTo')}
              data-testid="code-leads-to"
              value={service}
              onChange={setService}
              options={[
                { value: '', label: t('office.codes.home') },
                ...shop.services.map(({ id, title: name }) => ({ value: id, label: say(name) })),
              ]}
            />
          </label>
          <div className="codes-field">
            <span>{t('office.codes.version')}</span>
            <Segmented
              block
              value={version}
              onChange={setVersion}
              options={VERSIONS.map((value) => ({ value, label: t(`office.codes.versions.${value}`) }))}
            />
            <span className="quiet">{t(`office.codes.about.${version}`)}</span>
          </div>
          <Copied label={t('office.codes.path')} hint={t('office.codes.pathHint')} text={page} testId="code-path" />
          {web.data && (
            <Copied
              label={t('office.codes.web')}
              hint={t('office.codes.webHint')}
              text={service === '' ? web.data : `${web.data}#/${page}`}
              testId="code-web"
            />
          )}
        </div>
      </div>
    </>
  )
}

interface CodeProps {
  readonly service: string
  readonly version: CodeVersion
  readonly title: string
}

function Code({ service, version, title }: CodeProps) {
  const { t } = useWords()
  const code = useMiniProgramCode(service, version)
  const address = useAddress(code.data)
  const inside = (): ReactNode => {
    if (code.isError) return <Failed error={code.error} retry={() => void code.refetch()} />
    if (address === null) return <Loading />
    return <img className="codes-picture" src={address} alt={t('office.codes.picture', { title })} data-testid="code" />
  }
  return (
    <div className="codes-code">
      <div className="codes-frame">{inside()}</div>
      <div className="codes-title">{title}</div>
      <Button
        icon={<DownloadOutlined />}
        disabled={address === null || code.isError}
        {...(address !== null && { href: address })}
        download={`${title}.${code.data?.type === 'image/png' ? 'png' : 'jpg'}`}
        data-testid="code-download"
      >
        {t('office.codes.download')}
      </Button>
    </div>
  )
}

interface CopiedProps {
  readonly label: string
  readonly hint: string
  readonly text: string
  readonly testId: string
}

function Copied({ label, hint, text, testId }: CopiedProps) {
  const { t } = useWords()
  return (
    <div className="codes-field">
      <span>{label}</span>
      <Typography.Text
        className="codes-text"
        copyable={{ text, tooltips: [t('office.codes.copy'), t('office.codes.copied')] }}
        data-testid={testId}
      >
        {text}
      </Typography.Text>
      <span className="quiet">{hint}</span>
    </div>
  )
}
