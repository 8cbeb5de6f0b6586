import { Button, Modal } from 'antd'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { useAnswer } from '#web/lib/api.ts'
import { count } from '#web/lib/format.ts'
import { useWords } from '#web/lib/language.ts'
import { Answered } from '#web/ui/Waiting.tsx'
import { learningWords } from './learning-words.ts'

/** The code for the screen of the room: a new one well before the last one ends. */
export function AttendanceCode({ id }: { id: number }) {
  const say = useWords(learningWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say.code}
      </Button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        title={say.checkIn}
        destroyOnHidden
      >
        <Code id={id} />
      </Modal>
    </>
  )
}

function Code({ id }: { id: number }) {
  const say = useWords(learningWords)
  const code = useAnswer('GET /briefings/:id/code', { id }, { refetchInterval: 15_000, gcTime: 0 })
  return (
    <Answered answer={code} rows={6}>
      {({ code: signed, attended, seconds }) => {
        const address = `${window.location.origin}/diem-danh?ma=${encodeURIComponent(signed)}`
        const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2 }))}`
        return (
          <div style={{ textAlign: 'center' }}>
            <img src={picture} alt={say.checkIn} style={{ width: '100%', maxWidth: 420 }} />
            <p className="second">
              {say.scan} {count(seconds)}
            </p>
            <p>
              <b>{count(attended)}</b> {say.present}
            </p>
            <p className="small second" style={{ overflowWrap: 'anywhere' }}>
              {signed}
            </p>
          </div>
        )
      }}
    </Answered>
  )
}
