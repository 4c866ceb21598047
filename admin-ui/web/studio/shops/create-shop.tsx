import { FileTextOutlined, ShopOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { shownText } from '../draft/words.ts'
import { valueWords } from '../schema/values.ts'
import { server } from '../server.ts'
import { useWords } from '../words.ts'

/** Where a new shop starts from: an example, or a file. */
export function CreateShop({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t, language } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const file = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<string | null>(null)
  const { data: examples, error } = useQuery({ queryKey: ['examples'], queryFn: server.examples, enabled: isOpen })
  const add = useMutation({
    mutationFn: server.add,
    onSuccess: async ({ key }) => {
      await queries.invalidateQueries({ queryKey: ['shops'] })
      onClose()
      await navigate(`/shops/${key}/profile`)
    },
  })

  const read = async (chosen: File): Promise<void> => {
    setFault(null)
    try {
      const description: unknown = JSON.parse(await chosen.text())
      if (typeof description !== 'object' || description === null || Array.isArray(description)) throw new Error()
      add.mutate({ description })
    } catch {
      setFault(t('shops.notJson'))
    }
  }

  const problem = fault ?? add.error?.message ?? error?.message
  return (
    <Modal title={t('shops.createTitle')} open={isOpen} onCancel={onClose} footer={null} width={560}>
      {problem ? <Alert type="error" showIcon title={problem} style={{ marginBottom: 16 }} /> : null}
      <div className="starts">
        {examples?.map((example) => (
          <button
            type="button"
            className="start"
            key={example.id}
            data-testid={`create-from-${example.id}`}
            disabled={add.isPending}
            onClick={() => add.mutate({ example: example.id })}
          >
            <ShopOutlined className="start-icon" />
            <span>
              <strong>{shownText(example.name, language, example.id)}</strong>
              <span className="quiet">{shownText(example.tagline, language)}</span>
              <span className="quiet">
                {example.modes.map((mode) => valueWords('mode', mode, language)).join(language === 'en' ? '; ' : '；')}
              </span>
            </span>
          </button>
        ))}
        <button type="button" className="start" disabled={add.isPending} onClick={() => file.current?.click()}>
          <FileTextOutlined className="start-icon" />
          <span>
            <strong>{t('shops.fromFile')}</strong>
            <span className="quiet">{t('shops.fromFileHint')}</span>
          </span>
        </button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          hidden
          data-testid="create-from-file"
          onChange={({ target }) => {
            const chosen = target.files?.[0]
            target.value = ''
            if (chosen) void read(chosen)
          }}
        />
      </div>
    </Modal>
  )
}
