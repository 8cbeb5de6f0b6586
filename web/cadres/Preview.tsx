import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { askFile, type Refused } from '#web/lib/api.ts'
import { useWords } from '#web/lib/language.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { AskReason } from './AskReason.tsx'
import { documentWords } from './document-words.ts'

/** A scan to look at; of a declaration only its number and title are known. */
interface Shown {
  id: number
  title: string | null
  restricted: string | null
}

interface Props {
  cadreId: number
  scan: Shown | undefined
  /** Given where the reader has already said why. */
  reason?: string
  onClose(): void
}

/** A scan beside the page; every look is an export and stays in the log. */
export function Preview({ cadreId, scan, reason, onClose }: Props) {
  const say = useWords(documentWords)
  return (
    <Drawer
      title={scan?.title ?? say.titleLocked}
      open={scan !== undefined}
      onClose={onClose}
      size={760}
      closable={{ 'aria-label': say.close }}
      destroyOnHidden
    >
      {scan ? <Fetched {...{ cadreId, scan }} {...(reason && { reason })} /> : null}
    </Drawer>
  )
}

function Fetched({ cadreId, scan, reason = '' }: Omit<Props, 'onClose'> & { scan: Shown }) {
  const say = useWords(documentWords)
  const [address, setAddress] = useState<string>()
  const look = useMutation<Blob, Refused, string>({
    gcTime: 0,
    mutationFn: (why) =>
      askFile('POST /cadres/:id/documents/:documentId/file', {
        id: cadreId,
        documentId: scan.id,
        reason: why,
      }),
    onSuccess: (blob) => setAddress(URL.createObjectURL(blob)),
  })
  const waits = scan.restricted !== null && reason === ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the panel opens.
  useEffect(() => {
    if (!waits) look.mutate(reason)
  }, [])
  useEffect(() => () => URL.revokeObjectURL(address ?? ''), [address])
  if (look.error) return <Notice tone="stop">{look.error.message}</Notice>
  if (!address)
    return waits ? (
      <AskReason label={say.document} own={false} busy={look.isPending} onOpen={look.mutate} />
    ) : (
      <p role="status">{say.loading}</p>
    )
  const name = scan.title ?? say.document
  return (
    <div className="preview">
      {look.data?.type.startsWith('image/') ? (
        <img src={address} alt={name} />
      ) : (
        <iframe src={address} title={name} />
      )}
      <Button icon={<DownloadOutlined aria-hidden />} href={address} download={name}>
        {say.download}
      </Button>
    </div>
  )
}
