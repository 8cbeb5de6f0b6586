import { DownloadOutlined, FolderOpenOutlined } from '@ant-design/icons'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { addressOf } from '#web/lib/api.ts'
import { useAsOf } from '#web/lib/as-of.ts'
import { useWords } from '#web/lib/language.ts'
import { useMay } from '#web/lib/session.ts'
import { logWords } from './words.ts'

const LEAST_REASON = 10

type About = { cadreId: number } | { caseRef: string }

/** For an inspection team: one .zip about a person or a case, for a reason that stays in the log. */
export function DossierButton({ about, size }: { about: About; size?: 'small' }) {
  const say = useWords(logWords)
  const may = useMay('audit.dossier')
  const { asOf } = useAsOf()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const id = useId()
  const isShort = reason.trim().length < LEAST_REASON
  if (!may) return null
  const close = () => {
    setOpen(false)
    setReason('')
  }
  return (
    <>
      <Button
        size={size}
        className="no-print"
        icon={<FolderOpenOutlined aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {say.dossier}
      </Button>
      <Modal
        open={open}
        title={say.dossier}
        onCancel={close}
        footer={[
          <Button key="close" onClick={close}>
            {say.close}
          </Button>,
          <Button
            key="download"
            type="primary"
            icon={<DownloadOutlined aria-hidden />}
            disabled={isShort}
            href={addressOf('GET /audit/dossier', { ...about, asOf, reason }).address}
            download
            onClick={close}
          >
            {say.download}
          </Button>,
        ]}
      >
        <p>{say.dossierSays}</p>
        <label htmlFor={id}>{say.dossierWhy}</label>
        <Input
          id={id}
          value={reason}
          maxLength={500}
          placeholder={say.dossierHint}
          aria-describedby={`${id}-says`}
          onChange={(event) => setReason(event.target.value)}
        />
        <p id={`${id}-says`} className="small third">
          {isShort ? say.dossierShort : say.dossierKept}
        </p>
      </Modal>
    </>
  )
}
